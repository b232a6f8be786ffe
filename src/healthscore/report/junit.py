"""Reports as JUnit XML: a suite an article, a test for its rating and one a dimension."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import PurePath
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from healthscore.article import Article
from healthscore.checks.base import counted
from healthscore.report.limits import Limits
from healthscore.report.lines import as_line
from healthscore.report.model import Finding, Report
from healthscore.report.paths import relative
from healthscore.rubric.rating import Rating

DEFAULT = Limits(on="error")
"""What fails a test where the user set no limit."""

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def suite_of(report: Report, limits: Limits, root: PurePath | None = None) -> Element:
    """The suite of one article.

    Its rating fails below ``limits.under`` and is skipped where it is withheld; a dimension fails where it has
    findings at or above ``limits.on``, and its other findings are told without failing it.
    """
    path = relative(report.article.source, root)
    ids = [dimension.id for dimension in report.dimensions]
    others = dict.fromkeys(finding.dimension for finding in report.findings if finding.dimension not in ids)
    ratings = {dimension.id: dimension.rating for dimension in report.dimensions}
    cases = [_overall(path, report.rating, limits)]
    for id_ in (*ids, *others):
        found = [finding for finding in report.findings if finding.dimension == id_]
        cases.append(_dimension(report.article, path, id_, ratings.get(id_), found, limits))
    suite = Element("testsuite", {"name": _xml(path), **_counts(cases)})
    suite.extend(cases)
    return suite


def as_junit(suites: Iterable[Element], failed: int = 0) -> str:
    """All suites in one document; inputs that could not be read are errors of a suite of their own."""
    every = list(suites)
    if failed:
        case = Element("testcase", classname="inputs", name="read")
        SubElement(case, "error", message=f"{counted(failed, 'input')} could not be read")
        suite = Element("testsuite", {"name": "inputs", **_counts([case])})
        suite.append(case)
        every.append(suite)
    cases = [case for suite in every for case in suite.iter("testcase")]
    root = Element("testsuites", {"name": "healthscore", **_counts(cases)})
    root.extend(every)
    indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(root, encoding="unicode") + "\n"


def _counts(cases: Sequence[Element]) -> dict[str, str]:
    of = {"failures": "failure", "errors": "error", "skipped": "skipped"}
    counts = {key: sum(case.find(tag) is not None for case in cases) for key, tag in of.items()}
    return {"tests": str(len(cases)), **{key: str(count) for key, count in counts.items()}}


def _overall(path: str, rating: Rating, limits: Limits) -> Element:
    case = Element("testcase", classname=_xml(path), name="overall")
    if rating.value is None:
        SubElement(case, "skipped", message=_xml(f"not rated: {rating.withheld}"))
    elif limits.under is not None and rating.value < limits.under:
        message = f"rated {rating.value:g}, below {limits.under:g}"
        SubElement(case, "failure", type="rating", message=message)
    return case


def _dimension(
    article: Article, path: str, id_: str, rating: Rating | None, found: Sequence[Finding], limits: Limits
) -> Element:
    case = Element("testcase", classname=_xml(path), name=_xml(id_))
    grave = [finding for finding in found if finding.severity in (limits.grave or DEFAULT.grave)]
    others = [finding for finding in found if finding not in grave]
    if grave:
        failure = SubElement(case, "failure", type=grave[0].severity, message=counted(len(grave), "finding"))
        failure.text = _listed(grave, article, path)
    if others:
        SubElement(case, "system-out").text = _listed(others, article, path)
    return case


def _listed(found: Iterable[Finding], article: Article, path: str) -> str:
    return _xml("\n".join(as_line(finding, article, path) for finding in found))


def _xml(text: str) -> str:
    """Without the characters that XML 1.0 cannot hold, escaped or not."""
    return _NOT_XML.sub("\ufffd", text)
