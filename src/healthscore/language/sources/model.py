"""What a source is."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

SourceKind = Literal["vague", "named", "checkable"]


class Source(Struct, frozen=True):
    """A reference to a source at characters ``[start, end)`` of sentence ``sentence``.

    ``vague``: somebody, nobody named. ``named``: a journal, body, university or person, not enough to find
    the work. ``checkable``: an identifier, an address, or a marker with an entry in the reference list.
    ``form`` says which pattern it was:

    - vague: ``collective`` (studies, experts), ``public`` (some users), ``single`` (one study), or the kind
      of fixed wording (``opinion``, ``reported``, ``tradition``, ``attention``, ``concern``, ``evidence``,
      ``proof``, ``hearsay``), or ``told`` (she says, parents fear: no authority, and nobody named);
    - named: ``journal``, ``institution``, ``body``, ``expert``, ``anaphor`` (the study, after it was
      named), ``site`` (a home page), ``entry`` (a reference that gives too little), ``dangling`` (a marker
      without an entry);
    - checkable: ``doi``, ``pmid``, ``pmcid``, ``trial``, ``isbn``, ``link``, ``marker``, ``author-year``,
      ``entry``, ``journal-year`` (journal, author and year together).
    """

    sentence: int
    start: int
    end: int
    kind: SourceKind
    form: str
