"""What is said of a harm or an illness on a scale: how often it happens, and how bad it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from healthscore.checks.base import once
from healthscore.checks.consistency.pairs import statements
from healthscore.checks.consistency.predicates import befallen, holder, predicate
from healthscore.checks.consistency.referents import topic_names, written
from healthscore.language.analysis import Analysis, Sentence
from healthscore.language.claims.concepts import content
from healthscore.language.claims.kinds import Kind, is_kind
from healthscore.language.claims.model import LESSENING
from healthscore.language.claims.quantities import amounts_in
from healthscore.language.claims.rates import Rate, rates_in
from healthscore.language.claims.scope import forms_of, scope_of
from healthscore.language.cues import Cue
from healthscore.language.lexicon import words

_REACH = 3  # tokens between a step word and the harm it grades
_PREDICATE_REACH = 10  # the same where "is" or "are" stands before the step word
_DEGREE_REACH = 2  # tokens between "serious" and the harm
_REPORTED_WITHIN = 5  # tokens of "studies show that"
_LONGEST = 26  # tokens of a sentence whose one rate is that of the harm it names
_NEGATION_REACH = 4  # tokens before both
_OPPOSITE = 2  # steps apart
_HAVING = frozenset({"having", "have", "had", "developing", "develop", "developed"})
_TREATED = frozenset({"for", "against", "treat", "treats", "treating"})
SIDE_EFFECTS = "=side-effect"  # the concept for harms of any kind
_COMMON, _RARE = 0.1, 0.01  # of the bands of the European guideline: very common, and uncommon or rarer
_NOT_A_HARM = Kind.GENERIC_NOUN | Kind.PERSON_NOUN | Kind.VERB | Kind.USE_WORD | Kind.PRODUCT_NOUN


@dataclass(frozen=True, slots=True)
class Graded:
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


@once
def frequencies(analysis: Analysis) -> list[Graded]:
    """What is called rare or common, in words and in numbers."""
    found = list(_graded(analysis, "frequency"))
    for sentence in statements(analysis):
        rates = rates_in(analysis, sentence)
        if (
            len(rates) == 1
            and sentence.last - sentence.first <= _LONGEST
            and _counts_people(analysis, sentence, rates[0])
        ):
            found += _rated(analysis, sentence, rates[0])
    return found


@once
def severities(analysis: Analysis) -> list[Graded]:
    """What is called mild or severe."""
    return list(_graded(analysis, "severity"))


def _graded(analysis: Analysis, category: str) -> Iterator[Graded]:
    for sentence in statements(analysis):
        steps = [
            c
            for c in analysis.cues_by_category(sentence).get(category, ())
            if not c.attributes.get("weak") and _in_lower_case(analysis, sentence, c)
        ]
        if not steps or _is_range(analysis, steps):
            continue
        predicated = _predicate(analysis, sentence, steps) or _called(analysis, sentence, steps)
        if predicated is not None:
            yield predicated
            continue
        counted = befallen(analysis, sentence, steps) if category == "frequency" else None
        if counted is not None and not _denies(analysis, sentence, counted[0]):
            yield _of_people(analysis, sentence, *counted)
            continue
        for harm, key in _harms(analysis, sentence):
            for step in _steps_of(analysis, sentence, harm, steps):
                if category == "severity" and _is_treated(analysis, sentence, step, harm):
                    continue
                yield _made(analysis, sentence, key, harm, step)


def _is_treated(analysis: Analysis, sentence: Sentence, step: Cue, harm: Cue) -> bool:
    """True for "for mild depression" and "eases severe pain": which of its degrees is treated, not how bad it is."""
    if not 0 <= harm.first - step.last <= _DEGREE_REACH or step.first == sentence.first:
        return False  # "for mild or moderate depression"
    lessening = (c for c in analysis.cues_by_category(sentence).get("effect", ()) if c.last == step.first)
    eased = any(c.attributes["relation"] in LESSENING for c in lessening)
    return eased or analysis.norms[step.first - 1] in _TREATED


def _made(analysis: Analysis, sentence: Sentence, key: frozenset[str], harm: Cue, step: Cue) -> Graded:
    grade = int(step.attributes["step"])
    limits = _limits(analysis, sentence, step.first, step.last, grade)
    if step.category == "frequency" and grade == 1:
        limits |= _degree_of(analysis, sentence, harm.first)
    return Graded(
        key,
        analysis.quote(harm.start, harm.end).lower(),
        analysis.quote(step.start, step.end),
        grade,
        limits,
        sentence,
    )


def _denies(analysis: Analysis, sentence: Sentence, step: Cue) -> bool:
    """True where a negation stands in the sentence that is no part of the step word ("hardly anyone")."""
    return any(not _overlap(c, step) for c in analysis.cues_by_category(sentence).get("negation", ()))


def _of_people(analysis: Analysis, sentence: Sentence, step: Cue, key: frozenset[str]) -> Graded:
    grade = int(step.attributes["step"])
    limits = _limits(analysis, sentence, step.first, step.last, grade)
    name = written(analysis, key, sentence)
    return Graded(key, name, analysis.quote(step.start, step.end), grade, limits, sentence)


def _degree_of(analysis: Analysis, sentence: Sentence, first: int) -> frozenset[str]:
    """Which of its degrees is rare: "serious bleeding" may be, where bleeding is common."""
    before = range(max(sentence.first, first - _DEGREE_REACH), first + 1)
    graded = any(c.first in before for c in analysis.cues_by_category(sentence).get("severity", ()))
    return frozenset({"degree:serious"} if graded else ())


def _rated(analysis: Analysis, sentence: Sentence, rate: Rate) -> Iterator[Graded]:
    """The harms that a sentence with one rate is about."""
    share = rate.share
    step = (
        1
        if share < _RARE or (rate.below and share <= _RARE)
        else 3
        if share >= _COMMON and not rate.below
        else 2
    )
    words = analysis.quote(analysis.tokens[rate.first].start, analysis.tokens[rate.last - 1].end)
    scope = analysis.cues_by_category(sentence).get("scope", ())
    counted = [c for c in scope if rate.first <= c.first < rate.last]  # "one woman in five"
    limits = _limits(analysis, sentence, rate.first, rate.last, step)
    limits |= frozenset(scope_of(analysis, counted, (), rate.first, rate.last))
    having = _HAVING.intersection(analysis.norms[rate.last : rate.last + _REACH])
    for harm, key in _harms(analysis, sentence, generally=True):
        if having and harm.last <= rate.first:
            continue  # "the illness varies, with 40 percent of people having pain": that is the share of pain
        degree = _degree_of(analysis, sentence, harm.first)
        own = limits | degree if step == 1 else limits
        name = analysis.quote(harm.start, harm.end).lower()
        yield Graded(key, name, words, step, own, sentence, share, serious=step > 1 and bool(degree))


def _counts_people(analysis: Analysis, sentence: Sentence, rate: Rate) -> bool:
    """True for "1 in 10 users", "a third of all patients" and "affects 5 percent"; not for "98 percent water"."""
    tokens, kinds = analysis.tokens, analysis.kinds
    after = range(rate.last, min(sentence.last, rate.last + _REACH + 1))
    if any(kinds[i] & Kind.PERSON_NOUN for i in after):
        return True
    groups = [c.first for c in analysis.cues_by_category(sentence).get("scope", ()) if c.kind == "population"]
    if any(i in groups for i in after):
        return True
    before = {tokens[i].norm for i in range(max(sentence.first, rate.first - _REACH), rate.first)}
    return not before.isdisjoint(words("amount", "befalls"))


def _limits(analysis: Analysis, sentence: Sentence, first: int, last: int, step: int) -> frozenset[str]:
    """What the grade is limited to: what stands before it, and after it up to the next comma.

    "Temporary" and "most women" are grades here and no limits; rare even at a high dose is rare.
    """
    tokens, prose = analysis.tokens, analysis.article.prose
    comma = prose.find(",", tokens[last - 1].end, sentence.end)
    cues = [
        c
        for c in analysis.cues_by_category(sentence).get("scope", ())
        if not (c.first < last and first < c.last) and (comma < 0 or c.start < comma)
    ]
    found = set(scope_of(analysis, cues, amounts_in(analysis, sentence), sentence.first, sentence.last))
    if step == 1:
        found -= {"dose:high", "time:long"}
    if any(c.kind == "withdrawal" for c in analysis.cues_by_category(sentence).get("property", ())):
        found.discard("time:stopping")  # withdrawal comes of stopping
    return frozenset(found | forms_of(analysis, sentence))


def _harms(
    analysis: Analysis, sentence: Sentence, *, generally: bool = False
) -> Iterator[tuple[Cue, frozenset[str]]]:
    """What can befall somebody, with the key by which it is compared; ``generally`` also side effects of any kind."""
    cues = analysis.cues_by_category(sentence)
    people = [c for c in cues.get("scope", ()) if c.kind == "population"]
    found = [c for c in cues.get("harm", ()) if c.kind == "effect"]
    found += [c for c in cues.get("health", ()) if c.kind == "condition" and not _meets(c, found)]
    found += [c for c in cues.get("health-synonym", ()) if not _meets(c, found)]
    for cue in found:
        if cue.last < sentence.last and analysis.kinds[cue.last] & Kind.PERSON_NOUN:
            continue  # "migraine sufferers"
        before = analysis.tokens[max(sentence.first, cue.first - 2) : cue.first]
        if _meets(cue, people) or any(is_kind(t, Kind.HAVING) for t in before):
            continue  # "people with asthma" are those concerned
        key = content(analysis, cue.first, cue.last, _NOT_A_HARM)
        key = key - {SIDE_EFFECTS} or (key if generally else frozenset())
        if key and not (analysis.topic.acts and key & analysis.topic.key):
            yield cue, key


def _is_range(analysis: Analysis, steps: Sequence[Cue]) -> bool:
    """True for "mild to moderate", "mild or severe", "from rare to common": several grades are meant."""
    if any(analysis.tokens[c.last].norm == "to" for c in steps if c.last < len(analysis.tokens)):
        return True
    return any(
        b.first - a.last <= 1 and abs(int(a.attributes["step"]) - int(b.attributes["step"])) >= _OPPOSITE
        for a, b in pairwise(steps)
    )


def _steps_of(analysis: Analysis, sentence: Sentence, harm: Cue, steps: Sequence[Cue]) -> list[Cue]:
    """The step words that grade a harm: the nearest, and any other beside it ("mild or severe headache")."""
    near = [
        step
        for step in steps
        if (step.last - step.first < harm.last - harm.first or not _overlap(step, harm))
        and _grades(analysis, sentence, step, harm)
        and not _negated(analysis, sentence, step, harm)
    ]
    return (
        near if analysis.topic.acts else [step for step in near if _suffered(analysis, sentence, step, harm)]
    )


def _suffered(analysis: Analysis, sentence: Sentence, step: Cue, harm: Cue) -> bool:
    """True for "people have intense pain": who is said to have the harm, and the step word right before it."""
    onsets = analysis.cues_by_category(sentence).get("onset", ())
    return step.first <= harm.first <= step.last and any(0 <= step.first - c.last <= 1 for c in onsets)


def _grades(analysis: Analysis, sentence: Sentence, step: Cue, harm: Cue) -> bool:
    """Close to each other, or "HARM ... is STEP" with no other harm and no comma between."""
    harms = analysis.cues_by_category(sentence).get("harm", ())
    if any(c is not harm and c.kind == "effect" and _between(c, step, harm) for c in harms):
        return False
    if harm.last <= step.first and _modifies_another(analysis, sentence, step):
        return False
    parting = analysis.tokens[min(step.last, harm.last) : max(step.first, harm.first)]
    if len(parting) <= _REACH and not any(is_kind(token, Kind.SUBORDINATOR) for token in parting):
        return True
    between = analysis.tokens[harm.last : step.first]
    if (
        not between
        or len(between) > _PREDICATE_REACH
        or not any(is_kind(t, Kind.COPULA) for t in between[-2:])
    ):
        return False
    return "," not in analysis.article.prose[harm.end : step.start]


def _modifies_another(analysis: Analysis, sentence: Sentence, step: Cue) -> bool:
    """True for "migraines may have an unlikely culprit": the step word belongs to the noun after it."""
    if step.last >= sentence.last or not analysis.gap(step.last).isspace():
        return False
    return not analysis.kinds[step.last] & (
        Kind.CLOSED | Kind.QUANTITY_NOUN | Kind.CONDITION_NOUN | Kind.VERB
    )


def _in_lower_case(analysis: Analysis, sentence: Sentence, step: Cue) -> bool:
    """False for a capital inside a sentence: "the Common Terminology Criteria"."""
    return step.first == sentence.first or not analysis.article.text[step.start].isupper()


def _negated(analysis: Analysis, sentence: Sentence, step: Cue, harm: Cue) -> bool:
    """True where a negation stands between the two or just before them; one inside the step word is part of it."""
    low, high = min(step.first, harm.first) - _NEGATION_REACH, max(step.last, harm.last)
    return any(
        low <= c.first < high
        and not _overlap(c, step)
        and "," not in analysis.article.prose[c.end : max(c.end, step.start)]
        for c in analysis.cues_by_category(sentence).get("negation", ())
    )


def _predicate(analysis: Analysis, sentence: Sentence, steps: Sequence[Cue]) -> Graded | None:
    """Reads "X is rare" and "X is a harmless condition that ...", whatever X is; a pronoun means the topic."""
    opening = range(sentence.first, min(sentence.first + _PREDICATE_REACH, sentence.last))
    tokens = analysis.tokens
    copula = next((i for i in opening if is_kind(tokens[i], Kind.COPULA)), None)
    step = next((c for c in steps if copula is not None and 0 < c.first - copula <= _REACH), None)
    if copula is None or step is None:
        return None
    if any(c.first < step.last for c in analysis.cues_by_category(sentence).get("negation", ())):
        return None
    if is_kind(tokens[sentence.first], Kind.SOME_WORD) or tokens[sentence.first].norm in ("this", "such"):
        return None
    first = _after_that(analysis, sentence, copula)
    named = next((i for i in range(first + 1, copula) if is_kind(tokens[i], Kind.RELATIVE)), copula)
    if named < copula and is_kind(tokens[named - 1], Kind.PREPOSITION):
        return None  # "infection with that strain"
    if any(is_kind(tokens[i], Kind.SUBORDINATOR | Kind.VERB) for i in range(first, named)):
        return None
    if not _ends_predicate(analysis, sentence, step):
        return None
    key = content(analysis, first, named, _NOT_A_HARM)
    if analysis.topic.acts and not _called_an_illness(analysis, sentence, step):
        key -= analysis.topic.key
    elif not key:
        key = analysis.topic.key
    if not key:
        return None
    name = analysis.quote(tokens[first].start, tokens[max(first, named - 1)].end).lower()
    grade = int(step.attributes["step"])
    limits = _limits(analysis, sentence, step.first, step.last, grade)
    if step.category == "frequency" and grade == 1:
        limits |= _degree_of(analysis, sentence, min(first + _DEGREE_REACH, copula))
    word, whose = analysis.quote(step.start, step.end), holder(analysis, sentence, step)
    return Graded(key, name, word, grade, limits, sentence, holder=whose)


def _called(analysis: Analysis, sentence: Sentence, steps: Sequence[Cue]) -> Graded | None:
    """Reads "X is a rare side effect of Y" and "..., because X is one of the commonest injuries"."""
    found = predicate(analysis, sentence, steps)
    denials = analysis.cues_by_category(sentence).get("negation", ())
    if found is None or any(0 <= found.step.first - c.last <= _NEGATION_REACH for c in denials):
        return None
    step, key = found.step, found.of.key - {SIDE_EFFECTS}
    grade = int(step.attributes["step"])
    if found.of.meant or (analysis.topic.acts and key & topic_names(analysis)):
        return None  # "this side effect", "it": which it is stands in another sentence
    limits = _limits(analysis, sentence, step.first, step.last, grade)
    name = written(analysis, key, sentence)
    return (
        Graded(key, name, analysis.quote(step.start, step.end), grade, limits, sentence, holder=found.holder)
        if key
        else None
    )


def _called_an_illness(analysis: Analysis, sentence: Sentence, step: Cue) -> bool:
    """True for "is a mild illness", "is an emergency": what is graded is no remedy, whatever the topic seems to be."""
    words = analysis.tokens[step.last - 1 : min(sentence.last, step.last + 1)]
    return any(is_kind(t, Kind.ILLNESS_NOUN) or t.norm in ("emergency", "problem") for t in words)


def _after_that(analysis: Analysis, sentence: Sentence, end: int) -> int:
    """Where the statement begins: after "studies show that", else at the sentence's start."""
    reporting = {c.last for c in analysis.cues_by_category(sentence).get("reporting", ())}
    opening = range(sentence.first, min(end - 1, sentence.first + _REPORTED_WITHIN))
    return next(
        (i + 1 for i in opening if analysis.tokens[i].norm == "that" and i in reporting), sentence.first
    )


