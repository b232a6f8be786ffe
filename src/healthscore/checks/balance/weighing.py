"""Sorts the cues of one sentence into what praises a treatment, what blames it, and what it treats."""

from __future__ import annotations

from healthscore.language.analysis import Analysis, Sentence
from healthscore.language.cues import Cue
from healthscore.language.disowned import stood_by
from healthscore.language.lexicon import words

_CATEGORY = "balance-word"
_NEGATION_REACH = 4
_PRONOUNS = frozenset({"it", "they", "you"})
_GOOD_KINDS = frozenset({"relief", "improvement", "prevention", "cure"})
_WEIGHED = ("negation", "effect", "benefit", "harm", "caution")


class Weigher:
    """Walks a sentence's cues from left to right.

    What governs a word decides: "relieves nausea" is good, "may cause nausea" is harm. The governor is the last
    such verb of the clause; it ends at a turn ("but"). ``named`` are harms with a name, ``general`` harms without
    ("side effects"), ``treated`` the heads of harm words that the text relieves, and ``doubted`` says that the
    sentence speaks of what is not known.
    """

    def __init__(self, analysis: Analysis, sentence: Sentence, under_harms: bool) -> None:
        """``under_harms``: the section's heading announces harms, so every harm in it is meant."""
        by_category = stood_by(analysis, sentence, frozenset({"benefit"}))
        self._cues = sorted(cue for name in _WEIGHED for cue in by_category.get(name, ()))
        self._norms = analysis.norms
        self._stems = analysis.stems
        self._topic = analysis.topic.key
        self._sentence = sentence
        self._under_harms = under_harms
        self.praise: list[Cue] = []
        self.named: list[Cue] = []
        self.general: list[Cue] = []
        self.treated: list[str] = []
        self.doubted = False

    def weigh(self) -> None:
        """Sort all cues."""
        turns = words(_CATEGORY, "turn")
        governor, negated_to, praised_to, seen = "", -1, -1, self._sentence.first
        for cue in self._cues:
            if not turns.isdisjoint(self._norms[seen : cue.first]):
                governor, negated_to = "", -1
            seen = max(seen, cue.first)
            negated = cue.first <= negated_to
            if cue.category == "negation":
                negated_to = cue.last + _NEGATION_REACH
            elif cue.category == "effect" and "befalls" not in cue.attributes:
                governor = _governor(cue, negated, governor)
            elif cue.category == "benefit":
                praised_to = max(praised_to, cue.last)
                if not negated:
                    self.praise.append(cue)
                    governor = "good" if cue.kind in _GOOD_KINDS else governor
            elif cue.category == "harm" and cue.first >= praised_to:
                governor = self._harm(cue, governor, negated)
            elif cue.kind == "limits-of-knowledge":
                self.doubted = True

    def _harm(self, cue: Cue, governor: str, negated: bool) -> str:
        """Sort one harm word; the governor after it."""
        if governor == "good" or self._cared_for(cue):
            self.treated.append(self._stems[cue.last - 1])
        elif negated or self._at_risk(cue):
            return governor
        elif cue.kind == "effect":
            if (governor == "harm" or self._under_harms) and self._of_treatment(cue):
                self.named.append(cue)
        elif cue.kind in ("general", "risk-word") or (
            cue.kind == "danger-adjective" and self._of_treatment(cue)
        ):
            self.general.append(cue)
            return "harm"
        return governor

    def _of_treatment(self, cue: Cue) -> bool:
        """Is it a treatment or the topic that does this harm, as far as the words before it tell?"""
        if self._under_harms or self.general or self._norms[self._sentence.first] in _PRONOUNS:
            return True
        uses = words(_CATEGORY, "use")
        before = range(self._sentence.first, cue.first)
        return any(
            self._norms[i] in uses or (self._stems[i] in self._topic and not self._lacking(i)) for i in before
        )

    def _lacking(self, place: int) -> bool:
        """Is it the want of this thing that is spoken of ("too little iodine", "a lack of iron")?"""
        low = max(self._sentence.first, place - 2)
        return not words(_CATEGORY, "lack").isdisjoint(self._norms[low:place])

    def _cared_for(self, cue: Cue) -> bool:
        """Part of a phrase for what is treated or studied: "pain management", "risk factor"."""
        return cue.last < self._sentence.last and self._norms[cue.last] in words(_CATEGORY, "care")

    def _at_risk(self, cue: Cue) -> bool:
        return cue.kind == "risk-word" and self._norms[max(cue.first - 1, self._sentence.first)] == "at"


def _governor(cue: Cue, negated: bool, governor: str) -> str:
    """What an effect makes of the words after it: good, harm, or what they were before."""
    relation, valence = cue.attributes["relation"], cue.attributes.get("valence")
    if negated or relation == "affects":
        return ""
    if cue.kind == "noun" and governor == "good":
        return governor  # "reduces the risk of"
    if relation in ("lowers", "prevents", "treats") and valence != "harm":
        return "good"
    return "good" if valence == "benefit" else "harm"
