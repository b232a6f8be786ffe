"""The measures of hedging, counted by hand, and how whole articles move them."""

import pytest

from healthscore.checks import Evidence, rules
from healthscore.checks.hedging import (
    booster_density,
    overclaim_density,
    qualified_share,
    stacked_hedge_density,
    strong_claim_share,
    weasel_share,
)
from healthscore.checks.hedging.statements import read
from healthscore.language import analyse
from healthscore.reading import read_text

LEAFLET = """Gallstones are small lumps that form in the gallbladder.

Many people never notice them. Some people may have pain after a fatty meal. Surgery usually cures the pain.
Ask for help the same day if you have a fever or yellow skin. Aspirin reduces fever."""
MILL = """Glow tea is a breakthrough with no side effects, safer than any drug.

It melts away fat. Glow tea is clinically proven and works for everyone. Glow tea shows promise for diabetes.
Results may vary. Say goodbye to bloating."""


def _evidence(text):
    analysis = analyse(read_text(text))
    hedging = {id_: r for id_, r in rules().items() if id_.startswith("hedging/")}
    return Evidence(analysis, {id_: tuple(r.find(analysis)) for id_, r in hedging.items()})


def _measure(measure, text):
    return measure.compute(_evidence(text)).value


def test_overclaims_are_counted_by_sentence():
    # "no side effects" and "works for everyone" in two of four sentences; the denial and the question count nothing
    text = "The syrup has no side effects. It works for everyone. Is it completely safe? No drug is free of side effects."
    assert _measure(overclaim_density, text) == pytest.approx(2 / 4)


def test_overclaim_density_counts_what_goes_on_inside_the_body_where_much_is_promised():
    working = "The tea pulls toxins out of the fat cells at night."
    plain = "The tea is drunk from a blue cup in the evening."
    promised, told = (_measure(overclaim_density, f"{MILL} {last}") for last in (plain, working))
    assert told > promised
    assert _measure(overclaim_density, f"{LEAFLET} {working}") == _measure(overclaim_density, LEAFLET) == 0


@pytest.mark.parametrize(("said", "more"), [("been proven to", 1), ("never been proven to", 0)])
def test_a_proof_that_is_denied_is_no_overclaim(said, more):
    analysis = analyse(read_text(f"Rival teas have {said} melt away fat."))
    assert len(read(analysis).overclaims) == more


def test_boosters_are_counted_by_sentence_and_commands_left_out():
    text = "It definitely helps. Always read the label. You should never share needles. Rest helps."
    assert _measure(booster_density, text) == pytest.approx(1 / 4)


def test_qualified_sentences_say_how_far_they_hold():
    # "may" and "usually" qualify; the promise and the plain sentence do not
    text = "The rash may itch. It usually fades. The cream shows promise. The skin heals."
    assert _measure(qualified_share, text) == pytest.approx(2 / 4)


def test_stacked_hedges_are_a_share_of_hedged_sentences():
    text = "It may possibly help. It might hurt. It could rain. It is warm."
    assert _measure(stacked_hedge_density, text) == pytest.approx(1 / 3, abs=1e-4)


def test_weasel_share_counts_promises_and_formulas():
    text = "The herb shows promise. More research is needed. Rest in bed. Drink water."
    assert _measure(weasel_share, text) == pytest.approx(2 / 4)


def test_strong_claims_are_benefits_told_plainly():
    claims = _evidence("Ginger eases nausea. Ginger may relieve pain.").analysis.claims
    assert len(claims) == 2
    assert _measure(strong_claim_share, "Ginger eases nausea. Ginger may relieve pain.") == pytest.approx(
        1 / 2
    )


@pytest.mark.parametrize(
    "measure", [overclaim_density, booster_density, qualified_share, weasel_share, strong_claim_share]
)
def test_nothing_to_count_is_no_value(measure):
    assert _measure(measure, "# Heading only") is None


def test_a_leaflet_is_left_alone():
    assert not any(_evidence(LEAFLET).hits.values())


def test_a_promoting_article_is_found_out():
    found = {id_ for id_, hits in _evidence(MILL).hits.items() if hits}
    assert {"hedging/overclaim", "hedging/hedge-as-evidence", "hedging/boilerplate-disclaimer"} <= found


def test_wording_that_a_leaflet_may_use_is_found_only_where_the_article_promotes():
    plain = "Say goodbye to bloating."
    praise = "Glow tea is a breakthrough, safer than any drug and with no side effects."
    quotes = [
        [
            evidence.analysis.quote(*span)
            for hit in evidence.hits["hedging/overclaim"]
            for span in hit.evidence
        ]
        for evidence in (_evidence(f"{LEAFLET}\n\n{plain}"), _evidence(f"{praise}\n\n{plain}"))
    ]
    assert not any(plain in quote for quote in quotes[0])
    assert any(plain in quote for quote in quotes[1])


def test_a_checkable_source_takes_the_overclaim_away():
    bare = "The patch is safe and effective for most smokers."
    cited = "The patch is safe and effective for most smokers (doi:10.1002/14651858.CD000146)."
    assert len(_evidence(bare).hits["hedging/overclaim"]) == 1
    assert _evidence(cited).hits["hedging/overclaim"] == ()


def test_longer_articles_of_the_same_kind_measure_the_same():
    twice = MILL + "\n\n" + MILL
    assert _measure(overclaim_density, twice) == pytest.approx(_measure(overclaim_density, MILL))
    assert _measure(weasel_share, twice) == pytest.approx(_measure(weasel_share, MILL))
