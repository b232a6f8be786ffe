"""The benchmark on who is said to do what to what."""

import json
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LINES = [
    {"topic": "ginger", "text": "It lowers blood pressure in adults.",
     "claims": [{"subject": "ginger", "relation": "lowers", "object": "blood pressure", "negated": False, "voice": "article"}]},
    {"topic": "stress", "text": "Gout is caused by uric acid and not by cold.",
     "claims": [{"subject": "uric acid", "relation": "lowers", "object": "gout", "negated": False, "voice": "article"}]},
    {"topic": "zinc", "text": "Some say that zinc shortens a cold.",
     "claims": [{"subject": "zinc", "relation": "lowers", "object": "cold", "negated": False, "voice": "other"}]},
    {"topic": "sage", "text": "Pick the leaves early in the day.", "claims": []},
]  # fmt: skip


@pytest.fixture
def run(monkeypatch, capsys, tmp_path):
    """Measures four sentences, or what is given; gives the exit code, what is printed and what is said of errors."""
    monkeypatch.syspath_prepend(str(ROOT / "benchmarks"))
    import accuracy

    lines = "".join(json.dumps(line) + "\n" for line in LINES)

    def _run(*options, text=lines):
        (tmp_path / "set.jsonl").write_text(text, encoding="utf-8")
        code = accuracy.main(["ledger", "--data", str(tmp_path / "set.jsonl"), "--json", *options])
        captured = capsys.readouterr()
        return code, [json.loads(line) for line in captured.out.splitlines()], captured.err

    return _run


def test_counts_what_is_read_and_what_of_it_is_so(run):
    code, [figures], _ = run()
    assert code == 0
    assert (figures["n"], figures["n_claims"]) == (4, 2)  # what others say is not asked for
    assert figures["recall"] == 0.5
    assert figures["precision"] == 0.5  # of gout the wrong way is claimed in the set


def test_lists_what_is_missed_and_what_is_wrong(run):
    _, [row], _ = run("--list")
    assert row["text"] == LINES[1]["text"]
    assert row["missed"] == ["uric acid lowers gout"]
    assert row["wrong"] == ["uric acid causes Gout"]


def test_a_file_of_another_form_is_named(run):
    code, _, said = run(text='{"text": "Sage."}\n')
    assert code == 2
    assert "set.jsonl" in said and "topic, text and claims" in said
