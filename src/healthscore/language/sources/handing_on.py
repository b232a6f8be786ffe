"""Words that hand on what somebody says, thinks or holds of others, where that somebody is there: who, and where."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct

from healthscore.language.claims.kinds import Kind
from healthscore.language.lexicon import entries
from healthscore.language.sources.mentions import capital
from healthscore.language.sources.speakers import READER, following, opening, several, speaker, touching

if TYPE_CHECKING:
    from healthscore.language.analysis import Analysis, Sentence

_BE = frozenset("is are was were be been being am".split())
_DO = frozenset("do does did don't doesn't didn't would wouldn't could might to".split())
_PRACTICE = frozenset("may can will should must need needs ought cannot can't shall shouldn't won't".split())
_SUPPOSED = frozenset("if unless whether until".split())
_STATED = frozenset("that how why whether if what who when where it he she they we i there".split())
_JOINED = frozenset("to no him them fewer".split())
_NOBODY = READER | _SUPPOSED | frozenset("it there this that these those".split())
_MARKS = frozenset('“":‘')
_CROSSED = frozenset("who whom whose which and or".split())
_REACH = 25


class Word(NamedTuple):
    """A word that may hand on content: its kind, whether only a clause is its content, and its shape.

    ``shape`` is ``noun``, ``base``, ``s``, ``past`` or ``ing``; ``plain``: as often no word of saying at all.
    """

    kind: str
    shape: str
    plain: bool
    clause: bool


def words_at(analysis: Analysis, sentence: Sentence, at: int) -> Iterator[Word]:
    """What a token may be as a word of handing on; two words such as "call for" count as one."""
    for second, word in words().get(analysis.tokens[at].norm, ()):
        if not second or (at + 1 < sentence.last and analysis.tokens[at + 1].norm == second):
            yield word


def hands_on(analysis: Analysis, sentence: Sentence, at: int, word: Word) -> int | None:
    """The token of the somebody whose content the word at ``at`` hands on; None where there is nobody, or no content."""
    if _compounded(analysis, sentence, at) or (at > sentence.first and capital(analysis, at)):
        return None
    if word.shape == "noun":
        return _held(analysis, sentence, at)
    verb = _Verb(analysis, sentence, at, word, *_before(analysis, sentence, at))
    agent = verb.agent()
    if agent is not None or verb.helpers & _PRACTICE:
        return agent
    after = verb.inverted()
    if after is not None or verb.before < sentence.first:
        return after
    if word.shape == "past" and verb.helpers & _BE:
        return verb.told()
    return verb.near() if verb.speaker else verb.far()


class _Verb(Struct, frozen=True):
    """A verb that may hand on content, with the auxiliaries and adverbs before it and the token before those."""

    analysis: Analysis
    sentence: Sentence
    at: int
    word: Word
    before: int
    helpers: frozenset[str]

    @property
    def speaker(self) -> str:
        """The kind of somebody that stands right before the verb, or nothing."""
        return speaker(self.analysis, self.before) if touching(self.analysis, self.before + 1) else ""

    @property
    def after(self) -> str:
        """The word after the verb."""
        follows = self.at + 1 < self.sentence.last
        return self.analysis.tokens[self.at + 1].norm if follows else ""

    def agent(self) -> int | None:
        """Who follows "by": criticised by doctors."""
        passive = self.word.shape == "past" and self.after == "by"
        return following(self.analysis, self.sentence, self.at + 2) if passive else None

    def inverted(self) -> int | None:
        """Who follows a verb that itself follows what was said: "...," said the minister."""
        finite = self.word.shape in ("s", "past") and self.word.kind.startswith("saying") and not self.helpers
        if not finite or not self.after or not touching(self.analysis, self.at + 1):
            return None
        opens = self.at == self.sentence.first or not touching(self.analysis, self.at)
        if opens or self.analysis.tokens[self.at - 1].norm in ("as", "so"):
            return following(self.analysis, self.sentence, self.at + 1)
        return None

    def told(self) -> int | None:
        """She was told, Smith was accused of: people of whom something is said. What is recommended is no such person."""
        name = self.speaker == "name" and self.before > self.sentence.first
        named = name and self.word.kind == "judging" and self.after in ("of", "for")
        alone = self.analysis.tokens[self.before].norm in ("he", "she")
        return self.before if named or (alone and self.word.kind in ("saying", "judging")) else None

    def near(self) -> int | None:
        """The somebody right before the verb, unless that is the reader, supposed ("if she says") or a class of people."""
        analysis, sentence = self.analysis, self.sentence
        if self.word.shape == "base" and not (self.helpers & _DO or several(analysis, self.before)):
            return None
        first = opening(analysis, sentence, self.before)
        norms = set(analysis.norms[max(sentence.first, first - 1) : self.before + 1])
        if norms & READER or norms & _SUPPOSED or self._class_of_people():
            return None
        if self.word.kind == "stance" and (self.speaker == "work" or "who" in norms):
            return None
        opens = self.before == sentence.first and self.speaker == "name" and self.word.shape == "s"
        parted = first > sentence.first and not touching(analysis, first)
        return self.before if self._content(opens, parted) else None

    def far(self) -> int | None:
        """The somebody at the head of the clause, beyond what stands between it and its verb."""
        shape, kind = self.word.shape, self.word.kind
        apart = shape == "ing" and (self.helpers & _BE or not touching(self.analysis, self.at))
        finite = shape == "s" or (shape == "past" and kind != "judging")
        if not finite and (self.word.clause or not (apart or "to" in self.helpers)):
            return None
        head = self._head()
        return head if head is not None and self._content(False, False) else None

    def _class_of_people(self) -> bool:
        """People who say so: which people it is about, and no word of theirs."""
        before = self.before
        if self.analysis.tokens[before].norm != "who" or before == self.sentence.first:
            return False
        return touching(self.analysis, before) and several(self.analysis, before - 1)

    def _head(self) -> int | None:
        analysis, sentence = self.analysis, self.sentence
        finite = crossed = False
        for place in range(self.before, max(sentence.first, self.before - _REACH) - 1, -1):
            norm, kinds = analysis.tokens[place].norm, analysis.kinds[place]
            crossed = crossed or norm in _CROSSED or not touching(analysis, place + 1)
            if norm in _NOBODY or (norm == "who" and self.word.kind == "stance"):
                return None
            if norm not in _CROSSED:
                if kinds & Kind.SUBORDINATOR:
                    return None
                if _heads(analysis, sentence, place):
                    return None if finite and not crossed else place
            finite = finite or kinds & (Kind.AUXILIARY | Kind.VERB) != 0
        return None

    def _content(self, opens: bool, parted: bool) -> bool:
        """Whether content follows, or stands before (``parted``: a comma or quotation mark before the subject).

        Where the word could as well be a noun ("asthma attacks can", above all where it ``opens`` the sentence after
        one capital), a clause, a quotation, a name or a determiner has to follow.
        """
        analysis, word = self.analysis, self.word
        exact = opens or word.plain or word.clause or word.shape == "base"
        place = self.at + 1
        while (
            place < self.sentence.last and analysis.kinds[place] & Kind.ADVERB and touching(analysis, place)
        ):
            place += 1
        if place >= self.sentence.last:
            return parted or not exact
        norm, gap = analysis.tokens[place].norm, analysis.gap(place)
        if norm in _STATED or not _MARKS.isdisjoint(gap):
            return True
        if word.clause:
            return False
        if "," in gap:
            return parted or not exact
        if not exact or word.kind == "saying-with" or (norm == "for" and word.kind == "stance"):
            return True
        return bool(analysis.kinds[place] & Kind.DETERMINER) or norm in _JOINED or capital(analysis, place)


def _compounded(analysis: Analysis, sentence: Sentence, at: int) -> bool:
    """Whether a hyphen joins a word to its neighbour: company-reported, call-out."""
    joined = at > sentence.first and analysis.gap(at) == "-"
    return joined or (at + 1 < sentence.last and analysis.gap(at + 1) == "-")


def _before(analysis: Analysis, sentence: Sentence, at: int) -> tuple[int, frozenset[str]]:
    """The token before a verb with its auxiliaries and adverbs, and those."""
    helpers: set[str] = set()
    place = at - 1
    while place >= sentence.first and touching(analysis, place + 1):
        norm = analysis.tokens[place].norm
        if not (analysis.kinds[place] & (Kind.AUXILIARY | Kind.ADVERB) or norm.endswith("ly")):
            break
        helpers.add(norm)
        place -= 1
    return place, frozenset(helpers)


def _heads(analysis: Analysis, sentence: Sentence, at: int) -> bool:
    """Whether a token is a somebody that no preposition leads, that owns nothing, and is no mere capital letter."""
    who = speaker(analysis, at)
    if not who or _owns(analysis, at):
        return False
    if at == sentence.first and who == "name" and not capital(analysis, at + 1):
        return False
    first = opening(analysis, sentence, at)
    return first == sentence.first or not analysis.kinds[first - 1] & Kind.PREPOSITION


def _held(analysis: Analysis, sentence: Sentence, at: int) -> int | None:
    """Whose noun it is: his claim, the minister's demand; or the noun itself, where what is held follows (fears that)."""
    for place in range(at - 1, max(sentence.first, at - 3) - 1, -1):
        norm = analysis.tokens[place].norm
        if norm in ("his", "her", "their") or (_owns(analysis, place) and speaker(analysis, place)):
            return place
        if norm in READER:
            return None
    follows = at + 1 < sentence.last and analysis.tokens[at + 1].norm == "that"
    return at if follows and touching(analysis, at + 1) else None


def _owns(analysis: Analysis, at: int) -> bool:
    """Whether a token is a possessive: the minister's, the doctors'."""
    token = analysis.tokens[at]
    own = analysis.quote(token.end - 2, token.end) in ("'s", "’s")
    return own or (token.norm.endswith("s") and analysis.quote(token.end, token.end + 1) in ("'", "’"))


@cache
def words() -> dict[str, tuple[tuple[str, Word], ...]]:
    """What each word may be, with the word that must follow it, if any; longer ones first."""
    found: dict[str, list[tuple[str, Word]]] = defaultdict(list)
    for phrase, entry in entries("handing-on"):
        first, _, second = phrase.partition(" ")
        given = entry.attributes
        shape = "noun" if entry.kind == "noun" else "past" if given.get("past") else _shape(first)
        word = Word(entry.kind, shape, given.get("plain") is True, given.get("clause") is True)
        found[first].append((second, word))
    return {first: tuple(sorted(ways, key=lambda way: not way[0])) for first, ways in found.items()}


def _shape(form: str) -> str:
    if form.endswith("ing"):
        return "ing"
    if form.endswith("ed"):
        return "past"
    return "s" if form.endswith("s") and not form.endswith("ss") else "base"
