"""One statement, hedged in one place and plain fact in another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from healthscore.article import Span
from healthscore.checks.base import Hit, rule
from healthscore.checks.hedging.statements import read
from healthscore.language.analysis import Analysis
from healthscore.language.certainty import PLAIN
from healthscore.language.claims import Claim

_APART = 0.35
_LIMITING = frozenset({"in", "for", "among", "when", "if", "after", "during", "before", "at"})
_MARGIN = 1e-9
_Key = tuple[str, bool, frozenset[str], frozenset[str]]


@rule
def certainty_drift(analysis: Analysis) -> Iterator[Hit]:
    """The same statement is hedged in one place and plain fact in another.

    Finds:
        Two claims in the article's own voice with the same subject, relation and object, one hedged ("may
        lower blood pressure") and one plain or boosted ("lowers blood pressure"), with a certainty at least 0.35
        apart, for the same people and conditions.

    Why it matters:
        The reader cannot tell which of the two the evidence bears, and the surer one is remembered.

    Example:
        Beetroot juice may lower blood pressure. ... Because beetroot juice lowers blood pressure, drink it daily.

    Instead:
        Keep the same hedge in both places, or say what was learnt between them.

    Limits:
        Compares words: the same thing said in other words is missed.

    References:
        Yavchitz A, et al. Misrepresentation of randomized controlled trials in press releases and news coverage:
        a cohort study. PLoS Medicine 2012;9:e1001308.
    """
    doubtful = {s.sentence.index for s in read(analysis).statements if s.doubts or s.opens_question}
    groups: dict[_Key, list[Claim]] = defaultdict(list)
    for claim in analysis.claims:
        if (
            claim.voice == "article"
            and claim.relation not in ("is", "has")
            and claim.subject_key
            and claim.object_key
        ):
            groups[claim.relation, claim.negated, claim.subject_key, claim.object_key].append(claim)
    told: set[tuple[int, int]] = set()
    for claims in groups.values():
        pair = _furthest(analysis, claims, doubtful)
        if pair is not None and (places := (pair[0].sentence, pair[1].sentence)) not in told:
            told.add(places)
            yield _hit(analysis, *pair)


def _furthest(analysis: Analysis, claims: list[Claim], doubtful: set[int]) -> tuple[Claim, Claim] | None:
    """The least and the most certain of the claims with one scope, where they are far enough apart."""
    pairs = [
        (hedged, plain)
        for hedged in claims
        for plain in claims
        if plain.certainty >= PLAIN
        and plain.certainty - hedged.certainty >= _APART - _MARGIN
        and plain.sentence not in doubtful
        and hedged.sentence in doubtful
        and plain.scope == hedged.scope
        and _limit(analysis, plain) == _limit(analysis, hedged)
        and plain.strength != "correlational"
    ]
    return min(pairs, key=lambda p: (p[0].certainty - p[1].certainty, p[0].start, p[1].start), default=None)


def _limit(analysis: Analysis, claim: Claim) -> str:
    """The words that limit a claim right after it: "in people with atrial fibrillation"."""
    rest = analysis.article.prose[claim.end : analysis.sentences[claim.sentence].end].lower().split()
    return " ".join(rest[:3]).rstrip(".") if rest and rest[0] in _LIMITING else ""


def _hit(analysis: Analysis, hedged: Claim, plain: Claim) -> Hit:
    places = [Span(s.start, s.end) for s in (analysis.sentences[c.sentence] for c in (hedged, plain))]
    about = f"{plain.subject} {plain.relation} {plain.object}"
    return Hit(
        "note" if plain.valence == "harm" else "warning",
        f"Hedged in one place, plain fact in another: {about} (certainty {hedged.certainty:.2f} and "
        f"{plain.certainty:.2f}).",
        "Say it with the same certainty in both places, the one that the evidence bears.",
        tuple(places),
    )
