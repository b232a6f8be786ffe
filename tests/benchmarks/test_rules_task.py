"""The benchmark on what each rule tells of articles with every sentence labelled."""

import json
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FLAWED = [
    ("ok", "Sage flowers in June.", True),
    ("ok", "It flowers for about three weeks, and bees like it.", False),
    ("safe-without-limit", "Sage is completely safe and has no side effects.", False),
    ("ok", "Order seeds today and you will see it next year.", False),
]
SOUND = [("ok", "Sage can upset the stomach.", False), ("ok", "Studies show that it tastes bitter.", False)]


@pytest.fixture
def run(monkeypatch, capsys, tmp_path):
    """Measures two articles, or another text in their place; gives the exit code, the figures and the complaint."""
    monkeypatch.syspath_prepend(str(ROOT / "benchmarks"))
    import accuracy

    def _run(text=None, *options):
        parts = [(1, *part) for part in FLAWED] + [(2, *part) for part in SOUND]
        lines = [{"article": a, "kind": k, "text": t, "heading": h} for a, k, t, h in parts]
        whole = "".join(json.dumps(line) + "\n" for line in lines) if text is None else text
        (tmp_path / "01.jsonl").write_text(whole, encoding="utf-8")
        code = accuracy.main(["rules", "--data", str(tmp_path), "--json", *options])
        printed = capsys.readouterr()
        return code, [json.loads(line) for line in printed.out.splitlines()], printed.err

    return _run


def test_tells_findings_on_faults_from_those_on_sound_sentences(run):
    code, [figures], _ = run()
    assert code == 0
    assert (figures["n"], figures["n_sound"]) == (2, 1)
    assert figures["balance/blanket-safety right"] == 1
    assert figures["balance/blanket-safety in sound"] == 0
    assert figures["sourcing/vague-attribution right"] == 0
    assert figures["sourcing/vague-attribution in sound"] == 1
    assert 0 < figures["right_named"] < 1


def test_lists_what_is_told_of_sound_sentences(run):
    _, [_, *listed], _ = run(None, "--list")
    assert {"sourcing/vague-attribution"} <= {row["rule"] for row in listed}
    assert "balance/blanket-safety" not in {row["rule"] for row in listed}


def test_a_line_without_a_label_is_one_line_of_complaint(run):
    code, _, complaint = run('{"article": 1, "text": "Sage flowers in June."}\n')
    assert code == 2
    assert "01.jsonl" in complaint
