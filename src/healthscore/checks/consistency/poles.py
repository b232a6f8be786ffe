"""What is said of a thing where there are two sides only: cured or not, tested or never, first choice or last resort."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import islice, product
from typing import NamedTuple

from healthscore.checks.base import once
from healthscore.checks.consistency.ages import ages_of
from healthscore.checks.consistency.aligned import Aligned
from healthscore.checks.consistency.pairs import wording
from healthscore.checks.consistency.referents import NO_THING, Referent, referent, topic_names, written
from healthscore.checks.consistency.weighing import Statement, Weighed, weigh
from healthscore.language.analysis import Analysis, Sentence
from healthscore.language.certainty import certainty_of
from healthscore.language.claims.concepts import content, varieties
from healthscore.language.claims.kinds import Kind
from healthscore.language.claims.scope import forms_of, limits_of, moments_of
from healthscore.language.cues import Cue

_MOST = 6  # sentences on either side
_LONGEST = 6  # tokens of a name
_DOUBTS = ("modal", "adverb", "epistemic-verb")
_WHETHER = ("studied", "testable")
_OF = {"taken": ("of", "from", "with", "to"), "between": ("between",)}
_POINTS = frozenset({"this", "these", "that", "those"})
_PARTS = frozenset(",;:()")
_NO_USE = frozenset({"with", "called", "given", "benefits", "benefit", "recommend", "amount"})
_BEFORE_NAME = Kind.PREPOSITION | Kind.DETERMINER | Kind.AUXILIARY | Kind.USE_WORD
_BEFORE_NAMES = frozenset({"whether", "that", "you", "certain", "sure"})
_NO_NAME = Kind.PERSON_NOUN | Kind.TIME_NOUN | Kind.USE_WORD | Kind.VERB | Kind.HAVING
_MEDICINES = frozenset(
    "medicine medicines medication medications drug drugs tablets pills remedies treatment treatments therapy management "
    "relief prevention use substances else any".split()
)  # of any kind
_ENDS_NAME = (
    Kind.PREPOSITION | Kind.SUBORDINATOR | Kind.PARTING | Kind.AUXILIARY | Kind.RELATIVE | Kind.COORDINATOR
)
_BESIDE = 2  # tokens before and after a name
_STAGES = frozenset(
    "early late advanced mild moderate severe serious acute chronic latent active primary secondary metastatic".split()
)
_PAST_REACH = 3  # tokens between "was" and the phrase
_PAST = frozenset({"was", "were", "had", "once", "long", "until"})
_TOLD = ("studied", "reported")  # what is told as past holds still
_LATER = frozenset({"until", "will", "someday"})  # "no test shows who will fall ill"
_CAUSES = frozenset("cause causes reason reasons origin origins trigger triggers why".split())
_CAUSE_WORDS = frozenset({"caus", "reason", "origin", "trigger"})
_STOPS = frozenset("stop stopping quit quitting discontinue discontinuing off".split())
_PERMITS = ("stoppable", "driving", "combining")  # "may" is no doubt there
_MAY = frozenset({"can", "may", "could", "free", "allowed", "simply", "just"})
_WAITING = frozenset({"after", "once", "until", "when", "again", "if"})
_SOME = frozenset({"some", "most", "many", "several", "certain", "few"})
_DENIAL_REACH = 4  # tokens between "not" and the phrase


Sides = dict[bool, list[tuple[Sentence, Cue]]]
"""The places of the phrases of one axis, by whether they deny."""


class _Axis(NamedTuple):
    """What there are two sides of.

    ``all``: the side that is said of all people, and so denies what is said of some. ``aim``: the words before the use for which it is said,
    as another may be otherwise; ``paired``: two things are in it, and both have to be the same.
    """

    rule: str
    all: bool | None = None
    aim: frozenset[str] = frozenset()
    paired: bool = False


_FOR = frozenset({"for", "against"})
_AXES = {
    "harmless": _Axis("safety-conflict", all=False),
    "unsafe": _Axis("safety-conflict", aim=_FOR | {"to", "in"}),
    "interacting": _Axis("safety-conflict", all=True, aim=frozenset({"with", "between"})),
    "first-choice": _Axis("category-conflict", aim=_FOR | {"in", "of"}),
    "prescription-only": _Axis("category-conflict"),
    "approved": _Axis("knowledge-conflict", aim=_FOR),
    "curable": _Axis("negation-conflict"),
    "treatable": _Axis("negation-conflict", all=True),
    "testable": _Axis("knowledge-conflict", all=True),
    "vaccine": _Axis("negation-conflict", all=True),
    "studied": _Axis("knowledge-conflict", all=True, aim=_FOR | {"in", "on", "that", "whether"}),
    "reported": _Axis("negation-conflict", all=True, paired=True),
    "explained": _Axis("knowledge-conflict"),
    "driving": _Axis("safety-conflict"),
    "with-food": _Axis("negation-conflict"),
    "stoppable": _Axis("safety-conflict"),
    "replacing": _Axis("category-conflict", paired=True),
    "combining": _Axis("safety-conflict", paired=True),
}


class _Said(NamedTuple):
    """One side: ``key`` is the thing, ``meant`` where it is only stood for; ``named`` all that the sentence names."""

    denied: bool
    sentence: Sentence
    words: str
    key: frozenset[str]
    meant: bool
    aim: frozenset[str]
    named: frozenset[str]
    stages: frozenset[str]


@once
def poles(analysis: Analysis) -> list[Weighed]:
    """Every pair of two sides of one axis, said of one thing, weighed."""
    found: list[Weighed] = []
    for kind, sides in _cues(analysis).items():
        if len(sides) == 2:
            sides = _unmixed(sides)
            yes, no = (
                list(islice(_read(analysis, kind, side, sides[side]), _MOST)) for side in (False, True)
            )
            found += [
                _weighed(analysis, kind, one, other, key)
                for one, other in product(yes, no)
                if one.sentence != other.sentence and (key := _shared(analysis, kind, one, other))
            ]
    return found


def _cues(analysis: Analysis) -> dict[str, Sides]:
    """The phrases of each axis, by whether they deny."""
    found: defaultdict[str, Sides] = defaultdict(dict)
    for cue in analysis.cues_of("pole", "property"):
        if cue.kind in _AXES:
            sentence = analysis.sentence_at(cue.first)
            if sentence.block.kind in ("paragraph", "list_item"):
                denied = _denies(analysis, sentence, cue)
                if denied is not None:
                    found[cue.kind].setdefault(denied, []).append((sentence, cue))
    return found


def _denies(analysis: Analysis, sentence: Sentence, cue: Cue) -> bool | None:
    """Which side a phrase is on, where it is on any."""
    denied = bool(cue.attributes.get("denied"))
    negated = _denial(analysis, sentence, cue) is not None
    if cue.attributes.get("about") == "stopping":
        return _forbids(analysis, sentence, negated)
    if negated:
        return not denied if cue.attributes.get("flips") else None
    return denied


def _forbids(analysis: Analysis, sentence: Sentence, negated: bool) -> bool | None:
    """Whether a sentence says not to stop a thing at once, or says that one may."""
    cues = analysis.cues_by_category(sentence)
    kinds = {c.kind for c in cues.get("property", ())}
    if not kinds & {"stopping", "withdrawal"}:
        return None
    harms = "withdrawal" in kinds or any(
        c.kind in ("effect", "danger-adjective") for c in cues.get("harm", ())
    )
    if negated or harms:
        return True
    return None if _MAY.isdisjoint(analysis.words(sentence)) else False


def _unmixed(sides: Sides) -> Sides:
    """The sides without the sentences that say both: "with food or on an empty stomach"."""
    both = {s.index for s, _ in sides[False]} & {s.index for s, _ in sides[True]}
    return {side: [said for said in cues if said[0].index not in both] for side, cues in sides.items()}


def _denial(analysis: Analysis, sentence: Sentence, cue: Cue) -> Cue | None:
    """The negation that stands before a phrase, in the same part of the sentence."""
    denials = analysis.cues_by_category(sentence).get("negation", ())
    denial = next((c for c in reversed(denials) if 0 <= cue.first - c.last <= _DENIAL_REACH), None)
    if denial is None:
        return None
    between = range(denial.last, cue.first + 1)
    parted = any(analysis.kinds[i] & Kind.COORDINATOR or "," in analysis.gap(i) for i in between)
    return None if parted else denial


def _words(analysis: Analysis, sentence: Sentence, cue: Cue) -> str:
    """The words of a phrase, from its negation on."""
    denial = _denial(analysis, sentence, cue)
    return wording(analysis, cue if denial is None else cue._replace(start=denial.start))


def _weighed(analysis: Analysis, kind: str, one: _Said, other: _Said, key: frozenset[str]) -> Weighed:
    name = written(analysis, key, one.sentence, other.sentence)
    axis = _AXES[kind]
    sides = [_statement(analysis, kind, here, there, key) for here, there in ((one, other), (other, one))]
    return weigh(
        f"consistency/{axis.rule}",
        sides[0],
        sides[1],
        1.0,
        lambda a, b: f"Says of {name} “{a.said}” here and “{b.said}” there.",
        "Keep the statement that a source supports, or say when each one holds.",
    )


def _statement(analysis: Analysis, kind: str, here: _Said, there: _Said, key: frozenset[str]) -> Statement:
    """One side; without the people that it is said of where the other is said of all, or of what these have."""
    limits, others = _limits(analysis, kind, here.sentence), _limits(analysis, kind, there.sentence)
    every = _AXES[kind].all is there.denied
    known = there.named | analysis.topic.key
    covered = frozenset(x for x in limits - others if _is_covered(x, known, every=every))
    certainty = certainty_of(analysis.cues_in(here.sentence, "hedge", "booster"))
    matter = frozenset({kind})
    return Statement(here.sentence, here.words, key, matter, limits=limits - covered, certainty=certainty)


def _limits(analysis: Analysis, kind: str, sentence: Sentence) -> frozenset[str]:
    limits = limits_of(analysis, sentence) | forms_of(analysis, sentence)
    limits -= {f"place:{name}" for name in analysis.topic.key}  # "in Parkinson's disease"
    if kind == "with-food":
        return limits - {"setting:empty-stomach"}  # and breakfast is no moment, but a meal
    limits -= {"time:stopping"} if kind == "stoppable" else set()
    return limits | moments_of(analysis, sentence)


def _is_covered(limit: str, known: frozenset[str], *, every: bool) -> bool:
    """True for people of whom the other side is said as well; not for animals."""
    kind, _, whom = limit.partition(":")
    if kind == "people":
        return every or not known.isdisjoint(whom.split("+"))
    return every and kind == "population" and whom not in ("animal", "laboratory")


def _shared(analysis: Analysis, kind: str, one: _Said, other: _Said) -> frozenset[str]:
    """The thing of which both are said, as terms; none where it may be another, or is said for another use."""
    if one.stages != other.stages:
        return frozenset()
    if _AXES[kind].paired:
        return _two_things(analysis, one, other)
    key = one.key & other.key
    if kind != "driving" and all(_stood_for(analysis, side) for side in (one, other)):
        key = one.named & other.named  # "the cream" in both
    elif not key:
        key = (one.key & other.named) or (other.key & one.named)
    elif not (one.meant or other.meant or one.key <= other.key or other.key <= one.key):
        return frozenset()
    if not key or _of_another(analysis, one.sentence, other.sentence, key):
        return frozenset()
    if _AXES[kind].aim and _aims_apart(one, other, key):
        return frozenset()
    return key


def _stood_for(analysis: Analysis, said: _Said) -> bool:
    """True where "it" or "this paste" is all that tells of what it is said."""
    if analysis.norms[said.sentence.first] in _POINTS:
        return True
    return said.meant and (said.key | analysis.topic.key).isdisjoint(said.named)


def _two_things(analysis: Analysis, one: _Said, other: _Said) -> frozenset[str]:
    """The two things that both sides name, of which one may be the topic, as "it" or in so many words."""
    topic = analysis.topic.key
    both = one.named & other.named
    of_topic = all(not topic.isdisjoint(side.named | side.key) for side in (one, other))
    apart = _of_another(analysis, one.sentence, other.sentence, both)
    if apart or not (both - topic if of_topic else both):
        return frozenset()
    in_words = all(not topic.isdisjoint(side.named) for side in (one, other)) or not of_topic
    return both if not in_words or _lie_apart(analysis, one.sentence, both) else frozenset()


def _lie_apart(analysis: Analysis, sentence: Sentence, terms: frozenset[str]) -> bool:
    """True where terms stand in two places of a sentence, and are not the words of one name."""
    stems, concepts = analysis.stems, analysis.concepts
    span = range(sentence.first, sentence.last)
    at = [i for i in span if stems[i] in terms or (i in concepts and concepts[i][1] in terms)]
    return bool(at) and at[-1] - at[0] > 1


def _of_another(analysis: Analysis, one: Sentence, other: Sentence, key: frozenset[str]) -> bool:
    """True where single letters, or words like "decaffeinated" beside a name, tell two kinds of a thing apart."""
    ages = ages_of(analysis, one), ages_of(analysis, other)
    if all(ages) and ages[0] != ages[1]:
        return True
    return _variety(analysis, one, key) != _variety(analysis, other, key)


def _variety(analysis: Analysis, sentence: Sentence, key: frozenset[str]) -> frozenset[str]:
    stems = analysis.stems
    at = next((i for i in range(sentence.first, sentence.last) if stems[i] in key), sentence.first)
    first, last = max(sentence.first, at - _BESIDE), min(sentence.last, at + _BESIDE)
    names = Aligned(analysis, sentence).names.intersection(analysis.norms[first:last])
    return varieties(analysis, first, last) | names


def _aims_apart(one: _Said, other: _Said, key: frozenset[str]) -> bool:
    """True where each is said for a use that the other does not name."""
    ours, theirs = one.aim - key, other.aim - key
    return bool(ours and theirs) and ours.isdisjoint(other.named) and theirs.isdisjoint(one.named)


def _read(analysis: Analysis, kind: str, denied: bool, cues: list[tuple[Sentence, Cue]]) -> Iterator[_Said]:
    last = -1
    for sentence, cue in cues:
        if (
            sentence.index == last
            or not _is_own(analysis, sentence, cue)
            or _leaves_room(analysis, sentence, cue, denied)
        ):
            continue
        of = _thing(analysis, sentence, cue)
        if not of.some or _AXES[kind].paired:
            last = sentence.index
            aim = _aim(analysis, sentence, cue, _AXES[kind].aim)
            adverbs = _adverbs(analysis, sentence)
            words, named = _words(analysis, sentence, cue), _named(analysis, sentence, cue) - adverbs
            yield _Said(
                denied,
                sentence,
                words,
                of.key - adverbs,
                of.meant,
                aim,
                named,
                _stages(analysis, sentence, cue),
            )


def _stages(analysis: Analysis, sentence: Sentence, cue: Cue) -> frozenset[str]:
    """What grade or stage of an illness a sentence speaks of, outside of the phrase."""
    norms = analysis.norms
    return _STAGES.intersection((*norms[sentence.first : cue.first], *norms[cue.last : sentence.last]))


def _adverbs(analysis: Analysis, sentence: Sentence) -> frozenset[str]:
    """The stems of "currently" and the like, which name nothing."""
    span = range(sentence.first, sentence.last)
    return frozenset(analysis.stems[i] for i in span if analysis.norms[i].endswith("ly"))


def _is_own(analysis: Analysis, sentence: Sentence, cue: Cue) -> bool:
    """True for a statement of the article's own, without doubt; "if you take it" only says of whom."""
    if sentence.index in analysis.quoted or analysis.article.text[sentence.end - 1] == "?":
        return False
    cues = analysis.cues_by_category(sentence)
    clause = next((c for c in analysis.clauses_in(sentence) if c.first <= cue.first < c.last), None)
    first, last = (clause.first, clause.last) if clause else (sentence.first, sentence.last)
    doubts = _DOUBTS[1:] if cue.kind in _PERMITS else _DOUBTS
    if any(
        c.kind in doubts and first <= c.first < last and not cue.first <= c.first < cue.last
        for c in cues.get("hedge", ())
    ):
        return False
    return all(
        cue.first <= voice.first < cue.last or _only_says_whom(analysis, cue, voice)
        for voice in cues.get("voice", ())
    )


