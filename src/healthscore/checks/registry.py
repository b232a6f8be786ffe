"""Every rule and measure there is, and one pass of all of them over an article."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import cache
from types import MappingProxyType, ModuleType

from healthscore.article import Span
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
    """All hits by rule id, but for those that give way to others, and all measurements by name.

    On-demand measures, and the rules that go with them, only where ``wanted``; those across articles only where
    there is a folder.
    """
    hits = _heard({id_: tuple(r.find(analysis)) if r.applies(wanted) else () for id_, r in rules().items()})
    evidence = Evidence(analysis, hits)
    chosen = (
        measure
        for measure in measures().values()
        if measure.applies(wanted) and (not measure.across or analysis.shared is not None)
    )
    return hits, {m.name: m.compute(evidence) for m in chosen}


def only(
    found: tuple[Mapping[str, tuple[Hit, ...]], Mapping[str, Measurement]], wanted: Collection[str]
) -> tuple[Mapping[str, tuple[Hit, ...]], Mapping[str, Measurement]]:
    """What ``examine`` would have found for these measures alone, out of what it found for more of them."""
    hits, measurements = found
    return (
        {id_: these if rules()[id_].applies(wanted) else () for id_, these in hits.items()},
        {name: m for name, m in measurements.items() if measures()[name].applies(wanted)},
    )


def _heard(hits: Mapping[str, tuple[Hit, ...]]) -> Mapping[str, tuple[Hit, ...]]:
    """What is left of the hits when those that give way have done so; which rubric asks makes no difference."""
    told: dict[str, list[Span]] = {}
    for id_, these in hits.items():
        rule = rules()[id_]
        if not rule.gives_way and not rule.with_measures:
            told.setdefault(rule.dimension, []).extend(
                span for hit in these if hit.searched is None for span in hit.evidence
            )
    return {
        id_: tuple(hit for hit in these if not _meets(hit, told.get(rules()[id_].dimension, ())))
        if rules()[id_].gives_way
        else these
        for id_, these in hits.items()
    }


def _meets(hit: Hit, spans: Collection[Span]) -> bool:
    return any(one.start < other.end and other.start < one.end for one in hit.evidence for other in spans)


@cache
def _modules() -> tuple[ModuleType, ...]:
    from healthscore.checks import article, balance, consistency, hedging, repetition, sourcing

    return (article, sourcing, balance, hedging, repetition, consistency)
