"""What the article calls its topic, in its own voice: the sentences of each property."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from healthscore.checks.base import once
from healthscore.language.analysis import Analysis, Sentence
from healthscore.language.claims.kinds import Kind
from healthscore.language.claims.quantities import numerals_in
from healthscore.language.cues import Cue

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
        fit = cue.kind in _WITHOUT_EXCEPTION
        open_ = (v for v in voices if not (fit and tells_need(analysis, sentence, v, cue)))
        if not any(v.kind != "conditional" or (v.first < cue.first and not whom) for v in open_):
            found[cue.kind].append(sentence)
    return found


def _says_whom(analysis: Analysis, sentence: Sentence) -> bool:
    """True for "if you have eczema, ..." and "if you are pregnant, ...", which only says for whom it holds."""
    norms = analysis.norms[sentence.first : sentence.first + 3]
    return norms[:2] in (["if", "you"], ["when", "you"], ["while", "you"]) and norms[2:] in (
        ["have"],
        ["are"],
    )


def tells_need(analysis: Analysis, sentence: Sentence, condition: Cue, fit: Cue) -> bool:
    """True for "when the cough won't settle, honey does no harm": when it is wanted, and not of whom it is said."""
    end = next((i for i in range(condition.last, fit.first) if "," in analysis.gap(i)), None)
    if end is None or any(
        analysis.kinds[i] & (Kind.SPEAKER | Kind.PERSON_NOUN | Kind.TIME_NOUN) or analysis.norms[i] == "your"
        for i in range(condition.first, end)
    ):
        return False
    cues = analysis.cues_by_category(sentence)
    limits = [c for category in ("scope", "ailing", "unit") for c in cues.get(category, ())]
    numbered = any(condition.first <= i < end for i in numerals_in(analysis, sentence))
    return not numbered and not any(condition.first <= c.first < end for c in limits)


def is_denied(analysis: Analysis, sentence: Sentence, kind: str) -> bool:
    """True where a negation stands shortly before the property and is no part of its own phrase ("instead of")."""
    own = [c for c in analysis.cues_in(sentence, "property") if c.kind == kind]
    ailing = analysis.cues_by_category(sentence).get("ailing", ())  # "whose kidneys no longer work"
    return any(
        0 <= cue.first - negation.last <= _DENIED_WITHIN
        and not _in_a_clause_before(analysis, negation, cue)
        and not any(c.first <= negation.first < c.last for c in (*own, *ailing))
        for negation in analysis.cues_in(sentence, "negation")
        for cue in own
    )


def _in_a_clause_before(analysis: Analysis, negation: Cue, cue: Cue) -> bool:
    """True for "when it won't settle, honey is safe", where one comma stands between the two."""
    return sum("," in analysis.gap(i) for i in range(negation.last, cue.first + 1)) == 1
