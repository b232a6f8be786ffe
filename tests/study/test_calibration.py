"""Rubrics fitted to people: what can be learned is, what cannot is said, and what is written can be used."""

import csv
import json
import random
from dataclasses import replace

import pytest
from click.testing import CliRunner

from healthscore import score
from healthscore.checks.base import Measurement
from healthscore.cli.group import app
from healthscore.rubric import load_rubric, rate, required_measures
from healthscore.study import CalibrationError, Provenance, Sheet, calibrate, read_measures, read_sheets

RUBRIC = """schema: healthscore-rubric/1
id: small
version: 1.2.0
title: Small
source: made for a test
scale: {min: 1, max: 5}
bands: [{at_least: 1, name: low}, {at_least: 3, name: high}]
dimensions:
  - id: sourcing
    question: Could a reader check it?
    criteria:
      - {id: sourced, question: Sourced?, weight: 1, measure: sourcing.sourced_claim_share, ratings: [[0, 1], [1, 5]]}
      - {id: findable, question: Found?, weight: 5, measure: sourcing.citation_parts, ratings: [[0, 1], [0.2, 3], [1, 5]]}
      - {id: named, question: Named?, weight: 1, measure: sourcing.vague_attribution_density, ratings: [[0, 5], [1, 1]]}
      - {id: off, question: Off?, weight: 0, measure: article.words, ratings: [[0, 1], [9, 2]]}
    caps:
      - {id: selling, when: {measure: sourcing.selling, above: 0.9}, at_most: 2}
  - id: balance
    question: Is the other side told?
    weight: 2
    criteria:
      - {id: sides, question: Told?, measure: balance.sides_told, ratings: [[0, 1], [5, 5]]}
"""
SHARES = ("sourcing.sourced_claim_share", "sourcing.citation_parts", "sourcing.vague_attribution_density")


@pytest.fixture
def small(tmp_path):
    path = tmp_path / "small.yaml"
    path.write_text(RUBRIC, encoding="utf-8")
    return load_rubric(str(path))


def measured(count, seed=1):
    draw = random.Random(seed)
    return {
        f"pages/a{n}.html": {name: round(draw.random(), 3) for name in SHARES}
        | {"article.claims": 9.0, "sourcing.selling": 0.0, "balance.sides_told": float(draw.randint(0, 5))}
        for n in range(count)
    }


def judged(values):
    """A reader who looks at the sources of claims, a little at unnamed people, and at nothing else."""
    sourced, _, vague = (values[name] for name in SHARES)
    return 1 + 3 * sourced + 1 - vague


def sheet(measures, *, item="sourcing", rating=judged, rater="anna"):
    return Sheet(
        rater,
        {article.removeprefix("pages/"): {item: rating(values)} for article, values in measures.items()},
    )


def by_chance(seed):
    draw = random.Random(seed)
    return lambda _: float(draw.randint(1, 5))


def criteria(rubric):
    return {c.id: c for dimension in rubric.dimensions for c in dimension.criteria}


def test_what_people_look_at_gets_the_weight(small):
    measures = measured(80)
    found = calibrate(small, measures, [sheet(measures)])
    new = criteria(found.rubric)
    assert new["sourced"].weight > 2 * new["named"].weight > new["findable"].weight
    assert sum(new[id_].weight for id_ in ("sourced", "named", "findable")) == pytest.approx(1, abs=0.002)
    (before,), (after,) = found.before, found.after
    assert after.estimates["spearman"].value > 0.9 > before.estimates["spearman"].value
    assert found.gains["sourcing"].low > 0
    assert not found.losses


def test_every_criterion_keeps_its_measure_and_its_direction(small):
    measures = measured(60)
    upside_down = sheet(measures, rating=lambda values: 6 - judged(values))
    for people in (sheet(measures), upside_down, sheet(measures, rating=by_chance(3))):
        try:
            new = criteria(calibrate(small, measures, [people]).rubric)
        except CalibrationError:
            assert people is upside_down
            continue
        for id_, old in criteria(small).items():
            assert (new[id_].measure, new[id_].rises) == (old.measure, old.rises)


def test_what_is_switched_off_capped_or_not_rated_stays(small):
    measures = measured(60)
    found = calibrate(small, measures, [sheet(measures)])
    sourcing, balance = found.rubric.dimensions
    assert sourcing.criteria[3] == small.dimensions[0].criteria[3]
    assert sourcing.caps == small.dimensions[0].caps
    assert balance == small.dimensions[1]
    assert found.fitted == ("sourcing",)
    assert found.kept == {"balance": "people did not rate it", "overall": "people did not rate it"}


