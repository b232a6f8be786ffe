"""Harms that an article names itself: those that its topic does, and those that befall people."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from healthscore.checks.consistency.pairs import states
from healthscore.language.analysis import Analysis, Sentence
from healthscore.language.claims import Claim
from healthscore.language.claims.kinds import Kind
from healthscore.language.cues import Cue

_ONSET_REACH = 5  # tokens between "you may get" and the harm
_OFTEN = 2  # a harm named more often than this is rather the condition that the article is about
_TAKING_PART = frozenset({"participants", "volunteers", "subjects", "men", "women", "children", "adults"})
_SINCE = frozenset({"after", "while", "during", "following", "taking", "on", "when", "using", "treated"})
_EFFECTS = frozenset({"effect", "effects"})
_IS = frozenset("is are was were has have been can may be being".split())
_WHO = frozenset({"who", "whoever"})
_TOLD_BY = frozenset({"by", "in", "among", "for"})
_TAKERS = frozenset("users drinkers takers wearers".split())
_NEAR = 4  # tokens between a harm and what it is called


def named_harms(analysis: Analysis, claims: Sequence[Claim]) -> Iterator[tuple[Sentence, str]]:
    """Sentences in which the topic does harm, or in which a harm befalls people and nothing else brings it."""
    topic = analysis.topic
    benefits, others = set(), set()
    links = {(c.sentence, c.object_key) for c in claims if not c.subject_key.isdisjoint(topic.key)}
    for claim in claims:
        if claim.valence == "benefit":
            benefits.add(claim.sentence)
        elif claim.relation in ("causes", "raises") and claim.subject_key:
            linked = (claim.sentence, claim.subject_key) in links  # "X blocks copper, which leads to anaemia"
            if topic.acts and claim.subject_key.isdisjoint(topic.key) and not linked:
                others.add(claim.sentence)
            elif claim.subject_key == topic.key and claim.valence == "harm":
                yield analysis.sentences[claim.sentence], claim.object.lower()
    for sentence in analysis.prose_with("harm"):
        named = _side_effect_of_topic(analysis, sentence)
        if named is not None:
            yield sentence, analysis.quote(named.start, named.end).lower()
    often = Counter(analysis.stems)
    for sentence in analysis.prose_with("onset"):
        harm = _befalls(analysis, sentence, often) if sentence.index not in benefits | others else None
        if harm is not None:
            yield sentence, analysis.quote(harm.start, harm.end).lower()


def _side_effect_of_topic(analysis: Analysis, sentence: Sentence) -> Cue | None:
    """The harm of "nausea is a common side effect of the tablets", where they are the topic, or nothing else is named."""
    cues = analysis.cues_by_category(sentence)
    words = analysis.words(sentence)
    if "negation" in cues or not states(analysis, sentence):
        return None
    if _EFFECTS.isdisjoint(words):
        return _told_by_takers(analysis, sentence, cues["harm"])
    of = next((i for i, word in enumerate(words[:-2]) if word in _EFFECTS and words[i + 1] == "of"), None)
    if of is None:
        return _called_side_effect(analysis, sentence, cues["harm"])
    after = analysis.stems[sentence.first + of + 2 : sentence.last]
    if analysis.topic.key.isdisjoint(after) or not any(c.kind == "general" for c in cues["harm"]):
        return None
    return next((c for c in cues["harm"] if c.kind == "effect" and c.last <= sentence.first + of), None)


def _called_side_effect(analysis: Analysis, sentence: Sentence, harms: Sequence[Cue]) -> Cue | None:
    """The harm of "heartburn is a known side effect" and "one unwanted effect is heartburn", with which all is said."""
    if not _is_of_topic(analysis, sentence):
        return None
    for one, other in pairwise(harms):
        between = analysis.norms[one.last : other.first]
        told = {one.kind, other.kind} == {"effect", "general"} and other.last == sentence.last
        if told and between and between[0] in _IS and len(between) <= _NEAR:
            return one if one.kind == "effect" else other
    return None


def _told_by_takers(analysis: Analysis, sentence: Sentence, harms: Sequence[Cue]) -> Cue | None:
    """The harm of "dizziness has been reported by some drinkers"."""
    first = next((c for c in harms if c.kind == "effect"), None)
    if first is None or analysis.norms[sentence.last - 1] not in _TAKERS:
        return None
    after = analysis.norms[first.last : sentence.last]
    return (
        first
        if after[0] in _IS and not _TOLD_BY.isdisjoint(after) and _is_of_topic(analysis, sentence)
        else None
    )


def _is_of_topic(analysis: Analysis, sentence: Sentence) -> bool:
    """True where the sentence opens a paragraph, or goes on from one that names the topic."""
    before = analysis.sentences[max(sentence.index - 1, 0)]
    return before.block is not sentence.block or not analysis.topic.key.isdisjoint(
        analysis.stems[before.first : before.last]
    )


def _befalls(analysis: Analysis, sentence: Sentence, often: Mapping[str, int]) -> Cue | None:
    """The harm that a sentence says comes over people ("you may get", "I had"), unless it is what is treated."""
    cues = analysis.cues_by_category(sentence)
    onsets = cues.get("onset", ())
    if "negation" in cues or not states(analysis, sentence):
        return None
    for harm in cues.get("harm", ()):
        stems = analysis.stems[harm.first : harm.last]
        told = any(
            0 <= harm.first - onset.last <= _ONSET_REACH and analysis.norms[onset.first - 1] not in _WHO
            for onset in onsets
        )
        if _were_ill(analysis, sentence, harm):
            continue
        if harm.kind == "effect" and told and all(often[stem] <= _OFTEN for stem in stems):
            return harm
    return None


def _were_ill(analysis: Analysis, sentence: Sentence, harm: Cue) -> bool:
    """True for "fifteen of the patients had asthma": with what they came, unless it came after they took the thing."""
    before = range(sentence.first, harm.first)
    had = any(analysis.norms[i] == "had" for i in before)
    people = any(analysis.kinds[i] & Kind.PERSON_NOUN or analysis.norms[i] in _TAKING_PART for i in before)
    return had and people and _SINCE.isdisjoint(analysis.words(sentence))
