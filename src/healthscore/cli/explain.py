"""``healthscore explain``: the manual of a rule, from its docstring."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

from healthscore.cli.app import console
from healthscore.errors import HealthscoreError

if TYPE_CHECKING:
    from rich.console import RenderableType

    from healthscore.checks import Rule


class UnknownRuleError(HealthscoreError):
    """A word that is neither a rule nor a dimension with rules."""

    def __init__(self, word: str, close: Iterable[str]) -> None:
        """Name the word and the rules that are spelt alike."""
        near = ", ".join(close)
        hint = f"did you mean {near}?" if near else "'healthscore explain' lists them all"
        super().__init__(f"there is no rule {word!r}; {hint}")


@click.command(short_help="Explain a rule, or list them all.")
@click.argument("rule", required=False)
def explain(rule: str | None) -> None:
    """Explain RULE: what it finds, why it matters, an example and what to write instead.

    Without RULE, or with the name of a dimension, list the rules there are.
    """
    from healthscore.checks import rules

    known = rules()
    if rule is None or rule in {r.dimension for r in known.values()}:
        out = [_listed(r for r in known.values() if rule in (None, r.dimension))]
    else:
        out = _manual(known[_resolved(rule, list(known))])
    show = console()
    for part in out:
        show.print(part)


def _resolved(word: str, known: list[str]) -> str:
    """The id of the rule meant: in full, or by its name alone where no other rule has it."""
    named = [id_ for id_ in known if word in (id_, id_.partition("/")[2])]
    if len(named) == 1:
        return named[0]
    from difflib import get_close_matches

    names = {id_.partition("/")[2]: id_ for id_ in known}
    close = get_close_matches(word, known, n=3) or get_close_matches(word.rpartition("/")[2], names, n=3)
    raise UnknownRuleError(word, named or [names.get(name, name) for name in close])


def _listed(chosen: Iterable[Rule]) -> RenderableType:
    from rich.table import Table

    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(no_wrap=True, style="bold")
    grid.add_column()
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
