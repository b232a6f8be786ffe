"""The benchmark of repetition: what is planted in a page and in a folder, and what counts as found."""

import importlib
import json
import random
import subprocess
import sys
from itertools import combinations
from pathlib import Path

import pytest

BENCHMARKS = Path(__file__).parents[2] / "benchmarks"

PAGE = """Frostfoot

## What is Frostfoot?

Frostfoot is a rare condition of the skin that is seen mostly in children. Doctors often find frostfoot in small
children who live in the mountains. Many people have never heard of it, and few books tell of it.

If the skin turns pale in the cold, frostfoot should be suspected by the family. Treatment usually begins with a
warm bath in the evening. The name frostfoot was given to it by a nurse who worked in the far north.

## What are the symptoms of frostfoot?

Symptoms of frostfoot include itching, numbness, swelling, and a burning feeling at night. Wet shoes can increase
the risk of frostfoot in the coldest weeks of the winter. The signs fade when the days grow warm.

The most common complication of frostfoot is a crack in the skin of the heel. Such cracks heal on their own in most
cases. A plaster keeps out the dirt until they have closed.

## What is the outlook for people with frostfoot?

Most children are free of frostfoot by the time when they leave school at the age of sixteen. The skin remains
sensitive to cold for several years. Thick socks of wool are helpful during these years.

Many grown people with frostfoot learn to live with the disorder because the right shoes are easy to find. A shop for
hikers has the widest choice. Rubber boots keep out the water but let the foot get wet.
"""


@pytest.fixture
def module(monkeypatch):
    monkeypatch.syspath_prepend(BENCHMARKS)
    return lambda name: importlib.import_module(f"tasks.repetition.{name}")


@pytest.fixture
def page():
    from healthscore.reading import read_text

    return read_text(PAGE, format="plain", source="frostfoot")


@pytest.fixture
def data(tmp_path):
    lines = tmp_path / "page.jsonl"
    lines.write_text(json.dumps({"id": "frostfoot", "text": PAGE}) + "\n", encoding="utf-8")
    return lines


def _run(*arguments):
    command = [sys.executable, BENCHMARKS / "accuracy.py", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True)


def test_the_command_plants_every_fault_and_says_what_was_found(data):
    run = _run("repetition", "--data", data, "--json")
    assert run.returncode == 0, run.stderr
    figures = json.loads(run.stdout)
    kinds = [f"sentence_{kind}" for kind in ("order", "synonyms", "framing", "combined")]
    for kind in ("paragraph_verbatim", "paragraph_edited", *kinds, "stuffing_2", "stuffing_4"):
        assert figures[f"n_{kind}"] > 0, kind
        assert figures[f"warned_{kind}"] <= figures[f"recall_{kind}"] <= 1
    assert sum(figures[f"n_{kind}"] for kind in kinds) == figures["n_sentence"]
    assert figures["recall_paragraph_verbatim"] == 1.0
    assert figures["pages"] == 1
    assert figures["untouched_warned_share"] == 0


def test_the_command_lists_the_same_misses_every_time(data):
    first, second = (_run("repetition", "--data", data, "--list", "--json") for _ in range(2))
    assert first.returncode == 0, first.stderr
    assert first.stdout == second.stdout
    assert all(
        {"page", "missed", "original", "planted"} == json.loads(row).keys()
        for row in first.stdout.splitlines()
    )


def test_what_cannot_be_measured_is_one_line_and_exit_2(data):
    for arguments in (
        ("repetition", "--data", data, "--size", "0"),
        ("repetition", "--data", data, "--size", "many"),
        ("inject", "--data", data, "--size", "10"),
        ("inject", "--data", data, data),
    ):
        run = _run(*arguments)
        assert (run.returncode, run.stdout) == (2, ""), arguments
        assert run.stderr.count("\n") == 1


def test_each_plant_says_where_it_is(module, page):
    for plant in module("outcomes").plants([page]):
        planted = [plant.variant.text[start:end] for start, end in plant.spans]
        if plant.fault == "stuffing":
            assert {text.lower() for text in planted} == {plant.original.lower()}
            assert int(plant.kind[0]) <= 100 * plant.rate <= 1.25 * int(plant.kind[0])
        else:
            ((start, end),) = plant.originals
            assert planted == [plant.planted]
            assert plant.variant.text[start:end] == plant.original


@pytest.mark.parametrize(
    ("kind", "before", "after"),
    [
        (
            "order",
            "If the skin turns pale in the cold, frostfoot should be suspected by the family.",
            "Frostfoot should be suspected by the family if the skin turns pale in the cold.",
        ),
        (
            "order",
            "Many grown people with frostfoot learn to live with the disorder because the right shoes are easy to find.",
            "Because the right shoes are easy to find, many grown people with frostfoot learn to live with the disorder.",
        ),
        (
            "order",
            "Wet shoes can increase the risk of frostfoot in the coldest weeks of the winter.",
            "The risk of frostfoot in the coldest weeks of the winter can be increased by wet shoes.",
        ),
        (
            "order",
            "Symptoms of frostfoot include itching, numbness, swelling, and a burning feeling at night.",
            "Swelling, numbness, itching, and a burning feeling at night are among the symptoms of frostfoot.",
        ),
        (
            "order",
            "The most common complication of frostfoot is a crack in the skin of the heel.",
            "A crack in the skin of the heel is the most common complication of frostfoot.",
        ),
        (
            "synonyms",
            "However, doctors often find frostfoot in young children who live in the high mountains.",
            "Physicians frequently find frostfoot in small children who live in the high mountains.",
        ),
        (
            "synonyms",
            "A rare disorder of the skin is caused by wet shoes and socks.",
            "An uncommon condition of the skin results from wet shoes and socks.",
        ),
    ],
)
def test_a_sentence_is_said_again(module, kind, before, after):
    assert module("rewording").reworded(before, kind, PAGE, random.Random(1)) == after


