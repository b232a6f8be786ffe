"""What is explained or asserted in one place, and called unknown in another."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, islice

from msgspec.structs import replace

from healthscore.checks.base import Hit, once, rule
from healthscore.checks.consistency.denials import denials, two_sided
from healthscore.checks.consistency.pairs import conflict, may_be, own, states
from healthscore.checks.consistency.placing.two_sided import unless_told
from healthscore.checks.consistency.proofs import proofs
from healthscore.checks.consistency.questions import questions
from healthscore.checks.consistency.referents import written
from healthscore.checks.consistency.riddles import Cause, open_causes, riddles
from healthscore.checks.consistency.tested import tested
from healthscore.checks.consistency.weighing import Statement, Weighed, reported, weigh
from healthscore.language.analysis import Analysis, Sentence
from healthscore.language.certainty import PLAIN
from healthscore.language.claims import Claim
from healthscore.language.claims.concepts import content
from healthscore.language.claims.kinds import Kind, is_kind
from healthscore.language.claims.scope import limits_of

_RULE = "consistency/knowledge-conflict"
_DOUBTS = ("modal", "adverb", "epistemic-verb")  # kinds of hedge
_DOUBT_REACH = 2  # tokens between "might be" and "due to"
_BECAUSE_REACH = 6  # tokens between an effect and the word that gives its cause
_PAST_REACH = 3  # tokens between "was" and "not known"
_AT_ODDS = 0.74  # an explanation may be meant as a hypothesis
_SUBJECT_REACH = 4  # tokens in which a sentence, or "how ...", names what it is about
_SAME_ROOT = 4  # letters in which "sleep" and "sleepy" agree
_MOST_COMPARED = 12
_PROVEN = frozenset({"proven", "proved", "established", "confirmed", "demonstrated"})
_PRECISELY = frozenset({"exact", "exactly", "precise", "precisely", "fully", "completely"})
_POINTING = frozenset({"this", "these", "that", "they"})
_MECHANISM = frozenset({"mechanism"})


@rule
def knowledge_conflict(analysis: Analysis) -> Iterator[Hit]:
    """Finds what is explained or asserted in one place and called unknown in another.

    Finds: an effect with its cause given ("due to", "by affecting") beside the statement that its mechanism is
        not understood; "the cause of X is unknown" beside "X is caused by ...", "nobody knows why" beside "it is
        beyond doubt that it comes from"; an effect called proven here and never shown or tested there, or
        approved here and not there; a test beside "there is none"; how a thing works, what it is for or where it comes
        from, unknown here and "well understood" there; never tested for a use or in some people, and tested so in
        trials; something called a fact here and an open question ("whether it is ...") there.
    Why it matters: a guess is passed off as an explanation.
    Example: "It thins hair by blocking hormones." and, later, "why hair thins is not understood".
    Instead: call the explanation a hypothesis, name whose it is, and say what is not known.
    Limits: a hedged explanation ("might be due to") is sound and is left alone; "not fully understood" excludes only
        what is said to be understood in full.
    References: None: follows from the meaning of the words.
    """
    causes = [
        *origins(analysis),
        *riddles(analysis),
        *proofs(analysis),
        *questions(analysis),
        *tested(analysis),
    ]
    sides = unless_told(two_sided(analysis), causes)
    denied = (pair for pair in (*denials(analysis), *sides) if pair.rule == _RULE)
    yield from reported(analysis, denied)
    yield from reported(analysis, causes)
    told = list(reported(analysis, mechanisms(analysis)))
    yield from told
    if not told:
        yield from _explained_effects(analysis)
    yield from _open_questions(analysis)


@once
def origins(analysis: Analysis) -> list[Weighed]:
    """Every "the cause of X is not known" against every "X is caused by ...", weighed."""
    causes = [c for c in own(analysis.claims) if c.relation == "causes" and c.object_key]
    claimed = (_of_effect(analysis, c, "unknown") for c in causes if _is_open(analysis, c))
    asked = (_riddle(analysis, cause) for cause in open_causes(analysis))
    unknown = list(islice(chain(claimed, asked), _MOST_COMPARED))
    sure = (c for c in causes if not c.negated and _is_sure(analysis, c))
    known = list(islice(sure, _MOST_COMPARED)) if unknown else []
    return [
        weigh(
            _RULE,
            one,
            _of_effect(analysis, other, "known"),
            _AT_ODDS,
            f"The cause of {other.object.lower()} is said not to be known in one place and is given in another.",
            "Call the explanation a hypothesis, say whose it is, and what is not known.",
        )
        for one in unknown
        for other in known
        if one.sentence.index != other.sentence
        and (_is_proven(analysis, other) or _PRECISELY.isdisjoint(analysis.words(one.sentence)))
    ]


def _riddle(analysis: Analysis, cause: Cause) -> Statement:
    """ "Nobody knows why X comes about" as a statement on X."""
    limits = limits_of(analysis, cause.sentence)
    some = frozenset({"subject:some"}) if _of_some(analysis, cause.sentence) else frozenset()
    return Statement(cause.sentence, "unknown", cause.effect, cause.effect, limits=limits | some)


def _is_sure(analysis: Analysis, claim: Claim) -> bool:
    """True for a plain cause; what only goes along with a thing is none."""
    tied = claim.strength == "correlational"
    return claim.certainty >= PLAIN and not tied and not _leaves_room(analysis, claim)


def _is_open(analysis: Analysis, claim: Claim) -> bool:
    """True for "the cause of X is a mystery"."""
    sentence = analysis.sentences[claim.sentence]
    kinds = {cue.kind for cue in analysis.cues_in(sentence, "knowledge")}
    words = analysis.words(sentence)
    named = "what" in words if claim.negated else "cause" in words  # "it is not known what causes X"
    return "unknown" in kinds and named and not _of_some(analysis, sentence)


def _of_effect(analysis: Analysis, claim: Claim, said: str) -> Statement:
    """A claim on a cause as a statement on what it causes; a dose or a time in it is part of the cause."""
    stated = Statement.of(analysis, claim, said).of_object()
    people = frozenset(x for x in stated.limits if x.startswith(("population:", "people:", "place:")))
    return replace(stated, limits=people, certainty=max(stated.certainty, PLAIN))


def _is_proven(analysis: Analysis, claim: Claim) -> bool:
    """True for "scientists have proven that X is caused by"."""
    return not _PROVEN.isdisjoint(analysis.words(analysis.sentences[claim.sentence]))


def _leaves_room(analysis: Analysis, claim: Claim) -> bool:
    """True where it is so usually, in some, or possibly."""
    sentence = analysis.sentences[claim.sentence]
    return _of_some(analysis, sentence) or may_be(analysis, sentence)


def _of_some(analysis: Analysis, sentence: Sentence) -> bool:
    some = any(is_kind(t, Kind.SOME_WORD) for t in analysis.tokens[sentence.first : sentence.last])
    return some or "frequency" in analysis.cues_by_category(sentence)


@once
def mechanisms(analysis: Analysis) -> list[Weighed]:
    """Every "works by ..." against every "it is not known how it works" of the article's topic, weighed."""
    told = analysis.prose_with("knowledge")
    explained = list(islice((s for s in told if _says_how(analysis, s)), _MOST_COMPARED))
    unknown = list(islice((s for s in told if _how_is_unknown(analysis, s)), _MOST_COMPARED))
    return [
        weigh(
            _RULE,
            Statement(one, "explained", _MECHANISM, _MECHANISM),
            Statement(other, "not understood", _MECHANISM, _MECHANISM),
            _AT_ODDS,
            "How it works is explained in one place and said not to be understood in another.",
            "Call the explanation a hypothesis, say whose it is, and what is not known.",
        )
        for one in explained
        for other in unknown
        if one != other and _of_one_thing(analysis, one, other)
    ]


