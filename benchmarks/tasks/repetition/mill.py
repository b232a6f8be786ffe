"""The articles of a mill: spins of a few templates of our own, each about another remedy and another trouble."""

from __future__ import annotations

import random
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from tasks.repetition.planting import draw

SPINS = (2, 3, 4, 6, 8, 12)  # of a template, one number after the other: a mill of two is the hardest to see
USUAL = 0.85  # how often a sentence is written in the first way

_FILE = Path(__file__).with_name("mill.toml")


@dataclass(frozen=True, slots=True)
class Spin:
    """An article made from a template."""

    name: str
    template: str
    text: str


def spins() -> Iterator[Spin]:
    """The spins of every template, always the same.

    No two spins of a template have the remedy or the trouble in common. About two sentences in three do not name them;
    of each there are two ways to write it. So two spins have about half of their sentences word for word in common.
    """
    data = _data()
    for template, number in zip(data["templates"], SPINS, strict=True):
        chance = draw("mill", template["name"])
        remedies = chance.sample(data["remedies"], number)
        conditions = chance.sample(data["conditions"], number)
        for place, (remedy, condition) in enumerate(zip(remedies, conditions, strict=True), 1):
            text = _spun(template, _topic(remedy, condition), chance)
            yield Spin(f"{template['name']}-{place:02}", template["name"], text)


def _spun(template: Mapping[str, Any], topic: Mapping[str, str], chance: random.Random) -> str:
    paragraphs = (
        " ".join(chance.choices(ways, (USUAL, 1 - USUAL))[0].format_map(topic) for ways in paragraph)
        for paragraph in template["paragraphs"]
    )
    return "\n\n".join([f"# {template['title'].format_map(topic)}", *paragraphs]) + "\n"


def _topic(remedy: Sequence[str], condition: Sequence[str]) -> dict[str, str]:
    names = ("remedy", "plant", "condition", "part", "benefit")
    topic = dict(zip(names, (*remedy, *condition), strict=True))
    return topic | {name.capitalize(): value[0].upper() + value[1:] for name, value in topic.items()}


@cache
def _data() -> Mapping[str, Any]:
    return tomllib.loads(_FILE.read_text(encoding="utf-8"))
