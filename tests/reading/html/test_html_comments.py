"""Comments to healthscore are read on a page where they stand, and are no part of its text."""

import pytest

from healthscore.reading import read_text

PARAGRAPH = (
    "<p>{}Ginger tea cures migraine in everybody, {}as everyone knows, and has no side effects at all.</p>"
)
REST = (
    "<p>Ginger grows in warm places and is sold as a root, as a powder and as a sweet in many shops.</p>" * 5
)


def page(*, head="", before="", inside="", after=""):
    claim = PARAGRAPH.format("", inside)
    return (
        f"<html><head><title>Ginger</title>{head}</head><body><nav><a href=/>Home</a></nav>"
        f"<article><h1>Ginger tea</h1>{before}{claim}{REST}{after}</article></body></html>"
    )


def read(**parts):
    return read_text(page(**parts), format="html")


@pytest.mark.parametrize("place", ["before", "inside"])
def test_a_comment_belongs_to_the_block_that_it_is_in_or_above(place):
    article = read(**{place: "<!-- healthscore: ignore[overclaim] a quoted advert -->"})
    [comment] = article.comments
    assert comment.said == "ignore[overclaim] a quoted advert"
    assert comment.start == comment.end == article.text.index("Ginger tea cures")
    assert "healthscore" not in article.text


def test_a_comment_on_the_whole_article_may_stand_in_the_head():
    article = read(head="<!-- healthscore: ignore-file[no-date] -->")
    assert [(comment.start, comment.said) for comment in article.comments] == [(0, "ignore-file[no-date]")]


def test_a_comment_after_the_last_block_stands_at_the_end():
    article = read(after="<!-- healthscore: ignore-end -->")
    assert article.text[article.comments[0].start :].strip() == ""


def test_comments_to_others_are_none_of_ours():
    assert read(before="<!-- wp:paragraph --><!-- healthscorecard: ignore -->").comments == ()


def test_what_is_ignored_is_not_reported(tmp_path):
    from click.testing import CliRunner

    from healthscore.cli.group import app

    def reported(name, **parts):
        path = tmp_path / name
        path.write_text(page(**parts), encoding="utf-8")
        shown = CliRunner().invoke(app, ["score", str(path), "--output-format", "lines"]).stdout
        return {line.split()[2].rstrip(":") for line in shown.splitlines()}

    everything = reported("a.html")
    assert "hedging/overclaim" in everything
    assert reported("b.html", before="<!-- healthscore: ignore[overclaim] -->") == everything - {
        "hedging/overclaim"
    }
