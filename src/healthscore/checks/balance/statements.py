"""What each sentence says for a treatment and against it: the groundwork of every rule and measure of balance."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from healthscore.article import Span
from healthscore.checks.balance.weighing import WEIGHED, Weigher
from healthscore.checks.base import once
from healthscore.language.analysis import Analysis, Sentence
from healthscore.language.cues import Cue

ONE_SIDED = ("blanket-safety", "against-care", "explained-away")
_ANY = "*"
_PLAIN = 2  # a promotional cue of this weight is rare outside promotion
_PROMOTING = ("promotion", "balance")
_READ = (
    "alternative",
    "balance",
    "benefit",
    "caution",
    "effect",
    "harm",
    "negation",
    "no-treatment",
    "promotion",
    "quality-of-life",
    "shared-decision",
    "voice",
)


@dataclass(frozen=True, slots=True)
class Statement:
    """One sentence: the cues that praise a treatment, and those that say it does harm.

    ``place`` counts statements from 0; ``named`` harms have a name, ``general`` ones say "side effects" or
    "risks" and name none. ``kinds`` are the categories and kinds of its cues. ``promotion`` counts the plainly
    promotional cues, ``hype`` the weight of all promotional ones. A heading neither praises nor blames.
    """

    place: int
    sentence: Sentence
    cues: tuple[Cue, ...]
    kinds: frozenset[tuple[str, str]]
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
        return (category, _ANY) in self.kinds and _any_of(self.kinds, category, kinds)


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

    def has(self, category: str, *kinds: str) -> bool:
        """Does any statement hold a cue of this category, and of one of the kinds where any are given?"""
        return any((category, kind) in self._by_kind for kind in kinds or (_ANY,))

    def holding(self, category: str, *kinds: str) -> list[Statement]:
        """The statements with a cue of this category, and of one of the kinds where any are given, in order of place."""
        found = [self._by_kind.get((category, kind), []) for kind in kinds or (_ANY,)]
        if len(found) == 1:
            return found[0]
        places = {statement.place for these in found for statement in these}
        return [self.statements[place] for place in sorted(places)]

    @cached_property
    def _by_kind(self) -> dict[tuple[str, str], list[Statement]]:
        """The statements by the categories and kinds of their cues."""
        found: dict[tuple[str, str], list[Statement]] = {}
        for statement in self.statements:
            for kind in statement.kinds:
                found.setdefault(kind, []).append(statement)
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
    for sentence in analysis.sentences:
        kind = sentence.block.kind
        if kind == "heading":
            headings.append(_statement(analysis, sentence, len(statements)))
            under_harms = headings[-1].has("harm", "general")
        elif kind in ("paragraph", "list_item", "quote") and sentence.first < sentence.last:
            weighs = not WEIGHED.isdisjoint(analysis.cues_by_category(sentence))
            weigher = Weigher(analysis, sentence, under_harms) if weighs else None
            statements.append(_statement(analysis, sentence, len(statements), weigher))
            treated += weigher.treated if weigher else ()
    kept = tuple(_without_treated(analysis, statements, Counter(treated)))
    return Reading(analysis.topic.key, kept, tuple(headings))


def _statement(
    analysis: Analysis, sentence: Sentence, place: int, weigher: Weigher | None = None
) -> Statement:
    here = analysis.cues_by_category(sentence)
    categories = [category for category in _READ if category in here]
    if not categories:
        return Statement(place, sentence, (), frozenset(), 0, 0)
    cues = tuple(analysis.cues_in(sentence, *categories))
    weights = [promotional_weight(cue) for category in _PROMOTING for cue in here.get(category, ())]
    kinds = frozenset(
        [(cue.category, cue.kind) for cue in cues] + [(category, _ANY) for category in categories]
    )
    plain, all_weights = weights.count(_PLAIN), sum(weights)
    if weigher is None:
        return Statement(place, sentence, cues, kinds, plain, all_weights)
    weigher.weigh(cues)
    question = analysis.article.text[sentence.end - 1] == "?"
    doubted = question or weigher.doubted or ("voice", "rebutted") in kinds
    praise = () if doubted or not _praises(weigher.praise) else tuple(weigher.praise)
    named, general = tuple(weigher.named), tuple(weigher.general)
    return Statement(place, sentence, cues, kinds, plain, all_weights, praise, named, general)


def _any_of(own: frozenset[tuple[str, str]], category: str, kinds: Sequence[str]) -> bool:
    """True where no kind is asked for."""
    return not kinds or not own.isdisjoint([(category, kind) for kind in kinds])


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
