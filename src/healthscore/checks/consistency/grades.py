"""What is said of a harm or an illness on a scale: how often it happens, and how bad it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from healthscore.checks.base import once
from healthscore.checks.consistency.graded import (
    DEGREE_REACH,
    Graded,
    degree_of,
    harms,
    limits_of,
    overlap,
)
from healthscore.checks.consistency.graded_predicates import predicated
from healthscore.checks.consistency.graded_rates import rated
from healthscore.checks.consistency.pairs import statements_with
from healthscore.checks.consistency.predicates import befallen, comes_of
from healthscore.checks.consistency.referents import written
from healthscore.language.analysis import Analysis, Sentence
from healthscore.language.claims.concepts import content
from healthscore.language.claims.kinds import Kind, is_kind
from healthscore.language.claims.model import LESSENING
from healthscore.language.cues import Cue

_REACH = 3  # tokens between a step word and the harm it grades
_PREDICATE_REACH = 10  # the same where "is" or "are" stands before the step word
_NEGATION_REACH = 4  # tokens before both
_OPPOSITE = 2  # steps apart
_ALREADY = frozenset({"diagnosed", "treated", "after", "before"})  # "most people diagnosed after melanoma"
_TOLD_WITHIN = 4  # tokens after an illness in which is told what to do about it
_HANDLED = frozenset(
    "treated managed need needs require requires respond responds controlled helped eased".split()
)
_HELPS = frozenset(
    "benefit benefits effect effects effective work works helps trial trials study studies".split()
)
_TAKE = frozenset({"take", "takes", "taking", "took", "use", "uses", "using"})
_TAKEN_WITHIN = 4  # tokens of "who regularly takes"
_LONGEST_NAME = 3
_SIGNS = frozenset({"sign", "signs", "flag", "flags"})
_TREATED = frozenset({"for", "against", "treat", "treats", "treating"})


@once
def frequencies(analysis: Analysis) -> list[Graded]:
    """What is called rare or common, in words and in numbers."""
    return [*_graded(analysis, "frequency"), *rated(analysis)]


@once
def severities(analysis: Analysis) -> list[Graded]:
    """What is called mild or severe."""
    return list(_graded(analysis, "severity"))


def _graded(analysis: Analysis, category: str) -> Iterator[Graded]:
    for sentence in statements_with(analysis, category):
        steps = [
            c
            for c in analysis.cues_by_category(sentence)[category]
            if not c.attributes.get("weak") and _in_lower_case(analysis, sentence, c)
        ]
        if not steps or _is_range(analysis, steps):
            continue
        whole = predicated(analysis, sentence, steps)
        if whole is not None:
            yield whole
            continue
        counted = befallen(analysis, sentence, steps) if category == "frequency" else None
        if counted is not None and not _denies(analysis, sentence, counted[0]):
            yield _of_people(analysis, sentence, *counted)
            continue
        for harm, key in harms(analysis, sentence):
            for step in _steps_of(analysis, sentence, harm, steps):
                if category == "severity" and (
                    _is_treated(analysis, sentence, step, harm)
                    or _tells_which(analysis, sentence, step, harm)
                ):
                    continue
                yield _made(analysis, sentence, key, harm, step)


def _is_treated(analysis: Analysis, sentence: Sentence, step: Cue, harm: Cue) -> bool:
    """True for "for mild depression" and "eases severe pain": which of its degrees is treated, not how bad it is."""
    near = (
        harm.last <= step.first or 0 <= harm.first - step.last <= DEGREE_REACH
    )  # "for mild or moderate pain"
    if not near:
        return False
    if step.first == sentence.first:
        return _is_kind_of_it(analysis, sentence, step, harm)
    lessening = (c for c in analysis.cues_by_category(sentence).get("effect", ()) if c.last == step.first)
    eased = any(c.attributes["relation"] in LESSENING for c in lessening)
    return eased or analysis.norms[step.first - 1] in _TREATED or _of_those(analysis, sentence, step, harm)


def _of_those(analysis: Analysis, sentence: Sentence, step: Cue, harm: Cue) -> bool:
    """True for "in mild depression" and "adults with moderate to severe depression": in which of its degrees it is so."""
    before = step.first - 1
    if analysis.norms[before - 1 : before + 1] == ["moderate", "to"]:
        before -= 2
    if harm.first != step.last or before <= sentence.first:
        return False
    with_it = analysis.norms[before] == "with" and bool(analysis.kinds[before - 1] & Kind.PERSON_NOUN)
    return with_it or (analysis.norms[before] == "in" and not _HELPS.isdisjoint(analysis.words(sentence)))


def _tells_which(analysis: Analysis, sentence: Sentence, step: Cue, harm: Cue) -> bool:
    """True for "diarrhoea that is severe", "Severe eczema: ask a doctor" and a sign of danger: what is said is of that one."""
    if "that" in analysis.norms[harm.last : step.first]:
        return True
    if not _SIGNS.isdisjoint(analysis.norms[sentence.first : step.first]):
        return True  # "the warning signs are severe pain and"
    last = max(step.last, harm.last)
    opens = min(step.first, harm.first) == sentence.first
    return opens and any(":" in analysis.gap(i) for i in range(last, min(sentence.last, last + _TOLD_WITHIN)))


def _is_kind_of_it(analysis: Analysis, sentence: Sentence, step: Cue, harm: Cue) -> bool:
    """True for "Mild hay fever can be treated with" and "Serious bleeding is rare": what is told is of that kind."""
    end = min(sentence.last, harm.last + _TOLD_WITHIN)
    often = analysis.cues_by_category(sentence).get("frequency", ())
    counted = any(harm.last < cue.first < end for cue in often)
    handled = not _HANDLED.isdisjoint(analysis.norms[harm.last : end])
    return step.last <= harm.first and (handled or counted)


def _made(analysis: Analysis, sentence: Sentence, key: frozenset[str], harm: Cue, step: Cue) -> Graded:
    grade = int(step.attributes["step"])
    limits = limits_of(analysis, sentence, step.first, step.last, grade)
    if step.category == "frequency" and grade == 1:
        limits |= degree_of(analysis, sentence, harm.first)
    return Graded(
        key,
        analysis.quote(harm.start, harm.end).lower(),
        analysis.quote(step.start, step.end),
        grade,
        limits,
        sentence,
        holder=comes_of(analysis, sentence, step),
    )


def _denies(analysis: Analysis, sentence: Sentence, step: Cue) -> bool:
    """True where a negation stands in its part of the sentence that is no part of the step word ("hardly anyone")."""
    prose = analysis.article.prose
    return any(
        not overlap(c, step) and "," not in prose[min(c.end, step.end) : max(c.start, step.start)]
        for c in analysis.cues_by_category(sentence).get("negation", ())
    )


def _of_people(analysis: Analysis, sentence: Sentence, step: Cue, key: frozenset[str]) -> Graded:
    grade = int(step.attributes["step"])
    limits = limits_of(analysis, sentence, step.first, step.last, grade)
    name, word = written(analysis, key, sentence), analysis.quote(step.start, step.end)
    return Graded(key, name, word, grade, limits, sentence, holder=_taken(analysis, sentence, step))


def _taken(analysis: Analysis, sentence: Sentence, step: Cue) -> frozenset[str]:
    """What is taken in "hardly anyone who takes X": the terms of its name."""
    near = range(step.last, min(sentence.last - 1, step.last + _TAKEN_WITHIN))
    take = next((i for i in near if analysis.norms[i] in _TAKE), None)
    if take is None:
        return frozenset()
    onsets = {c.first for c in analysis.cues_by_category(sentence).get("onset", ())}
    rest = range(take + 1, min(sentence.last, take + 1 + _LONGEST_NAME))
    end = next(
        (i for i in rest if i in onsets or analysis.kinds[i] & (Kind.VERB | Kind.AUXILIARY)), rest.stop
    )
    return content(analysis, take + 1, end)


def _is_range(analysis: Analysis, steps: Sequence[Cue]) -> bool:
    """True for "mild to moderate", "mild or severe", "from rare to common": several grades are meant."""
    if any(analysis.tokens[c.last].norm == "to" for c in steps if c.last < len(analysis.tokens)):
        return True
    return any(
        b.first - a.last
        <= 1 + bool(analysis.kinds[b.first - 1] & Kind.COORDINATOR)  # "mild, moderate and severe"
        and abs(int(a.attributes["step"]) - int(b.attributes["step"])) >= _OPPOSITE
        for a, b in pairwise(steps)
    )


def _steps_of(analysis: Analysis, sentence: Sentence, harm: Cue, steps: Sequence[Cue]) -> list[Cue]:
    """The step words that grade a harm: the nearest, and any other beside it ("mild or severe headache")."""
    near = [
        step
        for step in steps
        if (step.last - step.first < harm.last - harm.first or not overlap(step, harm))
        and _grades(analysis, sentence, step, harm)
        and not _negated(analysis, sentence, step, harm)
    ]
    return (
        near if analysis.topic.acts else [step for step in near if _suffered(analysis, sentence, step, harm)]
    )


def _suffered(analysis: Analysis, sentence: Sentence, step: Cue, harm: Cue) -> bool:
    """True for "people have intense pain": who is said to have the harm, and the step word right before it."""
    onsets = analysis.cues_by_category(sentence).get("onset", ())
    return step.first <= harm.first <= step.last and any(0 <= step.first - c.last <= 1 for c in onsets)


def _grades(analysis: Analysis, sentence: Sentence, step: Cue, harm: Cue) -> bool:
    """Close to each other, or "HARM ... is STEP" with no other harm and no comma between."""
    harms = analysis.cues_by_category(sentence).get("harm", ())
    if any(c is not harm and c.kind == "effect" and _between(c, step, harm) for c in harms):
        return False
    if harm.last <= step.first and _modifies_another(analysis, sentence, step):
        return False
    effects = analysis.cues_by_category(sentence).get("effect", ())
    lessening = (c for c in effects if c.kind == "verb" and c.attributes["relation"] in LESSENING)
    if harm.last <= step.first and any(_between(c, step, harm) for c in lessening):
        return False  # "immunity and prevent dangerous diseases"
    parting = analysis.tokens[min(step.last, harm.last) : max(step.first, harm.first)]
    if harm.last < step.first and is_kind(parting[-1], Kind.COORDINATOR):
        return any(is_kind(token, Kind.COPULA) for token in parting)  # not "fever, and very rarely fits"
    if step.last <= harm.first and any(token.norm in _ALREADY for token in parting):
        return False
    often = analysis.cues_by_category(sentence).get("frequency", ())
    if step.last <= harm.first and any(step.last <= c.first < harm.first for c in often if c is not step):
        return False  # "mild haemophilia seldom bleed"
    if len(parting) <= _REACH and not any(is_kind(token, Kind.SUBORDINATOR) for token in parting):
        return True
    between = analysis.tokens[harm.last : step.first]
    if (
        not between
        or len(between) > _PREDICATE_REACH
        or not any(is_kind(t, Kind.COPULA) for t in between[-2:])
    ):
        return False
    return "," not in analysis.article.prose[harm.end : step.start]


def _modifies_another(analysis: Analysis, sentence: Sentence, step: Cue) -> bool:
    """True for "migraines may have an unlikely culprit": the step word belongs to the noun after it."""
    if step.last >= sentence.last or not analysis.gap(step.last).isspace():
        return False
    return not analysis.kinds[step.last] & (
        Kind.CLOSED | Kind.QUANTITY_NOUN | Kind.CONDITION_NOUN | Kind.VERB
    )


def _in_lower_case(analysis: Analysis, sentence: Sentence, step: Cue) -> bool:
    """False for a capital inside a sentence: "the Common Terminology Criteria"."""
    return step.first == sentence.first or not analysis.article.text[step.start].isupper()


def _negated(analysis: Analysis, sentence: Sentence, step: Cue, harm: Cue) -> bool:
    """True where a negation stands between the two or just before them; one inside the step word is part of it."""
    low, high = min(step.first, harm.first) - _NEGATION_REACH, max(step.last, harm.last)
    return any(
        low <= c.first < high
        and not overlap(c, step)
        and "," not in analysis.article.prose[c.end : max(c.end, step.start)]
        for c in analysis.cues_by_category(sentence).get("negation", ())
    )


def _between(other: Cue, one: Cue, two: Cue) -> bool:
    low, high = min(one.last, two.last), max(one.first, two.first)
    return low <= other.first and other.last <= high
