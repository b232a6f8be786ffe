"""A report's page in a real browser."""

import pytest
from screens import EXAMPLES, PHONE, WIDE

from healthscore import score, score_file
from healthscore.report.html import render
from healthscore.report.html.places import numbered

EVIL = (
    """# <script>alert(1)</script><img src="http://example.invalid/t.png" onerror="alert(2)">

Valerian <script src="http://example.invalid/x.js"></script> lowers worry. <img src=x onerror=alert(3)> Research
suggests that valerian </style></title><style>@import "http://example.invalid/y.css";</style> raises worry.
[Read on](javascript:alert(4)) \u202eor not\x1b[31m, and ![see](http://example.invalid/z.png) what it does.

"""
    + "Experts say that valerian is safe for everybody and has no side effects at all. " * 12
)


@pytest.fixture(scope="module")
def report():
    return score_file(EXAMPLES / "self-contradicting.txt")


def _squeezed(text):
    return "".join(text.split())


def _box(locator):
    box = locator.bounding_box()
    return box["x"], box["y"], box["x"] + box["width"], box["y"] + box["height"]


def _within(inner, outer):
    more = 16  # for the underlines of overlapping marks
    return all(i >= o - more for i, o in zip(inner[:2], outer[:2], strict=True)) and all(
        i <= o + more for i, o in zip(inner[2:], outer[2:], strict=True)
    )


def _article(page):
    """Its words as they are seen, without the numbers of findings."""
    return page.evaluate(
        """() => [...document.querySelectorAll(".article .block")].map((block) => {
            const copy = block.cloneNode(true);
            copy.querySelectorAll(".ref").forEach((number) => number.remove());
            block.after(copy);
            const words = copy.innerText;
            copy.remove();
            return words;
        })"""
    )


def test_every_mark_covers_its_finding_s_words_and_its_note_stands_beside_them(visit, contradicting, report):
    with visit(contradicting) as (page, _):
        for noted in numbered(report.findings):
            in_order = sorted(noted.places, key=lambda place: place.start)
            quoted = "".join(report.article.text[place.start : place.end] for place in in_order)
            said = page.locator(f"mark[data-note={noted.id}]").all_text_contents()
            assert _squeezed("".join(said)) == _squeezed(quoted)
            if in_order:
                note = _box(page.locator(f".note:has([id={noted.id}])"))
                row = _box(page.locator(f".row:has([id={noted.id}])"))
                block = _box(page.locator(f".row:has([id={noted.id}]) > .block"))
                mark = _box(page.locator(f"mark[id={in_order[0].id}]"))
                assert _within(mark, block) and _within(note, row)
                assert note[0] > block[2], "beside, not below"


def test_a_mark_a_number_and_a_jump_open_the_note(visit, contradicting):
    with visit(contradicting) as (page, _):
        details = page.locator(".note details:has([id=f4])")
        for selector in ("mark[data-note=f4]", "a.ref[href='#f4']"):
            assert details.get_attribute("open") is None
            page.locator(selector).first.click()
            assert details.get_attribute("open") is not None
            assert details.get_by_text("Instead").is_visible()
            assert page.evaluate("document.activeElement.closest('details').open"), (
                "the keyboard is there too"
            )
            details.locator("summary").click()
        page.locator(".conflict a[href='#m4-2']").click()
        assert page.evaluate("document.querySelector(':target').id") == "m4-2"


def test_notes_open_by_the_keyboard_alone(visit, contradicting):
    with visit(contradicting) as (page, _):
        summary = page.locator(".note summary").first
        summary.focus()
        page.keyboard.press("Enter")
        assert page.locator(".note dl").first.is_visible()


def test_without_scripts_notes_open_and_filters_hide(visit, contradicting):
    with visit(contradicting, java_script_enabled=False) as (page, _):
        page.locator("a.ref[href='#f4']").first.click()
        assert page.locator("dl[id=f4]").is_visible()
        page.locator("#show-consistency").uncheck()
        assert not page.locator("dl[id=f4]").is_visible()
        assert not page.locator("#open-all").is_visible()


