"""JSON lines and Parquet: every record becomes an article or is refused with its place."""

import gzip
import json

import pytest

from healthscore.batch import corpora
from healthscore.batch.corpora import Fields, count, is_corpus, records
from healthscore.batch.item import Item
from healthscore.reading.limits import Limits


def _write(path, *lines):
    data = b"".join(line if isinstance(line, bytes) else json.dumps(line).encode() + b"\n" for line in lines)
    path.write_bytes(gzip.compress(data) if path.suffix == ".gz" else data)
    return path


def _read(path, fields=None, max_bytes=1000):
    return list(records(path, fields or Fields(), Limits(max_bytes)))


@pytest.mark.parametrize("name", ["a.jsonl", "a.JSONL.gz", "a.ndjson"])
def test_a_record_a_line(name, tmp_path):
    path = tmp_path / name
    data = b'{"text": "Rest helps.", "id": 7}\n\n{"text": "Tea is warm."}'
    path.write_bytes(gzip.compress(data) if name.endswith(".gz") else data)
    assert is_corpus(path)
    assert _read(path) == [Item("7", "Rest helps."), Item(f"{path}:3", "Tea is warm.")]
    assert count(path) == 2


def test_fields_may_have_other_names(tmp_path):
    path = _write(tmp_path / "a.jsonl", {"body": "Rest.", "url": "example.org/rest"}, {"body": "Tea."})
    first, second = _read(path, Fields("body", "url"))
    assert first == Item("example.org/rest", "Rest.")
    assert (second.source, str(second.error).partition(": ")[0]) == (f"{path}:2", f"{path}:2")
    assert "no field 'url'" in str(second.error)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (b'{"text": "half\n', "is not JSON"),
        (b'{"text": "\xff"}\n', "is not JSON"),
        (b"[1, 2]\n", "is no JSON object"),
        (b'{"title": "no text"}\n', "no text in a field 'text' (fields: title)"),
        (b'{"text": null}\n', "no text in its field 'text', but null;"),
        (b'{"text": 5}\n', "no text in its field 'text', but a number;"),
        (b'{"text": {"en": "Rest."}}\n', "no text in its field 'text', but an object;"),
        (b'{"text": "%s"}\n' % (b"x" * 200_001), "holds more than 200,000 characters of text"),
        (b"[" * 100_000 + b"\n", "is not JSON"),
    ],
    ids=["half", "not UTF-8", "list", "no text", "null", "number", "object", "large", "deep"],
)
def test_a_bad_line_is_refused_and_the_next_is_read(line, said, tmp_path):
    path = _write(tmp_path / "a.jsonl", {"text": "one"}, line, {"text": "three"})
    first, bad, last = _read(path)
    assert (first, last) == (Item(f"{path}:1", "one"), Item(f"{path}:3", "three"))
    assert bad.source == f"{path}:2"
    assert said in str(bad.error)


@pytest.mark.parametrize("text", ["null", '"%s"' % ("x" * 200_001)], ids=["null", "large"])
def test_a_record_that_is_refused_is_called_by_its_id(text, tmp_path):
    path = _write(tmp_path / "a.jsonl", b'{"id": "rest", "text": %s}\n' % text.encode())
    (bad,) = _read(path)
    assert bad.source == "rest"
    assert str(bad.error).startswith("rest")


def test_a_line_without_an_end_is_not_held_in_memory(tmp_path, monkeypatch):
    monkeypatch.setattr(corpora, "_LONGEST_LINE", 100)
    path = _write(tmp_path / "a.jsonl", {"text": "x" * 950}, {"text": "two"})
    bad, good = _read(path)
    assert "more than 100 bytes" in str(bad.error)
    assert good == Item(f"{path}:2", "two")


def test_an_archive_that_breaks_off_gives_what_it_holds(tmp_path):
    path = _write(tmp_path / "a.jsonl.gz", *({"text": f"number {i} of many"} for i in range(2000)))
    path.write_bytes(path.read_bytes()[:-2000])
    *items, bad = _read(path)
    assert items[0] == Item(f"{path}:1", "number 0 of many")
    assert "cannot be read further" in str(bad.error)


