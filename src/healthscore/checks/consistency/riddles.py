"""Where an illness or an effect comes from: an open question in one place, and settled in another."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from healthscore.checks.base import once
from healthscore.checks.consistency.pairs import opposites, states
from healthscore.checks.consistency.referents import written
from healthscore.checks.consistency.weighing import Statement, Weighed, weigh
from healthscore.language.analysis import Analysis, Sentence
from healthscore.language.claims.concepts import content
from healthscore.language.claims.kinds import Kind
from healthscore.language.claims.scope import limits_of
from healthscore.language.cues import Cue

_RULE = "consistency/knowledge-conflict"
_MOST = 6  # sentences on either side
_WHY_REACH = 12  # tokens between "why" and "is not known"
_OF_WHAT = 10  # tokens that say of what the cause is given
_MATTER = frozenset({"cause"})
_NO_EFFECT = Kind.GENERIC_NOUN | Kind.PERSON_NOUN | Kind.VERB | Kind.TIME_NOUN | Kind.ILLNESS_NOUN
_DOUBTS = frozenset({"modal", "adverb", "epistemic-verb", "attribution", "noun", "adjective", "ability"})
_WORDS = frozenset({"caus", "trigger", "reason", "origin", "sourc", "root", "culprit", "explan"})
_GIVES = ("from", "of", "culprit")


class Cause(Struct, frozen=True):
    """A sentence on a cause, and the terms of what is caused; none where only "the trigger" is named."""

    sentence: Sentence
    effect: frozenset[str]


@once
def riddles(analysis: Analysis) -> list[Weighed]:
    """Every pair of "nobody knows why" and "it is known to come from", weighed."""
    return [
        _weighed(analysis, one, other)
        for one, other in opposites(open_causes(analysis), _settled(analysis), _MOST)
        if _of_one_effect(analysis, one, other)
    ]


def _weighed(analysis: Analysis, one: Cause, other: Cause) -> Weighed:
    about = (one.effect & other.effect) or analysis.topic.key or one.effect
    name = written(analysis, about, one.sentence, other.sentence)
    sides = [
        Statement(c.sentence, said, about, _MATTER, limits=_people(analysis, c.sentence))
        for c, said in ((one, "open"), (other, "settled"))
    ]
    return weigh(
        _RULE,
        sides[0],
        sides[1],
        1.0,
        f"On {name}: where it comes from is an open question in one place and settled in another.",
        "Call the explanation a hypothesis, say whose it is, and what is not known.",
    )


def _people(analysis: Analysis, sentence: Sentence) -> frozenset[str]:
    """Whom a sentence is limited to; a dose or a time in it is part of the cause that it gives."""
    return frozenset(x for x in limits_of(analysis, sentence) if x.startswith(("population:", "people:")))


def _of_one_effect(analysis: Analysis, one: Cause, other: Cause) -> bool:
    """True where both are about one effect; "the trigger" alone means that of the article's topic."""
    if other.effect:
        return not one.effect.isdisjoint(other.effect)
    return not one.effect or not one.effect.isdisjoint(_named_often(analysis))


def _named_often(analysis: Analysis) -> frozenset[str]:
    """The topic, and what the title names."""
    title = next((s for s in analysis.sentences if s.first < s.last), None)
    named = content(analysis, title.first, title.last, _NO_EFFECT) if title is not None else frozenset()
    return analysis.topic.key | named


def open_causes(analysis: Analysis) -> Iterator[Cause]:
    """The sentences that say that a cause is not known."""
    for sentence in analysis.prose_with("riddle"):
        cues = analysis.cues_by_category(sentence)["riddle"]
        open_ = next((c for c in cues if c.kind == "open"), None)
        if open_ is None or not states(analysis, sentence):
            continue
        why = next((c for c in cues if c.kind == "why" and _near(c, open_)), None)
        if why is None or _is_past(analysis, open_):
            continue
        last = next((c.first for c in cues if c.kind == "open" and c.first >= why.last), sentence.last)
        effect = content(analysis, why.last, min(last, why.last + _OF_WHAT), _NO_EFFECT) - _WORDS
        effect = effect or _leading(analysis, sentence, min(why.first, open_.first))
        yield Cause(sentence, effect or analysis.topic.key)


def _settled(analysis: Analysis) -> Iterator[Cause]:
    """The sentences that say that a cause is known, without doubt."""
    for sentence in analysis.prose_with("riddle"):
        cues = analysis.cues_by_category(sentence)
        settled = next(
            (c for c in cues["riddle"] if c.kind == "settled" or c.attributes.get("settles")), None
        )
        if settled is None or not states(analysis, sentence) or _is_denied(analysis, sentence, settled):
            continue
        by = next((c for c in cues["riddle"] if c.kind in _GIVES and c.first >= settled.first), None)
        if by is not None and settled.attributes.get("weak") and by.kind == "of":
            continue
        if by is not None and not any(c.kind in _DOUBTS for c in cues.get("hedge", ())):
            yield Cause(sentence, _effect(analysis, sentence, settled, by))


def _effect(analysis: Analysis, sentence: Sentence, settled: Cue, by: Cue) -> frozenset[str]:
    """What is caused: before "comes from", after "is what causes"; none where only "it" or "the trigger" is named."""
    if by.kind == "culprit":
        first, last = (
            by.last,
            by.last + _OF_WHAT if analysis.norms[by.last : by.last + 1] == ["of"] else by.last,
        )
    elif by.kind == "of":
        first, last = by.last, by.last + _OF_WHAT
    else:
        first, last = settled.last, by.first
    last = next((i for i in range(first + 1, min(last, sentence.last)) if "," in analysis.gap(i)), last)
    if any(analysis.norms[i] in ("it", "this", "they") for i in range(first, min(last, sentence.last))):
        return frozenset()
    return content(analysis, first, min(last, sentence.last), _NO_EFFECT) - _WORDS


def _near(why: Cue, open_: Cue) -> bool:
    return -_WHY_REACH <= why.first - open_.last <= _WHY_REACH


def _leading(analysis: Analysis, sentence: Sentence, last: int) -> frozenset[str]:
    return content(analysis, sentence.first, last, _NO_EFFECT) - _WORDS


def _is_denied(analysis: Analysis, sentence: Sentence, cue: Cue) -> bool:
    denials = analysis.cues_by_category(sentence).get("negation", ())
    return any(
        c.first < cue.last and cue.first - c.last < 2 and not cue.first <= c.first < cue.last for c in denials
    )


def _is_past(analysis: Analysis, open_: Cue) -> bool:
    """True for "was long unknown"."""
    first = analysis.sentence_at(open_.first).first
    before = analysis.norms[max(first, open_.first - 2) : open_.last]
    return not {"was", "were", "did", "had", "once"}.isdisjoint(before)
