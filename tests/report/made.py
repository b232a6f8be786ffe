"""Reports made by hand, with no rule and no rubric behind them: what renderers are tested on."""

from healthscore.article import Article, Block, Span
from healthscore.checks.base import Hit
from healthscore.checks.consistency.weighing import Statement, Weighed
from healthscore.language.analysis import Sentence
from healthscore.language.claims import Claim
from healthscore.language.claims.model import Quantity
from healthscore.report.findings import findings_of
from healthscore.report.model import Report, RubricReference
from healthscore.rubric.rating import CapOutcome, CriterionRating, DimensionRating, Rating

PARAGRAPHS = (
    "Valerian and a good night",
    "Research suggests that valerian lowers the time it takes to fall asleep. Valerian may potentially help"
    " with worry, too.",
    "Valerian has no side effects. It is safe and effective for every adult who sleeps badly, whatever else"
    " they take, and it can be bought without a prescription in most pharmacies and on our own pages.",
    "Valerian lengthens the time it takes to fall asleep when it is taken late. Drowsiness the next day is"
    " common, and people who take other sedatives should not use it.",
)
TEXT = "\n\n".join(PARAGRAPHS) + "\n"
SCALE = (1.0, 5.0)


def article(text=TEXT, title=PARAGRAPHS[0], source="articles/valerian.txt"):
    blocks, at = [], 0
    for rank, paragraph in enumerate(text.rstrip("\n").split("\n\n")):
        blocks.append(Block("paragraph" if rank else "heading", at, at + len(paragraph), 0 if rank else 1))
        at += len(paragraph) + 2
    return Article(
        source, text, text, tuple(blocks), title=title, authors=("A. Author",), published="2021-03"
    )


def span(words, text=TEXT):
    start = text.index(words)
    return Span(start, start + len(words))


def claim(id_, words, *, relation="lowers", object_key=("time", "sleep"), quantity=None, text=TEXT):
    start, end = span(words, text)
    return Claim(
        id=id_,
        sentence=0,
        start=start,
        end=end,
        subject="valerian",
        relation=relation,
        object="the time it takes to fall asleep",
        negated=False,
        certainty=0.8,
        strength="causal",
        valence="benefit",
        attribution="vague",
        voice="article",
        quantity=quantity,
        scope=("population:adult",),
        subject_key=frozenset({"valerian"}),
        object_key=frozenset(object_key),
    )


CLAIMS = (
    claim("c1", "valerian lowers the time it takes to fall asleep"),
    claim("c2", "Valerian may potentially help with worry", relation="treats", object_key=("worry",)),
    claim("c3", "Valerian has no side effects", relation="has", object_key=("side", "effect")),
    claim(
        "c4",
        "Valerian lengthens the time it takes to fall asleep",
        relation="raises",
        quantity=Quantity(400.0, 900.0, "mg", "dose", "at most"),
    ),
)
HITS = {
    "sourcing/vague-attribution": (
        Hit(
            "warning",
            "“Research suggests” names nobody whom a reader could look up.",
            "Name the study: authors, journal and year, or a link.",
            (span("Research suggests"),),
        ),
    ),
    "sourcing/no-references": (
        Hit(
            "warning",
            "The article makes 4 claims about health and gives no source for any of them.",
            "List the studies or guidelines that the claims rest on.",
            searched="no reference list, DOI, PMID, journal or link in 7 sentences",
        ),
    ),
    "hedging/stacked-hedges": (
        Hit(
            "note",
            "“may potentially” hedges twice where once would do.",
            "Write “may help”, and say what that rests on.",
            (span("may potentially"),),
        ),
    ),
    "consistency/direction-conflict": (
        Hit(
            "error",
            "Valerian is said to lower and to lengthen the time it takes to fall asleep.",
            "Say which of the two holds, or for whom and when each does.",
            (span(PARAGRAPHS[1].split(". ")[0] + "."), span(PARAGRAPHS[3].split(". ")[0] + ".")),
            sides=(1, 2),
        ),
    ),
    "consistency/safety-conflict": (
        Hit(
            "error",
            "Valerian is said to have no side effects, and drowsiness is called common.",
            "Keep the sentence that the evidence bears out.",
            (
                span(PARAGRAPHS[2]),
                span("Drowsiness the next day is common"),
                span("people who take other sedatives should not use it"),
            ),
            sides=(1, 2, 2),
        ),
    ),
}


