"""What the article is about: the noun to which "it", "this herb" and a missing subject refer."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from healthscore.language.claims.grammar import content_stems

if TYPE_CHECKING:
    from healthscore.language.analysis import Analysis

_TITLE_WEIGHT = 2
_NEAR = 4  # tokens between a verb of effect and the noun it belongs to


@dataclass(frozen=True, slots=True)
class Topic:
    """The article's topic as a stem (``key`` is empty where nothing recurs).

    ``acts``: the topic is something that is taken or done (a remedy, a food, a drug), not a condition that is
    acted on. What "it" and a missing subject mean depends on this: in an article on a herb they mean the herb,
    in one on a disease they mean nothing in particular.
    """

    key: frozenset[str]
    acts: bool


def topic_of(analysis: Analysis) -> Topic:
    """The stem that most sentences and headings share, counted once a sentence."""
    key = _most_shared(analysis)
    return Topic(key, bool(key) and _acts(analysis, key))


def _most_shared(analysis: Analysis) -> frozenset[str]:
    counts: Counter[str] = Counter()
    subjects: Counter[str] = Counter()
    order: dict[str, int] = {}
    for sentence in analysis.sentences:
        if sentence.block.kind in ("contents", "reference", "code"):
            continue
        tokens = analysis.tokens[sentence.first : sentence.last]
        weight = _TITLE_WEIGHT if sentence.block.kind == "heading" else 1
        for place, stem in enumerate(sorted(content_stems(tokens, "generic-noun"))):
            counts[stem] += weight
            order.setdefault(stem, len(order) + place)
        subjects.update(content_stems(tokens[:4], "generic-noun"))
    if not counts:
        return frozenset()
    best = max(counts, key=lambda stem: (counts[stem] + subjects[stem], -order[stem]))
    return frozenset({best}) if counts[best] > 1 else frozenset()


def _acts(analysis: Analysis, topic: frozenset[str]) -> bool:
    """More often in front of a verb of effect than behind one or among the conditions."""
    as_subject = as_object = 0
    for cue in analysis.cues:
        if cue.category == "effect":
            as_subject += not topic.isdisjoint(analysis.stems[max(0, cue.first - _NEAR) : cue.first])
            as_object += not topic.isdisjoint(analysis.stems[cue.last : cue.last + _NEAR])
        elif cue.category in ("harm", "health") and cue.kind in ("effect", "condition"):
            as_object += not topic.isdisjoint(analysis.stems[cue.first : cue.last])
    return as_subject > as_object
