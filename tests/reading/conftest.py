"""The modules of the folders below, for the tests that read one article in every format."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parent / "pdf"))
