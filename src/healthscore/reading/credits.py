"""Who wrote, reviewed and paid for an article, where short lines say so. A reviewer is no author."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from healthscore.reading.date_lines import bare_date, is_bare_date, labelled_date, without_reading_time
from healthscore.reading.dates import before_date
from healthscore.reading.draft import Chunk
from healthscore.reading.names import body_in, is_team, names_in, people_with_roles, signed_names
from healthscore.reading.signs import plain_words, signs
from healthscore.regexes import when_needed

_DATED_BYLINE = when_needed(
    r"(?P<date>[^|]{6,30}?\b(?:19|20)\d\d(?:-\d\d-\d\d)?),?\s+(?P<byline>by\s.+)", re.IGNORECASE | re.DOTALL
)
_PAGE = r"(?:article|page|post|guide|leaflet|content|text|website|site|story)"
_LEAFLET = r"(?:leaflet|factsheet|fact sheet|booklet|handout|guide|page|information sheet)"
_WRITTEN = r"(?:written|authored|prepared|posted|published|compiled) (?:and (?:updated|edited|illustrated) )?"
_BYLINE = re.compile(
    r"(?:(?:article |story |text |posted |words )?by\b\s*:?"
    rf"|{_WRITTEN}by\b\s*:?"
    rf"|this {_PAGE} (?:was|is|has been) (?:originally |first |jointly )?(?:{_WRITTEN}|produced |developed |created |issued )by\b"
    rf"|(?:an? )?{_LEAFLET}[^,.:]{{0,20}}, {_WRITTEN}by\b\s*:?"
    r"|(?:[A-Z][^,.]{1,60}, )?(?:an? |the )?(?:\w{1,15} )?column by\b"
    r"|(?P<by_body>(?:produced|developed|created|issued|answered) by\b\s*:?"
    rf"|(?:an? |this )?{_LEAFLET} (?:is )?(?:from|by)\b"
    r"|(?:information|advice|notes?|answers) for (?:\w{1,15} and )?(?:patients|parents|carers|families|women|men|relatives)(?: and \w{1,15})? (?:from|of|by)\b"
    r"|from (?=the [A-Z]))"
    r"|(?:authors?\s?(?:\(s\))?|text|words|story|writer|reporter)\s?:)\s*(?P<names>.+)",
    re.IGNORECASE | re.DOTALL,
)
_REVIEWED = when_needed(
    rf"(?:(?:this |the )?{_PAGE} (?:was |is |has been )?)?(?:(?:medically|clinically|fact|peer)[ -])?"
    r"(?:reviewed|checked|approved|verified)(?: and \w+)?(?: (?:on |in )?[\w ,]{4,20}?)? by\b\s*:?\s*(?P<who>.+)"
    r"|(?:(?:medical|clinical|expert) )?reviewers?\s?:\s*(?P<listed>.+)",
    re.IGNORECASE | re.DOTALL,
)
_FUNDED = when_needed(
    rf"(?:^|\b{_PAGE} (?:is |was |has been ))(?:kindly )?"
    r"(?:funded|financed|sponsored|commissioned|paid for|brought to you) by\b\s*:?\s*(?P<who>.+)"
    r"|^(?:source of )?(?:funding|sponsors?|funders?)(?: source)?\s?:\s*(?P<listed>.+)"
    rf"|(?:^|\b{_PAGE} (?:is |was )(?:written |produced |published )?)in (?:paid |commercial |)partnership with "
    r"(?P<partner>.+)",
    re.IGNORECASE | re.DOTALL,
)
_HINT = re.compile(r"[Bb][Yy]\b|:|[Ww][Ii][Tt][Hh]\b")  # cheap, before the rest
_ROLE = when_needed(r"(?:our|the|an?) (?:[a-z-]+ ){0,3}[a-z-]+(?:,| with) ")
_NOBODY = when_needed(r"(?:none|nobody|no one|not applicable|n/a|no )\b", re.IGNORECASE)
_ENDS_NAME = re.compile(r"[,;]|\.(?:\s|$)")
_WHEN = when_needed(r"\s(?:on|in|at)\s+(?:\w+\s+){0,2}\d.*", re.DOTALL)
_LONGEST_NAME = 80  # characters of what a body or team is called


def authors(line: str, parts: Sequence[str]) -> tuple[str, ...]:
    """Who wrote it, people or a body, by a byline or a signature."""
    return next((names for names, _ in _bylines(parts) if names), ()) or signed_names(line)


def date_of_byline(parts: Sequence[str]) -> str:
    """The ISO date that stands in a byline or beside it; empty where there is none."""
    return next((date or next(filter(None, map(bare_date, parts)), "") for _, date in _bylines(parts)), "")


def signed_and_dated(parts: Sequence[str]) -> tuple[tuple[str, ...], str]:
    """Who is named beside a date on a line that has nothing else on it, and the date: "2021-06-04 | Ada Marsh"."""
    told = [part for part in map(without_reading_time, parts) if part]
    dates, others = list(filter(is_bare_date, told)), [part for part in told if not is_bare_date(part)]
    if len(others) != 1 or len(dates) > 1:
        return (), ""
    who, date = before_date(others[0]) if not dates else (others[0], bare_date(dates[0]))
    names = people_with_roles(who) if date else ()
    if not names or (not dates and " ".join(names) == who):  # "Weight Loss, May 2021"
        return (), ""
    return names, date


def _bylines(parts: Sequence[str]) -> Iterator[tuple[tuple[str, ...], str]]:
    """Who the bylines among the parts of a line name, each with the date that it ends with; of a team only this."""
    for part in parts:
        begins = ""
        if found := labelled_date(part):
            part = part[found[2] :].lstrip(" ,")
        elif (dated := _DATED_BYLINE().match(part)) and (begins := bare_date(dated["date"])):
            part = dated["byline"]
        if match := _BYLINE.match(part):
            who, date = before_date(match["names"])
            names = (not match["by_body"] and (names_in(who) or _named_after_role(who))) or body_in(
                _last_body(who)
            )
            if names or (not match["by_body"] and is_team(who)):
                yield names, begins or date


def _named_after_role(who: str) -> tuple[str, ...]:
    """Who is named after what they are: "our nurse adviser, Jo Trent, RGN", "the nurses with Mr D. Okafor"."""
    role = _ROLE().match(who)
    return names_in(who[role.end() :]) if role else ()


def _last_body(who: str) -> str:
    """The body at the end of "the Eye Unit, Wexbury Hospital" and "the pharmacists at St Brannoc's Hospital"."""
    body = re.split(r",\s*(?:an?|which)\s|\.\s", who, maxsplit=1)[0]
    return re.split(r",\s+|\b(?:at|of) (?=(?:the )?[A-Z])", body)[-1] if not body_in(body) else body


def reviewers(parts: Sequence[str]) -> tuple[str, ...]:
    """Who reviewed it: people by name, or else the body as it is called ("our editorial team")."""
    for part in parts:
        if _HINT.search(part) and (match := _REVIEWED().match(part)):
            return people(match["who"] or match["listed"])
    return ()


def funders(parts: Sequence[str]) -> tuple[str, ...]:
    """Who paid for it, as they are called."""
    for part in parts:
        if _HINT.search(part) and (match := _FUNDED().search(part)):
            return called(next(filter(None, match.groups())))
    return ()


def named_with_date(lines: Sequence[str], parts: Sequence[Sequence[str]], prose: str) -> tuple[str, ...]:
    """Who is named above or beside a date, with nothing else said; not what the text has as common words."""
    above = (
        names_in(line)
        for line, following in pairwise(lines)
        if is_bare_date(following) and " ".join(names_in(line)) == line
    )
    beside = (signed_and_dated(these)[0] for these in parts)
    return next((names for names in (*above, *beside) if names and not _are_words(names[0], prose)), ())


def _are_words(name: str, prose: str) -> bool:
    """Whether a text has the words of a name in lower case too, as it has those of "Heart Failure"."""
    return all(re.search(rf"\b{re.escape(word.lower())}\b", prose) for word in name.split())


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
