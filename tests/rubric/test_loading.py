"""What a loaded rubric is, and the shipped ones."""

import dataclasses
import pickle
import subprocess
import sys
from importlib import resources
from pathlib import Path

import pytest
import yaml
from msgspec.structs import asdict

from healthscore.checks import measures
from healthscore.rubric import (
    Problem,
    RubricError,
    UnknownRubricError,
    load_rubric,
    required_measures,
    rubrics,
    shipped,
)
from healthscore.rubric.checking import checked
from healthscore.rubric.document import parse
from healthscore.rubric.schema import as_document, from_document

from .conftest import SMALL


def test_has_what_is_in_the_file(small):
    assert (small.id, small.version, small.title) == ("small", "1.0.0", "A small rubric")
    assert (small.scale.min, small.scale.max) == (1, 5)
    assert [(band.at_least, band.name) for band in small.bands] == [(1, "poor"), (3, "good")]
    assert [d.id for d in small.dimensions] == ["size", "claims"]
    assert small.dimensions[1].weight == small.dimensions[1].criteria[0].weight == 1


def test_is_frozen_hashable_and_equal_by_content(small, write):
    again = load_rubric(write(SMALL))
    assert (again, hash(again)) == (small, hash(small))
    assert pickle.loads(pickle.dumps(small)) == small
    with pytest.raises(dataclasses.FrozenInstanceError):
        small.id = "other"


def test_comments_and_layout_do_not_change_the_digest(small, write):
    relaid = "# a comment\n" + yaml.safe_dump(yaml.safe_load(SMALL), sort_keys=True)
    assert load_rubric(write(relaid)).sha256 == small.sha256
    assert load_rubric(write(SMALL.replace("weight: 3", "weight: 3.0"))).sha256 == small.sha256


@pytest.mark.parametrize(
    "old, new", [("weight: 3", "weight: 4"), ("below: 20", "below: 21"), ("[300, 5]", "[300, 4]")]
)
def test_content_changes_the_digest(small, write, old, new):
    assert load_rubric(write(SMALL.replace(old, new))).sha256 != small.sha256


def test_round_trip_through_yaml(small, write):
    dumped = yaml.safe_dump(as_document(small))
    assert load_rubric(write(dumped)) == small


def test_path_objects_and_byte_order_marks(small, write):
    assert load_rubric(Path(write(SMALL))) == small
    assert load_rubric(write(b"\xef\xbb\xbf" + SMALL.encode())) == small
    assert load_rubric(write(SMALL.replace("\n", "\r\n"))) == small


def test_scalars_are_those_of_yaml_1_2():
    text = "[no, 1:30, 012, 2020-01-01, .5, -1e3, 'x', \"1\", ~, true, 0x1F, .inf, 1_000]"
    assert parse(text, "x").plain() == (
        *("no", "1:30", 12, "2020-01-01", 0.5, -1000, "x", "1", None, True),
        *("0x1F", ".inf", "1_000"),
    )


def test_shipped_rubrics_are_found_in_the_installed_package():
    files = {f.name for f in (resources.files("healthscore") / "rubrics").iterdir()}
    assert {f"{rubric.id}.yaml" for rubric in rubrics()} == {f for f in files if f.endswith(".yaml")}
    assert "five-dimensions" in {rubric.id for rubric in rubrics()}
    assert load_rubric("five-dimensions") is load_rubric("five-dimensions")


@pytest.mark.parametrize("rubric", rubrics(), ids=lambda rubric: rubric.id)
def test_shipped_rubrics_are_what_a_check_would_make_of_their_files(rubric):
    file = resources.files("healthscore") / "rubrics" / f"{rubric.id}.yaml"
    assert checked(parse(file.read_text(encoding="utf-8"), file.name)) == rubric


def test_what_an_installation_builds_says_what_the_files_say(tmp_path, monkeypatch):
    monkeypatch.setattr(shipped, "_BUILT", tmp_path / "compiled.msgpack")
    shipped.build()
    monkeypatch.setattr(shipped, "_made", None)
    built = shipped._documents.__wrapped__()
    assert tuple(map(from_document, built.values())) == rubrics()


def test_a_shipped_id_is_not_shadowed_by_a_folder(write):
    write("", "five-dimensions/x")
    assert load_rubric("five-dimensions").id == "five-dimensions"


def test_shipped_rubrics_load_from_any_folder(tmp_path):
    code = "from healthscore.rubric import load_rubric; print(load_rubric('five-dimensions').sha256)"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == load_rubric("five-dimensions").sha256


def test_shipped_rubrics_ask_in_questions_and_use_what_is_measured():
    for rubric in rubrics():
        assert required_measures(rubric) <= set(measures())
        for dimension in rubric.dimensions:
            asked = [part.question for part in (dimension, *dimension.criteria)]
            assert all(question.endswith("?") for question in asked)
            assert len(set(asked)) == len(asked)


def test_the_default_asks_the_five_questions_and_withholds_short_texts():
    rubric = load_rubric("five-dimensions")
    assert [d.id for d in rubric.dimensions] == [
        "sourcing",
        "balance",
        "hedging",
        "repetition",
        "consistency",
    ]
    assert (rubric.scale.min, rubric.scale.max) == (1, 5)
    short = next(w for w in rubric.withhold_when if w.id == "too-short")
    assert (short.when.measure, short.when.below) == ("article.words", 100)


def test_errors_travel_between_processes():
    for error in (RubricError([Problem("a.yaml", 3, "wrong")]), UnknownRubricError("x", ("y",))):
        assert str(pickle.loads(pickle.dumps(error))) == str(error)


def test_problems_are_values():
    assert asdict(Problem("a", None, "b")) == {"file": "a", "line": None, "message": "b"}
    assert str(Problem("a", None, "b")) == "a: b"


def test_loading_a_rubric_imports_nothing_slow():
    code = "import sys; from healthscore.rubric import rubrics; rubrics(); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not {"nltk", "sklearn", "scipy", "textstat", "numpy", "pydantic"} & set(done.stdout.split())
