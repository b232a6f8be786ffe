"""Instruments: rubric files, strictly loaded, and the arithmetic from measures to ratings."""
