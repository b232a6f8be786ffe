"""How two statements are held against each other: what each share is worth, and what tells them apart."""

import pytest

from healthscore import score
from healthscore.checks.consistency.weighing import REPORTED, SURE, Statement, reported, weigh
from healthscore.language import analyse
from healthscore.reading import read_text

ANALYSIS = analyse(read_text("Sage eases cramps. It is a herb. Sage does not ease cramps."))
SENTENCES = ANALYSIS.sentences


def _statement(place, subject="sage", matter="cramp", **more):
    terms = [frozenset(words.split()) for words in (subject, matter)]
    return Statement(SENTENCES[place], "eases cramps", *terms, **more)


def _statement_at(sentence):
    return Statement(sentence, "eases cramps", frozenset({"sage"}), frozenset({"cramp"}))


def _weigh(one, other, directness=1.0):
    return weigh("consistency/negation-conflict", one, other, directness, "Said and denied.", "Say it once.")


def test_the_same_of_the_same_is_sure():
    pair = _weigh(_statement(0), _statement(2))
    assert (pair.confidence, pair.severity, pair.apart) == (1.0, "error", ())


def test_the_pair_stands_in_order_of_place():
    assert _weigh(_statement(2), _statement(0)).places == (0, 2)


@pytest.mark.parametrize(
    ("other", "severity"),
    [
        (_statement(2, subject="sage oil"), "error"),  # one within the other
        (_statement(2, subject="mint"), None),
        (_statement(2, subject=""), None),
        (_statement(2, matter="cough"), None),
        (_statement(2, certainty=0.0), "warning"),  # hedged as far as can be
    ],
    ids=["oil of it", "another herb", "no subject", "another matter", "hedged"],
)
def test_what_is_shared_and_how_surely_it_is_said_decide(other, severity):
    assert _weigh(_statement(0), other).severity == severity


@pytest.mark.parametrize("directness", [REPORTED - 0.01, REPORTED, SURE - 0.01, SURE])
def test_the_thresholds(directness):
    expected = None if directness < REPORTED else "warning" if directness < SURE else "error"
    assert _weigh(_statement(0), _statement(2), directness).severity == expected


@pytest.mark.parametrize(
    ("ours", "theirs", "apart"),
    [
        ({"population:children"}, set(), True),
        ({"population:children"}, {"population:children"}, False),
        ({"population:adult"}, set(), False),  # grown people are everybody
        ({"dose:high"}, {"dose:low"}, True),
        ({"form:cream"}, {"form:tablet"}, True),
        ({"form:cream"}, set(), False),
        ({"time:long"}, set(), False),
        ({"time:long"}, {"time:short"}, True),
    ],
)
def test_limits_of_one_side_alone_tell_them_apart(ours, theirs, apart):
    pair = _weigh(_statement(0, limits=frozenset(ours)), _statement(2, limits=frozenset(theirs)))
    assert bool(pair.apart) is apart
    assert (pair.severity is None) is apart
    assert set(pair.apart) <= set(pair.decided)


def test_what_is_not_the_articles_own_word_is_not_reported():
    pair = _weigh(_statement(0, voice="rebutted"), _statement(2))
    assert pair.severity is None
    assert "rebutted" in pair.apart[0]


def test_one_matter_is_reported_once_with_its_other_places():
    pairs = [_weigh(_statement(0), _statement(2), 0.8), _weigh(_statement(1), _statement(2))]
    (hit,) = reported(ANALYSIS, pairs)
    assert [tuple(span) for span in hit.evidence] == [
        (SENTENCES[place].start, SENTENCES[place].end) for place in (1, 2, 0)
    ]


def test_each_place_is_on_the_side_that_it_says():
    safe = "GlowLeaf has no side effects. It is for adults.\n\nGlowLeaf is completely safe.\n\nEveryone can take it."
    text = f"# Tea\n\n{safe}\n\nPregnant women should not take GlowLeaf.\n"
    (finding,) = (f for f in score(text).findings if f.rule == "consistency/safety-conflict")
    assert [(quote.side, quote.quote) for quote in finding.evidence] == [
        (1, "GlowLeaf has no side effects."),
        (2, "Pregnant women should not take GlowLeaf."),
        (1, "GlowLeaf is completely safe."),
        (1, "Everyone can take it."),
    ]


def test_what_excludes_both_sides_is_on_neither():
    one, two, three = (_statement(place) for place in range(3))
    (hit,) = reported(ANALYSIS, [_weigh(one, two), _weigh(one, three), _weigh(two, three)])
    assert hit.sides == (1, 2, None)


def test_what_no_pair_leads_to_is_on_neither():
    analysis = analyse(read_text("Sage eases cramps. " * 2 + "It is so. " + "Sage does not. " * 2))
    far = analysis.sentences
    pairs = [_weigh(_statement_at(far[a]), _statement_at(far[b])) for a, b in ((0, 3), (1, 4))]
    (hit,) = reported(analysis, pairs)
    assert hit.sides == (1, 2, None, None)


@pytest.mark.parametrize("text", [
    "Sage does not cure colds. Sage is used to treat a cold. This product is not intended to diagnose, treat, cure or "
    "prevent any disease. Sage cures colds. Sage is not addictive. It grows. Stopping sage brings withdrawal symptoms.",
])  # fmt: skip
def test_every_conflict_has_two_sides(text):
    found = [f for f in score(text).findings if f.rule.endswith("-conflict")]
    assert found
    assert all([quote.side for quote in f.evidence[:2]] == [1, 2] for f in found)


def test_a_report_says_why_a_pair_was_left_out():
    report = score(
        """Sage is a herb. Sage raises the blood pressure of children. Sage is sold as a tea in many shops.

Sage grows in gardens. Sage lowers blood pressure. It tastes bitter and is rarely drunk for its taste."""
    )
    assert [f.rule for f in report.findings if f.rule == "consistency/direction-conflict"] == []
    (pair,) = [w for w in report.weighed if w.rule == "consistency/direction-conflict"]
    assert pair.severity is None
    assert any("child" in reason for reason in pair.decided)
