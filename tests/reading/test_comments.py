"""Comments to healthscore: read from text and Markdown, and no part of the prose."""

import pytest

from healthscore.reading import read_text
from healthscore.reading.comments import said

PLAIN = """Walking and sleep

<!-- healthscore: ignore[hedging/overclaim] quoted from the maker -->
Walking cures everything at once.

Walking is free. <!--healthscore:ignore-->

<!-- an ordinary comment -->
"""


@pytest.mark.parametrize("format_", ["plain", "markdown"])
def test_they_are_read_with_their_places(format_):
    article = read_text(PLAIN, format=format_)
    assert [comment.said for comment in article.comments] == [
        "ignore[hedging/overclaim] quoted from the maker",
        "ignore",
    ]
    for comment in article.comments:
        text = article.text[comment.start : comment.end]
        assert text.startswith("<!--") and text.endswith("-->")


@pytest.mark.parametrize("format_", ["plain", "markdown"])
def test_they_are_no_prose_and_no_block(format_):
    article = read_text(PLAIN, format=format_)
    assert len(article.prose) == len(article.text)
    assert "quoted from the maker" not in article.prose
    blocks = [article.prose[block.start : block.end].strip() for block in article.blocks]
    assert blocks[:3] == ["Walking and sleep", "Walking cures everything at once.", "Walking is free."]


def test_a_comment_over_several_lines_is_one():
    article = read_text(
        "Tea is nice.\n\n<!-- healthscore: ignore[balance]\n  its price is told -->\n\nTea is hot.\n"
    )
    assert [comment.said for comment in article.comments] == ["ignore[balance] its price is told"]
    assert len(article.blocks) == 2


@pytest.mark.parametrize("code", ["`<!-- healthscore: ignore -->`", "```\n<!-- healthscore: ignore -->\n```"])
def test_one_that_is_shown_as_code_is_none(code):
    assert read_text(f"# Help\n\nWrite this:\n\n{code}\n", format="markdown").comments == ()


def test_one_without_an_end_is_none():
    assert read_text("Tea.\n\n<!-- healthscore: ignore\n\nMore tea.\n").comments == ()
    both = read_text(
        "Tea.\n\n<!-- healthscore: ignore\n\n<!-- healthscore: ignore-file -->\n\nMore.\n", format="plain"
    )
    assert [comment.said for comment in both.comments] == ["ignore-file"]


@pytest.mark.parametrize(
    ("body", "heard"),
    [
        (" healthscore: ignore ", "ignore"),
        ("healthscore:", ""),
        (" healthscores: ignore", None),
        (" todo: healthscore: x", None),
        (" healthscore:\n ignore-file ", "ignore-file"),
    ],
)
def test_only_what_is_addressed_to_healthscore_is_heard(body, heard):
    assert said(body) == heard
