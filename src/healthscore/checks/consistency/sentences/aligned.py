"""What a sentence, or a clause of it, says of its matter: what it denies, which way it goes, how often."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import pairwise

from healthscore.checks.consistency.sentences.unit import Unit
from healthscore.language.claims.acting import is_past
from healthscore.language.claims.kinds import Kind
from healthscore.language.claims.model import SIGNS
from healthscore.language.cues import Cue

_FOCUS_REACH = 4  # tokens after a negation in which what is denied begins
_NO_FOCUS = Kind.CLOSED | Kind.PERSON_NOUN | Kind.USE_WORD  # "never use tweezers": what?
_EFFECT_REACH = 3  # tokens between a negation and the verb of effect that it denies
_BETWEEN = Kind.AUXILIARY | Kind.ADVERB | Kind.DETERMINER
_RELATIVE_REACH = 3  # tokens between "that" and the negation in its clause
_OPENING_WORDS = 4
_CANNOT = frozenset({"cannot", "can't", "not", "couldn't"})
_TOO_WITHIN = 6  # tokens between "cannot" and "too early"
_FREE = frozenset("free devoid lack lacks lacking".split())
_MADE = frozenset("made found known grown given taken used sold".split())
_ONE_PERSON = frozenset({"he", "she", "his", "her"})
_FEW = frozenset({"few", "some", "certain"})
_FOR_THIS = {("for", "this"), ("for", "that"), ("by", "then")}
_ALONE = frozenset({"alone", "itself", "themselves"})
_SINCE = frozenset({"once", "after", "when", "until", "if", "from", "dozens", "several", "many"})
_NOT_ALL = frozenset({"every", "all", "always", "each", "necessarily", "only"})
_A_FEW = frozenset({"few", "number", "minority", "handful", "couple"})
_MORE = frozenset({"longer", "more", "often"})
_ARMS = frozenset({"placebo", "control", "treatment", "treated", "intervention", "active", "drug", "sham"})
_ADJUSTING = frozenset("adjusting adjusted accounting accounted controlling controlled".split())
_THESE, _KINDS = ("this", "these", "that", "such"), ("kind", "kinds", "type", "types", "form", "forms")
_TO_HARM = {"affects": "harms", "raises": "worsens"}
_ANY = frozenset({"affects", "has"})  # relations of "no effect on" and "no risk of"
RARE, COMMON = 1, 3


class Aligned(Unit, frozen=True):
    """A sentence, or a clause of it, with what it says of its matter: what it denies, which way it goes, how often."""

    @cached_property
    def effects(self) -> list[Cue]:
        """Its verbs and nouns of effect; a comparative ("worse") belongs to a verb, which is not looked for here."""
        cues = self.cues.get("effect", ())
        return [cue for cue in cues if cue.kind != "comparative" and not self._is_doing(cue)]

    def _is_doing(self, cue: Cue) -> bool:
        """True for the "raising" of "raising the head of the bed eases", which is what is done."""
        return cue.first == self.first and self.analysis.norms[cue.first].endswith("ing")

    @cached_property
    def denials(self) -> tuple[Cue, ...]:
        """The negations that deny a statement: not "not only", "not always"."""
        if "negation" not in self.cues:
            return ()
        kinds, last = self.analysis.kinds, self.last
        return tuple(
            cue
            for cue in self.cues["negation"]
            if (cue.kind == "frame" or not kinds[cue.first] & Kind.LACKING)
            and "(" not in self.analysis.gap(cue.first)  # "look for IgG (not IgE)"
            and not any(f.first <= cue.first < f.last for f in self._worded)
            and not (cue.last < last and kinds[cue.last] & (Kind.ONLY_WORD | Kind.COMPARED_WORD))
        )

    @cached_property
    def _worded(self) -> list[Cue]:
        """Phrases with a negation that deny nothing: "not unusual", "there is no harm in"."""
        return [*self.cues.get("frequency", ()), *self.cues.get("endorsement", ())]

    @cached_property
    def lacks(self) -> bool:
        """True where it says that something is free of a thing."""
        return any(self.analysis.norms[cue.first] in _FREE for cue in self.cues.get("negation", ()))

    @cached_property
    def frames(self) -> tuple[Cue, ...]:
        """The denials that reach over all that follows: "there is no way for"."""
        return tuple(cue for cue in self.denials if cue.kind == "frame")

    @cached_property
    def classes(self) -> frozenset[str]:
        """The stems of the nouns that it calls a thing: of "X, a hormone," "as a hormone" and "X is a natural hormone"."""
        kinds, norms = self.analysis.kinds, self.analysis.norms
        places = range(self.first + 1, self.last - 1)
        return self._called(
            i
            for i in places
            if kinds[i - 1] & Kind.COPULA or norms[i - 1] == "as" or "," in self.analysis.gap(i)
        )

    @cached_property
    def denied_classes(self) -> frozenset[str]:
        """The stems of the nouns that it says a thing is not: of "X is not a hormone"."""
        return self._called(cue.last for cue in self.denials if cue.last < self.last - 1)

    def _called(self, places: Iterable[int]) -> frozenset[str]:
        """The head nouns of the phrases that begin with an article at these tokens."""
        heads = []
        for index in places:
            if self.analysis.norms[index] in ("a", "an"):
                end = next((i for i in range(index + 1, self.last) if self._ends_noun(i)), self.last)
                heads.append(self.analysis.stems[end - 1])
        return frozenset(heads)

    def _ends_noun(self, index: int) -> bool:
        closed = self.analysis.kinds[index] & (Kind.CLOSED | Kind.VERB | Kind.RELATIVE)
        ends = bool(closed) or not self.analysis.gap(index).isspace()
        norm = self.analysis.norms[index]
        return ends or (self._is_preposition(index + 1) and (is_past(norm) or norm in _MADE))

    def _is_preposition(self, index: int) -> bool:
        """Before it, "made" and "produced" end a noun: "a hormone made by the body"."""
        return index < self.last and self.analysis.kinds[index] & Kind.PREPOSITION != 0

    @cached_property
    def partial(self) -> bool:
        """True where it leaves room: "does not always", "the following", "some trials", "this kind of", "although", "he has not"."""
        kinds, norms = self.analysis.kinds, self.analysis.norms
        first, last = self.first, self.last
        if not _ONE_PERSON.isdisjoint(norms[first : min(last, first + _OPENING_WORDS)]):
            return True
        if any(norms[i] == "less" and norms[i + 1] == "likely" for i in range(first, last - 1)):
            return True
        some = (kinds[first] & Kind.SOME_WORD or self._opens_with_a_few()) and self.frequency != COMMON
        if some or kinds[first] & Kind.PARTING or self._excepts():
            return True
        if self._warns_of_more():
            return True
        if self.denials and tuple(self.analysis.norms[self.last - 2 : self.last]) in _FOR_THIS:
            return True  # "do not take it off for this"
        if (
            self._knows_no_too_much()
            or self._denies_alone()
            or self._denies_of_few()
            or self._denies_all()
            or self._ended()
        ):
            return True
        if "following" in norms[first : min(last, first + _OPENING_WORDS)]:
            return True  # "the following factors"
        if any(norms[i] in _KINDS and norms[i - 1] in _THESE for i in range(first + 1, last)):
            return True
        return any(
            (c.last < last and (kinds[c.last] & Kind.ALL_WORD or norms[c.last] == "single"))
            or any(kind & Kind.RELATIVE for kind in kinds[max(first, c.first - _RELATIVE_REACH) : c.first])
            for c in self.denials
        )

    def _opens_with_a_few(self) -> bool:
        """True for "a few moles" and "a number of patients"."""
        norms = self.analysis.norms[self.first : self.first + 2]
        return norms[:1] == ["a"] and not _A_FEW.isdisjoint(norms)

    def _denies_alone(self) -> bool:
        """True for "does not come from stress alone" and "on its own it cannot", which leave it a part in that."""
        norms = self.analysis.norms[self.first : self.last]
        own = any(a in ("its", "their") and b == "own" for a, b in pairwise(norms))
        return bool(self.denials) and (own or not _ALONE.isdisjoint(norms))

    def _ended(self) -> bool:
        """True for "is no longer contagious once the rash is old", which tells of the time after."""
        norms = self.analysis.norms[self.first : self.last]
        ends = any(a == "no" and b == "longer" for a, b in pairwise(norms))
        return ends and not _SINCE.isdisjoint(norms)

    def _denies_all(self) -> bool:
        """True for "does not in every case" and "does not begin only in", which leave some."""
        norms = self.analysis.norms
        return any(
            not _NOT_ALL.isdisjoint(norms[c.last : min(self.last, c.last + _FOCUS_REACH)])
            for c in self.denials
            if norms[c.first] not in ("no", "never", "nobody")
        )

    def _denies_of_few(self) -> bool:
        """True for "does not protect a few people", which holds of the others."""
        norms = self.analysis.norms
        return any(
            not _FEW.isdisjoint(norms[c.last : min(self.last, c.last + _FOCUS_REACH)]) for c in self.denials
        )

    def _warns_of_more(self) -> bool:
        """True for "do not use it more often than it says", which leaves less of it allowed."""
        norms = self.analysis.norms
        opens = any(cue.first <= self.first + 1 for cue in self.denials)
        return opens and not _MORE.isdisjoint(norms[self.first : self.last])

    def _knows_no_too_much(self) -> bool:
        """True for "you cannot call too early", which calls for it."""
        norms = self.analysis.norms
        return any(
            norms[cue.last - 1] in _CANNOT and "too" in norms[cue.last : cue.last + _TOO_WITHIN]
            for cue in self.denials
        )

    def _excepts(self) -> bool:
        """True where it names an exception; not for "the exception rather than the rule", which says how often."""
        frequencies = self.cues.get("frequency", ())
        return any(
            not any(f.first <= cue.first < f.last for f in frequencies)
            for cue in self.cues.get("exception", ())
        )

    @cached_property
    def adjusts(self) -> bool:
        """True for "after adjusting for smoking" and "taking smoking into account": what follows is not the effect."""
        said = self.analysis.words(self.sentence)
        return any(
            (word in _ADJUSTING and after == "for") or (word == "into" and after == "account")
            for word, after in pairwise(said)
        )

    @cached_property
    def arm(self) -> bool:
        """True where it tells of a group of a trial: "in the placebo group", "of the control arm"."""
        said = self.analysis.words(self.sentence)
        return any(a in _ARMS and b in ("group", "arm") for a, b in pairwise(said))

    @cached_property
    def foci(self) -> frozenset[str]:
        """The stem of the first word of matter after each negation, and a verb before it: what is denied."""
        found: set[str] = set()
        for cue in self.denials:
            first = self._past_nobody(cue)
            for index in range(first, min(self.last, first + _FOCUS_REACH)):
                if not self.analysis.kinds[index] & _NO_FOCUS:
                    found.add(self.analysis.stems[index])
                    if (
                        not self.analysis.kinds[index] & Kind.VERB
                    ):  # "does not get into the blood": into what?
                        break
        return frozenset(found)

    def _past_nobody(self, denial: Cue) -> int:
        """Where what is denied begins: behind the authority of "no authority has approved it"."""
        if denial.first == self.first and self.analysis.norms[denial.first] == "no":
            near = range(denial.last + 1, min(self.last - 1, denial.last + _FOCUS_REACH))
            return next((i for i in near if self.analysis.kinds[i] & Kind.AUXILIARY), denial.last)
        return denial.last

    @cached_property
    def denies_effect(self) -> bool:
        """True where a negation stands right before a verb of effect, or is a phrase that denies any ("no effect on")."""
        return bool(self._denied_effects)

    @cached_property
    def denied_relations(self) -> frozenset[str]:
        """What is denied: "does not cure" denies no prevention; "has no effect on" denies whatever is asserted."""
        denied = _relations(self._denied_effects)
        return denied | set(SIGNS) | _ANY | {"worsens"} if denied & _ANY else denied

    @property
    def denies_any(self) -> bool:
        """True for "has no bearing on", whichever way that would be."""
        return not _ANY.isdisjoint(_relations(self._denied_effects))

    @cached_property
    def denied_verbs(self) -> frozenset[str]:
        """The stems of the verbs of effect that are denied."""
        return frozenset(self.analysis.stems[effect.first] for effect in self._denied_effects)

    @cached_property
    def relations(self) -> frozenset[str]:
        """The relations of its verbs of effect, to raise and to cause being one."""
        return _relations(self.effects)

    @cached_property
    def _denied_effects(self) -> list[Cue]:
        return [
            effect
            for denial in self.denials
            for effect in self.effects
            if 0 <= effect.first - denial.last <= _EFFECT_REACH
            and all(kind & _BETWEEN for kind in self.analysis.kinds[denial.last : effect.first])
        ]

    @cached_property
    def signs(self) -> frozenset[int]:
        """1 for verbs of effect that raise or cause, -1 for those that lower or prevent; none for a command."""
        effects = self.effects
        if effects and effects[0].first == self.first and effects[0].kind == "verb":
            return frozenset()  # "Avoid salt" asks for something
        return frozenset(SIGNS.get(str(c.attributes["relation"]), 0) for c in effects) - {0}

    @cached_property
    def sign(self) -> int:
        """The direction of all its effects, 0 where there is none or they differ."""
        return next(iter(self.signs)) if len(self.signs) == 1 else 0

    @cached_property
    def mixed(self) -> bool:
        """True where some of its verbs of effect raise and some lower."""
        return len(self.signs) > 1

    @cached_property
    def value(self) -> str:
        """``benefit`` or ``harm`` where its verbs of effect say so ("improves", "worsens"), else nothing."""
        values = {c.attributes.get("valence") for c in self.effects if c.attributes["relation"] != "has"}
        return str(values.pop()) if len(values) == 1 and None not in values else ""

    @cached_property
    def frequency(self) -> int:
        """How often it is said to be so: 1 rarely, 3 usually, 0 where nothing or both is said."""
        if "frequency" not in self.cues:
            return 0
        cues = self.cues["frequency"]
        steps = {int(c.attributes["step"]) for c in cues} - {2}
        if len(steps) != 1 or len(self.denials) > 1:
            return 0
        step = steps.pop()
        if self.denials and all(d.first - c.last > _EFFECT_REACH for d in self.denials for c in cues):
            return 0  # "the most common form has no symptoms" says how often it is, and denies something else
        return (RARE if step == COMMON else 0) if self.denials else step


def _relations(effects: Sequence[Cue]) -> frozenset[str]:
    found = {
        _TO_HARM.get(str(cue.attributes["relation"]), str(cue.attributes["relation"]))
        if cue.attributes.get("valence") == "harm"
        else str(cue.attributes["relation"])
        for cue in effects
    }
    return frozenset(found | ({"raises", "causes"} if found & {"raises", "causes"} else set()))
