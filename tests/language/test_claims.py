"""What the claim ledger reads from sentences, held against readings made by hand."""

import pytest

from healthscore.language import analyse
from healthscore.reading import read_text


def _claims(text):
    return analyse(read_text(text)).claims


def _short(claim):
    sign = "not " if claim.negated else ""
    return f"{' '.join(sorted(claim.subject_key))} | {sign}{claim.relation} | {' '.join(sorted(claim.object_key))}"


# each sentence with its claims as "subject | relation | object", in stems and concepts (those with "=")
READINGS = [
    ("Aspirin lowers fever.", ["aspirin | lowers | =fever"]),
    ("Aspirin does not lower blood sugar.", ["aspirin | not lowers | =blood-sugar"]),
    ("Aspirin can never cause diabetes.", ["aspirin | not causes | diabet"]),
    ("Aspirin has no effect on hypertension.", ["aspirin | not affects | =blood-pressure"]),
    ("Aspirin raises blood pressure.", ["aspirin | raises | =blood-pressure"]),
    ("High blood pressure is lowered by aspirin.", ["aspirin | lowers | =blood-pressure"]),
    ("Garlic leads to a marked fall in cholesterol.", ["garlic | lowers | =cholesterol"]),
    ("Garlic prevents a rise in cholesterol.", ["garlic | lowers | =cholesterol"]),
    ("Garlic causes increased appetite.", ["garlic | raises | =appetite"]),
    ("Garlic causes reduced appetite.", ["garlic | lowers | =appetite"]),
    ("Garlic has a cholesterol-lowering effect.", ["garlic | lowers | =cholesterol"]),
    ("Smoking increases the risk of stroke.", ["smoke | raises | =stroke"]),
    ("Walking lowers the risk of stroke.", ["walk | lowers | =stroke"]),
    ("Walking is linked to a lower risk of stroke.", ["walk | lowers | =stroke"]),
    ("Acne is caused by bacteria.", ["bacteria | causes | =acne", "=acne | is | bacterial"]),
    ("Acne is mainly due to hormones.", ["hormon | causes | =acne"]),
    ("Gout results from crystals in the joint.", ["crystal | causes | gout"]),
    ("The main cause of gout is beer.", ["beer | causes | gout"]),
    ("Beer is what causes gout.", ["beer | causes | gout"]),
    ("Beer is the main reason why people get gout.", ["beer | causes | gout"]),
    ("Garlic also lowers cholesterol and prepare the body.", ["garlic | lowers | =cholesterol"]),
    ("Garlic raises cholesterol slowly.", ["garlic | raises | =cholesterol"]),
    ("Walking three times a week lowers cholesterol.", ["walk | lowers | =cholesterol"]),
    ("Aspirin thins the majority of clots.", ["aspirin | lowers | =clot =thickness"]),
    ("Acne is most often caused by a build-up of wax.", ["build wax | causes | =acne"]),
    ("Acne is due solely to hormones.", ["hormon | causes | =acne"]),
    ("A daily glass of milk helps to bring cholesterol down.", ["milk | lowers | =cholesterol"]),
    ("Priorix prevents measles, mumps and rubella.",
     ["priorix | prevents | measl", "priorix | prevents | mump", "priorix | prevents | rubella"]),
    ("Metformin treats diabetes but causes diarrhoea.", ["metformin | treats | diabet", "metformin | causes | =diarrhoea"]),
    ("By slowing digestion, oats reduce hunger.", ["oat | lowers | digest", "oat | lowers | =appetite"]),
    ("Researchers found that zinc shortens colds.", ["zinc | lowers | =common-cold"]),
    ("Zinc not only shortens colds.", ["zinc | lowers | =common-cold"]),
    ("Zinc does not thin the blood or change iron.", ["zinc | not affects | iron"]),
    ("Wounds that are not cleaned can cause tetanus.", ["wound | causes | tetanus"]),
    ("Ginger is a root that eases nausea.", ["ginger | lowers | =nausea"]),
    ("Pears, which ripen late, cause wind.", [" | causes | wind"]),
    ("Low iron weakens bones.", ["iron | lowers | bone"]),
    ("There is no evidence that honey cures cancer.", ["honey | not treats | =cancer"]),
    ("Botox is not addictive.", ["botox | not is | addictive"]),
    ("Botox is habit forming.", ["botox | is | addictive"]),
    ("Yoga is safe.", ["yoga | is | safe"]),
    ("The truth is that yoga is safe.", ["yoga | is | safe"]),
    ("Studies have shown that yoga is safe.", ["yoga | is | safe"]),
    ("It's no secret that aspirin lowers fever.", ["aspirin | lowers | =fever"]),
    ("It is no secret that aspirin does not lower blood sugar.", ["aspirin | not lowers | =blood-sugar"]),
    ("When you take zinc, your blood pressure falls.", ["zinc | lowers | =blood-pressure"]),
    ("After taking aspirin, the fever goes down.", ["aspirin | lowers | =fever"]),
    ("Your cholesterol may rise while you take prednisolone.", ["prednisolon | raises | =cholesterol"]),
    ("With ginger, nausea subsides.", ["ginger | lowers | =nausea"]),
    ("Blood pressure is lower in people who take garlic.", ["garlic | lowers | =blood-pressure"]),
    ("Pain gets worse in patients on opioids.", ["opioid | raises | pain"]),
    ("The fever fell within days of starting aspirin.", ["aspirin | lowers | =fever"]),
    ("Bones become weaker when prednisolone is taken.", ["prednisolon | lowers | bone"]),
    ("Cramps are made worse by coffee.", ["coffe | raises | cramp"]),
    ("Appetite falls without zinc.", []),
    ("If you stop taking zinc, your appetite falls.", []),
    ("To lower cholesterol, take oats.", ["oat | lowers | =cholesterol"]),
    ("Use ginger to ease nausea.", ["ginger | lowers | =nausea"]),
    ("Do not take zinc to lower cholesterol.", [" | not lowers | =cholesterol"]),
    ("A fall in cholesterol is often seen with oats.", ["oat | lowers | =cholesterol"]),
    ("Garlic is linked with lower cholesterol.", ["garlic | lowers | =cholesterol"]),
    ("Coffee is linked to better sleep.", ["coffe | raises | =sleep"]),
    ("Coffee drinkers have lower cholesterol.", ["coffe | lowers | =cholesterol"]),
    ("Those who walk are less likely to get diabetes.", ["walk | lowers | diabet"]),
    ("Coffee makes it harder to sleep.", ["coffe | lowers | =sleep"]),
    ("Melatonin helps you sleep.", ["melatonin | raises | =sleep"]),
    ("Melatonin helps you decide.", []),
    ("What causes gout is uric acid.", ["=uric-acid | causes | gout"]),
    ("Nobody knows what causes gout.", [" | causes | gout"]),
    ("Gout occurs because uric acid builds up.", ["=uric-acid | causes | gout"]),
    ("Behind gout lies uric acid.", ["=uric-acid | causes | gout"]),
    ("Uric acid lies at the root of gout.", ["=uric-acid | causes | gout"]),
    ("Uric acid is the reason why people get gout.", ["=uric-acid | causes | gout"]),
    ("Salt comes from the sea.", []),
    ("Stress is not the cause of gout.", ["=stress | not causes | gout"]),
    ("Stress has no bearing on gout.", ["=stress | not causes | gout"]),
    ("Gout is independent of stress.", ["=stress | not causes | gout"]),
    ("Go to hospital if you stop breathing.", []),
    ("People with asthma stop coughing when they rest.", []),
    ("If your child stops feeding, call for help.", []),
    ("Women who stopped smoking lived for longer.", []),
    ("Talk to a nurse before you avoid driving.", []),
    ("If you stop vomiting, drink a little.", []),
    ("Stopping smoking lowers blood pressure.", ["smoke | lowers | =blood-pressure"]),
    ("Without oxygen the heart stops beating.", []),
    ("Ginger stops vomiting.", ["ginger | prevents | =vomiting"]),
    ("Pressure stops bleeding.", ["pressur | prevents | =bleeding"]),
    ("Varenicline helps people stop smoking.", [" | prevents | smoke"]),
    ("In a review of six trials it lowered cholesterol (Okoye et al. 2014, Heart Lett).", [" | lowers | =cholesterol"]),
    ("Garlic (Okoye et al. 2014, Heart Lett) lowers cholesterol.", ["garlic | lowers | =cholesterol"]),
    ("Garlic (Okoye, 2014; Lund, 2019) lowers cholesterol.", ["garlic | lowers | =cholesterol"]),
    ("Garlic [Okoye et al. 2014, Heart Lett] lowers cholesterol.", ["garlic | lowers | =cholesterol"]),
    ("In adults, metformin (a tablet) lowers blood sugar.", ["metformin | lowers | =blood-sugar"]),
    ("Metformin can cause wind, and people with ulcers should ask first.", ["metformin | causes | wind"]),
    ("Metformin can cause wind and women should ask first.", ["metformin | causes | wind"]),
    ("Metformin can cause wind, cramps, and older people are at risk.", ["metformin | causes | wind", "metformin | causes | cramp"]),
    ("Metformin can cause wind, cramps, and diarrhoea.",
     ["metformin | causes | wind", "metformin | causes | cramp", "metformin | causes | =diarrhoea"]),
    ("Metformin can cause wind, and cramps in children who are small.", ["metformin | causes | wind", "metformin | causes | cramp"]),
    ("Metformin can cause wind and cramps and may lower blood sugar.",
     ["metformin | causes | wind", "metformin | causes | cramp", "metformin | lowers | =blood-sugar"]),
    ("Habits that slow the spread of measles, mumps, and rubella are cheap.",
     ["habit | lowers | measl", "habit | lowers | mump", "habit | lowers | rubella"]),
    ("Lactose affects people of Thai, Korean or Finnish descent.", ["=lactose | affects | descent finnish korean peopl thai"]),
    ("Metformin can cause wind, and people of Thai, Korean or Finnish descent are at risk.", ["metformin | causes | wind"]),
    ("In people of Thai, Korean or Finnish descent it causes wind.", [" | causes | wind"]),
    ("Does garlic cause gout? No.", ["garlic | not causes | gout"]),
    ("Does garlic cause gout? Yes, at times.", ["garlic | causes | gout"]),
    ("Doesn't garlic cause gout? No.", ["garlic | not causes | gout"]),
    ("Doesn't garlic cause gout? Yes.", ["garlic | causes | gout"]),
    ("Does garlic cause gout? No doctor can say.", ["garlic | causes | gout"]),
    ("## Does garlic cause gout?\n\nNo. Meat does.", ["garlic | not causes | gout"]),
    ("It is stress that causes gout.", ["=stress | causes | gout"]),
    ("It is not stress that causes gout.", ["=stress | not causes | gout"]),
    ("Garlic is a bulb that lowers cholesterol.", ["garlic | lowers | =cholesterol"]),
    ("What causes gout is not stress but uric acid.", [" | causes | gout"]),
    ("Vinegar causes deep, painful burns.", ["vinegar | causes | burn deep pain"]),
    ("Vinegar causes severe, long-lasting cramps and wind.", ["vinegar | causes | cramp", "vinegar | causes | wind"]),
    ("Raising the head of the bed eases heartburn.", ["bed head | lowers | =heartburn"]),
    ("Lowering stress, garlic eases heartburn.", [" | lowers | =stress", "garlic | lowers | =heartburn"]),
    ("Bleeding gums cause pain.", ["=gum-bleeding | causes | pain"]),
    ("Drugs that lower stress can make you faint.", [" | lowers | =stress", " | raises | faint"]),
    ("With zinc, the mood improves and appetite comes back.", ["zinc | raises | mood"]),
    ("Ginkgo did nothing to prevent gout.", ["ginkgo | not prevents | gout"]),
    ("Garlic drives cholesterol downwards.", ["garlic | lowers | =cholesterol"]),
    ("Drink water and rest.", []),
    ("The clinic opens at nine.", []),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "expected"), READINGS, ids=[s for s, _ in READINGS])
