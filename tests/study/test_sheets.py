"""Ratings of people come as spreadsheets write them."""

import json

import pytest

from healthscore import score
from healthscore.study import SheetError, read_sheets
from healthscore.study.matching import aligned

TEXT = "Physiotherapy eases back pain in most adults within six weeks. " * 20


@pytest.fixture
def sheet(tmp_path):
    def write(text, name="anna.csv", encoding="utf-8"):
        path = tmp_path / name
        path.write_bytes(text.encode(encoding))
        return path

    return write


def ratings(path):
    return {sheet.rater: {a: dict(r) for a, r in sheet.ratings.items()} for sheet in read_sheets(path)}


def test_reads_a_row_an_article(sheet):
    path = sheet("article,overall,balance\na.html,4,2\nb.html,3,\n")
    assert ratings(path) == {"anna": {"a.html": {"overall": 4, "balance": 2}, "b.html": {"overall": 3}}}


def test_reads_a_row_a_rating(sheet):
    path = sheet("file,rater,item,rating\na,ann,overall,4\na,ben,overall,3\n")
    assert ratings(path) == {"ann": {"a": {"overall": 4}}, "ben": {"a": {"overall": 3}}}


def test_reads_what_spreadsheets_of_other_countries_write(sheet):
    path = sheet("\ufeffArticle;Overall\r\na;3,5\r\n")
    assert ratings(path) == {"anna": {"a": {"Overall": 3.5}}}


@pytest.mark.parametrize("empty", ["", " ", "NA", "n/a", "-", "?"])
def test_what_was_not_judged_is_not_there(sheet, empty):
    assert ratings(sheet(f"article,overall,balance\na,4,{empty}\n")) == {"anna": {"a": {"overall": 4}}}


def test_reads_json_lines_with_the_same_names(sheet):
    path = sheet(
        '{"article": "a", "overall": 4}\n{"article": "b", "overall": null, "balance": 2}\n', "ben.jsonl"
    )
    assert ratings(path) == {"ben": {"a": {"overall": 4}, "b": {"balance": 2}}}


@pytest.mark.parametrize("form", ["one", "array", "lines"])
def test_reads_our_reports(sheet, form):
    reports = [score(TEXT, source=name) for name in ("a.md", "b.md")]
    texts = {
        "one": reports[0].to_json(2),
        "array": json.dumps([report.to_dict() for report in reports]),
        "lines": "\n".join(report.to_json(None) for report in reports),
    }
    [found] = read_sheets(sheet(texts[form], "ours.json"))
    assert found.rater == "healthscore five-dimensions"
    assert list(found.ratings) == (["a.md"] if form == "one" else ["a.md", "b.md"])
    assert found.ratings["a.md"]["overall"] == reports[0].rating.value
    assert found.ratings["a.md"]["consistency"] == reports[0].dimensions[-1].rating.value


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("article,overall\na,good\n", "anna.csv: line 2: overall is rated 'good', which is no number; leave"),
        ("article,overall\na,inf\n", "no number"),
        ("article,overall\na,3\na,4\n", "line 3: anna rates overall of a twice"),
        ("overall\n3\n", "line 2: no column says which article"),
        ("article,overall\na,3,4\n", "line 2: more fields than columns"),
        ("article,overall\n", "holds no ratings"),
        ("", "holds no ratings"),
        ('{"article": "a", \n', "line 1: not JSON"),
        ("[1]", "entry 1: not an object"),
    ],
)
def test_says_what_is_wrong_and_where(sheet, text, said):
    with pytest.raises(SheetError) as error:
        read_sheets(sheet(text))
    assert said in str(error.value)
    assert "\n" not in str(error.value)


def test_refuses_a_missing_file_and_another_encoding(sheet, tmp_path):
    with pytest.raises(SheetError, match="no such file; check the path"):
        read_sheets(tmp_path / "none.csv")
    with pytest.raises(SheetError, match="save the table as CSV in UTF-8"):
        read_sheets(sheet("article,überall\na,3\n", encoding="latin-1"))


def names(*texts):
    return [list(found.ratings) for found in aligned(texts)]


def test_articles_meet_by_their_files_names(sheet):
    ours = read_sheets(sheet("article,overall\npages/Asthma.html,3\npages/warts.html,3\n"))
    people = read_sheets(sheet("article,overall\nasthma,3\nC:\\texts\\warts.docx,2\n", "b.csv"))
    assert names(*ours, *people) == [["asthma", "warts"], ["asthma", "warts"]]


def test_a_name_that_two_articles_share_is_not_cut(sheet):
    ours = read_sheets(sheet("article,overall\none/a.html,3\ntwo/a.html,3\n"))
    assert names(*ours) == [["one/a.html", "two/a.html"]]


def test_items_meet_by_their_letters(sheet):
    found = aligned(read_sheets(sheet("article,No Alternatives ,no_harms\na,3,2\n")))
    assert found[0].items == ("no-alternatives", "no-harms")
