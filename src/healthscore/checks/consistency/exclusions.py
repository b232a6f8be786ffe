"""Who is told not to use the thing that an article is about."""

from __future__ import annotations

from functools import cache

from healthscore.checks.base import once
from healthscore.checks.consistency.properties import sentences_by_property
from healthscore.checks.consistency.things import FIT, thing, thing_named
from healthscore.language.analysis import Analysis, Sentence
from healthscore.language.claims.kinds import Kind
from healthscore.language.claims.scope import limits_of, qualifier
from healthscore.language.cues import Cue
from healthscore.language.lexicon import groups
from healthscore.language.patterns import expand

_FORBIDS = frozenset({"do not", "don't", "never"})
_USES = frozenset({"use", "give", "apply", "put", "take", "feed", "offer", "spray", "rub"})
_GIVEN_TO = frozenset({"on", "in", "to", "for", "onto", "near"})
_WHEN = frozenset({"if", "during", "while"})
_NAME_REACH = 6  # tokens of the thing that is not to be used
_HAVE = frozenset({"have", "has", "with"})
_HAVING = frozenset("with have has having whose your patient patients sufferers on of who".split())
_HAVING_REACH = 4  # tokens between "with" and what they have
_PEOPLE = frozenset(
    "those patients sufferers women men children adults patient anyone anybody somebody someone".split()
)
_AVOID = "avoid"
_NO_GROUPS = frozenset({"adult", "affected", "athletes", "healthy"})


@once
def excluded_groups(analysis: Analysis) -> list[tuple[Sentence, frozenset[str]]]:
    """The sentences that tell some not to use it, each with the groups of people that it names."""
    told = [*sentences_by_property(analysis)["excludes"]]
    told += [analysis.sentences[index] for index in _forbidden(analysis)]
    return [(s, groups_of(analysis, s)) for s in told]


def same_thing(analysis: Analysis, one: Sentence, other: Sentence) -> bool:
    """True where both sentences speak of one thing to take or do: of what one calls fit, the other warns."""
    return not things(analysis, one).isdisjoint(excluded_things(analysis, other))


def excluded_things(analysis: Analysis, sentence: Sentence) -> frozenset[str]:
    """What a sentence tells some not to use, as stems."""
    return things(analysis, sentence, ("excludes",)) | _forbidden(analysis).get(sentence.index, frozenset())


@once
def _forbidden(analysis: Analysis) -> dict[int, frozenset[str]]:
    """What "do not use the gel on children" tells some not to use, by sentence, where no phrase of a lexicon does."""
    found: dict[int, frozenset[str]] = {}
    norms = analysis.norms
    for sentence in analysis.prose_with("scope"):
        verb = _commanded_verb(analysis, sentence)
        cues = analysis.cues_by_category(sentence)
        if verb == 0 or any(cue.kind == "excludes" for cue in cues.get("property", ())):
            continue
        people = {c.first for c in cues["scope"] if c.kind == "population"}
        named = range(verb + 1, min(sentence.last - 1, verb + _NAME_REACH))
        to = next((i for i in named if _is_given_to(analysis, i, people) or norms[i] in _WHEN), None)
        if to is None and norms[sentence.first] == "if":
            to = min(sentence.last, verb + _NAME_REACH)
        if to is not None:
            found[sentence.index] = thing_named(analysis, verb + 1, to)
    return found


def _is_given_to(analysis: Analysis, index: int, people: set[int]) -> bool:
    """True for the "on" of "on small children", where a group of people begins."""
    return analysis.norms[index] in _GIVEN_TO and not people.isdisjoint(range(index, index + 3))


def _commanded_verb(analysis: Analysis, sentence: Sentence) -> int:
    """The token of "use" in a sentence that begins with "do not use", or with "if you have asthma, never use"; else 0.

    That of "avoid" where it begins with that.
    """
    first = sentence.first
    if analysis.norms[first] == "if":
        first = next((i for i in range(first, sentence.last) if "," in analysis.gap(i)), first)
    if analysis.norms[first] == _AVOID:
        return first
    opening = analysis.norms[first : first + 3]
    length = next((n for n in (1, 2) if " ".join(opening[:n]) in _FORBIDS), 0)
    verb = first + length
    return verb if length and verb < sentence.last and analysis.norms[verb] in _USES else 0


def things(analysis: Analysis, sentence: Sentence, kinds: tuple[str, ...] = FIT) -> frozenset[str]:
    """Of what a sentence says properties of these kinds, as stems."""
    cues = (c for c in analysis.cues_in(sentence, "property") if c.kind in kinds)
    return frozenset().union(*(thing(analysis, cue) for cue in cues))


def groups_of(analysis: Analysis, sentence: Sentence) -> frozenset[str]:
    """The groups of people that a sentence names: ``children``, or the stems of what they have."""
    limits = limits_of(analysis, sentence)
    named = {scope.partition(":") for scope in limits if scope.startswith(("population:", "people:"))}
    told = analysis.cues_by_category(sentence).get("scope", ())
    named_whole = {i for c in told if c.attributes["group"] != "some" for i in range(c.first, c.last)}
    words = (analysis.norms[i] for i in range(sentence.first, sentence.last) if i not in named_whole)
    by_word = {_of_word()[word] for word in words if word in _of_word()}
    return (frozenset(group for _, _, group in named) | by_word | _ailing(analysis, sentence)) - _NO_GROUPS


def populations_named(analysis: Analysis, sentence: Sentence) -> frozenset[str]:
    """The groups that single words of a sentence name: children for "child"."""
    words = analysis.norms[sentence.first : sentence.last]
    return frozenset(_of_word()[word] for word in words if word in _of_word())


@cache
def populations() -> frozenset[str]:
    """The groups of the lexicon, as against those that are told by what they have."""
    return frozenset(
        str(group.attributes["group"]) for group in groups("scope") if group.kind == "population"
    )


@cache
def _of_word() -> dict[str, str]:
    """The group that one word names: of "child" in "a child with fever"."""
    return {
        word: str(group.attributes["group"])
        for group in groups("scope")
        if group.kind == "population"
        for phrase in group.phrases
        if " " not in phrase
        for word in expand(phrase)
    }


def _ailing(analysis: Analysis, sentence: Sentence) -> frozenset[str]:
    """What those have whom a sentence speaks of: "if you have glaucoma", "for diabetics", "whose kidneys fail"."""
    norms, kinds = analysis.norms, analysis.kinds
    found: set[str] = set()
    for index in range(sentence.first, sentence.last):
        if norms[index] in _HAVE and kinds[index - 1] & (Kind.PRONOUN | Kind.PERSON_NOUN):
            found.add("+".join(sorted(qualifier(analysis, index + 1, sentence.last) - analysis.topic.key)))
    ailing = analysis.cues_by_category(sentence).get("ailing", ())
    found.update(c.kind for c in ailing if _is_of_people(analysis, sentence, c))
    return frozenset(found) - {""}


def _is_of_people(analysis: Analysis, sentence: Sentence, ailing: Cue) -> bool:
    """True for "diabetics", "with epilepsy" and "whose kidneys fail"; not for what a thing brings or treats."""
    norms, kinds = analysis.norms, analysis.kinds
    if ailing.last - ailing.first == 1 and norms[ailing.last - 1].removesuffix("s").endswith(("ic", "ive")):
        return True
    near = range(max(sentence.first, ailing.first - _HAVING_REACH), ailing.last)
    return any(norms[i] in _HAVING for i in near) and any(
        kinds[i] & (Kind.PERSON_NOUN | Kind.PRONOUN) or norms[i] in _PEOPLE
        for i in range(sentence.first, ailing.last)
    )
