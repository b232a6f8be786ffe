"""Words of lines to text: hyphens at line ends mended, ligatures parted, addresses put together again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from healthscore.reading.pdf.page import GLUED, Word
from healthscore.reading.signs import signs

_LIGATURES = {
    0xFB00: "ff",
    0xFB01: "fi",
    0xFB02: "fl",
    0xFB03: "ffi",
    0xFB04: "ffl",
    0xFB05: "st",
    0xFB06: "st",
}
_CHARACTERS = _LIGATURES | {0xAD: None, 0x2010: "-", 0x2011: "-"}
_HYPHENS = ("\ufffe", "-", "\u00ad", "\u2010")  # the child process says U+FFFE for what PDFium takes for one
_LETTERS = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_LAST = re.compile(r"(?<![^\W\d_])[^\W\d_]+$")
_FIRST = re.compile(r"[^\W\d_]+")
_ADDRESS = re.compile(r"(?:https?://|www\.|doi:|10\.\d{4,9}/)\S*$", re.IGNORECASE)
_DOI = re.compile(r"\b10\.\d{4,9}/\S")
_OPEN_ADDRESS = ("/", "_", "=", "&", "%", "?", "#", "-")


class Vocabulary:
    """The words that a document has within its lines, which tell how to mend those that it broke."""

    def __init__(self, lines: Iterable[Sequence[Word]]) -> None:
        """Read the words that no line end touches, compounds also by their halves."""
        self._words: set[str] = set()
        for line in lines:
            inner = " ".join(clean(word.text) for word in line[1:-1]).lower()
            for match in _LETTERS.finditer(inner):
                self._words.update((match.group(), *match.group().split("-")))

    def joined(self, left: str, right: str) -> str | None:
        """A broken word put together, or None where its hyphen is one of its own; both without the hyphen."""
        before, after = _LAST.search(left), _FIRST.match(right)
        if before is None or after is None or not right[:1].islower():
            return None
        first, second = before.group().lower(), after.group().lower()
        if (
            left[: before.start()].endswith("-") and first in signs("headings")["open_ends"]
        ):  # "over-the-counter"
            return None
        if f"{first}{second}" in self._words:
            return left + right
        if before.group().isupper() and len(first) > 1:  # an abbreviation: "LDL-cholesterol"
            return None
        if right[after.end() :].startswith("-") or f"{first}-{second}" in self._words:
            return None
        return None if self._is_compound(first, second) else left + right

    def _is_compound(self, first: str, second: str) -> bool:
        """Whether two words seem to have been joined by a hyphen before there was a line end."""
        beginnings, endings = signs("compounds")["first"], signs("compounds")["second"]
        if second in endings:
            return first in beginnings or (len(first) > 2 and first in self._words)
        return first in beginnings and len(second) > 3 and second in self._words


def clean(text: str) -> str:
    """A word with ligatures as letters and without soft hyphens."""
    if text.isascii():
        return text
    return text.translate(_CHARACTERS).replace("\ufffe", "-")


def pieces(lines: Sequence[Sequence[Word]], vocabulary: Vocabulary) -> list[tuple[str, str]]:
    """The text of lines piece by piece, each with the address that it links to; spaces are pieces too."""
    result: list[tuple[str, str]] = []
    for number, line in enumerate(lines):
        for place, word in enumerate(line):
            if place == 0 and number and result:
                if _mend(result, lines[number - 1][-1], word, vocabulary):
                    continue
                if result[-1][0]:
                    result.append((" ", _shared(lines[number - 1][-1], word)))
            elif place and not word.flags & GLUED:
                result.append((" ", _shared(line[place - 1], word)))
            result.append((clean(word.text), word.target))
    return result


def _shared(before: Word, word: Word) -> str:
    return word.target if word.target == before.target else ""


def _mend(result: list[tuple[str, str]], before: Word, word: Word, vocabulary: Vocabulary) -> bool:
    """Put the first word of a line to the last one of the line before it, if one word was broken there."""
    text, target = result[-1]
    following = clean(word.text)
    if _is_broken_address(before, word):
        result.append((following, word.target))
        return True
    if not before.text.endswith(_HYPHENS) or len(before.text) < 2 or not following[:1].isalnum():
        return False
    left = text if before.text.endswith("\u00ad") else text[:-1]
    joined = left + following if before.text.endswith("\u00ad") else vocabulary.joined(left, following)
    result[-1] = (joined or f"{left}-{following}", target)
    return True


def _is_broken_address(before: Word, word: Word) -> bool:
    """Whether an address goes on in the next line: its link says so, or it ends with what no address ends with."""
    if before.target and before.target == word.target:
        written = (before.text + word.text).rstrip(".,;)")
        if written in before.target:
            return True
    if _ADDRESS.search(before.text) is None:
        return False
    in_doi = before.text.endswith(".") and _DOI.search(before.text) and not word.text[:1].isupper()
    return before.text.endswith(_OPEN_ADDRESS) or bool(in_doi)
