"""Bytes to Article, through one door: ``read_file``, ``read_text``, ``read_bytes``."""

from healthscore.reading.door import file_bytes, read_bytes, read_file, read_text
from healthscore.reading.errors import ReadingError

__all__ = ["ReadingError", "file_bytes", "read_bytes", "read_file", "read_text"]
