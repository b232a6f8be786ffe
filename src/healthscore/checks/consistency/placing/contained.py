"""What is in what: an ingredient as it is named, and the thing that it is in, as named or stood for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from healthscore.checks.consistency.referents import NO_THING, referent
from healthscore.language.analysis import Analysis, Sentence
from healthscore.language.claims.concepts import content
from healthscore.language.claims.kinds import Kind
from healthscore.language.claims.phrases import name_end
from healthscore.language.claims.quantities import amounts_in
from healthscore.language.cues import Cue
from healthscore.language.lexicon import words

_LONGEST_LIST = 10  # tokens after "free from"
_PORTION = 3  # tokens of "a cup of", before "it"
_LONGEST_NAME = 8  # tokens of a thing before what is said of it
_NO_INGREDIENT = Kind.CLOSED | Kind.GENERIC_NOUN | Kind.QUANTITY_NOUN | Kind.PERSON_NOUN | Kind.DEGREE
_SAYS_NOTHING = Kind.USE_WORD | Kind.VERB | Kind.HAVING | Kind.TIME_NOUN | Kind.PERSON_NOUN | Kind.FORM_NOUN
_STANDS = NO_THING | Kind.SUBSTANCE_NOUN | Kind.PRONOUN
_NO_NAME = Kind.VERB | Kind.AUXILIARY | Kind.PREPOSITION | Kind.RELATIVE | Kind.SUBORDINATOR
_BEFORE_VERB = Kind.AUXILIARY | Kind.ADVERB
_DEFINITE = frozenset(
    {"the", "this", "these", "its", "their", "our", "your", "every", "each", "all", "a", "any"}
)
_POSSESSIVE = frozenset({"its", "their"})
_TELLING = frozenset({"added", "artificial"})
_ITS = frozenset({"it", "they", "them", "this", "these"})
_PART = frozenset(
    {"some", "most", "many", "few", "several", "certain", "other", "others", "no", "another", "both", "one"}
)


class Thing(NamedTuple):
    """A thing with its stems; none where it is only stood for. ``pointed`` where "the vaccine" may be short for more."""

    key: frozenset[str]
    first: int
    pointed: bool

    def same(self, other: Thing, analysis: Analysis) -> bool:
        """True where both are one thing: named alike, or one stood for by the other's noun or by nothing at all."""
        if self.key == other.key:
            return True
        short, full = (self, other) if self.key <= other.key else (other, self)
        if not short.key <= full.key:
            return False
        if len(short.key) > 1 and words("told-kind", "part").isdisjoint(full.key - short.key):
            return True  # "the nicotine in Arctic Mint", of "our Arctic Mint liquid"
        title = analysis.title_terms | analysis.topic.key
        of_topic = not title.isdisjoint(full.key)
        return of_topic and short.pointed and full.key - short.key <= title


class Contained(NamedTuple):
    """An ingredient: its noun, the words before it that tell which, and what it is in, or not."""

    at: int
    stem: str
    norm: str
    told: frozenset[str]
    thing: Thing


def named_after(analysis: Analysis, cue: Cue, sentence: Sentence, thing: Thing) -> Iterator[Contained]:
    """The nouns of the list after a phrase, up to a verb or the end of the clause, with the words that tell which."""
    kinds, stems = analysis.kinds, analysis.stems
    start = _past_amount(analysis, cue.last, sentence)
    told = [stems[i] for i in range(cue.first, cue.last) if analysis.norms[i] in _TELLING]
    for index in range(start, min(sentence.last, start + _LONGEST_LIST)):
        parted = index > start and not set(".;:(").isdisjoint(analysis.gap(index))
        if parted or kinds[index] & (Kind.AUXILIARY | Kind.SUBORDINATOR | Kind.PREPOSITION):
            return
        if not kinds[index] & _NO_INGREDIENT:
            yield Contained(index, stems[index], analysis.norms[index], frozenset(told), thing)
        if kinds[index] & Kind.COORDINATOR:
            told = []
        elif not kinds[index] & Kind.CLOSED:
            told.append(stems[index])


def _past_amount(analysis: Analysis, first: int, sentence: Sentence) -> int:
    """Where the list begins: after "about 30 mg of", where an amount stands first."""
    for amount in amounts_in(analysis, sentence):
        of = amount.last < sentence.last and analysis.tokens[amount.last].norm == "of"
        if of and 0 <= amount.first - first <= 2:
            return amount.last + 1
    near = range(first, min(first + 4, sentence.last))
    return next((i + 1 for i in near if analysis.norms[i] == "of"), first)  # "a trace of"


