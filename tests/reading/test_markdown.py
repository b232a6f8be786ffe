"""Markdown: blocks, and every kind of markup blanked in place."""

from __future__ import annotations

import pytest
from pieces import blocks, kinds, of_kind

from healthscore.reading import read_text

VACCINES = """\
---
title: "Flu vaccines: a guide"
author: [Dr. Ama Mensah, Li Wei]
date: 2021-10-05
lastmod: 2022-01
---
# Flu vaccines

*Reviewed by the clinic team.*

## Contents

- [How they work](#how)
- [Side effects](#side)

## How they work

The vaccine shows the body **parts** of the virus[^1] and `nothing` else,
as [a review](https://example.org/review "Title") found [2].

### Side effects

1. A sore arm
2. Fever
   - for a day or two

> It was over *quickly*.
>
> - Ray

| Effect | Share |
|:-------|------:|
| Sore arm | 1 in 2 |
| **Fever** | 1 in 100 |

```python
print("not prose")
```

<!-- not prose either -->
<div class="box">Ask your <b>pharmacist</b>.</div>

![A needle](needle.png)

Who should wait
---------------

People with a fever &mdash; see <https://example.org/wait> or https://example.com/x.

## References

1. Mensah A. Vaccines. J Flu. 2019;3:1-9.

[^1]: Wei L. The virus. 2018.

[2]: https://doi.org/10.1000/182
"""


def test_an_article_with_every_kind_of_block() -> None:
    assert blocks(read_text(VACCINES)) == [
        ("heading1", "Flu vaccines"),
        ("paragraph", "Reviewed by the clinic team."),
        ("contents", "Contents"),
        ("contents", "How they work"),
        ("contents", "Side effects"),
        ("heading2", "How they work"),
        (
            "paragraph",
            "The vaccine shows the body parts of the virus[^1] and nothing else, as a review found [2].",
        ),
        ("heading3", "Side effects"),
        ("list_item", "A sore arm"),
        ("list_item", "Fever"),
        ("list_item", "for a day or two"),
        ("quote", "It was over quickly ."),
        ("quote", "Ray"),
        ("table", "Effect Share"),
        ("table", "Sore arm 1 in 2"),
        ("table", "Fever 1 in 100"),
        ("code", ""),
        ("paragraph", "Ask your pharmacist ."),
        ("heading2", "Who should wait"),
        ("paragraph", "People with a fever see or ."),
        ("heading2", "References"),
        ("reference", "Mensah A. Vaccines. J Flu. 2019;3:1-9."),
        ("reference", "Wei L. The virus. 2018."),
        ("reference", ""),
    ]


def test_its_front_matter() -> None:
    article = read_text(VACCINES)
    assert article.title == "Flu vaccines: a guide"
    assert article.authors == ("Ama Mensah", "Li Wei")
    assert (article.published, article.updated) == ("2021-10-05", "2022-01")
    assert article.format == "markdown"


def test_its_links_with_the_places_of_their_words() -> None:
    article = read_text(VACCINES)
    assert [(article.text[link.start : link.end], link.target) for link in article.links] == [
        ("How they work", "#how"),
        ("Side effects", "#side"),
        ("a review", "https://example.org/review"),
        ("2", "https://doi.org/10.1000/182"),
        ("https://example.org/wait", "https://example.org/wait"),
        ("https://example.com/x", "https://example.com/x"),
        ("https://doi.org/10.1000/182", "https://doi.org/10.1000/182"),
    ]


def test_a_reference_keeps_its_label_in_the_text() -> None:
    article = read_text(VACCINES)
    entries = [article.text[block.start : block.end] for block in article.blocks if block.kind == "reference"]
    assert [entry[:5] for entry in entries] == ["1. Me", "[^1]:", "[2]: "]


@pytest.mark.parametrize(
    ("source", "prose"),
    [
        ("a **bold** word", "a   bold   word"),
        ("a __bold__ _word_", "a   bold    word "),
        ("***both***", "   both   "),
        ("2 * 3 and snake_case", "2 * 3 and snake_case"),
        ("unclosed **bold", "unclosed **bold"),
        ("~~gone~~ kept", "  gone   kept"),
        ("`code` ticks", " code  ticks"),
        (r"\*not bold\*", r" *not bold *"),
        ("a [link](x.html) here", "a  link          here"),
        ("a [**bold** link](x.html)", "a    bold   link         "),
        ("a [link][ref] here\n\n[ref]: x.html", "a  link       here\n\n             "),
        ("proven [1](x.html).", "proven [1]        ."),
        ("an ![image](x.png).", "an                ."),
        ("a<br>b <sup>2</sup>", "a    b      2      "),
        ("a &amp; b", "a       b"),
        ("[not a link] here", "[not a link] here"),
    ],
)
def test_markup_is_blanked_and_nothing_else(source: str, prose: str) -> None:
    assert read_text(source, format="markdown").prose == prose


@pytest.mark.parametrize(
    "source",
    ["# *Rest* helps #", "*Rest* helps\n===", "- *Rest* helps", "> *Rest* helps", "> - *Rest* helps", "1) *Rest* helps", "    *Rest* helps"],
)  # fmt: skip
def test_markup_is_found_behind_every_prefix(source: str) -> None:
    article = read_text(source, format="markdown")
    (block,) = article.blocks
    assert article.prose[block.start : block.end].split() == ["Rest", "helps"]
    assert article.text[block.start : block.end] == "*Rest* helps"


