"""Which cues of effect really act in a clause, and what each of them does: no adjectives, no bare nouns."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from msgspec.structs import replace

from healthscore.language.claims.bringers import brought, doing_at, names_people
from healthscore.language.claims.clause import Clause
from healthscore.language.claims.comparatives import making_at
from healthscore.language.claims.grammar import DEGREES, HYPHEN
from healthscore.language.claims.kinds import Kind
from healthscore.language.claims.model import Relation
from healthscore.language.cues import Cue
from healthscore.language.lexicon import Attributes, words

_COPULA_REACH = 6  # tokens after "the cause of acne" in which "is" may follow
_LIES = frozenset({"lies", "lie"})
_NEAR_NOUN = 3  # tokens between a verb and the noun of effect that is its object
_OPPOSITE: dict[Relation, Relation] = {
    "raises": "lowers",
    "lowers": "raises",
    "causes": "prevents",
    "prevents": "causes",
}
_OPENERS = Kind.PREPOSITION | Kind.COORDINATOR | Kind.SUBORDINATOR
_FOLLOWERS = Kind.DETERMINER | Kind.PREPOSITION | Kind.AUXILIARY | Kind.PRONOUN
_HAD: Attributes = {"relation": "causes", "strength": "correlational", "had": True}
_LEAVES_OFF = frozenset("stop stops stopped stopping avoid avoids avoided avoiding".split())
_KEEPS = frozenset(
    "keep keeps kept keeping prevent prevents prevented preventing stop stops stopped block blocks".split()
)
_NOBODY = frozenset({"what", "there", "they"})  # of whom it is not plain that they are people
_SOMEBODY = frozenset("he she baby child man woman partner son daughter mother father".split())
_LETS = frozenset("help helps helped helping make makes made let lets".split())
_BY_ITSELF = frozenset({"working", "functioning", "beating"})
_NO_ADVERB_BEFORE = Kind.PREPOSITION | Kind.COORDINATOR | Kind.AUXILIARY
_PARTS = Kind.PREPOSITION | Kind.COORDINATOR | Kind.VERB


class Effect(NamedTuple):
    """A cue of effect that really acts: what it does, on which nouns, and the verb that it hangs on, if any.

    In "leads to a fall in blood pressure" the fall hangs on "leads to", whose subject it takes over.
    """

    cue: Cue
    relation: Relation
    strength: str
    governor: Cue | None = None

    @property
    def dimension(self) -> str:
        """What of the object is more or less: "relaxes the muscles" is about their tension; mostly nothing."""
        return str(self.cue.attributes.get("dimension", ""))


def effects_of(clause: Clause) -> list[Effect]:
    """The cues of effect that really act: no adjectives ("increased levels"), and of a verb with its noun the noun."""
    acting = [cue for cue in clause.cues if cue.category == "effect" and _acts(clause, cue)]
    if not acting:
        acting = _had(clause)
    if len(acting) < 2:
        return [_effect(clause.line.kinds, cue, None) for cue in acting]
    acting = [cue for before, cue in pairwise([None, *acting]) if cue and not _is_put_down(before, cue)]
    governors = {id(noun): verb for verb, noun in pairwise(acting) if _governs(clause, verb, noun)}
    governing = {id(verb) for verb in governors.values()}
    return [
        _effect(clause.line.kinds, cue, governors.get(id(cue))) for cue in acting if id(cue) not in governing
    ]


def _is_put_down(verb: Cue | None, noun: Cue) -> bool:
    """True for the surge of "is driven by a surge in hormones", which tells no effect of its own."""
    return verb is not None and "inverse" in verb.attributes and has_noun(verb, noun)


def has_noun(verb: Cue, noun: Cue) -> bool:
    """True for a noun of effect right behind a verb: the surge of "is driven by a sudden surge in"."""
    return noun.kind == "noun" and 0 <= noun.first - verb.last < _NEAR_NOUN


def is_passive(clause: Clause, cue: Cue) -> bool:
    """True for "is lowered": what is lowered stands before it."""
    if cue.last - cue.first > 1 or not is_past(clause.norm(cue.first)):
        return False
    kinds, index = clause.line.kinds, cue.first - 1
    while index >= clause.first and (kinds[index] & Kind.ADVERB or clause.norm(index) in DEGREES):
        index -= 1
    return index >= clause.first and kinds[index] & Kind.COPULA != 0


def is_compounded(clause: Clause, cue: Cue) -> bool:
    """True for "cholesterol-lowering": what is lowered stands before the hyphen."""
    return (
        cue.last - cue.first == 1
        and cue.first > clause.first
        and clause.line.signs.get(cue.first, 0) & HYPHEN != 0
    )


def copula_after(clause: Clause, index: int) -> int | None:
    """The "is" of "the cause of acne in teenagers is", past a phrase that only says where or in whom."""
    kinds = clause.line.kinds
    for at in range(index, min(clause.last, index + _COPULA_REACH)):
        if kinds[at] & Kind.COPULA or clause.line.norms[at] in _LIES:
            return at
        if clause.line.breaks(at) or kinds[at] & (Kind.VERB | Kind.RELATIVE):
            return None
    return None


def _had(clause: Clause) -> list[Cue]:
    """What those get who take a thing, as an effect of it: "people who take X often develop"."""
    onsets = [cue for cue in clause.cues if cue.category == "onset"]
    had = next((cue for cue in onsets if takers_before(clause, cue) is not None), None)
    return [] if had is None else [replace(had, category="effect", kind="verb", attributes=_HAD)]


def takers_before(clause: Clause, cue: Cue) -> int | None:
    """Where what is taken stands in "people who take X develop" and "patients on X get"; None where nothing is."""
    line = clause.line
    if line.relative_before(cue.first) is not None or any(
        map(line.breaks, range(clause.first + 1, cue.first))
    ):
        return None
    for index in range(clause.first, cue.first - 2):
        if names_people(line, index):
            does = doing_at(line, index + 1)
            if does is not None and does < cue.first:
                return does
    return None


def _effect(kinds: Sequence[int], cue: Cue, governor: Cue | None) -> Effect:
    relation: Relation = cue.attributes["relation"]  # type: ignore[assignment]
    strength = str(cue.attributes.get("strength", ""))
    if governor is None and relation == "has":
        return Effect(cue, _of_risk(kinds, cue), strength or "correlational")
    if governor is None:
        return Effect(cue, relation, strength)
    of_governor: Relation = governor.attributes["relation"]  # type: ignore[assignment]
    if relation != "has":
        relation = _OPPOSITE.get(relation, relation) if of_governor in ("lowers", "prevents") else relation
    elif any(kind & Kind.LOWERED_STATE for kind in kinds[governor.last : cue.first]):
        relation = "lowers"  # "linked to a lower risk of"
    else:
        relation = of_governor
    return Effect(cue, relation, strength or str(governor.attributes.get("strength", "")), governor)


def _of_risk(kinds: Sequence[int], cue: Cue) -> Relation:
    """What those do to a risk who "have a lower risk of": nothing where it is only named."""
    before = kinds[max(0, cue.first - 1) : cue.first]
    if any(kind & Kind.LOWERED_STATE for kind in before):
        return "lowers"
    return "raises" if any(kind & Kind.RAISED_STATE for kind in before) else "has"


def _governs(clause: Clause, verb: Cue, noun: Cue) -> bool:
    """True where the second is the object of the verb just before it ("causes a marked rise in", "causes reduced")."""
    between = range(verb.last, noun.first)
    if verb.attributes["relation"] == "causes" and noun.kind == "verb" and not between:
        return is_past(clause.norm(noun.first))
    return (
        verb.kind == "verb"
        and noun.kind == "noun"
        and not is_passive(clause, verb)
        and len(between) <= _NEAR_NOUN
        and not any(clause.line.breaks(i) for i in (*between, noun.first))
        and not any(clause.line.kinds[i] & _PARTS for i in between)
    )


def _acts(clause: Clause, cue: Cue) -> bool:
    if cue.kind in ("comparative", "change"):
        made = making_at(clause.analysis, cue, clause.first)
        return made is not None or brought(clause, cue) is not None
    if cue.first == clause.first and clause.doing is not None:
        return False  # "raising the head of the bed eases"
    if "befalls" in cue.attributes:
        return brought(clause, cue) is not None or takers_before(clause, cue) is not None
    if "doing" in cue.attributes:
        return clause.norm(cue.last) in words("told-word", "doing")
    if "cleft" in cue.attributes:
        return cue.first == clause.first and copula_after(clause, cue.last) is not None
    if cue.kind == "noun" or (cue.last - cue.first > 1 and not _is_named(clause, cue)):
        return True
    norm = clause.line.norms[cue.first]
    if norm in _LEAVES_OFF and is_passive(clause, cue) and clause.norm(cue.last) != "by":
        return False  # "when the drug is stopped"
    if norm.endswith("ing") and clause.line.norms[cue.first - 1] == "from" and _is_kept_from(clause, cue):
        return False
    if norm in _LEAVES_OFF and _is_left_off(clause, cue):
        return False
    if is_compounded(clause, cue):
        return norm.endswith("ing")
    kinds = clause.line.kinds
    before = kinds[cue.first - 1] if cue.first > clause.first else None
    if before:
        if before & Kind.DETERMINER and not before & Kind.PRONOUN:
            return False
        if before & Kind.PREPOSITION and not norm.endswith("ing"):
            return False
    if cue.last >= clause.last:
        return True
    after = kinds[cue.last]
    if _describes(clause, cue, after) or _names_a_kind(clause, cue):
        return False
    opens = before is None or before & _OPENERS or clause.line.breaks(cue.first)
    return not (opens and not after & _FOLLOWERS and is_past(norm))


def _is_kept_from(clause: Clause, cue: Cue) -> bool:
    """True for "keeps the kidneys from getting rid of it": what is kept from happening is nobody's effect."""
    before = clause.line.norms[clause.first : cue.first - 1]
    return not _KEEPS.isdisjoint(before)


