"""PDFs on the command line: in folders, from stdin, and the flags that raise what is allowed."""

import json
import shutil
from collections import Counter
from pathlib import Path

import pytest
from click.testing import CliRunner

from healthscore.cli import inputs
from healthscore.cli.group import app

PDFS = Path(__file__).parents[1] / "reading" / "pdf"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    for name in ("chromium.pdf", "libreoffice.pdf"):
        shutil.copy(PDFS / name, tmp_path / name)
    (tmp_path / "broken.PDF").write_bytes(b"%PDF-1.7\n")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_folder_is_searched_for_pdfs_and_a_broken_one_is_read_once(folder, monkeypatch):
    read, seen = inputs.read, Counter()

    def counted(path, **limits):
        seen[path.name] += 1
        return read(path, **limits)

    monkeypatch.setattr(inputs, "read", counted)
    result = CliRunner().invoke(app, ["score", ".", "--output-format", "json"])
    assert result.exit_code == 2
    assert [report["article"]["source"] for report in json.loads(result.stdout)] == [
        "chromium.pdf",
        "libreoffice.pdf",
    ]
    assert result.stderr.splitlines() == [
        "healthscore: broken.PDF: is damaged or no PDF at all; get it anew, or open it in another program and save it again"
    ]
    assert seen == {"broken.PDF": 1, "chromium.pdf": 2, "libreoffice.pdf": 2}


def test_a_pdf_comes_from_stdin(folder):
    data = (folder / "chromium.pdf").read_bytes()
    result = CliRunner().invoke(app, ["score", "-", "--output-format", "json"], input=data)
    assert result.exit_code == 0
    assert json.loads(result.stdout)["article"]["title"].startswith("Tinnitus")


@pytest.mark.parametrize(
    ("flag", "value", "said"),
    [
        ("--max-pages", "1", "2 pages are more than the limit of 1"),
        ("--max-bytes", "100", "the limit of 100 bytes"),
        ("--max-characters", "100", "more than 100 characters of text"),
    ],
)
def test_a_limit_names_its_flag(folder, flag, value, said):
    result = CliRunner().invoke(app, ["score", "chromium.pdf", flag, value])
    assert result.exit_code == 2
    assert said in result.stderr
    assert flag in result.stderr


@pytest.mark.parametrize("flag", ["--max-pages", "--max-seconds"])
def test_no_limit_is_nothing(folder, flag):
    assert CliRunner().invoke(app, ["score", "chromium.pdf", flag, "0"]).exit_code == 2
