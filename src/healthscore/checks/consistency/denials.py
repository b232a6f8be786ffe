"""What is asserted in one place and denied in another, claim by claim and word by word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from operator import attrgetter

from msgspec.structs import replace

from healthscore.checks.base import Hit, once, rule
from healthscore.checks.consistency.advice import advices
from healthscore.checks.consistency.dependence import dependence
from healthscore.checks.consistency.effects import directions
from healthscore.checks.consistency.pairs import (
    DIFFERENT,
    WHOLLY,
    candidates,
    conflict,
    may_be,
    only_mentioned,
    own,
    said,
)
from healthscore.checks.consistency.placing.becoming import becoming
from healthscore.checks.consistency.placing.contents import ingredients
from healthscore.checks.consistency.placing.scales import scales
from healthscore.checks.consistency.placing.two_sided import opposed, unless_told
from healthscore.checks.consistency.sentences.aligned import Aligned
from healthscore.checks.consistency.sentences.alignment import Pair, aligned_pairs
from healthscore.checks.consistency.sentences.both_hold import both_hold
from healthscore.checks.consistency.sentences.framed import denies_wholly, forbids_what_is_endorsed
from healthscore.checks.consistency.sentences.swaps import swapped
from healthscore.checks.consistency.weighing import (
    Statement,
    Weighed,
    of_parts,
    reported,
    stated,
    weigh,
)
from healthscore.checks.consistency.whom import befallen
from healthscore.checks.consistency.wording import both_said
from healthscore.language.analysis import Analysis
from healthscore.language.claims import Claim
from healthscore.language.claims.concepts import content
from healthscore.language.claims.model import LESSENING
from healthscore.language.claims.negation import PERMITTED
from healthscore.language.lexicon import groups

_OPENING = 4  # tokens of "a single small dose"
_CURES = frozenset({"cure"})
_HELPS = "treats"  # also the relation of "helps with" and "works for"
_DOES_GOOD = {"lowers", "raises"}
_LESS_OFTEN = {"prevents", "lowers"}
_PROTECTS = frozenset({"protect"})
_TREATS = frozenset({"treat", "treatment", "manag", "control", "correct", "rectifi"})
_STUDIED = frozenset({"studied"})  # for one aim, in some people: ``tested`` holds those against each other
_CONTAINED = 0.85  # likeness of a denial and a sentence that has all its words
_ADDED = 4  # terms that such a sentence may have besides
_WORD_FOR_WORD = 0.95  # likeness from which it does not matter what is said
_BY = frozenset({"by", "with"})
_IT = frozenset({"it", "them", "this", "these"})
_SAID_ALIKE = 3  # words of two sentences in the same words
_PLAIN = 0.7  # certainty from which a claim is made plainly
_ASKED = frozenset({"ask", "asks", "asked", "asking", "question", "questions", "wonder", "hear"})
_OBLIGES = frozenset({"must", "should", "need", "needs", "required"})
_UNDONE = {("has", "not"), ("have", "not"), ("had", "not"), ("did", "not"), ("was", "not"), ("were", "not")}
_MORE = {"raises", "causes"}
_RULE = "consistency/negation-conflict"
_SAID = "said in one place, denied in the other"
_URGED = "called for in one place, advised against in the other"
_SUGGESTION = "Keep the statement that a source supports, or say when each one holds."


@rule
def negation_conflict(analysis: Analysis) -> Iterator[Hit]:
    """Finds what is asserted in one place and denied in another, also through what a word implies.

    Finds: the same claim with and without a negation; "not addictive" beside withdrawal symptoms on stopping
        or a risk of dependence; cures claimed beside a disclaimer of all of them; "free from sugar" beside sugar
        in it; a cure, a treatment or a vaccine beside "there is none"; on an empty stomach and with a meal; advice
        to do a thing and not to do it; an illness caught or inherited, and not; once only, and again; two sentences in
        nearly the same words, one with a negation, or one that frames the other as untrue, unwise or harmless.
    Why it matters: one of the two is false, and often the reassuring one.
    Example: "The spray is not habit-forming." and, later, "Stopping suddenly can bring withdrawal symptoms."
    Instead: state the risk once, with its size and how to stop safely.
    Limits: partial negations ("does not always") and claims on other people, doses or times are left alone, and so is
        what stands under the headings of two cases ("Before the operation", "After it"); what is denied of a part and
        said of the whole makes a note.
    References: Harabagiu, Hickl and Lacatusu 2006, Negation, contrast and contradiction in text processing,
        AAAI.
    """
    told = (*denials(analysis), *two_sided(analysis))
    yield from reported(analysis, (pair for pair in told if pair.rule == _RULE))
    claims = list(own(analysis.claims))
    yield from dependence(analysis, claims)
    yield from _disclaimed(analysis, [claim for claim in claims if not claim.negated])


@once
def denials(analysis: Analysis) -> list[Weighed]:
    """Every pair of an assertion and its denial, or of two ends of one scale, weighed: claims first."""
    return [
        *_of_claims(analysis),
        *ingredients(analysis),
        *advices(analysis),
        *befallen(analysis),
        *(pair for pair in becoming(analysis) if pair.rule == _RULE),
        *scales(analysis),
        *_of_sentences(analysis),
        *unless_told(swapped(analysis), directions(analysis)),
    ]


@once
def two_sided(analysis: Analysis) -> list[Weighed]:
    """The pairs of ``opposed`` that no denial of the ledger reports in other words."""
    return list(unless_told(opposed(analysis), denials(analysis)))


def _of_sentences(analysis: Analysis) -> Iterator[Weighed]:
    """A sentence and another that says the same with a negation."""
    for pair in aligned_pairs(analysis):
        if _one_denies(pair) and not _only_names_it(pair) and not both_hold(pair):
            denial, assertion = (pair.first, pair.second) if pair.first.denials else (pair.second, pair.first)
            framed = denies_wholly(denial, assertion) or forbids_what_is_endorsed(denial, assertion)
            if framed or (not denial.frames and _is_denial_of(denial, assertion, pair.likeness)):
                yield (pair.within(_CONTAINED) if framed else _contained(pair, denial, assertion)).weigh(
                    _RULE,
                    1.0,
                    f"On {pair.words()}: {_SAID if not _advises(denial, assertion) else _URGED}.",
                    _SUGGESTION,
                )


def _advises(denial: Aligned, assertion: Aligned) -> bool:
    """True where one side tells readers what to do, and the other not to."""
    unwise = denial.frames and all(frame.attributes.get("advice") for frame in denial.frames)
    return bool(unwise) or "endorsement" in assertion.cues


def _one_denies(pair: Pair) -> bool:
    """True where one side denies, once: "no home should be without" denies nothing."""
    first, second = pair.first, pair.second
    if bool(first.denials) == bool(second.denials):
        return False
    denial, assertion = (first, second) if first.denials else (second, first)
    return len(denial.cues["negation"]) == 1 and not assertion.lacks


def _only_names_it(pair: Pair) -> bool:
    """True where all that the sentences share is the article's title, of which "Many people ask about X" says nothing."""
    analysis = pair.first.analysis
    titled = analysis.title_terms | analysis.topic.key
    if analysis.title is not None:
        titled |= content(analysis, analysis.title.first, analysis.title.last)
    asked = any(not _ASKED.isdisjoint(_words(side)) for side in (pair.first, pair.second))
    return asked and pair.first.terms & pair.second.terms <= titled


