"""``-o html:PATH``: one page, or a folder of them with an index."""

import re
from urllib.parse import unquote, urlsplit

import pytest
from click.testing import CliRunner

from healthscore.cli.group import app
from healthscore.cli.pages import Site


@pytest.fixture
def call(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return lambda *arguments, **options: CliRunner().invoke(app, [*map(str, arguments)], **options)


@pytest.fixture
def folder(tmp_path, article):
    text = article.read_text(encoding="utf-8")
    (tmp_path / "tree").mkdir()
    for name in ("one.md", "two words & more.md", "con.txt", "#100%.md", "日本.md"):
        (tmp_path / "tree" / name).write_text(text, encoding="utf-8")
    return tmp_path / "tree"


def _links(page):
    """Where the links of a page lead, without those within it."""
    links = re.findall(r'href="([^"#][^"]*)"', page.read_text(encoding="utf-8"))
    return [page.parent / unquote(urlsplit(link).path) for link in links if link != "data:,"]


def test_one_article_is_one_file(call, tmp_path, article):
    assert call("score", article.name, "-o", "html:r.html").exit_code == 0
    page = tmp_path / "r.html"
    assert page.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    assert _links(page) == []
    assert sorted(p.name for p in tmp_path.iterdir()) == ["good.md", "r.html"]


def test_stdout_gets_the_report_or_the_index_alone(call, tmp_path, article, folder):
    one = call("score", article.name, "--output-format", "html").stdout
    assert one.startswith("<!DOCTYPE html>") and one.endswith("</html>\n")
    many = call("score", "tree", "--output-format", "html").stdout
    assert many.count("<html") == 1 and "Articles, worst first" in many
    assert not re.search(r'<a href="[^#]', many)
    assert {p.name for p in tmp_path.iterdir()} == {"good.md", "tree"}


@pytest.mark.parametrize(
    ("given", "index", "pages"),
    [
        ("site/", "site/index.html", "site/reports"),
        ("deep/er/site", "deep/er/site/index.html", "deep/er/site/reports"),
        ("all #1 50%25.html", "all #1 50%25.html", "all #1 50%25-reports"),
    ],
)
def test_many_articles_are_an_index_and_a_page_each_that_link_to_each_other(
    call, tmp_path, folder, given, index, pages
):
    assert call("score", "tree", "-o", f"html:{given}").exit_code == 0
    written = sorted((tmp_path / pages).iterdir())
    assert len(written) == 5
    assert {*_links(tmp_path / index)} == {*written}
    for page in written:
        assert [link.resolve() for link in _links(page)] == [(tmp_path / index).resolve()]


def test_pages_never_lie_among_the_articles(call, tmp_path, folder):
    folder.rename(tmp_path / "articles")
    before = sorted((tmp_path / "articles").iterdir())
    assert call("score", "articles", "-o", "html:index.html").exit_code == 0
    assert sorted((tmp_path / "articles").iterdir()) == before
    assert {page.parent.name for page in _links(tmp_path / "index.html")} == {"index-reports"}


def test_one_article_into_a_folder_is_an_index_of_one(call, tmp_path, article):
    (tmp_path / "out.html").mkdir()
    for given, folder in (("site", "site"), ("out.html", "out.html")):
        assert call("score", article.name, "-o", f"html:{given}").exit_code == 0
        (page,) = (tmp_path / folder / "reports").iterdir()
        assert _links(tmp_path / folder / "index.html") == [page]


def test_names_of_pages_are_plain_distinct_and_the_same_on_every_run():
    site = Site(None, None)
    sources = [
        "a/b.md",
        "a-b.md",
        "A/B.md",
        "../../etc/passwd",
        "con",
        "日本.md",
        "x" * 500,
        "",
        "a/b.md",
        "\udcff.txt",
    ]
    names = [site._name(source) for source in sources]
    assert len({name.casefold() for name in names}) == len(sources)
    assert all(re.fullmatch(r"[A-Za-z0-9-]{1,90}\.html", name) for name in names)
    assert names[:2] == [Site(None, None)._name(source) for source in sources[:2]]
    assert names[0].startswith("a-b-")


def test_what_cannot_be_read_is_counted_and_costs_no_page(call, tmp_path, folder):
    (folder / "empty.md").write_bytes(b"")
    assert call("score", "tree", "-o", "html:site").exit_code == 2
    assert "1 could not be read" in (tmp_path / "site" / "index.html").read_text(encoding="utf-8")
    assert len([*(tmp_path / "site" / "reports").iterdir()]) == 5


@pytest.mark.parametrize("given", ["good.md/site", "nowhere/report.html"])
def test_an_output_that_cannot_be_written_stops_before_the_work(call, article, given):
    result = call("score", article.name, "-o", f"html:{given}")
    assert result.exit_code == 2
    assert result.stdout == ""
    assert result.stderr.startswith(f"healthscore: {given}: cannot be written")
