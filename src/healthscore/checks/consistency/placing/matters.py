"""What a sentence places, classes or counts, and whether two sentences speak of one and the same."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

from msgspec import Struct

from healthscore.checks.base import once
from healthscore.checks.consistency.referents import NO_THING, Referent, referent, topic_names
from healthscore.language.analysis import Analysis, Sentence
from healthscore.language.claims.commands import is_command
from healthscore.language.claims.concepts import content
from healthscore.language.claims.kinds import Kind
from healthscore.language.claims.phrases import name_end
from healthscore.language.cues import Cue
from healthscore.language.lexicon import words
from healthscore.language.stems import stem
from healthscore.regexes import when_needed

_SAME_ROOT = 5  # letters in which "paralysis" and "paralysed" agree
_SHORT_FORM = when_needed(r"\(([A-Z]{2,6})\)")
_LONG_FORM = 40  # characters before it that name the topic in full
_LEAST_SHARED = 2  # terms
_LONGEST_LEAD = 6  # tokens of "most of the experts"
_ITS = frozenset({"it", "them"})
_THIS = frozenset({"this", "that"})
_ONE_OF_TWO = frozenset({"one", "other", "others", "another", "former", "latter", "first", "second", "third"})
_STANDS_FOR_IT = Kind.CLOSED | Kind.ILLNESS_NOUN | Kind.SUBSTANCE_NOUN | Kind.VERB
_COPULA_REACH = 3  # tokens from "is" to what is said of the thing
_HANGS_ON = Kind.PREPOSITION | Kind.COORDINATOR | Kind.VERB | Kind.AUXILIARY
_RANKS = ("first", "last")  # "the first choice in arthritis"
_WHAT_FOR = frozenset({"for", "against"})


class Thing(Struct, frozen=True):
    """The stems and concepts of a thing, and of the illnesses (``ills``) that the sentence names beside it.

    ``loose`` where nothing leads the sentence and any of the terms may be the thing.
    """

    key: frozenset[str]
    ills: frozenset[str] = frozenset()
    loose: bool = False


def thing_of(analysis: Analysis, sentence: Sentence, cues: Sequence[Cue]) -> Thing | None:
    """What cues are said of: what leads their clause, else any thing that the clause names.

    None where only some of it is meant: "most lumps", "infection with that strain".
    """
    if _of_some(analysis, sentence):
        return None
    found, ills = _referent(analysis, sentence, cues[0].first), _ills(analysis, sentence, cues[0])
    key = in_full(analysis, found.key) - _settings() - _said_of_it(analysis, sentence)
    if is_command(analysis, sentence.first, sentence.last) and _in_first_clause(analysis, sentence, cues[0]):
        asked = (
            in_full(analysis, content(analysis, sentence.first + 1, cues[0].first, NO_THING))
            - _settings()
            - ills
        )
        return Thing(asked - _said_of_it(analysis, sentence) or analysis.topic.key, ills)
    if not _says_who(analysis, sentence, found):
        if not found.some and (key or found.meant):
            return Thing(key or found.key, ills)
        if key and found.some and _is_restricted(analysis, sentence, found):
            return None
    named = _named(analysis, _outside(analysis, sentence, cues)) - ills - _said_of_it(analysis, sentence)
    if not _ITS.isdisjoint(analysis.norms[sentence.first + 1 : sentence.last]):
        named |= analysis.title_names | topic_names(analysis)
    return Thing(named or ills or analysis.topic.key, ills if named else frozenset(), loose=True)


def _in_first_clause(analysis: Analysis, sentence: Sentence, cue: Cue) -> bool:
    later = any(sentence.first < clause.first <= cue.first for clause in analysis.clauses_in(sentence))
    return not later and ":" not in analysis.article.prose[sentence.start : cue.start]


def _referent(analysis: Analysis, sentence: Sentence, at: int) -> Referent:
    """What leads up to "is" right before a cue ("thanks to the drip the test is painless"), else what leads the clause."""
    kinds = analysis.kinds
    copula = next(
        (i for i in range(at - 1, max(sentence.first, at - _COPULA_REACH), -1) if kinds[i] & Kind.COPULA), at
    )
    start = copula
    while start > sentence.first + 1 and not kinds[start - 1] & Kind.CLOSED and analysis.gap(start).isspace():
        start -= 1
    led = (
        start > sentence.first + 1 and kinds[start - 1] & Kind.DETERMINER and not kinds[start - 2] & _HANGS_ON
    )
    key = content(analysis, start, copula, NO_THING) if led and copula < at else frozenset()
    return Referent(key, copula, meant=False) if key else referent(analysis, sentence, at)


def _named(analysis: Analysis, tokens: Iterable[int]) -> frozenset[str]:
    return terms_at(analysis, tokens, NO_THING) - _settings()


def terms_at(analysis: Analysis, tokens: Iterable[int], without: int) -> frozenset[str]:
    """The stems of some tokens, but for words of the kinds ``without``, and the concepts that begin at them."""
    kept = list(tokens)
    named = (content(analysis, index, index + 1, without) for index in kept)
    concepts = (analysis.concepts[index][1] for index in kept if index in analysis.concepts)
    return in_full(analysis, frozenset(concepts).union(*named))


def in_full(analysis: Analysis, key: frozenset[str]) -> frozenset[str]:
    """A key with the article's own short form of its topic, as in "(COPD)", as the topic."""
    short = key & _short_forms(analysis)
    return key - short | analysis.topic.key if short else key


