"""What noun phrases are about: their content words as stems, with synonyms brought to one concept."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from healthscore.language.claims.acronyms import with_acronyms
from healthscore.language.claims.kinds import Kind

if TYPE_CHECKING:
    from healthscore.language.analysis import Analysis
    from healthscore.language.cues import Cue

_EMPTY = Kind.CLOSED | Kind.QUANTITY_NOUN | Kind.DEGREE


def concepts_of(analysis: Analysis) -> dict[int, tuple[int, str]]:
    """By first token: where a health synonym ends, and the concept that it stands for.

    The names of the article's topic stand for the topic's own stem, and its short names for what they are short for.
    """
    cues = list(analysis.cues_of("health-synonym"))
    topic = {
        cue.kind: analysis.stems[cue.first]
        for cue in cues
        if cue.last - cue.first == 1 and analysis.stems[cue.first] in analysis.topic.key
    }
    topic |= _in_short(analysis, cues)
    named = {cue.first: (cue.last, topic.get(cue.kind, cue.kind)) for cue in cues}
    return with_acronyms(analysis, named)


def _in_short(analysis: Analysis, cues: Sequence[Cue]) -> dict[str, str]:
    """The concept of "acid reflux" with the stem of "reflux", where the title has the one and no other reflux is named."""
    title, stems = analysis.title, analysis.stems
    ends = [c for c in cues if c.last - c.first > 1 and stems[c.last - 1] in analysis.topic.key]
    titled = title is not None and any(c.last <= title.last for c in ends)
    return (
        {c.kind: stems[c.last - 1] for c in ends[:1]} if titled and len({c.kind for c in ends}) == 1 else {}
    )


def title_names_of(analysis: Analysis) -> frozenset[str]:
    """The topic's stem, and the concept under which the title names it: of "Irritable bowel syndrome" that."""
    key, title = analysis.topic.key, analysis.title
    if title is None:
        return key
    named = {
        concept
        for first, (end, concept) in analysis.concepts.items()
        if first < title.last and not key.isdisjoint(analysis.stems[first:end])
    }
    return key | named


def title_terms_of(analysis: Analysis) -> frozenset[str]:
    """The stems and concepts of what the title names first: "Azelaic acid" in "Azelaic acid for rosacea"."""
    title = analysis.title
    if title is None or title.first == title.last:
        return frozenset()
    after = range(title.first + 1, title.last)
    ends = (i for i in after if analysis.kinds[i] & Kind.CLOSED or analysis.gap(i) != " ")
    end = next(ends, title.last)
    if analysis.stems[end - 1] in analysis.stems[end : title.last]:
        return frozenset()  # "Copper coil and hormonal coil"
    return content(analysis, title.first, end, Kind.GENERIC_NOUN)


def name_of_topic(analysis: Analysis) -> frozenset[str]:
    """The key under which the topic is named: its concept in the title, else its stem."""
    return analysis.title_names - analysis.topic.key or analysis.topic.key


def content(analysis: Analysis, first: int, last: int, without: int = 0) -> frozenset[str]:
    """The stems and concepts by which the noun phrase at tokens ``[first, last)`` is compared.

    Closed-class words, nouns that only measure ("levels of") and words of degree ("severe") say nothing here;
    nor do those of the kinds in ``without``.
    """
    norms, stems, kinds, concepts = analysis.norms, analysis.stems, analysis.kinds, analysis.concepts
    skipped = _EMPTY | without
    found: set[str] = set()
    index = first
    while index < last:
        if index in concepts and concepts[index][0] <= last:
            index, concept = concepts[index]
            found.add(concept)
            continue
        if not kinds[index] & skipped and len(norms[index]) > 1:
            found.add(stems[index])
        index += 1
    return frozenset(found)


def head_of(analysis: Analysis, first: int, last: int, without: int = 0) -> str:
    """The term that a noun phrase is about most of all: its last before "of", past nouns that only measure.

    "Kidney failure" has the head "failure", "the level of iron in the blood" has "iron".
    """
    norms, stems, kinds, concepts = analysis.norms, analysis.stems, analysis.kinds, analysis.concepts
    skipped = _EMPTY | without
    index, head = first, ""
    while index < last and not (head and kinds[index] & Kind.PREPOSITION):
        if index in concepts and concepts[index][0] <= last:
            index, head = concepts[index]
            continue
        if not kinds[index] & skipped and len(norms[index]) > 1:
            head = stems[index]
        index += 1
    return head


def varieties(analysis: Analysis, first: int, last: int) -> frozenset[str]:
    """The words that tell a variety from the thing itself: "decaffeinated", "non-alcoholic", "sugar-free"."""
    norms, kinds = analysis.norms, analysis.kinds
    found = [norms[i] for i in range(first, last) if kinds[i] & Kind.DIFFERING]
    if "free" in norms[first + 1 : last]:
        after = range(first + 1, last)
        found += [norms[i - 1] for i in after if norms[i] == "free" and analysis.gap(i) == "-"]
    return frozenset(found)
