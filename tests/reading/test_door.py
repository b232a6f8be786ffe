"""The door: every way in gives the same article, every bad input one line that a person can act on."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from healthscore.reading import ReadingError, errors, read_bytes, read_file, read_text

TEXT = "Migraine\n\nA migraine is more than a headache: “light hurts”, and naïve advice does not help.\n"


def test_a_file_bytes_and_a_string_give_the_same_article(tmp_path: Path) -> None:
    path = tmp_path / "migraine.txt"
    path.write_text(TEXT, encoding="utf-8")
    from_file = read_file(path)
    assert from_file.source == str(path)
    assert from_file.blocks == read_text(TEXT).blocks == read_bytes(TEXT.encode(), name="x").blocks
    assert from_file.sha256 == read_text(TEXT).sha256


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le-bom", "utf-16-be-bom"])
def test_marked_encodings_are_read_without_a_word(encoding: str) -> None:
    bom = {"utf-16-le-bom": b"\xff\xfe", "utf-16-be-bom": b"\xfe\xff"}.get(encoding, b"")
    article = read_bytes(bom + TEXT.encode(encoding.removesuffix("-bom")), name="a.txt")
    assert (article.text, article.notes) == (TEXT, ())


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize(
    "text",
    [TEXT, "Eat.", "# Café au lait\n\n“Half a cup” – no more – for an Ångström of peace.\n", TEXT * 400],
)
def test_utf_16_without_a_mark_is_read_with_a_note(encoding: str, text: str) -> None:
    article = read_bytes(text.encode(encoding), name="a.md")
    assert article.text == text
    assert article.notes == (f"encoding guessed: {encoding.upper()}, from where its zero bytes stand",)


def test_windows_text_is_read_with_a_note() -> None:
    article = read_bytes(TEXT.encode("cp1252"), name="a.txt")
    assert article.text == TEXT
    assert article.notes == ("encoding guessed: Windows-1252, as the file is not UTF-8",)


def test_one_broken_byte_does_not_turn_utf_8_into_mojibake() -> None:
    article = read_bytes(TEXT.encode() * 3 + b"caf\xe9 is fine\n", name="a.txt")
    assert "“light hurts”" in article.text
    assert article.notes == ("1 characters are not valid UTF-8 and were replaced",)


@pytest.mark.parametrize(("data", "text"), [(b"a\r\nb\rc\n", "a\nb\nc\n"), (b"a\n\r\nb", "a\n\nb")])
def test_line_ends_become_one_kind(data: bytes, text: str) -> None:
    assert read_bytes(data, name="a.txt").text == text


BAD = [
    (b"", "a.txt", errors.EmptyError, "is empty"),
    (b" \n\t\n\xc2\xa0", "a.txt", errors.BlankError, "only white space"),
    (b"\xef\xbb\xbf", "a.txt", errors.BlankError, "only white space"),
    (b"\xff\xfe", "a.txt", errors.BlankError, "only white space"),
    (b"\xff" * 500, "a.txt", errors.EncodingError, "no encoding"),
    (bytes(range(128, 256)) * 4, "a.txt", errors.EncodingError, "no encoding"),
    ("Мигрень болит".encode("cp1251"), "a.txt", errors.EncodingError, "no encoding"),
    (b"\xff\xfea", "a.txt", errors.EncodingError, "no encoding"),
    (b"\xff\xfe" + b"Rest the sore knee. " * 9, "a.txt", errors.EncodingError, "no encoding"),
    (b"text\x00text", "a.txt", errors.BinaryError, "not text"),
    (
        "Rest the sore knee.".encode("utf-16-le")[:-1],
        "a.txt",
        errors.EncodingError,
        "save the article as UTF-8",
    ),
    ("Rest the sore knee.".encode("utf-32-le"), "a.txt", errors.BinaryError, "not text"),
    (bytes(range(32, 127)) + bytes(95), "a.txt", errors.BinaryError, "not text"),
    (b"".join(bytes((n % 30, 0)) for n in range(400)), "a.txt", errors.BinaryError, "not text"),
    (b"".join(bytes((48 + n % 10, 0)) for n in range(400)), "a.txt", errors.BinaryError, "not text"),
    (b"\x89PNG\r\n\x1a\n", "a.txt", errors.BinaryError, "not text"),
    (b"\x1f\x8b\x08", "a.md", errors.BinaryError, "not text"),
    (bytes(range(1, 9)) * 50, "a.txt", errors.BinaryError, "not text"),
    (b"%PDF-1.7 ...", "a.txt", errors.DamagedError, "PDF"),
    (b"words", "a.PDF", errors.DamagedError, "PDF"),
    (b"PK\x03\x04...", "a.docx", errors.DamagedError, "DOCX"),
    (b"words", "a.docx", errors.DamagedError, "DOCX"),
    (b"\n<!DOCTYPE html><nav><a href=x>Home</a></nav>", "a.txt", errors.NoArticleError, "no article"),
    (b"<html>" + b"<div>" * 5_000 + b"deep", "a.html", errors.TooDeepError, "nested"),
    (b"<html>" + b"<li>word" * 120_000, "a.html", errors.TooManyElementsError, "100,000"),
    (b"PK\x03\x04...", "a.txt", errors.UnsupportedFormatError, "ZIP"),
    (b"{\\rtf1 x}", "a.txt", errors.UnsupportedFormatError, "RTF"),
]


@pytest.mark.parametrize(("data", "name", "error", "words"), BAD)
def test_bad_bytes_are_refused_in_one_line(
    data: bytes, name: str, error: type[ReadingError], words: str
) -> None:
    with pytest.raises(error) as caught:
        read_bytes(data, name=name)
    message = str(caught.value)
    assert message.startswith(f"{name}: ")
    assert words in message
    assert "\n" not in message
    assert "; " in message  # the remedy


def test_too_large_gives_size_limit_and_option(tmp_path: Path) -> None:
    path = tmp_path / "big.txt"
    path.write_bytes(b"word " * 500_000)
    with pytest.raises(errors.TooLargeError, match=r"2,500,000 bytes .* 2,000,000 bytes.*--max-bytes"):
        read_file(path)
    with pytest.raises(errors.TooMuchTextError, match=r"more than 200,000 characters.*--max-characters"):
        read_file(path, max_bytes=3_000_000)
    assert read_file(path, max_bytes=3_000_000, max_characters=3_000_000).blocks


@pytest.mark.parametrize("name", ["long.txt", "long.html"])
def test_a_limit_of_bytes_is_none_of_characters(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text("<p>" * name.endswith("html") + "Tea is warm. " * 20_000, encoding="utf-8")
    for limit in (None, 2_000_000):
        with pytest.raises(errors.TooMuchTextError):
            read_file(path, max_bytes=limit)
    assert read_file(path, max_characters=300_000).blocks
    with pytest.raises(errors.TooMuchTextError, match="more than 1,000 characters"):
        read_file(path, max_characters=1_000)


def test_a_line_of_fifty_million_characters_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "line.txt"
    with path.open("wb") as file:
        file.truncate(50_000_000)
    with pytest.raises(errors.TooLargeError):
        read_file(path)


def test_paths_that_lead_nowhere(tmp_path: Path) -> None:
    with pytest.raises(errors.MissingFileError, match="no such file"):
        read_file(tmp_path / "none.txt")
    with pytest.raises(errors.FolderError, match="folder"):
        read_file(tmp_path)
    with pytest.raises(errors.UnreadableFileError):
        read_file("a\x00b.txt")


def test_a_file_that_vanishes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "gone.txt"
    path.write_text(TEXT)

    def gone(*args: object) -> None:
        raise FileNotFoundError

    monkeypatch.setattr(Path, "open", gone)
    with pytest.raises(errors.VanishedFileError, match="vanished"):
        read_file(path)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission(tmp_path: Path) -> None:
    path = tmp_path / "secret.txt"
    path.write_text(TEXT)
    path.chmod(0)
    with pytest.raises(errors.PermissionDeniedError, match="permission"):
        read_file(path)


def test_a_name_with_a_line_break_keeps_the_message_on_one_line() -> None:
    with pytest.raises(ReadingError) as caught:
        read_bytes(b"", name="a\nb\udcff.txt")
    str(caught.value).encode("utf-8")
    assert "\n" not in str(caught.value)


def test_strings_that_hold_nothing() -> None:
    with pytest.raises(errors.EmptyError):
        read_text("")
    with pytest.raises(errors.BlankError):
        read_text("\ufeff \u200b\n")


def test_an_unknown_format_is_a_mistake_of_the_caller() -> None:
    with pytest.raises(ValueError, match="auto, plain, markdown, html"):
        read_text("text", format="latex")  # type: ignore[arg-type]


def test_the_format_may_be_given() -> None:
    assert read_text("# Title\n\nText.", format="plain").format == "plain"
    assert read_text("Title", format="markdown").format == "markdown"


@pytest.mark.parametrize(
    ("name", "format"), [("a.md", "markdown"), ("A.MARKDOWN", "markdown"), ("a.txt", "plain"), ("-", "plain")]
)
def test_the_name_tells_the_format_where_the_text_does_not(name: str, format: str) -> None:
    assert read_bytes(TEXT.encode(), name=name).format == format


def test_a_lone_surrogate_is_replaced() -> None:
    article = read_text("Fever \udcff and \ud800 chills.")
    assert article.text == "Fever \ufffd and \ufffd chills."
    assert article.sha256