def test_too_few_articles_leave_a_dimension_as_it_is(small):
    measures = measured(60)
    few = dict(list(measures.items())[:29])
    found = calibrate(small, measures, [sheet(measures), sheet(few, item="balance", rater="ben")])
    assert found.kept["balance"] == "both sides rated 29 articles, at least 30 are needed"
    assert found.rubric.dimensions[1] == small.dimensions[1]
    with pytest.raises(CalibrationError, match="nothing to fit: sourcing: both sides rated 29 articles"):
        calibrate(small, few, [sheet(few)])


def test_ratings_by_chance_are_not_agreed_with(small):
    """Numbers that had seen the articles that they are judged on would agree with them."""
    agreed = []
    for seed in range(12):
        measures = measured(60, seed)
        try:
            found = calibrate(small, measures, [sheet(measures, rating=by_chance(seed + 50))])
        except CalibrationError as error:  # no measure goes with them at all
            assert "none of its measures goes with people's ratings" in str(error)
        else:
            agreed.append(found.after[0].estimates["spearman"].value)
    assert len(agreed) > 5
    assert abs(sum(agreed) / len(agreed)) < 0.12


def test_what_does_no_good_is_advised_against(small):
    measures = measured(60)
    already = sheet(measures, rating=lambda values: rate_by(small, values))
    found = calibrate(small, measures, [already])
    assert found.losses == ("sourcing",)
    assert "This calibration should not be used: on sourcing it agrees with people no better" in found.card()


def rate_by(rubric, values):
    return rate(rubric, {name: Measurement(v, "") for name, v in values.items()})[1][0].rating.value


def test_of_verdicts_the_border_is_the_middle_of_the_scale(small):
    measures = measured(100)
    people = sheet(measures, rating=lambda values: 5.0 if judged(values) > 3.6 else 1.0)
    found = calibrate(small, measures, [people])
    passed = sum(rated["sourcing"] == 5 for rated in people.ratings.values())
    ours = [rate_by(found.rubric, values) for values in measures.values()]
    assert 10 < passed < 40
    assert abs(sum(rating > 3 for rating in ours) - passed) <= 1
    assert found.after[0].estimates["spearman"].value > 0.6


def test_people_are_taken_together(small):
    measures = measured(60)
    up, down = (
        sheet(measures, rating=lambda v, by=by: min(5, max(1, judged(v) + by)), rater=f"rater {by}")
        for by in (0.4, -0.4)
    )
    found = calibrate(small, measures, [up, down])
    assert found.raters == ("rater 0.4", "rater -0.4")
    assert abs(found.after[0].estimates["difference"].value) < 0.1


def test_the_whole_is_brought_closer_by_the_weights_of_the_dimensions(small):
    measures = measured(200)

    def mostly_sources(values):
        return 0.9 * rate_by(small, values) + 0.1 * (1 + 0.8 * values["balance.sides_told"])

    found = calibrate(small, measures, [sheet(measures, item="overall", rating=mostly_sources)])
    sourcing, balance = found.rubric.dimensions
    assert found.fitted == ("overall",)
    assert sourcing.weight > balance.weight > 0
    assert sourcing.weight + balance.weight == pytest.approx(3, abs=0.002)
    assert found.gains["overall"].low > 0


def test_a_dimension_that_only_lowers_is_weighed_by_what_it_counts_as(tmp_path):
    path = tmp_path / "lowering.yaml"
    path.write_text(RUBRIC.replace("  - id: balance\n", "  - id: balance\n    only_lowers: true\n"))
    rubric = load_rubric(str(path))
    weighed = [replace(d, weight=w) for d, w in zip(rubric.dimensions, (0.6, 2.4), strict=True)]
    reader = replace(rubric, dimensions=tuple(weighed))
    measures = measured(200)

    def as_the_reader(values):
        return rate(reader, {name: Measurement(value, "") for name, value in values.items()})[0].value

    found = calibrate(rubric, measures, [sheet(measures, item="overall", rating=as_the_reader)])
    assert [d.weight for d in found.rubric.dimensions] == pytest.approx([0.6, 2.4], abs=0.15)
    assert found.gains["overall"].low > 0


