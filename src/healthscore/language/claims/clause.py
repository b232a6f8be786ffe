"""A clause with what is in it: cues, scope, voice, and the nouns around each verb of effect."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from healthscore.language.claims.grammar import Words, content_stems, is_kind
from healthscore.language.claims.model import Voice
from healthscore.language.cues import Cue

if TYPE_CHECKING:
    from healthscore.language.analysis import Analysis, Sentence
    from healthscore.language.claims.subject import Subject, Subjects

_PARTING = frozenset({"but", "while", "although", "though", "whereas", "however"})
_BE = frozenset({"is", "are", "was", "were", "be", "been", "being"})
_NEGATION_REACH = 6
_NOT_ONLY = frozenset({"only", "just", "merely", "simply", "limited"})
_NOT_ALL = frozenset({"always", "all", "everyone", "everybody", "necessarily", "usually", "every", "fully", "completely", "entirely"})


@dataclass(frozen=True)
class Clause:
    """Tokens ``[first, last)`` of the article; ``line`` holds the whole sentence's words from ``offset`` on."""

    first: int
    last: int
    offset: int
    line: Words
    cues: tuple[Cue, ...]
    voice: Voice
    analysis: Analysis

    @cached_property
    def effects(self) -> tuple[Cue, ...]:
        """The cues of effect that really act here: no adjectives ("increased levels"), no bare nouns."""
        return tuple(cue for cue in self.cues if cue.category == "effect" and self._acts(cue))

    @cached_property
    def scope(self) -> tuple[str, ...]:
        """The populations, doses, times and settings that the clause is limited to, sorted."""
        found = {f"{c.kind}:{c.attributes['group']}" for c in self.cues if c.category == "scope" and c.kind != "vague-dose"}
        if any(c.category == "negation" and self._norm(c.last) in _NOT_ALL for c in self.cues):
            found.add("degree:partial")
        return tuple(sorted(found))

    def key(self, first: int, last: int) -> frozenset[str]:
        """The stems by which the noun phrase at article tokens ``[first, last)`` is compared."""
        return content_stems(self.analysis.tokens[first:last])

    def opening(self) -> tuple[int, int]:
        """The noun phrase that leads the clause, as article tokens; empty where it has none."""
        first, last = self.line.opening(self.first - self.offset, self.last - self.offset)
        return first + self.offset, last + self.offset

    def arguments(self, cue: Cue, subjects: Subjects) -> tuple[Subject, list[tuple[int, int]]]:
        """Subject and object ranges (article tokens) of a cue of effect."""
        after = cue.last - self.offset
        if self._passive(cue):
            first, last = self.line.noun_phrase_before(cue.first - self.offset)
            agent = self.line.noun_phrases_after(after + 1) if self._norm(cue.last) == "by" else []
            subject = self._named(subjects, *agent[0]) if agent else None
            objects = [(first + self.offset, last + self.offset)] if first < last else []
            return subject or subjects.unknown, objects
        ranges = self.line.noun_phrases_after(after)
        return self.holder(cue, subjects), [(first + self.offset, last + self.offset) for first, last in ranges]

    def holder(self, cue: Cue, subjects: Subjects) -> Subject:
        """The subject to the left of a cue, else the one that leads the sentence."""
        if cue.attributes.get("subject") == "topic":
            return subjects.topic
        at = cue.first - self.offset
        if cue.category == "effect" and cue.kind == "verb" and self.line.joined(at):
            return subjects.lead
        first, last = self.line.noun_phrase_before(at)
        first = max(first, self.first - self.offset)
        return self._named(subjects, first, last) or subjects.lead

    def negated(self, cue: Cue, object_at: int) -> bool:
        """True where a negation reaches the cue from the left, or opens its object ("has no effect")."""
        low = max(self.first, cue.first - _NEGATION_REACH)
        return any(
            other.category == "negation"
            and low <= other.first < max(cue.last, object_at)
            and self._norm(other.last) not in _NOT_ONLY
            and not cue.first <= other.first < cue.last  # part of the cue's own phrase
            and not self._parted(other.last, cue.first)
            for other in self.cues
        )

    def _parted(self, first: int, last: int) -> bool:
        return any("," in self.line.gaps[i - self.offset] or self.line.breaks(i - self.offset) for i in range(first, last))

    def _named(self, subjects: Subjects, first: int, last: int) -> Subject | None:
        return subjects.named(self.analysis, self.line.tokens[first:last])

    def _norm(self, index: int) -> str:
        return self.analysis.tokens[index].norm if index < self.last else ""

    def _passive(self, cue: Cue) -> bool:
        if cue.last - cue.first > 1 or not _past(self._norm(cue.first)):
            return False
        index = cue.first - 1
        while index >= self.first and is_kind(self.analysis.tokens[index], "adverb"):
            index -= 1
        return index >= self.first and self._norm(index) in _BE

    def _acts(self, cue: Cue) -> bool:
        if cue.kind == "noun" or cue.last - cue.first > 1:
            return True
        before = self.analysis.tokens[cue.first - 1] if cue.first > self.first else None
        after = self.analysis.tokens[cue.last] if cue.last < self.last else None
        if before is not None and is_kind(before, "determiner") and not is_kind(before, "pronoun"):
            return False
        if before is not None and is_kind(before, "preposition") and not self._norm(cue.first).endswith("ing"):
            return False
        opens = before is None or is_kind(before, "preposition", "coordinator") or self.line.breaks(cue.first - self.offset)
        bare = after is not None and not is_kind(after, "determiner", "preposition", "auxiliary", "pronoun")
        return not (opens and bare and _past(self._norm(cue.first)))


