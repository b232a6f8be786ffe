"""What can go wrong with an input: one class a failure, a one-line message that names it and the remedy."""

from __future__ import annotations

from healthscore.errors import HealthscoreError


class ReadingError(HealthscoreError):
    """An input could not be read; the base of everything in this module."""

    def __init__(self, name: str, problem: str, remedy: str) -> None:
        """Build the one line that a person sees."""
        self.name = name
        super().__init__(f"{_one_line(name)}: {problem}; {remedy}")


class MissingFileError(ReadingError):
    """There is no such file."""

    def __init__(self, name: str) -> None:
        """Name the path."""
        super().__init__(name, "no such file", "check the path")


class VanishedFileError(ReadingError):
    """The file was there a moment ago, or changed while it was read."""

    def __init__(self, name: str) -> None:
        """Name the path."""
        super().__init__(name, "the file vanished while it was being read", "run again when it is in place")


class FolderError(ReadingError):
    """A folder where a file was expected."""

    def __init__(self, name: str) -> None:
        """Name the path."""
        super().__init__(name, "is a folder, not an article", "name a file in it")


class PermissionDeniedError(ReadingError):
    """The file may not be read by this user."""

    def __init__(self, name: str) -> None:
        """Name the path."""
        super().__init__(name, "permission denied", "make the file readable")


class UnreadableFileError(ReadingError):
    """The operating system refused for another reason."""

    def __init__(self, name: str, reason: str) -> None:
        """Name the path and repeat the system's reason."""
        super().__init__(name, f"cannot be read ({_one_line(reason)})", "check the file")


class TooLargeError(ReadingError):
    """The input is larger than the limit."""

    def __init__(self, name: str, size: int, limit: int) -> None:
        """Give size, limit and the option that raises it."""
        super().__init__(
            name,
            f"{size:,} bytes is more than the limit of {limit:,} bytes",
            "raise the limit with --max-bytes if this really is one article",
        )


class EmptyError(ReadingError):
    """Nothing in it, not even white space."""

    def __init__(self, name: str) -> None:
        """Name the input."""
        super().__init__(name, "is empty", "give a file with an article in it")


class BlankError(ReadingError):
    """Only white space or invisible characters."""

    def __init__(self, name: str) -> None:
        """Name the input."""
        super().__init__(name, "holds only white space", "give a file with an article in it")


class BinaryError(ReadingError):
    """Bytes that are not text in any encoding we know."""

    def __init__(self, name: str) -> None:
        """Name the input."""
        super().__init__(name, "is not text (binary data)", "save the article as UTF-8 text or Markdown")


class EncodingError(ReadingError):
    """Text, perhaps, but in no encoding that can be told."""

    def __init__(self, name: str) -> None:
        """Name the input."""
        super().__init__(name, "is in no encoding that can be recognised", "save the article as UTF-8")


class UnsupportedFormatError(ReadingError):
    """A document format that has no reader."""

    def __init__(self, name: str, format_name: str) -> None:
        """Name the input and its format."""
        super().__init__(name, f"{format_name} cannot be read", "save the article as text or Markdown")


class TooDeepError(ReadingError):
    """A page whose elements lie in one another without end."""

    def __init__(self, name: str, limit: int) -> None:
        """Name the input and the limit."""
        super().__init__(
            name,
            f"its HTML elements are nested more than {limit:,} deep",
            "save the article as text or Markdown",
        )


class TooManyElementsError(ReadingError):
    """A page of more elements than one article can have."""

    def __init__(self, name: str, limit: int) -> None:
        """Name the input and the limit."""
        super().__init__(
            name, f"has more than {limit:,} HTML elements", "save the article as text or Markdown"
        )


class NoArticleError(ReadingError):
    """A page on which nothing is left when menus, links and the like are taken away."""

    def __init__(self, name: str) -> None:
        """Name the input."""
        super().__init__(
            name, "no article on this page, only menus, links and the like", "save the page of one article"
        )


def _one_line(text: str) -> str:
    """A name may hold line breaks or lone surrogates; a message may not."""
    printable = "".join(char if char.isprintable() else "?" for char in text)
    return printable if len(printable) <= 300 else printable[:297] + "..."
