"""What a page of print becomes: text in reading order, in blocks, without what is printed beside it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from pieces import blocks, kinds, obeys_the_laws, of_kind
from printing import HEAD, Look, article_pdf, printed
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import FrameBreak, PageBreak, Paragraph, Spacer, Table

from healthscore.article import Article
from healthscore.reading import read_bytes, read_file

HERE = Path(__file__).parent
TINNITUS = HERE / "tinnitus.txt"
PLAIN = Look(running_head=False, page_numbers=False)
BODY = ParagraphStyle("body", fontName="Times-Roman", fontSize=10, leading=12.5, spaceAfter=6)
TITLE = ParagraphStyle("title", fontName="Times-Bold", fontSize=18, leading=22, spaceAfter=8)
HEADING = ParagraphStyle(
    "heading", fontName="Times-Bold", fontSize=10, leading=12.5, spaceBefore=8, spaceAfter=2
)
SMALL = ParagraphStyle("small", fontName="Times-Roman", fontSize=7.5, leading=9)
FILLER = "A short walk each day keeps most people well, and nobody in the study came to harm from it. " * 4


def read(*story: Any, look: Look = PLAIN, **properties: str) -> Article:
    """The article that flowables (strings are paragraphs) make when they are printed and read."""
    flowables = [Paragraph(part, BODY) if isinstance(part, str) else part for part in story]
    article = read_bytes(printed(flowables, look, **properties), name="a.pdf")
    assert obeys_the_laws(article)
    return article


def lines(
    *shown: tuple[float, float, str], font: str = "Times-Roman", size: float = 10, pages: int = 1
) -> Article:
    """The article of strings drawn at places of a page (the same on each)."""
    canvas = Canvas("", pagesize=A4, invariant=1)
    for _ in range(pages):
        canvas.setFont(font, size)
        for x, y, text in shown:
            canvas.drawString(x, y, text)
        canvas.showPage()
    return read_bytes(canvas.getpdfdata(), name="a.pdf")


LOOKS = {
    "one column": Look(),
    "one column, justified, hyphens, indents": Look(justified=True, hyphens=True, indented=True),
    "line numbers": Look(line_numbers=True),
    "two columns": Look(columns=2),
    "two columns, justified, hyphens": Look(columns=2, justified=True, hyphens=True),
    "two columns, indents": Look(columns=2, justified=True, hyphens=True, indented=True, running_head=False),
    "large type, many pages": Look(size=15, justified=True, hyphens=True),
}


@pytest.mark.parametrize("name", LOOKS)
def test_an_article_has_the_same_blocks_in_print_as_in_text(name: str) -> None:
    article = read_bytes(article_pdf(TINNITUS, LOOKS[name]), name="a.pdf")
    assert obeys_the_laws(article)
    expected = [(kind, words.replace(" | ", " ")) for kind, words in blocks(read_file(TINNITUS))]
    assert [(kind, " ".join(words.split())) for kind, words in blocks(article)] == expected


def test_the_title_and_its_summary_may_run_across_two_columns() -> None:
    summary = "This summary runs across the page. " * 6
    article = read(
        Paragraph("Walking and the back", TITLE), summary, FrameBreak(), *[f"Left or right {n}. {FILLER}" for n in range(9)],
        look=Look(columns=2, running_head=False, page_numbers=False),
    )  # fmt: skip
    assert article.title == "Walking and the back"
    assert [text[:15] for kind, text in blocks(article) if "or right" in text] == [
        f"Left or right {n}" for n in range(9)
    ]
    assert of_kind(article, "paragraph")[0] == summary.strip()
    assert "read in columns: page 1" in article.notes


def test_three_columns_are_read_one_after_another() -> None:
    cycle = "walking lowers the pain of a stiff back in many adults and some of them sleep better than before".split()
    canvas = Canvas("", pagesize=A4, invariant=1)
    canvas.setFont("Times-Roman", 9)
    drawn: list[str] = []
    for column in range(3):
        for row in range(40):
            line: list[str] = []
            while (
                canvas.stringWidth(" ".join([*line, cycle[len(drawn) % len(cycle)]]), "Times-Roman", 9) < 155
            ):
                line.append(cycle[len(drawn) % len(cycle)])
                drawn.append(line[-1])
            canvas.drawString(40 + 175 * column, 780 - 11 * row, " ".join(line))
    assert read_bytes(canvas.getpdfdata(), name="a.pdf").text.split() == drawn


def test_a_paragraph_goes_on_over_columns_and_pages() -> None:
    long = "".join(
        f"Sentence {n} says that walking helped many people with a stiff back. " for n in range(120)
    )
    for look in (PLAIN, Look(columns=2)):
        start = [FrameBreak()] if look.columns == 2 else []
        assert of_kind(read("Before.", *start, long, look=look), "paragraph")[-1] == long.strip()


def test_a_table_is_no_pair_of_columns() -> None:
    rows = [
        ["Aspirin", "bleeding of the stomach"],
        ["Statins", "pain in the muscles"],
        ["Iron", "a dark stool"],
    ] * 2
    article = read(FILLER, Table(rows, colWidths=[200, 200]), FILLER)
    assert of_kind(article, "table") == [" ".join(row) for row in rows]
    assert article.text.count("Aspirin | bleeding of the stomach") == 2


def test_a_cell_on_several_lines_stays_one_cell() -> None:
    rows = [
        [Paragraph(cell, BODY) for cell in row]
        for row in [
            ["Drug", "What it does to some people"],
            ["Iron", "a dark stool, and in many people a pain in the belly as well"],
        ]
    ]
    style = [("VALIGN", (0, 0), (-1, -1), "TOP")]
    article = read(FILLER, Table(rows, colWidths=[80, 120], style=style), FILLER)
    assert of_kind(article, "table")[1] == "Iron a dark stool, and in many people a pain in the belly as well"


def test_heads_feet_and_page_numbers_are_left_out_and_noted() -> None:
    article = read_bytes(article_pdf(TINNITUS, Look(size=14)), name="a.pdf")
    assert HEAD not in article.text
    assert f"running heads or feet were left out: “{HEAD}”" in article.notes
    assert not any(text.isdigit() for _, text in blocks(article))


def test_a_number_in_the_text_is_no_page_number() -> None:
    article = lines(
        (60, 800, "The dose for adults in milligrams is"),
        (60, 787, "12"),
        (60, 774, "a day, and no more than that."),
    )
    assert "12" in article.text


def test_what_two_pages_happen_to_share_in_their_middle_stays() -> None:
    page = [(60.0, 800.0 - 14 * n, f"Line {n} of a page that says that walking is good.") for n in range(12)]
    article = lines(*page, pages=2)
    assert article.text.count("Line 5 of a page") == 2


@pytest.mark.parametrize(
    ("broken", "mended"),
    [
        ("The reac-|tion was mild.", "The reaction was mild."),
        ("It is a long-|term study.", "It is a long-term study."),
        ("A placebo-|controlled trial.", "A placebo-controlled trial."),
        ("A habit-form-|ing drug.", "A habit-forming drug."),
        ("An over-|the-counter drug.", "An over-the-counter drug."),
        ("The LDL-|cholesterol fell.", "The LDL-cholesterol fell."),
        ("A 12-|week study of it.", "A 12-week study of it."),
        ("Covid-|19 is an illness.", "Covid-19 is an illness."),
        ("Take some aspir-|in for it.", "Take some aspirin for it."),
        ("Keep it below the thresh-|old that hurts.", "Keep it below the threshold that hurts."),
        ("Walks-|Smith said so.", "Walks-Smith said so."),
        ("This is the second –|and last one.", "This is the second – and last one."),
    ],
)
def test_hyphens_at_line_ends_are_mended(broken: str, mended: str) -> None:
    """Lines as long as they would be on a page, so that the break is one of the right margin."""
    first, second = broken.split("|")
    filler = "Some words to fill the line before what is broken here: "
    article = lines(
        (60, 700, filler + first), (60, 687.5, second + " And more words after that to have a second line.")
    )
    assert article.text.startswith(f"{filler}{mended}")


def test_the_document_itself_tells_a_compound_from_a_broken_word() -> None:
    inside = "Many people take the co-enzyme each day, and cooperate well with it."
    article = lines(
        (60, 700, "It is said that the cells of many people need some co-"),
        (60, 687.5, "enzyme, and that they co-"),
        (60, 650, inside),
    )
    assert "some co-enzyme, and" in article.text


def test_ligatures_and_soft_hyphens_are_letters() -> None:
    from healthscore.reading.pdf.words import clean

    assert clean("di\ufb03cult \ufb02u, pa\u00adtient") == "difficult flu, patient"


def test_headings_are_told_by_size_and_weight_and_ranked() -> None:
    section = ParagraphStyle("section", parent=HEADING, fontSize=13, leading=16)
    article = read(
        Paragraph("Iron", TITLE),
        FILLER,
        Paragraph("1. What it does", section),
        FILLER,
        Paragraph("In children", HEADING),
        FILLER,
    )
    assert [(b, t) for b, t in blocks(article) if b.startswith("heading")] == [
        ("heading1", "Iron"), ("heading2", "1. What it does"), ("heading3", "In children"),
    ]  # fmt: skip


def test_bold_words_in_a_sentence_are_no_heading() -> None:
    article = read(
        f"<b>Do not take it</b> with milk. {FILLER}",
        f"<b>Everybody who has been told so by a doctor, or who has had a reaction to it before, should</b> not take it. {FILLER}",
    )
    assert kinds(article) == ["paragraph", "paragraph"]


def test_lists_keep_their_items_and_lose_their_marks() -> None:
    items = ["iron tablets, which " + "darken the stool " * 8, "lentils and beans", "red meat"]
    article = read(
        FILLER,
        *[Paragraph(item, ParagraphStyle("i", parent=BODY, leftIndent=14), bulletText="•") for item in items],
        FILLER,
    )
    assert of_kind(article, "list_item") == [item.strip() for item in items]
    article = read(FILLER, *[f"{n}. {item}" for n, item in enumerate(items, 1)], FILLER)
    assert of_kind(article, "list_item") == [item.strip() for item in items]


def test_a_number_at_the_start_of_a_line_is_no_item() -> None:
    article = lines(
        (60, 700, "The report was read by people of every age, and one of them was"),
        (60, 687.5, "12. The others were older, and nobody minded that very much."),
    )
    assert kinds(article) == ["paragraph"]


def test_notes_at_the_foot_do_not_break_into_the_text() -> None:
    text = f"{FILLER}Iron helps<super size=6 rise=3>1</super> people who lack it, "
    note = Paragraph(
        "<super size=5 rise=2>1</super> Lindqvist M. Iron and blood. Journal of Plain Blood 2019;3:1-9.",
        SMALL,
    )
    article = read(
        f"{FILLER * 2}",
        f"{text}as the text",
        Spacer(1, 20),
        note,
        PageBreak(),
        "goes on here with the same sentence. " + FILLER * 2,
    )
    assert "as the text goes on here" in article.text
    assert of_kind(article, "reference") == [
        "Lindqvist M. Iron and blood. Journal of Plain Blood 2019;3:1-9."
    ]
    assert "helps¹ people" in article.text


@pytest.mark.parametrize(
    ("printed", "text"),
    [
        ("pain<super size=6 rise=3>1</super>.", "pain¹."),
        ("pain<super size=6 rise=3>1,2</super>, and", "pain¹,², and"),
        ("in 2019.<super size=6 rise=3>12</super> It", "in 2019.¹² It"),
        ("H<sub size=6 rise=2>2</sub>O is water", "H2O is water"),
        ("on 10 May", "on 10 May"),
    ],
)
def test_raised_figures_stay_apart_from_the_words_they_stand_at(printed: str, text: str) -> None:
    assert f"Many people had {text}" in read(f"Many people had {printed} and more.").text


def test_entries_with_hanging_indents_are_parted() -> None:
    entry = ParagraphStyle("entry", parent=BODY, leftIndent=14, firstLineIndent=-14, spaceAfter=0)
    cited = [
        f"Name{n} A, Other B. A study of walking in people with a stiff back and of what it did to them in a year. Journal of Walks 20{n};3:1-9."
        for n in (11, 12, 13)
    ]
    article = read(FILLER, Paragraph("References", HEADING), *[Paragraph(text, entry) for text in cited])
    assert of_kind(article, "reference") == cited


def test_links_stand_on_their_words() -> None:
    article = read(
        FILLER
        + '<link href="https://example.org/a">the whole report</link> says so. See https://example.org/b too.'
    )
    found = {(article.text[link.start : link.end], link.target) for link in article.links}
    assert found == {
        ("the whole report", "https://example.org/a"),
        ("https://example.org/b", "https://example.org/b"),
    }


def test_an_address_over_a_line_end_is_one_word() -> None:
    address = "https://example.org/a-study-of-walking/in-people-with-a-stiff-back/and-of-what-it-did-to-them/2019/report.html"
    article = read(f'Read about it at <link href="{address}">{address}</link> and think. {FILLER}')
    assert f"at {address} and" in article.text


def test_properties_are_believed_where_the_text_says_the_same() -> None:
    article = read(
        Paragraph("Iron in food", TITLE), "Jane Fell", FILLER, title="Iron in food", author="Jane Fell"
    )
    assert (article.title, article.authors) == ("Iron in food", ("Jane Fell",))
    assert article.origins == {"title": "document properties", "authors": "document properties"}
    assert "title as in the file's properties" in article.notes
    assert "author as in the file's properties" in article.notes


@pytest.mark.parametrize(
    "title", ["Microsoft Word - draft.doc", "untitled", "leaflet_v3.indd", "Template for leaflets"]
)
def test_other_properties_are_not_believed(title: str) -> None:
    article = read(Paragraph("Iron in food", TITLE), FILLER, title=title, author="Office User")
    assert (article.title, article.authors, article.published) == ("Iron in food", (), None)
    assert "the file was made on 2000-01-01, which is not taken for the date of the article" in article.notes


def test_a_page_that_lies_on_its_side_is_read() -> None:
    canvas = Canvas("", pagesize=A4, invariant=1)
    canvas.rotate(90)
    for n in range(4):
        canvas.drawString(60, -100 - 14 * n, f"Line {n} of a page that lies on its side and is read.")
    article = read_bytes(canvas.getpdfdata(), name="a.pdf")
    assert article.text.split("\n\n")[0].startswith("Line 0 of a page that lies on its side")


def test_type_too_small_to_be_seen_is_left_out_and_noted() -> None:
    canvas = Canvas("", pagesize=A4, invariant=1)
    canvas.drawString(60, 700, "Walking helps many people.")
    canvas.setFont("Helvetica", 1)
    canvas.drawString(60, 680, "It cures cancer.")
    article = read_bytes(canvas.getpdfdata(), name="a.pdf")
    assert article.text == "Walking helps many people."
    assert "hidden text was not read (words: 3)" in article.notes


def test_a_page_drawn_to_a_small_scale_is_read() -> None:
    canvas = Canvas("", pagesize=(60, 84), invariant=1)
    canvas.setFont("Helvetica", 1)
    canvas.drawString(6, 70, "Walking helps many people.")
    assert read_bytes(canvas.getpdfdata(), name="a.pdf").text == "Walking helps many people."


def test_slanted_words_across_the_page_are_left_out() -> None:
    canvas = Canvas("", pagesize=A4, invariant=1)
    canvas.drawString(60, 700, "Walking helps many people.")
    canvas.rotate(45)
    canvas.setFont("Helvetica", 60)
    canvas.drawString(300, 100, "DRAFT")
    assert read_bytes(canvas.getpdfdata(), name="a.pdf").text == "Walking helps many people."
