"""Formulas that stand in for content: more research is needed, consult a professional, everyone is different."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from healthscore.article import Span
from healthscore.checks.base import Hit, rule
from healthscore.checks.hedging.statements import Statement, read
from healthscore.language.analysis import Analysis
from healthscore.language.cues import Cue

_REACH = 8  # tokens between the two parts of a formula
_HABIT = 3  # formulas that make a habit
_HABIT_SHARE = 0.06
_WHOLE = ("research-needed", "consult", "varies")
_SAYS = {
    "research-needed": "does not say what is not known",
    "consult": "does not say who should ask, or about what",
    "varies": "does not say in whom, or by how much",
}
_INSTEAD = {
    "research-needed": "Say which question is open: which people, which dose, which outcome, compared with what.",
    "consult": "Say who should ask, when, and about which symptom, condition or medicine.",
    "varies": "Say what the result depends on, and how many people had it.",
}
_ABOUT = frozenset({"if", "when", "whether", "because", "unless", "how", "which", "what", "about"})
_DEPENDS = frozenset({"with", "depending", "according"})
_QUESTIONS = frozenset({"whether", "how", "which", "why"})


@rule
def boilerplate_disclaimer(analysis: Analysis) -> Iterator[Hit]:
    """A formula stands in for content.

    Finds:
        "More research is needed", "consult a healthcare professional", "results may vary" and the like, where
        the sentence gives no particulars: no condition, symptom, interaction, group of people, number or "if".
        In an article that informs, the first two are found only where they are a habit.

    Why it matters:
        A warning that fits every treatment tells the reader nothing about this one. It looks like caution and
        leaves out what a cautious reader would need.

    Example:
        Everyone responds differently, so talk to a healthcare provider first.

    Instead:
        Ask your doctor first if you take a blood thinner: garlic tablets add to its effect.

    Limits:
        A sentence with one particular word is let pass, even where the word helps little.

    References:
        Higgins JPT, et al. (editors). Cochrane Handbook for Systematic Reviews of Interventions, chapter 15:
        Interpreting results and drawing conclusions.
        Charnock D, et al. DISCERN: an instrument for judging the quality of written consumer health information
        on treatment choices. J Epidemiol Community Health 1999;53:105-111.
    """
    reading = read(analysis)
    found: dict[str, list[tuple[str, Span]]] = defaultdict(list)
    for statement in reading.holding("boilerplate"):
        for kind, place in empty_formulas(statement).items():
            found[kind].append(place)
    count = sum(map(len, found.values()))
    habit = count >= max(_HABIT, _HABIT_SHARE * len(reading.statements))
    for kind, places in found.items():
        if reading.promotes or habit or kind == "varies":
            often = f" ({len(places)} times)" if len(places) > 1 else ""
            yield Hit(
                "warning" if reading.promotes and habit else "note",
                f"“{places[0][0]}” {_SAYS[kind]}{often}.",
                _INSTEAD[kind],
                tuple(span for _, span in places),
            )


def empty_formulas(statement: Statement) -> dict[str, tuple[str, Span]]:
    """The formulas of a sentence that gives no particulars: words and place of each kind."""
    cues = statement.cues.get("boilerplate", [])
    if not cues or statement.disowned:
        return {}
    found: dict[str, tuple[str, Span]] = {}
    for kind, first, last in _formulas(cues):
        if not _particular(statement, kind) and not (kind == "varies" and _depends(statement, last)):
            words, start = found.get(kind, (None, statement.quote(first)))
            words = words or statement.analysis.quote(first.start, last.end)
            found[kind] = words, Span(start.start, max(start.end, statement.quote(last).end))
    return found


def _formulas(cues: Sequence[Cue]) -> Iterator[tuple[str, Cue, Cue]]:
    """Kind, first and last cue of each formula, whole or in two parts."""
    for cue in cues:
        if cue.kind in _WHOLE:
            yield cue.kind, cue, cue
        elif cue.kind.endswith("-head") and len(cues) > 1:
            kind = cue.kind.removesuffix("-head")
            tail = next((c for c in cues if c.kind == f"{kind}-tail" and _near(kind, cue, c)), None)
            if tail is not None:
                first, last = sorted((cue, tail), key=lambda c: c.first)
                yield "research-needed" if kind == "research" else kind, first, last


def _near(kind: str, head: Cue, tail: Cue) -> bool:
    low = -_REACH if kind == "research" else 0
    return low <= tail.first - head.last <= _REACH


def _depends(statement: Statement, varies: Cue) -> bool:
    """Does it say on what: "results will vary with how often you practise"?"""
    after = varies.last - statement.sentence.first
    return not _DEPENDS.isdisjoint(statement.norms[after : after + 1])


def _particular(statement: Statement, kind: str) -> bool:
    """Does the sentence say who, when, or what for?"""
    cues = statement.cues
    if statement.sourced or cues.get("scope") or cues.get("caution"):
        return True
    words = statement.norms
    if any(word[0].isdigit() for word in words):
        return True
    if kind == "consult":
        harms = any(c.attributes.get("severity") in ("moderate", "serious") for c in cues.get("harm", ()))
        return harms or not _ABOUT.isdisjoint(words) or cues.get("alternative") is not None
    return kind == "research-needed" and not _QUESTIONS.isdisjoint(words)
