"""How much of what articles say again in other words is found, and what is blamed in articles that repeat nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from healthscore import score
from labelled_articles import SOUND, LabelledArticle, labelled_articles
from tasks.base import Figures, Task, share


def measure(files: Sequence[Path], fit: bool) -> Figures:
    """The figures for one folder; there is nothing to fit."""
    parts = [part for one in labelled_articles(files[0]) for part in _parts(one)]
    restated = [told for _, told, kind, _ in parts if kind != SOUND]
    sound = [told for flawed, told, _, _ in parts if not flawed]
    return {
        "n": len(parts),
        "n_restated": len(restated),
        "found": share(sum(restated), len(restated)),
        "n_in_sound": len(sound),
        "blamed_in_sound": share(sum(sound), len(sound)),
    }


def rows(files: Sequence[Path]) -> Iterator[Mapping[str, object]]:
    """Each sentence that says again what was said, and whether that is found."""
    for one in labelled_articles(files[0]):
        for _, told, kind, text in _parts(one):
            if kind != SOUND:
                yield {"article": one.name, "found": told, "text": text}


def _parts(one: LabelledArticle) -> Iterator[tuple[bool, bool, str, str]]:
    """Of each part: whether its article repeats anything, whether a rule of repetition tells of it, its kind and text."""
    findings = (f for f in score(one.article).findings if f.dimension == "repetition")
    places = [place for finding in findings for place in finding.evidence]
    start = 0
    for end, kind in zip(one.ends, one.kinds, strict=True):
        told = any(place.start < end and start < place.end for place in places)
        yield one.flawed, told, kind, one.article.text[start:end].strip()
        start = end


TASK = Task(
    name="restated",
    summary="sentences that say again in other words what was said: how many a rule of repetition tells of",
    files=("a folder of JSON lines with article, text and kind",),
    measure=measure,
    rows=rows,
)