def _says_how(analysis: Analysis, sentence: Sentence) -> bool:
    """True for "it works by ...", said plainly."""
    cues = analysis.cues_by_category(sentence)
    kinds = {cue.kind for cue in cues.get("knowledge", ())}
    doubted = any(c.kind in _DOUBTS for c in cues.get("hedge", ()))
    return "explains" in kinds and "unknown" not in kinds and not doubted and states(analysis, sentence)


def _how_is_unknown(analysis: Analysis, sentence: Sentence) -> bool:
    """True for "it is not known how the herb eases stress", now and of the topic itself."""
    cues = [c for c in analysis.cues_in(sentence, "knowledge") if c.kind in ("unknown", "mechanism")]
    unknown = next((c for c in cues if c.kind == "unknown"), None)
    if unknown is None or sentence.index in analysis.quoted or _is_past(analysis, sentence, unknown.first):
        return False
    return any(c.kind == "mechanism" for c in cues)


def _of_one_thing(analysis: Analysis, explained: Sentence, unknown: Sentence) -> bool:
    """True where "how the herb works" means what is explained: it is named, or meant by "it" or "the herb"."""
    ours, theirs = (
        content(analysis, s.first, s.last, Kind.VERB | Kind.PERSON_NOUN) - analysis.topic.key
        for s in (explained, unknown)
    )
    alike = {t.lstrip("=")[:_SAME_ROOT] for t in ours} & {t.lstrip("=")[:_SAME_ROOT] for t in theirs}
    if "how" in analysis.words(explained) and not alike:
        return False
    how = next(c for c in analysis.cues_in(unknown, "knowledge") if c.kind == "mechanism")
    meant = range(how.first, min(unknown.last, how.last + _SUBJECT_REACH))
    if any(analysis.kinds[i] & (Kind.SUBSTANCE_NOUN | Kind.PRONOUN) for i in meant):
        return True
    opening = content(analysis, explained.first, min(explained.last, explained.first + _SUBJECT_REACH))
    if analysis.kinds[explained.first] & Kind.PRONOUN:
        opening |= analysis.topic.key
    if not analysis.topic.key.isdisjoint(analysis.stems[explained.first : explained.last]):
        opening |= analysis.topic.key
    return not opening.isdisjoint(analysis.stems[i] for i in meant)


