"""How much of one input is read before it is refused."""

from __future__ import annotations

from msgspec import Struct

MAX_BYTES = 2_000_000  # of a text
MAX_BYTES_OF_DOCUMENT = 20_000_000  # fonts and pictures weigh more than words
MAX_CHARACTERS = 200_000  # of text, as much as is scored in five seconds however it is made; 33,000 words
MAX_PAGES = 200
MAX_SECONDS = 4.0
EVER = 1e9  # seconds: a limit above is none, and clocks of the system count only some times as far


class Limits(Struct, frozen=True):
    """What one input may cost; None is the default. Pages and seconds count for formats that have pages.

    Characters are those of the text that is read from a file, whatever its format; bytes are the file's own.
    """

    max_bytes: int | None = None
    max_pages: int | None = None
    max_seconds: float | None = None
    max_characters: int | None = None

    def bytes(self, *, document: bool) -> int:
        """The most bytes that a document or a text may have."""
        if self.max_bytes is not None:
            return self.max_bytes
        return MAX_BYTES_OF_DOCUMENT if document else MAX_BYTES

    @property
    def pages(self) -> int:
        """The most pages of a document."""
        return MAX_PAGES if self.max_pages is None else self.max_pages

    @property
    def seconds(self) -> float:
        """The time of a processor in which a document must have been read."""
        return MAX_SECONDS if self.max_seconds is None else min(self.max_seconds, EVER)

    @property
    def characters(self) -> int:
        """The most characters of text that an input may hold once it is read."""
        return MAX_CHARACTERS if self.max_characters is None else self.max_characters
