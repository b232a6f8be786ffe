"""Every way in which a rubric file can be wrong, with the line that a person reads."""

import os

import pytest

from healthscore.errors import HealthscoreError
from healthscore.rubric import RubricError, load_rubric

from .conftest import SMALL


def refusal(path):
    with pytest.raises(HealthscoreError) as caught:
        load_rubric(path)
    text = str(caught.value)
    assert "\n" not in text
    return text


# What is changed in SMALL, and the one line that it gives. The article.* measures stand for any.
CHANGES = {
    "unknown key": (
        "        weight: 3",
        "        wieght: 3",
        "my.yaml:17: unknown key 'wieght' in criterion 'enough-words'; did you mean 'weight'?"
        " allowed: id, question, weight, measure, ratings, not_applicable_when",
    ),
    "unknown key at the top": (
        "title:",
        "titel: x\ntitle:",
        "my.yaml:4: unknown key 'titel'; did you mean 'title'? allowed: extends, schema, id, version, title,"
        " source, scale, bands, dimensions, withhold_when, total",
    ),
    "unknown key with nothing like it": (
        "{min: 1, max: 5}",
        "{min: 1, max: 5, zzz: 2}",
        "my.yaml:6: unknown key 'zzz' in scale; allowed: min, max",
    ),
    "unknown key in a condition": (
        "below: 50}",
        "under: 50}",
        "my.yaml:25: unknown key 'under' in not_applicable_when in criterion 'short-sentences';"
        " allowed: measure, below, above",
    ),
    "missing key": (
        "        measure: article.sentences\n",
        "",
        "my.yaml:20: missing key 'measure' in criterion 'short-sentences'",
    ),
    "missing key at the top": ("title: A small rubric\n", "", "my.yaml:1: missing key 'title'"),
    "missing id": (
        "      - id: enough-words\n        q",
        "      - q",
        "my.yaml:15: missing key 'id' in criterion 1",
    ),
    "other schema": (
        "healthscore-rubric/1",
        "healthscore-rubric/2",
        "my.yaml:1: 'schema' must be 'healthscore-rubric/1', not 'healthscore-rubric/2'",
    ),
    "id not in kebab-case": (
        "id: small\n",
        "id: My Rubric\n",
        "my.yaml:2: 'id' must be in kebab-case, such as 'claims-have-sources', not 'My Rubric'",
    ),
    "version that YAML takes for a number": (
        "version: 1.0.0",
        "version: 1.5",
        "my.yaml:3: 'version' must be a version such as '1.0.0', not 1.5",
    ),
    "blank title": (
        "title: A small rubric",
        "title: ' '",
        "my.yaml:4: 'title' must be more than blanks, not ' '",
    ),
    "weight in words": (
        "weight: 3",
        "weight: three",
        "my.yaml:17: 'weight' in criterion 'enough-words' must be a number, not 'three'",
    ),
    "quoted weight": (
        "weight: 3",
        "weight: '3'",
        "my.yaml:17: 'weight' in criterion 'enough-words' must be a number, not '3'",
    ),
    "weight yes": (
        "weight: 3",
        "weight: true",
        "my.yaml:17: 'weight' in criterion 'enough-words' must be a number, not true",
    ),
    "weight empty": (
        "weight: 3",
        "weight:",
        "my.yaml:17: 'weight' in criterion 'enough-words' must be a number, not nothing",
    ),
    "weight below nothing": (
        "weight: 3",
        "weight: -3",
        "my.yaml:17: 'weight' in criterion 'enough-words' must be 0 or more, not -3",
    ),
    "weight without end": (
        "weight: 3",
        "weight: 1e999",
        "my.yaml:17: 'weight' in criterion 'enough-words' must be a number, not inf",
    ),
    "measure that does not exist": (
        "measure: article.sentences\n",
        "measure: article.sentence\n",
        "my.yaml:23: unknown measure 'article.sentence' in criterion 'short-sentences';"
        " did you mean 'article.sentences'? allowed: article.",
    ),
    "dimension that does not exist": (
        "measure: article.sentences\n",
        "measure: qqqq.zzzz\n",
        "my.yaml:23: unknown measure 'qqqq.zzzz' in criterion 'short-sentences'; allowed: article.",
    ),
    "measure of a cap": (
        "{measure: article.claims, below: 1}",
        "{measure: article.clams, below: 1}",
        "my.yaml:27: unknown measure 'article.clams' in when of cap 'no-claims';"
        " did you mean 'article.claims'? allowed: article.",
    ),
    "curve up and down": (
        "[[0, 1], [100, 2], [300, 5]]",
        "[[0, 1], [100, 5], [300, 2]]",
        "my.yaml:19: ratings of criterion 'enough-words': 5 then 2 turns back;"
        " they must never rise and fall, and not stay the same throughout",
    ),
    "curve backwards": (
        "[[0, 1], [100, 2], [300, 5]]",
        "[[0, 1], [300, 2], [100, 5]]",
        "my.yaml:19: ratings of criterion 'enough-words': 100 after 300;"
        " the measure must increase from point to point",
    ),
    "curve of one point": (
        "[[0, 1], [100, 2], [300, 5]]",
        "[[0, 1]]",
        "my.yaml:19: ratings of criterion 'enough-words' must be at least two pairs of numbers,"
        " [[measure, rating], ...]",
    ),
    "curve of triples": (
        "[[0, 1], [100, 2], [300, 5]]",
        "[[0, 1, 2], [100, 2, 3]]",
        "my.yaml:19: ratings of criterion 'enough-words' must be at least two pairs of numbers,"
        " [[measure, rating], ...]",
    ),
    "curve that is level": (
        "[[10, 5], [30, 1]]",
        "[[10, 5], [30, 5]]",
        "my.yaml:24: ratings of criterion 'short-sentences': 5 then 5 turns back;"
        " they must never rise and fall, and not stay the same throughout",
    ),
    "rating off the scale": (
        "[300, 5]]",
        "[300, 6]]",
        "my.yaml:19: ratings of criterion 'enough-words': a rating of 6 is outside the scale, 1 to 5",
    ),
    "value that no measure has": (
        "ratings: [[0, 1], [10, 5]]",
        "ratings: [[-5, 1], [10, 5]]",
        "my.yaml:34: ratings of criterion 'enough-claims': -5 is no possible value of article.claims,"
        " which goes from 0 up (claims)",
    ),
    "condition that no measure meets": (
        "below: 50}",
        "below: -1}",
        "my.yaml:25: not_applicable_when of criterion 'short-sentences': -1 is no possible value of"
        " article.words, which goes from 0 up (words)",
    ),
    "condition with both": (
        "{measure: article.words, below: 50}",
        "{measure: article.words, below: 50, above: 60}",
        "my.yaml:25: not_applicable_when of criterion 'short-sentences' has both of 'below' and 'above';"
        " it needs exactly one",
    ),
    "condition with neither": (
        "{measure: article.words, below: 50}",
        "{measure: article.words}",
        "my.yaml:25: not_applicable_when of criterion 'short-sentences' has neither of 'below' and 'above';"
        " it needs exactly one",
    ),
    "cap on a measure across articles": (
        "{measure: article.claims, below: 1}",
        "{measure: repetition.template_articles, above: 1}",
        "my.yaml:27: repetition.template_articles in when of cap 'no-claims' is seen only across articles;"
        " it can be a criterion beside a rating and decide nothing about one",
    ),
    "nothing but measures across articles": (
        "        measure: article.claims\n        ratings: [[0, 1], [10, 5]]",
        "        measure: repetition.template_articles\n        ratings: [[0, 5], [10, 1]]",
        "my.yaml:30: the weights of criteria sum to nothing; at least one must be above 0",
    ),
    "cap off the scale": (
        "at_most: 2}",
        "at_most: 0}",
        "my.yaml:27: at_most of cap 'no-claims' of 0 is outside the scale, 1 to 5",
    ),
    "same id twice": (
        "id: short-sentences",
        "id: enough-words",
        "my.yaml:20: id 'enough-words' a second time in criteria; ids must differ",
    ),
    "same dimension twice": (
        "- id: claims",
        "- id: size",
        "my.yaml:28: id 'size' a second time in dimensions; ids must differ",
    ),
    "bands that descend": (
        "{at_least: 3, name: good}",
        "{at_least: 1, name: good}",
        "my.yaml:9: band at_least 1 after 1; bands must ascend",
    ),
    "bands that start late": (
        "{at_least: 1, name: poor}",
        "{at_least: 2, name: poor}",
        "my.yaml:8: the first band starts at 2; it must start at the lowest rating, 1",
    ),
    "band off the scale": (
        "{at_least: 3, name: good}",
        "{at_least: 7, name: good}",
        "my.yaml:9: a band of 7 is outside the scale, 1 to 5",
    ),
    "scale upside down": (
        "{min: 1, max: 5}",
        "{min: 1, max: 1}",
        "my.yaml:6: the scale goes from 1 to 1; max must be above min",
    ),
    "reason with another name in braces": (
        "{value} words",
        "{words} words",
        "my.yaml:36: '{words}' in the reason; only '{value}' stands for something",
    ),
    "criteria not a list": (
        "    criteria:\n      - id: enough-claims",
        "    criteria: none\n    x:\n      - id: enough-claims",
        "my.yaml:30: 'criteria' in dimension 'claims' must be a list, not 'none' (and 1 more)",
    ),
    "criterion not a mapping": (
        "    criteria:\n      - id: enough-words",
        "    criteria:\n      - enough\n      - id: enough-words",
        "my.yaml:15: criterion 1 in dimension 'size' must be a mapping of keys to values, not 'enough'",
    ),
    "key twice": (
        "        weight: 3\n",
        "        weight: 3\n        weight: 4\n",
        "my.yaml:18: key 'weight' a second time; first on line 17",
    ),
    "syntax": (
        "title: A small rubric",
        "title: A: small: rubric",
        "my.yaml:4: not valid YAML: mapping values are not allowed in this context",
    ),
    "tag": (
        "title: A small rubric",
        "title: !!python/name:os.system x",
        "my.yaml:4: the tag 'tag:yaml.org,2002:python/name:os.system'; rubric files are plain data without tags",
    ),
    "alias of nothing": (
        "title: A small rubric",
        "title: *x",
        "my.yaml:4: the alias 'x' stands for nothing before it",
    ),
    "key that is a list": ("title: A small rubric", "? [a]\n: 1", "my.yaml:4: a key that is not a word"),
    "second document": (
        "withhold_when:",
        "---\nwithhold_when:",
        "my.yaml:35: a second document; a rubric file holds one",
    ),
}


