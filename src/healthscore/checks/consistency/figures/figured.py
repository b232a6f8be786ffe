"""Figures in sentences, with what they are of and whom and when they are limited to, and which cannot both hold."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Set

from msgspec import Struct
from msgspec.structs import replace

from healthscore.checks.base import once
from healthscore.checks.consistency.figures.named import KIND, Extent, extent, named, terms_in, thing_in
from healthscore.checks.consistency.pairs import is_seldom, statements_at
from healthscore.checks.consistency.weighing import Statement, Weighed, weigh
from healthscore.language.analysis import Analysis, Sentence
from healthscore.language.certainty import certainty_of
from healthscore.language.claims.circumstances import circumstances_of
from healthscore.language.claims.concepts import content
from healthscore.language.claims.kinds import Kind
from healthscore.language.claims.scope import forms_of, limits_of
from healthscore.language.claims.times import Time, times_in
from healthscore.language.cues import Cue
from healthscore.language.lexicon import words

_MOST = 8  # figures on one question that are held against each other
_TIMES = ("time:", "moment:start", "moment:later", "strength:", "dose:")
_SEXES = {
    "girl": "girls",
    "girls": "girls",
    "boy": "boys",
    "boys": "boys",
    "males": "males",
    "females": "females",
}
_UNDER = frozenset({"in", "during", "on", "under"})
_LONGEST_LEAD = 6  # tokens of "in very hot weather"
_MAY = frozenset("may might can could sometimes occasionally some few rarely extreme exceptional".split())
_ALLOWED = frozenset({"can", "could", "may", "might"})
_ALWAYS = frozenset({"always", "never", "every", "all", "must", "only"})
_IN_ANY_CASE = frozenset({"always", "never", "invariably"})
_WIDE_APART, _SAME_WORDS = 1.5, 1.25
"""The factor between two figures that no rounding explains, and that where all other words are the same."""
COUNTED = (1.0, 1.0)
"""Those of counts, which nobody rounds."""


class Figure(Struct, frozen=True):
    """A figure with the question that it answers (``onset``), what it is of, and the lengths or counts it allows.

    ``head`` is the term that leads; ``possible``: no more than may be; ``general``: said of all cases; ``always``:
    in so many words.
    """

    analysis: Analysis
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
        name = named(self.analysis, self.sentence, self.terms)
        return Statement(
            self.sentence,
            self.said,
            self.terms,
            matter,
            limits=self.limits,
            certainty=self.certainty,
            name=name,
        )


class Asked(Struct, frozen=True):
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
    terms, head = thing_in(analysis, sentence, around, {*without, *range(*place)})
    said = [i for i in range(*around) if not place[0] <= i < place[1]]
    norms = frozenset([analysis.norms[i] for i in said])
    open_words = _MAY - _ALLOWED if permitted else _MAY
    cues = [
        c for c in analysis.cues_in(sentence, "hedge", "booster") if around.first <= c.first < around.last
    ]
    return Figure(
        analysis,
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
        any(analysis.norms[i] in open_words for i in said if i not in without and i != place[0] - 1)
        or is_seldom(analysis, sentence),
        not _ALWAYS.isdisjoint(norms),
        not _IN_ANY_CASE.isdisjoint(norms),
    )


def _limits(analysis: Analysis, sentence: Sentence, moments: bool) -> frozenset[str]:
    found = (
        limits_of(analysis, sentence) | forms_of(analysis, sentence) | circumstances_of(analysis, sentence)
    )
    found |= {f"people:{_SEXES[norm]}" for norm in _SEXES.keys() & set(analysis.words(sentence))}
    if any(limit.startswith("place:") for limit in found):  # "in Bell's palsy" is no place
        words = analysis.words(sentence)
        found -= {"place:" + word for word in words if analysis.places[word][0] < sentence.first}
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


def _while(analysis: Analysis, sentence: Sentence, around: Extent) -> frozenset[str]:
    """When "once the dose is stable, ..." lets what follows hold."""
    if around.first == sentence.first or analysis.norms[sentence.first] not in words("figure", "while"):
        return frozenset()
    return frozenset(
        {"when:" + "+".join(sorted(terms_in(analysis, sentence.first + 1, around.first, frozenset())))}
    )


def led_in(analysis: Analysis, sentence: Sentence) -> frozenset[str]:
    """The circumstances of "in hot weather, adults need more"; nothing for "in adults" and "in the first weeks"."""
    first, norms = sentence.first, analysis.norms
    if norms[first] not in _UNDER:
        return frozenset()
    near = range(first + 1, min(sentence.last, first + _LONGEST_LEAD))
    comma = next((i for i in near if "," in analysis.gap(i)), first)
    told = (
        content(analysis, first + 1, comma, Kind.TIME_NOUN | Kind.PERSON_NOUN)
        if comma > first
        else frozenset()
    )
    told -= analysis.title_terms | analysis.topic.key
    timed = any(analysis.kinds[i] & (Kind.TIME_NOUN | Kind.PERSON_NOUN) for i in range(first, comma))
    return frozenset({"when:" + "+".join(sorted(told))}) if told and not timed else frozenset()


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
    if other.sentence.index - one.sentence.index <= 1 or not _same_thing(one, other):
        return False
    if (one.possible and not other.general) or (other.possible and not one.general):
        return False
    factor = apart[one.terms != other.terms]
    (_, top), (bottom, _) = sorted(((one.low, one.high), (other.low, other.high)))
    return bottom >= factor * top and bottom > top


def _same_thing(one: Figure, other: Figure) -> bool:
    """True where both name the same, or one what leads the other and nothing else."""
    if one.terms == other.terms:
        return True
    if any(term.startswith(KIND) for term in one.terms ^ other.terms) and not (one.always or other.always):
        return False
    wider, narrower = (one, other) if one.terms < other.terms else (other, one)
    return wider.terms < narrower.terms and narrower.head in wider.terms
