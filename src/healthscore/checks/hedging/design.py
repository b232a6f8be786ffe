"""An effect told as fact that the study behind it cannot show: in animals, in cells, or by observation alone."""

from __future__ import annotations

from collections.abc import Iterator

from healthscore.article import Span
from healthscore.checks.base import Hit, rule
from healthscore.language.analysis import Analysis, Sentence
from healthscore.language.certainty import PLAIN
from healthscore.language.claims import Claim
from healthscore.language.claims.model import SIGNS
from healthscore.language.strength import strength_of

_EARLY = 3  # sentences of prose that a hurried reader reads, after the title
_ELSEWHERE = frozenset({"population:animal", "population:laboratory"})
_VOICES = ("article", "heading")
_AGAINST = frozenset({"prevents", "treats"})  # what is prevented or treated is an ill, known or not
_WHY = {
    "animal": "said of people, and what was studied were animals",
    "laboratory": "said of people, and what was studied were cells in a laboratory",
    "observational": "said to be brought about, and the study only observed that the two go together",
}
_DO = {
    "animal": "Name the animal in the same sentence, and say that people have not been studied.",
    "laboratory": "Say that it was seen in cells, and that people have not been studied.",
    "observational": 'Say "was linked to", and what else may explain it.',
}


@rule
def beyond_design(analysis: Analysis) -> Iterator[Hit]:
    """An effect is told as fact that the kind of study behind it cannot show.

    Finds:
        "X prevents Y" with no hedge in an article whose only study was done in animals or cells, with no animal in
        the sentence; and the same in an article that rests on cohorts or records alone, where nothing more
        than an association was seen. Looks at the title and the first sentences.

    Why it matters:
        Most readers see the headline only. What helps mice mostly fails in people, and what goes together need not
        be cause and effect.

    Example:
        Walnut extract prevents memory loss. ... The mice that were fed the extract found the platform sooner.

    Instead:
        Walnut extract slowed memory loss in mice; nobody has tested it in people.

    Limits:
        Knows kinds of study by their usual names. An article that names a trial or people who were treated is left
        alone, even where the bold sentence rests on something else.

    References:
        Sumner P, et al. The association between exaggeration in health related science news and academic press
        releases. BMJ 2014;349:g7015.
        Haber N, et al. Causal language and strength of inference in academic and media articles shared in social
        media. PLoS ONE 2018;13:e0196346.
    """
    design = _design(analysis)
    if not design:
        return
    title = [s for s in analysis.sentences[:1] if s.block.kind == "heading"]
    for sentence in (*title, *analysis.prose_sentences[:_EARLY]):
        effective = any(c.kind == "efficacy" for c in analysis.cues_in(sentence, "association"))
        told = (c for c in analysis.claims_in(sentence) if _asserts(c))
        named = (c for c in told if effective or "treatment" not in analysis.quote(c.start, c.end))
        claim = next(named, None)
        if claim is None or not _is_bold(analysis, sentence):
            continue
        yield Hit(
            "warning",
            f"An effect is {_WHY[design]}: “{' '.join(analysis.quote(claim.start, claim.end).split())}”.",
            _DO[design],
            (Span(sentence.start, sentence.end),),
        )


def _design(analysis: Analysis) -> str:
    """The weakest kind of study where there is no stronger one; empty where none is spoken of."""
    kinds = [cue.kind for cue in analysis.cues_of("design")]
    if "trial" in kinds:
        return ""
    if "people" not in kinds and "observational" not in kinds:
        return next((kind for kind in ("animal", "laboratory") if kinds.count(kind) > 1), "")
    associated = any(cue.kind in ("relation", "prediction") for cue in analysis.cues_of("association"))
    return "observational" if "observational" in kinds and associated else ""


def _is_bold(analysis: Analysis, sentence: Sentence) -> bool:
    """True for a plain effect with nothing in the sentence that limits it to the study."""
    cues = analysis.cues_by_category(sentence)
    limited = any(cue.kind in ("animal", "laboratory") for cue in cues.get("design", ()))
    if analysis.article.text[sentence.end - 1] == "?":
        return False
    return not limited and "hedge" not in cues and strength_of(analysis, sentence) == "causal"


def _asserts(claim: Claim) -> bool:
    return (
        claim.relation in SIGNS
        and (claim.valence != "neutral" or claim.relation in _AGAINST)
        and bool(claim.subject_key and claim.object_key)
        and not claim.negated
        and claim.certainty >= PLAIN
        and claim.voice in _VOICES
        and claim.strength == "causal"
        and _ELSEWHERE.isdisjoint(claim.scope)
    )
