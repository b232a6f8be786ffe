"""What a thing is said to be, or to be brought on by, where it can be one of a set at most: a virus, a bacterium."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import combinations
from typing import NamedTuple

from healthscore.checks.base import once
from healthscore.checks.consistency.matters import Thing, in_full, same_thing, thing_of
from healthscore.checks.consistency.pairs import statements_with, wording
from healthscore.checks.consistency.referents import NO_THING, written
from healthscore.checks.consistency.weighing import Statement, Weighed, weigh
from healthscore.language.analysis import Analysis, Sentence
from healthscore.language.claims.concepts import content
from healthscore.language.claims.kinds import Kind
from healthscore.language.claims.scope import forms_of, limits_of
from healthscore.language.cues import Cue
from healthscore.language.lexicon import groups

_MOST = 8  # sentences on one set that are held against each other
_LONGEST = 4  # tokens before the noun in "a small water-soluble protein"
_NAME = 5  # tokens of what a germ brings on
_DIRECT = 0.95
_LEAST_STEP = 3  # of "usually": "sometimes" and "rarely" leave room for another
_KINDS = frozenset(
    "kind kinds type types form forms sort sorts member members group class family one larvae eggs".split()
)
_CALLED = frozenset("classed classified regarded considered counted known sold viewed seen".split())
_BROUGHT_BY = frozenset("caused triggered produced transmitted".split())
_ORIGINS = {
    "to": ("due",),
    "of": ("result", "consequence"),
    "from": ("comes", "come", "results", "result", "stems", "stem"),
}
_CAUSING = frozenset("cause causes caused causing".split())
_CAUSE_OF = (
    ("responsible", "for"),
    ("behind",),
    ("the", "cause", "of"),
    ("to", "blame", "for"),
    ("lies", "behind"),
)
_BETWEEN = frozenset("that which is are it".split())
_ENDS = Kind.CLOSED | Kind.VERB | Kind.RELATIVE | Kind.PARTING
_RELATIVES = frozenset({"that", "which", "who"})
_AFTER_HEAD = frozenset({"responsible", "unique", "similar", "native", "rich", "related", "behind"})
_GERMS = frozenset("germ germs pathogen organism agent microbe bug culprit".split())
_SETTINGS = frozenset({"this", "these"})
_GERM, _ILLNESS = "germ", "illness"
_NO_NAME = NO_THING | Kind.ILLNESS_NOUN
_CHANGING = ("time:", "dose:", "setting:", "strength:")
_SUGGESTION = "Keep the one that a source gives."


class _Member(NamedTuple):
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
        if abs(one.sentence.index - other.sentence.index) > 1
        and one.excludes(other)
        and same_thing(one.thing, other.thing, analysis.topic.key)
    ]


def _weighed(analysis: Analysis, one: _Member, other: _Member) -> Weighed:
    key = one.thing.key & other.thing.key
    name = written(analysis, key, one.sentence, other.sentence)
    sides = [
        Statement(
            m.sentence,
            ("not " if m.denied else "") + wording(analysis, m.cue),
            key,
            frozenset({m.one_of}),
            head=m.one_of,
            limits=_limits(analysis, m.sentence),
        )
        for m in (one, other)
    ]
    return weigh(
        f"consistency/{one.cue.attributes['rule']}",
        sides[0],
        sides[1],
        _DIRECT,
        lambda a, b: f"What {name} is or comes of: “{a.said}” here, “{b.said}” there.",
        _SUGGESTION,
    )


def _limits(analysis: Analysis, sentence: Sentence) -> frozenset[str]:
    """Whom and which form it is limited to; what a thing is does not change with time or dose."""
    found = limits_of(analysis, sentence) | forms_of(analysis, sentence)
    return frozenset(limit for limit in found if not limit.startswith(_CHANGING))


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
            kinds[_ILLNESS].add(str(cue.attributes["also"]))
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
    if not _is_head(analysis, sentence, cue):
        return
    one_of = str(cue.attributes["one_of"])
    if one_of == _GERM:
        brought = _brings_on(analysis, sentence, cue.last)
        if brought is None:
            brought = _brought_on(analysis, sentence, cue, _phrase(analysis, sentence, cue))
            if brought is not None and _leaves_room(analysis, sentence, cue):
                return
        if brought is not None:
            yield _Member(sentence, cue, one_of, cue.kind, False, Thing(brought))
            return
    found = _called(analysis, sentence, cue, _phrase(analysis, sentence, cue))
    if found is None or _leaves_room(analysis, sentence, cue):
        return
    denied, thing = found
    yield _Member(sentence, cue, one_of, cue.kind, denied, thing)
    if "also" in cue.attributes and not denied:
        yield _Member(sentence, cue, _ILLNESS, str(cue.attributes["also"]), denied, thing)


def _is_head(analysis: Analysis, sentence: Sentence, cue: Cue) -> bool:
    """False for "hormone tablets" and for one of two: "a virus or a bacterium"."""
    after = cue.last
    if after >= sentence.last or not analysis.gap(after).isspace():
        return True
    if analysis.kinds[after] & Kind.COORDINATOR:
        return _new_clause(analysis, sentence, after)
    named = analysis.capitals[after] and not analysis.capitals[cue.first]  # "the parasitic worm Loa loa"
    return (
        bool(named or analysis.kinds[after] & _ENDS)
        or analysis.norms[after].endswith(("ed", "ing"))
        or analysis.norms[after] in _AFTER_HEAD
    )


def _new_clause(analysis: Analysis, sentence: Sentence, at: int) -> bool:
    """True for the "and" of "is a hormone and is made", and of "and no cancer": no second class follows."""
    near = (c.first for c in analysis.cues_by_category(sentence)["member"] if at < c.first <= at + _LONGEST)
    denied = analysis.norms[at + 1 : at + 2] in (["no"], ["not"])
    return analysis.norms[at] == "and" and (denied or not any(near))


def _phrase(analysis: Analysis, sentence: Sentence, cue: Cue) -> int:
    """The first token of the noun phrase, with "a kind of" and "the larvae of" before it."""
    first = cue.first
    while first > sentence.first:
        before = first - 1
        kinds, norm = analysis.kinds[before], analysis.norms[before]
        if not analysis.gap(first).isspace() and analysis.gap(first) != "-":
            break
        if norm in _RELATIVES:
            break
        if norm == "of" and before > sentence.first and analysis.norms[before - 1] in _KINDS:
            first = before - 1
        elif kinds & Kind.DETERMINER or not kinds & _ENDS:
            if cue.first - before > 2 * _LONGEST or analysis.norms[before] in _BROUGHT_BY:
                break
            first = before
        else:
            break
    return first


def _called(analysis: Analysis, sentence: Sentence, cue: Cue, first: int) -> tuple[bool, Thing] | None:
    """Whether it is denied, and the thing, where the sentence calls something so."""
    norms = analysis.norms
    apposed = _apposed(analysis, sentence, cue, first)
    if apposed:
        return False, Thing(apposed)
    if norms[first] in _SETTINGS and cue.attributes.get("overlap") and cue.kind == "drug":
        thing = thing_of(analysis, sentence, [cue]) if first > sentence.first else Thing(analysis.topic.key)
        return None if thing is None else (False, thing)
    linked = _linked(analysis, sentence, first)
    if linked is None:
        return None
    at, denied = linked
    start = _subject(analysis, sentence, at)
    germ = next((i for i in range(start, at) if norms[i] in _GERMS), None)
    if germ is not None and cue.attributes["one_of"] == _GERM:
        return denied, Thing(_brings_on(analysis, sentence, germ + 1) or analysis.topic.key)
    key = _leading(analysis, sentence, cue, at)
    return (denied, Thing(key)) if key else None


def _leading(analysis: Analysis, sentence: Sentence, cue: Cue, at: int) -> frozenset[str]:
    """The thing that leads up to a copula; nothing where that is not said or only some of it is meant."""
    start = _subject(analysis, sentence, at)
    if start > sentence.first and (key := content(analysis, start, at, _NO_NAME)):
        return in_full(analysis, key)  # "since the syndrome is"
    thing = thing_of(analysis, sentence, [cue._replace(first=at)])
    return frozenset() if thing is None or thing.loose else thing.key


def _apposed(analysis: Analysis, sentence: Sentence, cue: Cue, first: int) -> frozenset[str]:
    """What is named right before ", a hormone,"; nothing where that does not stand beside a name."""
    kinds, after = analysis.kinds, cue.last
    if first == sentence.first or "," not in analysis.gap(first) or not kinds[first] & Kind.DETERMINER:
        return frozenset()
    goes_on = after < sentence.last and analysis.gap(after).isspace()
    if goes_on and not (kinds[after] & Kind.RELATIVE or analysis.norms[after].endswith(("ed", "ing"))):
        return frozenset()
    start = first
    while start > max(sentence.first, first - _NAME) and not kinds[start - 1] & (_ENDS & ~Kind.DETERMINER):
        if start < first and not analysis.gap(start).isspace():
            break
        start -= 1
    led = start == sentence.first or kinds[start - 1] & Kind.COPULA
    return content(analysis, start, first, _NO_NAME) if led else frozenset()


def _subject(analysis: Analysis, sentence: Sentence, at: int) -> int:
    """The first token of the noun phrase that leads up to a copula after "since" or a comma; else that of the sentence."""
    start = at
    while start > max(sentence.first, at - 2 * _LONGEST):
        kinds = analysis.kinds[start - 1]
        if kinds & (Kind.SUBORDINATOR | Kind.PARTING) and not kinds & Kind.DETERMINER:
            return start
        if kinds & (Kind.PRONOUN | Kind.AUXILIARY | Kind.COORDINATOR):
            break
        start -= 1
    return sentence.first


def _linked(analysis: Analysis, sentence: Sentence, first: int) -> tuple[int, bool] | None:
    """The copula, or "belongs to", that a noun phrase hangs on, and whether a negation stands between."""
    norms, kinds = analysis.norms, analysis.kinds
    denied = turned = False
    for at in range(first - 1, max(sentence.first, first - 2 * _LONGEST) - 1, -1):
        norm = norms[at]
        if norm in ("not", "never", "no") and not turned:
            denied = True
        elif norm in ("but", "and") or "," in analysis.gap(at + 1):
            turned = True
        if kinds[at] & Kind.COPULA or norm in ("belong", "belongs", "isn't", "aren't"):
            if norm in ("isn't", "aren't") and not turned:
                denied = True
            return at, denied or (
                not turned and at > sentence.first and norms[at] == "belong" and norms[at - 1] == "not"
            )
        if (
            norm
            in (
                "not",
                "never",
                "but",
                "as",
                "to",
                "the",
                "a",
                "an",
                "and",
                "no",
                "actually",
                "really",
                "also",
            )
            or norm in _CALLED
        ):
            continue
        if kinds[at] & (Kind.VERB | Kind.PREPOSITION | Kind.RELATIVE | Kind.SUBORDINATOR | Kind.AUXILIARY):
            return None
    return None


def _brought_on(analysis: Analysis, sentence: Sentence, cue: Cue, first: int) -> frozenset[str] | None:
    """What a germ is said to bring on: of "X is caused by a virus", "the virus that causes X", "an infection with a virus"."""
    norms, kinds = analysis.norms, analysis.kinds
    before = first - 1
    if before > sentence.first:
        near = norms[max(sentence.first, before - 3) : before]
        by = norms[before] in ("by", "with") and (not _BROUGHT_BY.isdisjoint(near) or "infection" in near)
        if by or any(word in near for word in _ORIGINS.get(norms[before], ())):
            copula = next(
                (i for i in range(before - 1, max(sentence.first, before - 8), -1) if kinds[i] & Kind.COPULA),
                None,
            )
            at = before - 1 if norms[before] == "from" else copula
            if at is None or any(kinds[i] & Kind.RELATIVE for i in range(at, before)):
                return None
            return _leading(analysis, sentence, cue, at) or None
    return None


def _brings_on(analysis: Analysis, sentence: Sentence, after: int) -> frozenset[str] | None:
    norms, kinds = analysis.norms, analysis.kinds
    while after < sentence.last and norms[after] in _BETWEEN:
        after += 1
    start = after + 1 if after < sentence.last and norms[after] in _CAUSING else None
    for words in _CAUSE_OF:
        if tuple(norms[after : after + len(words)]) == words:
            start = after + len(words)
    if start is None or start >= sentence.last:
        return None
    last = start
    while last < min(sentence.last, start + _NAME) and not kinds[last] & (
        Kind.VERB | Kind.AUXILIARY | Kind.PREPOSITION | Kind.RELATIVE | Kind.COORDINATOR
    ):
        if last > start and not analysis.gap(last).isspace():
            break
        last += 1
    return content(analysis, start, last, _NO_NAME) or analysis.topic.key


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
    return rarely or "exception" in cues or any(c.kind in ("modal", "ability") for c in near)


@cache
def _besides() -> Mapping[str, frozenset[str]]:
    """The classes to which a thing may belong beside one of them."""
    overlapping = {e.kind for e in groups("member") if e.attributes.get("overlap")}
    return {
        e.kind: frozenset(str(e.attributes.get("besides", "")).split(","))
        | (overlapping if e.attributes.get("overlap") else set())
        for e in groups("member")
    }
