"""The benchmark on what articles say again in other words."""

import json
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PARTS = [
    (1, "ok", "Starting with a low dose and raising it slowly helps avoid dizziness."),
    (1, "ok", "The tablets are white, and the packet holds thirty of them."),
    (1, "restated", "Dizziness can be avoided by starting with low doses that are slowly raised."),
    (1, "restated", "Nobody need feel giddy who goes up in small steps."),
    (2, "ok", "Sage flowers in June."),
    (2, "ok", "Bees like it, and so do bumblebees."),
]


@pytest.fixture
def run(monkeypatch, capsys, tmp_path):
    """Measures two articles; gives the exit code and what is printed."""
    monkeypatch.syspath_prepend(str(ROOT / "benchmarks"))
    import accuracy

    def _run(*options):
        lines = [json.dumps({"article": a, "kind": k, "text": t}) + "\n" for a, k, t in PARTS]
        (tmp_path / "01.jsonl").write_text("".join(lines), encoding="utf-8")
        code = accuracy.main(["restated", "--data", str(tmp_path), "--json", *options])
        return code, [json.loads(line) for line in capsys.readouterr().out.splitlines()]

    return _run


def test_counts_what_a_rule_of_repetition_tells_of(run):
    code, [figures] = run()
    assert code == 0
    assert (figures["n"], figures["n_restated"], figures["n_in_sound"]) == (6, 2, 2)
    assert figures["found"] == 0.5
    assert figures["blamed_in_sound"] == 0


def test_lists_each_with_whether_it_is_found(run):
    _, listed = run("--list")
    assert [row["found"] for row in listed] == [True, False]
