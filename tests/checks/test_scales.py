"""Ends of a scale of which a thing can be at one only, each kind beside what lets two ends hold."""

import pytest

from healthscore.checks import rules
from healthscore.language import analyse
from healthscore.reading import read_text

CONFLICTS = [name for name in rules() if name.endswith("-conflict")]
EXCLUDE = [
    ("acne", "Isotretinoin is used only when all other treatments have failed.",
     "Dermatologists prescribe isotretinoin as the first drug for every patient with acne."),
    ("hay fever", "Nasal steroid sprays are the first-line treatment for hay fever.",
     "Most guidelines keep nasal steroid sprays as a last resort."),
    ("insomnia", "Sleeping pills should only ever be a last resort.",
     "Sleeping pills are the treatment of choice for insomnia."),
    ("cluster headache", "The pain of cluster headache is always on one side of the head.",
     "Cluster headache usually affects both sides of the head at once."),
    ("sciatica", "In most people sciatica affects only one leg.",
     "Sciatica nearly always strikes both legs."),
    ("appendicitis", "The pain of appendicitis settles in the lower right side of the belly.",
     "The pain of appendicitis settles in the lower left side of the belly."),
    ("liver", "The liver sits on the right side of the body, below the ribs.",
     "You will find the liver on the left side of the body."),
    ("night terrors", "Night terrors occur in deep sleep.",
     "Night terrors happen during REM sleep."),
    ("malaria", "The mosquitoes that spread malaria bite at night.",
     "The mosquitoes that spread malaria bite during the day."),
    ("pinworms", "The worms lay their eggs at night.",
     "The worms lay their eggs during the day."),
    ("statins", "Take your statin in the evening.",
     "Your statin should be taken in the morning, before breakfast."),
    ("stroke", "A stroke starts suddenly.",
     "A stroke develops gradually over several weeks."),
    ("mumps", "Mumps gives you lifelong immunity.",
     "Mumps can come back two or three times."),
    ("chemotherapy", "Nerve damage from cisplatin is permanent.",
     "Nerve damage from cisplatin is temporary."),
    ("tattoos", "The scar left by the laser is permanent.",
     "The scar left by the laser is only temporary and fades within a few weeks."),
    ("naloxone", "Naloxone spray is sold over the counter in every drugstore.",
     "You need a doctor's prescription for naloxone spray."),
    ("tretinoin", "Tretinoin cream requires a prescription.",
     "You can buy tretinoin cream without seeing a doctor."),
    ("measles vaccine", "The measles vaccine contains a live but weakened virus.",
     "There is no live virus in the measles vaccine."),
    ("polio vaccine", "The injected polio vaccine is an inactivated vaccine.",
     "The injected polio vaccine is a live vaccine."),
    ("uterus", "The ovaries lie outside the uterus.",
     "The ovaries lie inside the uterus."),
    ("vitiligo", "Vitiligo is not contagious, and you cannot catch it by touching somebody who has it.",
     "Keep your towels apart, because vitiligo spreads easily from one person to the next."),
    ("impetigo", "Impetigo is highly contagious.",
     "Nobody needs to stay at home with impetigo, since it cannot be passed on to others."),
    ("meningitis", "Bacterial meningitis can spread from person to person.",
     "Bacterial meningitis is not infectious."),
    ("club foot", "Club foot often runs in families.",
     "Club foot is not hereditary."),
    ("color blindness", "Color blindness is an inherited condition.",
     "Heredity plays no part in color blindness."),
    ("bile", "Bile is stored in the gallbladder.",
     "Bile is stored in the spleen."),
    ("meniscus", "The meniscus lies in the knee.",
     "The meniscus lies in the shoulder."),
]  # fmt: skip
BOTH_HOLD = [
    ("epilepsy", "Valproate is the first choice in men.",
     "Valproate is a last resort in pregnant women."),
    ("acne", "Surgery is a last resort for acne scars.",
     "Creams are the first choice for acne."),
    ("arthritis", "Opioids are a last resort for arthritis.",
     "Paracetamol is the first choice for arthritis."),
    ("depression", "Ketamine is not the first choice for depression.",
     "Ketamine is a last resort for depression."),
    ("pink eye", "Pink eye often starts in one eye only.",
     "Pink eye can spread to both eyes."),
    ("heart", "The right side of the heart pumps blood to the lungs.",
     "The left side of the heart pumps blood to the body."),
    ("heart failure", "Failure on the left side makes you short of breath.",
     "Failure on the right side makes the legs swell."),
    ("sleep", "Dreams occur in REM sleep.",
     "Night terrors occur in deep sleep."),
    ("malaria", "Anopheles mosquitoes bite at night.",
     "Tiger mosquitoes bite during the day."),
    ("statins", "Take your statin in the evening.",
     "Your water tablet should be taken in the morning."),
    ("hearing loss", "Hearing loss from noise develops slowly.",
     "Hearing loss from a blow to the head starts suddenly."),
    ("flu", "You can only get a given strain of the flu once.",
     "A cold can come back again and again."),
    ("hearing loss", "Hearing loss from earwax is temporary.",
     "Hearing loss from noise is permanent."),
    ("ibuprofen", "Ibuprofen 200 mg is sold over the counter.",
     "Ibuprofen 800 mg is available only on prescription."),
    ("allergy", "Cetirizine is sold without a prescription.",
     "Montelukast is available only on prescription."),
    ("flu vaccine", "The flu shot contains no live virus.",
     "The nasal spray contains a live but weakened virus."),
    ("tuberculosis", "Active tuberculosis is contagious.",
     "Latent tuberculosis is not contagious."),
    ("hepatitis", "Hepatitis A is contagious.",
     "Hepatitis from alcohol is not contagious."),
    ("hormones", "Cortisol is made in the adrenal glands.",
     "Thyroxine is made in the thyroid."),
    ("bile", "Bile is made in the liver.",
     "Bile is stored in the gallbladder."),
    ("dopamine", "Dopamine is made in the brain.",
     "Dopamine is also made in the gut."),
]  # fmt: skip


def _conflicts(topic, first, second):
    text = (
        f"# {topic}\n\nThis page is about {topic}. {first} There is more below.\n\n## More\n\n"
        f"We asked two nurses. They told us this.\n\n{second} The page was checked in May.\n"
    )
    analysis = analyse(read_text(text))
    return [
        hit.message for name in CONFLICTS for hit in rules()[name].find(analysis) if hit.severity != "note"
    ]


@pytest.mark.parametrize(("topic", "first", "second"), EXCLUDE)
def test_two_that_exclude_each_other_conflict(topic, first, second):
    assert _conflicts(topic, first, second)


@pytest.mark.parametrize(("topic", "first", "second"), BOTH_HOLD)
def test_two_that_both_hold_do_not(topic, first, second):
    assert _conflicts(topic, first, second) == []
