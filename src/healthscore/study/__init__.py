"""People's ratings beside ours: how far they agree."""

from healthscore.study.agreement import Agreement, Comparison, Estimate, agreement
from healthscore.study.sheets import Sheet, SheetError, read_sheets

__all__ = ["Agreement", "Comparison", "Estimate", "Sheet", "SheetError", "agreement", "read_sheets"]
