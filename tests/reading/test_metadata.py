"""Title, authors and dates: what counts, and what only looks like it."""

from __future__ import annotations

import pytest

from healthscore.reading import read_text

BODY = "Gout is a kind of arthritis that comes in sudden attacks, most often in the joint of the big toe."
MORE = "An attack lasts about a week, and cold packs and tablets make it shorter."


def article_with(line: str) -> str:
    return f"Living with gout\n\n{line}\n\n{BODY}\n\n{MORE}\n"


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("By Jane Smith", ("Jane Smith",)),
        ("by Jane Smith, MD", ("Jane Smith",)),
        ("By Dr. Jane Smith, rheumatologist", ("Jane Smith",)),
        ("By Jane Smith, Health Editor", ("Jane Smith",)),
        ("By Jane Smith and Tom O'Brien, PhD", ("Jane Smith", "Tom O'Brien")),
        ("By Jane Smith, MD, Ludwig van Beethoven & J. K. Rowling", ("Jane Smith", "Ludwig van Beethoven", "J. K. Rowling")),
        ("Written by Anne-Marie Núñez", ("Anne-Marie Núñez",)),
        ("Author: Jane Smith", ("Jane Smith",)),
        ("Authors: Jane Smith; Wei Li", ("Jane Smith", "Wei Li")),
        ("Written by Jane Smith. Medically reviewed by John Doe, MD", ("Jane Smith",)),
        ("By Jane Smith | 3 March 2021 | 5 min read", ("Jane Smith",)),
        ("Published 3 March 2021 by Jane Smith", ("Jane Smith",)),
        ("Jane Smith, MD, PhD", ("Jane Smith",)),
        ("Jane Smith, RN, and Tom Brown", ("Jane Smith", "Tom Brown")),
        ("Posted by Jane Smith on March 3, 2021", ("Jane Smith",)),
        ("Posted by Jane Smith on 03/04/2021", ("Jane Smith",)),
        ("3 March 2021 by Jane Smith", ("Jane Smith",)),
        ("Text: Jane Smith, dietitian, 3 March 2021", ("Jane Smith",)),
        ("Words: Jane Smith and Wei Li", ("Jane Smith", "Wei Li")),
        ("2021-03-03 | Jane Smith", ("Jane Smith",)),
        ("Jane Smith · 3 March 2021 · 5 min read", ("Jane Smith",)),
        ("Jane Smith, health reporter — Wednesday, Mar. 3, 2021", ("Jane Smith",)),
        ("Jane Smith, RN, and Wei Li, midwife, 3 March 2021", ("Jane Smith", "Wei Li")),
        ("This leaflet was written by the Royal College of Nurses in March 2021.", ("Royal College of Nurses",)),
        ("Produced by Elm Park Hospital, 2021", ("Elm Park Hospital",)),
        ("By the Joint Health Foundation", ("Joint Health Foundation",)),
        ("A leaflet from the Elm Park Trust, a registered charity.", ("Elm Park Trust",)),
        ("From the Gout Alliance. Reviewed May 2021.", ("Gout Alliance",)),
        ("Information for patients of the Joint Unit, Elm Park Hospital", ("Joint Unit, Elm Park Hospital",)),
        ("Answered by the pharmacists at Elm Park Hospital", ("Elm Park Hospital",)),
        ("Written by our nurse adviser, Jane Smith, RGN.", ("Jane Smith",)),
        ("Leaflet J-12, written by the joint nurses with Mr J. Smith, surgeon.", ("J. Smith",)),
        ("The Doubtful Joint, a weekly column by Jane Smith.", ("Jane Smith",)),
    ],
)  # fmt: skip
def test_a_byline_names_authors(line: str, authors: tuple[str, ...]) -> None:
    assert read_text(article_with(line)).authors == authors


@pytest.mark.parametrize(
    "line",
    [
        "By the Editorial Team",
        "From the age of 50 you may ask for a test.",
        "From the Middle Ages on it was used in Europe.",
        "Information for patients of all ages is kept at the desk.",
        "A page from the Book of Kells hung on the wall.",
        "By Mayo Clinic Staff",
        "Written by our team of experts",
        "Reviewed by the GoutCare team",
        "Medically reviewed by Jane Smith, MD",
        "Reviewed by Dr. Jane Smith",
        "Edited by Jane Smith",
        "By Eating Well",
        "By then it is late",
        "By Monday, Most Attacks Pass",
        "Reactive Arthritis (RA)",
        "Multiple Sclerosis (MS)",
        "Side effects, MD",
        "Read more by topic",
        "Stand by your joints",
        "Posted by a reader on 3 March 2021",
        "Posted by a reader on 3 March 2021, the story was soon shared.",
        "Written by hand in 1922, the diary of a patient tells of his attacks.",
        "Written by the hospital in 2021",
        "Published by the Journal team on 3 March 2021",
        "Jane Smith, a nurse from Leeds, had her first attack on 3 March 2021.",
        "Jane Smith had gout in March 2021",
        "Joint Care | 3 March 2021",
        "Sudden Attacks | 3 March 2021",
        "New York | 3 March 2021",
        "Sore Toes, 3 March 2021",
        "Text: the whole story in March 2021",
    ],
)
def test_a_team_a_reviewer_and_a_phrase_are_no_authors(line: str) -> None:
    assert read_text(article_with(line)).authors == ()


