"""Harms that an article names itself: those that its topic does, and those that befall people."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

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


def named_harms(analysis: Analysis, claims: Iterable[Claim]) -> Iterator[tuple[Sentence, str]]:
    """Sentences in which the topic does harm, or in which a harm befalls people and nothing else brings it."""
    topic = analysis.topic
    benefits, others = set(), set()
    for claim in claims:
        if claim.valence == "benefit":
            benefits.add(claim.sentence)
        elif claim.relation in ("causes", "raises") and claim.subject_key:
            if topic.acts and claim.subject_key.isdisjoint(topic.key):
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
    """The harm of "nausea is a common side effect of the tablets", where they are the topic."""
    cues = analysis.cues_by_category(sentence)
    words = analysis.words(sentence)
    if _EFFECTS.isdisjoint(words) or "negation" in cues or not states(analysis, sentence):
        return None
    of = next((i for i, word in enumerate(words[:-2]) if word in _EFFECTS and words[i + 1] == "of"), None)
    if of is None:
        return None
    after = analysis.stems[sentence.first + of + 2 : sentence.last]
    if analysis.topic.key.isdisjoint(after) or not any(c.kind == "general" for c in cues["harm"]):
        return None
    return next((c for c in cues["harm"] if c.kind == "effect" and c.last <= sentence.first + of), None)


def _befalls(analysis: Analysis, sentence: Sentence, often: Mapping[str, int]) -> Cue | None:
    """The harm that a sentence says comes over people ("you may get", "I had"), unless it is what is treated."""
    cues = analysis.cues_by_category(sentence)
    onsets = cues.get("onset", ())
    if "negation" in cues or not states(analysis, sentence):
        return None
    for harm in cues.get("harm", ()):
        stems = analysis.stems[harm.first : harm.last]
        told = any(0 <= harm.first - onset.last <= _ONSET_REACH for onset in onsets)
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
