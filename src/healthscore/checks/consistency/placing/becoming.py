"""What becomes more of somebody in one place and less in another: weight, appetite, hair, of whom has or takes a thing.

"People with X gain weight", "weight loss is a common complaint", "X keeps you awake": an effect is told by what
becomes of people, whoever leads the sentence.
"""

from __future__ import annotations

from collections.abc import Iterator, Set
from itertools import combinations

from msgspec import Struct

from healthscore.checks.base import once
from healthscore.checks.consistency.pairs import statements_with, wording
from healthscore.checks.consistency.placing.held import Put, held
from healthscore.checks.consistency.referents import Referent, referent, written
from healthscore.checks.consistency.weighing import Weighed
from healthscore.language.analysis import Analysis, Sentence
from healthscore.language.certainty import certainty_of
from healthscore.language.claims.circumstances import circumstances_of
from healthscore.language.claims.clause import Clause
from healthscore.language.claims.concepts import content
from healthscore.language.claims.kinds import Kind
from healthscore.language.claims.model import LESSENING
from healthscore.language.claims.scope import limits_of
from healthscore.language.cues import Cue

_MOST = 8  # statements on one thing that becomes more or less
_REACH = 3  # tokens between "prevents" or "not" and what it is said of
_AFTER = 5  # tokens in which "weight gain can be prevented" says so
_LONGEST_NAME = 5
_DIRECT = 0.9
_PEOPLE = frozenset(
    "women men children adults babies those many most some others teenagers girls boys".split()
)
_OF_WHOM = frozenset("with on taking using take takes took have has had use uses of from by who in".split())
_SOME = frozenset("some certain other others few several".split())
_WISHES = frozenset(
    "want wants wanting try tries trying goal aim hope hopes hoping need needs should must how tips struggle "
    "struggling easier harder difficult hard wish wishes plan ways way help".split()
)
_TENDS = frozenset(
    "tend tends start starts begin begins likely expected cause causes lead leads led leading you them people patients".split()
)
_AGAIN = frozenset({"again", "back", "after", "once"})  # what was lost is gained again, and after it is over
_COMMANDS = frozenset("lose gain put shed build burn speed slow keep boost get make grow raise add".split())
_ENDS_NAME = Kind.AUXILIARY | Kind.SUBORDINATOR | Kind.PREPOSITION
_NAMES_NOTHING = (
    Kind.GENERIC_NOUN | Kind.PERSON_NOUN | Kind.TIME_NOUN | Kind.USE_WORD | Kind.VERB | Kind.HAVING
)


class _Becoming(Struct, frozen=True):
    sentence: Sentence
    base: str
    step: int
    denied: bool
    of: Referent
    words: str
    told: frozenset[str]


@once
def becoming(analysis: Analysis) -> list[Weighed]:
    """Every pair of statements by which one thing has more and less of something come to people, weighed."""
    by_base: dict[str, list[_Becoming]] = {}
    for pole in _read(analysis):
        of_base = by_base.setdefault(pole.base, [])
        if len(of_base) < _MOST:
            of_base.append(pole)
    return [
        _weighed(analysis, a, b)
        for found in by_base.values()
        for a, b in combinations(found, 2)
        if a.sentence != b.sentence and _opposed(a, b) and a.of.same(b.of)
    ]


def _opposed(a: _Becoming, b: _Becoming) -> bool:
    """More here and less there; or the same here and denied there."""
    if a.denied or b.denied:
        return a.denied != b.denied and a.step == b.step
    return a.step != b.step


def _weighed(analysis: Analysis, a: _Becoming, b: _Becoming) -> Weighed:
    key = a.of.key & b.of.key
    name = written(analysis, key, a.sentence, b.sentence)
    denied = a.denied or b.denied
    return held(
        f"{'negation' if denied else 'direction'}-conflict",
        key,
        a.base,
        (_put(analysis, a, key), _put(analysis, b, key)),
        lambda x, y: f"With {name}: “{x.said}” here, “{y.said}” there.",
        "Keep what a source supports, or say in whom each is seen.",
        _DIRECT,
    )


def _put(analysis: Analysis, pole: _Becoming, key: frozenset[str]) -> Put:
    cues = analysis.cues_in(pole.sentence, "hedge", "booster")
    told = key | analysis.title_names | pole.told
    limits = limits_of(analysis, pole.sentence) | circumstances_of(analysis, pole.sentence)
    own = {limit for limit in limits if limit.startswith("people:") and told.issuperset(limit[7:].split("+"))}
    said = f"not {pole.words}" if pole.denied else pole.words
    return Put(pole.sentence, said, limits - own, certainty_of(cues))


