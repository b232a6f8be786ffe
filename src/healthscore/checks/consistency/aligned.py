"""A sentence as what it speaks of, and what it says of that.

Words that carry the opposition (negations, verbs of effect, words of frequency, hedges) are no matter: two sentences
in the same terms are about one thing whatever their grammar.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from healthscore.checks.base import once
from healthscore.checks.consistency.weighing import Statement
from healthscore.language.analysis import Analysis, Sentence
from healthscore.language.certainty import certainty_of
from healthscore.language.claims.concepts import varieties
from healthscore.language.claims.kinds import Kind
from healthscore.language.claims.model import SIGNS
from healthscore.language.claims.quantities import amounts_in, counts_things
from healthscore.language.claims.scope import forms_of, kinds_of, limits_of, moments_of
from healthscore.language.cues import Cue
from healthscore.language.lexicon import words

_CARRIES = ("negation", "frequency", "endorsement", "hedge", "booster", "scope", "voice", "unit", "effect")
_NO_MATTER = Kind.CLOSED | Kind.QUANTITY_NOUN | Kind.DEGREE | Kind.PERSON_NOUN | Kind.VERB
_ENDS_NAME = Kind.CLOSED | Kind.VERB | Kind.USE_WORD  # what may follow "the drug" that is no part of a name
_FOCUS_REACH = 4  # tokens after a negation in which what is denied begins
_NO_FOCUS = Kind.CLOSED | Kind.PERSON_NOUN | Kind.USE_WORD  # "never use tweezers": what?
_EFFECT_REACH = 3  # tokens between a negation and the verb of effect that it denies
_BETWEEN = Kind.AUXILIARY | Kind.ADVERB | Kind.DETERMINER
_RELATIVE_REACH = 3  # tokens between "that" and the negation in its clause
_OPENING_TERMS = 2
_OPENING_WORDS = 4
_LONGEST_LEAD = 7
_ONE_PERSON = frozenset({"he", "she", "his", "her"})
_MORE = frozenset({"longer", "more", "often"})
_ARMS = frozenset({"placebo", "control", "treatment", "treated", "intervention", "active", "drug", "sham"})
_KIN = frozenset("mother father mothers fathers son sons daughter daughters sister brother parents".split())
_ADJUSTING = frozenset("adjusting adjusted accounting accounted controlling controlled".split())
_PREDICATES = Kind.AUXILIARY | Kind.VERB
_THESE, _KINDS = ("this", "these", "that", "such"), ("kind", "kinds", "type", "types", "form", "forms")
_ANY = frozenset({"affects", "has"})  # relations of "no effect on" and "no risk of"
RARE, COMMON = 1, 3


@once
def matter_by_token(analysis: Analysis) -> list[str]:
    """What each token adds to what is talked about: a stem or a concept, or nothing."""
    stems, kinds = analysis.stems, analysis.kinds
    firsts = [places[0] for places in analysis.places.values()]
    words = zip(analysis.places, map(stems.__getitem__, firsts), map(kinds.__getitem__, firsts), strict=True)
    meaning = {word: "" if kind & _NO_MATTER or len(stem) < 2 else stem for word, stem, kind in words}
    found = [*map(meaning.__getitem__, analysis.norms)]
    carried = [i for category in _CARRIES for c in analysis.cues_of(category) for i in range(c.first, c.last)]
    reported = [  # "studies show"
        i for c in analysis.cues_of("reporting") for i in range(max(0, c.first - 1), c.last)
    ]
    counted = [i for i in analysis.numerals if counts_things(analysis.tokens[i])]
    for index in (*carried, *reported, *counted):
        found[index] = ""
    past = 0
    for first, (end, concept) in sorted(analysis.concepts.items()):
        if first >= past:
            found[first:end], past = [concept, *[""] * (end - first - 1)], end
    return _with_topic(analysis, found)


def _with_topic(analysis: Analysis, matter: list[str]) -> list[str]:
    """The matter with "the disease" or "this drug" as what the article is about, by the name that it mostly has there."""
    topic, norms, kinds = analysis.topic, analysis.norms, analysis.kinds
    called = words("topic-called", "acts" if topic.acts else "suffered")
    named = [word for word, places in analysis.places.items() if analysis.stems[places[0]] in topic.key]
    terms = Counter(filter(None, map(matter.__getitem__, analysis.places_of(named))))
    standing = analysis.places_of([word for word in called if word in analysis.places]) if terms else ()
    for index in standing:
        ends = (
            index + 1 == len(norms) or kinds[index + 1] & _ENDS_NAME or not analysis.gap(index + 1).isspace()
        )
        if norms[index - 1] in ("the", "this") and ends and norms[index] not in topic.key:
            matter[index] = terms.most_common(1)[0][0]
    return matter


@dataclass(frozen=True)
class Aligned:
    """A sentence, or a clause of it, as its matter and what it says of it: tokens ``[first, last)``.

    ``besides``: tokens that are left out since they are held against others by themselves.
    """

    analysis: Analysis
    sentence: Sentence
    first: int
    last: int
    besides: range = range(0)

    @classmethod
    def whole(cls, analysis: Analysis, sentence: Sentence) -> Aligned:
        """A sentence as one."""
        return cls(analysis, sentence, sentence.first, sentence.last)

    @cached_property
    def cues(self) -> Mapping[str, Sequence[Cue]]:
        """The cues within it by category."""
        cues = self.analysis.cues_by_category(self.sentence)
        if self.first == self.sentence.first and self.last == self.sentence.last:
            return cues
        within = {
            name: [c for c in found if self.first <= c.first < self.last] for name, found in cues.items()
        }
        return {name: found for name, found in within.items() if found}

    @cached_property
    def effects(self) -> list[Cue]:
        """Its verbs and nouns of effect; a comparative ("worse") belongs to a verb, which is not looked for here."""
        return [cue for cue in self.cues.get("effect", ()) if cue.kind != "comparative"]

    @cached_property
    def terms(self) -> frozenset[str]:
        """Stems and concepts of what is talked about."""
        first, last = self.first, self.last
        matter = matter_by_token(self.analysis)[first:last]
        if self.besides:
            matter = [term for index, term in enumerate(matter, first) if index not in self.besides]
        return frozenset(filter(None, matter))

    @cached_property
    def complements(self) -> Mapping[str, frozenset[str]]:
        """The first terms of matter after each of its prepositions: "from the chest"."""
        found: defaultdict[str, set[str]] = defaultdict(set)
        matter, kinds = matter_by_token(self.analysis), self.analysis.kinds
        for index in range(self.first, self.last - 1):
            if kinds[index] & Kind.PREPOSITION:
                at = index + 1 + (kinds[index + 1] & Kind.DETERMINER != 0)
                if at < self.last and matter[at] and at not in self.besides:
                    found[self.analysis.norms[index]].add(matter[at])
        return {preposition: frozenset(terms) for preposition, terms in found.items()}

    @cached_property
    def extent(self) -> int:
        """How much is talked about: its terms, of which a concept stands for two words."""
        return sum(2 if term.startswith("=") else 1 for term in self.terms)

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
        return bool(closed) or not self.analysis.gap(index).isspace()

    @cached_property
    def partial(self) -> bool:
        """True where it leaves room: "does not always", "the following", "some trials", "this kind of", "although", "he has not"."""
        kinds, norms = self.analysis.kinds, self.analysis.norms
        first, last = self.first, self.last
        if not _ONE_PERSON.isdisjoint(norms[first : min(last, first + _OPENING_WORDS)]):
            return True
        if any(norms[i] == "less" and norms[i + 1] == "likely" for i in range(first, last - 1)):
            return True
        some = kinds[first] & Kind.SOME_WORD and self.frequency != COMMON
        if some or kinds[first] & Kind.PARTING or self._excepts():
            return True
        if self._warns_of_more():
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

    def _warns_of_more(self) -> bool:
        """True for "do not use it more often than it says", which leaves less of it allowed."""
        norms = self.analysis.norms
        opens = any(cue.first <= self.first + 1 for cue in self.denials)
        return opens and not _MORE.isdisjoint(norms[self.first : self.last])

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
    def kin(self) -> frozenset[str]:
        """The relatives that it names: what comes of the mother does not come of the father."""
        return frozenset(w.rstrip("s") for w in _KIN.intersection(self.analysis.words(self.sentence)))

    @cached_property
    def opening(self) -> frozenset[str]:
        """The terms that it begins with: who or what it is about."""
        found: list[str] = []
        for index in range(self.first, self.last):
            concept = self.analysis.concepts.get(index)
            term = concept[1] if concept else self.analysis.stems[index]
            if term in self.terms and term not in found:
                found.append(term)
        return frozenset(found[:_OPENING_TERMS])

    @cached_property
    def lead(self) -> frozenset[str]:
        """The terms before its verb; as many as name one thing ("tea from the pharmacy"), else none."""
        first, last = self.first, self.last
        end = next((i for i in range(first, last) if self.analysis.kinds[i] & _PREDICATES), last)
        if end - first > _LONGEST_LEAD:
            return frozenset()
        return frozenset(filter(None, matter_by_token(self.analysis)[first:end]))

    @cached_property
    def acronyms(self) -> frozenset[str]:
        """Its names in capitals: UVA rays are not UVB rays."""
        text, tokens = self.analysis.article.text, self.analysis.tokens
        found = (text[t.start : t.end] for t in tokens[self.first : self.last])
        return frozenset(word for word in found if len(word) > 1 and word.isupper() and word.isalpha())

    @cached_property
    def varieties(self) -> frozenset[str]:
        """The words in its opening that tell a variety from the thing itself: "decaffeinated", "alcohol-free"."""
        first, last = self.first, min(self.last, self.first + _OPENING_WORDS)
        verb = next((i for i in range(first, last) if self.analysis.kinds[i] & _PREDICATES), last)
        return varieties(self.analysis, first, verb)

    @cached_property
    def grades(self) -> frozenset[int]:
        """How bad what it speaks of is said to be, as the steps of ``lexicons/severities.toml``."""
        graded = self.cues.get("severity", ())
        return frozenset(int(c.attributes["step"]) for c in graded if not self._is_beside(c))

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

    def after(self, stem: str) -> tuple[str, str]:
        """The word after a verb, given by its stem, and the first term of matter: "against" whom it works."""
        tokens, last = self.analysis.tokens, self.last
        index = self.analysis.stems.index(stem, self.first, last) + 1
        term = next(filter(None, matter_by_token(self.analysis)[index:last]), "")
        return tokens[index].norm if index < last else "", term

    def has_object(self, stem: str) -> bool:
        """True where matter stands right after a verb, given by its stem: "catch shingles"."""
        index = self.analysis.stems.index(stem, self.first, self.last) + 1
        return index < self.last and matter_by_token(self.analysis)[index] != ""

    @cached_property
    def stems(self) -> frozenset[str]:
        """All its stems."""
        return frozenset(self.analysis.stems[self.first : self.last])

    @cached_property
    def denies_effect(self) -> bool:
        """True where a negation stands right before a verb of effect, or is a phrase that denies any ("no effect on")."""
        return bool(self._denied_effects)

    @cached_property
    def denied_relations(self) -> frozenset[str]:
        """What is denied: "does not cure" denies no prevention; "has no effect on" denies whatever is asserted."""
        denied = _relations(self._denied_effects)
        return denied | set(SIGNS) | _ANY if denied & _ANY else denied

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
    def names(self) -> frozenset[str]:
        """Single letters and bare numbers, which tell kinds apart: "hepatitis B", "type 2"."""
        tokens = self.analysis.tokens[self.first : self.last]
        known = {i for a in amounts_in(self.analysis, self.sentence) for i in range(a.first, a.last)}
        concepts = self.analysis.concepts
        named = concepts.keys() & range(self.first, self.last)
        known.update(i for first in named for i in range(first, concepts[first][0]))
        return frozenset(
            token.norm
            for index, token in enumerate(tokens, self.first)
            if index not in known and len(token.norm) == 1 and token.norm not in "ais"
        )

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
        if len(steps) != 1:
            return 0
        step = steps.pop()
        if self.denials and all(d.first - c.last > _EFFECT_REACH for d in self.denials for c in cues):
            return 0  # "the most common form has no symptoms" says how often it is, and denies something else
        return (RARE if step == COMMON else 0) if self.denials else step

    @cached_property
    def statement(self) -> Statement:
        """The sentence as one side of a conflict."""
        sentence, analysis = self.sentence, self.analysis
        cues = [*self.cues.get("hedge", ()), *self.cues.get("booster", ())]
        said = " ".join(analysis.quote(sentence.start, sentence.end).split())
        return Statement(
            sentence,
            said,
            self.terms,
            self.terms,
            limits=self._limits() - self._set_by_itself(),
            certainty=certainty_of(cues),
        )

    def _limits(self) -> frozenset[str]:
        """To whom, what and when it is limited; and the form that is spoken of: tablets are no patches."""
        forms = (form for form in forms_of(self.analysis, self.sentence) if form.startswith("form:"))
        told = (moments_of(self.analysis, self.sentence), kinds_of(self.analysis, self.sentence), forms)
        return limits_of(self.analysis, self.sentence, by_heading=False).union(*told)

    def _set_by_itself(self) -> frozenset[str]:
        """The limits that the words left out would set."""
        if not self.besides:
            return frozenset()
        scopes = (
            f"{c.kind}:{c.attributes['group']}" for c in self.cues.get("scope", ()) if self._is_beside(c)
        )
        moments = (f"moment:{c.kind}" for c in self.cues.get("moment", ()) if self._is_beside(c))
        kinds = (f"kind:{self.analysis.norms[index]}" for index in self.besides)
        return frozenset((*scopes, *moments, *kinds))

    def _is_beside(self, cue: Cue) -> bool:
        return bool(self.besides) and cue.first < self.besides.stop and self.besides.start < cue.last


def _relations(effects: Sequence[Cue]) -> frozenset[str]:
    found = {
        "harms"
        if (cue.attributes["relation"], cue.attributes.get("valence")) == ("affects", "harm")
        else str(cue.attributes["relation"])
        for cue in effects
    }
    return frozenset(found | ({"raises", "causes"} if found & {"raises", "causes"} else set()))