@pytest.mark.parametrize("name", CHANGES)
def test_says_what_is_wrong_where_and_what_is_allowed(write, name):
    old, new, message = CHANGES[name]
    assert SMALL.count(old) >= 1
    found = refusal(write(SMALL.replace(old, new, 1)))
    if message.endswith("allowed: article."):  # the rest of the list grows with the measures
        found = found[: len(message)]
    assert found == message


def test_weights_that_sum_to_nothing(write):
    assert refusal(write(SMALL.replace("weight: 3", "weight: 0").replace("weight: 1\n", "weight: 0\n"))) == (
        "my.yaml:14: the weights of criteria sum to nothing; at least one must be above 0"
    )


def test_an_empty_list_of_dimensions(write):
    start, end = SMALL.index("dimensions:"), SMALL.index("withhold_when:")
    assert refusal(write(SMALL[:start] + "dimensions: []\n" + SMALL[end:])) == (
        "my.yaml:10: 'dimensions' must not be empty"
    )


def test_all_problems_are_kept_in_the_order_of_the_file(write):
    text = SMALL.replace("weight: 3", "weight: -3").replace("title:", "titel:")
    with pytest.raises(RubricError) as caught:
        load_rubric(write(text))
    assert [(p.file, p.line) for p in caught.value.problems] == [
        ("my.yaml", 1),
        ("my.yaml", 4),
        ("my.yaml", 17),
    ]
    assert str(caught.value) == "my.yaml:1: missing key 'title' (and 2 more)"


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("", "my.yaml: empty"),
        ("# only a comment\n", "my.yaml: empty"),
        ("- a\n- b\n", "my.yaml:1: a rubric is a mapping of keys to values, not a list"),
        ("just words\n", "my.yaml:1: a rubric is a mapping of keys to values, not 'just words'"),
        (b"title: \xff\n", "my.yaml: not UTF-8 text: byte 0xFF at offset 7"),
        ("title: \x00", "my.yaml: not valid YAML: "),
        ("[" * 900_000, "my.yaml:1: nested more than 20 deep"),
        ("a: &a [*a]", "my.yaml:1: the alias 'a' stands for nothing before it"),
        ("x" * 1_000_001, "my.yaml: larger than 1 MB; a rubric is a page or two"),
        ("- 1\n" * 30_000, "my.yaml:20000: more than 20000 values, aliases written out"),
    ],
    ids=["empty", "comment", "list", "words", "bytes", "null", "deep", "recursive", "large", "long"],
)
def test_files_that_hold_no_rubric(write, content, message):
    assert refusal(write(content)).startswith(message)


