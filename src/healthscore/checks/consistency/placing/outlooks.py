"""How a thing turns out, in how many: a trifle or a danger to life, got over or left with damage, safe or not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import combinations, islice
from typing import NamedTuple

from healthscore.checks.base import once
from healthscore.checks.consistency.graded import meets
from healthscore.checks.consistency.pairs import apart, statements_with, wording
from healthscore.checks.consistency.placing.held import Put, held
from healthscore.checks.consistency.placing.stretches import (
    CONDITIONS,
    DOUBTS,
    Named,
    Stretch,
    alike,
    limits_in,
    named_in,
    people_in,
    stretch_of,
)
from healthscore.checks.consistency.referents import written
from healthscore.checks.consistency.weighing import Weighed
from healthscore.language.analysis import Analysis, Sentence
from healthscore.language.claims.kinds import Kind
from healthscore.language.cues import Cue
from healthscore.language.lexicon import words
from healthscore.language.stems import stem

_OF_PAIN = ("hurts-little", "hurts-much")
_PROTECTED = frozenset({"protect", "immun", "vaccin"})  # stems
_MOST = 12  # statements that are held against each other
_FEW, _SOME, _HALF = 0.2, 0.3, 0.5  # as in the lexicon
_ALL = 0.9
_OPPOSED = {
    "mild": {"grave", "lasts"},
    "recovers": {"lasts"},
    "hurts-little": {"hurts-much"},
    "safe": {"injures"},
}
_ENDS = frozenset({"good", "life", "well", "fine", "fit"})  # where they end what is said
_SUGGESTION = "Say in how many it is mild and in how many grave, and when to get help."


class Outlook(NamedTuple):
    """That a thing turns out so, ``kind``, in a share of those concerned of at least ``share``."""

    sentence: Sentence
    kind: str
    share: float
    said: str
    named: Named
    limits: frozenset[str]

    def excludes(self, other: Outlook) -> bool:
        """True where the two cannot both hold: together they would be true of more than all."""
        if self.kind == other.kind:
            return self.kind == "recovers" and min(self.share, other.share) <= _FEW < _HALF < max(
                self.share, other.share
            )
        one, two = (self, other) if self.kind in _OPPOSED else (other, self)
        return two.kind in _OPPOSED.get(one.kind, ()) and one.share + two.share > 1


@once
def outlooks(analysis: Analysis) -> list[Weighed]:
    """Every pair of two ways in which one thing turns out, which cannot both hold, weighed."""
    kinds = _contested({cue.kind for cue in analysis.cues_of("outlook")})
    found = list(islice(_read(analysis, kinds), 2 * _MOST)) if kinds else []
    return [
        _weighed(analysis, one, other, key)
        for one, other in combinations(found, 2)
        if apart(one, other)
        and one.excludes(other)
        and (key := alike(analysis, one.named, other.named, closely=one.kind in _OF_PAIN))
    ]


def _weighed(analysis: Analysis, one: Outlook, other: Outlook, key: frozenset[str]) -> Weighed:
    name = written(analysis, key, one.sentence, other.sentence)
    return held(
        "safety-conflict" if "safe" in (one.kind, other.kind) else "severity-conflict",
        key,
        "outlook",
        (_put(one, other), _put(other, one)),
        lambda a, b: f"Of {name} it says “{a.said}” here and “{b.said}” there.",
        _SUGGESTION,
    )


def _put(here: Outlook, there: Outlook) -> Put:
    """One side; most children are no exception where the other is said of nearly everybody."""
    limits = here.limits
    if here.share > _HALF and there.share >= _ALL and not there.limits:
        limits -= {"population:children"}
    return Put(here.sentence, here.said, limits)


def _contested(kinds: set[str]) -> frozenset[str]:
    """Those of some kinds of cues that another of them may exclude, read by which there is something to compare."""
    pairs = ((one, other) for one, others in _OPPOSED.items() for other in others)
    told = kinds | ({"hurts-little"} if "mild" in kinds else set())  # "the pain is mild"
    both = {kind for pair in pairs if told.issuperset(pair) for kind in pair}
    both |= {"mild"} if "hurts-little" in both else set()
    return frozenset(both | (kinds & {"recovers"}))  # of which "hardly anyone" says the contrary


def _read(analysis: Analysis, kinds: frozenset[str]) -> Iterator[Outlook]:
    for sentence in statements_with(analysis, "outlook"):
        cues = analysis.cues_by_category(sentence)["outlook"]
        last = sentence.first
        for cue in cues if "exception" not in analysis.cues_by_category(sentence) else ():
            if cue.kind == "lasts" and not _PROTECTED.isdisjoint(
                analysis.stems[sentence.first : sentence.last]
            ):
                continue  # "a single dose protects for life"
            if cue.kind in kinds and cue.first >= last and _is_said(analysis, cue):
                stretch = stretch_of(analysis, sentence, cue)
                found = _outlook(analysis, sentence, stretch, cue)
                last = stretch.last
                if found is not None:
                    yield found


def _outlook(analysis: Analysis, sentence: Sentence, stretch: Stretch, cue: Cue) -> Outlook | None:
    """What a cue says in its stretch of a sentence, where it says so of all."""
    limits = limits_in(analysis, sentence, stretch, timed=False)
    if cue.attributes.get("alone"):
        stretch = stretch._replace(last=cue.last)
    cues = analysis.cues_by_category(sentence)["outlook"]
    share = _share(cue, [c for c in cues if c.kind == "share" and stretch.holds(c)])
    pained = not words("outlook-word", "pain").isdisjoint(analysis.norms[stretch.first : stretch.last])
    if share is None or (cue.attributes.get("pain") and not pained):
        return None
    if _leaves_room(analysis, sentence, stretch, [cue, *cues]):
        return None
    kind = "hurts-little" if pained and cue.kind == "mild" and cue.attributes.get("said") else cue.kind
    named = named_in(analysis, sentence, stretch, [cue, *cues, *people_in(analysis, sentence)])
    if kind in _OF_PAIN:
        named = named._replace(terms=named.terms - _pain())
    return Outlook(sentence, kind, share, wording(analysis, cue), named, limits)


@cache
def _pain() -> frozenset[str]:
    return frozenset(map(stem, words("outlook-word", "pain"))) | {"=pain"}


def _is_said(analysis: Analysis, cue: Cue) -> bool:
    """False for "for good results" and "well tolerated", and the "deadly" of "a deadly poison"."""
    joined = cue.last < len(analysis.norms) and analysis.gap(cue.last).isspace()
    if joined and analysis.norms[cue.last - 1] in _ENDS and not analysis.kinds[cue.last] & Kind.CLOSED:
        return analysis.norms[cue.last] == "again"
    if not cue.attributes.get("said"):
        return True
    before, kinds = cue.first - 1, analysis.kinds
    while before >= 0 and kinds[before] & Kind.ADVERB:
        before -= 1
    return before >= 0 and bool(kinds[before] & Kind.COPULA)


def _share(cue: Cue, shares: Sequence[Cue]) -> float | None:
    """In how many it is so at least; None where it is so in some, which excludes nothing."""
    told = [float(c.attributes["share"]) for c in shares]
    if not told:
        return float(cue.attributes["share"])
    if _SOME in told or (min(told) <= _FEW and (cue.kind != "recovers" or max(told) > _FEW)):
        return None
    return max(told)


def _leaves_room(analysis: Analysis, sentence: Sentence, stretch: Stretch, own: Sequence[Cue]) -> bool:
    """True for what may be, is denied, holds under a condition, or is compared."""
    cues = analysis.cues_by_category(sentence)
    doubts = DOUBTS if own[0].kind != "injures" else ()  # that it can is enough
    beside = [*cues.get("negation", ()), *(c for c in cues.get("hedge", ()) if c.kind in doubts)]
    if any(stretch.holds(c) and not meets(c, own) for c in beside):
        return True
    norms = analysis.norms
    return any(
        norms[i] in CONDITIONS and norms[i - 1] != "even" and not any(c.first <= i < c.last for c in own)
        for i in range(max(sentence.first, stretch.first - 1), stretch.last)
    )
