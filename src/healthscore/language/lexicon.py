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

import zlib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import rtoml
from msgspec import MsgspecError, Struct, msgpack

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


class Lexicons(Struct, frozen=True):
    """The groups of all lexicons, and the phrases of those that are matched; ``made_of`` tells from what they were made."""

    made_of: int
    entries: tuple[Entry, ...]
    compiled: Compiled


def entries(category: str, kind: str | None = None) -> Iterator[tuple[str, Entry]]:
    """Every phrase of one category, or kind, of the shipped lexicons, expanded to plain words, with its entry."""
    for entry in groups(category):
        if kind not in (None, entry.kind):
            continue
        yield from ((plain, entry) for phrase in entry.phrases for plain in expand(phrase))


def groups(category: str | None = None) -> Iterator[Entry]:
    """The groups of the shipped lexicons, or of one category, with their phrases as written."""
    return iter(shipped().entries if category is None else _by_category().get(category, ()))


@cache
def shipped() -> Lexicons:
    """The shipped lexicons, as an installation has built them where they are still the same."""
    texts = [path.read_bytes() for path in sorted(_FOLDER.glob("*.toml"))]
    made_of = _sum_of([*texts, *(path.read_bytes() for path in _MAKERS if path.exists())])
    try:
        built = msgpack.decode(_BUILT.read_bytes(), type=Lexicons)
    except (OSError, MsgspecError):
        return _made(texts, made_of)
    return built if built.made_of == made_of else _made(texts, made_of)


def build() -> Path:
    """Leave the compiled lexicons beside the lexicons, and say where; every installation does so."""
    shipped.cache_clear()
    _BUILT.write_bytes(msgpack.encode(shipped()))
    return _BUILT


def _made(texts: Iterable[bytes], made_of: int) -> Lexicons:
    found = tuple(entry for text in texts for entry in parse(text.decode()))
    return Lexicons(
        made_of,
        found,
        compiled((n, phrase) for n, entry in enumerate(found) if entry.matched for phrase in entry.phrases),
    )


def _sum_of(parts: Iterable[bytes]) -> int:
    total = 0
    for part in parts:
        total = zlib.crc32(part, total)
    return total


@cache
def _by_category() -> Mapping[str, list[Entry]]:
    found: dict[str, list[Entry]] = {}
    for entry in shipped().entries:
        found.setdefault(entry.category, []).append(entry)
    return found


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
    return frozenset(phrase for phrase, _ in entries(category, kind) if " " not in phrase)
