"""The stretch of a sentence around a word that grades something, and all that it names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import NamedTuple

from healthscore.checks.base import once
from healthscore.checks.consistency.referents import reports
from healthscore.language.analysis import Analysis, Sentence
from healthscore.language.claims.circumstances import opening_of
from healthscore.language.claims.kinds import Kind
from healthscore.language.claims.quantities import amounts_in
from healthscore.language.claims.scope import scope_of
from healthscore.language.cues import Cue
from healthscore.language.lexicon import entries, words

CONDITIONS = frozenset("if when once unless until without untreated than as".split())
"""Words after which a statement holds only so far."""

DOUBTS = ("modal", "ability", "adverb", "epistemic-verb")
"""Kinds of hedge that leave a statement open."""

_AGAIN = "=again"
_NAMES_NOTHING = (
    Kind.CLOSED
    | Kind.PERSON_NOUN
    | Kind.ILLNESS_NOUN
    | Kind.USE_WORD
    | Kind.HAVING
    | Kind.VERB
    | Kind.GENERIC_NOUN
)
_SAYS = Kind.AUXILIARY | Kind.COPULA | Kind.VERB
_OPENS = Kind.PARTING | Kind.SUBORDINATOR
_SUBJECT = Kind.DETERMINER | Kind.PRONOUN | Kind.SOME_WORD
_SUBJECT_REACH = 6  # tokens from "and" to the verb of another clause
_ROOT = 4  # letters of "stones" for gallstones
_IT = frozenset({"it", "they", "this", "these", "them"})
_KINDS_OF_PEOPLE = ("some", "impaired", "animal")  # whom their ailment or kind tells apart
_NO_LIMIT = ("time:stopping", "setting:supervised", "people:", "population:adult")
_TIMES = ("time:long", "time:short", "time:soon")
_LEAST_TIMES = 3  # sentences that name what an article is about


class Stretch(NamedTuple):
    """Tokens ``[first, last)`` of a sentence that make one statement."""

    first: int
    last: int

    def holds(self, cue: Cue) -> bool:
        """True where a cue lies within."""
        return self.first <= cue.first and cue.last <= self.last


class Named(NamedTuple):
    """All that a statement names; ``before``: what the sentence before names, where it speaks of "it"."""

    terms: frozenset[str]
    before: frozenset[str] = frozenset()


def stretch_of(analysis: Analysis, sentence: Sentence, cue: Cue, *, whole: bool = False) -> Stretch:
    """The statement that a cue is part of: up to the next stop, and to what begins another clause.

    ``whole``: with "that ..." after it, which tells what is meant.
    """
    first = next(
        (i for i in range(cue.first, sentence.first, -1) if _begins(analysis, sentence, i)), sentence.first
    )
    last = next(
        (i for i in range(cue.last, sentence.last) if i > first and _ends(analysis, i, whole=whole)),
        sentence.last,
    )
    return Stretch(first, last)


def named_in(analysis: Analysis, sentence: Sentence, stretch: Stretch, without: Iterable[Cue]) -> Named:
    """What a stretch names, but for cues, and what "it" may be that it speaks of."""
    terms = _terms(analysis, stretch, without)
    if _IT.isdisjoint(analysis.norms[stretch.first : stretch.last]):
        return Named(terms)
    before = _terms(analysis, Stretch(sentence.first, stretch.first), ())
    last = analysis.sentences[sentence.index - 1] if sentence.index else sentence
    if last.block is sentence.block:
        before |= _terms(analysis, Stretch(last.first, last.last), ())
    return Named(terms, before)


def _terms(analysis: Analysis, stretch: Stretch, without: Iterable[Cue]) -> frozenset[str]:
    """The stems and concepts of all that a stretch names, but for cues; "=again" for "comes back" and "a relapse"."""
    said = {i for cue in without for i in range(cue.first, cue.last)}
    light, again = words("outlook-word", "light"), words("outlook-word", "again")
    found: set[str] = set()
    index = stretch.first
    if _does(analysis, stretch):
        index += 1  # "cleaning the ear" and "pushing a bud into the ear"
    while index < stretch.last:
        end, concept = analysis.concepts.get(index, (index + 1, ""))
        if concept[1:] in light:
            end, concept = index + 1, ""
        if concept and end <= stretch.last and not said.intersection(range(index, end)):
            found.add(concept)
            index = end
            continue
        norm = analysis.norms[index]
        if norm in again and index not in said:
            found.add(_AGAIN)
        elif index not in said and norm not in light and not analysis.kinds[index] & _NAMES_NOTHING:
            found.add(_roots().get(norm) or analysis.stems[index])
        index += 1
    return frozenset(found)


def _does(analysis: Analysis, stretch: Stretch) -> bool:
    """True where what is done leads: "cleaning the ear is"; not for "snoring is"."""
    first, kinds = stretch.first, analysis.kinds
    if first + 1 >= stretch.last or kinds[first] or not analysis.norms[first].endswith("ing"):
        return False
    return (
        not kinds[first + 1] & (_SAYS | Kind.ADVERB | Kind.COORDINATOR) and analysis.gap(first + 1).isspace()
    )


def people_in(analysis: Analysis, sentence: Sentence) -> list[Cue]:
    """The words of a sentence for groups of people, but for those told by what they have."""
    people = (c for c in analysis.cues_by_category(sentence).get("scope", ()) if c.kind == "population")
    return [c for c in people if c.attributes["group"] not in _KINDS_OF_PEOPLE]


def limits_in(analysis: Analysis, sentence: Sentence, stretch: Stretch, *, timed: bool) -> frozenset[str]:
    """Whom and which dose or form the statement is limited to; what else limits it is named in it."""
    within = [c for c in analysis.cues_by_category(sentence).get("scope", ()) if stretch.holds(c)]
    found = {*scope_of(analysis, within, amounts_in(analysis, sentence), stretch.first, stretch.last)}
    found |= opening_of(analysis, sentence) & {"time:past"}
    dropped = _NO_LIMIT if timed else (*_NO_LIMIT, *_TIMES)
    return frozenset(limit for limit in found if not limit.startswith(dropped))


@cache
def _roots() -> Mapping[str, str]:
    return {word: str(e.attributes["root"]) for word, e in entries("outlook-word", "root")}


def alike(analysis: Analysis, one: Named, other: Named, *, closely: bool = False) -> frozenset[str]:
    """What two statements both name, where they name the same: one of them may leave out what the article is about.

    Where one names nothing ("the illness"), it is of what the article is about, or of what the sentence before it names;
    ``closely``: of what stands in the title.
    """
    both = _in_full(one.terms, other.terms), _in_full(other.terms, one.terms)
    ours, theirs = both[0] - both[1], both[1] - both[0]
    left_out = ours or theirs
    if (ours and theirs) or _AGAIN in left_out:
        return frozenset()
    again = _AGAIN in both[0] and not all(
        side - {_AGAIN} for side in both
    )  # "a relapse", of what is spoken of
    before = one.before if theirs else other.before
    known = titled(analysis) if closely and not again else _spoken_of(analysis) | before
    return ((both[0] & both[1]) - {_AGAIN} or left_out) if left_out <= known else frozenset()


def adds(one: Named, other: Named) -> bool:
    """True where the other of two statements names something that the first does not."""
    return not _in_full(other.terms, one.terms) <= _in_full(one.terms, other.terms)


def _in_full(named: frozenset[str], other: frozenset[str]) -> frozenset[str]:
    """What is named, with "the stones" as the gallstones of the other."""
    full = {term: next((t for t in other if _ends_in(t, term)), term) for term in named}
    return frozenset(full.values())


def _ends_in(whole: str, part: str) -> bool:
    return len(whole) > len(part) >= _ROOT and whole.endswith(part.rstrip("e"))


@once
def titled(analysis: Analysis) -> frozenset[str]:
    """The topic, and what the title names."""
    title = analysis.title
    named = _terms(analysis, Stretch(title.first, title.last), ()) if title is not None else frozenset()
    return analysis.topic.key | analysis.title_terms | analysis.title_names | named


@once
def _spoken_of(analysis: Analysis) -> frozenset[str]:
    """The terms of what an article is about: its topic, what its title names, and what it introduces or names often."""
    found = set(titled(analysis))
    for sentence in analysis.sentences:
        if sentence.block.kind == "heading" and sentence.index:
            break
        found |= _terms(analysis, Stretch(sentence.first, sentence.last), ())
    times: dict[str, int] = {}
    for sentence in analysis.prose_sentences:
        for term in set(analysis.stems[sentence.first : sentence.last]):
            times[term] = times.get(term, 0) + 1
    return frozenset(found) | {term for term, count in times.items() if count >= _LEAST_TIMES}


def _begins(analysis: Analysis, sentence: Sentence, index: int) -> bool:
    """True where a statement begins at a token: after a stop, or with "because", "while" or "and" and a subject."""
    gap, kind = analysis.gap(index), analysis.kinds[index]
    if any(mark in gap for mark in ";:—–("):
        return True
    if analysis.kinds[index - 1] & Kind.COORDINATOR and _leads_clause(analysis, sentence, index):
        return any(analysis.kinds[i] & _SAYS for i in range(sentence.first, index - 1))
    if analysis.norms[index - 1] in ("for", "as", "so") and "," in analysis.gap(index - 1):
        return True
    opens = analysis.kinds[index - 1]
    if opens & Kind.RELATIVE or analysis.norms[index - 1] == "that":
        return reports(analysis, index - 1)  # not the "who" of "children who catch it"
    return bool(opens & _OPENS and not kind & Kind.VERB and index - 1 > sentence.first)


def _leads_clause(analysis: Analysis, sentence: Sentence, index: int) -> bool:
    near = range(index + 1, min(sentence.last, index + _SUBJECT_REACH))
    return bool(analysis.kinds[index] & _SUBJECT) and any(analysis.kinds[i] & _SAYS for i in near)


def _ends(analysis: Analysis, index: int, *, whole: bool) -> bool:
    """True where a statement has ended before a token, which begins something else about the same thing or another."""
    gap, kind = analysis.gap(index), analysis.kinds[index]
    if any(mark in gap for mark in ";:—–("):
        return True
    if "," in gap and kind & (_SAYS | Kind.COORDINATOR | _SUBJECT | _OPENS | Kind.ADVERB | Kind.RELATIVE):
        return True
    if kind & Kind.RELATIVE:
        return not whole
    return bool(kind & (Kind.COORDINATOR | _OPENS))