def _past(norm: str) -> bool:
    return norm.endswith("ed") or norm in ("cut", "bound", "brought", "fought", "built", "rebuilt", "shrunk")


def clauses_of(analysis: Analysis, sentence: Sentence) -> list[Clause]:
    """The clauses of a sentence: parted by hard punctuation and by words such as "but" and "while"."""
    tokens = analysis.tokens[sentence.first : sentence.last]
    prose = analysis.article.prose
    gaps = ["", *(prose[a.end : b.start] for a, b in zip(tokens, tokens[1:], strict=False))]
    cues = analysis.cues_in(sentence)
    verbs = frozenset(
        i - sentence.first
        for cue in cues
        if cue.category == "effect" and cue.kind == "verb"
        for i in range(cue.first, cue.first + 1)
    )
    line = Words(tokens, gaps, verbs)
    return [
        Clause(
            first + sentence.first,
            last + sentence.first,
            sentence.first,
            line,
            own := tuple(c for c in cues if first <= c.first - sentence.first < last),
            _voice(analysis, sentence, own),
            analysis,
        )
        for first, last in _bounds(line)
    ]


def _bounds(line: Words) -> list[tuple[int, int]]:
    cuts = [
        i for i in range(1, len(line.tokens)) if line.tokens[i].norm in _PARTING or any(c in ";:—" for c in line.gaps[i])
    ]
    if line.tokens[0].norm in _PARTING:  # "While A, B": the comma parts them
        comma = next((i for i in range(2, len(line.tokens)) if "," in line.gaps[i]), None)
        cuts = sorted({*cuts, comma}) if comma else cuts
    return list(zip([0, *cuts], [*cuts, len(line.tokens)], strict=True))


def _voice(analysis: Analysis, sentence: Sentence, cues: Sequence[Cue]) -> Voice:
    if sentence.block.kind == "heading":
        return "heading"
    if analysis.article.text[sentence.end - 1 : sentence.end] == "?":
        return "question"
    kinds = {cue.kind for cue in analysis.cues_in(sentence, "voice")}
    if "rebutted" in kinds:
        return "rebutted"
    if "reported" in kinds:
        return "reported"
    if sentence.block.kind == "quote":
        return "quoted"
    return "conditional" if any(c.category == "voice" and c.kind == "conditional" for c in cues) else "article"
