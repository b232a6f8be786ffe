"""Which sentences read like a fault of health information, and like which kind: a linear model over words and cues.

A writer who avoids every known phrase still chooses words that seldom stand in sound advice. The model adds up what the
stems, the pairs of neighbouring words and the cues of a sentence weigh, and divides by the root of their number. What
that score means depends on the article: half of the average of its sentences counts, and how far the sentence stands
out counts for more, the more they differ, for in a sound article all sentences are much alike. For a sentence that is
likely enough to be a fault, a second table says which kind it resembles most.

The numbers stand in ``likely_faults.json`` and ``likely_faults_kinds.json``. docs/likely-faults.md says what they were
fitted to and how well they do, and ``benchmarks/fit_likely_faults.py`` makes them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise, repeat
from math import exp, sqrt
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Raw, Struct, json

if TYPE_CHECKING:
    from healthscore.language.analysis import Analysis, Sentence

FILE = Path(__file__).with_suffix(".json")
KINDS_FILE = FILE.with_name("likely_faults_kinds.json")
_USUAL_COUNTS = 5  # what is usual weighs as much as that many sentences
_MOST_NAMED = 3  # words of a sentence that are told
_SIGNS = "!?%$£€"
_NAMED = "*"
_NAMES = ("ailing", "health-synonym", "member")  # categories of cues that name a thing
_OF_THINGS = frozenset(
    {"antonym", "health-synonym", "member", "side", "synonym"}
)  # cues that say what is spoken of
_LONGEST = 6  # times five words
_HUNDREDTHS = json.Decoder(tuple[int, ...])


class LikelyFault(Struct, frozen=True):
    """A sentence that reads like a fault.

    ``chance`` is the share, 0-1, of such sentences that an editor would mark, and ``kind_chance`` that of such faults
    which are of the kind; ``words`` are those that weigh most.
    """

    sentence: Sentence
    chance: float
    kind: str
    kind_chance: float
    words: tuple[str, ...]


class Wording(Struct, frozen=True):
    """The chance, 0-1, of each sentence of prose that an editor would mark it, by sentence index; and the likely faults."""

    chances: Mapping[int, float]
    faults: tuple[LikelyFault, ...]


class Around(Struct, frozen=True):
    """What the rest of an article means for the score of a sentence, and how that becomes a chance.

    ``usual`` and ``usual_spread`` are the average and the standard deviation in a sound article; of the average
    ``share`` counts, and of what a sentence differs from it all but ``even`` divided by the spread. At ``middle`` the
    chance is one half, and it changes by ``slope`` there; ``least`` is the chance from which a sentence is told.
    """

    usual: float
    usual_spread: float
    share: float
    even: float
    middle: float
    slope: float
    least: float

    def average_and_spread(self, scores: Sequence[float]) -> tuple[float, float]:
        """Of an article's scores, with the usual ones counted in: a single sentence tells little."""
        count = len(scores) + _USUAL_COUNTS
        average = (sum(scores) + _USUAL_COUNTS * self.usual) / count
        squares = sum([(score - average) ** 2 for score in scores]) + _USUAL_COUNTS * self.usual_spread**2
        return average, sqrt(squares / count)

    def chances(self, scores: Sequence[float]) -> list[float]:
        """The chance of each sentence of an article."""
        average, spread = self.average_and_spread(scores)
        counts = max(0.0, 1 - self.even / spread)
        base = self.share * average - self.middle
        return [1 / (1 + exp(-self.slope * (base + counts * (score - average)))) for score in scores]


class Weights(Struct, frozen=True):
    """What each feature weighs, in hundredths."""

    intercept: int
    around: Around
    features: Mapping[str, int]

    def score(self, features: Collection[str]) -> float:
        """How much a sentence's own words speak for a fault."""
        total = sum(map(self.features.get, features, repeat(0)))
        return (total / sqrt(len(features) or 1) + self.intercept) / 100


class KindWeights(Struct, frozen=True):
    """What each feature weighs for each kind, in hundredths."""

    kinds: tuple[str, ...]
    intercepts: tuple[int, ...]
    features: Mapping[str, tuple[int, ...]]

    def likeliest(self, features: Collection[str]) -> tuple[str, float]:
        """The kind that a sentence resembles most, and the chance, 0-1, that a fault like it is of that kind."""
        root = 100 * sqrt(len(features) or 1)
        known = [self.features[feature] for feature in features if feature in self.features]
        totals = [sum(column) for column in zip(*known, strict=True)] or [0] * len(self.kinds)
        scores = [total / root + i / 100 for total, i in zip(totals, self.intercepts, strict=True)]
        highest = max(scores)
        return self.kinds[scores.index(highest)], 1 / sum([exp(score - highest) for score in scores])


