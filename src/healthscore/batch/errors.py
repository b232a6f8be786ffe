"""What can go wrong with many articles at once: one class a failure, with what to do about it."""

from __future__ import annotations

import reprlib
from pathlib import Path
from signal import Signals

from healthscore.errors import HealthscoreError


class WorkerDiedError(HealthscoreError):
    """The process that scored an article died, and died again at the second try."""

    def __init__(self, name: str, code: int | None) -> None:
        """Name the article, and the signal or exit code that ended the process."""
        super().__init__(
            f"{name}: its worker {_ended(code)}, at the second try too; "
            "leave the article out, or if memory is short use fewer --jobs"
        )


class TimeLimitError(HealthscoreError):
    """An article took longer than it may, and did so again at the second try."""

    def __init__(self, name: str, seconds: float) -> None:
        """Name the article and the limit."""
        super().__init__(
            f"{name}: not scored within {seconds:g} s, at the second try either; raise the limit with --timeout"
        )


class InternalError(HealthscoreError):
    """A fault of ours in one article; it must not cost the reports of the others."""

    def __init__(self, name: str, shown: str) -> None:
        """Name the article and repeat the fault as it shows itself."""
        super().__init__(f"{name}: internal error, {shown}; please report it, with the article if you may")


class ItemTypeError(HealthscoreError, TypeError):
    """An item of a type that nothing can be read from."""

    def __init__(self, item: object) -> None:
        """Say what it is, and what it should be."""
        super().__init__(
            f"{' '.join(reprlib.repr(item).split())}: cannot be scored, its type is {type(item).__name__}; give a text as str, a file as a "
            "pathlib.Path, or an Article"
        )


class NoWorkersError(HealthscoreError):
    """Worker processes cannot be started at all."""

    def __init__(self, code: int | None) -> None:
        """Say how the last one ended, and what a script has to do."""
        super().__init__(
            f"the worker processes do not start: one {_ended(code)} before it was ready; in a script, call "
            'from under `if __name__ == "__main__":`, or leave out jobs'
        )


class FolderInUseError(HealthscoreError):
    """Another run writes into the same folder."""

    def __init__(self, folder: Path) -> None:
        """Name the folder."""
        super().__init__(
            f"{folder}: another run is writing into this folder; wait for its end, or choose another --out"
        )


class ForeignFileError(HealthscoreError):
    """A result would overwrite a file that no run of ours has made."""

    def __init__(self, path: Path) -> None:
        """Name the file."""
        super().__init__(
            f"{path}: is there already and no earlier run made it; choose another --out, or --restart to replace it"
        )


class ResultsError(HealthscoreError):
    """The folder of results cannot be written, or what an earlier run left there cannot be read."""

    def __init__(self, path: Path, reason: object, remedy: str) -> None:
        """Name the path, the reason and the remedy."""
        super().__init__(f"{path}: {reason}; {remedy}")


class CorpusError(HealthscoreError):
    """A corpus file, or one record of it, cannot be used."""

    def __init__(self, name: str, problem: str, remedy: str) -> None:
        """Name the file, with the line or row where it is one record's fault."""
        super().__init__(f"{name}: {problem}; {remedy}")


class MissingExtraError(HealthscoreError):
    """A library is needed that only comes along when asked for."""

    def __init__(self, what: str, extra: str) -> None:
        """Say what needs it and how to install it."""
        super().__init__(
            f"{what} needs one library more; install it with: pip install 'healthscore[{extra}]'"
        )


def _ended(code: int | None) -> str:
    if code is None or code >= 0:
        return f"ended with exit code {code}"
    try:
        name = Signals(-code).name
    except ValueError:
        name = f"signal {-code}"
    return "was killed (SIGKILL), as when memory runs out" if name == "SIGKILL" else f"crashed ({name})"
