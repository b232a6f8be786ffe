"""Bytes to Article, through one door: ``read_file``, ``read_text``, ``read_bytes``."""

from healthscore.reading.door import read_bytes, read_file, read_text
from healthscore.reading.errors import ReadingError

__all__ = ["ReadingError", "read_bytes", "read_file", "read_text"]
