"""Records: a report that takes any name, its key, and sketches that come back as they were."""

import json
from pathlib import Path

import pytest

from healthscore import read, score
from healthscore.batch.item import Item
from healthscore.batch.record import Scorer, key
from healthscore.batch.sketches import packed, unpacked
from healthscore.batch.templates import Sample
from healthscore.reading.limits import Limits
from healthscore.report.selection import PerFile, Selection
from healthscore.rubric import load_rubric
from healthscore.scoring import sketch

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.*t*"))
RUBRIC = load_rubric("five-dimensions")
NAMES = [
    'quote " and \\ slash.txt',
    "line\nend\u2028.txt",
    "lone \udcff.txt",
    '{"article": {"source": "x"}}.txt',
]


@pytest.mark.parametrize("compare", [True, False])
def test_a_record_gives_the_report_of_its_file(compare):
    path = Path(__file__).parents[2] / "examples" / "leaflet.txt"
    record = Scorer(RUBRIC, compare)(Item(str(path), path.read_bytes()))
    report = score(read(path))
    assert record.line(str(path)) == report.to_json(None).encode() + b"\n"
    assert record.row(str(path)) == report.to_row()
    assert record.rating == report.rating
    assert dict(record.dimensions) == {dimension.id: dimension.rating for dimension in report.dimensions}
    assert sum(record.rules.values()) == len(report.findings)
    assert (record.sketch is not None) is compare


@pytest.mark.parametrize("name", NAMES)
def test_a_record_takes_any_name(name):
    text = 'Tea is warm. "article": {"source": ""} is how a report begins.'
    record = Scorer(RUBRIC)(Item("first.txt", text))
    assert record.line(name) == score(text, source=name).to_json(None).encode() + b"\n"
    assert len(record.line(name).splitlines()) == 1


def test_a_key_is_that_of_content_ending_and_rubric():
    same = {key(Item(name, b"Tea."), "r", Selection(), Limits()) for name in ("a.txt", "b/c.TXT")}
    others = [
        key(Item("a.txt", b"Tea"), "r", Selection(), Limits()),
        key(Item("a.md", b"Tea."), "r", Selection(), Limits()),
        key(Item("a.txt", "Tea."), "r", Selection(), Limits()),
        key(Item("a.txt", b"Tea."), "s", Selection(), Limits()),
    ]
    assert len(same) == 1
    assert len({*same, *others}) == 5


@pytest.mark.parametrize(
    ("content", "limits", "same"),
    [
        (b"%PDF-1.7", Limits(max_pages=1), False),
        (b"%PDF-1.7", Limits(max_seconds=1), False),
        (b"%PDF-1.7", Limits(max_bytes=1000), False),
        (b"%PDF-1.7", Limits(20_000_000, 200, 4, 200_000), True),
        (b"Tea.", Limits(max_pages=1), True),
        (b"Tea.", Limits(2_000_000), True),
        (b"Tea.", Limits(max_characters=4), False),
        ("Tea.", Limits(max_pages=1), True),
    ],
)
def test_a_key_is_that_of_the_limits_that_the_article_has_still_to_meet(content, limits, same):
    item = Item("a", content)
    assert (key(item, "r", Selection(), limits) == key(item, "r", Selection(), Limits())) is same


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_a_sketch_comes_back_as_it_was(path):
    made = sketch(read(path))
    assert unpacked(packed(made), made.source) == made


def test_a_sample_is_the_same_in_any_order_and_of_the_size_asked_for():
    entries = [(bytes([i * 7 % 256, i]), f"{i}.txt") for i in range(200)]
    forth, back = Sample(20), Sample(20)
    for entry in entries:
        forth.add(*entry)
    for entry in reversed(entries):
        back.add(*entry)
    assert forth.chosen == sorted(sorted(entries)[:20], key=entries.index)
    assert {*back.chosen} == {*forth.chosen}
    few = Sample(500)
    for entry in entries:
        few.add(*entry)
    assert few.chosen == entries
    assert json.dumps(Sample(0).chosen) == "[]"


def test_findings_are_told_as_the_selection_for_that_name_has_it():
    path = Path(__file__).parents[2] / "examples" / "one-sided.md"
    here = Path.cwd()
    selection = Selection(per_file=(PerFile("one-*", frozenset({"sourcing/no-author"}), here, here),))
    item = Item(str(path), path.read_bytes())
    told = Scorer(RUBRIC, selection=selection)(item)
    assert told.line(str(path)) == selection.of(score(read(path))).to_json(None).encode() + b"\n"
    assert "sourcing/no-author" not in told.rules
    assert "sourcing/no-author" in Scorer(RUBRIC)(item).rules
    assert key(item, "r", selection, Limits()) != key(item, "r", Selection(), Limits())
    other = Item("two.md", path.read_bytes())
    assert key(other, "r", selection, Limits()) == key(other, "r", Selection(), Limits())