def thing_before(analysis: Analysis, sentence: Sentence, at: int) -> Thing | None:
    """The thing that leads up to what is said of it at a token; None where some of it is meant, or somebody."""
    kinds, norms = analysis.kinds, analysis.norms
    last = at
    while last > sentence.first and (kinds[last - 1] & _BEFORE_VERB or norms[last - 1].endswith("ly")):
        last -= 1
    first = last
    while first > max(sentence.first, last - _LONGEST_NAME) and not (
        kinds[first - 1] & (Kind.SUBORDINATOR | Kind.RELATIVE | Kind.VERB | Kind.COORDINATOR)
        or norms[first - 1] in ("that", "as", "because", "since")
        or (first < last and not analysis.gap(first).isspace() and analysis.gap(first) != "-")
    ):
        first -= 1
    return thing_from(analysis, first, last, sentence)


def thing_from(analysis: Analysis, first: int, last: int, sentence: Sentence | None = None) -> Thing | None:
    """The thing named by the tokens up to ``last``, or by the phrase that begins at ``first``."""
    norms = analysis.norms
    sentence = sentence or analysis.sentence_at(first)
    if first >= last and norms[first - 1] in ("which", "that"):
        return _antecedent(analysis, sentence, first - 1)
    if first >= last:
        return _stood_for(analysis, sentence, first) if first == sentence.first else None
    if last == sentence.last:
        last = name_end(analysis, first, last)
        if last < sentence.last and analysis.kinds[last] & (Kind.RELATIVE | Kind.PREPOSITION):
            return None  # "in foods that come from plants"
    if norms[first] in _PART or (norms[first] == "not"):
        return None
    of = next((i for i in range(first, last - 1) if norms[i] == "of"), None)
    if of is not None and any(norms[i] in words("portion", "portion") for i in range(first, of)):
        first = of + 1  # "every cup of it"
    if any(analysis.kinds[i] & (Kind.PERSON_NOUN | Kind.SPEAKER) for i in range(first, last)):
        return (
            None if norms[first] not in ("our", "your") else Thing(_key(analysis, first, last), first, True)
        )
    if last - first == 1 and norms[first] in _ITS:
        return _stood_for(analysis, sentence, first)
    key = _key(analysis, first, last)
    if norms[first] in _POSSESSIVE:
        key |= analysis.topic.key
    if not key or key <= analysis.title_terms | analysis.topic.key:
        return Thing(analysis.topic.key, first, pointed=True)
    return Thing(key, first, norms[first] in _DEFINITE)


def _antecedent(analysis: Analysis, sentence: Sentence, which: int) -> Thing | None:
    """The thing of "oat milk, which contains"."""
    if "," not in analysis.gap(which):
        return None  # "foods which contain it"
    first = which
    while first > sentence.first and not analysis.kinds[first - 1] & _NO_NAME:
        if first < which and not analysis.gap(first).isspace():
            break
        first -= 1
    return thing_from(analysis, first, which, sentence) if first < which else None


def _stood_for(analysis: Analysis, sentence: Sentence, at: int) -> Thing | None:
    """What "it" means: what the article is about, where the sentence begins with it or has named that before."""
    if at - sentence.first > _PORTION:
        before = range(sentence.first, at)
        named = any(analysis.stems[i] in analysis.topic.key or analysis.norms[i] in _ITS for i in before)
        return Thing(analysis.topic.key, at, pointed=True) if named else None
    if at > sentence.first:
        return Thing(analysis.topic.key, at, pointed=True)
    found = referent(analysis, sentence, min(at + 1, sentence.last - 1))
    if found.some:
        return None
    of_topic = not found.key.isdisjoint(analysis.topic.key)
    return Thing(analysis.topic.key if of_topic else found.key, at, pointed=True)


def _key(analysis: Analysis, first: int, last: int) -> frozenset[str]:
    """Its stems, but for those of portions, and of the noun if that only stands for a thing."""
    portion = words("portion", "portion")
    portions = {analysis.stems[i] for i in range(first, last) if analysis.norms[i] in portion}
    told = content(analysis, first, last - 1, _SAYS_NOTHING) | content(analysis, last - 1, last, _STANDS)
    return told - portions
