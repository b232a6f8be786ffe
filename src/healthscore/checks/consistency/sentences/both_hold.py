"""What lets a denial and an assertion in much the same words both hold: another age, others, the opposite of it."""

from __future__ import annotations

from healthscore.checks.consistency.ages import ages_of
from healthscore.checks.consistency.sentences.aligned import Aligned
from healthscore.checks.consistency.sentences.alignment import Pair
from healthscore.checks.consistency.sentences.matter import matter_by_token
from healthscore.checks.consistency.sentences.swaps import differ_by_opposites
from healthscore.language.claims.kinds import Kind
from healthscore.language.claims.rates import rates_in
from healthscore.language.claims.scope import forms_of

_OTHERS = frozenset({"other", "others", "another"})
_BEFORE = frozenset({"before", "after"})
_HALF = 0.5


def both_hold(pair: Pair) -> bool:
    """True where one of two sentences denies what the other asserts, and of something else."""
    if _at_other_amounts(pair) or _at_other_ages(pair) or differ_by_opposites(pair):
        return True
    denial, assertion = (pair.first, pair.second) if pair.first.denials else (pair.second, pair.first)
    return _leaves_others(denial, assertion)


def _leaves_others(denial: Aligned, assertion: Aligned) -> bool:
    """True where a denial holds of others than the assertion: of few, of "other toxins", of those "without aura"."""
    said = denial.spoken, assertion.spoken
    if any("during" in ours and not _BEFORE.isdisjoint(theirs) for ours, theirs in (said, said[::-1])):
        return True  # "caught during pregnancy", "caught before pregnancy"
    if any(bool(_OTHERS & ours) and not _OTHERS & theirs for ours, theirs in (said, said[::-1])):
        return True
    if _of_a_kind(denial, assertion):
        return True
    few = any(rate.share < _HALF for rate in rates_in(denial.analysis, denial.sentence))
    when = assertion.condition and not denial.condition and not assertion.condition <= denial.stems
    return few or bool(when) or _with_and_without(denial, assertion)


def _of_a_kind(denial: Aligned, assertion: Aligned) -> bool:
    """True for "light that comes through a window does not", which tells of light of a kind."""
    kinds = denial.analysis.kinds
    start = min(cue.first for cue in denial.denials) if denial.denials else denial.first
    that = next((i for i in range(denial.first + 1, start) if kinds[i] & Kind.RELATIVE), None)
    if that is None:
        return False
    told = filter(None, matter_by_token(denial.analysis)[that:start])
    return not assertion.terms.issuperset(told)


def _with_and_without(denial: Aligned, assertion: Aligned) -> bool:
    """True for "migraine with aura" and "migraine without aura"."""
    with_it, without = (
        {side.complements.get(word, frozenset()) for side in (denial, assertion)}
        for word in ("with", "without")
    )
    return not frozenset().union(*with_it).isdisjoint(frozenset().union(*without))


def _at_other_ages(pair: Pair) -> bool:
    """True for "normal at the age of three" and "not normal at the age of thirteen"."""
    ours, theirs = (ages_of(side.analysis, side.sentence) for side in (pair.first, pair.second))
    together = any(a.low < b.high and b.low < a.high for a in ours for b in theirs)
    return bool(ours) and bool(theirs) and not together


def _at_other_amounts(pair: Pair) -> bool:
    """True for "not when used for a week" against "when used for a year", and for "the 1% cream" against "the 2% cream"."""
    strengths = [
        {form for form in forms_of(side.analysis, side.sentence) if form.startswith("strength:")}
        for side in (pair.first, pair.second)
    ]
    if all(strengths) and strengths[0].isdisjoint(strengths[1]):
        return True
    times = [
        {
            side.analysis.stems[i]
            for i in range(side.first, side.last)
            if side.analysis.kinds[i] & Kind.TIME_NOUN
        }
        for side in (pair.first, pair.second)
    ]
    return all(times) and times[0].isdisjoint(times[1])
