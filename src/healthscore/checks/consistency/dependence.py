"""Said not to be addictive, beside dependence, or withdrawal on stopping."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from healthscore.checks.base import Hit
from healthscore.checks.consistency.pairs import conflict
from healthscore.checks.consistency.things import thing
from healthscore.language.analysis import Analysis, Sentence
from healthscore.language.claims import Claim
from healthscore.language.claims.concepts import content
from healthscore.language.claims.kinds import Kind
from healthscore.language.claims.model import LESSENING
from healthscore.language.cues import Cue

_WITHDRAWAL = frozenset({"withdraw", "=withdrawal-symptom"})
_OF_ANOTHER = frozenset({"smoker", "smokers", "drinker", "drinkers"})  # who stop smoking and drinking
_ON = frozenset({"on", "to"})
_AT_ONCE = frozenset({"sudden", "abrupt"})
_ONCE = frozenset({"single", "once", "occasional", "occasionally"})
_MIXED = frozenset("mix mixed mixing combine combined combining alongside".split())
_MOST_PAIRS = 3
_OPENING_WORDS = 3  # in which a sentence names who or what it is about


def dependence(analysis: Analysis, claims: Sequence[Claim]) -> Iterator[Hit]:
    """Not addictive here; dependence, or withdrawal on stopping, there."""
    calm = [c for c in claims if c.object_key == {"addictive"} and c.negated and not _of_once(analysis, c)]
    if not calm:
        return
    yield from _of_others(analysis, claims, calm)
    places_ = (place for place in _signs_of_dependence(analysis, claims) if place[1] != calm[0].sentence)
    for why, index in islice(places_, _MOST_PAIRS):
        yield conflict(
            "error",
            f"Said not to be addictive (“{calm[0].object}”), yet elsewhere {why}.",
            "Name the risk of dependence, how large it is, and how to stop safely.",
            [analysis.sentences[calm[0].sentence]],
            [analysis.sentences[index]],
        )


def _of_others(analysis: Analysis, claims: Sequence[Claim], calm: Sequence[Claim]) -> Iterator[Hit]:
    """The same of a thing that is not what the article is about, but is named in both places."""
    for one in calm[:_MOST_PAIRS]:
        if not one.subject_key or one.subject_key & analysis.topic.key:
            continue
        signs = [
            analysis.sentences[c.sentence] for c in claims if c.subject_key == one.subject_key and _is_sign(c)
        ]
        signs += [
            s for s in analysis.prose_with("property") if _names_withdrawal(analysis, s, one.subject_key)
        ]
        found = next((s for s in signs if s.index != one.sentence), None)
        if found is not None:
            yield conflict(
                "error",
                f"Said not to be addictive (“{one.object}”), yet elsewhere stopping it brings withdrawal, or people "
                "become dependent.",
                "Name the risk of dependence, how large it is, and how to stop safely.",
                [analysis.sentences[one.sentence]],
                [found],
            )


def _of_once(analysis: Analysis, claim: Claim) -> bool:
    """True for "a single dose does not cause dependence", and for "not addictive in the way that opioids are"."""
    return "degree:partial" in claim.scope or not _ONCE.isdisjoint(
        analysis.words(analysis.sentences[claim.sentence])
    )


def _is_sign(claim: Claim) -> bool:
    return claim.object_key == {"addictive"} and not claim.negated


def _names_withdrawal(analysis: Analysis, sentence: Sentence, thing_: frozenset[str]) -> bool:
    kinds = {cue.kind for cue in analysis.cues_in(sentence, "property")}
    if "withdrawal" not in kinds or not ("stopping" in kinds or _withdraws_from(analysis, sentence)):
        return False
    stops = {cue.start for cue in analysis.cues_in(sentence, "property") if cue.kind == "stopping"}
    eased = any(
        c.relation in LESSENING and c.start not in stops and not c.object_key.isdisjoint(_WITHDRAWAL)
        for c in analysis.claims_in(sentence)
    )
    return not eased and thing_ <= content(analysis, sentence.first, sentence.last)


def _signs_of_dependence(analysis: Analysis, claims: Sequence[Claim]) -> Iterator[tuple[str, int]]:
    """What says that the topic is addictive after all, and in which sentence."""
    for index in _withdrawal_on_stopping(analysis):
        yield "stopping is said to bring withdrawal", index
    for claim in claims:
        if _is_sign(claim) and not claim.subject_key and not _on_something_else(analysis, claim):
            yield "people are said to become dependent", claim.sentence
    for cue in analysis.cues_of("property"):
        if cue.kind == "addictive-class" and _of_topic(analysis, cue):
            yield "it is put in a class of drugs known for dependence", analysis.sentence_at(cue.first).index


def _on_something_else(analysis: Analysis, claim: Claim) -> bool:
    """True for "people become dependent on X" where X is not what the article is about."""
    sentence = analysis.sentences[claim.sentence]
    after = (i for i in range(sentence.first + 1, sentence.last) if analysis.tokens[i].start >= claim.end)
    at = next(after, sentence.last)
    if at + 1 < sentence.last and analysis.norms[at] in _ON:
        at += 1
    if at == sentence.last or analysis.norms[at - 1] not in _ON:
        return False
    named = content(analysis, at, at + 1, Kind.GENERIC_NOUN | Kind.SUBSTANCE_NOUN)
    return bool(named) and named.isdisjoint(analysis.topic.key | analysis.title_terms)


def _of_topic(analysis: Analysis, cue: Cue) -> bool:
    """True where the article's topic, "it" or "this herb" leads up to a cue; not for "never mix it with opioids"."""
    before = range(analysis.sentence_at(cue.first).first, cue.first)
    if not _MIXED.isdisjoint(analysis.norms[i] for i in before):
        return False
    named = Kind.PRONOUN | Kind.SUBSTANCE_NOUN
    return any(analysis.kinds[i] & named or analysis.stems[i] in analysis.topic.key for i in before)


