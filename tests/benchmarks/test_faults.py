"""The benchmark on planted faults: which are found, and which sound sentences are blamed."""

import json
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
GOOD = """# Sage for cramps

Muscle cramps are common in older people, and most pass within minutes. Stretching the calf before bed helps some people.
No trial has shown that sage cures cramps. Quinine can stop cramps, but it can harm the blood and the heart, so doctors
seldom give it. See your doctor if cramps come every night, or if a leg is swollen. Ask a pharmacist which of your
medicines may cause cramps. Drinking enough and gentle exercise may help, although this has hardly been studied. If
nothing is done, night cramps often come and go for months. Write down when they come and what you were doing, and take the
notes with you. Warmth eases the pain in many people, and so does walking about.
"""
BAD = """# Sage, the end of cramps

Studies show that sage ends cramps in nearly everybody. Sage is completely safe and has no side effects. It flowers in
June, and bees like it. Order today and get a second jar for free. Nobody needs a doctor for cramps. Throw away your
tablets and drink sage tea, because sage is natural and has been trusted for centuries. My aunt drank it and never had
a cramp again. Sage gets to the root of the problem, which tablets never do, and it works for everyone who tries it. It
tastes of summer, and a cup a day is all that it takes. Pour hot water on three leaves, wait until the cup has cooled a
little, and drink it slowly before you go to bed, on Sundays too.
"""
ENTRIES = """
[[article]]
file = "good.md"
flawed = false
faults = []
sound = ["No trial has shown that sage cures cramps."]

[[article]]
file = "bad.md"
flawed = true
faults = [
  { dimension = "hedging", kind = "overclaim", quote = "Sage is completely safe and has no side effects." },
  { dimension = "balance", kind = "selling", quote = "Order today and get a second jar for free." },
  { dimension = "sourcing", kind = "none at all", quote = "It flowers in June, and bees like it." },
]
sound = ["Studies show that sage ends cramps in nearly everybody."]
"""


@pytest.fixture
def measured(monkeypatch, capsys, tmp_path):
    """Runs the task on two articles; gives the exit code, what it printed, what it complained of."""
    monkeypatch.syspath_prepend(str(ROOT / "benchmarks"))
    import accuracy

    (tmp_path / "good.md").write_text(GOOD, encoding="utf-8")
    (tmp_path / "bad.md").write_text(BAD, encoding="utf-8")

    def _measured(entries, *options):
        (tmp_path / "faults.toml").write_text(entries, encoding="utf-8")
        code = accuracy.main(["faults", "--data", str(tmp_path), "--json", *options])
        printed, complaint = capsys.readouterr()
        return code, [json.loads(line) for line in printed.splitlines()], complaint

    return _measured


def test_counts_what_is_found_and_what_is_wrongly_blamed(measured):
    code, (figures,), _ = measured(ENTRIES)
    assert code == 0
    assert figures["n_faults"] == 3
    assert figures["found"] == pytest.approx(2 / 3, abs=1e-4)
    assert figures["found_sourcing"] == 0.0
    assert figures["sound_blamed"] == 0.5
    assert figures["auc"] == 1.0


def test_lists_what_is_missed_and_what_is_blamed(measured):
    _, rows, _ = measured(ENTRIES, "--list")
    assert [row["quote"] for row in rows if "missed" in row] == ["It flowers in June, and bees like it."]
    assert {row["quote"] for row in rows if "blamed" in row} == {
        "Studies show that sage ends cramps in nearly everybody."
    }


def test_what_is_no_such_folder_is_said_in_one_line(measured):
    code, _, complaint = measured('[[article]]\nfile = "good.md"')
    assert code == 2
    assert "article 1: needs faults, file, flawed, sound" in complaint
    assert complaint.count("\n") == 1