def _is_left_off(clause: Clause, cue: Cue) -> bool:
    """True for "if you stop breathing" and "people who avoid driving": what somebody no longer does is no effect.

    A complaint that somebody stops may be: "You can stop vomiting with ginger", though not "if you stop vomiting".
    """
    line, act = clause.line, cue.last
    if not clause.norm(act).endswith("ing") or line.breaks(act):
        return False
    if clause.norm(act) in _BY_ITSELF:
        return True  # "the heart stops beating"
    who = cue.first - 1
    while who >= clause.first and line.kinds[who] & (Kind.AUXILIARY | Kind.ADVERB):
        who -= 1
    by_somebody = who >= clause.first and _is_somebody(clause, who) and clause.norm(who - 1) not in _LETS
    if not by_somebody and (who >= clause.first or not line.norms[cue.first].endswith("ing")):
        return False
    cues = clause.analysis.cues_by_category(clause.sentence)
    complained = any(other.first == act for other in cues.get("harm", ()))
    return not complained or any(c.kind == "conditional" and c.last <= who for c in cues.get("voice", ()))


def _is_somebody(clause: Clause, index: int) -> bool:
    """True for a person or people, also at the head of "people with sleep apnoea"."""
    line, (_, lead) = clause.line, clause.lead
    led = lead - 1 if clause.first < lead <= index and line.kinds[lead] & Kind.PREPOSITION else index
    return any(
        line.norms[at] not in _NOBODY
        and (line.kinds[at] & Kind.SPEAKER or line.norms[at] in _SOMEBODY or names_people(line, at))
        for at in (index, led)
    )


