"""The index of a folder in a real browser."""

import pytest
from screens import PHONE, WIDE


def _cells(page, column):
    return page.locator(f".articles tbody tr:visible > :nth-child({column})").all_inner_texts()


def test_every_column_sorts_up_and_down_and_what_is_not_rated_stays_last(visit, site):
    with visit(site / "index.html") as (page, _):
        for rank, heading in enumerate(page.locator(".articles th button").all(), 1):
            heading.click()
            up = _cells(page, rank)
            heading.click()
            down = _cells(page, rank)
            assert sorted(up) == sorted(down)
            if rank > 1:
                rising = [float(said) for said in up if said != "-"]
                assert rising == sorted(rising)
                assert [float(said) for said in down if said != "-"] == rising[::-1]
                assert "-" not in up[:-1] + down[:-1]


def test_find_leaves_the_rows_with_the_words(visit, site):
    with visit(site / "index.html") as (page, _):
        page.get_by_label("Find").fill("DUSKROOT")
        (only,) = _cells(page, 1)
        assert only.startswith("Duskroot: An Evening Herb")
        assert page.locator("#found").inner_text() == "1 of 6 articles"
        page.get_by_label("Find").fill("")
        assert len(_cells(page, 1)) == 6


def test_each_article_s_page_opens_and_leads_back(visit, site):
    with visit(site / "index.html") as (page, heard):
        home = page.url
        for rank in range(6):
            link = page.locator(".articles tbody a").nth(rank)
            title = link.inner_text()
            link.click()
            assert page.locator("h1").inner_text() == title
            page.get_by_role("link", name="All articles").click()
            assert page.url == home
        assert heard.errors == []
        assert all(url.startswith(site.as_uri()) for url in heard.requests)


def test_without_scripts_the_table_and_the_groups_are_there_and_no_dead_control_is(visit, site):
    with visit(site / "index.html", java_script_enabled=False) as (page, heard):
        assert page.locator(".articles tbody tr").count() == 6
        assert page.locator("button:visible, input:visible").count() == 0
        assert heard.requests == [(site / "index.html").as_uri()]


@pytest.mark.parametrize("viewport", [PHONE, WIDE], ids=["phone", "wide"])
def test_nothing_is_cut_off_at_the_side(visit, site, viewport):
    with visit(site / "index.html", viewport=viewport) as (page, _):
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_fault(visit, site, scheme, faults):
    with visit(site / "index.html", color_scheme=scheme) as (page, _):
        assert faults(page) == []