def _is_past(analysis: Analysis, sentence: Sentence, index: int) -> bool:
    before = analysis.tokens[max(sentence.first, index - _PAST_REACH) : index + 1]
    return any(token.norm in ("was", "were", "did", "didn't", "wasn't") for token in before)


def _explained_effects(analysis: Analysis) -> Iterator[Hit]:
    """An effect with its cause given, beside the statement that why it comes about is not understood."""
    unknown = (
        [s for s in analysis.prose_with("knowledge") if _mechanism_unknown(analysis, s)]
        if analysis.topic.acts
        else []
    )
    by_effect: dict[frozenset[str], list[Sentence]] = {}
    for sentence in unknown:
        by_effect.setdefault(_effects_near(analysis, sentence), []).append(sentence)
    because = (
        [s for s in analysis.prose_with("knowledge") if _gives_a_cause(analysis, s)] if by_effect else []
    )
    for about, open_ in islice(by_effect.items(), _MOST_COMPARED):
        explained = [s for s in because if _explains(analysis, s, about)]
        if explained:
            yield conflict(
                "warning",
                f"On {written(analysis, about, explained[0], open_[0])}: explained in one place, and in another said not to "
                "be understood.",
                "Call the explanation a hypothesis, say whose it is, and what is not known.",
                explained,
                open_,
            )


def _gives_a_cause(analysis: Analysis, sentence: Sentence) -> bool:
    kinds = {cue.kind for cue in analysis.cues_in(sentence, "knowledge")}
    return "because" in kinds and "unknown" not in kinds


def _mechanism_unknown(analysis: Analysis, sentence: Sentence) -> bool:
    cues = analysis.cues_in(sentence, "knowledge")
    kinds = {cue.kind for cue in cues}
    understood = any(
        analysis.tokens[cue.last - 1].norm == "understood" for cue in cues if cue.kind == "unknown"
    )
    return "unknown" in kinds and ("mechanism" in kinds or understood)


def _effects_near(analysis: Analysis, sentence: Sentence) -> frozenset[str]:
    """The harms or effects that a sentence speaks of; with "this effect" those of the sentence before."""
    for index in (sentence.index, sentence.index - 1):
        if index < 0:
            break
        here = analysis.sentences[index]
        if index < sentence.index and _POINTING.isdisjoint(analysis.words(sentence)):
            break
        harms = [c for c in analysis.cues_in(here, "harm") if c.kind == "effect"]
        keys = [content(analysis, c.first, c.last) for c in harms]
        if any(keys):
            return frozenset().union(*keys)
    return frozenset()


def _explains(analysis: Analysis, sentence: Sentence, about: frozenset[str]) -> bool:
    """True where a sentence gives, without doubt, the cause of what it is ``about``."""
    if not about or not about <= content(analysis, sentence.first, sentence.last):
        return False
    because = [c for c in analysis.cues_in(sentence, "knowledge") if c.kind == "because"]
    harms = [c for c in analysis.cues_in(sentence, "harm") if content(analysis, c.first, c.last) & about]
    near = [
        b for b in because for h in harms if 0 <= b.first - h.last <= _BECAUSE_REACH
    ]  # not "because of pain"
    doubts = [c for c in analysis.cues_in(sentence, "hedge") if c.kind in _DOUBTS]
    return bool(near) and not any(0 <= near[0].first - c.last <= _DOUBT_REACH for c in doubts)


def _open_questions(analysis: Analysis) -> Iterator[Hit]:
    """Finds "a valuable tool" here, "whether it can be a valuable tool" there."""
    asserted: dict[tuple[str, str], Sentence] = {}
    asked: dict[tuple[str, str], Sentence] = {}
    said: dict[tuple[str, str], str] = {}
    for cue in analysis.cues_of("evaluation"):
        sentence = analysis.sentence_at(cue.first)
        if cue.last >= sentence.last or sentence.block.kind in ("contents", "heading", "reference"):
            continue
        if is_kind(
            analysis.tokens[cue.last], Kind.PREPOSITION | Kind.COORDINATOR | Kind.DETERMINER | Kind.AUXILIARY
        ):
            continue
        praise = (analysis.stems[cue.first], analysis.stems[cue.last])
        said[praise] = analysis.quote(cue.start, analysis.tokens[cue.last].end).lower()
        if "whether" in analysis.words(sentence):
            if any(limit.startswith("time:") for limit in limits_of(analysis, sentence)):
                continue  # "until now it was unknown whether"
            asked.setdefault(praise, sentence)
        elif not analysis.cues_in(sentence, "voice", "negation"):
            asserted.setdefault(praise, sentence)
    for praise, sentence in asked.items():
        if praise in asserted:
            yield conflict(
                "warning",
                f"“{said[praise]}” is a fact in one place and an open question in the other.",
                "Keep it open in both places, or cite what settled it.",
                [sentence],
                [asserted[praise]],
            )
