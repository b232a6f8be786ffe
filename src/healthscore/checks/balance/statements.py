"""What each sentence says for a treatment and against it: the groundwork of every rule and measure of balance."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from healthscore.article import Span
from healthscore.checks.balance.weighing import Weigher
from healthscore.language.analysis import Analysis, Sentence
from healthscore.language.cues import Cue

_MEMO = "_balance_reading"


@dataclass(frozen=True, slots=True)
class Statement:
    """One sentence: the cues that praise a treatment, and those that say it does harm.

    ``place`` counts statements from 0; ``named`` harms have a name, ``general`` ones say "side effects" or
    "risks" and name none. A heading is a statement that neither praises nor blames.
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
    """Every prose sentence of an article as a statement, its headings, and the stems of what it is about."""

    topic: frozenset[str]
    statements: tuple[Statement, ...]
    headings: tuple[Statement, ...]

    @cached_property
    def everything(self) -> tuple[Statement, ...]:
        """Headings and statements, in order of place."""
        return tuple(sorted((*self.headings, *self.statements), key=lambda s: s.sentence.index))

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
    statements: list[Statement] = []
    headings: list[Statement] = []
    treated: Counter[str] = Counter()
    under_harms = False
    for sentence in analysis.sentences:
        kind = sentence.block.kind
        if kind == "heading":
            cues = tuple(analysis.cues_in(sentence))
            headings.append(Statement(len(statements), sentence, (), (), (), cues))
            under_harms = headings[-1].has("harm", "general")
        elif kind in ("paragraph", "list_item", "quote") and sentence.first < sentence.last:
            weigher = Weigher(analysis, sentence, under_harms)
            statements.append(_statement(analysis, weigher, sentence, len(statements)))
            treated.update(weigher.treated)
    kept = tuple(_without_treated(analysis, statements, treated))
    return Reading(analysis.topic.key, kept, tuple(headings))


def _statement(analysis: Analysis, weigher: Weigher, sentence: Sentence, place: int) -> Statement:
    cues = tuple(analysis.cues_in(sentence))
    weigher.weigh(cues)
    question = analysis.article.text[sentence.end - 1] == "?"
    praise = () if question or weigher.doubted or not _praises(weigher.praise) else tuple(weigher.praise)
    return Statement(place, sentence, praise, tuple(weigher.named), tuple(weigher.general), cues)


def _praises(cues: Sequence[Cue]) -> bool:
    """One plain word of praise, or two that may mean less ("help", "safety")."""
    return len(cues) > 1 or any(not cue.attributes.get("weak", False) for cue in cues)


def _without_treated(
    analysis: Analysis, statements: Sequence[Statement], treated: Counter[str]
) -> Iterator[Statement]:
    """Harms that the article more often relieves than blames are what it treats ("addiction", "pain")."""
    blamed = Counter(analysis.stems[cue.last - 1] for s in statements for cue in s.named)
    for statement in statements:
        heads = [(cue, analysis.stems[cue.last - 1]) for cue in statement.named]
        kept = tuple(cue for cue, head in heads if blamed[head] >= treated[head])
        yield statement if len(kept) == len(heads) else replace(statement, named=kept)