@pytest.mark.parametrize("name", ["missing.jsonl", "missing.parquet", "bad.parquet", "bad.jsonl.gz"])
def test_a_file_that_is_none_is_refused_in_one_line(name, tmp_path):
    path = tmp_path / name
    if name.startswith("bad"):
        path.write_bytes(b"this is nothing of the kind")
    (refused,) = _read(path)
    assert str(refused.error).startswith(f"{path}: ")
    assert "\n" not in str(refused.error)
    assert count(path) == 0


@pytest.mark.parametrize("name", ["a.jsonl", "a.jsonl.gz", "a.parquet"])
def test_a_corpus_without_a_record_is_refused(name, tmp_path):
    path = tmp_path / name
    if name.endswith("parquet"):
        arrow, parquet = pytest.importorskip("pyarrow"), pytest.importorskip("pyarrow.parquet")
        parquet.write_table(arrow.table({"text": arrow.array([], arrow.string())}), path)
    else:
        _write(path, b"\n", b"\n")
    (refused,) = _read(path)
    assert str(refused.error) == f"{path}: no records in this file; check the file"


def test_parquet_rows_are_records(tmp_path):
    arrow, parquet = pytest.importorskip("pyarrow"), pytest.importorskip("pyarrow.parquet")
    path = tmp_path / "a.parquet"
    rows = arrow.table(
        {"id": [str(i) for i in range(200)], "text": [f"text {i}" for i in range(199)] + [None]}
    )
    parquet.write_table(rows, path, row_group_size=50)
    *items, last = _read(path)
    assert items == [Item(str(i), f"text {i}") for i in range(199)]
    assert str(last.error).startswith(f"199 ({path}:200): no text in its field 'text', but null")
    assert count(path) == 200
    (refused,) = _read(path, Fields("body"))
    assert "no column 'body' (columns: id, text)" in str(refused.error)


def _not_utf8(arrow):
    """Three texts of which the second is none."""
    texts = [b"one", b"tw\xff", b"three"]
    ends = arrow.array([0, 3, 6, 11], arrow.int32()).buffers()[1]
    return arrow.Array.from_buffers(arrow.string(), 3, [None, ends, arrow.py_buffer(b"".join(texts))])


@pytest.mark.parametrize(
    ("field", "odd", "source", "said"),
    [
        ("text", _not_utf8, "2", "no text in its field 'text', its cell cannot be read ('utf-8' codec"),
        ("id", _not_utf8, None, "its field 'id' holds nothing to call it by, its cell cannot be read"),
        ("id", lambda a: a.array([1, 2**60, 3], a.timestamp("us")), None, "date value out of range"),
        ("id", lambda a: a.array([1, 10**9, 3], a.date32()), None, "999999999"),
    ],
    ids=["text not UTF-8", "id not UTF-8", "time", "date"],
)
def test_a_cell_of_which_python_makes_nothing_costs_its_row_alone(field, odd, source, said, tmp_path):
    arrow, parquet = pytest.importorskip("pyarrow"), pytest.importorskip("pyarrow.parquet")
    path = tmp_path / "a.parquet"
    columns = {"id": ["1", "2", "3"], "text": ["one", "two", "three"], field: odd(arrow)}
    parquet.write_table(arrow.table(columns), path)
    first, bad, last = _read(path)
    assert (first.content, last.content) == ("one", "three")
    assert bad.source == (source or f"{path}:2")
    assert said in str(bad.error)


def test_a_fault_of_a_library_costs_its_corpus_alone(tmp_path, monkeypatch):
    def fails(_):
        raise RuntimeError("a fault")

    monkeypatch.setattr(corpora, "_stream", fails)
    (refused,) = _read(tmp_path / "a.jsonl")
    assert "internal error, RuntimeError('a fault')" in str(refused.error)
