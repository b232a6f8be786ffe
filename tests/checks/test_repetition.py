"""Measures of repetition by hand, and edits that must or must not move them."""

import random
from pathlib import Path

import pytest

from healthscore import score_file
from healthscore.checks import Evidence, rules
from healthscore.checks.registry import measures
from healthscore.language import analyse
from healthscore.reading import read_text

ARTICLE = """
Tinnitus is a ringing or hissing that nobody else can hear. It often follows years of loud noise at work or at concerts.

Hearing tests show which pitches are missing. A doctor looks into the ears, because wax can cause the same trouble.

No pill takes the sound away. Hearing aids help some patients, and quiet music at night makes falling asleep easier.

Counselling teaches people to pay less attention to it. In one trial half of those who finished eight sessions were less distressed.

Sudden deafness on one side is an emergency. Whoever wakes up with it should be seen within a day, since steroids work best early.
"""


def _measured(name, text):
    analysis = analyse(read_text(text))
    return measures()[f"repetition.{name}"].compute(Evidence(analysis, {}))


def _value(name, text):
    return _measured(name, text).value


def _hits(rule, text):
    return list(rules()[f"repetition/{rule}"].find(analyse(read_text(text))))


def test_near_duplicate_share_by_hand():
    """Of 4 + 4 + 4 content words the last four were said before."""
    text = "Honey soothes sore throats. Lemons contain citric acid. Honey soothes sore throats."
    assert _value("near_duplicate_share", text) == pytest.approx(4 / 12, abs=1e-4)


def test_repeated_opening_share_by_hand():
    """Three of four paragraphs open alike, so two of four open like an earlier one."""
    opening = "When used as directed, nasal sprays with cortisone can relieve hay fever"
    text = f"{opening} in spring.\n\n{opening} at school.\n\nPollen counts vary.\n\n{opening} for months."
    assert _value("repeated_opening_share", text) == 0.5


def test_restated_claim_share_by_hand():
    text = "Ginger eases nausea. Ginger lowers pressure. Ginger relieves nausea. Ginger eases nausea."
    assert _value("restated_claim_share", text) == 0.5


def test_new_content_by_hand():
    """Fifty different content words, twice each: half of any hundred are new."""
    words = [f"{a}{b}" for a in ("knee", "hip", "toe", "arm", "rib") for b in "abcdefghij"]
    assert _value("new_content", " ".join(words * 2).capitalize() + ".") == pytest.approx(0.5)


def test_new_content_of_a_short_text_is_withheld():
    assert _value("new_content", "Wash your hands.") is None


def test_duplicate_ngram_share_by_hand():
    """Ten words of four letters, the last five repeating the first five."""
    assert _value("duplicate_ngram_share", "Rest cool warm walk read. Rest cool warm walk read.") == 0.5


def test_top_ngram_share_by_hand():
    """ "rest cool warm" stands twice: 24 of 32 letters."""
    assert _value("top_ngram_share", "Rest cool warm walk rest cool warm calm.") == 0.75


def test_filler_share_by_hand():
    text = "In this article, we will look at gout. Gout hurts. Crystals cause it. Read on to learn more."
    assert _value("filler_share", text) == 0.5


def test_stuffed_share_by_hand():
    text = (
        "# Figs for skin\n\nTry figs for skin today.\n\n## Why figs for skin\n\nBuy figs for skin.\n\n"
        "## More\n\nWe love figs for skin.\n\nTea is nice.\n\nSo is rain."
    )
    assert _value("stuffed_share", text) == pytest.approx(5 / 8)


def test_compression_ratio_grows_with_repeats():
    once = ARTICLE + "".join(f"Clinic {i} keeps {i * 7919 % 1000} beds.\n" for i in range(20))
    assert _value("compression_ratio", ARTICLE * 4) > 1.4 * _value("compression_ratio", once)


def test_a_heading_alone_measures_nothing():
    assert _value("near_duplicate_share", "# Gout\n") is None
    assert _value("filler_share", "# Gout\n") is None


def test_a_clean_article_has_no_findings():
    assert [
        hit
        for id_, rule in rules().items()
        if id_.startswith("repetition/")
        for hit in rule.find(analyse(read_text(ARTICLE)))
    ] == []


def test_a_reference_list_is_no_repetition():
    text = "Statins lower cholesterol in most adults [1, 2, 3]. Muscle pain is as common on placebo."
    entries = "\n".join(
        f"{n}. Smith JA, Patel R. Statins and muscle pain: a study in adults. Lancet. 2019;393:{n}0-{n}9."
        for n in range(1, 4)
    )
    assert _value("duplicate_ngram_share", f"{text}\n\n## References\n\n{entries}") == 0


@pytest.mark.parametrize("name", ["near_duplicate_share", "duplicate_ngram_share"])
def test_a_duplicated_paragraph_raises_what_is_repeated(name):
    paragraph = ARTICLE.strip().split("\n\n")[2]
    assert _value(name, ARTICLE) == 0
    assert _value(name, f"{ARTICLE}\n{paragraph}\n") > 0.1


@pytest.mark.parametrize(
    "name", ["near_duplicate_share", "filler_share", "repeated_opening_share", "new_content"]
)
def test_the_order_of_paragraphs_changes_little(name):
    paragraphs = [*ARTICLE.strip().split("\n\n"), ARTICLE.strip().split("\n\n")[1]]
    random.Random(5).shuffle(paragraphs)
    before = _value(name, "\n\n".join([*ARTICLE.strip().split("\n\n"), ARTICLE.strip().split("\n\n")[1]]))
    assert _value(name, "\n\n".join(paragraphs)) == pytest.approx(before, abs=0.03)