def _is_named(clause: Clause, cue: Cue) -> bool:
    """True for the noun of "a build-up of wax"."""
    joined = cue.last - cue.first == 2 and "-" in clause.analysis.gap(cue.first + 1)
    return joined and cue.first > clause.first and clause.line.kinds[cue.first - 1] & Kind.DETERMINER != 0


def _describes(clause: Clause, cue: Cue, after: int) -> bool:
    """True for "neutralising" in "called broadly neutralising antibodies": an adverb and no clause before it."""
    norms, kinds, adverb = clause.line.norms, clause.line.kinds, cue.first - 1
    return (
        adverb - 1 >= clause.first
        and norms[cue.first].endswith("ing")
        and norms[adverb].endswith("ly")
        and adverb not in clause.line.signs
        and not after & (Kind.DETERMINER | Kind.PREPOSITION)
        and not kinds[adverb - 1] & _NO_ADVERB_BEFORE
    )


def _names_a_kind(clause: Clause, cue: Cue) -> bool:
    """True for "trigger" in "are problem trigger foods": a plain form after "are" and a noun."""
    copula, kinds = cue.first - 2, clause.line.kinds
    if copula < clause.first or clause.line.norms[cue.first].endswith(("s", "ed", "ing")):
        return False
    noun = not kinds[copula + 1] & (Kind.CLOSED | Kind.VERB | Kind.RELATIVE)
    return noun and kinds[copula] & Kind.COPULA != 0


def is_past(norm: str) -> bool:
    """True for a past form: "lowered", "made"."""
    return norm.endswith("ed") or norm in words("grammar", "irregular-past")