def _contained(pair: Pair, denial: Aligned, assertion: Aligned) -> Pair:
    """The pair, likely enough where the assertion says all that is denied and little besides: "X, a hormone, is made in"."""
    added = len(assertion.terms) - len(denial.terms)
    said_in_it = denial.denied_classes and denial.terms <= assertion.terms and added <= _ADDED
    return replace(pair, likeness=max(pair.likeness, _CONTAINED)) if said_in_it else pair


def _is_denial_of(denial: Aligned, assertion: Aligned, likeness: float) -> bool:
    """True where what one sentence denies is what the other asserts, and not its opposite."""
    mixed = assertion.mixed and (likeness < _WORD_FOR_WORD or not denial.mixed)
    turned = denial.sign * assertion.sign < 0 and not denial.denies_any
    if denial.partial or mixed or turned:
        return False
    if DIFFERENT & assertion.stems - denial.stems or _asked_and_not_done(denial, assertion):
        return False
    if denial.denied_classes and denial.denied_classes.isdisjoint(assertion.classes):
        return False  # "it is not a disease", "it comes of a disease"
    if likeness >= _WORD_FOR_WORD and denial.extent >= _SAID_ALIKE and not denial.denies_effect:
        return True
    if denial.denies_effect:
        related = not denial.denied_relations.isdisjoint(assertion.relations)
        if denial.denied_verbs == _CURES and denial.denied_verbs.isdisjoint(assertion.stems):
            return False  # what has no cure may be controlled
        return related and _of_the_same(denial, assertion, denial.denied_verbs & assertion.stems)
    same = bool(denial.foci) and denial.foci <= assertion.stems
    return same and _of_the_same(denial, assertion, denial.foci)


