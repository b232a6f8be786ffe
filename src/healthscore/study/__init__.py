"""People's ratings beside ours: how far they agree, and what may be fitted to them."""

from healthscore.study.agreement import Agreement, Comparison, Estimate, agreement
from healthscore.study.fitting import Fit, Line, Term, by_folds, fit, terms_of
from healthscore.study.sheets import Sheet, SheetError, read_sheets

__all__ = [
    "Agreement",
    "Comparison",
    "Estimate",
    "Fit",
    "Line",
    "Sheet",
    "SheetError",
    "Term",
    "agreement",
    "by_folds",
    "fit",
    "read_sheets",
    "terms_of",
]
