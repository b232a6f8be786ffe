"""Plain text: what the shape of lines tells."""

from __future__ import annotations

import pytest
from pieces import blocks, kinds, of_kind

from healthscore.reading import read_text

BACK_PAIN = """\
Living with back pain

By Hannah Birk, physiotherapist
Last updated: 12 April 2022

In this article
What causes it?
What helps
When to see a doctor
References

What causes it?
Most back pain comes from muscles and joints, and in nine of ten people it passes within six weeks [1].
Rarely it comes from a nerve.

What helps
- Keep moving.
- Warmth: a bath or a wheat bag
• Painkillers for a short time

When to see a doctor
Go at once if you notice:
numbness around the anus
weakness in a leg
trouble passing urine

> "I wish I had gone sooner," says Tom, 51.

References
1. Maher C, Underwood M. Non-specific low back pain. Lancet. 2017;389:736-747.
2. National guideline on low back pain. https://example.org/back. Accessed May 2021.
"""


def test_an_article_of_one_paragraph_a_line() -> None:
    article = read_text(BACK_PAIN)
    assert blocks(article) == [
        ("heading1", "Living with back pain"),
        ("paragraph", "By Hannah Birk, physiotherapist"),
        ("paragraph", "Last updated: 12 April 2022"),
        ("contents", "In this article"),
        ("contents", "What causes it?"),
        ("contents", "What helps"),
        ("contents", "When to see a doctor"),
        ("contents", "References"),
        ("heading2", "What causes it?"),
        (
            "paragraph",
            "Most back pain comes from muscles and joints, and in nine of ten people it passes within six weeks [1].",
        ),
        ("paragraph", "Rarely it comes from a nerve."),
        ("heading2", "What helps"),
        ("list_item", "Keep moving."),
        ("list_item", "Warmth: a bath or a wheat bag"),
        ("list_item", "Painkillers for a short time"),
        ("heading2", "When to see a doctor"),
        ("paragraph", "Go at once if you notice:"),
        ("list_item", "numbness around the anus"),
        ("list_item", "weakness in a leg"),
        ("list_item", "trouble passing urine"),
        ("quote", '"I wish I had gone sooner," says Tom, 51.'),
        ("heading2", "References"),
        ("reference", "Maher C, Underwood M. Non-specific low back pain. Lancet. 2017;389:736-747."),
        ("reference", "National guideline on low back pain. . Accessed May 2021."),
    ]
    assert (article.title, article.authors) == ("Living with back pain", ("Hannah Birk",))
    assert (article.published, article.updated) == (None, "2022-04-12")


def test_a_reference_keeps_its_number_in_the_text_and_not_in_the_prose() -> None:
    article = read_text(BACK_PAIN)
    entry = next(block for block in article.blocks if block.kind == "reference")
    assert article.text[entry.start : entry.end].startswith("1. Maher")
    assert article.prose[entry.start : entry.end].startswith("   Maher")


WRAPPED = """\
TYPE 2 DIABETES AND FEET

High blood sugar can damage the small vessels and nerves of the feet over
many years, so that a blister may go unnoticed. Dr. Osei of the foot
clinic sees it every week.
A second paragraph starts here without a blank line because the line
above it was short.

Daily care
----------
* Wash your feet and dry them well, above all in the gaps between the
  toes, where the skin is thin.
* Look at the soles.

> My mother lost a toe because nobody had ever told her to look at her
> feet.

Q: May I walk barefoot?
A: Better not.
"""


def test_hard_wrapped_lines_make_one_paragraph() -> None:
    assert blocks(read_text(WRAPPED)) == [
        ("heading1", "TYPE 2 DIABETES AND FEET"),
        (
            "paragraph",
            "High blood sugar can damage the small vessels and nerves of the feet over many years, so that a "
            "blister may go unnoticed. Dr. Osei of the foot clinic sees it every week.",
        ),
        (
            "paragraph",
            "A second paragraph starts here without a blank line because the line above it was short.",
        ),
        ("heading2", "Daily care"),
        (
            "list_item",
            "Wash your feet and dry them well, above all in the gaps between the toes, where the skin is thin.",
        ),
        ("list_item", "Look at the soles."),
        ("quote", "My mother lost a toe because nobody had ever told her to look at her feet."),
        ("heading2", "May I walk barefoot?"),
        ("paragraph", "Better not."),
    ]


