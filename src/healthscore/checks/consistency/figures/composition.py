"""How much of something is said to be in one portion of a product."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from healthscore.checks.base import once
from healthscore.checks.consistency.figures.measured import excluded
from healthscore.checks.consistency.pairs import statements_at, statements_with
from healthscore.checks.consistency.weighing import Statement, Weighed, weigh
from healthscore.language.analysis import Analysis, Sentence
from healthscore.language.claims.concepts import content
from healthscore.language.claims.kinds import Kind
from healthscore.language.claims.quantities import Amount, amounts_in
from healthscore.language.claims.scope import limits_of

_OPENING = 5  # tokens in which a sentence names what it is about
_MOST_SHARING = 12
_MEASURED = ("mass", "volume", "IU", "percent")
_EACH = frozenset({"each", "every", "one", "a", "per"})
_LONGEST_NAME = 3  # tokens of an ingredient
_OTHER_AMOUNT = 1.2  # factor between two amounts of which one is wrong


@once
def portions(analysis: Analysis) -> list[Weighed]:
    """Pairs of different amounts of one thing in one portion: "a scoop has 25 g of protein", "18 g of protein"."""
    index: defaultdict[tuple[str, frozenset[str]], list[tuple[Sentence, Amount]]] = defaultdict(list)
    found = []
    there = [
        i
        for i in analysis.places.get("there", ())
        if i + 1 < len(analysis.kinds) and analysis.kinds[i + 1] & Kind.COPULA
    ]
    told = {s.index: s for s in (*statements_with(analysis, "content"), *statements_at(analysis, there))}
    for _, sentence in sorted(told.items()):
        for portion, key, amount in (*_in_a_portion(analysis, sentence), *_there_are(analysis, sentence)):
            found += [
                _differ(analysis, key, (other, earlier), (sentence, amount))
                for other, earlier in index[portion, key][:_MOST_SHARING]
                if other != sentence and excluded(earlier.quantity, amount.quantity, _OTHER_AMOUNT)
            ]
            index[portion, key].append((sentence, amount))
    return found


def _in_a_portion(analysis: Analysis, sentence: Sentence) -> Iterator[tuple[str, frozenset[str], Amount]]:
    """The portion, the ingredient and its amount of "each capsule contains 500 mg of fish oil"."""
    tokens = analysis.tokens
    contains = [c for c in analysis.cues_by_category(sentence).get("content", ()) if c.kind == "contains"]
    for cue in contains[:1]:
        portion = next((i for i in range(sentence.first, cue.first - 1) if tokens[i].norm in _EACH), None)
        for amount in amounts_in(analysis, sentence) if portion is not None else ():
            if amount.first < cue.last or amount.quantity.unit not in _MEASURED:
                continue
            of = amount.last < sentence.last and tokens[amount.last].norm == "of"
            last = min(sentence.last, amount.last + 1 + _LONGEST_NAME)
            end = next((i for i in range(amount.last + 1, last) if analysis.kinds[i] & Kind.CLOSED), last)
            named = content(analysis, amount.last + 1, end) if of else frozenset()
            yield analysis.stems[(portion or 0) + 1], named or analysis.topic.key, amount


def _there_are(analysis: Analysis, sentence: Sentence) -> Iterator[tuple[str, frozenset[str], Amount]]:
    """The same of "there are 20 g of protein in one egg"."""
    norms = analysis.norms
    if "there" not in norms[sentence.first : sentence.first + _OPENING]:
        return
    for amount in amounts_in(analysis, sentence):
        if amount.quantity.unit not in _MEASURED or norms[amount.last : amount.last + 1] != ["of"]:
            continue
        stop = range(amount.last + 1, min(sentence.last - 2, amount.last + 1 + _LONGEST_NAME))
        at = next((i for i in stop if norms[i] == "in" and norms[i + 1] in _EACH), None)
        named = content(analysis, amount.last + 1, at) if at is not None else frozenset()
        if at is not None and named:
            yield analysis.stems[at + 2], named, amount


def _differ(
    analysis: Analysis, key: frozenset[str], one: tuple[Sentence, Amount], other: tuple[Sentence, Amount]
) -> Weighed:
    sides = [
        Statement(
            sentence, analysis.quote(amount.start, amount.end), key, key, limits=limits_of(analysis, sentence)
        )
        for sentence, amount in (one, other)
    ]
    return weigh(
        "consistency/quantity-conflict",
        sides[0],
        sides[1],
        1.0,
        lambda x, y: f"How much is in one portion: {x.said} here, {y.said} there.",
        "Give one figure for a portion, as on the label.",
    )
