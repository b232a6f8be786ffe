"""PDF: the words that PDFium finds, put into reading order and into blocks."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.util import find_spec
from typing import Any

from healthscore.reading import errors
from healthscore.reading.draft import Draft
from healthscore.reading.limits import Limits
from healthscore.reading.pdf import process
from healthscore.reading.pdf.columns import lines_in_order
from healthscore.reading.pdf.compose import composed
from healthscore.reading.pdf.furniture import without_furniture
from healthscore.reading.pdf.page import Page, pages_of

_MAGIC, _HEADER = b"%PDF-", 1_024  # bytes within which it stands
_TINY = 1.0  # points
_GARBLED = 0.3  # of the characters: where more of them are no known character, the text is of no use


def read(data: bytes, name: str, limits: Limits) -> Draft:
    """The text, chunks and links of a PDF, and what its properties say that the text bears out.

    Raises:
        MissingLibraryError: pypdfium2 is not installed.
        LockedError, DamagedError, NoTextError: it needs a password, is broken, or is made of pictures.
        TooManyPagesError, TooSlowError: it is beyond a limit.
    """
    answer = _answer(data, name, limits)
    pages = pages_of(answer)
    _check_text(pages, name)
    notes = _gaps(pages, answer["broken"])
    pages, hidden = _seen(pages)
    notes += [f"hidden text was not read (words: {hidden})"] if hidden else []
    pages, left_out = without_furniture(pages)
    lines, in_columns = [], []
    for page in pages:
        found, has_columns = lines_in_order(page)
        lines += found
        in_columns += [page.number] if has_columns else []
    if in_columns:
        notes.append(f"read in columns: {_pages(in_columns)}")
    return composed(lines, answer["info"], [*notes, *left_out])


def _answer(data: bytes, name: str, limits: Limits) -> dict[str, Any]:
    """What the child process found."""
    if _MAGIC not in data[:_HEADER]:
        raise errors.DamagedError(name, "is damaged or no PDF at all")
    if find_spec("pypdfium2") is None:
        raise errors.MissingLibraryError(name, "PDF", "pdf")
    try:
        answer = process.ask(data, limits)
    except process.ChildError as error:
        if error.late:
            raise errors.TooSlowError(name, limits.seconds) from None
        raise errors.DamagedError(name, "is damaged, or needs more memory than a PDF may") from None
    refused = answer.get("refused")
    if refused == "locked":
        raise errors.LockedError(name)
    if refused == "pages":
        raise errors.TooManyPagesError(name, answer["count"], limits.pages)
    if refused or not answer["pages"]:
        raise errors.DamagedError(name, "is damaged or no PDF at all")
    return answer


def _check_text(pages: Sequence[Page], name: str) -> None:
    characters = "".join(word.text for page in pages for word in page.words)
    if not characters:
        raise errors.NoTextError(name, "has no text in it (pages that were scanned are only pictures)")
    unknown = sum(char == "\ufffd" or "\ue000" <= char <= "\uf8ff" for char in characters)
    if unknown > _GARBLED * len(characters):
        raise errors.NoTextError(name, "does not say which letters its text is made of")


def _seen(pages: Sequence[Page]) -> tuple[list[Page], int]:
    """The pages without what is too small to be seen, and how many words that is; all where nothing is larger."""
    seen = [Page(page.number, [word for word in page.words if word.size > _TINY]) for page in pages]
    if not any(page.words for page in seen):
        return list(pages), 0
    return seen, sum(len(page.words) for page in pages) - sum(len(page.words) for page in seen)


def _gaps(pages: Sequence[Page], broken: Sequence[int]) -> list[str]:
    """In words, what of the file could not be read."""
    notes = []
    if broken:
        notes.append(f"damaged and not read: {_pages(broken)}")
    blank = [page.number for page in pages if not page.words]
    if blank:
        notes.append(f"without text, perhaps scanned: {_pages(blank)}")
    return notes


def _pages(numbers: Sequence[int]) -> str:
    shown = ", ".join(map(str, numbers[:10])) + (", …" if len(numbers) > 10 else "")
    return f"page{'s' if len(numbers) > 1 else ''} {shown}"
