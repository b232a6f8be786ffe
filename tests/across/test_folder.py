"""What articles of a folder share: templates, passages, copies, and what only looks like them."""

import random
from zlib import crc32

import pytest
from mill import BOX, PAGES, SPUN

from healthscore import score_many
from healthscore.across import Folder
from healthscore.reading import read_text
from healthscore.scoring import folder_of, sketch


def _articles(texts):
    return [read_text(text, source=f"{number}.md", format="markdown") for number, text in enumerate(texts)]


def _folder(articles):
    return folder_of(map(sketch, articles), "shelf")


def test_spun_articles_are_one_template_and_others_none():
    folder = _folder(_articles([*PAGES, *SPUN]))
    assert folder.templates == (("3.md", "4.md", "5.md", "6.md"),)


def test_a_template_is_found_among_many_others():
    words = [word for page in PAGES for word in page.lower().replace(".", "").split()]
    chance = random.Random(7)
    others = [" ".join(chance.sample(words, 20)).capitalize() + "." for _ in range(200)]
    articles = _articles(["\n\n".join(others[i : i + 5]) for i in range(0, 200, 5)] + SPUN)
    assert _folder(articles).templates == (("40.md", "41.md", "42.md", "43.md"),)


def test_passages_name_the_other_article_and_its_words():
    articles = _articles(SPUN[:2])
    shared = _folder(articles).shared(articles[0])
    opening = shared.passages[0]
    assert opening.source == "1.md"
    assert opening.quote.startswith("Turmeric, obtained from the rhizome")
    assert opening.quote.endswith("how much of it to take.")
    assert opening.sentences == 3
    assert articles[0].text[opening.start :].startswith("Valerian, obtained")


def test_headings_that_match_are_an_outline():
    articles = _articles(SPUN[:2])
    (other,) = _folder(articles).shared(articles[0]).related
    quoted = [articles[0].text[start:end] for start, end in other.outline]
    assert "How Valerian Works" in quoted and len(quoted) >= 3


def test_page_furniture_makes_no_template():
    articles = _articles([f"{page}\n\n{BOX}" for page in PAGES])
    folder = _folder(articles)
    assert folder.templates == ()
    assert folder.common_sentences == ()
    assert folder.shared(articles[0]).passages


def test_a_copy_is_one_finding():
    articles = _articles([PAGES[0], f"{PAGES[0]}\n\nDraw the curtains."])
    report = next(score_many(articles, folder="shelf"))
    (finding,) = [f for f in report.findings if f.rule == "repetition/shared-template"]
    assert finding.message.startswith("Nearly the whole article also stands in 1.md: “Migraine")


def test_no_rating_depends_on_the_folder():
    articles = _articles([*SPUN, *PAGES])
    together = list(score_many(articles, folder="shelf"))
    for alone, beside in zip(score_many(articles), together, strict=True):
        assert alone.rating == beside.rating
        assert [d.rating for d in alone.dimensions] == [d.rating for d in beside.dimensions]
        assert (
            not {"repetition.shared_sentence_share", "repetition.template_articles"} & alone.measures.keys()
        )
    criteria = {c.id: c for d in together[0].dimensions for c in d.criteria}
    assert criteria["no-template"].weight == 0
    assert criteria["no-template"].rating < 2
    assert "of the 7 in shelf" in criteria["words-of-its-own"].explanation


def test_strings_are_told_apart_by_number():
    report = next(score_many(SPUN[:2], folder="shelf"))
    assert report.article.source == "<text 1>"
    assert any("<text 2>" in finding.message for finding in report.findings)


def test_an_article_that_is_not_in_the_folder_shares_nothing():
    inside, changed = _articles(SPUN[:2]), read_text(f"{SPUN[0]}\n\nMore.", source="0.md")
    assert _folder(inside).shared(changed) is None


@pytest.mark.parametrize("texts", [[], ["Rest."], ["Rest.", "Rest."], ["# Rest", "# Rest"]])
def test_next_to_nothing_is_no_trouble(texts):
    articles = _articles(texts)
    folder = _folder(articles)
    assert folder.templates == () == folder.common_sentences
    assert all(folder.shared(article).passages == () for article in articles)


def test_common_sentences_name_their_articles():
    common = _folder(_articles([*PAGES, *SPUN])).common_sentences
    assert common[0].articles == ("3.md", "4.md", "5.md", "6.md")


def test_it_does_not_depend_on_the_process():
    assert sketch(read_text("Iron tablets cause constipation.")).statements[0].features[0] == crc32(b"iron")


def test_few_and_many_articles_agree():
    fillers = [f"Item {number} of the catalogue is kept in room {number}." for number in range(40)]
    few, many = _articles(SPUN), _articles([*SPUN, *fillers])
    assert _folder(few).templates == _folder(many).templates
    assert isinstance(_folder(many), Folder)
