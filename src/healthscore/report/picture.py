"""The Bland-Altman picture of an item: the difference of two raters against their mean, one point an article."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from healthscore.errors import HealthscoreError
from healthscore.study.agreement import Comparison

PANEL = 3.2  # inches, square
_ACROSS = 3
_SAME: dict[Any, Any] = {"svg.hashsalt": "healthscore", "svg.fonttype": "none"}  # the same bytes on every run


class PictureError(HealthscoreError):
    """A picture that cannot be drawn or written."""


def draw(comparisons: Sequence[Comparison], path: Path) -> None:
    """Write the picture, a panel an item; the ending of the path (svg, pdf, png) says in which form.

    J. M. Bland and D. G. Altman, Statistical methods for assessing agreement between two methods of clinical
    measurement, Lancet 327 (1986): the line is the mean difference, the dashed ones are the limits of agreement.

    Raises:
        PictureError: matplotlib is not installed, there is nothing to draw, or the file cannot be written.
    """
    try:
        import matplotlib
        from matplotlib.figure import Figure
    except ImportError:
        raise PictureError(
            "a picture needs matplotlib; install it with: pip install 'healthscore[study]'"
        ) from None
    shown = [one for one in comparisons if one.limits]
    if not shown:
        raise PictureError(f"{path}: no item has enough articles for a picture; leave out --picture")
    across = min(len(shown), _ACROSS)
    down = -(-len(shown) // across)
    with matplotlib.rc_context(_SAME):
        figure = Figure(figsize=(PANEL * across, PANEL * down), layout="constrained")
        panels = figure.subplots(down, across, squeeze=False, sharex=True, sharey=True).ravel()
        for axes, one in zip(panels, shown, strict=False):
            _panel(axes, one)
        for axes in panels[len(shown) :]:
            axes.set_visible(False)
        figure.supxlabel("mean of the two ratings", fontsize=9)
        figure.supylabel(f"{shown[0].first} less {shown[0].second}", fontsize=9)
        try:
            figure.savefig(path, dpi=200, metadata={"Date": None} if path.suffix == ".svg" else None)
        except (OSError, ValueError) as error:
            raise PictureError(
                f"{path}: the picture cannot be written ({error}); end it in .svg, .pdf or .png"
            ) from None


def _panel(axes: Any, one: Comparison) -> None:
    points = Counter((round((a + b) / 2, 2), round(a - b, 2)) for _, a, b in one.ratings)
    x, y = zip(*points, strict=True)
    axes.scatter(x, y, s=[18 * count for count in points.values()], alpha=0.6, color="#1b5e8c", linewidths=0)
    mean, (low, high) = one.estimates["difference"].value or 0.0, one.limits or (0.0, 0.0)
    axes.axhline(0, color="#bbbbbb", linewidth=0.8)
    axes.axhline(mean, color="#b3402a", linewidth=1.2)
    for limit in (low, high):
        axes.axhline(limit, color="#b3402a", linewidth=0.9, linestyle="--")
    axes.set_title(f"{one.item} (n = {one.articles})", fontsize=9)
    axes.tick_params(labelsize=8)
