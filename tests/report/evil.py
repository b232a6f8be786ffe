"""An article and a report that try to be more than text: in every field markup, commands and control characters."""

from made import CLAIMS, TEXT, article, dimension, report, span
from msgspec.structs import replace

from healthscore.checks.base import Hit
from healthscore.rubric.rating import CriterionRating

EVIL = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "</style></title><h1>",
    "' onclick='x\" onclick=\"y",
    "{{ 7 * 7 }}{% raw %}",
    "[a](javascript:alert)",
    "&lt;b&gt;",
    '=HYPERLINK("http://example.invalid")',
    "\n::error::stop ##[error]stop",
    "\u202egnp.exe\u2066",
    "\x00\x1b[31m\x07\x1b]0;t\x07\x0b\x85\u2028\ud800\ufffe",
)
WRITTEN = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "</style></title><h1>",
    "' onclick='x\" onclick=\"y",
    "{{ 7 * 7 }}{% raw %}",
    "[a](javascript:alert)",
    "&lt;b&gt;",
    '=HYPERLINK("http://example.invalid")',
    "::error::stop ##[error]stop",
    "gnp.exe",
)


def evil_report():
    evil = " ".join(EVIL)
    text = TEXT.replace("worry, too", f"worry {evil} too")
    of = replace(
        article(text, title=evil * 100, source=f"{evil}.txt"),
        authors=(evil,),
        reviewers=(evil,),
        funders=(evil,),
        notes=(evil,),
    )
    hits = {
        f"a{evil}/b{evil}": (Hit("note", evil, evil, (span(evil, text),), searched=evil, decided=(evil,)),),
        "consistency/x-conflict": (
            Hit(
                "error", evil, evil, (span(evil, text), span("Valerian", text)), decided=(evil,), sides=(1, 2)
            ),
        ),
        "balance/no-harms-named": (Hit("note", evil, evil, searched=evil),),
    }
    claims = (replace(CLAIMS[0], subject=evil, object=evil, scope=(f"population:{evil}",)),)
    criteria = (
        CriterionRating("c", f"m{evil}", 1.0, 1.0, 1, evil),
        CriterionRating("d", "m", 1.0, 2.0, 1, ""),
    )
    return report(of, hits=hits, claims=claims, dimensions=(dimension("sourcing", 1.4, evil, criteria),))
