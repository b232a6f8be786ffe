"""Every rule and measure there is, and one pass of all of them over an article."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import cache
from types import MappingProxyType, ModuleType

from healthscore.checks.base import Evidence, Hit, Measure, Measurement, Rule
from healthscore.language.analysis import Analysis


@cache
def rules() -> Mapping[str, Rule]:
    """All rules by id, in the order of dimensions and of their modules."""
    return MappingProxyType(
        {r.id: r for module in _modules() for r in vars(module).values() if isinstance(r, Rule)}
    )


@cache
def documented() -> Mapping[str, Rule]:
    """Every rule with a manual: those that are put to articles, and those that are put to comments in them."""
    from healthscore.checks import suppression

    about_comments = (Rule(suppression.unused), Rule(suppression.not_understood))
    return MappingProxyType({**rules(), **{rule.id: rule for rule in about_comments}})


@cache
def measures() -> Mapping[str, Measure]:
    """All measures by name."""
    found = (m for module in _modules() for m in vars(module).values() if isinstance(m, Measure))
    return MappingProxyType({m.name: m for m in found})


def examine(
    analysis: Analysis, wanted: Collection[str] = ()
) -> tuple[Mapping[str, tuple[Hit, ...]], Mapping[str, Measurement]]:
    """All hits by rule id, and all measurements by name.

    On-demand measures only where ``wanted``, those across articles only where there is a folder.
    """
    hits = {id_: tuple(rule.find(analysis)) for id_, rule in rules().items()}
    evidence = Evidence(analysis, hits)
    chosen = (
        measure
        for measure in measures().values()
        if (not measure.on_demand or measure.name in wanted)
        and (not measure.across or analysis.shared is not None)
    )
    return hits, {m.name: m.compute(evidence) for m in chosen}


@cache
def _modules() -> tuple[ModuleType, ...]:
    from healthscore.checks import article, balance, consistency, hedging, repetition, sourcing

    return (article, sourcing, balance, hedging, repetition, consistency)