BODY = "Iron carries oxygen in the blood, and too little of it makes people tired, pale and short of breath."


def test_a_line_all_in_bold_over_text_is_a_heading() -> None:
    assert blocks(read_text(f"# Iron\n\n**Who lacks it?**\n\n{BODY}"))[1] == ("heading2", "Who lacks it?")


@pytest.mark.parametrize(
    "line", ["**Take it with juice.**", "**Buy now** and save!", "[**Shop**](/shop)", "*By Ann Lee*"]
)
def test_other_lines_with_bold_words_are_not(line: str) -> None:
    assert kinds(read_text(f"# Iron\n\n{line}\n\n{BODY}")) == ["heading", "paragraph", "paragraph"]


def test_one_paragraph_a_line_is_told_from_wrapped_lines() -> None:
    long = BODY + " " + BODY
    assert kinds(read_text(f"## Iron\n\nKey points\n{long}\n{long}")) == [
        "heading",
        "heading",
        "paragraph",
        "paragraph",
    ]
    wrapped = (
        "Iron carries oxygen in the blood, and too little\nof it makes people tired.\nIt is found in meat."
    )
    assert kinds(read_text(f"## Iron\n\n{wrapped}")) == ["heading", "paragraph"]


def test_html_blocks_show_what_a_browser_shows() -> None:
    source = (
        "<h2 id='a'>Iron</h2>\n<p>It is <em>vital</em>.\n<script>\nvar x = 1;\n</script>\n"
        "<a href='https://example.org'>More</a></p>\n"
    )
    article = read_text(source, format="markdown")
    assert blocks(article) == [("heading2", "Iron"), ("paragraph", "It is vital ."), ("paragraph", "More")]
    assert [(article.text[link.start : link.end], link.target) for link in article.links] == [
        ("More", "https://example.org")
    ]


@pytest.mark.parametrize(
    ("front", "notes"),
    [
        ("title: [unclosed\nauthor: x", 1),
        ("title: 2021-99-99\ndate: 2021-99-99", 1),
        ("a: &a [*a, *a]\nb: c", 0),
    ],
)
def test_broken_front_matter_is_skipped_with_a_note(front: str, notes: int) -> None:
    article = read_text(f"---\n{front}\n---\n# Iron\n\n{BODY}")
    assert (article.title, len(article.notes)) == ("Iron", notes)
    assert kinds(article) == ["heading", "paragraph"]


def test_rules_around_text_are_no_front_matter() -> None:
    article = read_text(f"---\n{BODY}\n\n---\n# Iron\n\n{BODY}", format="markdown")
    assert BODY in article.prose[:120]
    assert article.notes == ()


def test_toml_front_matter() -> None:
    article = read_text(f'+++\ntitle = "Iron"\ndate = 2020-02-03\n+++\n{BODY}', format="markdown")
    assert (article.title, article.published) == ("Iron", "2020-02-03")


@pytest.mark.parametrize(
    "text", ["## Iron\n\ntext", "see [it](https://a.b)", "| a | b |\n|---|---|\n| 1 | 2 |", "a **b** c"]
)
def test_marked_up_text_is_markdown_whatever_its_name(text: str) -> None:
    assert read_text(text, source="a.txt").format == "markdown"


@pytest.mark.parametrize(
    "text", ["#1 tip: rest", "2 * 3 * 4", "a [1] b (c)", "* bullet\n* bullet", "---\n\nText", "Title\n====="]
)
def test_text_with_stray_signs_is_plain(text: str) -> None:
    assert read_text(text).format == "plain"


TOPICS = [
    (
        "Skin",
        "Eczema makes skin dry, and scratching makes it worse.",
        "Creams",
        ["Use them twice a day.", "Rub gently."],
    ),
    (
        "Asthma",
        "Airways swell, e.g. after a cold.",
        "Inhalers",
        ["Breathe out first.", "Hold it for 10 seconds."],
    ),
    (
        "Pregnancy",
        "Most sickness ends by week 14.",
        "What to eat",
        ["Small meals, often.", "Ginger may help some women."],
    ),
]


@pytest.mark.parametrize(("title", "body", "heading", "items"), TOPICS)
def test_both_formats_give_the_same_blocks(title: str, body: str, heading: str, items: list[str]) -> None:
    plain = (
        f"{title}\n\n{body}\n\n{heading}\n" + "\n".join(f"- {item}" for item in items) + "\n\nEnd of it.\n"
    )
    marked = (
        f"# {title}\n\n{body}\n\n## {heading}\n\n"
        + "\n".join(f"* **{i[:3]}**{i[3:]}" for i in items)
        + "\n\nEnd of it.\n"
    )
    found = blocks(read_text(marked))
    assert [(kind, words.replace(" ", "")) for kind, words in found] == [
        (kind, words.replace(" ", "")) for kind, words in blocks(read_text(plain))
    ]
    assert of_kind(read_text(plain), "list_item") == items
