"""Which claims may be held against each other at all: same thing, same holder, same scope, own voice."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from healthscore.article import Span
from healthscore.language.analysis import Analysis, Sentence
from healthscore.language.claims import Claim

_MOST_ALIKE = 6  # claims of one kind that are held against the other side
_MORE = 5  # further places shown after a pair
WHOLLY = "degree:complete"  # the scope of "cures", which may be denied of what helps
_OWN_VOICES = ("article", "quoted")


_Shared = tuple[frozenset[str], frozenset[str], tuple[str, ...]]


def own(claims: Iterable[Claim]) -> Iterator[Claim]:
    """Claims that the article itself makes; not questions, headings, conditions or what it rebuts."""
    return (claim for claim in claims if claim.voice in _OWN_VOICES)


def pairs(left: Iterable[Claim], right: Iterable[Claim]) -> Iterator[tuple[Claim, Claim]]:
    """Comparable claims with one object, from an index on what they share; each pair once, in order of place.

    Of a claim that is made over and over the first few are held against the other side: cost stays linear.
    """
    index: defaultdict[_Shared, list[Claim]] = defaultdict(list)
    for claim in _first_of_each(right):
        index[_shared(claim)].append(claim)
    for claim in _first_of_each(left):
        for other in index.get(_shared(claim), ()):
            if claim.sentence != other.sentence:
                yield (claim, other) if claim.start <= other.start else (other, claim)


def _shared(claim: Claim) -> _Shared:
    """One holder, one object and one scope: nothing that two claims are limited to tells them apart."""
    return claim.subject_key, claim.object_key, _limits(claim)


def _first_of_each(claims: Iterable[Claim]) -> Iterator[Claim]:
    made: Counter[tuple[_Shared, str]] = Counter()
    for claim in claims:
        kind = (_shared(claim), claim.relation)
        made[kind] += 1
        if claim.subject_key and claim.object_key and made[kind] <= _MOST_ALIKE:
            yield claim


def _limits(claim: Claim) -> tuple[str, ...]:
    """What a claim is limited to, in whom, when and how much."""
    return tuple(scope for scope in claim.scope if scope != WHOLLY)


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
        "raises": "raises",
        "lowers": "lowers",
        "causes": "causes",
        "prevents": "prevents",
        "treats": "treats",
        "affects": "affects",
        "is": "is",
        "has": "has",
    }[claim.relation]
    return f"{'not: ' if claim.negated else ''}{verb} {claim.object}"
