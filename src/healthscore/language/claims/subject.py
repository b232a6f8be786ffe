"""Who a claim is about, where the sentence says so and where it does not."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from healthscore.language.claims.commands import is_command
from healthscore.language.claims.concepts import content, head_of, name_of_topic, varieties
from healthscore.language.claims.kinds import Kind
from healthscore.language.lexicon import words

if TYPE_CHECKING:
    from healthscore.language.analysis import Analysis, Sentence


_NO_SUBJECT = Kind.GENERIC_NOUN | Kind.RAISED_STATE | Kind.LOWERED_STATE | Kind.TIME_NOUN
_POINTING = frozenset({"the", "this"})
ENDED = frozenset(
    "giving stopping quitting avoiding cutting skipping missing lack absence withdrawal abstinence abstaining removing "
    "limiting breaks break pauses without".split()
)
"""Words for an end of what is taken or done, whose effects are the opposite ones."""

_PARTICLES = frozenset({"down", "up", "off", "out", "back", "on", "with"})
_SOME = frozenset({"some", "other", "another", "certain"})
_FAILS = frozenset({"fail", "fails", "failed"})
_WHO_TAKE = frozenset({"users", "takers", "drinkers", "eaters", "wearers"})
_NO_KIND = Kind.PRODUCT_NOUN | Kind.PERSON_NOUN | Kind.QUANTITY_NOUN | Kind.USE_WORD | Kind.TIME_NOUN


class Subject(NamedTuple):
    """A subject as written (``text``), as compared (``key``, and its ``head``), and where it starts in the clause."""

    text: str
    key: frozenset[str]
    start: int | None = None
    scope: tuple[str, ...] = ()
    head: str = ""

    def some(self) -> Subject:
        """Some of them only."""
        return self._replace(scope=(*self.scope, "subject:some"))

    def ended(self) -> Subject:
        """No more of it."""
        return self._replace(scope=(*self.scope, "subject:lowered"))


class Subjects:
    """Follows the subject through an article: pronouns, gaps and "this herb" lead back to it."""

    def __init__(self, analysis: Analysis) -> None:
        """Start with the article's topic; only a topic that acts stands in for a subject that is not named."""
        self._analysis, topic = analysis, analysis.topic
        self._topic_key = topic.key
        self.unknown = Subject("", frozenset())
        head = min(topic.key, default="")
        self.topic = Subject(topic.name, topic.key, head=head) if topic.acts else self.unknown
        self._lead = self.topic
        self._read: list[Sentence] = []  # since that one

    def enter(self, sentence: Sentence) -> None:
        """Go on to a new sentence; what leads it is looked at when it is asked for, or a pronoun leads back to it."""
        self._read.append(sentence)

    @property
    def lead(self) -> Subject:
        """The subject that leads the sentence; a pronoun keeps the last one, nothing means the topic."""
        lead = None
        while lead is None and self._read:
            lead = self._leading(self._read.pop())
        self._read.clear()
        self._lead = lead or self._lead
        return self._lead

    @property
    def singular(self) -> Subject:
        """What "it" means: the subject that leads the sentence, unless that names several things or people."""
        lead = self.lead
        return self.topic if self.topic.key and _names_several(lead.text) else lead

    def _leading(self, sentence: Sentence) -> Subject | None:
        """The subject that leads a sentence, or None where a pronoun stands for an earlier one."""
        analysis = self._analysis
        if analysis.norms[sentence.first] == "to" or is_command(analysis, sentence.first, sentence.last):
            return self.unknown
        for clause in analysis.clauses_in(sentence):
            first, last = clause.reported_lead
            if clause.doing is not None and not analysis.kinds[clause.first] & Kind.USE_WORD:
                return self.named(analysis, *clause.doing) or self.unknown
            if first == last:
                continue
            if last - first == 1 and analysis.kinds[first] & Kind.PRONOUN:
                return self.topic if analysis.kinds[first] & Kind.SPEAKER else None
            return self.named(analysis, first, last) or self.topic
        return self.topic

    def named(self, analysis: Analysis, first: int, last: int) -> Subject | None:
        """The subject that the noun phrase at tokens ``[first, last)`` names; None where it names nothing.

        A phrase that only classifies the topic ("this herb") means the topic.
        """
        if last - first > 1 and analysis.norms[last - 1] in _WHO_TAKE:
            last -= 1  # "zinc users", "coffee drinkers"
        if "times" in analysis.norms[first + 2 : last]:
            last = analysis.norms.index("times", first + 2) - 1  # "walking three times a week"
        while last - first > 1 and (
            analysis.kinds[last - 1] & Kind.ADVERB or analysis.norms[last - 1] in _FAILS
        ):
            last -= 1  # "garlic also", "garlic fails to"
        if first >= last:
            return None
        if analysis.norms[first] == "nothing":
            return self.unknown
        named_from = _past_end(analysis, first, last)
        own = content(analysis, named_from, last, _NO_SUBJECT)
        if not own and _stands_bare(analysis, first, last):
            own = content(analysis, first, last)  # "Tea reduces"
        if not own and not content(analysis, first, last):
            return None
        tokens = analysis.tokens
        start = tokens[first].start
        text = analysis.article.prose[start : tokens[last - 1].end]
        told = tuple(f"variety:{word}" for word in sorted(varieties(analysis, first, last)))
        told += tuple(f"which:{kind}" for kind in _lettered(analysis, first, last))
        scope = _state(analysis, first, last) + told
        if not own and self._means_illness(analysis, first, last):
            name = name_of_topic(analysis)
            return Subject(text, name, start, told, min(name))
        if not own or self._means_topic(analysis, first, last):
            return Subject(self.topic.text, self.topic.key, start, scope, self.topic.head)
        if (
            self._topic_key and self._topic_key < own == analysis.title_terms
        ):  # "azelaic acid" where that is the title
            return Subject(text, self._topic_key, start, scope, min(self._topic_key))
        head = head_of(analysis, first, last, _NO_SUBJECT | Kind.PRODUCT_NOUN) or min(own)
        joined = any(map(Kind.COORDINATOR.__and__, analysis.kinds[first:last]))  # "alcohol and methotrexate"
        if head in self._topic_key and self._topic_key <= own and not joined:
            kinds = content(analysis, first, last, _NO_SUBJECT | _NO_KIND) - self._topic_key
            scope += tuple(f"kind:{kind}" for kind in sorted(kinds))
            return Subject(text, self._topic_key, start, scope, head)
        return Subject(text, own, start, scope, head)

    def _means_illness(self, analysis: Analysis, first: int, last: int) -> bool:
        """True for "the disease" and "infection with this virus" where the article is about an illness."""
        if self.topic.key or not self._topic_key or _POINTING.isdisjoint(analysis.norms[first:last]):
            return False
        return any(map(Kind.ILLNESS_NOUN.__and__, analysis.kinds[first:last]))

    def _means_topic(self, analysis: Analysis, first: int, last: int) -> bool:
        """True for "this statin" and "the concentrated extract", where the article is about something to take."""
        if not self.topic.key or last - first < 2:
            return False
        norms = analysis.norms
        if norms[first] in ("this", "these"):
            here = analysis.cues_by_category(analysis.sentence_at(first))
            return any(cue.last == last for cue in here.get("alternative", ()))
        bare = norms[first] == "the" and analysis.kinds[last - 1] & Kind.SUBSTANCE_NOUN
        return bool(bare) and all(norm.endswith(("ed", "ing")) for norm in norms[first + 1 : last - 1])