def _asked_and_not_done(denial: Aligned, assertion: Aligned) -> bool:
    """True for "it must be approved" and "it has not been approved", which may both be so."""
    asked = not _OBLIGES.isdisjoint(_words(assertion))
    return asked and any(pair in _UNDONE for pair in pairwise(_words(denial)))


def _words(unit: Aligned) -> list[str]:
    return unit.analysis.norms[unit.first : unit.last]


def _of_the_same(denial: Aligned, assertion: Aligned, verbs: frozenset[str]) -> bool:
    """True where the same follows a verb in both: against the flu it does not work, against pneumonia it may."""
    for verb in verbs:
        (word, denied), (other, asserted) = denial.after(verb), assertion.after(verb)
        if {word, other} & _IT and word != other:
            return False  # "insurance will not cover it", "it covers the costs"
        if other in _BY and denied and denied not in assertion.terms:
            return False  # "does not prevent colds", "infections are prevented by it"
        alike = word == other or (denial.has_object(verb) and assertion.has_object(verb))
        elsewhere = (
            denied in assertion.terms and asserted in denial.terms
        )  # "suck it out", "it is sucked out"
        if alike and denied and asserted and denied != asserted and not elsewhere:
            return False
    return True


def _of_claims(analysis: Analysis) -> list[Weighed]:
    return [
        _weighed(analysis, a, b, denied)
        for a, b in candidates(analysis.claims, attrgetter("negated"))
        if (denied := _denies(a, b))
        and _STUDIED.isdisjoint(a.object_key)
        and not _leaves_room(analysis, a, b)
        and not (a.relation == "is" and all(may_be(analysis, analysis.sentences[c.sentence]) for c in (a, b)))
        and not only_mentioned(analysis, a)
        and not only_mentioned(analysis, b)
    ]


def _weighed(analysis: Analysis, a: Claim, b: Claim, denied: float) -> Weighed:
    message = _of_property if a.relation == "is" else both_said
    pair = weigh(_rule_for(a), stated(analysis, a), stated(analysis, b), denied, message, _SUGGESTION)
    denial, assertion = (a, b) if a.negated else (b, a)
    return of_parts(pair, assertion, denial)


def _leaves_room(analysis: Analysis, a: Claim, b: Claim) -> bool:
    """True for "can irritate an ulcer" against "does not cause ulcers", and where "a single dose does not"."""
    denial, assertion = (a, b) if a.negated else (b, a)
    first = analysis.sentences[denial.sentence].first
    if {"single", "dose"} <= {*analysis.norms[first : first + _OPENING]}:
        return True
    if denial.relation != assertion.relation and _HELPS in (denial.relation, assertion.relation):
        helping = denial if denial.relation == _HELPS else assertion
        return not _TREATS.isdisjoint(_stems_of(analysis, helping))  # it may ease what it does not treat
    if {denial.relation, assertion.relation} == _LESS_OFTEN:  # and prevent some falls where not all
        return denial.relation == "prevents" and _PROTECTS.isdisjoint(_stems_of(analysis, denial))
    if denial.relation != "causes" or assertion.relation != "raises":
        return False
    if assertion.valence == "benefit":
        return True  # "rashes improve with it", "it does not cause rashes"
    cues = analysis.cues_in(analysis.sentences[assertion.sentence], "effect")
    return any(
        c.attributes.get("valence") == "harm"
        and c.attributes["relation"] != "has"
        and assertion.start <= c.start < assertion.end
        for c in cues
    )


