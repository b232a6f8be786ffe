"""A rubric on top of another."""

import pytest

from healthscore.rubric import RubricError, load_rubric

from .conftest import SMALL

HEAD = "schema: healthscore-rubric/1\nid: mine\nversion: 0.1.0\n"


@pytest.fixture
def extend(write):
    write(SMALL, "small.yaml")

    def _extend(changes, head="extends: small.yaml\n" + HEAD):
        return load_rubric(write(head + changes))

    return _extend


def refusal(load, *args):
    with pytest.raises(RubricError) as caught:
        load(*args)
    return str(caught.value)


def test_what_is_not_named_stays(extend):
    mine, small = extend(""), load_rubric("small.yaml")
    assert (mine.id, mine.version, mine.title) == ("mine", "0.1.0", small.title)
    assert mine.dimensions == small.dimensions
    assert mine.withhold_when == small.withhold_when


def test_entries_meet_by_id_and_scalars_are_replaced(extend):
    mine = extend("""
title: Mine
dimensions:
  - id: claims
    weight: 0
  - id: size
    criteria:
      - {id: short-sentences, weight: 0}
      - {id: more, question: More?, measure: article.claims, ratings: [[0, 1], [1, 2]]}
    caps:
      - {id: no-claims, at_most: 5}
withhold_when:
  - {id: too-short, reason: "short"}
""")
    size, claims = mine.dimensions
    assert mine.title == "Mine"
    assert (size.id, size.weight, claims.weight) == ("size", 2, 0)
    assert [(c.id, c.weight) for c in size.criteria] == [
        ("enough-words", 3),
        ("short-sentences", 0),
        ("more", 1),
    ]
    assert size.criteria[1].ratings == ((10, 5), (30, 1))
    assert size.caps[0].at_most == 5
    assert (mine.withhold_when[0].reason, mine.withhold_when[0].when.below) == ("short", 20)


def test_curves_conditions_and_bands_are_replaced_whole(extend):
    mine = extend("""
bands: [{at_least: 1, name: any}]
dimensions:
  - id: size
    criteria:
      - {id: short-sentences, ratings: [[0, 5], [9, 1]], not_applicable_when: {measure: article.words, above: 9}}
""")
    criterion = mine.dimensions[0].criteria[1]
    assert len(mine.bands) == 1
    assert criterion.ratings == ((0, 5), (9, 1))
    assert (criterion.not_applicable_when.below, criterion.not_applicable_when.above) == (None, 9)


def test_a_condition_can_be_taken_away(extend):
    mine = extend("dimensions: [{id: size, criteria: [{id: short-sentences, not_applicable_when: null}]}]")
    assert mine.dimensions[0].criteria[1].not_applicable_when is None


def test_extends_a_shipped_rubric(write):
    mine = load_rubric(write("extends: five-dimensions\n" + HEAD))
    assert mine.dimensions == load_rubric("five-dimensions").dimensions
    assert mine.sha256 != load_rubric("five-dimensions").sha256


def test_paths_are_beside_the_file(write):
    write(SMALL, "base/small.yaml")
    write("extends: ../base/small.yaml\n" + HEAD, "own/mine.yml")
    write("extends: mine.yml\n" + HEAD.replace("mine", "third"), "own/third.yaml")
    assert load_rubric("own/third.yaml").id == "third"


def test_errors_name_the_file_that_they_are_in(extend, write):
    changes = "dimensions:\n  - id: size\n    criteria:\n      - {id: enough-words, weight: -1}\n"
    assert refusal(extend, changes) == (
        "my.yaml:8: 'weight' in criterion 'enough-words' must be 0 or more, not -1"
    )
    write(SMALL.replace("weight: 3", "weight: -3"), "small.yaml")
    assert refusal(extend, "") == (
        "small.yaml:17: 'weight' in criterion 'enough-words' must be 0 or more, not -3"
    )


def test_a_new_entry_must_be_whole(extend):
    assert refusal(extend, "dimensions:\n  - {id: sise, weight: 0}\n") == (
        "my.yaml:6: missing key 'question' in dimension 'sise'"
    )


def test_an_id_twice_in_one_file_is_refused(extend):
    changes = "dimensions:\n  - {id: size, weight: 1}\n  - {id: size, weight: 3}\n"
    assert refusal(extend, changes).startswith("my.yaml:7: missing key 'question' in dimension 'size'")


@pytest.mark.parametrize("key", ["schema", "id", "version"])
def test_needs_its_own_name_and_version(extend, key):
    head = "".join(line + "\n" for line in HEAD.splitlines() if not line.startswith(key))
    assert refusal(extend, "", "extends: small.yaml\n" + head) == (
        f"my.yaml:1: missing key '{key}'; what extends a rubric needs its own"
    )


def test_may_not_pass_for_its_base(extend):
    assert refusal(extend, "", "extends: small.yaml\n" + HEAD.replace("mine", "small")) == (
        "my.yaml:3: id 'small' is that of the rubric it extends; give it its own"
    )


def test_circles_are_refused(write):
    write("extends: b.yaml\n" + HEAD, "a.yaml")
    write("extends: a.yaml\n" + HEAD.replace("mine", "b"), "b.yaml")
    write("extends: me.yaml\n" + HEAD, "me.yaml")
    assert refusal(load_rubric, "a.yaml") == (
        "b.yaml:1: extends goes round in a circle: a.yaml -> b.yaml -> a.yaml"
    )
    assert refusal(load_rubric, "me.yaml") == "me.yaml:1: extends goes round in a circle: me.yaml -> me.yaml"


@pytest.mark.parametrize(
    ("extends", "message"),
    [
        ("five-dimension", "my.yaml:1: extends: no rubric 'five-dimension'; did you mean 'five-dimensions'?"),
        ("[a]", "my.yaml:1: extends must be the id of a rubric or a path, not a list"),
        ("", "my.yaml:1: extends must be the id of a rubric or a path, not nothing"),
        ("gone.yaml", "my.yaml:1: extends: gone.yaml: no such file"),
    ],
)
def test_extends_nothing_that_is_there(write, extends, message):
    assert refusal(load_rubric, write(f"extends: {extends}\n" + HEAD)).startswith(message)
