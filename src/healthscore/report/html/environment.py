"""The templates, and what holds for every page: text is made showable and escaped, nothing outside is reached."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from healthscore._version import __version__
from healthscore.checks.base import counted
from healthscore.report.figures import figure
from healthscore.report.words import clean, shorten, showable

_CONTROLS = str.maketrans(dict.fromkeys("\x0b\x0c\x1c\x1d\x1e\x1f\u2028\u2029", " "))
_COMMANDS = (("::", Markup("&#58;:")), ("##[", Markup("&#35;#[")))  # a CI runner reads them from a log
_NONCHARACTERS = str.maketrans(dict.fromkeys("\ufffe\uffff", "\ufffd"))


def page(template: str, **said: Any) -> str:
    """One page from a template, whole."""
    style = _joined("shared.css", f"{template}.css", "print.css")
    script = _joined("shared.js", f"{template}.js")
    return (
        _environment()
        .get_template(f"{template}.html")
        .render(style=style, script=script, policy=_policy(style, script), version=__version__, **said)
        + "\n"
    )


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("healthscore.report.html"),
        autoescape=True,
        auto_reload=False,
        finalize=_inert,
        lstrip_blocks=True,
        trim_blocks=True,
        undefined=StrictUndefined,
    )
    environment.filters["counted"] = counted
    environment.filters["figure"] = figure
    environment.filters["short"] = lambda text, width: shorten(clean(text), width)
    return environment


def _inert(value: Any) -> Any:
    """What every expression of a template goes through: no text reaches a page, or a log of it, as a command."""
    if not isinstance(value, str) or isinstance(value, Markup):
        return value
    if not (value.isascii() and value.isprintable()):
        value = showable(value).translate(_CONTROLS | _NONCHARACTERS)
    for command, said in _COMMANDS:
        if command in value:
            value = escape(value).replace(command, said)
    return value


@cache
def _joined(*names: str) -> Markup:
    """Styles or scripts of ours, one after another."""
    folder = files("healthscore.report.html").joinpath("templates")
    return Markup("\n" + "\n".join(folder.joinpath(name).read_text("utf-8") for name in names))


@cache
def _policy(style: str, script: str) -> str:
    """The Content-Security-Policy: our own style and script by their hashes, and nothing else."""
    hashes = (
        base64.b64encode(hashlib.sha256(part.encode()).digest()).decode("ascii") for part in (style, script)
    )
    allowed = "default-src 'none'; img-src data:; style-src 'sha256-{}'; script-src 'sha256-{}'; "
    return allowed.format(*hashes) + "base-uri 'none'; form-action 'none'"