def _past_end(analysis: Analysis, first: int, last: int) -> int:
    """Where what is ended is named: the salt of "cutting down on salt"; ``first`` itself where nothing is."""
    norms, at = analysis.norms, first
    if norms[first] in ENDED and norms[first].endswith("ing"):
        at += 1
        while at < last and norms[at] in _PARTICLES:
            at += 1
    return at if at < last else first


def _stands_bare(analysis: Analysis, first: int, last: int) -> bool:
    """True for "tea" and "diet" alone, with no "the" and in no plural: another thing than the article's."""
    alone = last - first == 1 and not analysis.norms[first].endswith("s")
    led = (
        first > 0
        and analysis.kinds[first - 1] & (Kind.DETERMINER | Kind.VERB | Kind.USE_WORD)
        and analysis.gap(first).isspace()
    )
    generic = analysis.kinds[first] & Kind.GENERIC_NOUN and analysis.kinds[first] & Kind.FORM_NOUN
    return bool(alone and generic and not led)


def _names_several(text: str) -> bool:
    """True for "trainers" and "zinc tablets"; not for "hepatitis", "lupus" or "grass"."""
    return text.endswith("s") and not text.endswith(("ss", "us", "is"))


def _lettered(analysis: Analysis, first: int, last: int) -> Iterator[str]:
    """The letter of "influenza B", and the part of "the leaves of the plant"."""
    norms, text = analysis.norms, analysis.article.prose
    parts = words("told-kind", "part")
    for index in range(first, last):
        token = analysis.tokens[index]
        shortened = index + 1 < last and text[token.end] == "."  # "H. pylori"
        letter = len(token.norm) == 1 and text[token.start].isupper() and not shortened
        if (letter and index > first) or (norms[index] in parts and norms[index + 1 : index + 2] == ["of"]):
            yield norms[index]


def _state(analysis: Analysis, first: int, last: int) -> tuple[str, ...]:
    """Whether a claim is about a state of X ("increased X levels", "low X") or some of X ("other X"), not about X."""
    kinds = analysis.kinds[first:last]
    if analysis.norms[first] in _SOME and not any(kind & Kind.PERSON_NOUN for kind in kinds[1:3]):
        return ("subject:some",)
    if not ENDED.isdisjoint(analysis.norms[first:last]):
        return ("subject:lowered",)  # "giving up nicotine", "breaks from the screen"
    if analysis.norms[first : first + 2] in (["too", "little"], ["too", "few"]):
        return ("subject:lowered",)
    for kind in kinds[:2]:
        if kind & Kind.RAISED_STATE:
            return ("subject:raised",)
        if kind & Kind.LOWERED_STATE:
            return ("subject:lowered",)
    return ()
