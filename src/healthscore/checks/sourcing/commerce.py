"""Rules on gain: whoever writes sells what is praised, or the source gains by what it says."""

from __future__ import annotations

from collections.abc import Iterator

from healthscore.article import Span
from healthscore.checks.base import Hit, once, rule
from healthscore.checks.sourcing.support import span_of
from healthscore.language.analysis import Analysis, Sentence
from healthscore.language.cues import Cue
from healthscore.language.disowned import is_anothers
from healthscore.language.sources.citations import host_of, selling, shops_among

_SELLS = frozenset({"buy", "own", "affiliate"})
_STUDIES = frozenset({"study", "study-one", "anaphor"})
_SILENT = frozenset({"contents", "reference", "code"})
_MONEY = frozenset("£$€")
_WAS_PAID = frozenset("paid spent charged fined owed lost".split())  # a price that is told and not asked
_SHOWN = 4
_SHOPS = 2  # addresses in a list of sources


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


@rule
def interested_source(analysis: Analysis) -> Iterator[Hit]:
    """The source of a claim gains by it.

    Finds: the maker's or company's own study, or its word; in an article that sells, "our lab tests", "our
        customers report"; a study whose materials or money came from a firm by name; and a list of sources of which
        several lead to a shop.
    Why it matters: studies that a maker pays for come out in its favour more often than others, and a seller's own
        tests are seen by nobody else. It is a source, but not an independent one.
    Example: In our own trial nine of ten customers slept better. Order yours today.
    Instead: Name an independent study of it, or say that there is none and who paid for the one that is told.
    Limits: a firm is known by words such as maker, brand, company and Ltd. What it says may be true all the same, so that a disclosed interest is a note.
    References: Lundh A, Lexchin J, Mintzes B, Schroll JB, Bero L. Industry sponsorship and research outcome. Cochrane
        Database Syst Rev 2017;2:MR000033.
    """
    yield from _shops_as_sources(analysis)
    sells = bool(passages(analysis))
    for sentence in analysis.prose_with("commerce"):
        kinds = {
            cue.kind
            for cue in analysis.cues_in(sentence, "commerce")
            if _gains(analysis, sentence, cue)
            and not is_anothers(analysis, sentence.index, cue.start, cue.end)
        }
        if "negation" in analysis.cues_by_category(sentence):
            continue  # "the trials were paid for by the makers, and I would not spend money on it"
        own = sells and "own-evidence" in kinds
        if own or kinds & {"maker", "gift"}:
            who = "the seller itself" if own else "somebody who gains by it"
            yield Hit(
                "warning" if own else "note",
                f"What is said here comes from {who}, not from an independent source.",
                "Name an independent study, or say that there is none and who paid for this one.",
                (span_of(sentence),),
            )


def _shops_as_sources(analysis: Analysis) -> Iterator[Hit]:
    """A list of sources of which several are addresses of shops."""
    listed = [(entry.start, entry.end) for entry in analysis.references]
    given = [link for link in analysis.article.links if any(a <= link.start < b for a, b in listed)]
    shops = shops_among(link.target for link in given)
    sold = [link for link in given if host_of(link.target) in shops]
    if len(sold) >= _SHOPS:
        places = [next((a, b) for a, b in listed if a <= link.start < b) for link in sold]
        yield Hit(
            "warning",
            f"Of the {len(given)} addresses given as sources {len(sold)} lead to somebody who sells.",
            "Name studies, reviews and bodies that gain nothing by it, and keep the shops out of the list.",
            tuple(Span(*place) for place in dict.fromkeys(places[:_SHOWN])),
        )


def _gains(analysis: Analysis, sentence: Sentence, cue: Cue) -> bool:
    """Whether a gift went to a study, and from a firm; the maker's own word needs neither."""
    if cue.kind != "gift":
        return True
    firm = any(c.kind == "firm" and c.first >= cue.last for c in analysis.cues_in(sentence, "commerce"))
    return firm and any(c.kind in _STUDIES for c in analysis.cues_in(sentence, "source"))


@once
def passages(analysis: Analysis) -> list[Sentence]:
    """The sentences that sell, if together they show an interest; otherwise none."""
    kinds: dict[int, set[str]] = {}
    for cue in analysis.cues_of("commerce"):
        index = analysis.sentence_at(cue.first).index
        if cue.kind in _SELLS and not is_anothers(analysis, index, cue.start, cue.end):
            kinds.setdefault(index, set()).add(cue.kind)
    for link in analysis.article.links:
        if selling(link.target):
            index = _sentence_index(analysis, link.start)
            kinds.setdefault(index, set()).add("buy")
    for at in [at for at, norm in enumerate(analysis.norms) if norm in _MONEY] if kinds else ():
        end = analysis.tokens[at].end
        sentence = analysis.sentence_at(at)
        if analysis.article.text[end : end + 1].isdigit() and _WAS_PAID.isdisjoint(analysis.words(sentence)):
            kinds.setdefault(sentence.index, set()).add("price")
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
