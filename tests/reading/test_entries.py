"""Reference lists whose entries stand one a line, with no blank lines between them."""

from pathlib import Path
from typing import Literal

import pytest

from healthscore import score
from healthscore.reading import read_file, read_text

Format = Literal["plain", "markdown"]
FORMATS: tuple[Format, ...] = ("plain", "markdown")

GOUT = (
    "Okafor N, Lind P. Cherries and gout attacks. Rheumatol Lett 2014;12:88-93.",
    "Brandt S. Allopurinol in the first month. Joint J 2018;7(2):e41.",
)
ECZEMA = (
    "Marsh, T. A. and Idris, Q. (2016). Bath oils in childhood eczema. Skin Trials, 3, 15-22.",
    "National Skin Institute. Emollients: a guide for parents. 2021. https://skin.example.org/emollients",
    "Vega, R. (2019). Steroid creams and thin skin. doi:10.5555/vega.2019",
)
GLAUCOMA = (
    "Pressure in the eye: what the numbers mean. Eye Charity, 2020. www.eyes.example.org/pressure",
    "Laser or drops? Eye Charity, 2022. www.eyes.example.org/laser",
)
ASTHMA = (
    "https://lungs.example.org/inhalers",
    "https://lungs.example.org/spacers?page=2",
)


def article(listed: str, title: str = "References", sign: str = "## ") -> str:
    return f"{sign}A title\n\nSome people are helped by it, and some are not, as was seen.\n\n{sign}{title}\n\n{listed}\n"


def entries(text: str, format: Format) -> list[str]:
    read = read_text(text if format == "markdown" else text.replace("## ", ""), format=format)
    return [read.text[block.start : block.end] for block in read.blocks if block.kind == "reference"]


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("listed", [GOUT, ECZEMA, GLAUCOMA, ASTHMA])
@pytest.mark.parametrize("label", ["[{}] ", "({}) ", "[{}]: ", "{}. ", "{}) ", "{} ", "- ", ""])
def test_each_line_is_an_entry(format: Format, listed: tuple[str, ...], label: str) -> None:
    lines = [label.format(number) + line for number, line in enumerate(listed, 1)]
    found = entries(article("\n".join(lines)), format)
    assert found == [line.removeprefix("- ") for line in lines]


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("label", ["[{}] ", "({}) ", "[{}]: ", "{}. ", "{} ", ""])
@pytest.mark.parametrize("indent", ["", "    "])
@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Okafor N, Lind P. Cherries, cherry juice and attacks of gout over one year.", "Rheumatol Lett 2014;12:88-93."),
        ("Marsh, T. A. and Idris, Q. (2016). Bath oils in childhood eczema.", "Skin Trials, 3(2), 15-22."),
        ("Osei K, Tran L, Weiss M,", "Hall B. Spacers for inhalers. Lung 2011;4:1-9."),
        ("Osei K, Tran L. Spacers for inhalers. Lung 2011;4:1-9.", "Available from: https://lungs.example.org/spacers"),
        ("Osei K, Tran L. Spacers for inhalers. Lung 2011;4:1-9.", "doi:10.5555/lung.2011"),
        ("Osei K, Tran L. Do spacers make inhalers easier to use for", "Children under Five? Lung 2011;4:1-9."),
    ],
)  # fmt: skip
def test_an_entry_may_run_over_two_lines(
    format: Format, label: str, indent: str, first: str, second: str
) -> None:
    third = "Brandt S. Allopurinol in the first month. Joint J 2018;7(2):e41."
    one, two = f"{label.format(1)}{first}\n{indent}{second}", f"{label.format(2)}{third}"
    assert entries(article(f"{one}\n{two}"), format) == [one, two]


@pytest.mark.parametrize("format", FORMATS)
def test_an_entry_may_hold_a_line_of_prose_where_all_are_numbered(format: Format) -> None:
    one = f"[1] {GOUT[0]}\nA trial in 211 people."
    two = f"[2] {GOUT[1]}"
    assert entries(article(f"{one}\n{two}\nPage last reviewed: 3 May 2021"), format) == [one, two]


def test_the_title_may_stand_right_above(tmp_path: Path) -> None:
    lines = [f"[{number}] {line}" for number, line in enumerate(ECZEMA, 1)]
    for title in ("References:", "**References**", "Sources:"):
        text = "# A title\n\nSome are helped by it.\n\n" + "\n".join([title, *lines]) + "\n"
        assert entries(text, "markdown") == lines


def test_numbered_entries_at_the_end_need_no_title() -> None:
    lines = [f"[{number}] {line}" for number, line in enumerate(GOUT, 1)]
    text = "# A title\n\nSome are helped by it [1], and some are not [2].\n\n" + "\n".join(lines) + "\n"
    assert entries(text, "markdown") == lines


@pytest.mark.parametrize("label", ["[{}] ", "({}) ", "[{}]: ", "{} "])
def test_a_marker_finds_its_entry(tmp_path: Path, label: str) -> None:
    lines = [label.format(number) + line for number, line in enumerate(GOUT, 1)]
    text = article("\n".join(lines)).replace("by it,", "by it [1],").replace("seen.", "seen [2].")
    assert not [f for f in score(text).findings if f.rule == "sourcing/dangling-citation"]
    (tmp_path / "gout.md").write_text(text)
    assert len([b for b in read_file(tmp_path / "gout.md").blocks if b.kind == "reference"]) == 2


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize(
    ("title", "listed"),
    [
        ("Sources", "Oily fish and eggs hold vitamin D.\nSome cereals have it added.\nThe sun is the main source."),
        ("Notes", "Take the tablet with food.\nDo not crush it.\nCall 555 0110 if you have taken two."),
        ("Evidence", "A trial in 2019 had 40 people.\nIt lasted for ten weeks.\nNobody has repeated it."),
    ],
)  # fmt: skip
def test_lines_that_cite_nothing_are_no_entries(format: Format, title: str, listed: str) -> None:
    assert entries(article(listed, title), format) == []


def test_paragraphs_a_line_below_one_that_cites_are_no_entries() -> None:
    lines = (
        "A review of 2019 (Gut Lett 12:88-93) had six trials.",
        "They were small.",
        "Two were not blinded.",
        "It says so.",
    )
    assert entries(article("\n".join(lines), "Research"), "plain") == []


def test_letters_in_brackets_at_the_end_number_nothing() -> None:
    caption = "(L) Osei K., chair of the clinic, and (R) Hall B., who in 2019 opened the ward for sore feet."
    text = f"Sore feet\n\nThe clinic has a new ward, and a team of nine who work there by day.\n\n{caption}\n"
    assert entries(text, "plain") == []


def test_numbered_points_in_the_text_stay_where_they_are() -> None:
    text = "# A title\n\n(1) It may be the drug.\n(2) It may be the illness.\n\nAsk which, since much hangs on it.\n"
    read = read_text(text, format="markdown")
    assert [block.kind for block in read.blocks] == ["heading", "paragraph", "paragraph"]
    assert read.text[read.blocks[1].start : read.blocks[1].end].count("\n") == 1
