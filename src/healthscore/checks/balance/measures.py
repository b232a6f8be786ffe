"""The numbers of balance: how much is told of harms, other choices and limits, and how loudly it is sold."""

from __future__ import annotations

from healthscore.checks.balance.advocacy import recommends
from healthscore.checks.balance.choices import others_named
from healthscore.checks.balance.statements import Reading, read
from healthscore.checks.base import Evidence, Measurement, counted, measure, share, share_that

_CAUTIONS = (
    "who-should-not",
    "interaction",
    "pregnancy",
    "condition",
    "seek-help",
    "limit",
    "limits-of-knowledge",
)
_SATURATED = 5


@measure("share", 0, 1)
def harm_share(evidence: Evidence) -> Measurement:
    """Share of the sentences on what a treatment does that tell of harm, not of benefit."""
    reading = read(evidence.analysis)
    harmful, praised = len(reading.harms), len(reading.praises)
    return share(harmful, harmful + praised, f"{counted(harmful, 'sentence')} on harm, {praised} on benefit")


@measure("share", 0, 1)
def praise_share(evidence: Evidence) -> Measurement:
    """Share of all sentences that praise a treatment."""
    reading = read(evidence.analysis)
    total = len(reading.statements)
    return share_that(len(reading.praises), total, "sentence", "praises a treatment", "praise a treatment")


@measure("harms", 0, _SATURATED)
def harms_named(evidence: Evidence) -> Measurement:
    """Different moderate or serious harms of treatment that are called by name, up to five."""
    cues = [
        c for s in read(evidence.analysis).harms for c in s.named if c.attributes["severity"] != "trivial"
    ]
    names = {evidence.analysis.stems[c.first : c.last] for c in cues}
    return Measurement(
        min(len(names), _SATURATED), f"{counted(len(names), 'moderate or serious harm')} called by name"
    )


@measure("treatments", 0, _SATURATED)
def alternatives_named(evidence: Evidence) -> Measurement:
    """Different treatments besides the article's own that are called by name, up to five."""
    names = others_named(evidence.analysis, read(evidence.analysis))
    return Measurement(
        min(len(names), _SATURATED), f"{counted(len(names), 'other treatment')} called by name"
    )


@measure("weighted cues per sentence", 0)
def promotion_density(evidence: Evidence) -> Measurement:
    """Promotional words per sentence, plainly promotional ones counting twice."""
    reading = read(evidence.analysis)
    promoting = [s for s in reading.everything if s.hype]
    plain, weight = sum(s.promotion for s in promoting), sum(s.hype for s in promoting)
    cues, total = weight - plain, len(reading.statements)
    said = f"{counted(cues, 'promotional cue')} in {counted(total, 'sentence')}"
    some = "" if plain == cues else f"{plain} of them "
    twice = f", {some}plain and counted twice" if plain else ""
    return share(weight, total, said + twice, (s.span for s in promoting))


@measure("share", 0, 1)
def caution_share(evidence: Evidence) -> Measurement:
    """Share of sentences that say who should be careful, with what, when to get help, or what is not known."""
    reading = read(evidence.analysis)
    cautious = len(reading.holding("caution", *_CAUTIONS))
    total = len(reading.statements)
    return share_that(cautious, total, "sentence", "cautions", "caution")


@measure("share", 0, 1)
def decision_support(evidence: Evidence) -> Measurement:
    """Share of sentences that help to choose: preferences, pros and cons, questions, whom to ask."""
    reading = read(evidence.analysis)
    found = len(reading.holding("shared-decision"))
    total = len(reading.statements)
    return share_that(found, total, "sentence", "helps to choose", "help to choose")


@measure("mentions per sentence", 0)
def no_treatment(evidence: Evidence) -> Measurement:
    """Mentions per sentence of waiting, the natural course, or what happens without treatment."""
    reading = read(evidence.analysis)
    found = len(reading.holding("no-treatment"))
    return _per_sentence(reading, found, f"{counted(found, 'mention')} of going without treatment")


@measure("mentions per sentence", 0)
def quality_of_life(evidence: Evidence) -> Measurement:
    """Mentions per sentence of daily life: work, sleep, family, cost, recovery."""
    reading = read(evidence.analysis)
    found = len(reading.holding("quality-of-life"))
    return _per_sentence(reading, found, f"{counted(found, 'mention')} of daily life")


@measure("share", 0, 1)
def one_sidedness(evidence: Evidence) -> Measurement:
    """How far the text leans: praise and promotion, less harms and cautions, as a share of all sentences."""
    reading = read(evidence.analysis)
    plain = [s for s in reading.statements if s.praise or s.promotion]
    cautious = {s.place for s in reading.holding("caution", *_CAUTIONS)}
    other = cautious.union(s.place for s in reading.harms)
    leaning = max(0, len(plain) - len(other))
    total = len(reading.statements)
    return share(
        leaning,
        total,
        f"for a treatment: {counted(len(plain), 'sentence')}; warning or limiting: {len(other)}",
        (s.span for s in plain),
    )


@measure("sides", 0, 5)
def sides_told(evidence: Evidence) -> Measurement:
    """How many of five sides are told: harms, who should be careful, other treatments, none, the reader's part."""
    reading = read(evidence.analysis)
    sides = {
        "harms": bool(reading.harms),
        "cautions": reading.has("caution", *_CAUTIONS),
        "other treatments": bool(others_named(evidence.analysis, reading)),
        "going without": reading.has("no-treatment"),
        "the reader's part": reading.has("shared-decision"),
    }
    told = [name for name, is_told in sides.items() if is_told]
    return Measurement(len(told), f"{len(told)} of 5 sides told: {', '.join(told) or 'none'}")


@measure("yes or no", 0, 1)
def recommending(evidence: Evidence) -> Measurement:
    """Does the article argue for a treatment or product?"""
    found = recommends(read(evidence.analysis))
    return Measurement(
        float(found), "recommends a treatment or product" if found else "recommends no one treatment"
    )


def _per_sentence(reading: Reading, count: int, explanation: str) -> Measurement:
    total = len(reading.statements)
    return Measurement(
        round(count / total, 4) if total else None, f"{explanation} in {counted(total, 'sentence')}"
    )
