"""A calibration as the two files it leaves: a rubric on top of another, and its card."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

import yaml

from healthscore._version import __version__
from healthscore.checks.base import counted
from healthscore.report.markdown import inert
from healthscore.rubric.schema import SCHEMA, Criterion, Dimension

if TYPE_CHECKING:
    from healthscore.study.agreement import Estimate
    from healthscore.study.calibration import Calibration

MANY = 100
"""Articles under which the card warns that the figures are unsure."""
_FIGURES = (("Spearman", "spearman"), ("ICC", "icc"), ("weighted kappa", "weighted_kappa"))
_HEAD = "# Written by `healthscore calibrate`: what was fitted to people's ratings. All else is as in the one it extends.\n"
_METHOD = (
    "Each criterion keeps its measure and its direction, and becomes a straight line from the lowest value seen to the "
    "90th percentile of those above it. A ridge regression whose weights may not be negative weighs the lines of a "
    "dimension; the two ratings at their ends are the least-squares fit to people's mean within the scale. Where people "
    "gave only the two ends of the scale, both verdicts count alike, and the middle of the scale is where as many "
    "articles pass as passed with people. A criterion that earns nothing has weight 0. Where people rated the whole, the "
    "dimensions' weights are fitted to it, with the rubric's own counting as much as 30 articles, and each keeps at least "
    "a tenth of its own. Caps, conditions and what withholds a rating stay."
)
_FOLDS = (
    "Each figure holds ratings against the mean of the people's, after: from five folds, so that no article was rated "
    "by numbers that were fitted to it. In brackets the 95 % interval, from 1,000 resamples of the articles; it does not "
    "tell how the fit itself would vary. Before flatters a rubric that was made with these articles in view. Gain: the "
    "ICC after less that before."
)


def as_yaml(found: Calibration, extends: str) -> str:
    """The rubric file: what has changed, on top of ``extends``, a shipped rubric's id or a path beside the file."""
    document = {
        "extends": extends,
        "schema": SCHEMA,
        "id": found.rubric.id,
        "version": found.rubric.version,
        "title": found.rubric.title,
        "source": found.rubric.source,
        "dimensions": [
            _dimension(old, new)
            for old, new in zip(found.base.dimensions, found.rubric.dimensions, strict=True)
            if old != new
        ],
    }
    return written(document, _HEAD)


def written(document: Mapping[str, Any], head: str) -> str:
    """A rubric file with this content, under ``head``, lines of comment."""
    return head + yaml.dump(
        document, Dumper=_Dumper, sort_keys=False, default_flow_style=None, width=110, allow_unicode=True
    )


class _Dumper(yaml.SafeDumper):
    """Writes the points of a curve on one line."""


def _sequence(dumper: yaml.SafeDumper, items: list[Any]) -> yaml.SequenceNode:
    points = bool(items) and all(isinstance(item, list) for item in items)
    return dumper.represent_sequence("tag:yaml.org,2002:seq", items, flow_style=points or None)


_Dumper.add_representer(list, _sequence)


def _dimension(old: Dimension, new: Dimension) -> dict[str, Any]:
    criteria = [_criterion(b, a) for b, a in zip(old.criteria, new.criteria, strict=True) if a != b]
    return (
        {"id": new.id}
        | ({"weight": new.weight} if new.weight != old.weight else {})
        | ({"criteria": criteria} if criteria else {})
    )


def _criterion(old: Criterion, new: Criterion) -> dict[str, Any]:
    curve = {"ratings": [list(point) for point in new.ratings]} if new.ratings != old.ratings else {}
    return {"id": new.id, "weight": new.weight} | curve


def as_card(found: Calibration) -> str:
    """What the rubric was made from, how, and what it is worth, for whoever is to use it."""
    base, new, from_ = found.base, found.rubric, found.provenance
    lines = [
        f"# {new.id}",
        f"{inert(new.title)}. Version {new.version}, {from_.date or 'undated'}, by healthscore {__version__}; on top of "
        f"{base.id} {base.version} (SHA-256 {base.sha256}), for which alone these figures hold.",
        *(f"**{warning}**" for warning in _warnings(found)),
        "## Data",
        "\n".join(_data(found)),
        f"Licence: {inert(from_.licence or 'not stated')}",
        "## Method",
        _METHOD,
        "\n".join(_fate(found)),
        "## Agreement with people",
        _FOLDS,
        "\n".join(_table(found)),
    ]
    return "\n\n".join(lines) + "\n"


def _warnings(found: Calibration) -> Iterator[str]:
    if found.losses:
        yield (
            f"This calibration should not be used: on {', '.join(found.losses)} it agrees with people no better than "
            f"{found.base.id} does as it is."
        )
    unsure = [i for i, gain in found.gains.items() if i not in found.losses and not (gain.low or 0.0) > 0]
    if unsure:
        yield f"That it is better on {', '.join(unsure)} may be chance: the interval of the gain holds zero."
    if found.articles < MANY:
        yield f"There are only {found.articles} articles: the intervals are wide, and other articles may differ."


def _data(found: Calibration) -> Iterator[str]:
    from_ = found.provenance
    yield f"- {found.articles} articles with measures and ratings"
    yield f"- {counted(len(found.raters), 'rater')}: {', '.join(map(inert, found.raters))}"
    if from_.source:
        yield f"- source: {inert(from_.source)}"
    for name, sha256 in from_.files:
        yield f"- file {inert(name)}, SHA-256 {sha256}"
    if found.ignored:
        yield f"- not used, for the rubric has no such dimension: {', '.join(map(inert, found.ignored))}"


def _fate(found: Calibration) -> Iterator[str]:
    yield f"- fitted: {', '.join(found.fitted)}"
    for why in dict.fromkeys(found.kept.values()):
        yield f"- as before: {', '.join(item for item, said in found.kept.items() if said == why)} ({why})"


def _table(found: Calibration) -> Iterator[str]:
    yield f"| item | | articles | {' | '.join(name for name, _ in _FIGURES)} | gain |"
    yield "|---|---|---:|---:|---:|---:|---:|"
    for old, new in zip(found.before, found.after, strict=True):
        for when, one in (("before", old), ("after", new)):
            figures = [_shown(one.estimates[key]) for _, key in _FIGURES]
            gain = _shown(found.gains[one.item]) if one is new else ""
            yield f"| {one.item} | {when} | {one.articles} | {' | '.join(figures)} | {gain} |"


def _shown(estimate: Estimate) -> str:
    if estimate.value is None:
        return "none"
    if estimate.low is None or estimate.high is None:
        return f"{estimate.value:.2f}"
    return f"{estimate.value:.2f} ({estimate.low:.2f} to {estimate.high:.2f})"
