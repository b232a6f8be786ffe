"""People's ratings beside ours: how far they agree, and what may be fitted to them."""

from healthscore.study.agreement import Agreement, Comparison, Estimate, agreement
from healthscore.study.calibration import Calibration, CalibrationError, Provenance, calibrate
from healthscore.study.fitting import Fit, Line, Term, by_folds, fit, terms_of
from healthscore.study.measured import read_measures
from healthscore.study.sheets import Sheet, SheetError, read_sheets

__all__ = [
    "Agreement",
    "Calibration",
    "CalibrationError",
    "Comparison",
    "Estimate",
    "Fit",
    "Line",
    "Provenance",
    "Sheet",
    "SheetError",
    "Term",
    "agreement",
    "by_folds",
    "calibrate",
    "fit",
    "read_measures",
    "read_sheets",
    "terms_of",
]
