"""Saying a sentence in other words: which sentences can be, with what words, and in what frame."""

from __future__ import annotations

import random
import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

_FILE = Path(__file__).with_name("rewording.toml")
_UNFIT = re.compile(
    r"""["“”;:*|()\[\]?!…®™] | -- | [ ][-–—][ ] | https?:
    | [.,]\S*[a-z] | [.]\s | [a-z][.]\d | [A-Z][.][A-Z] | \b[A-Z][.]\Z  # full stops that do not end the sentence
    | ,[ ][\w' ]+\b(?:says?|said|explain(?:s|ed)|adds|added|noted|shows?|suggests?|finds?|found|reports?)[.]\Z
    | \bcauses?[ ][^,]*\bto[ ](?!the\b|an?\b|your\b)  # "cause the skin to dry": no other verb goes with that
    """,
    re.VERBOSE,
)
# a heading or an entry of a list that has run into the sentence, or a pronoun at its start
_GLUED = re.compile(
    r"""\A(?:If|When|Once|Because|After|Before)[ ](?:they|it|this|these|so|that)\b
    | ,[ ](?:A|this|these)\b
    | \A[A-Z][a-z]+[ ][A-Z][a-z]+ing\b
    | \A(\w+(?:[ ]\w)?)[ ](?:\1|A|An)\b
    | [\w,][ ](?:Most|The|If|It|When|There|These|This|They|Some|People|Your|You|In)\b
    """,
    re.VERBOSE,
)
_RELATIVE = re.compile(r"\b(?:that|which|who|won't) [\w']+")
_FINITE = re.compile(
    r"\b(?:is|are|was|were|can|may|might|could|will|would|should|must|has|have|had|does|do|did|(?:include|cause|occur|help|need|use|make|begin"
    r"|affect|develop|say|show|lead|happen|require|provide|remain|become|depend|work|tend|live|get|die|seem|appear|increase|reduce"
    r"|find|know|learn|take|come|go|give|suffer|feel|mean|form|stay|follow|keep|want|try|receive|carry|contain|produce|allow|protect|improve|spread"
    r"|believe|think|recommend|suggest)s?"
    r"|said|found|began|\w+ed|can't|aren't|isn't|don't|doesn't|you're|it's)\b"
)
_ARTICLE = re.compile(r"\b([Aa])n? (?=([a-z][\w'-]*))")
_VOWEL = re.compile(r"(?!uni[^nm]|us[ea]|ur[ie]|one?\b|once\b)[aeiou]|hour|honest")
SHORTEST, LONGEST = 10, 40  # words of a sentence that is reworded


def plain(sentence: str) -> str | None:
    """A sentence as it may be said again: without an opening such as "However," and its full stop.

    None where it is too short or long, asks, commands, quotes, or leans on the sentence before it.
    """
    rules = _rules()
    text = sentence.replace("’", "'")
    for opening in rules["openings"]:
        text = text.removeprefix(opening)
    if not text.endswith(".") or _UNFIT.search(text) or _GLUED.search(text) or not has_verb(text):
        return None
    text = capital(text[:-1])
    words = text.lower().replace(",", " ,").split()
    commanded = {word for before, word in zip([",", *words], words, strict=False) if before == ","}
    leaning, commands = rules["declarative"]["leaning"], rules["declarative"]["commands"]
    fit = words[0] not in leaning and commanded.isdisjoint(commands) and text[0].isalpha()
    return text if fit and SHORTEST <= len(text.split()) <= LONGEST else None


def has_verb(text: str) -> bool:
    """Whether there is a verb outside the relative clauses, as far as a short list can tell: no mere heading or entry."""
    return _FINITE.search(_RELATIVE.sub("", text)) is not None


def capital(text: str) -> str:
    """The text as at a sentence's start."""
    return text[:1].upper() + text[1:]


def mid_sentence(text: str, prose: str) -> str | None:
    """The start of a sentence as it stands in one; None where the page does not tell if its first word is a name."""
    first = re.split(r"[ ,]", text, maxsplit=1)[0]
    small = first[0].lower() + first[1:]
    if small in _rules()["declarative"]["lower"]:
        return small + text[len(first) :]
    if not small.replace("-", "").replace("'", "").islower():
        return text
    as_name = len(re.findall(rf"(?<=[a-z,] ){re.escape(first)}\b", prose))
    as_word = len(re.findall(rf"\b{re.escape(small)}\b", prose))
    if as_name == as_word == 0:
        return None
    before_name = text[len(first) :].lstrip()[:1].isupper()
    return text if not as_word or (before_name and as_name >= as_word) else small + text[len(first) :]


def with_synonyms(text: str) -> tuple[str, int]:
    """The text with every word of the table changed, and how many words of it were."""
    table, find = _synonyms()
    changed = 0

    def other(match: re.Match[str]) -> str:
        nonlocal changed
        found = match.group()
        small = found[0].lower() + found[1:]
        if small not in table or (match.start() and found != small):
            return found
        changed += 0 if table[small] == small else len(found.split())
        return table[small] if found == small else capital(table[small])

    return _with_articles(find.sub(other, text), text), changed


def framed(text: str, prose: str, draw: random.Random) -> str | None:
    """The text, without its full stop, within words that add nothing to it."""
    inner = mid_sentence(text, prose)
    if inner is None:
        return None
    framing: str = draw.choice(_rules()["framings"])
    return framing.format(s=inner, S=text)


def any_of(name: str) -> str:
    """The words of a list of the table ``order`` as a pattern's choice."""
    words: list[str] = _rules()["order"][name]
    return "|".join(re.escape(word) for word in words)


def participles() -> dict[str, str]:
    """The verbs that may change their voice, each with its participle."""
    verbs: dict[str, str] = _rules()["passive"]
    return verbs


def _with_articles(text: str, before: str) -> str:
    """The text with "a" and "an" as the next word wants, where that word was not there before."""

    def fitting(match: re.Match[str]) -> str:
        old = match.group() + match[2] in before
        return match.group() if old else f"{match[1]}{'n' if _VOWEL.match(match[2]) else ''} "

    return _ARTICLE.sub(fitting, text)


@cache
def _rules() -> dict[str, Any]:
    return tomllib.loads(_FILE.read_text(encoding="utf-8"))


@cache
def _synonyms() -> tuple[dict[str, str], re.Pattern[str]]:
    table: dict[str, str] = _rules()["synonyms"]
    phrases = "|".join(re.escape(phrase) for phrase in sorted(table, key=len, reverse=True))
    return table, re.compile(rf"(?<![\w'-])(?:{phrases})(?![\w'-])", re.IGNORECASE)