@once
def _short_forms(analysis: Analysis) -> frozenset[str]:
    prose, topic = analysis.article.prose, analysis.topic.key
    found = ((m[1], prose[max(0, m.start() - _LONG_FORM) : m.start()]) for m in _SHORT_FORM().finditer(prose))
    return frozenset(
        stem(short.lower())
        for short, words in found
        if not topic.isdisjoint(map(stem, words.lower().split()))
    )


def _says_who(analysis: Analysis, sentence: Sentence, found: Referent) -> bool:
    """True where what leads is somebody ("experts regard it as"), or no name at all ("sadly no")."""
    opening = range(max(sentence.first, found.last - _LONGEST_LEAD), min(found.last, sentence.last))
    stems, kinds, first = analysis.stems, analysis.kinds, analysis.norms[sentence.first]
    somebody = any(kinds[i] & Kind.PERSON_NOUN or stems[i] in _who() for i in opening)
    return somebody or first.endswith("ly") or first in ("yes", "no")


def _of_some(analysis: Analysis, sentence: Sentence) -> bool:
    """True for "some lumps", "one kind", "the other", "this paste"; not for "most doctors", "this condition"."""
    first, kinds = sentence.first, analysis.kinds
    one, two = (*analysis.norms[first : min(sentence.last, first + 2)], "", "")[:2]
    if one in _THIS:
        return first + 1 < sentence.last and not kinds[first + 1] & _STANDS_FOR_IT
    if one in _ONE_OF_TWO or (one == "the" and two in _ONE_OF_TWO):
        return True
    if not kinds[first] & Kind.SOME_WORD or one in ("these", "those"):
        return False
    return first + 1 < sentence.last and analysis.stems[first + 1] not in _who()


def _said_of_it(analysis: Analysis, sentence: Sentence) -> frozenset[str]:
    """The stems of words that say how often, how surely or by what effect, and that lead no name."""
    cues = analysis.cues_by_category(sentence)
    told = [*cues.get("frequency", ()), *cues.get("hedge", ()), *cues.get("onset", ())]
    told += [c for c in cues.get("effect", ()) if c.kind == "verb"]
    return frozenset(analysis.stems[i] for c in told for i in range(c.first, c.last))


def _is_restricted(analysis: Analysis, sentence: Sentence, found: Referent) -> bool:
    after = found.last
    return sentence.first < after < sentence.last and bool(
        analysis.gap(after).isspace() and analysis.kinds[after] & (Kind.PREPOSITION | Kind.RELATIVE)
    )


def _outside(analysis: Analysis, sentence: Sentence, cues: Sequence[Cue]) -> list[int]:
    """The tokens of the clause that the cues are in, but for theirs and for those of people."""
    people = [c for c in analysis.cues_by_category(sentence).get("scope", ()) if c.kind == "population"]
    taken = {i for c in (*cues, *people) for i in range(c.first, c.last)}
    before = [c for c in analysis.clauses_in(sentence) if c.first <= cues[0].first]
    first, last = (before[-1].first, before[-1].last) if before else (sentence.first, sentence.last)
    return [i for i in range(first, last) if i not in taken]


def _ills(analysis: Analysis, sentence: Sentence, of: Cue) -> frozenset[str]:
    """The illnesses and complaints that a sentence names, but for words that stand for any of them."""
    cues = analysis.cues_by_category(sentence)
    named = [c for c in cues.get("harm", ()) if c.kind == "effect"]
    named += [c for c in cues.get("health", ()) if c.kind == "condition"]
    spans = [(c.first, c.last) for c in named]
    norms, last = analysis.norms, sentence.last
    spans += [
        (i + 1, name_end(analysis, i + 1, last))
        for i in range(sentence.first, last - 1)
        if norms[i] in _WHAT_FOR or (norms[i] == "in" and i == of.last and of.kind in _RANKS)
    ]
    named_ills = frozenset().union(
        *(content(analysis, first, end, Kind.ILLNESS_NOUN | NO_THING) for first, end in spans)
    )
    return named_ills - _settings()


@cache
def _who() -> frozenset[str]:
    return frozenset(map(stem, words("scale-setting", "who")))


@cache
def _settings() -> frozenset[str]:
    return _who().union(map(stem, words("scale-setting", "setting")))


def same_thing(one: Thing, other: Thing, topic: frozenset[str]) -> bool:
    """True where both are one thing, and what it is for or comes of, if both name that, is the same.

    Where nothing leads either, to name the ``topic`` is enough. One may be called by more words where those name an illness ("the rash of shingles"), else it may be another kind.
    """
    both = one.key & other.key
    for_what = one.ills - both, other.ills - both
    if not both or (all(for_what) and for_what[0].isdisjoint(for_what[1])):
        return False
    strict = [t for t in (one, other) if not t.loose] or [one, other]
    if len(strict) == 1:
        return both == strict[0].key or both == topic == (other if one is strict[0] else one).key
    if one.loose and topic and topic <= both:
        return True
    return both in (one.key, other.key) and one.key ^ other.key <= one.ills | other.ills | topic


def alike(one: frozenset[str], other: frozenset[str]) -> bool:
    """True where two sentences speak of the same in all their terms, and at most one of them of more."""
    both, ours, theirs = one & other, one - other, other - one
    rooted = {t for t in ours if any(_one_root(t, other_term) for other_term in theirs)}
    left = {t for t in theirs if not any(_one_root(t, term) for term in rooted)}
    ours = ours - rooted
    return len(both) + len(rooted) >= _LEAST_SHARED and not (ours and left)


def _one_root(one: str, other: str) -> bool:
    return len(one) >= _SAME_ROOT and one[:_SAME_ROOT] == other[:_SAME_ROOT]