def test_aliases_cannot_blow_it_up(write):
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 9)}]" for i in range(1, 10)]
    assert refusal(write("\n".join(lines))) == "my.yaml:5: more than 20000 values, aliases written out"


def test_an_alias_may_share_a_curve(write):
    text = SMALL.replace("ratings: [[0, 1], [10, 5]]", "ratings: *curve").replace(
        "ratings: [[0, 1], [100", "ratings: &curve [[0, 1], [100"
    )
    assert load_rubric(write(text)).dimensions[1].criteria[0].ratings[-1] == (300, 5)


def test_missing_file(write):
    write("", "other.yaml")
    assert refusal("no/such.yaml") == "no/such.yaml: no such file"


def test_folder(write, tmp_path):
    write(SMALL, "rubrics.yaml/x.yaml")
    assert refusal("rubrics.yaml") == "rubrics.yaml: a folder, not a rubric file"
    assert refusal(tmp_path) == f"{tmp_path}: a folder, not a rubric file"


def test_file_of_another_kind(write):
    assert refusal(write(SMALL, "my.txt")) == "my.txt: not a rubric file, which ends in .yaml or .yml"


def test_null_in_a_path():
    assert refusal("a\x00.yaml").endswith(": not a path")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_unreadable_file(write, tmp_path):
    name = write(SMALL)
    (tmp_path / name).chmod(0)
    assert refusal(name) == "my.yaml: Permission denied"


@pytest.mark.parametrize(
    ("name", "start"),
    [
        (
            "five-dimension",
            "no rubric 'five-dimension'; did you mean 'five-dimensions'? shipped: discern-style, five-dimensions, hon-style, jama-style, news-review",
        ),
        (
            "zzz",
            "no rubric 'zzz'; shipped: discern-style, five-dimensions, hon-style, jama-style, news-review",
        ),
        ("", "no rubric ''; shipped: discern-style, five-dimensions, hon-style, jama-style, news-review"),
    ],
)
def test_names_that_are_not_shipped(name, start):
    found = refusal(name)
    assert found.startswith(start)
    assert found.endswith("; a rubric file is given by its path, ending in .yaml or .yml")


def test_a_fault_in_the_only_entry_is_not_told_as_an_empty_list(write):
    only = SMALL[: SMALL.index("  - id: claims")].replace("    weight: 2\n", "    wieght: 2\n")
    assert str(refusal(write(only))) == (
        "my.yaml:13: unknown key 'wieght' in dimension 'size'; did you mean 'weight'?"
        " allowed: id, question, weight, criteria, caps, look_at, only_lowers"
    )
