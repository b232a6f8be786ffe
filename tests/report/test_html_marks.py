"""The article's text cut into stretches: nothing is lost, and each place is marked from its first character to its last."""

import re

from hypothesis import given
from hypothesis import strategies as st
from made import TEXT, article, report, span

from healthscore.article import Article, Block, Span
from healthscore.checks.base import Hit
from healthscore.report.findings import findings_of
from healthscore.report.html.body import rows
from healthscore.report.html.places import numbered


def _rows(of, spans, dimension="hedging", severity="note"):
    hits = {f"{dimension}/r": tuple(Hit(severity, f"m{i}", "s", places) for i, places in enumerate(spans))}
    return rows(of, numbered(findings_of(of, hits)))


def _said(row):
    return "".join(piece.text for stretch in row.stretches for piece in stretch.pieces)


def _marked(found, note):
    """The words that lead to a note, block by block."""
    return "\n".join(
        "".join(
            piece.text
            for stretch in row.stretches
            if note in {mark.note for mark in stretch.marks}
            for piece in stretch.pieces
        )
        for row in found
    )


@st.composite
def _spans(draw):
    ends = st.integers(0, len(TEXT) - 1)
    pairs = draw(st.lists(st.tuples(ends, ends), max_size=12))
    return [(Span(min(pair), max(pair) + 1),) for pair in pairs]


@given(_spans())
def test_whatever_overlaps_the_whole_text_is_there_and_every_place_is_marked_once(spans):
    of = article()
    found = _rows(of, spans)
    assert "\n".join(map(_said, found)).split() == TEXT.split()
    noted = numbered(
        findings_of(of, {"hedging/r": [Hit("note", f"m{i}", "s", s) for i, s in enumerate(spans)]})
    )
    ids = [mark.id for row in found for stretch in row.stretches for mark in stretch.marks if mark.id]
    assert sorted(ids) == sorted(place.id for finding in noted for place in finding.places)
    ends = [end.number for row in found for stretch in row.stretches for end in stretch.ends]
    assert sorted(ends) == [finding.number for finding in noted]
    for finding in noted:
        quote = finding.finding.evidence[0].quote
        assert _marked(found, finding.id).split() == quote.split()


def test_a_finding_is_told_beside_the_block_where_it_begins_and_named_beside_the_others():
    found = rows(article(), numbered(report().findings))
    conflict = next(
        n for row in found for n in row.notes if n.finding.rule == "consistency/direction-conflict"
    )
    assert [conflict in row.notes for row in found] == [False, True, False, False]
    assert [conflict in row.elsewhere for row in found] == [False, False, False, True]


def test_numbers_follow_the_text_and_what_is_absent_comes_last():
    noted = numbered(report().findings)
    starts = [n.finding.evidence[0].start for n in noted if n.finding.evidence]
    assert starts == sorted(starts)
    assert noted[-1].finding.rule == "sourcing/no-references"


def test_places_that_overlap_are_underlined_in_lanes_of_their_own_and_the_gravest_is_innermost():
    of = article()
    whole, part = span("Valerian has no side effects"), span("no side effects")
    hits = {"hedging/a": [Hit("error", "m", "s", (whole,))], "sourcing/b": [Hit("note", "m", "s", (part,))]}
    found = rows(of, numbered(findings_of(of, hits)))
    both = next(s for row in found for s in row.stretches if len(s.marks) == 2)
    assert [mark.kind for mark in both.marks] == ["f d-sourcing s-note", "f d-hedging s-error"]
    assert {mark.kind.split()[1]: mark.lane for mark in both.marks} == {"d-hedging": 0, "d-sourcing": 1}


def test_places_in_a_row_share_a_lane():
    found = _rows(article(), [(span("Research"),), (span(" suggests"),)])
    assert {mark.lane for row in found for stretch in row.stretches for mark in stretch.marks} == {0}


def _marked_up():
    text = "---\nauthor: M\n---\n\n- **Rest** [helps](https://a.b/c).\n\n1. Walk.\n"
    signs = re.compile(r"---|author: M|\*\*|- (?=\*)|\[|\]\(.*?\)|1\. ")
    prose = signs.sub(lambda match: " " * len(match.group()), text)
    at = text.index("Rest"), text.index("Walk")
    blocks = (
        Block("list_item", at[0] - 2, text.index(".\n\n1") + 1),
        Block("list_item", at[1], at[1] + 5),
    )
    return Article("a.md", text, prose, blocks)


def test_signs_of_markup_are_left_out_addresses_are_kept_apart_and_front_matter_is_shown():
    front, first, second = _rows(_marked_up(), [])
    assert (front.kind, _said(front).split()) == ("rest", ["author:", "M"])
    assert _said(first) == "Rest helps](https://a.b/c)."
    assert [piece.text for s in first.stretches for piece in s.pieces if piece.markup] == ["](https://a.b/c)"]
    assert (second.kind, second.marker, _said(second)) == ("list_item", "1.", "Walk.")


def test_a_place_in_what_is_no_block_is_marked_all_the_same():
    of = _marked_up()
    found = _rows(of, [(Span(0, 3),), (Span(4, 10),)])
    assert [n.number for n in found[0].notes] == [1, 2]
    alone = Article(
        "a",
        "One.\n\n***\n\nTwo.\n",
        "One.\n\n***\n\nTwo.\n",
        (Block("paragraph", 0, 4), Block("paragraph", 11, 15)),
    )
    assert [row.kind for row in _rows(alone, [])] == ["paragraph", "paragraph"]
    assert [row.kind for row in _rows(alone, [(Span(6, 9),)])] == ["paragraph", "rest", "paragraph"]
