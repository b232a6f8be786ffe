"""Whether two spellings can be one name, written wrong once: a matter of the letters alone."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from healthscore.language.lexicon import entries, groups, words
from healthscore.language.patterns import as_written, ways
from healthscore.language.stems import stem

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
        (r"ae|oe", "e"), (r"our", "or"), (r"ys", "is"), (r"yz", "iz"), (r"is(e|ing|ed|es|ation|er)", r"iz\1"),
        (r"ll(?=(?:ing|ed|er|or|en|ful|fully|ment|ous|i|i[sz]\w*)?s?$)", "l"),
        (r"tre(s?)$", r"ter\1"), (r"ph", "f"), (r"i[sz]e?$", "is"),
    )
)  # fmt: skip
_FRONT = 3  # letters at the front that a slip leaves alone
_BACK_OF_WRONG = 3  # letters at the end in which words differ by right (retinol, retinal)
_BACK_OF_MISSING = 2  # the same for letters left out or put in
_BACK_OF_CHANGED = 1  # and for letters in another order
_VERY_LONG = 14  # letters; a name so long may have two slips
_MOST_SLIPS = 2
_CHANGED_ROUND = 3  # letters that may be in another order and count as one slip
_LONGEST_MIDDLE = 12  # letters from the first slip to the second
_LONGEST = 40  # letters; anything longer is no word


@lru_cache(maxsize=65_536)
def sound(word: str) -> str:
    """The word as it sounds: two spellings with one sound are taken for one name."""
    for pattern, replacement in _SOUNDS:
        word = pattern.sub(replacement, word)
    return word


def slip(name: str, word: str) -> bool:
    """True where ``word`` may be ``name`` with letters wrong, changed round, left out or put in; in the middle only.

    >>> slip("lisinopril", "lisonipril"), slip("warfarin", "warfrain"), slip("retinol", "retinal")
    (True, True, False)
    """
    allowed = _MOST_SLIPS if min(len(name), len(word)) >= _VERY_LONG else 1
    if abs(len(name) - len(word)) > allowed or max(len(name), len(word)) > _LONGEST:
        return False
    if name[:_FRONT] != word[:_FRONT] or name == word:
        return False
    a, b = _middles(name, word)
    if allowed == 1 and max(len(a), len(b)) > _CHANGED_ROUND:  # they differ at both ends
        return False
    back = len(name) - len(a) - _common_front(name, word)
    return _edits(a, b) <= allowed and back >= _needed_back(a, b)


def _needed_back(a: str, b: str) -> int:
    """How many letters at the end must be the same, by what is done to the middles."""
    if sorted(a) == sorted(b):
        return _BACK_OF_CHANGED
    return _BACK_OF_WRONG if len(a) == len(b) else _BACK_OF_MISSING


def both_right(a: str, b: str) -> bool:
    """True for regional spellings, inflections, and names that are known to look alike."""
    if _regional(a) == _regional(b) or stem(a) == stem(b) or a.startswith(b) or b.startswith(a):
        return True
    return a.rstrip("e") == b.rstrip("e") or _other_beginnings(a, b) or bool(_groups(a) & _groups(b))


def ordinary(word: str) -> bool:
    """True for a word that ends as ordinary English words do, or that a lexicon knows."""
    return word.endswith(_ordinary_endings()) or word in _known()


@cache
def _ordinary_endings() -> tuple[str, ...]:
    return tuple(words("look-alike", "ordinary-ending"))


def _common_front(a: str, b: str) -> int:
    return next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))


def _middles(a: str, b: str) -> tuple[str, str]:
    """What is left of two words without their common beginning and end."""
    front = _common_front(a, b)
    a, b = a[front:], b[front:]
    back = _common_front(a[::-1], b[::-1])
    return a[: len(a) - back], b[: len(b) - back]


def _edits(a: str, b: str) -> int:
    """How many slips part two middles: letters wrong, left out, put in, or two neighbours changed round.

    Three letters or fewer in another order are one slip.
    """
    if max(len(a), len(b)) > _LONGEST_MIDDLE or abs(len(a) - len(b)) > _MOST_SLIPS:
        return _MOST_SLIPS + 1
    if len(a) <= _CHANGED_ROUND and sorted(a) == sorted(b):
        return 1
    rows = [list(range(len(b) + 1))]
    for i, x in enumerate(a, 1):
        row = [i]
        for j, y in enumerate(b, 1):
            best = min(rows[-1][j] + 1, row[-1] + 1, rows[-1][j - 1] + (x != y))
            if i > 1 and j > 1 and x == b[j - 2] and y == a[i - 2]:
                best = min(best, rows[-2][j - 2] + 1)
            row.append(best)
        rows.append(row)
    return rows[-1][-1]


def _other_beginnings(a: str, b: str) -> bool:
    """True for "hyper-" beside "hypo-" and their like."""
    known = words("look-alike", "beginning")
    begun = [max((p for p in known if word.startswith(p)), key=len, default="") for word in (a, b)]
    return begun[0] != begun[1] and all(begun)


@lru_cache(maxsize=65_536)
def _regional(word: str) -> str:
    for pattern, replacement in _REGIONAL:
        word = pattern.sub(replacement, word)
    return word


@cache
def _look_alikes() -> dict[str, frozenset[int]]:
    found: dict[str, frozenset[int]] = {}
    for word, entry in entries("look-alike", "right"):
        found[word] = found.get(word, frozenset()) | {id(entry)}
    return found


def _groups(word: str) -> frozenset[int]:
    return _look_alikes().get(word, frozenset())


@cache
def _known() -> frozenset[str]:
    """Every single word of the lexicons: none of them is misspelt."""
    phrases = (p for entry in groups() if entry.kind != "ordinary-ending" for p in entry.phrases)
    places = {place for phrase in phrases for place in as_written(phrase)}
    return frozenset(word for place in places for way in ways(place) for word in way.split())
