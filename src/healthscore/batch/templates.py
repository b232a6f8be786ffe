"""Which articles of a corpus were made from one template: compared at the end, in a process of its own."""

from __future__ import annotations

import heapq
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct, field

from healthscore.batch.store import Store
from healthscore.scoring import folder_of

if TYPE_CHECKING:
    from healthscore.across import Sketch

_SENTENCES = 100  # common to articles; of so many it is told who has them


class Common(Struct, frozen=True):
    """A sentence and the names of all articles that have it; of a module that costs the leading process nothing."""

    quote: str
    articles: tuple[str, ...]


class Compared(Struct, frozen=True):
    """What ``articles`` of a corpus share, under the names that a ``Folder`` has for it."""

    articles: int
    templates: tuple[tuple[str, ...], ...] = ()
    common_sentences: tuple[Common, ...] = ()
    name: str = ""


class Sample(Struct):
    """Up to ``most`` articles to be compared: of more those with the lowest keys, which are as good as drawn by lot.

    The same articles make the same sample, in whatever order they come.
    """

    most: int
    _heap: list[tuple[bytes, int, str]] = field(default_factory=list)
    _seen: int = 0

    def add(self, key: bytes, source: str) -> None:
        """Take an article, if there is room for it or one with a higher key."""
        self._seen += 1
        entry = (_inverted(key), -self._seen, source)
        if len(self._heap) < self.most:
            heapq.heappush(self._heap, entry)
        elif self.most:
            heapq.heappushpop(self._heap, entry)

    @property
    def chosen(self) -> list[tuple[bytes, str]]:
        """The keys and names of those taken, in the order in which they came."""
        in_order = sorted(self._heap, key=lambda entry: -entry[1])
        return [(_inverted(key), source) for key, _, source in in_order]


class Comparer(Struct, frozen=True):
    """The work: hold the sketches of some articles, which are in the store at ``path``, against each other."""

    path: Path

    def __call__(self, chosen: Sequence[tuple[bytes, str]]) -> Compared:
        """What they share."""
        with Store(self.path) as store:
            folder = folder_of(_sketches(store, chosen), "")
        found = tuple(Common(one.quote, one.articles) for one in folder.common_sentences[:_SENTENCES])
        return Compared(len(folder.sketches), folder.templates, found)


def _sketches(store: Store, chosen: Sequence[tuple[bytes, str]]) -> Iterator[Sketch]:
    from healthscore.batch.sketches import unpacked  # with numpy and scipy: never in the process that leads

    for key, source in chosen:
        if data := store.sketch(key):
            yield unpacked(data, source)


def _inverted(key: bytes) -> bytes:
    """A key that sorts the other way round: the heap gives up its lowest, and should give up the highest key."""
    return bytes(255 - byte for byte in key)