def test_reads_subject_relation_and_object(sentence, expected):
    assert [_short(claim) for claim in _claims(sentence)] == expected


@pytest.mark.parametrize(
    ("sentence", "scope"),
    [
        ("In mice, curcumin lowers pain.", ("population:animal",)),
        ("Curcumin lowers pain in children.", ("population:children",)),
        ("At high doses, curcumin lowers pain.", ("dose:high",)),
        ("Curcumin lowers pain over time.", ("time:long",)),
        ("Curcumin does not always lower pain.", ("degree:partial",)),
        ("Curcumin cures pain.", ("degree:complete",)),
        ("High testosterone causes acne.", ("subject:raised",)),
        ("Low testosterone causes tiredness.", ("subject:lowered",)),
        ("Curcumin lowers pain.", ()),
    ],
)
def test_scope_is_whom_when_and_how_much(sentence, scope):
    assert _claims(sentence)[0].scope == scope


@pytest.mark.parametrize(
    ("text", "certainty"),
    [
        ("Does garlic cause gout?", 0.5),
        ("Can zinc shorten a cold?", 0.5),
        ("Does garlic cause gout? Many people ask.", 0.5),
        ("# Does garlic cause gout?\n\nIt is a bulb.", 0.5),
        ("Does garlic cause gout? No.", 0.95),
        ("Does garlic cause gout? Yes.", 0.85),
        ("Does garlic cause gout? Yes, it may do so.", 0.45),
        ("Garlic causes gout.", 0.85),
    ],
)
def test_a_question_is_as_sure_as_its_answer(text, certainty):
    assert _claims(text)[0].certainty == certainty


