"""Conflicts on a scale: how often a harm is said to happen, and how bad it is said to be."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations

from msgspec.structs import replace

from healthscore.checks.base import Hit, once, rule
from healthscore.checks.consistency.ages import ages_of
from healthscore.checks.consistency.assurances import assurances
from healthscore.checks.consistency.denials import denials
from healthscore.checks.consistency.graded import SIDE_EFFECTS, Graded
from healthscore.checks.consistency.grades import frequencies, severities
from healthscore.checks.consistency.pairs import is_seldom, may_be
from healthscore.checks.consistency.placing.gravities import Gravity, all_mild, gravities, put
from healthscore.checks.consistency.placing.majorities import majorities
from healthscore.checks.consistency.placing.outlooks import outlooks
from healthscore.checks.consistency.placing.rarities import rarities
from healthscore.checks.consistency.placing.two_sided import unless_told
from healthscore.checks.consistency.sentences.aligned import COMMON, RARE, Aligned
from healthscore.checks.consistency.sentences.alignment import aligned_pairs
from healthscore.checks.consistency.weighing import MOST_PAIRS, Statement, Weighed, reported, weigh
from healthscore.language.analysis import Analysis, Sentence
from healthscore.language.claims import Claim
from healthscore.language.claims.kinds import Kind, kinds_of
from healthscore.language.claims.quantities import amounts_in

_FREQUENCY = "consistency/frequency-conflict"
_OPPOSITE = 2  # steps apart
_TIMES = 2.0  # factor between two shares of which one is wrong
_SPANS = frozenset(
    {"year", "years", "yearly", "annual", "annually", "lifetime", "life", "lives", "ever", "month", "week"}
)
_CLASSES = frozenset({"grade", "stage", "degre", "class"})  # stems
_ASKED = frozenset({"ask", "asks", "asked"})
_SIDES = frozenset({"both", "one", "either", "neither"})
_MOST_SHARING = 24  # grades of one harm that are compared
_MILDER = 0.74  # "mild" and "severe" are often said of different cases
_LESS_DIRECT = 0.62  # one harm against harms of whatever kind
_CALLED = Kind.PRODUCT_NOUN | Kind.FORM_NOUN | Kind.SUBSTANCE_NOUN  # "the tablets", "this drug"
_SEVERE, _MOST_SEVERE = 3, 3
_FREQUENCY_SUGGESTION = "Give the figure once, with whom it holds for and its source."
_SEVERITY_SUGGESTION = "Say how often it is mild and how often severe, and when to get help."


@rule
def frequency_conflict(analysis: Analysis) -> Iterator[Hit]:
    """Finds a harm that is called rare in one place and common in another.

    Finds: one named harm with frequency words two steps apart ("rare", "common"), or a rate in numbers against
        such a word or another rate; one statement said to hold usually here and hardly ever there, in whatever
        frame ("a cough is a frequent side effect", "hardly anybody coughs"); a thing said to be found mostly in
        women here and in men, or in both alike, there, and so with ages.
    Why it matters: how often a harm happens decides whether a reader takes the risk.
    Example: "Dizziness is rare." and, later, "Dizziness affects one user in five."
    Instead: give the figure once: so many in a hundred, in whom, from which source.
    Limits: words further than a few words from the harm are not tied to it; other people, doses, forms and times
        are not compared.
    References: European Commission 2009, A guideline on summary of product characteristics (frequency bands).
    """
    return reported(analysis, frequency_pairs(analysis))


@rule
def severity_conflict(analysis: Analysis) -> Iterator[Hit]:
    """Finds a harm that is called mild or passing in one place and severe or lasting in another.

    Finds: one named harm or illness with severity words two steps apart and the same scope; one said to do no
        harm ("a mere nuisance") and, whatever else is said of it, to kill, to maim or to be an emergency; one that
        most recover from here, and that leaves most with damage there; painless here and painful there, passing
        and for good.
    Why it matters: a harm that is played down in one place and serious in another cannot be weighed.
    Example: "The rash is mild and temporary." and, later, "a severe rash that can be permanent".
    Instead: say how often it is mild and how often severe, and when to get help.
    Limits: a range in one sentence ("from mild to severe") is no conflict, nor is a severe form at another dose, nor
        what is usually harmless; "it" and "these lumps" are led back to what was named last, which may be wrong.
    References: None: follows from the meaning of the words.
    """
    told = [*denials(analysis), *assurances(analysis)]
    others = [pair for pair in told if pair.rule == "consistency/severity-conflict"]
    return reported(analysis, [*severity_pairs(analysis), *others])


@once
def frequency_pairs(analysis: Analysis) -> list[Weighed]:
    """Every pair of opposite frequencies of one thing, weighed."""
    graded = _pairs(analysis, _FREQUENCY, frequencies(analysis), 1.0, _FREQUENCY_SUGGESTION)
    told = [*graded, *_figures(analysis), *_of_sentences(analysis), *majorities(analysis)]
    return [*told, *unless_told(rarities(analysis), told)]


def _figures(analysis: Analysis) -> Iterator[Weighed]:
    """Two shares of those concerned that no rounding explains; not over a year here and a lifetime there."""
    rated = [g for g in frequencies(analysis) if g.share and not _over_a_time(analysis, g.sentence)]
    for one, other in combinations(rated[:_MOST_SHARING], 2):
        low, high = sorted((one.share or 0.0, other.share or 0.0))
        if one.sentence != other.sentence and low * _TIMES <= high and abs(one.step - other.step) < _OPPOSITE:
            yield weigh(
                _FREQUENCY,
                _statement(one),
                _statement(other),
                1.0,
                _graded_as(one.name),
                _FREQUENCY_SUGGESTION,
            )


def _over_a_time(analysis: Analysis, sentence: Sentence) -> bool:
    timed = any(a.quantity.unit == "time" for a in amounts_in(analysis, sentence))
    return timed or not _SPANS.isdisjoint(analysis.words(sentence))


@once
def severity_pairs(analysis: Analysis) -> list[Weighed]:
    """Every pair of opposite severities of one thing, weighed."""
    graded = severities(analysis)
    pairs = _pairs(analysis, "consistency/severity-conflict", graded, _MILDER, _SEVERITY_SUGGESTION)
    told = [*pairs, *_all_mild(analysis, graded), *gravities(analysis)]
    of_gravity = (pair for pair in outlooks(analysis) if pair.rule == "consistency/severity-conflict")
    return [*told, *unless_told(of_gravity, told)]


def _all_mild(analysis: Analysis, graded: Sequence[Graded]) -> Iterator[Weighed]:
    """Side effects of whatever kind called mild, without "usually", beside a severe one that the same thing brings."""
    severe = [g for g in graded if g.step == _SEVERE and SIDE_EFFECTS not in g.matter]
    matter = frozenset({SIDE_EFFECTS})
    for mild in all_mild(analysis) if severe else ():
        told = put(analysis, mild)
        rightly = [g for g in severe if g.sentence != mild.sentence and _is_brought(analysis, g, mild)]
        for other in rightly[:_MOST_SEVERE]:
            yield weigh(
                "consistency/severity-conflict",
                Statement(told.sentence, told.words, matter, matter, limits=told.limits),
                _statement(replace(other, matter=matter)),
                _LESS_DIRECT,
                f"Side effects are called mild, and {other.name} severe.",
                _SEVERITY_SUGGESTION,
            )


def _is_brought(analysis: Analysis, graded: Graded, mild: Gravity) -> bool:
    """True where the same thing is said to bring a harm, and not now and then: "a severe attack" may be what it is for."""
    causes = (c for c in analysis.claims_in(graded.sentence) if c.relation in ("causes", "raises"))
    told = any(not c.negated and _is_of(c, mild) for c in causes)
    return told and not is_seldom(analysis, graded.sentence)


def _is_of(claim: Claim, mild: Gravity) -> bool:
    """True for what the same thing brings, or "the tablets"; not a variety of it ("raw elderberries")."""
    called = next(kinds_of([claim.subject.lower().rpartition(" ")[2]])) & _CALLED
    same = not claim.subject_key or bool(called) or not claim.subject_key.isdisjoint(mild.thing.key)
    return same and not any(limit.startswith("variety:") for limit in claim.scope)


def _of_sentences(analysis: Analysis) -> Iterator[Weighed]:
    """One statement that is said to hold usually here and hardly ever there."""
    graded = {grade.sentence.index: grade for grade in frequencies(analysis) if grade.holder}
    for pair in aligned_pairs(analysis):
        one, other = (graded.get(side.sentence.index) for side in (pair.first, pair.second))
        if one is not None and other is not None and one.of_others(other):
            continue
        usual_here_rare_there = {pair.first.frequency, pair.second.frequency} == {RARE, COMMON}
        if pair.first.lacks != pair.second.lacks or any(
            not _ASKED.isdisjoint(s.spoken) for s in (pair.first, pair.second)
        ):
            continue  # "hardly any is free of it"; "many people ask us about it"
        if usual_here_rare_there and _sides(pair.first) == _sides(pair.second):
            yield pair.weigh(
                _FREQUENCY,
                1.0,
                f"On {pair.words()}: usual in one place and rare in the other.",
                _FREQUENCY_SUGGESTION,
            )


def _sides(unit: Aligned) -> frozenset[str]:
    """Whether both or one of two is spoken of: what is usual of one may be rare of both."""
    return _SIDES.intersection(unit.analysis.words(unit.sentence))


def _pairs(
    analysis: Analysis, rule_id: str, graded: Sequence[Graded], directness: float, suggestion: str
) -> list[Weighed]:
    """Grades two steps apart of things that share a term; a sentence that gives one thing both is left out."""
    mixed = _said_of_both(graded)
    index: defaultdict[str, list[Graded]] = defaultdict(list)
    found: list[Weighed] = []
    for one in graded:
        if one.sentence.index in mixed:
            continue
        if len(found) >= MOST_PAIRS:
            break
        met = {id(other): other for term in sorted(one.matter) for other in index[term]}
        for other in met.values():
            if (
                abs(one.step - other.step) >= _OPPOSITE
                and one.sentence != other.sentence
                and not one.of_others(other)
                and not _first_among(analysis, one, other)
                and not _of_the_topic_and_another(analysis, one, other)
                and not _by_others(analysis, one, other)
                and not _of_other_remedies(analysis, one, other)
                and not (rule_id != _FREQUENCY and _usual_and_possible(analysis, one, other))
                and not _of_another_kind(one, other, rarer=rule_id == _FREQUENCY)
            ):
                name = (other if len(other.name) <= len(one.name) else one).name
                found.append(
                    weigh(
                        rule_id,
                        *_statements(other, one),
                        directness,
                        _graded_as(name),
                        suggestion,
                    )
                )
        for term in one.matter:
            if len(index[term]) < _MOST_SHARING:
                index[term].append(one)
    return found


def _first_among(analysis: Analysis, one: Graded, other: Graded) -> bool:
    """True for "is rare" beside "is the most common cancer in men between 15 and 35", which has no need to be common."""
    common = max(one, other, key=lambda grade: grade.step)
    ranked = common.word.lower().startswith(("the most", "the commonest"))
    return ranked and bool(ages_of(analysis, one.sentence)) != bool(ages_of(analysis, other.sentence))


def _by_others(analysis: Analysis, one: Graded, other: Graded) -> bool:
    """True where each is what another thing brings: "X makes most people sleepy", "Y seldom causes drowsiness"."""
    doers = [
        {term for c in analysis.claims_in(graded.sentence) for term in c.subject_key - graded.matter}
        for graded in (one, other)
    ]
    return all(doers) and doers[0].isdisjoint(doers[1])


def _of_the_topic_and_another(analysis: Analysis, one: Graded, other: Graded) -> bool:
    """True for "is common with colds" beside "is rare" in an article on a medicine, with which it is meant to be."""
    known = analysis.topic.key | analysis.title_terms
    holders = (one.holder, other.holder)
    return (
        analysis.topic.acts
        and any(holders)
        and not all(holders)
        and known.isdisjoint(one.holder | other.holder)
    )


def _of_other_remedies(analysis: Analysis, one: Graded, other: Graded) -> bool:
    """True for "side effects of X" where X is not what the article is about, beside side effects of that."""
    named = (one.matter ^ other.matter) - analysis.topic.key - analysis.title_names
    return SIDE_EFFECTS in one.matter & other.matter and bool(named)


def _usual_and_possible(analysis: Analysis, one: Graded, other: Graded) -> bool:
    """True for "usually mild" beside "can be severe"."""
    mild, severe = sorted((one, other), key=lambda grade: grade.step)
    return "frequency" in analysis.cues_by_category(mild.sentence) and may_be(analysis, severe.sentence)


def _of_another_kind(one: Graded, other: Graded, *, rarer: bool) -> bool:
    """True for "migraine with paralysis is rare" where migraine is common, and for sprains of two grades."""
    if one.matter != other.matter and one.matter & other.matter & _CLASSES:
        return True
    rare, common = sorted((one, other), key=lambda grade: grade.step)
    return rarer and rare.matter > common.matter and "with" in rare.name.split()


def _graded_as(name: str) -> Callable[[Statement, Statement], str]:
    return lambda a, b: f"{name.capitalize()}: “{a.said}” here, “{b.said}” there."


def _statement(graded: Graded) -> Statement:
    return Statement(graded.sentence, graded.word, graded.matter, graded.matter, limits=graded.limits)


def _statements(one: Graded, other: Graded) -> tuple[Statement, Statement]:
    """Both sides; that only the serious is rare tells them apart, unless the serious is what is common."""
    common = max(one, other, key=lambda grade: grade.step)
    if common.serious:
        one, other = (replace(g, limits=g.limits - {"degree:serious"}) for g in (one, other))
    return _statement(one), _statement(other)


def _said_of_both(graded: Sequence[Graded]) -> set[int]:
    """Sentences that give one harm two grades ("mild or severe")."""
    steps: defaultdict[tuple[int, frozenset[str]], set[int]] = defaultdict(set)
    for grade in graded:
        steps[grade.sentence.index, grade.matter].add(grade.step)
    return {index for (index, _), found in steps.items() if max(found) - min(found) >= _OPPOSITE}
