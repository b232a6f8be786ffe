"""For whom a thing is called safe or suitable, and who is told elsewhere not to use it or may come to harm."""

from __future__ import annotations

from collections.abc import Iterator

from healthscore.checks.consistency.ages import USUAL_AGES, Age, ages_of
from healthscore.checks.consistency.exclusions import (
    excluded_groups,
    excluded_things,
    groups_of,
    populations,
    populations_named,
    same_thing,
    things,
)
from healthscore.checks.consistency.pairs import LATER, is_denied_before, own, states
from healthscore.checks.consistency.properties import is_denied, sentences_by_property, tells_need
from healthscore.checks.consistency.referents import NO_THING
from healthscore.checks.consistency.sentences.aligned import Aligned
from healthscore.checks.consistency.things import FIT
from healthscore.checks.consistency.weighing import Statement, Weighed, weigh
from healthscore.language.analysis import Analysis, Sentence
from healthscore.language.claims import Claim
from healthscore.language.claims.concepts import content
from healthscore.language.claims.kinds import Kind, is_kind
from healthscore.language.claims.quantities import amounts_in, up_to_and_above
from healthscore.language.claims.scope import limits_of

_RULE = "consistency/safety-conflict"
_MOST_COMPARED = 12  # sentences on either side
_NOT_ALL = 0.7  # the harm may come of another dose, or be small
TOPIC = frozenset({"topic"})
_MATTER = frozenset({"safety"})
_TOLD = frozenset({"was", "were", "had", "showed", "reported", "found", "noted", "saw", "experienced"})
_ONE_AGE = frozenset({"people of one age"})
_OTHER_PEOPLE = frozenset(
    {"other", "whose"}
)  # "other children should not", "a man whose partner is pregnant"
_PARTS = frozenset({"trimester", "trimesters", "week", "weeks", "month", "months", "half"})
_WHOLE = frozenset("throughout all any whole entire including through birth every each delivery".split())
_NOTHING = frozenset({"no", "none", "nothing", "neither", "not", "nobody"})
_PLACES = frozenset({"place", "places", "distance", "storage", "container", "cupboard", "spot"})
_DEGREES = frozenset(
    "mild slight slightly moderate early stable controlled treated severe advanced unstable".split()
)
_MANY = frozenset({"adult", "women", "men"})
_SINGLED_OUT = frozenset({"with", "who", "whose", "having", "taking"})


def unsuited(analysis: Analysis) -> Iterator[Weighed]:
    """Every pair of "for everyone" or "for these" and "not for these" or a harm to them, weighed."""
    yield from _everyone_but_some(analysis)
    yield from _suits_but_excluded(analysis)
    yield from _suits_but_harms(analysis)


def _everyone_but_some(analysis: Analysis) -> Iterator[Weighed]:
    """Finds "suitable for everyone" or "no risks" beside those who must not take it."""
    properties = sentences_by_property(analysis)
    fit = (s for s in properties["for-everyone"] if not is_denied(analysis, s, "for-everyone"))
    harmless = (s for s in properties["harmless"] if not limits_of(analysis, s) and not is_told(analysis, s))
    everyone = [*fit, *harmless]
    for sentence in everyone[:_MOST_COMPARED]:
        for other, groups in excluded_groups(analysis)[:_MOST_COMPARED]:
            if other == sentence or not same_thing(analysis, sentence, other):
                continue
            if groups and _meant_for_all(analysis, sentence, groups):
                yield weigh(
                    _RULE,
                    of_safety(sentence, "for everyone"),
                    of_safety(other, "not for some"),
                    1.0,
                    "Said to be safe for everyone, yet elsewhere some are told not to use it.",
                    "Say who should not use it where it is recommended.",
                )


def _suits_but_excluded(analysis: Analysis) -> Iterator[Weighed]:
    """Finds "suitable for babies" here, "not for babies" there; not where an age or a time parts them."""
    for sentence in _suited(analysis):
        for other, groups in excluded_groups(analysis)[:_MOST_COMPARED]:
            both = _told_to(analysis, sentence, other, groups)
            if other == sentence or not both or not same_thing(analysis, sentence, other):
                continue
            if not _leaves_room(analysis, sentence, other, both):
                whom = min(both).replace("=", "").replace("+", " ")
                yield weigh(
                    _RULE,
                    of_safety(sentence, f"safe for {whom}"),
                    of_safety(other, f"not for {whom}"),
                    1.0,
                    "Called safe or suitable at an age here at which it is not to be used there."
                    if both == _ONE_AGE
                    else f"Called safe or suitable for one group ({whom}) here, and not to be used by it there.",
                    "Say who should not use it where it is recommended.",
                )


