"""Passages in nearly the same terms are found, in any order of words and in linear time."""

import random
import time
from itertools import combinations

import pytest

from healthscore.language import analyse
from healthscore.language.similarity import (
    Match,
    Passage,
    best_passages,
    candidates,
    grouped,
    matches,
    term_weights,
)
from healthscore.language.terms import terms_of
from healthscore.reading import read_text


def _units(*texts):
    return [tuple(text.split()) for text in texts]


def _matches(units, shared=2.0, likeness=0.7, **options):
    return matches(units, term_weights(units), shared, likeness, **options)


def _terms(text):
    return [term.meaning for term in terms_of(analyse(read_text(text)))]


def test_terms_leave_out_function_words_and_join_synonyms():
    assert _terms("It may ease the pain.") == _terms("Could this relieve aches?") == ["=lessen", "=pain"]
    assert _terms("unwanted effects of the tablets") == ["=adverse-effect", "tablet"]


def test_opposite_directions_are_different_terms():
    assert _terms("raises pressure") != _terms("lowers pressure")


def test_terms_know_their_tokens():
    analysis = analyse(read_text("The side effects are mild."))
    first, second = terms_of(analysis)
    assert (first.first, first.last, second.first, second.last) == (1, 3, 4, 5)


def test_a_term_of_most_units_weighs_little_and_a_rare_one_one():
    weights = term_weights(_units(*["topic rare0", *(f"topic word{i}" for i in range(1, 20))]))
    assert weights["rare0"] == 1.0
    assert weights["topic"] == pytest.approx(0.25)


def test_the_order_of_words_does_not_matter():
    found = _matches(_units("pain craving relief night", "relief craving night pain", "sleep bed lamp"))
    assert found == [Match(Passage(0, 0, 4), Passage(1, 0, 4), 4.0, 1.0)]


def test_a_part_that_repeats_a_part_is_cut_out():
    units = _units("q w e r t relief pain craving night", "relief craving pain night y u i o p")
    assert _matches(units) == [Match(Passage(0, 5, 9), Passage(1, 0, 4), 4.0, 1.0)]


def test_likeness_is_dice_by_hand():
    """Three common terms and one other on each side: 2 * 3 / (4 + 4)."""
    match = best_passages(_units("a b x c", "a y b c"), 0, 1, dict.fromkeys("abcxy", 1.0))
    assert (match.shared, match.likeness) == (3.0, 0.75)


def test_equal_units_are_matched_with_the_one_before():
    found = _matches(_units("a b c d", "e f g h", "a b c d", "a b c d"))
    assert [(m.left.unit, m.right.unit) for m in found] == [(0, 2), (2, 3)]


def test_units_that_share_too_little_of_the_shorter_are_not_compared():
    units = _units("a b c d e f g h", "a b i j k l m n")
    assert _matches(units, least_cover=0.6) == []


def test_groups_hang_together_by_their_passages():
    units = _units("a b c d", "a b c d e", "v w x y", "b a d c", "w v y x")
    groups = [[passage.unit for passage in passages] for passages, _ in grouped(_matches(units))]
    assert groups == [[0, 1, 3], [2, 4]]


def test_likeness_is_no_chain():
    """Two groups stay two where only a middling match leads from one to the other."""
    one = [
        Match(Passage(0, 0, 6), Passage(1, 0, 6), 6.0, 1.0),
        Match(Passage(2, 0, 6), Passage(3, 0, 6), 6.0, 1.0),
    ]
    bridge = Match(Passage(1, 0, 6), Passage(2, 0, 6), 5.0, 0.75)
    assert len(grouped([*one, bridge])) == 2
    assert len(grouped([*one, bridge._replace(likeness=0.98)])) == 1


def test_the_result_does_not_depend_on_the_order_of_finding():
    units = _units("a b c d", "a b c e", "b c d e", "a c d e", "a b d e")
    found = _matches(units)
    shuffled = random.Random(3).sample(found, len(found))
    assert grouped(found) == grouped(shuffled)


@pytest.mark.parametrize("words", [30, 90, 120])
@pytest.mark.parametrize(("least_shared", "least_cover"), [(0.8, 0.0), (2.4, 0.0), (3.4, 0.0), (4.0, 0.6)])
def test_candidates_are_all_pairs_that_share_enough(words, least_shared, least_cover):
    """Of few words each stands in many units, of many in few."""
    pick = random.Random(words)
    units = [tuple(f"w{int(words * pick.random() ** 2)}" for _ in range(9)) for _ in range(160)]
    bags, weights = [dict.fromkeys(unit) for unit in units], term_weights(units)
    whole = [sum(weights[term] for term in bag) for bag in bags]

    def shares(left, right):
        shared = sum(weights[term] for term in bags[left].keys() & bags[right].keys()) + 1e-9
        return shared >= max(least_shared, least_cover * min(whole[left], whole[right]))

    every = [pair for pair in combinations(range(len(units)), 2) if shares(*pair)]
    assert candidates(bags, weights, least_shared, least_cover) == every


def test_time_is_linear_in_the_number_of_units():
    pick = random.Random(1).choices
    words = [f"w{i}" for i in range(3000)]
    units = [tuple(dict.fromkeys(pick(words, k=12))) for _ in range(15_000)]
    started = time.process_time()
    _matches(units, 3.4)
    assert time.process_time() - started < 20


def test_a_hundred_thousand_equal_units_are_one_group():
    found = _matches([("a", "b", "c", "d")] * 100_000)
    ((passages, _),) = grouped(found)
    assert len(passages) == 100_000
