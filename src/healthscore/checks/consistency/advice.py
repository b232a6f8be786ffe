"""What readers are told to have in one place, and to leave in another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from healthscore.checks.base import once
from healthscore.checks.consistency.weighing import Statement, Weighed, weigh
from healthscore.language.analysis import Analysis, Sentence
from healthscore.language.claims.concepts import content, head_of
from healthscore.language.claims.kinds import Kind
from healthscore.language.claims.scope import forms_of, limits_of
from healthscore.language.cues import Cue

_LONGEST = 5  # tokens of the thing that is advised
_MOST_SHARING = 12
_ENDS = Kind.PREPOSITION | Kind.SUBORDINATOR | Kind.AUXILIARY | Kind.RELATIVE | Kind.PARTING
_NO_THING = Kind.GENERIC_NOUN | Kind.PERSON_NOUN | Kind.VERB | Kind.TIME_NOUN
_OPENERS = Kind.COORDINATOR | Kind.PARTING


class _Advice(NamedTuple):
    against: bool
    key: frozenset[str]
    head: str
    said: str
    sentence: Sentence


@once
def advices(analysis: Analysis) -> list[Weighed]:
    """Every pair of advice for and against one thing, weighed."""
    index: defaultdict[str, list[_Advice]] = defaultdict(list)
    found = []
    for advice in _given(analysis):
        found += [
            _weighed(analysis, other, advice)
            for other in index[advice.head]
            if other.against != advice.against and other.sentence != advice.sentence
        ]
        if len(index[advice.head]) < _MOST_SHARING:
            index[advice.head].append(advice)
    return found


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
    every = limits_of(analysis, sentence) | forms_of(analysis, sentence)
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
        if cue.attributes.get("opens") and not _opens(analysis, cue, sentence):
            continue
        last = _end(analysis, cue, sentence)
        key = content(analysis, cue.last, last, _NO_THING)
        if key:
            said = " ".join(analysis.quote(cue.start, analysis.tokens[last - 1].end).lower().split())
            head = head_of(analysis, cue.last, last, _NO_THING)
            yield _Advice(cue.kind == "against", key, head, said, sentence)


def _bounded(analysis: Analysis, cue: Cue, sentence: Sentence) -> bool:
    """True for advice that holds at some times only: "before the test", "while you take it"."""
    around = (*range(sentence.first, cue.first), *range(cue.last, sentence.last))
    return (
        any(analysis.kinds[i] & Kind.BOUNDING for i in around)
        or analysis.article.text[sentence.end - 1] == "?"
    )


def _opens(analysis: Analysis, cue: Cue, sentence: Sentence) -> bool:
    if cue.first == sentence.first:
        return True
    gap = analysis.gap(cue.first)
    return "," in gap or ":" in gap or bool(analysis.kinds[cue.first - 1] & _OPENERS)


def _end(analysis: Analysis, cue: Cue, sentence: Sentence) -> int:
    """The end of the noun phrase that follows a cue."""
    last = cue.last
    while last < min(sentence.last, cue.last + _LONGEST):
        ends = not analysis.gap(last).isspace() or analysis.kinds[last] & (_ENDS | Kind.COORDINATOR)
        if last > cue.last and ends and analysis.tokens[last].norm != "of":
            break
        last += 1
    return last
