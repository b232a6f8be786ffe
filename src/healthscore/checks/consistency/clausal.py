"""What of a sentence is held against other sentences: all of it, and each clause that could stand for itself.

"Chocolate does not trigger migraine, so there is no need to give it up" says what "Chocolate triggers migraine" denies;
what is added is no matter of the two.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from healthscore.checks.consistency.aligned import Aligned
from healthscore.language.analysis import Analysis, Sentence
from healthscore.language.claims.kinds import Kind

_LONGEST = 45  # words; longer sentences say too much to be held against each other as a whole
_PLAIN = 6  # words of a sentence that is one, whether or not its verb is known
_SHORTEST = 3  # words of a clause
_STOPS = ".!)*”\"'"
_PARTS = frozenset(",;:—–")
_PREDICATES = Kind.AUXILIARY | Kind.VERB
_JOINING = frozenset("and but so because since as although though while whereas yet for".split())
_LEADING = _JOINING - {"for", "and", "but", "so", "yet"}
_PARTING = frozenset({"because", "although", "whereas", "but"})  # with no comma before
_ADDING = frozenset(
    "that to which who whose where not rather instead even if when unless until or nor than".split()
)
"""What begins with these hangs on the clause before it, and is no statement by itself."""


def units(analysis: Analysis, sentence: Sentence) -> list[Aligned]:
    """The clauses of a sentence that has several, else the sentence where it is short enough to be held as one."""
    if analysis.article.text[sentence.end - 1] not in _STOPS:
        return []
    clauses = [
        Aligned(analysis, sentence, first, last)
        for first, last in _clauses(analysis, sentence)
        if last - first >= _SHORTEST
        and (_stands(analysis, first, last) or _leads_up(analysis, sentence, first, last))
    ]
    if clauses:
        return clauses
    length = sentence.last - sentence.first
    told = length >= _PLAIN or _stands(analysis, sentence.first, sentence.last)
    return [Aligned.whole(analysis, sentence)] if told and length <= _LONGEST else []


def _stands(analysis: Analysis, first: int, last: int) -> bool:
    return any(map(_PREDICATES.__and__, analysis.kinds[first:last]))


def _leads_up(analysis: Analysis, sentence: Sentence, first: int, last: int) -> bool:
    """True for the clause that "Since A, B" leads up to, long enough to be one whether or not its verb is known."""
    led = analysis.norms[sentence.first] in _LEADING and last == sentence.last
    return led and last - first >= _PLAIN


def _clauses(analysis: Analysis, sentence: Sentence) -> Iterator[tuple[int, int]]:
    """The clauses of a sentence that has several, without the words that join them."""
    norms, first, last = analysis.norms, sentence.first, sentence.last
    if _JOINING.isdisjoint(norms[first:last]):  # as most are
        return
    commas = [i for i in range(first + 1, last) if not _PARTS.isdisjoint(analysis.gap(i))]
    joins = [i for at, i in pairwise((first, *commas)) if norms[i] in _JOINING and _stands(analysis, at, i)]
    if norms[first] in _LEADING and commas:
        joins.append(commas[0])  # "Since A, B"
    joins += [i for i in range(first + 1, last - 1) if norms[i] in _PARTING and norms[i + 1] != "of"]
    for start, end in pairwise((first, *sorted(set(joins)), last)) if joins else ():
        if norms[start] not in _ADDING:
            hangs = next((i for i in commas if start < i < end and norms[i] in _ADDING), end)
            yield start + (norms[start] in _JOINING), hangs
