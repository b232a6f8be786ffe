"""Which claims may be held against each other at all: same thing, same holder, same scope, own voice."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from functools import cache
from itertools import chain, islice
from typing import Protocol, TypeVar

from healthscore.article import Span
from healthscore.checks.base import Hit, Severity, Side, once
from healthscore.language.analysis import Analysis, Sentence
from healthscore.language.claims import Claim
from healthscore.language.claims.clauses import is_concessive
from healthscore.language.claims.kinds import Kind
from healthscore.language.claims.model import Relation
from healthscore.language.cues import Cue
from healthscore.language.lexicon import groups

_MOST_ALIKE = 4  # claims of one kind that are held against others
_MOST_SHARING = 24  # claims on one term that are
_MORE = 5  # further places shown after a pair
_NEGATION_REACH = 4  # tokens between a denial and what it denies
_RESULTS = frozenset({"improvement", "improvements", "difference", "differences", "benefit", "benefits"})
ATTACKS = frozenset(
    {"attack", "flare", "episod", "seizur", "symptom"}
)  # what sets them off causes no illness
DIFFERENT = frozenset(
    {"differ"}
)  # what two things give is compared, and nothing said to be raised or lowered
LATER = frozenset({"later", "afterwards", "afterward"})  # what is harmless then is over
MAY = ("modal", "ability")  # kinds of hedge
_SOMETIMES = 2  # a step
WHOLLY = "degree:complete"  # the scope of "cures", which may be denied of what helps


class _Said(Protocol):
    """What a sentence says, as one side of a possible conflict."""

    @property
    def sentence(self) -> Sentence:
        """Where it is said."""


_A = TypeVar("_A", bound=_Said)
_B = TypeVar("_B", bound=_Said)


def opposites(ones: Iterator[_A], others: Iterator[_B], most: int) -> list[tuple[_A, _B]]:
    """The first ``most`` of two poles in pairs of different sentences; the second is read only where there is the first."""
    first = list(islice(ones, most))
    second = list(islice(others, most)) if first else []
    return [(one, other) for one in first for other in second if one.sentence != other.sentence]


def apart(one: _Said, other: _Said) -> bool:
    """True where what two say does not stand in one sentence, or in two of which one follows the other."""
    return abs(one.sentence.index - other.sentence.index) > 1


def own(claims: Iterable[Claim]) -> list[Claim]:
    """Claims that the article itself makes; not what it quotes, asks, makes conditional or rebuts."""
    return [claim for claim in claims if claim.voice == "article"]


def states(analysis: Analysis, sentence: Sentence) -> bool:
    """True for a statement of the article's own: no question, nothing quoted, reported or conditional."""
    if sentence.index in analysis.quoted or analysis.article.text[sentence.end - 1] == "?":
        return False
    return not _in_another_voice(analysis, sentence)


def may_be(analysis: Analysis, sentence: Sentence) -> bool:
    """True where a sentence says of something that it may or can be so."""
    return any(cue.kind in MAY for cue in analysis.cues_by_category(sentence).get("hedge", ()))


def is_seldom(analysis: Analysis, sentence: Sentence) -> bool:
    """True where a sentence tells of what is so sometimes or less: "now and then it lasts for hours"."""
    often = analysis.cues_by_category(sentence).get("frequency", ())
    return any(int(cue.attributes["step"]) <= _SOMETIMES for cue in often)


def _in_another_voice(analysis: Analysis, sentence: Sentence) -> bool:
    voices = analysis.cues_by_category(sentence).get("voice", ())
    return any(not is_concessive(analysis, cue) for cue in voices)


@once
def statements(analysis: Analysis) -> list[Sentence]:
    """The sentences of prose that are statements of the article's own."""
    text = analysis.article.text
    voiced = analysis.prose_with("voice")
    unsaid = analysis.quoted.union([s.index for s in voiced if _in_another_voice(analysis, s)])
    return [s for s in analysis.prose_sentences if s.index not in unsaid and text[s.end - 1] != "?"]


def statements_at(analysis: Analysis, tokens: Iterable[int]) -> list[Sentence]:
    """The statements of the article's own that hold any of these tokens, which are in order."""
    stated = _places_of_statements(analysis)
    found = dict.fromkeys([analysis.sentence_at(token).index for token in tokens])
    return [analysis.sentences[index] for index in found if index in stated]


def statements_with(analysis: Analysis, category: str) -> list[Sentence]:
    """The statements of the article's own that hold a cue of the category."""
    stated = _places_of_statements(analysis)
    return [sentence for sentence in analysis.prose_with(category) if sentence.index in stated]


@once
def _places_of_statements(analysis: Analysis) -> frozenset[int]:
    return frozenset([sentence.index for sentence in statements(analysis)])


def candidates(claims: Sequence[Claim], side: Callable[[Claim], Hashable]) -> Iterator[tuple[Claim, Claim]]:
    """Pairs of claims on other sides whose objects share a term, of different sentences, each once, in order of place.

    Of a claim that is made over and over the first few are held against others, and a term of very many claims
    makes no pairs: cost stays linear. What is said of a thing's effect on itself ("the virus causes the illness" that
    has its name) is no statement of an effect, nor is what a result does.
    """
    sides = {claim.id: side(claim) for claim in claims if claim.object_key}
    taken: defaultdict[str, set[Hashable]] = defaultdict(set)
    for claim in claims:
        for term in claim.object_key:
            taken[term].add(sides[claim.id])
    disputed = {term for term, there in taken.items() if len(there) > 1}
    kept: list[Claim] = []
    index: defaultdict[str, list[int]] = defaultdict(list)
    for claim in _first_of_each(c for c in claims if not disputed.isdisjoint(c.object_key)):
        terms = sorted(disputed & claim.object_key)  # in the same order in every process
        for place in dict.fromkeys(chain.from_iterable([index[term] for term in terms])):
            other = kept[place]
            if other.sentence != claim.sentence and sides[other.id] != sides[claim.id]:
                yield other, claim
        for term in terms:
            if len(index[term]) < _MOST_SHARING:
                index[term].append(len(kept))
        kept.append(claim)


