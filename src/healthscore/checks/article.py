"""How much there is to judge: sizes that rubrics refer to. No rules."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from healthscore.checks.balance.advocacy import recommends
from healthscore.checks.balance.statements import read
from healthscore.checks.base import Evidence, Measurement, counted, measure, share_that
from healthscore.checks.told import news_of_study, quotes_on_research, speaking_of_health
from healthscore.language.lexicon import words as words_of

if TYPE_CHECKING:
    from healthscore.language.readability import Readability


@measure("words")
def words(evidence: Evidence) -> Measurement:
    """Words in the article, headings included."""
    count = len(evidence.analysis.tokens)
    return Measurement(count, counted(count, "word"))


@measure("sentences")
def sentences(evidence: Evidence) -> Measurement:
    """Sentences of paragraphs, list items and quotes."""
    count = len(evidence.analysis.prose_sentences)
    return Measurement(count, counted(count, "sentence"))


@measure("claims")
def claims(evidence: Evidence) -> Measurement:
    """Claims in the ledger."""
    count = len(evidence.analysis.claims)
    return Measurement(count, counted(count, "claim"))


@measure("share of words", 0, 1)
def english_share(evidence: Evidence) -> Measurement:
    """Words that belong to the closed classes of English (the, of, is, with ...): a third or more of any English text."""
    english = _closed_class()
    used = evidence.analysis.counts
    words = sum([count for norm, count in used.items() if not norm[0].isdigit()])
    closed = sum([count for norm, count in used.items() if norm in english])
    return share_that(closed, words, "word", "is an English function word", "are English function words")


@measure("share of sentences", 0, 1)
def health_share(evidence: Evidence) -> Measurement:
    """Sentences with a word of care, of the body or of illness."""
    sentences = evidence.analysis.prose_sentences
    spoken = speaking_of_health(evidence.analysis)
    about = len(spoken)
    return share_that(about, len(sentences), "sentence", "speaks of health", "speak of health")


@measure("yes or no", 0, 1, on_demand=True)
def news_of_research(evidence: Evidence) -> Measurement:
    """Is the article news of research: a study and experts who speak, or quotes on one, with nothing recommended?"""
    analysis = evidence.analysis
    found = news_of_study(analysis) or (quotes_on_research(analysis) and not recommends(read(analysis)))
    return Measurement(float(found), "news of research" if found else "no news of research")


@cache
def _closed_class() -> frozenset[str]:
    kinds = ("determiner", "pronoun", "auxiliary", "preposition", "subordinator", "coordinator")
    return frozenset().union(*(words_of("grammar", kind) for kind in kinds))


@measure("score", low=float("-inf"), high=121.22, on_demand=True)
def flesch_reading_ease(evidence: Evidence) -> Measurement:
    """Flesch reading ease: higher is easier, 60 to 70 is plain English."""
    found = _readability(evidence)
    return Measurement(found.flesch_reading_ease if found else None, _counts(found))


@measure("school years", low=-3.4, on_demand=True)
def flesch_kincaid_grade(evidence: Evidence) -> Measurement:
    """Flesch-Kincaid grade: years of schooling that the text asks for."""
    found = _readability(evidence)
    return Measurement(found.flesch_kincaid_grade if found else None, _counts(found))


def _readability(evidence: Evidence) -> Readability | None:
    from healthscore.language.readability import readability

    return readability(evidence.analysis)


def _counts(found: Readability | None) -> str:
    if found is None:
        return "no words to read"
    return (
        f"{counted(found.sentences, 'sentence')} of {found.words / found.sentences:.1f} words, "
        f"{found.syllables / found.words:.2f} syllables a word"
    )
