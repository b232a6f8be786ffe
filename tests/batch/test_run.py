"""A whole run: what it writes, what it survives, and that it ends the same however often it is killed."""

import csv
import errno
import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing, suppress
from pathlib import Path

import paperwork
import psutil
import pytest
from msgspec.structs import replace
from paperwork import Unwatched, batch, forbidden

from healthscore import score
from healthscore.batch import outputs
from healthscore.batch.errors import FolderInUseError, ForeignFileError, ResultsError
from healthscore.batch.place import held
from healthscore.batch.run import run
from healthscore.reading.limits import Limits
from healthscore.rubric import load_rubric

RESULTS = ("reports.jsonl", "summary.csv", "errors.jsonl")
KILLS = 20


@pytest.fixture
def shelf(tmp_path):
    """A function that fills a folder with so many articles, and others with texts of their own."""

    def fill(number, **others):
        folder = tmp_path / "shelf"
        (folder / "deep").mkdir(parents=True, exist_ok=True)
        for i in range(number):
            path = folder / ("deep" if i % 3 else "") / f"{i:04}.txt"
            path.write_text(f"Article {i} says this and that. " * (1 + i % 7), encoding="utf-8")
        for name, text in others.items():
            (folder / f"{name}.txt").write_text(text, encoding="utf-8")
        return folder

    return fill


def _run(folder, out, **settings):
    return run(batch([folder], out, **settings), Unwatched())


def _results(out):
    return {name: (out / name).read_bytes() for name in RESULTS}


def _sources(out):
    return [json.loads(line)["article"]["source"] for line in (out / "reports.jsonl").open(encoding="utf-8")]


def _failed(out):
    return [json.loads(line) for line in (out / "errors.jsonl").open(encoding="utf-8")]


def test_reports_are_in_the_order_of_the_input(shelf, tmp_path):
    folder = shelf(50)
    results = _run(folder, tmp_path / "out", jobs=3)
    expected = [str(path) for path in sorted(folder.rglob("*.txt"))]
    assert _sources(tmp_path / "out") == expected
    with (tmp_path / "out" / "summary.csv").open(encoding="utf-8", newline="") as rows:
        assert [row["source"] for row in csv.DictReader(rows)] == expected
    assert results.tally.articles == 50
    assert sum(results.tally.bands.values()) == 50


def test_what_breaks_kills_or_hangs_costs_itself_alone(shelf, tmp_path):
    broken = {f"broken{i:02}": "BROKEN" for i in range(20)}
    folder = shelf(100, **broken, kills="DIE", hangs="HANG")
    results = _run(folder, tmp_path / "out", limit=1.0)
    assert len(_sources(tmp_path / "out")) == len(set(_sources(tmp_path / "out"))) == 100
    failed = _failed(tmp_path / "out")
    assert [Path(line["source"]).stem for line in failed] == [*sorted(broken), "hangs", "kills"]
    assert {line["error"] for line in failed[:20]} == {"BinaryError"}
    assert [line["error"] for line in failed[20:]] == ["TimeLimitError", "WorkerDiedError"]
    assert all(line["source"] in line["message"] and "; " in line["message"] for line in failed)
    assert (results.tally.articles, results.tally.failed) == (100, 22)


