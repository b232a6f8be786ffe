"""Statements that circumstances, kinds and parts tell apart, beside those that nothing does."""

import pytest

BOTH_HOLD = [
    ("migraine", "Before puberty, migraine is more frequent in boys than in girls.", "After puberty, migraine is more frequent in women than in men."),
    ("melanoma", "At stage I, melanoma can often be cured by surgery.", "At stage IV, melanoma can rarely be cured by surgery."),
    ("scarlet fever", "Without antibiotics, scarlet fever remains contagious for two to three weeks.", "With antibiotics, scarlet fever stops being contagious after about 24 hours."),
    ("folate", "From May to August, most people in Norway get enough folate from salad.", "From October to March, hardly anyone in Norway gets enough folate from salad."),
    ("throat spray", "Used for a day or two, the spray relieves a sore throat.", "Used for months, the spray makes a sore throat worse."),
    ("meningitis", "Meningitis B has caused several outbreaks.", "Meningitis C has never caused an outbreak."),
    ("contractions", "A first pregnancy usually takes 41 weeks.", "Later pregnancies usually take only about 39 weeks."),
    ("hip replacement", "Recovery from the operation on the hip lasts about six months.", "The operation on the hip lasts about 90 minutes."),
    ("selenium", "Selenium tablets raised the risk of prostate cancer in smokers.", "Selenium tablets did not raise the risk of prostate cancer in people who had never smoked."),
    ("stroke", "You cannot call an ambulance too early when a stroke begins.", "Call an ambulance early when a stroke begins."),
    ("spinach", "Advertisements claimed that spinach makes the arms strong.", "Spinach does not make the arms strong."),
    ("electric belts", "In the 1890s, electric belts were praised as a cure for back pain.", "Electric belts are no cure for back pain."),
    ("ringworm", "Powders are enough when the fungus is limited to the heel.", "Powders are not enough when the fungus has reached the nails."),
    ("heartburn", "Chilli does not cause heartburn.", "Chilli can irritate a heartburn that is already there."),
    ("chronic hepatitis B", "There is no cure for chronic hepatitis B.", "There are drugs that control chronic hepatitis B."),
    ("buckwheat", "Buckwheat is free of gluten.", "There is no gluten in buckwheat."),
    ("zinc", "Zinc in food has no side effects.", "Large doses of zinc tablets can cause vomiting."),
    ("water tablets", "Take your water tablet in the morning.", "Do not take your water tablet in the evening."),
    ("eye drops", "The drops were approved in 2012.", "Before 2012, the drops were not approved."),
    ("asthma", "Mild asthma can be treated with one inhaler.", "Severe asthma may need two inhalers."),
    ("heat stroke", "Heat stroke is a temperature of 104 degrees Fahrenheit or higher.", "Heat stroke is a temperature of 40 degrees Celsius or higher."),
    ("sugar", "Sugar raises the risk of tooth decay.", "Giving up sugar lowers the risk of tooth decay."),
    ("biotin", "It is proven that biotin makes hair grow.", "It has never been proven that biotin prevents grey hair."),
    ("zinc", "Never take more than 25 mg of zinc a day.", "One seller's website told its customers to take 100 mg of zinc a day."),
    ("kava", "Kava is not addictive.", "People become dependent on oxycodone."),
    ("lisinopril", "Lisinopril is a drug for the heart that scarcely ever gives patients a cough.", "A dry cough is very common with colds."),
    ("montelukast", "All side effects of montelukast are mild.", "A severe asthma attack can be life-threatening."),
    ("lion's mane", "Lion's mane is known to be safe.", "The safety of reishi has never been studied."),
    ("vitamin D", "Sunlight helps the skin to make vitamin D.", "Sunlight that comes through a window does not help the skin to make vitamin D."),
    ("nasal spray", "A nasal spray quickly unblocks the nose.", "After more than a week of use, a nasal spray can itself block the nose."),
    ("red yeast rice", "Red yeast rice can be used instead of statins.", "Red yeast rice should be used alongside a healthy diet."),
    ("camomile", "Rashes improve with camomile.", "Camomile does not cause rashes."),
    ("cranberries", "Infections can be prevented with cranberries.", "Cranberries do not prevent headaches."),
    ("the MMR vaccine", "A paper alleged that the MMR vaccine causes autism.", "The MMR vaccine does not cause autism."),
    ("neck pain", "Hours at a desk make neck pain worse.", "Regular breaks from the desk ease neck pain."),
    ("inhalers", "The blue inhaler makes the pulse faster.", "The pulse becomes slower with the brown inhaler."),
    ("a liver biopsy", "The evening before a biopsy, you must not eat fish.", "Right after a biopsy, you can eat fish."),
    ("eggs in pregnancy", "Boiled eggs are allowed in pregnancy.", "Raw eggs are forbidden in pregnancy."),
    ("ice packs", "One blog claims that ice packs cure migraine.", "Ice packs do not cure migraine."),
    ("epilepsy", "Flashing lights often trigger epilepsy attacks.", "Flashing lights are not what causes epilepsy."),
    ("acne", "Chocolate may contribute to acne.", "Acne does not come from chocolate alone."),
    ("vertigo", "In adults aged 20 to 40, falls are the main cause of vertigo.", "The main cause of vertigo is an infection of the inner ear."),
]  # fmt: skip

NOT_BOTH = [
    ("insulin", "Insulin is a hormone made by the pancreas.", "Insulin is not a hormone."),
    ("raw eggs", "Raw eggs are not safe to eat.", "It is perfectly safe to eat raw eggs."),
    ("statins", "Statins reduce the level of LDL cholesterol in the blood.", "The drugs lead to an increase in LDL cholesterol."),
    ("lupus", "About 1 percent of people have lupus.", "About 10 percent of people have lupus."),
    ("dementia", "Loss of smell is an early sign of Parkinson's disease.", "Loss of smell appears late in Parkinson's disease."),
    ("breast cancer", "Men can get breast cancer.", "Men cannot get breast cancer."),
    ("heparin", "Heparin is injected once a day.", "You inject heparin four times a day."),
    ("cyclamate", "Cyclamate has been banned as a sweetener.", "Cyclamate is approved as a sweetener."),
    ("gout", "Drinking beer raises the level of uric acid.", "A daily glass of beer helps to bring uric acid levels down."),
    ("hearing loss", "The main cause of hearing loss is exposure to loud noise.", "Hearing loss is most often caused by a build-up of ear wax."),
    ("crohn's disease", "Anaemia in Crohn's disease is caused by poor absorption of iron.", "Anaemia in Crohn's disease is due solely to bleeding in the bowel."),
    ("water tablets", "Water tablets make the kidneys pass more urine.", "Water tablets make the kidneys pass less urine."),
    ("stretching", "Static stretching should be done before a run.", "Static stretching should be done after a run, not before."),
]  # fmt: skip


@pytest.mark.parametrize(("topic", "first", "second"), BOTH_HOLD)
def test_what_both_hold_is_no_conflict(conflicts, topic, first, second):
    assert conflicts(topic, first, second) == []


@pytest.mark.parametrize(("topic", "first", "second"), NOT_BOTH)
def test_what_cannot_both_hold_is_a_conflict(conflicts, topic, first, second):
    assert conflicts(topic, first, second)
