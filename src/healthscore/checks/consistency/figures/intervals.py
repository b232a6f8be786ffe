"""How often one thing is taken or done, said twice: "no more than three times a week", "every single day"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from msgspec import Struct

from healthscore.checks.consistency.figures.figured import Asked, answered_twice, at_odds, figure
from healthscore.checks.consistency.figures.named import Extent, extent
from healthscore.checks.consistency.pairs import statements_at
from healthscore.checks.consistency.weighing import Weighed
from healthscore.language.analysis import Analysis, Sentence
from healthscore.language.claims.commands import is_command
from healthscore.language.claims.kinds import Kind
from healthscore.language.claims.quantities import amounts_in, counts_things, number
from healthscore.language.claims.times import ENDLESS
from healthscore.language.lexicon import words

_DAYS = {
    "hour": 1 / 24,
    "day": 1.0,
    "night": 1.0,
    "morning": 1.0,
    "evening": 1.0,
    "week": 7.0,
    "fortnight": 14.0,
    "month": 30.0,
    "year": 365.0,
    "decade": 3650.0,
    "lifetime": 29200.0,
}
_ADVERBS = {
    "hourly": "hour",
    "daily": "day",
    "nightly": "night",
    "weekly": "week",
    "fortnightly": "fortnight",
    "monthly": "month",
    "yearly": "year",
    "annually": "year",
}
_COUNTS = {"once": (1.0, 1.0), "twice": (2.0, 2.0), "thrice": (3.0, 3.0)}
_VAGUE = {"several": (3.0, 8.0), "few": (2.0, 5.0), "many": (4.0, 50.0), "couple": (2.0, 2.0)}
_TURNS = frozenset(
    "times sessions workouts treatments visits injections days nights occasions doses applications application".split()
)
_PER = frozenset({"a", "an", "per", "each", "every", "in", "one"})
_NEW = frozenset({"new", "fresh"})  # "use a new needle" is to change the needle
_EACH_TIME = frozenset("injection use application meal feed treatment dose session".split())
_AT_LEAST_WEEKLY = (1 / 7.0, 50.0)  # what is done each time that a thing is used
_AT = frozenset({"for", "after", "before", "with", "at"})
_SINGLE, _OTHER = frozenset({"single", "blessed"}), frozenset({"other", "second"})
_AT_MOST, _AT_LEAST = frozenset({"most", "maximum", "max", "limit"}), frozenset({"least", "minimum"})
_REACH = 4
_PAST = frozenset("was were had been did would study studies trial trials".split())
_TO_DO = frozenset(
    "should must can may due need needs enough recommended advised necessary do take use apply have has".split()
)
_LATE = frozenset({"night", "evening", "bedtime"})
_QUESTION = "how often"
_OPENING = 2  # tokens in which the strength of what is taken is named
_SEEN = frozenset("see visit consult ask call talk speak talking speaking discuss".split())
_SEEN_WITHIN = 8  # tokens in which it is said who
_ONE = frozenset({"one", "once", "single"})
_ENOUGH = frozenset({"enough", "suffices", "sufficient", "need", "needed", "takes", "required", "done"})


class _Rhythm(Struct, frozen=True):
    """Tokens ``[first, last)`` and how often, in times a day."""

    first: int
    last: int
    low: float
    high: float


def repeated_otherwise(analysis: Analysis) -> Iterator[Weighed]:
    """Pairs of rhythms in which one thing is to be taken or done, of which no two can both be kept."""
    found = answered_twice(_asked(analysis))
    if found:
        yield from at_odds(found, "How often, for", "Give one rhythm, for whom it holds, and its source.")


def _asked(analysis: Analysis) -> Iterator[Asked]:
    places = analysis.places_of(
        ("every", "each", "per", "morning", "once", "twice", "thrice", *_TURNS, *_ADVERBS)
    )
    for sentence in statements_at(analysis, places):
        rhythms = [*_rhythms(analysis, sentence), *_once_for_all(analysis, sentence)]
        for rhythm in rhythms:
            around = extent(analysis, sentence, rhythm.first, rhythm.last)
            alone = sum(around.first <= other.first < around.last for other in rhythms) == 1
            if (
                alone
                and not _is_past(analysis, around)
                and _is_to_be_done(analysis, sentence, around, rhythm)
                and not _is_denied(analysis, sentence, around, rhythm)
            ):
                question = _question(analysis, sentence, around)
                place, interval = (rhythm.first, rhythm.last), _interval(analysis, sentence, rhythm)
                new = frozenset(i for i in range(*around) if analysis.norms[i] in _NEW)
                read = partial(
                    figure, analysis, sentence, question, place, interval, new, moments=True, permitted=True
                )
                yield Asked(question, read)


def _question(analysis: Analysis, sentence: Sentence, around: Extent) -> str:
    """How often; questions of their own for "the 70 mg tablet" and for "see your doctor about the tablets"."""
    if _is_visit(analysis.norms[around.first : around.last]):
        return f"{_QUESTION} seen"
    amounts = [a for a in amounts_in(analysis, sentence) if a.quantity.unit == "mass"]
    leads = len(amounts) == 1 and amounts[0].first - sentence.first <= _OPENING
    return f"{_QUESTION} {amounts[0].quantity.low:g}" if leads else _QUESTION


def _is_visit(norms: Sequence[str]) -> bool:
    """True for "see your doctor" and "talk about it with a nurse"; not for "doctors advise"."""
    who = words("scale-setting", "who")
    return any(
        norm in _SEEN and not who.isdisjoint(norms[index + 1 : index + 1 + _SEEN_WITHIN])
        for index, norm in enumerate(norms)
    )


def _is_past(analysis: Analysis, around: Extent) -> bool:
    """True for what was done, and for "it used to be given every two hours"."""
    norms, kinds = analysis.norms, analysis.kinds
    used = (
        i for i in range(around.first + 1, around.last - 1) if norms[i] == "used" and norms[i + 1] == "to"
    )
    return not _PAST.isdisjoint(norms[around.first : around.last]) or any(
        not kinds[i - 1] & Kind.COPULA for i in used
    )


def _is_to_be_done(analysis: Analysis, sentence: Sentence, around: Extent, rhythm: _Rhythm) -> bool:
    """True for what is counted ("twice a day") and what somebody does every day; not for "less of it each year"."""
    if analysis.norms[rhythm.first] not in ("every", "each"):
        return True
    starts = rhythm.first - around.first
    if (
        starts <= 1
        or (starts == 2 and analysis.norms[around.first + 1].endswith("self"))
        or not _TO_DO.isdisjoint(analysis.norms[around.first : rhythm.first])
    ):
        return True
    kinds = analysis.kinds[around.first : rhythm.first]
    done = any(
        analysis.norms[i].endswith("ed") and analysis.kinds[i - 1] & Kind.COPULA
        for i in range(around.first + 1, rhythm.first)
    )
    if done or any(kind & Kind.USED_PARTICIPLE for kind in kinds):
        return True
    return is_command(analysis, around.first, rhythm.first)


def _once_for_all(analysis: Analysis, sentence: Sentence) -> Iterator[_Rhythm]:
    """ "Once is enough for a lifetime", "a single scan is enough for life"."""
    ones = [i for i in range(sentence.first, sentence.last) if analysis.norms[i] in _ONE]
    for cue in analysis.cues_by_category(sentence).get("stretch", ()) if ones else ():
        between = analysis.norms[ones[0] : cue.first]
        if cue.kind == "for-life" and not _ENOUGH.isdisjoint(between):
            yield _Rhythm(cue.first, cue.last, 0.0, 1 / _DAYS["lifetime"])


def _is_denied(analysis: Analysis, sentence: Sentence, around: Extent, rhythm: _Rhythm) -> bool:
    """True for "need not be taken every day"; not for "never more than once a week"."""
    cues = analysis.cues_by_category(sentence).get("negation", ())
    return any(
        around.first <= c.first < rhythm.first
        and not analysis.kinds[c.last] & Kind.COMPARED_WORD
        and "than" not in analysis.norms[c.last : rhythm.first]
        for c in cues
    )


def _rhythms(analysis: Analysis, sentence: Sentence) -> list[_Rhythm]:
    found: list[_Rhythm] = []
    index = sentence.first
    while index < sentence.last:
        rhythm = (
            _counted(analysis, sentence, index)
            or _every(analysis, sentence, index)
            or _adverb(analysis, sentence, index)
        )
        if (
            rhythm is not None
            and found
            and found[-1].last + 1 == rhythm.first
            and analysis.norms[rhythm.first - 1] == "and"
        ):
            both = found.pop()  # "every morning and every evening"
            found.append(_Rhythm(both.first, rhythm.last, both.low + rhythm.low, both.high + rhythm.high))
        elif rhythm is not None:
            found.append(rhythm)
        index = rhythm.last if rhythm is not None else index + 1
    return found


def _period(analysis: Analysis, sentence: Sentence, index: int) -> float | None:
    """The days of "day" and "weeks" at a token."""
    norm = analysis.norms[index] if index < sentence.last else ""
    return _DAYS.get(norm) or _DAYS.get(norm.removesuffix("s"))


def _counted(analysis: Analysis, sentence: Sentence, index: int) -> _Rhythm | None:
    """ "Once a week", "two or three times a week", "three sessions per week"."""
    norms = analysis.norms
    low, high, at = 0.0, 0.0, index
    if norms[index] in _COUNTS:
        low, high = _COUNTS[norms[index]]
        at += 1
        if norms[at : at + 2] == ["or", "twice"] and at + 1 < sentence.last:
            high, at = 2.0, at + 2
    elif counts_things(analysis.tokens[index]) or norms[index] in _VAGUE:
        low, high = _VAGUE.get(norms[index]) or (number(analysis.tokens[index]),) * 2
        at += 1
        if (
            at + 1 < sentence.last
            and norms[at] in ("to", "or", "and")
            and counts_things(analysis.tokens[at + 1])
        ):
            high, at = number(analysis.tokens[at + 1]), at + 2
        elif at < sentence.last and counts_things(analysis.tokens[at]):
            high, at = number(analysis.tokens[at]), at + 1
        if at >= sentence.last or norms[at] not in _TURNS:
            return None
        at += 1
    else:
        return None
    adverb = _ADVERBS.get(norms[at]) if at < sentence.last else None
    if adverb:
        return _Rhythm(index, at + 1, low / _DAYS[adverb], high / _DAYS[adverb])
    if at >= sentence.last or norms[at] not in _PER:
        return None
    at += 1
    if at < sentence.last and norms[at] in ("a", "single", "every"):
        at += 1
    many = 1.0
    if at < sentence.last and counts_things(analysis.tokens[at]):
        many, at = number(analysis.tokens[at]), at + 1
    days = _period(analysis, sentence, at)
    return _Rhythm(index, at + 1, low / (days * many), high / (days * many)) if days and many else None


def _every(analysis: Analysis, sentence: Sentence, index: int) -> _Rhythm | None:
    """ "Every day", "every two to three months", "every other day", "for every injection"."""
    norms, at = analysis.norms, index + 1
    if norms[index] == "morning" and norms[at : at + 1] == ["and"]:  # "in the morning and at night"
        late = next((i for i in range(at + 1, min(sentence.last, at + 4)) if norms[i] in _LATE), None)
        return _Rhythm(index, late + 1, 2.0, 2.0) if late is not None else None
    if norms[index] not in ("every", "each") or at >= sentence.last:
        return None
    low = high = 1.0
    if norms[at] in _SINGLE:
        at += 1
    elif norms[at] in _OTHER:
        low, high, at = 2.0, 2.0, at + 1
    elif norms[at] == "few":
        low, high, at = 2.0, 5.0, at + 1
    elif counts_things(analysis.tokens[at]):
        low = high = number(analysis.tokens[at])
        at += 1
        if at + 1 < sentence.last and norms[at] in ("to", "or") and counts_things(analysis.tokens[at + 1]):
            high, at = number(analysis.tokens[at + 1]), at + 2
        elif at < sentence.last and counts_things(analysis.tokens[at]):
            high, at = number(analysis.tokens[at]), at + 1
    if at == index + 1 and at < sentence.last and norms[at] in _EACH_TIME and norms[index - 1] in _AT:
        return _Rhythm(index, at + 1, *_AT_LEAST_WEEKLY)
    days = _period(analysis, sentence, at)
    return _Rhythm(index, at + 1, 1 / (high * days), 1 / (low * days)) if days and low else None


def _adverb(analysis: Analysis, sentence: Sentence, index: int) -> _Rhythm | None:
    """ "Take it daily"; not "a daily dose"."""
    norms = analysis.norms
    if norms[index] not in _ADVERBS:
        return None
    ends = (
        index + 1 >= sentence.last
        or not analysis.gap(index + 1).isspace()
        or analysis.kinds[index + 1] & (Kind.PREPOSITION | Kind.COORDINATOR | Kind.SUBORDINATOR)
    )
    if not ends or analysis.kinds[index - 1] & Kind.DETERMINER:
        return None
    rate = 1 / _DAYS[_ADVERBS[norms[index]]]
    return _Rhythm(index, index + 1, rate, rate)


def _interval(analysis: Analysis, sentence: Sentence, rhythm: _Rhythm) -> tuple[float, float]:
    before = analysis.norms[max(sentence.first, rhythm.first - _REACH) : rhythm.first]
    after = analysis.norms[rhythm.last : min(sentence.last, rhythm.last + 3)]
    compared = before[-2:] in (["more", "than"], ["often", "than"])
    denied = not {"no", "not", "never"}.isdisjoint(before)
    if (
        before[-2:] == ["up", "to"]
        or not _AT_MOST.isdisjoint(before[-2:])
        or (compared and denied)
        or "most" in after
    ):
        return 0.0, rhythm.high
    if compared or not _AT_LEAST.isdisjoint(before[-2:]) or "more" in after:
        return rhythm.low, ENDLESS
    return rhythm.low, rhythm.high
