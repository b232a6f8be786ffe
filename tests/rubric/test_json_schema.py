"""The JSON Schema for editors says the same as the loader."""

from importlib import resources

import pytest
import yaml
from jsonschema import Draft202012Validator

from healthscore.checks import measures
from healthscore.rubric.checking import json_schema

from .conftest import SMALL


@pytest.fixture(scope="module")
def validator():
    Draft202012Validator.check_schema(json_schema())
    return Draft202012Validator(json_schema())


def shipped():
    return [f for f in (resources.files("healthscore") / "rubrics").iterdir() if f.name.endswith(".yaml")]


@pytest.mark.parametrize("file", shipped(), ids=lambda file: file.name)
def test_accepts_the_shipped_rubrics(validator, file):
    assert list(validator.iter_errors(yaml.safe_load(file.read_text(encoding="utf-8")))) == []


def test_accepts_a_small_rubric(validator):
    assert list(validator.iter_errors(yaml.safe_load(SMALL))) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("weight: 3", "wieght: 3"),
        ("weight: 3", "weight: -3"),
        ("weight: 3", "weight: three"),
        ("healthscore-rubric/1", "healthscore-rubric/2"),
        ("version: 1.0.0", "version: 1.0"),
        ("measure: article.words\n", "measure: article.wrods\n"),
        ("[[10, 5], [30, 1]]", "[[10, 5]]"),
        ("[[10, 5], [30, 1]]", "[[10, 5, 1], [30, 1]]"),
        ("below: 50}", "below: 50, above: 60}"),
        ("below: 50}", "under: 50}"),
        ("title: A small rubric\n", ""),
        ("id: small", "id: Not Kebab"),
    ],
)
def test_refuses_what_the_loader_refuses(validator, old, new):
    assert old in SMALL
    assert not validator.is_valid(yaml.safe_load(SMALL.replace(old, new)))


def test_a_rubric_that_extends_gives_changes_only(validator):
    changes = {
        "schema": "healthscore-rubric/1",
        "id": "mine",
        "version": "1.0.0",
        "extends": "five-dimensions",
        "dimensions": [{"id": "sourcing", "criteria": [{"id": "x", "weight": 0}]}],
    }
    assert list(validator.iter_errors(changes)) == []
    assert not validator.is_valid(changes | {"titel": "x"})
    assert not validator.is_valid(changes | {"dimensions": [{"id": "sourcing", "wieght": 0}]})
    assert not validator.is_valid({k: v for k, v in changes.items() if k != "version"})
    assert not validator.is_valid({k: v for k, v in changes.items() if k != "extends"})


def test_offers_the_names_of_the_measures():
    assert json_schema()["$defs"]["Condition"]["properties"]["measure"]["enum"] == list(measures())
