"""An article that means harm to whatever shows it: markup, formulas, commands and control characters."""

from made import article, report, span
from msgspec.structs import replace

from healthscore.checks.base import Hit

EVIL = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[click](https://evil.example) ![x](https://evil.example/x.png) @everyone #12 www.evil.example",
    "=HYPERLINK(\"https://evil.example\",\"x\")",
    "::error::broken",
    "::stop-commands::pause",
    "##[error]broken ##[add-mask]a",
    "\x1b[2J\x1b]0;title\x07\x9b31m\u202e",
    "a | b || `c` ``` *d* _e_ ~~f~~ </details>",
    "]]> &amp; &#x3c; \x00\x0b\ufffe",
    "%0A::warning::x, file=y%25",
    "\udcff lone",
)  # fmt: skip
TEXT = "\n\n".join(EVIL) + "\n"
TITLE = ("<script>alert(1)</script>=1+1|`x`[a](b)::error::\x1b[1m" + "long title " * 1_000)[:10_000]
SOURCE = "=cmd,<b>|`[x](y)::error::%0A\x1b[1m.md"


def hostile(title=TITLE):
    """A report of which every text that could come from an article is hostile."""
    hits = {
        "hedging/overclaim": tuple(
            Hit("error", f"{words} said “{words}”", f"{words} not", (span(words, TEXT),)) for words in EVIL
        ),
        "consistency/direction-conflict": (
            Hit("error", TEXT, TEXT, (span(EVIL[0], TEXT), span(EVIL[2], TEXT)), sides=(1, 2)),
        ),
        "sourcing/no-references": (Hit("note", EVIL[4], EVIL[3], searched=EVIL[6]),),
    }
    of = replace(article(TEXT, title, SOURCE), authors=(EVIL[3], EVIL[0]))
    return report(of, hits=hits, claims=())
