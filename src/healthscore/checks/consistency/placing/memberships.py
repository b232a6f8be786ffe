"""What a thing is said to be, or to be brought on by, where it can be one of a set at most: a virus, a bacterium."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import combinations

from msgspec import Struct

from healthscore.checks.base import once
from healthscore.checks.consistency.pairs import MAY, apart, statements_with, wording
from healthscore.checks.consistency.placing.callings import (
    GERM,
    ILLNESS,
    brings_on,
    brought_on,
    called,
    is_head,
    phrase_start,
)
from healthscore.checks.consistency.placing.held import Put, held
from healthscore.checks.consistency.placing.matters import Thing, same_thing
from healthscore.checks.consistency.referents import written
from healthscore.checks.consistency.weighing import Weighed
from healthscore.language.analysis import Analysis, Sentence
from healthscore.language.claims.circumstances import opening_of
from healthscore.language.claims.kinds import Kind
from healthscore.language.claims.scope import forms_of, scope_of
from healthscore.language.cues import Cue
from healthscore.language.lexicon import groups

_MOST = 8  # sentences on one set that are held against each other
_LEAST_STEP = 3  # of "usually": "sometimes" and "rarely" leave room for another
_CHANGING = ("time:", "dose:", "setting:", "strength:")
_SUGGESTION = "Keep the one that a source gives."
_RESTRICTS = frozenset({"to", "for", "that", "which", "in", "of", "with"})  # after a class that is denied


class _Member(Struct, frozen=True):
    """That a thing belongs to a class of a set, or, ``denied``, does not."""

    sentence: Sentence
    cue: Cue
    one_of: str
    kind: str
    denied: bool
    thing: Thing

    def excludes(self, other: _Member) -> bool:
        """True where the two cannot both hold of one thing."""
        if self.kind == other.kind:
            return self.denied != other.denied
        return not (self.denied or other.denied or self.kind in _besides()[other.kind])


@once
def memberships(analysis: Analysis) -> list[Weighed]:
    """Every pair of sentences that put one thing in two classes of one set, weighed."""
    return [
        _weighed(analysis, one, other)
        for members in _by_set(analysis).values()
        if len({(m.kind, m.denied) for m in members}) > 1
        for one, other in combinations(members[:_MOST], 2)
        if apart(one, other)
        and one.excludes(other)
        and same_thing(one.thing, other.thing, analysis.topic.key)
    ]


def _weighed(analysis: Analysis, one: _Member, other: _Member) -> Weighed:
    key = one.thing.key & other.thing.key
    name = written(analysis, key, one.sentence, other.sentence)
    return held(
        str(one.cue.attributes["rule"]),
        key,
        one.one_of,
        (_put(analysis, one), _put(analysis, other)),
        lambda a, b: f"What {name} is or comes of: “{a.said}” here, “{b.said}” there.",
        _SUGGESTION,
    )


def _put(analysis: Analysis, member: _Member) -> Put:
    words = ("not " if member.denied else "") + wording(analysis, member.cue)
    return Put(member.sentence, words, _limits(analysis, member.sentence, member.cue))


def _limits(analysis: Analysis, sentence: Sentence, cue: Cue) -> frozenset[str]:
    """Whom and, up to the class, which form it is limited to; what a thing is does not change with time or dose."""
    last = cue.last
    if last < sentence.last and not analysis.kinds[last] & Kind.RELATIVE:
        last = sentence.last  # what "a herb that grows in China" adds limits nothing
    scope = [c for c in analysis.cues_by_category(sentence).get("scope", ()) if c.first < last]
    found = {*scope_of(analysis, scope, (), sentence.first, last), *opening_of(analysis, sentence)}
    norms, stems = analysis.norms[sentence.first : cue.first], analysis.stems[sentence.first : cue.first]
    forms = {form for form in forms_of(analysis, sentence) if form.partition(":")[2] in {*norms, *stems}}
    return frozenset(limit for limit in found | forms if not limit.startswith(_CHANGING))


def _by_set(analysis: Analysis) -> Mapping[str, Sequence[_Member]]:
    found: defaultdict[str, list[_Member]] = defaultdict(list)
    sets = _told_apart(analysis)
    for sentence in statements_with(analysis, "member") if sets else ():
        cues = analysis.cues_by_category(sentence)["member"]
        here = [m for c in cues if c.attributes["one_of"] in sets for m in _members(analysis, sentence, c)]
        for member in here:
            if member.denied or sum(m.one_of == member.one_of and not m.denied for m in here) == 1:
                found[member.one_of].append(member)
    return found


def _told_apart(analysis: Analysis) -> frozenset[str]:
    """The sets of which the article has two classes that exclude each other, or one beside a denial."""
    kinds: defaultdict[str, set[str]] = defaultdict(set)
    for cue in analysis.cues_of("member"):
        kinds[str(cue.attributes["one_of"])].add(cue.kind)
        if "also" in cue.attributes:
            kinds[ILLNESS].add(str(cue.attributes["also"]))
    besides = _besides()
    apart = {
        s for s, named in kinds.items() if any(b not in besides[a] for a, b in combinations(sorted(named), 2))
    }
    denied = {
        str(cue.attributes["one_of"])
        for sentence in analysis.prose_with("negation")
        for cue in analysis.cues_by_category(sentence).get("member", ())
    }
    return frozenset(apart | denied)


def _members(analysis: Analysis, sentence: Sentence, cue: Cue) -> Iterator[_Member]:
    """What one noun of class says of a thing: that it is one, or that one brings it on."""
    if not is_head(analysis, sentence, cue):
        return
    one_of = str(cue.attributes["one_of"])
    if one_of == GERM:
        brought = brings_on(analysis, sentence, cue.last)
        if brought is None:
            brought = brought_on(analysis, sentence, cue, phrase_start(analysis, sentence, cue))
            if brought is not None and _leaves_room(analysis, sentence, cue):
                return
        if brought is not None:
            denied = _is_denied(analysis, sentence, cue)
            yield _Member(sentence, cue, one_of, cue.kind, denied, Thing(brought))
            return
    found = called(analysis, sentence, cue, phrase_start(analysis, sentence, cue))
    if found is None or _leaves_room(analysis, sentence, cue):
        return
    denied, thing = found
    if denied and cue.last < sentence.last and analysis.norms[cue.last] in _RESTRICTS:
        return  # "not a drug to be used against mere sleeplessness"
    yield _Member(sentence, cue, one_of, cue.kind, denied, thing)
    if "also" in cue.attributes and not denied:
        yield _Member(sentence, cue, ILLNESS, str(cue.attributes["also"]), denied, thing)


def _is_denied(analysis: Analysis, sentence: Sentence, cue: Cue) -> bool:
    """True for "is not caused by a virus" and "no virus causes it"."""
    clause = next(c for c in analysis.clauses_in(sentence) if c.first <= cue.first < c.last)
    return any(c.first < cue.first for c in clause.cues if c.category == "negation")


def _leaves_room(analysis: Analysis, sentence: Sentence, member: Cue) -> bool:
    """True where it is so possibly, or in some cases only."""
    cues, prose = analysis.cues_by_category(sentence), analysis.article.prose
    near = [
        c
        for c in (*cues.get("frequency", ()), *cues.get("hedge", ()))
        if "," not in prose[min(c.end, member.end) : max(c.start, member.start)]
    ]
    rarely = any(
        c.category == "frequency" and (int(c.attributes["step"]) < _LEAST_STEP or c.kind == "usual")
        for c in near
    )
    return rarely or "exception" in cues or any(c.kind in MAY for c in near)


@cache
def _besides() -> Mapping[str, frozenset[str]]:
    """The classes to which a thing may belong beside one of them."""
    overlapping = {e.kind for e in groups("member") if e.attributes.get("overlap")}
    return {
        e.kind: frozenset(str(e.attributes.get("besides", "")).split(","))
        | (overlapping if e.attributes.get("overlap") else set())
        for e in groups("member")
    }