@pytest.mark.parametrize(
    ("sentence", "voice"),
    [
        ("Garlic lowers cholesterol.", "article"),
        ("Does garlic lower cholesterol?", "question"),
        ("It is a myth that garlic lowers cholesterol.", "rebutted"),
        ("Some people claim that garlic lowers cholesterol.", "reported"),
        ("If garlic lowers cholesterol, eat it.", "conditional"),
        ("# Garlic lowers cholesterol\n\nIt is a bulb.", "heading"),
        ("> Garlic lowers cholesterol.\n\nSo said the cook.", "quoted"),
    ],
)
def test_voice_is_who_says_it(sentence, voice):
    assert _claims(sentence)[0].voice == voice


@pytest.mark.parametrize(
    ("sentence", "valence"),
    [
        ("Garlic causes nausea.", "harm"),
        ("Garlic eases nausea.", "benefit"),
        ("Garlic prevents nausea.", "benefit"),
        ("Garlic increases the risk of stroke.", "harm"),
        ("Garlic reduces the risk of stroke.", "benefit"),
        ("Garlic raises potassium.", "neutral"),
        ("Garlic improves sleep.", "benefit"),
        ("Garlic damages the stomach.", "harm"),
    ],
)
def test_valence_is_good_or_bad_for_the_reader(sentence, valence):
    assert _claims(sentence)[0].valence == valence