class _KindsFile(Struct, frozen=True):
    """``KindWeights`` with the weights of a feature as they stand in the file: few are ever asked for."""

    kinds: tuple[str, ...]
    intercepts: tuple[int, ...]
    features: Mapping[str, Raw]

    def of(self, features: Iterable[str]) -> KindWeights:
        """What it says of some features."""
        known = {each: _HUNDREDTHS.decode(self.features[each]) for each in features if each in self.features}
        return KindWeights(self.kinds, self.intercepts, known)


def wording_of(analysis: Analysis) -> Wording:
    """How an article's sentences read; what it says and disowns is no likely fault."""
    sentences, weights = analysis.prose_sentences, _weights()
    features = list(features_of(analysis))
    chances = weights.around.chances([weights.score(each) for each in features])
    return Wording(
        {sentence.index: chance for sentence, chance in zip(sentences, chances, strict=True)},
        tuple(
            LikelyFault(
                sentence, chance, *_kinds().of(each).likeliest(each), _telling(weights, analysis, sentence)
            )
            for sentence, chance, each in zip(sentences, chances, features, strict=True)
            if chance >= weights.around.least and sentence.index not in analysis.disowned
        ),
    )


def features_of(analysis: Analysis) -> Iterator[set[str]]:
    """What is known of each sentence of prose: stems, pairs of words, cues (``=hedge/modal``), signs and length.

    What is spoken of is no sign of anything: the thing in the title, and each that the lexicon of health knows by name,
    is ``*``.
    """
    words, stems = [*analysis.norms], [*analysis.stems]
    for word, places in analysis.places.items():
        if not word.isalpha():
            for index in places:
                words[index], stems[index] = _word(word), _word(stems[index])
    for index in _named(analysis):
        words[index] = stems[index] = _NAMED
    text, quoted = analysis.article.text, analysis.quoted
    signs = [sign for sign in _SIGNS if sign in text]
    for sentence in analysis.whole_prose:
        first, last = sentence.first, sentence.last
        features = {*stems[first:last], *map(" ".join, pairwise(["^", *words[first:last], "$"]))}
        features.add(f"=length {min(_LONGEST, (last - first) // 5)}")
        for category, cues in analysis.cues_by_category(sentence).items():
            if category not in _OF_THINGS:
                features.add("=" + category)
                for cue in cues:
                    features.add(f"={category}/{cue.kind}")
        said = text[sentence.start : sentence.end]
        features.update(["=" + sign for sign in signs if sign in said])
        if sentence.index in quoted:
            features.add("=quoted")
        yield features


def _named(analysis: Analysis) -> Iterator[int]:
    """The tokens that name what is spoken of."""
    for cue in analysis.cues_of(*_NAMES):
        yield from range(cue.first, cue.last)
    topic, stems = analysis.title_terms, analysis.stems
    for places in analysis.places.values():
        if stems[places[0]] in topic:
            yield from places


def _word(word: str) -> str:
    """A word; of one with a digit, that it is a number."""
    return word if word.isalpha() or not any(map(str.isdigit, word)) else "#"


def _telling(weights: Weights, analysis: Analysis, sentence: Sentence) -> tuple[str, ...]:
    """The words that speak most for a fault, as they stand there; none that stands in a pair told already."""
    whole = analysis.whole(sentence)
    norms = analysis.norms[whole.first : whole.last]
    spoken = dict(zip(map(_word, analysis.stems[whole.first : whole.last]), norms, strict=True))
    spoken |= {pair: pair for pair in map(" ".join, pairwise(norms))}
    heavy = sorted(((-weights.features.get(f, 0), words) for f, words in spoken.items()))
    told: list[str] = []
    for weight, words in heavy:
        if weight < 0 and len(told) < _MOST_NAMED and not _share_a_word(words, told):
            told.append(words)
    return tuple(told)


def _share_a_word(words: str, told: Iterable[str]) -> bool:
    return any(not set(words.split()).isdisjoint(other.split()) for other in told)


@cache
def _weights() -> Weights:
    return json.decode(FILE.read_bytes(), type=Weights)


@cache
def _kinds() -> _KindsFile:
    return json.decode(KINDS_FILE.read_bytes(), type=_KindsFile)
