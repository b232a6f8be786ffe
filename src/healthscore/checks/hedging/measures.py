"""How much of an article is surer, or vaguer, than it should be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from healthscore.checks.base import Evidence, Measurement, counted, first_of, measure, share_that
from healthscore.checks.hedging.formulas import empty_formulas
from healthscore.checks.hedging.overclaims import explanations
from healthscore.checks.hedging.possibilities import piles
from healthscore.checks.hedging.statements import Reading, Statement, overclaiming, read
from healthscore.language.analysis import Sentence

_QUALIFIERS = frozenset({"modal", "approximator", "open", "adverb"})


@measure("overclaims per sentence", 0.0)
def overclaim_density(evidence: Evidence) -> Measurement:
    """Overclaiming words per sentence, and workings of the body told as fact; denials and questions left out."""
    reading = read(evidence.analysis)
    claimed = {s.sentence.index: len(overclaiming(s)) for s in reading.holding("overclaim")}
    explained = [s.sentence.index for s in explanations(reading)]
    places = {index for index, count in claimed.items() if count}.union(explained)
    return _density(reading, sum(claimed.values()) + len(explained), "overclaim", places)


@measure("boosters per sentence", 0.0)
def booster_density(evidence: Evidence) -> Measurement:
    """Words that make a statement surer or larger, per sentence; commands ("always read the label") left out."""
    reading = read(evidence.analysis)
    boosted = [
        statement.sentence.index
        for statement in reading.holding("booster")
        if not statement.commands
        for cue in statement.cues["booster"]
        if cue.kind != "none"
    ]
    return _density(reading, len(boosted), "booster", boosted)


@measure("share of sentences", 0.0, 1.0)
def qualified_share(evidence: Evidence) -> Measurement:
    """Sentences that say how far they hold (may, usually, in some people, not known), pile up nothing and promise nothing."""
    reading = read(evidence.analysis)
    holding = (*reading.holding("hedge"), *reading.holding("frequency"))
    qualified = {s.sentence.index for s in holding if _qualifies(s)}
    words = ("says how far it holds", "say how far they hold")
    places = _sentences(reading, qualified)
    return share_that(len(qualified), len(reading.statements), "sentence", *words, places)


@measure("share of hedged sentences", 0.0, 1.0)
def stacked_hedge_density(evidence: Evidence) -> Measurement:
    """Of the sentences that hedge, how many pile one hedge on another."""
    hedged = read(evidence.analysis).hedged
    stacked = [s.sentence for s in hedged if any(True for _ in piles(s))]
    words = ("piles up hedges", "pile up hedges")
    return share_that(len(stacked), len(hedged), "hedged sentence", *words, stacked)


@measure("share of sentences", 0.0, 1.0)
def weasel_share(evidence: Evidence) -> Measurement:
    """Sentences that offer a promise or a formula in place of content."""
    reading = read(evidence.analysis)
    empty = {s.sentence.index for s, _ in reading.promises}
    empty |= {s.sentence.index for s in reading.holding("boilerplate") if empty_formulas(s)}
    words = ("offers a promise or a formula", "offer a promise or a formula")
    places = _sentences(reading, empty)
    return share_that(len(empty), len(reading.statements), "sentence", *words, places)


@measure("share of claims", 0.0, 1.0)
def strong_claim_share(evidence: Evidence) -> Measurement:
    """Claims of benefit in the article's voice that are plain or boosted, with no source in the sentence."""
    own = [c for c in evidence.analysis.claims if c.voice == "article"]
    strong = [
        c
        for c in own
        if c.valence == "benefit"
        and not c.negated
        and c.certainty >= 0.7
        and c.attribution in ("none", "vague")
    ]
    what = "a benefit plainly and without a source"
    return share_that(len(strong), len(own), "claim", f"asserts {what}", f"assert {what}", strong)


def _qualifies(statement: Statement) -> bool:
    if statement.cues.get("promise") or overclaiming(statement) or any(True for _ in piles(statement)):
        return False
    hedges = statement.cues.get("hedge", ())
    return bool(statement.cues.get("frequency")) or any(h.kind in _QUALIFIERS for h in hedges)


def _density(reading: Reading, count: int, what: str, places: Iterable[int]) -> Measurement:
    sentences = len(reading.statements)
    value = round(count / sentences, 4) if sentences else None
    said = f"{counted(count, what)} in {counted(sentences, 'sentence')}"
    return Measurement(value, said, first_of(_sentences(reading, places)))


def _sentences(reading: Reading, indexes: Iterable[int]) -> Iterator[Sentence]:
    """The sentences by their index, each once, in order of place."""
    sentences = reading.analysis.sentences
    return (sentences[index] for index in sorted(set(indexes)))