@pytest.mark.parametrize(
    "sentence",
    [
        "If your skin turns pale in the cold, ask a nurse to look at it.",
        "These signs are often seen in young children who live in the mountains.",
        "Is it true that doctors often find frostfoot in young children?",
        "Doctors often find it.",
        "Shortness of breath or a mild cough that often goes away at night.",
        'The doctor said that "most common" is often used for what is rare.',
    ],
)
def test_a_sentence_that_leans_asks_or_commands_is_left_alone(module, sentence):
    rewording = module("rewording")
    assert all(rewording.reworded(sentence, kind, PAGE, random.Random(1)) is None for kind in rewording.KINDS)


@pytest.mark.parametrize(
    "sentence",
    [
        "Nobody can tell the parents whether frostfoot will return when winter comes.",
        "Cold feet may cause the blood vessels to shrink in a very short time.",
        "Lambswool is a kind of wool that many people wear on their feet.",
        "The foot hurts most when it is put into hot water too soon.",
    ],
)
def test_a_sentence_whose_parts_are_not_clear_keeps_its_order(module, sentence):
    assert module("rewording").reworded(sentence, "order", PAGE, random.Random(1)) is None


def test_a_spin_shares_about_half_of_its_sentences_with_another(module):
    spins = [*module("mill").spins()]
    assert spins == [*module("mill").spins()]
    assert len({spin.text for spin in spins}) == len(spins)
    shares = [
        len(_sentences(a) & _sentences(b)) / len(_sentences(a))
        for a, b in combinations(spins, 2)
        if a.template == b.template
    ]
    assert 0.4 <= sum(shares) / len(shares) <= 0.6
    strangers = [_sentences(a) & _sentences(b) for a, b in combinations(spins, 2) if a.template != b.template]
    assert not any(strangers)
    assert not any("{" in spin.text for spin in spins)


def _sentences(spin):
    return set(spin.text.replace("\n\n", " ").replace("?", ".").split(". "))


def test_a_folder_has_real_texts_first_and_then_made_ones(module):
    across = module("across")
    spins = [*module("mill").spins()]
    real = [PAGE, PAGE.replace("rostfoot", "eatrash"), PAGE]
    texts = dict(across.folder(real, 30, spins))
    assert texts == dict(across.folder(real, 30, spins))
    counts = {kind: sum(name.startswith(kind) for name in texts) for kind in ("real", "made", "mill")}
    assert counts == {"real": 2, "made": 28, "mill": len(spins)}
    assert len(set(texts.values())) == len(texts)
    assert len(dict(across.folder(real, 1, spins))) == 1 + len(spins)


def test_a_spin_counts_as_found_with_half_of_its_siblings(module):
    across, spin = module("across"), module("mill").Spin
    planted = [*(spin(f"a-{i}", "a", "") for i in range(5)), *(spin(f"b-{i}", "b", "") for i in range(2))]

    def figures(*clusters):
        return across.figures_of(clusters, planted, 10, 4)

    whole = figures([f"mill-a-{i}" for i in range(5)], ["mill-b-0", "mill-b-1"])
    assert (whole["recall_spins_10"], whole["background_in_clusters_10"]) == (1.0, 0.0)
    assert figures(["mill-a-0", "mill-a-1"], ["mill-b-0"])["recall_spins_10"] == 0.0
    assert figures(["mill-a-0", "mill-a-1", "mill-a-2"])["recall_spins_10"] == round(3 / 7, 4)
    mixed = figures(["mill-b-0", "mill-b-1", "real-00001", "made-00002"])
    assert (mixed["recall_spins_10"], mixed["background_in_clusters_10"]) == (round(2 / 7, 4), 0.2)
    assert (mixed["real_in_clusters_10"], mixed["made_in_clusters_10"]) == (0.25, round(1 / 6, 4))
    assert figures()["recall_spins_10"] == 0.0


def test_folders_are_measured_at_every_size(module, monkeypatch):
    across = module("across")
    run = across.Run([["mill-wonder-01", "mill-wonder-02"]], 2.0, 50.0)
    monkeypatch.setattr(across, "run", lambda texts: across.Run(run.clusters, float(len(texts)), 50.0))
    figures = across.measure([PAGE], [20, 10])
    assert figures["recall_spins_10"] == figures["recall_spins_20"] == round(2 / 35, 4)
    assert figures["peak_megabytes_20"] == 50.0
    assert figures["time_ratio"] == round(55 / 45, 2)
