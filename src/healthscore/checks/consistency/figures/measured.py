"""Sentences on one thing that measure it with amounts that cannot both be right."""

from __future__ import annotations

from collections.abc import Iterator

from healthscore.checks.consistency.pairs import statements_at
from healthscore.checks.consistency.sentences.aligned import Aligned
from healthscore.checks.consistency.sentences.alignment import Pair, aligned_pairs
from healthscore.checks.consistency.weighing import Statement, Weighed, weigh
from healthscore.language.analysis import Analysis, Sentence
from healthscore.language.claims.concepts import content
from healthscore.language.claims.kinds import Kind, is_kind
from healthscore.language.claims.model import Quantity
from healthscore.language.claims.quantities import Amount, amounts_in, counts_things, number, numerals_in
from healthscore.language.claims.rates import rates_in

_WIDE_APART = 1.5  # factor between amounts that no rounding explains
_FEWEST = 2
_DOSE_WORDS = frozenset(
    {"usual", "dose", "dosag", "amount", "recommend", "daili", "maximum", "normal", "typic"}
)
_TIMES = 2.0  # factor between two shares of which one is wrong
_AGE_REACH = 5  # tokens between "before" and the number of an age
_BEFORE = frozenset({"before", "under", "below", "by"})
_AFTER = frozenset({"after", "over", "above", "past"})
_SAME_WORDS = 0.8  # likeness from which the portions counted are those of one thing
_PORTIONS = frozenset(
    "dose doses jab jabs shot shots session sessions stage stages phase phases visit visits".split()
)
_LONGEST_THING = 4  # tokens of what there are two types of
_ENDS_THING = Kind.AUXILIARY | Kind.VERB | Kind.PREPOSITION | Kind.SUBORDINATOR | Kind.COORDINATOR
_STRENGTHS = ("mass", "volume", "IU")
_IN_A_NAME = 2  # tokens before an amount that makes a name ("Ibuprofen 400 mg")
_ROLES = frozenset({"full", "starting", "initial", "first", "maximum", "highest", "minimum"})
_EACH = frozenset({"each", "every", "per", "a", "an"})
_SPAN = frozenset("minute hour day night week month year session cycle dose serving".split())
_WAYS = frozenset({"through", "out", "off", "down"})  # "breaks through", "falls out"
_TELLING = (
    frozenset({"each"}),
    frozenset(
        "heaviest lightest tallest longest shortest largest smallest highest lowest oldest youngest fastest".split()
    ),
    frozenset({"record", "recorded"}),
    frozenset({"average", "mean"}),
    frozenset({"recovery", "convalescence", "healing", "preparation", "aftercare"}),
)
"""Words that tell one figure from another of the same thing, where one side has them alone."""
_POINTS = frozenset({"point", "points"})
_LEAST = frozenset({"least", "minimum", "most", "maximum"})
_LOWER, _UPPER = ("at least", "above"), ("at most", "below")


def measured_otherwise(analysis: Analysis) -> Iterator[Weighed]:
    """Pairs of sentences in nearly the same words that give one amount or count each, and not the same."""
    figured = {analysis.sentence_at(index).index for index in analysis.numerals} | analysis.amounts.keys()
    for pair in aligned_pairs(analysis):
        if not figured.issuperset((pair.first.sentence.index, pair.second.sentence.index)):
            continue
        if bool(pair.first.denials) != bool(pair.second.denials) or _only_doses(pair) or _of_parts(pair):
            continue
        figures = (
            _amounts(analysis, pair)
            or _counts(analysis, pair)
            or _shares(analysis, pair)
            or _ages(analysis, pair)
        )
        if figures is not None:
            yield pair.weigh(
                "consistency/quantity-conflict",
                1.0,
                f"On {pair.words()}: {figures[0]} here and {figures[1]} there.",
                "Give one figure, with whom and what it holds for, and its source.",
            )


def _only_doses(pair: Pair) -> bool:
    """True where two sentences share that they give a dose, and not of what."""
    return pair.first.terms & pair.second.terms <= _DOSE_WORDS and pair.first.terms != pair.second.terms


def _of_parts(pair: Pair) -> bool:
    """True where only one is the figure of each part, of an extreme or of another span: "each cycle", "the heaviest"."""
    said = [frozenset(side.analysis.norms[side.first : side.last]) for side in (pair.first, pair.second)]
    spans = [_spans(side) for side in (pair.first, pair.second)]
    ways = [words & _WAYS for words in said]
    if pair.first.compounds.keys() != pair.second.compounds.keys():
        return True  # "third-degree burns over 5 percent of the body"
    other_spans = any(all(told) and told[0].isdisjoint(told[1]) for told in (spans, ways))
    return other_spans or any(
        (words & told) != (other & told) for told in _TELLING for words, other in (said, said[::-1])
    )


