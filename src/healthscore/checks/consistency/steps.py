"""Conflicts on a scale: how often a harm is said to happen, and how bad it is said to be."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from healthscore.checks.base import Hit, rule
from healthscore.checks.consistency.pairs import span
from healthscore.language.analysis import Analysis, Sentence
from healthscore.language.claims.concepts import content
from healthscore.language.claims.kinds import Kind, is_kind
from healthscore.language.cues import Cue

_REACH = 3  # tokens between a step word and the harm it grades
_PREDICATE_REACH = 7  # the same where "is" or "are" stands before the step word
_NEGATION_REACH = 4  # tokens before both
_OPPOSITE = 2  # steps apart


@dataclass(frozen=True, slots=True)
class _Graded:
    """A harm with the step that a word beside it gives."""

    key: frozenset[str]
    name: str
    word: str
    step: int
    scope: tuple[str, ...]
    sentence: Sentence


@rule
def frequency_conflict(analysis: Analysis) -> Iterator[Hit]:
    """Finds a harm that is called rare in one place and common in another.

    Finds: one named harm with frequency words two steps apart ("rare", "common") and the same scope.
    Why it matters: how often a harm happens decides whether a reader takes the risk.
    Example: "Dizziness is rare." and, later, "Dizziness is a common complaint among users."
    Instead: give the figure once: so many in a hundred, in whom, from which source.
    Limits: words further than a few words from the harm are not tied to it; other people, doses and times
        are not compared.
    References: European Commission 2009, A guideline on summary of product characteristics (frequency bands).
    """
    yield from _conflicts(
        analysis, "frequency", "Give the figure once, with whom it holds for and its source."
    )


@rule
def severity_conflict(analysis: Analysis) -> Iterator[Hit]:
    """Finds a harm that is called mild or passing in one place and severe or lasting in another.

    Finds: one named harm with severity words two steps apart and the same scope.
    Why it matters: a harm that is played down in one place and serious in another cannot be weighed.
    Example: "The rash is mild and temporary." and, later, "a severe rash that can be permanent".
    Instead: say how often it is mild and how often severe, and when to get help.
    Limits: a range in one sentence ("from mild to severe") is no conflict, nor is a severe form at another dose.
    References: None: follows from the meaning of the words.
    """
    yield from _conflicts(
        analysis, "severity", "Say how often it is mild and how often severe, and when to get help."
    )


def _conflicts(analysis: Analysis, category: str, suggestion: str) -> Iterator[Hit]:
    """One hit a harm: the first place of one grade and the first of the opposite one."""
    by_harm: defaultdict[tuple[frozenset[str], tuple[str, ...]], list[_Graded]] = defaultdict(list)
    for graded in _graded(analysis, category):
        by_harm[graded.key, graded.scope].append(graded)
    seen: set[frozenset[str]] = set()
    for (key, _), places in by_harm.items():
        mixed = _said_of_both(places)
        plain = [g for g in places if g.sentence.index not in mixed]
        low = next((g for g in plain if g.step == min(p.step for p in plain)), None)
        high = next((g for g in plain if low is not None and g.step - low.step >= _OPPOSITE), None)
        if low is None or high is None or key in seen:
            continue
        seen.add(key)
        first, second = sorted((low, high), key=lambda g: g.sentence.index)
        yield Hit(
            "error" if category == "frequency" else "warning",
            f"{first.name.capitalize()}: “{first.word}” in one place, “{second.word}” in another.",
            suggestion,
            (span(first.sentence), span(second.sentence)),
        )


def _said_of_both(places: list[_Graded]) -> set[int]:
    """Sentences that give one harm two grades ("mild or severe")."""
    steps: defaultdict[int, set[int]] = defaultdict(set)
    for graded in places:
        steps[graded.sentence.index].add(graded.step)
    return {index for index, found in steps.items() if max(found) - min(found) >= _OPPOSITE}


def _graded(analysis: Analysis, category: str) -> Iterator[_Graded]:
    for sentence in analysis.prose_sentences:
        steps = [c for c in analysis.cues_in(sentence, category) if _in_lower_case(analysis, sentence, c)]
        if not steps or analysis.article.text[sentence.end - 1] == "?" or analysis.cues_in(sentence, "voice"):
            continue
        if _is_range(steps):
            continue
        predicated = _predicate(analysis, sentence, steps)
        if predicated is not None:
            yield predicated
            continue
        for harm, key in _harms(analysis, sentence):
            for step in _steps_of(analysis, sentence, harm, steps):
                yield _Graded(
                    key,
                    analysis.quote(harm.start, harm.end).lower(),
                    analysis.quote(step.start, step.end),
                    int(step.attributes["step"]),
                    _scope(analysis, sentence, step, harm),
                    sentence,
                )


def _harms(analysis: Analysis, sentence: Sentence) -> Iterator[tuple[Cue, frozenset[str]]]:
    """What can befall somebody, with the key by which it is compared."""
    found = [c for c in analysis.cues_in(sentence, "harm") if c.kind == "effect"]
    found += [
        c
        for c in analysis.cues_in(sentence, "health")
        if c.kind == "condition" and not any(_overlap(c, harm) for harm in found)
    ]
    for cue in found:
        key = content(analysis, cue.first, cue.last, Kind.GENERIC_NOUN)
        if key and not (analysis.topic.acts and key & analysis.topic.key):
            yield cue, key


def _is_range(steps: list[Cue]) -> bool:
    """True for "mild or severe", "from rare to common": every grade is meant."""
    return any(
        b.first - a.last <= 1 and abs(int(a.attributes["step"]) - int(b.attributes["step"])) >= _OPPOSITE
        for a, b in pairwise(steps)
    )


def _steps_of(analysis: Analysis, sentence: Sentence, harm: Cue, steps: list[Cue]) -> list[Cue]:
    """The step words that grade a harm: the nearest, and any other beside it ("mild or severe headache")."""
    near = [
        step
        for step in steps
        if (step.last - step.first < harm.last - harm.first or not _overlap(step, harm))
        and _grades(analysis, sentence, step, harm)
        and not _negated(analysis, sentence, step, harm)
    ]
    return near if analysis.topic.acts else []


def _grades(analysis: Analysis, sentence: Sentence, step: Cue, harm: Cue) -> bool:
    """Close to each other, or "HARM ... is STEP" with no other harm and no comma between."""
    if any(
        c is not harm and c.kind == "effect" and _between(c, step, harm)
        for c in analysis.cues_in(sentence, "harm")
    ):
        return False
    parting = analysis.tokens[min(step.last, harm.last) : max(step.first, harm.first)]
    if len(parting) <= _REACH and not any(is_kind(token, Kind.SUBORDINATOR) for token in parting):
        return True
    between = analysis.tokens[harm.last : step.first]
    if not between or len(between) > _PREDICATE_REACH or not is_kind(between[-1], Kind.COPULA):
        return False
    return "," not in analysis.article.prose[harm.end : step.start]


def _in_lower_case(analysis: Analysis, sentence: Sentence, step: Cue) -> bool:
    """False for a capital inside a sentence: "the Common Terminology Criteria"."""
    return step.first == sentence.first or not analysis.article.text[step.start].isupper()


def _negated(analysis: Analysis, sentence: Sentence, step: Cue, harm: Cue) -> bool:
    """True where a negation stands between the two or just before them; one inside the step word is part of it."""
    low, high = min(step.first, harm.first) - _NEGATION_REACH, max(step.last, harm.last)
    return any(
        low <= c.first < high
        and not _overlap(c, step)
        and "," not in analysis.article.prose[c.end : max(c.end, step.start)]
        for c in analysis.cues_in(sentence, "negation")
    )


def _scope(analysis: Analysis, sentence: Sentence, step: Cue, harm: Cue) -> tuple[str, ...]:
    """What the grade is limited to: what stands before it, and after it up to the next comma.

    "Temporary" and "most women" are grades here and no limits.
    """
    comma = analysis.article.prose.find(",", max(step.end, harm.end), sentence.end)
    worst = ("high", "long") if int(step.attributes["step"]) == 1 else ()  # rare even at a high dose: rare
    limits = [
        c
        for c in analysis.cues_in(sentence, "scope")
        if c.kind in ("population", "dose", "time")
        and c.attributes["group"] not in worst
        and not _overlap(c, step)
        and (comma < 0 or c.start < comma)
    ]
    return tuple(sorted({f"{c.kind}:{c.attributes['group']}" for c in limits}))


def _predicate(analysis: Analysis, sentence: Sentence, steps: list[Cue]) -> _Graded | None:
    """Reads "X is rare" and "X is a rare disease", whatever X is, with nothing after it that limits where or in whom."""
    opening = range(sentence.first, min(sentence.first + _PREDICATE_REACH, sentence.last))
    copula = next((i for i in opening if is_kind(analysis.tokens[i], Kind.COPULA)), None)
    step = next((c for c in steps if copula is not None and 0 < c.first - copula <= _REACH), None)
    if copula is None or step is None or analysis.cues_in(sentence, "negation"):
        return None
    tokens = analysis.tokens
    if any(
        is_kind(tokens[i], Kind.SUBORDINATOR | Kind.PREPOSITION | Kind.VERB)
        for i in range(sentence.first, copula)
    ):
        return None
    last = step.last + (
        step.last < sentence.last and is_kind(tokens[step.last], Kind.GENERIC_NOUN | Kind.QUANTITY_NOUN)
    )
    if last < sentence.last and not is_kind(tokens[last], Kind.COORDINATOR | Kind.PARTING):
        gap = analysis.article.prose[tokens[last - 1].end : tokens[last].start]
        if not any(char in gap for char in ",;:"):
            return None
    key = content(analysis, sentence.first, copula, Kind.GENERIC_NOUN)
    name = (
        analysis.quote(tokens[sentence.first].start, tokens[copula - 1].end).lower()
        if copula > sentence.first
        else ""
    )
    word = analysis.quote(step.start, step.end)
    return _Graded(key, name, word, int(step.attributes["step"]), (), sentence) if key else None


def _between(other: Cue, one: Cue, two: Cue) -> bool:
    low, high = min(one.last, two.last), max(one.first, two.first)
    return low <= other.first and other.last <= high


def _overlap(a: Cue, b: Cue) -> bool:
    return a.first < b.last and b.first < a.last
