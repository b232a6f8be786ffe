"""The measures of repetition with which web pages are filtered, each with its published limit.

Rae et al. (2021), Scaling Language Models: Methods, Analysis & Insights from Training Gopher, table A1. Counted in
characters of words, without the reference list, whose entries are alike by their nature.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from healthscore.checks.base import Evidence, Measurement, measure, once, share
from healthscore.language.analysis import Analysis

TOP_LIMITS = {2: 0.20, 3: 0.18, 4: 0.16}
DUPLICATE_LIMITS = {5: 0.15, 6: 0.14, 7: 0.13, 8: 0.12, 9: 0.11, 10: 0.10}


@measure("share", 0, 1, on_demand=True)
def duplicate_ngram_share(evidence: Evidence) -> Measurement:
    """Share of characters in word 5-grams that occur more than once; web pages above 0.15 are filtered out."""
    return _duplicated(_running(evidence.analysis), 5)


@measure("share", 0, 1, on_demand=True)
def top_ngram_share(evidence: Evidence) -> Measurement:
    """Share of characters in the most frequent word 3-gram; web pages above 0.18 are filtered out."""
    return _top(_running(evidence.analysis), 3)


@measure("share", 0, 1, on_demand=True)
def top_2gram_share(evidence: Evidence) -> Measurement:
    """Share of characters in the most frequent word 2-gram; web pages above 0.20 are filtered out."""
    return _top(_running(evidence.analysis), 2)


@measure("share", 0, 1, on_demand=True)
def top_4gram_share(evidence: Evidence) -> Measurement:
    """Share of characters in the most frequent word 4-gram; web pages above 0.16 are filtered out."""
    return _top(_running(evidence.analysis), 4)


@measure("share", 0, 1, on_demand=True)
def duplicate_6gram_share(evidence: Evidence) -> Measurement:
    """Share of characters in word 6-grams that occur more than once; web pages above 0.14 are filtered out."""
    return _duplicated(_running(evidence.analysis), 6)


@measure("share", 0, 1, on_demand=True)
def duplicate_7gram_share(evidence: Evidence) -> Measurement:
    """Share of characters in word 7-grams that occur more than once; web pages above 0.13 are filtered out."""
    return _duplicated(_running(evidence.analysis), 7)


@measure("share", 0, 1, on_demand=True)
def duplicate_8gram_share(evidence: Evidence) -> Measurement:
    """Share of characters in word 8-grams that occur more than once; web pages above 0.12 are filtered out."""
    return _duplicated(_running(evidence.analysis), 8)


@measure("share", 0, 1, on_demand=True)
def duplicate_9gram_share(evidence: Evidence) -> Measurement:
    """Share of characters in word 9-grams that occur more than once; web pages above 0.11 are filtered out."""
    return _duplicated(_running(evidence.analysis), 9)


@measure("share", 0, 1, on_demand=True)
def duplicate_10gram_share(evidence: Evidence) -> Measurement:
    """Share of characters in word 10-grams that occur more than once; web pages above 0.10 are filtered out."""
    return _duplicated(_running(evidence.analysis), 10)


@measure("limits", 0, 9, on_demand=True)
def web_limits_exceeded(evidence: Evidence) -> Measurement:
    """How many of the nine limits for n-grams an article exceeds; a web page that exceeds one is filtered out."""
    norms = _running(evidence.analysis)
    shares = [("most frequent", n, _top(norms, n), limit) for n, limit in TOP_LIMITS.items()]
    shares += [("repeated", n, _duplicated(norms, n), limit) for n, limit in DUPLICATE_LIMITS.items()]
    known = [(kind, n, found.value, limit) for kind, n, found, limit in shares if found.value is not None]
    if not known:
        return Measurement(None, "fewer than 2 words")
    over = [f"{kind} {n}-grams {value:.2f}" for kind, n, value, limit in known if value > limit]
    return Measurement(len(over), ", ".join(over) or "no limit is exceeded")


@once
def _running(analysis: Analysis) -> list[str]:
    """The words of the article without those of its reference list."""
    text = (s for s in analysis.sentences if s.block.kind != "reference")
    return [norm for sentence in text for norm in analysis.words(sentence)]


def _top(norms: Sequence[str], length: int) -> Measurement:
    """Characters of the most frequent n-gram; of equally frequent ones, the first by the alphabet."""
    grams = Counter(zip(*(norms[i:] for i in range(length)), strict=False))
    if not grams:
        return Measurement(None, f"fewer than {length} words")
    top, count = min(grams.items(), key=lambda item: (-item[1], item[0]))
    if count == 1:
        return Measurement(0.0, f"no {length} words in a row return")
    part = count * sum(map(len, top)) / sum(map(len, norms))
    return Measurement(round(min(1.0, part), 4), f"“{' '.join(top)}” stands {count} times")


def _duplicated(norms: Sequence[str], length: int) -> Measurement:
    """Characters of words inside any n-gram seen before, each word counted once."""
    first: dict[tuple[str, ...], int] = {}
    reached = again = 0
    for place, gram in enumerate(zip(*(norms[i:] for i in range(length)), strict=False)):
        if first.setdefault(gram, place) < place:
            again += sum(len(word) for word in norms[max(reached, place) : place + length])
            reached = place + length
    whole = sum(map(len, norms))
    return share(again, whole, f"{again:,} of {whole:,} letters are in runs of {length} words used before")
