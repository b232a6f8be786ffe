"""``healthscore schema``."""

from __future__ import annotations

import json

import click


@click.command()
def schema() -> None:
    """Print the JSON Schema of the report."""
    from healthscore.report.json import json_schema

    click.echo(json.dumps(json_schema(), indent=2, ensure_ascii=False).encode() + b"\n", nl=False)
