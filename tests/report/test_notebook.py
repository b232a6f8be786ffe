"""The report in a notebook."""

from made import TEXT, article, report


def test_it_is_one_element_with_its_styles():
    html = report()._repr_html_()
    assert html.startswith("<pre")
    assert html.rstrip().endswith("</pre>")
    assert "consistency/direction-conflict" in html


def test_the_articles_text_is_escaped():
    evil = TEXT.replace("Valerian and a good night", "<script>alert(1)</script>")
    html = report(article(evil, title="<script>alert(1)</script>"), hits={}, claims=())._repr_html_()
    assert "<script" not in html
    assert "&lt;script&gt;" in html
