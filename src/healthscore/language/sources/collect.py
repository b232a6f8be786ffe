"""All references to sources in an article, from what it cites, whom it names and whom it leaves unnamed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Literal

from msgspec.structs import replace

from healthscore.language.claims.quantities import is_year
from healthscore.language.disowned import is_anothers
from healthscore.language.sources.attributed import handed_on
from healthscore.language.sources.citations import cited
from healthscore.language.sources.mentions import mentions
from healthscore.language.sources.model import Source
from healthscore.language.sources.named import anaphors, named
from healthscore.language.sources.vague import vague

if TYPE_CHECKING:
    from healthscore.language.analysis import Analysis, Sentence

_RANK = {"vague": 1, "named": 2, "checkable": 3}
_FELLOWS = frozenset("colleagues coworkers coauthors team".split())
_CALLED = frozenset("called named".split())


def sources_of(analysis: Analysis) -> tuple[Source, ...]:
    """Every reference to a source, in order of place."""
    by_sentence = mentions(analysis)
    cites = cited(analysis)
    names = _completed(analysis, named(analysis, by_sentence), cites)
    known = [*cites, *names]
    back = anaphors(analysis, by_sentence, known)
    unnamed = [
        source
        for source in vague(analysis, by_sentence, [*known, *back])
        if not is_anothers(analysis, source.sentence, source.start, source.end)
    ]
    found = [*known, *back, *unnamed]
    return tuple(sorted([*found, *_told(analysis, found)], key=lambda source: (source.start, source.end)))


def _told(analysis: Analysis, found: list[Source]) -> Iterator[Source]:
    """What is handed on in sentences without any source: she says, parents fear."""
    sourced = {source.sentence for source in found}
    for sentence in analysis.whole_prose:
        told = None if sentence.index in sourced else handed_on(analysis, sentence)
        if told is not None:
            yield Source(sentence.index, told.start, told.end, "vague", "told")


def attribution_of(sources: Iterable[Source]) -> Literal["none", "vague", "named", "checkable"]:
    """The best kind among the sources of one sentence."""
    best = max(sources, key=lambda source: _RANK[source.kind], default=None)
    return best.kind if best else "none"


def _completed(analysis: Analysis, names: list[Source], cites: list[Source]) -> list[Source]:
    """A journal whose sentence also gives author and year can be found; so the journal becomes checkable."""
    dated = {source.sentence for source in cites if source.form == "dangling"}
    people = {source.sentence for source in names if source.form == "expert"}
    return [
        replace(source, kind="checkable", form="journal-year")
        if source.form == "journal" and (source.sentence in dated or _findable(analysis, source, people))
        else source
        for source in names
    ]


def _findable(analysis: Analysis, source: Source, people: set[int]) -> bool:
    """Whether the sentence of a journal gives a year, and an author or the name of the study."""
    sentence = analysis.whole(analysis.sentences[source.sentence])
    if not any(map(is_year, analysis.words(sentence))):
        return False
    return source.sentence in people or _says_whose(analysis, sentence, source)


def _says_whose(analysis: Analysis, sentence: Sentence, journal: Source) -> bool:
    """True for "Mark Horowitz", "Kim and Welch", "Ahn and her colleagues" and "a trial called ACHIEVE"."""
    norms, capitals = analysis.norms, analysis.capitals
    inside = range(sentence.first + 1, sentence.last)
    outside = [i for i in inside if not journal.start <= analysis.starts[i] < journal.end]
    for index in outside:
        before = norms[index - 1]
        if norms[index] in _FELLOWS and "and" in norms[index - 2 : index]:
            return True
        if capitals[index] and (
            before in _CALLED
            or (index - 1 in outside and capitals[index - 1] and not analysis.gap(index).strip())
            or (before == "and" and index - 2 in outside and capitals[index - 2])
        ):
            return True
    return False
