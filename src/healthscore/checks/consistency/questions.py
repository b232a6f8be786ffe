"""What is asked of a thing (how it works, what it is for, where it comes from): open in one place, answered in another."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from healthscore.checks.base import once
from healthscore.checks.consistency.pairs import is_denied_before, opposites
from healthscore.checks.consistency.referents import topic_names, written
from healthscore.checks.consistency.weighing import Statement, Weighed, weigh
from healthscore.language.analysis import Analysis, Sentence
from healthscore.language.claims.clauses import is_concessive
from healthscore.language.claims.concepts import content
from healthscore.language.claims.kinds import Kind
from healthscore.language.claims.scope import scope_of
from healthscore.language.cues import Cue
from healthscore.language.stems import stem

_RULE = "consistency/knowledge-conflict"
_MOST = 6  # sentences on either side
_REACH = 6  # tokens between "have known" and "what it is for"
_LONGEST = 12  # tokens of a question
_NEAR = 3  # tokens between "was" or "may" and "known"
_DOUBTS = frozenset({"modal", "epistemic-verb"})
_PAST = frozenset("was were had did didn't wasn't weren't formerly once".split())
_IN_ALL = frozenset(
    "exact exactly precise precisely fully full completely entirely quite perfectly detail well".split()
)
_LED_ON = frozenset("to as by that about".split())  # "is known to", "is known as"
_TODAY = frozenset("now today this".split())
_FOR = frozenset("is are it they good there meant made used do does we".split())  # "what it is for"
_POINTS = frozenset("the this these those its their".split())
_WHOM = ("population:", "people:")
_DENIES = frozenset({"not", "never", "no"})
_MEANT = frozenset("it they them its their this".split())
_STANDS_FOR_IT = Kind.SUBSTANCE_NOUN | Kind.ILLNESS_NOUN | Kind.GENERIC_NOUN
_NO_MATTER = _STANDS_FOR_IT | Kind.PERSON_NOUN | Kind.TIME_NOUN
_ASKS = {
    "how": "how",
    "purpose": "purpose",
    "cause": "cause",
    "trigger": "trigger",
    "why": "why",
    "what": "purpose",
    "where": "cause",
}
_NOTHING = frozenset(
    map(
        stem,
        "serve play work act happen come comes about develop arise occur get gets have has start begin there good exist "
        "do does done body off actually really first place human humans make makes".split(),
    )
)
_SAYS = {
    "how": "how it works",
    "purpose": "what it is for",
    "cause": "where it comes from",
    "trigger": "what sets it off",
    "why": "why it comes about",
}
_WHY = frozenset({"why", "cause", "purpose"})


class _Question(NamedTuple):
    """A question that a sentence calls open or answered.

    ``terms`` are those in which it is asked, ``of_topic`` where it is asked of the article's topic, ``in_all`` where
    only the whole answer is meant: "exactly how", "not fully understood".
    """

    sentence: Sentence
    asks: str
    terms: frozenset[str]
    of_topic: bool
    in_all: bool
    people: frozenset[str]


@once
def questions(analysis: Analysis) -> list[Weighed]:
    """Every pair of "nobody knows what X is for" and "it has long been known what X is for", weighed."""
    return [
        _weighed(analysis, one, other)
        for one, other in opposites(_read(analysis, "open"), _read(analysis, "known"), _MOST)
        if _same(analysis, one, other) and (other.in_all or not one.in_all)
    ]


def _weighed(analysis: Analysis, one: _Question, other: _Question) -> Weighed:
    key = analysis.topic.key if one.of_topic and other.of_topic else one.terms & other.terms
    name = written(analysis, key, one.sentence, other.sentence)
    sides = [
        Statement(q.sentence, said, key, frozenset({one.asks}), limits=_limits(q, beside))
        for q, beside, said in ((one, other, "open"), (other, one, "answered"))
    ]
    return weigh(
        _RULE,
        sides[0],
        sides[1],
        1.0,
        f"On {name}: {_SAYS[one.asks]} is an open question in one place and answered in another.",
        "Say what is known of it, how well, and what is not known.",
    )


def _limits(here: _Question, there: _Question) -> frozenset[str]:
    """Of whom it is asked; not where the other side asks of the illness that these people have."""
    ills = {limit: frozenset(limit.partition(":")[2].split("+")) for limit in here.people}
    return frozenset(limit for limit, ill in ills.items() if not ill <= there.terms)


def _same(analysis: Analysis, one: _Question, other: _Question) -> bool:
    """True where both ask the same of one thing: of the topic in one respect or in none, of others in the same words."""
    if one.asks != other.asks and not ("why" in (one.asks, other.asks) and {one.asks, other.asks} <= _WHY):
        return False
    if one.of_topic and other.of_topic:
        topic = topic_names(analysis) | analysis.title_terms
        ours, theirs = one.terms - topic, other.terms - topic
        return not ours.isdisjoint(theirs) or not (ours or theirs)
    return bool(one.terms) and one.terms == other.terms


def _read(analysis: Analysis, status: str) -> Iterator[_Question]:
    """The questions that the article itself calls open, or answered."""
    text = analysis.article.text
    for sentence in analysis.prose_with("question"):
        cues = analysis.cues_by_category(sentence)["question"]
        if len(cues) == 1 or sentence.index in analysis.quoted or text[sentence.end - 1] == "?":
            continue
        called = (c for c in cues if c.kind == status and _is_own(analysis, sentence, c))
        found = (_question(analysis, sentence, c) for c in called)
        first = next((question for question in found if question is not None), None)
        if first is not None:
            yield first


def _is_own(analysis: Analysis, sentence: Sentence, said: Cue) -> bool:
    """True for what the article says of the present, without doubt."""
    norms = analysis.norms
    before = norms[max(sentence.first, said.first - _NEAR) : said.first]
    if not _PAST.isdisjoint(before) or _until_then(analysis, sentence, said):
        return False
    if is_denied_before(analysis, sentence, said):
        return False
    cues = analysis.cues_by_category(sentence)
    doubts = () if said.kind == "open" else (c for c in cues.get("hedge", ()) if c.kind in _DOUBTS)
    if any(0 <= said.first - c.last < _NEAR for c in doubts):
        return False
    return all(_asks_only(analysis, c) or is_concessive(analysis, c) for c in cues.get("voice", ()))


def _until_then(analysis: Analysis, sentence: Sentence, said: Cue) -> bool:
    """True for "until 1990"; not for "has eluded doctors until today"."""
    norms = analysis.norms
    at = next((i for i in range(sentence.first, sentence.last) if norms[i] == "until"), None)
    return at is not None and (at < said.first or at + 1 == sentence.last or norms[at + 1] not in _TODAY)


def _asks_only(analysis: Analysis, voice: Cue) -> bool:
    """True for the "understand how" of "nobody can understand how", which makes nothing conditional."""
    return voice.kind == "conditional" and analysis.norms[voice.last - 1] in ("how", "why")


def _question(analysis: Analysis, sentence: Sentence, said: Cue) -> _Question | None:
    """What a phrase calls open or answered: the question right after it, or else the one that leads up to it."""
    asked = [c for c in analysis.cues_by_category(sentence)["question"] if c.kind in _ASKS]
    after = next((c for c in asked if c.first >= said.last), None)
    if after is not None and _unparted(analysis, said.last, after.first, _REACH):
        return _asked(analysis, sentence, after, sentence.last, said)
    before = next((c for c in asked if _unparted(analysis, c.last, said.first, _LONGEST)), None)
    leads_on = said.kind == "known" and said.last < sentence.last and analysis.norms[said.last] in _LED_ON
    return None if before is None or leads_on else _asked(analysis, sentence, before, said.first, said)


def _unparted(analysis: Analysis, first: int, last: int, reach: int) -> bool:
    """True where no mark, "but" or "and" stands between two tokens, in this order and no farther apart than ``reach``."""
    if not 0 <= last - first <= reach or not analysis.gap(first).isspace():
        return False
    parts, kinds = Kind.PARTING | Kind.COORDINATOR, analysis.kinds
    return not any(
        analysis.gap(i + 1).strip() or (kinds[i] & parts and analysis.norms[i] != "since")
        for i in range(first, last)
    )


def _asked(analysis: Analysis, sentence: Sentence, asks: Cue, stop: int, said: Cue) -> _Question | None:
    """A question from its first word to ``stop``; none where it is asked of some, or of what it is not."""
    norms, last = analysis.norms, asks.last
    while last < min(stop, asks.last + _LONGEST) and (last == asks.last or _goes_on(analysis, last)):
        last += 1
    end = _closing(analysis, asks, last)
    if end is None or not _DENIES.isdisjoint(norms[asks.last : end]):
        return None
    types = {norm for norm in norms[asks.last : end] if len(norm) == 1 or norm.isdigit()} - {"a"}  # "type 2"
    terms = content(analysis, asks.last, end, _NO_MATTER) - _NOTHING | types
    near = norms[max(sentence.first, min(said.first, asks.first) - 1) : max(said.last, asks.last)]
    in_all = not _IN_ALL.isdisjoint(near) or not _IN_ALL.isdisjoint(norms[end : said.last + 2])
    people = _people(analysis, sentence, max(end, said.last))
    return _Question(sentence, _ASKS[asks.kind], terms, _is_of_topic(analysis, asks, end), in_all, people)


def _people(analysis: Analysis, sentence: Sentence, last: int) -> frozenset[str]:
    """Of whom and how often it is asked, up to a token: "in most people", "often"; when it was found limits nothing."""
    here = analysis.cues_by_category(sentence)
    scope = [c for c in here.get("scope", ()) if c.first < last]
    found = scope_of(analysis, scope, (), sentence.first, last)
    whom = {limit for limit in found if limit.startswith(_WHOM)}
    whom |= {f"people:{c.kind}" for c in here.get("frequency", ()) if c.first < last}
    norms, kinds = analysis.norms, analysis.kinds
    some = (i for i in range(sentence.first, last) if kinds[i] & Kind.SOME_WORD and norms[i] not in _POINTS)
    return frozenset(whom.union(f"people:{norms[i]}" for i in some))


def _goes_on(analysis: Analysis, index: int) -> bool:
    return analysis.gap(index).isspace() and not analysis.kinds[index] & Kind.PARTING


def _closing(analysis: Analysis, asks: Cue, last: int) -> int | None:
    """Where what is asked of ends: before the "for" of "what X is for" and the "comes" of "where X comes from"."""
    norms = analysis.norms
    if asks.kind == "what":
        ends = last - asks.last > 1 and norms[last - 1] == "for" and norms[last - 2] in _FOR
        return last - 1 if ends else None
    if asks.kind == "where":
        return next((i for i in range(asks.last + 1, last) if norms[i] in ("come", "comes", "stems")), None)
    return last


def _is_of_topic(analysis: Analysis, asks: Cue, end: int) -> bool:
    """True where the topic is named in a question, or stood for: "how it works", "its purpose", "what the drug does"."""
    norms, kinds, topic = analysis.norms, analysis.kinds, topic_names(analysis)
    span = range(asks.first, end)
    if not topic.isdisjoint(content(analysis, asks.first, end)) or not _MEANT.isdisjoint(
        norms[asks.first : end]
    ):
        return True
    if asks.last == end:
        return True  # "the trigger was found"
    return any(norms[i] in _POINTS and kinds[i + 1] & _STANDS_FOR_IT for i in span if i + 1 < end)
