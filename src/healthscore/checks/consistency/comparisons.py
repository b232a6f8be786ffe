"""Two things of which now one, now the other is called the better, the safer or the more effective."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from msgspec import Struct

from healthscore.checks.base import once
from healthscore.checks.consistency.pairs import statements_at
from healthscore.checks.consistency.weighing import Statement, Weighed, weigh
from healthscore.language.analysis import Analysis, Sentence
from healthscore.language.claims.concepts import content
from healthscore.language.claims.kinds import Kind, is_kind
from healthscore.language.claims.phrases import name_end
from healthscore.language.claims.scope import limits_of
from healthscore.language.stems import stem

_OFTEN = frozenset({"common", "often", "frequent", "like"})  # stems of "common" and "likely"
_REACH = 8  # tokens from "more" to "than", and from "as" to "as"
_MOST = 8
_NO_THING = Kind.GENERIC_NOUN | Kind.PERSON_NOUN | Kind.VERB | Kind.PRODUCT_NOUN | Kind.USE_WORD
_COMPARATIVES = {
    "better": ("good", 1), "worse": ("good", -1), "safer": ("safe", 1), "stronger": ("strong", 1),
    "weaker": ("strong", -1), "faster": ("fast", 1), "slower": ("fast", -1), "cheaper": ("cheap", 1),
    "dearer": ("cheap", -1), "milder": ("mild", 1), "gentler": ("gentl", 1), "healthier": ("healthi", 1),
}  # fmt: skip
"""Comparatives with the stem of what they compare, and whether the first has more of it."""


class _Comparison(Struct, frozen=True):
    """``sign``: 1 where the first of the two, by name, is more so, -1 where the second is, 0 where neither is."""

    pair: tuple[frozenset[str], frozenset[str]]
    quality: str
    sign: int
    said: str
    about: frozenset[str]
    sentence: Sentence


@once
def comparisons(analysis: Analysis) -> list[Weighed]:
    """Every pair of comparisons of the same two things in the same respect that cannot both hold, weighed."""
    made: defaultdict[tuple[object, str], list[_Comparison]] = defaultdict(list)
    found = []
    for sentence in statements_at(analysis, analysis.places_of(("than", "as"))):
        for one in _of_sentence(analysis, sentence):
            found += [
                _weighed(analysis, other, one)
                for other in made[one.pair, one.quality][:_MOST]
                if other.sign != one.sign and other.sentence != sentence and other.about == one.about
            ]
            made[one.pair, one.quality].append(one)
    made_first = [ones[0] for ones in made.values()]
    return [*found, *(_weighed(analysis, *pair) for pair in _of_the_two(analysis, made_first))]


def _of_the_two(analysis: Analysis, made: Sequence[_Comparison]) -> Iterator[tuple[_Comparison, _Comparison]]:
    """Each comparison with a later or earlier "Y is the more effective of the two" that turns it round, for no other aim."""
    for sentence in statements_at(analysis, analysis.places_of(("two", "pair"))) if made else ():
        for one in made:
            other = _better_one(analysis, sentence, one)
            if other is None or other.sign == one.sign or sentence == one.sentence:
                continue
            known = content(analysis, one.sentence.first, one.sentence.last)
            if analysis.title is not None:
                known |= content(analysis, analysis.title.first, analysis.title.last)
            if other.about <= known:
                yield one, other


def _better_one(analysis: Analysis, sentence: Sentence, made: _Comparison) -> _Comparison | None:
    """The comparison of "X is the more effective of the two", where X is one of the pair that was compared."""
    norms = analysis.norms
    if analysis.kinds[sentence.first] & (Kind.PREPOSITION | Kind.SUBORDINATOR):
        return None  # "for a fever, X is the better of the two"
    for index in range(sentence.first + 2, sentence.last - 2):
        if tuple(norms[index : index + 2]) != ("of", "the") or norms[index + 2] not in ("two", "pair"):
            continue
        at, compared, sign = _degree(analysis, sentence, index) or (index, "", 0)
        if compared != made.quality or norms[at - 1] != "the" or norms[at - 2] == "not":
            continue
        named = content(analysis, sentence.first, at, _NO_THING)
        of_the_first, of_the_second = (thing <= named for thing in made.pair)
        if of_the_first != of_the_second:
            said = " ".join(analysis.quote(sentence.start, analysis.tokens[index + 2].end).split())
            about = content(analysis, index + 3, sentence.last, _NO_THING)
            sign = sign if of_the_first else -sign
            return _Comparison(made.pair, made.quality, sign, said, about, sentence)
    return None


def _weighed(analysis: Analysis, one: _Comparison, other: _Comparison) -> Weighed:
    first, second = (
        Statement(
            c.sentence,
            c.said,
            c.pair[0] | c.pair[1],
            frozenset({c.quality}),
            limits=limits_of(analysis, c.sentence) if c.quality != "common" else frozenset(),
        )
        for c in (one, other)
    )
    return weigh(
        "consistency/direction-conflict",
        first,
        second,
        1.0,
        lambda a, b: f"Compares the same two things both ways: “{a.said}” here, “{b.said}” there.",
        "Say which is which, by how much and in whom, with the source.",
    )


def _of_sentence(analysis: Analysis, sentence: Sentence) -> Iterator[_Comparison]:
    """The comparison of "X is (no) more effective than Y", "X is as safe as Y" or "X is safer than Y"."""
    tokens, norms = analysis.tokens, analysis.norms
    for index in range(sentence.first + 2, sentence.last - 1):
        if norms[index] not in ("than", "as"):
            continue
        degree = _degree(analysis, sentence, index)
        if degree is None:
            continue
        at, quality, sign = degree
        groups = _groups(analysis, sentence, at, index, quality, sign)
        if groups is not None:
            yield groups
            continue
        copula = next(
            (i for i in range(at - 1, max(sentence.first, at - 3) - 1, -1) if _links(analysis, i)), None
        )
        left = content(analysis, sentence.first, copula, _NO_THING) if copula is not None else frozenset()
        last = name_end(analysis, index + 1, sentence.last)
        right = content(analysis, index + 1, last, _NO_THING)
        if not left or not right or left & right:
            continue
        pair, sign = _by_name(left, right, sign)
        said = " ".join(analysis.quote(sentence.start, tokens[last - 1].end).split())
        about = content(analysis, last, sentence.last, _NO_THING)
        yield _Comparison(pair, quality, sign, said, about, sentence)


def _groups(
    analysis: Analysis, sentence: Sentence, at: int, than: int, quality: str, sign: int
) -> _Comparison | None:
    """The comparison of two groups: "X is more common in women than in men"."""
    tokens = analysis.tokens
    within = next((i for i in range(at, than) if tokens[i].norm in ("in", "among")), None)
    if within is None or quality not in _OFTEN or sign == 0:
        return None
    last = name_end(analysis, than + 1 + (tokens[than + 1].norm in ("in", "among")), sentence.last)
    left, right = content(analysis, within + 1, than), content(analysis, than + 1, last)
    about = content(analysis, sentence.first, at, _NO_THING)
    if not left or not right or left == right or not about:
        return None
    pair, sign = _by_name(left, right, sign)
    said = " ".join(analysis.quote(sentence.start, tokens[last - 1].end).split())
    return _Comparison(pair, "common", sign, said, about, sentence)


def _by_name(
    left: frozenset[str], right: frozenset[str], sign: int
) -> tuple[tuple[frozenset[str], frozenset[str]], int]:
    """Two things in the order of their names, and the sign as it is then."""
    first, second = sorted((left, right), key=sorted)
    return (first, second), sign if first == left else -sign


def _degree(analysis: Analysis, sentence: Sentence, index: int) -> tuple[int, str, int] | None:
    """Where the comparison before "than" or the second "as" begins, the stem of its quality, and its sign."""
    tokens = analysis.tokens
    for at in range(index - 1, max(sentence.first, index - _REACH) - 1, -1):
        norm = tokens[at].norm
        denied = at > sentence.first and tokens[at - 1].norm in ("no", "not", "neither", "never")
        if tokens[index].norm == "as":
            if norm == "as" and at + 1 < index:
                return None if denied else (at, stem(tokens[at + 1].norm), 0)
        elif norm in ("more", "less") and at + 1 < index:
            return at - denied, stem(tokens[at + 1].norm), 0 if denied else 1 if norm == "more" else -1
        elif norm in _COMPARATIVES and at + 1 == index:
            quality, sign = _COMPARATIVES[norm]
            return at - denied, quality, 0 if denied else sign
    return None


def _links(analysis: Analysis, index: int) -> bool:
    token = analysis.tokens[index]
    return is_kind(token, Kind.COPULA) or token.norm in ("works", "work", "worked", "acts", "act", "proved")
