"""Plant one sentence that contradicts a page into a trusted page: is the pair of sentences found?

A claim of the page is picked by patterns, its opposite written in other words and put into another section, at
least three sentences away: one planted sentence for a variant of the page. It is caught if a consistency finding
points at both sentences.

Each claim that is picked is planted twice, at the same place, once in each of two styles. The ``plain`` one is the
direct, formulaic prose of content mills, blogs and shops ("Experts agree that X does not cause Y."), the ``idiomatic``
one says it in a roundabout way or by a figure of speech ("X cannot be blamed for Y."). The patterns and all the
wording of both styles, in ``templates.toml``, were written apart from the lexicons of healthscore, by somebody who
had not read those: the task must not be the rules' words read backwards.

``recall`` is the share of the plain plants that are caught, ``touched`` the share where at least some consistency
finding points at the planted sentence; ``recall_idiomatic`` and ``touched_idiomatic`` are the same of the others.
``newly_blamed_elsewhere`` is the share of all plants with a consistency error or warning that the untouched page did
not have and that does not point at the plant. The shares of untouched pages with a consistency error, or with an
error or warning (a conflict), are false alarms until read.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from articles import DataError, articles
from healthscore import Report
from tasks.base import Figures, Task, share_of
from tasks.inject.claims import KINDS
from tasks.inject.outcomes import Outcome, accused, outcomes
from tasks.inject.planting import Plant, plants
from tasks.inject.templates import STYLES

__all__ = ["TASK", "Outcome", "Plant", "measure", "outcomes", "plants", "rows"]


def measure(files: Sequence[Path], fit: bool) -> Figures:
    """The figures for one set of trusted pages; there is nothing to fit."""
    untouched, found = _outcomes(files[0])
    plain, idiomatic = ([outcome for outcome in found if outcome.plant.style == style] for style in STYLES)
    return {
        **_figures("", plain),
        "n_plants": len(plain),
        **_counts("", plain),
        **_figures("_idiomatic", idiomatic),
        "n_idiomatic": len(idiomatic),
        **_counts("_idiomatic", idiomatic),
        "newly_blamed_elsewhere": share_of([outcome.newly_blamed_elsewhere for outcome in found]),
        "pages": len(untouched),
        "untouched_error_share": share_of([accused(report, "error") for report in untouched]),
        "untouched_conflict_share": share_of([accused(report, "error", "warning") for report in untouched]),
    }


def rows(files: Sequence[Path]) -> Iterator[Mapping[str, object]]:
    """Each plant in words, and what became of it."""
    for outcome in _outcomes(files[0])[1]:
        yield {
            "page": outcome.plant.page.source,
            "kind": outcome.plant.kind,
            "pattern": outcome.plant.pattern,
            "style": outcome.plant.style,
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


def _figures(style: str, found: Sequence[Outcome]) -> dict[str, float | None]:
    return {
        f"recall{style}": share_of([outcome.caught for outcome in found]),
        **{
            f"recall{style}_{kind}": share_of(
                [outcome.caught for outcome in found if outcome.plant.kind == kind]
            )
            for kind in KINDS
        },
        f"touched{style}": share_of([outcome.touched for outcome in found]),
    }


def _counts(style: str, found: Sequence[Outcome]) -> dict[str, int]:
    return {f"n{style}_{kind}": sum(outcome.plant.kind == kind for outcome in found) for kind in KINDS}


TASK = Task(
    name="inject",
    summary="the share of planted self-contradictions that are found, by kind",
    files=("trusted articles",),
    measure=measure,
    rows=rows,
)
