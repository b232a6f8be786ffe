"""Dates as pages write them, as ISO dates."""

from __future__ import annotations

import re
from datetime import date

from healthscore.regexes import when_needed

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<month{0}>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY = r"(?P<day{0}>\d{{1,2}})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year{0}>(?:19|20)\d\d)(?!\d)"
DATE = when_needed(
    rf"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,?\s+)?"
    rf"(?:{_YEAR.format(1)}(?:[-/.](?P<m1>\d{{1,2}})(?:[-/.](?P<d1>\d{{1,2}})(?!\d))?)?(?:T[\d:.+Z-]*)?"
    rf"|{_DAY.format(2)}\s+(?:of\s+)?{_MONTH.format(2)},?\s+{_YEAR.format(2)}"
    rf"|{_MONTH.format(3)}\s+(?:{_DAY.format(3)},?\s+)?{_YEAR.format(3)}"
    rf"|(?P<a4>\d{{1,2}})[/.-](?P<b4>\d{{1,2}})[/.-]{_YEAR.format(4)}"
    rf"|(?P<m5>\d{{1,2}})[/.-]{_YEAR.format(5)})",
    re.IGNORECASE,
)

_A_YEAR = when_needed(r"(?:19|20)\d\d")
_AROUND = " .,;:()*_|–—-"
_JOINS = frozenset({"on", "in", "at"})


def iso_date(match: re.Match[str]) -> str | None:
    """The date of a match of ``DATE()``, as exactly as it is written; None for one that never was."""
    part = match.groupdict()
    if part["year1"]:
        return _iso(part["year1"], part["m1"], part["d1"])
    if part["year2"]:
        return _iso(part["year2"], _number(part["month2"]), part["day2"])
    if part["year3"]:
        return _iso(part["year3"], _number(part["month3"]), part["day3"])
    if part["year5"]:
        return _iso(part["year5"], part["m5"], None)
    first, second = int(part["a4"]), int(part["b4"])
    if first > 12:
        return _iso(part["year4"], second, first)
    if second > 12 or first == second:
        return _iso(part["year4"], first, second)
    return _iso(part["year4"], None, None)  # 3/4/2021: March or April, nobody can tell


def before_date(text: str) -> tuple[str, str]:
    """What stands before the date with which some text ends, and that date; all of it and nothing without one."""
    if not _A_YEAR().search(text):
        return text, ""
    last = None
    for last in DATE().finditer(text):  # noqa: B007
        pass
    iso = iso_date(last) if last and not text[last.end() :].strip(_AROUND) else None
    if not last or not iso:
        return text, ""
    before = text[: last.start()].rstrip(_AROUND)
    rest, _, word = before.rpartition(" ")
    return (rest.rstrip(_AROUND) if word.lower() in _JOINS else before), iso


def _number(month: str) -> int:
    return _MONTHS.index(month[:3].lower()) + 1


def _iso(year: str, month: str | int | None, day: str | int | None) -> str | None:
    try:
        date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        return None
    return "-".join([year, *(f"{int(part):02d}" for part in (month, day) if part)])
