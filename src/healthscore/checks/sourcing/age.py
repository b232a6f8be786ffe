"""How old the sources are, against the article's own date."""

from __future__ import annotations

from collections.abc import Iterator

from healthscore.article import Span
from healthscore.checks.base import Hit, rule
from healthscore.checks.sourcing.citation import LATEST_YEAR
from healthscore.language.analysis import Analysis

_OLD = 10  # years
_FEWEST = 3  # dated entries of a reference list
_MOST_SHOWN = 3


@rule
def old_sources(analysis: Analysis) -> Iterator[Hit]:
    """Every source of a reference list is old.

    Finds: reference lists of three dated entries or more of which the newest is more than ten years older than the
        article; where the article has no date, than this release, and then as a note.
    Why it matters: treatments, doses and what is known of harms change. Old sources alone suggest that nobody has
        looked for what came later.
    Example: An article of 2024 on stomach ulcers whose references are from 1994, 1998 and 2003.
    Instead: The guideline of 2022 beside the paper of 1994; or "We looked in May 2024 and found nothing newer."
    Limits: the year of an entry is the latest that stands in it. A classic may be the right source; one newer entry
        is enough to leave the list alone.
    References: Charnock D, et al. DISCERN: an instrument for judging the quality of written consumer health
        information on treatment choices. J Epidemiol Community Health 1999;53:105-111.
    """
    article = analysis.article
    own = max((date[:4] for date in (article.published, article.updated) if date), default="")
    now = int(own) if own else LATEST_YEAR
    dated = [
        (max(years), entry)
        for entry in analysis.references
        if (years := [y for y in entry.years if y <= now])
    ]
    newest = max((year for year, _ in dated), default=now)
    if len(dated) >= _FEWEST and now - newest > _OLD:
        shown = sorted(dated, key=lambda pair: -pair[0])[:_MOST_SHOWN]
        written = f"the article of {now}" if own else "this release of the tool"
        yield Hit(
            "warning" if own else "note",
            f"The newest of {len(dated)} dated sources is from {newest}, {now - newest} years before {written}.",
            "Look for a guideline or review of the last ten years and cite it; if there is none, say so and when you looked.",
            tuple(Span(entry.start, entry.end) for _, entry in shown),
        )