def test_the_file_says_the_same_as_the_rubric(small, tmp_path):
    measures = measured(60)
    people = [
        sheet(measures),
        sheet(measures, item="overall", rating=lambda v: 1 + 0.8 * v["balance.sides_told"]),
    ]
    provenance = Provenance(licence='CC0: "free"\n# no', source="a survey", date="2024-05-01")
    found = calibrate(small, measures, people, name="mine", provenance=provenance)
    path = tmp_path / "mine.yaml"
    path.write_text(found.yaml("small.yaml"), encoding="utf-8")
    assert load_rubric(str(path)) == found.rubric
    assert found.rubric.sha256 != small.sha256


def test_the_card_tells_data_licence_method_and_agreement(small):
    measures = measured(40)
    provenance = Provenance((("anna.csv", "ab12"),), "CC BY 4.0", "a survey", "2024-05-01")
    card = calibrate(
        small, measures, [sheet(measures), sheet(measures, item="mood")], provenance=provenance
    ).card()
    assert card.startswith("# small-calibrated\n\nSmall, calibrated. Version 1.0.0, 2024-05-01")
    for said in (
        "40 articles",
        "file anna.csv, SHA-256 ab12",
        "Licence: CC BY 4.0",
        "source: a survey",
        "ridge",
    ):
        assert said in card
    assert "There are only 40 articles" in card
    assert "no such dimension: mood" in card
    assert "- as before: balance, overall (people did not rate it)" in card
    assert "| sourcing | before | 40 |" in card and "| sourcing | after | 40 |" in card
    assert "Licence: not stated" in calibrate(small, measures, [sheet(measures)]).card()


@pytest.mark.parametrize(
    ("people", "name", "said"),
    [
        (
            Sheet("anna", {"z": {"sourcing": 1.0}}),
            None,
            "no article in common with people; call an article by",
        ),
        (Sheet("anna", {"a1": {"mood": 1.0}}), None, "call a column by one of overall, sourcing, balance"),
        (
            Sheet("anna", {"a1": {"sourcing": 80.0}}),
            None,
            "outside the scale of small; bring the ratings to 1 to 5",
        ),
        (Sheet("anna", {"a1": {"sourcing": 2.0}}), "small", "'small' cannot be its id"),
        (Sheet("anna", {"a1": {"sourcing": 2.0}}), "My Own", "'My Own' cannot be its id"),
    ],
)
def test_what_cannot_be_used_is_refused_with_a_remedy(small, people, name, said):
    with pytest.raises(CalibrationError, match=said):
        calibrate(small, measured(40), [people], name=name)


def test_measures_that_the_rubric_reads_must_be_there(small):
    measures = measured(40)
    people = [sheet(measures)]
    del measures["pages/a7.html"]["sourcing.selling"]
    with pytest.raises(CalibrationError, match=r"on a7 lacks sourcing\.selling, which small 1\.2\.0 reads"):
        calibrate(small, measures, people)


@pytest.fixture
def files(tmp_path, monkeypatch):
    """Forty reports by the default rubric, made from one real report, and the sheet of a reader."""
    monkeypatch.chdir(tmp_path)
    report = score("Physiotherapy eases back pain in most adults within six weeks. " * 20).to_dict()
    draw = random.Random(4)
    with (
        (tmp_path / "anna.csv").open("w", newline="") as out,
        (tmp_path / "reports.jsonl").open("w") as reports,
    ):
        rows = csv.writer(out)
        rows.writerow(("article", "sourcing", "overall"))
        for n in range(40):
            share = round(draw.random(), 3)
            report["article"]["source"] = f"a{n}.txt"
            report["measures"] |= {
                "sourcing.sourced_claim_share": share,
                "sourcing.citation_parts": draw.random(),
            }
            report["measures"] |= {"article.health_share": 1, "sourcing.named_source_density": 0.1}
            reports.write(json.dumps(report) + "\n")
            rows.writerow((f"a{n}", round(1 + 4 * share), draw.randint(1, 5)))


def run(*arguments):
    return CliRunner().invoke(app, ["calibrate", *arguments])


def test_the_command_writes_a_rubric_that_rates_and_its_card(files, tmp_path):
    done = run("reports.jsonl", "anna.csv", "--out", "new.yaml", "--id", "new", "--licence", "CC0")
    assert done.exit_code == 0, done.stderr
    assert (tmp_path / "new.md").read_text(encoding="utf-8") == done.stdout
    assert "Licence: CC0" in done.stdout
    new = load_rubric("new.yaml")
    assert new.id == "new"
    assert criteria(new)["claims-have-sources"].weight > criteria(new)["sources-can-be-found"].weight
    assert score(
        "Walking eases back pain in most adults, a trial found. " * 20, rubric="new.yaml"
    ).rating.value


