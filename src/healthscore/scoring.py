"""From a text, a file or many of them to reports. Nothing here prints, exits or remembers an article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from os import PathLike
from typing import TYPE_CHECKING, Literal

from healthscore.article import Article
from healthscore.collector import paused

if TYPE_CHECKING:
    from typing import Protocol

    from healthscore.across import Folder, Sketch
    from healthscore.language import Analysis
    from healthscore.language.shared import Shared
    from healthscore.report.model import Report
    from healthscore.rubric import Rubric
    from healthscore.rubric.answers import Answers

    class Others(Protocol):
        """A ``Folder``, or what knows of one article what its folder does."""

        def shared(self, article: Article, /) -> Shared | None:
            """What the article has in common with others; None for one that is not among them."""


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
    ``source`` say how to read a string and what to call it; an ``Article`` knows both already. The limits of
    ``score_file`` do not count here: a text may be as long as a book, and takes its time.

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
    max_characters: int | None = None,
) -> Report:
    """Read a file and rate it. Raises ``HealthscoreError`` where file or rubric cannot be used.

    The limits are those of ``read``.
    """
    loaded = as_rubric(rubric)
    article = read(
        path,
        max_bytes=max_bytes,
        max_pages=max_pages,
        max_seconds=max_seconds,
        max_characters=max_characters,
    )
    return rate(article, loaded)


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
    max_characters: int | None = None,
) -> Article:
    """Read a file into an article without rating it. Raises ``HealthscoreError`` where that fails.

    Larger files are refused, those with more characters of text, and documents with more pages or that take longer to
    read; None is the default.
    """
    from healthscore.reading import read_file

    return read_file(
        path,
        max_bytes=max_bytes,
        max_pages=max_pages,
        max_seconds=max_seconds,
        max_characters=max_characters,
    )


def as_rubric(rubric: str | PathLike[str] | Rubric | None) -> Rubric:
    """A loaded rubric from an id, a path or nothing (the default)."""
    from healthscore.rubric import Rubric, load_rubric

    if rubric is None:
        return load_rubric(DEFAULT_RUBRIC)
    if isinstance(rubric, str | PathLike):
        return load_rubric(rubric)
    if isinstance(rubric, Rubric):
        return rubric
    raise TypeError(f"a rubric is an id, a path or a loaded Rubric, not {type(rubric).__name__}")


def rate(article: Article, rubric: Rubric, folder: Others | None = None) -> Report:
    """The report of one article under one rubric. ``folder`` is what the article is held against for what it shares."""
    return next(rate_by(article, (rubric,), folder))


def rate_by(
    article: Article, rubrics: Sequence[Rubric], folder: Others | None = None, answers: Answers | None = None
) -> Iterator[Report]:
    """The reports of one article under several rubrics, each as if it were alone: every step, the costly ones once.

    ``folder`` is what the article is held against for what it shares with others, ``answers`` are a person's ratings.
    """
    from healthscore.language import analyse

    with paused():
        analysis = analyse(article, folder.shared(article) if folder else None)
        reports = _reports(analysis, rubrics, answers)
        analysis.forget()
    yield from reports


def rate_and_sketch(article: Article, rubric: Rubric) -> tuple[Report, Sketch]:
    """An article's report, and what a ``Folder`` keeps of it, from one analysis."""
    from healthscore.across import sketch_of
    from healthscore.language import analyse

    with paused():
        analysis = analyse(article)
        [report], sketched = _reports(analysis, (rubric,), None), sketch_of(analysis)
        analysis.forget()
    return report, sketched


def _reports(analysis: Analysis, rubrics: Sequence[Rubric], answers: Answers | None) -> list[Report]:
    from healthscore.checks import examine, only
    from healthscore.checks.consistency import considered
    from healthscore.report.findings import findings_of
    from healthscore.report.model import Report, RubricReference
    from healthscore.rubric import required_measures
    from healthscore.rubric.engine import rate as rating_of

    wanted = [required_measures(rubric) for rubric in rubrics]
    found = examine(analysis, frozenset().union(*wanted))
    reports = []
    for rubric, names in zip(rubrics, wanted, strict=True):
        hits, measurements = only(found, names) if len(rubrics) > 1 else found
        given = answers.of(rubric, analysis.article.source) if answers else {}
        rating, dimensions = rating_of(rubric, measurements, given)
        report = Report(
            rubric=RubricReference(rubric.id, rubric.version, rubric.sha256),
            article=analysis.article,
            words=len(analysis.tokens),
            sentences=len(analysis.prose_sentences),
            rating=rating,
            dimensions=dimensions,
            measures={name: measured.value for name, measured in sorted(measurements.items())},
            claims=analysis.claims,
            findings=findings_of(analysis.article, hits),
            considered=considered(analysis),
        )
        reports.append(report)
    return reports
