"""What each sentence says for a treatment and against it: the groundwork of every rule and measure of balance."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from healthscore.article import Span
from healthscore.language.analysis import Analysis, Sentence
from healthscore.language.cues import Cue
from healthscore.language.stems import stem

_MEMO = "_balance_reading"
_NEGATION_REACH = 4
_PARTING = frozenset({"but", "while", "although", "though", "whereas", "however", "yet"})
_PRONOUNS = frozenset({"it", "this", "they", "these", "he", "she", "you"})
_GOOD_KINDS = frozenset({"relief", "improvement", "prevention", "cure"})
_USE = frozenset(
    map(
        stem,
        "dose dosage take taking use using consumption drug medicine medication supplement treatment therapy surgery "
        "procedure injection vaccine operation product remedy extract herb implant device tablet pill tea overuse".split(),
    )
)


@dataclass(frozen=True, slots=True)
class Statement:
    """One sentence: the cues that praise a treatment, and those that say it does harm.

    ``place`` counts statements from 0; ``general`` harms say "side effects" or "risks" and name none.
    """

    place: int
    sentence: Sentence
    praise: tuple[Cue, ...]
    named: tuple[Cue, ...]
    general: tuple[Cue, ...]
    cues: tuple[Cue, ...]

    @property
    def span(self) -> Span:
        """The sentence's characters."""
        return Span(self.sentence.start, self.sentence.end)

    @property
    def harmful(self) -> bool:
        """Does it say that a treatment does or may do harm?"""
        return bool(self.named or self.general)

    def has(self, category: str, *kinds: str) -> bool:
        """Does it hold a cue of this category, and of one of the kinds where any are given?"""
        return any(c.category == category and (not kinds or c.kind in kinds) for c in self.cues)


@dataclass(frozen=True)
class Reading:
    """Every prose sentence of an article as a statement, and the stems of what the article is about."""

    topic: frozenset[str]
    statements: tuple[Statement, ...]

    @cached_property
    def praises(self) -> tuple[Statement, ...]:
        """The statements that say a treatment does good."""
        return tuple(s for s in self.statements if s.praise)

    @cached_property
    def harms(self) -> tuple[Statement, ...]:
        """The statements that say a treatment does or may do harm."""
        return tuple(s for s in self.statements if s.harmful)


def read(analysis: Analysis) -> Reading:
    """The statements of an article; remembered on the analysis, as its own cached properties are."""
    memory = vars(analysis)
    if _MEMO not in memory:
        memory[_MEMO] = _read(analysis)
    reading: Reading = memory[_MEMO]
    return reading


def _read(analysis: Analysis) -> Reading:
    topic = analysis.topic.key
    statements = []
    under_harms = False
    for sentence in analysis.sentences:
        kind = sentence.block.kind
        if kind == "heading":
            under_harms = any(c.category == "harm" and c.kind == "general" for c in analysis.cues_in(sentence))
        elif kind in ("paragraph", "list_item", "quote") and sentence.first < sentence.last:
            statements.append(_statement(analysis, sentence, topic, len(statements), under_harms))
    return Reading(topic, tuple(statements))


def _statement(
    analysis: Analysis, sentence: Sentence, topic: frozenset[str], place: int, under_harms: bool
) -> Statement:
    cues = tuple(analysis.cues_in(sentence))
    question = analysis.article.text[sentence.end - 1] == "?"
    weigher = _Weigher(analysis, sentence, topic, under_harms)
    weigher.weigh(cues)
    praise = () if question or weigher.doubted or not _praises(weigher.praise) else tuple(weigher.praise)
    return Statement(place, sentence, praise, tuple(weigher.named), tuple(weigher.general), cues)


class _Weigher:
    """Walks a sentence's cues from left to right and sorts good from harm.

    What governs a word decides: "relieves nausea" is good, "may cause nausea" is harm. ``governor`` is the last
    such verb of the clause.
    """

    def __init__(self, analysis: Analysis, sentence: Sentence, topic: frozenset[str], under_harms: bool) -> None:
        self._analysis = analysis
        self._sentence = sentence
        self._topic = topic
        self._under_harms = under_harms
        self.praise: list[Cue] = []
        self.named: list[Cue] = []
        self.general: list[Cue] = []
        self.doubted = False

    def weigh(self, cues: Sequence[Cue]) -> None:
        """Sort all cues."""
        governor, covered, negation, clause = "", -1, -99, 0
        partings = self._partings()
        for cue in cues:
            if clause < len(partings) and cue.first >= partings[clause]:
                clause, governor, negation = clause + 1, "", -99
            negated = cue.first - negation <= _NEGATION_REACH
            if cue.category == "negation":
                negation = cue.last
            elif cue.category == "effect":
                governor = _governor(cue, negated, governor)
            elif cue.category == "benefit":
                if not negated:
                    self.praise.append(cue)
                if cue.kind in _GOOD_KINDS and not negated:
                    governor = "good"
                covered = max(covered, cue.last)
            elif cue.category == "harm" and cue.first >= covered:
                governor = self._harm(cue, governor, negated)
            elif cue.category == "caution" and cue.kind == "limits-of-knowledge":
                self.doubted = True

    def _harm(self, cue: Cue, governor: str, negated: bool) -> str:
        if cue.kind != "effect":
            if not negated and governor != "good" and not self._compound(cue):
                self.general.append(cue)
                return "harm"
            return governor
        if not negated and (governor == "harm" or self._under_harms) and self._of_treatment(cue):
            self.named.append(cue)
        return governor

    def _of_treatment(self, cue: Cue) -> bool:
        """Is it a treatment or the topic that does this harm, as far as the words before it tell?"""
        if self._under_harms or self.general:
            return True
        tokens, stems = self._analysis.tokens, self._analysis.stems
        before = range(self._sentence.first, cue.first)
        return tokens[self._sentence.first].norm in _PRONOUNS or any(
            stems[i] in self._topic or stems[i] in _USE for i in before
        )

    def _compound(self, cue: Cue) -> bool:
        """Part of a fixed phrase that is not about a treatment: "risk factor", "people at risk"."""
        tokens = self._analysis.tokens
        after = tokens[cue.last].norm if cue.last < self._sentence.last else ""
        before = tokens[cue.first - 1].norm if cue.first > self._sentence.first else ""
        return after in ("factor", "factors", "reduction") or before == "at"

    def _partings(self) -> list[int]:
        """Where a clause gives way to its opposite."""
        tokens = self._analysis.tokens
        return [i for i in range(self._sentence.first + 1, self._sentence.last) if tokens[i].norm in _PARTING]


def _praises(cues: Sequence[Cue]) -> bool:
    """One plain word of praise, or two that may mean less ("help", "safety")."""
    return len(cues) > 1 or any(not cue.attributes.get("weak", False) for cue in cues)


def _governor(cue: Cue, negated: bool, governor: str) -> str:
    """What the verb of effect makes of the words after it: good, harm, or what they were before."""
    relation, valence = cue.attributes["relation"], cue.attributes.get("valence")
    if negated or relation == "affects":
        return ""
    if cue.kind == "noun" and governor == "good" and valence != "harm":
        return governor  # "reduces the risk of"
    if relation in ("lowers", "prevents", "treats") and valence != "harm":
        return "good"
    return "good" if valence == "benefit" else "harm"
