"""One thing on two sides where there are two only: cured or not, tested or never, first choice or last resort."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import product

from healthscore.checks.base import once
from healthscore.checks.consistency.ages import ages_of
from healthscore.checks.consistency.placing.held import Put, held
from healthscore.checks.consistency.placing.said_of import Said, said
from healthscore.checks.consistency.placing.sides import AXES, sides
from healthscore.checks.consistency.referents import NO_THING, written
from healthscore.checks.consistency.sentences.aligned import Aligned
from healthscore.checks.consistency.weighing import Weighed
from healthscore.language.analysis import Analysis, Sentence
from healthscore.language.certainty import certainty_of
from healthscore.language.claims.circumstances import circumstances_of
from healthscore.language.claims.concepts import content, varieties
from healthscore.language.claims.kinds import Kind
from healthscore.language.claims.scope import forms_of, kinds_of, limits_of
from healthscore.language.cues import Cue

_MOST = 6  # sentences on either side
_DIRECT = 1.0
_LEAD = 2  # tokens of "the tablets"
_BESIDE = 2  # tokens before and after a name
_NO_THING = frozenset({"safeti"})  # is that of a thing
_POINTS = frozenset({"this", "these", "that", "those"})


@once
def opposed(analysis: Analysis) -> list[Weighed]:
    """Every pair of two sides of one axis, said of one thing, weighed."""
    found: list[Weighed] = []
    for kind, both in sides(analysis).items():
        yes = list(_read(analysis, both[False], denied=False))
        no = list(_read(analysis, both[True], denied=True)) if yes else []
        found += [
            _weighed(analysis, kind, one, other, key)
            for one, other in product(yes, no)
            if one.sentence != other.sentence and (key := _shared(analysis, kind, one, other))
        ]
    return found


def unless_told(pairs: Iterable[Weighed], others: Iterable[Weighed]) -> Iterator[Weighed]:
    """The pairs whose sentences are not reported by another reader already."""
    told = {pair.places for pair in others if pair.severity is not None}
    return (pair for pair in pairs if pair.places not in told)


def _read(analysis: Analysis, places: Iterable[tuple[Sentence, Cue]], *, denied: bool) -> Iterator[Said]:
    """What the first sentences of one side say, each by its first phrase that says it of something."""
    read: set[int] = set()
    for sentence, cue in places:
        found = said(analysis, sentence, cue, denied=denied) if sentence.index not in read else None
        if found is not None:
            read.add(sentence.index)
            yield found
        if len(read) == _MOST:
            return


def _weighed(analysis: Analysis, kind: str, one: Said, other: Said, key: frozenset[str]) -> Weighed:
    axis = AXES[kind]
    name = written(analysis, key, one.sentence, other.sentence)
    if axis.paired and key - analysis.topic.key:
        name = written(analysis, key - analysis.topic.key, one.sentence, other.sentence)
    return held(
        axis.rule,
        key,
        kind,
        (_put(analysis, kind, one, other), _put(analysis, kind, other, one)),
        lambda a, b: f"Says of {name} “{a.said}” here and “{b.said}” there.",
        "Keep the statement that a source supports, or say when each one holds.",
        _DIRECT,
    )


def _put(analysis: Analysis, kind: str, here: Said, there: Said) -> Put:
    """One side; without the people that it is said of where the other is said of all, or of what these have."""
    limits, others = _limits(analysis, kind, here.sentence), _limits(analysis, kind, there.sentence)
    every = AXES[kind].all is there.denied
    known = there.named | analysis.topic.key
    covered = frozenset(x for x in limits - others if _is_covered(x, known, every=every))
    certainty = certainty_of(analysis.cues_in(here.sentence, "hedge", "booster"))
    return Put(here.sentence, here.words, limits - covered, certainty)


def _limits(analysis: Analysis, kind: str, sentence: Sentence) -> frozenset[str]:
    limits = limits_of(analysis, sentence) | forms_of(analysis, sentence)
    limits -= {f"place:{name}" for name in analysis.topic.key}  # "in Parkinson's disease"
    if kind == "with-food":
        return limits - {"setting:empty-stomach", "form:food"}  # and breakfast is no moment, but a meal
    limits -= {"time:stopping"} if kind == "stoppable" else set()
    return limits | circumstances_of(analysis, sentence) | kinds_of(analysis, sentence)


def _is_covered(limit: str, known: frozenset[str], *, every: bool) -> bool:
    """True for people of whom the other side is said as well; not for animals."""
    kind, _, whom = limit.partition(":")
    if kind == "people":
        return every or not known.isdisjoint(whom.split("+"))
    return every and kind == "population" and whom not in ("animal", "laboratory")


def _shared(analysis: Analysis, kind: str, one: Said, other: Said) -> frozenset[str]:
    """The thing of which both are said, as terms; none where it may be another, or is said for another use."""
    if one.stages != other.stages:
        return frozenset()
    if AXES[kind].paired:
        return _two_things(analysis, one, other)
    key = one.key & other.key
    stood_for = [_stood_for(analysis, side) for side in (one, other)]
    if kind != "driving" and all(stood_for):
        key = one.named & other.named  # "the cream" in both
    elif not key:
        key = (one.key & other.named) or (other.key & one.named)
    elif not (one.meant or other.meant or one.key <= other.key or other.key <= one.key):
        return frozenset()
    if key <= _NO_THING or _of_another(analysis, one.sentence, other.sentence, key):
        return frozenset()
    if AXES[kind].aim and _aims_apart(one, other, key | analysis.title_terms):
        return frozenset()
    if AXES[kind].standing and bool(one.aim - key) != bool(other.aim - key):
        return frozenset()  # not approved for this use, and for others
    return key


def _stood_for(analysis: Analysis, said: Said) -> bool:
    """True where "it" or "this paste" is all that tells of what it is said."""
    if analysis.norms[said.sentence.first] in _POINTS:
        return True
    return said.meant and (said.key | analysis.topic.key).isdisjoint(said.named)


def _two_things(analysis: Analysis, one: Said, other: Said) -> frozenset[str]:
    """The two things that both sides name, of which one may be the topic, as "it" or in so many words."""
    topic = analysis.topic.key | analysis.title_terms
    both = one.named & other.named
    of_topic = all(not topic.isdisjoint(side.named | side.key) for side in (one, other))
    apart = _of_another(analysis, one.sentence, other.sentence, both)
    stands = [analysis.stems[i] for i in _generic_lead(analysis, one.sentence)]
    both -= frozenset(stands)  # "the tablets", which stand for the topic
    both -= {t for t in both if _is_form(analysis, one.sentence, t)} - topic
    if _modified_apart(analysis, one.sentence, other.sentence, both - topic):
        return frozenset()
    in_words = all(not topic.isdisjoint(side.named) for side in (one, other)) or not of_topic
    if apart or not (both - topic if of_topic else both):
        return frozenset()
    return both if not in_words or _lie_apart(analysis, one.sentence, both) else frozenset()


def _is_form(analysis: Analysis, sentence: Sentence, term: str) -> bool:
    """True for the tablets of "iron tablets", which are the iron, and for "absorbed", which is no thing."""
    forms = Kind.FORM_NOUN, Kind.SUBSTANCE_NOUN
    at = [i for i in range(sentence.first, sentence.last) if analysis.stems[i] == term]
    return any(analysis.norms[i].endswith("ed") or all(map(analysis.kinds[i].__and__, forms)) for i in at)


def _modified_apart(analysis: Analysis, one: Sentence, other: Sentence, terms: frozenset[str]) -> bool:
    """True for "grapefruit juice" and "orange juice": another word stands right before the same noun."""
    for term in terms:
        before = [
            frozenset().union(
                *(
                    content(analysis, i - 1, i, NO_THING)
                    for i in _places(analysis, s, frozenset({term}))
                    if i > s.first
                )
            )
            for s in (one, other)
        ]
        if all(before) and before[0].isdisjoint(before[1]):
            return True
    return False


def _generic_lead(analysis: Analysis, sentence: Sentence) -> Iterator[int]:
    """The tokens of "the tablets" where a sentence begins with them."""
    for index in range(sentence.first, min(sentence.first + _LEAD, sentence.last)):
        if analysis.kinds[index] & NO_THING and analysis.norms[sentence.first] in ("the", "these", "this"):
            yield index


def _lie_apart(analysis: Analysis, sentence: Sentence, terms: frozenset[str]) -> bool:
    """True where terms stand in two places of a sentence, and are not the words of one name."""
    at = _places(analysis, sentence, terms)
    return bool(at) and at[-1] - at[0] > 1


def _places(analysis: Analysis, sentence: Sentence, terms: frozenset[str]) -> list[int]:
    """The tokens at which a sentence names any of some terms."""
    stems, concepts = analysis.stems, analysis.concepts
    span = range(sentence.first, sentence.last)
    return [i for i in span if stems[i] in terms or (i in concepts and concepts[i][1] in terms)]


def _of_another(analysis: Analysis, one: Sentence, other: Sentence, key: frozenset[str]) -> bool:
    """True where single letters, or words like "decaffeinated" beside a name, tell two kinds of a thing apart."""
    ages = ages_of(analysis, one), ages_of(analysis, other)
    if all(ages) and ages[0] != ages[1]:
        return True
    return _variety(analysis, one, key) != _variety(analysis, other, key)


def _variety(analysis: Analysis, sentence: Sentence, key: frozenset[str]) -> frozenset[str]:
    at = next(iter(_places(analysis, sentence, key)), sentence.first)
    first, last = max(sentence.first, at - _BESIDE), min(sentence.last, at + _BESIDE)
    names = Aligned.whole(analysis, sentence).names.intersection(analysis.norms[first:last])
    return varieties(analysis, first, last) | names


def _aims_apart(one: Said, other: Said, thing: frozenset[str]) -> bool:
    """True where each is said for a use that the other does not name."""
    ours, theirs = one.aim - thing, other.aim - thing
    alike = _is_named(ours, other.named) or _is_named(theirs, one.named)
    return bool(ours and theirs) and not alike


def _is_named(terms: frozenset[str], named: frozenset[str]) -> bool:
    """True where terms are named, or a word of a concept is: "weight" of weight loss; not one type by another."""
    if not terms.isdisjoint(named):
        return True
    return any(not _words_of(a).isdisjoint(b) for a, b in ((terms, named), (named, terms)))


def _words_of(terms: frozenset[str]) -> frozenset[str]:
    """The words in the names of concepts."""
    return frozenset(word for term in terms if term[0] == "=" for word in term[1:].split("-"))
