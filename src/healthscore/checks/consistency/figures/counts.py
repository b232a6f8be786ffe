"""How many parts, stages or kinds a thing has, and how many doses of it are needed, said twice."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from msgspec.structs import replace

from healthscore.checks.consistency.figures.figured import (
    COUNTED,
    Asked,
    Figure,
    answered_twice,
    at_odds,
    figure,
    times_of,
)
from healthscore.checks.consistency.figures.named import Extent, extent
from healthscore.checks.consistency.pairs import statements_at
from healthscore.checks.consistency.weighing import Weighed
from healthscore.language.analysis import Analysis, Sentence
from healthscore.language.claims.kinds import Kind
from healthscore.language.claims.quantities import amounts_in, counts_things, number
from healthscore.language.claims.rates import rates_in
from healthscore.language.claims.times import ENDLESS
from healthscore.language.lexicon import words

_LONGEST = 3  # words before the noun that a number counts: "three main types"
_MOST = 1000
_PORTIONS = frozenset(
    "dose doses jab jabs shot shots injection injections session sessions visit visits appointment appointments vaccination vaccinations booster boosters".split()
)
_ENDS = Kind.CLOSED | Kind.VERB | Kind.COPULA
_NOT_COUNTED = Kind.PERSON_NOUN | Kind.TIME_NOUN | Kind.GENERIC_NOUN
_BOUNDED = frozenset(
    "least than to most over about around another other first last next these those least or under nearly almost between and every per type stage grade phase group".split()
)
_PLURALS = frozenset(
    "teeth feet vertebrae children bacteria criteria halves lobes phalanges nuclei ganglia".split()
)
_DOSES, _SESSIONS_NEEDED = "doses", "sessions to effect"
_ONES = ("single", "first", "second", "once", "twice")
_NO_TOTAL = frozenset({"missed", "every", "each", "than", "least"})
_MADE_OF = frozenset({"consists", "consist", "consisting", "composed", "up"})
_INJECTED = frozenset({"given", "injected", "vaccinated", "administered", "performed", "done"})
_SESSIONS = frozenset({"session", "visit", "appointment"})
_ENOUGH = frozenset(
    "enough suffices sufficient only all once fully protects protected protection given lasts last".split()
)
_WHOLE = frozenset({"full", "complete", "whole", "entire"})
_NUMBERS = frozenset({"number", "numbers", "total", "totals"})
_IN_A_SCHEDULE = frozenset({"a", "per", "each", "every", "daily", "weekly", "late", "early"})
_NEEDED = frozenset(
    "need needs needed require requires required must necessary complete calendar given after without consist consists course series schedule get gets receive receives".split()
)


def counts_otherwise(analysis: Analysis) -> Iterator[Weighed]:
    """Pairs of counts of the parts of one thing, or of the doses of it that are needed, that are not the same."""
    found = answered_twice(_asked(analysis))
    if found:
        yield from at_odds(found, "How many, of", "Give one count, and say what is counted.", apart=COUNTED)


def _asked(analysis: Analysis) -> Iterator[Asked]:
    norms, places = analysis.norms, sorted({*analysis.numerals, *analysis.places_of(_ONES)})
    stated = {sentence.index for sentence in statements_at(analysis, places)}
    for index in places:
        sentence = analysis.sentence_at(index)
        if sentence.index not in stated:
            continue
        if norms[index] not in _ONES and not counts_things(analysis.tokens[index]):
            continue
        measured = (a for a in amounts_in(analysis, sentence) if a.quantity.unit != "count")
        if any(amount.first <= index < amount.last for amount in measured):
            continue
        if norms[index] in ("once", "twice"):
            given = _given(analysis, sentence, index)
            if given is not None:
                yield given
            continue
        numbered = _numbered(analysis, sentence, index)
        if numbered is not None:
            yield numbered
            continue
        if index + 1 >= sentence.last:
            continue
        read = _portions(analysis, sentence, index) or _parts(analysis, sentence, index)
        if read is not None:
            yield read


def _noun(analysis: Analysis, sentence: Sentence, index: int) -> int | None:
    """The noun that a number counts, by index."""
    for at in range(index + 1, min(sentence.last, index + 2 + _LONGEST)):
        if analysis.norms[at] in words("figure", "sorting"):
            continue
        if analysis.kinds[at] & _ENDS or (
            at > index + 1 and not (analysis.gap(at).isspace() or analysis.gap(at) == "-")
        ):
            return at - 1 if at - 1 > index else None
    return (
        min(sentence.last, index + 2 + _LONGEST) - 1
        if index + 1 < sentence.last <= index + 1 + _LONGEST
        else None
    )


def _portions(analysis: Analysis, sentence: Sentence, index: int) -> Asked | None:
    """How many doses "a single dose is enough", "you need two injections" and "the second dose" make."""
    norms = analysis.norms
    noun = next((i for i in range(index + 1, min(sentence.last, index + 3)) if norms[i] in _PORTIONS), None)
    after = norms[noun + 1] if noun is not None and noun + 1 < sentence.last else ""
    before = norms[index - 1] if index > sentence.first else ""
    if noun is None or after in _IN_A_SCHEDULE or before in _NO_TOTAL:
        return None
    if rates_in(analysis, sentence):
        return None  # "two doses protect 99 people in 100"
    around = extent(analysis, sentence, index, noun + 1)
    if norms[noun].removesuffix("s") in _SESSIONS and _works_after(analysis, sentence, around, index):
        low = 1.0 if norms[index] in ("single", "first") else number(analysis.tokens[index])
        asking = {i for c in analysis.cues_in(sentence, "duration") for i in range(c.first, c.last)}
        place = (index, noun + 1)
        return Asked(
            _SESSIONS_NEEDED, partial(figure, analysis, sentence, _SESSIONS_NEEDED, place, (low, low), asking)
        )
    total = _total(analysis, sentence, around, index)
    timed = any(around.first <= time.first < around.last for time in times_of(analysis, sentence))
    if total is None or timed or "moment" in analysis.cues_by_category(sentence):
        return None
    return Asked(_DOSES, partial(_doses, analysis, sentence, around, index, noun, total))


def _given(analysis: Analysis, sentence: Sentence, index: int) -> Asked | None:
    """How many doses "the vaccine is given only once" and "must be injected twice" make; not "twice a day"."""
    norms = analysis.norms
    before = norms[max(sentence.first, index - 2) : index]
    given = any(norm in _INJECTED for norm in before) and before[-1] != "at"
    ends = (
        index + 1 >= sentence.last
        or not analysis.gap(index + 1).isspace()
        or norms[index + 1] in ("in", "and")
    )
    if not given or not ends:
        return None
    times = 1.0 if norms[index] == "once" else 2.0
    place = (index, index + 1)
    return Asked(_DOSES, partial(figure, analysis, sentence, _DOSES, place, (times, times)))


def _total(analysis: Analysis, sentence: Sentence, around: Extent, index: int) -> tuple[float, float] | None:
    """How many are needed in all, where the words around say that it is so many."""
    norm, said = analysis.norms[index], frozenset(analysis.norms[around.first : around.last])
    if norm in ("single", "one"):
        return (1.0, 1.0) if said & _ENOUGH and not _against_several(analysis, sentence, index) else None
    if norm == "second":
        return (2.0, ENDLESS) if _NEEDED.intersection(analysis.words(sentence)) else None
    if norm == "first" or number(analysis.tokens[index]) <= 1 or not said & _NEEDED:
        return None
    count = number(analysis.tokens[index])
    return count, ENDLESS if "least" in said else count  # "six sessions at the very least"


def _against_several(analysis: Analysis, sentence: Sentence, index: int) -> bool:
    """True for "one injection protects against three illnesses", which tells what is in it."""
    tokens, norms = analysis.tokens, analysis.norms
    return any(
        norms[i - 1] == "against" and counts_things(tokens[i]) for i in range(index + 1, sentence.last)
    )


def _doses(
    analysis: Analysis, sentence: Sentence, around: Extent, index: int, noun: int, total: tuple[float, float]
) -> Figure:
    """Of what they are: what follows "doses of", else what leads; the topic where neither names anything."""
    of = noun + 1 < around.last and analysis.norms[noun + 1] == "of"
    ends = range(noun + 3, around.last)
    end = next((i for i in ends if analysis.kinds[i] & _ENDS), around.last)
    named = range(noun + 2, end) if of else range(around.first, index)
    if analysis.norms[index] == "second" and not of:
        named = range(0)
    dropped = {i for i in range(*around) if i not in named}
    read = figure(analysis, sentence, _DOSES, (index, noun + 1), total, dropped | _frame(analysis, around))
    return read if read.terms else replace(read, terms=analysis.topic.key)


def _works_after(analysis: Analysis, sentence: Sentence, around: Extent, index: int) -> bool:
    """True for "brings relief after the first session"."""
    cues = analysis.cues_by_category(sentence).get("duration", ())
    works = any(c.kind == "acts" and around.first <= c.first < around.last for c in cues)
    return works and "after" in analysis.norms[max(around.first, index - 2) : index]


def _parts(analysis: Analysis, sentence: Sentence, index: int) -> Asked | None:
    """How many "The heart has four chambers" and "the four stages of gout" count."""
    norms, token = analysis.norms, analysis.tokens[index]
    if norms[index] == "half" or not counts_things(token) or not 1 <= number(token) <= _MOST:
        return None
    noun = _noun(analysis, sentence, index)
    if noun is None or _is_a_part(analysis, sentence, index) or not _is_counted(analysis, index, noun):
        return None
    place = _structure(analysis, sentence, index, noun)
    if place is None:
        return None
    question = f"count {analysis.stems[noun]}"
    return Asked(question, partial(_count, analysis, sentence, question, index, noun, place))


def _numbered(analysis: Analysis, sentence: Sentence, index: int) -> Asked | None:
    """How many "a full set of adult teeth numbers 32" counts."""
    norms, first = analysis.norms, sentence.first
    if index <= first + 1 or norms[index - 1] not in _NUMBERS or not counts_things(analysis.tokens[index]):
        return None
    ends = (i for i in range(first + 1, index) if analysis.gap(i) == ", ")
    noun = next(ends, index - 1) - 1
    if not _is_counted(analysis, index, noun):
        return None
    question = f"count {analysis.stems[noun]}"
    value = number(analysis.tokens[index])

    def read() -> Figure:
        return _of_whom(figure(analysis, sentence, question, (index, index + 1), (value, value)))

    return Asked(question, read)


def _is_a_part(analysis: Analysis, sentence: Sentence, index: int) -> bool:
    """True for "at least two", "another three" and the last of "one of the three"; not for "consists of two"."""
    before = analysis.norms[max(sentence.first, index - 2) : index]
    if before[-1:] == ["of"]:
        return before[0] not in _MADE_OF
    return bool(before) and before[-1] in _BOUNDED


def _is_counted(analysis: Analysis, index: int, noun: int) -> bool:
    """True for nouns in the plural that are parts or kinds of something, and for one of a kind."""
    norm, kind = analysis.norms[noun], analysis.kinds[noun]
    sort = norm.removesuffix("s") in words("figure", "sort")
    if norm in words("figure", "not-counted") or (
        kind & _NOT_COUNTED and not sort and not kind & Kind.COUNTED_NOUN
    ):
        return False
    if number(analysis.tokens[index]) == 1:
        return sort
    return (norm.endswith("s") and not norm.endswith("ss")) or norm in _PLURALS


def _count(
    analysis: Analysis, sentence: Sentence, question: str, index: int, noun: int, place: int
) -> Figure:
    norms, tokens = analysis.norms, analysis.tokens
    value = number(tokens[index])
    if noun > index + 1 and counts_things(tokens[index + 1]) and analysis.gap(index + 1) == "-":
        value += number(tokens[index + 1])  # "twenty-four"
    around = extent(analysis, sentence, index, noun + 1)
    dropped = {*_frame(analysis, around), *range(place, around.last), noun}
    read = figure(analysis, sentence, question, (index, index + 1), (value, value), dropped)
    read = replace(read, said=" ".join(analysis.quote(tokens[index].start, tokens[noun].end).split()))
    if analysis.norms[index - 1] in _WHOLE:
        return replace(_of_whom(read), general=True, possible=False)
    read = _of_people(read)
    if analysis.kinds[noun] & Kind.COUNTED_NOUN and norms[noun].removesuffix("s") not in words(
        "figure", "sort"
    ):
        definite = index > sentence.first and norms[index - 1] in ("the", "all", "these")
        # "there are three ways" may be some of them
        read = replace(read, general=definite, possible=not definite)
    return read


def _of_whom(read: Figure) -> Figure:
    """The count of "the full 32 teeth", which is that of whoever is named, and else of what the article is about."""
    limits = frozenset(limit for limit in read.limits if not limit.startswith("opening:"))
    found = _of_people(replace(read, terms=frozenset(), limits=limits))
    return found if found.terms else replace(found, terms=read.analysis.topic.key)


def _of_people(read: Figure) -> Figure:
    """The count of those who have it where nothing else is named: "adults have 32 permanent teeth"."""
    if read.terms:
        return read
    groups = frozenset(limit for limit in read.limits if limit.startswith("population:"))
    return replace(read, terms=groups, limits=read.limits - groups)


def _structure(analysis: Analysis, sentence: Sentence, index: int, noun: int) -> int | None:
    """Where what is counted ends to be named, where the words around a count say that it is all there are; else None."""
    norms, around = analysis.norms, extent(analysis, sentence, index, noun + 1)
    after = norms[noun + 1] if noun + 1 < around.last else ""
    before = norms[max(around.first, index - 5) : index]
    definite = before[-1:] in (["the"], ["all"], ["its"])
    sorts = norms[noun].removesuffix("s") in words("figure", "sort")
    if after in ("are", "that", "which") and not words("figure", "makes-up").isdisjoint(
        norms[noun + 1 : noun + 4]
    ):
        return around.last
    if (after == "of" and (definite or sorts)) or (after == "to" and definite):
        return next(
            (
                i
                for i in range(noun + 2, around.last)
                if analysis.kinds[i] & (Kind.AUXILIARY | Kind.COPULA | Kind.RELATIVE)
            ),
            around.last,
        )
    if before[-1:] and before[-1] in _WHOLE and before[-2:-1] in (["the"], ["all"], ["a"]):
        return next((i for i in range(noun + 1, around.last) if analysis.kinds[i] & Kind.RELATIVE), noun + 1)
    there = "there" in before and bool({"are", "is"} & {*before})
    has = any(word in words("figure", "made-of") for word in before)
    return around.last if there or has else None


def _frame(analysis: Analysis, around: Extent) -> set[int]:
    said = (
        words("figure", "made-of") | words("figure", "sort") | _NEEDED | _ENOUGH | words("figure", "sorting")
    )
    return {
        i for i in range(*around) if analysis.norms[i] in said or analysis.norms[i].removesuffix("s") in said
    }
