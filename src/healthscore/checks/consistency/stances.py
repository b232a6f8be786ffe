"""Conflicts of stance: what the article calls known or a replacement, against what it says elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from healthscore.checks.base import Hit, rule
from healthscore.checks.consistency.pairs import places, span
from healthscore.checks.consistency.denials import denials
from healthscore.checks.consistency.properties import is_denied, sentences_by_property
from healthscore.checks.consistency.weighing import reported
from healthscore.language.analysis import Analysis, Sentence
from healthscore.language.claims.concepts import content
from healthscore.language.claims.kinds import Kind, is_kind

_DOUBTS = ("modal", "adverb", "epistemic-verb")  # kinds of hedge
_DOUBT_REACH = 2  # tokens between "might be" and "due to"
_BECAUSE_REACH = 6  # tokens between an effect and the word that gives its cause


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
    unknown = (
        [s for s in analysis.prose_sentences if _mechanism_unknown(analysis, s)]
        if analysis.topic.acts
        else []
    )
    by_effect: dict[frozenset[str], list[Sentence]] = {}
    for sentence in unknown:
        by_effect.setdefault(_effects_near(analysis, sentence), []).append(sentence)
    because = [s for s in analysis.prose_sentences if _gives_a_cause(analysis, s)] if by_effect else []
    for about, open_ in by_effect.items():
        explained = [s for s in because if _explains(analysis, s, about)]
        if explained:
            yield Hit(
                "warning",
                "Explained in one place; in another its mechanism is said not to be understood.",
                "Call the explanation a hypothesis, say whose it is, and what is not known.",
                places(explained[0], [*open_, *explained[1:]]),
            )
    yield from _open_questions(analysis)


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
    near = [b for b in because for h in harms if max(b.first - h.last, h.first - b.last) <= _BECAUSE_REACH]
    doubts = [c for c in analysis.cues_in(sentence, "hedge") if c.kind in _DOUBTS]
    return bool(near) and not any(0 <= near[0].first - c.last <= _DOUBT_REACH for c in doubts)


def _open_questions(analysis: Analysis) -> Iterator[Hit]:
    """Finds "a valuable tool" here, "whether it can be a valuable tool" there."""
    asserted: dict[tuple[str, str], Sentence] = {}
    asked: dict[tuple[str, str], Sentence] = {}
    for cue in analysis.cues_of("evaluation"):
        sentence = analysis.sentence_at(cue.first)
        if cue.last >= sentence.last or sentence.block.kind in ("contents", "heading", "reference"):
            continue
        if is_kind(
            analysis.tokens[cue.last], Kind.PREPOSITION | Kind.COORDINATOR | Kind.DETERMINER | Kind.AUXILIARY
        ):
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
    yield from reported(pair for pair in denials(analysis) if pair.rule == "consistency/category-conflict")
    properties = sentences_by_property(analysis)
    yield from _both(
        properties["independent"],
        properties["paid"],
        "Called independent in one place; paid for, or earning a commission, in another.",
        "Say who pays, at the top, and drop the claim of independence.",
    )
    if not analysis.topic.acts:
        return
    yield from _both(
        [s for s in properties["alternative"] if not is_denied(analysis, s, "alternative")],
        properties["adjunct"],
        "Offered as an alternative to the usual treatment in one place, as an addition to it in another.",
        "Say plainly whether it replaces the usual treatment or is added to it.",
    )
    yield from _both(
        properties["unique"],
        properties["similar"],
        "Called unique in how it works in one place, and like the usual drugs in another.",
        "Say what it shares with the usual drugs and what not, with a source.",
    )


def _both(
    ones: Sequence[Sentence], others: Sequence[Sentence], message: str, suggestion: str
) -> Iterator[Hit]:
    """One hit where both sides are there: the first of each as the pair, then the other places."""
    pair = next(((a, b) for a in ones for b in others if a.index != b.index), None)
    if pair is not None:
        rest = [s for s in dict.fromkeys((*ones, *others)) if s not in pair]
        yield Hit("warning", message, suggestion, places(pair[0], [pair[1], *rest]))
