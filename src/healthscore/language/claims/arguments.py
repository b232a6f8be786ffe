"""Who does what to what: the subject and the objects of a cue, from the noun phrases around it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from healthscore.language.claims.acting import Effect, copula_after, is_compounded, is_passive, takers_before
from healthscore.language.claims.bringers import brought
from healthscore.language.claims.clause import Clause
from healthscore.language.claims.comparatives import SEES, making_at
from healthscore.language.claims.doers import (
    Phrase,
    agent,
    brought_after,
    cause_at,
    of_any_kind,
    put_down_to,
    seen_with,
    taken_at,
)
from healthscore.language.claims.holders import LEADS_TO_NOUN, bearer, holder, named_before
from healthscore.language.claims.kinds import Kind
from healthscore.language.cues import Cue

if TYPE_CHECKING:
    from healthscore.language.claims.subject import Subject, Subjects

_THAT = frozenset({"this", "these", "that"})
_CHANGES = frozenset({"comparative", "change", "verb"})
_HAVE = frozenset("have has had get gets got show showed".split())
_THERE_REACH = 3  # tokens of "there is a" before a noun of effect

_Read = tuple["Subject", list[Phrase]]


def arguments(clause: Clause, effect: Effect, subjects: Subjects) -> _Read:
    """The subject of an effect, and its objects."""
    cue, line = effect.cue, clause.line
    if "object" in cue.attributes:
        return _of_fixed(clause, cue, subjects), [_fixed_at(clause, cue)]
    if cue.kind == "between":
        between = line.noun_phrases_after(cue.last)
        return agent(clause, subjects, between[:1]), between[1:]
    making = making_at(clause.analysis, cue, clause.first)
    if making is not None:
        return _of_making(clause, cue, making, subjects)
    if "doing" in cue.attributes:
        return _of_doing(clause, cue, subjects)
    after = line.noun_phrases_after(cue.last)
    return (
        _change(clause, cue, subjects, after)
        or _befalling(clause, cue, subjects, after)
        or _turned_round(clause, cue, subjects, after)
        or _of_noun(clause, effect, subjects, after)
        or (holder(clause, effect.governor or cue, subjects), after)
    )


def _of_fixed(clause: Clause, cue: Cue, subjects: Subjects) -> Subject:
    """What brings about an effect that names what it is on: "X has an anti-inflammatory effect", "you sleep better with X"."""
    if "befalls" not in cue.attributes:
        return holder(clause, cue, subjects)
    return _of_taking(clause, cue, cue, subjects)


def _fixed_at(clause: Clause, cue: Cue) -> Phrase:
    """The word that names the object within the words of the effect, if one does: the weight of "gain weight"."""
    named = str(cue.attributes["object"])
    stems, concepts = clause.analysis.stems, clause.analysis.concepts
    at = (i for i in range(cue.first, cue.last) if named in (stems[i], concepts.get(i, (0, ""))[1]))
    found = next(at, None)
    return (cue.first, cue.last) if found is None else (found, found + 1)


def _of_making(clause: Clause, cue: Cue, making: int, subjects: Subjects) -> _Read:
    """Those of "makes the blood thicker", where the verb is at ``making``."""
    verb = replace(cue, first=making, last=making + 1, kind="verb")
    made = [(a, min(b, cue.first)) for a, b in clause.line.noun_phrases_after(making + 1) if a < cue.first]
    objects = made or [(making + 1, cue.first)]
    if clause.line.norms[making] in SEES:
        return _of_taking(clause, cue, verb, subjects), objects
    return holder(clause, verb, subjects), objects


def _of_taking(clause: Clause, cue: Cue, verb: Cue, subjects: Subjects) -> Subject:
    """What those take, or do, who "see their pulse fall" and "sleep better", where ``verb`` is what befalls them."""
    found = brought(clause, cue)
    at = takers_before(clause, verb) if found is None else found[1]
    return subjects.unknown if at is None else taken_at(clause, subjects, at)


def _of_doing(clause: Clause, cue: Cue, subjects: Subjects) -> _Read:
    """Those of "helps you sleep"; "this makes it hard to sleep" is said of all that goes before."""
    doing = [(cue.last, cue.last + 1)]
    if clause.line.norms[clause.first] in _THAT and clause.lead[1] - clause.lead[0] == 1:
        return subjects.unknown, doing
    return holder(clause, replace(cue, kind="verb"), subjects), doing


def _change(clause: Clause, cue: Cue, subjects: Subjects, after: list[Phrase]) -> _Read | None:
    """Those of "symptoms get worse with exercise" and "when you take X, the pulse falls"."""
    if cue.kind not in _CHANGES or (after and cue.kind == "verb") or is_passive(clause, cue):
        return None
    found = brought(clause, cue)
    if found is None:
        return None
    verb, taken = found
    return taken_at(clause, subjects, taken), _whole(clause.line.noun_phrase_before(verb))


def _befalling(clause: Clause, cue: Cue, subjects: Subjects, after: list[Phrase]) -> _Read | None:
    """Those of what people are said to get who take a thing: "develop", "are more likely to get", "have lower"."""
    has = cue.kind == "verb" and clause.line.norms[cue.first - 1] in _HAVE
    if not (has or "had" in cue.attributes or cue.attributes.get("strength") == "correlational"):
        return None
    taken = takers_before(clause, cue)
    return None if taken is None else (taken_at(clause, subjects, taken), after)


def _turned_round(clause: Clause, cue: Cue, subjects: Subjects, after: list[Phrase]) -> _Read | None:
    """Those where what is acted on comes first: "is lowered by", "is due to", "cholesterol-lowering"; or is left out."""
    if is_compounded(clause, cue):
        return bearer(clause, cue, subjects), _whole(clause.line.noun_phrase_before(cue.first))
    if "implied" in cue.attributes:
        return named_before(clause, cue, subjects), [(cue.first, cue.last)]
    if "denied" in cue.attributes and not after and _is_pronoun(clause, cue.last):
        return named_before(clause, cue, subjects), [(cue.last, cue.last + 1)]  # "plays no part in it"
    if cue.attributes.get("inverse"):
        return put_down_to(clause, cue, subjects), _whole(clause.line.noun_phrase_before(cue.first))
    return _of_passive(clause, cue, subjects) if is_passive(clause, cue) else None


def _of_passive(clause: Clause, cue: Cue, subjects: Subjects) -> _Read:
    by = clause.norm(cue.last) in ("by", "with")
    found = None if by else brought(clause, cue)
    agents = clause.line.noun_phrases_after(cue.last + 1) if by else []
    by_what = agent(clause, subjects, agents) if found is None else taken_at(clause, subjects, found[1])
    if cue.attributes["relation"] == "causes":
        by_what = of_any_kind(clause, by_what, agents)
    return by_what, _whole(clause.line.noun_phrase_before(cue.first))


def _of_noun(clause: Clause, effect: Effect, subjects: Subjects, after: list[Phrase]) -> _Read | None:
    """Those of "there is a rise in", "the cause of gout is" and "a fall in the pulse is seen with"."""
    cue = effect.cue
    names_cause = cue.attributes["relation"] == "causes" and (cue.kind == "noun" or _is_what(clause, cue))
    if not after or not (names_cause or cue.kind == "noun"):
        return None
    if cue.kind == "noun" and "subject" not in cue.attributes and _is_there(clause, cue):
        return brought_after(clause, subjects, after[-1][1]), after
    opens = cue.kind == "noun" and effect.governor is None and _opens(clause, cue)
    copula = copula_after(clause, after[-1][1]) if names_cause or opens else None
    if copula is None:
        opens = opens and "subject" not in cue.attributes
        return (
            (brought_after(clause, subjects, after[-1][1]), after) if opens else None
        )  # "A drop in X follows"
    return (cause_at if names_cause else seen_with)(clause, subjects, copula + 1), after


def _is_what(clause: Clause, cue: Cue) -> bool:
    """True for "What causes gout is uric acid"."""
    return cue.first == clause.first + 1 and clause.line.norms[clause.first] == "what"


def _is_pronoun(clause: Clause, index: int) -> bool:
    return clause.norm(index) in ("it", "this", "them") and clause.line.kinds[index] & Kind.PRONOUN != 0


def _opens(clause: Clause, cue: Cue) -> bool:
    """True where nothing but "a marked" stands before a noun of effect in its clause."""
    return all(kind & LEADS_TO_NOUN for kind in clause.line.kinds[clause.first : cue.first])


def _is_there(clause: Clause, cue: Cue) -> bool:
    """True for the rise in "there is a rise in": what brings it about can only follow."""
    first, _ = clause.line.noun_phrase_before(cue.first)
    return "there" in clause.line.norms[max(clause.first, first - _THERE_REACH) : cue.first]


def _whole(phrase: Phrase) -> list[Phrase]:
    return [phrase] if phrase[0] < phrase[1] else []
