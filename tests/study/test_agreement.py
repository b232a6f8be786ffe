"""Agreement says how far, how surely, and when it cannot say."""

import json

import numpy as np
import pytest
from click.testing import CliRunner

from healthscore.cli.group import app
from healthscore.report import agreement as forms
from healthscore.study import Sheet, agreement
from healthscore.study.agreement import PEOPLE, NothingInCommonError


def sheet(rater, *ratings, item="overall"):
    return Sheet(
        rater, {f"a{number}": {item: rating} for number, rating in enumerate(ratings) if rating is not None}
    )


@pytest.fixture(scope="module")
def found():
    random = np.random.default_rng(7)
    truth = random.integers(1, 6, size=40)
    people = [np.clip(truth + random.integers(-1, 2, size=40), 1, 5) for _ in range(2)]
    ours = sheet("ours", *(truth + random.normal(0, 0.5, size=40)))
    return agreement(ours, [sheet("anna", *map(float, people[0])), sheet("ben", *map(float, people[1]))])


def test_compares_us_with_the_mean_and_each_and_people_with_each_other(found):
    assert [one.second for one in found.with_people] == [PEOPLE, "anna", "ben"]
    assert [(one.first, one.second) for one in found.between_people] == [("anna", "ben")]
    assert [(among.item, among.raters, among.articles) for among in found.among_people] == [
        ("overall", 2, 40)
    ]


def test_each_figure_lies_in_its_interval(found):
    for one in (*found.with_people, *found.between_people):
        for name, estimate in one.estimates.items():
            assert estimate.low <= estimate.value <= estimate.high, name
            assert estimate.low < estimate.high, name


def test_the_interval_narrows_with_more_articles():
    def width(count):
        random = np.random.default_rng(1)
        truth = random.integers(1, 6, size=count).astype(float)
        other = np.clip(truth + random.integers(-1, 2, size=count), 1, 5)
        estimate = agreement(sheet("ours", *truth), [sheet("anna", *other)]).with_people[0].estimates["icc"]
        return estimate.high - estimate.low

    assert width(400) < width(25) / 2


def test_the_same_sheets_give_the_same_figures(found):
    again = agreement(
        sheet("ours", 1.0, 2.0, 3.0, 4.0, 5.0, 4.0), [sheet("anna", 1.0, 3.0, 3.0, 4.0, 4.0, 4.0)]
    )
    assert forms.as_json(again) == forms.as_json(
        agreement(sheet("ours", 1.0, 2.0, 3.0, 4.0, 5.0, 4.0), [sheet("anna", 1.0, 3.0, 3.0, 4.0, 4.0, 4.0)])
    )


def test_confusion_counts_whole_ratings():
    one = agreement(sheet("ours", 1.2, 2.6, 3.0), [sheet("anna", 1.0, 2.0, 3.0)]).with_people[0]
    assert one.grades == (1, 2, 3)
    assert one.confusion == ((1, 0, 0), (0, 0, 0), (0, 1, 1))


def test_limits_of_agreement_hold_the_differences():
    one = agreement(sheet("ours", 2, 3, 4, 5, 3), [sheet("anna", 1, 2, 3, 4, 3)]).with_people[0]
    assert one.estimates["difference"].value == 0.8
    assert one.limits == pytest.approx((0.8 - 1.96 * 0.44721, 0.8 + 1.96 * 0.44721), abs=1e-3)


def test_few_articles_give_no_figure_beyond_chance():
    found = agreement(sheet("ours", 1.0, 3.0), [sheet("anna", 1.0, 4.0)])
    estimates = found.with_people[0].estimates
    assert estimates["exact"].value == 0.5
    assert estimates["weighted_kappa"].value is None and found.with_people[0].limits is None
    assert any("nothing can be said" in line for line in forms.remarks(found))