def _spans(side: Aligned) -> frozenset[str]:
    """The spans over which it counts: the hour of "every hour" and "an hour"."""
    norms = side.analysis.norms
    return frozenset(
        norms[i] for i in range(side.first + 1, side.last) if norms[i] in _SPAN and norms[i - 1] in _EACH
    )


def counted_otherwise(analysis: Analysis) -> Iterator[Weighed]:
    """Two counts of the kinds of one thing: "the two types of hepatitis" here, "six types of hepatitis" there."""
    counted: dict[tuple[str, frozenset[str]], tuple[float, str, Sentence]] = {}
    for sentence in statements_at(analysis, analysis.numerals):
        for noun, thing, value, said in _kinds_of(analysis, sentence):
            earlier = counted.setdefault((noun, thing), (value, said, sentence))
            if earlier[0] != value and earlier[2] != sentence:
                yield weigh(
                    "consistency/quantity-conflict",
                    Statement(earlier[2], earlier[1], thing, thing),
                    Statement(sentence, said, thing, thing),
                    1.0,
                    f"Counts {earlier[1]} here and {said} there.",
                    "Give one count, and say what is counted.",
                )


def _kinds_of(analysis: Analysis, sentence: Sentence) -> Iterator[tuple[str, frozenset[str], float, str]]:
    """Each "N types of X": the noun, what it is of, the number, and the words."""
    tokens, kinds = analysis.tokens, analysis.kinds
    for index in numerals_in(analysis, sentence):
        if index + 3 >= sentence.last:
            break
        named = kinds[index + 1] & Kind.COUNTED_NOUN and tokens[index + 2].norm == "of"
        if not named or not counts_things(tokens[index]) or number(tokens[index]) < _FEWEST:
            continue
        if index > sentence.first and tokens[index - 1].norm in (
            "of",
            "other",
            "least",
            "these",
            "first",
            "than",
        ):
            continue
        last = index + 3
        while last < min(sentence.last, index + 3 + _LONGEST_THING) and not kinds[last] & _ENDS_THING:
            last += 1
        thing = content(analysis, index + 3, last)
        if thing:
            said = analysis.quote(tokens[index].start, tokens[last - 1].end)
            yield analysis.stems[index + 1], thing, number(tokens[index]), " ".join(said.lower().split())


def _amounts(analysis: Analysis, pair: Pair) -> tuple[str, str] | None:
    """The two amounts as written, where they exclude each other."""
    ours, theirs = _only(analysis, pair.first), _only(analysis, pair.second)
    if ours is None or theirs is None or not excluded(ours.quantity, theirs.quantity):
        return None
    words = (analysis.words(side.sentence) for side in (pair.first, pair.second))
    if len({frozenset(_ROLES.intersection(said)) for said in words}) > 1:
        return None  # the full effect comes later than the first, and the highest dose is above that to start with
    return analysis.quote(ours.start, ours.end), analysis.quote(theirs.start, theirs.end)


def _shares(analysis: Analysis, pair: Pair) -> tuple[str, str] | None:
    """Two shares of those concerned as written, where no rounding explains them."""
    sentences = pair.first.sentence, pair.second.sentence
    ours, theirs = (rates_in(analysis, sentence) for sentence in sentences)
    ranges = any(a.quantity.low < a.quantity.high for s in sentences for a in amounts_in(analysis, s))
    if not _POINTS.isdisjoint(pair.first.spoken | pair.second.spoken):
        return None  # "by one percentage point, from three percent to two"
    if len(ours) != 1 or len(theirs) != 1 or ranges:  # of ranges ``_amounts`` tells whether they meet
        return None
    (a,), (b,) = ours, theirs
    low, high = sorted((a, b), key=lambda rate: rate.share)
    apart = low.share * _TIMES <= high.share and not high.below
    tokens = analysis.tokens
    said = [analysis.quote(tokens[r.first].start, tokens[r.last - 1].end) for r in (a, b)]
    return (said[0], said[1]) if apart else None


def _ages(analysis: Analysis, pair: Pair) -> tuple[str, str] | None:
    """ "After age 50" and "before the age of 50", as written."""
    ours, theirs = _age(analysis, pair.first), _age(analysis, pair.second)
    if ours is None or theirs is None or ours[0] == theirs[0]:
        return None
    before, after = (ours, theirs) if ours[0] == "before" else (theirs, ours)
    return (ours[2], theirs[2]) if after[1] >= before[1] else None


