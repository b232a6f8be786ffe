"""Patterns of lexicons: what they stand for, and how a text's words find them."""

import pytest
from msgspec import msgpack
from msgspec.structs import astuple

from healthscore.built import keep
from healthscore.language import lexicon
from healthscore.language.compiled import Compiled, number_of, sign
from healthscore.language.cues import Matcher
from healthscore.language.lexicon import Entry, entries, groups, parse, shipped, words
from healthscore.language.patterns import as_written, expand, slots
from healthscore.language.tokens import tokenise

PATTERNS = (
    "(no|little|) (clear |)effect^",
    "help~ (to |)(sleep|rest)",
    "(very |)(non-|)toxic",
    "as (good|safe)(r|) as",
    "(it|this) (is|has been) (wide|common)ly (said|claimed)",
    "well known",
)


def _entry(*phrases, category="made", kind="up"):
    return Entry(category, kind, {}, phrases)


def _found(matcher, text):
    return [text[cue.start : cue.end] for cue in matcher.find(tokenise(text))]


@pytest.mark.parametrize("pattern", PATTERNS)
def test_every_phrase_that_a_pattern_stands_for_is_found(pattern):
    phrases = {phrase for phrase in expand(pattern) if phrase}
    matcher = Matcher.of([_entry(pattern)])
    for phrase in [*phrases, *phrases]:  # a second time through the same nodes
        assert _found(matcher, f"oh {phrase} oh") == [phrase]


@pytest.mark.parametrize(
    "text",
    [
        "clear",
        "helped to",
        "helping to sit",
        "very",
        "as good",
        "it is widely",
        "this has been claimed",
        "well",
    ],
)
def test_the_beginning_of_a_pattern_is_not_found(text):
    assert _found(Matcher.of([_entry(*PATTERNS)]), f"{text} oh") == []


def test_of_phrases_that_begin_alike_the_longest_of_each_category_is_found():
    matcher = Matcher.of(
        [_entry("iron", "iron tablet^"), _entry("iron", "iron (tablets|pills) help", category="other")]
    )
    found = matcher.find(tokenise("Iron tablets help a little."))
    assert [(cue.category, cue.last) for cue in found] == [("made", 2), ("other", 3)]


def test_a_break_ends_a_phrase():
    tokens = tokenise("Take iron. Tablets help.")
    matcher = Matcher.of([_entry("iron tablets")])
    assert len(matcher.find(tokens)) == 1
    assert matcher.find(tokens, frozenset({2})) == []


@pytest.mark.parametrize("pattern", ["a (b (c|d)|e) f", "a(b(c)|d) e", "half) open", "half (open"])
def test_brackets_that_nest_or_are_not_closed_are_refused(pattern):
    with pytest.raises(ValueError, match="brackets do not nest"):
        slots(pattern)


def test_every_shipped_pattern_can_be_taken_apart_and_is_written_with_single_blanks():
    for entry in groups():
        assert entry.phrases, entry
        for phrase in entry.phrases:
            assert all(as_written(phrase)), (entry.category, phrase)
            assert any(any(ways) for ways in slots(phrase)), (entry.category, phrase)


def test_the_phrases_of_a_kind_are_those_of_its_category_with_that_kind():
    kinds = {entry.kind for entry in groups("grammar")}
    for kind in kinds:
        of_all = [phrase for phrase, entry in entries("grammar") if entry.kind == kind]
        assert [phrase for phrase, _ in entries("grammar", kind)] == of_all
        assert words("grammar", kind) == {phrase for phrase in of_all if " " not in phrase}


def test_a_frame_is_said_once_of_each_filling():
    toml = """
    category = "made"
    [[frames]]
    one_of = "where it grows"
    phrases = ["grows (on|near) the {}", "{} grown"]
    [fillings]
    shore = "(shore|beach)"
    "marsh land" = "marsh"
    """
    found = [(e.kind, e.attributes["one_of"], e.phrases) for e in parse(toml)]
    assert found == [
        ("shore", "where it grows", ("grows (on|near) the (shore|beach)", "(shore|beach) grown")),
        ("marsh land", "where it grows", ("grows (on|near) the marsh", "marsh grown")),
    ]


def test_what_an_installation_builds_says_what_the_files_say(tmp_path, monkeypatch):
    monkeypatch.setattr(lexicon, "_BUILT", tmp_path / "compiled.msgpack")
    made = shipped.__wrapped__()
    lexicon.build()
    monkeypatch.setattr(lexicon, "_made", None)
    built = shipped.__wrapped__()
    assert built.compiled == made.compiled
    assert [*map(astuple, built.of(None))] == [*map(astuple, made.of(None))]


def test_lexicons_built_of_others_are_not_used(tmp_path, monkeypatch):
    file = tmp_path / "compiled.msgpack"
    keep(file, [], lexicon._made())
    monkeypatch.setattr(lexicon, "_BUILT", file)
    monkeypatch.setattr(lexicon, "_made", lambda: msgpack.encode(([], {}, {}, Compiled({}, {}))))
    assert not [*shipped.__wrapped__().of(None)]


def test_building_leaves_what_is_read_already_as_it_is(tmp_path, monkeypatch):
    monkeypatch.setattr(lexicon, "_BUILT", tmp_path / "compiled.msgpack")
    before = [*groups("hedge")]
    lexicon.build()
    assert all(one is other for one, other in zip(before, groups("hedge"), strict=True))


def test_an_entry_is_always_the_same_one():
    assert all(one is other for one, other in zip(groups("grammar"), groups("grammar"), strict=True))


def test_signs_keep_the_order_of_numbers_and_are_no_blank_and_no_half_of_a_character():
    numbers = [*range(70_000)]
    signs = [*map(sign, numbers)]
    assert signs == sorted(signs)
    assert [*map(number_of, signs)] == numbers
    assert " " not in signs
    assert "".join(signs).encode("utf-8")
