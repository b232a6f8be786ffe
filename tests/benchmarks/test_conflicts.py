"""The benchmarks of conflicts: labelled pairs, and passages of our own."""

import json
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PASSAGES = ROOT / "tests" / "contradictions"

FAULTY = """[[passage]]
rule = "negation-conflict"
topic = "sage and cramps"
contradictory = true
quotes = ["Sage eases cramps", "Sage does not ease cramps"]
text = '''
Sage is a herb with grey leaves. Sage eases cramps. It is sold as a tea.

The plant grows in dry soil. Sage does not ease cramps. It flowers in June.
'''
"""
SOUND = """[[passage]]
rule = "negation-conflict"
topic = "sage and cramps"
contradictory = false
text = '''
Sage is a herb with grey leaves. Sage eases cramps in adults. It is sold as a tea.

The plant grows in dry soil. Sage does not ease cramps in children. It flowers in June.
'''
"""


PAIRS = """[[pair]]
rule = "safe"
topic = "sage and cramps"
contradictory = true
quotes = ["Sage eases cramps.", "Sage does not ease cramps."]

[[pair]]
rule = "group"
topic = "sage and colic"
contradictory = false
quotes = ["Sage eases cramps in adults.", "Sage does not ease cramps in children."]
"""
MATTER = """[[matter]]
rule = "effect"
topic = "sage"
one = ["Sage eases cramps.", "Sage relieves cramps."]
other = ["Sage does not ease cramps.", "Cramps are caused by sage.", "It flowers in June."]
sound = ["Thyme does not ease cramps."]
"""
ARTICLE = """[[article]]
topic = "sage"
pairs = [
  { kind = "denied", a = "Sage eases cramps.", b = "Sage does not ease cramps." },
  { kind = "missed", a = "It is sold as a tea.", b = "It flowers in June." },
]
sound = [{ a = "Sage eases cramps.", b = "It flowers in June." }]
text = '''
# Sage

Sage is a herb with grey leaves. Sage eases cramps. It is sold as a tea. Sage raises the pulse.

The plant grows in dry soil. Sage does not ease cramps. It flowers in June. Sage lowers the pulse.
'''
"""


def _run(*arguments):
    command = [sys.executable, ROOT / "benchmarks" / "accuracy.py", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True)


def _figures(*arguments):
    run = _run(*arguments, "--json")
    assert run.returncode == 0, run.stderr
    return json.loads(run.stdout)


def test_passages_counts_what_is_caught_and_what_is_blamed(tmp_path):
    (tmp_path / "one.toml").write_text(FAULTY, encoding="utf-8")
    (tmp_path / "two.toml").write_text(SOUND, encoding="utf-8")
    figures = _figures("passages", "--data", tmp_path)
    assert (figures["n_contradictory"], figures["n_near_misses"], figures["topics"]) == (1, 1, 1)
    assert (figures["recall"], figures["precision"], figures["near_misses_blamed"]) == (1.0, 1.0, 0.0)


def test_passages_counts_a_finding_elsewhere_as_wrong(tmp_path):
    (tmp_path / "one.toml").write_text(
        FAULTY.replace(
            '"Sage eases cramps", "Sage does not', '"It is sold as a tea", "It flowers in June"]  # ["'
        ),
        encoding="utf-8",
    )
    figures = _figures("passages", "--data", tmp_path)
    assert (figures["recall"], figures["precision"]) == (0.0, 0.0)


def test_pairs_are_put_into_a_page_of_their_own(tmp_path):
    (tmp_path / "pairs.toml").write_text(PAIRS, encoding="utf-8")
    figures = _figures("passages", "--data", tmp_path)
    assert (figures["n_contradictory"], figures["n_near_misses"]) == (1, 1)
    assert (figures["recall"], figures["precision"], figures["near_misses_blamed"]) == (1.0, 1.0, 0.0)


def test_a_matter_is_each_sentence_of_one_side_against_each_of_the_other(tmp_path):
    (tmp_path / "matter.toml").write_text(MATTER, encoding="utf-8")
    figures = _figures("passages", "--data", tmp_path)
    assert (figures["n_contradictory"], figures["n_near_misses"]) == (6, 2)
    assert (figures["recall"], figures["precision"], figures["near_misses_blamed"]) == (0.6667, 1.0, 0.0)


