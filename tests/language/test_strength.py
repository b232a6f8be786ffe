"""How much a sentence claims, in several topics and with near-misses."""

import pytest

from healthscore.language import analyse
from healthscore.language.strength import strength_of
from healthscore.reading import read_text

READINGS = [
    ("The tablets are taken with a glass of water.", "none"),
    ("Further studies are needed to show whether zinc shortens colds.", "none"),
    ("Doctors should offer vaccination to all nurses.", "none"),
    ("We aimed to determine whether yoga lowers blood pressure.", "none"),
    ("A high salt intake was associated with stroke.", "correlational"),
    ("There is a link between short sleep and obesity, which may increase appetite.", "correlational"),
    ("Falls were more common in women than in men.", "correlational"),
    ("Grip strength is a predictor of hip fracture.", "correlational"),
    ("Cranberry juice may reduce the number of bladder infections.", "conditional"),
    ("The patch could be effective in nerve pain.", "conditional"),
    ("Metformin lowers blood sugar.", "causal"),
    ("Cognitive therapy is effective in insomnia.", "causal"),
    ("The diet resulted in weight loss.", "causal"),
]


@pytest.mark.parametrize(("text", "strength"), READINGS, ids=[text for text, _ in READINGS])
def test_reads_how_much_is_claimed(text, strength):
    analysis = analyse(read_text(text))
    assert strength_of(analysis, analysis.sentences[0]) == strength
