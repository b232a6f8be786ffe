"""Front matter: the YAML or TOML between two rules at the top of a Markdown file."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from healthscore.regexes import when_needed

_FENCES = (("---", ("---", "...")), ("+++", ("+++",)))
_LONGEST = 20_000  # characters
_ENTRY = when_needed(r"[A-Za-z_][\w -]{0,40}\s?[:=]")
_UNREADABLE = "front matter could not be understood and was skipped"


class FrontMatter(Struct, frozen=True):
    """How far it reaches (0 where there is none), what it declares, and a note where it is broken."""

    end: int
    declared: Mapping[str, object]
    notes: tuple[str, ...] = ()


NONE = FrontMatter(0, {})


def front_matter(text: str) -> FrontMatter:
    """The front matter of a Markdown text."""
    start = 1 if text.startswith("\ufeff") else 0
    for fence, closings in _FENCES:
        if not text.startswith(fence, start) or text[start + 3 : start + 200].split("\n")[0].strip():
            continue
        begin = text.find("\n", start) + 1
        end, after = _closing(text, begin, closings)
        if begin and end >= 0:
            return _parsed(text[begin:end], after, fence)
    return NONE


def _closing(text: str, begin: int, closings: tuple[str, ...]) -> tuple[int, int]:
    """Where the closing rule begins and where the line after it does, or -1."""
    at = begin
    for line in text[begin : begin + _LONGEST].split("\n"):
        if line.rstrip() in closings:
            return at, min(at + len(line) + 1, len(text))
        at += len(line) + 1
    return -1, -1


def _parsed(content: str, end: int, fence: str) -> FrontMatter:
    try:
        declared = _load(content, fence)
    except Exception:  # YAML constructors raise whatever a value makes them raise
        declared = None
    if isinstance(declared, Mapping):
        return FrontMatter(end, {str(key): value for key, value in declared.items()})
    entries = [line for line in content.split("\n") if line.strip()]
    if sum(_ENTRY().match(line) is not None for line in entries) * 2 > len(entries):
        return FrontMatter(end, {}, (_UNREADABLE,))
    return NONE  # two thematic breaks around ordinary text


def _load(content: str, fence: str) -> object:
    if fence == "+++":
        import tomllib

        return tomllib.loads(content)
    import yaml  # slow to import

    return yaml.safe_load(content)
