"""Words by which two sentences tell that they speak of another time, amount, use or place, so that both may hold."""

from __future__ import annotations

from collections.abc import Iterator

from healthscore.language.analysis import Analysis, Sentence
from healthscore.language.claims.concepts import content
from healthscore.language.claims.kinds import Kind
from healthscore.language.claims.quantities import counts_things, number
from healthscore.language.claims.rates import rates_in
from healthscore.language.lexicon import groups

_BELOW, _ABOVE = frozenset({"below", "under"}), frozenset({"above", "over", "than", "beyond"})
_REACH = 3  # tokens between "more than" and the number
_ORGANS = frozenset("eye ear nose nasal mouth skin scalp throat".split())
_DOSES = frozenset({"dose", "doses", "shot", "shots", "jab", "jabs"})
_TAKEN = frozenset({"dose", "cours"})  # stems
_LONGEST_AIM = 8  # tokens of "to prevent another heart attack"


def other_setting(analysis: Analysis, first: Sentence, second: Sentence) -> bool:
    """True where the words of two sentences set them apart: "in the first weeks", "later"; "below 50", "above 100"."""
    return (
        _by_words(analysis, first, second)
        or _by_bounds(analysis, first, second)
        or _by_aims(analysis, first, second)
        or _by_moments(analysis, first, second)
        or _differ(set(_drops(analysis, first)), set(_drops(analysis, second)))
    )


def of_other_numbers_of_doses(analysis: Analysis, first: Sentence, second: Sentence) -> bool:
    """True for "one dose does not protect for life" and "five doses protect for life"."""
    return _differ(set(_dose_counts(analysis, first)), set(_dose_counts(analysis, second)))


def of_dose_and_course(analysis: Analysis, first: Sentence, second: Sentence) -> bool:
    """True for "one dose works for eight hours" and "a course lasts for a week"."""
    told = [_TAKEN.intersection(analysis.stems[s.first : s.last]) for s in (first, second)]
    return all(told) and told[0].isdisjoint(told[1])


def of_shares(analysis: Analysis, first: Sentence, second: Sentence) -> bool:
    """True where each holds for a share of people: "in one in five it is severe", "in four out of five it is mild"."""
    return all(rates_in(analysis, sentence) for sentence in (first, second))


def _differ(one: set[object], other: set[object]) -> bool:
    return bool(one and other) and one.isdisjoint(other)


def _by_words(analysis: Analysis, first: Sentence, second: Sentence) -> bool:
    ours, theirs = frozenset(analysis.words(first)), frozenset(analysis.words(second))
    for group in groups("setting"):
        early, late = frozenset(group.phrases), frozenset(str(group.attributes["against"]).split())
        for one, other in ((ours, theirs), (theirs, ours)):
            if one & early and other & late and not one & late and not other & early:
                return True
    return False


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


def _by_aims(analysis: Analysis, first: Sentence, second: Sentence) -> bool:
    """True for "To prevent a heart attack, ..." and "To treat a headache, ..."."""
    ours, theirs = (_aim(analysis, sentence) for sentence in (first, second))
    return bool(ours and theirs) and ours.isdisjoint(theirs)


def _aim(analysis: Analysis, sentence: Sentence) -> frozenset[str]:
    if analysis.norms[sentence.first] not in ("to", "for", "against"):
        return frozenset()
    near = range(sentence.first + 1, min(sentence.last, sentence.first + _LONGEST_AIM))
    comma = next((i for i in near if "," in analysis.gap(i)), sentence.first)
    return content(analysis, sentence.first + 1, comma, Kind.GENERIC_NOUN | Kind.VERB)


def _by_moments(analysis: Analysis, first: Sentence, second: Sentence) -> bool:
    """True for "at 12 weeks" and "at 20 weeks"."""
    return _differ(set(_moments(analysis, first)), set(_moments(analysis, second)))


def _moments(analysis: Analysis, sentence: Sentence) -> Iterator[tuple[float, str]]:
    for index in range(sentence.first + 1, sentence.last - 1):
        at = analysis.norms[index - 1] == "at" and counts_things(analysis.tokens[index])
        if at and analysis.kinds[index + 1] & Kind.TIME_NOUN:
            yield number(analysis.tokens[index]), analysis.stems[index + 1]


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
