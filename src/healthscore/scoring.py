"""From a text, a file or many of them to reports. Nothing here prints, exits or remembers an article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from os import PathLike
from typing import TYPE_CHECKING, Literal

from healthscore.article import Article
from healthscore.collector import paused

if TYPE_CHECKING:
    from healthscore.across import Folder, Sketch
    from healthscore.report.model import Report
    from healthscore.rubric import Rubric

DEFAULT_RUBRIC = "five-dimensions"


def score(
    text: str | Article,
    *,
    rubric: str | PathLike[str] | Rubric | None = None,
    format: Literal["auto", "plain", "markdown"] = "auto",
    source: str = "<text>",
) -> Report:
    """Rate a text or an article that has been read.

    A string is always taken for the text itself, never for a path: for a file there is ``score_file``.
    ``rubric`` is the id of a shipped rubric, a path to a rubric file or a loaded ``Rubric``. ``format`` and
    ``source`` say how to read a string and what to call it; an ``Article`` knows both already.

    Raises ``HealthscoreError`` where the rubric cannot be used or the text is empty.
    """
    from healthscore.reading import read_text

    if isinstance(text, str):
        return rate(read_text(text, format=format, source=source), as_rubric(rubric))
    if isinstance(text, Article):
        return rate(text, as_rubric(rubric))
    raise TypeError(
        f"score() takes text or an Article, not {type(text).__name__}; for a file use score_file()"
    )


def score_file(
    path: str | PathLike[str],
    *,
    rubric: str | PathLike[str] | Rubric | None = None,
    max_bytes: int | None = None,
    max_pages: int | None = None,
    max_seconds: float | None = None,
) -> Report:
    """Read a file and rate it. Raises ``HealthscoreError`` where file or rubric cannot be used.

    The limits are those of ``read``.
    """
    loaded = as_rubric(rubric)
    return rate(read(path, max_bytes=max_bytes, max_pages=max_pages, max_seconds=max_seconds), loaded)


def score_many(
    items: Iterable[str | PathLike[str] | Article],
    *,
    rubric: str | PathLike[str] | Rubric | None = None,
    folder: str | None = None,
) -> Iterator[Report]:
    """Rate one item after another, lazily and in order; the rubric is loaded once, at the call.

    A ``pathlib.Path`` is a file to read, a string is text, as for ``score``, and an ``Article`` is an
    article. An item that cannot be read raises its ``HealthscoreError`` and ends the iteration; to go on
    past such files, call ``score_file`` on each.

    ``folder`` is a name for the items together. With it they are held against each other as well: all are read
    once before the first report comes, files again for theirs, and each report tells what its article shares with
    others (``repetition/shared-template``). No article's own rating depends on it.
    """
    loaded = as_rubric(rubric)
    if folder is None:
        return (rate(_as_article(item), loaded) for item in items)
    return _held_against_each_other(list(items), loaded, folder)


def _held_against_each_other(
    items: Sequence[str | PathLike[str] | Article], rubric: Rubric, name: str
) -> Iterator[Report]:
    sources = [f"<text {number}>" for number in range(1, len(items) + 1)]
    folder = folder_of((sketch(_as_article(*pair)) for pair in zip(items, sources, strict=True)), name)
    for item, source in zip(items, sources, strict=True):
        yield rate(_as_article(item, source), rubric, folder)


def _as_article(item: str | PathLike[str] | Article, source: str = "<text>") -> Article:
    """A file read, a string as the text of ``source``, an article as it is."""
    from healthscore.reading import read_text

    if isinstance(item, Article):
        return item
    return read(item) if isinstance(item, PathLike) else read_text(item, source=source)


def sketch(article: Article) -> Sketch:
    """What a ``Folder`` keeps of an article."""
    from healthscore.across import sketch_of
    from healthscore.language import analyse

    return sketch_of(analyse(article))


def folder_of(sketches: Iterable[Sketch], name: str) -> Folder:
    """Articles held against each other, for ``rate``; ``name`` is what to call them together."""
    from healthscore.across import Folder

    return Folder(name, sketches)


def read(
    path: str | PathLike[str],
    *,
    max_bytes: int | None = None,
    max_pages: int | None = None,
    max_seconds: float | None = None,
) -> Article:
    """Read a file into an article without rating it. Raises ``HealthscoreError`` where that fails.

    Larger files are refused, and documents with more pages or that take longer; None is the default.
    """
    from healthscore.reading import read_file

    return read_file(path, max_bytes=max_bytes, max_pages=max_pages, max_seconds=max_seconds)


def as_rubric(rubric: str | PathLike[str] | Rubric | None) -> Rubric:
    """A loaded rubric from an id, a path or nothing (the default)."""
    from healthscore.rubric import load_rubric

    if rubric is None:
        return load_rubric(DEFAULT_RUBRIC)
    return load_rubric(rubric) if isinstance(rubric, str | PathLike) else rubric


def rate(article: Article, rubric: Rubric, folder: Folder | None = None) -> Report:
    """The report of one article under one rubric: every step, in order.

    ``folder`` is that which the article is held against for what it shares with others.
    """
    from healthscore.checks import examine
    from healthscore.checks.consistency import considered
    from healthscore.language import analyse
    from healthscore.report.findings import findings_of
    from healthscore.report.model import Report, RubricReference
    from healthscore.rubric import required_measures
    from healthscore.rubric.engine import rate as rating_of

    with paused():
        analysis = analyse(article, folder.shared(article) if folder else None)
        hits, measurements = examine(analysis, required_measures(rubric))
        rating, dimensions = rating_of(rubric, measurements)
        report = Report(
            rubric=RubricReference(rubric.id, rubric.version, rubric.sha256),
            article=article,
            words=len(analysis.tokens),
            sentences=len(analysis.prose_sentences),
            rating=rating,
            dimensions=dimensions,
            measures={name: found.value for name, found in sorted(measurements.items())},
            claims=analysis.claims,
            findings=findings_of(article, hits),
            considered=considered(analysis),
        )
        analysis.forget()
    return report
