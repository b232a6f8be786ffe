"""Sentences of a block, as spans.

A full stop ends a sentence unless it belongs to an abbreviation, an initial or a number in a list; what may
be either (the U.S., vitamin C., Jane Smith, Ph.D.) ends one where a word follows that starts sentences. The
words are in ``abbreviations.toml``. Every decision looks at a bounded stretch of text, so time is linear.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path

import rtoml

from healthscore.article import Block, Span
from healthscore.regexes import when_needed

_WHOLE = frozenset({"heading", "contents", "reference", "table"})  # one sentence each
# A set of single characters is searched for at the speed of C; only there is the rest of the pattern tried.
_STOP = re.compile(
    r"[.!?…•▪●](?:"
    r"(?<=[.!?…])(?<![.!?…]{2})(?P<more>[.!?…]*+)"
    r"(?P<closing>[\"'”’»)\]*_]*+)"
    r"(?P<marker>(?:[ \t]?\[\^?\w{1,10}(?: ?[,;–-] ?\^?\w{1,10}){0,9}\]"  # [3], [3, 5-7], [^note]
    r"|(?<=[a-z]\.)\d{1,3}(?:[,–-]\d{1,3}){0,9}(?=\s)"  # a superscript that lost its height
    r"|[⁰¹²³⁴-⁹⁻]{1,9})*)"
    r"|(?<=\s[•▪●])(?P<bullet>(?=\s)))"
)
_NEXT = re.compile(r"[\s\"'“‘(\[¿¡*_–—•-]*+(?P<word>\w(?:['’]?\w)*)?")
_DASH = re.compile(r"\s+(?:[–—]|--)\s")
_INITIALS = re.compile(r"(?:[A-Za-z]\.){1,5}[A-Za-z]{1,2}")  # N.C, Ph.D
_LETTERS = when_needed(r"[A-Z]\d{0,2}(?:, ?|,? (?:and|or|&) )$")  # vitamins A and C.
_BLANKS = " \t\n\r\f\v\x85\xa0\u2028\u2029\u202f\u3000\ufeff\u200b\u2060"
_BULLET = re.compile(r"[-–—•▪●*·]\s+")
_REACH = 24  # characters before a stop that may matter
_LONGEST = (
    4_000  # characters: text without stops is cut, since what is weighed within a sentence takes its square
)


def sentence_spans(prose: str, block: Block) -> Iterator[Span]:
    """The sentences of a block that hold a letter or digit, without surrounding white space."""
    start = block.start
    if block.kind not in _WHOLE:
        for match in _STOP.finditer(prose, block.start, block.end):
            if match.start() >= start and _ends(prose, match, start, block.end):
                yield from _bounded(prose, start, match.end() if match["bullet"] is None else match.start())
                start = match.end()
    yield from _bounded(prose, start, block.end)


def _bounded(prose: str, start: int, end: int) -> Sequence[Span]:
    """A sentence, or what one is cut into where it is too long to be one: between words, if there is a place."""
    spans: list[Span] = []
    while end - start > _LONGEST:
        limit = start + _LONGEST
        cut = max(prose.rfind(" ", start, limit), prose.rfind("\n", start, limit)) + 1 or limit
        spans += _trimmed(prose, start, cut)
        start = cut
    return [*spans, *_trimmed(prose, start, end)]


def _trimmed(prose: str, start: int, end: int) -> Sequence[Span]:
    """The sentence without what surrounds it, if it is one."""
    text = prose[start:end].lstrip(_BLANKS)
    if bullet := _BULLET.match(text):
        text = text[bullet.end() :]
    if not any(map(str.isalnum, text)):
        return ()
    first = end - len(text)
    return (Span(first, first + len(text.rstrip(_BLANKS))),)


def _ends(prose: str, match: re.Match[str], start: int, limit: int) -> bool:
    """Whether a sentence that began at ``start`` ends with this match."""
    end = match.end()
    if end >= limit or match["bullet"] is not None:
        return True
    if not prose[end].isspace():
        return _is_glued(prose, match)
    following = _NEXT.match(prose, end, limit)
    word = (following and following["word"]) or ""
    if word[:1].islower() and word.islower():
        return _after_dash(prose, end, limit)
    if match["more"] or prose[match.start()] != ".":
        return True
    before = _word_before(prose, match.start(), start)
    if _DASH.match(prose, end, limit) and _may_go_on(before):
        return False  # a place in front of the news: "CHICAGO, Ill. — Doctors say"
    return not _belongs_to_word(before, word, prose[max(start, match.start() - _REACH) : match.start()])


def _after_dash(prose: str, at: int, limit: int) -> bool:
    """Whether a dash that serves as a bullet follows a stop."""
    return _BULLET.match(prose, at + 1, limit) is not None


def _is_glued(prose: str, match: re.Match[str]) -> bool:
    """Whether a space was forgotten between two sentences: "...the end.Then it"."""
    before, after = prose[max(match.start() - 3, 0) : match.start()], prose[match.end() : match.end() + 3]
    return (
        len(before) == 3
        and before.isalpha()
        and before.islower()
        and after[:1].isupper()
        and after[1:].islower()
    )


def _word_before(prose: str, stop: int, start: int) -> str:
    """The word that a full stop follows directly, without an opening bracket; empty after a space."""
    words = prose[max(start, stop - _REACH) : stop].rsplit(maxsplit=1)
    if not words or prose[stop - 1].isspace():
        return ""
    return words[-1].lstrip("(\"'“‘[*_").rpartition("(")[2]


def _belongs_to_word(word: str, following: str, sentence: str) -> bool:
    """Whether the full stop is part of the word before it rather than the end of the sentence."""
    lists, known = _abbreviations(), word.lower().replace("’", "'")
    if not word:
        return False
    if len(sentence) < _REACH and not any(map(str.isalpha, sentence)):
        return True  # "1." in front of an item
    if known in lists["never"]:
        return True
    starts_sentence = following.lower().replace("’", "'") in lists["starters"]
    if known in lists["number"] and following[:1].isdigit() and (len(word) > 1 or word.islower()):
        return True
    if len(word) == 1 and word.isalpha():
        return not (starts_sentence or _names_with_letter(sentence[: -1 - len(word)]))
    return _may_go_on(word) and not starts_sentence


def _may_go_on(word: str) -> bool:
    """Whether a word with its stop may stand in the middle of a sentence as well as at its end."""
    lists, known = _abbreviations(), word.lower()
    return (
        known in lists["either"]
        or (known in lists["capitalised"] and word[0].isupper())
        or (_INITIALS.fullmatch(word) is not None and known not in lists["hours"])
    )


def _names_with_letter(before: str) -> bool:
    """Whether the words before a single letter make a name of it, as in vitamin C or type I."""
    words = before.split()
    return bool(words) and (
        words[-1].lower() in _abbreviations()["lettered"] or _LETTERS().search(before + " ") is not None
    )


@cache
def _abbreviations() -> Mapping[str, frozenset[str]]:
    data = rtoml.load(Path(__file__).with_name("abbreviations.toml"))
    return {name: frozenset(words) for name, words in data.items()}
