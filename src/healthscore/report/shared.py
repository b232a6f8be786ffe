"""What the articles of a folder share, below their table: templates and the sentences that most of them have."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath
from typing import Protocol

from rich.console import RenderableType
from rich.padding import Padding

from healthscore.checks.base import counted
from healthscore.report.look import Look
from healthscore.report.words import shorten

_TEMPLATES = 5
_NAMED = 6  # articles of one template
_SENTENCES = 5
_WIDTH = 160
_QUOTES = "“”\"' "


class Common(Protocol):
    """A sentence that several articles have."""

    @property
    def quote(self) -> str:
        """The sentence as one of them has it."""

    @property
    def articles(self) -> Sequence[str]:
        """The names of all of them."""


class Shares(Protocol):
    """What articles share, as a ``Folder`` tells it."""

    @property
    def name(self) -> str:
        """What the articles are called together."""

    @property
    def templates(self) -> Sequence[Sequence[str]]:
        """The names of the articles of each template."""

    @property
    def common_sentences(self) -> Sequence[Common]:
        """The sentences that several articles have."""


def shared(folder: Shares, look: Look) -> list[RenderableType]:
    """Nothing where no two articles share a template or a sentence."""
    parts: list[RenderableType] = []
    if folder.templates:
        parts.append(look.text("made from one template", "bold"))
        parts += [_indented(listed(names), look) for names in folder.templates[:_TEMPLATES]]
        parts += [*_rest(len(folder.templates) - _TEMPLATES, "template", look), ""]
    if folder.common_sentences:
        parts.append(look.text("sentences that most articles share", "bold"))
        parts += [
            _indented(
                f"{counted(len(common.articles), 'article')}: “{shorten(common.quote.strip(_QUOTES), _WIDTH)}”",
                look,
            )
            for common in folder.common_sentences[:_SENTENCES]
        ]
        parts += [*_rest(len(folder.common_sentences) - _SENTENCES, "sentence", look), ""]
    return parts


def listed(names: Sequence[str]) -> str:
    """How many, and the first of them, without their folders where that tells them apart."""
    more = len(names) - _NAMED
    short = [PurePath(name).name for name in names]
    named = ", ".join((short if len({*short}) == len(names) else names)[:_NAMED])
    return f"{counted(len(names), 'article')}: {named}{f' and {more} more' if more > 0 else ''}"


def _rest(more: int, noun: str, look: Look) -> list[RenderableType]:
    return [_indented(f"and {more} more {noun}{'s' if more > 1 else ''}", look, "dim")] if more > 0 else []


def _indented(said: str, look: Look, style: str = "") -> RenderableType:
    return Padding(look.text(said, style), (0, 0, 0, 2))
