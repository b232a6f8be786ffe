"""The cues of sourcing by sentence, those kept whose capital letters are right: WHO is a body, who is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from healthscore.language.analysis import Analysis
    from healthscore.language.cues import Cue

CATEGORIES = ("source", "source-modifier", "reporting", "passive-attribution")

BySentence = dict[int, dict[str, list["Cue"]]]


def mentions(analysis: Analysis) -> BySentence:
    """Sentence index to category to cues, for the sentences an author wrote as statements."""
    found: BySentence = {}
    for sentence in analysis.whole_prose:
        cues = analysis.cues_by_category(sentence)
        for category in CATEGORIES:
            if category not in cues:
                continue
            right = [c for c in cues[category] if "case" not in c.attributes or _written_so(analysis, c)]
            if right:
                found.setdefault(sentence.index, {})[category] = right
    return found


def capital(analysis: Analysis, token: int) -> bool:
    """Whether a token begins with a capital letter."""
    return analysis.capitals[token] == 1


def _written_so(analysis: Analysis, cue: Cue) -> bool:
    words = [analysis.article.text[t.start : t.end] for t in analysis.tokens[cue.first : cue.last]]
    if cue.attributes["case"] == "upper":
        return all(sum(c.isupper() for c in word) >= 2 or len(word) == 1 for word in words)
    return words[0][0].isupper() and words[-1][0].isupper()
