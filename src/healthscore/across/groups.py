"""Groups of things that hang together."""

from __future__ import annotations

from collections.abc import Collection

import numpy as np
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components


def groups(size: int, pairs: Collection[tuple[int, int]]) -> list[list[int]]:
    """The numbers below ``size`` that the pairs join into groups of two or more, each in ascending order."""
    if not pairs:
        return []
    left, right = np.array(list(pairs)).T
    graph = coo_array((np.ones(len(left), dtype=np.uint8), (left, right)), shape=(size, size))
    _, labels = connected_components(graph, directed=False)
    found: dict[int, list[int]] = {}
    for item in np.unique((left, right)).tolist():
        found.setdefault(int(labels[item]), []).append(item)
    return list(found.values())
