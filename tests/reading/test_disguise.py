"""Words made to look like others are read as what they look like, every place kept, and noted."""

from __future__ import annotations

import pytest
from pieces import obeys_the_laws

from healthscore import score
from healthscore.language.tokens import tokenise
from healthscore.reading import read_text
from healthscore.reading.disguise import undisguised

DISGUISED = [
    ("A mir\u0430cle cure", "A miracle cure"),  # Cyrillic a
    ("\u0421ures everything", "Cures everything"),
    ("ΝEVER harmful", "NEVER harmful"),  # Greek Nu
    ("m\u200b\u0456racle", "m\u2060iracle"),  # both at once
    ("ｃｕｒｅ", "cure"),
    ("\U0001d41c\U0001d42e\U0001d42b\U0001d41e", "cure"),  # mathematical bold
    ("cu\u202ere", "cu\u2060re"),
]


@pytest.mark.parametrize(("written", "read"), DISGUISED)
def test_disguised_words_become_what_they_look_like(written: str, read: str) -> None:
    prose, _ = undisguised(written)
    assert prose == read
    assert len(prose) == len(written)


@pytest.mark.parametrize(
    "text",
    [
        "Мигрень болит",  # a word of its own alphabet
        "TNFα and IFNγ rise, by 5 µg of β-carotene",
        "naïve Ménière's disease, Sjögren's syndrome",
        "“quoted” – and dashed… 25 °C",
        "inter\u00adaction",
        "👩\u200d⚕️ says so",
    ],
)
def test_other_alphabets_accents_and_signs_stay(text: str) -> None:
    assert undisguised(text) == (text, ())


@pytest.mark.parametrize(
    ("word"), ["mir\u0430cle", "mir\u200bacle", "mi\u2060r\u2060acle", "m\u0336ira\u0338cle", "mir\u202eacle"]
)
def test_tokens_of_disguised_words_are_the_plain_ones(word: str) -> None:
    assert [token.norm for token in tokenise(undisguised(word)[0])] == ["miracle"]


SPUN = (
    "Garlic and sleep\n\nGarlic is a miracle cure for poor sleep, and it is completely safe for everyone. It heals tired "
    "nerves in a week. Research suggests that garlic works better than any sleeping pill, without side effects. "
)


def hidden(text: str) -> str:
    return (
        text.replace("miracle", "mir\u0430cle")
        .replace("completely", "compl\u200betely")
        .replace("heals", "he\u0430ls")
    )


def test_cues_cannot_be_hidden_and_quotes_show_what_stands_in_the_file() -> None:
    plain, disguised = score(SPUN * 3), score(hidden(SPUN * 3))
    assert [f.rule for f in disguised.findings] == [f.rule for f in plain.findings]
    assert disguised.measures == plain.measures
    article = disguised.article
    assert any("mir\u0430cle" in quote.quote for f in disguised.findings for quote in f.evidence)
    assert all(article.text[q.start : q.end] == q.quote for f in disguised.findings for q in f.evidence)
    assert len(article.notes) == 2


def test_what_was_found_is_noted() -> None:
    article = read_text("A mir\u0430cle c\u200bure, and \u202eeruc\u202c again.")
    assert obeys_the_laws(article)
    assert article.notes == (
        "signs that turn the direction of the text were found; it was read as it is stored",
        "characters that nobody sees stand inside words (places: 1)",
        "letters of other alphabets that look like Latin ones were read as these (words: 1)",
    )
