"""Every regular expression of the package, and texts that would keep a careless one busy for ever."""

from __future__ import annotations

import ast
import pkgutil
import re
from collections.abc import Iterator, Mapping
from importlib import import_module
from inspect import Parameter, signature
from pathlib import Path

import healthscore
from healthscore.regexes import when_needed

_METHODS = {"search", "match", "fullmatch", "sub", "subn", "split", "findall", "finditer"}
_CONTAINERS = (tuple, list, set, frozenset)
_WORDS = re.compile(r"[A-Za-z]{2,12}")
UNITS = (
    "a", "A", "1", "é", " ", "\n", "\t", ".", ",", "-", "–", "(", "[", "<", '"', "'", "“", "*", "_", "=", "/", ":", ";", "|",
    "©", "\u200b", "\u0430", "a ", "A ", "1,", "1.", "1 ", "a-", "a.", "A.", "a/", "a\n", "Aa ", "(a", "[1", "[1,", "<a ",
    "</", "by ", ": ", " - ", "a, ", "A, ", "and ", "19", "2020 ", "10.1/", "http://a.", "a@", "a'", "1%", "x=", "$1",
)  # fmt: skip
# Patterns that take the square of what they search, and why they are never given much of it.
BOUNDED: Mapping[str, str] = {
    "healthscore.checks.consistency.parts._NUMBERED.0": "only matched, at the start of a heading",
    "healthscore.language.patterns._DOUBLING.0": "given verbs of the lexicons",
    "healthscore.language.sentences._DASH.0": "only matched, where a sentence might end",
    "healthscore.language.sources.attributed._NAMED.0": "only matched, at the start of a sentence",
    "healthscore.language.sources.references._NUMBER.0": "only matched, at the start of a reference",
    "healthscore.language.sources.shapes._BEFORE.0": "given the 60 characters before a year",
    "healthscore.language.sources.shapes._PAIR.0": "given a citation, of some 300 characters at most",
    "healthscore.reading.docx.inline._NUMBERS.0": "only matched, with the whole of a raised piece",
    "healthscore.reading.docx.inline._ADDRESS.0": "only matched, at the start of a field's instruction",
    "healthscore.reading.formats._PAGE.0": "only matched, at the start of a text",
    "healthscore.reading.html.styles._SIMPLE.0": "only matched, with the whole of a selector",
    "healthscore.reading.html.titles._PARTS.0": "given titles without runs of white space",
    "healthscore.reading.date_lines._PART.0": "given lines of 600 characters at most",
    "healthscore.reading.date_lines._AFTER_DATE.0": "only matched, right after a date",
    "healthscore.reading.names._JOINED.0": "given the first 600 characters of a byline",
    "healthscore.reading.pdf.furniture._PAGE_NUMBER.0": "only matched, with the whole of a line",
    "healthscore.reading.pdf.page._MARKER.0": "only matched, with the whole of a word",
}  # fmt: skip


def patterns() -> dict[str, re.Pattern[str]]:
    """The compiled patterns that modules hold or make, and those written where they are used, by where they are."""
    found: dict[str, re.Pattern[str]] = {}
    for module in pkgutil.walk_packages(healthscore.__path__, "healthscore."):
        if module.name.endswith("__main__"):
            continue
        loaded = import_module(module.name)
        for name, value in vars(loaded).items():
            for number, pattern in enumerate(_within(value, module.name)):
                found[f"{module.name}.{name}.{number}"] = pattern
        if loaded.__file__:
            for line, pattern in _written(Path(loaded.__file__)):
                found[f"{module.name}:{line}"] = pattern
    unique = {(pattern.pattern, pattern.flags): (where, pattern) for where, pattern in found.items()}
    return dict(unique.values())


def _within(value: object, module: str) -> Iterator[re.Pattern[str]]:
    if isinstance(value, re.Pattern):
        if isinstance(value.pattern, str):
            yield value
    elif isinstance(value, Mapping):
        yield from (pattern for each in value.values() for pattern in _within(each, module))
    elif isinstance(value, _CONTAINERS):
        yield from (pattern for each in value for pattern in _within(each, module))
    elif (
        hasattr(value, "cache_info")
        and getattr(value, "__module__", "") in (module, when_needed.__module__)
        and _needs_nothing(value)
    ):
        yield from _within(value(), module)  # type: ignore[operator]


def _needs_nothing(function: object) -> bool:
    return all(p.default is not Parameter.empty for p in signature(function).parameters.values())  # type: ignore[arg-type]


def _written(file: Path) -> Iterator[tuple[int, re.Pattern[str]]]:
    """Patterns given to ``re.search`` and its like as they stand."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and isinstance(node.func.value, ast.Name)
            and node.func.value.id == "re"
            and node.func.attr in _METHODS
            and node.args
            and isinstance(node.args[0], ast.Constant)
            and isinstance(node.args[0].value, str)
        ):
            yield node.lineno, re.compile(node.args[0].value)


def baits(pattern: re.Pattern[str], length: int) -> Iterator[str]:
    """Long texts of what the pattern looks for, over and over, without what would end it."""
    words = list(dict.fromkeys(_WORDS.findall(pattern.pattern)))[:8]
    for unit in (*UNITS, *words, *(f"{word} " for word in words)):
        yield unit * (length // len(unit)) + "\x00"
    for word in words[:3]:
        yield f"{word} " + "a " * (length // 2) + "\x00"
