"""Which claims repeat and which conflict, as the findings show it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain, combinations, product

from healthscore.language.claims import Claim
from healthscore.report.model import ClaimLinks, Finding, Quote

REPEATS = ("repetition/near-duplicate-sentence", "repetition/restated-claim")


def links_of(claims: Sequence[Claim], findings: Iterable[Finding]) -> Mapping[str, ClaimLinks]:
    """For each claim's id, the claims it repeats and those it conflicts with, in the ledger's order.

    A claim repeats one in the first of several sentences that say the same; two claims conflict where a
    consistency finding quotes both, each in a place of its own, and not on one side.
    """
    ledger = _Ledger(claims)
    repeats: dict[str, set[str]] = defaultdict(set)
    conflicts: dict[str, set[str]] = defaultdict(set)
    for finding in findings:
        if finding.rule in REPEATS:
            places = map(ledger.under, sorted(finding.evidence, key=lambda quote: quote.start))
            first = next(places, [])
            for earlier, later in chain.from_iterable(_across(first, place) for place in places):
                repeats[later].add(earlier)
        elif _is_conflict(finding):
            both = [pair for pair in combinations(finding.evidence, 2) if _excluding(*pair)]
            for one, other in chain.from_iterable(_across(*map(ledger.under, pair)) for pair in both):
                conflicts[one].add(other)
                conflicts[other].add(one)
    linked = {
        id_: ClaimLinks(ledger.in_order(repeats.get(id_, ())), ledger.in_order(conflicts.get(id_, ())))
        for id_ in repeats.keys() | conflicts.keys()
    }
    alone = ClaimLinks()
    return {claim.id: linked.get(claim.id, alone) for claim in claims}


def _is_conflict(finding: Finding) -> bool:
    """A name spelt in two ways, or a promise that is not kept, does not set claim against claim."""
    return finding.dimension == "consistency" and finding.rule.endswith(("-conflict", "-mismatch"))


def _excluding(one: Quote, other: Quote) -> bool:
    return one.side is None or one.side != other.side


def _across(first: Iterable[Claim], second: Iterable[Claim]) -> list[tuple[str, str]]:
    """Pairs of claims, one in each of two places, by their ids: those about the same thing, if there are any."""
    pairs = [(a, b) for a, b in product(first, second) if a.id != b.id]
    akin = [(a, b) for a, b in pairs if a.object_key & b.object_key]
    return [(a.id, b.id) for a, b in akin or pairs]


class _Ledger:
    """The claims by place."""

    def __init__(self, claims: Sequence[Claim]) -> None:
        self._ranks = {claim.id: rank for rank, claim in enumerate(claims)}
        self._claims = sorted(claims, key=lambda claim: claim.start)
        self._starts = [claim.start for claim in self._claims]
        self._longest = max((claim.end - claim.start for claim in claims), default=0)

    def in_order(self, ids: Iterable[str]) -> tuple[str, ...]:
        return tuple(sorted(ids, key=self._ranks.__getitem__))

    def under(self, quote: Quote) -> list[Claim]:
        """Claims that share at least half of their text, or of the quote, with a quote."""
        low = bisect_left(self._starts, quote.start - self._longest)
        high = bisect_right(self._starts, quote.end)
        return [claim for claim in self._claims[low:high] if _covers(quote, claim)]


def _covers(quote: Quote, claim: Claim) -> bool:
    shared = min(quote.end, claim.end) - max(quote.start, claim.start)
    return shared > 0 and 2 * shared >= min(quote.end - quote.start, claim.end - claim.start)
