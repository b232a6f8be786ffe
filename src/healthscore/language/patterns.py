"""How phrases are written in lexicons, and what they stand for.

``(a|b|)`` gives alternatives, ``word~`` the regular forms of a verb (suggest, suggests, suggested,
suggesting) and ``word^`` a noun and its plural.
"""

from __future__ import annotations

from functools import cache
from itertools import product

from healthscore.regexes import when_needed

_ALTERNATIVES = when_needed(r"(\([^()]*\))")
# stop, stopped; admit, admitted
_DOUBLING = when_needed(r"[^aeiou]*[aeiou][bdgklmnprt]|.*(dmit|rmit|ccur|pref?er|refer|infer)")
_SLOT = when_needed(r"(?:\([^()]*\)|[^\s()])+")


def expand(phrase: str) -> list[str]:
    """All plain phrases that a pattern stands for.

    >>> expand("(no|little) effect^")
    ['no effect', 'no effects', 'little effect', 'little effects']
    """
    if " " not in phrase:  # as in most that are looked up
        return list(ways(phrase))
    if "(" not in phrase and "~" not in phrase and "^" not in phrase:
        return [phrase]
    return [" ".join(filter(None, choice)) for choice in product(*slots(phrase))]


def slots(phrase: str) -> list[tuple[str, ...]]:
    """A pattern's places in order, each with the plain words that may stand there, ``""`` for none at all.

    >>> slots("(no|) effect^")
    [('no', ''), ('effect', 'effects')]
    """
    return [ways(slot) for slot in as_written(phrase)]


def as_written(phrase: str) -> list[str]:
    """A pattern's places in order, none of them spread out.

    >>> as_written("(no|) effect^")
    ['(no|)', 'effect^']
    """
    places = []
    while phrase:
        place, phrase = parted(phrase)
        places.append(place)
    return places


def parted(phrase: str) -> tuple[str, str]:
    """A pattern's first place, not spread out, and the places after it.

    >>> parted("(no|) clear effect^")
    ('(no|)', 'clear effect^')
    """
    place, _, rest = phrase.partition(" ")
    if "(" not in place and ")" not in place:
        return place, rest
    match = _SLOT().match(phrase)
    end = match.end() if match else 0
    if end == 0 or phrase[end : end + 1] not in ("", " "):
        raise ValueError(f"brackets do not nest in lexicon phrases: {phrase!r}")
    return phrase[:end], phrase[end + 1 :]


@cache
def ways(slot: str) -> tuple[str, ...]:
    """The plain words that may stand in one place of a pattern, ``""`` for none at all."""
    if slot.startswith("(") and slot.find(")") == len(slot) - 1:  # as most that have brackets
        spread = [option.strip() for option in slot[1:-1].split("|")]
    elif "(" in slot:
        parts = _ALTERNATIVES().split(slot)
        options = [part[1:-1].split("|") if part.startswith("(") else [part] for part in parts]
        spread = [" ".join("".join(choice).split()) for choice in product(*options)]
    else:
        spread = [slot]
    if "~" not in slot and "^" not in slot:
        return tuple(spread)
    return tuple(" ".join(forms) for words in spread for forms in product(*map(_forms, words.split())))


@cache
def _forms(word: str) -> list[str]:
    if word.endswith("~"):
        return verb_forms(word[:-1])
    if word.endswith("^"):
        return [word[:-1], plural(word[:-1])]
    return [word]


def plural(noun: str) -> str:
    """The regular plural of an English noun."""
    if _ends_in_y(noun):
        return noun[:-1] + "ies"
    if noun.endswith(("s", "x", "z", "ch", "sh")):
        return noun + "es"
    return noun + "s"


def verb_forms(verb: str) -> list[str]:
    """Base, third person, past and -ing form of a regular English verb."""
    if verb.endswith("ee"):
        past, ing = verb + "d", verb + "ing"
    elif verb.endswith("ie"):
        past, ing = verb + "d", verb[:-2] + "ying"
    elif verb.endswith("e"):
        past, ing = verb + "d", verb[:-1] + "ing"
    elif _ends_in_y(verb):
        past, ing = verb[:-1] + "ied", verb + "ing"
    elif _DOUBLING().fullmatch(verb):
        past, ing = verb + verb[-1] + "ed", verb + verb[-1] + "ing"
    else:
        past, ing = verb + "ed", verb + "ing"
    return [verb, plural(verb), past, ing]


def _ends_in_y(word: str) -> bool:
    """Whether a word ends in a y that is no part of a vowel: rely and not delay."""
    return word.endswith("y") and word[-2:-1] not in ("", *"aeiou")
