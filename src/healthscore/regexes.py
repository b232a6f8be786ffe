"""Regular expressions that most articles do not need, compiled when one does."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import AnyStr


def when_needed(pattern: AnyStr, flags: int = 0) -> Callable[[], re.Pattern[AnyStr]]:
    """What gives the compiled pattern, and compiles it at the first call: each costs a score up to a millisecond."""
    return cache(lambda: re.compile(pattern, flags))
