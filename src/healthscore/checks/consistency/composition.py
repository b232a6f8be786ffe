"""What a product is said to be free of, and what is said to be in it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from healthscore.checks.base import once
from healthscore.checks.consistency.alignment import other_kind
from healthscore.checks.consistency.pairs import statements, states
from healthscore.checks.consistency.weighing import Statement, Weighed, weigh
from healthscore.language.analysis import Analysis, Sentence
from healthscore.language.claims.kinds import Kind
from healthscore.language.cues import Cue

_LONGEST_LIST = 10  # tokens after "free from"
_OPENING = 5  # tokens in which a sentence names what it is about
_AFTER_IN = 4  # tokens in which "the sugar in ..." names the product
_THING = Kind.SUBSTANCE_NOUN | Kind.FORM_NOUN | Kind.PRONOUN
_NO_INGREDIENT = Kind.CLOSED | Kind.GENERIC_NOUN | Kind.QUANTITY_NOUN | Kind.PERSON_NOUN | Kind.DEGREE
_MOST_SHARING = 12


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
            for index in _list_after(analysis, cue, sentence):
                yield analysis.stems[index], sentence, analysis.tokens[index].norm
        elif cue.kind == "free" and cue.first > sentence.first and analysis.gap(cue.first) == "-":
            yield analysis.stems[cue.first - 1], sentence, analysis.tokens[cue.first - 1].norm


def _list_after(analysis: Analysis, cue: Cue, sentence: Sentence) -> Iterator[int]:
    """The nouns of the list that follows, up to a verb or the end of the clause."""
    for index in range(cue.last, min(sentence.last, cue.last + _LONGEST_LIST)):
        kinds = analysis.kinds[index]
        parted = not set(".;:(").isdisjoint(analysis.gap(index))
        if parted or kinds & (Kind.AUXILIARY | Kind.SUBORDINATOR | Kind.PREPOSITION):
            return
        if not kinds & _NO_INGREDIENT:
            yield index


def _present(analysis: Analysis) -> Iterator[tuple[str, Sentence]]:
    """What is in the product: "contains sugar", "the sugar in the syrup"."""
    for sentence in statements(analysis):
        content = analysis.cues_by_category(sentence).get("content", ())
        for cue in content if _of_the_thing(analysis, sentence) else ():
            if cue.kind == "contains":
                yield from ((analysis.stems[i], sentence) for i in _list_after(analysis, cue, sentence))
        if not any(cue.kind == "free-of" for cue in content):
            yield from ((stem, sentence) for stem in _in_the_thing(analysis, sentence))


def _of_the_thing(analysis: Analysis, sentence: Sentence) -> bool:
    """True where a sentence begins with the product: by its name, as "it", or as "our capsules"."""
    opening = range(sentence.first, min(sentence.last, sentence.first + _OPENING))
    return any(analysis.kinds[i] & _THING or analysis.stems[i] in analysis.topic.key for i in opening)


def _in_the_thing(analysis: Analysis, sentence: Sentence) -> Iterator[str]:
    """The noun of "the sugar in it" and "the sugar in our syrup"."""
    tokens, kinds = analysis.tokens, analysis.kinds
    for index in range(sentence.first + 2, sentence.last - 1):
        if (
            tokens[index].norm != "in"
            or tokens[index - 2].norm not in ("the", "its")
            or kinds[index - 1] & _NO_INGREDIENT
        ):
            continue
        after = range(index + 1, min(sentence.last, index + 1 + _AFTER_IN))
        if any(kinds[i] & _THING or analysis.stems[i] in analysis.topic.key for i in after):
            yield analysis.stems[index - 1]
