"""What holds where nobody says otherwise; here, so that a command can name it in its help at no cost."""

from __future__ import annotations

LIMIT = 120.0  # seconds that an article may take
COMPARED = 5000  # articles: some 0.3 GB and half a minute, at the end and in a process of its own
