"""Conflicts of stance: what the article calls safe, known or a replacement, against what it says elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from healthscore.checks.base import Hit, rule
from healthscore.checks.consistency.pairs import own, places, sentence_span, span
from healthscore.language.analysis import Analysis, Sentence
from healthscore.language.claims import Claim
from healthscore.language.claims.concepts import content
from healthscore.language.claims.grammar import is_kind
from healthscore.language.cues import Cue

_MOST_HITS = 2
_ONSET_REACH = 5  # tokens between "you may get" and the harm
_LONGEST = 60  # words
_BECAUSE_REACH = 6  # tokens between an effect and the word that gives its cause
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
        others = [s for s in unknown if s.index != claim.sentence and _people(analysis, s) <= _people_of(claim)]
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
    helped = {c.sentence for c in claims if c.valence == "benefit"}
    for sentence in analysis.prose_sentences:
        harm = _befalls(analysis, sentence) if sentence.index not in (calm.sentence, *helped) else None
        if harm is not None:
            yield Hit(
                "error",
                f"“{calm.object}” in one place; {analysis.quote(harm.start, harm.end).lower()} is named as a harm in another.",
                "Name the harms, how often they happen and to whom.",
                tuple(sorted((sentence_span(analysis, calm), span(sentence)))),
            )
            return


def _befalls(analysis: Analysis, sentence: Sentence) -> Cue | None:
    """The harm that a sentence says comes over people ("you may get", "I had"), unless it is what is treated."""
    if analysis.article.text[sentence.end - 1] == "?" or analysis.cues_in(sentence, "negation", "voice"):
        return None
    onsets = analysis.cues_in(sentence, "onset")
    for harm in analysis.cues_in(sentence, "harm"):
        stems = analysis.stems[harm.first : harm.last]
        told = any(0 <= harm.first - onset.last <= _ONSET_REACH for onset in onsets) and not _by_another(analysis, sentence, harm)
        if harm.kind == "effect" and told and all(analysis.stems.count(stem) <= _OFTEN for stem in stems):
            return harm
    return None


def _by_another(analysis: Analysis, sentence: Sentence, harm: Cue) -> bool:
    """True where the sentence says that something else than the topic does the harm."""
    topic = analysis.topic.key
    return any(
        c.sentence == sentence.index and c.start <= harm.start < c.end and c.subject_key and c.subject_key.isdisjoint(topic)
        for c in analysis.claims
        if c.relation in ("causes", "raises") and analysis.topic.acts
    )


def _everyone_but_some(analysis: Analysis) -> Iterator[Hit]:
    """"Suitable for everyone" beside those who must not take it; "safe for babies" beside "not for babies"."""
    excluded = _property_sentences(analysis, "excludes")
    for sentence in _property_sentences(analysis, "for-everyone"):
        others = [s for s in excluded if s.index != sentence.index and _people(analysis, s)]
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
    return {f"population:{c.attributes['group']}" for c in analysis.cues_in(sentence, "scope") if c.kind == "population"}


def _people_of(claim: Claim) -> set[str]:
    return {scope for scope in claim.scope if scope.startswith("population:")}


def _property_sentences(analysis: Analysis, kind: str) -> list[Sentence]:
    """Sentences with a property of one kind that the article says in its own voice, unconditionally."""
    return [
        sentence
        for sentence in analysis.prose_sentences
        for cue in [c for c in analysis.cues_in(sentence, "property") if c.kind == kind][:1]
        if not any(v.kind != "conditional" or v.first < cue.first for v in analysis.cues_in(sentence, "voice"))
    ]


def _denied(analysis: Analysis, sentence: Sentence, kind: str) -> bool:
    """True where a negation stands beside the property and is no part of its own phrase ("instead of")."""
    own = [c for c in analysis.cues_in(sentence, "property") if c.kind == kind]
    return any(
        not any(c.first <= negation.first < c.last for c in own) for negation in analysis.cues_in(sentence, "negation")
    )


def _asserted(analysis: Analysis, claim: Claim) -> bool:
    """True for "X is safe", "a safe alternative"; not for "safe use", "to ensure X is safe"."""
    sentence = analysis.sentences[claim.sentence]
    tokens = analysis.tokens[sentence.first : sentence.last]
    place = next(i for i, token in enumerate(tokens) if token.end >= claim.end)
    before = tokens[max(0, place - _AIM_REACH) : place]
    if tokens[place].norm == "safely" or any(is_kind(token, "aim-word") for token in before):
        return False
    return _praises_the_thing(analysis, sentence.first + place + 1, sentence.last)


def _praises_the_thing(analysis: Analysis, index: int, end: int) -> bool:
    """After "safe" (and effective): nothing, a function word, or a noun for the thing itself ("a safe remedy")."""
    while index < end and analysis.tokens[index].norm in ("and", "yet", "effective", "natural"):
        index += 1
    if index >= end or any(not char.isspace() for char in analysis.article.prose[analysis.tokens[index - 1].end : analysis.tokens[index].start]):
        return True
    token = analysis.tokens[index]
    if is_kind(token, "use-noun"):
        return False
    closed = ("preposition", "coordinator", "subordinator", "auxiliary", "determiner", "adverb", "pronoun")
    return is_kind(token, "generic-noun", *closed) or analysis.stems[index] in analysis.topic.key


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
        if any(cue.kind == "conditional" for cue in analysis.cues_in(sentence, "voice")) and "needs-research" not in kinds:
            continue
        if topic in kinds and kinds & {"unknown", "needs-research"}:
            yield sentence


@rule
def knowledge_conflict(analysis: Analysis) -> Iterator[Hit]:
    """Finds what is explained or asserted in one place and called unknown in another.

    Finds: an effect with its cause given ("due to", "by affecting") beside the statement that its mechanism is
        not understood; something called a fact here and an open question ("whether it is ...") there.
    Why it matters: a guess is passed off as an explanation.
    Example: "It thins hair by blocking hormones." and, later, "why hair thins is not understood".
    Instead: call the explanation a hypothesis, name whose it is, and say what is not known.
    Limits: a hedged explanation ("might be due to") is sound and is left alone.
    References: None: follows from the meaning of the words.
    """
    unknown = [s for s in analysis.prose_sentences if _mechanism_unknown(analysis, s)] if analysis.topic.acts else []
    by_effect: dict[frozenset[str], list[Sentence]] = {}
    for sentence in unknown:
        by_effect.setdefault(_effects_near(analysis, sentence), []).append(sentence)
    for about, open_ in by_effect.items():
        explained = [s for s in analysis.prose_sentences if s not in open_ and _explains(analysis, s, about)]
        if explained:
            yield Hit(
                "warning",
                "Explained in one place; in another its mechanism is said not to be understood.",
                "Call the explanation a hypothesis, say whose it is, and what is not known.",
                places(explained[0], [*open_, *explained[1:]]),
            )
    yield from _open_questions(analysis)


def _mechanism_unknown(analysis: Analysis, sentence: Sentence) -> bool:
    cues = analysis.cues_in(sentence, "knowledge")
    kinds = {cue.kind for cue in cues}
    understood = any(analysis.tokens[cue.last - 1].norm == "understood" for cue in cues if cue.kind == "unknown")
    return "unknown" in kinds and ("mechanism" in kinds or understood)


def _effects_near(analysis: Analysis, sentence: Sentence) -> frozenset[str]:
    """The harms or effects that a sentence speaks of; with "this effect" those of the sentence before."""
    for index in (sentence.index, sentence.index - 1):
        if index < 0:
            break
        here = analysis.sentences[index]
        harms = [c for c in analysis.cues_in(here, "harm") if c.kind == "effect"]
        keys = [content(analysis, c.first, c.last) for c in harms]
        if any(keys):
            return frozenset().union(*keys)
    return frozenset()


def _explains(analysis: Analysis, sentence: Sentence, about: frozenset[str]) -> bool:
    because = [c for c in analysis.cues_in(sentence, "knowledge") if c.kind == "because"]
    if not because or not about:
        return False
    harms = [c for c in analysis.cues_in(sentence, "harm") if content(analysis, c.first, c.last) & about]
    near = [
        b for b in because for h in harms if max(b.first - h.last, h.first - b.last) <= _BECAUSE_REACH
    ]
    if not near:
        return False
    said = content(analysis, sentence.first, sentence.last)
    hedged = [c for c in analysis.cues_in(sentence, "hedge") if 0 <= near[0].first - c.last <= 2]
    kinds = {cue.kind for cue in analysis.cues_in(sentence, "knowledge")}
    return about <= said and not hedged and "unknown" not in kinds


def _open_questions(analysis: Analysis) -> Iterator[Hit]:
    """"a valuable tool" here, "whether it can be a valuable tool" there."""
    asserted: dict[tuple[str, str], Sentence] = {}
    asked: dict[tuple[str, str], Sentence] = {}
    for cue in analysis.cues_of("evaluation"):
        sentence = analysis.sentence_at(cue.first)
        if cue.last >= sentence.last or sentence.block.kind in ("contents", "heading", "reference"):
            continue
        if is_kind(analysis.tokens[cue.last], "preposition", "coordinator", "determiner", "auxiliary"):
            continue
        praise = (analysis.stems[cue.first], analysis.stems[cue.last])
        if "whether" in analysis.words(sentence):
            asked.setdefault(praise, sentence)
        elif not analysis.cues_in(sentence, "voice", "negation"):
            asserted.setdefault(praise, sentence)
    for praise, sentence in asked.items():
        if praise in asserted:
            yield Hit(
                "warning",
                f"“{' '.join(praise)}” is a fact in one place and an open question in the other.",
                "Keep it open in both places, or cite what settled it.",
                tuple(sorted((span(sentence), span(asserted[praise])))),
            )


@rule
def category_conflict(analysis: Analysis) -> Iterator[Hit]:
    """Finds a treatment put in two classes at once: instead of standard care and alongside it, unique and usual.

    Finds: the article's topic called an alternative or replacement in one place and complementary, an add-on
        or no substitute in another; a "unique" way of working that is elsewhere like that of the usual drugs; an
        "independent" review that earns a commission.
    Why it matters: whether to stop the standard treatment is the most dangerous thing to leave unclear.
    Example: "a natural alternative to statins" and, later, "use it alongside your prescribed treatment".
    Instead: say plainly whether it replaces the usual treatment or is added to it, and on what evidence.
    Limits: only the topic's own role is compared, not that of other treatments.
    References: US National Center for Complementary and Integrative Health, Complementary, alternative, or
        integrative health: what's in a name? (definitions of alternative and complementary).
    """
    yield from _both(
        _property_sentences(analysis, "independent"),
        _property_sentences(analysis, "paid"),
        "Called independent in one place; paid for, or earning a commission, in another.",
        "Say who pays, at the top, and drop the claim of independence.",
    )
    if not analysis.topic.acts:
        return
    yield from _both(
        [s for s in _property_sentences(analysis, "alternative") if not _denied(analysis, s, "alternative")],
        _property_sentences(analysis, "adjunct"),
        "Offered as an alternative to the usual treatment in one place, as an addition to it in another.",
        "Say plainly whether it replaces the usual treatment or is added to it.",
    )
    yield from _both(
        _property_sentences(analysis, "unique"),
        _property_sentences(analysis, "similar"),
        "Called unique in how it works in one place, and like the usual drugs in another.",
        "Say what it shares with the usual drugs and what not, with a source.",
    )


def _both(ones: Sequence[Sentence], others: Sequence[Sentence], message: str, suggestion: str) -> Iterator[Hit]:
    """One hit where both sides are there: the first of each as the pair, then the other places."""
    pair = next(((a, b) for a in ones for b in others if a.index != b.index), None)
    if pair is not None:
        rest = [s for s in dict.fromkeys((*ones, *others)) if s not in pair]
        yield Hit("warning", message, suggestion, places(pair[0], [pair[1], *rest]))
