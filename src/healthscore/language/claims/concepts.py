"""What noun phrases are about: their content words as stems, with synonyms brought to one concept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from healthscore.language.claims.grammar import is_kind

if TYPE_CHECKING:
    from healthscore.language.analysis import Analysis

_EMPTY_CLASSES = (
    "determiner", "pronoun", "auxiliary", "adverb", "preposition", "subordinator", "coordinator", "quantity-noun", "degree",
)  # fmt: skip


def concepts_of(analysis: Analysis) -> dict[int, tuple[int, str]]:
    """By first token: where a health synonym ends, and the concept that it stands for."""
    return {cue.first: (cue.last, cue.kind) for cue in analysis.cues_of("health-synonym")}


def content(analysis: Analysis, first: int, last: int, *extra_kinds: str) -> frozenset[str]:
    """The stems and concepts by which the noun phrase at tokens ``[first, last)`` is compared.

    Closed-class words, nouns that only measure ("levels of") and words of degree ("severe") say nothing here;
    nor do those of ``extra_kinds``.
    """
    tokens, stems, concepts = analysis.tokens, analysis.stems, analysis.concepts
    found: set[str] = set()
    index = first
    while index < last:
        end, concept = concepts.get(index, (0, ""))
        if index < end <= last:
            found.add(concept)
            index = end
            continue
        token = tokens[index]
        if len(token.norm) > 1 and not is_kind(token, *_EMPTY_CLASSES, *extra_kinds):
            found.add(stems[index])
        index += 1
    return frozenset(found)
