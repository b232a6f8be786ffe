"""Which files of a folder are taken, and in which order."""

import os
import shutil
import sys
from codecs import BOM_UTF8
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest

from healthscore.batch.files import Choice, files_in
from healthscore.batch.inputs import Inputs
from healthscore.batch.item import Item, Refused

TREE = (
    "b.txt",
    "a/z.md",
    "a/drafts/x.txt",
    "a.txt",
    "notes.old",
    ".hidden.txt",
    ".git/c.txt",
    "B.TXT",
    "drafts",
)


@pytest.fixture
def tree(tmp_path):
    for name in TREE:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name, encoding="utf-8")
    (tmp_path / "loop").symlink_to(tmp_path)
    return tmp_path


def _names(tree, **choice):
    refused = []
    found = files_in(tree, Choice((".txt", ".md"), **choice), refused.append, refused.append)
    return [path.relative_to(tree).as_posix() for path in found]


def test_the_order_is_that_of_paths(tree):
    found = _names(tree)
    assert found == ["B.TXT", "a/drafts/x.txt", "a/z.md", "a.txt", "b.txt"]
    assert found == [path.as_posix() for path in sorted(map(Path, found))]


@pytest.mark.parametrize(
    ("choice", "expected"),
    [
        ({"exclude": ["drafts/"]}, ["B.TXT", "a/z.md", "a.txt", "b.txt"]),
        ({"exclude": ["*.txt", "!b.txt"]}, ["B.TXT", "a/z.md", "b.txt"]),
        ({"exclude": ["/a*"]}, ["B.TXT", "b.txt"]),
        ({"include": ["*.old", "z.*"]}, ["a/z.md", "notes.old"]),
        ({"include": ["a/**"], "exclude": ["*.md"]}, ["a/drafts/x.txt"]),
    ],
)
def test_patterns_choose_as_in_a_gitignore(choice, expected, tree):
    assert _names(tree, **choice) == expected


def test_the_results_of_a_batch_are_handed_over_and_articles_beside_them_are_not(tree):
    (tree / "a" / ".healthscore").mkdir()
    for folder in ("a", "a/drafts"):
        (tree / folder / "errors.jsonl").write_text("{}", encoding="utf-8")
    ours = []
    found = list(files_in(tree, Choice((".txt", ".md", ".jsonl")), ours.append, ours.append))
    assert ours == [tree / "a" / "errors.jsonl"]
    assert {tree / "a" / "z.md", tree / "a" / "drafts" / "errors.jsonl"} <= set(found)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_folder_that_cannot_be_searched_is_named(tree):
    (tree / "closed").mkdir(mode=0)
    refused = []
    list(files_in(tree, Choice((".txt",)), refused.append, refused.append))
    assert [Path(error.filename).name for error in refused] == ["closed"]


def test_what_is_gone_when_its_turn_comes_is_missed(tree):
    items = Inputs([str(tree)], (".txt", ".md")).items()
    first = next(items)
    shutil.rmtree(tree)
    assert Path(first.source).name == "B.TXT"
    assert [(Path(one.source).name, type(one)) for one in items] == [
        ("a.txt", Refused),
        ("b.txt", Refused),
        ("a", Refused),
    ]


@pytest.fixture
def listed(tmp_path, monkeypatch):
    """A function that reads a list of paths from a file or from stdin."""

    def read(data, name):
        if name == "-":
            monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO(data), encoding="utf-8"))
        else:
            name = str(tmp_path / name)
            Path(name).write_bytes(data)
        return list(Inputs([], (".txt",), [name]).items())

    return read


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no such names")
@pytest.mark.parametrize("name", ["paths.lst", "-"])
def test_a_list_names_files_by_their_bytes(name, listed, tmp_path):
    paths = [os.fsencode(tmp_path) + b"/" + file for file in (b"first.txt", b"caf\xe9.txt", b"last.txt")]
    for path in paths:
        Path(os.fsdecode(path)).write_text("Tea is warm.", encoding="utf-8")
    items = listed(BOM_UTF8 + b"\r\n".join(paths), name)
    assert [type(item) for item in items] == [Item] * 3
    assert [os.fsencode(item.source) for item in items] == paths


@pytest.mark.parametrize("name", ["paths.lst", "-"])
@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"\n\n", "no path in this list; check --from-file"),
        (b"a.txt\0b.txt\0", "this list cannot be read (it holds NUL characters); a list is text with a path"),
    ],
    ids=["empty", "NUL"],
)
def test_what_is_no_list_of_paths_is_refused(name, data, said, listed):
    (refused,) = listed(data, name)
    assert isinstance(refused, Refused)
    assert said in str(refused.error)


def test_a_link_that_leads_nowhere_is_refused_in_its_place(tree):
    (tree / "a" / "y.md").symlink_to(tree / "nothing")
    (tree / "a" / "w.jsonl").symlink_to(tree / "nothing")
    (tree / "a" / "plain").symlink_to(tree / "nothing")
    os.mkfifo(tree / "a" / "pipe.md")
    items = list(Inputs([str(tree / "a")], (".txt", ".md")).items())
    assert [type(item) for item in items] == [Item, Refused, Refused, Item]
    said = [str(item.error) for item in items if isinstance(item, Refused)]
    assert [Path(line.split(": ")[0]).name for line in said] == ["w.jsonl", "y.md"]
    assert said[1].endswith("y.md: is a link to a file that is not there; mend the link or remove it")


def test_each_file_is_taken_once_however_often_it_is_named(tree):
    listed = tree / "list.old"
    listed.write_text(f"{tree / 'a.txt'}\n\n{tree / 'b.txt'}\n{tree / 'a'}\n", encoding="utf-8")
    inputs = Inputs([str(tree / "b.txt"), str(tree / "a")], (".txt", ".md"), [str(listed)])
    items = list(inputs.items())
    assert all(isinstance(item, Item) for item in items)
    assert [Path(item.source).name for item in items] == ["b.txt", "x.txt", "z.md", "a.txt"]
    assert inputs.count() == 4