def _only_says_whom(analysis: Analysis, cue: Cue, voice: Cue) -> bool:
    """True for "if you take it" and for the "whether" of what was never tested, or is shown by a test."""
    norms, at = analysis.norms, voice.first
    if norms[at] == "whether":
        return cue.kind in _WHETHER
    takes = analysis.kinds[at + 2] & Kind.USE_WORD or norms[at + 2] in ("are", "have")
    return norms[at : at + 2] == ["if", "you"] and bool(takes)


def _leaves_room(analysis: Analysis, sentence: Sentence, cue: Cue, denied: bool) -> bool:
    """True where exceptions are named, some or the past are meant, or something stands against it."""
    cues = analysis.cues_by_category(sentence)
    if cue.kind != "first-choice" and any(
        c.last <= cue.first or cue.last <= c.first for c in cues.get("exception", ())
    ):
        return True  # of a last resort it is said when it is tried
    norms, kinds = analysis.norms, analysis.kinds
    if cue.attributes.get("about") == "cause" and _CAUSES.isdisjoint(norms[sentence.first : cue.first]):
        return True
    if cue.kind == "driving" and not denied and not _WAITING.isdisjoint(analysis.words(sentence)):
        return True
    near = range(max(sentence.first, cue.first - _PAST_REACH), cue.last)
    if cue.kind not in _TOLD and any(norms[i] in _PAST for i in near):
        return True
    if not _LATER.isdisjoint(norms[cue.last : sentence.last]):
        return True
    if _AXES[cue.kind].all is denied and any(
        kinds[i] & Kind.SOME_WORD for i in range(sentence.first, sentence.last)
    ):
        return True  # "has none in most people"
    opening = kinds[sentence.first]
    some = opening & Kind.SOME_WORD and cue.attributes.get("subject") is None
    return bool(some or (opening & Kind.PARTING and norms[sentence.first] != "because"))