def _first_of_each(claims: Iterable[Claim]) -> Iterator[Claim]:
    made: Counter[tuple[object, ...]] = Counter()
    for claim in claims:
        kind = (claim.subject_key, claim.object_key, claim.scope, claim.relation, claim.negated, claim.voice)
        made[kind] += 1
        if made[kind] <= _MOST_ALIKE and _has_doer(claim):
            yield claim


def _has_doer(claim: Claim) -> bool:
    """False for what acts on itself, for "a modest improvement", which is a result, and for "different results"."""
    itself = bool(claim.subject_key) and claim.subject_key <= claim.object_key
    return (
        not itself
        and DIFFERENT.isdisjoint(claim.object_key)
        and claim.subject.lower().rpartition(" ")[2] not in _RESULTS
    )


def only_mentioned(analysis: Analysis, claim: Claim) -> bool:
    """True for an effect of which nothing is said: what a trial looks at, what is less likely, what not to do.

    "Cherry juice to ease gout: a randomised trial", "less likely to cause drowsiness", "do not change the dose".
    """
    known = _only_mentioned(analysis)  # a claim stands in many pairs
    if claim.id not in known:
        known[claim.id] = _mentions(analysis, claim)
    return known[claim.id]


@once
def _only_mentioned(_: Analysis) -> dict[str, bool]:
    return {}


def _mentions(analysis: Analysis, claim: Claim) -> bool:
    sentence = analysis.sentences[claim.sentence]
    cues, norms = analysis.cues_by_category(sentence), analysis.norms
    made = (c.first for c in cues.get("effect", ()) if claim.start <= c.start < claim.end)
    for first in made:
        before = tuple(norms[max(sentence.first, first - 3) : first])
        if before[-2:] == ("likely", "to") and before[0] == "less":
            return True
        if before in (("do", "not"), ("don't",), ("never",)) and first - len(before) == sentence.first:
            return True
        aim = before[-1:] == ("to",) and not analysis.kinds[first - 2] & (Kind.AUXILIARY | Kind.VERB)
        if aim and "design" in cues:
            return True
    return False


def span(sentence: Sentence) -> Span:
    """A sentence's characters."""
    return Span(sentence.start, sentence.end)


def conflict(
    severity: Severity,
    message: str,
    suggestion: str,
    ones: Sequence[Sentence],
    others: Sequence[Sentence],
    *,
    beside: Iterable[Sentence] = (),
    decided: tuple[str, ...] = (),
) -> Hit:
    """The finding of two sides: the first sentence of each, in order of place, then where else they are said.

    What is said ``beside`` the two, and a sentence of both, is on no side.
    """
    first, second = sorted((ones, others), key=lambda sentences: sentences[0].index)
    pair: dict[Sentence, Side | None] = {first[0]: 1, second[0]: 2}
    on_both = set(first).intersection(second)
    sides: dict[Sentence, Side | None] = dict.fromkeys((*beside, *on_both))
    sides |= {sentence: 1 for sentence in first if sentence not in on_both}
    sides |= {sentence: 2 for sentence in second if sentence not in on_both}
    rest = sorted((sentence for sentence in sides if sentence not in pair), key=lambda s: s.index)
    shown = pair | {sentence: sides[sentence] for sentence in rest[:_MORE]}
    return Hit(
        severity,
        message,
        suggestion,
        tuple(map(span, shown)),
        decided=decided,
        sides=tuple(shown.values()),
    )


def wording(analysis: Analysis, cue: Cue) -> str:
    """The words of a cue in one line and lower case, for messages."""
    return " ".join(analysis.quote(cue.start, cue.end).lower().split())


def is_denied_before(analysis: Analysis, sentence: Sentence, cue: Cue) -> bool:
    """True where a negation stands shortly before a cue."""
    denials = analysis.cues_by_category(sentence).get("negation", ())
    return any(0 <= cue.first - c.last < _NEGATION_REACH for c in denials)


def said(claim: Claim) -> str:
    """A claim in a few words, for messages: what it says of its object."""
    if claim.relation == "is":
        return f"not {claim.object}" if claim.is_not else claim.object
    thing = claim.object
    if claim.object_head in _dimensions():  # "thins the blood" lowers its thickness
        thing = f"the {claim.object_head.lstrip('=')} of {thing.removeprefix('the ')}"
    if claim.strength == "correlational" and claim.relation == "causes":
        return f"is {'not ' if claim.negated else ''}linked to {thing}"
    verb = f"does not {_PLAIN_FORMS[claim.relation]}" if claim.negated else claim.relation
    return f"{verb} {thing}"


@cache
def _dimensions() -> frozenset[str]:
    return frozenset(f"={e.attributes['dimension']}" for e in groups("effect") if "dimension" in e.attributes)


_PLAIN_FORMS: dict[Relation, str] = {
    "raises": "raise",
    "lowers": "lower",
    "causes": "cause",
    "prevents": "prevent",
    "treats": "treat",
    "affects": "affect",
    "has": "have",
}
