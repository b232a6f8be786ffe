"""What is broken, locked, made of pictures or means harm: one line with a remedy, or a sound article."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from pathlib import Path

import pytest
from hostile_pdfs import LINES, READ, REFUSED, SENTENCE, SOUND, many_pages
from pieces import obeys_the_laws

from healthscore.reading import ReadingError, errors, read_bytes

FIXTURES = sorted(Path(__file__).parent.glob("*.pdf"))


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_read_is_refused_with_a_remedy(name: str) -> None:
    make, words = REFUSED[name]
    with pytest.raises(ReadingError) as caught:
        read_bytes(make(), name="some.pdf")
    message = str(caught.value)
    assert message.startswith("some.pdf: ")
    assert words in message
    assert "; " in message
    assert "\n" not in message


@pytest.mark.parametrize("name", READ)
def test_what_can_be_read_is_read(name: str) -> None:
    article = read_bytes(READ[name](), name="some.pdf")
    assert obeys_the_laws(article)
    assert "Walking" in article.text
    if name not in ("words over each other", "type of every size"):
        assert SENTENCE in article.text.replace("\n\n", " ")


def test_a_pdf_is_known_by_its_content_whatever_its_name() -> None:
    assert read_bytes(SOUND, name="page.txt").format == "pdf"


def test_text_that_is_called_a_pdf_is_refused_as_damaged() -> None:
    with pytest.raises(errors.DamagedError, match="no PDF at all"):
        read_bytes(b"Only words.", name="a.pdf")


def test_limits_can_be_raised_and_lowered() -> None:
    with pytest.raises(errors.TooLargeError, match="--max-bytes"):
        read_bytes(SOUND, name="a.pdf", max_bytes=1_000)
    with pytest.raises(errors.TooManyPagesError, match="--max-pages"):
        read_bytes(SOUND, name="a.pdf", max_pages=0)
    with pytest.raises(errors.TooSlowError, match=r"0\.01 seconds.*--max-seconds"):
        read_bytes(many_pages(150), name="a.pdf", max_seconds=0.01)
    assert read_bytes(SOUND + b" " * 3_000_000, name="a.pdf").blocks  # more than a text may have


def test_without_the_library_one_line_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    with pytest.raises(errors.MissingLibraryError, match=r"pip install 'healthscore\[pdf\]'"):
        read_bytes(SOUND, name="a.pdf")


@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: path.stem)
def test_files_with_some_bytes_changed_are_read_or_refused(path: Path) -> None:
    """Whatever PDFium does with them, this process lives and every span is exact."""
    chance = random.Random(path.stem)
    whole = path.read_bytes()
    for _ in range(20):
        data = bytearray(whole)
        for _ in range(chance.choice((1, 10, 200))):
            data[chance.randrange(8, len(data))] = chance.randrange(256)
        if chance.random() < 0.3:
            del data[chance.randrange(8, len(data)) :]
        try:
            assert obeys_the_laws(read_bytes(bytes(data), name="some.pdf"))
        except ReadingError as error:
            assert "\n" not in str(error)


def test_the_other_files_of_a_run_are_scored(tmp_path: Path) -> None:
    for number, (make, _) in enumerate(
        REFUSED[name] for name in ("locked", "junk", "a form in itself", "a bomb")
    ):
        (tmp_path / f"bad{number}.pdf").write_bytes(make())
    (tmp_path / "good.pdf").write_bytes(SOUND)
    command = [sys.executable, "-m", "healthscore", "score", ".", "--output-format", "json"]
    result = subprocess.run(command, cwd=tmp_path, capture_output=True, timeout=120, check=False)
    assert result.returncode == 2
    assert [report["article"]["source"] for report in json.loads(result.stdout)] == ["good.pdf"]
    lines = result.stderr.decode().splitlines()
    assert [line.split(": ")[1] for line in lines] == [f"bad{number}.pdf" for number in range(4)]


def test_the_sound_file_is_what_the_hostile_ones_are_made_of() -> None:
    assert read_bytes(SOUND, name="a.pdf").text.replace("\n\n", " ").startswith(" ".join(LINES[:2]))
