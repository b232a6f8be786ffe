"""The rule on selling: whoever writes also sells what is praised."""

from __future__ import annotations

from collections.abc import Iterator

from healthscore.checks.base import Hit, once, rule
from healthscore.checks.sourcing.support import span_of
from healthscore.language.analysis import Analysis, Sentence
from healthscore.language.sources.citations import selling

_SILENT = frozenset({"contents", "reference", "code"})
_SHOWN = 4


@rule
def commercial_interest(analysis: Analysis) -> Iterator[Hit]:
    """The article sells what it praises.

    Finds: calls to buy or book, prices, discounts, links to a shop, the writer's own products or clinic, and
        affiliate disclosures, where there is more than one such passage or a disclosure.
    Why it matters: whoever earns by a treatment has a reason to praise it and to pass over its harms and its
        rivals. A reader must know.
    Example: Our joint formula rebuilds cartilage. Order now and save 20%.
    Instead: "We make and sell this formula", at the top; and the prices on a page of their own.
    Limits: a single mention of a price or of "our patients" is not enough. Hidden interests cannot be seen.
    References: Charnock D, Shepperd S, Needham G, Gann R. DISCERN: an instrument for judging the quality of
        written consumer health information on treatment choices. J Epidemiol Community Health 1999;53:105-111.
    """
    found = passages(analysis)
    if found:
        count = (
            f"{len(found)} passages offer" if len(found) > 1 else "One passage shows that the writer earns by"
        )
        yield Hit(
            "warning",
            f"{count} what the article praises: the writer has an interest in the reader's choice.",
            "Say at the top who sells it and earns by it, and take prices, offers and links to the shop out of the text.",
            tuple(span_of(sentence) for sentence in found[:_SHOWN]),
        )


@once
def passages(analysis: Analysis) -> list[Sentence]:
    """The sentences that sell, if together they show an interest; otherwise none."""
    kinds: dict[int, set[str]] = {}
    for cue in analysis.cues_of("commerce"):
        kinds.setdefault(analysis.sentence_at(cue.first).index, set()).add(cue.kind)
    for link in analysis.article.links:
        if selling(link.target):
            index = _sentence_index(analysis, link.start)
            kinds.setdefault(index, set()).add("buy")
    for index, token in (
        (analysis.sentence_at(i).index, t) for i, t in enumerate(analysis.tokens) if t.norm in "£$€"
    ):
        if kinds and analysis.article.text[token.end : token.end + 1].isdigit():
            kinds.setdefault(index, set()).add("price")
    chosen = {i: k for i, k in kinds.items() if analysis.sentences[i].block.kind not in _SILENT}
    every = set().union(*chosen.values()) if chosen else set()
    calls = sum("buy" in k for k in chosen.values())
    owned = sum("own" in k for k in chosen.values())
    shows = "affiliate" in every or calls >= 2 or (calls and len(every) > 1) or (owned >= 3)
    return [analysis.sentences[i] for i in sorted(chosen)] if shows else []


def _sentence_index(analysis: Analysis, place: int) -> int:
    index = 0
    for sentence in analysis.sentences:
        if sentence.start > place:
            break
        index = sentence.index
    return index
