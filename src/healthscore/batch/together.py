"""Items held against each other in worker processes: each is read twice, first for its sketch, then for its report."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, cast

from msgspec import Struct
from msgspec.structs import replace

from healthscore.batch.errors import InternalError, ItemTypeError
from healthscore.batch.order import InOrder, Known
from healthscore.batch.pool import Pool, Task
from healthscore.batch.sources import Source, as_article, checked, name_of
from healthscore.errors import HealthscoreError
from healthscore.scoring import folder_of, rate, sketch

if TYPE_CHECKING:
    from healthscore.across import Folder, Sketch
    from healthscore.article import Article
    from healthscore.language.shared import Shared
    from healthscore.report.model import Report
    from healthscore.rubric import Rubric


class _Held(Struct, frozen=True):
    """What the article with this hash shares with others, as the process that has them all has found."""

    sha256: str
    found: Shared | None

    def shared(self, article: Article) -> Shared | None:
        """The same as the folder would say; None where the file has changed since."""
        return self.found if article.sha256 == self.sha256 else None


class _Job(Struct, frozen=True):
    """An item, called ``text`` if it is one: to be sketched, or else to be rated with what it shares."""

    item: Source
    text: str
    sketched: bool = False
    held: _Held | None = None


def rated_together(
    items: Sequence[tuple[Source, str]], rubric: Rubric, name: str, *, jobs: int, timeout: float, ahead: int
) -> Generator[Report | HealthscoreError, None, None]:
    """The reports, in order, of items that are called ``name`` together; each comes with what to call it as a text.

    Sketches and reports are made by the workers, what the items share is found here, between the two. An item that
    could not even be sketched is not tried again: its error stands in the place of its report.
    """
    work = partial(_done, rubric=rubric)
    first = [_job(item, text) for item, text in items]
    with Pool(work, jobs=jobs, limit=timeout, prepare=partial(work, _Job("Tea is warm.", "<text>"))) as pool:
        in_order = InOrder(pool, _as_it_is, ahead=ahead)
        sketches = [*in_order.run(map(_task, first))]
        folder = folder_of((cast("Sketch", found) for found in sketches if not _is_error(found)), name)
        yield from cast("Iterator[Report | HealthscoreError]", in_order.run(_second(first, sketches, folder)))


def _second(
    first: Sequence[_Job | ItemTypeError],
    sketches: Sequence[Report | Sketch | HealthscoreError],
    folder: Folder,
) -> Iterator[Task[_Job, Report | Sketch] | Known[Report | Sketch | HealthscoreError]]:
    for job, found in zip(first, sketches, strict=True):
        if isinstance(job, ItemTypeError):
            yield Known(job)
        elif isinstance(found, InternalError):  # a fault of ours in what is compared costs no report
            yield _task(replace(job, sketched=True))
        elif isinstance(found, HealthscoreError):
            yield Known(found)
        else:
            made = cast("Sketch", found)
            held = _Held(made.sha256, folder.shared(made))
            yield _task(replace(job, sketched=True, held=held))


def _done(job: _Job, rubric: Rubric) -> Report | Sketch:
    article = as_article(job.item, job.text)
    return rate(article, rubric, job.held) if job.sketched else sketch(article)


def _job(item: object, text: str) -> _Job | ItemTypeError:
    try:
        return _Job(checked(item), text)
    except ItemTypeError as error:
        return error


def _task(
    job: _Job | ItemTypeError,
) -> Task[_Job, Report | Sketch] | Known[Report | Sketch | HealthscoreError]:
    return Known(job) if isinstance(job, ItemTypeError) else Task(job, name_of(job.item, job.text))


def _as_it_is(_: _Job, answer: Report | Sketch | HealthscoreError) -> Report | Sketch | HealthscoreError:
    return answer


def _is_error(answer: object) -> bool:
    return isinstance(answer, HealthscoreError)
