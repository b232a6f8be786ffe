"""What remedies are taken for, as far as sentences name it, and whether two speak of one remedy."""

from __future__ import annotations

from healthscore.checks.consistency.referents import Referent
from healthscore.language.analysis import Analysis, Sentence
from healthscore.language.claims.concepts import content

_PAIN = frozenset({"pain"})
_MANY = _PAIN | {"hair"}  # whether it grows, or turns grey


def outcomes_in(analysis: Analysis, sentence: Sentence) -> frozenset[str]:
    """The outcomes of ``lexicons/outcomes.toml`` that a sentence names: ``sleep`` for "insomnia" and "nod off"."""
    return frozenset(c.kind for c in analysis.cues_by_category(sentence).get("outcome", ()))


def outcomes_of_title(analysis: Analysis) -> frozenset[str]:
    """Those that the title names."""
    title = next((s for s in analysis.sentences if s.first < s.last), None)
    return outcomes_in(analysis, title) if title is not None else frozenset()


def same_outcome(one: frozenset[str], other: frozenset[str]) -> bool:
    """True where both name one outcome; one pain is not another."""
    return bool((one & other) - _MANY) or one == other == _PAIN


def named_in_both(
    analysis: Analysis, one: Referent, here: Sentence, other: Referent, there: Sentence
) -> frozenset[str]:
    """The thing that both sentences are about: what leads either of them, and is at least named in the other."""
    both = one.key & other.key
    return both or one.key & _terms(analysis, there) or other.key & _terms(analysis, here)


def _terms(analysis: Analysis, sentence: Sentence) -> frozenset[str]:
    """The stems and concepts of a sentence but for what is to be helped."""
    outcomes = analysis.cues_by_category(sentence).get("outcome", ())
    inside = {i for cue in outcomes for i in range(cue.first, cue.last)}
    named = (content(analysis, i, i + 1) for i in range(sentence.first, sentence.last) if i not in inside)
    return frozenset().union(*named)
