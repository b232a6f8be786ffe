"""What readers are told to have in one place, and to leave in another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from healthscore.checks.base import once
from healthscore.checks.consistency.ages import ages_of
from healthscore.checks.consistency.exclusions import groups_of
from healthscore.checks.consistency.weighing import Statement, Weighed, weigh
from healthscore.language.analysis import Analysis, Sentence
from healthscore.language.claims.circumstances import circumstances_of
from healthscore.language.claims.concepts import content, head_of
from healthscore.language.claims.kinds import Kind
from healthscore.language.claims.phrases import name_end
from healthscore.language.claims.quantities import amounts_in
from healthscore.language.claims.scope import forms_of, limits_of
from healthscore.language.cues import Cue

_LONGEST = 5  # tokens of the thing that is advised
_LONGEST_CLAUSE = 8  # tokens of "that act as stimulants"
_MOST_SHARING = 12
_NO_THING = Kind.GENERIC_NOUN | Kind.PERSON_NOUN | Kind.VERB | Kind.TIME_NOUN
_TOO_MUCH = frozenset({"longer", "more", "often"})
_TOGETHER = ("with", "alongside", "together")
_OPENERS = Kind.COORDINATOR | Kind.PARTING


class _Advice(Struct, frozen=True):
    """``beside``: what may, or may not, be taken with the thing; ``allowed``: nobody is told to have it."""

    against: bool
    beside: bool
    allowed: bool
    key: frozenset[str]
    head: str
    said: str
    sentence: Sentence


@once
def advices(analysis: Analysis) -> list[Weighed]:
    """Every pair of advice for and against one thing, weighed."""
    index: defaultdict[tuple[bool, str], list[_Advice]] = defaultdict(list)
    found = []
    for advice in _given(analysis):
        found += [
            _weighed(analysis, other, advice)
            for other in index[advice.beside, advice.head]
            if other.against != advice.against
            and other.sentence != advice.sentence
            and _to_the_same(analysis, other, advice)
        ]
        if len(index[advice.beside, advice.head]) < _MOST_SHARING:
            index[advice.beside, advice.head].append(advice)
    return found


def _to_the_same(analysis: Analysis, one: _Advice, other: _Advice) -> bool:
    """True where both are given to the same people; what is only allowed is held against nothing else."""
    ages = ages_of(analysis, one.sentence), ages_of(analysis, other.sentence)
    if all(ages) and ages[0] != ages[1]:
        return False
    groups = groups_of(analysis, one.sentence)
    return not (one.allowed or other.allowed) or (
        bool(groups) and groups == groups_of(analysis, other.sentence)
    )


def _weighed(analysis: Analysis, one: _Advice, other: _Advice) -> Weighed:
    return weigh(
        "consistency/negation-conflict",
        _statement(analysis, one),
        _statement(analysis, other),
        1.0,
        f"Advises “{one.said}” here and “{other.said}” there.",
        "Say for whom, and how much of it, each advice is meant.",
    )


def _statement(analysis: Analysis, advice: _Advice) -> Statement:
    sentence = advice.sentence
    every = (
        limits_of(analysis, sentence) | forms_of(analysis, sentence) | circumstances_of(analysis, sentence)
    )
    return Statement(sentence, advice.said, advice.key, advice.key, advice.head, advice.head, every)


def _given(analysis: Analysis) -> Iterator[_Advice]:
    for cue in analysis.cues_of("advice"):
        sentence = analysis.sentence_at(cue.first)
        cues = analysis.cues_by_category(sentence)
        if (
            sentence.block.kind == "heading"
            or "voice" in cues
            or "exception" in cues
            or _bounded(analysis, cue, sentence)
        ):
            continue
        if cue.first > sentence.first and analysis.kinds[cue.first - 1] & Kind.RELATIVE:
            continue  # "people who do not have asthma"
        if cue.attributes.get("opens") and not _opens(analysis, cue, sentence):
            continue
        beside = bool(cue.attributes.get("with") or cue.attributes.get("mixed"))
        first = _after_with(analysis, cue, sentence) if cue.attributes.get("mixed") else cue.last
        last = name_end(analysis, first, sentence.last, beside="of")
        key = content(analysis, first, last, _NO_THING)
        if not key and last < sentence.last and analysis.kinds[last] & Kind.RELATIVE:
            last = _end_of_clause(analysis, last, sentence)  # "medicines that act as stimulants"
            key = content(analysis, first, last, _NO_THING)
        partial = not beside and last < sentence.last and analysis.tokens[last].norm in _TOGETHER
        if cue.attributes.get("allowed") and _befalls(analysis, first, last, cues):
            continue
        if key and not (partial and cue.kind == "against"):  # "do not take aspirin with warfarin"
            said = " ".join(analysis.quote(cue.start, analysis.tokens[last - 1].end).lower().split())
            head = head_of(analysis, first, last, _NO_THING)
            allowed = bool(cue.attributes.get("allowed"))
            yield _Advice(cue.kind == "against", beside, allowed, key, head, said, sentence)


def _befalls(analysis: Analysis, first: int, last: int, cues: Mapping[str, Sequence[Cue]]) -> bool:
    """True for the bleeding of "you may have bleeding", which nobody is allowed."""
    found = (*cues.get("harm", ()), *cues.get("health", ()))
    return any(first <= cue.first < last and cue.kind in ("effect", "condition") for cue in found)


def _end_of_clause(analysis: Analysis, first: int, sentence: Sentence) -> int:
    last = min(sentence.last, first + _LONGEST_CLAUSE)
    return next((i for i in range(first + 1, last) if not analysis.gap(i).isspace()), last)


def _after_with(analysis: Analysis, cue: Cue, sentence: Sentence) -> int:
    """Where what it is not to be mixed with begins: after "with", or after the verb where there is none."""
    near = range(cue.last, min(sentence.last - 1, cue.last + _LONGEST))
    return next((i + 1 for i in near if analysis.tokens[i].norm in ("with", "and")), cue.last)


def _bounded(analysis: Analysis, cue: Cue, sentence: Sentence) -> bool:
    """True for advice that holds at some times only ("before the test"), or from some amount on ("not for longer than")."""
    kinds = analysis.kinds[sentence.first : cue.first] + analysis.kinds[cue.last : sentence.last]
    if any(map(Kind.BOUNDING.__and__, kinds)) or analysis.article.text[sentence.end - 1] == "?":
        return True
    if cue.kind != "against":
        return False
    too_much = not _TOO_MUCH.isdisjoint(analysis.norms[cue.last : sentence.last])
    return too_much or any(amount.first >= cue.last for amount in amounts_in(analysis, sentence))


def _opens(analysis: Analysis, cue: Cue, sentence: Sentence) -> bool:
    if cue.first == sentence.first:
        return True
    gap = analysis.gap(cue.first)
    return "," in gap or ":" in gap or bool(analysis.kinds[cue.first - 1] & _OPENERS)
