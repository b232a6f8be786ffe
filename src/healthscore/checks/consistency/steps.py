"""Conflicts on a scale: how often a harm is said to happen, and how bad it is said to be."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from healthscore.article import Span
from healthscore.checks.base import Hit, rule
from healthscore.checks.consistency.pairs import span
from healthscore.language.analysis import Analysis, Sentence
from healthscore.language.claims.grammar import content_stems
from healthscore.language.cues import Cue

_REACH = 3  # tokens between a step word and the harm it grades


@dataclass(frozen=True, slots=True)
class _Graded:
    """A harm with the step that a word beside it gives."""

    key: frozenset[str]
    name: str
    word: str
    step: int
    scope: tuple[str, ...]
    sentence: Sentence


@rule
def frequency_conflict(analysis: Analysis) -> Iterator[Hit]:
    """Finds a harm that is called rare in one place and common in another.

    Finds: one named harm with frequency words two steps apart ("rare", "common") and the same scope.
    Why it matters: how often a harm happens decides whether a reader takes the risk.
    Example: "Dizziness is rare." and, later, "Dizziness is a common complaint among users."
    Instead: give the figure once: so many in a hundred, in whom, from which source.
    Limits: words further than a few words from the harm are not tied to it; other people, doses and times
        are not compared.
    References: European Commission 2009, A guideline on summary of product characteristics (frequency bands).
    """
    yield from _conflicts(analysis, "frequency", "Give the figure once, with whom it holds for and its source.")


@rule
def severity_conflict(analysis: Analysis) -> Iterator[Hit]:
    """Finds a harm that is called mild or passing in one place and severe or lasting in another.

    Finds: one named harm with severity words two steps apart and the same scope.
    Why it matters: a harm that is played down in one place and serious in another cannot be weighed.
    Example: "The rash is mild and temporary." and, later, "a severe rash that can be permanent".
    Instead: say how often it is mild and how often severe, and when to get help.
    Limits: a range in one sentence ("from mild to severe") is no conflict, nor is a severe form at another dose.
    References: None: follows from the meaning of the words.
    """
    yield from _conflicts(analysis, "severity", "Say how often it is mild and how often severe, and when to get help.")


def _conflicts(analysis: Analysis, category: str, suggestion: str) -> Iterator[Hit]:
    graded = list(_graded(analysis, category))
    mixed = {(g.key, g.sentence.index) for g in graded for h in graded if _same(g, h) and g.sentence == h.sentence}
    seen: set[frozenset[str]] = set()
    for later, g in enumerate(graded):
        for h in graded[:later]:
            if g.key in seen or not _same(g, h) or (g.key, g.sentence.index) in mixed or (h.key, h.sentence.index) in mixed:
                continue
            seen.add(g.key)
            yield Hit(
                "error" if category == "frequency" else "warning",
                f"{g.name.capitalize()}: “{h.word}” in one place, “{g.word}” in another.",
                suggestion,
                (span(h.sentence), span(g.sentence)),
            )


def _same(g: _Graded, h: _Graded) -> bool:
    return g.key == h.key and abs(g.step - h.step) >= 2 and g.scope == h.scope


def _graded(analysis: Analysis, category: str) -> Iterator[_Graded]:
    agent = analysis.topic.acts
    for sentence in analysis.prose_sentences:
        steps = analysis.cues_in(sentence, category)
        if not steps or analysis.article.text[sentence.end - 1] == "?":
            continue
        scope = tuple(
            sorted({f"{c.kind}:{c.attributes['group']}" for c in analysis.cues_in(sentence, "scope") if c.kind != "setting"})
        )
        for harm in analysis.cues_in(sentence, "harm"):
            if harm.kind != "effect":
                continue
            key = content_stems(analysis.tokens[harm.first : harm.last])
            near = [step for step in steps if _distance(step, harm) <= _REACH and not _overlap(step, harm)]
            if key and near and not analysis.cues_in(sentence, "negation"):
                step = min(near, key=lambda s: (_distance(s, harm), s.first))
                if not agent and not _predicates(analysis, sentence, harm, step):
                    continue
                yield _Graded(
                    key,
                    analysis.quote(*Span(harm.start, harm.end)).lower(),
                    analysis.quote(step.start, step.end),
                    int(step.attributes["step"]),
                    scope,
                    sentence,
                )


def _predicates(analysis: Analysis, sentence: Sentence, harm: Cue, step: Cue) -> bool:
    """"Fever is rare": the sentence opens with the harm and says nothing else of it before the step word."""
    between = analysis.tokens[harm.last : step.first]
    return harm.first - sentence.first <= 1 and any(t.norm in ("is", "are") for t in between) and step.first >= harm.last


def _distance(a: Cue, b: Cue) -> int:
    return max(a.first - b.last, b.first - a.last, 0)


def _overlap(a: Cue, b: Cue) -> bool:
    return a.first < b.last and b.first < a.last
