"""What a product is said to be free of, and what is said to be in it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from healthscore.checks.base import once
from healthscore.checks.consistency.figures.measured import excluded
from healthscore.checks.consistency.pairs import statements, statements_at, statements_with, states
from healthscore.checks.consistency.sentences.alignment import other_kind
from healthscore.checks.consistency.weighing import Statement, Weighed, weigh
from healthscore.language.analysis import Analysis, Sentence
from healthscore.language.claims.concepts import content
from healthscore.language.claims.kinds import Kind
from healthscore.language.claims.quantities import Amount, amounts_in
from healthscore.language.claims.scope import limits_of
from healthscore.language.cues import Cue

_LONGEST_LIST = 10  # tokens after "free from"
_OPENING = 5  # tokens in which a sentence names what it is about
_AFTER_IN = 4  # tokens in which "the sugar in ..." names the product
_THING = Kind.SUBSTANCE_NOUN | Kind.FORM_NOUN | Kind.PRONOUN
_NO_INGREDIENT = Kind.CLOSED | Kind.GENERIC_NOUN | Kind.QUANTITY_NOUN | Kind.PERSON_NOUN | Kind.DEGREE
_MOST_SHARING = 12
_NAMED_WITHIN = 5  # tokens between "the" and the ingredient
_NAMING = frozenset({"the", "its", "there"})
_MEASURED = ("mass", "volume", "IU", "percent")
_EACH = frozenset({"each", "every", "one", "a", "per"})
_LONGEST_NAME = 3  # tokens of an ingredient
_OTHER_AMOUNT = 1.2  # factor between two amounts of which one is wrong
_PRESENT = frozenset({"present", "found", "contained", "used", "dissolved", "is", "are", "that", "which"})


@once
def ingredients(analysis: Analysis) -> list[Weighed]:
    """Every pair of "free from X" and "the X in it", weighed."""
    absent: defaultdict[str, list[tuple[Sentence, str]]] = defaultdict(list)
    for stem, sentence, said in _absent(analysis):
        absent[stem].append((sentence, said))
    return [
        _weighed(analysis, stem, one, other, said)
        for stem, one in (_present(analysis) if absent else ())
        for other, said in absent.get(stem, ())[:_MOST_SHARING]
        if one != other and not other_kind(analysis, one, other)
    ]


def _weighed(analysis: Analysis, stem: str, present: Sentence, absent: Sentence, said: str) -> Weighed:
    matter = frozenset({stem})
    return weigh(
        "consistency/negation-conflict",
        Statement(absent, "free of it", matter, matter),
        Statement(present, "in it", matter, matter),
        1.0,
        f"Said to be free of {said}, which elsewhere is said to be in it.",
        "Say what it contains, and how much.",
    )


def _absent(analysis: Analysis) -> Iterator[tuple[str, Sentence, str]]:
    """What the product is free of: "free from lactose and gluten", "sugar-free"."""
    for cue in analysis.cues_of("content"):
        sentence = analysis.sentence_at(cue.first)
        if not states(analysis, sentence) or not _of_the_thing(analysis, sentence):
            continue
        if cue.kind == "free-of":
            cues = analysis.cues_by_category(sentence)
            suffered = [*cues.get("harm", ()), *(c for c in cues.get("health", ()) if c.kind == "condition")]
            for index in _list_after(analysis, cue, sentence):
                if any(c.first <= index < c.last for c in suffered):
                    continue  # "free of cancer"
                yield analysis.stems[index], sentence, analysis.tokens[index].norm
        elif cue.kind == "free" and cue.first > sentence.first and analysis.gap(cue.first) == "-":
            if _of_another(analysis, cue, sentence):
                continue
            yield analysis.stems[cue.first - 1], sentence, analysis.tokens[cue.first - 1].norm


def _of_another(analysis: Analysis, cue: Cue, sentence: Sentence) -> bool:
    """True for "a fat-free diet", which is not what the article is about; not for "is a sugar-free syrup"."""
    after = cue.last
    article = next(
        (i for i in range(cue.first - 1, sentence.first, -1) if analysis.norms[i] in ("a", "an")), 0
    )
    if cue.first - article <= _NAMED_WITHIN and article and not analysis.kinds[article - 1] & Kind.COPULA:
        return after >= sentence.last or analysis.stems[after] not in analysis.topic.key
    if after >= sentence.last or not analysis.gap(after).isspace() or analysis.kinds[after]:
        return False
    return analysis.stems[after] not in analysis.topic.key


def _list_after(analysis: Analysis, cue: Cue, sentence: Sentence) -> Iterator[int]:
    """The nouns of the list that follows, up to a verb or the end of the clause."""
    for index in range(_past_amount(analysis, cue, sentence), min(sentence.last, cue.last + _LONGEST_LIST)):
        kinds = analysis.kinds[index]
        parted = not set(".;:(").isdisjoint(analysis.gap(index))
        if parted or kinds & (Kind.AUXILIARY | Kind.SUBORDINATOR | Kind.PREPOSITION):
            return
        if not kinds & _NO_INGREDIENT:
            yield index


def _past_amount(analysis: Analysis, cue: Cue, sentence: Sentence) -> int:
    """Where the list begins: after "about 30 mg of", where an amount stands first."""
    for amount in amounts_in(analysis, sentence):
        of = amount.last < sentence.last and analysis.tokens[amount.last].norm == "of"
        if of and 0 <= amount.first - cue.last <= 1:
            return amount.last + 1
    return cue.last


def _present(analysis: Analysis) -> Iterator[tuple[str, Sentence]]:
    """What is in the product: "contains sugar", "the sugar in the syrup"."""
    for sentence in statements(analysis):
        told = analysis.cues_by_category(sentence).get("content", ())
        contains = [cue for cue in told if cue.kind == "contains"]
        for cue in contains if contains and _of_the_thing(analysis, sentence) else ():
            yield from ((analysis.stems[i], sentence) for i in _list_after(analysis, cue, sentence))
        if not any(cue.kind == "free-of" for cue in told):
            yield from ((stem, sentence) for stem in _in_the_thing(analysis, sentence))


def _of_the_thing(analysis: Analysis, sentence: Sentence) -> bool:
    """True where a sentence begins with the product: by its name, as "it", or as "our capsules"."""
    opening = range(sentence.first, min(sentence.last, sentence.first + _OPENING))
    return any(
        (analysis.kinds[i] & _THING and not analysis.kinds[i] & Kind.SPEAKER)
        or analysis.stems[i] in analysis.topic.key
        for i in opening
    )


def _in_the_thing(analysis: Analysis, sentence: Sentence) -> Iterator[str]:
    """The noun of "the sugar in it", "there is sugar in our syrup" and "the sugar that is present in it"."""
    norms, kinds = analysis.norms, analysis.kinds
    if "in" not in norms[sentence.first + 2 : sentence.last - 1]:
        return
    for index in range(sentence.first + 2, sentence.last - 1):
        if norms[index] != "in":
            continue
        noun = index - 1
        while noun > sentence.first and norms[noun] in _PRESENT:
            noun -= 1
        before = norms[max(sentence.first, noun - _NAMED_WITHIN) : noun]
        if _NAMING.isdisjoint(before) or "no" in before or kinds[noun] & _NO_INGREDIENT:
            continue
        after = range(index + 1, min(sentence.last, index + 1 + _AFTER_IN))
        if any(kinds[i] & _THING or analysis.stems[i] in analysis.topic.key for i in after):
            yield analysis.stems[noun]


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