def test_a_reworded_sentence_is_found_far_away():
    sentence = "A doctor should look into the ears, since wax may cause the same troubles."
    (hit,) = _hits("near-duplicate-sentence", f"{ARTICLE}\n{sentence}\n")
    assert len(hit.evidence) == 2


def test_one_finding_names_all_places_and_quotes_a_bounded_number():
    text = "\n\n".join(f"Chapter {i}. Salt water soothes sore gums after dental surgery." for i in range(40))
    (hit,) = _hits("near-duplicate-sentence", text)
    assert "40 times" in hit.message
    assert len(hit.evidence) == 12


def test_a_list_that_sums_up_the_text_is_worth_a_note_only():
    text = "- Rabies is nearly always fatal once symptoms appear.\n- Wash every bite.\n\nRabies is nearly always fatal once symptoms appear."
    assert [hit.severity for hit in _hits("near-duplicate-sentence", text)] == ["note"]


def test_a_contents_list_of_a_short_article_is_noted():
    text = (
        "Sun and skin\n\n- How the sun burns the skin\n- What sunscreen can do for you\n\n"
        "How the sun burns the skin\n\nRays of the sun harm cells. The skin turns red after hours.\n\n"
        "What sunscreen can do for you\n\nA cream holds back most of the rays. Put it on every two hours.\n"
    )
    assert any("contents list" in hit.message for hit in _hits("low-information", text))


def test_a_conclusion_that_only_echoes_is_noted():
    body = ARTICLE + (
        "\nMasking devices play a soft noise. They are worn like hearing aids, and many who try them keep them for years.\n"
        "\nStress makes the ringing louder. Exercise and enough sleep lower stress.\n"
    )
    echo = (
        "\nTinnitus is a ringing or hissing, often after years of loud noise at work. Hearing tests show missing pitches, "
        "and a doctor looks into the ears for wax. Hearing aids, quiet music at night and counselling help patients to pay "
        "less attention to the sound. Exercise and enough sleep lower stress.\n"
    )
    assert any("last paragraph" in hit.message for hit in _hits("low-information", body + echo))
    assert not any("last paragraph" in hit.message for hit in _hits("low-information", body))


def test_a_leaflet_may_repeat_its_drug_and_its_dose_in_every_section():
    report = score_file(Path(__file__).with_name("leaflet.md"))
    rating = next(d.rating for d in report.dimensions if d.id == "repetition")
    assert rating.value >= 3.9
    assert [
        f.message for f in report.findings if f.rule.startswith("repetition/") and f.severity != "note"
    ] == []


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("top_2gram_share", "Rest cool warm rest cool calm.", 16 / 24),
        ("top_4gram_share", "Rest cool warm walk rest cool warm walk.", 1.0),
        ("duplicate_6gram_share", "Rest cool warm walk read sing. " * 2, 0.5),
        ("duplicate_10gram_share", "Rest cool warm walk read sing. " * 2, 0.0),
        ("web_limits_exceeded", "Rest cool warm walk read sing. " * 2, 3 + 2),
    ],
)
def test_the_measures_that_filter_web_pages_by_hand(name, text, value):
    """Of twelve words of four letters, the last six repeat the first: every top gram and two lengths of run."""
    assert _value(name, text) == pytest.approx(value, abs=1e-4)


def test_new_terms_per_sentence_by_hand():
    """After twenty sentences of one new word each, one sentence of three new words and one of none."""
    words = [f"{a}{b}" for a in ("knee", "hip", "toe", "arm") for b in "abcde"]
    text = (
        " ".join(f"{word.capitalize()} hurts." for word in words) + " Figs, dates and plums hurt. Plums hurt."
    )
    assert _value("new_terms_per_sentence", text) == 1.5


def test_idle_sentence_share_by_hand():
    text = "Ginger eases nausea. Honey soothes throats. Ginger can ease nausea. Ginger relieves nausea."
    assert _value("idle_sentence_share", text) == 0.5


def test_sentences_repeated_in_a_row_are_one_finding():
    run = "Wax can block the canal of the ear. Warm drops of olive oil soften it within some days."
    text = read_text(f"{run}\n\n{ARTICLE}\n\nAnother matter is wax. {run}").text
    (hit,) = _hits("near-duplicate-sentence", text)
    quotes = [text[span.start : span.end] for span in hit.evidence]
    assert quotes == [run, run]


def test_a_box_that_sums_up_is_worth_a_note_only():
    box = "- Hearing tests show which pitches are missing.\n- No pill takes the sound away.\n"
    hits = _hits("near-duplicate-sentence", f"## At a glance\n\n{box}\n## More\n{ARTICLE}")
    assert {hit.severity for hit in hits} <= {"note"}


def test_a_phrase_is_stuffed_by_its_rate_and_its_place():
    """The same words in the same number, hung on sentences or where a sentence has need of them."""
    tails = ARTICLE.replace(".\n", ", tinnitus remedies.\n")
    said = ARTICLE.replace("music", "music, one of many tinnitus remedies,").replace(
        "No pill", "No tinnitus remedies and no pill"
    )
    (hit,) = _hits("keyword-stuffing", f"{tails} Tinnitus may fade. Tinnitus may stay. Tinnitus is harmless.")
    assert "tinnitus remedies" in hit.message
    assert (
        _hits("keyword-stuffing", f"{said} Tinnitus may fade. Tinnitus may stay. Tinnitus is harmless.") == []
    )
