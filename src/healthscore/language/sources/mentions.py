"""The cues of sourcing by sentence, those kept whose capital letters are right: WHO is a body, who is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from healthscore.language.analysis import Analysis
    from healthscore.language.cues import Cue

CATEGORIES = frozenset({"source", "source-modifier", "reporting", "passive-attribution"})
STATEMENTS = frozenset({"paragraph", "list_item", "quote"})

BySentence = dict[int, dict[str, list["Cue"]]]


def mentions(analysis: Analysis) -> BySentence:
    """Sentence index to category to cues, for the sentences an author wrote as statements."""
    found: BySentence = {}
    sentences = analysis.sentences
    here = 0
    for cue in analysis.cues:
        if cue.category not in CATEGORIES:
            continue
        while cue.first >= sentences[here].last:
            here += 1
        if sentences[here].block.kind in STATEMENTS and _written_so(analysis, cue):
            found.setdefault(here, {}).setdefault(cue.category, []).append(cue)
    return found


def capital(analysis: Analysis, token: int) -> bool:
    """Whether a token begins with a capital letter."""
    return analysis.article.text[analysis.tokens[token].start].isupper()


def _written_so(analysis: Analysis, cue: Cue) -> bool:
    case = cue.attributes.get("case")
    if case is None:
        return True
    words = [analysis.article.text[t.start : t.end] for t in analysis.tokens[cue.first : cue.last]]
    if case == "upper":
        return all(sum(c.isupper() for c in word) >= 2 or len(word) == 1 for word in words)
    return words[0][0].isupper() and words[-1][0].isupper()