def _stems_of(analysis: Analysis, claim: Claim) -> Iterator[str]:
    sentence = analysis.sentences[claim.sentence]
    tokens = analysis.tokens[sentence.first : sentence.last]
    stems = analysis.stems[sentence.first : sentence.last]
    return (stem for token, stem in zip(tokens, stems, strict=True) if claim.start <= token.start < claim.end)


def _rule_for(claim: Claim) -> str:
    """The rule that speaks of a property said to hold here and not there; effects are this module's own."""
    if claim.relation != "is":
        return _RULE
    return f"consistency/{_rules_of_properties().get(min(claim.object_key), 'negation-conflict')}"


@cache
def _rules_of_properties() -> dict[str, str]:
    return {e.kind: str(e.attributes["rule"]) for e in groups("property") if "rule" in e.attributes}


def _denies(a: Claim, b: Claim) -> float:
    """How far one claim denies what the other says: the same, or any effect at all ("has no effect on"), 0-1."""
    if a.negated == b.negated:
        return 0.0
    denial, assertion = (a, b) if a.negated else (b, a)
    if denial.relation == "affects" and denial.valence == "neutral":
        compared = assertion.relation == "affects" and "correlational" in (a.strength, b.strength)
        return 0.0 if compared or assertion.relation in ("is", "has") else 1.0
    if WHOLLY in denial.scope and WHOLLY not in assertion.scope:
        return 0.0
    both = {denial.relation, assertion.relation}
    if _HELPS in both and both & _DOES_GOOD and {denial.valence, assertion.valence} == {"benefit"}:
        return 1.0  # "relieves headaches", "is of no help with headaches"
    if both == _LESS_OFTEN and {denial.valence, assertion.valence} == {"benefit"}:
        return 1.0  # "lowers the risk of falls", "gives no protection against falls"
    no_risk = denial.relation == "has" and denial.valence == "harm" and assertion.relation in _MORE
    same = denial.relation == assertion.relation or both == _MORE or no_risk
    return 1.0 if same else 0.0


def _of_property(first: Statement, second: Statement) -> str:
    name = first.name or second.name or "one thing"
    return f"Says of {name} “{first.said}” here and “{second.said}” there."


def _disclaimed(analysis: Analysis, asserted: Sequence[Claim]) -> Iterator[Hit]:
    """Claims to treat or prevent, beside "not intended to diagnose, treat, cure or prevent any disease"."""
    cue = next((c for c in analysis.cues_of("property") if c.kind == "disclaimer"), None)
    cures = [
        c
        for c in asserted
        if c.relation in LESSENING
        and c.valence == "benefit"
        and c.certainty >= _PLAIN
        and _of_an_illness(analysis, c)
    ]
    if cue is None or not cures:
        return
    disclaimer = analysis.sentence_at(cue.first)
    claimed = [c for c in cures if c.sentence != disclaimer.index]
    if claimed:
        yield conflict(
            "warning",
            f"“{said(claimed[0])}” is claimed, and elsewhere any such claim is disclaimed.",
            "Claim only what the disclaimer leaves standing, or give the evidence and drop the disclaimer.",
            [disclaimer],
            [analysis.sentences[c.sentence] for c in claimed],
        )


def _of_an_illness(analysis: Analysis, claim: Claim) -> bool:
    """True where what is treated can be suffered from, and none that is approved to treat it: not "managing editor"."""
    sentence = analysis.sentences[claim.sentence]
    cues = analysis.cues_in(sentence, "harm", "health", "health-synonym", "outcome")
    people = {c.start for c in analysis.cues_in(sentence, "scope") if c.kind == "population"}
    object_at = claim.end - len(claim.object)
    return PERMITTED.isdisjoint(analysis.words(sentence)) and any(
        object_at <= cue.start < claim.end and cue.start not in people for cue in cues
    )
