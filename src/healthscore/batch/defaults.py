"""What holds where nobody says otherwise; here, so that a command can name it in its help at no cost."""

from __future__ import annotations

LIMIT = 120.0  # seconds that an article may take
COMPARED = 5000  # articles: some 20 s and 0.5 GB, at the end and in a process of its own
