"""The benchmarks on reviewed news, on releases made for the test: what is told decides what is said."""

import json
from pathlib import Path

import pytest

from healthscore import load_rubric

ROOT = Path(__file__).parents[2]
CRITERIA = "costs benefits harms evidence disease_mongering conflicts alternatives availability novelty language".split()
HERBS = ["mint", "sage", "thyme", "basil", "dill", "fennel", "chervil", "lovage", "sorrel", "rosemary"]
LONG = " She said that the clinic on the hill is open on Mondays." * 12  # enough words for a rating
PRICE = " A month of it costs 40 dollars, and insurance does not pay for it."


def _row(number, herb, price):
    text = f"A clinical trial of {herb} for knees was published, said Dr Ann Roe of Leeds University.{price}"
    verdict = "Satisfactory" if price else "Not Satisfactory"
    labels = dict.fromkeys(CRITERIA, "Not Applicable") | {"costs": verdict}
    count = {"n_satisfactory_0_10": 6 + number % 3 if price else number % 3}
    return {"id": f"r{number}", "text": text, "labels": labels | count, "explanation": {"costs": "because"}}


ROWS = [_row(i, herb, PRICE if i % 2 else "") for i, herb in enumerate(HERBS * 2)]


@pytest.fixture
def run(monkeypatch, capsys, tmp_path):
    """Runs a task on rows; gives the exit code, what it printed, and what it complained of."""
    monkeypatch.syspath_prepend(str(ROOT / "benchmarks"))
    from accuracy import main

    def call(task, rows, *options):
        file = tmp_path / "rows.jsonl"
        file.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
        code = main([task, "--data", str(file), *options])
        return code, *capsys.readouterr()

    return call


def test_costs_that_are_told_are_satisfactory(run):
    code, out, _ = run("news-review", ROWS, "--json")
    figures = json.loads(out)
    assert code == 0
    assert figures["costs auc"] == figures["costs recall"] == 1
    assert figures["mean_auc"] == figures["costs auc"]  # no other criterion applied
    assert figures["n"] == len(ROWS)


def test_nothing_is_fitted_where_that_is_not_wanted(run):
    figures = json.loads(run("news-review", ROWS, "--json", "--no-fit")[1])
    assert "mean_auc_shipped" in figures
    assert "mean_auc" not in figures


def test_lists_the_verdicts_that_differ_with_the_reason(run):
    passed = {"costs": "Satisfactory"}
    flipped = [{**row, "text": row["text"] + LONG, "labels": row["labels"] | passed} for row in ROWS]
    listed = [json.loads(line) for line in run("news-review", flipped, "--json", "--list")[1].splitlines()]
    assert {row["id"] for row in listed} >= {f"r{i}" for i in range(0, 20, 2)}
    assert all(row["criterion"] == "costs" and row["why"] == "because" for row in listed)


def test_an_overall_rating_is_held_against_the_count_and_the_length(run):
    figures = json.loads(run("overall", ROWS, "--json")[1])
    assert figures["spearman_fitted"] > 0.5
    assert figures["spearman_length"] > 0.5  # the priced ones are longer
    assert figures["n"] == figures["n_not_rated"] == len(ROWS)  # too short for a rating


def test_rows_without_labels_are_refused_with_the_line(run):
    code, _, said = run("overall", [{"text": "Knees ache.", "labels": {}}])
    assert code == 2
    assert "line 1: needs a text, and labels with n_satisfactory_0_10" in said


def test_too_few_articles_are_refused(run):
    code, _, said = run("news-review", ROWS[:4])
    assert code == 2
    assert "10 are needed for 5 folds" in said


def test_a_refitted_rubric_is_a_whole_one_with_new_weights(monkeypatch, tmp_path):
    monkeypatch.syspath_prepend(str(ROOT / "benchmarks"))
    import fit_news_review

    rows, out = tmp_path / "rows.jsonl", tmp_path / "news-review.yaml"
    long = ({**row, "text": row["text"] + LONG} for row in ROWS)
    rows.write_text("\n".join(map(json.dumps, long)), encoding="utf-8")
    monkeypatch.setattr(fit_news_review, "RUBRIC", out)
    monkeypatch.setattr("sys.argv", ["fit_news_review.py", str(rows)])
    assert fit_news_review.main() == 0
    old, new = load_rubric("news-review"), load_rubric(out)
    told = {c.id: c.weight for c in new.dimensions[0].criteria}
    assert told["costs-told"] > told["dear-or-cheap"] == 0  # nothing is called dear
    assert new.dimensions[1:] == old.dimensions[1:]  # nobody judged them