def dimension(id_, value, band, criteria, caps=()):
    return DimensionRating(id_, Rating(value, SCALE, band, 0.9, None), criteria, caps)


DIMENSIONS = (
    dimension(
        "sourcing",
        1.4,
        "very poor",
        (
            CriterionRating(
                "claims-have-sources",
                "sourcing.sourced_claim_share",
                0.0,
                1.0,
                3,
                "0 of 4 claims name a source a reader could check",
            ),
            CriterionRating(
                "author-and-date-given", "sourcing.provenance", 0.5, 2.6, 1, "a date, but no author"
            ),
        ),
        (CapOutcome("no-checkable-source", 2.0, False, "does not hold: 1.4 is below it anyway"),),
    ),
    dimension(
        "balance",
        2.0,
        "poor",
        (
            CriterionRating(
                "harms-beside-benefits", "balance.harm_share", 0.25, 2.4, 2, "1 harm beside 3 benefits"
            ),
            CriterionRating(
                "other-choices",
                "balance.alternatives",
                None,
                None,
                1,
                "not applicable: fewer than 5 claims in the article",
            ),
        ),
        (
            CapOutcome(
                "says-no-side-effects", 2.0, True, "held at 2 where the criteria give 2.4: “no side effects”"
            ),
        ),
    ),
    dimension(
        "hedging",
        3.2,
        "fair",
        (
            CriterionRating(
                "said-as-surely-as-known", "hedging.overclaims", 0.12, 3.2, 1, "1 overclaim in 4 claims"
            ),
        ),
    ),
    dimension(
        "repetition",
        4.6,
        "good",
        (
            CriterionRating(
                "says-things-once", "repetition.duplicates", 0.02, 4.6, 1, "1 of 7 sentences says it again"
            ),
        ),
    ),
    dimension(
        "consistency",
        1.0,
        "very poor",
        (
            CriterionRating(
                "agrees-with-itself", "consistency.conflicts", 2, 1.0, 1, "2 conflicts among 4 claims"
            ),
        ),
    ),
)


def pair(confidence, first, second, *, decided=("same subject: valerian",), message="m", text=TEXT):
    """Two sentences that were weighed, with no rule behind them."""
    block = Block("paragraph", 0, len(text))
    sides = [
        Statement(Sentence(rank, *span(words, text), 0, 0, block), words, frozenset(), frozenset())
        for rank, words in enumerate((first, second))
    ]
    return Weighed("consistency/direction-conflict", *sides, message, "s", confidence, tuple(decided))


def report(of=None, *, rating=None, dimensions=DIMENSIONS, hits=HITS, claims=CLAIMS, considered=()):
    of = of or article()
    return Report(
        rubric=RubricReference("five-dimensions", "1.0.0", "ab" * 32),
        article=of,
        words=88,
        sentences=7,
        rating=rating or Rating(2.44, SCALE, "poor", 0.8, None),
        dimensions=dimensions,
        measures={"article.words": 88, "sourcing.sourced_claim_share": 0.0, "balance.alternatives": None},
        claims=claims,
        findings=findings_of(of, hits),
        considered=tuple(considered),
    )


def withheld(reason="too short to rate: 40 words, and 100 are needed"):
    none = Rating(None, SCALE, None, 0.0, reason)
    dimensions = tuple(DimensionRating(d.id, none, d.criteria, ()) for d in DIMENSIONS)
    return report(rating=none, dimensions=dimensions, hits={})
