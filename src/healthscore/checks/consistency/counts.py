"""How many parts, stages or kinds a thing has, and how many doses of it are needed, said twice."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from healthscore.checks.consistency.figured import COUNTED, Extent, Figure, at_odds, extent, figure
from healthscore.checks.consistency.pairs import statements_at
from healthscore.checks.consistency.weighing import Weighed
from healthscore.language.analysis import Analysis, Sentence
from healthscore.language.claims.kinds import Kind
from healthscore.language.claims.quantities import amounts_in, counts_things, number
from healthscore.language.claims.times import ENDLESS, times_in
from healthscore.language.lexicon import words

_LONGEST = 3  # words before the noun that a number counts: "three main types"
_MOST = 1000
_PORTIONS = frozenset("dose doses jab jabs shot shots injection injections session sessions visit visits appointment appointments vaccination vaccinations booster boosters".split())
_ENDS = Kind.CLOSED | Kind.VERB | Kind.COPULA
_NOT_COUNTED = Kind.PERSON_NOUN | Kind.TIME_NOUN | Kind.GENERIC_NOUN
_BOUNDED = frozenset("least than to most over about around another other first last next these those least or under nearly almost between and every per type stage grade phase group".split())
_PLURALS = frozenset("teeth feet vertebrae children bacteria criteria halves lobes phalanges nuclei ganglia".split())
_SESSIONS = frozenset({"session", "visit", "appointment"})
_ENOUGH = frozenset("enough suffices sufficient only all once fully protects protected protection given".split())
_IN_A_SCHEDULE = frozenset({"a", "per", "each", "every", "daily", "weekly", "late", "early"})
_NEEDED = frozenset("need needs needed require requires required must necessary complete calendar given after without consist consists course series schedule get gets receive receives".split())


class _Count(NamedTuple):
    """Tokens ``[first, last)`` of a number with the noun that it counts, and what it may be."""

    first: int
    last: int
    low: float
    high: float


def counts_otherwise(analysis: Analysis) -> Iterator[Weighed]:
    """Pairs of counts of the parts of one thing, or of the doses of it that are needed, that are not the same."""
    found = list(_figures(analysis))
    if len(found) > 1:
        yield from at_odds(found, "How many there are of", "Give one count, and say what is counted.", apart=COUNTED)


def _figures(analysis: Analysis) -> Iterator[Figure]:
    places = sorted({*analysis.numerals, *analysis.places_of(("single", "first", "second"))})
    for sentence in statements_at(analysis, places):
        taken = {i for a in amounts_in(analysis, sentence) if a.quantity.unit != "count" for i in range(a.first, a.last)}
        for index in range(sentence.first, sentence.last - 1):
            norm = analysis.norms[index]
            if index in taken or not (norm in ("single", "first", "second") or counts_things(analysis.tokens[index])):
                continue
            read = _portions(analysis, sentence, index) or _parts(analysis, sentence, index)
            if read is not None and read.terms:
                yield read


def _noun(analysis: Analysis, sentence: Sentence, index: int) -> int | None:
    """The noun that a number counts, by index."""
    for at in range(index + 1, min(sentence.last, index + 2 + _LONGEST)):
        if analysis.norms[at] in words("figure", "sorting"):
            continue
        if analysis.kinds[at] & _ENDS or (at > index + 1 and not (analysis.gap(at).isspace() or analysis.gap(at) == "-")):
            return at - 1 if at - 1 > index else None
    return min(sentence.last, index + 2 + _LONGEST) - 1 if index + 1 < sentence.last <= index + 1 + _LONGEST else None


def _portions(analysis: Analysis, sentence: Sentence, index: int) -> Figure | None:
    """How many doses "a single dose is enough", "you need two injections" and "the second dose" make."""
    norms = analysis.norms
    noun = next((i for i in range(index + 1, min(sentence.last, index + 3)) if norms[i] in _PORTIONS), None)
    if noun is None:
        return None
    after = norms[noun + 1] if noun + 1 < sentence.last else ""
    if after in _IN_A_SCHEDULE or (index > sentence.first and norms[index - 1] in ("missed", "every", "each", "than", "least")):
        return None
    around = extent(analysis, sentence, index, noun + 1)
    said = frozenset(norms[around.first : around.last])
    if norms[noun].removesuffix("s") in _SESSIONS and _works_after(analysis, sentence, around, index):
        low = 1.0 if norms[index] in ("single", "first") else number(analysis.tokens[index])
        asking = {i for c in analysis.cues_in(sentence, "duration") for i in range(c.first, c.last)}
        return figure(analysis, sentence, "sessions to effect", (index, noun + 1), (low, low), asking)
    if norms[index] == "first":
        return None
    if norms[index] in ("single", "one"):
        low, high, fits = 1.0, 1.0, bool(said & _ENOUGH)
    elif norms[index] == "second":
        low, high, fits = 2.0, ENDLESS, bool(_NEEDED & frozenset(norms[sentence.first : sentence.last]))
    else:
        low = high = number(analysis.tokens[index])
        fits = low > 1 and bool(said & _NEEDED)
    if not fits or any(times.first >= around.first and times.last <= around.last for times in times_in(analysis, sentence)):
        return None
    of = noun + 2 if after == "of" else noun + 1
    end = next((i for i in range(of, around.last) if analysis.kinds[i] & _ENDS and i > of), around.last)
    named = range(of, end) if after == "of" else range(around.first, index)
    dropped = {i for i in range(*around) if i not in named or norms[index] == "second" and after != "of"}
    read = figure(analysis, sentence, "doses", (index, noun + 1), (low, high), dropped | _frame(analysis, around))
    return read if read.terms else replace(read, terms=analysis.topic.key)


def _works_after(analysis: Analysis, sentence: Sentence, around: Extent, index: int) -> bool:
    """True for "brings relief after the first session"."""
    cues = analysis.cues_by_category(sentence).get("duration", ())
    works = any(c.kind == "acts" and around.first <= c.first < around.last for c in cues)
    return works and "after" in analysis.norms[max(around.first, index - 2) : index]


def _parts(analysis: Analysis, sentence: Sentence, index: int) -> Figure | None:
    """How many "The heart has four chambers" and "the four stages of gout" count."""
    norms, kinds = analysis.norms, analysis.kinds
    if not counts_things(analysis.tokens[index]) or not 1 <= number(analysis.tokens[index]) <= _MOST or norms[index] == "half":
        return None
    before = norms[index - 1] if index > sentence.first else ""
    noun = _noun(analysis, sentence, index)
    if noun is None or before in _BOUNDED or (before == "of" and index - 2 >= sentence.first and norms[index - 2] != "up" and norms[index - 2] not in ("consists", "consist", "composed", "made")):
        return None
    kind = kinds[noun]
    sort = norms[noun].removesuffix("s") in words("figure", "sort")
    listed = kind & Kind.COUNTED_NOUN and not sort
    general = (kind & _NOT_COUNTED and not sort and not listed) or norms[noun] in words("figure", "not-counted")
    one = number(analysis.tokens[index]) == 1
    plural = norms[noun].endswith("s") and not norms[noun].endswith("ss") or norms[noun] in _PLURALS
    if general or not (plural or one) or (one and not _has_kinds(norms[noun])):
        return None
    place = _structure(analysis, sentence, index, noun)
    if place is None:
        return None
    value = number(analysis.tokens[index])
    if norms[noun - 1] != norms[index] and counts_things(analysis.tokens[index + 1]) and analysis.gap(index + 1) == "-":
        value += number(analysis.tokens[index + 1])  # "twenty-four"
    around = extent(analysis, sentence, index, noun + 1)
    dropped = {*_frame(analysis, around), *range(place, around.last), noun}
    read = figure(analysis, sentence, f"count {analysis.stems[noun]}", (index, index + 1), (value, value), dropped)
    said = " ".join(analysis.quote(analysis.tokens[index].start, analysis.tokens[noun].end).split())
    if not read.terms:  # "adults have 32 permanent teeth"
        groups = frozenset(limit for limit in read.limits if limit.startswith("population:"))
        read = replace(read, terms=groups or read.terms, limits=read.limits - groups)
    if listed:  # "there are three ways" may be some of them, "the four ways" are all
        definite = before in ("the", "all", "these")
        read = replace(read, general=definite, possible=not definite)
    return replace(read, said=said)


def _has_kinds(norm: str) -> bool:
    return norm in ("type", "kind", "form", "stage", "phase", "chamber", "layer", "part", "degree")


def _structure(analysis: Analysis, sentence: Sentence, index: int, noun: int) -> int | None:
    """Where what is counted ends to be named, where the words around a count say that it is all there are; else None."""
    norms, around = analysis.norms, extent(analysis, sentence, index, noun + 1)
    after = norms[noun + 1] if noun + 1 < around.last else ""
    before = norms[max(around.first, index - 5) : index]
    definite = before[-1:] in (["the"], ["all"], ["its"])
    sorts = norms[noun].removesuffix("s") in words("figure", "sort")
    if after in ("are", "that", "which") and not words("figure", "makes-up").isdisjoint(norms[noun + 1 : noun + 4]):
        return around.last
    if (after == "of" and (definite or sorts)) or (after == "to" and definite):
        verb = next((i for i in range(noun + 2, around.last) if analysis.kinds[i] & (Kind.AUXILIARY | Kind.COPULA | Kind.RELATIVE)), around.last)
        return verb
    there = "there" in before and bool({"are", "is"} & {*before})
    has = any(word in words("figure", "made-of") for word in before)
    return around.last if there or has else None


def _frame(analysis: Analysis, around: Extent) -> set[int]:
    said = words("figure", "made-of") | words("figure", "sort") | _NEEDED | _ENOUGH | words("figure", "sorting")
    return {i for i in range(*around) if analysis.norms[i] in said or analysis.norms[i].removesuffix("s") in said}
