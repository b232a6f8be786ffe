"""What of a sentence is held against other sentences: all of it, or each clause that could stand for itself.

"Chocolate does not trigger migraine, so there is no need to give it up" says what "Chocolate triggers migraine" denies;
what is added is no matter of the two. "A laser fades the scars that acne leaves" takes for granted that acne leaves scars.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from healthscore.checks.consistency.sentences.aligned import Aligned
from healthscore.language.analysis import Analysis, Sentence
from healthscore.language.claims.clause import Clause
from healthscore.language.claims.kinds import Kind

_LONGEST = 45  # words; longer sentences say too much to be held against each other as a whole
_PLAIN = 6  # words of a sentence that is one, whether or not its verb is known
_SHORTEST = 3  # words of a clause
_WHICH = frozenset({"that", "which"})
_NAME = 4  # tokens from "the" to "that" in "the red scars that"
_STOPS = ".!)*”\"'"
_PREDICATES = Kind.AUXILIARY | Kind.VERB
_JOINING = frozenset("and but so because since as although though while whereas yet".split())
_PARTING = frozenset("because but although though while whereas however".split())
_SIGNS = re.compile("[;:—]|, (?:so|as|since|which|and) ")
_ADDING = frozenset(
    "that to which who whose where not rather instead even if when unless until or nor than".split()
)
"""What begins with these hangs on the clause before it, and is no statement by itself."""


def units(analysis: Analysis, sentence: Sentence) -> list[Aligned]:
    """The clauses of a sentence that has several, else the sentence where it is short enough to be held as one.

    With what it takes for granted.
    """
    if analysis.article.text[sentence.end - 1] not in _STOPS:
        return []
    return [*_said(analysis, sentence), *_granted(analysis, sentence)]


def _said(analysis: Analysis, sentence: Sentence) -> list[Aligned]:
    parts = [unit for clause in _clauses(analysis, sentence) if (unit := _part(clause))]
    if parts:
        return parts
    length = sentence.last - sentence.first
    told = (
        length >= _PLAIN
        or _stands(analysis, sentence.first, sentence.last)
        or "antonym" in analysis.cues_by_category(sentence)
    )
    return [Aligned.whole(analysis, sentence)] if told and length <= _LONGEST else []


def _granted(analysis: Analysis, sentence: Sentence) -> Iterator[Aligned]:
    """The noun and the clause of "the scars that acne leaves": that there are some is not said, but meant."""
    norms, kinds = analysis.norms, analysis.kinds
    if _WHICH.isdisjoint(norms[sentence.first + 2 : sentence.last - 2]):
        return
    for index in range(sentence.first + 2, sentence.last - 2):
        if norms[index] not in _WHICH or not analysis.gap(index).isspace():
            continue
        the = next(
            (i for i in range(index - 2, max(sentence.first, index - _NAME) - 1, -1) if norms[i] == "the"), -1
        )
        if the < sentence.first or kinds[index - 1] & Kind.CLOSED or not _leads(analysis, index + 1):
            continue
        last = next((i for i in range(index + 2, sentence.last) if _ends_granted(analysis, i)), sentence.last)
        of_some = last < sentence.last and kinds[last] & Kind.PREPOSITION  # "that a wart on the foot needs"
        if last - index > 2 and not of_some and (the > sentence.first or last < sentence.last):
            yield Aligned(analysis, sentence, the + 1, last)


def _leads(analysis: Analysis, index: int) -> bool:
    """True where a name begins: "the scars that acne leaves" and not "the gel that leaks"."""
    named = analysis.kinds[index] & (Kind.DETERMINER | Kind.PRONOUN) or index in analysis.concepts
    return bool(named) or analysis.stems[index] in analysis.topic.key


def _ends_granted(analysis: Analysis, index: int) -> bool:
    ends = analysis.kinds[index] & (Kind.AUXILIARY | Kind.PREPOSITION | Kind.COORDINATOR | Kind.SUBORDINATOR)
    return not analysis.gap(index).isspace() or bool(ends and analysis.norms[index] != "behind")


def _clauses(analysis: Analysis, sentence: Sentence) -> Sequence[Clause]:
    """The clauses of a sentence that has several; most have one, which shows without reading them."""
    words = analysis.norms[sentence.first : sentence.last]
    if _PARTING.isdisjoint(words) and not _SIGNS.search(analysis.article.prose, sentence.start, sentence.end):
        return ()
    clauses = analysis.clauses_in(sentence)
    return clauses if len(clauses) > 1 else ()


def _part(clause: Clause) -> Aligned | None:
    """A clause without the word that joins it, where it says something by itself."""
    analysis, first = clause.analysis, clause.first
    first += analysis.norms[first] in _JOINING
    if first + _SHORTEST > clause.last or analysis.norms[first] in _ADDING:
        return None
    led = clause.last == clause.sentence.last and clause.last - first >= _PLAIN  # the B of "Since A, B"
    return (
        Aligned(analysis, clause.sentence, first, clause.last)
        if led or _stands(analysis, first, clause.last)
        else None
    )


def _stands(analysis: Analysis, first: int, last: int) -> bool:
    return any(map(_PREDICATES.__and__, analysis.kinds[first:last]))