def _read(analysis: Analysis) -> Iterator[_Becoming]:
    for sentence in statements_with(analysis, "becoming"):
        cues = analysis.cues_by_category(sentence)["becoming"]
        for cue in cues:
            if any(c.kind == cue.kind and c.attributes["step"] != cue.attributes["step"] for c in cues):
                continue  # "weight gain or weight loss"
            clause = next(c for c in analysis.clauses_in(sentence) if c.first <= cue.first < c.last)
            turn = _turn(analysis, clause, cue)
            of = _thing(analysis, sentence, clause, cue) if turn else None
            if of is not None and of.key:
                of = of._replace(key=of.key - analysis.topic.key or of.key)
                denied = any(
                    0 <= cue.first - c.last <= _REACH for c in clause.cues if c.category == "negation"
                )
                step = int(cue.attributes["step"]) * turn
                told = content(analysis, cue.first, cue.last)
                yield _Becoming(sentence, cue.kind, step, denied, of, wording(analysis, cue), told)


def _turn(analysis: Analysis, clause: Clause, cue: Cue) -> int:
    """1 where it comes about, -1 where it is prevented, 0 where it is only wished for, advised or spoken of."""
    norms = analysis.norms
    before = norms[max(clause.first, cue.first - _REACH) : cue.first]
    if not _WISHES.isdisjoint(before) or (cue.first == clause.first and norms[cue.first] in _COMMANDS):
        return 0
    if before and before[-1] == "to" and _TENDS.isdisjoint(before):
        return 0
    if not _AGAIN.isdisjoint(norms[cue.last : min(clause.last, cue.last + _REACH)]):
        return 0
    effects = [c for c in clause.cues if c.category == "effect" and "inverse" not in c.attributes]
    if any(
        cue.last <= c.first < cue.last + _AFTER and c.attributes["relation"] in LESSENING for c in effects
    ):
        return 0
    near = [c for c in effects if 0 <= cue.first - c.last <= _REACH]
    if any(c.attributes["relation"] == "affects" for c in near):
        return 0
    lessened = [c for c in near if c.attributes["relation"] in LESSENING]
    if lessened and lessened[-1].attributes["relation"] != "prevents":
        return 0  # "while mitigating hair loss" says no more than that there may be some
    return -1 if lessened else 1


def _thing(analysis: Analysis, sentence: Sentence, clause: Clause, cue: Cue) -> Referent | None:
    """What it comes of: what people have or take, else what leads the clause."""
    claim = next(
        (
            c
            for c in analysis.claims_in(sentence)
            if c.subject_key and c.relation == "causes" and c.start <= cue.start < c.end
        ),
        None,
    )
    if claim is not None:
        key = claim.subject_key
        return Referent(
            analysis.title_names | key if key & analysis.title_names else key, cue.first, meant=False
        )
    first, last = clause.reported_lead
    people = any(_is_person(analysis, i) for i in range(first, last))
    if not people and not first <= cue.first < last:
        return referent(analysis, sentence, cue.first)
    if analysis.norms[first] in _SOME:
        return None
    return _of_people(analysis, sentence, cue)


def _is_person(analysis: Analysis, index: int) -> bool:
    return bool(analysis.kinds[index] & (Kind.PERSON_NOUN | Kind.SPEAKER)) or analysis.norms[index] in _PEOPLE


def _of_people(analysis: Analysis, sentence: Sentence, cue: Cue) -> Referent:
    """What those have or take of whom it is said: "people with X", "while they take X"; the topic where that is all."""
    norms, kinds, names = analysis.norms, analysis.kinds, analysis.title_names
    told = {i for c in analysis.cues_by_category(sentence)["becoming"] for i in range(c.first, c.last)}
    for index in range(sentence.first, sentence.last - 1):
        bare = norms[index] != "in" or not kinds[index + 1] & Kind.DETERMINER  # not "in the first months"
        if index in told or norms[index] not in _OF_WHOM or not bare:
            continue
        end = _name_end(analysis, sentence, index + 1, told)
        people = any(_is_person(analysis, i) for i in range(index + 1, end))
        key = frozenset() if people else content(analysis, index + 1, end, _NAMES_NOTHING)
        if key:
            return Referent(names | key if key & names else key, end, meant=False)
    return Referent(names, cue.first)


def _name_end(analysis: Analysis, sentence: Sentence, first: int, told: Set[int]) -> int:
    end = first
    while end < min(sentence.last, first + _LONGEST_NAME) and (end == first or analysis.gap(end).isspace()):
        if end in told or analysis.kinds[end] & (_ENDS_NAME | (Kind.DETERMINER if end > first else 0)):
            break
        end += 1
    return end
