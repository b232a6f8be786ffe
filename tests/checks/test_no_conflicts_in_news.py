"""What health news and web pages say that only looks like a contradiction, each beside a twin that is one."""

import pytest

from healthscore import score

FILLER = "The clinic stands beside the old harbour. It opens at nine on most days of the week."


def _conflicts(one, other):
    text = f"# A page\n\n{one} {FILLER}\n\n## More\n\n{FILLER} {other}"
    rules = ("consistency/", "hedging/certainty-drift")
    return [f for f in score(text).findings if f.rule.startswith(rules) and f.severity != "note"]


SOUND = {
    "itself": (
        "Measles is caused by the measles virus and spreads in the air.",
        "The vaccine cut the risk of measles by a large part.",
    ),
    "asked": (
        "Ginger may reduce nausea after an operation.",
        "A team at the hospital tries to determine how ginger affects the risk of nausea.",
    ),
    "felt": (
        "Women over fifty need to have a scan every year.",
        "Some feel as though they don't have to have a scan.",
    ),
    "age": (
        "A daily aspirin reduces heart attacks in those who had one.",
        "For people in their 80s, a daily aspirin causes heart attacks.",
    ),
    "some": (
        "Some women can safely take the pill at once.",
        "The pill is not suitable for women with migraine.",
    ),
    "once": (
        "For many years doctors believed that stress was the main cause of ulcers.",
        "The main cause of ulcers is a germ.",
    ),
    "thought": ("The preservative was thought to cause fits.", "The preservative does not cause fits."),
    "result": (
        "In the second group a modest improvement did not raise muscle strength.",
        "A modest improvement raises muscle strength in the first.",
    ),
    "names": (
        "It may be that beta cells cause insulin resistance.",
        "The pancreas has insulin-producing cells.",
    ),
    "treated": (
        "For mild or moderate eczema a cream is enough.",
        "An injection eases severe eczema within days.",
    ),
    "two effects": (
        "Fish oil has been shown to improve blood flow.",
        "Fish oil has also been shown to reduce swelling.",
    ),
    "brackets": (
        "Like skin tests, these kits usually look for one antibody.",
        "Like skin tests, these kits usually look for the first antibody (not the second).",
    ),
    "not directly": (
        "Walking benefits the heart in many ways.",
        "Although it does not directly benefit the heart, walking keeps weight down.",
    ),
}
AT_ODDS = {
    "effect": ("Ginger raises cortisol in the morning.", "Ginger lowers cortisol in the morning."),
    "cause": ("Sugar is the only cause of acne.", "Unwashed pillowcases are the real cause of acne."),
    "denied": ("Walking benefits the heart.", "Walking does not benefit the heart."),
    "thought": ("The preservative causes fits.", "The preservative does not cause fits."),
}


@pytest.mark.parametrize("case", SOUND)
def test_sound_pairs_are_left_alone(case):
    assert _conflicts(*SOUND[case]) == []


@pytest.mark.parametrize("case", AT_ODDS)
def test_their_twins_are_found(case):
    assert _conflicts(*AT_ODDS[case])


def test_a_cause_is_named_and_not_ranked():
    (found,) = _conflicts(*AT_ODDS["cause"])
    assert "pillowcases" in found.message.lower()
    assert "the real here" not in found.message


def test_the_topic_is_named_as_it_is_written():
    one = "Chocolate does not affect blood pressure, says one half of the page on chocolate."
    for found in _conflicts(one, "Chocolate lowers blood pressure, says the other half on chocolate."):
        assert "chocol " not in found.message