def _thing(analysis: Analysis, sentence: Sentence, cue: Cue) -> Referent:
    """Of what a phrase is said."""
    where = cue.attributes.get("subject")
    found = None
    if where == "object":
        found = _after(analysis, cue.last, sentence.last)
    elif where == "topic":
        return Referent(topic_names(analysis), cue.last)
    elif where in _OF:
        found = _taken(analysis, sentence, cue, str(where))
    return found or referent(analysis, sentence, cue.first)


def _taken(analysis: Analysis, sentence: Sentence, cue: Cue, where: str) -> Referent | None:
    """What is taken in a sentence: "side effects of X", "if you take X"."""
    kinds, norms = analysis.kinds, analysis.norms
    near = range(cue.last - 1, min(cue.last + 1, sentence.last))
    of = next((i for i in near if norms[i] in _OF[where]), None)
    if of is None and where == "taken":
        before = range(sentence.first, cue.first)
        takes = (i for i in before if kinds[i] & Kind.USE_WORD and norms[i] not in _NO_USE)
        of = next(takes, None)
        if of is None and cue.kind == "stoppable":
            of = next((i for i in before if norms[i] in _STOPS), None)
    return None if of is None else _after(analysis, of + 1, sentence.last)


def _after(analysis: Analysis, first: int, end: int) -> Referent | None:
    """The noun phrase that begins shortly after a token; nothing where none does."""
    kinds, norms = analysis.kinds, analysis.norms
    while first < end and (kinds[first] & _BEFORE_NAME or norms[first] in _BEFORE_NAMES):
        if (
            kinds[first] & Kind.PRONOUN
            and norms[first] not in _BEFORE_NAMES
            and (first + 1 == end or kinds[first + 1] & Kind.CLOSED)
        ):
            return None
        first += 1
    last = first
    while last < min(end, first + _LONGEST) and not kinds[last] & _ENDS_NAME:
        if last > first and not _PARTS.isdisjoint(analysis.gap(last)):
            break
        last += 1
    if first == last:
        return None
    key = content(analysis, first, last, NO_THING)
    return Referent(
        key or topic_names(analysis), last, meant=not key or not key.isdisjoint(analysis.topic.key)
    )


def _aim(analysis: Analysis, sentence: Sentence, cue: Cue, words: frozenset[str]) -> frozenset[str]:
    """What it is said for: after "for" or "against", up to the next comma."""
    if not words:
        return frozenset()
    norms = analysis.norms
    places = (*range(cue.last - 1, sentence.last), *range(sentence.first, cue.first))
    at = next((i + 1 for i in places if norms[i] in words), sentence.last)
    last = next(
        (i for i in range(at, sentence.last) if "," in analysis.gap(i) or analysis.kinds[i] & Kind.PARTING),
        sentence.last,
    )
    last = min(last, at + _LONGEST + 2)
    medicines = {analysis.stems[i] for i in range(at, last) if norms[i] in _MEDICINES}
    return content(analysis, at, last, _NO_NAME | Kind.ILLNESS_NOUN) - medicines


def _named(analysis: Analysis, sentence: Sentence, cue: Cue) -> frozenset[str]:
    """All that a sentence names beside the phrase."""
    before, after = (sentence.first, cue.first), (cue.last, sentence.last)
    return content(analysis, *before, _NO_NAME) | content(analysis, *after, _NO_NAME)
