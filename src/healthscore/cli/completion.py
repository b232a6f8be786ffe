"""``healthscore completion``."""

from __future__ import annotations

import click

SHELLS = ("bash", "zsh", "fish")
HELP = """\b
Where to put it:
  bash  healthscore completion bash > ~/.local/share/bash-completion/completions/healthscore
  zsh   healthscore completion zsh > a folder of $fpath, as _healthscore
  fish  healthscore completion fish > ~/.config/fish/completions/healthscore.fish
"""


@click.command(epilog=HELP, short_help="Print a shell's completion script.")
@click.argument("shell", type=click.Choice(SHELLS))
@click.pass_context
def completion(ctx: click.Context, shell: str) -> None:
    """Print the script that completes commands, options and paths in SHELL: bash, zsh or fish."""
    from click.shell_completion import get_completion_class

    kind = get_completion_class(shell)
    assert kind is not None, shell
    click.echo(kind(ctx.find_root().command, {}, "healthscore", "_HEALTHSCORE_COMPLETE").source())
