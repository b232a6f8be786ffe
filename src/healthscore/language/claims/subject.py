"""Who a claim is about, where the sentence says so and where it does not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from healthscore.language.claims.clause import Clause
from healthscore.language.claims.clauses import clauses_of
from healthscore.language.claims.concepts import content, head_of, varieties
from healthscore.language.claims.kinds import Kind, is_kind
from healthscore.language.claims.topic import Topic
from healthscore.language.tokens import Token

if TYPE_CHECKING:
    from healthscore.language.analysis import Analysis, Sentence


_NO_SUBJECT = Kind.GENERIC_NOUN | Kind.RAISED_STATE | Kind.LOWERED_STATE | Kind.TIME_NOUN
_NO_KIND = Kind.PRODUCT_NOUN | Kind.PERSON_NOUN | Kind.QUANTITY_NOUN | Kind.USE_WORD | Kind.TIME_NOUN


@dataclass(frozen=True, slots=True)
class Subject:
    """A subject as written (``text``), as compared (``key``, and its ``head``), and where it starts in the clause."""

    text: str
    key: frozenset[str]
    start: int | None = None
    scope: tuple[str, ...] = ()
    head: str = ""

    def some(self) -> Subject:
        """Some of them only."""
        return replace(self, scope=(*self.scope, "subject:some"))


class Subjects:
    """Follows the subject through an article: pronouns, gaps and "this herb" lead back to it."""

    def __init__(self, topic: Topic) -> None:
        """Start with the article's topic; only a topic that acts stands in for a subject that is not named."""
        self._topic_key = topic.key
        self.unknown = Subject("", frozenset())
        head = min(topic.key, default="")
        self.topic = Subject(topic.name, topic.key, head=head) if topic.acts else self.unknown
        self.lead = self.topic
        self._skipped: list[Sentence] = []

    def skip(self, sentence: Sentence) -> None:
        """Pass over a sentence that claims nothing; it is looked at only if a pronoun leads back to it."""
        self._skipped.append(sentence)

    def enter(self, analysis: Analysis, sentence: Sentence, clauses: Sequence[Clause]) -> None:
        """Take the subject that leads a new sentence; a pronoun keeps the last one, nothing means the topic."""
        lead = self._leading(analysis, sentence, clauses)
        while lead is None and self._skipped:
            earlier = self._skipped.pop()
            lead = self._leading(analysis, earlier, clauses_of(analysis, earlier))
        self._skipped.clear()
        self.lead = lead or self.lead

    def _leading(self, analysis: Analysis, sentence: Sentence, clauses: Sequence[Clause]) -> Subject | None:
        """The subject that leads a sentence, or None where a pronoun stands for an earlier one."""
        if analysis.tokens[sentence.first].norm == "to" or _commands(clauses[0]):
            return self.unknown
        for clause in clauses:
            first, last = clause.opening(past_report=True)
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
        own = content(analysis, first, last, _NO_SUBJECT)
        if not own and not content(analysis, first, last):
            return None
        tokens = analysis.tokens
        start = tokens[first].start
        text = analysis.article.prose[start : tokens[last - 1].end]
        told = tuple(f"variety:{word}" for word in sorted(varieties(analysis, first, last)))
        scope = _state(tokens[first:last]) + told
        if not own or self._means_topic(analysis, first, last):
            return Subject(self.topic.text, self.topic.key, start, scope, self.topic.head)
        head = head_of(analysis, first, last, _NO_SUBJECT | Kind.PRODUCT_NOUN) or min(own)
        if head in self._topic_key and self._topic_key <= own:
            kinds = content(analysis, first, last, _NO_SUBJECT | _NO_KIND) - self._topic_key
            scope += tuple(f"kind:{kind}" for kind in sorted(kinds))
            return Subject(text, self._topic_key, start, scope, head)
        return Subject(text, own, start, scope, head)

    def _means_topic(self, analysis: Analysis, first: int, last: int) -> bool:
        """True for "this statin" and "the concentrated extract", where the article is about something to take."""
        if not self.topic.key or last - first < 2:
            return False
        tokens = analysis.tokens[first:last]
        if tokens[0].norm in ("this", "these"):
            return any(
                cue.last == last for cue in analysis.cues_in(analysis.sentence_at(first), "alternative")
            )
        bare = tokens[0].norm == "the" and is_kind(tokens[-1], Kind.SUBSTANCE_NOUN)
        return bare and all(token.norm.endswith(("ed", "ing")) for token in tokens[1:-1])


def _commands(clause: Clause) -> bool:
    """True where the clause opens with the plain form of a verb of effect ("Reduce salt")."""
    return any(
        effect.cue.first == clause.first
        and effect.cue.kind == "verb"
        and not clause.analysis.tokens[clause.first].norm.endswith(("ing", "ed", "s"))
        for effect in clause.effects
    )


def _state(tokens: Sequence[Token]) -> tuple[str, ...]:
    """Whether a claim is about a state of X ("increased X levels", "low X") or some of X ("other X"), not about X."""
    people = any(is_kind(token, Kind.PERSON_NOUN) for token in tokens[1:3])
    if tokens[0].norm in ("some", "other", "another", "certain") and not people:
        return ("subject:some",)
    for token in tokens[:2]:
        if is_kind(token, Kind.RAISED_STATE):
            return ("subject:raised",)
        if is_kind(token, Kind.LOWERED_STATE):
            return ("subject:lowered",)
    return ()
