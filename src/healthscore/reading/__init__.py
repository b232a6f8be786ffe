"""Bytes to Article, through one door: ``read_file``, ``read_text``, ``read_bytes``."""

from healthscore.reading.door import DEFAULT_MAX_BYTES, file_bytes, read_bytes, read_file, read_text
from healthscore.reading.errors import ReadingError

__all__ = ["DEFAULT_MAX_BYTES", "ReadingError", "file_bytes", "read_bytes", "read_file", "read_text"]
