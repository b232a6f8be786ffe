"""Repetition across the articles of a folder: are a mill's spins put together, and is the rest left apart?

A folder has a number of background texts, real ones as far as there are any and then made ones, and the spins of
six templates besides, two to twelve of each. A spin is found where a cluster has it together with at least half of
the other spins of its template.
"""

from __future__ import annotations

import resource
import sys
import time
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory

from healthscore import Article, read
from healthscore.scoring import folder_of, sketch
from tasks.base import Figures, share
from tasks.repetition.mill import Spin, spins
from tasks.repetition.planting import draw
from tasks.repetition.pseudo import PseudoTexts

Clusters = Sequence[Sequence[str]]
REAL, MADE, SPUN = "real", "made", "mill"  # how the names of a folder's files begin


@dataclass(frozen=True, slots=True)
class Run:
    """What was said of a folder, and at what cost: seconds of processor time, reading included, and the process's peak memory."""

    clusters: Clusters
    seconds: float
    megabytes: float


def across(articles: Iterable[Article]) -> Clusters:
    """The names of the articles of each template that the library reports."""
    return folder_of(map(sketch, articles), "benchmark").templates


def measure(texts: Sequence[str], sizes: Sequence[int]) -> Figures:
    """The figures for a folder of each size, and how many times the largest takes the time of the smallest."""
    planted = [*spins()]
    runs = {size: run(dict(folder(texts, size, planted))) for size in sorted(set(sizes))}
    figures: dict[str, int | float | list[float] | None] = {}
    for size, done in runs.items():
        figures |= figures_of(done.clusters, planted, size, min(size, len(set(texts))))
        figures |= {
            f"seconds_{size}": round(done.seconds, 2),
            f"peak_megabytes_{size}": round(done.megabytes, 1),
        }
    if len(runs) > 1:
        figures["time_ratio"] = round(runs[max(runs)].seconds / runs[min(runs)].seconds, 2)
    return figures


def folder(texts: Sequence[str], size: int, planted: Sequence[Spin]) -> Iterable[tuple[str, str]]:
    """The names and texts of a folder: ``size`` background texts, no two the same, and the spins."""
    real = sorted(set(texts))
    chance = draw("folder", str(size))
    for number, text in enumerate(chance.sample(real, min(size, len(real))), 1):
        yield f"{REAL}-{number:05}", text
    if size > len(real):
        source = PseudoTexts(real)
        for number in range(1, size - len(real) + 1):
            yield f"{MADE}-{number:05}", source.text(chance)
    for spin in planted:
        yield f"{SPUN}-{spin.name}", spin.text


def run(texts: Mapping[str, str]) -> Run:
    """Ask the library about these texts as files of a folder, in a process of its own."""
    with TemporaryDirectory() as place:
        for name, text in texts.items():
            (Path(place) / f"{name}.txt").write_text(text, encoding="utf-8")
        # not a child of this process, whose own memory would count as the child's
        with ProcessPoolExecutor(1, mp_context=get_context("forkserver")) as alone:
            return alone.submit(_run, place).result()


def _run(place: str) -> Run:
    start = time.process_time()
    found = across(read(path) for path in sorted(Path(place).iterdir()))
    seconds = time.process_time() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    clusters = [[Path(name).stem for name in cluster] for cluster in found]
    return Run(clusters, seconds, peak / (2**20 if sys.platform == "darwin" else 2**10))


def figures_of(clusters: Clusters, planted: Sequence[Spin], size: int, real: int) -> Figures:
    """The share of spins that are found, and of background texts that are in any cluster."""
    names = {f"{SPUN}-{spin.name}": spin.template for spin in planted}
    sets = [frozenset(cluster) for cluster in clusters]
    found = [_is_found(name, names, sets) for name in names]
    blamed = {name for cluster in sets for name in cluster if name not in names}
    by_origin = {kind: sum(name.startswith(f"{kind}-") for name in blamed) for kind in (REAL, MADE)}
    return {
        f"recall_spins_{size}": share(sum(found), len(found)),
        f"spins_{size}": len(found),
        f"background_in_clusters_{size}": share(len(blamed), size),
        f"real_in_clusters_{size}": share(by_origin[REAL], real),
        f"made_in_clusters_{size}": share(by_origin[MADE], size - real),
        f"real_{size}": real,
        f"made_{size}": size - real,
    }


def _is_found(name: str, templates: Mapping[str, str], clusters: Sequence[frozenset[str]]) -> bool:
    siblings = {other for other, template in templates.items() if template == templates[name]} - {name}
    return any(name in cluster and 2 * len(siblings & cluster) >= len(siblings) for cluster in clusters)
