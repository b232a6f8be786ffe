"""What the article calls a replacement, a medicine or independent, against what it says elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from healthscore.checks.base import Hit, once, rule
from healthscore.checks.consistency.classes import classes
from healthscore.checks.consistency.denials import denials, two_sided
from healthscore.checks.consistency.pairs import WHOLLY, conflict, said
from healthscore.checks.consistency.properties import is_denied, sentences_by_property
from healthscore.checks.consistency.things import of_topic
from healthscore.checks.consistency.weighing import Statement, Weighed, reported, weigh
from healthscore.language.analysis import Analysis, Sentence
from healthscore.language.claims import Claim
from healthscore.language.claims.kinds import Kind

_MOST = 12  # claims on either side
_OR_REACH = 3  # tokens between "or" and "together with the usual treatment"
_RULE = "consistency/category-conflict"


@rule
def category_conflict(analysis: Analysis) -> Iterator[Hit]:
    """Finds a treatment put in two classes at once: instead of standard care and alongside it, unique and usual.

    Finds: one thing called a vitamin here and a mineral there, an autoimmune disease and an infection, a drug and
        no drug; the first choice and a last resort; on prescription and without; natural and made in the laboratory;
        on the left and on the right; the
        article's topic called an alternative or replacement in one place and complementary, an add-on
        or no substitute in another; a "unique" way of working that is elsewhere like that of the usual drugs; an
        "independent" review that earns a commission.
    Why it matters: whether to stop the standard treatment is the most dangerous thing to leave unclear.
    Example: "a natural alternative to statins" and, later, "use it alongside your prescribed treatment".
    Instead: say plainly whether it replaces the usual treatment or is added to it, and on what evidence.
    Limits: only the topic's own role is compared, not that of other treatments.
    References: US National Center for Complementary and Integrative Health, Complementary, alternative, or
        integrative health: what's in a name? (definitions of alternative and complementary).
    """
    told = (*denials(analysis), *classes(analysis), *two_sided(analysis))
    yield from reported(analysis, (pair for pair in told if pair.rule == _RULE))
    properties = sentences_by_property(analysis)
    yield from _both(
        properties["independent"],
        properties["paid"],
        "Called independent in one place; paid for, or earning a commission, in another.",
        "Say who pays, at the top, and drop the claim of independence.",
    )
    yield from reported(analysis, only_treatments(analysis))
    if not analysis.topic.acts:
        return
    alternative = [s for s in properties["alternative"] if not is_denied(analysis, s, "alternative")]
    yield from _both(
        [s for s in alternative if of_topic(analysis, s, "alternative") and not _is_a_name(analysis, s)],
        [s for s in properties["adjunct"] if of_topic(analysis, s, "adjunct") and not _either(analysis, s)],
        "Offered as an alternative to the usual treatment in one place, as an addition to it in another.",
        "Say plainly whether it replaces the usual treatment or is added to it.",
    )
    yield from _both(
        [s for s in properties["unique"] if of_topic(analysis, s, "unique")],
        [s for s in properties["similar"] if of_topic(analysis, s, "similar")],
        "Called unique in how it works in one place, and like the usual drugs in another.",
        "Say what it shares with the usual drugs and what not, with a source.",
    )


def _is_a_name(analysis: Analysis, sentence: Sentence) -> bool:
    """True for "nicotine replacement therapy", which is what a treatment is called."""
    return all(
        analysis.norms[cue.first] == "replacement"
        and cue.first > sentence.first
        and not analysis.kinds[cue.first - 1] & Kind.CLOSED
        for cue in analysis.cues_in(sentence, "property")
        if cue.kind == "alternative"
    )


def _either(analysis: Analysis, sentence: Sentence) -> bool:
    """True for "on its own, or together with the usual treatment"."""
    norms = analysis.norms
    return any(
        cue.kind == "adjunct" and "or" in norms[max(sentence.first, cue.first - _OR_REACH) : cue.first]
        for cue in analysis.cues_in(sentence, "property")
    )


@once
def only_treatments(analysis: Analysis) -> list[Weighed]:
    """Every pair of "the only treatment for X is A" and "B cures X", weighed."""
    treating = [c for c in analysis.claims if c.relation == "treats" and not c.negated and c.subject_key]
    only = {s.index for s in analysis.prose_with("property") if _names_only(analysis, s)}
    sole = [c for c in treating if c.sentence in only]
    cures = [c for c in treating if WHOLLY in c.scope]
    return [
        weigh(
            _RULE,
            _of_illness(analysis, one),
            _of_illness(analysis, other),
            1.0,
            f"{one.subject} is called the only treatment here; there {other.subject} {said(other)}.",
            "Say which treatments there are, and how well each works.",
        )
        for one in sole[:_MOST]
        for other in cures[:_MOST]
        if other.object_key == one.object_key and other.subject_key != one.subject_key
    ]


def _names_only(analysis: Analysis, sentence: Sentence) -> bool:
    return any(cue.kind == "only-treatment" for cue in analysis.cues_in(sentence, "property"))


def _of_illness(analysis: Analysis, claim: Claim) -> Statement:
    stated = Statement.of(analysis, claim, claim.subject).of_object()
    return replace(stated, limits=stated.limits - {WHOLLY})


def _both(
    ones: Sequence[Sentence], others: Sequence[Sentence], message: str, suggestion: str
) -> Iterator[Hit]:
    """One hit where both sides are there: the first of each as the pair, then the other places."""
    pair = next(((a, b) for a in ones for b in others if a.index != b.index), None)
    if pair is not None:
        one, other = pair
        yield conflict("warning", message, suggestion, [one, *ones], [other, *others])
