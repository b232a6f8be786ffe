"""Figures and times that cannot both be right, each pair beside one of like words in which both can."""

import pytest

from healthscore.checks import rules
from healthscore.language import analyse
from healthscore.reading import read_text

# topic, two statements that cannot both be right, two that can
ONSETS = [
    ("Loratadine", "Loratadine starts to work within an hour.", "It takes about ten days before loratadine has any effect.",
     "Loratadine starts to work within an hour.", "It takes several days before mometasone has any effect."),
    ("Sertraline", "Be patient, because sertraline needs four to six weeks before it begins to help.", "Most people feel better within a day of their first tablet of sertraline.",
     "Be patient, because sertraline needs four to six weeks before it begins to help.", "Most people feel better within six weeks of taking sertraline."),
    ("Psyllium", "Psyllium works almost immediately.", "You must wait two or three days until psyllium takes effect.",
     "Glycerin works almost immediately.", "You must wait two or three days until psyllium takes effect."),
    ("Minoxidil", "You will see clear results after only a week of minoxidil.", "It takes at least four months of minoxidil before any results can be seen.",
     "You will see clear results after about four months of minoxidil.", "It takes at least four months of minoxidil before any results can be seen."),
    ("Rabies vaccine", "You are fully protected within 24 hours of getting the rabies vaccine.", "Remember that it takes about two weeks until the rabies vaccine protects you.",
     "You are fully protected within two weeks of getting the rabies vaccine.", "Remember that it takes about two weeks until the rabies vaccine protects you."),
    ("Physiotherapy", "Physiotherapy brings relief after the first session.", "Physiotherapy brings relief only after ten sessions.",
     "Massage brings relief after the first session.", "Physiotherapy brings relief only after ten sessions."),
]  # fmt: skip
LENGTHS = [
    ("Gastroscopy", "The whole examination takes about ten minutes.", "The examination itself lasts between one and two hours, so bring a book.",
     "The whole examination takes about ten minutes.", "The anaesthetic itself lasts between one and two hours, so bring a book."),
    ("Tonsillitis", "Tonsillitis usually goes away within a week.", "People with tonsillitis are ill for at least a month.",
     "Mild tonsillitis usually goes away within a week.", "Severe tonsillitis lasts for at least a month."),
    ("Cluster headache", "An attack of cluster headache is always over within half an hour.", "An attack of cluster headache lasts the better part of a day.",
     "An attack of cluster headache usually lasts an hour and a half.", "An attack of cluster headache lasts about 90 minutes."),
    ("Croup", "Croup, which never lasts longer than two days, is caused by a virus.", "Croup can go on for three weeks.",
     "Croup, which often lasts two days, is caused by a virus.", "In some children croup can go on for three weeks."),
    ("Dental crowns", "A dental crown lasts about 15 years.", "After only two years, a dental crown wears out.",
     "A dental crown lasts about 15 years.", "After about 18 years, a dental crown wears out."),
    ("Nitrous oxide", "The effect of nitrous oxide wears off within a couple of minutes.", "The effect of nitrous oxide lasts for several hours.",
     "The effect of nitrous oxide wears off within a couple of minutes.", "The effect of midazolam lasts for several hours."),
]  # fmt: skip
COURSES = [
    ("Omeprazole", "Omeprazole should not be taken for longer than eight weeks.", "You can take omeprazole for as many years as you like.",
     "Omeprazole should not be taken for longer than eight weeks.", "Omeprazole is usually taken for a month."),
    ("Coeliac disease", "People with coeliac disease should follow the gluten-free diet for the rest of their lives.", "Never follow the gluten-free diet for longer than three months.",
     "People with coeliac disease should follow the gluten-free diet for the rest of their lives.", "Never follow the ketogenic diet for longer than three months."),
    ("Insulin", "Insulin has to be injected for the rest of your life.", "Insulin is taken for about six weeks.",
     "Insulin has to be taken for the rest of your life.", "Metronidazole is taken for about six weeks."),
]  # fmt: skip
RHYTHMS = [
    ("Methotrexate", "Methotrexate is taken once a week.", "Methotrexate is taken twice a day.",
     "Methotrexate is taken once a week.", "You take one tablet of methotrexate every seven days."),
    ("Sauna", "Use the sauna no more than twice a week.", "For best results, use the sauna every single day.",
     "Use the sauna no more than twice a week.", "For best results, use the moisturiser every single day."),
    ("Teeth", "It is enough to brush your teeth once a week.", "Brush your teeth twice a day.",
     "Floss your teeth once a day.", "Brush your teeth twice a day."),
    ("Cystic fibrosis", "Chest physiotherapy is done two or three times a day.", "Chest physiotherapy is needed just once a month.",
     "Chest physiotherapy is done two or three times a day.", "A lung function test is needed just once a month."),
    ("Hip protectors", "The ointment is applied every other day.", "The ointment is applied four times a day.",
     "In the first week the ointment is applied every other day.", "After some weeks the ointment is applied four times a day."),
    ("Retinal screening", "Retinal screening is recommended every two years.", "Retinal screening is needed twice a year.",
     "Retinal screening is recommended every two years.", "Retinal screening is needed once every 24 months."),
]  # fmt: skip
COUNTS = [
    ("Labour", "Labour has three stages.", "The five stages of labour are easy to tell apart.",
     "Labour has three stages.", "Two of the three stages of labour are short."),
    ("Lung", "The right lung has three lobes.", "There are five lobes in the right lung.",
     "The right lung has three lobes.", "The left lung has two lobes."),
    ("Frostbite", "Frostbite is divided into four degrees.", "Doctors know just one degree of frostbite.",
     "Frostbite is divided into four degrees.", "Burns are divided into three degrees."),
    ("Spina bifida", "There are three main types of spina bifida.", "Spina bifida comes in six types.",
     "There are three main types of spina bifida.", "Spina bifida comes in at least two types."),
    ("Hepatitis A", "A single dose of the hepatitis A vaccine is enough for life.", "You need two doses of the hepatitis A vaccine, six months apart.",
     "A single dose of the yellow fever vaccine is enough.", "You need two doses of the hepatitis A vaccine, six months apart."),
    ("Milk teeth", "Children have 20 milk teeth.", "Children have 24 milk teeth.",
     "Children have 20 milk teeth.", "Adults have 32 permanent teeth."),
    ("Yoghurt", "One pot contains about six grams of sugar.", "There are 24 grams of sugar in one pot.",
     "One pot contains about six grams of sugar.", "There are 24 grams of protein in one pot."),
]  # fmt: skip
AGES = [
    ("Bowel screening", "Bowel screening should begin at age 50.", "Bowel screening should begin at age 65.",
     "Bowel screening should begin at age 50.", "Breast screening should begin at age 65."),
    ("Speech", "In most babies the first word comes at about twelve months of age.", "The first word normally appears between two and three years of age.",
     "In most babies the first word comes at about twelve months of age.", "The first sentence normally appears between two and three years of age."),
    ("Pneumonia jab", "The pneumonia vaccine is recommended for all adults from the age of 65.", "The pneumonia vaccine is not recommended for anyone under 75.",
     "The pneumonia vaccine is recommended for all adults from the age of 65.", "The pneumonia vaccine is not recommended for anyone under 65."),
    ("Puberty", "Puberty begins at about eight years of age.", "Puberty begins at around 15 years of age.",
     "In girls puberty begins at about ten years of age.", "In boys puberty begins at about thirteen years of age."),
]  # fmt: skip
SIDES = [
    ("Alendronic acid", "Take alendronic acid 30 minutes before breakfast.", "Take alendronic acid 30 minutes after breakfast.",
     "Take alendronic acid 30 minutes before breakfast.", "Take calcium 30 minutes after breakfast."),
    ("Insect repellent", "Apply the repellent 20 minutes before you go outside.", "Apply the repellent three hours before you go outside.",
     "Apply the repellent 20 minutes before you go outside.", "Apply the sunscreen three hours before you go outside."),
    ("Anaesthesia", "Stop eating six hours before the operation.", "Stop eating half an hour before the operation.",
     "Stop eating six hours before the operation.", "Stop drinking two hours before the operation."),
]  # fmt: skip
VALUES = [
    ("Diabetes", "Diabetes is diagnosed when the fasting glucose is 7 or higher.", "A fasting glucose of 11 or higher counts as diabetes.",
     "Diabetes is diagnosed when the fasting glucose is 7 or higher.", "Prediabetes is diagnosed when the fasting glucose is 5.6 or higher."),
    ("Osteoporosis", "Osteoporosis is diagnosed when the T-score is minus 2.5 or lower.", "A T-score of -1 or lower means osteoporosis.",
     "Osteoporosis is diagnosed when the T-score is minus 2.5 or lower.", "A T-score of -2.5 or lower means osteoporosis."),
    ("Lupus", "Women make up 90 percent of people with lupus.", "Only half of the people with lupus are women.",
     "Women make up 90 percent of people with lupus.", "Nine out of ten people with lupus are women."),
]  # fmt: skip
ALL = [*ONSETS, *LENGTHS, *COURSES, *RHYTHMS, *COUNTS, *AGES, *SIDES, *VALUES]


def _conflicts(topic, first, second):
    text = f"# {topic}: what to know\n\nThis page is on {topic.lower()}. {first} Ask a nurse.\n\n## More\n\nThe ward is open. It has a garden.\n\n{second} Ask again.\n"
    found = rules()["consistency/quantity-conflict"].find(analyse(read_text(text)))
    return [hit.message for hit in found if hit.severity != "note"]


@pytest.mark.parametrize(("topic", "first", "second"), [(t, a, b) for t, a, b, _, _ in ALL])
def test_figures_that_exclude_each_other_are_found(topic, first, second):
    assert _conflicts(topic, first, second)


@pytest.mark.parametrize(("topic", "first", "second"), [(t, c, d) for t, _, _, c, d in ALL])
def test_figures_that_can_both_be_right_are_not_blamed(topic, first, second):
    assert _conflicts(topic, first, second) == []
