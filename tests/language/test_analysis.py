"""What is read of an article once and found again by word or by sentence."""

from healthscore.language import analyse
from healthscore.reading import read_text


def _analysed(text):
    return analyse(read_text(text, format="plain"))


def test_each_word_has_its_places_in_order_whatever_its_case():
    analysis = _analysed("Honey soothes. Warm honey soothes a cough.")
    assert analysis.places == {"honey": [0, 3], "soothes": [1, 4], "warm": [2], "a": [5], "cough": [6]}


def test_the_places_of_several_words_are_in_one_order_and_unknown_words_have_none():
    analysis = _analysed("Honey soothes. Warm honey soothes a cough.")
    assert analysis.places_of(["soothes", "honey", "lemon"]) == [0, 1, 3, 4]
    assert analysis.places_of(["lemon"]) == []


def test_the_clauses_of_a_sentence_are_read_once():
    analysis = _analysed("Zinc shortens colds, but it can upset the stomach.")
    [sentence] = analysis.sentences
    clauses = analysis.clauses_in(sentence)
    assert [analysis.norms[clause.first] for clause in clauses] == ["zinc", "but"]
    assert analysis.clauses_in(sentence) is clauses
