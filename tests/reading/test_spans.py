"""Property tests: whatever the text, every span is exact and nothing raises but a reading error."""

from __future__ import annotations

import json

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pieces import obeys_the_laws

from healthscore.reading import ReadingError, read_bytes, read_text

PIECES = [
    "# ", "## ", "- ", "* ", "1. ", "> ", "| a | b |\n", "|---|---|\n", "\n", "\n\n", "\r\n", "\r", "```\n", "---\n",
    "===\n", "**", "_", "*", "`", "[", "]", "(", ")", "](http://a.b)", "[x]: http://a.b\n", "[1]: http://a.b\n", "[^1]",
    "[^1]: ", "![", "<b>", "</b>", "<!--", "-->", "<script>", "<a href='x'>", "&amp;", "\\", "~~", "\t", "    ", "  \n",
    "title: x\n", "http://a.b/c_(d).", "www.a.b", "e\u0301", "👩‍⚕️", "\ufeff", "\u200b", "\u00ad", "\u2028", "\x0b", "\x85",
    "<p>", "</p>", "<h1>", "<h2 id=x>", "</h2>", "<ul><li>", "</li>", "<ol start=3>", "<table><tr><td>", "<th>", "</table>", "<br>",
    "<sup>1</sup>", "<sup><a href='#r'>2</a></sup>", "<div class='comments'>", "<article>", "<nav>", "</nav>", "<pre>", "</pre>",
    "<blockquote>", "<p hidden>", "<i style='display:none'>", "<script type='application/ld+json'>", "{\"@type\": \"Article\"}", "</script>",
    "<time datetime='2020-01-02'>", "<q>", "</q>", "<a href='#y'><h3>", "</a>", "<dl><dt>", "<dd>", "<footer>", "<section class='references'>",
    "Dr. Who", "word", "Word two.", "What now?", "References\n", "Contents\n", "By Jane Smith", "2019", "3 March 2021", "Q: ",
]  # fmt: skip
any_text = st.text(st.characters(exclude_categories=[]))
marked_text = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=8)), max_size=40).map("".join)


def readable(text: str, format: str) -> bool:
    try:
        article = read_text(text, format=format)  # type: ignore[arg-type]
    except ReadingError:
        return True
    json.dumps(article.text).encode("utf-8")
    assert article.sha256
    return obeys_the_laws(article)


@pytest.mark.parametrize("format", ["plain", "markdown", "html", "auto"])
@given(text=st.one_of(any_text, marked_text))
@example(text="\ufeff---\ntitle: x\n---\n# A\n\ntext")
@example(text="Emoji 👩‍⚕️ and cafe\u0301 stay. **Next** one.")
@example(text="lone \ud800 surrogate")
@example(text="a\r\nb\rc")
@settings(deadline=None, max_examples=300)
def test_every_text_gives_exact_spans(text: str, format: str) -> None:
    assert readable(text, format)


@given(st.binary(max_size=300))
@settings(deadline=None, max_examples=300)
def test_any_bytes_are_read_or_refused_in_one_line(data: bytes) -> None:
    try:
        assert obeys_the_laws(read_bytes(data, name="some.txt"))
    except ReadingError as error:
        assert "\n" not in str(error)
        assert "some.txt" in str(error)


@given(st.text(min_size=1))
def test_text_keeps_every_character_in_its_place(text: str) -> None:
    """Only line ends and characters that no document may hold are replaced, one for one."""
    if "\r" in text or not text.strip():
        return
    try:
        article = read_text(text)
    except ReadingError:
        return
    assert len(article.text) == len(text)
    changed = {(a, b) for a, b in zip(text, article.text, strict=True) if a != b}
    assert all(a in "\x00\u2028\u2029" or "\ud800" <= a <= "\udfff" for a, _ in changed)


@pytest.mark.parametrize(
    "unit",
    ["a", "# ", ">", "- ", "*", "_", "[", "![", "<", "<!--", "`", "(", ")", "\\", "|", "~", "\n", "a\n", "-\n", "a *b* ",
     "[a](b) ", "http://a.b) ", "www.a)))", "&", "a | b\n", "1. a\n", "<b>", "[^1] ", "\ta\n", "Aa. \n", "<style></style>"],
)  # fmt: skip
@pytest.mark.parametrize("format", ["plain", "markdown", "html"])
def test_no_repetition_makes_reading_slow(unit: str, format: str) -> None:
    """Twice the text takes about twice the time, not four times; the limit is far above that."""
    import time

    text = "Start " + unit * (20_000 // len(unit)) + " end"
    began = time.process_time()
    readable(text, format)
    assert time.process_time() - began < 3
