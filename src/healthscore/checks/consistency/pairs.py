"""Which claims may be held against each other at all: same thing, same holder, same scope, own voice."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from healthscore.article import Span
from healthscore.language.analysis import Analysis, Sentence
from healthscore.language.claims import Claim

_MORE = 3  # further places shown after a pair
WHOLLY = "degree:complete"  # the scope of "cures", which may be denied of what helps
_OWN_VOICES = ("article", "quoted")


def own(claims: Iterable[Claim]) -> Iterator[Claim]:
    """Claims that the article itself makes; not questions, headings, conditions or what it rebuts."""
    return (claim for claim in claims if claim.voice in _OWN_VOICES)


def pairs(left: Iterable[Claim], right: Iterable[Claim]) -> Iterator[tuple[Claim, Claim]]:
    """Comparable claims with one object, from an index on what they share; each pair once, in order of place."""
    index: defaultdict[frozenset[str], list[Claim]] = defaultdict(list)
    for claim in right:
        index[claim.object_key].append(claim)
    for claim in left:
        for other in index.get(claim.object_key, ()):
            if claim.object_key and claim is not other and comparable(claim, other):
                yield (claim, other) if claim.start <= other.start else (other, claim)


def comparable(a: Claim, b: Claim) -> bool:
    """One holder and one scope: nothing that the claims are limited to tells them apart."""
    return bool(a.subject_key) and a.subject_key == b.subject_key and a.sentence != b.sentence and _limits(a) == _limits(b)


def _limits(claim: Claim) -> list[str]:
    """What a claim is limited to, in whom, when and how much."""
    return [scope for scope in claim.scope if scope != WHOLLY]


def sentence_span(analysis: Analysis, claim: Claim) -> Span:
    """The sentence in which a claim stands."""
    return span(analysis.sentences[claim.sentence])


def span(sentence: Sentence) -> Span:
    """A sentence's characters."""
    return Span(sentence.start, sentence.end)


def places(one: Sentence, others: Sequence[Sentence]) -> tuple[Span, ...]:
    """The evidence of a conflict: the pair that shows it, in order, then where else the other side is said."""
    pair = sorted((one, others[0]), key=lambda sentence: sentence.index)
    return tuple(span(sentence) for sentence in (*pair, *others[1 : 1 + _MORE]))


def said(claim: Claim) -> str:
    """A claim in a few words, for messages: what it says of its object."""
    verb = {
        "raises": "raises", "lowers": "lowers", "causes": "causes", "prevents": "prevents",
        "treats": "treats", "affects": "affects", "is": "is", "has": "has",
    }[claim.relation]
    return f"{'not: ' if claim.negated else ''}{verb} {claim.object}"
