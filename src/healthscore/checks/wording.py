"""What likely faults are called: of each kind the question it belongs to, what is said of it, and what to write instead.

The groundwork of four rules, one a dimension, that tell of a sentence by its wording as a whole. No rules.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from healthscore.article import Span
from healthscore.checks.base import Hit
from healthscore.checks.told import speaking_of_health
from healthscore.language.analysis import Analysis

_ABOUT_HEALTH = 0.15  # of the sentences speak of health in an article on it
_TELLING = 10  # sentences from which on that is asked
_SURE = 0.9  # the chance from which it is a warning
_SUREST = 0.99  # that is told
_NAMED = 0.5  # the chance from which a kind is named

_SOURCING = {
    "vague-authority": (
        "this leans on somebody whom nobody could look up",
        "Name who found it, and where a reader can check that, or leave it out.",
    ),
    "testimonial": (
        "one person's story is told as proof",
        "Say that it is one person's experience, and what was found when many were studied.",
    ),
    "popularity": (
        "how many use it, or for how long, is told as proof",
        "Say what was measured; age and sales show nothing about an effect.",
    ),
    "interested-source": (
        "only somebody who gains by it vouches for this",
        "Say who gains by it, and give a source that does not.",
    ),
}
_BALANCE = {
    "safe-without-limit": (
        "harm is ruled out without any limit",
        "Name the known harms, how common they are, and who should be careful.",
    ),
    "harm-played-down": (
        "a risk or an illness is waved away",
        "Say how serious it can be, and when to get help.",
    ),
    "stop-treatment": (
        "the reader is led away from a treatment, a test or a doctor",
        "Say for whom that would be unsafe, and whom to ask first.",
    ),
    "rivals-run-down": (
        "other treatments, or those who give them, are run down",
        "Compare them by what was measured, with a source, or leave them out.",
    ),
    "conspiracy": (
        "the truth is said to be kept from the reader",
        "Say what is known and from where; leave out whom it suits.",
    ),
    "selling": (
        "this pushes the reader to buy",
        "Say what it is and what it costs, and leave the decision to the reader.",
    ),
    "fear": (
        "this frightens beyond what is shown",
        "Say how likely it is, and how serious, in figures.",
    ),
    "one-choice": (
        "one way is told as the only one",
        "Name the other choices, doing nothing among them.",
    ),
}
_HEDGING = {
    "cure-claim": (
        "this promises what nothing can promise",
        "Say for how many it helped, how much, and in what study.",
    ),
    "size-claim": (
        "an effect is made larger, faster or more general than anything here shows",
        "Give the size that was measured, in whom, and after how long.",
    ),
    "false-certainty": (
        "this is called settled, and nothing here settles it",
        "Say how sure it is, and on what that rests.",
    ),
    "animal-or-lab": (
        "what was seen in animals or in a dish is told as true of people",
        "Say in what it was seen, and that people may be different.",
    ),
    "cause-from-link": (
        "what came together, or one after the other, is told as cause and effect",
        'Say "went along with", and what else could explain it.',
    ),
    "mechanism-as-fact": (
        "a guess at how it works is told as fact",
        "Say that it is an idea, whose, and whether anybody tested it.",
    ),
}
_REPETITION = {
    "says-nothing": ("this tells the reader nothing", "Leave it out, or say what it stands in for."),
}
_UNNAMED = {
    "sourcing": (
        "this is to be taken on trust",
        "Say who found it and where a reader can check that, or leave it out.",
    ),
    "balance": (
        "this leaves the other side out",
        "Tell the harms and the other choices beside it, or leave it out.",
    ),
    "hedging": (
        "this claims more than anything here shows",
        "Say how much was found, in whom, and how sure that is.",
    ),
    "repetition": _REPETITION["says-nothing"],
}
_SAID = {"sourcing": _SOURCING, "balance": _BALANCE, "hedging": _HEDGING, "repetition": _REPETITION}

DIMENSION_OF: Mapping[str, str] = MappingProxyType(
    {kind: dimension for dimension, kinds in _SAID.items() for kind in kinds}
)
"""The dimension of each kind of likely fault."""


def likely_faults(analysis: Analysis, dimension: str) -> Iterator[Hit]:
    """The sentences of an article that read like a fault of one dimension."""
    kinds = _SAID[dimension]
    if _is_of_something_else(analysis):
        return
    for likely in analysis.wording.faults:
        if likely.kind in kinds:
            sure_of_kind = likely.kind_chance >= _NAMED
            what, instead = kinds[likely.kind] if sure_of_kind else _UNNAMED[dimension]
            sentence = likely.sentence
            words = ", ".join(f"“{words}”" for words in likely.words)
            yield Hit(
                "warning" if likely.chance >= _SURE else "note",
                f"By its wording, {what}.",
                instead,
                (Span(sentence.start, sentence.end),),
                decided=(
                    f"a chance of {min(likely.chance, _SUREST):.2f} that an editor would mark it",
                    *([f"of its words these weigh most: {words}"] if words else []),
                ),
            )


def _is_of_something_else(analysis: Analysis) -> bool:
    """True for a text that hardly speaks of health, if it is long enough to tell: its wording has another sense."""
    sentences = len(analysis.prose_sentences)
    return sentences >= _TELLING and len(speaking_of_health(analysis)) < _ABOUT_HEALTH * sentences
