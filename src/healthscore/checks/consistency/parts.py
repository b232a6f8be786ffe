"""Counts that titles and introductions announce ("five ways"), with the parts that follow."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from healthscore.language.analysis import Analysis, Sentence
from healthscore.language.claims.kinds import Kind, is_kind
from healthscore.language.claims.quantities import counts_things, number
from healthscore.language.lexicon import words
from healthscore.language.stems import stem

_FEWEST, _MOST = 2, 20  # parts that are announced by a number
_REACH = 4  # words from the number to the thing it counts
_NUMBERED = re.compile(r"#*\s*\W{0,2}(\d{1,2})[.):]\s")
_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth".split()
_ENDS_ROW = frozenset({"last", "final", "finally", "lastly"})
_ONE_MORE = frozenset(
    "and another next then finally last lastly also besides third fourth fifth sixth other".split()
)
_ENDS_WITHIN = 5  # words in which "fourth and last" stands
_BOLD = re.compile(r"\s*\*\*[^*\n]+\*\*")


class Announced(Struct, frozen=True):
    """A sentence that announces a count, the words in which it does, how many parts follow, and what shows it."""

    sentence: Sentence
    size: int
    words: str
    following: int
    shown: Sentence


def parts_announced(analysis: Analysis, announcing: Sequence[Sentence]) -> Iterator[Announced]:
    """Each count that the opening announces, where what follows can be counted with certainty."""
    contents = [s for s in analysis.sentences if s.block.kind == "contents"]
    for sentence in announcing:
        found = _count(analysis, sentence)
        if found and len(contents) >= _FEWEST:
            after = next((s for s in analysis.prose_sentences if s.index == sentence.index + 1), None)
            shown = after if after is not None and after in announcing else contents[-1]
            yield Announced(sentence, *found, len(contents), shown)
    headings = _numbered(analysis, [s for s in analysis.sentences if s.block.kind == "heading"])
    for sentence in _openings(analysis, announcing, headings):
        found = _count(analysis, sentence)
        if found is None:
            continue
        parts = (
            headings
            or _bold_after(analysis, sentence)
            or _ordered(analysis, sentence)
            or _named_in_order(analysis, sentence, found[1])
        )
        if len(parts) >= _FEWEST:
            yield Announced(sentence, *found, len(parts), parts[-1])
            continue
        last = _called_last(analysis, found[1])
        if last is not None:
            yield Announced(sentence, *found, *last)


def _openings(
    analysis: Analysis, announcing: Sequence[Sentence], headings: Sequence[Sentence]
) -> Iterator[Sentence]:
    """The sentences that may announce what is counted: of the opening, and the title; all before the first part."""
    end = headings[0].index if headings else len(analysis.sentences)
    opens = [
        s
        for s in analysis.prose_with("announcement")
        if s.index < end and (s in announcing or _says_that_follow(analysis, s))
    ]
    title = next((s for s in analysis.sentences if s.first < s.last), None)
    yield from opens
    if title is not None and title.block.kind == "heading" and title.index < end:
        yield title


def _says_that_follow(analysis: Analysis, sentence: Sentence) -> bool:
    return any(cue.kind == "counts" for cue in analysis.cues_by_category(sentence)["announcement"])


def _count(analysis: Analysis, sentence: Sentence) -> tuple[int, str] | None:
    """The number of "two key aspects" with the words that say it, where a sentence announces so many things."""
    found: list[tuple[int, str]] = []
    for i in range(sentence.first, sentence.last):
        thing = _counted_by(analysis, sentence, i)
        if thing is not None:
            tokens = analysis.tokens
            found.append((int(number(tokens[i])), analysis.quote(tokens[i].start, tokens[thing].end)))
    return found[0] if len(found) == 1 else None  # of "three causes and five cures" neither is sure to follow


def _counted_by(analysis: Analysis, sentence: Sentence, index: int) -> int | None:
    """The token of the things that the number at a token counts, where it announces a list of them."""
    token, before = analysis.tokens[index], analysis.tokens[max(sentence.first, index - 1)]
    if not counts_things(token) or not _FEWEST <= number(token) <= _MOST or number(token) % 1:
        return None
    if before.norm in words("counted-thing", "no-announcement"):
        return None
    for i in range(index + 1, min(index + _REACH, sentence.last)):
        if is_kind(analysis.tokens[i], Kind.PREPOSITION | Kind.SUBORDINATOR | Kind.AUXILIARY):
            return None
        if analysis.tokens[i].norm in words("counted-thing", "thing") or is_kind(
            analysis.tokens[i], Kind.COUNTED_NOUN
        ):
            return i
    return None


def _numbered(analysis: Analysis, headings: Sequence[Sentence]) -> list[Sentence]:
    """The headings that are numbered 1, 2, 3 in a row; none where the numbers do not run on, or only part a document."""
    found: list[Sentence] = []
    for heading in headings:
        match = _NUMBERED.match(analysis.article.text, heading.block.start, heading.block.end)
        if not match:
            continue
        of_document = not words("counted-thing", "section-heading").isdisjoint(analysis.words(heading)[:2])
        if of_document or int(match[1]) != len(found) + 1:
            return []
        found.append(heading)
    return found


def _bold_after(analysis: Analysis, sentence: Sentence) -> list[Sentence]:
    """The paragraphs with a bold lead that follow a sentence at once; none where the row is broken and goes on."""
    firsts, seen = [], {sentence.block.start}
    for s in analysis.sentences[sentence.index + 1 :]:
        if s.block.kind in ("reference", "code", "contents") or s.first == s.last:
            continue
        if s.block.start not in seen:
            seen.add(s.block.start)
            firsts.append(s)
    leads = [bool(_BOLD.match(analysis.article.text, s.block.start, s.block.end)) for s in firsts]
    size = leads.index(False) if False in leads else len(leads)
    return [] if any(leads[size:]) else firsts[:size]


def _ordered(analysis: Analysis, sentence: Sentence) -> list[Sentence]:
    """The sentences that begin with "First", "Second" and so on, where one says that it is the last."""
    found: list[Sentence] = []
    for later in analysis.prose_sentences:
        if later.index <= sentence.index or len(found) == len(_ORDINALS):
            continue
        opening = analysis.words(later)[:_ENDS_WITHIN]
        if _ORDINALS[len(found)] in (*opening[:2], opening[0].removesuffix("ly")):
            found.append(later)
            if not _ENDS_ROW.isdisjoint(opening):
                return found
    return []


def _named_in_order(analysis: Analysis, sentence: Sentence, counted: str) -> list[Sentence]:
    """The sentences of "The first habit", "The second habit" and so on, where nothing afterwards begins as one more may."""
    thing = stem(counted.split()[-1].lower())
    found: list[Sentence] = []
    for later in analysis.sentences[sentence.index + 1 :]:
        opening = analysis.norms[later.first : min(later.last, later.first + _ENDS_WITHIN)]
        here = len(found) < len(_ORDINALS) and _ORDINALS[len(found)] in opening[:2]
        if here and thing in map(stem, opening):
            found.append(later)
        elif found and not _ONE_MORE.isdisjoint(opening[:2]):
            return []
    return found


def _called_last(analysis: Analysis, counted: str) -> tuple[int, Sentence] | None:
    """The number and the sentence of "the third and last of the methods"."""
    thing = stem(counted.split()[-1].lower())
    for size in range(_FEWEST, len(_ORDINALS) + 1):
        sentence = said_to_be_last(analysis, size)
        if sentence is not None and thing in analysis.stems[sentence.first : sentence.last]:
            return size, sentence
    return None


def said_to_be_last(analysis: Analysis, size: int) -> Sentence | None:
    """The sentence that calls something "the third and last", where so many were announced."""
    if size > len(_ORDINALS):
        return None
    return next(
        (
            s
            for s in analysis.prose_sentences
            for here, following in zip(analysis.words(s), analysis.words(s)[2:], strict=False)
            if here == _ORDINALS[size - 1] and following in _ENDS_ROW
        ),
        None,
    )
