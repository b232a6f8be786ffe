"""Notes at the foot of a column: small type that begins with a mark."""

from __future__ import annotations

import re
from collections.abc import Sequence

from healthscore.reading.pdf.page import Line
from healthscore.reading.pdf.style import Style, follows

MARK = re.compile(r"(?:[⁰¹²³⁴⁵⁶⁷⁸⁹]+|[*†‡§]|\[\d{1,3}\]|\d{1,3}[.)]?)(?=\s?\S)")
_SMALL = 0.92  # of the size of the text


def part_off(lines: Sequence[Line], style: Style) -> tuple[list[Line], list[list[Line]]]:
    """The lines without the notes at the foot of their columns, and the lines of each note."""
    text: list[Line] = []
    notes: list[list[Line]] = []
    start = 0
    for at, line in enumerate(lines):
        if at + 1 < len(lines) and follows(line, lines[at + 1]):
            continue
        column = lines[start : at + 1]
        first = _first_note(column, style)
        text += column[:first]
        for note in column[first:]:
            if MARK.match(note.text):
                notes.append([])
            notes[-1].append(note)
        start = at + 1
    return text, notes


def _first_note(column: Sequence[Line], style: Style) -> int:
    """The index of the first line of the notes; the number of lines where there are none."""
    first = len(column)
    while first and column[first - 1].size < _SMALL * style.body:
        first -= 1
    while first < len(column) and not MARK.match(column[first].text):
        first += 1
    if first == 0 or column[first - 1].bold or column[first - 1].size > 1.1 * style.body:
        return len(column)  # a list under a heading of its own, or nothing but small type
    return first
