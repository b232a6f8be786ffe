"""Where the markup of a Markdown paragraph lies, character for character.

markdown-it-py gives the lines of a block but no places within them. Its inline rules are therefore wrapped:
whenever one succeeds, the stretch it consumed is known to be markup, a link, or an emphasis mark that counts
only if a partner is found for it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from healthscore.article import Span

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

Rule = Callable[["StateInline", bool], bool]
Recorder = Callable[["StateInline", int, "Markup"], None]

_LONGEST = (
    100_000  # characters; no paragraph is longer, and markup in one that is would take too long to find
)
_SIGNS = re.compile(r"[*_\[<`\\&~]")  # without one of these there is no markup
_KEY = "healthscore_markup"


class Markup(Struct, frozen=True):
    """Markup of one paragraph: stretches to blank, (label, target) of links, and marks awaiting a partner."""

    blanks: list[Span]
    links: list[tuple[Span, str]]
    delimiters: list[tuple[Span, Token]]


@cache
def parser() -> MarkdownIt:
    """A CommonMark parser with tables, footnotes and strikethrough that leaves inline content alone."""
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import emphasis, strikethrough
    from mdit_py_plugins.footnote import footnote_plugin

    class Verbatim(MarkdownIt):
        """Keeps addresses as they are written."""

        def normalizeLink(self, url: str) -> str:  # noqa: N802 (the library's name)
            return url

        def validateLink(self, url: str) -> bool:  # noqa: N802 (the library's name)
            return True

    md = Verbatim("commonmark").enable(["table", "strikethrough"])
    md.use(footnote_plugin, inline=False)
    md.disable(["code", "inline", "text_join", "footnote_tail", "fragments_join"])
    for name, rule, recorder in _recorded_rules(emphasis.tokenize, strikethrough.tokenize):
        md.inline.ruler.at(name, _recording(rule, recorder))
    return md


def markup_of(content: str, env: Mapping[str, Any]) -> Markup:
    """The markup in the inline content of a block; ``env`` holds the document's link definitions."""
    markup = Markup([], [], [])
    if len(content) <= _LONGEST and _SIGNS.search(content):
        md = parser()
        md.inline.parse(content, md, {**env, _KEY: markup}, [])
        markup.blanks.extend(
            span for span, token in markup.delimiters if token.type != "text" or not token.content
        )
    return markup


def _recorded_rules(emphasis: Rule, strikethrough: Rule) -> list[tuple[str, Rule, Recorder]]:
    from markdown_it.rules_inline import autolink, backtick, entity, escape, html_inline, image, link

    return [
        ("escape", escape, _record_escape),
        ("backticks", backtick, _record_backticks),
        ("strikethrough", strikethrough, _record_delimiters),
        ("emphasis", emphasis, _record_delimiters),
        ("link", link, _record_link),
        ("image", image, _record_blank),
        ("autolink", autolink, _record_autolink),
        ("html_inline", html_inline, _record_blank),
        ("entity", entity, _record_blank),
    ]


def _recording(rule: Rule, record: Recorder) -> Rule:
    def recorded(state: StateInline, silent: bool) -> bool:
        start = state.pos
        found = rule(state, silent)
        if found and not silent:
            record(state, start, state.env[_KEY])
        return found

    return recorded


def _record_blank(state: StateInline, start: int, markup: Markup) -> None:
    markup.blanks.append(Span(start, state.pos))


def _record_escape(state: StateInline, start: int, markup: Markup) -> None:
    markup.blanks.append(Span(start, start + 1))


def _record_backticks(state: StateInline, start: int, markup: Markup) -> None:
    code = state.src[start : state.pos]
    ticks = len(code) - len(code.lstrip("`"))
    if ticks < len(code):
        markup.blanks.extend((Span(start, start + ticks), Span(state.pos - ticks, state.pos)))


def _record_delimiters(state: StateInline, start: int, markup: Markup) -> None:
    end = state.pos
    for token in reversed(state.tokens):
        if end <= start:
            break
        markup.delimiters.append((Span(end - len(token.content), end), token))
        end -= len(token.content)


def _record_autolink(state: StateInline, start: int, markup: Markup) -> None:
    markup.blanks.append(Span(start, state.pos))
    markup.links.append((Span(start + 1, state.pos - 1), state.src[start + 1 : state.pos - 1]))


def _record_link(state: StateInline, start: int, markup: Markup) -> None:
    """Blank the brackets and the address; the brackets stay around a citation's number, as in ``[3]``."""
    end, maximum = state.pos, state.posMax
    label_end = state.md.helpers.parseLinkLabel(state, start, True)
    state.pos, state.posMax = end, maximum
    label = Span(start + 1, label_end)
    is_number = state.src[slice(*label)].strip().isdigit()
    markup.blanks.append(Span(label_end + is_number, end))
    if not is_number:
        markup.blanks.append(Span(start, start + 1))
    target = next(t.attrs["href"] for t in reversed(state.tokens) if t.type == "link_open")
    markup.links.append((label, str(target)))