@pytest.mark.parametrize(
    ("line", "reviewers"),
    [
        ("Medically reviewed by John Doe, MD", ("John Doe",)),
        ("Written by Jane Smith. Reviewed by Dr Ann Low and Tom Brown, PhD", ("Ann Low", "Tom Brown")),
        ("This page was reviewed by Dr Ann Low on 3 May 2021", ("Ann Low",)),
        ("Page reviewed March 2023 by the clinic. Next review March 2026.", ("the clinic",)),
        ("Reviewed by our editorial team", ("our editorial team",)),
        ("Medical reviewer: Jane Smith, RN", ("Jane Smith",)),
        ("Last reviewed 3 May 2021", ()),
        ("By Jane Smith", ()),
    ],
)
def test_who_reviewed_it(line: str, reviewers: tuple[str, ...]) -> None:
    assert read_text(article_with(line)).reviewers == reviewers


@pytest.mark.parametrize(
    ("line", "funders"),
    [
        ("Sponsored by Dewdrop Teas Ltd", ("Dewdrop Teas Ltd",)),
        ("This article was paid for by the Joint Trust, a charity.", ("the Joint Trust",)),
        ("By Jane Smith | In partnership with Dewdrop Teas", ("Dewdrop Teas",)),
        ("Funding: National Arthritis Fund", ("National Arthritis Fund",)),
        ("Funding: none", ()),
        ("The study was funded by Dewdrop Teas.", ()),
    ],
)
def test_who_paid_for_it(line: str, funders: tuple[str, ...]) -> None:
    assert read_text(article_with(line)).funders == funders


@pytest.mark.parametrize(
    "line",
    [
        "**Posted by Jane Smith on March 3, 2021**",
        "Posted by **Jane Smith** on March 3, 2021",
        "*Jane Smith, health reporter — Wednesday, Mar. 3, 2021*",
        "_2021-03-03 | Jane Smith_",
    ],
)
def test_a_byline_may_be_in_bold_or_italics(line: str) -> None:
    article = read_text(f"# Living with gout\n\n{line}\n\n{BODY}\n\n{MORE}\n", format="markdown")
    assert (article.authors, article.published) == (("Jane Smith",), "2021-03-03")
    assert [block.kind for block in article.blocks] == ["heading", "paragraph", "paragraph", "paragraph"]


def test_front_matter_names_reviewers_and_funders() -> None:
    front = "medically_reviewed_by: Dr Ann Low\nsponsor: Dewdrop Teas"
    article = read_text(f"---\n{front}\n---\n# Gout\n\n{BODY}")
    assert (article.reviewers, article.funders) == (("Ann Low",), ("Dewdrop Teas",))


def test_a_byline_may_stand_at_the_end() -> None:
    text = f"Living with gout\n\n{BODY}\n\n{MORE}\n\nWritten by: Jane Smith\n"
    assert read_text(text).authors == ("Jane Smith",)


def test_a_paragraph_may_open_with_who_wrote_it_and_go_on() -> None:
    told = (
        "By Dr Anna Weiss, cardiologist. Reviewed by Prof. Jan Maas. Published 12 March 2024, updated 3 May 2024. "
        "The author has received no money from any maker of statins; the page is paid for by the Heart Library, "
        "a charity that takes no gifts from industry and publishes its accounts."
    )
    article = read_text(f"# Statins\n\n{told}\n\nStatins lower cholesterol.")
    assert article.authors == ("Anna Weiss",)
    assert (article.published, article.updated) == ("2024-03-12", "2024-05-03")
    assert (article.reviewers, article.funders) == (("Jan Maas",), ("the Heart Library",))


def test_a_name_in_the_middle_of_the_text_is_no_byline() -> None:
    paragraphs = "\n\n".join([BODY, MORE] * 10 + ["By Jane Smith"] + [MORE, BODY] * 10)
    assert read_text(paragraphs).authors == ()


def test_who_the_author_is_may_be_told_under_a_heading() -> None:
    text = f"Living with gout\n\n{BODY}\n\nAbout the author\nDr Jane Smith is a rheumatologist in Leeds who loves cats.\n"
    assert read_text(text).authors == ("Jane Smith",)


