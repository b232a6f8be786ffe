"""Sentences: a table of stops that end one and stops that do not."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from healthscore.article import Block, BlockKind
from healthscore.language.sentences import sentence_spans

# Each text is written with "|" between its sentences.
CASES = [
    "Dr. Smith saw her.| She was well.",
    "Prof. Lee and Mrs. Jones agree.| So do we.",
    "As Okafor et al. found, rest helps.| Others disagree.",
    "Okafor et al. (2019) tested it.| Lee et al. 2021 did not.",
    "Use a moisturiser, e.g. Vaseline, twice a day.| Then rest.",
    "Soft drinks, i.e. Cola and lemonade, count too.",
    "Aspirin vs. Paracetamol: which is better?| Nobody knows.",
    "It costs approx. 20 dollars.| It lasts.",
    "Take 1.5 mg at night.| Do not drive.",
    "Take no more than 2 mg.| Do not drive.",
    "Add 3 oz. of water.| Stir.",
    "See Fig. 2 and Vol. 5, pp. 12 to 15.| The rest is online.",
    "It is on p. 5 of No. 7.| Read it.",
    "The answer is no.| That is final.",
    "The U.S. Food and Drug Administration approved it.| Europe did not.",
    "It is rare in the U.S. Most cases are abroad.".replace("U.S. ", "U.S.| "),
    "It is rare in the U.S.| The disease is common in the U.K.| However, that may change.",
    "Jane Roe, Ph.D., led it.| Ann Lee, M.D.| She agreed.",
    "John Roe, Ph.D.| The trial was small.",
    "St. John's wort is a herb.| It grows here.",
    "J. K. Rowling wrote it.| So did T. S. Eliot.",
    "T. b. gambiense and E. coli are different.| S. aureus is a bacterium.",
    "Oranges have vitamin C.| Take one a day.",
    "Oranges have vitamin C.| Potatoes do too.",
    "Liver has vitamins A and D.| Spinach has vitamin B12.| Take care.",
    "There is a vaccine for hepatitis B.| Ask for it.",
    "It differs from diabetes type I.| Children get it.",
    "She is taller than I.| We laughed.",
    "Take it at 8 a.m. and 6 p.m. every day.| Sleep at 10 p.m.| Rise early.",
    "Fruit, nuts, etc. are fine.| Avoid sugar, salt, etc.| Drink water.",
    "Pfizer Inc. makes it.| It is sold by Acme Ltd.| They are in Leeds.",
    "Did it help?| Yes!| Really?!| I think so.",
    "“Did it help?” she asked.| “Yes!” he said.",
    "“It helped.”| Then it stopped.",
    'He said, "It hurts."| "Where?" asked the nurse.',
    "It hurts (a little.)| Then it stops.",
    "It hurts (see the leaflet).| Then it stops.",
    "I waited... and waited.| Nothing came...| The pain went on.",
    "I waited… and waited.| Nothing came…| The pain went on.",
    "Exercise helps.[3] Sleep helps too.[4,5] Rest does not.[6–8]".replace("] ", "]| "),
    "Exercise helps. [3]| Sleep helps too [4].| Rest does not.",
    "Exercise helps.¹²| Sleep helps too.",
    "Exercise helps.3,4 Sleep helps too.5".replace("4 S", "4| S"),
    "Exercise helps.[^note]| Sleep helps too.",
    "It was approved in 2019.| 12 people took it.",
    "It was seen on Jan. 5 and Sept. 3.| They left in Feb.| The clinic closed.",
    "1. Wash your hands.| 2. Dry them.",
    "The virus was weak.| mRNA vaccines came later.| pH matters.",
    "Visit example.com today.| It is free.",
    "Version 2.0 is out.| Node.js is software.",
    "A space was forgotten.|It happens.",
    "Key points:| • wash your hands| • dry them",
    "It is benign.| - It may grow.| - It may not.",
    "Wait!| 😀 It works.",
    "Gruß an alle.| Ärzte sagen es.",
    "He lost 5 lb. It was easy.".replace("lb. ", "lb.| "),
    "No full stop at the end",
    "Sold in Washington, D.C.| The shop is small.",
    "ROSEMONT, Ill. — Surgeons met.| They feel ill.| Nurses met too.",
    "DURHAM, N.C. -- Doctors met.| It was in Durham, N.C.| They left.",
    "The U.S. – Canada border is long.| It is quiet.",
    "The drug (approx. 5 mg) works.| Well done.",
    "Mr. T. Brown, b. 1950, d. 2001.| His wife lives.",
    "He works at St. Mary's Hospital.| It is on Main St.| There is a bus.",
]


def sentences(text: str, kind: BlockKind = "paragraph") -> list[str]:
    return [text[start:end] for start, end in sentence_spans(text, Block(kind, 0, len(text)))]


@pytest.mark.parametrize("marked", CASES)
def test_stops_end_sentences_or_belong_to_words(marked: str) -> None:
    expected = [part.strip().removeprefix("- ").removeprefix("• ") for part in marked.split("|")]
    assert sentences(marked.replace("|", "")) == expected


@pytest.mark.parametrize("kind", ["heading", "contents", "reference", "table"])
def test_a_heading_an_entry_and_a_row_are_one_sentence(kind: BlockKind) -> None:
    text = "Okafor B. Sleep and health. J Sleep. 2019."
    assert sentences(text, kind) == [text]
    assert len(sentences(text)) > 1


def test_a_wrapped_line_is_white_space() -> None:
    assert sentences("Sleep helps\nyou learn. Rest\nhelps too.") == [
        "Sleep helps\nyou learn.",
        "Rest\nhelps too.",
    ]


def test_blanked_markup_is_trimmed_from_both_ends() -> None:
    assert sentences("  Bold.   Next one.  ") == ["Bold.", "Next one."]


def test_a_blanked_address_before_the_stop_still_ends_the_sentence() -> None:
    assert sentences("See                 . Then rest.") == ["See                 .", "Then rest."]


@pytest.mark.parametrize("text", ["", "   ", "***", "...", "😀", "— •"])
def test_nothing_to_read_is_no_sentence(text: str) -> None:
    assert sentences(text) == []


def test_spans_stay_inside_their_block() -> None:
    text = "Before. Inside one. Inside two. After."
    spans = list(sentence_spans(text, Block("paragraph", 8, 31)))
    assert [text[start:end] for start, end in spans] == ["Inside one.", "Inside two."]


@given(
    st.text(
        alphabet=st.one_of(st.characters(exclude_categories=["Cs"]), st.sampled_from(".?!…[]()\"' \n•-ABab1"))
    )
)
def test_spans_are_ordered_and_lose_no_word(text: str) -> None:
    spans = list(sentence_spans(text, Block("paragraph", 0, len(text))))
    edges = [edge for span in spans for edge in span]
    assert edges == sorted(edges)
    assert all(0 <= start < end <= len(text) for start, end in spans)
    outside = set(range(len(text))) - {at for start, end in spans for at in range(start, end)}
    assert not any(text[at].isalnum() for at in outside)


@pytest.mark.parametrize("unit", [".", "a", "Dr. ", "Stop. ", ".)", "a.", "[1", "! ", ".[1]", '?" ', " • "])
def test_a_very_long_line_takes_linear_time(unit: str) -> None:
    text = unit * (400_000 // len(unit))
    began = time.process_time()
    sum(1 for _ in sentence_spans(text, Block("paragraph", 0, len(text))))
    assert time.process_time() - began < 4
