"""Bytes to Article, through one door: ``read_file``, ``read_text``."""

from healthscore.reading.door import read_file, read_text

__all__ = ["read_file", "read_text"]
