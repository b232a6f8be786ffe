"""Who is named as a source, and whether a reader could find it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from healthscore.language.analysis import Analysis

SourceKind = Literal["vague", "named", "checkable"]


@dataclass(frozen=True, slots=True)
class Source:
    """A reference to a source at characters ``[start, end)`` of sentence ``sentence``.

    ``vague``: somebody, nobody named. ``named``: a journal, body, university or person, not enough to find
    the work. ``checkable``: an identifier, an address, or a marker with an entry in the reference list.
    ``form`` says which pattern it was (``doi``, ``link``, ``author-year``, ``collective``...).
    """

    sentence: int
    start: int
    end: int
    kind: SourceKind
    form: str


def sources_of(analysis: Analysis) -> tuple[Source, ...]:
    """Every reference to a source, in order of place."""
    return ()