@pytest.mark.parametrize(
    ("sentence", "strength"),
    [
        ("Garlic lowers cholesterol.", "causal"),
        ("Garlic might possibly lower cholesterol.", "conditional"),
        ("Garlic is associated with heartburn.", "correlational"),
        ("Garlic is linked to an increase in heartburn.", "correlational"),
        ("Garlic is safe.", "none"),
    ],
)
def test_strength_is_how_the_effect_is_tied(sentence, strength):
    assert _claims(sentence)[0].strength == strength


def test_hedges_lower_and_boosters_raise_certainty():
    hedged, plain, boosted = (
        _claims(f"Garlic {words} cholesterol.")[0].certainty
        for words in ("may lower", "lowers", "definitely lowers")
    )
    assert hedged < plain < boosted


@pytest.mark.parametrize(
    ("sentence", "quantity"),
    [
        ("Take 500 mg of zinc a day.", (500, 500, "mass", "day", "")),
        ("Take 1-3 g of zinc per dose.", (1000, 3000, "mass", "dose", "")),
        ("Take between 1 and 3 grams of zinc daily.", (1000, 3000, "mass", "day", "")),
        ("Never take more than 900 mg of zinc a day.", (900, 900, "mass", "day", "at most")),
        ("Doses above 40 mg of zinc are too much.", (40, 40, "mass", "", "above")),
        ("Take at least 10 micrograms of zinc.", (0.01, 0.01, "mass", "", "at least")),
        ("Most people take 5 mg of zinc a day.", (5, 5, "mass", "day", "")),
        ("Take at most 5 mg of zinc a day.", (5, 5, "mass", "day", "at most")),
        ("Take two tablets of zinc every day.", (2, 2, "count", "day", "")),
        ("Take 2 teaspoons of zinc syrup at night.", (10, 10, "volume", "day", "")),
        ("Take 1,000 IU of zinc with each meal.", (1000, 1000, "IU", "meal", "")),
        ("Take up to 15 mg/kg of zinc.", (15, 15, "mass", "kg", "at most")),
        ("Take 500 mg to 1 g of zinc a day.", (500, 1000, "mass", "day", "")),
        ("Take between 250 micrograms and 1 mg of zinc.", (0.25, 1, "mass", "", "")),
        ("At 10 mmol/l of sugar, take 5 mg.", (5, 5, "mass", "", "")),
        ("The content of zinc was off by −83% to +478%.", (-83, 478, "percent", "", "")),
        ("Their weight changed by -4.2 kg on zinc.", (-4_200_000, -4_200_000, "mass", "", "")),
        ("The flow changed (−15 ml on zinc).", (-15, -15, "volume", "", "")),
        ("The change was between −5 and −2% on zinc.", (-5, -2, "percent", "", "")),
        ("−8% was the change on zinc.", (-8, -8, "percent", "", "")),
        ("Take 10−20 mg of zinc.", (10, 20, "mass", "", "")),
        ("Take 10 -20 mg of zinc.", (10, 20, "mass", "", "")),
        ("Take a low-dose zinc-5 mg pill.", (5, 5, "mass", "", "")),
        ("Zinc - 5 mg a day - is enough.", (5, 5, "mass", "day", "")),
        ("-5 mg of zinc", (5, 5, "mass", "", "")),
        ("Zinc varies by +/-5%.", (5, 5, "percent", "", "")),
    ],
)
def test_amounts_are_brought_to_one_unit(sentence, quantity):
    found = next(claim.quantity for claim in _claims(sentence) if claim.quantity)
    assert (found.low, found.high, found.unit, found.per, found.comparator) == quantity


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("The content of the capsules ranged from −83% to +478% of the label.", "−83% to +478%"),
        ("On the diet the weight changed by -4.2 kg.", "-4.2 kg"),
        ("The ward is kept at 3% −2% was measured.", "3%"),
        ("Drink 100-200 ml after the scan.", "100-200 ml"),
    ],
)
def test_an_amount_keeps_its_minus_sign(sentence, said):
    assert said in [claim.object for claim in _claims(sentence)]


