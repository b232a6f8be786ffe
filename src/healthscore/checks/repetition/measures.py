"""How much of an article is said again, counted so that its length does not matter."""

from __future__ import annotations

import zlib
from collections import Counter
from collections.abc import Sequence

from healthscore.checks.base import Evidence, Measurement, measure, share
from healthscore.checks.repetition.claims import is_statement, key_of
from healthscore.checks.repetition.filler import filler_sentences
from healthscore.checks.repetition.openings import is_formula
from healthscore.checks.repetition.stuffing import stuffed_sentences
from healthscore.language.analysis import Analysis

_WINDOW = 100  # terms
_CHUNK = 3000  # characters
_LEAST_CHUNK = 1000


@measure("share", 0, 1)
def near_duplicate_share(evidence: Evidence) -> Measurement:
    """Share of the article's content words that stand in a passage said before in nearly the same words."""
    repeats = evidence.analysis.repeats
    counted = [0.0] * len(repeats.sentences)
    for group in repeats.passages:
        for place in group.places[1:]:
            counted[place.unit] = max(counted[place.unit], place.coverage)
    again = sum(part * len(terms) for part, terms in zip(counted, repeats.terms, strict=True))
    whole = sum(len(terms) for terms in repeats.terms)
    return share(
        round(again), whole, f"{round(again)} of {whole} content words say again what was said before"
    )


@measure("share", 0, 1)
def repeated_opening_share(evidence: Evidence) -> Measurement:
    """Share of paragraphs that open with the same formula as an earlier one."""
    analysis = evidence.analysis
    repeats = analysis.repeats
    paragraphs = {s.block.start for s in repeats.sentences if s.block.kind == "paragraph"}
    alike = sum(len(group.places) - 1 for group in repeats.openings if is_formula(analysis, group))
    words = f"{alike} of {len(paragraphs)} paragraphs open like an earlier one"
    return share(alike, len(paragraphs), words)


@measure("share", 0, 1)
def restated_claim_share(evidence: Evidence) -> Measurement:
    """Share of claims that the article has made before: same subject, relation and object."""
    claims = [claim for claim in evidence.analysis.claims if is_statement(claim)]
    again = len(claims) - len({key_of(claim) for claim in claims})
    return share(again, len(claims), f"{again} of {len(claims)} claims were made before")


@measure("share", 0, 1)
def new_content(evidence: Evidence) -> Measurement:
    """Different content words in any hundred running ones, on average (MATTR over terms).

    Covington and McFall (2010), Cutting the Gordian knot: the moving-average type-token ratio,
    Journal of Quantitative Linguistics 17:94-100.
    """
    terms = [term.meaning for terms in evidence.analysis.repeats.terms for term in terms]
    if len(terms) < _WINDOW:
        return Measurement(None, f"only {len(terms)} content words")
    ratio = _moving_type_token_ratio(terms, _WINDOW)
    return Measurement(
        round(ratio, 4), f"{ratio * _WINDOW:.0f} of 100 running content words differ, on average"
    )


@measure("share", 0, 1)
def duplicate_ngram_share(evidence: Evidence) -> Measurement:
    """Share of characters in word 5-grams that occur more than once.

    Rae et al. (2021), Scaling Language Models: Methods, Analysis & Insights from Training Gopher, table A1,
    which removes web pages above 0.15.
    """
    return _duplicated(_running(evidence.analysis), 5)


@measure("share", 0, 1, on_demand=True)
def top_ngram_share(evidence: Evidence) -> Measurement:
    """Share of characters in the most frequent word 3-gram.

    Rae et al. (2021), Scaling Language Models: Methods, Analysis & Insights from Training Gopher, table A1,
    which removes web pages above 0.18.
    """
    norms = _running(evidence.analysis)
    grams = Counter(zip(norms, norms[1:], norms[2:], strict=False))
    if not grams:
        return Measurement(None, "fewer than 3 words")
    top, count = min(grams.items(), key=lambda item: (-item[1], item[0]))
    if count == 1:
        return Measurement(0.0, "no three words return")
    part = count * sum(map(len, top)) / sum(map(len, norms))
    return Measurement(round(min(1.0, part), 4), f"“{' '.join(top)}” stands {count} times")


@measure("share", 0, 1)
def stuffed_share(evidence: Evidence) -> Measurement:
    """Share of headings and sentences with a search phrase that is put in word for word."""
    analysis = evidence.analysis
    units = sum(s.block.kind == "heading" for s in analysis.sentences) + len(analysis.prose_sentences)
    stuffed = stuffed_sentences(analysis)
    return share(stuffed, units, f"{stuffed} of {units} headings and sentences carry a search phrase")


@measure("share", 0, 1)
def filler_share(evidence: Evidence) -> Measurement:
    """Share of sentences with a formula that tells the reader nothing."""
    found = {s.index for sentences in filler_sentences(evidence.analysis).values() for s in sentences}
    count = len(evidence.analysis.prose_sentences)
    filler = sum(sentence.index in found for sentence in evidence.analysis.prose_sentences)
    return share(filler, count, f"{filler} of {count} sentences carry a filler formula")


@measure("ratio", 0, on_demand=True)
def compression_ratio(evidence: Evidence) -> Measurement:
    """How many times smaller zlib makes the text, over pieces of equal length: the more repeats, the smaller."""
    text = " ".join(evidence.analysis.article.prose.split()).encode("utf-8", "replace")
    pieces = [text[i : i + _CHUNK] for i in range(0, len(text), _CHUNK)]
    pieces = [piece for piece in pieces if len(piece) == _CHUNK] or [
        p for p in pieces if len(p) >= _LEAST_CHUNK
    ]
    if not pieces:
        return Measurement(None, f"only {len(text)} characters")
    ratio = sum(map(len, pieces)) / sum(len(zlib.compress(piece, 6)) for piece in pieces)
    return Measurement(round(ratio, 4), f"zlib makes {_CHUNK} characters {ratio:.2f} times smaller")


def _moving_type_token_ratio(terms: Sequence[str], window: int) -> float:
    """A term that returns is no other term in every window that holds it and the one before."""
    latest: dict[str, int] = {}
    windows = len(terms) - window + 1
    total = window * windows
    for place, term in enumerate(terms):
        before = latest.get(term)
        if before is not None and place - before < window:
            total -= min(before + 1, windows) - max(place - window + 1, 0)
        latest[term] = place
    return total / (window * windows)


def _running(analysis: Analysis) -> list[str]:
    """The words of the article without those of its reference list, whose entries are alike by their nature."""
    tokens = analysis.tokens
    text = (s for s in analysis.sentences if s.block.kind != "reference")
    return [token.norm for s in text for token in tokens[s.first : s.last]]


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
