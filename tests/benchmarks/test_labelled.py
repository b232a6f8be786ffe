"""The benchmarks on labelled sentences: what is said of each, by what is shipped and by folds."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

HEDGED = [
    "Mint may ease cramps.",
    "Sage might shorten a cold.",
    "Zinc could possibly help the skin.",
    "Perhaps ginger settles the stomach.",
    "Thyme probably soothes a cough.",
    "It is unclear whether basil helps.",
]
PLAIN = [
    "Mint grows in wet soil.",
    "The tea was poured into ten cups.",
    "Sage has grey leaves.",
    "Nobody was asked to leave the room in May 1990.",
    "Ginger was bought at the market.",
    "Each jar held six spoons of salt.",
]
HERBS = ["mint", "sage", "thyme", "basil", "dill", "fennel", "chervil", "lovage", "sorrel", "rosemary"]
STRENGTHS = {
    "no_relation": "The jars were kept in a dry room.",
    "correlational": "Salt intake was associated with higher blood pressure.",
    "conditional_causal": "Salt may increase blood pressure.",
    "direct_causal": "Salt increases blood pressure.",
}


@pytest.fixture
def run(monkeypatch, capsys, tmp_path):
    """Runs a task on rows, or on a text; gives the exit code, what it printed, and what it complained of."""
    monkeypatch.syspath_prepend(str(ROOT / "benchmarks"))
    import accuracy

    def _run(task, data, *options):
        path = tmp_path / "rows.jsonl"
        text = data if isinstance(data, str) else "".join(json.dumps(row) + "\n" for row in data)
        path.write_text(text, encoding="utf-8")
        code = accuracy.main([task, "--data", str(path), "--json", *options])
        printed = capsys.readouterr()
        return code, [json.loads(line) for line in printed.out.splitlines()], printed.err

    return _run


@pytest.fixture
def fit(monkeypatch, capsys, tmp_path):
    """Fits the numbers of certainty to rows; gives the exit code, what it printed, and what it complained of."""
    monkeypatch.syspath_prepend(str(ROOT / "benchmarks"))
    import fit_certainty

    def _fit(rows):
        path = tmp_path / "rated.jsonl"
        path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        code = fit_certainty.main([str(path)])
        return code, *capsys.readouterr()

    return _fit


def _fitted(printed, group):
    line = next(line for line in printed.splitlines() if line.startswith(group))
    return float(line.split()[-2])


def _rows(*labelled, documents=False):
    rows = [{"id": str(n), "text": text, "label": label} for n, (text, label) in enumerate(labelled)]
    return [{**row, "doc_id": row["id"]} for row in rows] if documents else rows


def _hedged_and_plain(**options):
    return _rows(*((text, 1) for text in HEDGED), *((text, 0) for text in PLAIN), **options)


def test_hedging_tells_doubted_sentences_from_plain_ones(run):
    _, [figures], _ = run("hedging", _hedged_and_plain(documents=True))
    assert (figures["f1"], figures["precision"], figures["recall"]) == (1.0, 1.0, 1.0)
    assert (figures["n"], figures["n_positive"]) == (12, 6)
    assert figures["f1_folds"] > 0.5
    assert 0 <= figures["f1_baseline"] <= 1


@pytest.mark.parametrize(("documents", "options"), [(False, ()), (True, ("--no-fit",))])
def test_hedging_fits_nothing_without_documents_or_where_it_is_told_not_to(run, documents, options):
    _, [figures], _ = run("hedging", _hedged_and_plain(documents=documents), *options)
    assert figures["f1"] == 1.0
    assert figures["f1_folds"] is figures["f1_baseline"] is None


def test_hedging_also_counts_those_who_are_not_named(run):
    weasel = ("Mint is widely regarded as the finest of herbs.", 1)
    _, [figures], _ = run("hedging", _rows(weasel, (PLAIN[0], 0)), "--no-fit")
    assert figures["recall_doubt_or_vague"] == 1.0
    assert figures["precision_doubt_or_vague"] == 1.0


def test_hedging_lists_what_it_goes_by_and_how_often_each_kind_is_right(run):
    _, listed, _ = run("hedging", _rows((HEDGED[0], 1), (HEDGED[1], 0), (PLAIN[0], 0)), "--list")
    items, kinds = listed[:3], {row["kind"]: row for row in listed[3:]}
    assert [item["said"] for item in items] == [1, 1, 0]
    assert items[0]["cues"] == ["may (hedge modal)"]
    assert items[2]["cues"] == []
    assert (kinds["doubt: modal"]["sentences"], kinds["doubt: modal"]["share_labelled"]) == (2, 0.5)
    assert kinds["no cue"]["share_labelled"] == 0.0


def test_certainty_goes_with_how_sure_sentences_sound(run):
    rated = _rows(*((text, 2.5) for text in HEDGED), *((text, 5.0) for text in PLAIN))
    _, [figures], _ = run("certainty", rated)
    assert figures["r"] > 0.7
    assert figures["spearman"] > 0.7
    assert figures["r_folds"] > 0.5
    _, listed, _ = run("certainty", rated, "--list")
    assert listed[0]["said"] < listed[-1]["said"]


def test_certainty_without_any_cue_agrees_with_nothing(run):
    _, [figures], _ = run("certainty", _rows((PLAIN[0], 1), (PLAIN[2], 6)))
    assert (figures["r"], figures["spearman"], figures["r_folds"]) == (0.0, 0.0, None)


def test_fitting_certainty_moves_a_number_towards_the_labels_within_its_limits(fit):
    firm = [(f"The data indicate that {herb} eases cramps.", 5.0) for herb in HERBS]
    weak = [(f"Fresh {herb} may ease cramps.", 1.0) for herb in HERBS]
    code, printed, _ = fit(_rows(*firm, *weak, *((text, 5.0) for text in PLAIN)))
    assert code == 0
    assert _fitted(printed, "epistemic-verb: indicate~") == 0.8
    assert _fitted(printed, "modal: may") == 0.35
    assert _fitted(printed, "modal: would") == 0.65  # nothing to fit it to
    by_hand, in_sample, by_folds = (float(line.split()[-1]) for line in printed.splitlines()[-3:])
    assert by_hand < by_folds <= in_sample <= 1


def test_few_sentences_move_no_number_far(fit):
    plain = zip(PLAIN, [4.5, 5.5] * 3, strict=True)  # 5 on the whole
    _, printed, _ = fit(_rows(("The data indicate that mint eases cramps.", 5.0), *plain))
    assert _fitted(printed, "epistemic-verb: indicate~") == 0.7


@pytest.mark.parametrize("rows", [[], _rows((PLAIN[0], 1)), _rows(*((text, 3) for text in PLAIN))])
def test_fitting_certainty_needs_sentences_with_different_labels(fit, rows):
    code, printed, complaint = fit(rows)
    assert (code, printed) == (2, "")
    assert complaint.count("\n") == 1


def test_claim_strength_takes_the_strongest_claim(run):
    rows = _rows(*((text, label) for label, text in STRENGTHS.items()))
    _, [figures], _ = run("claim-strength", rows)
    assert (figures["macro_f1"], figures["macro_f1_baseline"]) == (1.0, None)
    assert all(figures[f"n_{label}"] == 1 for label in STRENGTHS)
    _, listed, _ = run("claim-strength", rows, "--list")
    assert [item["said"] for item in listed] == list(STRENGTHS)
    assert listed[0]["claims"] == []


def test_attribution_tells_who_says_so_from_plain_statements(run):
    rows = _rows(
        ("“Mint eases cramps in nearly everybody who drinks it,” said Ann Low.", 1),
        ("Studies show that sage shortens a cold.", 1),
        ("Sage has grey leaves.", 0),
    )
    _, [figures], _ = run("attribution", rows, "--no-fit")
    assert (figures["f1"], figures["f1_baseline"]) == (1.0, None)
    _, listed, _ = run("attribution", [{**row, "cue_spans": []} for row in rows], "--list")
    assert [item["said"] for item in listed[:3]] == [1, 1, 0]
    assert listed[1]["cues"] == ["saying: Studies show"]
    assert listed[0]["cue_spans"] == []


def test_citation_need_ranks_claims_above_what_was_done(run):
    rows = _rows(
        ("Studies show that sage shortens a cold.", 1),
        ("Salt raises blood pressure and damages the kidneys.", 1),
        ("The jars were kept in a dry room.", 0),
    )
    _, [figures], _ = run("citation-need", rows, "--no-fit")
    assert (figures["auc"], figures["f1"], figures["auc_baseline"]) == (1.0, 1.0, None)
    _, listed, _ = run("citation-need", rows, "--list")
    scores = [item["said"] for item in listed[:3]]
    assert scores == sorted(scores, reverse=True)
    assert scores[0] == 1.0
    assert scores[-1] < 0.5


@pytest.mark.parametrize("task", ["hedging", "certainty", "claim-strength", "attribution", "citation-need"])
@pytest.mark.parametrize(
    "data",
    [
        "not json",
        "[1]",
        '{"text": "Mint grows."}',
        '{"text": 1, "label": 1}',
        '{"text": "Mint grows.", "label": "much"}',
        '{"text": "Mint grows.", "label": null}',
    ],
)
def test_rows_that_cannot_be_used_are_one_line_with_its_number(run, task, data):
    code, printed, complaint = run(task, f"\n{data}\n")
    assert (code, printed) == (2, [])
    assert "line 2" in complaint
    assert complaint.count("\n") == 1


@pytest.mark.parametrize("task", ["hedging", "certainty", "claim-strength", "attribution", "citation-need"])
def test_a_file_without_rows_is_one_line_and_exit_2(run, task):
    code, printed, complaint = run(task, "\n")
    assert (code, printed) == (2, [])
    assert complaint.count("\n") == 1


def test_a_task_needs_rows_of_either_label(run):
    assert run("hedging", _rows((HEDGED[0], 1)))[0] == 2


def test_the_commands_import_no_numbers_before_they_need_them():
    code = "import sys; sys.path.insert(0, 'benchmarks'); import accuracy; print('sklearn' in sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True)
    assert run.stdout.strip() == "False", run.stderr
