"""A harm or an illness with a grade, and what the grade is limited to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from healthscore.language.analysis import Analysis, Sentence
from healthscore.language.claims.circumstances import opening_of
from healthscore.language.claims.concepts import content
from healthscore.language.claims.kinds import Kind
from healthscore.language.claims.quantities import amounts_in
from healthscore.language.claims.scope import forms_of, kinds_of, scope_of
from healthscore.language.cues import Cue

DEGREE_REACH = 2  # tokens between "serious" and the harm
SIDE_EFFECTS = "=side-effect"  # the concept for harms of any kind
_TAKING = frozenset("take takes taking took use uses using".split())
_BESIDE = frozenset("with together along alongside and or before after during while too more".split())
_TAKEN_REACH = 8  # tokens that say what is taken
_GIVEN = frozenset({"shot", "shots", "jab", "jabs", "drugs", "medicines", "medications", "test", "tests"})
NOT_A_HARM = Kind.GENERIC_NOUN | Kind.PERSON_NOUN | Kind.VERB | Kind.USE_WORD | Kind.PRODUCT_NOUN


class Graded(Struct, frozen=True):
    """A harm or illness (``matter``, ``name`` as written) with the step that ``word`` gives it.

    ``share`` is the figure, 0-1, where ``word`` is one; ``holder`` are the terms of what the harm comes of, if named.
    ``serious``: the common thing is its serious degree.
    """

    matter: frozenset[str]
    name: str
    word: str
    step: int
    limits: frozenset[str]
    sentence: Sentence
    share: float | None = None
    holder: frozenset[str] = frozenset()
    serious: bool = False

    def of_others(self, other: Graded) -> bool:
        """True where each is said of what comes of another thing: "a side effect of statins", "of fibrates"."""
        return bool(self.holder) and bool(other.holder) and self.holder.isdisjoint(other.holder)


def limits_of(analysis: Analysis, sentence: Sentence, first: int, last: int, step: int) -> frozenset[str]:
    """What the grade is limited to: what stands before it, and after it up to the next comma.

    "Temporary" and "most women" are grades here and no limits; rare even at a high dose is rare.
    """
    tokens, prose = analysis.tokens, analysis.article.prose
    comma = prose.find(",", tokens[last - 1].end, sentence.end)
    end = (
        next((i for i in range(last, sentence.last) if tokens[i].start > comma), last)
        if comma >= 0
        else sentence.last
    )
    cues = [
        c
        for c in analysis.cues_by_category(sentence).get("scope", ())
        if not (c.first < last and first < c.last) and c.first < end and not _takes_it(analysis, c)
    ]
    found = set(scope_of(analysis, cues, amounts_in(analysis, sentence), sentence.first, end))
    if step == 1:
        found -= {"dose:high", "time:long"}
    if any(c.kind == "withdrawal" for c in analysis.cues_by_category(sentence).get("property", ())):
        found.discard("time:stopping")  # withdrawal comes of stopping
    found |= forms_of(analysis, sentence) | opening_of(analysis, sentence)
    grades = analysis.cues_by_category(sentence).get("severity", ())
    graded = {f"kind:{analysis.norms[i]}" for c in grades for i in range(c.first, c.last)}
    return frozenset(found | (kinds_of(analysis, sentence) - graded))


def _takes_it(analysis: Analysis, cue: Cue) -> bool:
    """True for "people who take ...", where a harm is said to befall those who take a thing, and nothing beside it."""
    norms, last = analysis.norms, analysis.sentence_at(cue.first).last
    taking = not _TAKING.isdisjoint(norms[cue.last - 1 : cue.last + 1])
    return (
        analysis.topic.acts
        and taking
        and _BESIDE.isdisjoint(norms[cue.last : min(last, cue.last + _TAKEN_REACH)])
    )


def degree_of(analysis: Analysis, sentence: Sentence, first: int) -> frozenset[str]:
    """Which of its degrees is rare: "serious bleeding" may be, where bleeding is common."""
    before = range(max(sentence.first, first - DEGREE_REACH), first + 1)
    graded = any(c.first in before for c in analysis.cues_by_category(sentence).get("severity", ()))
    return frozenset({"degree:serious"} if graded else ())


def harms(
    analysis: Analysis, sentence: Sentence, *, generally: bool = False
) -> Iterator[tuple[Cue, frozenset[str]]]:
    """What can befall somebody, with the key by which it is compared; ``generally`` also side effects of any kind."""
    cues = analysis.cues_by_category(sentence)
    people = [c for c in cues.get("scope", ()) if c.kind == "population"]
    found = [c for c in cues.get("harm", ()) if c.kind == "effect"]
    found += [c for c in cues.get("health", ()) if c.kind == "condition" and not meets(c, found)]
    found += [c for c in cues.get("health-synonym", ()) if not meets(c, found)]
    for cue in found:
        if cue.last < sentence.last and _names_another(analysis, cue.last):
            continue  # "migraine sufferers", "allergy shots"
        before = analysis.kinds[max(sentence.first, cue.first - 2) : cue.first]
        if meets(cue, people) or any(kind & Kind.HAVING for kind in before):
            continue  # "people with asthma" are those concerned
        key = content(analysis, cue.first, cue.last, NOT_A_HARM)
        key = key - {SIDE_EFFECTS} or (key if generally else frozenset())
        if key and not (analysis.topic.acts and key & analysis.topic.key):
            yield cue, key


def _names_another(analysis: Analysis, index: int) -> bool:
    """True for people, or a remedy, right after a harm, which says what they have or what it is for."""
    joined = analysis.gap(index).isspace() and analysis.kinds[index] & (Kind.SUBSTANCE_NOUN | Kind.FORM_NOUN)
    return bool(analysis.kinds[index] & Kind.PERSON_NOUN or joined) or analysis.norms[index] in _GIVEN


def meets(cue: Cue, others: Sequence[Cue]) -> bool:
    """True where a cue shares a token with one of the others."""
    return any(overlap(cue, other) for other in others)


def overlap(a: Cue, b: Cue) -> bool:
    """True where two cues share a token."""
    return a.first < b.last and b.first < a.last
