"""The benchmark commands: one JSON object with plain names, one clear line for what cannot be used."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "examples"


def _run(script, *arguments):
    command = [sys.executable, ROOT / "benchmarks" / script, *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True)


@pytest.fixture
def tiers(tmp_path):
    folders = {
        "worse": ["one-sided.md", "self-contradicting.txt", "spun.txt"],
        "better": ["balanced-and-sourced.md", "leaflet.txt"],
    }
    for folder, names in folders.items():
        (tmp_path / folder).mkdir()
        for name in names:
            shutil.copy(EXAMPLES / name, tmp_path / folder)
    return tmp_path / "worse", tmp_path / "better"


def test_tiers_tells_the_bad_examples_from_the_sound_ones(tiers):
    run = _run("accuracy.py", "tiers", "--data", *tiers, "--json", "--no-fit")
    assert run.returncode == 0, run.stderr
    figures = json.loads(run.stdout)
    assert figures["auc"] == 1.0
    assert figures["auc_interval"] == [1.0, 1.0]
    assert (figures["n"], figures["n_worse"], figures["n_better"]) == (5, 3, 2)
    assert figures["median_worse"] < figures["median_better"]
    assert figures["consistency_error_share_better"] == 0


def test_tiers_reads_json_lines(tiers, tmp_path):
    lines = tmp_path / "better.jsonl"
    texts = [path.read_text(encoding="utf-8") for path in sorted(tiers[1].iterdir())]
    lines.write_text("".join(json.dumps({"text": text}) + "\n" for text in texts), encoding="utf-8")
    run = _run("accuracy.py", "tiers", "--data", tiers[0], lines, "--json")
    assert json.loads(run.stdout)["n_better"] == 2


PAGE = """Frostfoot

## What is Frostfoot?

Frostfoot is a rare condition in children. Doctors have known it for a century. It has several names.

Smoking raises the risk of frostfoot. The skin turns pale in the cold. Many people notice it in autumn.

## What are the treatments for Frostfoot?

Warm baths relieve the itching of frostfoot. Nurses can show you how to prepare one. A thermometer is useful.

Frostfoot is caused by cold, wet shoes. Most people own more than one pair. Shoes dry best away from a fire.

## What is the outlook for Frostfoot?

Healing usually occurs in 4 to 6 weeks. Zincum ointment can cause side effects. A nurse can tell you more.

