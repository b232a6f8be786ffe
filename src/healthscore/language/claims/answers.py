"""What a question is worth as a statement: as much as the "Yes" or "No" that follows it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from healthscore.language.certainty import ASKED, certainty_of

if TYPE_CHECKING:
    from healthscore.language.analysis import Analysis, Sentence

_ENDS_ANSWER = frozenset(".,;:!–—-")


class Answer(NamedTuple):
    """How sure what is asked is, and whether it is denied; None where that is not said."""

    certainty: float
    denied: bool | None


def answer_to(analysis: Analysis, sentence: Sentence) -> Answer | None:
    """The answer to a sentence that asks; none to one that does not."""
    if analysis.article.text[sentence.end - 1 : sentence.end] != "?":
        return None
    following = analysis.sentences[sentence.index + 1 : sentence.index + 2]
    if not following or following[0].block.kind == "heading":
        return Answer(ASKED, denied=None)
    (after,) = map(analysis.whole, following)
    in_place = sentence.block.kind == "heading" or after.block == sentence.block
    said = analysis.norms[after.first] if after.first < after.last else ""
    ends = after.last - after.first == 1 or not _ENDS_ANSWER.isdisjoint(analysis.gap(after.first + 1))
    if not in_place or said not in ("yes", "no") or not ends:
        return Answer(ASKED, denied=None)
    cues = analysis.cues_in(after, "hedge", "booster", "negation")
    return Answer(certainty_of(cues), denied=said == "no")
