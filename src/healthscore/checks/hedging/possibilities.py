"""Hedges that carry no information: piled on each other, or offered as if they were evidence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from healthscore.checks.base import Hit, rule
from healthscore.checks.hedging.statements import Statement, read
from healthscore.language.analysis import Analysis
from healthscore.language.cues import Cue

_REACH = {("adverb", "modal"): 3, ("adjective", "modal"): 6}
_NEAR = 2
_PILES = frozenset(
    {
        ("modal", "adverb"),
        ("adverb", "modal"),
        ("modal", "adjective"),
        ("epistemic-verb", "adverb"),
        ("adverb", "epistemic-verb"),
        ("adverb", "adjective"),
        ("adjective", "modal"),
    }
)
_LINKS = frozenset(
    [
        "be",
        "have",
        "has",
        "a",
        "an",
        "the",
        "some",
        "its",
        "their",
        "offer",
        "offers",
        "hold",
        "provide",
        "show",
        "prove",
        "seem",
        "appear",
        "been",
        "also",
    ]
)
_MOST = 0.12  # of an article's sentences are found one by one, the others together
_EMPTY = "stands where a finding should, and no source is named"
_TELL = "Say what was found, in how many people and by whom, or leave the sentence out."
_LIKELIHOOD = frozenset({"likely", "probably", "most likely", "very likely", "quite likely"})


@rule
def stacked_hedges(analysis: Analysis) -> Iterator[Hit]:
    """Two hedges stand on one verb where one would do.

    Finds:
        A modal with a doubting adverb, adjective or verb close by ("may potentially help", "could possibly",
        "it is possible that it might"). One hedge after a reporting verb ("suggests that it may") is sound and is
        not found, nor are "may or may not" and "would probably".

    Why it matters:
        Doubt that is doubled tells the reader nothing more about the evidence; it only makes the statement
        impossible to be wrong.

    Example:
        Zinc could potentially shorten a cold.

    Instead:
        Zinc may shorten a cold; the trials disagree.

    Limits:
        Hedges further apart than a few words are not taken to stand on the same verb.

    References:
        Hyland K. Hedging in Scientific Research Articles. John Benjamins, 1998.
        Vincze V, et al. The BioScope corpus. BMC Bioinformatics 2008;9(Suppl 11):S9.
    """
    for statement in read(analysis).hedged:
        pile = next(iter(piles(statement)), None)
        if pile is not None:
            words = analysis.quote(pile[0].start, pile[-1].end)
            yield Hit(
                "warning",
                f"Hedges are piled on one another: “{words}”.",
                "Keep one hedge and say where the doubt comes from: few people, mixed results, laboratory work only.",
                (statement.quote(pile[0]),),
            )


def piles(statement: Statement) -> Iterator[tuple[Cue, Cue]]:
    """Pairs of hedges on one verb, in order of place."""
    doubts = statement.doubts
    for left, right in pairwise(doubts):
        if (left.kind, right.kind) in _PILES and _piled(statement, left, right):
            yield left, right


def _piled(statement: Statement, left: Cue, right: Cue) -> bool:
    tokens = statement.analysis.tokens
    if any(c.kind == "adjective" and not c.attributes.get("stacks") for c in (left, right)):
        return False
    if left.kind == "adjective" and tokens[left.last].norm != "that":
        return False
    words = {statement.words(left).lower(), statement.words(right).lower()}
    if "would" in words and words & _LIKELIHOOD:
        return False
    gap = right.first - left.last
    if left.kind == "modal" and not _LINKS.issuperset(t.norm for t in tokens[left.last : right.first]):
        return False
    return gap <= _REACH.get((left.kind, right.kind), _NEAR) and right.first < statement.part(left)[1]


@rule
def hedge_as_evidence(analysis: Analysis) -> Iterator[Hit]:
    """A promise is offered where evidence should stand.

    Finds:
        "Shows promise", "early studies are encouraging", "promising results" and the like with no source named
        in the same or the next sentence; in an article that promises much and cites nothing also "potential
        benefits" and "has emerged as a promising option".

    Why it matters:
        The words sound like a finding and report none: not what was measured, in whom, or by whom. Readers
        remember the promise and not the hedge.

    Example:
        Red-light therapy has shown promise for hair growth.

    Instead:
        In two small trials (44 men in all) hair counts rose by about a sixth; nobody has compared it with minoxidil.

    Limits:
        A named source is taken at its word, and one given two sentences later is not seen.

    References:
        Boutron I, et al. Reporting and interpretation of randomized controlled trials with statistically
        nonsignificant results for primary outcomes. JAMA 2010;303:2058-2064.
        Lazarus C, et al. Classification and prevalence of spin in abstracts of non-randomized studies evaluating
        an intervention. BMC Medical Research Methodology 2015;15:85.
    """
    reading = read(analysis)
    weak: list[tuple[Statement, Cue]] = []
    told: set[int] = set()
    room = max(3, int(_MOST * len(reading.statements)))
    for statement, cue in reading.promises:
        if statement.disowned or statement.sentence.index in told:
            continue
        if cue.attributes["strength"] == 1 or len(told) >= room:
            weak.append((statement, cue))
        else:
            told.add(statement.sentence.index)
            yield Hit("warning", f"“{statement.words(cue)}” {_EMPTY}.", _TELL, (statement.quote(cue),))
    if weak and reading.promotes:
        yield _repeated([pair for pair in weak if pair[0].sentence.index not in told] or weak)


def _repeated(weak: Sequence[tuple[Statement, Cue]]) -> Hit:
    spans = dict.fromkeys(statement.quote(cue) for statement, cue in weak)
    often = f" ({len(spans)} such sentences)" if len(spans) > 1 else ""
    words = weak[0][0].words(weak[0][1])
    return Hit("note", f"“{words}” {_EMPTY}{often}.", _TELL, tuple(spans))
