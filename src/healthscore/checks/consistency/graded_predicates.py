"""What a predicate grades."""

from __future__ import annotations

from collections.abc import Sequence

from healthscore.checks.consistency.graded import (
    DEGREE_REACH,
    NOT_A_HARM,
    SIDE_EFFECTS,
    Graded,
    degree_of,
    limits_of,
)
from healthscore.checks.consistency.predicates import holder, predicate
from healthscore.checks.consistency.referents import topic_names, written
from healthscore.language.analysis import Analysis, Sentence
from healthscore.language.claims.concepts import content, name_of_topic
from healthscore.language.claims.kinds import Kind, is_kind
from healthscore.language.claims.quantities import counts_things
from healthscore.language.cues import Cue

_REACH = 3  # tokens between "is" and the step word
_OPENING = 10  # tokens within which "is" stands
_REPORTED_WITHIN = 5  # tokens of "studies show that"
_ONE_OF_TWO = frozenset({"other", "former", "latter", "first", "second"})
_FOLLOWS = frozenset({"follows", "follow", "results", "comes", "ensues"})
_NEGATION_REACH = 4  # tokens before the step word


def predicated(analysis: Analysis, sentence: Sentence, steps: Sequence[Cue]) -> Graded | None:
    """The subject of a sentence, graded as a whole: "X is rare", "X is one of the commonest injuries"."""
    return _predicate(analysis, sentence, steps) or _called(analysis, sentence, steps)


def _predicate(analysis: Analysis, sentence: Sentence, steps: Sequence[Cue]) -> Graded | None:
    """Reads "X is rare" and "X is a harmless condition that ...", whatever X is; a pronoun means the topic."""
    opening = range(sentence.first, min(sentence.first + _OPENING, sentence.last))
    tokens, kinds = analysis.tokens, analysis.kinds
    copula = next((i for i in opening if kinds[i] & Kind.COPULA), None)
    step = next((c for c in steps if copula is not None and 0 < c.first - copula <= _REACH), None)
    if copula is None or step is None:
        return None
    if any(c.first < step.last for c in analysis.cues_by_category(sentence).get("negation", ())):
        return None
    if is_kind(tokens[sentence.first], Kind.SOME_WORD) or tokens[sentence.first].norm in ("this", "such"):
        return None
    first = _after_that(analysis, sentence, copula)
    named = next((i for i in range(first + 1, copula) if is_kind(tokens[i], Kind.RELATIVE)), copula)
    named = next((i for i in range(first + 1, named) if "(" in analysis.gap(i)), named)
    if named + 2 == copula and tokens[named + 1].norm in _FOLLOWS:
        return None  # "the redness that follows": of what, stands before
    if named < copula and (
        is_kind(tokens[named - 1], Kind.PREPOSITION) or _tells_a_kind(analysis, named, step)
    ):
        return None  # "infection with that strain", "tinnitus that beats with the pulse"
    if any(kind & (Kind.SUBORDINATOR | Kind.VERB) for kind in kinds[first:named]):
        return None
    if not _ends_predicate(analysis, sentence, step):
        return None
    effects = analysis.cues_by_category(sentence).get("effect", ())
    if any(first < c.first < named and analysis.norms[c.first - 1] == "to" for c in effects):
        return None  # "using a cream to treat eczema is rare"
    of_two = first + (tokens[first].norm == "the")
    if of_two + 1 == copula and (counts_things(tokens[of_two]) or tokens[of_two].norm in _ONE_OF_TWO):
        return None  # "one is harmless, the other is a severe illness"
    pronoun = named == first + 1 and is_kind(tokens[first], Kind.PRONOUN)
    if pronoun and "possible" in analysis.norms[step.last : min(sentence.last, step.last + _REACH)]:
        return None  # "it is unusual but possible": to get it twice
    key = content(analysis, first, named, NOT_A_HARM)
    if analysis.topic.acts and not _called_an_illness(analysis, sentence, step):
        key -= analysis.topic.key
    elif not key:
        key = name_of_topic(analysis)
    if not key:
        return None
    name = analysis.quote(tokens[first].start, tokens[max(first, named - 1)].end).lower()
    if is_kind(tokens[first], Kind.PRONOUN) and key == name_of_topic(analysis):
        name = analysis.topic.name
    grade = int(step.attributes["step"])
    limits = limits_of(analysis, sentence, step.first, step.last, grade)
    if step.category == "frequency" and grade == 1:
        limits |= degree_of(analysis, sentence, min(first + DEGREE_REACH, copula))
    word, whose = analysis.quote(step.start, step.end), holder(analysis, sentence, step)
    return Graded(key, name, word, grade, limits, sentence, holder=whose)


