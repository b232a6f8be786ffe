"""Of what, and for what, a sentence takes a side."""

from __future__ import annotations

from msgspec import Struct

from healthscore.checks.consistency.placing.sides import AXES, words_of
from healthscore.checks.consistency.referents import NO_THING, Referent, referent, topic_names
from healthscore.language.analysis import Analysis, Sentence
from healthscore.language.claims.concepts import content
from healthscore.language.claims.kinds import Kind
from healthscore.language.claims.phrases import name_end
from healthscore.language.cues import Cue

_LONGEST = 6  # tokens of a name
_OF = {"taken": ("of", "from", "with", "to"), "between": ("between",)}
_NO_USE = frozenset({"with", "called", "given", "benefits", "benefit", "recommend", "amount"})
_BEFORE_NAME = Kind.PREPOSITION | Kind.DETERMINER | Kind.AUXILIARY | Kind.USE_WORD
_BEFORE_NAMES = frozenset({"whether", "that", "you", "certain", "sure"})
_NO_NAME = Kind.PERSON_NOUN | Kind.TIME_NOUN | Kind.USE_WORD | Kind.VERB | Kind.HAVING
_ADVERBS = frozenset({"right", "now", "today", "yet"})
_MEDICINES = frozenset(
    "medicine medicines medication medications drug drugs tablets pills remedies treatment treatments therapy management "
    "relief prevention use substances else any trial trials study studies clinical research humans".split()
)  # of any kind
_STAGES = frozenset(
    "early late advanced mild moderate severe serious acute chronic latent active primary secondary metastatic".split()
)
_STOPS = frozenset("stop stopping quit quitting discontinue discontinuing off".split())


class Said(Struct, frozen=True):
    """One side: ``key`` is the thing, ``meant`` where it is only stood for; ``named`` all that the sentence names."""

    denied: bool
    sentence: Sentence
    words: str
    key: frozenset[str]
    meant: bool
    aim: frozenset[str]
    named: frozenset[str]
    stages: frozenset[str]


def said(analysis: Analysis, sentence: Sentence, cue: Cue, *, denied: bool) -> Said | None:
    """What a phrase says of what; nothing where only some of a thing is meant ("a lump that bleeds")."""
    of = _thing(analysis, sentence, cue)
    axis = AXES[cue.kind]
    of_you = (
        of.last > sentence.first and analysis.kinds[of.last - 1] & Kind.SPEAKER
    )  # "you need no prescription for X"
    if of.some and not of_you and not axis.paired:
        return None
    no_names = _ADVERBS | _adverbs(analysis, sentence)
    return Said(
        denied,
        sentence,
        words_of(analysis, sentence, cue),
        of.key - no_names,
        of.meant,
        _aim(analysis, sentence, cue, axis.aim),
        _named(analysis, sentence, cue) - no_names,
        _stages(analysis, sentence, cue),
    )


def _thing(analysis: Analysis, sentence: Sentence, cue: Cue) -> Referent:
    """Of what a phrase is said."""
    where = cue.attributes.get("subject")
    found = _with_a_moment(analysis, sentence, cue) if cue.kind == "with-food" else None
    if found is not None:
        return found
    if where == "object":
        found = _after(analysis, cue.last, sentence.last)
    elif where == "topic":
        return Referent(topic_names(analysis), cue.last)
    elif where in _OF:
        found = _taken(analysis, sentence, cue, str(where))
    return found or referent(analysis, sentence, cue.first)


def _with_a_moment(analysis: Analysis, sentence: Sentence, cue: Cue) -> Referent | None:
    """The tablet of "the right moment for the tablet is"."""
    norms = analysis.norms
    for index in range(sentence.first, cue.first - 2):
        if norms[index] in ("moment", "time", "hour") and norms[index + 1] in ("for", "to"):
            return _after(analysis, index + 2, cue.first)
    return None


def _taken(analysis: Analysis, sentence: Sentence, cue: Cue, where: str) -> Referent | None:
    """What is taken in a sentence: "side effects of X", "if you take X"."""
    kinds, norms = analysis.kinds, analysis.norms
    near = range(cue.last - 1, min(cue.last + 1, sentence.last))
    opens = cue.first == sentence.first  # "no interactions with X are known"
    of = next((i for i in near if norms[i] in _OF["taken" if opens else where]), None)
    if of is None and where == "taken":
        before = range(sentence.first, cue.first)
        takes = (i for i in before if kinds[i] & Kind.USE_WORD and norms[i] not in _NO_USE)
        of = next(takes, None)
        if of is None and cue.kind == "stoppable":
            of = next((i for i in before if norms[i] in _STOPS), None)
    return None if of is None else _after(analysis, of + 1, sentence.last)


def _after(analysis: Analysis, first: int, end: int) -> Referent | None:
    """The noun phrase that begins shortly after a token; nothing where none does."""
    kinds, norms = analysis.kinds, analysis.norms
    while first < end and (kinds[first] & _BEFORE_NAME or norms[first] in _BEFORE_NAMES):
        if (
            kinds[first] & Kind.PRONOUN
            and norms[first] not in _BEFORE_NAMES
            and (first + 1 == end or kinds[first + 1] & Kind.CLOSED)
        ):
            return None
        first += 1
    last = name_end(analysis, first, end)
    if first == last:
        return None
    key = content(analysis, first, last, NO_THING)
    return Referent(
        key or topic_names(analysis), last, meant=not key or not key.isdisjoint(analysis.topic.key)
    )


def _aim(analysis: Analysis, sentence: Sentence, cue: Cue, words: frozenset[str]) -> frozenset[str]:
    """What it is said for: after "for" or "against", up to the next comma."""
    if not words:
        return frozenset()
    norms = analysis.norms
    places = (*range(cue.last - 1, sentence.last), *range(sentence.first, cue.first))
    at = next((i + 1 for i in places if norms[i] in words), sentence.last)
    last = next(
        (i for i in range(at, sentence.last) if "," in analysis.gap(i) or analysis.kinds[i] & Kind.PARTING),
        sentence.last,
    )
    last = min(last, at + _LONGEST + 2)
    medicines = {analysis.stems[i] for i in range(at, last) if norms[i] in _MEDICINES}
    return content(analysis, at, last, _NO_NAME | Kind.ILLNESS_NOUN | Kind.PRODUCT_NOUN) - medicines


def _named(analysis: Analysis, sentence: Sentence, cue: Cue) -> frozenset[str]:
    """All that a sentence names beside the phrase."""
    before, after = (sentence.first, cue.first), (cue.last, sentence.last)
    return content(analysis, *before, _NO_NAME) | content(analysis, *after, _NO_NAME)


def _stages(analysis: Analysis, sentence: Sentence, cue: Cue) -> frozenset[str]:
    """What grade or stage of an illness a sentence speaks of, outside of the phrase."""
    norms = analysis.norms
    return _STAGES.intersection((*norms[sentence.first : cue.first], *norms[cue.last : sentence.last]))


def _adverbs(analysis: Analysis, sentence: Sentence) -> frozenset[str]:
    """The stems of "currently" and the like, which name nothing."""
    span = range(sentence.first, sentence.last)
    return frozenset(analysis.stems[i] for i in span if analysis.norms[i].endswith("ly"))
