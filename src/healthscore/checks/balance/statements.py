"""What each sentence says for a treatment and against it: the groundwork of every rule and measure of balance."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace

from healthscore.article import Span
from healthscore.checks.balance.weighing import Weigher
from healthscore.checks.base import once
from healthscore.language.analysis import Analysis, Sentence
from healthscore.language.cues import Cue
from healthscore.language.disowned import stood_by

ONE_SIDED = ("blanket-safety", "against-care", "explained-away")
_PLAIN = 2  # a promotional cue of this weight is rare outside promotion
_PROMOTING = ("promotion", "balance")
_STOOD_BY = frozenset(_PROMOTING)


class Statement(Struct, frozen=True):
    """One sentence with its cues by category: those that praise a treatment, and those that say it does harm.

    ``place`` counts statements from 0; ``named`` harms have a name, ``general`` ones say "side effects" or
    "risks" and name none. ``promotion`` counts the plainly promotional cues, ``hype`` the weight of all promotional
    ones. A heading neither praises nor blames.
    """

    place: int
    sentence: Sentence
    cues: Mapping[str, Sequence[Cue]]
    promotion: int
    hype: int
    praise: tuple[Cue, ...] = ()
    named: tuple[Cue, ...] = ()
    general: tuple[Cue, ...] = ()

    @property
    def span(self) -> Span:
        """The sentence's characters."""
        return Span(self.sentence.start, self.sentence.end)

    @property
    def rebuts(self) -> bool:
        """Does it tell what others claim in order to deny it?"""
        return self.has("voice", "rebutted")

    @property
    def harmful(self) -> bool:
        """Does it say that a treatment does or may do harm?"""
        return bool(self.named or self.general)

    def has(self, category: str, *kinds: str) -> bool:
        """Does it hold a cue of this category, and of one of the kinds where any are given?"""
        return category in self.cues and (not kinds or any(cue.kind in kinds for cue in self.cues[category]))


class Reading(Struct, frozen=True, dict=True):
    """Every prose sentence of an article as a statement, its headings, and the stems of what it is about."""

    topic: frozenset[str]
    statements: tuple[Statement, ...]
    headings: tuple[Statement, ...]

    @cached_property
    def everything(self) -> tuple[Statement, ...]:
        """Headings and statements, in order of place."""
        return tuple(sorted((*self.headings, *self.statements), key=lambda s: s.sentence.index))

    def has(self, category: str, *kinds: str) -> bool:
        """Does any statement hold a cue of this category, and of one of the kinds where any are given?"""
        return any(statement.has(category, *kinds) for statement in self._by_category.get(category, ()))

    def holding(self, category: str, *kinds: str) -> list[Statement]:
        """The statements with a cue of this category, and of one of the kinds where any are given, in order of place."""
        found = self._by_category.get(category, [])
        return [statement for statement in found if statement.has(category, *kinds)] if kinds else found

    @cached_property
    def _by_category(self) -> dict[str, list[Statement]]:
        """The statements by the categories of their cues."""
        found: dict[str, list[Statement]] = {}
        for statement in self.statements:
            for category in statement.cues:
                found.setdefault(category, []).append(statement)
        return found

    @cached_property
    def strength(self) -> int:
        """Statements of praise, and plainly promotional cues twice."""
        return len(self.praises) + 2 * sum(s.promotion for s in self.everything)

    @cached_property
    def praises(self) -> tuple[Statement, ...]:
        """The statements that say a treatment does good."""
        return tuple(s for s in self.statements if s.praise)

    @cached_property
    def harms(self) -> tuple[Statement, ...]:
        """The statements that say a treatment does or may do harm."""
        return tuple(s for s in self.statements if s.harmful)


def promotional_weight(cue: Cue) -> int:
    """2 for what is rare outside promotion, 1 for what counts only beside other signs, else 0."""
    if cue.category == "promotion":
        return int(cue.attributes["weight"])
    return _PLAIN if cue.category == "balance" and cue.kind in ONE_SIDED else 0


@once
def read(analysis: Analysis) -> Reading:
    """The statements of an article."""
    statements: list[Statement] = []
    headings: list[Statement] = []
    treated: list[str] = []
    under_harms = False
    for sentence in map(analysis.whole, analysis.sentences):
        kind = sentence.block.kind
        if kind == "heading":
            headings.append(_statement(analysis, sentence, len(statements)))
            under_harms = headings[-1].has("harm", "general")
        elif kind in ("paragraph", "list_item", "quote") and sentence.first < sentence.last:
            statement = _statement(analysis, sentence, len(statements))
            if "benefit" in statement.cues or "harm" in statement.cues:
                weigher = Weigher(analysis, sentence, under_harms)
                statement = _weighed(analysis, statement, weigher)
                treated += weigher.treated
            statements.append(statement)
    kept = tuple(_without_treated(analysis, statements, Counter(treated)))
    return Reading(analysis.topic.key, kept, tuple(headings))


def _statement(analysis: Analysis, sentence: Sentence, place: int) -> Statement:
    """The sentence before its praise and blame is weighed."""
    cues = stood_by(analysis, sentence, _STOOD_BY)
    weights = [promotional_weight(cue) for category in _PROMOTING for cue in cues.get(category, ())]
    return Statement(place, sentence, cues, weights.count(_PLAIN), sum(weights))


def _weighed(analysis: Analysis, statement: Statement, weigher: Weigher) -> Statement:
    """The statement with what praises and blames in it."""
    weigher.weigh()
    if not (weigher.praise or weigher.named or weigher.general):
        return statement
    asked = analysis.article.text[statement.sentence.end - 1] == "?"
    doubted = asked or weigher.doubted or statement.rebuts
    praise = () if doubted or not _praises(weigher.praise) else tuple(weigher.praise)
    said = (statement.place, statement.sentence, statement.cues, statement.promotion, statement.hype)
    return Statement(*said, praise, tuple(weigher.named), tuple(weigher.general))


def _praises(cues: Sequence[Cue]) -> bool:
    """One plain word of praise, or two that may mean less ("help", "safety")."""
    return len(cues) > 1 or any(not cue.attributes.get("weak", False) for cue in cues)


def _without_treated(
    analysis: Analysis, statements: Sequence[Statement], treated: Counter[str]
) -> Iterator[Statement]:
    """Harms that the article more often relieves than blames are what it treats ("addiction", "pain")."""
    blamed = Counter(analysis.stems[cue.last - 1] for s in statements for cue in s.named)
    for statement in statements:
        if not statement.named:
            yield statement
            continue
        heads = [(cue, analysis.stems[cue.last - 1]) for cue in statement.named]
        kept = tuple(cue for cue, head in heads if blamed[head] >= treated[head])
        yield statement if len(kept) == len(heads) else replace(statement, named=kept)
