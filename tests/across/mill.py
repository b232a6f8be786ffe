"""Articles of our own, spun from one template as a content mill does it, and articles that are not."""

TEMPLATE = """# {Name} for {need}: What You Need to Know

{Name}, obtained from the {part} of a hardy plant, has gained attention as a gentle aid for people with {need}.
This natural option offers a promising way to feel better without much effort. In this article, we explore what
{name} does in the body and how much of it to take.

## How {Name} Works

The active compounds in {name} interact with receptors in the body and may reduce the signals behind {need}. Many
users report that {name} works within a week. The exact mechanism is not fully understood.

## How to Take {Name}

Most people begin with a small amount of {name} and raise it slowly until {need} becomes less of a burden. Side
effects of {name} are usually mild and pass within a few days.

## The Bottom Line

{Name} has become a popular choice for people who look for relief from {need}. Weighing the benefits of {name}
against its risks helps you to make an informed decision about your health.
"""
TOPICS = [
    ("valerian", "poor sleep", "root"),
    ("turmeric", "stiff joints", "rhizome"),
    ("rosemary", "thinning hair", "leaves"),
    ("bilberry", "tired eyes", "berries"),
]
BOX = (
    "Sign up for our letter and receive the news of the week every Friday morning. You can unsubscribe at any time by a "
    "link at the end of each letter. The Harbour Clinic was founded in 1911 and treats forty thousand patients a year."
)
PAGES = [
    "Migraine attacks last from four hours to three days. Light and noise make the pain worse for most people. Tablets "
    "work best when they are swallowed early in the attack. Some people see flickering lines before the headache. "
    "Skipped meals and short nights bring attacks on. A diary shows which foods come before them. Attacks become rarer "
    "after the age of fifty.",
    "A broken wrist is put in plaster for about six weeks. The fingers should be moved from the first day on. Swelling "
    "goes down when the arm is held higher than the heart. Children's bones heal faster than those of adults. An "
    "X-ray after a week shows whether the bones have moved. Numb fingers under the plaster must be seen the same day. "
    "Stiffness goes away with patience and a soft ball to squeeze.",
    "Measles spreads through the air when an infected person coughs. Two doses of vaccine protect nearly everyone. The "
    "rash begins behind the ears and moves down the body. Babies are too young for the vaccine in their first months. "
    "Fever climbs as the spots appear. Red eyes dislike bright rooms for several days. Pneumonia is the commonest cause "
    "of death in small children who catch it.",
]


def spun(name, need, part):
    return TEMPLATE.format(name=name, Name=name.capitalize(), need=need, part=part)


SPUN = [spun(*topic) for topic in TOPICS]
