"""Rules on single statements: nobody is named, nothing stands behind a figure, too little is named."""

from __future__ import annotations

from collections.abc import Iterator

from healthscore.article import Span
from healthscore.checks.base import Hit, rule
from healthscore.checks.sourcing.commerce import passages
from healthscore.checks.sourcing.need import grade
from healthscore.checks.sourcing.support import (
    Need,
    leans_on_nobody,
    needs,
    results_told,
    span_of,
    supported,
    traced,
    vague_sentences,
)
from healthscore.language.analysis import Analysis
from healthscore.language.claims.quantities import is_year
from healthscore.language.sources import Source

_MINOR = frozenset({"public", "reported", "tradition", "attention", "concern", "testimonial", "hearsay"})
_TOGETHER = frozenset({"reported", "tradition", "attention", "concern", "testimonial"})
_STRENGTH = {"dose": 0, "figure": 1, "comparison": 2}
_WHO = {
    "collective": "does not say which studies or which experts",
    "single": "does not say which study",
    "public": "does not say who these people are, how many, or where they said so",
    "opinion": "does not say by whom",
    "reported": "does not say by whom or where",
    "tradition": "calls on tradition, which shows that something was used and not that it works or is safe",
    "attention": "does not say whose attention, and attention is no evidence",
    "concern": "does not say whose concern it is or what raised it",
    "evidence": "does not say which evidence",
    "hearsay": "does not say where it was read or heard, or from whom",
    "testimonial": "is one person's word, and nobody can tell whether that person exists",
    "proof": "does not say which trial showed it",
}
_BODIES = frozenset(
    "academy agency association commission council department faculty federation ministry society".split()
)
_NAME = "Name the study, body or person with enough to find them (author, journal, year, link), or drop the claim."
_INSTEAD = {
    "tradition": "Say whether it has been tested, in whom and with what result; if it has not, say that.",
    "attention": "Leave it out, and say what has been found and by whom.",
    "concern": "Say who raised it (a regulator, a case report, a trial), when, and what was seen.",
    "public": "Cite the survey or study, with how many of how many people said so; or drop the claim.",
    "reported": "Say in how many of how many people it was seen, and in which study or register.",
    "testimonial": "Say what happened to all the people who were studied; one story shows that it can, not that it does.",
}
_SUPPLY = {
    "dose": "Say whose guideline gives this amount, for whom and for how long, with a link; or leave the number out.",
    "figure": "Say who counted it, in whom and when, with a link or reference; or leave the number out.",
    "comparison": "Cite the study that set the two against each other, with the result of each; or leave it out.",
}


@rule
def vague_attribution(analysis: Analysis) -> Iterator[Hit]:
    """An unnamed authority is called on.

    Finds: statements that rest on unnamed studies, experts, users or general opinion ("research suggests",
        "experts agree", "some users report", "is widely considered") in sentences that name nobody.
    Why it matters: a reader cannot check a source that is not named, and the wording lends the weight of
        science or of a crowd to whatever follows.
    Example: Studies show that zinc lozenges shorten a cold.
    Instead: A 2013 Cochrane review of 16 trials (doi:10.1002/14651858.CD001364.pub4) found that colds were about a
        day shorter with zinc begun on the first day.
    Limits: one hit a sentence, and one for all mentions of attention, of concern or of tradition. "The study" and "the researchers" count as named once somebody was. A page that
        does this seldom gets a note, not a warning. Statements that nothing is known are left alone, and so is what
        somebody merely says or wants ("she says", "parents fear"), which lends no authority.
    References: Charnock D, Shepperd S, Needham G, Gann R. DISCERN: an instrument for judging the quality of
        written consumer health information on treatment choices. J Epidemiol Community Health 1999;53:105-111.
    """
    habit = leans_on_nobody(analysis)
    for group in _grouped(analysis):
        source = group[0]
        phrase = _shortened(analysis.quote(source.start, source.end))
        often = f", and {len(group) - 1} more like it," if len(group) > 1 else ""
        yield Hit(
            "warning" if habit and source.form not in _MINOR else "note",
            f"“{phrase}”{often} {_WHO.get(source.form, 'names nobody')}.",
            _INSTEAD.get(source.form, _NAME),
            tuple(span_of(analysis.sentences[s.sentence]) for s in group),
        )


