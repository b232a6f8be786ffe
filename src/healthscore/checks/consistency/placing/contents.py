"""What one thing is said to be free of here, and to have in it there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from healthscore.checks.base import once
from healthscore.checks.consistency.pairs import MAY, statements, states
from healthscore.checks.consistency.placing.contained import (
    Contained,
    Thing,
    named_after,
    thing_before,
    thing_from,
)
from healthscore.checks.consistency.weighing import Statement, Weighed, weigh
from healthscore.language.analysis import Analysis, Sentence
from healthscore.language.claims.kinds import Kind
from healthscore.language.claims.scope import forms_of, kinds_of
from healthscore.language.cues import Cue
from healthscore.language.lexicon import words

_MOST_SHARING = 12
_NAMED_WITHIN = 5  # tokens between "the" and the ingredient
_NAMING = frozenset({"the", "its", "there"})
_PRESENT = frozenset({"present", "found", "contained", "used", "dissolved", "is", "are", "that", "which"})
_NOT_INSIDE = Kind.CLOSED | Kind.GENERIC_NOUN | Kind.QUANTITY_NOUN | Kind.PERSON_NOUN | Kind.DEGREE


class _Side(NamedTuple):
    """That an ingredient is in a thing, or not in it."""

    sentence: Sentence
    ingredient: Contained
    nearly: bool = False


@once
def ingredients(analysis: Analysis) -> list[Weighed]:
    """Every pair of "free from X" and "the X in it", said of one thing, weighed."""
    absent: defaultdict[str, list[_Side]] = defaultdict(list)
    for side in _absent(analysis):
        absent[side.ingredient.stem].append(side)
    return [
        _weighed(analysis, side, other)
        for side in (_present(analysis) if absent else ())
        for other in absent.get(side.ingredient.stem, ())[:_MOST_SHARING]
        if side.sentence != other.sentence and _opposed(analysis, side, other)
    ]


def _opposed(analysis: Analysis, present: _Side, absent: _Side) -> bool:
    """True where what is in it is of the kind that it has none of, and more than next to nothing where that is left."""
    if not absent.ingredient.told <= present.ingredient.told:
        return False  # "no live virus", "a killed virus"
    if absent.nearly and not words("portion", "trace").isdisjoint(analysis.words(present.sentence)):
        return False
    return absent.ingredient.thing.same(present.ingredient.thing, analysis)


def _weighed(analysis: Analysis, present: _Side, absent: _Side) -> Weighed:
    matter = frozenset({present.ingredient.stem})
    sides = [
        Statement(
            side.sentence,
            said,
            matter,
            matter,
            limits=kinds_of(analysis, side.sentence) | forms_of(analysis, side.sentence),
        )
        for side, said in ((absent, "free of it"), (present, "in it"))
    ]
    return weigh(
        "consistency/negation-conflict",
        sides[0],
        sides[1],
        1.0,
        f"Said to be free of {absent.ingredient.norm}, which elsewhere is said to be in it.",
        "Say what it contains, and how much.",
    )


def _absent(analysis: Analysis) -> Iterator[_Side]:
    """What a thing is free of: "free from lactose and gluten", "sugar-free", "there is no sugar in it"."""
    for cue in analysis.cues_of("content"):
        sentence = analysis.sentence_at(cue.first)
        if cue.kind not in ("free-of", "free") or not states(analysis, sentence):
            continue
        if analysis.norms[cue.last - 1 : cue.last + 1] == ["lack", "of"]:
            continue  # "severe lack of iodine", which somebody has
        nearly = not words("portion", "nearly").isdisjoint(
            analysis.norms[max(sentence.first, cue.first - 2) : cue.last + 1]
        )
        for found in _free_of(analysis, sentence, cue):
            yield _Side(sentence, found, nearly)


def _free_of(analysis: Analysis, sentence: Sentence, cue: Cue) -> Iterator[Contained]:
    if cue.kind == "free":
        if (
            cue.first > sentence.first
            and analysis.gap(cue.first) == "-"
            and not _of_another(analysis, cue, sentence)
        ):
            thing = thing_before(analysis, sentence, cue.first - 1)
            if thing is not None:
                yield _alone(analysis, cue.first - 1, thing)
        return
    there = analysis.norms[cue.first] == "there"
    thing = (
        _place(analysis, cue.last, sentence.last) if there else thing_before(analysis, sentence, cue.first)
    )
    if thing is None:
        return
    cues = analysis.cues_by_category(sentence)
    suffered = [*cues.get("harm", ()), *(c for c in cues.get("health", ()) if c.kind == "condition")]
    for found in named_after(analysis, cue, sentence, thing):
        ill = any(c.first <= found.at < c.last for c in suffered)  # "free of cancer"
        if not ill or found.norm in words("portion", "nutrient"):
            yield found


def _of_another(analysis: Analysis, cue: Cue, sentence: Sentence) -> bool:
    """True for "a fat-free diet", which is not what the article is about; not for "is a sugar-free syrup"."""
    after, norms = cue.last, analysis.norms
    article = next((i for i in range(cue.first - 1, sentence.first, -1) if norms[i] in ("a", "an")), 0)
    if cue.first - article <= _NAMED_WITHIN and article and not analysis.kinds[article - 1] & Kind.COPULA:
        return after >= sentence.last or analysis.stems[after] not in analysis.topic.key
    if after >= sentence.last or not analysis.gap(after).isspace() or analysis.kinds[after]:
        return False
    return analysis.stems[after] not in analysis.topic.key


def _present(analysis: Analysis) -> Iterator[_Side]:
    """What is in a thing: "contains sugar", "the sugar in the syrup", "the sugar that it contains"."""
    for sentence in statements(analysis):
        told = analysis.cues_by_category(sentence).get("content", ())
        for cue in told:
            if cue.kind == "contains" and not _is_open(analysis, sentence, cue):
                yield from (_Side(sentence, found) for found in _contained(analysis, sentence, cue))
        if not any(cue.kind == "free-of" for cue in told):
            yield from (_Side(sentence, found) for found in _inside(analysis, sentence))


def _is_open(analysis: Analysis, sentence: Sentence, cue: Cue) -> bool:
    """True for "may contain" and "does not always contain"."""
    cues = analysis.cues_by_category(sentence)
    doubts = [c for c in cues.get("hedge", ()) if c.kind in MAY] + [*cues.get("negation", ())]
    return any(0 <= cue.first - c.last <= 2 for c in doubts)


def _contained(analysis: Analysis, sentence: Sentence, cue: Cue) -> Iterator[Contained]:
    thing = thing_before(analysis, sentence, cue.first)
    if thing is None:
        return
    at = thing.first - 1
    asked = at > sentence.first and analysis.norms[at] in ("that", "which") and thing.first < cue.first
    if asked and not analysis.kinds[at - 1] & _NOT_INSIDE and analysis.gap(at).isspace():
        yield _alone(analysis, at - 1, thing)  # "the hormones that the coil contains"
    elif not asked:
        yield from named_after(analysis, cue, sentence, thing)


def _inside(analysis: Analysis, sentence: Sentence) -> Iterator[Contained]:
    """The noun of "the sugar in it", "there is sugar in our syrup" and "the sugar that is present in it"."""
    norms, kinds = analysis.norms, analysis.kinds
    if "in" not in norms[sentence.first + 2 : sentence.last - 1]:
        return
    for index in range(sentence.first + 2, sentence.last - 1):
        if norms[index] != "in":
            continue
        noun = index - 1
        while noun > sentence.first and norms[noun] in _PRESENT:
            noun -= 1
        before = norms[max(sentence.first, noun - _NAMED_WITHIN) : noun]
        if _NAMING.isdisjoint(before) or "no" in before or kinds[noun] & _NOT_INSIDE:
            continue
        thing = thing_from(analysis, index + 1, sentence.last)
        if thing is not None:
            yield _alone(analysis, noun, thing)


def _place(analysis: Analysis, first: int, last: int) -> Thing | None:
    """The vaccine of "there is no virus in the vaccine"."""
    at = next((i for i in range(first, last) if analysis.norms[i] in ("in", "inside")), None)
    return None if at is None or at + 1 >= last else thing_from(analysis, at + 1, last)


def _alone(analysis: Analysis, index: int, thing: Thing) -> Contained:
    """The ingredient whose noun stands at a token, with the word before it that may tell which."""
    before = index - 1
    tells = before >= 0 and not analysis.kinds[before] & Kind.CLOSED and analysis.gap(index).isspace()
    told = frozenset({analysis.stems[before]}) if tells else frozenset()
    return Contained(index, analysis.stems[index], analysis.norms[index], told, thing)
