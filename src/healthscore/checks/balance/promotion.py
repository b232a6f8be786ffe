"""Is it told or sold: hype, calls to buy, testimonials, fear, talk of plots, blame, and the appeal to nature?"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from healthscore.article import Span
from healthscore.checks.balance.advocacy import recommends
from healthscore.checks.balance.statements import Statement, read
from healthscore.checks.base import Hit, rule
from healthscore.language.analysis import Analysis
from healthscore.language.cues import Cue
from healthscore.language.lexicon import words

_SELLING = ("hype", "call-to-buy", "testimonial", "fear", "conspiracy", "blame")
_SAYS = {
    "hype": "advertises rather than informs",
    "call-to-buy": "asks the reader to buy",
    "testimonial": "lets a satisfied voice stand for evidence",
    "fear": "frightens the reader towards what it recommends",
    "conspiracy": "hints that the truth is kept from the reader",
    "blame": "blames those whom it does not help",
}
_INSTEAD = {
    "hype": "Put what was measured in its place: by how much it changed, and in whom.",
    "call-to-buy": "Take the offer out, or mark the page as an advertisement.",
    "testimonial": "Say how many of how many people it helped; one voice can stay as a story, not as the reason.",
    "fear": "Say how likely it is, in numbers, and what the treatment changes about it.",
    "conspiracy": "Say who did what and where that can be read, or leave it out; a plot is no evidence that anything works.",
    "blame": "Say in how many it did not work, and that this is no fault of theirs.",
}
_WEAK = 2  # weaker cues that together make a sentence promotional, in an article that recommends
_STORY = 0.02  # the chance of a fault below which a sentence tells and does not sell
_NATURAL = ("nature", "tradition")


@rule
def promotional_language(analysis: Analysis) -> Iterator[Hit]:
    """The wording sells: hype, calls to buy, testimonials, fear, talk of plots or blame.

    Finds: words that belong to advertising ("game-changer", "miracle", "order today", "doctors won't tell you",
        "changed my life", "the only ones it fails are those who don't commit") and sentences with several weaker ones.
    Why it matters: praise that carries no fact pushes where it should inform, and it is the plainest sign that a
        text was written to sell.
    Example: "This superfood powder is a total game-changer for tired mothers."
    Instead: "In a study of 60 mothers, those who took the powder slept no longer than those who did not."
    Limits: hype inside a quotation is found too, but not what a seller says, or people say and the article takes back. A coupon
        in a story is told from one that is offered by the wording of the sentence (docs/likely-faults.md). A single such word in a long article is a note, not a warning.
    References: Woloshin S, Schwartz LM, Casella SL, Kennedy AT, Larson RJ. Press releases by academic medical
        centers: not so academic? Ann Intern Med 2009;150:613-618.
    """
    reading = read(analysis)
    weak = _WEAK if recommends(reading) else _WEAK + 1
    found = [
        (s, cues)
        for s in reading.everything
        if s.hype and (cues := _selling(s, weak)) and not _is_told(analysis, s, cues[0])
    ]
    dense = len(found) > 1 and len(found) >= 0.05 * len(reading.statements)
    for statement, cues in found:
        words = ", ".join(dict.fromkeys(f'"{analysis.quote(c.start, c.end)}"' for c in cues[:3]))
        yield Hit(
            "warning" if dense else "note",
            f"The wording {_SAYS[cues[0].kind]}: {words}.",
            _INSTEAD[cues[0].kind],
            (statement.span,),
        )


@rule
def appeal_to_nature(analysis: Analysis) -> Iterator[Hit]:
    """Being natural, or old, is offered as a reason to trust.

    Finds: "natural" and its kin joined to safety or effect, and tradition ("for centuries") offered as proof.
    Why it matters: natural things can poison and old customs can be useless; neither word says anything about
        how well a treatment works or how safe it is.
    Example: "Because it is all natural, this sleep aid has no side effects."
    Instead: "It is made from plants. Two trials with 90 people saw drowsiness in one of ten; longer use was not tested."
    Limits: history told as history ("has been used for centuries in Java") is found where the article recommends
        the treatment, since there it serves as a recommendation.
    References: Meier BP, Dillard AJ, Lappas CM. Naturally better? A review of the natural-is-better bias. Soc
        Personal Psychol Compass 2019;13:e12494.
    """
    reading = read(analysis)
    recommended = recommends(reading)
    quiet: list[Span] = []
    for statement in reading.holding("promotion", *_NATURAL):
        if statement.rebuts:
            continue
        cues = [c for c in statement.cues["promotion"] if c.kind in _NATURAL]
        if not any(_plain(c) for c in cues) or _rebuts(analysis, statement):
            continue
        if _called_safe(statement, cues):
            word = next(c for c in cues if _plain(c))
            yield Hit(
                "warning",
                f'Offers "{analysis.quote(word.start, word.end)}" as if it meant safe.',
                "Say how safety was tested and what was found; where a thing comes from does not tell.",
                (statement.span,),
            )
        elif recommended:
            quiet.append(statement.span)
    if quiet:
        yield Hit(
            "note",
            f"Recommends it for being natural or old in {len(quiet)} sentence{'s' * (len(quiet) > 1)}.",
            "Say how well it works and how that was tested.",
            tuple(quiet[:6]),
        )


def _selling(statement: Statement, weak: int) -> list[Cue]:
    """The cues that make a statement promotional: a plain one, or ``weak`` weaker ones."""
    if statement.rebuts or not statement.has("promotion", *_SELLING):
        return []
    denied = {c.last for c in statement.cues.get("negation", ())}
    cues = [
        c
        for c in statement.cues["promotion"]
        if c.kind in _SELLING and denied.isdisjoint((c.first, c.first - 1))
    ]
    plain = [c for c in cues if _plain(c)]
    overlapping = sum(after.first < cue.last for cue, after in pairwise(cues))
    return plain or (cues if len(cues) - overlapping >= weak else [])


def _is_told(analysis: Analysis, statement: Statement, cue: Cue) -> bool:
    """True where "coupon" or "swears by" stands in a story: by its wording the sentence pushes nobody."""
    return cue.kind != "hype" and analysis.wording.chances.get(statement.sentence.index, 1.0) < _STORY


def _called_safe(statement: Statement, natural: list[Cue]) -> bool:
    """Is safety claimed: in the words of nature themselves ("natural and safe"), or beside other praise?"""
    safe = [c for c in statement.cues.get("benefit", ()) if c.kind == "safety"]
    within = any(n.first <= c.first and c.last <= n.last for n in natural for c in safe)
    return within or bool(safe and statement.praise)


def _plain(cue: Cue) -> bool:
    return cue.attributes["weight"] == 2


def _rebuts(analysis: Analysis, statement: Statement) -> bool:
    """Says that natural does not mean safe, or tells it with doubt."""
    return "negation" in statement.cues and bool(
        words("balance-word", "rebuttal").intersection(analysis.words(statement.sentence))
    )
