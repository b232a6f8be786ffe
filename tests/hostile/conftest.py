"""The helpers of other folders that these tests use: DOCX files, and what makes an input sound."""

import sys
from pathlib import Path

TESTS = Path(__file__).parents[1]
sys.path += [str(TESTS / "reading"), str(TESTS / "fuzz")]