def _withdrawal_on_stopping(analysis: Analysis) -> Iterator[int]:
    """Sentences in which stopping the article's own topic brings withdrawal."""
    for sentence in analysis.prose_with("property"):
        kinds = {cue.kind for cue in analysis.cues_in(sentence, "property")}
        heavy = any(c.attributes["group"] == "high" for c in analysis.cues_in(sentence, "scope"))
        if (
            ({"withdrawal", "stopping"} <= kinds or _withdraws_from(analysis, sentence))
            and not heavy
            and not _stops_something_else(analysis, sentence.index)
        ):
            yield sentence.index


def _withdraws_from(analysis: Analysis, sentence: Sentence) -> bool:
    """True for "withdrawal from the tablets" and "sudden withdrawal"."""
    cues = (c for c in analysis.cues_in(sentence, "property") if c.kind == "withdrawal")
    norms = analysis.norms
    return any(
        (c.last < sentence.last and norms[c.last] == "from")
        or (c.first > sentence.first and norms[c.first - 1] in _AT_ONCE)
        for c in cues
    )


def _stops_something_else(analysis: Analysis, index: int) -> bool:
    """True where the sentence names what is stopped and it is not the topic, or relief of withdrawal is meant."""
    sentence, topic = analysis.sentences[index], analysis.topic.key
    claims = analysis.claims_in(sentence)
    if any(c.relation in LESSENING and not c.object_key.isdisjoint(_WITHDRAWAL) for c in claims):
        return True
    if not topic.isdisjoint(analysis.stems[sentence.first : sentence.last]):
        return False
    if not _OF_ANOTHER.isdisjoint(analysis.words(sentence)):
        return True
    stops = [c for c in analysis.cues_in(sentence, "property") if c.kind == "stopping"]
    if any(thing(analysis, cue).isdisjoint(topic) for cue in stops):
        return True
    cued = {
        i for c in analysis.cues_in(sentence, "property", "scope", "effect") for i in range(c.first, c.last)
    }
    opening = range(sentence.first, min(sentence.first + _OPENING_WORDS, sentence.last))
    named = [
        i
        for i in opening
        if i not in cued and content(analysis, i, i + 1, Kind.GENERIC_NOUN | Kind.VERB | Kind.USE_WORD)
    ]
    return bool(named)
