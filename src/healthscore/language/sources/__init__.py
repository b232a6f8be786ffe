"""Who is named as a source, and whether a reader could find it."""

from healthscore.language.sources.attributed import Attribution, attributed
from healthscore.language.sources.citations import Citation, citations_of
from healthscore.language.sources.collect import attribution_of, sources_of
from healthscore.language.sources.model import Source, SourceKind
from healthscore.language.sources.people import people_named
from healthscore.language.sources.references import Entry, entries
from healthscore.language.sources.shapes import Shape, shapes

__all__ = [
    "Attribution",
    "Citation",
    "Entry",
    "Shape",
    "Source",
    "SourceKind",
    "attributed",
    "attribution_of",
    "citations_of",
    "entries",
    "people_named",
    "shapes",
    "sources_of",
]