def test_an_article_has_several_clashes_and_a_finding_over_none_of_them_is_wrong_once(tmp_path):
    (tmp_path / "article.toml").write_text(ARTICLE, encoding="utf-8")
    figures = _figures("passages", "--data", tmp_path)
    assert (figures["n_contradictory"], figures["n_near_misses"]) == (2, 1)
    assert (figures["recall"], figures["precision"], figures["near_misses_blamed"]) == (0.5, 0.5, 0.0)


@pytest.mark.parametrize("text", ["", "passage = 1", "no toml", "[[other]]\nx = 1"])
def test_passages_that_are_none_are_one_line_and_exit_2(tmp_path, text):
    (tmp_path / "one.toml").write_text(text, encoding="utf-8")
    run = _run("passages", "--data", tmp_path)
    assert (run.returncode, run.stdout) == (2, "")
    assert run.stderr.count("\n") == 1
    assert "Traceback" not in run.stderr


def _passages(folder):
    files = sorted(folder.rglob("*.toml"))
    return [p for file in files for p in tomllib.loads(file.read_text(encoding="utf-8"))["passage"]]


def test_the_quotes_of_our_own_articles_are_in_them():
    for file in sorted((PASSAGES / "articles").rglob("*.toml")):
        for article in tomllib.loads(file.read_text(encoding="utf-8"))["article"]:
            quotes = [pair[side] for pair in (*article["pairs"], *article["sound"]) for side in "ab"]
            assert all(article["text"].count(quote) == 1 for quote in quotes)


@pytest.mark.parametrize(("style", "least"), [("plain", 80), ("hard", 80), ("free", 78)])
def test_our_own_set_is_what_it_says(style, least):
    found, held_back = _passages(PASSAGES / style), _passages(PASSAGES / style / "held_back")
    faulty = [passage for passage in found if passage["contradictory"]]
    assert min(len(faulty), len(found) - len(faulty)) >= least
    assert len({passage["topic"] for passage in found}) >= 12
    assert len({passage["rule"] for passage in faulty}) == 13
    assert len(held_back) / len(found) >= 0.33
    for passage in faulty:
        assert passage["quotes"]
        assert all(passage["text"].count(quote) for quote in passage["quotes"])


def test_the_tuned_passages_are_told_apart():
    figures = _figures("passages", "--data", PASSAGES / "plain" / "tuned")
    assert figures["recall"] >= 0.6
    assert figures["precision"] >= 0.9
    assert figures["near_misses_blamed"] <= 0.05


def test_the_tuned_pairs_are_told_apart():
    figures = _figures("passages", "--data", PASSAGES / "pairs" / "tuned")
    assert figures["recall"] >= 0.75
    assert figures["near_misses_blamed"] <= 0.05


def test_near_misses_in_everyday_words_are_left_alone():
    assert _figures("passages", "--data", PASSAGES / "everyday")["near_misses_blamed"] <= 0.05


def test_contradiction_ranks_pairs_by_how_surely_they_are_at_odds(tmp_path):
    rows = [
        ("Sage eases cramps.", "Sage does not ease cramps.", "contradiction"),
        ("Iron raises energy.", "Iron lowers energy.", "contradiction"),
        ("Sage eases cramps.", "Sage eases cramps at night.", "entailment"),
        ("Sage eases cramps.", "Mint is a herb that grows in ponds.", "neutral"),
    ]
    data = tmp_path / "pairs.jsonl"
    data.write_text(
        "".join(json.dumps({"text_a": a, "text_b": b, "label": label}) + "\n" for a, b, label in rows),
        encoding="utf-8",
    )
    figures = _figures("contradiction", "--data", data)
    assert (figures["auc"], figures["n"], figures["n_contradictory"]) == (1.0, 4, 2)
    assert (figures["precision"], figures["recall"], figures["reported"]) == (1.0, 1.0, 2)


@pytest.mark.parametrize(
    "text", ["", "not json", '{"text": "x"}\n', '{"text_a": "x", "text_b": "y", "label": "neutral"}\n']
)
def test_pairs_that_cannot_be_used_are_one_line_and_exit_2(tmp_path, text):
    data = tmp_path / "pairs.jsonl"
    data.write_text(text, encoding="utf-8")
    run = _run("contradiction", "--data", data)
    assert (run.returncode, run.stdout) == (2, "")
    assert run.stderr.count("\n") == 1
    assert "Traceback" not in run.stderr
