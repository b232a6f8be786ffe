"""What a figure in a sentence is of: the words of its clause that name a thing, and whom and when it is limited to."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Set
from dataclasses import dataclass, replace
from typing import NamedTuple

from healthscore.checks.base import once
from healthscore.checks.consistency.aligned import matter_by_token
from healthscore.checks.consistency.pairs import statements_at
from healthscore.checks.consistency.referents import referent
from healthscore.checks.consistency.weighing import Statement, Weighed, weigh
from healthscore.language.analysis import Analysis, Sentence
from healthscore.language.certainty import certainty_of
from healthscore.language.claims.kinds import Kind
from healthscore.language.claims.scope import forms_of, limits_of, moments_of
from healthscore.language.claims.times import Time, times_in
from healthscore.language.cues import Cue
from healthscore.language.lexicon import words

_NAMES_NOTHING = (
    Kind.GENERIC_NOUN | Kind.PERSON_NOUN | Kind.TIME_NOUN | Kind.USE_WORD | Kind.USE_NOUN | Kind.VERB
    | Kind.FORM_NOUN | Kind.PRODUCT_NOUN | Kind.CONDITION_NOUN | Kind.HAVING | Kind.SOME_WORD | Kind.USED_PARTICIPLE
)  # fmt: skip
_TOPICAL = Kind.GENERIC_NOUN | Kind.FORM_NOUN | Kind.PRODUCT_NOUN | Kind.USE_NOUN | Kind.CONDITION_NOUN
"""Nouns that stand for what the article is about where nothing else is named: "the tablets", "an attack"."""
_PREDICATE = Kind.AUXILIARY | Kind.VERB
_MARKS = frozenset(",;:()–—")
_PARTS = frozenset({"because", "although", "though", "whereas", "whenever", "unless", "if"})
_MOST = 8  # figures on one question that are held against each other
_TIMES = ("time:", "moment:start", "moment:later", "strength:", "dose:")
_KIND = "~"  # before a term that tells one kind of a thing from the others
_SEXES = {
    "girl": "girls",
    "girls": "girls",
    "boy": "boys",
    "boys": "boys",
    "males": "males",
    "females": "females",
}
_GROUPS = frozenset(
    {"=baby", "=children", "=infant", "=adult", "=women", "=men", "=elderly"}
)  # are limits, no things
_MAY = frozenset({"may", "might", "can", "could", "sometimes", "occasionally", "some", "few", "rarely"})
_ALLOWED = frozenset({"can", "could", "may", "might"})
_ALWAYS = frozenset({"always", "never", "every", "all", "must", "only"})
_IN_ANY_CASE = frozenset({"always", "never", "invariably"})
_WIDE_APART, _SAME_WORDS = 1.5, 1.25
"""The factor between two figures that no rounding explains, and that where all other words are the same."""
COUNTED = (1.0, 1.0)
"""Those of counts, which nobody rounds."""


class Extent(NamedTuple):
    """The stretch ``[first, last)`` of a sentence, in tokens, that a figure belongs to."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure with the question that it answers (``onset``), what it is of, and the lengths or counts it allows.

    ``head`` is the term that leads; ``possible``: no more than may be; ``general``: said of all cases; ``always``:
    in so many words.
    """

    sentence: Sentence
    question: str
    said: str
    low: float
    high: float
    terms: frozenset[str]
    head: str
    limits: frozenset[str]
    certainty: float
    possible: bool
    general: bool
    always: bool = False

    def statement(self) -> Statement:
        """The figure as one side of a conflict."""
        matter = frozenset({self.question})
        name = " ".join(sorted(term.lstrip("=~").replace("-", " ") for term in self.terms))
        return Statement(
            self.sentence,
            self.said,
            self.terms,
            matter,
            limits=self.limits,
            certainty=self.certainty,
            name=name,
        )


class Asked(NamedTuple):
    """A question that a sentence answers with a figure, and how that is read in full, which costs more."""

    question: str
    read: Callable[[], Figure]


def answered_twice(asked: Iterable[Asked]) -> list[Figure]:
    """The figures on questions to which an article gives more than one, in order of place."""
    found = list(asked)
    often = Counter(one.question for one in found)
    return [one.read() for one in found if often[one.question] > 1]


@once
def _times(analysis: Analysis) -> dict[int, list[Time]]:
    return {}


def times_of(analysis: Analysis, sentence: Sentence) -> list[Time]:
    """The stretches of time in a sentence, read once for all who ask."""
    known = _times(analysis)
    if sentence.index not in known:
        known[sentence.index] = times_in(analysis, sentence)
    return known[sentence.index]


def stated_at(analysis: Analysis, tokens: Iterable[int]) -> list[Sentence]:
    """The statements that hold any of these tokens; with those that an "if" makes no less sure.

    "It only works if it is started early" says so of any case, and "if you have no special risk" of nearly all.
    """
    places = list(tokens)
    found = {sentence.index: sentence for sentence in statements_at(analysis, places)}
    for index in dict.fromkeys([analysis.sentence_at(token).index for token in places]):
        sentence = analysis.sentences[index]
        voices = analysis.cues_by_category(sentence).get("voice", ())
        if (
            voices
            and index not in analysis.quoted
            and all(_leaves_it_sure(analysis, sentence, cue) for cue in voices)
        ):
            found[index] = sentence
    return [sentence for _, sentence in sorted(found.items())]


def _leaves_it_sure(analysis: Analysis, sentence: Sentence, cue: Cue) -> bool:
    norms = analysis.norms
    if norms[cue.first] != "if" or cue.last - cue.first > 1:
        return False
    return "only" in norms[sentence.first : cue.first] or norms[cue.last : cue.last + 3] == [
        "you",
        "have",
        "no",
    ]


def extent(analysis: Analysis, sentence: Sentence, first: int, last: int) -> Extent:
    """The part of a sentence around the tokens of a figure, up to the commas; with the part that a lead-in leads to."""
    known = _cuts_by_sentence(analysis)
    if sentence.index not in known:
        known[sentence.index] = [sentence.first, *_cuts(analysis, sentence), sentence.last]
    cuts = known[sentence.index]
    start = max(cut for cut in cuts if cut <= first)
    end = min(cut for cut in cuts if cut >= last)
    led_in = (
        start == sentence.first
        and analysis.kinds[start] & (Kind.PREPOSITION | Kind.ADVERB)
        and end < sentence.last
    )
    if led_in and not _predicates(analysis, start, end):
        end = min(cut for cut in cuts if cut > end)
    elif start > sentence.first and not _predicates(analysis, start, end):
        start = max(cut for cut in cuts if cut < start)
    return Extent(start, end)


def _predicates(analysis: Analysis, first: int, last: int) -> bool:
    """True where there is a verb that is no more than a noun ("within two days of starting it")."""
    kinds, norms = analysis.kinds, analysis.norms
    return any(kinds[i] & _PREDICATE and not norms[i].endswith("ing") for i in range(first, last))


def _is_mark(gap: str) -> bool:
    return gap != " " and not _MARKS.isdisjoint(gap)


@once
def _cuts_by_sentence(analysis: Analysis) -> dict[int, list[int]]:
    return {}


def _cuts(analysis: Analysis, sentence: Sentence) -> Iterator[int]:
    for index in range(sentence.first + 1, sentence.last):
        joins = analysis.norms[index] in ("and", "but") and index + 1 < sentence.last
        if joins and analysis.kinds[index + 1] & Kind.AUXILIARY and analysis.norms[index + 1] != "to":
            yield index  # "it is strong and must not be taken for long"
        elif analysis.norms[index] in _PARTS or _is_mark(analysis.gap(index)):
            yield index


def figure(
    analysis: Analysis,
    sentence: Sentence,
    question: str,
    place: tuple[int, int],
    interval: tuple[float, float],
    without: Set[int] = frozenset(),
    *,
    moments: bool = False,
    permitted: bool = False,
) -> Figure:
    """The figure at the tokens ``place``; ``without`` are tokens that say which question it answers.

    ``moments``: what holds at the start may not hold later. ``permitted``: "can" allows it, and leaves nothing open.
    """
    around = extent(analysis, sentence, *place)
    terms, head = _thing(analysis, sentence, around, {*without, *range(*place)})
    said = [i for i in range(*around) if not place[0] <= i < place[1]]
    norms = frozenset([analysis.norms[i] for i in said])
    open_words = _MAY - _ALLOWED if permitted else _MAY
    cues = [
        c for c in analysis.cues_in(sentence, "hedge", "booster") if around.first <= c.first < around.last
    ]
    return Figure(
        sentence,
        question,
        " ".join(analysis.quote(analysis.tokens[place[0]].start, analysis.tokens[place[1] - 1].end).split()),
        *interval,
        terms,
        head,
        _limits(analysis, sentence, moments)
        | (_while(analysis, sentence, around) if moments else frozenset())
        | _degrees(analysis, sentence, around, {*without, *range(*place)}),
        certainty_of(cues),
        any(analysis.norms[i] in open_words for i in said if i not in without and i != place[0] - 1),
        not _ALWAYS.isdisjoint(norms),
        not _IN_ANY_CASE.isdisjoint(norms),
    )


def _limits(analysis: Analysis, sentence: Sentence, moments: bool) -> frozenset[str]:
    found = limits_of(analysis, sentence) | moments_of(analysis, sentence) | forms_of(analysis, sentence)
    found |= {f"people:{_SEXES[norm]}" for norm in _SEXES.keys() & set(analysis.words(sentence))}
    if any(limit.startswith("place:") for limit in found):  # "in Bell's palsy" is no place
        named = {
            "place:" + norm for norm in analysis.words(sentence) if norm in analysis.norms[: sentence.first]
        }
        found -= named
    return frozenset(
        limit
        for limit in found - limits_of_title(analysis)
        if not limit.startswith(_TIMES) or (moments and limit.startswith("moment:"))
    )


@once
def limits_of_title(analysis: Analysis) -> frozenset[str]:
    """Whom the title names: in an article on pregnancy all that is said is said of pregnant women."""
    title = next((s for s in analysis.sentences if s.first < s.last), None)
    if title is None or title.block.kind != "heading":
        return frozenset()
    found = limits_of(analysis, title, by_heading=False)
    return found if len(found) == 1 else frozenset()


def _degrees(analysis: Analysis, sentence: Sentence, around: Extent, without: Set[int]) -> frozenset[str]:
    """How bad a case the figure is that of: a mild concussion heals sooner than a severe one."""
    graded = analysis.cues_by_category(sentence).get("severity", ())
    return frozenset(
        f"degree:{c.kind}"
        for c in graded
        if around.first <= c.first < around.last and without.isdisjoint(range(c.first, c.last))
    )


def _thing(
    analysis: Analysis, sentence: Sentence, around: Extent, without: Set[int]
) -> tuple[frozenset[str], str]:
    """What the clause speaks of, and the term that leads it; where it only says "it", what that stands for."""
    people = _people(analysis, sentence, around)
    terms = _terms(analysis, around.first, around.last, {*without, *people})
    if terms:
        without = {*without, *people}
    else:
        terms = _terms(analysis, around.first, around.last, without)
    stands = next((i for i in range(*around) if _stands_for(analysis, i)), None)
    headless = (
        analysis.kinds[around.first] & Kind.COORDINATOR and analysis.kinds[around.first + 1] & Kind.AUXILIARY
    )
    if stands is not None and _terms(analysis, around.first, stands, without):
        stands = None  # "naproxen needs three weeks before it helps"
    if (stands is not None or not terms or headless) and around.first > sentence.first:
        earlier = _lead(analysis, sentence.first, around.first, without)
        if stands is not None and analysis.kinds[stands] & Kind.RELATIVE:  # "fermentation, which takes weeks"
            earlier = _terms(analysis, _start_of_name(analysis, sentence.first, stands), stands, without)
            terms = _terms(analysis, stands, around.last, without)
        if earlier:
            return frozenset({*terms, *earlier}), earlier[-1]
    topical = any(
        analysis.kinds[i] & _TOPICAL or analysis.stems[i] in analysis.topic.key for i in range(*around)
    )
    if not terms and stands is None and not topical:
        return frozenset(), ""
    if not terms or (stands is not None and stands - around.first <= 1):
        meant = referent(analysis, sentence, max(place for place in (around.first, stands or 0)) + 1).key
        meant = meant or analysis.topic.key
        return frozenset({*terms, *meant}), min(meant, default="")
    lead = _lead(analysis, around.first, around.last, without)
    return frozenset(terms), lead[-1] if lead else terms[0]


def _people(analysis: Analysis, sentence: Sentence, around: Extent) -> set[int]:
    """The tokens that say which people "people with diabetes" are: whom it holds for, and not of what."""
    found: set[int] = set()
    for cue in analysis.cues_by_category(sentence).get("scope", ()):
        if cue.attributes.get("group") == "some" and around.first <= cue.first:
            stop = range(cue.last, around.last)
            end = next((i for i in stop if analysis.kinds[i] & _PREDICATE), around.last)
            found.update(range(cue.first, end))
    return found


def _while(analysis: Analysis, sentence: Sentence, around: Extent) -> frozenset[str]:
    """When "once the dose is stable, ..." lets what follows hold."""
    if around.first == sentence.first or analysis.norms[sentence.first] not in words("figure", "while"):
        return frozenset()
    return frozenset(
        {"when:" + "+".join(sorted(_terms(analysis, sentence.first + 1, around.first, frozenset())))}
    )


def _start_of_name(analysis: Analysis, first: int, last: int) -> int:
    """Where the noun phrase begins that ends before a token: "the juvenile form of the disease", which ..."""
    for index in range(last - 1, first - 1, -1):
        if analysis.kinds[index] & (_PREDICATE | Kind.PREPOSITION) and analysis.norms[index] != "of":
            return index + 1
    return first


def _stands_for(analysis: Analysis, index: int) -> bool:
    """True for "it", "they" and "which"; not for "it takes" and "it is enough to", which stand for nothing."""
    norm, after = analysis.norms[index], analysis.norms[index + 1 : index + 10]
    if (
        norm == "it"
        and after
        and (
            {"take", "takes", "took"}.intersection(after[:3])
            or (
                analysis.kinds[index + 1] & Kind.AUXILIARY
                and not {"to", "that", "before"}.isdisjoint(after[2:])
            )
        )
    ):
        return False
    return norm in ("it", "they", "them", "which", "this") and not (
        norm == "this" and after and not analysis.kinds[index + 1] & _PREDICATE
    )


def is_command(analysis: Analysis, first: int, last: int) -> bool:
    """True for "Rinse with the mouthwash" and "Replace the brush"; not for "Brushes are"."""
    after = analysis.kinds[first + 1] if first + 1 < last else 0
    return not analysis.kinds[first] and bool(after & (Kind.DETERMINER | Kind.PREPOSITION))


def _lead(analysis: Analysis, first: int, last: int, without: Set[int]) -> list[str]:
    """The terms up to the first verb after them; of a clause that begins with a verb ("Take X") those after it."""
    found: list[str] = []
    if is_command(analysis, first, last):
        rest = _lead(analysis, first + 1, last, without)  # "Rinse with the mouthwash"
        if rest:
            return rest
    for index in range(first, last):
        if found and analysis.kinds[index] & (_PREDICATE | Kind.PREPOSITION):
            break
        term = "" if index in without else _term(analysis, index)
        if term:
            found.append(term)
    return found


def _terms(analysis: Analysis, first: int, last: int, without: Set[int]) -> list[str]:
    return [term for i in range(first, last) if i not in without and (term := _term(analysis, i))]


def _term(analysis: Analysis, index: int) -> str:
    """What a token adds to the name of a thing: its stem or concept, or nothing."""
    norm, kinds = analysis.norms[index], analysis.kinds
    if kinds[index] & Kind.DIFFERING or norm in words("figure", "tells-apart"):
        return _KIND + analysis.stems[index]
    if index + 1 < len(kinds) and norm.isalpha() and analysis.gap(index + 1) == "-" and len(norm) > 1:
        return _KIND + analysis.stems[index]  # "long-acting" is a kind of its own
    if norm in words("figure", "turn") and index + 1 < len(kinds) and not kinds[index + 1]:
        return _KIND + analysis.stems[index]  # "monthly lenses"
    if norm in words("figure", "says-nothing"):
        return ""
    if norm in words("figure", "intake"):  # who must not eat may drink
        return analysis.stems[index]
    if norm in words("figure", "ordinal"):  # "the first capsule" is that of what is taken
        after = kinds[index + 1] if index + 1 < len(kinds) else 0
        if after & (Kind.FORM_NOUN | Kind.USE_NOUN | Kind.PRODUCT_NOUN):
            return ""
    if kinds[index] & _NAMES_NOTHING and index not in analysis.concepts:
        return ""
    term = matter_by_token(analysis)[index]
    return "" if term in _GROUPS else term


def at_odds(
    figures: Iterable[Figure],
    said: str,
    suggestion: str,
    *,
    apart: tuple[float, float] = (_SAME_WORDS, _WIDE_APART),
) -> Iterator[Weighed]:
    """Pairs of figures on one question and one thing of which no two can both hold; ``said`` names the question.

    ``apart`` are the factors between two that no rounding explains, where all words are the same and where not.
    """
    by_term: defaultdict[tuple[str, str], list[Figure]] = defaultdict(list)
    for found in figures:
        met: set[int] = set()
        for term in sorted(found.terms):  # in the same order in every process
            for other in by_term[found.question, term][:_MOST]:
                if id(other) not in met and _excluded(other, found, apart):
                    met.add(id(other))
                    yield _weighed(other, found, said, suggestion)
            by_term[found.question, term].append(found)


def _weighed(one: Figure, other: Figure, said: str, suggestion: str) -> Weighed:
    def message(first: Statement, second: Statement) -> str:
        name = min((first.name, second.name), key=len)
        return f"{said} {name}: {first.said} here, {second.said} there."

    if one.always or other.always:  # "is always over within an hour": treated or not
        limits = one.limits & other.limits
        one, other = replace(one, limits=limits), replace(other, limits=limits)
    return weigh(
        "consistency/quantity-conflict", one.statement(), other.statement(), 1.0, message, suggestion
    )


def _excluded(one: Figure, other: Figure, apart: tuple[float, float]) -> bool:
    if other.sentence.index - one.sentence.index <= 1 or not same_thing(one, other):
        return False
    if (one.possible and not other.general) or (other.possible and not one.general):
        return False
    factor = apart[one.terms != other.terms]
    (_, top), (bottom, _) = sorted(((one.low, one.high), (other.low, other.high)))
    return bottom >= factor * top and bottom > top


def same_thing(one: Figure, other: Figure) -> bool:
    """True where both name the same, or one what leads the other and nothing else."""
    if one.terms == other.terms:
        return True
    if any(term.startswith(_KIND) for term in one.terms ^ other.terms) and not (one.always or other.always):
        return False
    wider, narrower = (one, other) if one.terms < other.terms else (other, one)
    return wider.terms < narrower.terms and narrower.head in wider.terms
