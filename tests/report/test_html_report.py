"""One article's report as a page."""

import base64
import hashlib
import re

import pytest
from evil import WRITTEN, evil_report
from made import HITS, TEXT, article, report, span, withheld
from msgspec.structs import replace
from pages import Page

from healthscore.checks.base import Hit
from healthscore.report.html import render
from healthscore.report.model import DISCLAIMER


def test_the_same_report_gives_the_same_page():
    assert render(report()) == render(report())
    assert report().to_html() == render(report())


@pytest.mark.parametrize("made", [report, withheld, evil_report, lambda: report(hits={}, claims=())])
def test_the_page_is_well_formed_and_its_links_lead_somewhere(made):
    page = Page(render(made()))
    page.check_links()
    assert len(page.all("h1")) == 1


def test_nothing_of_the_article_is_markup_or_a_command():
    html = render(evil_report(), home="../index.html")
    page = Page(html)  # knows only what we write
    for said in WRITTEN:
        assert said in page.text
    assert not re.search(
        "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe]", html
    )
    assert len(page.all("script")) == len(page.all("style")) == 1
    assert {link for link in page.links if not link.startswith("#")} == {"../index.html"}
    assert not [line for line in html.splitlines() if line.lstrip().startswith("::")]
    assert "##[" not in html
    html.encode()


def test_a_title_of_ten_thousand_characters_is_cut():
    page = Page(render(report(article(title="T" * 10_000))))
    assert max(map(len, page.words)) < 1000


def test_nothing_but_our_own_style_and_script_may_run_and_nothing_is_fetched():
    html = render(evil_report())
    policy = Page(html).all("meta", **{"http-equiv": "Content-Security-Policy"})[0]["content"]
    rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))
    assert rules.pop("default-src") == "'none'"
    assert rules.pop("img-src") == "data:"
    for kind in ("style", "script"):
        body = re.search(f"<{kind}>(.*?)</{kind}>", html, re.DOTALL).group(1)
        digest = base64.b64encode(hashlib.sha256(body.encode()).digest()).decode()
        assert rules.pop(f"{kind}-src") == f"'sha256-{digest}'"
    assert set(rules.values()) == {"'none'"}
    assert not re.search(r"(?:src|href|url|import)\W{0,3}https?:", html)


def test_the_verdict_comes_first_with_all_ratings_in_figures():
    page = Page(render(report()))
    before, _, _ = page.text.partition("The article and what was found in it")
    for said in ("2.4 of 5", "poor", "confidence 80%", "2 errors, 2 warnings, 1 note", DISCLAIMER):
        assert said in before
    for made in report().dimensions:
        assert f"{made.id} {made.rating.value:.1f} {made.rating.band}" in before
    fills = [float(a["width"]) for a in page.all("rect", **{"class": "fill"})]
    assert fills == [20, 50, 110, 180, 4], "of 200, and enough of the lowest to be seen"


def test_a_withheld_report_says_why_and_shows_no_rating():
    page = Page(render(withheld()))
    assert "This article is not rated: too short to rate: 40 words, and 100 are needed" in page.text
    assert page.all("svg") == []
    assert "of 5" not in page.text
    assert "How the number came about" not in page.text


def test_each_finding_has_a_note_with_its_message_rule_and_suggestion():
    page = Page(render(report()))
    for finding in report().findings:
        for said in (finding.message, finding.rule, finding.suggestion):
            assert said in page.text
    assert len(page.all("details")) == 4 + 5, "a note for each finding with a place, a manual for each rule"


def test_a_conflict_stands_side_by_side_with_a_link_to_each_place():
    page = Page(render(report()))
    conflicts = page.text.partition("Whether they really clash is for a reader to decide.")[2]
    one, other = HITS["consistency/direction-conflict"][0].evidence
    for start, end in (one, other):
        assert TEXT[start:end] in conflicts
    ids = {a["id"] for a in page.all("mark") if "id" in a}
    assert {link[1:] for link in page.links if re.match(r"#m\d", link)} <= ids


def _sides(html):
    """The quotes of each column of the conflicts, and of what stands below them, in order."""
    html = html.partition('id="conflicts"')[2].partition("</section>")[0]
    parts = re.split(r'<div class="(side|neither)">', html)[1:]
    return [
        (kind, re.findall(r'<p dir="auto">(.*?)</p>', part))
        for kind, part in zip(parts[::2], parts[1::2], strict=True)
    ]


def test_each_further_sentence_of_a_conflict_stands_on_its_side():
    hit = replace(HITS["consistency/safety-conflict"][0], sides=(1, 2, 1))
    one, two, three = (TEXT[start:end] for start, end in hit.evidence)
    assert _sides(render(report(hits={"consistency/safety-conflict": (hit,)}))) == [
        ("side", [one, three]),
        ("side", [two]),
    ]
    unknown = replace(hit, sides=(1, 2, None))
    assert _sides(render(report(hits={"consistency/safety-conflict": (unknown,)}))) == [
        ("side", [one]),
        ("side", [two]),
        ("neither", [three]),
    ]


def test_what_was_looked_for_and_not_found_is_told():
    text = Page(render(report())).text
    assert "Searched no reference list, DOI, PMID, journal or link in 7 sentences" in text


def test_the_ledger_leads_to_the_text_and_the_sums_can_be_done_again():
    page = Page(render(report()))
    assert page.text.count("the time it takes to fall asleep") >= 4
    assert {"claim-c1", "claim-c4"} <= page.ids
    for said in (
        "(1×3 + 2.6×1) / 4 = 1.4",
        "held at 2",
        "(1.4 + 2 + 3.2 + 4.6 + 1) / 5 = 2.44",
        "ab" * 32,
        article().sha256,
    ):
        assert said in page.text


def test_an_article_without_claims_or_findings_says_so():
    text = Page(render(report(hits={}, claims=()))).text
    assert "No findings." in text
    assert "The ledger is empty" in text


def test_findings_of_no_known_dimension_are_shown_and_can_be_filtered():
    page = Page(render(report(hits={"a/b": (Hit("note", "m1", "s", (span("Valerian"),)),)})))
    assert page.all("input", id="show-other")
    assert page.all("mark", **{"class": "f d-other s-note lane0"})