def _leaves_room(analysis: Analysis, sentence: Sentence, other: Sentence, both: frozenset[str]) -> bool:
    """True where the two are of other people, amounts or kinds, though both speak of ``both``."""
    said = analysis.words(sentence)
    return (
        (_of_some(analysis, sentence, other) and both <= populations())
        or (both == _ONE_AGE and "who" in said)
        or not _OTHER_PEOPLE.isdisjoint(said)
        or _of_other_degree(analysis, sentence, other)
        or up_to_and_above(amounts_in(analysis, sentence), amounts_in(analysis, other))
        or _other_kind(analysis, sentence, other)
    )


def _of_some(analysis: Analysis, sentence: Sentence, other: Sentence) -> bool:
    """True where it is fit for "some women" only, or those excluded are some of them: "women with ...", "who ..."."""
    span = range(sentence.first, sentence.last)
    if any(is_kind(analysis.tokens[i], Kind.SOME_WORD) for i in span):
        return True
    scope = analysis.cues_by_category(other).get("scope", ())
    whole = {c.first for c in scope if c.attributes["group"] != "some"}  # "anyone who is expecting"
    people = (
        i
        for i in range(other.first, other.last - 1)
        if analysis.kinds[i] & Kind.PERSON_NOUN and i + 1 not in whole
    )
    groups = (c.last - 1 for c in scope if c.attributes["group"] != "some" and c.last < other.last)
    singled_out = (i for i in (*people, *groups) if analysis.norms[i + 1] in _SINGLED_OUT)
    return any(i + 1 not in whole for i in singled_out)


def _of_other_degree(analysis: Analysis, sentence: Sentence, other: Sentence) -> bool:
    """True where one speaks of a mild illness, and the other of any, or "most" may who have what some react to."""
    told = [_DEGREES.intersection(analysis.words(s)) for s in (sentence, other)]
    most = any(is_kind(analysis.tokens[i], Kind.SOME_WORD) for i in range(sentence.first, sentence.last))
    return told[0] != told[1] or (most and "who" in analysis.words(other))


def _told_to(
    analysis: Analysis, sentence: Sentence, other: Sentence, excluded: frozenset[str]
) -> frozenset[str]:
    """Whom one sentence calls a thing fit for, and the other tells not to have it; by age, where both name one."""
    ours, theirs = ages_of(analysis, sentence), ages_of(analysis, other)
    if not ours and not theirs:
        if _in_a_part(analysis, sentence) or (
            _in_a_part(analysis, other) and not _all_along(analysis, sentence)
        ):
            return frozenset()
        suited = groups_of(analysis, sentence)
        ill = suited - populations(), excluded - populations()
        if all(ill):
            others = populations_named(analysis, sentence), populations_named(analysis, other)
            apart = all(others) and others[0].isdisjoint(
                others[1]
            )  # "adults with fever", "children with fever"
            return frozenset() if apart else ill[0] & ill[1]
        return (suited - _MANY or suited) & (excluded - _MANY or excluded)
    ours = ours or _usual_ages(groups_of(analysis, sentence), every=_of_every(analysis, sentence))
    theirs = theirs or _usual_ages(excluded)
    youngest = [age.low for age in ours]
    return _ONE_AGE if any(t.holds(age) for t in theirs for age in youngest) else frozenset()


def _other_kind(analysis: Analysis, one: Sentence, other: Sentence) -> bool:
    """True where both name the thing and each another kind of it: "marine collagen" and "bovine collagen"."""
    if _varieties(analysis, one, other) != _varieties(analysis, other, one):
        return True
    shared = things(analysis, one) & excluded_things(analysis, other)
    first, second = (_modifiers(analysis, sentence, shared) for sentence in (one, other))
    return bool(first) and bool(second) and first.isdisjoint(second)


def _varieties(analysis: Analysis, sentence: Sentence, other: Sentence) -> frozenset[str]:
    """The kinds of a thing that one sentence tells and the other does not name; "older people" are none."""
    scope = analysis.cues_by_category(sentence).get("scope", ())
    people = {norm for c in scope for norm in analysis.norms[c.first : c.last]}
    return Aligned.whole(analysis, sentence).varieties - people - set(analysis.words(other))


def _modifiers(analysis: Analysis, sentence: Sentence, terms: frozenset[str]) -> frozenset[str]:
    """The words right before the first mention of a thing that tell a kind of it."""
    span = range(sentence.first, sentence.last)
    at = next((i for i in span if not terms.isdisjoint(content(analysis, i, i + 1))), sentence.first)
    return (
        content(analysis, at - 1, at, NO_THING)
        if at > sentence.first and analysis.gap(at).isspace()
        else frozenset()
    )


def _meant_for_all(analysis: Analysis, sentence: Sentence, groups: frozenset[str]) -> bool:
    """True where nobody is singled out, or "every woman" is, of whom some are excluded."""
    named = groups_of(analysis, sentence)
    return not named or (named <= _MANY and not named.isdisjoint(groups))


