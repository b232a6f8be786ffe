"""What each sentence of an article offers to the question of hedging, read once for all its rules."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cached_property

from msgspec import Struct

from healthscore.article import Span
from healthscore.checks.base import once
from healthscore.language.analysis import Analysis, Sentence
from healthscore.language.certainty import doubts_among
from healthscore.language.cues import Cue
from healthscore.language.disowned import stood_by

_SPEAKERS = frozenset({"expert", "institution", "body", "site"})
_SHORTEST = 5  # tokens of a clause that is quoted by itself
_PARTING = frozenset({"but", "while", "although", "though", "whereas", "however", "yet"})
_BREAK = re.compile("[,;:()—–]")
_NEGATION_REACH = 4
_UNREAL = frozenset({"whether", "if", "unless", "when"})
_CONDITION = frozenset({"when", "if", "unless", "until"})
_PROMOTING = 3  # overclaims and empty promises that make an article promote rather than inform
_PROMOTING_SHARE = 0.05
_ADVERTISING_SHARE = 0.15
_STOOD_BY = frozenset({"overclaim", "promise", "promotion", "booster", "benefit"})


class Statement(Struct, frozen=True, dict=True):
    """One sentence with its cues by category; ``sources`` are the (kind, form) pairs of its sources."""

    analysis: Analysis
    sentence: Sentence
    cues: Mapping[str, Sequence[Cue]]
    sources: tuple[tuple[str, str], ...]

    @cached_property
    def doubts(self) -> list[Cue]:
        """The hedges that put something in doubt."""
        return doubts_among(self.analysis, self.cues.get("hedge", ()))

    @cached_property
    def norms(self) -> list[str]:
        """The words of the sentence, as lexicons are matched against them."""
        return self.analysis.words(self.sentence)

    @cached_property
    def disowned(self) -> bool:
        """A question, or a claim that the article only reports or takes back."""
        asked = self.analysis.article.text[self.sentence.end - 1] == "?"
        return asked or any(cue.kind in ("rebutted", "reported") for cue in self.cues.get("voice", ()))

    @cached_property
    def opens_question(self) -> bool:
        """Does it say that something is still to be found out?"""
        return any(cue.kind.startswith("research") for cue in self.cues.get("boilerplate", ()))

    @property
    def commands(self) -> bool:
        """Does it tell the reader what to do: "always", "never", "do not" or "you should"?"""
        return self.norms[:1] in (["always"], ["never"], ["do"], ["don't"]) or "should" in self.norms

    @property
    def checkable(self) -> bool:
        """Does it give a source that a reader could find?"""
        return any(kind == "checkable" for kind, _ in self.sources)

    @property
    def sourced(self) -> bool:
        """Does it name a source: a work, a journal, a body, or at least a person?"""
        return any(kind != "vague" for kind, _ in self.sources)

    @property
    def published(self) -> bool:
        """Does it name or cite a work, and not only a person or a body that says so?"""
        return any(kind != "vague" and form not in _SPEAKERS for kind, form in self.sources)

    def denied(self, cue: Cue) -> bool:
        """Is the cue negated, asked about, said not to be known, or bound to a condition?"""
        part = self.part(cue)
        negated = any(
            other.kind == "pre" and part[0] <= other.first < cue.first < other.last + _NEGATION_REACH
            for other in self.cues.get("negation", ())
        )
        unknown = any(h.kind == "open" and h.first < cue.first for h in self.doubts)
        before = self.norms[part[0] - self.sentence.first : cue.first - self.sentence.first]
        after = self.norms[cue.last - self.sentence.first :][:1]
        return negated or unknown or not _UNREAL.isdisjoint(before) or not _CONDITION.isdisjoint(after)

    def softened(self, cue: Cue) -> bool:
        """Does a hedge in the same part of the sentence stand before the cue?"""
        first, _ = self.part(cue)
        return any(first <= h.first < cue.first and h.kind != "attribution" for h in self.doubts)

    def part(self, cue: Cue) -> tuple[int, int]:
        """Tokens of the stretch around a cue, up to commas, dashes and words such as "but"."""
        cuts = self._cuts
        first = cuts[bisect_right(cuts, cue.first) - 1]
        return first, cuts[bisect_left(cuts, cue.last)]

    def quote(self, cue: Cue) -> Span:
        """The clause around a cue, or the whole sentence where the clause says too little by itself."""
        first, last = self.part(cue)
        if last - first < _SHORTEST:
            return Span(self.sentence.start, self.sentence.end)
        tokens = self.analysis.tokens
        end = self.sentence.end if last == self.sentence.last else tokens[last - 1].end
        return Span(tokens[first].start, end)

    def words(self, cue: Cue) -> str:
        """The cue as written."""
        return self.analysis.quote(cue.start, cue.end)

    @cached_property
    def _cuts(self) -> list[int]:
        """The tokens at which a part begins, and where the sentence ends."""
        first, last = self.sentence.first, self.sentence.last
        tokens, prose = self.analysis.tokens, self.analysis.article.prose
        inner = (
            i
            for i in range(first + 1, last)
            if tokens[i].norm in _PARTING
            or (
                tokens[i].start - tokens[i - 1].end > 1
                and _BREAK.search(prose, tokens[i - 1].end, tokens[i].start)
            )
        )
        return [first, *inner, last]


class Reading(Struct, frozen=True, dict=True):
    """The prose of an article, sentence by sentence."""

    analysis: Analysis
    statements: tuple[Statement, ...]

    @cached_property
    def overclaims(self) -> tuple[tuple[Statement, Cue], ...]:
        """Overclaims that stand: neither denied nor disowned nor backed by a source that can be checked."""
        return tuple(
            (statement, cue)
            for statement in self.holding("overclaim")
            if not statement.checkable
            for cue in overclaiming(statement)
        )

    @cached_property
    def promises(self) -> tuple[tuple[Statement, Cue], ...]:
        """Possibilities offered in place of evidence, with no source named there or in the next sentence."""
        return tuple(
            (statement, cue)
            for statement in self.holding("promise")
            if not self._sourced(statement)
            for cue in statement.cues["promise"]
            if not statement.denied(cue)
        )

    @cached_property
    def hedged(self) -> tuple[Statement, ...]:
        """The statements that put something in doubt."""
        return tuple(statement for statement in self.holding("hedge") if statement.doubts)

    @cached_property
    def promotes(self) -> bool:
        """Does the article promise or advertise much, and cite nothing that a reader could find?"""
        if not self.overclaims + self.promises or any(s.kind == "checkable" for s in self.analysis.sources):
            return False
        count = len(self.overclaims) + len(self.promises)
        sentences = len(self.statements)
        advertised = count + sum(len(s.cues["promotion"]) for s in self.holding("promotion"))
        often = count >= max(_PROMOTING, _PROMOTING_SHARE * sentences)
        return often or (count > 1 and advertised >= _ADVERTISING_SHARE * sentences)

    def holding(self, category: str) -> list[Statement]:
        """The statements with a cue of the category, in order of place."""
        found = (self.statements[self._places[s.index]] for s in self.analysis.prose_with(category))
        return [statement for statement in found if category in statement.cues]

    @cached_property
    def _places(self) -> dict[int, int]:
        """The place of each statement by the index of its sentence."""
        return {statement.sentence.index: place for place, statement in enumerate(self.statements)}

    def _sourced(self, statement: Statement) -> bool:
        """Does it name a source, or the next one?"""
        place = self._places[statement.sentence.index]
        return any(s.sourced for s in self.statements[place : place + 2])


def overclaiming(statement: Statement) -> list[Cue]:
    """The overclaims of a sentence that are neither denied, asked about nor disowned."""
    cues = statement.cues.get("overclaim", ())
    if not cues or statement.disowned:
        return []
    return [cue for cue in cues if cue.kind != "none" and not statement.denied(cue)]


@once
def read(analysis: Analysis) -> Reading:
    """The reading of an article."""
    sources: dict[int, list[tuple[str, str]]] = defaultdict(list)
    for source in analysis.sources:
        sources[source.sentence].append((source.kind, source.form))
    statements = []
    for sentence in analysis.whole_prose:
        cues = stood_by(analysis, sentence, _STOOD_BY)
        statements.append(Statement(analysis, sentence, cues, tuple(sources.get(sentence.index, ()))))
    return Reading(analysis, tuple(statements))
