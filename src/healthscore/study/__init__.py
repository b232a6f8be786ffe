"""People's ratings beside ours: what may be fitted to them, and how."""

from healthscore.study.fitting import Fit, Line, Term, by_folds, fit, terms_of

__all__ = ["Fit", "Line", "Term", "by_folds", "fit", "terms_of"]
