"""Reports as a pandas data frame."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from healthscore.batch.errors import MissingExtraError
from healthscore.report.model import Report
from healthscore.report.row import columns_of

if TYPE_CHECKING:
    from pandas import DataFrame


def reports_to_dataframe(reports: Iterable[Report], *, measures: bool = False) -> DataFrame:
    """One row a report, with the columns of ``Report.to_row()``; no report is kept, so any number may come.

    ``measures`` adds a column for every measure, under its own name (``sourcing.sourced_claim_share``). Without a report
    the columns are those that do not depend on the rubric.

    Raises ``MissingExtraError`` where pandas is not installed.
    """
    try:
        from pandas import DataFrame
    except ImportError:
        raise MissingExtraError("reports_to_dataframe()", "pandas") from None
    rows = [{**report.to_row(), **(report.measures if measures else {})} for report in reports]
    return DataFrame(rows, columns=None if rows else columns_of())
