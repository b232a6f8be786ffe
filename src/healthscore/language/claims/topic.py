"""What the article is about: the noun to which "it", "this herb" and a missing subject refer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from healthscore.language.claims.grammar import is_kind
from healthscore.language.lexicon import words
from healthscore.language.tokens import Token

if TYPE_CHECKING:
    from healthscore.language.analysis import Analysis

_TITLE_WEIGHT = 3
_NO_TOPICS = (
    "determiner", "pronoun", "auxiliary", "adverb", "preposition", "subordinator", "coordinator", "quantity-noun",
    "generic-noun", "product-noun", "condition-noun", "use-word",
)  # fmt: skip
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
    people = words("scope", "population") | words("unit", "time") | words("health", "care")
    acting = {cue.first for cue in analysis.cues_of("effect") if cue.kind == "verb"}
    for sentence in analysis.sentences:
        if sentence.block.kind in ("contents", "reference", "code"):
            continue
        named = [
            analysis.stems[index]
            for index in range(sentence.first, sentence.last)
            if not is_kind(token := analysis.tokens[index], *_NO_TOPICS)
            and len(token.norm) > 1
            and token.norm not in people
            and index not in acting
        ]
        weight = _TITLE_WEIGHT if sentence.block.kind == "heading" else 1
        for stem in dict.fromkeys(named):
            counts[stem] += weight
            order.setdefault(stem, len(order))
        subjects.update(set(named[:3]))
    if not counts:
        return frozenset()
    best = max(counts, key=lambda stem: (counts[stem] + subjects[stem], -order[stem]))
    return frozenset({best}) if counts[best] > 1 else frozenset()


def _acts(analysis: Analysis, topic: frozenset[str]) -> bool:
    """More often what acts (before a verb of effect, "take X", "X is taken", "X capsules") than what is acted on."""
    acting = suffering = 0
    for cue in analysis.cues_of("effect"):
        if cue.attributes["relation"] == "has":  # the risks of a disease, the risks of a remedy
            continue
        acting += not topic.isdisjoint(analysis.stems[max(0, cue.first - _NEAR) : cue.first])
        suffering += not topic.isdisjoint(analysis.stems[cue.last : cue.last + _NEAR])
    for cue in analysis.cues_of("harm", "health"):
        if cue.kind in ("effect", "condition"):
            suffering += not topic.isdisjoint(analysis.stems[cue.first : cue.last])
    for index, stem in enumerate(analysis.stems):
        if stem in topic:
            before = analysis.tokens[max(0, index - 2) : index]
            after = analysis.tokens[index + 1 : index + 1 + _NEAR]
            acting += any(is_kind(t, "use-word") for t in before) or _used(after)
            suffering += any(is_kind(t, "condition-word") for t in before)
            suffering += any(is_kind(t, "condition-noun") for t in after[:1])
    return acting > suffering


def _used(after: Sequence[Token]) -> bool:
    """True after the topic in "X capsules" and "X is usually taken"."""
    if any(is_kind(token, "product-noun") for token in after[:1]):
        return True
    copula = next((i for i, token in enumerate(after[:2]) if is_kind(token, "copula")), None)
    return copula is not None and any(is_kind(token, "used-participle") for token in after[copula + 1 :])