def test_people_with_missing_ratings_have_an_alpha():
    anna = sheet("anna", 1.0, 2.0, 3.0, 4.0, 5.0, None, 2.0)
    ben = sheet("ben", 1.0, 2.0, 3.0, 4.0, 4.0, 3.0, None)
    cat = sheet("cat", None, 2.0, 3.0, 5.0, 5.0, 3.0, 2.0)
    [among] = agreement(sheet("ours", 1.0, 2.0, 3.0, 4.0, 5.0, 3.0, 2.0), [anna, ben, cat]).among_people
    assert (among.raters, among.articles) == (3, 7)
    assert 0.8 < among.alpha.value < 1
    assert among.icc.value is None  # four articles were rated by all three


def test_names_the_articles_that_only_one_side_rated():
    found = agreement(sheet("ours", 1.0, 2.0, 3.0), [sheet("anna", 1.0)])
    assert found.unmatched == ("a1", "a2")


def test_says_what_is_missing_where_nothing_is_in_common():
    with pytest.raises(NothingInCommonError, match="no article in common"):
        agreement(sheet("ours", 1.0), [Sheet("anna", {"z": {"overall": 1.0}})])
    with pytest.raises(NothingInCommonError, match="no item in common; call a column by one of overall"):
        agreement(sheet("ours", 1.0), [sheet("anna", 1.0, item="mood")])
    with pytest.raises(NothingInCommonError, match="have not both rated mood; both rated overall"):
        agreement(sheet("ours", 1.0), [sheet("anna", 1.0)], ["mood"])


def test_markdown_is_inert():
    found = agreement(sheet("<b>|x", 1.0, 2.0), [sheet("`a`[y](z)", 1.0, 2.0)])
    first = forms.as_markdown(found).splitlines()[0]
    assert first == r"**\<b\>\|x and \`a\`\[y\](z)**"


@pytest.fixture
def files(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    rows = [(f"a{n}", 1 + n % 5, 1 + (n + n // 7) % 5) for n in range(30)]
    (tmp_path / "ours.csv").write_text("article,overall\n" + "".join(f"{a},{x}\n" for a, x, _ in rows))
    (tmp_path / "anna.csv").write_text("article,overall\n" + "".join(f"{a},{y}\n" for a, _, y in rows))


def run(*arguments):
    return CliRunner().invoke(app, ["agree", *arguments])


def test_the_command_prints_a_table_and_what_it_means(files):
    done = run("ours.csv", "anna.csv", "--confusion")
    assert done.exit_code == 0
    assert "ours and anna" in done.stdout and "weighted" in done.stdout
    assert "overall: ours down, anna across" in done.stdout


def test_the_command_writes_documents_for_programs(files):
    assert json.loads(run("ours.csv", "anna.csv", "--output-format", "json").stdout)["schema"] == (
        "healthscore-agreement/1"
    )
    assert run("ours.csv", "anna.csv", "--output-format", "csv").stdout.startswith("item,first,second,")


@pytest.mark.parametrize("form", ["svg", "pdf", "png"])
def test_the_command_draws_a_picture(files, tmp_path, form):
    pytest.importorskip("matplotlib")
    assert run("ours.csv", "anna.csv", "--picture", f"a.{form}").exit_code == 0
    start = (tmp_path / f"a.{form}").read_bytes()[:5]
    assert start in {b"<?xml", b"%PDF-", b"\x89PNG\r"}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("none.csv", "anna.csv"), "none.csv: no such file; check the path"),
        (("ours.csv", "anna.csv", "--item", "mood"), "have not both rated mood"),
        (("ours.csv", "anna.csv", "--picture", "a.xyz"), "end it in .svg, .pdf or .png"),
        (
            ("ours.csv", "anna.csv", "--picture", "no/where.svg"),
            "no/where.svg: the picture cannot be written",
        ),
    ],
)
def test_the_command_ends_with_one_line_on_what_is_wrong(files, arguments, said):
    done = run(*arguments)
    assert done.exit_code == 2
    assert said in done.stderr and done.stderr.count("\n") == 1


def test_ours_must_be_one_rater(files, tmp_path):
    (tmp_path / "two.csv").write_text("article,rater,overall\na1,x,1\na1,y,2\n")
    assert "holds the ratings of x, y" in run("two.csv", "anna.csv").stderr