HERB = """Valerian is a root. Valerian is taken at night. People take valerian as a tea.

{}"""


@pytest.mark.parametrize(
    "sentence",
    [
        "It eases anxiety.",
        "This herb eases anxiety.",
        "Valerian root eases anxiety.",
        "Valerian, a root, eases anxiety.",
    ],
)
def test_pronouns_and_classifying_nouns_mean_the_topic(sentence):
    assert [_short(c) for c in _claims(HERB.format(sentence))] == ["valerian | lowers | =anxiety"]


@pytest.mark.parametrize("sentence", ["Reduce salt.", "To reduce salt, cook at home.", "Salt was reduced."])
def test_advice_and_agentless_passives_have_no_subject(sentence):
    assert [_short(c) for c in _claims(HERB.format(sentence))] == [" | lowers | salt"]


def test_a_property_that_opens_a_sentence_is_the_topics():
    text = "Dermagel is a gel. Dermagel calms the skin. No side effects, and it dries fast."
    assert [_short(claim) for claim in _claims(text)][-1] == "dermagel | is | harmless"


def test_in_an_article_on_a_disease_it_means_nothing_in_particular():
    text = "Symptoms of gout come fast. Gout is diagnosed by a doctor. People with gout suffer. It causes pain. The disease causes redness."
    claims = _claims(text)
    assert not analyse(read_text(text)).topic.acts
    assert [c.subject_key for c in claims if c.relation == "causes"] == [frozenset(), frozenset({"gout"})]