def _in_a_part(analysis: Analysis, sentence: Sentence) -> bool:
    """True for "in the last three months" and "in the first trimester"; not for "all nine months"."""
    timed = any(amount.quantity.unit == "time" for amount in amounts_in(analysis, sentence))
    parted = timed or not _PARTS.isdisjoint(analysis.words(sentence))
    return parted and not _all_along(analysis, sentence)


def _all_along(analysis: Analysis, sentence: Sentence) -> bool:
    return not _WHOLE.isdisjoint(analysis.words(sentence))


def _usual_ages(groups: frozenset[str], *, every: bool = False) -> tuple[Age, ...]:
    """The ages at which most of some groups are meant; of ``every`` child the youngest are."""
    found = (USUAL_AGES[group] for group in sorted(groups) if group in USUAL_AGES)
    return tuple(age._replace(low=0) if every and age == USUAL_AGES["children"] else age for age in found)


def _of_every(analysis: Analysis, sentence: Sentence) -> bool:
    return any(c.kind == "for-everyone" for c in analysis.cues_in(sentence, "property"))


def _suited(analysis: Analysis) -> list[Sentence]:
    """The sentences that call a thing safe or suitable."""
    properties = sentences_by_property(analysis)
    found = [
        s
        for kind in FIT
        for s in properties[kind]
        if not is_denied(analysis, s, kind)
        and analysis.norms[s.first] not in _NOTHING
        and not _is_kept_safe(analysis, s)
        and LATER.isdisjoint(analysis.words(s))
        and _is_stated(analysis, s, kind)
    ]
    return found[:_MOST_COMPARED]


def _is_stated(analysis: Analysis, sentence: Sentence, kind: str) -> bool:
    """True for a statement of the article's own; "if you have asthma" after "you may use it" only says for whom."""
    voices = analysis.cues_by_category(sentence).get("voice", ())
    fits = [c for c in analysis.cues_in(sentence, "property") if c.kind == kind]
    whom = all(
        any(
            c.first <= v.first < c.last
            or (v.kind == "conditional" and (c.last <= v.first or tells_need(analysis, sentence, v, c)))
            for c in fits
        )
        for v in voices
    )
    return states(analysis, sentence) or (
        whom and sentence.index not in analysis.quoted and analysis.article.text[sentence.end - 1] != "?"
    )


def _is_kept_safe(analysis: Analysis, sentence: Sentence) -> bool:
    """True for "a safe place where children cannot reach it"."""
    span = range(sentence.first, sentence.last - 1)
    return any(analysis.norms[i] == "safe" and analysis.norms[i + 1] in _PLACES for i in span)


def _names_harm(analysis: Analysis, sentence: Sentence) -> bool:
    """True where a sentence that calls a thing fit names what it may do, or whom it is not for, as well."""
    cues = analysis.cues_by_category(sentence)
    if any(c.kind == "excludes" for c in cues.get("property", ())):
        return True
    return any(
        c.kind in ("effect", "general") and not is_denied_before(analysis, sentence, c)
        for c in cues.get("harm", ())
    )


def _suits_but_harms(analysis: Analysis) -> Iterator[Weighed]:
    """Finds "safe in pregnancy" here, "can harm the unborn baby" there."""
    harms = [c for c in own(analysis.claims) if c.valence == "harm" and not c.negated and c.relation != "is"]
    for sentence in _suited(analysis) if harms else ():
        if _names_harm(analysis, sentence):
            continue
        groups, named = groups_of(analysis, sentence) - _MANY, things(analysis, sentence)
        for harm in harms if groups else ():
            same = bool(harm.subject_key) and harm.subject_key <= named
            if same and groups & _people(harm) and harm.sentence != sentence.index:
                yield weigh(
                    _RULE,
                    of_safety(sentence, "safe for a group"),
                    of_safety(analysis.sentences[harm.sentence], harm.object),
                    _NOT_ALL,
                    f"Called safe for one group here; harm to it ({harm.object.lower()}) is named there.",
                    "Say what is known of the harm to this group, and how large it is.",
                )


def _people(claim: Claim) -> frozenset[str]:
    return frozenset(s.partition(":")[2] for s in claim.scope if s.startswith("population:")) - _MANY


def of_safety(sentence: Sentence, said: str) -> Statement:
    """One side that speaks of the article's topic, for or against its safety."""
    return Statement(sentence, said, TOPIC, _MATTER)


def is_told(analysis: Analysis, sentence: Sentence) -> bool:
    """True where a sentence tells what was seen in a study or by somebody: "there were no side effects"."""
    return not _TOLD.isdisjoint(analysis.words(sentence))
