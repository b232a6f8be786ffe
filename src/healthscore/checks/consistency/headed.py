"""What stands under two headings that set a case apart: "Before the operation" and "After it", "The gel" and "The tablets"."""

from __future__ import annotations

from healthscore.checks.base import once
from healthscore.language.analysis import Analysis, Sentence
from healthscore.language.claims.kinds import Kind
from healthscore.language.claims.scope import forms_of

_CASES = Kind.PREPOSITION | Kind.SUBORDINATOR
_ABOUT = frozenset({"about", "on", "how", "why", "what", "whether", "as"})
_IN_SUM = frozenset(
    {"summary", "short", "brief", "conclusion", "general", "nutshell", "sum", "all", "more", "fact"}
)
_OPENING = 3  # tokens of "in a nutshell"


def two_cases(analysis: Analysis, at: int, other: int) -> bool:
    """True for two sentences, by index, under "For most of us" and "For those with an allergy", "The cream" and "The gel"."""
    one, two = _headings(analysis).get(at), _headings(analysis).get(other)
    if one is None or two is None or one is two:
        return False
    return _of_two_forms(analysis, one, two) or (_is_case(analysis, one) and _is_case(analysis, two))


def _of_two_forms(analysis: Analysis, one: Sentence, two: Sentence) -> bool:
    """True where each names a form that the other has not, or another strength: "The 1% cream", "The 2% cream"."""
    forms, others = forms_of(analysis, one), forms_of(analysis, two)
    return bool(forms - others and others - forms)


@once
def _headings(analysis: Analysis) -> dict[int, Sentence]:
    """By index of a sentence: the heading right above it, but for the title."""
    found: dict[int, Sentence] = {}
    heading = None
    for sentence in analysis.sentences[1:]:
        if sentence.block.kind == "heading":
            heading = sentence
        elif heading is not None:
            found[sentence.index] = heading
    return found


def _is_case(analysis: Analysis, heading: Sentence) -> bool:
    """True where a heading begins with "for", "when", "before" or "in", and sums nothing up."""
    norms = analysis.norms[heading.first : min(heading.last, heading.first + _OPENING)]
    opens = bool(norms) and analysis.kinds[heading.first] & _CASES != 0 and norms[0] not in _ABOUT
    return opens and _IN_SUM.isdisjoint(norms)
