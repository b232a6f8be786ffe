"""Leaps: from animals or cells to the reader, and from what goes together to what brings it about, in one breath."""

from __future__ import annotations

from collections.abc import Iterator, Set
from itertools import pairwise

from healthscore.article import Span
from healthscore.checks.base import Hit, rule
from healthscore.language.analysis import Analysis, Sentence
from healthscore.language.certainty import doubts_among
from healthscore.language.cues import Cue

_ELSEWHERE = ("animal", "laboratory")  # kinds of design
_TOGETHER = ("relation", "comparison")  # kinds of association
_READER = frozenset("you your yours yourself".split())
_PEOPLE = frozenset("we us our humans human people person man men woman women child children".split())
_SAME = frozenset(
    "likewise similarly similar meaning too also precisely exactly respond responds just imagine".split()
)
_SAME_OF = frozenset(
    "way process thing effect happens happen goes go applies apply is holds in for to with between".split()
)
_MEANS = {("which", "means"), ("this", "means"), ("that", "means"), ("so", "that")}
_PROVES = {(who, says) for who in ("which", "this", "that") for says in ("proves", "shows")} | {
    ("it", "follows"),
    ("proof", "that"),
    ("proving", "that"),
}
_SO = frozenset({"so", "therefore", "thus", "hence", "consequently"})
_LEAST = 4  # tokens of what is concluded
_DOUBTS = ("modal", "epistemic-verb", "open", "adverb")
_GROUPS = frozenset({"who", "those", "whoever"})
_DOERS = "ers"  # "drinkers", "swimmers"
_STUDIES = frozenset("study studies trial trials data volunteers patients participants".split())


@rule
def inferential_leap(analysis: Analysis) -> Iterator[Hit]:
    """More is concluded from a study than its kind can show, in the same breath.

    Finds:
        What was seen in mice, rats or a test tube carried over to people in the same sentence or the next one ("which
        means that your", "it will do the same in you"); and an effect concluded from two groups that differ ("drinkers
        were calmer, so coffee calms").

    Why it matters:
        Most of what works in animals and cells fails in people, and groups that differ in one thing differ in many.
        The reader is led over the gap before there is time to see it.

    Example:
        "In mice, the extract shrank tumours. It will do the same in your body."

    Instead:
        "In mice, the extract shrank tumours. Nobody has tested it in people."

    Limits:
        A conclusion in a later paragraph is not seen here; ``hedging/beyond-design`` looks at titles and openings.
        What is hedged, denied or asked is left alone.

    References:
        Sumner P, et al. The association between exaggeration in health related science news and academic press
        releases. BMJ 2014;349:g7015.
        Haber N, et al. Causal language and strength of inference in academic and media articles shared in social
        media. PLoS ONE 2018;13:e0196346.
    """
    for sentence in analysis.prose_with("design"):
        seen = next((c for c in analysis.cues_in(sentence, "design") if c.kind in _ELSEWHERE), None)
        if seen is not None and sentence.index not in analysis.quoted:
            target = _carried_over(analysis, sentence, seen)
            if target is not None:
                yield _hit(
                    analysis,
                    (sentence, target),
                    "What was seen in animals or cells is carried over to people",
                    "Say in what it was seen, and that nobody knows yet whether it is so in people.",
                )
    for sentence in analysis.prose_with("association"):
        if _concludes_effect(analysis, sentence):
            yield _hit(
                analysis,
                (sentence,),
                "An effect is concluded from groups that differ",
                'Say "went along with", and what else may tell the two groups apart.',
            )


def _hit(analysis: Analysis, sentences: tuple[Sentence, ...], what: str, instead: str) -> Hit:
    last = sentences[-1]
    words = " ".join(analysis.quote(last.start, last.end).split())
    spans = dict.fromkeys(Span(s.start, s.end) for s in sentences)
    return Hit("warning", f"{what}: “{words}”.", instead, tuple(spans))


def _carried_over(analysis: Analysis, sentence: Sentence, seen: Cue) -> Sentence | None:
    """The sentence that speaks of people as though they had been studied: this one from "which means" on, or the next."""
    at = _conclusion(analysis, sentence, seen.last, _MEANS | _PROVES)
    people = _READER | _PEOPLE
    if at is not None and not people.isdisjoint(analysis.norms[at : sentence.last]):
        return sentence if _is_stated(analysis, sentence, at) else None
    if _says_the_same(analysis, seen.last, sentence.last) and _is_stated(analysis, sentence, seen.last):
        return sentence
    following = analysis.sentences[sentence.index + 1 : sentence.index + 2]
    after = following[0] if following and following[0].block is sentence.block else None
    if (
        after is None
        or not _says_the_same(analysis, after.first, after.last)
        or not _STUDIES.isdisjoint(analysis.words(after))
    ):
        return None
    animals = any(c.kind in _ELSEWHERE for c in analysis.cues_in(after, "design"))
    return after if not animals and _is_stated(analysis, after, after.first) else None


def _says_the_same(analysis: Analysis, first: int, last: int) -> bool:
    """True for "your own cells will respond in the same way"; not for "the same gene is found in people"."""
    said = analysis.norms[first:last]
    alike = any(word == "same" and after in _SAME_OF for word, after in pairwise([*said, "is"]))
    if not (_READER | _PEOPLE).isdisjoint(said) and alike:
        return True
    return not _READER.isdisjoint(said) and not _SAME.isdisjoint(said)


def _conclusion(
    analysis: Analysis, sentence: Sentence, first: int, frames: Set[tuple[str, str]]
) -> int | None:
    """Where a conclusion begins behind a token: after "which means" or ", so"."""
    norms = analysis.norms
    for index in range(first, sentence.last - _LEAST):
        if (norms[index], norms[index + 1]) in frames or (norms[index] in _SO and "," in analysis.gap(index)):
            return index + 1
    return None


def _is_stated(analysis: Analysis, sentence: Sentence, first: int) -> bool:
    if analysis.article.text[sentence.end - 1] == "?":
        return False
    doubts = [c for c in doubts_among(analysis, analysis.cues_in(sentence, "hedge")) if c.kind in _DOUBTS]
    open_ = [c for c in analysis.cues_in(sentence, "voice") if c.kind in ("conditional", "rebutted")]
    beside = (*doubts, *open_, *analysis.cues_in(sentence, "negation"))
    return sentence.index not in analysis.disowned and not any(c.last > first for c in beside)


def _concludes_effect(analysis: Analysis, sentence: Sentence) -> bool:
    """True for "those who drank it were calmer than those who did not, so coffee calms the nerves"."""
    differ = next((c for c in analysis.cues_in(sentence, "association") if c.kind in _TOGETHER), None)
    at = _conclusion(analysis, sentence, differ.last, _PROVES) if differ is not None else None
    if (
        differ is None
        or at is None
        or sentence.index in analysis.quoted
        or not _is_stated(analysis, sentence, at)
    ):
        return False
    before = range(sentence.first, differ.first)
    if not any(analysis.norms[i] in _GROUPS or analysis.norms[i].endswith(_DOERS) for i in before):
        return False
    acts = (c for c in analysis.cues_in(sentence, "effect") if c.first >= at and c.kind == "verb")
    return any(c.attributes.get("relation") != "has" for c in acts)
