"""Measures of sourcing: how much is sourced, how well, and what speaks against the source."""

from __future__ import annotations

from healthscore.checks.base import Evidence, Measurement, counted, first_of, measure, share, share_that
from healthscore.checks.sourcing.commerce import passages
from healthscore.checks.sourcing.identity import dated
from healthscore.checks.sourcing.support import needs, sourced, supported, vague_sentences
from healthscore.language.analysis import Analysis
from healthscore.language.claims.quantities import amounts_in

_TIES = frozenset({"marker", "author-year"})  # they point at entries, which are counted themselves
_CITATIONS = _TIES | {"doi", "pmid", "pmcid"}  # with these a writer vouches for what the sentence says
_FULL_SALE = 5  # selling passages that make an advertisement
_VOICES = frozenset({"article", "quoted", "reported"})


@measure("share", 0, 1)
def sourced_claim_share(evidence: Evidence) -> Measurement:
    """Share of the sentences that claim or count something which name a source or follow one that does."""
    analysis = evidence.analysis
    claiming = {claim.sentence for claim in analysis.claims if claim.voice in _VOICES}
    claiming |= {need.sentence.index for need in needs(analysis)}
    claiming |= _cited(analysis)
    unsourced = claiming - supported(analysis)
    told = len(claiming) - len(unsourced)
    return share_that(
        told,
        len(claiming),
        "sentence that makes a claim",
        "has a named source",
        "have a named source",
        (analysis.sentences[index] for index in sorted(unsourced)),
        plural="sentences that make a claim",
    )


@measure("sources")
def checkable_sources(evidence: Evidence) -> Measurement:
    """Different sources that a reader could look up."""
    analysis = evidence.analysis
    found = {
        analysis.quote(source.start, source.end).lower()
        for source in analysis.sources
        if source.kind == "checkable" and source.form not in _TIES
    }
    return Measurement(len(found), f"{counted(len(found), 'source')} that a reader could look up")


@measure("share", 0, 1)
def citation_parts(evidence: Evidence) -> Measurement:
    """How much of a citation the article gives: researcher, institution, journal, link or identifier."""
    analysis = evidence.analysis
    forms = {source.form for source in analysis.sources}
    parts = {
        "a researcher or expert": bool(forms & {"expert", "author-year", "journal-year"}),
        "an institution": bool(forms & {"institution", "body"}),
        "a journal": bool(forms & {"journal", "journal-year", "entry"}),
        "something to look up": any(source.kind == "checkable" for source in analysis.sources),
    }
    given = [name for name, there in parts.items() if there]
    return share(len(given), len(parts), f"the text names {', '.join(given) or 'no part of a citation'}")


@measure("share", 0, 1)
def named_source_density(evidence: Evidence) -> Measurement:
    """Share of sentences that name or cite a source."""
    analysis = evidence.analysis
    whole = len(analysis.prose_sentences)
    named = sourced(analysis)
    part = sum(sentence.index in named for sentence in analysis.prose_sentences)
    return share_that(part, whole, "sentence", "names or cites a source", "name or cite a source")


@measure("share", 0, 1)
def vague_attribution_density(evidence: Evidence) -> Measurement:
    """Share of sentences that rest on somebody unnamed."""
    analysis = evidence.analysis
    vague = vague_sentences(analysis)
    whole, part = len(analysis.prose_sentences), len(vague)
    return share_that(
        part,
        whole,
        "sentence",
        "rests on somebody who is not named",
        "rest on somebody who is not named",
        (analysis.sentences[index] for index in vague),
    )


@measure("share", 0, 1)
def identity(evidence: Evidence) -> Measurement:
    """How much the article says of itself: an author, a date."""
    analysis = evidence.analysis
    given = [
        name for name, there in (("author", analysis.article.authors), ("date", dated(analysis))) if there
    ]
    return share(len(given), 2, f"the article gives {' and '.join(given) or 'neither author nor date'}")


@measure("share", 0, 1)
def selling(evidence: Evidence) -> Measurement:
    """How much of an advertisement the article is: selling passages, five or more being a whole one."""
    found = passages(evidence.analysis)
    said = f"for sale: {counted(len(found), 'passage')}"
    return Measurement(min(1.0, len(found) / _FULL_SALE), said, first_of(found))


def _cited(analysis: Analysis) -> set[int]:
    """The sentences that cite a work, and those with an amount and a link: they claim something, however they say it."""
    works = {s.sentence for s in analysis.sources if s.form in _CITATIONS}
    checkable = {s.sentence for s in analysis.sources if s.kind == "checkable"}
    return {
        s.index
        for s in analysis.prose_sentences
        if s.index in works or (s.index in checkable and amounts_in(analysis, s))
    }
