"""Which claims repeat and conflict."""

from made import CLAIMS, PARAGRAPHS, TEXT, article, claim, report, span

from healthscore.checks.base import Hit
from healthscore.report.findings import findings_of
from healthscore.report.links import links_of

LOWERS = PARAGRAPHS[1].split(". ")[0]
LENGTHENS = PARAGRAPHS[3].split(". ")[0]


def _links(rule, *words, claims=CLAIMS, sides=()):
    hits = {rule: (Hit("error", "m", "s", tuple(span(word) for word in words), sides=sides),)}
    return links_of(claims, findings_of(article(), hits))


def test_claims_in_the_two_sentences_of_a_conflict_conflict_both_ways():
    links = _links("consistency/direction-conflict", LOWERS, LENGTHENS)
    assert links["c1"].conflicts == ("c4",)
    assert links["c4"].conflicts == ("c1",)
    assert links["c2"].conflicts == links["c3"].conflicts == ()


def test_of_several_claims_in_a_sentence_those_about_the_same_thing_conflict():
    other = claim("c5", "the time it takes to fall asleep when", object_key=("hour",))
    links = _links("consistency/direction-conflict", LOWERS, LENGTHENS, claims=(*CLAIMS, other))
    assert links["c1"].conflicts == ("c4",)
    assert links["c5"].conflicts == ()


def test_claims_on_one_side_do_not_conflict():
    words = (LOWERS, LENGTHENS, "Valerian has no side effects")
    links = _links("consistency/direction-conflict", *words, sides=(1, 2, 1))
    assert (links["c1"].conflicts, links["c3"].conflicts) == (("c4",), ("c4",))


def test_a_claim_repeats_the_earlier_one_only():
    links = _links("repetition/near-duplicate-sentence", LENGTHENS, LOWERS)
    assert links["c4"].repeats == ("c1",)
    assert links["c1"].repeats == ()


def test_a_name_variant_sets_no_claims_against_each_other():
    links = _links("consistency/name-variant", LOWERS, LENGTHENS)
    assert all(not link.conflicts for link in links.values())


def test_a_finding_with_one_place_or_no_claims_links_nothing():
    assert all(not link.conflicts for link in _links("consistency/direction-conflict", TEXT).values())
    assert not any(link.repeats for link in _links("repetition/near-duplicate-sentence").values())
    assert _links("consistency/direction-conflict", LOWERS, LENGTHENS, claims=()) == {}


def test_the_report_has_them():
    assert report().links["c4"].conflicts == ("c1",)
