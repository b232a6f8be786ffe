"""How much a sentence needs a source, from 0 to 1. No rules."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from healthscore.checks.base import once
from healthscore.checks.sourcing.commerce import passages
from healthscore.checks.sourcing.support import needs
from healthscore.language.lexicon import words

if TYPE_CHECKING:
    from healthscore.language.analysis import Analysis, Sentence

WEIGHTS = {
    "unnamed": 1.0,  # rests on somebody unnamed: studies show, parents fear, it is known
    "earlier": 0.9,  # speaks of the work of others: previously, elsewhere, in the literature
    "lasting": 0.8,  # what has been found or done up to now
    "dose": 0.8,
    "figure": 0.7,
    "comparison": 0.7,
    "claim": 0.6,  # an effect, a harm, a mechanism, a prevalence as it is in general
    "general": 0.5,  # how things are, without an effect
    "other": 0.3,
    "past": 0.2,  # what happened
    "done": 0.1,  # what was done, in the passive
    "own": 0.1,  # the writer's own work: we, this study, figure 2
    "meaning": 0.0,
    "advice": 0.0,
    "question": 0.0,
}
"""How much each reason makes a sentence need a source, in tenths; set by hand, after who could be named for it."""

_THIS = frozenset("this these present current".split())
_IS = frozenset("is are been".split())
_HAS = frozenset("has have".split())
_WAS = frozenset("was were".split())
_PAST = _WAS | frozenset("did had".split())
_NOW = frozenset("is are can may might could has have does do will".split())


class Grade(NamedTuple):
    """How much a sentence needs a source, 0 to 1, and the reason: a key of ``WEIGHTS``."""

    value: float
    reason: str


def grade(analysis: Analysis, sentence: Sentence) -> Grade:
    """How much a sentence needs a source, whether or not it has one."""
    reason = _reason(analysis, sentence)
    return Grade(WEIGHTS[reason], reason)


def neediest(analysis: Analysis, sentences: Iterable[Sentence]) -> list[Sentence]:
    """Sentences by how much they need a source, those that need it alike in order of place."""
    given = list(sentences)
    values = {sentence.index: grade(analysis, sentence).value for sentence in dict.fromkeys(given)}
    return sorted(given, key=lambda sentence: (-values[sentence.index], sentence.index))


def _reason(analysis: Analysis, sentence: Sentence) -> str:
    """The first reason that holds: whose work it tells, then whose word it goes by, then what it says."""
    spoken = analysis.words(analysis.whole(sentence))
    there = frozenset(spoken)
    if analysis.article.text[sentence.end - 1] == "?":
        return "question"
    if _own(spoken, there) and not passages(analysis):  # what a seller says of its own is no work
        return "own"
    if sentence.index in _rested(analysis) or _known(spoken, there):
        return "unnamed"
    if there & words("need", "earlier"):
        return "earlier"
    return _measured(analysis).get(sentence.index) or _said(analysis, sentence, spoken, there)


def _said(analysis: Analysis, sentence: Sentence, spoken: Sequence[str], there: frozenset[str]) -> str:
    """What a sentence says by its own word, and of which time."""
    if spoken[0] in words("need", "command") or there & words("need", "duty"):
        return "advice"
    if there & _HAS and "been" in there:
        return "lasting"
    if there & _PAST:
        return "done" if there & _WAS else "past"
    if there & words("need", "meaning"):
        return "meaning"
    if analysis.claims_in(sentence):
        return "claim"
    return "general" if there & _NOW else "other"


def _own(spoken: Sequence[str], there: frozenset[str]) -> bool:
    """Whether a sentence tells of the writer's own work, or of a part of the page."""
    if there & words("need", "own") or spoken[0] == "here":
        return True
    if there & _THIS and _beside(spoken, _THIS, words("need", "work")):
        return True
    parts = there & words("need", "part")
    return bool(parts) and any(a in parts and (b[0].isdigit() or len(b) == 1) for a, b in pairwise(spoken))


def _known(spoken: Sequence[str], there: frozenset[str]) -> bool:
    """Whether something is known, by nobody in particular (it is known, has been shown)."""
    participles = there & words("need", "known")
    return bool(participles) and _beside(spoken, _IS, participles)


def _beside(spoken: Sequence[str], before: frozenset[str], after: frozenset[str]) -> bool:
    """Whether a word of one set stands right before a word of the other."""
    return any(b in after and a in before for a, b in pairwise(spoken))


@once
def _rested(analysis: Analysis) -> frozenset[int]:
    """The sentences that go by somebody's word, named or not."""
    return frozenset(source.sentence for source in analysis.sources if source.form != "site")


@once
def _measured(analysis: Analysis) -> dict[int, str]:
    """The sentences with a dose, a figure or a comparison, and which of them it is."""
    return {need.sentence.index: need.reason for need in needs(analysis)}
