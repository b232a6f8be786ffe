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
ATTRIBUTES = [
    ("Beetroot powder", "Adults should take no more than 10 g of beetroot powder a day.", "Take two 8 g scoops of it every morning.",
     "Adults should take no more than 20 g of beetroot powder a day.", "Take two 8 g scoops of it every morning."),
    ("Ibuprofen", "The most that adults should take is 1,200 mg of ibuprofen a day.", "Take two 400 mg ibuprofen tablets four times a day.",
     "The most that adults should take is 1,200 mg of ibuprofen a day.", "Take one 400 mg ibuprofen tablet three times a day."),

    ("Tetanus", "In babies, mortality of tetanus is over 80 percent.", "In babies, mortality of tetanus is less than 5%.",
     "In babies, mortality of tetanus is over 80 percent.", "In adults, mortality of tetanus is less than 40%."),
    ("Hernia mesh", "The success rate of a hernia mesh is about 95 percent.", "The success rate of a hernia mesh is no more than a third.",
     "The success rate of a hernia mesh is about 95 percent.", "The success rate of stitches alone is no more than 80 percent."),
    ("Tapeworms", "A beef tapeworm is up to 9 metres long.", "A beef tapeworm measures 40 metres.",
     "A beef tapeworm is about 9 metres long.", "A dwarf tapeworm measures 3 cm."),
    ("Spleen", "A healthy spleen weighs about 150 g.", "A healthy spleen weighs 2 kg.",
     "A healthy spleen weighs about 150 g.", "A healthy liver weighs 1.5 kg."),
    ("Epilepsy", "Some 50 million people have epilepsy.", "Fewer than 2 million people suffer from epilepsy.",
     "Worldwide, some 50 million people have epilepsy.", "Fewer than 2 million people in Germany suffer from epilepsy."),
    ("Rabies", "Rabies kills about 59,000 people a year.", "More than 3 million people die of rabies every year.",
     "Rabies kills about 59,000 people a year.", "About 29 million people a year have a jab after a bite."),
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
ALL = [*ONSETS, *LENGTHS, *COURSES, *RHYTHMS, *COUNTS, *AGES, *SIDES, *VALUES, *ATTRIBUTES]


# pairs by themselves, as an article says the one here and the other there
EXCLUDING = [
    ("valerian", "Valerian helps you sleep from the very first night.", "Valerian needs at least two weeks before it helps you sleep."),
    ("fluoxetine", "Fluoxetine does not take effect until four to six weeks have passed.", "The effect of fluoxetine can be felt within an hour."),
    ("epipen", "Adrenaline works within minutes.", "Adrenaline only works after several hours."),
    ("finasteride", "It will be at least three months before finasteride shows any result.", "Finasteride shows results within a few days."),
    ("laxative", "Lactulose takes two days to work.", "Lactulose works straight away."),
    ("iron tablets", "Most people notice an improvement within two to four weeks of starting iron tablets.", "You will have to wait a year before iron tablets bring any improvement."),
    ("antibiotics", "Antibiotics start working right away.", "Antibiotics need two weeks to start working."),
    ("flu", "The flu is usually over in a week.", "The flu lasts for two to three months."),
    ("hiccups", "Hiccups normally stop within a few minutes.", "Hiccups normally go on for several days."),
    ("MRI scan", "An MRI scan takes between 20 and 40 minutes.", "Allow at least three hours for the MRI scan."),
    ("appendicitis surgery", "The operation lasts less than an hour.", "The operation takes about six hours."),
    ("chickenpox", "Chickenpox clears up within two weeks.", "It takes two months for chickenpox to clear up."),
    ("tattoo removal", "Each session is over in ten minutes.", "A session lasts a good two hours."),
    ("broken wrist", "A broken wrist heals in about six weeks.", "A broken wrist needs a whole year to heal."),
    ("tetanus", "Protection against tetanus lasts ten years.", "Protection against tetanus wears off after six months."),
    ("blood thinner", "Warfarin must be taken for life.", "Warfarin is only needed for two weeks."),
    ("antibiotics", "Take the antibiotic for seven days.", "The antibiotic should be taken for at least a month."),
    ("St John's wort", "Do not use St John's wort for longer than two months.", "St John's wort can be used indefinitely."),
    ("statins", "Statins are usually taken for the rest of your life.", "Stop your statin after three months."),
    ("donating blood", "You can donate blood every twelve weeks.", "You can donate blood every week."),
    ("smear test", "A smear test is needed once every five years.", "A smear test is due each month."),
    ("hair washing", "Wash your hair no more than twice a week.", "Your hair should be washed every morning and every evening."),
    ("dentist", "See your dentist once a year.", "Visit the dentist every ten years."),
    ("nasal spray", "Doctors advise using the nasal spray once a day.", "Use the nasal spray once a month."),
    ("eye drops", "Use the eye drops four times a day.", "The eye drops are used only once a week."),
    ("insulin pump", "The infusion set is changed every two to three days.", "Change the infusion set once a month."),
    ("bisphosphonate", "Risedronate is taken once weekly.", "Take risedronate three times daily."),
    ("brain", "The brain is divided into four lobes.", "There are six lobes in the brain."),
    ("heart valves", "The heart has four valves.", "The heart has two valves."),
    ("cancer", "Melanoma is divided into five stages.", "Melanoma has three stages."),
    ("diabetes", "There are two main types of diabetes.", "Diabetes comes in seven types."),
    ("spine", "The human spine is made up of 33 vertebrae.", "The spine has 24 vertebrae."),
    ("sleep", "Sleep has four stages.", "A night of sleep passes through two stages."),
    ("ear", "The ear consists of three parts.", "The ear has five parts."),
    ("tetralogy", "Tetralogy of Fallot consists of four heart defects.", "The two defects of tetralogy of Fallot are present at birth."),
    ("vaccine", "One injection of the MMR vaccine gives full protection.", "The MMR vaccine needs two injections."),
    ("hpv vaccine", "The HPV vaccine is given in three doses.", "Only one dose of the HPV vaccine is given."),
    ("hepatitis B", "Three doses of the hepatitis B vaccine are needed.", "The hepatitis B vaccine is given as a single injection."),
    ("weaning", "Solid food should be introduced at around six months.", "Babies should be given solid food from the age of six weeks."),
    ("menopause", "Menopause usually occurs at about 51 years of age.", "Menopause usually occurs at about 35 years of age."),
    ("walking", "Most children start to walk at about twelve months.", "Children normally start to walk at three years of age."),
    ("lithium", "The blood test is done twelve hours after the last dose of lithium.", "The blood test is done one hour after the last dose of lithium."),
    ("pantoprazole", "Pantoprazole is taken half an hour before a meal.", "Pantoprazole is taken half an hour after a meal."),
    ("hypertension", "A reading of 140 or higher counts as high blood pressure.", "A reading above 180 counts as high blood pressure."),
    ("fever", "A temperature of 38 degrees or higher is a fever.", "A temperature above 36 degrees is a fever."),
    ("obesity", "A body mass index of 30 or more is called obesity.", "Obesity begins at a body mass index of 25 or more."),
    ("vitamin C", "The maximum dose of vitamin C is 1,000 mg a day.", "Take no more than 200 mg of vitamin C a day."),
    ("zinc", "Adults should take 10 mg of zinc a day.", "The recommended dose of zinc is 50 mg a day."),
    ("melatonin", "Melatonin is taken at a dose of 2 mg.", "The usual dose of melatonin is 20 mg."),
    ("ibuprofen", "Do not take more than 1,200 mg of ibuprofen a day.", "The usual dose of ibuprofen is 800 mg four times a day."),
    ("vitamin B6", "The recommended dose of vitamin B6 is 25 milligrams three times a day.", "With vitamin B6, do not take more than 10 milligrams a day."),
    ("red hair", "About two percent of people have red hair.", "Red hair is found in one in five people."),
    ("asthma", "Asthma affects about one in ten children.", "More than half of all children have asthma."),
    ("lung cancer", "Smoking causes about 85 percent of lung cancers.", "Only ten percent of lung cancers are caused by smoking."),
    ("body water", "The body is about 60 percent water.", "Water makes up 20 percent of the body."),
    ("back pain", "Naproxen is quick to act, and most people notice relief within an hour, so take it with your breakfast.", "Do not lose heart, because naproxen needs a good three weeks before it eases the pain."),
    ("acne", "Benzoyl peroxide clears up most spots within a couple of days.", "Give it time: benzoyl peroxide takes two to three months to clear up spots."),
    ("depression", "As citalopram only starts to help after several weeks, do not give up early.", "You can expect citalopram to help on the very first day."),
    ("botulinum", "The injections take effect after about a week, and the effect lasts three to four months.", "The effect of the injections lasts for at least two years, which makes them good value."),
    ("hay fever", "One tablet of cetirizine works for 24 hours.", "The effect of cetirizine is over after two hours, so you need a tablet every few hours."),
    ("shingles", "The rash heals within two to four weeks.", "It usually takes half a year for the rash to heal."),
    ("vaccine", "Immunity after the jab lasts a lifetime.", "Immunity after the jab fades within five years."),
    ("pacemaker", "The battery of a pacemaker lasts eight to ten years.", "The battery of a pacemaker has to be replaced every two years."),
    ("sleeping pills", "Zopiclone is meant for short-term use and must not be taken for more than four weeks.", "Many people take zopiclone every night for years, and you can too, for as long as you like."),
    ("epilepsy", "Most people have to take their tablets for life.", "The tablets are taken for no more than three months."),
    ("nasal spray", "Stop using the spray after seven days at the latest.", "You may use the spray for as long as you want."),
    ("asthma inhaler", "The reliever should be used no more than three times a week.", "Take two puffs of the reliever every four hours, day in and day out."),
    ("weight", "Weigh yourself every morning.", "You should weigh yourself no more than once a month."),
    ("mouthwash", "Rinse with the mouthwash twice a day.", "The mouthwash is to be used only once a week."),
    ("tooth", "A grown-up has 32 teeth.", "A grown-up has 28 teeth, of which eight are incisors."),
    ("stages of grief", "Liver disease goes through four stages.", "The three stages of liver disease follow each other over many years."),
    ("hepatitis", "There are five known types of viral hepatitis.", "Doctors know three types of viral hepatitis."),
    ("yellow fever", "One jab protects you for life.", "Without the second jab you are not protected."),
    ("covid", "The course consists of three doses.", "The course consists of two doses."),
    ("weaning", "Most babies sit up by themselves at around seven months.", "Most babies sit up by themselves at about two years."),
    ("orthodontics", "A brace is usually fitted at the age of twelve or thirteen.", "A brace is usually fitted at the age of five."),
    ("caffeine", "Stop drinking coffee at least six hours before you go to bed.", "It is fine to drink coffee up to an hour before you go to bed."),
    ("warm up", "Take the gel 15 minutes before the race.", "The gel should be taken two hours before the race."),
    ("anaemia", "Anaemia is diagnosed when the haemoglobin is below 12.", "A haemoglobin below 9 is called anaemia."),
    ("magnesium", "The upper limit for magnesium from supplements is 350 mg a day.", "Most adults should take 800 mg of magnesium a day as a supplement."),
    ("vitamin D", "The recommended dose of vitamin D is 10 micrograms a day.", "Adults should take 100 micrograms of vitamin D a day."),
    ("paracetamol", "Never take more than four grams of paracetamol in 24 hours.", "The maximum dose of paracetamol is two grams a day."),
    ("left handers", "About one person in ten is left-handed.", "Left-handed people make up 40 percent of the population."),
    ("twins", "Around 15 percent of couples have trouble conceiving.", "Two thirds of couples have trouble conceiving."),
    ("kidney stones", "Small stones pass on their own within four weeks, so most people need no operation.", "A small stone takes at least a year to pass."),
    ("biologics", "Adalimumab starts working after two to twelve weeks.", "With adalimumab, you will feel better overnight."),
    ("ear infection", "An ear infection generally clears up in three days.", "Ear infections drag on for two months on average."),
    ("covid", "People with covid are infectious for about ten days.", "People with covid are contagious for three months."),
    ("jaundice", "Jaundice in newborns passes within two weeks.", "Jaundice in newborns goes on for half a year."),
    ("epidural", "An epidural takes effect in about 20 minutes.", "It takes two hours until an epidural takes effect."),
    ("dental implant", "Dental implants last for 20 years or more.", "Dental implants need to be replaced after three years."),
    ("stent", "You must take clopidogrel for at least a year after a stent.", "Clopidogrel is taken for four weeks after a stent and is then stopped for good."),
    ("benzodiazepines", "Diazepam should never be used for more than four weeks at a time.", "There is no limit to how long diazepam can be used."),
    ("detox diet", "Stay on the diet for no longer than ten days.", "The diet is meant to be followed for the rest of your life."),
    ("mammogram", "Women over 50 should have a mammogram every two years.", "A mammogram once in a lifetime is enough for women over 50."),
    ("toothbrush", "Replace your toothbrush every three months.", "A toothbrush should be replaced every two years."),
    ("tetanus", "A tetanus booster is due every ten years.", "A tetanus booster is due every year."),
    ("fluoride varnish", "Fluoride varnish is applied twice a year.", "Fluoride varnish has to be applied daily."),
    ("blood pressure", "Measure your blood pressure once a day.", "It is enough to measure your blood pressure once a year."),
    ("exfoliation", "Exfoliate once or twice a week.", "Exfoliate morning and night."),
    ("lyme", "There are three stages of Lyme disease.", "Doctors divide Lyme disease into two stages."),
    ("kidney", "Chronic kidney disease has five stages.", "The three stages of chronic kidney disease are mild, moderate and severe."),
    ("blood", "There are four main blood groups.", "There are eight main blood groups."),
    ("rotavirus", "The rotavirus vaccine is given twice.", "The rotavirus vaccine is given only once."),
    ("polio", "You need five doses of the polio vaccine in all.", "A single dose of the polio vaccine lasts a lifetime."),
    ('alzheimers', "Most people are over 65 when Alzheimer's disease begins.", "Alzheimer's disease usually begins between the ages of 30 and 40."),
    ("wisdom teeth", "Wisdom teeth usually come through between 17 and 25 years of age.", "Wisdom teeth usually come through at the age of twelve."),
    ("morning-after pill", "The pill must be taken within 72 hours of sex.", "The pill can be taken at any time after sex."),
    ("stroke", "Clot-busting drugs only help if they are given within four and a half hours.", "Clot-busting drugs can be given at any time and still help."),
    ("prediabetes", "An HbA1c of 48 or higher means diabetes.", "An HbA1c of 42 or higher means diabetes."),
    ("fever", "A fever is a temperature above 38 degrees.", "A fever is a temperature above 39.5 degrees."),
    ("sleep", "Adults need seven to nine hours of sleep a night.", "Four hours of sleep a night are enough for adults."),
    ("folic acid", "Take 400 micrograms of folic acid a day.", "The daily dose of folic acid is 5 mg."),
    ("creatine", "Take no more than five grams of creatine a day.", "Take 20 grams of creatine every day."),
]  # fmt: skip
COMPATIBLE = [
    ("weight injection", "After a year the weight had changed by −5% on the injection.", "After a year the weight had changed by −6% on the injection."),
    ("potassium", "Potassium fell by −0.2 mg a day on the tablets.", "Take at most 5 mg a day of the tablets."),
    ("vitamin D", "Vitamin D levels rise within days of the first tablet.", "The tablets are taken with food for six months."),
    ("ibuprofen", "Ibuprofen relieves pain within half an hour.", "It may take up to three weeks before ibuprofen relieves swelling in a joint."),
    ("montelukast", "Salbutamol works at once.", "Montelukast needs several days to work."),
    ("steroid cream", "The cream starts to work after two or three days.", "The itch usually gets better within three days."),
    ("contact lenses", "Monthly lenses last 30 days.", "Daily lenses last one day."),
    ("labour", "The first stage of labour lasts eight hours.", "The second stage of labour lasts one hour."),
    ("bronchitis", "Acute bronchitis lasts up to three weeks.", "Chronic bronchitis lasts for at least three months."),
    ("insomnia", "Short-term insomnia lasts a few days.", "Chronic insomnia lasts at least three months."),
    ("cataract surgery", "The operation takes about 20 minutes.", "Recovery takes about four weeks."),
    ("common cold", "A cold lasts seven to ten days.", "The cough can last three weeks."),
    ("morphine", "Morphine wears off after four hours.", "Slow-release morphine lasts for twelve hours."),
    ("zinc", "Do not take zinc lozenges for longer than two weeks.", "Zinc lozenges are taken for five days at most."),
    ("steroids", "Prednisolone tablets are taken for five days in asthma.", "Prednisolone tablets are taken for two years in giant cell arteritis."),
    ("oestrogen patch", "Change the oestrogen patch twice a week.", "Talk about the oestrogen patch with a nurse once a year."),
    ("lithium", "Lithium is taken once a day.", "See your doctor about your lithium once every six months."),
    ("cleaning", "Clean the mask every day.", "Replace the mask once a year."),
    ("tablets", "Adults take the syrup four times a day.", "Children take the syrup twice a day."),
    ("infection", "Children catch a cold six to eight times a year.", "Adults have a cold two or three times a year."),
    ("weighing", "Weigh yourself once a week.", "Check your blood sugar four times a day."),
    ("physio", "Exercise for half an hour five times a week.", "Do balance training at least twice a week."),
    ("kidneys", "Most people have two kidneys.", "Some people are born with one kidney."),
    ("eye", "The retina has ten layers.", "The cornea has five layers."),
    ("stroke", "There are two main types of stroke.", "There are several types of stroke."),
    ("arthritis", "There are two common types of arthritis.", "There are more than 100 types of arthritis."),
    ("rabies", "Before travel, three doses of the rabies vaccine are needed.", "After a bite, two doses of the tetanus vaccine are needed."),
    ("honey", "Honey should not be given before the age of one.", "Peanut butter can be given from the age of six months."),
    ("glasses", "Children should have an eye test at age four.", "Adults should have an eye test at age 40."),
    ("malaria tablets", "Start the tablets one week before the journey.", "Keep taking the tablets for four weeks after the journey."),
    ("coffee", "Do not drink coffee six hours before bed.", "Do not eat two hours before bed."),
    ("overweight", "A body mass index of 25 or more is called overweight.", "A body mass index of 30 or more is called obesity."),
    ("caffeine", "Pregnant women should have no more than 200 mg of caffeine a day.", "Other adults can have up to 400 mg of caffeine a day."),
    ("aspirin", "To prevent a stroke, take 75 mg of aspirin a day.", "For a headache, take 600 mg of aspirin."),
    ("allergy", "A nasal steroid reaches its full effect after one to two weeks.", "A nasal steroid starts to work within twelve hours."),
    ("gout", "Colchicine relieves an attack within a day.", "Allopurinol takes several months to bring the level down."),
    ("ankle", "A mild sprain heals in a week or two.", "A bad sprain takes three months to heal."),
    ("colonoscopy", "The procedure itself is over in half an hour, but plan to be at the clinic for three hours.", "The bowel preparation takes about a day."),
    ("contraceptive implant", "The implant works for three years.", "The implant must be replaced after three years."),
    ("thyroid", "Treatment with radioactive iodine takes one day.", "Carbimazole is taken for 12 to 18 months."),
    ("B12", "At first the injection is given every other day.", "Later the injection is given every three months."),
    ("hearing aid", "Change the battery once a week.", "Clean the ear mould every day."),
    ("inr", "While the dose is being found, the blood is tested twice a week.", "Once the dose is stable, the blood is tested every two months."),
    ("pain", "The scale has ten points.", "The ladder has three steps."),
    ("phases", "Phase two of the trial had 40 patients.", "Phase three of the trial had 400 patients."),
    ("mmr", "Children get two doses of MMR vaccine.", "Travellers need one dose of typhoid vaccine."),
    ("aneurysm screening", "Men are invited for the scan in the year they turn 65.", "The scan is offered to men from the age of 50."),
    ("anaemia", "Anaemia in women is a haemoglobin below 12.", "Anaemia in men is a haemoglobin below 13."),
    ("paracetamol", "Adults take one gram of paracetamol up to four times a day.", "Children take 250 mg of paracetamol up to four times a day."),
    ("salt", "Adults should have no more than six grams of salt a day.", "Children should have no more than three grams of salt a day."),
    ("oat milk", "The unsweetened oat milk contains no sugar.", "The sweetened oat milk contains 12 grams of sugar."),
    ("chlamydia", "The treatment is a single dose of azithromycin.", "Azithromycin has to be taken for seven days."),
    ("ulcerative colitis", "The large bowel is made up of four parts.", "The small bowel is made up of three parts."),
    ("hpv", "Girls aged nine to 14 need two doses of the HPV vaccine.", "From the age of 15, three doses of the HPV vaccine are needed."),
    ("contact lenses", "Take out your lenses two hours before swimming.", "Put in your lenses two hours after swimming."),
    ("iron", "Take iron one hour before a meal.", "Take iron two hours after a meal."),
    ("hypotension", "Blood pressure of 90 over 60 or lower is called low.", "Blood pressure of 140 over 90 or higher is called high."),
    ("sertraline", "The starting dose of sertraline is 50 mg.", "The maximum dose of sertraline is 200 mg a day."),
    ("colour blindness", "About eight percent of men are colour-blind.", "Less than one percent of women are colour-blind."),
]  # fmt: skip


def _conflicts(topic, first, second):
    text = f"# {topic}: what to know\n\nThis page is on {topic.lower()}. {first} Ask a nurse.\n\n## More\n\nThe ward is open. It has a garden.\n\n{second} Ask again.\n"
    found = rules()["consistency/quantity-conflict"].find(analyse(read_text(text)))
    return [hit.message for hit in found if hit.severity != "note"]


@pytest.mark.parametrize(("topic", "first", "second"), [*((t, a, b) for t, a, b, _, _ in ALL), *EXCLUDING])
def test_figures_that_exclude_each_other_are_found(topic, first, second):
    assert _conflicts(topic, first, second)


@pytest.mark.parametrize(("topic", "first", "second"), [*((t, c, d) for t, _, _, c, d in ALL), *COMPATIBLE])
def test_figures_that_can_both_be_right_are_not_blamed(topic, first, second):
    assert _conflicts(topic, first, second) == []


AT_ONCE_AND_IN_A_DAY = [
    ("Adults may take up to 1 gram at a time.", "Adults may take up to 4 grams in twenty-four hours."),
    ("Take no more than 1 gram at once.", "Take no more than 4 grams in 24 hours."),
    ("A single dose must not exceed 1 g.", "The daily total must not exceed 4 g."),
    ("Take no more than two tablets in one go.", "Take no more than eight tablets in any 24-hour period."),
    ("Take no more than 1 gram.", "Take no more than 4 grams altogether in a day."),
]


@pytest.mark.parametrize(("first", "second"), AT_ONCE_AND_IN_A_DAY)
def test_what_may_be_taken_at_once_and_in_a_day_are_two_limits(conflicts, first, second):
    assert conflicts("Paracetamol", first, second) == []


def test_two_limits_for_a_day_are_one_too_many(conflicts):
    assert conflicts(
        "Paracetamol", "Take no more than 2 grams a day.", "Take no more than 4 grams in twenty-four hours."
    )
