"""Lexicon files: what cues there are, as data.

A lexicon is a TOML file in ``lexicons/`` with a ``category``, its ``origin`` and ``licence``, and groups of
phrases that share attributes::

    [[cues]]
    kind = "modal"
    certainty = 0.5
    phrases = ["may", "might", "suggest~", "stud(y|ies)", "(it|this) (is|has been) claimed"]

How phrases are written is told in ``patterns``. A category may be spread over several files. A file with
``matched = false`` is a set of words to look up (``words``); they are no cues. Where the same is said of each of many
things, ``[[frames]]`` are groups without a kind, with ``{}`` in their phrases, and ``[fillings]`` says by kind what goes
there.

To read and compile them all takes longer than to read an article. An installation therefore leaves what comes of it
in a file beside them (``build``); where there is none, or one made of other lexicons or by other code, it is done anew.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Any

import rtoml
from msgspec import Raw, Struct, msgpack
from msgspec.structs import replace

from healthscore.built import keep, kept
from healthscore.language.compiled import Compiled, compiled
from healthscore.language.patterns import expand

_BLANK = "{}"  # in a frame, where a filling goes
_FOLDER = Path(__file__).with_name("lexicons")
_BUILT = _FOLDER / "compiled.msgpack"
_MAKERS = [Path(__file__).with_name(f"{name}.py") for name in ("compiled", "lexicon", "patterns", "tokens")]

Attributes = Mapping[str, str | int | float | bool]


class Entry(Struct, frozen=True, eq=False, array_like=True):
    """One group of a lexicon: its category, kind and attributes, and the phrases that share them, as written."""

    category: str
    kind: str
    attributes: Attributes
    phrases: tuple[str, ...]
    matched: bool = True


_ENTRY = msgpack.Decoder(Entry)
_WORDS = msgpack.Decoder(frozenset[str])


class _Kept(Struct, frozen=True, array_like=True):
    """The entries of all lexicons, the numbers of those of each category, and the phrases of those that are matched.

    An entry is taken apart when it is asked for, as few of them are, and so are the single ``words`` of a category and
    kind. The phrases of those that are not matched are spread out.
    """

    entries: tuple[Raw, ...]
    numbers: dict[str, list[int]]
    words: dict[str, Raw]
    compiled: Compiled


class Lexicons:
    """The groups of all lexicons by their number, and the phrases of those that are matched."""

    def __init__(self, encoded: bytes) -> None:
        """As an installation keeps them."""
        found = msgpack.decode(encoded, type=_Kept)
        self.compiled = found.compiled
        self._encoded, self._numbers, self._words = found.entries, found.numbers, found.words
        self._known: dict[int, Entry] = {}

    def entry(self, number: int) -> Entry:
        """The group with that number; always the same one."""
        if number not in self._known:
            self._known.setdefault(number, _ENTRY.decode(self._encoded[number]))
        return self._known[number]

    def of(self, category: str | None) -> Iterator[Entry]:
        """The groups of a category, or of all, in order."""
        everything = range(len(self._encoded))
        return map(self.entry, everything if category is None else self._numbers.get(category, ()))

    def words(self, category: str, kind: str) -> frozenset[str]:
        """The single words of one kind."""
        key = _key(category, kind)
        return _WORDS.decode(self._words[key]) if key in self._words else frozenset()


def entries(category: str, kind: str | None = None) -> Iterator[tuple[str, Entry]]:
    """Every phrase of one category, or kind, of the shipped lexicons, expanded to plain words, with its entry."""
    for entry in groups(category):
        if kind in (None, entry.kind):
            yield from ((phrase, entry) for phrase in (_spread(entry) if entry.matched else entry.phrases))


def groups(category: str | None = None) -> Iterator[Entry]:
    """The groups of the shipped lexicons, or of one category.

    Their phrases are as written, but those of words to look up are expanded.
    """
    return shipped().of(category)


@cache
def shipped() -> Lexicons:
    """The shipped lexicons, as an installation has built them where they are still the same."""
    return Lexicons(kept(_BUILT, _sources()) or _made())


def build() -> Path:
    """Leave the compiled lexicons beside the lexicons, and say where; every installation does so."""
    return keep(_BUILT, _sources(), _made())


def _sources() -> list[Path]:
    return [*_lexicons(), *_MAKERS]


def _lexicons() -> list[Path]:
    return sorted(_FOLDER.glob("*.toml"))


def _made() -> bytes:
    found = [entry for path in _lexicons() for entry in parse(path.read_text(encoding="utf-8"))]
    numbers: dict[str, list[int]] = {}
    for number, entry in enumerate(found):
        numbers.setdefault(entry.category, []).append(number)
    patterns = compiled((n, phrase) for n, e in enumerate(found) if e.matched for phrase in e.phrases)
    plain = [entry if entry.matched else replace(entry, phrases=_spread(entry)) for entry in found]
    words: dict[str, list[str]] = {}
    for entry in found:
        single = words.setdefault(_key(entry.category, entry.kind), [])
        single += (phrase for phrase in _spread(entry) if " " not in phrase)
    return msgpack.encode((plain, numbers, words, patterns))


def _key(category: str, kind: str) -> str:
    return f"{category} {kind}"


def _spread(entry: Entry) -> tuple[str, ...]:
    return tuple(chain.from_iterable(map(expand, entry.phrases)))


def parse(toml: str) -> Iterator[Entry]:
    """The entries of one lexicon file."""
    data = rtoml.loads(toml)
    for group in (*data.get("cues", ()), *_filled(data)):
        attributes = {k: v for k, v in group.items() if k not in ("kind", "phrases")}
        phrases = tuple(group["phrases"])
        yield Entry(
            data["category"],
            group.get("kind", ""),
            attributes,
            phrases,
            data.get("matched", True),
        )


def _filled(data: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """Every frame of a file with every filling in it, as a group of the filling's kind."""
    for frame in data.get("frames", ()):
        for kind, filling in data["fillings"].items():
            phrases = [phrase.replace(_BLANK, filling) for phrase in frame["phrases"]]
            yield {**frame, "kind": kind, "phrases": phrases}


@cache
def words(category: str, kind: str) -> frozenset[str]:
    """The single words of one kind, for questions about one token."""
    return shipped().words(category, kind)