@pytest.mark.parametrize("name", ["sourcing", "consistency", "error", "note"])
def test_a_filter_hides_findings_and_never_the_article(visit, contradicting, report, name):
    with visit(contradicting) as (page, _):
        text = _article(page)
        hit = [f for f in report.findings if name in (f.dimension, f.severity)]
        page.locator(f"#show-{name}").uncheck()
        seen = page.locator(".note:visible").count()
        kind = f".d-{name}, .s-{name}"
        assert page.locator(f":is({kind}):is(.note, .ref, .conflict, .missing):visible").count() == 0
        assert seen > 0
        assert (
            page.locator("#shown").inner_text()
            == f"{len(report.findings) - len(hit)} of {len(report.findings)} findings shown"
        )
        assert _article(page) == text
        colours = page.locator(f"mark:is({kind})").evaluate_all(
            "marks => marks.map(mark => getComputedStyle(mark).borderBottomColor)"
        )
        assert set(colours) == {"rgba(0, 0, 0, 0)"}
        page.locator(f"#show-{name}").check()
        assert page.locator("#shown").inner_text().startswith(f"{len(report.findings)} of")


def test_the_ledger_sorts_up_and_down(visit, contradicting, report):
    with visit(contradicting) as (page, _):
        heading = page.locator(".ledger th", has_text="certainty")
        cells = page.locator(".ledger td[data-sort].num:not(:has(a))")
        for order, reverse in (("ascending", False), ("descending", True)):
            heading.get_by_role("button").click()
            assert heading.get_attribute("aria-sort") == order
            values = [float(text) for text in cells.all_inner_texts()]
            assert len(values) == len(report.claims)
            assert values == sorted(values, reverse=reverse)
        page.locator(".ledger th", has_text="id").get_by_role("button").click()
        assert page.locator(".ledger tbody th").all_inner_texts() == [claim.id for claim in report.claims]
        page.locator(".ledger th", has_text="conflicts").get_by_role("button").click()
        last = page.locator(".ledger td.bad").all_inner_texts()
        assert [bool(said) for said in last] == sorted((bool(said) for said in last), reverse=True)


@pytest.mark.parametrize("scripts", [True, False])
def test_nothing_of_an_evil_article_runs_and_no_request_leaves_the_page(visit, tmp_path, scripts):
    made = tmp_path / "evil.html"
    made.write_text(render(score(EVIL, format="markdown", source="<b>.md")), encoding="utf-8")
    with visit(made, java_script_enabled=scripts) as (page, heard):
        page.wait_for_load_state("networkidle")
        assert heard.requests == [made.as_uri()]
        assert heard.errors == []
        assert "<img src=x onerror=alert(3)>" in page.locator(".article").inner_text()
        assert page.locator("img, iframe, object, main script, main style").count() == 0


def test_using_the_page_makes_no_error_and_no_request(visit, contradicting):
    with visit(contradicting) as (page, heard):
        page.locator("#open-all").click()
        assert page.locator(".note details:not([open])").count() == 0
        page.locator("mark").first.hover()
        for link in page.locator("nav a").all():
            link.click()
        page.locator("#open-all").click()
        assert page.locator(".note details[open]").count() == 0
        assert {url.partition("#")[0] for url in heard.requests} == {contradicting.as_uri()}
        assert heard.errors == []


@pytest.mark.parametrize("viewport", [PHONE, WIDE], ids=["phone", "wide"])
def test_nothing_is_cut_off_at_the_side(visit, contradicting, viewport):
    with visit(contradicting, viewport=viewport) as (page, _):
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_words_of_ten_thousand_letters_widen_nothing(visit, tmp_path):
    long = "x" * 10_000
    text = (
        f"# {long}\n\n{long} lowers {long}. {long} raises {long}, says https://example.invalid/{long}\n\n" * 3
    )
    made = tmp_path / "long.html"
    made.write_text(render(score(text, format="markdown", source=f"{long}.md")), encoding="utf-8")
    with visit(made, viewport=PHONE) as (page, _):
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_print_shows_all_notes_and_no_controls(visit, contradicting):
    with visit(contradicting) as (page, _):
        page.emulate_media(media="print", color_scheme="dark")
        assert page.locator(".note dl").first.is_visible()
        assert not page.locator("nav").is_visible()
        assert not page.locator(".filters").is_visible()
        assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"


@pytest.mark.parametrize(("scheme", "viewport"), [("light", WIDE), ("dark", PHONE)], ids=["light", "dark"])
def test_axe_finds_no_fault(visit, contradicting, scheme, viewport, faults):
    with visit(contradicting, color_scheme=scheme, viewport=viewport) as (page, _):
        page.locator("#open-all").click()
        assert faults(page) == []
