"""What is taken for HTML, and in which encoding it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from healthscore.reading import read_bytes, read_file

PAGE = "<h1>Piles</h1>\n<p>Ointments ease the itch of piles for a while; “fibre” and naïve waiting heal them.</p>"


@pytest.mark.parametrize(
    ("text", "name", "format"),
    [
        (f"<!DOCTYPE html><html><body>{PAGE}", "a.txt", "html"),
        (f"<!-- saved from url=(0022)http://a.example/ -->\n<html>{PAGE}</html>", "a.txt", "html"),
        (f"<?xml version='1.0'?>\n<!DOCTYPE html PUBLIC 'x' 'y'>\n<html>{PAGE}</html>", "a", "html"),
        (f"<!doctype html><p># x</p>{PAGE}", "a.md", "html"),
        (PAGE, "a.txt", "html"),
        (PAGE, "-", "html"),
        (PAGE, "a.html", "html"),
        (f"Words first. {PAGE}", "a.htm", "html"),
        (PAGE, "a.md", "markdown"),
        ("<p align='center'>Logo</p>\n\n# Piles\n\nSee [this](x.html).\n<p>end</p>", "a.txt", "markdown"),
        ("Piles\n\nOintments ease the itch <3 of piles.", "a.html", "plain"),
        ("# Piles\n\nOintments ease the itch.", "a.html", "markdown"),
        ("Use <p> for a paragraph and </p> to end it, </p> twice.", "a.txt", "plain"),
    ],
)
def test_the_format_is_told_by_content_first_and_by_name_second(text: str, name: str, format: str) -> None:
    assert read_bytes(text.encode(), name=name).format == format


GUESSED = ("encoding guessed: Windows-1252, as the file is not UTF-8",)
ENCODED = [
    ("utf-8", "", ()),
    ("utf-8-sig", "", ()),
    ("utf-16", "", ()),
    ("utf-16-le", "", ("encoding guessed: UTF-16-LE, from how the page begins",)),
    ("utf-16-be", "", ("encoding guessed: UTF-16-BE, from how the page begins",)),
    ("cp1252", "", GUESSED),
    ("cp1252", "<meta charset=windows-1252>", ()),
    ("cp1252", "<meta http-equiv='Content-Type' content='text/html; charset=iso-8859-1'>", ()),
    ("mac-roman", "<meta charset='macintosh'>", ()),
    ("utf-8", "<meta charset='iso-8859-1'>", ()),  # labelled wrongly, as pages often are
    ("cp1252", "<meta charset='utf-8'>", GUESSED),
    ("cp1252", "<meta charset='unicode_escape'>", GUESSED),
]


@pytest.mark.parametrize(("encoding", "declared", "notes"), ENCODED)
def test_pages_are_read_in_the_encoding_that_they_are_in(
    encoding: str, declared: str, notes: tuple[str, ...]
) -> None:
    data = f"<html><head>{declared}</head><body>{PAGE}</body></html>".encode(encoding)
    article = read_bytes(data, name="page.html")
    assert "“fibre” and naïve" in article.text
    assert article.notes == notes


def test_a_page_is_read_from_a_file(tmp_path: Path) -> None:
    path = tmp_path / "piles.html"
    path.write_text(PAGE, encoding="utf-8")
    assert read_file(path).title == "Piles"