def test_killed_again_and_again_it_ends_the_same(shelf, tmp_path):
    folder = shelf(250, broken="BROKEN")
    whole, out = tmp_path / "whole", tmp_path / "out"
    _run(folder, whole)
    chance, kept = random.Random(20), [0]
    for kill in range(KILLS):
        with _started(folder, out) as process:
            if kill % 2:
                _wait_for_more(process, out, kept[-1])
            time.sleep(chance.uniform(0.0, 0.4))
            everybody = _family(process)
            workers_only = chance.random() < 0.5
            for pid in chance.sample(everybody[1:], len(everybody) // 2) if workers_only else everybody[:1]:
                _kill(pid)
            time.sleep(chance.uniform(0.0, 0.2))
            process.kill()
        kept.append(_kept(out))
    _run(folder, out)
    assert _results(out) == _results(whole)
    assert len(_sources(out)) == len(set(_sources(out))) == 250
    assert kept == sorted(kept), "what was scored is never lost"
    assert any(0 < number < 250 for number in kept), "some were killed half-way"


def _started(folder, out):
    command = [sys.executable, paperwork.__file__, out, "0.01", folder]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def _wait_for_more(process, out, before):
    while process.poll() is None and _kept(out) <= before:
        time.sleep(0.01)


def _kept(out):
    """How many records a run has made safe."""
    store = out / ".healthscore" / "cache.sqlite3"
    if not store.exists():
        return 0
    with closing(sqlite3.connect(store)) as rows, suppress(sqlite3.OperationalError):  # no table yet
        return rows.execute("SELECT count(*) FROM records").fetchone()[0]
    return 0


def _family(process):
    with suppress(psutil.NoSuchProcess):
        return [process.pid, *(child.pid for child in psutil.Process(process.pid).children(recursive=True))]
    return [process.pid]


def _kill(pid):
    with suppress(ProcessLookupError):
        os.kill(pid, signal.SIGKILL)


def test_what_is_known_is_not_scored_again(shelf, tmp_path):
    folder, out = shelf(20), tmp_path / "out"
    _run(folder, out)
    first = _results(out)
    _run(folder, out, score=forbidden)
    assert _results(out) == first


def test_only_what_has_changed_is_scored_again(shelf, tmp_path):
    folder, out = shelf(20), tmp_path / "out"
    _run(folder, out)
    (folder / "0003.txt").write_text("A new text.", encoding="utf-8")
    (folder / "0006.txt").rename(folder / "renamed.txt")
    _run(folder, out, score=forbidden)
    assert [Path(line["source"]).name for line in _failed(out)] == ["0003.txt"]
    assert _sources(out)[-1].endswith("renamed.txt")
    _run(folder, out)
    assert _failed(out) == []


def test_articles_that_could_not_be_scored_are_tried_again(shelf, tmp_path):
    folder, out = shelf(3, broken="BROKEN"), tmp_path / "out"
    _run(folder, out)
    assert len(_failed(out)) == 1
    _run(folder, out, score=paperwork.unworried)
    assert _failed(out) == []


@pytest.mark.parametrize("harm", ["cut", "garbage", "gone"])
def test_spoilt_results_are_made_whole(harm, shelf, tmp_path):
    folder, out = shelf(20), tmp_path / "out"
    _run(folder, out)
    first = _results(out)
    for name in RESULTS:
        if harm == "gone":
            (out / name).unlink()
        else:
            with (out / name).open("r+b") as file:
                file.truncate(len(first[name]) * 2 // 3)
                file.seek(0, os.SEEK_END)
                file.write(b'{"schema": "half a li' if harm == "garbage" else b"")
    _run(folder, out, score=forbidden)
    assert _results(out) == first


def test_restart_forgets_earlier_runs_and_no_cache_does_not_ask_them(shelf, tmp_path):
    folder, out = shelf(5), tmp_path / "out"
    _run(folder, out)
    _run(folder, out, score=forbidden, cache=False)
    assert len(_failed(out)) == 5
    _run(folder, out, score=forbidden)
    assert _failed(out) == []
    _run(folder, out, score=forbidden, restart=True)
    assert len(_failed(out)) == 5


def test_without_a_cache_nothing_is_kept_but_the_results(shelf, tmp_path):
    folder, out = shelf(5), tmp_path / "out"
    _run(folder, out, cache=False)
    assert sorted(path.name for path in (out / ".healthscore").iterdir()) == ["lock", "results"]
    assert len(_sources(out)) == 5


def test_another_rubric_makes_other_records(shelf, tmp_path, rubric_of_mine):
    folder, out = shelf(5), tmp_path / "out"
    _run(folder, out)
    run(replace(batch([folder], out, score=forbidden), rubric=rubric_of_mine), Unwatched())
    assert len(_failed(out)) == 5


def test_under_other_limits_a_document_is_read_anew(shelf, tmp_path):
    folder, out = shelf(0, a="%PDF-1.7 or so"), tmp_path / "out"
    _run(folder, out)
    chosen = batch([folder], out, score=forbidden)
    limits = Limits(max_pages=1)
    run(replace(chosen, inputs=replace(chosen.inputs, limits=limits)), Unwatched())
    assert len(_failed(out)) == 1


@pytest.fixture
def rubric_of_mine(tmp_path):
    path = tmp_path / "mine.yaml"
    path.write_text(
        "schema: healthscore-rubric/1\nid: mine\nversion: 1.0.0\ntitle: Mine\nextends: five-dimensions\n",
        "utf-8",
    )
    return load_rubric(path)


def test_two_runs_into_one_folder_are_refused(shelf, tmp_path):
    folder, out = shelf(3), tmp_path / "out"
    with held(out, RESULTS, cache=True, restart=False), pytest.raises(FolderInUseError, match="another run"):
        _run(folder, out)
    _run(folder, out)


def test_a_killed_run_holds_nothing(shelf, tmp_path):
    folder, out = shelf(3), tmp_path / "out"
    with _started(folder, out) as process:
        while process.poll() is None and not (out / "errors.jsonl").exists():
            time.sleep(0.01)
        process.kill()
    _run(folder, out)
    assert len(_sources(out)) == 3


def test_results_that_no_run_has_made_are_not_overwritten(shelf, tmp_path):
    folder, out = shelf(3), tmp_path / "out"
    out.mkdir()
    (out / "summary.csv").write_text("precious", encoding="utf-8")
    with pytest.raises(ForeignFileError, match=r"summary\.csv: is there already"):
        _run(folder, out)
    assert (out / "summary.csv").read_text(encoding="utf-8") == "precious"
    _run(folder, out, restart=True)
    assert len(_sources(out)) == 3


def test_results_that_are_not_asked_for_again_are_removed_and_no_file_of_others(shelf, tmp_path):
    folder, out = shelf(3), tmp_path / "out"
    _run(folder, out, formats=("csv", "html", "jsonl"))
    (out / "summary.parquet").write_text("precious", encoding="utf-8")
    _run(folder, out, formats=("jsonl",), restart=True)
    names = [".healthscore", "errors.jsonl", "reports.jsonl", "summary.parquet"]
    assert sorted(path.name for path in out.iterdir()) == names


def test_a_spoilt_cache_is_one_clear_line(shelf, tmp_path):
    folder, out = shelf(3), tmp_path / "out"
    _run(folder, out)
    (out / ".healthscore" / "cache.sqlite3").write_bytes(b"this is no database at all" * 100)
    with pytest.raises(ResultsError, match=r"the cache cannot be used .*--restart"):
        _run(folder, out)
    _run(folder, out, restart=True)
    assert len(_sources(out)) == 3


def test_a_folder_that_cannot_be_written_is_one_clear_line(shelf, tmp_path):
    (tmp_path / "file").write_text("no folder", encoding="utf-8")
    with pytest.raises(ResultsError, match="cannot be written to"):
        _run(shelf(3), tmp_path / "file" / "out")


def test_a_full_disk_is_one_clear_line_that_names_the_folder_and_costs_no_result(
    shelf, tmp_path, monkeypatch
):
    def full(*_):
        raise OSError(errno.ENOSPC, "No space left on device")

    folder, out = shelf(6), tmp_path / "out"
    with monkeypatch.context() as patch:
        patch.setattr(outputs.Csv, "add", full)
        with pytest.raises(ResultsError, match=r"out: the results cannot be written \(No space left"):
            _run(folder, out)
    _run(folder, out)
    assert len(_sources(out)) == 6


def test_results_in_the_folder_of_the_articles_are_not_taken_for_articles(shelf):
    folder = shelf(6)
    for _ in range(2):
        _run(folder, folder / "results")
        assert len(_sources(folder / "results")) == 6
        assert _failed(folder / "results") == []


def test_a_corpus_and_a_folder_in_one_run(shelf, tmp_path):
    corpus = tmp_path / "a.jsonl"
    corpus.write_text('{"id": "one", "text": "Tea is warm."}\nno json\n', encoding="utf-8")
    folder = shelf(2)
    run(batch([corpus, folder, folder / "0000.txt", tmp_path / "none.txt"], tmp_path / "out"), Unwatched())
    names = [Path(source).name for source in _sources(tmp_path / "out")]
    assert names == ["one", "0000.txt", "0001.txt"]
    assert [Path(line["source"]).name for line in _failed(tmp_path / "out")] == ["a.jsonl:2", "none.txt"]


def test_the_same_text_twice_is_scored_once_and_reported_twice(shelf, tmp_path):
    folder = shelf(0, a="The same.", b="The same.")
    _run(folder, tmp_path / "out", jobs=1)
    assert [Path(source).name for source in _sources(tmp_path / "out")] == ["a.txt", "b.txt"]


def test_rows_as_parquet(shelf, tmp_path):
    parquet = pytest.importorskip("pyarrow.parquet")
    folder, out = shelf(8), tmp_path / "out"
    _run(folder, out, formats=("parquet",))
    table = parquet.read_table(out / "summary.parquet")
    assert table["source"].to_pylist() == [str(path) for path in sorted(folder.rglob("*.txt"))]
    assert str(table.schema.field("words").type) == "int64"
    assert str(table.schema.field("rating").type) == "double"
    assert sorted(path.name for path in out.iterdir()) == [".healthscore", "errors.jsonl", "summary.parquet"]


def test_without_a_row_there_are_columns_all_the_same(shelf, tmp_path):
    parquet = pytest.importorskip("pyarrow.parquet")
    _run(shelf(0, broken="BROKEN"), tmp_path / "out", formats=("csv", "parquet"))
    columns = list(score("Tea is warm.").to_row())
    assert (tmp_path / "out" / "summary.csv").read_text(encoding="utf-8") == ",".join(columns) + "\n"
    schema = parquet.read_schema(tmp_path / "out" / "summary.parquet")
    assert schema.names == columns
    assert str(schema.field("words").type) == "int64"


def test_an_index_as_html_has_every_article_or_the_worst_of_very_many(shelf, tmp_path, monkeypatch):
    folder, out = shelf(30, broken="BROKEN"), tmp_path / "out"
    _run(folder, out, formats=("html", "csv"))
    page = (out / "index.html").read_text(encoding="utf-8")
    assert all(str(path) in page for path in folder.rglob("0*.txt"))
    assert "30 articles" in page
    assert "1 could not be read" in page
    monkeypatch.setattr(outputs, "_LISTED", 5)
    _run(folder, out, formats=("html", "csv"))
    page = (out / "index.html").read_text(encoding="utf-8")
    with (out / "summary.csv").open(encoding="utf-8", newline="") as lines:
        rows = sorted(csv.DictReader(lines), key=lambda row: (float(row["rating"]), row["source"]))
    assert [row["source"] in page for row in rows] == [True] * 5 + [False] * 25


def test_names_that_are_no_unicode_stay_apart_in_parquet(tmp_path):
    parquet = pytest.importorskip("pyarrow.parquet")
    corpus = tmp_path / "a.jsonl"
    ids = [r'"\udcfe"', r'"\udcff"', '"?"']
    corpus.write_text(
        "".join(f'{{"id": {name}, "text": "Tea is warm."}}\n' for name in ids), encoding="utf-8"
    )
    run(batch([corpus], tmp_path / "out", formats=("parquet",)), Unwatched())
    assert len(set(parquet.read_table(tmp_path / "out" / "summary.parquet")["source"].to_pylist())) == 3
