"""One thing, two spellings."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache

from healthscore.article import Span
from healthscore.checks.base import Hit, rule
from healthscore.language.analysis import Analysis

_SHORTEST = 8
_MOST_SHOWN = 3
_SOUNDS = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        (r"ph", "f"), (r"[ao]e", "e"), (r"y", "i"), (r"[ck]h?", "c"), (r"th", "t"), (r"(?<=[bdgr])h", ""), (r"z", "s"),
        (r"(.)\1", r"\1"), (r"e$", ""),
    )
)  # fmt: skip
# British and American spelling of one word are no mistake.
_REGIONAL = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        (r"ae|oe", "e"), (r"our", "or"), (r"ys", "is"), (r"yz", "iz"), (r"is(e|ing|ed|es|ation|er)", r"iz\1"), (r"ll", "l"),
        (r"tre$", "ter"), (r"ph", "f"), (r"i[sz]e?$", "is"),
    )
)  # fmt: skip
_VOWELS = frozenset("aeiou")
_FIRM = 4  # a name used so often, or more, is the article's own spelling
_ENDING = 3  # letters at the end in which words differ by right (retinol, retinal)
_PREFIX = 3  # letters at the front in which they do (pre, pro)


@rule
def name_variant(analysis: Analysis) -> Iterator[Hit]:
    """Finds a rare spelling of a long word beside a frequent one.

    Finds: two spellings that sound alike (y/i, ph/f, doubled letters, a silent h, a final e) of a word of eight
        letters or more, the rarer used at most half as often; one wrong vowel in the name that the article is about.
    Why it matters: a reader cannot look up, and a pharmacist cannot match, a name that is spelled two ways.
    Example: "levothyroxine" throughout and "levothiroxin" once.
    Instead: use the standard name, everywhere.
    Limits: British and American spellings, plurals and other endings are not variants; nor are words that
        differ in sound.
    References: None: a copy-editing convention.
    """
    places: defaultdict[str, list[int]] = defaultdict(list)
    for index, token in enumerate(analysis.tokens):
        if len(token.norm) >= _SHORTEST and token.norm.isalpha():
            places[token.norm].append(index)
    by_sound: defaultdict[str, list[str]] = defaultdict(list)
    for word in places:
        by_sound[_sound(word)].append(word)
    groups = [words for words in by_sound.values() if len(words) > 1]
    groups += [
        [name, word] for name in _topic_names(analysis, places) for word in places if _slip(name, word)
    ]
    for words in groups:
        frequent, *rarer = sorted(words, key=lambda word: (-len(places[word]), places[word][0]))
        for rare in rarer:
            if len(places[rare]) * 2 > len(places[frequent]) + 1 or _same_word(frequent, rare):
                continue
            if not _is_person(analysis, places[rare][0]):
                yield Hit(
                    "warning",
                    f"“{rare}” ({len(places[rare])}×) and “{frequent}” ({len(places[frequent])}×) look like one name.",
                    "Use the standard spelling everywhere.",
                    (
                        _around(analysis, places[frequent][0]),
                        *(_around(analysis, i) for i in places[rare][:_MOST_SHOWN]),
                    ),
                )


@lru_cache(maxsize=65_536)
def _sound(word: str) -> str:
    for pattern, replacement in _SOUNDS:
        word = pattern.sub(replacement, word)
    return word


def _topic_names(analysis: Analysis, places: dict[str, list[int]]) -> list[str]:
    """The words that name the topic, where they are used often enough to be meant."""
    topic = analysis.topic.key
    return [
        word for word, found in places.items() if len(found) >= _FIRM and analysis.stems[found[0]] in topic
    ]


def _slip(name: str, word: str) -> bool:
    """True where two words of one length differ by one vowel, neither in the prefix nor in the ending."""
    if (
        len(name) != len(word)
        or name == word
        or name[:_PREFIX] != word[:_PREFIX]
        or name[-_ENDING:] != word[-_ENDING:]
    ):
        return False
    different = [(a, b) for a, b in zip(name, word, strict=True) if a != b]
    return len(different) == 1 and _VOWELS.issuperset(different[0]) and _sound(name) != _sound(word)


def _is_person(analysis: Analysis, index: int) -> bool:
    """True for a capital before another: a person's name, which may be spelled either way."""
    sentence = analysis.sentence_at(index)
    if index + 1 >= sentence.last:
        return False
    return all(analysis.article.text[analysis.tokens[i].start].isupper() for i in (index, index + 1))


def _same_word(a: str, b: str) -> bool:
    """Spellings of one word that are both right: regional ones, and plain endings."""
    if _regional(a) == _regional(b):
        return True
    return a.rstrip("e") == b.rstrip("e") or a.startswith(b) or b.startswith(a)


def _regional(word: str) -> str:
    for pattern, replacement in _REGIONAL:
        word = pattern.sub(replacement, word)
    return word


def _around(analysis: Analysis, index: int) -> Span:
    """The name with a few words either side, enough to find it by eye."""
    sentence = analysis.sentence_at(index)
    first, last = max(sentence.first, index - 3), min(sentence.last, index + 4)
    return Span(analysis.tokens[first].start, analysis.tokens[last - 1].end)
