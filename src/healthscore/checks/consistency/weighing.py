"""How two statements are held against each other: what they share, what tells them apart, and how sure that is.

A reader of some kind of statement (an effect, a denial, an amount, a grade) makes ``Statement``s; ``weigh`` holds
two of them against each other and says in words what decided. The confidence of a pair is a product of four
shares, each of which can be read off: how much of the subject is shared, how much of the matter, how directly the
two oppose each other, and how surely both are said. What tells the two apart makes it nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from healthscore.checks.base import Hit, Severity, Side, once
from healthscore.checks.consistency.headed import two_cases
from healthscore.checks.consistency.pairs import conflict, said
from healthscore.checks.consistency.settings import (
    of_dose_and_course,
    of_other_numbers_of_doses,
    of_shares,
    other_setting,
)
from healthscore.checks.consistency.wording import within
from healthscore.language.certainty import PLAIN
from healthscore.language.claims.circumstances import circumstances_of
from healthscore.language.claims.scope import forms_of, kinds_of

if TYPE_CHECKING:
    from healthscore.language.analysis import Analysis, Sentence
    from healthscore.language.claims import Claim
    from healthscore.language.claims.model import Voice

REPORTED = 0.5
SURE = 0.75
"""From these confidences on a pair is reported, and as an error; ``benchmarks/accuracy.py passages`` and
``contradiction`` measure how many of those are right."""

WITHIN = "what one speaks of may be no more than a part of what the other does"
"""Why a pair that is reported is a note and no more: "no fewer fractures", "fewer hip fractures"."""

MOST_PAIRS = 5_000
"""Pairs of one kind that are looked for in an article, in order of place. Patient information has up to 60 for a
thousand words, so that only a text made of repetitions reaches it, and what is wrong with that one shows by then."""

_INCLUDED = 0.85  # one subject or matter says more than the other ("green tea", "tea")
_SILENT = 0.45  # one side names no subject, or neither does: never enough by itself
_LEAST_ALIKE = 0.8  # share of terms under which two things are different things
_NO_LIMITS = frozenset({"population:adult", "degree:complete"})
_THESE_AMOUNTS, _SOME = "dose:these", "subject:some"
_NAMED_BY_BOTH = ("form:", "strength:", "kind:", "study:", "moment:", "which:", "opening:", "cause:")
_OF_SEVERAL = ("kind:", "study:", "strength:")
_CIRCUMSTANCES = {"kind:", "opening:"}
_FORM = "form:"
_SUPPLEMENT, _FOOD = "form:supplement", "form:food"
_ONLY_AGAINST = {  # limits that set a statement apart from this one alone
    "time:long": "time:short",
    "time:soon": "time:long",
    "people:affected": "population:healthy",
}


class Statement(Struct, frozen=True):
    """One side of a possible conflict.

    ``subject`` and ``matter`` are the stems and concepts by which it is compared, ``limits`` whom, which dose
    and which time it is limited to (``population:children``), ``said`` how it is put, in few words, and ``name`` of
    whom. ``doer`` and ``head`` are the terms that subject and matter are about most of all.
    """

    sentence: Sentence
    said: str
    subject: frozenset[str]
    matter: frozenset[str]
    doer: str = ""
    head: str = ""
    limits: frozenset[str] = frozenset()
    voice: Voice = "article"
    certainty: float = PLAIN
    name: str = ""

    @classmethod
    def of(cls, analysis: Analysis, claim: Claim, said: str) -> Statement:
        """What a claim of the ledger says; a property may be that of one form or strength."""
        sentence = analysis.sentences[claim.sentence]
        return cls(
            sentence,
            said,
            claim.subject_key,
            claim.object_key,
            claim.subject_head,
            claim.object_head,
            circumstances_of(analysis, sentence).union(
                claim.scope,
                _forms(analysis, sentence, claim),
                kinds_of(analysis, sentence),
            ),
            "article" if claim.negated and claim.voice == "rebutted" else claim.voice,
            claim.certainty,
            within(analysis, claim.subject),
        )

    def of_object(self) -> Statement:
        """The same of what the claim is about, whatever the subject: of X in "X is caused by Y"."""
        return replace(self, subject=self.matter, doer=self.head)


def _forms(analysis: Analysis, sentence: Sentence, claim: Claim) -> Iterator[str]:
    """The forms and strengths that a property is said of, and the form in which a subject acts.

    Of "zinc lozenges" and of "rubbed in as a gel, zinc ..." that one.
    """
    fronted = analysis.article.prose[sentence.start : claim.start].lower()
    named = claim.subject.lower() + (fronted if fronted.rstrip().endswith(",") else "")
    for form in forms_of(analysis, sentence):
        if claim.relation == "is" or (form.startswith(_FORM) and form.removeprefix(_FORM) in named):
            yield form


class Weighed(NamedTuple):
    """Two statements that may not both hold, in order of place, with what decided whether that is reported.

    ``apart``: what lets both hold, in words; empty where nothing does.
    """

    rule: str
    first: Statement
    second: Statement
    message: str
    suggestion: str
    confidence: float
    decided: tuple[str, ...]
    apart: tuple[str, ...] = ()

    @property
    def places(self) -> tuple[int, int]:
        """The two sentences, by index."""
        return self.first.sentence.index, self.second.sentence.index

    @property
    def severity(self) -> Severity | None:
        """How grave it is; None where it is not reported."""
        if self.confidence < REPORTED:
            return None
        if WITHIN in self.decided:
            return "note"
        return "error" if self.confidence >= SURE else "warning"

    def hit(self, pairs: Iterable[Weighed] = ()) -> Hit:
        """The finding of a pair that is reported; ``pairs`` are all on the same matter, for its further places."""
        sides = _sides(self, list(pairs))
        return conflict(
            self.severity or "note",
            self.message,
            self.suggestion,
            [sentence for sentence, side in sides.items() if side == 1],
            [sentence for sentence, side in sides.items() if side == 2],
            beside=[sentence for sentence, side in sides.items() if side is None],
            decided=self.decided,
        )


def weigh(
    rule: str,
    one: Statement,
    other: Statement,
    directness: float,
    message: str | Callable[[Statement, Statement], str],
    suggestion: str,
) -> Weighed:
    """Hold two statements against each other; ``directness`` is how far they exclude each other, 0-1.

    ``message`` is one plain sentence, or makes one of the two in order of place.
    """
    first, second = (one, other) if one.sentence.index <= other.sentence.index else (other, one)
    apart = told_apart(first, second)
    subject, about_subject = _shared("subject", first.subject, second.subject)
    matter, about_matter = _shared("matter", first.matter, second.matter)
    if first.head != second.head and first.matter != second.matter:
        matter, about_matter = 0.0, f"different matter: {first.head} and {second.head}"
    if first.doer != second.doer and first.subject != second.subject and first.subject and second.subject:
        subject, about_subject = 0.0, f"different subject: {first.doer} and {second.doer}"
    shared = 0.0 if apart else subject * matter
    confidence = round(shared * directness * surely(first, second), 4) if shared else 0.0
    decided = (about_subject, about_matter, how_opposed(directness, first, second), *apart)
    told = message if isinstance(message, str) else message(first, second)
    return Weighed(rule, first, second, told, suggestion, confidence, decided, apart)


def of_parts(pair: Weighed, wider: Claim, narrower: Claim) -> Weighed:
    """The pair of two claims, as no more than a note where the object of one lies within that of the other."""
    nested = wider.object_key < narrower.object_key
    return pair._replace(decided=(*pair.decided, WITHIN)) if nested else pair


def stated(analysis: Analysis, claim: Claim) -> Statement:
    """What a claim says in the words of ``said``, made once for all the pairs that it stands in."""
    known = _stated(analysis)
    if claim.id not in known:
        thing = within(analysis, claim.object)
        worded = claim if thing == claim.object else replace(claim, object=thing)
        known[claim.id] = Statement.of(analysis, claim, said(worded))
    return known[claim.id]


@once
def _stated(_: Analysis) -> dict[str, Statement]:
    return {}


def parted(analysis: Analysis, pairs: Iterable[Weighed]) -> Iterator[Weighed]:
    """The pairs, with nothing left of one whose sides tell of two cases: by the headings above them, or by their words."""
    for pair in pairs:
        why = _why_parted(analysis, pair) if pair.severity is not None else ""
        yield (
            pair._replace(confidence=0.0, decided=(*pair.decided, why), apart=(*pair.apart, why))
            if why
            else pair
        )


def _why_parted(analysis: Analysis, pair: Weighed) -> str:
    if two_cases(analysis, *pair.places):
        return "each under a heading that tells a case of its own"
    first, second = pair.first.sentence, pair.second.sentence
    if other_setting(analysis, first, second):
        return "each of another time, use or amount, by their words"
    if pair.rule == "consistency/severity-conflict" and of_shares(analysis, first, second):
        return "each of a share of people"
    if pair.rule != "consistency/quantity-conflict":
        return "after other numbers of doses" if of_other_numbers_of_doses(analysis, first, second) else ""
    return "of a dose, and of a whole course" if of_dose_and_course(analysis, first, second) else ""


def reported(analysis: Analysis, weighed: Iterable[Weighed]) -> Iterator[Hit]:
    """One hit for each matter on which statements exclude each other: its surest pair, then the other places."""
    found = [pair for pair in parted(analysis, weighed) if pair.severity is not None]
    by_matter: defaultdict[object, list[Weighed]] = defaultdict(list)
    for pair in sorted(found, key=_surest_first):
        by_matter[
            pair.rule, pair.first.head or pair.first.matter, pair.first.subject == pair.first.matter
        ].append(pair)
    told: set[tuple[int, int]] = set()
    for pairs in by_matter.values():
        surest = next((p for p in pairs if p.places not in told), None)
        if surest is not None:
            told.update(p.places for p in pairs)
            yield surest.hit(pairs)


def _sides(pair: Weighed, pairs: Sequence[Weighed]) -> Mapping[Sentence, Side | None]:
    """The side of each sentence of some pairs, by what it excludes: what excludes one side is on the other.

    The first two are those of ``pair`` itself. None where nothing leads from it, or to both sides: of "rare", "common" and
    "very common" each excludes the others.
    """
    opposed: defaultdict[Sentence, list[Sentence]] = defaultdict(list)
    for one in (pair, *pairs):
        opposed[one.first.sentence].append(one.second.sentence)
        opposed[one.second.sentence].append(one.first.sentence)
    sides: dict[Sentence, Side] = {pair.first.sentence: 1, pair.second.sentence: 2}
    reached = [*sides]
    for sentence in reached:  # which grows
        for other in opposed[sentence]:
            if other not in sides:
                sides[other] = 2 if sides[sentence] == 1 else 1
                reached.append(other)
    torn = {s for s in reached[2:] if any(sides[other] == sides[s] for other in opposed[s])}
    return {s: None if s in torn else sides.get(s) for s in dict.fromkeys((*reached, *opposed))}


def _surest_first(pair: Weighed) -> tuple[bool, float, int, int]:
    return WITHIN in pair.decided, -pair.confidence, pair.first.sentence.start, pair.second.sentence.start


@lru_cache(maxsize=4096)
def _shared(name: str, a: frozenset[str], b: frozenset[str]) -> tuple[float, str]:
    """How far two things are one, 0-1, and the reason in words."""
    if not a or not b:
        return _SILENT, f"{name} not named on both sides"
    if a == b:
        return 1.0, f"same {name}: {_words(a)}"
    if a < b or b < a:
        return _INCLUDED, f"{name}: {_words(a)} and {_words(b)}, one within the other"
    both = a & b
    alike = 2 * len(both) / (len(a) + len(b))
    if alike < _LEAST_ALIKE:  # each has something that the other has not: simvastatin here, pravastatin there
        return 0.0, f"different {name}: {_words(a)} and {_words(b)}"
    return alike, f"{name} in part the same: {_words(both)}"


def surely(first: Statement, second: Statement) -> float:
    """A factor for the less certain of the two: 1 where both are plain, towards 0.5 the more one is hedged."""
    return 0.5 + 0.5 * min(1.0, min(first.certainty, second.certainty) / PLAIN)


def how_opposed(directness: float, first: Statement, second: Statement) -> str:
    """The opposition and both certainties, in words."""
    return _opposed_so(directness, first.certainty, second.certainty)


@lru_cache(maxsize=1024)
def _opposed_so(directness: float, first: float, second: float) -> str:
    return f"opposition {directness:.2f}, certainty {first:.2f} and {second:.2f}"


def told_apart(first: Statement, second: Statement) -> tuple[str, ...]:
    """What the two statements are limited to that lets both hold, in words."""
    same = first.limits == second.limits and first.limits.isdisjoint((_THESE_AMOUNTS, _SOME))
    apart = () if same else _limited_apart(first.limits, second.limits)
    if first.voice == second.voice == "article":
        return apart
    voices = (side.voice for side in (first, second) if side.voice != "article")
    return (*(f"not said in the article's own voice ({voice})" for voice in voices), *apart)


@lru_cache(maxsize=4096)
def _limited_apart(first: frozenset[str], second: frozenset[str]) -> tuple[str, ...]:
    return tuple(_reasons(first, second))


def _reasons(first: frozenset[str], second: frozenset[str]) -> Iterator[str]:
    """Which limits of one side the other has not, in words; of forms and moments only where both sides name some."""
    (ours, of_ours), (theirs, of_theirs) = _parted(first), _parted(second)
    if _THESE_AMOUNTS in ours and _THESE_AMOUNTS in theirs:
        yield "each is limited to amounts that stand elsewhere"
    if _SOME in ours and _SOME in theirs:
        yield "each speaks of some of it only"
    if _in_other_circumstances(of_ours.keys(), of_theirs.keys()):
        yield "each of another kind, or under other circumstances"
    for kind in _NAMED_BY_BOTH if of_ours and of_theirs else ():
        one, other = of_ours.get(kind), of_theirs.get(kind)
        if one and other and _differ(kind, one, other) and not _capsules(one, other):
            yield f"another {_words(one)}, {_words(other)}"
    for here, there in ((ours, theirs), (theirs, ours)):
        for limit in sorted(here - there):
            if limit not in _ONLY_AGAINST or _ONLY_AGAINST[limit] in there:
                yield f"only one is limited to {_plain(limit)}"


def _differ(kind: str, one: frozenset[str], other: frozenset[str]) -> bool:
    """True where no limit is the same; of kinds where each has one more: "early-onset" and "late-onset"."""
    return one.isdisjoint(other) or (kind in _OF_SEVERAL and not (one <= other or other <= one))


@lru_cache(maxsize=4096)
def _parted(limits: frozenset[str]) -> tuple[frozenset[str], Mapping[str, frozenset[str]]]:
    """What one side alone may be limited to, and by their kind the limits of which both sides must name some."""
    by_kind = {kind: frozenset(s for s in limits if s.startswith(kind)) for kind in _NAMED_BY_BOTH}
    rest = limits.difference(_NO_LIMITS, *by_kind.values())
    return rest, {kind: named for kind, named in by_kind.items() if named}


def _in_other_circumstances(ours: Set[str], theirs: Set[str]) -> bool:
    """True where one is limited to a kind and the other to a circumstance: "early decay", "once there is a hole"."""
    ours, theirs = ours & _CIRCUMSTANCES, theirs & _CIRCUMSTANCES
    return bool(ours and theirs) and ours.isdisjoint(theirs)


def _capsules(first: frozenset[str], second: frozenset[str]) -> bool:
    """True where one side says "supplement" and the other in which form, which is no other form of it."""
    return _SUPPLEMENT in first | second and _FOOD not in first | second


def _plain(limit: str) -> str:
    return limit.partition(":")[2].replace("=", "").replace("+", " ")


@lru_cache(maxsize=4096)
def _words(terms: frozenset[str]) -> str:
    return " ".join(sorted(term.lstrip("=") for term in terms))
