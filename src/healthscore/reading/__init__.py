"""Bytes to Article, through one door: ``read_file``, ``read_text``, ``read_bytes``."""

from healthscore.reading.door import DEFAULT_MAX_BYTES, read_bytes, read_file, read_text
from healthscore.reading.errors import ReadingError

__all__ = ["DEFAULT_MAX_BYTES", "ReadingError", "read_bytes", "read_file", "read_text"]