@pytest.mark.parametrize(
    ("line", "published", "updated"),
    [
        ("Published: 3 March 2021", "2021-03-03", None),
        ("Published on March 3, 2021", "2021-03-03", None),
        ("Posted 3rd of March, 2021", "2021-03-03", None),
        ("Date: 2021-03-03", "2021-03-03", None),
        ("First published March 2021", "2021-03", None),
        ("Published 2021", "2021", None),
        ("Wednesday, 3 March 2021", "2021-03-03", None),
        ("March 3, 2021", "2021-03-03", None),
        ("By Jane Smith | Sept. 3, 2021", "2021-09-03", None),
        ("By Jane Smith, RN | 3 March 2021 | 5 min read", "2021-03-03", None),
        ("By Jane Smith, RN, 3 March 2021", "2021-03-03", None),
        ("By Jane Smith - March 3, 2021", "2021-03-03", None),
        ("By Jane Smith | 25/12/2021", "2021-12-25", None),
        ("By Jane Smith | 03/04/2021", "2021", None),
        ("By Jane Smith | Updated 3 March 2021", None, "2021-03-03"),
        ("Posted by Jane Smith on 03/04/2021", "2021", None),
        ("Posted by the editorial team on 3 March 2021", "2021-03-03", None),
        ("3 March 2021 by Jane Smith", "2021-03-03", None),
        ("03/04/2021", "2021", None),
        ("03/2021", "2021-03", None),
        ("Last reviewed 03/2021", None, "2021-03"),
        ("Published: 3-2021", "2021-03", None),
        ("Last updated 3 March 2021", None, "2021-03-03"),
        ("Updated on 2021-03-03T10:00:00Z", None, "2021-03-03"),
        ("Last reviewed: 25/12/2021", None, "2021-12-25"),
        ("Last reviewed: 12/25/2021", None, "2021-12-25"),
        ("Last reviewed: 03/04/2021", None, "2021"),
        ("Medically reviewed by Jane Smith, MD, on May 4, 2020", None, "2020-05-04"),
        ("Page reviewed March 2023 by the clinic. Next review March 2026.", None, "2023-03"),
        ("Published 1 May 2019 | Updated 2 June 2020", "2019-05-01", "2020-06-02"),
        ("Published: 1 May 2019, updated 2 June 2020", "2019-05-01", "2020-06-02"),
    ],
)
def test_a_labelled_date_counts(line: str, published: str | None, updated: str | None) -> None:
    article = read_text(article_with(line))
    assert (article.published, article.updated) == (published, updated)


@pytest.mark.parametrize(
    "line",
    [
        "Copyright 2020 Gout Society",
        "© 2020",
        "Last updated this month",
        "Next review due: March 2026",
        "Updated 2021 guidelines recommend fewer tablets",
        "Published in 2019, the trial was small",
        "Reviewed 12 studies from 2010",
        "In March 2021 I had my first attack",
        "Updated: 31 February 2021",
        "Published: 45/13/2021",
        "Last reviewed 13/2021",
        "Written by hand in 1922, the diary of a patient tells of his attacks.",
        "Written by hand in 1922.",
        "Posted by a reader on 3 March 2021, the story was soon shared.",
        "Jane Smith had gout in March 2021",
        "2021",
    ],
)
def test_other_years_are_no_dates(line: str) -> None:
    article = read_text(article_with(line))
    assert (article.published, article.updated) == (None, None)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"Living with gout\n\n{BODY}", "Living with gout"),
        (f"10 Ways to Beat Gout Fast!\n{BODY}", "10 Ways to Beat Gout Fast!"),
        (f"{BODY}\n\nWhat is gout?\n{MORE}", "What is gout?"),
        (f"## What is gout?\n\n{BODY}\n\n# Living *with*  gout\n\n{MORE}", "Living with gout"),
        (f"---\ntitle: Gout\n---\n# Living with gout\n\n{BODY}", "Gout"),
        (f"{BODY}\n\n{MORE}", None),
        ("Gout hurts.", None),
    ],
)
def test_the_title(text: str, title: str | None) -> None:
    assert read_text(text).title == title


@pytest.mark.parametrize(
    ("front", "authors", "published", "updated"),
    [
        ("author: Jane Smith", ("Jane Smith",), None, None),
        ("authors:\n  - name: Jane Smith\n  - name: Tom Brown", ("Jane Smith", "Tom Brown"), None, None),
        ("author: Editorial Team", (), None, None),
        ("by: By Jane Smith, MD", ("Jane Smith",), None, None),
        ("date: 2021-03-03 10:00:00", (), "2021-03-03", None),
        ("publishDate: March 3, 2021\nlast_modified: 2022", (), "2021-03-03", "2022"),
        ("Date: soon\nupdated: [1, 2]\nauthor: {a: 1}", (), None, None),
    ],
)
def test_front_matter(
    front: str, authors: tuple[str, ...], published: str | None, updated: str | None
) -> None:
    article = read_text(f"---\n{front}\n---\n# Gout\n\n{BODY}")
    assert (article.authors, article.published, article.updated) == (authors, published, updated)


def test_front_matter_comes_before_the_text() -> None:
    article = read_text(f"---\nauthor: Jane Smith\n---\n# Gout\n\nBy Tom Brown\n\n{BODY}")
    assert article.authors == ("Jane Smith",)
