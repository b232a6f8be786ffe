"""Who wrote, reviewed and paid for an article, where short lines say so. A reviewer is no author."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from healthscore.reading.date_lines import is_bare_date, labelled_date
from healthscore.reading.draft import Chunk
from healthscore.reading.names import names_in, signed_names
from healthscore.reading.signs import plain_words, signs
from healthscore.regexes import when_needed

_BYLINE = re.compile(
    r"(?:(?:article |story |text |posted |words )?by\b\s*:?"
    r"|(?:written|authored|prepared|posted|published|compiled) (?:and (?:updated|edited|illustrated) )?by\b\s*:?"
    r"|authors?\s?(?:\(s\))?\s?:)\s*(?P<names>.+)",
    re.IGNORECASE | re.DOTALL,
)
_PAGE = r"(?:article|page|post|guide|leaflet|content|text|website|site|story)"
_REVIEWED = re.compile(
    rf"(?:(?:this |the )?{_PAGE} (?:was |is |has been )?)?(?:(?:medically|clinically|fact|peer)[ -])?"
    r"(?:reviewed|checked|approved|verified)(?: and \w+)?(?: (?:on |in )?[\w ,]{4,20}?)? by\b\s*:?\s*(?P<who>.+)"
    r"|(?:(?:medical|clinical|expert) )?reviewers?\s?:\s*(?P<listed>.+)",
    re.IGNORECASE | re.DOTALL,
)
_FUNDED = re.compile(
    rf"(?:^|\b{_PAGE} (?:is |was |has been ))(?:kindly )?"
    r"(?:funded|financed|sponsored|commissioned|paid for|brought to you) by\b\s*:?\s*(?P<who>.+)"
    r"|^(?:source of )?(?:funding|sponsors?|funders?)(?: source)?\s?:\s*(?P<listed>.+)"
    rf"|(?:^|\b{_PAGE} (?:is |was )(?:written |produced |published )?)in (?:paid |commercial |)partnership with "
    r"(?P<partner>.+)",
    re.IGNORECASE | re.DOTALL,
)
_HINT_OF_MONEY = re.compile(r"[Bb][Yy]\b|:|[Ww][Ii][Tt][Hh]\b")  # cheap, before the rest
_NOBODY = when_needed(r"(?:none|nobody|no one|not applicable|n/a|no )\b", re.IGNORECASE)
_ENDS_NAME = re.compile(r"[,;]|\.(?:\s|$)")
_WHEN = when_needed(r"\s(?:on|in|at)\s+(?:\w+\s+){0,2}\d.*", re.DOTALL)
_LONGEST_NAME = 80  # characters of what a body or team is called


def authors(line: str, parts: Sequence[str]) -> tuple[str, ...]:
    """Who wrote it, by a byline or a signature."""
    for part in parts:
        if found := labelled_date(part):
            part = part[found[2] :].lstrip(" ,")
        match = _BYLINE.match(part)
        if match and (names := names_in(match["names"])):
            return names
    return signed_names(line)


def reviewers(parts: Sequence[str]) -> tuple[str, ...]:
    """Who reviewed it: people by name, or else the body as it is called ("our editorial team")."""
    for part in parts:
        if match := _REVIEWED.match(part):
            return people(match["who"] or match["listed"])
    return ()


def funders(parts: Sequence[str]) -> tuple[str, ...]:
    """Who paid for it, as they are called."""
    for part in parts:
        if _HINT_OF_MONEY.search(part) and (match := _FUNDED.search(part)):
            return called(next(filter(None, match.groups())))
    return ()


def named_above_date(lines: Sequence[str]) -> tuple[str, ...]:
    """Who is named on a line of its own, if the next line is a date and nothing else."""
    for line, following in pairwise(lines):
        if is_bare_date(following) and " ".join(names := names_in(line)) == line:
            return names
    return ()


def described_author(prose: str, chunks: Sequence[Chunk]) -> tuple[str, ...]:
    """The name with which a paragraph under "About the author" begins."""
    for chunk, following in pairwise(chunks):
        if (
            chunk.kind == "heading"
            and plain_words(prose[chunk.start : chunk.end]) in signs("headings")["about_author"]
        ):
            words = " ".join(prose[following.start : following.end][:200].split())
            return names_in(re.split(r",|\b(?:is|has|was|works|writes|lives)\b", words, maxsplit=1)[0])
    return ()


def people(text: str) -> tuple[str, ...]:
    """The people that a text names, else the body or team."""
    return names_in(_WHEN().sub("", text)) or called(text)


def called(text: str) -> tuple[str, ...]:
    """What somebody is called, where that is short enough to be a name."""
    who = _ENDS_NAME.split(_WHEN().sub("", text).strip(), maxsplit=1)[0].strip(" *_().")
    return (who,) if 0 < len(who) <= _LONGEST_NAME and not _NOBODY().match(who) else ()
