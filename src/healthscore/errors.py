"""What can go wrong in a way that a user can mend: one class a failure, its message built inside."""

from __future__ import annotations


class HealthscoreError(Exception):
    """Base of every error that healthscore raises on purpose; its text is one line for a person."""