def test_the_span_of_a_wrapped_paragraph_covers_all_its_lines() -> None:
    article = read_text(WRAPPED)
    block = article.blocks[1]
    assert article.text[block.start : block.end].count("\n") == 2
    assert article.position(block.start) == (3, 1)


BODY = (
    "Sleep is a time in which the brain sorts what the day brought, and most adults need seven hours of it."
)


@pytest.mark.parametrize(
    "line",
    [
        "Why we sleep",
        "How much sleep do you need?",
        "THE STAGES OF SLEEP",
        "WARNING SIGNS:",
        "3. Keep a rhythm",
        "Myth 1: Naps are bad",
        "Sleep vs. rest",
        "St. John's wort and sleep",
    ],
)
def test_a_short_line_over_text_is_a_heading(line: str) -> None:
    found = blocks(read_text(f"{BODY}\n\n{line}\n{BODY}"))
    assert found[1][0] == "heading2"


@pytest.mark.parametrize(
    "line",
    [
        "Sleep well.",
        "Order today!",
        "There are three reasons:",
        "and then it stops",
        '"I sleep so well now." Anna',
        "Try it. You will see",
        "By Jane Smith",
        "Written by the Back Clinic Service",
        "Most adults lie awake because of",
        "Published: 3 March 2021",
        BODY.removesuffix("."),
    ],
)
def test_other_lines_over_text_are_not(line: str) -> None:
    assert kinds(read_text(f"{BODY}\n\n{line}\n\n{BODY}")) == ["paragraph"] * 3


def test_a_line_with_nothing_under_it_is_no_heading() -> None:
    assert kinds(read_text(f"{BODY}\n\n{BODY}\n\nYours, Marie")) == ["paragraph"] * 3


def test_a_signature_is_no_heading() -> None:
    found = kinds(read_text(f"{BODY}\n\nWith kind regards,\nThe sleep nurses\n\nPS. {BODY}"))
    assert "heading" not in found


def test_a_list_without_bullets_ends_before_the_next_heading() -> None:
    text = f"{BODY}\nAvoid these:\ncoffee\nalcohol\nlate meals\nWhat about naps?\n{BODY}"
    assert blocks(read_text(text))[2:6] == [
        ("list_item", "coffee"),
        ("list_item", "alcohol"),
        ("list_item", "late meals"),
        ("heading2", "What about naps?"),
    ]


def test_a_list_that_nothing_announces_stands_under_its_heading() -> None:
    found = blocks(read_text(f"{BODY}\n\nSymptoms\nFever\nA stiff neck\nVomiting\n\n{BODY}"))
    assert found[1:5] == [
        ("heading2", "Symptoms"),
        ("list_item", "Fever"),
        ("list_item", "A stiff neck"),
        ("list_item", "Vomiting"),
    ]


def test_items_with_blank_lines_between_them_are_a_list() -> None:
    items = ["Loud snoring", "Waking up tired", "Pauses in breathing that a partner notices at night"]
    text = f"{BODY}\n\nSigns may include:\n\n" + "\n\n".join(items) + f"\n\nOutlook\n\n{BODY}"
    assert of_kind(read_text(text), "list_item") == items
    assert of_kind(read_text(text), "heading") == ["Outlook"]


def test_a_bulleted_list_that_echoes_the_headings_is_contents() -> None:
    text = (
        f"{BODY}\n- Why we sleep\n- What disturbs sleep?\nWhy We Sleep\n{BODY}\nWhat disturbs sleep?\n{BODY}"
    )
    assert kinds(read_text(text)) == [
        "paragraph", "contents", "contents", "heading", "paragraph", "heading", "paragraph",
    ]  # fmt: skip


