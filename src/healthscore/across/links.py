"""Which statements of a folder may be alike: MinHash signatures in bands (locality-sensitive hashing).

Two statements with a Jaccard similarity ``s`` of their features fall into the same bucket of at least one band
with a probability of ``1 - (1 - s**ROWS) ** BANDS``: .65 at .4, .97 at .6, .016 at .1. In a bucket each is linked
to the next few only, so time and memory grow in proportion to the folder and not with its square.

Broder (1997), On the resemblance and containment of documents; Leskovec, Rajaraman and Ullman (2014), Mining of
Massive Datasets, chapter 3.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

ROWS, BANDS = 3, 16
_NEXT = 2  # how many of those that follow in its bucket a statement is linked to


def signatures(features: Sequence[Iterable[int]]) -> NDArray[np.uint32]:
    """One row of ``ROWS * BANDS`` values for each set of 32-bit features."""
    rows = np.empty((len(features), ROWS * BANDS), dtype=np.uint32)
    for row, own in zip(rows, features, strict=True):
        sketch = _empty().copy()
        sketch.update_batch(list(own))
        row[:] = sketch.hashvalues
    return rows


def links(signatures: NDArray[np.uint32], articles: NDArray[np.uint32]) -> list[tuple[int, int]]:
    """Pairs of rows of different articles that share a bucket, the earlier row first, in order."""
    found: set[tuple[int, int]] = set()
    for band in np.split(signatures, BANDS, axis=1):
        order = np.lexsort(band.T)
        for reach in range(1, _NEXT + 1):
            left, right = order[:-reach], order[reach:]
            together = np.all(band[left] == band[right], axis=1) & (articles[left] != articles[right])
            found.update(zip(left[together].tolist(), right[together].tolist(), strict=True))
    return sorted((min(pair), max(pair)) for pair in found)


@cache
def _empty() -> Any:
    from datasketch import MinHash

    return MinHash(num_perm=ROWS * BANDS, seed=1, hashfunc=int)
