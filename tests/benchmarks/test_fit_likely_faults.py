"""The fit of what reads like a fault, to a few sentences of our own."""

import json
from pathlib import Path

import pytest
from msgspec import json as decoder

from healthscore.language.likely_faults import KindWeights, Weights

ROOT = Path(__file__).resolve().parents[2]
THINGS = tuple("carrots baths stones salts drops lamps rings teas oils mats masks bands".split())
FAULTS = (
    ("cure-claim", "These {} will cure you for ever, without any effort."),
    ("selling", "Order your {} tonight, for only nine are left at this price."),
    ("popularity", "Millions of people use {}, and they are never wrong."),
)
SOUND = (
    "Ask a nurse about {} if you are not sure.",
    "In most people {} make little difference to pain.",
    "See your doctor if the pain gets worse.",
    "The {} may help a few people for a short time.",
)


@pytest.fixture
def fitting(monkeypatch):
    """The module that fits."""
    monkeypatch.syspath_prepend(str(ROOT / "benchmarks"))
    import fit_likely_faults

    return fit_likely_faults


@pytest.fixture
def small(fitting, tmp_path, monkeypatch):
    """A folder with little to fit to, and where the weights go."""
    (tmp_path / "likely_faults" / "articles").mkdir(parents=True)
    (tmp_path / "likely_faults" / "pairs").mkdir()
    for number, thing in enumerate(THINGS):
        mixed = [
            (kind, text)
            for pair in zip(FAULTS, SOUND, strict=False)
            for kind, text in (pair[0], ("ok", pair[1]))
        ]
        parts = [(1, *part) for part in mixed] + [(2, "ok", text) for text in SOUND]
        rows = [{"article": a, "kind": kind, "text": text.format(thing)} for a, kind, text in parts]
        path = tmp_path / "likely_faults" / "articles" / f"{number}.jsonl"
        path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    stories = tmp_path / "stories.jsonl"
    stories.write_text("{}\n", "utf-8")
    monkeypatch.setattr(fitting, "HERE", tmp_path)
    monkeypatch.setattr(fitting, "_planted", list)
    monkeypatch.setattr(fitting, "_sound_articles", list)
    monkeypatch.setattr(fitting.shipped, "FILE", tmp_path / "weights.json")
    monkeypatch.setattr(fitting.shipped, "KINDS_FILE", tmp_path / "kinds.json")
    return tmp_path


def test_finds_the_faults_of_writers_that_it_has_not_seen_and_writes_the_weights(fitting, small, capsys):
    assert fitting.main([str(small / "stories.jsonl")]) == 0
    printed = dict(line.split(maxsplit=1) for line in capsys.readouterr().out.splitlines())
    assert (printed["writers"], printed["articles"], printed["faults"]) == ("12", "24", "36")
    assert float(printed["found"]) == 1
    assert float(printed["right"]) == 1
    assert float(printed["told_in_sound"]) == 0
    weights = decoder.decode((small / "weights.json").read_bytes(), type=Weights)
    assert weights.features["cure"] > 0 > weights.features["nurs"]
    assert not set(THINGS) & weights.features.keys()
    kinds = decoder.decode((small / "kinds.json").read_bytes(), type=KindWeights)
    assert kinds.kinds == ("cure-claim", "popularity", "selling")
    assert kinds.likeliest({"order", "tonight", "price"})[0] == "selling"


def test_check_writes_nothing(fitting, small):
    assert fitting.main([str(small / "stories.jsonl"), "--check"]) == 0
    assert not (small / "weights.json").exists()


def test_a_missing_corpus_is_one_line(fitting, small, capsys):
    assert fitting.main([str(small / "none.jsonl")]) == 2
    assert "none.jsonl" in capsys.readouterr().err


def test_a_word_of_one_topic_is_no_feature(fitting):
    def said(article, topic, *features):
        return fitting.Labelled("writer", article, features, "ok", frozenset(topic))

    of_tea = [said(f"tea {n}", ["tea"], "tannin", "drink") for n in range(3)]
    others = [said(thing, [thing], "drink") for thing in ("milk", "juice", "water", "wine")]
    assert fitting._of_one_topic([*of_tea, *others]) == {"tannin"}