def _tells_a_kind(analysis: Analysis, relative: int, step: Cue) -> bool:
    """True where what follows a name tells a kind of it, of which rare says nothing of the others."""
    rare = step.category == "frequency" and step.attributes["step"] == 1
    return rare and analysis.norms[relative] in ("that", "which") and analysis.gap(relative).isspace()


def _called(analysis: Analysis, sentence: Sentence, steps: Sequence[Cue]) -> Graded | None:
    """Reads "X is a rare side effect of Y" and "..., because X is one of the commonest injuries"."""
    found = predicate(analysis, sentence, steps)
    denials = analysis.cues_by_category(sentence).get("negation", ())
    if found is None or any(0 <= found.step.first - c.last <= _NEGATION_REACH for c in denials):
        return None
    step, key = found.step, found.of.key - {SIDE_EFFECTS}
    grade = int(step.attributes["step"])
    if found.of.meant or (analysis.topic.acts and key & topic_names(analysis)):
        return None  # "this side effect", "it": which it is stands in another sentence
    limits = limits_of(analysis, sentence, step.first, step.last, grade)
    if step.category == "frequency" and grade == 1:
        limits |= degree_of(analysis, sentence, found.of.last - 1)
    name = written(analysis, key, sentence)
    return (
        Graded(key, name, analysis.quote(step.start, step.end), grade, limits, sentence, holder=found.holder)
        if key
        else None
    )


def _called_an_illness(analysis: Analysis, sentence: Sentence, step: Cue) -> bool:
    """True for "is a mild illness", "is an emergency": what is graded is no remedy, whatever the topic seems to be."""
    words = analysis.tokens[step.last - 1 : min(sentence.last, step.last + 1)]
    return any(is_kind(t, Kind.ILLNESS_NOUN) or t.norm in ("emergency", "problem") for t in words)


def _after_that(analysis: Analysis, sentence: Sentence, end: int) -> int:
    """Where the statement begins: after "studies show that", else at the sentence's start."""
    reporting = {c.last for c in analysis.cues_by_category(sentence).get("reporting", ())}
    opening = range(sentence.first, min(end - 1, sentence.first + _REPORTED_WITHIN))
    return next(
        (i + 1 for i in opening if analysis.tokens[i].norm == "that" and i in reporting), sentence.first
    )


def _ends_predicate(analysis: Analysis, sentence: Sentence, step: Cue) -> bool:
    """True where the step word grades the subject: not "a rare cause of stroke", not "rare in men"."""
    tokens, last = analysis.tokens, step.last
    while last < sentence.last and is_kind(
        tokens[last], Kind.GENERIC_NOUN | Kind.QUANTITY_NOUN | Kind.CONDITION_NOUN | Kind.DEGREE
    ):
        last += 1
    if last >= sentence.last or is_kind(tokens[last], Kind.COORDINATOR | Kind.PARTING | Kind.RELATIVE):
        return True
    if any(char in analysis.gap(last) for char in ",;:"):
        return True
    meant = NOT_A_HARM | Kind.SUBSTANCE_NOUN  # "common with this plant"
    commas = (i for i in range(last + 1, sentence.last) if "," in analysis.gap(i))
    rest = content(analysis, last, next(commas, sentence.last), meant) - analysis.topic.key
    return tokens[last].norm in ("with", "of") and (last > step.last or not rest)
