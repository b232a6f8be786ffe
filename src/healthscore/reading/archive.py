"""ZIP archives from strangers: only members that are asked for are unpacked, and only so far."""

from __future__ import annotations

import zipfile
import zlib
from io import BytesIO

from healthscore.reading.errors import DamagedError, UnpackedTooLargeError

_MOST_MEMBERS = 10_000
_ENTRY = b"PK\x01\x02"  # opens each entry of the list of members
_METHODS = (
    zipfile.ZIP_STORED,
    zipfile.ZIP_DEFLATED,
)  # what documents use; the others may ask for much memory
_ENCRYPTED = 0x1
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError)


class Archive:
    """The members of a ZIP archive by name; nothing is written, and no more than ``most`` bytes are unpacked in all."""

    def __init__(self, data: bytes, name: str, label: str, most: int) -> None:
        """Take the list of members; ``name`` and ``label`` are the file's and its format's, for what goes wrong.

        Raises:
            DamagedError: it is no ZIP archive, or not a sound one.
        """
        self._name, self._label, self._most, self._left = name, label, most, most
        if data.count(_ENTRY) > _MOST_MEMBERS:  # counted before a list is made of them
            raise self._damaged(f"it lists more than {_MOST_MEMBERS:,} parts")
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
        except _BROKEN as error:
            raise self._damaged(str(error)) from None
        self._members = {info.filename.replace("\\", "/").lstrip("/"): info for info in self._zip.infolist()}

    def __contains__(self, member: str) -> bool:
        """Whether there is such a member."""
        return member in self._members

    def read(self, member: str) -> bytes | None:
        """What a member holds, or None where there is none of that name.

        Raises:
            DamagedError: it cannot be unpacked.
            UnpackedTooLargeError: it holds more than is left of the limit, whatever the archive says of its size.
        """
        info = self._members.get(member)
        if info is None:
            return None
        if info.flag_bits & _ENCRYPTED or info.compress_type not in _METHODS:
            raise self._damaged(f"{member} is packed in a way that documents do not use")
        try:
            with self._zip.open(info) as stream:
                data = stream.read(self._left + 1)
        except _BROKEN as error:
            raise self._damaged(str(error)) from None
        if len(data) > self._left:
            raise UnpackedTooLargeError(self._name, self._most)
        self._left -= len(data)
        return data

    def _damaged(self, reason: str) -> DamagedError:
        return damaged(self._name, self._label, reason)


def damaged(name: str, label: str, reason: str) -> DamagedError:
    """A document that is not what its name or its first bytes say."""
    return DamagedError(name, f"is no sound {label} file ({' '.join(reason.split())})")
