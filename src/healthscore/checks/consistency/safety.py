"""Safety that is asserted in one place, and denied or unknown in another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from healthscore.checks.base import Hit, rule
from healthscore.checks.consistency.pairs import own, places, sentence_span, span
from healthscore.checks.consistency.properties import sentences_by_property
from healthscore.language.analysis import Analysis, Sentence
from healthscore.language.claims import Claim
from healthscore.language.claims.kinds import Kind, is_kind
from healthscore.language.cues import Cue

_MOST_HITS = 2
_ONSET_REACH = 5  # tokens between "you may get" and the harm
_LONGEST = 60  # words
_AIM_REACH = 6  # tokens between "to ensure" and "safe"
_OFTEN = 2  # a harm named more often than this is rather the condition that the article is about


@rule
def safety_conflict(analysis: Analysis) -> Iterator[Hit]:
    """Finds safety that is asserted in one place and denied or unknown in another.

    Finds: "no side effects" or "100% safe" beside a harm that the article itself names; "suitable for everyone"
        beside people who must not take it; "safe" or "safe and effective" beside the statement that its safety
        is not established.
    Why it matters: a reader who sees only the reassuring half is put at risk.
    Example: "This tonic is safe and effective." and, later, "more research is needed to establish its safety".
    Instead: say what has been tested, in whom and for how long, and what has not.
    Limits: "safe use" and "safe dose" are aims, not assertions; safety for other people or doses is not compared.
    References: None: follows from the meaning of the words.
    """
    claims = [claim for claim in own(analysis.claims) if not claim.negated]
    yield from _harmless_but_harms(analysis, claims)
    yield from _everyone_but_some(analysis)
    safe = [c for c in claims if c.object_key == {"safe"} and _asserted(analysis, c)]
    unknown = list(_unknown(analysis, "topic-safety"))
    for claim in _first_by_subject(safe):
        others = [
            s for s in unknown if s.index != claim.sentence and _people(analysis, s) <= _people_of(claim)
        ]
        for sentence in others[:1]:
            yield Hit(
                "error" if claim.certainty >= 0.7 else "warning",
                f"Called “{claim.object}” here; elsewhere its safety is still to be established.",
                "Say what has been tested, in whom and for how long, and what is not known.",
                tuple(sorted((sentence_span(analysis, claim), span(sentence)))),
            )


def _harmless_but_harms(analysis: Analysis, claims: Sequence[Claim]) -> Iterator[Hit]:
    calm = next((c for c in claims if c.object_key == {"harmless"} and not c.scope), None)
    if calm is None:
        return
    passed = {
        calm.sentence,
        *(c.sentence for c in claims if c.valence == "benefit"),
        *_done_by_others(analysis),
    }
    often = Counter(analysis.stems)
    for sentence in analysis.prose_sentences:
        harm = _befalls(analysis, sentence, often) if sentence.index not in passed else None
        if harm is not None:
            yield Hit(
                "error",
                f"“{calm.object}” in one place; {analysis.quote(harm.start, harm.end).lower()} is named as a harm in another.",
                "Name the harms, how often they happen and to whom.",
                tuple(sorted((sentence_span(analysis, calm), span(sentence)))),
            )
            return


def _befalls(analysis: Analysis, sentence: Sentence, often: Mapping[str, int]) -> Cue | None:
    """The harm that a sentence says comes over people ("you may get", "I had"), unless it is what is treated."""
    onsets = analysis.cues_in(sentence, "onset")
    if (
        not onsets
        or analysis.article.text[sentence.end - 1] == "?"
        or analysis.cues_in(sentence, "negation", "voice")
    ):
        return None
    for harm in analysis.cues_in(sentence, "harm"):
        stems = analysis.stems[harm.first : harm.last]
        told = any(0 <= harm.first - onset.last <= _ONSET_REACH for onset in onsets)
        if harm.kind == "effect" and told and all(often[stem] <= _OFTEN for stem in stems):
            return harm
    return None


def _done_by_others(analysis: Analysis) -> Iterator[int]:
    """Sentences in which something else than the topic does harm."""
    topic = analysis.topic
    for claim in analysis.claims if topic.acts else ():
        if (
            claim.relation in ("causes", "raises")
            and claim.subject_key
            and claim.subject_key.isdisjoint(topic.key)
        ):
            yield claim.sentence


def _everyone_but_some(analysis: Analysis) -> Iterator[Hit]:
    """Finds "suitable for everyone" beside those who must not take it; "safe for babies" beside "not for babies"."""
    properties = sentences_by_property(analysis)
    for sentence in properties["for-everyone"]:
        others = [s for s in properties["excludes"] if s.index != sentence.index and _people(analysis, s)]
        if others:
            yield Hit(
                "error",
                "Said to be for everyone, yet elsewhere some are told not to use it.",
                "Say who should not use it where it is recommended.",
                places(sentence, others),
            )
            return


def _people(analysis: Analysis, sentence: Sentence) -> set[str]:
    """The groups of people that a sentence names."""
    return {
        f"population:{c.attributes['group']}"
        for c in analysis.cues_in(sentence, "scope")
        if c.kind == "population"
    }


def _people_of(claim: Claim) -> set[str]:
    return {scope for scope in claim.scope if scope.startswith("population:")}


def _asserted(analysis: Analysis, claim: Claim) -> bool:
    """True for "X is safe", "a safe alternative"; not for "safe use", "to ensure X is safe"."""
    sentence = analysis.sentences[claim.sentence]
    tokens = analysis.tokens[sentence.first : sentence.last]
    place = next(i for i, token in enumerate(tokens) if token.end >= claim.end)
    before = tokens[max(0, place - _AIM_REACH) : place]
    if tokens[place].norm == "safely" or any(is_kind(token, Kind.AIM_WORD) for token in before):
        return False
    return _praises_the_thing(analysis, sentence.first + place + 1, sentence.last)


def _praises_the_thing(analysis: Analysis, index: int, end: int) -> bool:
    """After "safe" (and effective): nothing, a function word, or a noun for the thing itself ("a safe remedy")."""
    while index < end and analysis.tokens[index].norm in ("and", "yet", "effective", "natural"):
        index += 1
    if index >= end or any(
        not char.isspace()
        for char in analysis.article.prose[analysis.tokens[index - 1].end : analysis.tokens[index].start]
    ):
        return True
    token = analysis.tokens[index]
    if is_kind(token, Kind.USE_NOUN):
        return False
    return is_kind(token, Kind.GENERIC_NOUN | Kind.CLOSED) or analysis.stems[index] in analysis.topic.key


def _first_by_subject(claims: Iterable[Claim]) -> list[Claim]:
    first: dict[frozenset[str], Claim] = {}
    for claim in claims:
        first.setdefault(claim.subject_key, claim)
    return list(first.values())[:_MOST_HITS]


def _unknown(analysis: Analysis, topic: str) -> Iterator[Sentence]:
    """Sentences that say of something (``topic-safety``, ``mechanism``) that it is not known."""
    for sentence in analysis.prose_sentences:
        kinds = {cue.kind for cue in analysis.cues_in(sentence, "knowledge")}
        if sentence.last - sentence.first > _LONGEST:  # legal small print, which names every risk at once
            continue
        if (
            any(cue.kind == "conditional" for cue in analysis.cues_in(sentence, "voice"))
            and "needs-research" not in kinds
        ):
            continue
        if topic in kinds and kinds & {"unknown", "needs-research"}:
            yield sentence
