"""What an article shares with others of its folder: passages, whole texts and the template behind them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from healthscore.article import Span
from healthscore.checks.base import Evidence, Hit, Measurement, Severity, counted, measure, rule, share
from healthscore.checks.repetition.evidence import bounded, shortened
from healthscore.language.analysis import Analysis

if TYPE_CHECKING:
    from healthscore.language.shared import Shared, SharedArticle, SharedPassage

_EDGE = 3  # sentences at either end that are the opening and the closing
_LONGEST_QUOTE = 300
_NAMED = 3  # articles in one message
_QUOTES = "“”\"' "


@rule
def shared_template(analysis: Analysis) -> Iterator[Hit]:
    """The article shares passages, or its whole build, with other articles of the folder.

    Finds:
        Where a folder was scored: sentences and runs of sentences that stand in another article in nearly the
        same words, whatever the topic that is put into them; outlines whose headings match; and articles of
        which nearly all stands in another one. The other article is named and quoted.

    Why it matters:
        Content mills make thousands of pages from one text by changing a word. Such a page was not written
        about its subject, and what it says has been checked for none of them.

    Example:
        "Valerian, derived from the root of a hardy herb, has gained attention as a gentle aid for sleep." and,
        in another article, "Turmeric, derived from the root of a hardy herb, has gained attention as a gentle
        aid for joints."

    Instead:
        Write what is true of this subject alone, and link to the page that already says the rest.

    Limits:
        Only where several articles are scored together. A publisher's standing text about itself, a box to
        subscribe, and definitions that a health service uses on many pages are shared too: they are notes. Names
        and the article's most frequent words count for nothing; sentences of fewer than four other content words
        are not compared. With thousands of articles of one template, each is held against the few nearest.

    References:
        Broder (1997), On the resemblance and containment of documents. Bevendorff et al. (2024), Is Google
        Getting Worse? A Longitudinal Investigation of SEO Spam in Search Engines, ECIR.
    """
    shared = analysis.shared
    if shared is None:
        return
    copied = [other.source for other in shared.related if other.copy]
    if copied:
        yield _copy(shared, copied)
    for other in shared.related:
        if other.outline and not other.copy:
            yield _outline(shared, other)
    templates = {other.source for other in shared.related if other.template}
    for passage in shared.passages:
        if passage.source not in copied:
            yield _passage(analysis, shared, passage, "warning" if passage.source in templates else "note")


@measure("share of sentences", 0, 1, across=True)
def shared_sentence_share(evidence: Evidence) -> Measurement:
    """Share of sentences that stand in nearly the same words in another article of the folder."""
    shared = evidence.analysis.shared
    if shared is None:
        return Measurement(None, "not held against a folder")
    said = f"{shared.shared} of {counted(shared.sentences, 'telling sentence')} also in another article of {_folder(shared)}"
    return share(shared.shared, shared.sentences, said)


@measure("articles", across=True)
def template_articles(evidence: Evidence) -> Measurement:
    """Other articles of the folder that were made from the same template."""
    shared = evidence.analysis.shared
    if shared is None:
        return Measurement(None, "not held against a folder")
    others = counted(shared.template, "other article")
    return Measurement(shared.template, f"{others} of {_folder(shared)} from the same template")


def _copy(shared: Shared, others: Sequence[str]) -> Hit:
    passages = [p for p in shared.passages if p.source in others] or shared.passages
    first = passages[0]
    return Hit(
        "warning",
        f"Nearly the whole article also stands in {_listed(others)}: {_quoted(first)}",
        "Keep one of them, and let the others link to it.",
        bounded(Span(passage.start, passage.end) for passage in passages),
    )


def _listed(names: Sequence[str]) -> str:
    more = len(names) - _NAMED
    return f"{', '.join(names[:_NAMED])}{f' and {more} more' if more > 0 else ''}"


def _quoted(passage: SharedPassage) -> str:
    """The other article's words, without quotation marks of its own."""
    return f"“{shortened(passage.quote.strip(_QUOTES), _LONGEST_QUOTE)}”"


def _outline(shared: Shared, other: SharedArticle) -> Hit:
    return Hit(
        "note",
        f"{len(other.outline)} headings follow the same pattern as those of {other.source}.",
        "Give the article the outline that its own subject asks for.",
        bounded(other.outline),
    )


def _passage(analysis: Analysis, shared: Shared, passage: SharedPassage, severity: Severity) -> Hit:
    words = "the same words" if passage.likeness == 1.0 else "nearly the same words"
    more = passage.elsewhere - 1
    others = f" and in at least {more} more" if more > 0 else ""
    return Hit(
        severity,
        f"{_what(analysis, passage)} in {words} in {passage.source}{others}: {_quoted(passage)}",
        "Say what is true of this subject in words of its own, or link to the page that says it.",
        (Span(passage.start, passage.end),),
    )


def _what(analysis: Analysis, passage: SharedPassage) -> str:
    prose = analysis.prose_sentences
    if passage.start < prose[min(_EDGE, len(prose) - 1)].start:
        place = "The opening stands"
    elif passage.end > prose[-min(_EDGE, len(prose))].start:
        place = "The closing stands"
    elif passage.sentences == 1:
        place = "This sentence stands"
    else:
        place = f"These {passage.sentences} sentences stand"
    return place


def _folder(shared: Shared) -> str:
    return f"the {shared.articles} in {shared.folder}"