@rule
def unsourced_claim(analysis: Analysis) -> Iterator[Hit]:
    """A dose, a figure or a comparison stands without any source.

    Finds: sentences with an amount to take, a share or count of people, the size of an effect, or one treatment
        set above another, where neither the sentence nor the one before it in the paragraph names a source.
    Why it matters: numbers sound like knowledge. A wrong dose harms, and a figure that nobody can trace cannot
        be corrected.
    Example: Adults should take 400 mg of magnesium daily.
    Instead: The US Institute of Medicine sets 350 mg a day as the upper limit for supplements (link).
    Limits: those that need a source most come first (what is told on somebody's word before what the page says
        itself, doses before figures, figures before comparisons, and what the writers did themselves last), at most
        two, or one for ten sentences (one, or one for twenty, where the page neither leans on unnamed authorities nor sells). Amounts in a recipe or the strength of a
        preparation can be taken for a dose. Sentences with a vague attribution are left to vague-attribution, and those that say in few words where a figure
        is from ("(CDC, 2021)", "in the audit of 2022") are left alone, and so are those on the groups of a trial
        whose journal or authors have been named.
    References: None: the rule follows from the question put to every claim, who says so.
    """
    told = supported(analysis) | traced(analysis) | results_told(analysis) | set(vague_sentences(analysis))
    wanting = [need for need in needs(analysis) if need.sentence.index not in told]
    open_needs = {
        _shortened(analysis.quote(*span_of(need.sentence))): need for need in reversed(wanting)
    }.values()
    often, least = (10, 2) if leans_on_nobody(analysis) or passages(analysis) else (20, 1)
    limit = max(least, len(analysis.prose_sentences) // often)
    strongest = sorted(open_needs, key=lambda need: _order(analysis, need))[:limit]
    for need in sorted(strongest, key=lambda need: need.start):
        yield _unsourced(analysis, need)


@rule
def uncheckable_source(analysis: Analysis) -> Iterator[Hit]:
    """A source is named, but not enough of it to find it.

    Finds: a journal without a year; or, where the article names no journal and cites nothing,
        the first university, institute or hospital whose finding is told.
    Why it matters: a journal prints thousands of papers. A name alone borrows its authority without letting a
        reader see what was done.
    Example: A study in the Journal of Sleep Research found that cherries help.
    Instead: A 2012 trial in 20 adults (Howatson and colleagues, European Journal of Nutrition, doi:...) found ...
    Limits: silent where the article has a link, an identifier or a reference list with an entry that can be found
        in the same paragraph. A journal with the year, whose work a search for the subject finds, is left alone. Where
        researchers are named as well, it is a note.
    References: None: enough to find it means author, year, and journal or title, as reference styles ask.
    """
    blocks = {analysis.sentences[s.sentence].block for s in analysis.sources if s.kind == "checkable"}
    journals = [s for s in analysis.sources if s.form == "journal" and s.kind == "named"]
    people = any(s.form in ("expert", "institution") for s in analysis.sources)
    seen: set[int] = set()
    for source in journals:
        if analysis.sentences[source.sentence].block not in blocks and source.sentence not in seen:
            seen.add(source.sentence)
            if not any(map(is_year, analysis.words(analysis.whole(analysis.sentences[source.sentence])))):
                yield _uncheckable(analysis, source, "note" if people else "warning")
    if not journals and not any(s.kind == "checkable" for s in analysis.sources):
        quoted = {s.sentence for s in analysis.sources if s.form == "expert"}
        works = [
            s
            for s in analysis.sources
            if s.form == "institution" and s.sentence not in quoted and not _is_a_body(analysis, s)
        ]
        for source in works[:1]:
            yield _uncheckable(analysis, source, "note")


def _is_a_body(analysis: Analysis, source: Source) -> bool:
    """True for a society or an agency, whose advice stands on its pages."""
    name = analysis.quote(source.start, source.end).lower()
    return "college of" in name or ("university" not in name and not _BODIES.isdisjoint(name.split()))


def _grouped(analysis: Analysis) -> list[list[Source]]:
    """One group a sentence; what only fills space (gained attention) in one group for the article."""
    first: dict[int, Source] = {}
    for source in analysis.sources:
        if source.kind != "vague" or source.form == "told":
            continue
        if source.sentence not in first or first[source.sentence].form in _MINOR:
            first[source.sentence] = source
    groups: dict[str, list[Source]] = {}
    for index, source in sorted(first.items()):
        groups.setdefault(source.form if source.form in _TOGETHER else str(index), []).append(source)
    return list(groups.values())


def _shortened(quote: str) -> str:
    words = quote.split()
    return " ".join(words[:12]) + (" ..." if len(words) > 12 else "")


def _order(analysis: Analysis, need: Need) -> tuple[float, int, int]:
    """What needs a source most comes first, then doses, then what stands first."""
    return -grade(analysis, need.sentence).value, _STRENGTH[need.reason], need.start


def _unsourced(analysis: Analysis, need: Need) -> Hit:
    amount = analysis.quote(need.start, need.end)
    told = next((s for s in analysis.sources if s.sentence == need.sentence.index and s.form == "told"), None)
    word = f"on somebody's word (“{_shortened(analysis.quote(told.start, told.end))}”), " if told else ""
    what = {
        "dose": f"The amount “{amount}” is given {word}without a source",
        "figure": f"The figure “{amount}” is given {word}without a source",
        "comparison": f"The comparison “{amount}” is made {word}without a source",
    }[need.reason]
    return Hit(
        "warning" if need.reason == "dose" else "note",
        f"{what}; a reader cannot tell where it comes from.",
        _SUPPLY[need.reason],
        (span_of(need.sentence),),
    )


def _uncheckable(analysis: Analysis, source: Source, severity: str) -> Hit:
    sentence = analysis.whole(analysis.sentences[source.sentence])
    name = " ".join(analysis.quote(source.start, source.end).split())
    return Hit(
        "warning" if severity == "warning" else "note",
        f"“{name}” is not enough to find the work: author, year and title or a link are missing.",
        "Give author, year and title, or a DOI or link to the work itself.",
        (Span(sentence.start, sentence.end),),
    )
