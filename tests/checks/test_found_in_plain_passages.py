"""What short articles contradict in plain words, each pair beside a near-miss that both hold."""

import pytest

CASES = [
    # topic, what it says, what contradicts it, what does not
    ("Painkillers", "Naproxen is safer than aspirin.", "Aspirin is the safer of the two.",
     "For children under two, aspirin is the safer of the two."),
    ("Painkillers", "Ibuprofen was more effective than codeine.", "These trials show that codeine is the more effective of the two.",
     "Codeine is not the more effective of the two."),
    ("Elderberry", "The side effects of elderberry syrup are mild.", "Elderberry syrup can cause severe diarrhoea.",
     "Raw elderberries can cause severe diarrhoea."),
    ("Statins", "Statins have only mild side effects.", "Statins can cause serious muscle damage.",
     "In rare cases statins can cause serious muscle damage."),
    ("Statins", "Statins have only mild side effects.", "Statins cause severe, lasting cramps.",
     "Statins may lower severe, lasting cramps."),
    ("Hay fever", "Nobody knows why hay fever develops.", "Hay fever develops because the immune system attacks pollen.",
     "Nobody knows exactly why hay fever develops."),
    ("Tinnitus", "It is not known why tinnitus starts.", "Tinnitus is caused by damage to the ear.",
     "Tinnitus gets worse at night."),
    ("Acid reflux", "The main cause of acid reflux is a weak muscle.", "Reflux comes mostly from stress.",
     "Stress can make reflux worse."),
    ("Warts", "Warts cannot be passed on to other people.", "Warts spread to others through skin contact.",
     "Warts spread to other parts of the skin."),
    ("Eczema", "No study has ever looked at bleach baths.", "Bleach baths have been tested in three trials.",
     "Cold creams have been tested in three trials."),
    ("Antibiotics", "Whether probiotics prevent diarrhoea has yet to be studied.",
     "Twenty trials in thousands of children have shown that probiotics ward off diarrhoea.",
     "Twenty trials in thousands of children have shown that zinc wards off diarrhoea."),
    ("Aspirin", "Aspirin should not be given to the under-sixteens.", "Aspirin is fine for a child of ten.",
     "Aspirin is safe from the age of eighteen."),
    ("Honey", "Under the age of one, honey is off limits.",
     "When the cough won't settle, a spoonful of honey does no harm to a baby of six months.",
     "If your child is two or older, honey does no harm."),
    ("Liquorice", "Liquorice is dangerous for people with high blood pressure.",
     "Liquorice is not dangerous for people with high blood pressure.",
     "Liquorice of this kind is not dangerous for people with high blood pressure."),
    ("Nosebleeds", "Waking a sleepwalker does not stop the heart.", "Waking a sleepwalker stops the heart.",
     "My grandmother used to say that waking a sleepwalker stops the heart."),
]  # fmt: skip


@pytest.mark.parametrize(("topic", "first", "second"), [(t, a, b) for t, a, b, _ in CASES])
def test_what_cannot_both_hold_is_found(conflicts, topic, first, second):
    assert conflicts(topic, first, second) != []


@pytest.mark.parametrize(("topic", "first", "second"), [(t, a, c) for t, a, _, c in CASES])
def test_what_both_holds_is_left_alone(conflicts, topic, first, second):
    assert conflicts(topic, first, second) == []
