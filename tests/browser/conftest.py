"""A real browser, one for all tests, and the pages that the command writes of the examples; skipped where none is."""

import shutil
from contextlib import contextmanager

import pytest
from click.testing import CliRunner
from screens import EXAMPLES, WIDE

from healthscore.cli.group import app

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")


@pytest.fixture(scope="session")
def browser():
    playwright = pytest.importorskip(
        "playwright.sync_api", reason="needs playwright and axe, which the dev extra brings"
    )
    with playwright.sync_playwright() as driver:
        own = driver.chromium.executable_path
        path = next(filter(None, map(shutil.which, (*BROWSERS, own))), None)
        if path is None:
            pytest.skip(
                f"needs a browser: one of {', '.join(BROWSERS)}, or that of 'playwright install chromium'"
            )
        # Containers mostly lack what the sandbox needs, and the pages are our own.
        launched = driver.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield launched
        launched.close()


class Heard:
    """What a page did beside showing itself."""

    def __init__(self, page):
        self.requests, self.errors = [], []
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("console", lambda said: self.errors.append(said.text))
        page.on("dialog", lambda dialog: (self.errors.append(dialog.message), dialog.dismiss()))


@pytest.fixture
def visit(browser):
    """A context: the page of a file, and what was heard of it."""

    @contextmanager
    def visited(path, **options):
        context = browser.new_context(**{"viewport": WIDE, "reduced_motion": "reduce", **options})
        page = context.new_page()
        page.set_default_timeout(5_000)
        heard = Heard(page)
        page.goto(path.as_uri())
        try:
            yield page, heard
        finally:
            context.close()

    return visited


@pytest.fixture(scope="session")
def site(tmp_path_factory):
    """The folder that the command writes of the examples."""
    folder = tmp_path_factory.mktemp("site")
    result = CliRunner().invoke(app, ["score", str(EXAMPLES), "-o", f"html:{folder}"])
    assert result.exit_code == 0, result.output
    return folder


@pytest.fixture(scope="session")
def contradicting(site):
    """The page of the article that contradicts itself."""
    (page,) = (site / "reports").glob("*self-contradicting-*.html")
    return page


@pytest.fixture(scope="session")
def faults():
    """What axe holds against a page as it stands: all of WCAG 2 at levels A and AA, and what axe advises beside it."""
    axe = pytest.importorskip(
        "axe_playwright_python.sync_playwright", reason="needs playwright and axe, which the dev extra brings"
    ).Axe()

    def found(page):
        return [
            f"{violation['impact']} {violation['id']}: {node['html'][:200]} {node['failureSummary']}"
            for violation in axe.run(page).response["violations"]
            for node in violation["nodes"]
        ]

    return found