def _ends_predicate(analysis: Analysis, sentence: Sentence, step: Cue) -> bool:
    """True where the step word grades the subject: not "a rare cause of stroke", not "rare in men"."""
    tokens, last = analysis.tokens, step.last
    while last < sentence.last and is_kind(
        tokens[last], Kind.GENERIC_NOUN | Kind.QUANTITY_NOUN | Kind.CONDITION_NOUN | Kind.DEGREE
    ):
        last += 1
    if last >= sentence.last or is_kind(tokens[last], Kind.COORDINATOR | Kind.PARTING | Kind.RELATIVE):
        return True
    if any(char in analysis.gap(last) for char in ",;:"):
        return True
    meant = _NOT_A_HARM | Kind.SUBSTANCE_NOUN  # "common with this plant"
    commas = (i for i in range(last + 1, sentence.last) if "," in analysis.gap(i))
    rest = content(analysis, last, next(commas, sentence.last), meant) - analysis.topic.key
    return tokens[last].norm in ("with", "of") and (last > step.last or not rest)


def _meets(cue: Cue, others: Sequence[Cue]) -> bool:
    return any(_overlap(cue, other) for other in others)


def _between(other: Cue, one: Cue, two: Cue) -> bool:
    low, high = min(one.last, two.last), max(one.first, two.first)
    return low <= other.first and other.last <= high


def _overlap(a: Cue, b: Cue) -> bool:
    return a.first < b.last and b.first < a.last
