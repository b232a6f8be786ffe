"""What may help a little in one place, and ends the illness in everybody in another."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from healthscore.checks.base import once
from healthscore.checks.consistency.outcomes import (
    named_in_both,
    outcomes_in,
    outcomes_of_title,
    same_outcome,
)
from healthscore.checks.consistency.pairs import is_denied_before, opposites, states
from healthscore.checks.consistency.referents import Referent, referent, written
from healthscore.checks.consistency.weighing import Statement, Weighed, weigh
from healthscore.checks.hedging.statements import read
from healthscore.language.analysis import Analysis, Sentence
from healthscore.language.claims.kinds import Kind, is_kind
from healthscore.language.claims.model import LESSENING
from healthscore.language.claims.scope import forms_of, limits_of
from healthscore.language.cues import Cue

_RULE = "hedging/certainty-drift"
_MOST = 6  # sentences on either side
_PROMISED = 0.95
_DOUBTS = ("modal", "adverb", "epistemic-verb")
_HELP = frozenset(
    "help helps helped helping relief work works trim trims good better down fewer shorter milder".split()
)
_ALWAYS_REACH = 8  # tokens between "prevents" and "in everybody"
_SOME_REACH = 3  # tokens after "cures" in which "some" may stand
_WHOM = ("population:", "people:", "dose:")
_EVERYBODY = frozenset({"population:adult", "population:children", "population:women", "population:men"})
_TIME_REACH = 7  # tokens from "may" to the weeks of "may be as long as four weeks"
_OBJECT_REACH = 5  # tokens between "cures" and what it cures
_ILL = ("effect", "danger-word")


class _Promise(Struct, frozen=True):
    """What a thing is said to do good for, as outcomes of ``lexicons/outcomes.toml``."""

    sentence: Sentence
    of: Referent
    outcomes: frozenset[str]
    words: str


@once
def cures(analysis: Analysis) -> list[Weighed]:
    """Every pair of "may ease it a little" and "cures it in everybody", weighed."""
    return [
        _weighed(analysis, hoped, sure)
        for sure, hoped in opposites(_promised(analysis), _hoped(analysis), _MOST)
        if _of_one(analysis, hoped, sure)
    ]


def _of_one(analysis: Analysis, one: _Promise, other: _Promise) -> bool:
    """True where one thing is said to do good for one matter; where none is named, for that of the article."""
    if not named_in_both(analysis, one.of, one.sentence, other.of, other.sentence):
        return False
    return same_outcome(one.outcomes or outcomes_of_title(analysis), other.outcomes)


def _weighed(analysis: Analysis, hoped: _Promise, promised: _Promise) -> Weighed:
    key = named_in_both(analysis, hoped.of, hoped.sentence, promised.of, promised.sentence)
    name = written(analysis, key, promised.sentence, hoped.sentence)
    limits = _limits(analysis, hoped, promised)
    sides = [
        Statement(p.sentence, p.words, key, key, limits=whom)
        for p, whom in zip((hoped, promised), limits, strict=True)
    ]
    return weigh(
        _RULE,
        sides[0],
        sides[1],
        _PROMISED,
        f"On {name}: hedged in one place (“{hoped.words}”), promised without doubt in another (“{promised.words}”).",
        "Put the hedge into the plain sentence too, or cite there what makes it certain.",
    )


def _limits(analysis: Analysis, hoped: _Promise, promised: _Promise) -> list[frozenset[str]]:
    """What both are limited to; a promise to all takes in those of the hope, but not the other way round."""
    found = [limits_of(analysis, p.sentence) for p in (hoped, promised)]
    whom = [frozenset(x for x in limits if x.startswith(_WHOM)) for limits in found]
    if whom[1] <= whom[0] or not whom[1] - _EVERYBODY:
        whom = [frozenset(), frozenset()]
    forms = (forms_of(analysis, p.sentence) for p in (hoped, promised))
    return [one | form for one, form in zip(whom, forms, strict=True)]


def _promised(analysis: Analysis) -> Iterator[_Promise]:
    """The sentences that promise a cure, or an effect without exception."""
    doubtful = {s.sentence.index for s in read(analysis).hedged}
    for sentence in analysis.prose_with("outcome"):
        cues = analysis.cues_by_category(sentence)
        cure = _cure(analysis, sentence) if "cure" in cues and sentence.index not in doubtful else None
        if cure is None or "design" in cues or not states(analysis, sentence):
            continue
        if is_denied_before(analysis, sentence, cure) or _leaves_room(analysis, sentence, cure):
            continue
        of = referent(analysis, sentence, cure.first)
        outcomes = frozenset(c.kind for c in cues["outcome"] if _is_object(analysis, cure, c))
        if outcomes and of.last <= cure.first:
            yield _Promise(sentence, of, outcomes, analysis.quote(cure.start, cure.end).lower())


def _cure(analysis: Analysis, sentence: Sentence) -> Cue | None:
    """The verb of a cure; or of an effect that does good, where it is said to do so always or wholly."""
    cues = analysis.cues_by_category(sentence)
    cure = next((c for c in cues["cure"] if c.kind == "cures"), None)
    if cure is not None or not any(c.kind == "always" for c in cues["cure"]):
        return cure
    effects = (c for c in cues.get("effect", ()) if _lessens(c) and c.last - c.first == 1)
    always = [c for c in cues["cure"] if c.kind == "always"]
    return next((c for c in effects if any(-1 <= a.first - c.last <= _ALWAYS_REACH for a in always)), None)


def _lessens(effect: Cue) -> bool:
    return effect.kind == "verb" and effect.attributes["relation"] in LESSENING


def _leaves_room(analysis: Analysis, sentence: Sentence, cure: Cue) -> bool:
    """True for "can cure some", "hopes to cure", "a chance of curing"; not for "cures all of them"."""
    around = analysis.tokens[sentence.first : min(sentence.last, cure.last + _SOME_REACH)]
    if any(is_kind(token, Kind.SOME_WORD) for token in around):
        return True
    at = cure.first - 1
    while at > sentence.first and (analysis.kinds[at] == Kind.ADVERB or analysis.norms[at].endswith("ly")):
        at -= 1
    aimed = analysis.norms[at] == "to" or analysis.kinds[at] & Kind.PREPOSITION
    return cure.first > sentence.first and bool(aimed) and not cure.attributes.get("before")


def _is_object(analysis: Analysis, cure: Cue, outcome: Cue) -> bool:
    """True for what a cure ends, which stands after its verb; in "attacks are a thing of the past" before it."""
    if cure.attributes.get("before"):
        return outcome.last <= cure.first
    return 0 <= outcome.first - cure.last <= _OBJECT_REACH and _is_head(analysis, outcome)


def _is_head(analysis: Analysis, outcome: Cue) -> bool:
    """False for the gut of "gut bacteria"; true for the migraine of "migraine attacks"."""
    last = outcome.last
    if last >= len(analysis.tokens) or not analysis.gap(last).isspace():
        return True
    return bool(analysis.kinds[last]) or analysis.norms[last].endswith("ly")


def _hoped(analysis: Analysis) -> Iterator[_Promise]:
    """The sentences that say with a hedge that a thing does good."""
    for statement in read(analysis).hedged:
        sentence = statement.sentence
        doubts = (c for c in statement.doubts if c.kind in _DOUBTS and not _is_plan(analysis, c))
        doubt = next((c for c in doubts if not _is_of_time(analysis, sentence, c)), None)
        if doubt is None or not states(analysis, sentence) or not _does_good(analysis, sentence):
            continue
        outcomes = outcomes_in(analysis, sentence)
        if not outcomes and not _helps(analysis, sentence):
            continue  # something else is lessened: "shares seemed to drop"
        words = analysis.quote(doubt.start, doubt.end).lower()
        yield _Promise(sentence, referent(analysis, sentence, doubt.last), outcomes, words)


def _is_plan(analysis: Analysis, doubt: Cue) -> bool:
    return analysis.norms[doubt.first].startswith("expect")


def _is_of_time(analysis: Analysis, sentence: Sentence, doubt: Cue) -> bool:
    """True for "it may be as long as four weeks before it works", where the time alone is left open."""
    near = range(doubt.last, min(sentence.last, doubt.last + _TIME_REACH))
    opens = doubt.last < sentence.last and analysis.norms[doubt.last] in ("be", "take", "last")
    return opens and any(analysis.kinds[i] & Kind.TIME_NOUN for i in near)


def _does_good(analysis: Analysis, sentence: Sentence) -> bool:
    """True where something is said to help: by a verb that lessens or a word for a benefit, and no harm is brought about."""
    cues = analysis.cues_by_category(sentence)
    effects = cues.get("effect", ())
    raises = any(c.kind == "verb" and c.attributes["relation"] in ("causes", "raises") for c in effects)
    if raises and any(c.kind in _ILL for c in cues.get("harm", ())):
        return False
    if any(c.attributes.get("bodily") for c in effects):
        return False  # "might break down the red blood cells"
    return any(map(_lessens, effects)) or _helps(analysis, sentence)


def _helps(analysis: Analysis, sentence: Sentence) -> bool:
    return "benefit" in analysis.cues_by_category(sentence) or not _HELP.isdisjoint(analysis.words(sentence))
