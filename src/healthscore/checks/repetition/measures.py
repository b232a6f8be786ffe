"""How much of an article is said again, counted so that its length does not matter."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from operator import attrgetter

from healthscore.checks.base import Evidence, Measurement, counted, measure, share_that
from healthscore.checks.repetition.claims import Key, is_statement, key_of
from healthscore.checks.repetition.filler import filler_sentences
from healthscore.checks.repetition.openings import is_formula
from healthscore.checks.repetition.purpose import is_excused, is_on_purpose
from healthscore.checks.repetition.stuffing import stuffed_sentences
from healthscore.language.analysis import Sentence
from healthscore.language.claims import Claim
from healthscore.language.repeats import Place
from healthscore.language.similarity import Meanings

_CHUNK = 3000  # characters
_LEAST_CHUNK = 1000
_LOOK_BACK = 20  # sentences
_SAYS_SOMETHING = 2  # new content words


@measure("share", 0, 1)
def near_duplicate_share(evidence: Evidence) -> Measurement:
    """Share of the article's content words that stand in a passage said before in nearly the same words.

    What is repeated for the reader's sake (a dose, a warning, a definition) is not counted.
    """
    repeats = evidence.analysis.repeats
    covered = [0.0] * len(repeats.sentences)
    places: list[Place] = []
    for group in repeats.passages:
        if is_excused(evidence.analysis, group):
            continue
        places += group.places[1:]
        for place in group.places[1:]:
            covered[place.unit] = max(covered[place.unit], place.coverage)
    again = sum(part * len(terms) for part, terms in zip(covered, repeats.terms, strict=True))
    whole = sum(len(terms) for terms in repeats.terms)
    return share_that(
        round(again),
        whole,
        "content word",
        "says again what was said before",
        "say again what was said before",
        sorted(places, key=attrgetter("start")),
    )


@measure("share", 0, 1)
def repeated_opening_share(evidence: Evidence) -> Measurement:
    """Share of paragraphs that open with the same formula as an earlier one."""
    analysis = evidence.analysis
    repeats = analysis.repeats
    paragraphs = {s.block.start for s in repeats.sentences if s.block.kind == "paragraph"}
    again = [place for group in repeats.openings if is_formula(analysis, group) for place in group.places[1:]]
    words = ("opens like an earlier one", "open like an earlier one")
    places = sorted(again, key=attrgetter("start"))
    return share_that(len(again), len(paragraphs), "paragraph", *words, places)


@measure("share", 0, 1)
def restated_claim_share(evidence: Evidence) -> Measurement:
    """Share of claims that the article has made before: same subject, relation and object."""
    claims = [claim for claim in evidence.analysis.claims if is_statement(claim)]
    made: set[Key] = set()
    again: list[Claim] = []
    for claim in claims:
        key = key_of(claim)
        again += [claim] if key in made else []
        made.add(key)
    return share_that(len(again), len(claims), "claim", "was made before", "were made before", again)


@measure("share", 0, 1)
def stuffed_share(evidence: Evidence) -> Measurement:
    """Share of headings and sentences with a search phrase that is put in word for word."""
    analysis = evidence.analysis
    units = sum(s.block.kind == "heading" for s in analysis.sentences) + len(analysis.prose_sentences)
    stuffed = stuffed_sentences(analysis)
    return share_that(
        stuffed,
        units,
        "heading or sentence",
        "carries a search phrase",
        "carry a search phrase",
        plural="headings and sentences",
    )


@measure("share", 0, 1)
def filler_share(evidence: Evidence) -> Measurement:
    """Share of sentences with a formula that tells the reader nothing."""
    found = {s.index for sentences in filler_sentences(evidence.analysis).values() for s in sentences}
    filler = [sentence for sentence in evidence.analysis.prose_sentences if sentence.index in found]
    whole = len(evidence.analysis.prose_sentences)
    words = ("carries a filler formula", "carry a filler formula")
    return share_that(len(filler), whole, "sentence", *words, filler)


@measure("words", 0, on_demand=True)
def new_terms_per_sentence(evidence: Evidence) -> Measurement:
    """Content words of a sentence that none of the twenty sentences before it has, on average."""
    new = _new_terms(evidence.analysis.repeats.meanings)
    if len(new) <= _LOOK_BACK:
        return Measurement(None, f"only {counted(len(new), 'sentence')}")
    later = new[_LOOK_BACK:]
    mean = sum(later) / len(later)
    return Measurement(round(mean, 4), f"{mean:.1f} content words of a sentence are new, on average")


@measure("share", 0, 1)
def idle_sentence_share(evidence: Evidence) -> Measurement:
    """Share of sentences with no claim that was not made before, and with one new content word at most.

    A new word is one that none of the twenty sentences before it has. Doses, warnings and the like are not idle.
    """
    analysis = evidence.analysis
    sentences = analysis.repeats.sentences
    made: set[Key] = set()
    idle: list[Sentence] = []
    for sentence, new in zip(sentences, _new_terms(analysis.repeats.meanings), strict=True):
        keys = {key_of(claim) for claim in analysis.claims_in(sentence) if is_statement(claim)}
        if keys <= made and new < _SAYS_SOMETHING:
            idle += [] if is_on_purpose(analysis, sentence) else [sentence]
        made |= keys
    what = "neither a claim nor two new words"
    return share_that(len(idle), len(sentences), "sentence", f"adds {what}", f"add {what}", idle)


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


def _new_terms(units: Sequence[Meanings]) -> list[int]:
    """For each unit, how many different terms none of the units before it, as far as one looks back, has."""
    latest: dict[str, int] = {}
    new = []
    for place, meanings in enumerate(units):
        own = dict.fromkeys(meanings, place)
        new.append(sum([place - latest.get(term, -_LOOK_BACK - 1) > _LOOK_BACK for term in own]))
        latest.update(own)
    return new