def test_a_rubric_file_is_extended_from_wherever_the_new_one_lies(files, tmp_path):
    (tmp_path / "own").mkdir()
    (tmp_path / "own/base.yaml").write_text(
        "extends: five-dimensions\nschema: healthscore-rubric/1\nid: five-dimensions-2\nversion: 1.0.0\n"
    )
    text = (
        (tmp_path / "reports.jsonl")
        .read_text()
        .replace('"id": "five-dimensions"', '"id": "five-dimensions-2"')
    )
    (tmp_path / "reports.jsonl").write_text(text)
    (tmp_path / "out").mkdir()
    done = run("reports.jsonl", "anna.csv", "--rubric", "own/base.yaml", "--out", "out/new.yaml")
    assert done.exit_code == 0, done.stderr
    assert load_rubric("out/new.yaml").id == "five-dimensions-2-calibrated"


def test_what_is_there_is_overwritten_only_by_force(files, tmp_path):
    (tmp_path / "new.md").write_text("mine")
    done = run("reports.jsonl", "anna.csv", "--out", "new.yaml")
    assert done.exit_code == 2
    assert "new.md: is there already" in done.stderr
    assert not (tmp_path / "new.yaml").exists()
    assert run("reports.jsonl", "anna.csv", "--out", "new.yaml", "--force").exit_code == 0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("none.jsonl", "anna.csv", "--out", "n.yaml"), "none.jsonl: no such file; check the path"),
        (("anna.csv", "anna.csv", "--out", "n.yaml"), "anna.csv: holds no JSON reports; write it with"),
        (
            ("list.json", "anna.csv", "--out", "n.yaml"),
            "list.json: entry 1: no sound report of healthscore; write it",
        ),
        (
            ("nan.jsonl", "anna.csv", "--out", "n.yaml"),
            "nan.jsonl: line 2: no sound report of healthscore",
        ),
        (
            ("twice.jsonl", "anna.csv", "--out", "n.yaml"),
            "twice.jsonl: line 41: a second report on a0.txt; keep",
        ),
        (
            ("reports.jsonl", "anna.csv", "--rubric", "jama-style", "--out", "n.yaml"),
            "reports.jsonl: reports by five-dimensions, not by jama-style; score the articles with --rubric jama",
        ),
        (("reports.jsonl", "far.csv", "--out", "n.yaml"), "reports.jsonl and far.csv: no article in common"),
        (
            ("reports.jsonl", "anna.csv", "--out", "n.txt"),
            "n.txt: no name for a rubric file; end it in .yaml",
        ),
        (("reports.jsonl", "anna.csv", "--out", "no/n.yaml"), "no/n.yaml: cannot be written"),
        (("reports.jsonl", "anna.csv", "--out", "n.yaml", "--rubric", "n.yaml"), "the rubric to start from"),
        (("reports.jsonl", "anna.csv", "--out", "n.yaml", "--rubric", "five"), "no rubric 'five'"),
    ],
)
def test_the_command_ends_with_one_line_on_what_is_wrong(files, tmp_path, arguments, said):
    (tmp_path / "list.json").write_text("[{}]")
    lines = (tmp_path / "reports.jsonl").read_text().splitlines()
    (tmp_path / "twice.jsonl").write_text("\n".join([*lines, lines[0]]))
    unsound = json.loads(lines[1])
    unsound["measures"]["sourcing.selling"] = float("nan")
    (tmp_path / "nan.jsonl").write_text("\n".join([lines[0], json.dumps(unsound)]))
    (tmp_path / "far.csv").write_text("article,overall\nz,3\n")
    done = run(*arguments)
    assert done.exit_code == 2
    assert said in done.stderr and done.stderr.count("\n") == 1
    assert not list(tmp_path.glob("n.*"))


def test_of_reports_by_several_rubrics_those_of_one_are_read(files, tmp_path):
    text = (tmp_path / "reports.jsonl").read_text()
    other = text.replace('"id": "five-dimensions"', '"id": "jama-style"')
    (tmp_path / "both.jsonl").write_text(other + text)
    assert read_measures("both.jsonl", "five-dimensions") == read_measures("reports.jsonl", "five-dimensions")
    assert len(read_sheets("anna.csv")[0].ratings) == 40
    assert required_measures(load_rubric("jama-style")) - set(
        read_measures("reports.jsonl", "five-dimensions")["a0.txt"]
    )
