"""What a clause says of the thing that leads it, on a scale: "a broken hip is one of the most frequent injuries"."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from healthscore.checks.consistency.referents import Referent, referent
from healthscore.language.analysis import Analysis, Sentence
from healthscore.language.claims.concepts import content
from healthscore.language.claims.kinds import Kind
from healthscore.language.cues import Cue
from healthscore.language.lexicon import words

_REACH = 3  # tokens between "is" and the grade
_KIND_REACH = 4  # tokens between the grade and what the thing is called
_PEOPLE_REACH = 3  # tokens from "in" to those in whom it is rare
_HOLDER_REACH = 8  # tokens that say of what it is a side effect
_ONSET_REACH = 6  # tokens between "almost every patient" and "gets"
_LONGEST_HARM = 3  # tokens of "tonsil stones"
_ANYBODY = frozenset(
    "anyone anybody everyone everybody nobody one none women men children adults users".split()
)
_MOST = frozenset({"most", "commonest", "rarest"})
_HAPPENS = frozenset({"occurs", "occur", "happens", "happen", "develops", "appears", "seen"})
_WITH = frozenset({"with", "on", "from", "after"})
_NO_LEAD = Kind.SOME_WORD | Kind.PREPOSITION | Kind.RELATIVE | Kind.SUBORDINATOR
_STOPS = Kind.PARTING | Kind.RELATIVE | Kind.COORDINATOR
_NOT_HOLDING = Kind.PERSON_NOUN | Kind.VERB | Kind.TIME_NOUN | Kind.GENERIC_NOUN | Kind.USE_WORD | Kind.HAVING


class Predicate(Struct, frozen=True):
    """That a thing is graded by a step word; ``holder`` are the terms of what it comes of: "a side effect of statins"."""

    of: Referent
    step: Cue
    holder: frozenset[str]


def predicate(analysis: Analysis, sentence: Sentence, steps: Sequence[Cue]) -> Predicate | None:
    """The first step word of a sentence that grades what leads its clause, as a whole."""
    for step in steps:
        copula = _copula_before(analysis, sentence, step)
        end = _end(analysis, sentence, step)
        if copula is None or end is None:
            continue
        of = referent(analysis, sentence, copula)
        plain = all(analysis.kinds[i] & (Kind.ADVERB | Kind.AUXILIARY) for i in range(of.last, copula))
        if not of.some and of.last <= copula and plain:
            return Predicate(of, step, _holder(analysis, sentence, end))
    return None


def befallen(
    analysis: Analysis, sentence: Sentence, steps: Sequence[Cue]
) -> tuple[Cue, frozenset[str]] | None:
    """A step word that counts people, with what they have: "hardly anyone gets tonsil stones", "most users feel sick"."""
    for step in steps:
        if any(
            analysis.kinds[i] & Kind.PERSON_NOUN or analysis.norms[i] in _ANYBODY
            for i in range(step.first, step.last)
        ):
            key = had_by(analysis, sentence, step.last) or striking(analysis, sentence, step.first)
            if key:
                return step, key
    return None


def had_by(analysis: Analysis, sentence: Sentence, people: int) -> frozenset[str]:
    """What those have who are counted up to a token: bunions in "a third of all adults have bunions"."""
    onsets = analysis.cues_by_category(sentence).get("onset", ())
    near = (c for c in onsets if people <= c.first <= people + _ONSET_REACH and not _tells_whom(analysis, c))
    onset = next((c for c in near if not analysis.kinds[c.first - 1] & Kind.RELATIVE), None)
    if (
        onset is None
        or onset.last - onset.first > 1
        or any("," in analysis.gap(i) for i in range(people, onset.last))
    ):
        return frozenset()
    first = onset.last
    while first < sentence.last and analysis.kinds[first] & (Kind.DETERMINER | Kind.ADVERB):
        first += 1
    last = first
    while last < min(sentence.last, first + _LONGEST_HARM) and not analysis.kinds[last] & Kind.CLOSED:
        if last > first and not analysis.gap(last).isspace():
            break
        last += 1
    graded = analysis.cues_by_category(sentence).get("severity", ())
    if any(first <= c.first < last for c in graded):  # "mild cramps"
        return frozenset()
    return content(analysis, first, last, _NOT_HOLDING)


def _tells_whom(analysis: Analysis, onset: Cue) -> bool:
    """True for the "infected" of "people infected with cholera", which says who is counted."""
    participle = analysis.norms[onset.first].endswith("ed") and onset.last - onset.first == 1
    return participle and bool(analysis.kinds[onset.first - 1] & Kind.PERSON_NOUN)


def striking(analysis: Analysis, sentence: Sentence, people: int) -> frozenset[str]:
    """What strikes those who are counted from a token on: bunions in "bunions affect about one person in ten"."""
    near = range(max(sentence.first + 1, people - _REACH), people)
    verb = next((i for i in near if analysis.norms[i] in words("amount", "befalls")), None)
    lead = range(sentence.first, verb or sentence.first)
    if verb is None or len(lead) > _LONGEST_HARM + 1 or any(analysis.kinds[i] & _NO_LEAD for i in lead):
        return frozenset()
    return content(analysis, sentence.first, verb, _NOT_HOLDING)


def _copula_before(analysis: Analysis, sentence: Sentence, step: Cue) -> int | None:
    near = range(step.first - 1, max(sentence.first, step.first - 1 - _REACH), -1)
    return next((i for i in near if analysis.kinds[i] & Kind.COPULA), None)


def _end(analysis: Analysis, sentence: Sentence, step: Cue) -> int | None:
    """The token after "rare" or "rare side effect", where the thing is graded; None where anything else is said."""
    if step.last >= sentence.last or not analysis.gap(step.last).isspace():
        return step.last
    if analysis.kinds[step.last] & _STOPS or _names_people(analysis, sentence, step.last):
        return step.last
    called, between = words("graded-kind", "kind"), words("graded-kind", "between")
    plain = _MOST.isdisjoint(analysis.norms[step.first : step.last])  # the commonest of them may be rare
    for index in range(step.last, min(sentence.last, step.last + _KIND_REACH)):
        if analysis.norms[index] in called:
            after = index + 1
            goes_on = (
                after < sentence.last and analysis.gap(after).isspace() and analysis.norms[after] in called
            )
            if not goes_on:
                return after
        elif analysis.norms[index] not in between and not (plain and not analysis.kinds[index]):
            return None
    return None


def holder(analysis: Analysis, sentence: Sentence, step: Cue) -> frozenset[str]:
    """What a harm comes of where a step word grades it: the statins of "a common side effect of statins"."""
    end = _end(analysis, sentence, step)
    return comes_of(analysis, sentence, step) if end is None else _holder(analysis, sentence, end)


def comes_of(analysis: Analysis, sentence: Sentence, step: Cue) -> frozenset[str]:
    """What a harm comes of that is called rare or common with a thing: losartan in "is rare with losartan"."""
    last = step.last + (step.last < sentence.last and analysis.norms[step.last] in _HAPPENS)
    after = last < sentence.last and analysis.norms[last] in _WITH
    return _holder(analysis, sentence, last + 1) if after else frozenset()


def _names_people(analysis: Analysis, sentence: Sentence, index: int) -> bool:
    """True for "in children" and "in women with": whom it is limited to is known."""
    scope = analysis.cues_by_category(sentence).get("scope", ())
    near = range(index, index + _PEOPLE_REACH)
    return analysis.norms[index] in ("in", "among") and any(
        c.kind == "population" and c.first in near for c in scope
    )


def _holder(analysis: Analysis, sentence: Sentence, first: int) -> frozenset[str]:
    """What it is a side effect of, or in whom: terms after the noun, people left out."""
    last = first
    while last < min(sentence.last, first + _HOLDER_REACH) and analysis.gap(last).isspace():
        if analysis.kinds[last] & _STOPS and analysis.norms[last] != "who":
            break
        last += 1
    scope = analysis.cues_by_category(sentence).get("scope", ())
    people = {i for c in scope if c.kind == "population" for i in range(c.first, c.last)}
    named = [content(analysis, i, i + 1, _NOT_HOLDING) for i in range(first, last) if i not in people]
    return frozenset().union(*named)
