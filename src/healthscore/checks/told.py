"""What each sentence of an article tells of: its cues by kind, its words and its figures. No rules.

The groundwork of the measures that ask whether something is told at all: costs, figures, funding, limits.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from msgspec import Struct

from healthscore.article import Span
from healthscore.checks.base import Evidence, Measurement, counted, first_of, once, share
from healthscore.language.analysis import Analysis, Sentence
from healthscore.language.claims.kinds import Kind, is_kind
from healthscore.language.claims.quantities import numerals_in
from healthscore.language.claims.rates import rates_in
from healthscore.language.lexicon import words

_COUNTED_WITHIN = 3  # tokens between a number and the people whom it counts: "140 elderly surgical patients"
_STUDY = ("published", "presented", "control")
_SPOKEN = 2  # sentences in which somebody says something
_READER = frozenset({"you", "your", "yours", "yourself"})
_LEAFLET_SHARE = (
    0.25  # of its own sentences: what speaks so much to its reader is a leaflet or an advertisement
)
_WHOLE = 2  # sentences that answer a question in full


@once
def speaking_of_health(analysis: Analysis) -> frozenset[int]:
    """The sentences of prose, by index, that speak of health."""
    return frozenset(s.index for category in ("health", "harm") for s in analysis.prose_with(category))


NO_NEWS = Measurement(None, "no news of research")


class Told(Struct, frozen=True):
    """One sentence of prose: the categories and kinds of its cues, its words, its numbers and shares.

    ``people``: a number counts people in it.
    """

    sentence: Sentence
    categories: frozenset[str]
    kinds: frozenset[tuple[str, str]]
    words: frozenset[str]
    numbers: int
    rates: int
    people: bool

    @property
    def span(self) -> Span:
        """The sentence's characters."""
        return Span(self.sentence.start, self.sentence.end)

    def has(self, category: str, *kinds: str) -> bool:
        """Does it hold a cue of this category, and of one of the kinds where any are given?"""
        if not kinds:
            return category in self.categories
        return any((category, kind) in self.kinds for kind in kinds)


Asked = Callable[[Told], bool]


@once
def told(analysis: Analysis) -> tuple[Told, ...]:
    """The sentences of prose, in order of place."""
    return tuple(_told(analysis, sentence) for sentence in analysis.whole_prose)


def telling(analysis: Analysis, asked: Asked) -> list[Told]:
    """The sentences that tell of what is asked."""
    return [one for one in told(analysis) if asked(one)]


def amount(evidence: Evidence, asked: Asked, most: int, of: str) -> Measurement:
    """How many sentences tell of it, up to ``most``; ``of`` is what they are "on" or "with"."""
    found = telling(evidence.analysis, asked)
    places = first_of(one.sentence for one in found)
    return Measurement(min(len(found), most), f"{counted(len(found), 'sentence')} {of}", places)


def density(evidence: Evidence, asked: Asked, of: str) -> Measurement:
    """The share of sentences of which it is true."""
    whole = len(told(evidence.analysis))
    found = telling(evidence.analysis, asked)
    said = f"{len(found):,} of {counted(whole, 'sentence')} {of}"
    return share(len(found), whole, said, (one.sentence for one in found))


@once
def news_of_study(analysis: Analysis) -> bool:
    """Is it news of a study: one is told of, an expert is named, and somebody says something?"""
    return _speaks(analysis) and _expert(analysis) and _study(analysis)


def may_be_news(analysis: Analysis) -> bool:
    """Whether it is worth asking what it tells as news; cheap, and true of all news."""
    return news_of_study(analysis) or quotes_on_research(analysis)


@once
def quotes_on_research(analysis: Analysis) -> bool:
    """Does it quote people, and name an expert or tell of a study?"""
    quotes = _speaks(analysis) and len(analysis.quoted) >= _SPOKEN
    return quotes and (_expert(analysis) or _study(analysis))


@once
def _speaks(analysis: Analysis) -> bool:
    """True where people say things, and say them of others than the reader, whom a leaflet speaks to."""
    says = {
        analysis.sentence_at(cue.first).index for cue in analysis.cues_of("reporting") if cue.kind == "saying"
    }
    handed_on = says & analysis.quoted.union(source.sentence for source in analysis.sources)
    return len(handed_on) >= _SPOKEN and not _speaks_to_reader(analysis)


def _speaks_to_reader(analysis: Analysis) -> bool:
    own = [s for s in analysis.prose_sentences if s.index not in analysis.quoted]
    addressed = sum(not _READER.isdisjoint(analysis.words(sentence)) for sentence in own)
    return addressed > _LEAFLET_SHARE * len(own)


def _expert(analysis: Analysis) -> bool:
    """True where an expert is named, and not only to declare an interest."""
    declared = {s.index for s in analysis.prose_with("disclosure")}
    return any(source.form == "expert" and source.sentence not in declared for source in analysis.sources)


def _study(analysis: Analysis) -> bool:
    designs = any(True for _ in analysis.cues_of("design"))
    return designs or any(cue.kind in _STUDY for cue in analysis.cues_of("study"))


def spoken(sentence: Told) -> bool:
    """Does somebody say something in it?"""
    return sentence.has("reporting", "saying")


def answered(evidence: Evidence, questions: Mapping[str, int]) -> Measurement:
    """How many of some questions are answered, by the number of sentences on each: one is half, two are whole."""
    halves = {name: min(count, _WHOLE) / _WHOLE for name, count in questions.items()}
    given = ", ".join(
        name if part == 1 else f"{name} in one sentence" for name, part in halves.items() if part
    )
    value = round(sum(halves.values()), 4)
    return Measurement(value, f"answers {value:g} of {len(questions)} questions: {given or 'none'}")


def _told(analysis: Analysis, sentence: Sentence) -> Told:
    cues = analysis.cues_by_category(sentence)
    numerals = numerals_in(analysis, sentence)
    tokens = analysis.tokens
    people = any(
        is_kind(tokens[at], Kind.PERSON_NOUN) or tokens[at].norm in words("told-word", "people")
        for number in numerals
        for at in range(number + 1, min(number + 1 + _COUNTED_WITHIN, sentence.last))
    )
    return Told(
        sentence,
        frozenset(cues),
        frozenset((category, cue.kind) for category, found in cues.items() for cue in found),
        frozenset(analysis.words(sentence)),
        len(numerals),
        len(rates_in(analysis, sentence)) if numerals else 0,
        people,
    )
