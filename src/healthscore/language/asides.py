"""What stands around what a sentence says: "It is worth knowing that", "As you may know,", "(Smith 2019)".

Such words say nothing of the matter. For all who read a sentence it begins with the token behind what leads up to it
and ends before what trails; and what would limit or deny there ("may" in "as you may know") is no cue of it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from healthscore.language.analysis import Sentence
from healthscore.language.cues import Cue
from healthscore.language.tokens import Token
from healthscore.regexes import when_needed

_CATEGORY = "frame"
_PAGE = "page"  # the kind of "this article", of which an opening tells
_ENDS_WITH = {"aside": ",", "colon": ":–—"}  # one of these has to follow, by kind
_ENDS = frozenset(",:")  # of these, what ends an opening
_OPENING = 20  # tokens in which one ends
_OPENS = frozenset(
    "in as to before if at from throughout later by with on since having earlier turning moving coming going".split()
)
_AFTER_PAGE = 5  # tokens between "this article" and the comma
_NO_OPENING = frozenset("according per not no never don't false wrong untrue myth myths".split())
"""What makes an opening the word of somebody, or denies what follows."""
_LEAST = 3  # tokens that are left to say something
_WHO_SAYS_IT = frozenset(
    "frame synonym source source-modifier passive-attribution handing-on study anecdote commerce funder disclosure".split()
)
_HOW_IT_IS_SAID = _WHO_SAYS_IT.union(
    "meta announcement boilerplate contrast balance balance-word booster promotion overclaim weasel reporting speaker "
    "novelty superiority sensation".split()
)
"""Categories whose cues count around it too: who says it and, in what leads up to it, filler."""

_NOTED = when_needed(
    r"(?:\[\d[\d,–—\s-]*\]|\(\s*(?:[^()]*\b(?:19|20)\d\d[a-z]?|(?:see|more|source|sources|read|cf|table|figs?|figure|box|chapter|page|pp?)\b[^()]*)\))"
    r"[.!]?$",
    re.IGNORECASE,
)
"""A note at a sentence's end: "[3]", "(Smith et al., 2019)", "(see below)"."""


def without_asides(
    prose: str, sentences: Sequence[Sentence], tokens: Sequence[Token], cues: Sequence[Cue]
) -> tuple[list[Sentence], list[Cue]]:
    """The sentences as far as they say something, and the cues without those of what is said outside of that."""
    framing = {cue.first: cue for cue in cues if cue.category == _CATEGORY and cue.kind != _PAGE}
    pages = [cue.last for cue in cues if cue.category == _CATEGORY and cue.kind == _PAGE]
    trailing = {cue.last: cue for cue in framing.values() if cue.kind in ("aside", "tail")}
    found, passed, trailed = [], set[int](), set[int]()
    for sentence in sentences:
        first = _past_opening(prose, sentence, tokens, pages)
        if first in framing:
            first = _past_lead_ins(prose, replace(sentence, first=first), tokens, framing)
        last = _before_tail(prose, sentence, tokens, trailing)
        if last - first < _LEAST or (first == sentence.first and last == sentence.last):
            found.append(sentence)
            continue
        passed.update(range(sentence.first, first))
        trailed.update(range(last, sentence.last))
        found.append(replace(sentence, first=first, last=last))
    if not passed and not trailed:
        return found, list(cues)
    kept = [
        cue
        for cue in cues
        if (cue.first not in passed or cue.category in _HOW_IT_IS_SAID)
        and (cue.first not in trailed or cue.category in _WHO_SAYS_IT)
    ]
    return found, kept


def _past_lead_ins(
    prose: str, sentence: Sentence, tokens: Sequence[Token], framing: Mapping[int, Cue]
) -> int:
    first = sentence.first
    while first in framing and _leads(prose, tokens, sentence, framing[first]):
        first = framing[first].last
    return first


def _past_opening(prose: str, sentence: Sentence, tokens: Sequence[Token], pages: Sequence[int]) -> int:
    """Behind "As the title of this post says," and "To recap the last chapter:", which tell of the page."""
    first = sentence.first
    at = bisect_right(pages, first)
    if at == len(pages) or tokens[first].norm not in _OPENS:
        return first
    last = min(first + _OPENING, pages[at] + _AFTER_PAGE, sentence.last - _LEAST)
    marked = (
        i
        for i in range(pages[at], last + 1)
        if not _ENDS.isdisjoint(prose[tokens[i - 1].end : tokens[i].start])
    )
    end = next(marked, first)
    return first if any(token.norm in _NO_OPENING for token in tokens[first:end]) else end


def _leads(prose: str, tokens: Sequence[Token], sentence: Sentence, cue: Cue) -> bool:
    """True where enough follows; an aside ends with a comma."""
    if cue.kind == "tail" or cue.last + _LEAST > sentence.last:
        return False
    ends = _ENDS_WITH.get(cue.kind)
    return ends is None or not frozenset(ends).isdisjoint(prose[cue.end : tokens[cue.last].start])


def _before_tail(prose: str, sentence: Sentence, tokens: Sequence[Token], trailing: Mapping[int, Cue]) -> int:
    """Where a note in brackets begins, or words behind a comma that add nothing."""
    last = sentence.last
    if prose[max(sentence.start, sentence.end - 2) : sentence.end].strip(".!")[-1:] in (")", "]"):
        note = _NOTED().search(prose, sentence.start, sentence.end)
        while note is not None and last > sentence.first and tokens[last - 1].start >= note.start():
            last -= 1
    tail = trailing.get(last)
    if (
        tail is not None
        and tail.first > sentence.first
        and prose[tokens[tail.first - 1].end : tail.start].strip() in (",", "–", "—")
    ):
        return tail.first
    return last
