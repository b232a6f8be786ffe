"""Nothing that stands in an article is trusted: in every format it stays text."""

import csv
import io
import json
import re
from html.parser import HTMLParser
from xml.etree import ElementTree

import pytest
from hostile import EVIL, SOURCE, TITLE, hostile
from markdown_it import MarkdownIt
from rendered import rendered

OURS = {
    "h2", "h3", "p", "table", "thead", "tbody", "tr", "th", "td", "ul", "li", "blockquote", "strong", "em", "code", "sub",
    "details", "summary",
}  # fmt: skip
DOCUMENTS = rendered(hostile())
NAMES = list(DOCUMENTS)


class _Page(HTMLParser):
    def __init__(self, html):
        super().__init__()
        self.tags, self.attributes, self.text = set(), [], ""
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.attributes += attrs

    def handle_data(self, data):
        self.text += data


def _page(markdown):
    return _Page(MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).render(markdown))


@pytest.mark.parametrize("name", NAMES)
def test_no_document_commands_a_terminal(name):
    controls = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
    assert not controls.search(DOCUMENTS[name])
    DOCUMENTS[name].encode("utf-8")


@pytest.mark.parametrize("name", [name for name in NAMES if "github" not in name])
def test_no_document_commands_a_runner_that_logs_it(name):
    for line in DOCUMENTS[name].splitlines():
        assert not line.lstrip().startswith("::"), line
        assert "##[" not in line


def test_annotations_are_those_of_the_findings_and_no_others():
    lines = DOCUMENTS["report.github.txt"].splitlines()
    command = re.compile(r"::(error|warning|notice)(?: ([^:]*))?::[^\r\n]*")
    assert all(command.fullmatch(line) and "##[" not in line for line in lines)
    assert [command.fullmatch(line)[1] for line in lines] == ["error"] * 10 + ["notice"] * 2
    for line in lines[:-1]:
        properties = dict(each.split("=", 1) for each in command.fullmatch(line)[2].split(","))
        assert set(properties) <= {"file", "line", "endLine", "col", "endColumn", "title"}
        assert properties["title"].partition("/")[0] in ("hedging", "consistency", "sourcing")
        assert "%3A" in properties["file"] and "%2C" in properties["file"] and "%250A" in properties["file"]


def test_markdown_has_no_markup_but_ours():
    page = _page(DOCUMENTS["report.md"])
    assert page.tags <= OURS
    assert page.attributes == []
    assert "<script>alert(1)</script>" in page.text
    assert "~~f~~" in page.text
    assert max(map(len, DOCUMENTS["report.md"].splitlines())) < 1_000


def test_markdown_names_nobody_and_refers_to_nothing():
    text = DOCUMENTS["report.md"]
    assert not re.search(r"@\w|#\d|www\.\w|https?://", text)


def test_a_table_of_hostile_articles_keeps_its_columns():
    from healthscore.report.markdown import as_markdown, part_of

    text = as_markdown([part_of(hostile()), part_of(hostile())], one=False).text
    page = _page(text)
    assert page.tags <= OURS
    rows = [line for line in text.splitlines() if line.startswith("|")][:4]
    assert {len(re.findall(r"(?<!\\)\|", row)) for row in rows} == {10}


def test_no_cell_of_the_csv_is_a_formula():
    rows = list(csv.DictReader(io.StringIO(DOCUMENTS["report.csv"])))
    assert len(rows) == 1
    assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n")) for cell in rows[0].values())
    assert rows[0]["source"].startswith("'=cmd,<b>")
    assert rows[0]["authors"].startswith("'=HYPERLINK")
    assert len(rows[0]["title"]) > 9_000


def test_sarif_has_no_links_but_its_own():
    results = json.loads(DOCUMENTS["report.sarif"])["runs"][0]["results"]
    links = [re.findall(r"\[[^\]]*\]\(([^)]*)\)", result["message"]["text"]) for result in results]
    assert sorted(link for found in links for link in found) == ["1"]
    assert {uri for r in results for uri in _uris(r)} == {
        "%3Dcmd%2C%3Cb%3E%7C%60%5Bx%5D%28y%29%3A%20%3Aerror%3A%20%3A%250A.md"
    }


def _uris(result):
    places = [*result["locations"], *result.get("relatedLocations", [])]
    return [place["physicalLocation"]["artifactLocation"]["uri"] for place in places]


def test_junit_is_xml_with_the_words_as_text():
    root = ElementTree.fromstring(DOCUMENTS["report.junit.xml"])
    assert {element.tag for element in root.iter()} <= {
        "testsuites", "testsuite", "testcase", "failure", "system-out", "skipped",
    }  # fmt: skip
    assert "<script>alert(1)</script>" in "".join(root.itertext())


@pytest.mark.parametrize("name", ["report.json", "report.jsonl"])
def test_json_holds_every_character_that_can_be_encoded(name):
    made = json.loads(DOCUMENTS[name])
    assert made["article"]["title"] == TITLE
    assert made["article"]["source"] == SOURCE
    quotes = [quote["quote"] for finding in made["findings"] for quote in finding["evidence"]]
    assert set(quotes) == {words.replace("\udcff", "\ufffd") for words in EVIL}


def test_lines_are_one_a_finding():
    lines = DOCUMENTS["report.lines.txt"].splitlines()
    assert len(lines) == len(hostile().findings)
    assert all(re.search(r"\.md:\d+:\d+: (error|note) [a-z]+/[a-z-]+: ", line) for line in lines)
    assert max(map(len, lines)) < 500
