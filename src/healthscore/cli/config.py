"""Configuration: ``[tool.healthscore]`` in ``pyproject.toml``, or ``healthscore.toml``; the closest file wins.

Its keys are the options of ``healthscore score`` without their dashes, and they go through click's ``default_map``:
each is read by the option itself, so that the command line and the file cannot drift apart.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import UnionType
from typing import Any

import click

from healthscore.errors import HealthscoreError

OWN, SHARED = "healthscore.toml", "pyproject.toml"
_NO_KEYS = ("config", "no-config", "no-baseline", "stdin-filename")
_PER_FILE = "per-file-ignores"
_FORGONE = "healthscore.no-config"
_KINDS: Mapping[type, tuple[type | UnionType, str]] = {
    click.IntRange: (int, "a whole number"),
    type(click.FLOAT): (int | float, "a number"),
}
"""What stands in TOML for an option of a type, and how that is called; all others are texts."""


class ConfigError(HealthscoreError):
    """A configuration file that cannot be used."""

    def __init__(self, path: Path, problem: str) -> None:
        """Name the file and what is wrong with it."""
        super().__init__(f"{path}: {problem}")


def configured(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add ``--config`` and ``--no-config`` to a command whose paths are ``paths``, an eager argument."""
    none = click.option(
        "--no-config",
        is_flag=True,
        is_eager=True,
        expose_value=False,
        callback=_forgo,
        help="Read no configuration file.",
    )
    one = click.option(
        "--config",
        type=click.Path(path_type=Path),
        metavar="PATH",
        is_eager=True,
        expose_value=False,
        callback=_configure,
        help=f"Read this configuration instead of the closest {OWN} or {SHARED} with [tool.healthscore].",
    )
    return one(none(command))


def _forgo(ctx: click.Context, param: click.Parameter, given: bool) -> None:
    if given:
        ctx.meta[_FORGONE] = True


def _configure(ctx: click.Context, param: click.Parameter, given: Path | None) -> None:
    """Give the context the defaults of the file named, or of the closest one to what is read."""
    if ctx.resilient_parsing or ctx.meta.get(_FORGONE):
        return
    if given:
        ctx.default_map = _defaults(ctx, given, _named(given))
    elif found := _closest(_start(ctx.params.get("paths", ()))):
        ctx.default_map = _defaults(ctx, *found)


def _start(paths: Sequence[str]) -> Path:
    """The folder that holds all that is read; the working folder for stdin."""
    folders = [
        path if os.path.isdir(path) else path.parent  # noqa: PTH112 (a Path raises where a name is too long)
        for path in (Path(given).absolute() for given in paths if given != "-")
    ]
    try:
        return Path(os.path.commonpath(folders)) if folders else Path.cwd()
    except ValueError:  # on several drives
        return Path.cwd()


def _closest(start: Path) -> tuple[Path, Mapping[str, object]] | None:
    """The first file with a configuration on the way from a folder to the root, and what stands in it."""
    for folder in (start, *start.parents):
        own, shared = folder / OWN, folder / SHARED
        if os.path.isfile(own):  # noqa: PTH113 (a Path raises where a folder may not be searched)
            return own, _parsed(own)
        if os.path.isfile(shared) and (table := _tool(shared)) is not None:  # noqa: PTH113
            return shared, table
    return None


def _named(path: Path) -> Mapping[str, object]:
    if path.name != SHARED:
        return _parsed(path)
    table = _tool(path)
    if table is None:
        raise ConfigError(path, "has no [tool.healthscore]; add it, or name another file")
    return table


def _tool(path: Path) -> Mapping[str, object] | None:
    """What a ``pyproject.toml`` says to healthscore; one that does not name it is not ours to find fault with."""
    if "healthscore" not in _text(path):
        return None
    tool = _parsed(path).get("tool")
    table = tool.get("healthscore") if isinstance(tool, dict) else None
    if table is not None and not isinstance(table, dict):
        raise ConfigError(path, "tool.healthscore is no table; write [tool.healthscore]")
    return table


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise ConfigError(path, f"cannot be read ({error.strerror or error}); check it") from None
    except UnicodeDecodeError:
        raise ConfigError(path, "is not UTF-8; save it as UTF-8") from None


def _parsed(path: Path) -> Mapping[str, object]:
    import tomllib

    try:
        return tomllib.loads(_text(path))
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(path, f"is no TOML: {error}") from None


def _defaults(ctx: click.Context, path: Path, table: Mapping[str, object]) -> dict[str, Any]:
    """The values of the command's own options by parameter, each read by its option."""
    from healthscore.cli.score import score
    from healthscore.rubric.errors import shown, suggestion

    allowed = _options(score)
    own = _options(ctx.command)
    defaults: dict[str, Any] = {}
    for key, value in table.items():
        if key not in allowed:
            raise ConfigError(
                path, f"unknown key {shown(key)}{suggestion(key, allowed)} allowed: {', '.join(allowed)}"
            )
        if key in own and own[key].name:
            defaults[own[key].name] = _value(ctx, own[key], path, key, value)
        else:
            _value(ctx, allowed[key], path, key, value)
    return defaults


def _options(command: click.Command) -> dict[str, click.Option]:
    """The options that may be configured, by their long names without dashes."""
    named = {
        option.opts[-1].removeprefix("--"): option
        for option in command.params
        if isinstance(option, click.Option)
    }
    return {name: option for name, option in named.items() if name not in _NO_KEYS}


def _value(ctx: click.Context, option: click.Option, path: Path, key: str, value: object) -> object:
    """What an option makes of a value; paths are those from the file's folder."""
    if key == _PER_FILE and isinstance(value, dict):
        value = [f"{pattern}:{','.join(_texts(path, key, rules))}" for pattern, rules in value.items()]
    if key == "rubric" and option.multiple and isinstance(value, str):
        value = [value]
    if option.multiple:
        value = _texts(path, key, value)
    elif not _is_of_its_kind(option, value):
        raise ConfigError(path, f"{key} must be {_kind(option)}")
    try:
        return _placed(key, option.type_cast_value(ctx, value), path.parent)
    except click.BadParameter as error:
        raise ConfigError(path, f"{key}: {error.message}") from None


def _is_of_its_kind(option: click.Option, value: object) -> bool:
    if option.is_flag or isinstance(value, bool):
        return option.is_flag and isinstance(value, bool)
    return isinstance(value, _KINDS.get(type(option.type), (str, ""))[0])


def _kind(option: click.Option) -> str:
    return (
        "true or false"
        if option.is_flag
        else _KINDS.get(type(option.type), (str, "a text in quotation marks"))[1]
    )


def _texts(path: Path, key: str, value: object) -> list[str]:
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        wanted = (
            'a table of lists, {"PATTERN" = ["RULE"]}' if key == _PER_FILE else 'a list of texts, ["..."]'
        )
        raise ConfigError(path, f"{key} must be {wanted}")
    return value


def _placed(key: str, value: Any, folder: Path) -> object:
    """A value with its paths below the folder of the file that it comes from."""
    if key == "baseline":
        return folder / value
    if key == "rubric":
        named = [value] if isinstance(value, str) else value
        placed = tuple(str(folder / name) if name.endswith((".yaml", ".yml")) else name for name in named)
        return placed[0] if isinstance(value, str) else placed
    if key == "answers":
        return folder / value
    if key == "output":
        return tuple((form, folder / path) for form, path in value)
    if key == _PER_FILE:
        from msgspec.structs import replace

        return tuple(replace(each, root=folder.absolute()) for each in value)
    return value
