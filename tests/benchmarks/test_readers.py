"""The benchmark on readers' judgements: which of their faults are found, and how far the ratings agree."""

import gzip
import json
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

ADVERT = """# Sage for cramps

Studies show that sage eases cramps in nearly everybody. Sage is completely safe and has no side effects. It works
for everyone who drinks it, and it improves sleep, mood and digestion.

Sage relieves pain within minutes. Order now and save 20% off our sage tea. Sage soothes the stomach and boosts the
immune system. The leaves are grey and soft, and the plant likes dry soil and much sun. It flowers in June, and bees
like it. Bakers put it into bread and cooks fry it in butter, which is how most families know it.

Sage does not ease cramps. It is sold as a tea in small bags, and each bag costs as much as a cup of coffee.
"""
LEAFLET = """Cramps are sudden, tight pains in a muscle. Most of them pass within minutes. They may come after sport or at
night, and often nobody can say why. Stretching the muscle usually helps. If cramps come often, your doctor may test
your blood. Some medicines, such as diuretics, can cause them. Ask your doctor or pharmacist about yours, and do not
stop taking a medicine without asking. Quinine was once used against cramps, but it can cause serious bleeding, so it
is seldom used today. Rest, warmth and a drink of water are often enough, and many people need no treatment at all.
"""
RATINGS = dict.fromkeys(("sourcing", "balance", "hedging", "repetition", "consistency", "overall"))


def _judged(set_, id_, rating, faults=(), contradictions=()):
    return {
        "set": set_,
        "id": id_,
        "ratings": dict.fromkeys(RATINGS, rating),
        "reason": None,
        "faults": [{"dimension": d, "quote": q, "why": "said so"} for d, q in faults],
        "contradictions": [{"a": a, "b": b, "why": "not both"} for a, b in contradictions],
    }


@pytest.fixture
def measured(monkeypatch, capsys, tmp_path):
    """Runs the task on judgements of two articles; gives the exit code, what it printed, what it complained of."""
    monkeypatch.syspath_prepend(str(ROOT / "benchmarks"))
    import accuracy

    home = tmp_path / "acceptance"
    (home / "articles").mkdir(parents=True)
    (home / "articles" / "advert.md").write_text(ADVERT, encoding="utf-8")
    (tmp_path / "corpora").mkdir()
    with gzip.open(tmp_path / "corpora" / "leaflets.jsonl.gz", "wt", encoding="utf-8") as corpus:
        corpus.write(json.dumps({"id": "cramps", "title": "Muscle cramps", "text": LEAFLET}))

    def _measured(judgements, *options):
        path = home / "readers.json"
        path.write_text(judgements if isinstance(judgements, str) else json.dumps(judgements))
        code = accuracy.main(["readers", "--data", str(path), "--json", *options])
        printed, complaint = capsys.readouterr()
        return code, [json.loads(line) for line in printed.splitlines()], complaint

    return _measured


JUDGEMENTS = [
    _judged(
        "articles",
        "advert.md",
        1,
        [
            ("sourcing", "Studies show that sage eases cramps"),
            ("sourcing", "Bakers put it into bread and cooks fry it in butter"),
            ("hedging", "Sage is completely safe and has no side effects."),
            ("repetition", "It flowers in June, and bees like it."),
        ],
        [("sage eases cramps in nearly everybody", "Sage does not ease cramps")],
    ),
    _judged("leaflets", "cramps", 5),
]


def test_counts_the_faults_that_findings_of_the_same_dimension_touch(measured):
    code, [figures], _ = measured(JUDGEMENTS)
    assert code == 0
    assert (figures["n"], figures["n_sourcing"], figures["share_sourcing"]) == (2, 2, 0.5)
    assert (figures["share_hedging"], figures["share_repetition"], figures["share_balance"]) == (
        1.0,
        0.0,
        None,
    )
    assert figures["share_judgement"] == 0.6667
    assert figures["findings_sourcing"] > 1
    assert (figures["contradictions_caught"], figures["n_contradictions"]) == (1, 1)
    assert figures["spearman_balance"] == 1.0
    assert figures["mean_error_balance"] > 0


def test_lists_what_is_missed_and_where_the_ratings_are_far_apart(measured):
    _, listed, _ = measured(JUDGEMENTS, "--list")
    assert [row["missed"] for row in listed if "missed" in row] == ["sourcing", "repetition"]
    apart = [row for row in listed if "apart" in row]
    assert apart
    assert all(abs(row["ours"] - row["theirs"]) > 1 for row in apart)


@pytest.mark.parametrize(
    ("quote", "evidence", "touched"),
    [
        ("sage eases cramps", "Studies show that sage eases cramps.", True),
        ("Everyone!", "Who is it for? Everyone!", True),
        ("sage eases", "Mint eases cramps.", False),
        ("it eases pain at night and in the morning", "at night, and in the end it costs nothing", True),
        ("it eases pain at night and in the morning", "it helps in the night", False),
        ("", "Sage.", False),
    ],
)
def test_a_touch_is_one_in_the_other_or_half_of_the_shorter_one_in_a_row(
    monkeypatch, quote, evidence, touched
):
    monkeypatch.syspath_prepend(str(ROOT / "benchmarks"))
    from tasks.readers import touches

    assert touches(quote, evidence) is touched


@pytest.mark.parametrize(
    "judgements",
    [
        "no json",
        "[]",
        [{"set": "articles"}],
        [_judged("articles", "none.md", 1)],
        [_judged("none", "advert.md", 1)],
        [_judged("leaflets", "none", 1)],
    ],
)
def test_judgements_that_cannot_be_used_are_one_line_and_exit_2(measured, judgements):
    code, printed, complaint = measured(judgements)
    assert (code, printed) == (2, [])
    assert complaint.count("\n") == 1
