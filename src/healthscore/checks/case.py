"""Cases: for each rule, texts in which it finds something and near-misses that it leaves alone, as data.

They stand in ``cases/<dimension>.toml``, by the name of the rule. A case names its topic, the corner of health that
it is about, so that no rule is right about one complaint only; a text that is found also has ``quotes``, the parts
that the rule must point at. Tests run them all, and ``healthscore explain`` shows them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

import rtoml
from msgspec import Struct


class Case(Struct, frozen=True):
    """A text, the topic it is about, the parts of it that a rule must point at, and other articles of its folder."""

    topic: str
    text: str
    quotes: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()


class Cases(Struct, frozen=True):
    """What a rule finds, and what it leaves alone."""

    found: tuple[Case, ...]
    near_misses: tuple[Case, ...]


@cache
def cases(dimension: str) -> Mapping[str, Cases]:
    """The cases of one dimension by rule id."""
    data = rtoml.load(Path(__file__).parent / "cases" / f"{dimension}.toml")
    return MappingProxyType(
        {
            f"{dimension}/{name}": Cases(_read(kinds["found"]), _read(kinds["near_misses"]))
            for name, kinds in data.items()
        }
    )


def _read(tables: Iterable[Mapping[str, Any]]) -> tuple[Case, ...]:
    return tuple(
        Case(t["topic"], t["text"].strip(), tuple(t.get("quotes", ())), tuple(t.get("beside", ())))
        for t in tables
    )
