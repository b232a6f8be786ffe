"""Figures: amounts, counts, times, rhythms, ages and limit values that cannot both hold."""
