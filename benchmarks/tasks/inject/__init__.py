"""Plant one sentence that contradicts a page into a trusted page: is the pair of sentences found?

A claim of the page is picked by patterns, its opposite written in other words and put into another section, at
least three sentences away: one planted sentence for a variant of the page. It is caught if a consistency finding
points at both sentences. The patterns and the sentences, in ``templates.toml``, were written apart from the
lexicons of healthscore, by somebody who had not read those: the task must not be the rules' words read backwards.

``recall`` is the share of plants that are caught, ``touched`` the share where at least some consistency finding
points at the planted sentence. ``newly_blamed_elsewhere`` is the share of plants with a consistency error or warning
that the untouched page did not have and that does not point at the plant. The shares of untouched pages with a
consistency error, or with an error or warning (a conflict), are false alarms until read.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from articles import DataError, articles
from healthscore import Report
from tasks.base import Figures, Task
from tasks.inject.claims import KINDS
from tasks.inject.outcomes import Outcome, accused, outcomes
from tasks.inject.planting import Plant, plants

__all__ = ["TASK", "Outcome", "Plant", "measure", "outcomes", "plants", "rows"]


def measure(files: Sequence[Path], fit: bool) -> Figures:
    """The figures for one set of trusted pages; there is nothing to fit."""
    untouched, found = _outcomes(files[0])
    recalls, counts = {}, {}
    for kind in KINDS:
        caught = [outcome.caught for outcome in found if outcome.plant.kind == kind]
        recalls[f"recall_{kind}"] = _share(caught)
        counts[f"n_{kind}"] = len(caught)
    return {
        "recall": _share([outcome.caught for outcome in found]),
        **recalls,
        "touched": _share([outcome.touched for outcome in found]),
        "newly_blamed_elsewhere": _share([outcome.newly_blamed_elsewhere for outcome in found]),
        "n_plants": len(found),
        **counts,
        "pages": len(untouched),
        "untouched_error_share": _share([accused(report, "error") for report in untouched]),
        "untouched_conflict_share": _share([accused(report, "error", "warning") for report in untouched]),
    }


def rows(files: Sequence[Path]) -> Iterator[Mapping[str, object]]:
    """Each plant in words, and what became of it."""
    for outcome in _outcomes(files[0])[1]:
        yield {
            "page": outcome.plant.page.source,
            "kind": outcome.plant.kind,
            "pattern": outcome.plant.pattern,
            "caught": outcome.caught,
            "rules": list(outcome.rules),
            "original": outcome.plant.original,
            "planted": outcome.plant.planted,
        }


def _outcomes(path: Path) -> tuple[list[Report], list[Outcome]]:
    untouched, found = outcomes(articles(path))
    if not found:
        raise DataError(f"{path}: no claim in it of which the opposite could be planted")
    return untouched, found


def _share(flags: Sequence[bool]) -> float | None:
    return round(sum(flags) / len(flags), 4) if flags else None


TASK = Task(
    name="inject",
    summary="the share of planted self-contradictions that are found, by kind",
    files=("trusted articles",),
    measure=measure,
    rows=rows,
)
