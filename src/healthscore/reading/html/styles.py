"""What inline styles and a page's own style sheets hide."""

from __future__ import annotations

import re

from msgspec import Struct

_DECLARATION = re.compile(r"(?<![\w-])([\w-]+)\s*:\s*([^;]*)")
_FAR = re.compile(r"-\s*(?:\d{4,}(?:\.\d+)?px|\d{3,}(?:\.\d+)?(?:r?em|%|vw|vh))")
_NOTHING = re.compile(r"0*(?:\.0*)?(?:px|r?em|%|pt|vw|vh)?")
_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
_BRACE = re.compile(r"[{}]")
_SIMPLE = re.compile(r"[a-z0-9]*(?P<name>[.#][A-Za-z_-][\w-]*)")
_NAME = re.compile(r"[.#][A-Za-z_-][\w-]*")
_SHORT_HEX = re.compile(r"#([0-9a-f])([0-9a-f])([0-9a-f])")
_NAMED = {"white": "#ffffff", "black": "#000000", "rgb(255,255,255)": "#ffffff", "rgb(0,0,0)": "#000000"}
_LONGEST = 500_000  # characters of style sheets


class Style(Struct, frozen=True):
    """Why something is hidden (empty: it is not), and the colours that are set, as far as they are plain."""

    hides: str = ""
    colour: str = ""
    background: str = ""


NO_STYLE = Style()


def style_of(declarations: str) -> Style:
    """What the declarations of a ``style`` attribute, or of one rule, come to."""
    found = {name: _plain(value) for name, value in _DECLARATION.findall(declarations.lower())}
    background = found.get("background-color") or found.get("background", "")
    return Style(_hides(found), colour(found.get("color", "")), colour(background))


def colour(value: str) -> str:
    """A colour for comparison; empty for what is no plain colour."""
    value = _NAMED.get(bare := value.strip().lower().replace(" ", ""), bare)
    value = _SHORT_HEX.sub(r"#\1\1\2\2\3\3", value) if len(value) == 4 else value
    return value if value.isalpha() or (value.startswith("#") and len(value) == 7) else ""


def hidden_names(sheet: str) -> frozenset[str]:
    """The classes (``.name``) and ids (``#name``) that a style sheet hides, always and on every screen.

    Only rules for one class or id count, and only where no other rule of the sheet shows it again.
    """
    hidden: set[str] = set()
    shown: set[str] = set()
    for selectors, declarations in _rules(_COMMENT.sub("", sheet[:_LONGEST])):
        hides = style_of(declarations).hides
        for selector in selectors.split(","):
            simple = _SIMPLE.fullmatch(selector.strip())
            if hides and simple:
                hidden.add(simple["name"])
            elif not hides and ("display" in declarations or "visibility" in declarations):
                shown.update(_NAME.findall(selector))
    return frozenset(hidden - shown)


def _rules(sheet: str) -> list[tuple[str, str]]:
    """Selectors and declarations of the rules that stand in no other rule (as those for print do)."""
    rules: list[tuple[str, str]] = []
    depth, start, selectors = 0, 0, ""
    for brace in _BRACE.finditer(sheet):
        if brace.group() == "{":
            depth += 1
            if depth == 1:
                selectors, start = sheet[start : brace.start()].strip(), brace.end()
            continue
        if depth == 1:
            if not selectors.startswith("@"):
                rules.append((selectors, sheet[start : brace.start()]))
            start = brace.end()
        depth = max(depth - 1, 0)
    return rules


def _plain(value: str) -> str:
    return value.replace("!important", "").strip()


def _hides(style: dict[str, str]) -> str:
    if style.get("display") == "none":
        return "display:none"
    if style.get("visibility") in ("hidden", "collapse"):
        return "visibility:hidden"
    if "font-size" in style and _NOTHING.fullmatch(style["font-size"]) and style["font-size"]:
        return "font size 0"
    if style.get("opacity") and _NOTHING.fullmatch(style["opacity"]):
        return "opacity 0"
    return "off screen" if _is_off_screen(style) else ""


def _is_off_screen(style: dict[str, str]) -> bool:
    if _FAR.fullmatch(style.get("text-indent", "")):
        return True
    if style.get("position") in ("absolute", "fixed"):
        if any(_FAR.fullmatch(style.get(side, "")) for side in ("left", "right", "top", "bottom")):
            return True
        if style.get("clip", "").replace(" ", "").replace("px", "").replace(",", "")[:9] in (
            "rect(0000",
            "rect(1111",
        ):
            return True
    flat = any(
        style.get(side) and _NOTHING.fullmatch(style[side]) for side in ("height", "width", "max-height")
    )
    return flat and style.get("overflow") == "hidden"
