"""``healthscore explain``: the manual of a rule, from its docstring, and the cases that it is tested on."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

from healthscore.cli.app import console
from healthscore.errors import HealthscoreError

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.table import Table
    from rich.text import Text

    from healthscore.checks import Rule
    from healthscore.checks.case import Case
    from healthscore.report.look import Look

SHOWN = 4  # cases of a kind


class UnknownRuleError(HealthscoreError):
    """A word that is neither a rule nor a dimension with rules."""

    def __init__(self, word: str, close: Iterable[str]) -> None:
        """Name the word and the rules that are spelt alike."""
        near = ", ".join(close)
        hint = f"did you mean {near}?" if near else "'healthscore explain' lists them all"
        super().__init__(f"there is no rule {word!r}; {hint}")


@click.command(short_help="Explain a rule, or list them all.")
@click.argument("rule", required=False)
@click.option(
    "--all", "every", is_flag=True, help=f"Show every case of RULE, not {SHOWN} found and {SHOWN} left alone."
)
def explain(rule: str | None, every: bool) -> None:
    """Explain RULE: what it finds, why it matters, what to write instead, and cases it is tested on.

    Without RULE, or with the name of a dimension, list the rules there are.
    """
    from healthscore.checks import documented

    known = documented()
    show = console()
    if rule is None or rule in {r.dimension for r in known.values()}:
        out = [_listed(r for r in known.values() if rule in (None, r.dimension))]
    else:
        from healthscore.report.look import Look

        chosen = known[_resolved(rule)]
        out = [*_manual(chosen), *_cases(chosen, None if every else SHOWN, Look.of(show.options))]
    for part in out:
        show.print(part)


def _resolved(word: str) -> str:
    """The id of the rule meant: in full, or by its name alone where no other rule has it."""
    from healthscore.checks.naming import close_to, named

    meant = sorted(named(word))
    if len(meant) == 1:
        return meant[0]
    raise UnknownRuleError(word, meant or close_to(word))


def _listed(chosen: Iterable[Rule]) -> RenderableType:
    grid = _two_columns("bold")
    for rule in chosen:
        grid.add_row(rule.id, rule.summary)
    return grid


def _manual(rule: Rule) -> list[RenderableType]:
    from rich.padding import Padding
    from rich.text import Text

    parts: list[RenderableType] = [Text(rule.id, style="bold"), Text(rule.summary)]
    for heading, body in rule.manual.items():
        parts += ["", Text(heading, style="bold cyan"), Padding(Text(_reflowed(body)), (0, 0, 0, 2))]
    return parts


def _cases(rule: Rule, most: int | None, look: Look) -> list[RenderableType]:
    """What the rule finds, with that part in quotation marks, and what it leaves alone; ``most`` of each."""
    from rich.padding import Padding
    from rich.text import Text

    from healthscore.checks import rules
    from healthscore.checks.case import cases

    if rule.id not in rules():
        return []
    both = cases(rule.dimension)[rule.id]
    parts: list[RenderableType] = []
    for heading, known in (("Found", both.found), ("Left alone", both.near_misses)):
        grid = _two_columns("dim")
        shown = known if most is None else _varied(known, most)
        for case in shown:
            grid.add_row(case.topic, _marked(case, look))
        parts += ["", Text(heading, style="bold cyan"), Padding(grid, (0, 0, 0, 2))]
        if rest := len(known) - len(shown):
            parts.append(Text(f"  and {rest} more with --all", style="dim"))
    return parts


def _varied(known: Iterable[Case], most: int) -> list[Case]:
    """The first cases, one of each topic."""
    first: dict[str, Case] = {}
    for case in known:
        first.setdefault(case.topic, case)
    return list(first.values())[:most]


def _marked(case: Case, look: Look) -> Text:
    """The text without its empty lines; what is found in bold and quotation marks."""
    from rich.text import Text

    marked, at = Text(), 0
    for start, end in sorted((start := case.text.find(quote), start + len(quote)) for quote in case.quotes):
        if start >= at:
            marked.append(case.text[at:start])
            marked.append(look.fold(f"“{case.text[start:end]}”"), style="bold")
            at = end
    marked.append(case.text[at:])
    for other in case.beside:
        marked.append("\nbeside ", style="dim")
        marked.append(other)
    return Text("\n").join(line for line in marked.split("\n") if line.plain.strip())


def _two_columns(style: str) -> Table:
    """A grid for a word in this style and what belongs to it."""
    from rich.table import Table

    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(no_wrap=True, style=style)
    grid.add_column()
    return grid


def _reflowed(body: str) -> str:
    """Source lines joined into paragraphs; list items and indented lines keep lines of their own."""
    lines: list[str] = []
    for line in body.splitlines():
        joins = lines and lines[-1].strip() and line.strip() and not line.startswith(("- ", "* ", " "))
        if joins:
            lines[-1] = f"{lines[-1]} {line.strip()}"
        else:
            lines.append(line)
    return "\n".join(lines)
