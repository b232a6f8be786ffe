"""The rule on experience: one person's, a family's or a crowd's word stands where evidence should."""

from __future__ import annotations

from collections.abc import Iterator

from healthscore.checks.balance.advocacy import recommends
from healthscore.checks.balance.statements import read as balance
from healthscore.checks.base import Evidence, Hit, Measurement, measure, rule
from healthscore.checks.hedging.statements import read as hedging
from healthscore.checks.sourcing.support import span_of
from healthscore.checks.told import density
from healthscore.language.analysis import Analysis, Sentence

_SPOKEN = ("heading", "paragraph", "list_item", "quote")
_MOST_SHOWN = 6
_WHY = {
    "kin": "what one person went through shows nothing about others",
    "outcome": "what one person went through shows nothing about others",
    "survived": "that some came to no harm does not show that it is safe",
    "folk": "an old custom or a folk name shows that something was used, not that it works",
    "crowd": "how many use something does not show that it works",
    "homework": "the reader is sent to look for the evidence",
}


@rule
def anecdote(analysis: Analysis) -> Iterator[Hit]:
    """Experience stands where evidence should.

    Finds: in an article that recommends something or promises much, a relative or acquaintance who tried it, "we all
        turned out fine", folk wisdom and folk names, counts of happy users, and readers told to look for the
        evidence themselves.
    Why it matters: most complaints come and go, and those whom a remedy did not help are not asked. One case, or
        a crowd of cases without those who gave up, cannot tell the remedy from time and chance.
    Example: My grandmother swore by goose fat, and she never had a cold.
    Instead: In a trial with 120 children (...) goose fat did no better than a warm cloth.
    Limits: known by its words, so that a story told in others is missed. An article that only tells what somebody
        lived through, and recommends nothing, is left alone.
    References: Freling TH, Yang Z, Saini R, Itani OS, Abualsamh RR. When poignant stories outweigh cold hard facts: a
        meta-analysis of the anecdotal bias. Organ Behav Hum Decis Process 2020;160:51-67.
    """
    if not any(True for _ in analysis.cues_of("anecdote")):
        return
    if not (recommends(balance(analysis)) or hedging(analysis).promotes):
        return
    places: dict[str, list[Sentence]] = {}
    for sentence in map(analysis.whole, analysis.sentences):
        if sentence.block.kind in _SPOKEN and (kind := _kind(analysis, sentence)):
            places.setdefault(_WHY[kind], []).append(sentence)
    for why, sentences in places.items():
        yield Hit(
            "warning" if len(sentences) > 1 else "note",
            f"Experience stands where evidence should: {why}.",
            "Say what was found when it was tested, in how many people and by whom, or leave the story out.",
            tuple(span_of(sentence) for sentence in sentences[:_MOST_SHOWN]),
        )


@measure("share of sentences", 0, 1, on_demand=True)
def patient_story_density(evidence: Evidence) -> Measurement:
    """Share of sentences that tell what happened to one patient, in the patient's own voice or the writer's."""
    return density(evidence, lambda s: s.has("patient", "self", "case"), "on what happened to one patient")


def _kind(analysis: Analysis, sentence: Sentence) -> str:
    """What kind of experience a sentence offers, empty for none."""
    cues = analysis.cues_in(sentence, "anecdote")
    if any(c.kind == "rebutted" for c in analysis.cues_in(sentence, "voice")):
        return ""
    deeds = [cue.first for cue in cues if cue.kind == "deed"]
    for cue in cues:
        if cue.kind == "kin" and any(cue.last <= deed for deed in deeds):
            return "kin"
        if cue.kind in _WHY and cue.kind != "kin":
            return cue.kind
    return ""
