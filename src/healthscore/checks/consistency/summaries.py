"""What introductions and titles announce, against what the text gives."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from healthscore.checks.base import Hit, counted, rule
from healthscore.checks.consistency.pairs import span
from healthscore.checks.consistency.parts import parts_announced, said_to_be_last
from healthscore.checks.consistency.subjects import shows
from healthscore.language.analysis import Analysis, Sentence
from healthscore.language.claims.concepts import content
from healthscore.language.claims.kinds import Kind, is_kind

_OPENING = 12  # an introduction announces within the first sentences
_SHORTEST_LIST = 2
_LONGEST_ITEM = 3  # words
_WHOM, _WHOM_WITHIN = frozenset({"for", "by"}), 3  # tokens of "is put together by"
_MEANS = frozenset({"with", "by", "using"})
_OPEN = "open"  # the kind of a subject that any text may be said to give
_SOMETIME = frozenset({"when", "if", "once", "after", "before", "during", "while", "whenever"})
_MARKS = frozenset('"“')  # somebody says "We look at ..."
_LINKS = Kind.COORDINATOR | Kind.DETERMINER | Kind.PREPOSITION


class _Item(NamedTuple):
    """One announced subject: tokens ``[first, last)``, and whether it is a noun phrase, not a clause."""

    first: int
    last: int
    noun: bool


@rule
def summary_mismatch(analysis: Analysis) -> Iterator[Hit]:
    """Finds what the introduction promises and the text never gives, and counts that do not come out.

    Finds: a subject announced in an introduction ("we cover dosage, purity and ...") that no later sentence
        gives; "four foods" followed by numbered headings, list items, bold leads or a "fourth and last" of another number; "two key
        aspects" followed by three; and a page that calls itself authoritative or evidence-based and names neither its
        author nor a source that could be looked up.
    Why it matters: an article that does not do what it says was not written to inform.
    Example: "This guide covers cost, safety and storage" with no word on storage.
    Instead: cover it, or take it out of the introduction.
    Limits: only subjects announced in a list are held to it, and only where the others come; what has no numbers
        and no bold leads is not counted.
    References: Charnock et al. 1999, DISCERN, Journal of Epidemiology and Community Health 53:105 (aims, item 2).
    """
    opening = analysis.prose_sentences[:_OPENING]
    own = (
        s for s in opening if s.index not in analysis.quoted or analysis.article.text[s.start] not in _MARKS
    )
    announcing = [s for s in own if _announcement(analysis, s) is not None]
    yield from _never_given(analysis, announcing)
    yield from _miscounted(analysis, announcing)
    yield from _vouching(analysis)


def _vouching(analysis: Analysis) -> Iterator[Hit]:
    """Finds a page that vouches for itself and shows nothing for it."""
    if any(source.kind == "checkable" for source in analysis.sources):
        return
    named = bool(analysis.article.authors) or any(source.form == "expert" for source in analysis.sources)
    for cue in analysis.cues_of("self-description"):
        sentence = analysis.sentence_at(cue.first)
        if cue.attributes["asks"] == "sources" or not named:
            yield Hit(
                "note",
                f"The page calls itself “{analysis.quote(cue.start, cue.end)}”, and names "
                f"{'nobody who answers for it and ' if not named else ''}no source that a reader could look up.",
                "Name the author with a profession, and the sources; or leave the praise of the page out.",
                (span(sentence),),
                searched=f"a source to look up, and an author, in {counted(len(analysis.prose_sentences), 'sentence')}",
            )
            return


def _announcement(analysis: Analysis, sentence: Sentence) -> int | None:
    """Where the last announcement of a sentence ends, as a token."""
    found = [cue.last for cue in analysis.cues_in(sentence, "announcement") if cue.kind == "announces"]
    if analysis.norms[sentence.first] in _SOMETIME:
        return None  # "When you come for a check-up we look at the bite marks"
    return found[-1] if found else None


def _never_given(analysis: Analysis, announcing: list[Sentence]) -> Iterator[Hit]:
    opening = {s.index for s in announcing}
    for sentence in announcing:
        later = [
            s
            for s in analysis.sentences
            if s.index > sentence.index
            and s.index not in opening
            and s.block.kind not in ("contents", "reference", "code")
        ]
        items = _listed(analysis, sentence, _announcement(analysis, sentence) or sentence.last)
        missing = [item for item in items if not _given(analysis, item, later, item is items[0])]
        if len(missing) == 1 and len(items) >= _SHORTEST_LIST:
            first, last, _ = missing[0]
            words = analysis.quote(analysis.tokens[first].start, analysis.tokens[last - 1].end)
            other = said_to_be_last(analysis, len(items))
            yield Hit(
                "warning",
                f"“{words}” is announced and never comes.",
                "Cover it, or take it out of the introduction.",
                tuple(map(span, (sentence, *([other] if other else [])))),
                searched=f"any word on it in the {counted(len(later), 'sentence')} that follow",
            )
            return


def _listed(analysis: Analysis, sentence: Sentence, start: int) -> list[_Item]:
    """The items of an announced list, cut at commas and "and"; a noun phrase ends where "of", "for" or the like begins.

    "We look at the eye with a lamp and a dye" announces no dye.
    """
    tokens, norms = analysis.tokens, analysis.norms
    if not _WHOM.isdisjoint(norms[start : min(sentence.last, start + _WHOM_WITHIN)]):
        return []  # "is for families and friends", "is written by a nurse and checked in May"
    stop = next((i for i in range(start, sentence.last) if norms[i] in _MEANS), sentence.last)
    cuts = [start]
    for i in range(start + 1, stop):
        if "," in analysis.gap(i) or is_kind(tokens[i], Kind.COORDINATOR):
            cuts.append(i)
    items: list[_Item] = []
    if start >= sentence.last or not any(is_kind(tokens[i], Kind.COORDINATOR) for i in cuts):
        return items  # nothing follows, or no list: one ends with "and"
    for first, last in zip(cuts, [*cuts[1:], stop], strict=True):
        while (
            first < last and is_kind(tokens[first], _LINKS) and not is_kind(tokens[first], Kind.SUBORDINATOR)
        ):
            first += 1
        end = next(
            (i for i in range(first, last) if is_kind(tokens[i], Kind.PREPOSITION | Kind.SUBORDINATOR)), last
        )
        if 0 < end - first <= _LONGEST_ITEM:
            items.append(_Item(first, end, True))
        elif end == first < last:
            items.append(_Item(first, last, False))
    return items


def _given(analysis: Analysis, item: _Item, later: list[Sentence], leads: bool) -> bool:
    """True where later sentences give an announced item, or nothing can be said.

    A subject that the lexicons know is given by its own name and by what shows it; any other noun only by its own
    words, and not where it ``leads`` the list, which may begin with a verb.
    """
    subjects = {c.kind for c in analysis.cues_of("announced-subject") if item.first <= c.first < item.last}
    if _OPEN in subjects:
        return True
    if subjects:
        return any(
            not subjects.isdisjoint(cue.kind for cue in analysis.cues_in(s, "announced-subject"))
            or any(shows(analysis, s, subject) for subject in subjects)
            for s in later
        )
    named = content(analysis, item.first, item.last, Kind.GENERIC_NOUN | Kind.VERB)
    if not item.noun or leads or not named:
        return True
    return any(not named.isdisjoint(_said(analysis, s)) for s in later)


def _said(analysis: Analysis, sentence: Sentence) -> frozenset[str]:
    """The stems and concepts of a sentence."""
    return frozenset(analysis.stems[sentence.first : sentence.last]) | {
        cue.kind for cue in analysis.cues_in(sentence, "health-synonym")
    }


def _miscounted(analysis: Analysis, announcing: list[Sentence]) -> Iterator[Hit]:
    """Finds a count that is announced beside a contents list, numbered headings, items or leads of another number."""
    for announced in parts_announced(analysis, announcing):
        if announced.size != announced.following:
            yield Hit(
                "note",
                f"“{announced.words}” are announced; {announced.following} follow.",
                "Make the count and the text agree.",
                (span(announced.sentence), span(announced.shown)),
                sides=(1, 2),
            )
            return
