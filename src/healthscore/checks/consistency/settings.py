"""Words by which two sentences tell that they speak of another time, amount, use or place, so that both may hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from healthscore.language.analysis import Analysis, Sentence
from healthscore.language.claims.concepts import content
from healthscore.language.claims.grammar import FINITE
from healthscore.language.claims.kinds import Kind
from healthscore.language.claims.phrases import name_end
from healthscore.language.claims.quantities import counts_things, number
from healthscore.language.claims.rates import rates_in
from healthscore.language.lexicon import groups, words

_BELOW, _ABOVE = frozenset({"below", "under"}), frozenset({"above", "over", "than", "beyond"})
_REACH = 3  # tokens between "more than" and the number
_ORGANS = frozenset("eye ear nose nasal mouth skin scalp throat".split())
_DOSES = frozenset({"dose", "doses", "shot", "shots", "jab", "jabs"})
_HOURS = 24
_LEAD = 5  # tokens of a noun phrase before what tells its kind
_TELLS = frozenset("that which who with without caused due taken made given from".split())
_GRADES = frozenset("mild moderate severe early advanced acute chronic".split())
_USED = frozenset({"used", "taken", "given", "prescribed"})
_TAKEN = frozenset({"dose", "cours"})  # stems
_LONGEST_AIM = 8  # tokens of "to prevent another heart attack"


def other_setting(analysis: Analysis, first: Sentence, second: Sentence) -> bool:
    """True where the words of two sentences set them apart: "in the first weeks", "later"; "below 50", "above 100"."""
    by = (_by_words, _by_kinds, _by_grades, _by_bounds)
    told = (_parts, _aim, _moments, _drops)
    return any(apart(analysis, first, second) for apart in by) or any(
        _differ(read(analysis, first), read(analysis, second)) for read in told
    )


def of_other_numbers_of_doses(analysis: Analysis, first: Sentence, second: Sentence) -> bool:
    """True for "one dose does not protect for life" and "five doses protect for life"."""
    return _differ(_dose_counts(analysis, first), _dose_counts(analysis, second))


def of_dose_and_course(analysis: Analysis, first: Sentence, second: Sentence) -> bool:
    """True for "one dose works for eight hours" and "a course lasts for a week"."""
    return _differ(*(_TAKEN.intersection(analysis.stems[s.first : s.last]) for s in (first, second)))


def of_shares(analysis: Analysis, first: Sentence, second: Sentence) -> bool:
    """True where each holds for a share of people: "in one in five it is severe", "in four out of five it is mild"."""
    numerals = analysis.numerals
    return all(
        any(i in numerals for rate in rates_in(analysis, sentence) for i in range(rate.first, rate.last))
        for sentence in (first, second)
    )


def _differ(one: Iterable[object], other: Iterable[object]) -> bool:
    """True where each side tells something, and nothing that the other tells."""
    ours, theirs = frozenset(one), frozenset(other)
    return bool(ours and theirs) and ours.isdisjoint(theirs)


def _by_words(analysis: Analysis, first: Sentence, second: Sentence) -> bool:
    ours, theirs = frozenset(analysis.words(first)), frozenset(analysis.words(second))
    for group in groups("setting"):
        early, late = frozenset(group.phrases), frozenset(str(group.attributes["against"]).split())
        for one, other in ((ours, theirs), (theirs, ours)):
            if one & early and other & late and not one & late and not other & early:
                return True
    return False


def _by_kinds(analysis: Analysis, first: Sentence, second: Sentence) -> bool:
    """True for "a burn that only reddens" and "a burn that has turned white", "coffee made with a filter" and "without"."""
    ours, theirs = _kind(analysis, first), _kind(analysis, second)
    if ours is None or theirs is None or ours[0] != theirs[0]:
        return False
    (_, one), (_, other) = ours, theirs
    return bool(one - other and other - one)


def _kind(analysis: Analysis, sentence: Sentence) -> tuple[str, frozenset[str]] | None:
    """The noun that leads a sentence and the stems of what tells which of it is meant: after "that", "caused by", "with"."""
    norms, kinds = analysis.norms, analysis.kinds
    at = sentence.first + bool(kinds[sentence.first] & Kind.DETERMINER)
    stop = min(sentence.last, at + _LEAD)
    tells = next((i for i in range(at + 1, stop) if norms[i] in _TELLS and analysis.gap(i).isspace()), None)
    if tells is None or any(kinds[i] & (Kind.AUXILIARY | Kind.VERB) for i in range(at, tells)):
        return None
    end = next(
        (
            i
            for i in range(tells + 2, sentence.last)
            if kinds[i] & Kind.COPULA or norms[i] in FINITE or "," in analysis.gap(i)
        ),
        None,
    )
    if end is None or "," in analysis.gap(end):
        return None
    return analysis.stems[tells - 1], frozenset(
        s for i in range(tells, end) if len(s := analysis.stems[i]) > 1
    )


def _by_grades(analysis: Analysis, first: Sentence, second: Sentence) -> bool:
    """True for "Mild fibrosis is" and "Severe fibrosis is"."""
    one, other = (analysis.norms[sentence.first] for sentence in (first, second))
    graded = one in _GRADES and other in _GRADES and one != other
    return (
        graded
        and analysis.stems[first.first + 1 : first.first + 2]
        == analysis.stems[second.first + 1 : second.first + 2]
    )


def _parts(analysis: Analysis, sentence: Sentence) -> Iterator[str]:
    """The fruit of a plant, or its leaves."""
    parts, norms = words("told-kind", "part"), analysis.norms
    return (
        norms[i]
        for i in range(sentence.first, sentence.last - 1)
        if norms[i] in parts and norms[i + 1] == "of"
    )


def _by_bounds(analysis: Analysis, first: Sentence, second: Sentence) -> bool:
    """True for "rare below 2,500 metres" and "common above 3,000 metres"."""
    for one, other in ((first, second), (second, first)):
        low, high = list(_bounded(analysis, one, _BELOW)), list(_bounded(analysis, other, _ABOVE))
        if low and high and max(low) <= min(high):
            return True
    return False


def _bounded(analysis: Analysis, sentence: Sentence, by: frozenset[str]) -> Iterator[float]:
    for index in range(sentence.first + 1, sentence.last):
        if counts_things(analysis.tokens[index]) and not by.isdisjoint(
            analysis.norms[max(sentence.first, index - _REACH + 1) : index]
        ):
            yield number(analysis.tokens[index])


def _aim(analysis: Analysis, sentence: Sentence) -> frozenset[str]:
    """The terms of what a thing is taken for: "To prevent a heart attack, ..."."""
    norms = analysis.norms
    if norms[sentence.first] not in ("to", "for", "against"):
        used = (
            i
            for i in range(sentence.first, sentence.last - 2)
            if norms[i] in _USED and norms[i + 1] in ("to", "for")
        )
        at = next(used, None)
        if at is None:
            return frozenset()
        return content(
            analysis, at + 2, name_end(analysis, at + 3, sentence.last), Kind.GENERIC_NOUN | Kind.VERB
        )
    near = range(sentence.first + 1, min(sentence.last, sentence.first + _LONGEST_AIM))
    comma = next((i for i in near if "," in analysis.gap(i)), sentence.first)
    return content(analysis, sentence.first + 1, comma, Kind.GENERIC_NOUN | Kind.VERB)


def _moments(analysis: Analysis, sentence: Sentence) -> Iterator[tuple[float, str]]:
    """The number and unit of "at 12 weeks", and the age of "at 50"."""
    last = sentence.last - 1
    if analysis.norms[last - 1] == "at" and _is_an_age(analysis, last):
        yield number(analysis.tokens[last]), ""
    for index in range(sentence.first + 1, last):
        at = analysis.norms[index - 1] == "at" and counts_things(analysis.tokens[index])
        if at and analysis.kinds[index + 1] & Kind.TIME_NOUN:
            yield number(analysis.tokens[index]), analysis.stems[index + 1]
        elif at and analysis.kinds[index + 1] & Kind.CLOSED and _is_an_age(analysis, index):
            yield number(analysis.tokens[index]), ""  # "at 50"


def _is_an_age(analysis: Analysis, index: int) -> bool:
    """True for the number of "at 50"; not for that of "at eight", which may be an hour."""
    return counts_things(analysis.tokens[index]) and number(analysis.tokens[index]) > _HOURS


def _drops(analysis: Analysis, sentence: Sentence) -> Iterator[str]:
    """The eye of "eye drops", which are no ear drops."""
    for index in range(sentence.first, sentence.last - 1):
        if analysis.norms[index] in _ORGANS and analysis.kinds[index + 1] & Kind.FORM_NOUN:
            yield analysis.norms[index]


def _dose_counts(analysis: Analysis, sentence: Sentence) -> Iterator[float]:
    """The number of "one dose" and "five doses"."""
    for index in range(sentence.first, sentence.last - 1):
        if counts_things(analysis.tokens[index]) and analysis.norms[index + 1] in _DOSES:
            yield number(analysis.tokens[index])
