"""What is repeated for the reader's sake: doses, warnings, definitions where a word is used, boxes that sum up."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from healthscore.checks.base import once
from healthscore.language.analysis import Analysis, Sentence
from healthscore.language.lexicon import entries
from healthscore.language.repeats import Group
from healthscore.language.stems import stem

_REFRAINS = frozenset({"pointer", "refrain"})
_DOSED = frozenset(
    {"take", "use", "apply", "swallow", "inject", "inhale", "give", "chew", "drink", "spread", "put"}
)
_WARNED = frozenset({"never", "avoid", "don't"})
_EVERY = frozenset({"once", "twice", "times", "every", "each", "daily", "weekly", "nightly", "hourly"})
_ALONE = frozenset({"daily", "weekly", "nightly", "hourly"})
_SPANS = frozenset(
    {"hour", "hours", "day", "days", "night", "morning", "evening", "week", "weeks", "month", "months"}
)
_DEFINED = frozenset({"is", "are"})
_RELATIVES = frozenset({"that", "which", "who", "where", "caused", "of", "in"})
_LONGEST_NAME = 6  # words before the verb of a definition
_LEAST_ITEMS = 3
_SUMMED_UP = 0.6  # of a list's items that the text says too, from which the list sums it up


def is_on_purpose(analysis: Analysis, sentence: Sentence) -> bool:
    """True for a dose, a warning, a pointer to more, or the definition of a word that is not the topic."""
    norms = analysis.words(sentence)
    return (
        any(cue.kind in _REFRAINS for cue in analysis.cues_by_category(sentence).get("meta", ()))
        or _is_dose(analysis, sentence, norms)
        or _is_warning(norms)
        or _is_definition(analysis, norms)
    )


def _is_dose(analysis: Analysis, sentence: Sentence, norms: list[str]) -> bool:
    """True for an order or a rule of how much or how often to take something."""
    told = _DOSED.intersection(norms) if norms[0] not in _DOSED else norms
    return (
        bool(told)
        and (sentence.index in analysis.amounts or is_frequency(norms))
        and (norms[0] in _DOSED or "you" in norms or "must" in norms or "should" in norms)
    )


def is_frequency(norms: Sequence[str]) -> bool:
    """True for words that say how often: "once a week", "every 6 hours", "daily"."""
    return not _ALONE.isdisjoint(norms) or not (_EVERY.isdisjoint(norms) or _SPANS.isdisjoint(norms))


def _is_warning(norms: list[str]) -> bool:
    return (
        norms[0] in _WARNED
        or norms[:2] == ["do", "not"]
        or ("must" in norms and ["must", "not"] in [norms[i : i + 2] for i in range(4)])
    )


def _is_definition(analysis: Analysis, norms: list[str]) -> bool:
    """True for "A stent is a tube that ..." and for what a word means, unless the word is the article's topic."""
    if "means" in norms[:_LONGEST_NAME]:
        return True
    verb = next((place for place, norm in enumerate(norms[: _LONGEST_NAME + 1]) if norm in _DEFINED), None)
    if not verb or norms[verb + 1 : verb + 2] not in (["a"], ["an"], ["the"]):
        return False
    return not _RELATIVES.isdisjoint(norms[verb + 2 :]) and analysis.topic.key.isdisjoint(
        map(stem, norms[:verb])
    )


def is_excused(analysis: Analysis, group: Group) -> bool:
    """True where the first place of a group repeats something on purpose."""
    return is_on_purpose(analysis, analysis.repeats.sentences[group.places[0].unit])


def is_summed_up(analysis: Analysis, group: Group) -> bool:
    """True where the text says it once, and boxes that sum up or lists of points say it again."""
    indices = [analysis.repeats.sentences[place.unit].index for place in group.places]
    listed = sum(index in lists(analysis) for index in indices)
    boxed = sum(index in summaries(analysis) for index in indices)
    return listed == len(indices) - 1 or (boxed > 0 and boxed >= len(indices) - 1)


@once
def lists(analysis: Analysis) -> dict[int, int]:
    """The number of the list that a sentence stands in, by sentence index; other sentences are left out."""
    found: dict[int, int] = {}
    number, before = 0, ""
    for sentence in analysis.sentences:
        kind = sentence.block.kind
        number += kind == "list_item" and before != "list_item"
        if kind == "list_item":
            found[sentence.index] = number
        before = kind
    return found


@once
def summaries(analysis: Analysis) -> frozenset[int]:
    """The sentences, by index, of boxes that sum up: by their heading, or lists that say what the text says."""
    return _headed(analysis) | _listed(analysis)


def _headed(analysis: Analysis) -> frozenset[int]:
    found, inside = set(), False
    for sentence in analysis.sentences:
        if sentence.block.kind == "heading":
            inside = " ".join(analysis.words(sentence)) in _headings()
        elif inside:
            found.add(sentence.index)
    return frozenset(found)


def _listed(analysis: Analysis) -> frozenset[int]:
    repeats, listed = analysis.repeats, lists(analysis)
    said_too: dict[int, set[int]] = {}
    for group in repeats.passages:
        indices = [repeats.sentences[place.unit].index for place in group.places]
        if any(index not in listed for index in indices):
            for index in indices:
                if index in listed:
                    said_too.setdefault(listed[index], set()).add(index)
    items: dict[int, set[int]] = {}
    for index, number in listed.items():
        items.setdefault(number, set()).add(index)
    return frozenset(
        index
        for number, own in said_too.items()
        if len(items[number]) >= _LEAST_ITEMS and len(own) >= _SUMMED_UP * len(items[number])
        for index in items[number]
    )


def is_one_list(analysis: Analysis, group: Group) -> bool:
    """True where all places are items of the same list: items in parallel form."""
    listed = lists(analysis)
    numbers = {listed.get(analysis.repeats.sentences[place.unit].index) for place in group.places}
    return len(numbers) == 1 and None not in numbers


@cache
def _headings() -> frozenset[str]:
    return frozenset(phrase for phrase, _ in entries("summary-heading"))
