"""Who is named as a source, and whether a reader could find it."""

from healthscore.language.sources.attributed import Attribution, attributed
from healthscore.language.sources.collect import attribution_of, sources_of
from healthscore.language.sources.model import Source, SourceKind
from healthscore.language.sources.people import people_named

__all__ = [
    "Attribution",
    "Source",
    "SourceKind",
    "attributed",
    "attribution_of",
    "people_named",
    "sources_of",
]
