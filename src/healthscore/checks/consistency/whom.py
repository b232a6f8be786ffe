"""Whom an illness is said never to befall, and of whom it is said to befall them all the same."""

from __future__ import annotations

from collections.abc import Iterator

from healthscore.checks.base import once
from healthscore.checks.consistency.pairs import statements, statements_at
from healthscore.checks.consistency.weighing import Statement, Weighed, weigh
from healthscore.language.analysis import Analysis, Sentence
from healthscore.language.claims.concepts import content
from healthscore.language.claims.kinds import Kind, is_kind

_OTHERS = {  # of whom one is ruled out where only the other is named
    "men": frozenset({"women"}),
    "women": frozenset({"men"}),
    "children": frozenset({"adult", "older"}),
    "infants": frozenset({"adult", "older", "children"}),
    "adult": frozenset({"children", "infants"}),
    "older": frozenset({"children", "infants"}),
}
_PEOPLE = {"adult": "adults", "older": "older people"}
_BEFALLS = frozenset("affect affects strike strikes hit hits befall befalls occur occurs".split())
_HAVE = frozenset("have has get gets develop develops suffer suffers".split())
_REACH = 4  # tokens from "affects" or "have" to the people or the illness
_MOST = 6


@once
def befallen(analysis: Analysis) -> list[Weighed]:
    """Every pair of "never affects adults" (or "only affects children") and "many adults have it", weighed."""
    befalling = statements_at(analysis, analysis.places_of(_BEFALLS | _HAVE))
    spared = [(s, group) for s in befalling for group in _spared(analysis, s)][:_MOST]
    if not spared:
        return []
    had = [(s, group) for s in statements(analysis) for group in _had(analysis, s)]
    return [
        weigh(
            "consistency/negation-conflict",
            _statement(analysis, one, f"not in {_PEOPLE.get(group, group)}"),
            _statement(analysis, other, f"in {_PEOPLE.get(group, group)}"),
            1.0,
            f"Said never to affect {_PEOPLE.get(group, group)}, of whom some are elsewhere said to have it.",
            "Say how often it is seen in whom, with the source.",
        )
        for one, group in spared
        for other, affected in had
        if group == affected and one != other
    ]


def _statement(analysis: Analysis, sentence: Sentence, said: str) -> Statement:
    return Statement(sentence, said, analysis.topic.key, frozenset({"people"}))


def _spared(analysis: Analysis, sentence: Sentence) -> Iterator[str]:
    """Whom the topic is said never to affect; of an "only" the others."""
    yield from _immune(analysis, sentence)
    index = next(
        (i for i in range(sentence.first, sentence.last) if analysis.tokens[i].norm in _BEFALLS), None
    )
    if index is None or not _is_topic(analysis, sentence.first, index):
        return
    groups = [group for _, group in _groups(analysis, sentence, index)]
    before = analysis.tokens[max(sentence.first, index - 2) : index]
    if any(c.last == index or c.last == index - 1 for c in analysis.cues_in(sentence, "negation")):
        yield from groups
    elif any(is_kind(t, Kind.ONLY_WORD) for t in (*before, *analysis.tokens[index + 1 : index + 2])):
        yield from frozenset().union(*(_OTHERS.get(group, frozenset()) for group in groups)) - {*groups}


def _immune(analysis: Analysis, sentence: Sentence) -> Iterator[str]:
    """Who cannot get the topic: "men cannot get breast cancer"."""
    denials = analysis.cues_by_category(sentence).get("negation", ())
    for cue in denials if len(denials) == 1 else ():
        verb = cue.last
        gets = verb < sentence.last and analysis.norms[verb] in _HAVE
        if gets and _is_topic(analysis, verb, min(sentence.last, verb + _REACH)):
            groups = _groups(analysis, sentence, sentence.first - 1)
            yield from (group for at, group in groups if at < cue.first and cue.first - at == 1)


def _had(analysis: Analysis, sentence: Sentence) -> Iterator[str]:
    """Who is said to have the topic: "many adults have eczema", "it also affects men"."""
    if "negation" in analysis.cues_by_category(sentence):
        return
    for index in range(sentence.first, sentence.last):
        norm = analysis.tokens[index].norm
        if any(
            is_kind(t, Kind.ONLY_WORD) for t in analysis.tokens[max(sentence.first, index - 2) : index + 2]
        ):
            continue
        if norm in _BEFALLS and _is_topic(analysis, sentence.first, index):
            yield from (group for _, group in _groups(analysis, sentence, index))
        elif norm in _HAVE and _is_topic(analysis, index, min(sentence.last, index + _REACH)):
            yield from (
                g for at, g in _groups(analysis, sentence, sentence.first - 1) if 0 < index - at <= _REACH
            )


def _groups(analysis: Analysis, sentence: Sentence, after: int) -> Iterator[tuple[int, str]]:
    for cue in analysis.cues_in(sentence, "scope"):
        if cue.kind == "population" and after < cue.first <= max(after, sentence.first) + _REACH:
            yield cue.first, str(cue.attributes["group"])


def _is_topic(analysis: Analysis, first: int, last: int) -> bool:
    """True where the tokens name the article's topic, and no other illness, or stand for it ("it", "the disease")."""
    if not analysis.topic.key.isdisjoint(analysis.stems[first:last]):
        return True
    named = content(analysis, first, last, Kind.PERSON_NOUN | Kind.VERB | Kind.TIME_NOUN)
    meant = any(
        analysis.kinds[i] & Kind.ILLNESS_NOUN or analysis.tokens[i].norm == "it" for i in range(first, last)
    )
    return meant and len(named) <= 1
