"""Options that several commands share, and what they are read into."""

from __future__ import annotations

from collections.abc import Callable
from math import isnan
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from healthscore.cli.formats import FORMATS

if TYPE_CHECKING:
    from healthscore.report.limits import Limits
    from healthscore.report.selection import PerFile, Selection
    from healthscore.rubric import Rubric

    _Outputs = click.ParamType[tuple[str, Path]]
    _Rules = click.ParamType[frozenset[str]]
    _PerFiles = click.ParamType[PerFile]
else:
    _Outputs = _Rules = _PerFiles = click.ParamType  # takes no type arguments before click 8.4


class Output(_Outputs):
    """``FORMAT:PATH``."""

    name = "FORMAT:PATH"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, Path]:
        """Both halves, or an error that says what is allowed."""
        if isinstance(value, tuple):
            return value
        form, _, path = str(value).partition(":")
        if form not in FORMATS or not path:
            self.fail(f"{value!r} is not FORMAT:PATH with a format of {', '.join(FORMATS)}", param, ctx)
        if path == "-":
            self.fail(f"{value!r} would be a file named -; for stdout use --output-format {form}", param, ctx)
        return form, Path(path)


class Seconds(click.FloatRange):
    """A number of seconds above nothing; ``inf`` is one."""

    def __init__(self) -> None:
        """The range is always the same."""
        super().__init__(min=0, min_open=True)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> float:
        """The number; that which is none compares with no bound, so that the range lets it pass."""
        seconds = float(super().convert(value, param, ctx))
        if isnan(seconds):
            self.fail(f"{value!r} is not a number of seconds", param, ctx)
        return seconds


class Rules(_Rules):
    """``RULE[,RULE...]``, each a rule's id, a rule's name alone, or a dimension for all of its rules."""

    name = "RULE"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> frozenset[str]:
        """The ids of the rules meant."""
        if isinstance(value, frozenset):
            return value
        from healthscore.checks.naming import close_to, named

        words = [word.strip() for word in str(value).split(",") if word.strip()]
        for word in words:
            if not named(word):
                near = ", ".join(close_to(word))
                hint = f"did you mean {near}?" if near else "'healthscore explain' lists the rules"
                self.fail(f"{word!r} is neither a rule nor a dimension; {hint}", param, ctx)
        return frozenset().union(*map(named, words))


class PerFileRules(_PerFiles):
    """``PATTERN:RULE[,RULE...]``."""

    name = "PATTERN:RULE"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> PerFile:
        """The pattern, and the rules that are ignored in files of such a name."""
        from healthscore.report.selection import PerFile

        if isinstance(value, PerFile):
            return value
        pattern, colon, rules = str(value).rpartition(":")
        if not colon or not pattern:
            self.fail(f"{value!r} is not PATTERN:RULE", param, ctx)
        here = Path.cwd()
        return PerFile(pattern, Rules().convert(rules, param, ctx), here, here)


_SEVERITIES = ("error", "warning", "note")
_OPTIONS = (
    click.option(
        "--max-bytes",
        type=click.IntRange(min=1),
        metavar="N",
        help="Refuse files larger than this.  [default: 2000000, for documents such as PDF 20000000]",
    ),
    click.option(
        "--max-characters",
        type=click.IntRange(min=1),
        metavar="N",
        help="Refuse what holds more characters of text than this, in any format.  [default: 200000]",
    ),
    click.option(
        "--max-pages",
        type=click.IntRange(min=1),
        metavar="N",
        help="Refuse documents with more pages than this.  [default: 200]",
    ),
    click.option(
        "--max-seconds",
        type=Seconds(),
        metavar="N",
        help="Give up on a document that takes longer to read than this; inf: never.  [default: 4]",
    ),
    click.option(
        "--select",
        type=Rules(),
        multiple=True,
        metavar="RULE,...",
        help="Report findings of these rules only; a dimension stands for all of its rules.",
    ),
    click.option(
        "--ignore",
        type=Rules(),
        multiple=True,
        metavar="RULE,...",
        help="Report no findings of these rules, selected or not. Ratings stay as they are.",
    ),
    click.option(
        "--per-file-ignores",
        type=PerFileRules(),
        multiple=True,
        metavar="PATTERN:RULE,...",
        help="Report no findings of these rules in files whose path, or name if the pattern has no slash, matches.",
    ),
    click.option(
        "--no-suppressions",
        is_flag=True,
        help="Report also what comments in the text suppress (<!-- healthscore: ignore[RULE] reason -->).",
    ),
)


_LIMITS = (
    click.option(
        "--fail-under",
        type=float,
        metavar="RATING",
        help="Exit 1 where an article is rated below this; one that is not rated passes, and is named.",
    ),
    click.option(
        "--fail-on", type=click.Choice(_SEVERITIES), help="Exit 1 for a finding at or above this severity."
    ),
)

one_rubric = click.option(
    "--rubric",
    metavar="ID|PATH",
    help="The rubric to rate by: a shipped one's id or a YAML file.  [default: five-dimensions]",
)


def reading_and_selecting(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options that say how an article is rated and which of its findings are reported."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def limiting(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options that say which articles do not pass."""
    for option in reversed(_LIMITS):
        command = option(command)
    return command


def check_limits(limits: Limits, rubric: Rubric) -> None:
    """See that a rubric can give the rating that is asked for."""
    scale, _ = rubric.whole
    low, high = scale.min, scale.max
    if limits.under is not None and not low <= limits.under <= high:
        raise click.UsageError(
            f"--fail-under {limits.under:g} is outside the scale of {rubric.id}, {low:g} to {high:g}"
        )


def selection(
    select: tuple[frozenset[str], ...],
    ignore: tuple[frozenset[str], ...],
    per_file_ignores: tuple[PerFile, ...],
    no_suppressions: bool,
) -> Selection:
    """What these options select."""
    from healthscore.report.selection import Selection

    return Selection(
        select=frozenset().union(*select) if select else None,
        ignore=frozenset().union(*ignore),
        per_file=per_file_ignores,
        comments=not no_suppressions,
    )
