"""The measures of consistency, counted by hand, and what must not change a conflict."""

import random
import time

import pytest

from healthscore.checks import Evidence, rules
from healthscore.checks.consistency import conflict_density, serious_conflicts, unkept_promises
from healthscore.language import analyse
from healthscore.reading import read_text

# one direction conflict and one frequency conflict (errors), one severity conflict (warning), in 12 sentences
CONTRARY = """Feverfew is a herb. Feverfew raises prostaglandin in the gut.

Feverfew is taken as a tea. Nausea is rare with feverfew. The rash from feverfew is mild.

People take feverfew for migraine. Feverfew tea is bitter. Feverfew is sold in jars.

Feverfew lowers prostaglandin in the gut. Nausea is very common with feverfew.

There is a severe rash from feverfew. Keep feverfew dry."""
AGREEING = """Feverfew is a herb. Feverfew lowers prostaglandin in the gut.

Feverfew is taken as a tea. Nausea is rare with feverfew. The rash from feverfew is mild."""
# a dosage heading without an amount, and an announced "storage" that never comes
PROMISING = """# Feverfew

In this guide we cover dosage, storage and taste of feverfew. Feverfew is a herb.

## Dosage

How much feverfew somebody needs differs from one person to the next, and it is best to ask a herbalist who knows
you well before you buy feverfew. The taste of feverfew is bitter."""


def _hits(text):
    analysis = analyse(read_text(text))
    own = {id_: r for id_, r in rules().items() if id_.startswith("consistency/")}
    return analysis, {id_: tuple(r.find(analysis)) for id_, r in own.items()}


def _value(measure, text):
    return measure.compute(Evidence(*_hits(text))).value


def _said(text):
    """Every conflict as its rule and the set of its quotes."""
    analysis, hits = _hits(text)
    return {
        (id_, frozenset(analysis.quote(*s) for s in hit.evidence))
        for id_, found in hits.items()
        for hit in found
    }


def test_serious_conflicts_are_the_errors():
    assert _value(serious_conflicts, CONTRARY) == 2
    assert _value(serious_conflicts, AGREEING) == 0


def test_conflict_density_counts_errors_and_warnings_for_25_sentences():
    # 3 conflicts in 12 sentences; a short article counts as one of 25, so that one slip does not condemn it
    assert _value(conflict_density, CONTRARY) == pytest.approx(3 * 25 / 25)
    # 3 conflicts in 37 sentences
    longer = CONTRARY + "\n\n" + "The kettle was put on. " * 25
    assert _value(conflict_density, longer) == pytest.approx(3 * 25 / 37, abs=1e-3)
    assert _value(conflict_density, AGREEING) == 0


def test_conflict_density_of_nothing_is_nothing():
    assert _value(conflict_density, "# A heading alone") is None


def test_unkept_promises_are_headings_and_introductions():
    assert _value(unkept_promises, PROMISING) == 2
    assert _value(unkept_promises, CONTRARY) == 0


def test_the_order_of_paragraphs_does_not_matter():
    paragraphs = CONTRARY.split("\n\n")
    expected = _said(CONTRARY)
    assert len(expected) == 3
    for seed in range(6):
        shuffled = random.Random(seed).sample(paragraphs, len(paragraphs))
        assert _said("\n\n".join(shuffled)) == expected


def test_a_conflict_says_both_sentences_and_quotes_them():
    analysis, hits = _hits(CONTRARY)
    (hit,) = hits["consistency/direction-conflict"]
    assert [analysis.quote(*span) for span in hit.evidence] == [
        "Feverfew raises prostaglandin in the gut.",
        "Feverfew lowers prostaglandin in the gut.",
    ]
    assert "raises prostaglandin" in hit.message
    assert "lowers prostaglandin" in hit.message


@pytest.mark.parametrize(
    "edit",
    [
        ("lowers prostaglandin", "lowers histamine"),
        ("Feverfew lowers", "In mice, feverfew lowers"),
        ("Feverfew lowers", "It is a myth that feverfew lowers"),
        ("Feverfew lowers prostaglandin in the gut.", "Does feverfew lower prostaglandin in the gut?"),
        ("Feverfew lowers", "Aspirin lowers"),
    ],
)
def test_another_thing_holder_scope_or_voice_is_no_conflict(edit):
    _, hits = _hits(CONTRARY.replace(*edit))
    assert hits["consistency/direction-conflict"] == ()


def test_cost_grows_with_length_and_not_with_its_square():
    def seconds(times):
        analysis = analyse(read_text("\n\n".join([CONTRARY] * times)))
        started = time.process_time()
        for rule in rules().values():
            if rule.id.startswith("consistency/"):
                list(rule.find(analysis))
        return time.process_time() - started

    seconds(1)
    assert seconds(400) < 30 * seconds(40) + 0.1  # ten times as long; the square would be a hundred


def test_an_endless_word_is_read():
    assert _said("Feverfew lowers " + "a" * 1_000_000 + ". Feverfew is a herb.") == set()


def test_the_message_says_of_what_is_denied_that_it_is_not():
    text = "Valdroot is addictive. The shop is old. We sell it in jars.\n\nPeople like it. Valdroot cannot be addictive."
    found = [hit.message for hit in rules()["consistency/negation-conflict"].find(analyse(read_text(text)))]
    assert found == ["Says of Valdroot “addictive” here and “not addictive” there."]
