"""Every rule finds its examples and leaves its near-misses alone, in at least four topics each."""

import pytest

from healthscore.checks import documented, rules
from healthscore.checks.base import HEADINGS
from healthscore.checks.case import cases
from healthscore.language import analyse
from healthscore.reading import read_text
from healthscore.scoring import folder_of, sketch

CASES = {
    id_: case
    for dimension in dict.fromkeys(rule.dimension for rule in rules().values())
    for id_, case in cases(dimension).items()
}
TOPICS = set(
    "allergy back blood bones brain cancer care children diabetes digestion ears exercise eyes hair heart hormones infections "
    "joints kidneys liver lungs medicines migraine mind nose nutrition pain pregnancy skin sleep smoking surgery "
    "teeth vaccines weight".split()
)
FEWEST = 4  # topics


def _each(kind):
    return [
        pytest.param(id_, case, id=f"{id_}-{case.topic}")
        for id_, both in CASES.items()
        for case in getattr(both, kind)
    ]


def _quotes(rule_id, case):
    article = read_text(case.text)
    articles = [article, *(read_text(text, source="beside") for text in case.beside)]
    folder = folder_of(map(sketch, articles), "folder") if case.beside else None
    analysis = analyse(article, folder.shared(article) if folder else None)
    return [
        [analysis.quote(*span) for span in hit.evidence] or [hit.searched]
        for hit in rules()[rule_id].find(analysis)
    ]


@pytest.mark.parametrize(("rule_id", "case"), _each("found"))
def test_finds_its_examples(rule_id, case):
    found = _quotes(rule_id, case)
    assert found, "nothing found"
    for quote in case.quotes:
        assert any(quote in place for places in found for place in places), found


@pytest.mark.parametrize(("rule_id", "case"), _each("near_misses"))
def test_leaves_near_misses_alone(rule_id, case):
    assert _quotes(rule_id, case) == []


def test_every_rule_has_cases():
    assert set(CASES) == set(rules())


@pytest.mark.parametrize("rule_id", list(CASES))
def test_cases_are_from_many_corners_of_health(rule_id):
    for kind in (CASES[rule_id].found, CASES[rule_id].near_misses):
        topics = {case.topic for case in kind}
        assert topics <= TOPICS
        assert len(topics) >= FEWEST, topics


@pytest.mark.parametrize("rule_id", list(documented()))
def test_every_rule_has_a_whole_manual(rule_id):
    assert tuple(documented()[rule_id].manual) == HEADINGS
    assert all(documented()[rule_id].manual.values())
    assert documented()[rule_id].summary.endswith(".")
