"""A sentence, or a clause of it, as what it speaks of: its terms, what leads it, and to what it is limited."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Self

from msgspec import Struct

from healthscore.checks.consistency.sentences.matter import matter_by_token
from healthscore.checks.consistency.weighing import Statement
from healthscore.language.analysis import Analysis, Sentence
from healthscore.language.certainty import certainty_of
from healthscore.language.claims.circumstances import circumstances_of, condition_after
from healthscore.language.claims.concepts import varieties
from healthscore.language.claims.kinds import Kind
from healthscore.language.claims.quantities import amounts_in
from healthscore.language.claims.scope import forms_of, kinds_of, limits_of
from healthscore.language.cues import Cue

_OPENING_TERMS = 2
_OPENING_WORDS = 4
_LONGEST_LEAD = 7
_KIN = frozenset("mother father mothers fathers son sons daughter daughters sister brother parents".split())
_PREDICATES = Kind.AUXILIARY | Kind.VERB


class Unit(Struct, frozen=True, dict=True):
    """Tokens ``[first, last)`` of a sentence, held against other sentences as one.

    ``besides``: tokens that are left out since they are held against others by themselves.
    """

    analysis: Analysis
    sentence: Sentence
    first: int
    last: int
    besides: range = range(0)

    @classmethod
    def whole(cls, analysis: Analysis, sentence: Sentence) -> Self:
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
    def condition(self) -> frozenset[str]:
        """The stems of the condition that ends its sentence, if one follows it: "once the infection has begun"."""
        return condition_after(self.analysis, self.sentence, self.first + 1)

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

    def after(self, stem: str) -> tuple[str, str]:
        """The word after a verb, given by its stem, and the first term of matter: "against" whom it works."""
        tokens, last = self.analysis.tokens, self.last
        index = self.analysis.stems.index(stem, self.first, last) + 1
        term = next(filter(None, matter_by_token(self.analysis)[index:last]), "")
        return tokens[index].norm if index < last else "", term

    def has_object(self, stem: str) -> bool:
        """True where matter stands right after a verb, given by its stem: "catch shingles"."""
        index = self.analysis.stems.index(stem, self.first, self.last) + 1
        index += index < self.last and self.analysis.kinds[index] & Kind.DETERMINER != 0
        return index < self.last and matter_by_token(self.analysis)[index] != ""

    @cached_property
    def spoken(self) -> frozenset[str]:
        """All its words, as norms."""
        return frozenset(self.analysis.norms[self.first : self.last])

    @cached_property
    def stems(self) -> frozenset[str]:
        """All its stems."""
        return frozenset(self.analysis.stems[self.first : self.last])

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
    def compounds(self) -> Mapping[str, str]:
        """The first halves of its words with a hyphen by the second: of "rapid-acting" and "low-fat"."""
        norms, gap = self.analysis.norms, self.analysis.gap
        at = (i for i in range(self.first, self.last - 1) if gap(i + 1) == "-" and norms[i].isalpha())
        return {norms[i + 1]: norms[i] for i in at}

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
        told = (
            circumstances_of(self.analysis, self.sentence),
            kinds_of(self.analysis, self.sentence),
            forms,
        )
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
