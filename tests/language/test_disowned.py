"""Whose words are these: what an article denies, warns of or hands to others is not its own."""

import pytest

from healthscore.language import analyse
from healthscore.language.disowned import is_anothers, owned
from healthscore.reading import read_text


def _owned(text, word):
    """Whether the article stands by the first cue of a category of praise that holds a word."""
    analysis = analyse(read_text(f"# A leaflet\n\n{text}"))
    place = analysis.article.text.index(word)
    sentence = next(s for s in analysis.sentences if s.start <= place < s.end)
    cues = [
        cue
        for category in ("overclaim", "promotion", "booster", "balance")
        for cue in analysis.cues_by_category(sentence).get(category, ())
        if cue.start <= place < cue.end
    ]
    assert cues, "no cue at that word"
    return bool(owned(analysis, sentence, cues))


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("No trial has shown that ginger prevents cancer.", "prevents cancer"),
        ("We found no study which shows that the wrap melts away fat.", "melts away"),
        ("It would be wrong to say that the drops have no side effects.", "no side effects"),
        ("Beware of clinics: any clinic that promises a miracle is best avoided.", "miracle"),
        ("Look out for words like magic bullet and breakthrough.", "magic bullet"),
        ("Adverts for the belt like to call it a game-changer.", "game-changer"),
        ("The tea is marketed to mothers as a superfood.", "superfood"),
        ("You may have heard that it works every time. It does not.", "works every time"),
        ("Some people say that it is a miracle; the trials do not bear this out.", "miracle"),
        ("Is it a wonder drug? No. It eases the itch.", "wonder drug"),
        ("It is no miracle, only a cream.", "miracle"),
        ("No drug works for everyone.", "works for everyone"),
        ("Natural does not mean completely safe.", "completely safe"),
        ('"It is completely safe" was the slogan of a shop, and that is wrong.', "completely safe"),
        ("Herbs are often described online as completely safe, and that does not follow.", "completely safe"),
        ('The shop sold a spray that "works every time" in small bottles.', "works every time"),
    ],
)
def test_what_is_denied_warned_of_or_said_by_others_is_not_its_own(text, word):
    assert not _owned(text, word)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Ginger prevents cancer.", "prevents cancer"),
        ("There is no doubt that the wrap is a miracle.", "miracle"),
        ("It is not only a cream but a game-changer.", "game-changer"),
        ("Nothing works as well as this superfood.", "superfood"),
        ("Many people say that it is a miracle.", "miracle"),
        ("You may have heard that it works every time.", "works every time"),
        ("Adverts cost money, and ours is a game-changer.", "game-changer"),
        ("No trial has shown any harm, but the belt is a game-changer.", "game-changer"),
        ("It has no side effects.", "no side effects"),
        ("Is it a wonder drug? You bet it is.", "wonder drug"),
        ('"It is completely safe," says Ann, and she takes it daily.', "completely safe"),
    ],
)
def test_what_it_says_itself_stays_its_own(text, word):
    assert _owned(text, word)


@pytest.mark.parametrize(
    ("text", "others"),
    [
        ("Many people believe that bran helps, but trials have not confirmed it.", True),
        ("Many people swear by valerian. But the trials are small.", True),
        ("Many people believe that bran helps.", False),
        ("Many people swear by valerian. It tastes of earth.", False),
    ],
)
def test_what_people_say_is_theirs_where_it_is_taken_back(text, others):
    analysis = analyse(read_text(f"# A leaflet\n\n{text}"))
    sentence = analysis.sentences[1]
    assert is_anothers(analysis, 1, sentence.start, sentence.start + 20) is others
