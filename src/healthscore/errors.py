"""What can go wrong in a way that a user can mend: one class a failure, its message built inside."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Self


class HealthscoreError(Exception):
    """Base of every error that healthscore raises on purpose; its text is one line for a person."""

    def __reduce__(self) -> tuple[Callable[..., HealthscoreError], tuple[Any, ...], dict[str, Any]]:
        """How it goes from one process to another: as it is, without building its message once more."""
        return self._revived, self.args, self.__dict__

    @classmethod
    def _revived(cls, *said: object) -> Self:
        error = cls.__new__(cls, *said)
        Exception.__init__(error, *said)
        return error