def _age(analysis: Analysis, unit: Aligned) -> tuple[str, float, str] | None:
    """On which side of an age it is, the age, and the words: of "after the age of 50"."""
    tokens, sentence = analysis.tokens, unit.sentence
    for index in numerals_in(analysis, sentence):
        near = range(max(sentence.first, index - _AGE_REACH), index)
        after = tokens[index + 1 : min(sentence.last, index + _AGE_REACH)]
        of_age = any(tokens[i].norm == "age" for i in near) or any(t.norm == "age" for t in after)
        side = next((i for i in near if tokens[i].norm in _BEFORE or tokens[i].norm in _AFTER), None)
        if of_age and side is not None and counts_things(tokens[index]):
            words = analysis.quote(tokens[side].start, tokens[index].end)
            return "before" if tokens[side].norm in _BEFORE else "after", number(tokens[index]), words
    return None


def _counts(analysis: Analysis, pair: Pair) -> tuple[str, str] | None:
    """Two counts of one kind of thing ("two types", "seven types"), where they differ."""
    portions = pair.likeness >= _SAME_WORDS
    ours, theirs = (_counted(analysis, unit, portions) for unit in (pair.first, pair.second))
    if (
        len(ours) != 1
        or ours.keys() != theirs.keys()
        or not _LEAST.isdisjoint(pair.first.spoken ^ pair.second.spoken)
    ):
        return None
    (noun,) = ours
    said = [
        f"{analysis.tokens[index].norm} {analysis.tokens[index + 1].norm}"
        for index in (ours[noun], theirs[noun])
    ]
    if all(rates_in(analysis, unit.sentence) for unit in (pair.first, pair.second)):
        return None  # "one dose protects 93 percent", "two doses protect 97 percent"
    differ = number(analysis.tokens[ours[noun]]) != number(analysis.tokens[theirs[noun]])
    return (said[0], said[1]) if differ else None


def _counted(analysis: Analysis, unit: Aligned, portions: bool) -> dict[str, int]:
    """The stem of each noun right after a number, with the number's place; of the nouns that count kinds, or portions too."""
    tokens, stems = analysis.tokens, analysis.stems
    places = [i for i in numerals_in(analysis, unit.sentence) if i + 1 < unit.sentence.last]
    return {
        stems[i + 1]: i
        for i in places
        if counts_things(tokens[i])
        and (
            (portions and (analysis.kinds[i + 1] & Kind.FORM_NOUN or tokens[i + 1].norm in _PORTIONS))
            or (is_kind(tokens[i + 1], Kind.COUNTED_NOUN) and number(tokens[i]) > 1)
        )
    }


def _only(analysis: Analysis, unit: Aligned) -> Amount | None:
    """The one amount of a sentence; None where there are none or several, or where it names a product's strength."""
    amounts = amounts_in(analysis, unit.sentence)
    if len(amounts) != 1:
        return None
    if amounts[0].quantity.unit not in _STRENGTHS:
        return amounts[0]
    leads = range(unit.sentence.first, amounts[0].first)
    of_form = any(
        analysis.kinds[i] & Kind.FORM_NOUN for i in leads[:_IN_A_NAME]
    )  # "Capsules of 60 mg are sold"
    acts = any(analysis.kinds[i] & (Kind.AUXILIARY | Kind.VERB) for i in leads)
    return None if len(leads) <= _IN_A_NAME or (of_form and not acts) else amounts[0]


def excluded(a: Quantity, b: Quantity, factor: float = _WIDE_APART) -> bool:
    """True for amounts of one unit that cannot both hold: ranges that do not meet, or two different bounds.

    ``factor`` is that between amounts which no rounding explains; there is none between amounts below zero.
    """
    if min(a.low, b.low) < 0 or a.unit != b.unit or len({a.per, b.per} - {""}) > 1:
        return False
    if (a.comparator in _LOWER and b.comparator in _LOWER) or (
        a.comparator in _UPPER and b.comparator in _UPPER
    ):
        low, high = sorted((a.high, b.high))
        return high >= factor * low
    (_, top), (bottom, _) = sorted((_interval(a), _interval(b)))
    return bottom >= factor * top


def _interval(quantity: Quantity) -> tuple[float, float]:
    low = 0.0 if quantity.comparator in _UPPER else quantity.low
    high = float("inf") if quantity.comparator in _LOWER else quantity.high
    return low, high
