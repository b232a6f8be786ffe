"""What the article calls its topic, in its own voice: the sentences of each property."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from healthscore.checks.base import once
from healthscore.language.analysis import Analysis, Sentence

_DENIED_WITHIN = 5  # tokens between "not" and the property
_WITHOUT_EXCEPTION = ("suits", "safe", "harmless", "for-everyone")  # what a stated exception takes back
_PROSE = ("paragraph", "list_item")


@once
def sentences_by_property(analysis: Analysis) -> Mapping[str, list[Sentence]]:
    """Sentences with each kind of property that the article says in its own voice, unconditionally."""
    found: defaultdict[str, list[Sentence]] = defaultdict(list)
    for cue in analysis.cues_of("property"):
        sentence = analysis.sentence_at(cue.first)
        voices = [v for v in analysis.cues_in(sentence, "voice") if not cue.first <= v.first < cue.last]
        if sentence.block.kind not in _PROSE or sentence in found[cue.kind][-1:]:
            continue
        if sentence.index in analysis.quoted:
            continue
        if "exception" in analysis.cues_by_category(sentence) and cue.kind in _WITHOUT_EXCEPTION:
            continue
        whom = cue.kind == "excludes" and _says_whom(analysis, sentence)
        if not any(v.kind != "conditional" or (v.first < cue.first and not whom) for v in voices):
            found[cue.kind].append(sentence)
    return found


def _says_whom(analysis: Analysis, sentence: Sentence) -> bool:
    """True for "if you have eczema, ..." and "if you are pregnant, ...", which only says for whom it holds."""
    norms = analysis.norms[sentence.first : sentence.first + 3]
    return norms[:2] in (["if", "you"], ["when", "you"], ["while", "you"]) and norms[2:] in (
        ["have"],
        ["are"],
    )


def is_denied(analysis: Analysis, sentence: Sentence, kind: str) -> bool:
    """True where a negation stands shortly before the property and is no part of its own phrase ("instead of")."""
    own = [c for c in analysis.cues_in(sentence, "property") if c.kind == kind]
    ailing = analysis.cues_by_category(sentence).get("ailing", ())  # "whose kidneys no longer work"
    return any(
        0 <= cue.first - negation.last <= _DENIED_WITHIN
        and not any(c.first <= negation.first < c.last for c in (*own, *ailing))
        for negation in analysis.cues_in(sentence, "negation")
        for cue in own
    )
