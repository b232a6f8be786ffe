"""Rules on who answers for the article, who paid for it, and when it was written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from healthscore.article import Article, Span
from healthscore.checks.balance.advocacy import recommends
from healthscore.checks.balance.statements import read as balance
from healthscore.checks.base import Hit, counted, rule
from healthscore.language.analysis import Analysis
from healthscore.reading.names import names_in

_LEAST = 4  # sentences; a snippet has no byline
_DATELINE = re.compile(
    r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.? \d{1,2}, (?:19|20)\d\d"
    r"|\b\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]* (?:19|20)\d\d"
)
_HEAD = 600  # characters in which a dateline stands


@rule
def no_author(analysis: Analysis) -> Iterator[Hit]:
    """Nobody signs the article.

    Finds: articles without a byline, a named author or a named reviewer, also where a team has reviewed them. A body
        that is named as who wrote the text counts as its author.
    Why it matters: a reader wants to know who speaks, with what training and for whom.
    Example: A page on gout diets with no name on it.
    Instead: By Jane Smith, dietitian; reviewed by Dr Ali Khan, rheumatologist.
    Limits: what a website shows around the text does not reach this check; so it is a note.
    References: Silberg WM, Lundberg GD, Musacchio RA. Assessing, controlling, and assuring the quality of medical
        information on the Internet. JAMA 1997;277:1244-1245.
    """
    count = len(analysis.prose_sentences)
    article = analysis.article
    teams = [who for who in article.reviewers if not names_in(who)]
    if count >= _LEAST and not article.authors and len(teams) == len(article.reviewers):
        unnamed = f", and “{teams[0]}” who reviewed it is nobody by name" if teams else ""
        yield Hit(
            "note",
            f"The article does not say who wrote it{unnamed}.",
            "Name the author and reviewer with their training, or the body that answers for the text.",
            tuple(_places(article, teams)),
            searched=f"no byline, “written by”, author or reviewer by name in {counted(count, 'sentence')}",
        )


def _places(article: Article, names: Iterable[str]) -> Iterator[Span]:
    """The blocks in which somebody is called by these names."""
    for name in names:
        found = re.search(r"\s+".join(map(re.escape, name.split())), article.prose)
        if found:
            yield from (Span(b.start, b.end) for b in article.blocks if b.start <= found.start() < b.end)


@rule
def no_date(analysis: Analysis) -> Iterator[Hit]:
    """Nothing says when the article was written.

    Finds: articles without a date of publication, review or update.
    Why it matters: medical advice ages; without a date nobody can tell whether this is last year's or the last
        century's.
    Example: A page on asthma inhalers with no date.
    Instead: Published 4 May 2021, last reviewed 12 June 2023.
    Limits: a date in a dateline at the beginning counts; one that only a website's frame shows does not reach
        this check, so it is a note.
    References: Silberg WM, Lundberg GD, Musacchio RA. Assessing, controlling, and assuring the quality of medical
        information on the Internet. JAMA 1997;277:1244-1245.
    """
    count = len(analysis.prose_sentences)
    if count >= _LEAST and not dated(analysis):
        yield Hit(
            "note",
            "The article does not say when it was written or last reviewed.",
            "Give the date of publication and of the last review.",
            searched=f"no date of publication, review or update in {counted(count, 'sentence')}",
        )


def dated(analysis: Analysis) -> bool:
    """Whether the article gives a date of its own."""
    article = analysis.article
    return bool(article.published or article.updated or _DATELINE.search(article.prose, 0, _HEAD))


@rule
def no_disclosure(analysis: Analysis) -> Iterator[Hit]:
    """An article that recommends something does not say who paid for it.

    Finds: articles that recommend a treatment or product and hold no word on funding, sponsors, commissions or
        interests.
    Why it matters: who pays often decides what is praised. A reader who is told can allow for it.
    Example: A page that praises one brand of collagen and says nothing about its maker.
    Instead: This page was paid for by the charity that runs it; the author has no ties to any maker.
    Limits: a word on the funding of a study that the article reports is taken for the article's own; so it is a note.
        Pages that inform and recommend nothing are left alone.
    References: Silberg WM, Lundberg GD, Musacchio RA. Assessing, controlling, and assuring the quality of medical
        information on the Internet. JAMA 1997;277:1244-1245.
    """
    count = len(analysis.prose_sentences)
    told = bool(analysis.article.funders) or any(True for _ in analysis.cues_of("disclosure"))
    if not told and count >= _LEAST and recommends(balance(analysis)):
        yield Hit(
            "note",
            "The article recommends something and does not say who paid for it, or what ties its author has.",
            "Say who paid for the page and whether the author or site gains from what it recommends.",
            searched=f"no word on funding, sponsors, commissions or interests in {counted(count, 'sentence')}",
        )
