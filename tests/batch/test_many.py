"""``score_many``: in this process and in workers; the same reports, the same errors, in order."""

import math
from multiprocessing import get_context
from pathlib import Path

import chores
import pytest
from joblib.externals import loky

from healthscore import HealthscoreError, Report, read, score, score_many
from healthscore.batch.errors import TimeLimitError
from healthscore.reading.errors import EmptyError, MissingFileError

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.md"))
ITEMS = [
    EXAMPLES[0],
    EXAMPLES[1].read_text(encoding="utf-8"),
    read(EXAMPLES[2] if EXAMPLES[2:] else EXAMPLES[0]),
]


def test_workers_give_the_same_reports_in_order():
    assert list(score_many(ITEMS * 3, jobs=2)) == list(score_many(ITEMS * 3))


@pytest.mark.parametrize("jobs", [None, 1])
def test_an_error_stands_in_its_place_or_ends_it(jobs):
    items = ["Tea is warm.", Path("missing.md"), "", "Rest."]
    first, missing, empty, last = score_many(items, jobs=jobs, on_error="yield")
    assert isinstance(first, Report)
    assert isinstance(last, Report)
    assert isinstance(missing, MissingFileError)
    assert isinstance(empty, EmptyError)
    assert str(missing).startswith("missing.md: no such file")
    reports = score_many(items, jobs=jobs)
    assert next(reports).article.source == "<text>"
    with pytest.raises(MissingFileError):
        next(reports)


@pytest.mark.parametrize("how", [{}, {"jobs": 2}, {"folder": "x"}, {"folder": "x", "jobs": 2}], ids=str)
def test_an_item_of_another_type_is_an_error_in_its_place(how):
    wrong = [None, math.nan, 5, b"Tea is warm.", ["Tea is warm."], lambda: None]
    items = ["Tea is warm.", *wrong, "Rest."]
    first, *errors, last = score_many(items, on_error="yield", **how)
    assert isinstance(first, Report)
    assert isinstance(last, Report)
    assert [isinstance(error, HealthscoreError) and isinstance(error, TypeError) for error in errors] == [
        True
    ] * len(wrong)
    assert str(errors[0]).startswith("None: cannot be scored, its type is NoneType; give a text")
    reports = score_many(items, **how)
    next(reports)
    with pytest.raises(TypeError, match="its type is NoneType"):
        next(reports)


@pytest.mark.parametrize("on_error", ["raise", "yield"])
@pytest.mark.parametrize("jobs", [None, 2])
def test_an_iterable_that_fails_costs_nothing_that_it_gave(jobs, on_error):
    def items():
        yield from ["Tea is warm."] * 5
        raise ZeroDivisionError("by nought")

    reports = score_many(items(), jobs=jobs, on_error=on_error)
    assert [type(next(reports)) for _ in range(5)] == [Report] * 5
    with pytest.raises(ZeroDivisionError):
        next(reports)


SPUN = (
    "{0} is a herb that people have used for ages. {0} may help {1} when it is taken as a tea every evening. "
    "Many people in {2} drink {0} before bed because its leaves hold a mild and pleasant oil. "
    "Ask a pharmacist before taking {0} together with other medicines that make you drowsy. "
    "Pour hot water over one spoon of {0} leaves and let the cup stand under a lid for ten minutes. "
)


def test_workers_hold_items_against_each_other_as_one_process_does(tmp_path):
    fennel = tmp_path / "fennel.txt"
    fennel.write_text(SPUN.format("Fennel", "digestion", "Greece"), encoding="utf-8")
    nettle, missing = SPUN.format("Nettle", "joints", "Wales"), tmp_path / "none.txt"
    items = [fennel, nettle, missing, "", *ITEMS, nettle]
    alone = list(score_many(items, folder="herbs", on_error="yield"))
    together = list(score_many(items, folder="herbs", jobs=2, on_error="yield"))
    assert list(map(_comparable, together)) == list(map(_comparable, alone))
    assert isinstance(together[2], MissingFileError)
    shared = [f for f in together[0].findings if f.rule == "repetition/shared-template"]
    assert "<text 2>" in shared[0].message


def test_an_article_that_takes_too_long_costs_the_others_nothing_where_they_are_held_together():
    slow = " ".join(f"Drug {i} lowers the risk {i} of illness {i + 1} in adults." for i in range(30_000))
    items = ["Tea is warm.", slow, "Rest."]
    first, late, last = score_many(items, folder="x", jobs=1, timeout=1, on_error="yield")
    assert isinstance(late, TimeLimitError)
    assert [first.article.source, last.article.source] == ["<text 1>", "<text 3>"]


def _by_joblib(work):
    with loky.ProcessPoolExecutor(1) as pool:
        return pool.submit(work, "Tea is warm.").result()


def _by_multiprocessing(work):
    with get_context("spawn").Pool(1) as pool:
        return pool.apply(work, ("Tea is warm.",))


@pytest.mark.parametrize("pool", [_by_joblib, _by_multiprocessing])
def test_a_worker_of_another_pool_rates_by_itself_and_says_so(pool):
    warned, reports = pool(chores.score_with_jobs)
    assert reports == 2
    (said,) = warned
    assert said.startswith("a worker of another pool can start no workers")


def _comparable(answer):
    return (type(answer), str(answer)) if isinstance(answer, HealthscoreError) else answer


def test_an_article_that_takes_too_long_is_an_error():
    long = " ".join(f"Drug {i} lowers the risk {i} of illness {i + 1} in adults." for i in range(30_000))
    first, slow = score_many(["Tea is warm.", long], jobs=1, timeout=1, on_error="yield")
    assert isinstance(first, Report)
    assert isinstance(slow, TimeLimitError)


def test_a_fault_of_ours_is_an_error_with_its_cause(monkeypatch):
    def faulty(*_):
        raise ZeroDivisionError("by nought")

    monkeypatch.setattr("healthscore.batch.many.rate", faulty)
    (fault,) = score_many(["Tea is warm."], on_error="yield")
    assert isinstance(fault, HealthscoreError)
    assert isinstance(fault.__cause__, ZeroDivisionError)
    assert "<text>: internal error, ZeroDivisionError('by nought')" in str(fault)


@pytest.mark.parametrize(
    "wrong",
    [
        {"folder": "shelf", "jobs": 0},
        {"jobs": 0},
        {"jobs": 1, "timeout": 0},
        {"jobs": 1, "timeout": math.nan},
        {"on_error": "skip"},
    ],
    ids=str,
)
def test_what_cannot_be_asked_is_said_at_the_call(wrong):
    with pytest.raises(ValueError, match="score_many"):
        score_many([], **wrong)


def test_a_report_comes_to_a_row():
    report = score(ITEMS[1])
    row = report.to_row()
    assert row["rating"] == round(report.rating.value, 2)
    assert row["sha256"] == report.article.sha256
    assert [name for name in row if name.startswith("rating_")] == [
        f"rating_{d.id}" for d in report.dimensions
    ]