def test_a_list_that_echoes_nothing_is_a_list() -> None:
    text = f"{BODY}\n- Why we sleep\n- Why we wake\nWhat disturbs sleep\n{BODY}"
    assert of_kind(read_text(text), "list_item") == ["Why we sleep", "Why we wake"]


@pytest.mark.parametrize(
    "title", ["References", "Bibliography", "WORKS CITED", "Sources", "5. Further reading:"]
)
def test_a_reference_list_under_its_heading(title: str) -> None:
    entries = [
        "Lee A, et al. Sleep and memory. Sleep Med. 2018;4:1-9.",
        "Example Trust, https://example.org/sleep",
    ]
    article = read_text(f"{BODY}\n\n{title}\n" + "\n".join(entries))
    assert kinds(article)[-2:] == ["reference", "reference"]


@pytest.mark.parametrize("title", ["Sources", "Resources", "Notes"])
def test_food_sources_are_no_reference_list(title: str) -> None:
    article = read_text(
        f"{BODY}\n\n{title}\n- Oily fish such as salmon\n- Egg yolks\n- Fortified cereals\n\nDose\n{BODY}"
    )
    assert "reference" not in kinds(article)


def test_numbered_citations_at_the_end_need_no_heading() -> None:
    article = read_text(
        f"{BODY}\n\n[1] Lee A, Roy B. Sleep and memory. Sleep Med. 2018;4:1-9.\n"
        "[2] Osei K. Naps. J Sleep. 2020;1:5. doi:10.1000/182"
    )
    assert kinds(article) == ["paragraph", "reference", "reference"]


def test_numbered_advice_at_the_end_is_a_list() -> None:
    assert kinds(read_text(f"{BODY}\n\n1. Sleep at ten.\n2. Rise at six.")) == [
        "paragraph",
        "list_item",
        "list_item",
    ]


def test_a_footer_after_the_references_is_none() -> None:
    article = read_text(
        f"{BODY}\n\nReferences\n1. Lee A. Sleep. Sleep Med. 2018;4:1-9.\n\nContact us for more."
    )
    assert kinds(article)[-2:] == ["reference", "paragraph"]


def test_cells_in_neighbouring_lines_are_a_table() -> None:
    article = read_text(f"{BODY}\n\nAge\tHours\nChild\t10\nAdult\t7\n\n{BODY}")
    assert kinds(article) == ["paragraph", "table", "table", "table", "paragraph"]


def test_separators_are_nothing() -> None:
    assert kinds(read_text(f"{BODY}\n* * *\n{BODY}\n_____\n{BODY}")) == ["paragraph"] * 3


def test_addresses_are_links_and_no_prose() -> None:
    text = "See https://example.org/a_(b), (www.example.com/x) or doi:10.1000/182."
    article = read_text(text)
    assert [(text[link.start : link.end], link.target) for link in article.links] == [
        ("https://example.org/a_(b)", "https://example.org/a_(b)"),
        ("www.example.com/x", "www.example.com/x"),
    ]
    assert "example" not in article.prose
    assert "doi:10.1000/182" in article.prose


def test_line_and_column_are_those_of_the_file() -> None:
    article = read_text("First line.\r\nSecond line.\rThird 😀 e\u0301 line. Last.")
    at = article.text.index("Last")
    assert article.position(at) == (3, 18)


def test_a_list_that_lost_its_line_ends_is_parted() -> None:
    text = f"{BODY}\n\nSigns of low sleep are: - yawning - a short temper - mistakes at work\n\n- Nap early. - Nap briefly."
    assert blocks(read_text(text))[1:] == [
        ("paragraph", "Signs of low sleep are:"),
        ("list_item", "yawning"),
        ("list_item", "a short temper"),
        ("list_item", "mistakes at work"),
        ("list_item", "Nap early."),
        ("list_item", "Nap briefly."),
    ]


@pytest.mark.parametrize(
    "text", ["- Valerian - a herb", "Naps - short ones - help, and long ones - less so.", "- low-fat - diet"]
)
def test_dashes_that_part_a_thought_part_no_list(text: str) -> None:
    assert len(read_text(f"{BODY}\n\n{text}").blocks) == 2
