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


class BrokenLinkError(ReadingError):
    """A symbolic link to a file that is not there."""

    def __init__(self, name: str) -> None:
        """Name the link."""
        super().__init__(name, "is a link to a file that is not there", "mend the link or remove it")


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


class SpecialFileError(ReadingError):
    """A pipe, a socket or a device where a file was expected."""

    def __init__(self, name: str) -> None:
        """Name the path."""
        super().__init__(
            name, "is a pipe, socket or device, not a file", "give - as the file and pipe the article in"
        )


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


class UnpackedTooLargeError(ReadingError):
    """A packed document that holds more than any article, as a zip bomb does."""

    def __init__(self, name: str, limit: int) -> None:
        """Give the limit and the option that raises it."""
        super().__init__(
            name,
            f"unpacks to more than {limit:,} bytes",
            "raise the limit with --max-bytes if this really is one article",
        )


class MissingLibraryError(ReadingError):
    """A document whose reader is not installed; ``extra`` is what brings it."""

    def __init__(self, name: str, format_name: str, extra: str) -> None:
        """Name the input, its format and the command."""
        super().__init__(
            name,
            f"{format_name} is read by a library that is not installed",
            f"run: pip install 'healthscore[{extra}]'",
        )


class LockedError(ReadingError):
    """A document that opens only with a password."""

    def __init__(self, name: str) -> None:
        """Name the input."""
        super().__init__(name, "needs a password", "open it and save a copy without one")


class DamagedError(ReadingError):
    """A document that its reader cannot make sense of, or that brings its reader down."""

    def __init__(self, name: str, problem: str) -> None:
        """Name the input and what is wrong with it."""
        super().__init__(name, problem, "get it anew, or open it in another program and save it again")


class NoTextError(ReadingError):
    """A document without text that can be read: pictures of pages, or letters that nothing names."""

    def __init__(self, name: str, problem: str) -> None:
        """Name the input and why there is no text."""
        super().__init__(name, problem, "have the text recognised first, with ocrmypdf for instance")


class TooManyPagesError(ReadingError):
    """A document with more pages than the limit."""

    def __init__(self, name: str, pages: int, limit: int) -> None:
        """Give pages, limit and the option that raises it."""
        super().__init__(
            name,
            f"{pages:,} pages are more than the limit of {limit:,}",
            "raise the limit with --max-pages if this really is one article",
        )


class TooMuchTextError(ReadingError):
    """An input that holds more text than the limit."""

    def __init__(self, name: str, limit: int) -> None:
        """Give the limit and the option that raises it."""
        super().__init__(
            name,
            f"holds more than {limit:,} characters of text",
            "raise the limit with --max-characters if this really is one article",
        )


class TooSlowError(ReadingError):
    """A document that takes longer to read than the limit."""

    def __init__(self, name: str, limit: float) -> None:
        """Give the limit and the option that raises it."""
        super().__init__(
            name,
            f"takes longer to read than the limit of {limit:g} seconds",
            "raise the limit with --max-seconds if this really is one article",
        )


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