@pytest.mark.parametrize(
    ("text", "is_not"),
    [
        ("Aspirin is not addictive.", False),
        ("Aspirin is harmless.", False),
        ("Aspirin never is addictive.", True),
        ("Aspirin does not lower fever.", True),
        ("Aspirin is addictive.", False),
    ],
)
def test_a_property_may_deny_in_its_own_words(text, is_not):
    assert [claim.is_not for claim in _claims(text)] == [is_not]


def test_ids_count_up_and_spans_quote_the_claim():
    text = "Garlic lowers cholesterol. Mint eases cramps."
    analysis = analyse(read_text(text))
    assert [c.id for c in analysis.claims] == ["c1", "c2"]
    assert [analysis.quote(c.start, c.end) for c in analysis.claims] == [
        "Garlic lowers cholesterol",
        "Mint eases cramps",
    ]


def test_references_and_code_make_no_claims():
    text = "Garlic is a bulb.\n\n## References\n\n1. Smith J. Garlic lowers cholesterol. BMJ 2001;1:1-2.\n"
    assert _claims(text) == ()


def test_a_title_that_names_no_topic_names_a_subject():
    text = (
        "# Painkillers\n\nPainkillers help against back pain. We say more.\n\nThe ward is open. It has a garden.\n\n"
        "Painkillers do not help against boredom.\n"
    )
    analysis = analyse(read_text(text))
    assert analysis.topic.key == frozenset()
    assert {claim.subject for claim in analysis.claims} == {"Painkillers"}


@pytest.mark.parametrize(
    ("title", "text", "topic"),
    [
        ("Going through menopause", "Menopause goes on for years. The years go by, and things go on. Go out.", "menopaus"),
        ("Taking apixaban", "Apixaban can cause bleeding. Bleeding may be heavy. Report any bleeding.", "apixaban"),
        ("The diet in short", "Stay on the diet for ten days. The diet is strict.", "diet"),
    ],
)  # fmt: skip
def test_what_the_title_names_is_the_topic_rather_than_what_recurs_as_often(title, text, topic):
    assert analyse(read_text(f"# {title}\n\n{text}\n")).topic.key == {topic}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Fish oil is sold in capsules. Fish oil lowers blood fats. Most fish oil is from sardines.",
            "fish oil",
        ),
        ("Bed bugs bite at night. Bed bugs hide in seams. Heat kills bed bugs.", "bed bugs"),
        ("Ginger is a root. Ginger tea calms the stomach. Most ginger is from India.", "ginger"),
    ],
)
def test_the_topic_is_called_by_its_whole_name(text, name):
    assert analyse(read_text(text)).topic.name == name


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Trainers like it because it boosts cortisol.", "ashwagandha"),
        ("Ashwagandha fails to lower cortisol.", "Ashwagandha"),
        ("Lupus is odd because it raises cortisol.", "Lupus"),
    ],
)
def test_it_is_never_several_people_or_things(text, subject):
    analysis = analyse(
        read_text(f"# Ashwagandha\n\nAshwagandha is a herb. Take ashwagandha with food.\n\n{text}\n")
    )
    assert [claim.subject for claim in analysis.claims if claim.object == "cortisol"] == [subject]


def test_a_bare_number_is_no_topic():
    text = "# The 16:8 fast\n\nA fast of 16:8 is simple. The fast has fans, and 16:8 is liked. On 16:8 you skip a meal.\n"
    assert analyse(read_text(text)).topic.key == {"fast"}
