"""What a rule that names the fault has told is not told again by one that goes by the wording."""

import pytest

from healthscore.checks import examine, rules
from healthscore.language import analyse
from healthscore.reading import read_text


def told(text):
    """The rules heard, and those of them that would have spoken alone."""
    analysis = analyse(read_text(text))
    heard = {id_ for id_, hits in examine(analysis)[0].items() if hits}
    return heard, {id_ for id_, rule in rules().items() if rule.gives_way and any(rule.find(analysis))}


@pytest.mark.parametrize(
    ("text", "named", "by_wording"),
    [
        (
            "Because it grows in the ground, there is nothing in it that could ever hurt you, however much you drink.",
            "balance/blanket-safety",
            "balance/one-sided-wording",
        ),
        (
            "Everyone who tries it loses a stone in the first fortnight without changing a thing.",
            "hedging/overclaim",
            "hedging/sweeping-claim",
        ),
    ],
)
def test_a_rule_of_the_same_dimension_is_heard_alone(text, named, by_wording):
    heard, alone = told(text)
    assert by_wording in alone
    assert named in heard
    assert by_wording not in heard


def test_rules_of_other_dimensions_do_not_silence_it():
    heard, _ = told(
        "Experts agree that there is only one way to keep your bones strong after fifty, and that is the vibrating plate."
    )
    assert {"sourcing/vague-attribution", "balance/one-sided-wording"} <= heard


def test_what_an_article_lacks_does_not_silence_it():
    heard, _ = told(
        "# Walnut oil and memory\n\nWalnut oil improves memory and lowers blood pressure. Take a spoonful every morning. It prevents stroke. "
        "Leading minds in neurology have come round to it: a spoon of the oil a day keeps the memory sharp."
    )
    assert {"sourcing/no-references", "sourcing/taken-on-trust"} <= heard


def test_a_long_text_that_hardly_speaks_of_health_is_not_judged_by_its_wording():
    promise = "Follow these steps and your worries will be gone by summer, never to return. "
    filler = "The engine has four cylinders and a new gearbox. "
    assert "hedging/sweeping-claim" in told(promise)[0]
    assert "hedging/sweeping-claim" not in told(promise + 12 * filler)[0]
