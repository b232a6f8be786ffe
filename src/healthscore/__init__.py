"""healthscore rates how a health article presents its information, and shows the evidence.

    from healthscore import score_file

    report = score_file("article.md")
    print(report.rating.value, report.rating.band)
    for finding in report.findings:
        print(finding.severity, finding.rule, finding.message)

Nothing here prints, exits or keeps state; every failure that a user can mend is a ``HealthscoreError``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from healthscore._version import __version__

if TYPE_CHECKING:
    from healthscore.article import Article
    from healthscore.batch.features import HealthscoreFeatures
    from healthscore.batch.frames import reports_to_dataframe
    from healthscore.batch.many import score_many
    from healthscore.errors import HealthscoreError
    from healthscore.report.model import Report
    from healthscore.rubric import load_rubric
    from healthscore.scoring import read, score, score_file

__all__ = [
    "Article",
    "HealthscoreError",
    "HealthscoreFeatures",
    "Report",
    "__version__",
    "load_rubric",
    "read",
    "reports_to_dataframe",
    "score",
    "score_file",
    "score_many",
]

_HOMES = {
    "Article": "healthscore.article",
    "HealthscoreError": "healthscore.errors",
    "HealthscoreFeatures": "healthscore.batch.features",
    "Report": "healthscore.report.model",
    "load_rubric": "healthscore.rubric",
    "read": "healthscore.scoring",
    "reports_to_dataframe": "healthscore.batch.frames",
    "score": "healthscore.scoring",
    "score_file": "healthscore.scoring",
    "score_many": "healthscore.batch.many",
}


def __getattr__(name: str) -> Any:
    """Import a public name where it lives, at its first use: ``import healthscore`` stays light (PEP 562)."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return sorted(__all__)
