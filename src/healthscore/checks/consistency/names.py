"""One thing, two spellings."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from healthscore.article import Span
from healthscore.checks.base import Hit, rule
from healthscore.language.analysis import Analysis
from healthscore.language.tokens import Token

_SHORTEST = 8
_SOUNDS = ((r"ph", "f"), (r"[ao]e", "e"), (r"y", "i"), (r"[ck]h?", "c"), (r"th", "t"), (r"z", "s"), (r"(.)\1", r"\1"), (r"e$", ""))
# British and American spelling of one word are no mistake.
_REGIONAL = ((r"ae|oe", "e"), (r"our", "or"), (r"ys", "is"), (r"yz", "iz"), (r"is(e|ing|ed|es|ation)", r"iz\1"), (r"ll", "l"), (r"tre$", "ter"), (r"ph", "f"))


@rule
def name_variant(analysis: Analysis) -> Iterator[Hit]:
    """Finds a rare spelling of a long word beside a frequent one.

    Finds: two spellings that sound alike (y/i, ph/f, doubled letters, a final e) of a word of eight letters or
        more, the rarer used at most half as often.
    Why it matters: a reader cannot look up, and a pharmacist cannot match, a name that is spelled two ways.
    Example: "levothyroxine" throughout and "levothiroxin" once.
    Instead: use the standard name, everywhere.
    Limits: British and American spellings, plurals and other endings are not variants; nor are words that
        differ in sound.
    References: None: a copy-editing convention.
    """
    spellings: defaultdict[str, dict[str, list[Token]]] = defaultdict(dict)
    for token in analysis.tokens:
        if len(token.norm) >= _SHORTEST and token.norm.isalpha():
            spellings[_sound(token.norm)].setdefault(token.norm, []).append(token)
    for variants in spellings.values():
        ordered = sorted(variants.values(), key=lambda tokens: (-len(tokens), tokens[0].start))
        frequent = ordered[0]
        for rare in ordered[1:]:
            if len(rare) * 2 <= len(frequent) + 1 and not _same_word(frequent[0].norm, rare[0].norm):
                yield Hit(
                    "warning",
                    f"“{rare[0].norm}” ({len(rare)}×) and “{frequent[0].norm}” ({len(frequent)}×) look like one name.",
                    "Use the standard spelling everywhere.",
                    (_around(analysis, frequent[0]), _around(analysis, rare[0]), *(_around(analysis, t) for t in rare[1:3])),
                )


def _sound(word: str) -> str:
    for pattern, replacement in _SOUNDS:
        word = re.sub(pattern, replacement, word)
    return word


def _same_word(a: str, b: str) -> bool:
    """Spellings of one word that are both right: regional ones, and plain endings."""
    if _regional(a) == _regional(b):
        return True
    return a.rstrip("e") == b.rstrip("e") or a.startswith(b) or b.startswith(a)


def _regional(word: str) -> str:
    for pattern, replacement in _REGIONAL:
        word = re.sub(pattern, replacement, word)
    return word


def _around(analysis: Analysis, token: Token) -> Span:
    """The name with a few words either side, enough to find it by eye."""
    index = next(i for i, other in enumerate(analysis.tokens) if other.start == token.start)
    sentence = analysis.sentence_at(index)
    first, last = max(sentence.first, index - 3), min(sentence.last, index + 4)
    return Span(analysis.tokens[first].start, analysis.tokens[last - 1].end)