Cracked skin should not be washed with soap. Plain water will do. Towels should be soft.
"""


@pytest.fixture
def page(tmp_path):
    lines = tmp_path / "page.jsonl"
    lines.write_text(json.dumps({"id": "frostfoot", "text": PAGE}) + "\n", encoding="utf-8")
    return lines


def test_inject_plants_every_kind_and_says_what_was_found(page):
    run = _run("accuracy.py", "inject", "--data", page, "--json")
    assert run.returncode == 0, run.stderr
    figures = json.loads(run.stdout)
    kinds = ("direction", "negation", "quantity", "frequency", "safety")
    assert all(figures[f"n_{kind}"] > 0 for kind in kinds)
    assert all(figures[f"n_idiomatic_{kind}"] == figures[f"n_{kind}"] for kind in kinds)
    assert sum(figures[f"n_{kind}"] for kind in kinds) == figures["n_plants"] == figures["n_idiomatic"]
    assert all(0 <= figures[f"recall_{kind}"] <= 1 for kind in kinds)
    assert all(0 <= figures[f"recall_idiomatic_{kind}"] <= 1 for kind in kinds)
    assert figures["recall"] <= figures["touched"] <= 1
    assert figures["recall_idiomatic"] <= figures["touched_idiomatic"] <= 1
    assert 0 <= figures["newly_blamed_elsewhere"] <= 1
    assert figures["pages"] == 1
    assert figures["untouched_error_share"] <= figures["untouched_conflict_share"]


def test_inject_lists_the_same_plants_every_time(page):
    first, second = (_run("accuracy.py", "inject", "--data", page, "--list", "--json") for _ in range(2))
    assert first.stdout == second.stdout
    rows = [json.loads(line) for line in first.stdout.splitlines()]
    assert {row["kind"] for row in rows} == {"direction", "negation", "quantity", "frequency", "safety"}
    assert all(row["original"] in PAGE and row["planted"] not in PAGE for row in rows)
    plain, idiomatic = ([row for row in rows if row["style"] == style] for style in ("plain", "idiomatic"))
    assert len(plain) + len(idiomatic) == len(rows)
    assert [(row["pattern"], row["original"]) for row in plain] == [
        (row["pattern"], row["original"]) for row in idiomatic
    ]
    assert all(one["planted"] != other["planted"] for one, other in zip(plain, idiomatic, strict=True))


@pytest.mark.parametrize(
    ("part", "after", "plural"),
    [
        ("diabetes", "", False),
        ("viruses", "", True),
        ("people with diabetes", "", True),
        ("the risk of headaches", "", False),
        ("fever and pain", "", True),
        ("a virus or bacteria", "", True),
        ("taking vitamins", "", False),
        ("swelling and pain", "", True),
        ("finding and treating it early", "", False),
        ("Steroids", " is a class of drugs", False),
        ("Emboli", " also cause strokes", True),
        ("Smoking", " can cause cancer", False),
        ("Death", " occurred at home", False),
    ],
)
def test_inject_makes_the_verb_agree_with_its_subject(monkeypatch, part, after, plural):
    monkeypatch.syspath_prepend(str(ROOT / "benchmarks"))
    from tasks.inject.agreement import is_plural

    assert is_plural(part, after) is plural


def test_inject_has_something_to_say_in_each_style_for_every_claim(monkeypatch):
    monkeypatch.syspath_prepend(str(ROOT / "benchmarks"))
    from tasks.inject.templates import STYLES, templates

    for pattern in templates().patterns:
        assert set(pattern.write) == set(STYLES), pattern.name
        assert 3 <= len(set(pattern.write["plain"])) <= 5, pattern.name
        assert not {*pattern.write["plain"]} & {*pattern.write["idiomatic"]}, pattern.name


def test_inject_puts_each_sentence_into_the_text_away_from_its_original(monkeypatch):
    monkeypatch.syspath_prepend(str(ROOT / "benchmarks"))
    from articles import articles
    from tasks.inject.pages import sentences
    from tasks.inject.planting import plants

    pages = articles(EXAMPLES)
    found = list(plants(pages))
    assert len(found) >= 10
    for plant in found:
        start, end = plant.span
        assert plant.variant.prose[start:end] == plant.planted
        assert plant.variant.text[: start - 1] + plant.variant.text[end:] == plant.page.text
        places = {sentence.start: sentence.place for sentence in sentences(plant.variant)}
        assert all(abs(places[start] - places[original]) >= 3 for original, _ in plant.originals)
        assert plant.original == " ".join(plant.variant.prose[slice(*plant.originals[0])].split())


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["tiers"],
        ["nothing", "--data", "a", "b"],
        ["tiers", "--data", "missing", "missing"],
        ["tiers", "--data", EXAMPLES],
        ["tiers", "--data", EXAMPLES / "expected", EXAMPLES],
        ["tiers", "--data", EXAMPLES / "too-short.txt", EXAMPLES],
        ["tiers", "--data", EXAMPLES, EXAMPLES, "--list"],
        ["inject", "--data", "missing"],
        ["inject", "--data", EXAMPLES / "too-short.txt"],
        ["inject", "--data", EXAMPLES / "too-short.txt", "--list"],
        ["html", "--data", EXAMPLES],
    ],
    ids=[
        "nothing",
        "no data",
        "no such task",
        "missing",
        "one of two",
        "no articles",
        "all withheld",
        "nothing to list",
        "no pages",
        "no claims",
        "no claims to list",
        "no marked pages",
    ],
)
def test_bad_arguments_are_one_line_and_exit_2(arguments):
    run = _run("accuracy.py", *arguments)
    assert run.returncode == 2
    assert run.stdout == ""
    assert run.stderr.count("\n") == 1
    assert "Traceback" not in run.stderr


MARKED = """<!--[gold]
title = "Blisters"
published = "2021-03-02"
-->
<!doctype html><body><!--[rest]--><nav><a href="/">Home</a></nav><main><!--[article]--><h1>Blisters</h1>
<!--[neither]--><p class="byline">2 March 2021</p>
<!--[article]--><p>Blisters heal by themselves in a week if the skin over them is left where it is and kept clean.</p></main>
<!--[rest]--><footer>Copyright 2019 Walkers of the World</footer></body>
"""


def test_html_counts_words_of_the_article_and_of_the_rest_for_both_readers(tmp_path):
    pytest.importorskip("trafilatura")
    (tmp_path / "blisters.html").write_text(MARKED, encoding="utf-8")
    run = _run("accuracy.py", "html", "--data", tmp_path, "--json")
    assert run.returncode == 0, run.stderr
    figures = json.loads(run.stdout)
    assert (figures["article_read"], figures["rest_read"]) == (1.0, 0.0)
    assert (figures["title"], figures["dates"], figures["authors"]) == (1.0, 1.0, 1.0)
    assert 0 < figures["article_read_trafilatura"] <= 1.0
    assert figures["long_page_ms"] > 0
    listed = _run("accuracy.py", "html", "--data", tmp_path, "--list")
    assert "page: blisters.html" in listed.stdout


def test_a_wrong_date_or_title_lowers_the_figure(tmp_path):
    pytest.importorskip("trafilatura")
    wrong = MARKED.replace("2021-03-02", "2020-03-02").replace('"Blisters"', '"Corns"')
    (tmp_path / "blisters.html").write_text(wrong, encoding="utf-8")
    figures = json.loads(_run("accuracy.py", "html", "--data", tmp_path, "--json").stdout)
    assert (figures["dates"], figures["title"], figures["authors"]) == (0.0, 0.0, 1.0)


def test_rendering_measures_a_page_and_an_index():
    run = _run("rendering.py", EXAMPLES / "leaflet.txt", "--size", 3, "--rounds", 1, "--json")
    assert run.returncode == 0, run.stderr
    figures = json.loads(run.stdout)
    assert figures["index_articles"] == 3
    assert all(figures[name] > 0 for name in ("score_ms", "page_ms", "page_bytes", "index_bytes"))
    missing = _run("rendering.py", "missing.txt")
    assert (missing.returncode, len(missing.stderr.splitlines())) == (2, 1)
