"""Rules on references: there are none, markers lead nowhere, identifiers cannot be right."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from healthscore.article import Span
from healthscore.checks.base import Hit, counted, rule
from healthscore.checks.sourcing.commerce import passages
from healthscore.checks.sourcing.need import neediest
from healthscore.checks.sourcing.support import leans_on_nobody, needs, span_of, supported
from healthscore.language.analysis import Analysis, Sentence
from healthscore.language.sources import Citation, Entry
from healthscore.regexes import when_needed

LATEST_YEAR = 2026  # the year of this release; a work of a later year cannot have been read

_DOI = when_needed(r"\bdoi(?:\.org/|:\s?|\s)(?P<doi>\S+)", re.IGNORECASE)
_DOI_RIGHT = when_needed(r"(?:https?://(?:dx\.)?doi\.org/)?10\.\d{4,9}/\S")
_PMID = when_needed(r"\bPMID:?\s?(?P<pmid>[A-Z]*\d[\w.-]*)")
_TRIAL = when_needed(r"\bNCT[\s-]?(?P<trial>\d+)\b")
_ISBN = when_needed(r"\bISBN(?:-1[03])?:?\s?(?P<isbn>\d[\d -]{7,16}[\dX])")
_YEAR_CITED = when_needed(r"(?<=[(, ])(?:19|20)\d\d(?=[a-z]?[);.,:])")


@rule
def no_references(analysis: Analysis) -> Iterator[Hit]:
    """The article gives nothing that a reader could check.

    Finds: an article that makes health claims and has no reference list, identifier, link to a source, or
        journal with author and year.
    Why it matters: without one traceable source nothing in the article can be verified; the first thing that
        instruments for rating health information ask for.
    Example: A page on turmeric for arthritis with thirty sentences of claims and no reference.
    Instead: A list at the end of the reviews, guidelines and trials behind the main claims, each with its DOI or link,
        and its number in the sentence that rests on it.
    Limits: trusted leaflets often keep their sources elsewhere; where the page calls on no unnamed authority and
        sells nothing this is a note. The sentences shown are the opening and those that need a source most. Articles of fewer than four sentences are left alone.
    References: Charnock D, Shepperd S, Needham G, Gann R. DISCERN: an instrument for judging the quality of
        written consumer health information on treatment choices. J Epidemiol Community Health 1999;53:105-111.
    """
    prose = analysis.prose_sentences
    if len(prose) < 4 or any(source.kind == "checkable" for source in analysis.sources):
        return
    told = supported(analysis)
    strong = [need.sentence for need in needs(analysis) if need.sentence.index not in told]
    claimed = [analysis.sentences[claim.sentence] for claim in analysis.claims]
    wanting = [s for s in claimed if s.index not in told and s.block.kind in ("paragraph", "list_item")]
    opening = next((s for s in prose if s.block.kind == "paragraph" and s.last - s.first >= 6), prose[0])
    if not (strong or wanting):
        return
    shown = {s.index: s for s in [opening, *neediest(analysis, strong)[:1], *neediest(analysis, wanting)[:3]]}
    serious = leans_on_nobody(analysis) or bool(passages(analysis))
    named = sum(source.form in ("journal", "expert", "institution") for source in analysis.sources)
    yield Hit(
        "warning" if serious and named < 2 else "note",
        "Nothing in the article can be checked: it gives no reference, identifier or link to a source.",
        "Add the sources behind the main claims, beginning with those quoted, with DOI, link, or author, year and title.",
        tuple(span_of(s) for _, s in sorted([*shown.items()][:4])),
        f"no reference list, DOI, PMID, trial number, dated journal article or link to a source in {counted(len(prose), 'sentence')}",
    )


@rule
def dangling_citation(analysis: Analysis) -> Iterator[Hit]:
    """A citation marker has no entry, or an entry is never cited.

    Finds: numbers, footnotes and author-year citations that the reference list has no entry for (all of them
        where there is no list), and entries that no marker points at where others are cited.
    Why it matters: a marker promises a source. One that leads nowhere looks checked and cannot be.
    Example: Ginger eases nausea [7]. (The list ends at 5.)
    Instead: Add entry 7, or take the marker out.
    Limits: author-year citations are matched by first author and year; one that names its journal, or holds a DOI or link, needs no list.
        A figure glued to the end of a sentence is read as a marker only where a sentence follows, and where all
        are such it is a note: copying a page into plain text often loses its list.
    References: None: a property of any system of references.
    """
    listed = analysis.references
    found = [c for c in analysis.citations if c.found or c.lost]
    lost = [c for c in found if c.lost]
    if not listed:
        findable = _findable(analysis)
        lost = [c for c in lost if not _says_where(c, findable)]
    if lost and not listed:
        plain = any(c.shape.form != "glued" for c in lost)
        marks = ", ".join(dict.fromkeys(c.shape.text.lstrip(".,") for c in lost[:4]))
        yield Hit(
            "warning" if plain else "note",
            f"The text has citation markers ({marks}) but no reference list to look them up in.",
            "Add the reference list, or take the markers out.",
            tuple(dict.fromkeys(_around(analysis, c) for c in lost))[:3],
        )
        return
    for citation in lost[:5]:
        yield Hit(
            "warning",
            f"No entry in the reference list for {', '.join(citation.lost)}.",
            "Add the missing entry, or correct the marker.",
            (_around(analysis, citation),),
        )
    yield from _uncited(listed, found)


def _findable(analysis: Analysis) -> list[int]:
    """Where journals are named and where sources stand that a reader could look up, in order."""
    journals = [cue.start for cue in analysis.cues_of("source") if cue.kind == "journal"]
    return sorted([*journals, *(s.start for s in analysis.sources if s.kind == "checkable")])


def _says_where(citation: Citation, findable: Sequence[int]) -> bool:
    """True for "(Martin et al., JAMA 2018)", or with a DOI or link: a reader can look it up without a list."""
    at = bisect_left(findable, citation.shape.start)
    return at < len(findable) and findable[at] < citation.shape.end


@rule
def malformed_identifier(analysis: Analysis) -> Iterator[Hit]:
    """An identifier or a year of publication cannot be right.

    Finds: DOIs that do not begin with 10.prefix/, PMIDs of more than 8 digits or with letters, trial numbers of
        the wrong length, ISBNs whose check digit fails, and cited works from after the article's own date.
    Why it matters: such a reference cannot be looked up. It is a slip at best, and invented references look
        just like this.
    Example: doi:10.12/sleep.2019
    Instead: The DOI copied from the publisher's page (10., four or more digits, a slash and the rest), and followed once
        to see that it opens.
    Limits: form only: an identifier that is well formed may still belong to another work or to none.
    References: ISO 26324:2022 Digital object identifier system. ISO 2108:2017 International Standard Book Number.
    """
    text = analysis.article.text
    for start, end, problem in sorted([*_wrong_identifiers(text), *_wrong_years(analysis)]):
        yield Hit(
            "warning",
            f"“{text[start:end]}” cannot be right: {problem}.",
            "Look the work up again and give its identifier and year as published.",
            (Span(start, end),),
        )


def _uncited(listed: tuple[Entry, ...], found: list[Citation]) -> Iterator[Hit]:
    used = {entry.start for citation in found for entry in citation.found}
    spare = [entry for entry in listed if entry.start not in used]
    if used and spare:
        yield Hit(
            "note",
            f"{len(spare)} of {len(listed)} entries in the reference list are never cited in the text.",
            "Cite the entry where its finding is told, or list it as further reading.",
            tuple(Span(entry.start, entry.end) for entry in spare[:3]),
        )


def _around(analysis: Analysis, citation: Citation) -> Span:
    place = citation.shape.start
    sentence: Sentence | None = None
    for sentence in map(analysis.whole, analysis.sentences):
        if sentence.end >= place:
            break
    if sentence is None or not sentence.start <= place <= sentence.end + 3:
        return Span(citation.shape.start, citation.shape.end)
    return Span(sentence.start, max(sentence.end, citation.shape.end))


def _wrong_identifiers(text: str) -> Iterator[tuple[int, int, str]]:
    if "doi" in text or "DOI" in text:
        for match in _DOI().finditer(text):
            given = match["doi"].strip("[](<>.,;*")
            if given[:1].isdigit() and not _DOI_RIGHT().match(given):
                yield (
                    match.start(),
                    match.end(),
                    "a DOI is 10. with four or more digits, a slash and a suffix",
                )
    for match in _PMID().finditer(text) if "PMID" in text else ():
        if not re.fullmatch(r"\d{1,8}", match["pmid"].rstrip(".-")):
            yield match.start(), match.end(), "a PMID has up to eight digits"
    for match in _TRIAL().finditer(text) if "NCT" in text else ():
        if len(match["trial"]) != 8:
            yield match.start(), match.end(), "a ClinicalTrials.gov number is NCT and eight digits"
    for match in _ISBN().finditer(text) if "ISBN" in text else ():
        if not _isbn_holds(match["isbn"]):
            yield match.start(), match.end(), "the ISBN's check digit does not fit"


def _isbn_holds(isbn: str) -> bool:
    digits = [10 if c == "X" else int(c) for c in isbn if c not in " -"]
    if len(digits) == 10:
        return sum(weight * d for weight, d in zip(range(10, 0, -1), digits, strict=True)) % 11 == 0
    return len(digits) == 13 and sum(d * (3 if i % 2 else 1) for i, d in enumerate(digits)) % 10 == 0


def _wrong_years(analysis: Analysis) -> Iterator[tuple[int, int, str]]:
    """Years of cited works after the article's own date, in citations, references and beside journals."""
    article = analysis.article
    own = max((date[:4] for date in (article.published, article.updated) if date), default="")
    latest = min(int(own), LATEST_YEAR) if own else LATEST_YEAR
    places = {
        (s.start, s.end + 12) for s in analysis.sources if s.form in ("journal", "journal-year", "entry")
    }
    places |= {
        (c.shape.start, c.shape.end) for c in analysis.citations if c.shape.form not in ("marker", "glued")
    }
    years = {m.span() for start, end in places for m in _YEAR_CITED().finditer(article.text, start, end)}
    for start, end in sorted(years):
        if int(article.text[start:end]) > latest:
            yield start, end, f"the work is dated after {'the article itself' if own else 'today'}"
