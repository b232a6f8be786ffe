"""Which sentences put a thing at an end of a scale: what each says of what, in its own voice and in general."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from msgspec import Struct

from healthscore.checks.consistency.graded import meets
from healthscore.checks.consistency.pairs import MAY
from healthscore.checks.consistency.placing.matters import Thing, thing_of
from healthscore.checks.consistency.referents import NO_THING, the_illness
from healthscore.checks.consistency.sentences.matter import matter_by_token
from healthscore.language.analysis import Analysis, Sentence
from healthscore.language.claims.commands import is_command
from healthscore.language.claims.concepts import content
from healthscore.language.claims.kinds import Kind
from healthscore.language.cues import Cue

_NEGATION_REACH = 4  # tokens between "not" and the end of the scale that it denies
_ONLY_REACH = 6  # tokens between "only" and "once"
_RARELY = 2  # step of "sometimes"
_PERMITTED = frozenset({"rank", "prescription", "times"})  # of what may be done, "may" says that it is so
_ADVICE = frozenset(
    "should must best ideal recommended always only confined limited restricted need needs belongs belong meant".split()
)
_DENIED = ("contagion", "heredity", "prescription")  # scales of which one end may be said and denied
_AGAIN = "again named"
_RIGHT, _HOUR = frozenset("right best proper correct ideal".split()), frozenset({"time", "moment", "hour"})
_CHECKS = frozenset("measure check weigh test record note write watch look call ring see ask".split())
_NOW = frozenset({"is", "are"})
_DOSED = "time of day"
_BOTH_HOLD = (
    frozenset({"by day", "morning"}),
    frozenset({"by night", "evening"}),
    frozenset({"by day", "evening"}),
)
_BEFALLS = frozenset(
    "get gets have has had catch catches suffer suffers strike strikes come comes return returns".split()
)
_BOUNDS = frozenset(
    "by through via until till once after before when while during longer unless from in".split()
)
_NO_LONGER = frozenset("once after until till when longer then anymore unless before if while".split())
_TIMES = frozenset("till until while during longer once after before when".split())
_ENDED = frozenset("after once longer then before".split())  # "after that it cannot be passed on"
_LIES = frozenset("lies lie sits sit located situated is are".split())
_LIES_REACH = 3  # tokens between "lies" and "left side"
_FINDING = frozenset({"find", "found", "see", "seen", "feel", "felt"})  # where a thing can be found, it is
_PREDICATES = Kind.AUXILIARY | Kind.VERB
_ADJECTIVES = ("pain",)  # scales whose words may only tell things apart
_PER = frozenset("a an per each every daily weekly as more less".split())


class Placed(Struct, frozen=True):
    """Where on a scale a sentence puts a thing; ``denied`` where it says that it is not there."""

    sentence: Sentence
    cue: Cue
    denied: bool
    of_thing: bool
    thing: Thing | None
    terms: frozenset[str]
    rest: tuple[str, ...]

    @property
    def end(self) -> str:
        """Which end, or which member of the set."""
        return self.cue.kind

    def excludes(self, other: Placed) -> bool:
        """True where the two cannot both hold of one thing."""
        if self.end == other.end:
            return self.denied != other.denied
        return not self.denied and not other.denied and {self.end, other.end} not in _BOTH_HOLD


def placed_by_scale(analysis: Analysis) -> Mapping[str, Sequence[Placed]]:
    """The sentences that put a thing at an end, by scale; only of scales of which the article names two ends."""
    found: defaultdict[str, list[Placed]] = defaultdict(list)
    ends: defaultdict[str, set[str]] = defaultdict(set)
    for cue in analysis.cues_of("scale"):
        scale = str(cue.attributes["one_of"])
        again = cue.kind in ends[scale] and scale in _DENIED  # the one of the two may be denied
        ends[scale].update((cue.kind, _AGAIN) if again else (cue.kind,))
    for sentence in analysis.prose_with("scale") if ends else ():
        for cues in _only_ends(analysis, sentence):
            scale = str(cues[0].attributes["one_of"])
            if len(ends[scale]) > 1:
                placed = _placed(analysis, sentence, cues)
                if placed is not None:
                    found[scale].append(placed)
    return found


def _only_ends(analysis: Analysis, sentence: Sentence) -> Iterator[list[Cue]]:
    """The cues of each scale of which a sentence names one end: not "on one side or on both sides"."""
    cues: defaultdict[object, list[Cue]] = defaultdict(list)
    for cue in analysis.cues_by_category(sentence)["scale"]:
        if _counts(analysis, sentence, cue):
            cues[cue.attributes["one_of"]].append(cue)
    for scale, named in cues.items():
        if scale == _DOSED and _advises(analysis, sentence):
            named = [cue for cue in named if "," not in analysis.article.prose[named[0].end : cue.start]]
        if scale == "prescription" and analysis.norms[named[0].first] == "no":
            named = [cue for cue in named if cue.kind == named[0].kind]  # "no shop sells it without"
        if len({cue.kind for cue in named}) == 1:
            yield named


def _counts(analysis: Analysis, sentence: Sentence, cue: Cue) -> bool:
    """False for a word that is an end of the scale only beside another: "once" after "only", "twice" with "get"."""
    if cue.attributes.get("bare") and _is_bounded(analysis, sentence, cue):
        return False
    if cue.attributes.get("befalls"):
        per = cue.last < sentence.last and analysis.norms[cue.last] in _PER
        return not per and not _BEFALLS.isdisjoint(analysis.words(sentence))
    near = range(max(sentence.first, cue.first - _ONLY_REACH), cue.first)
    if "after" in cue.attributes:
        return any(analysis.norms[i] in str(cue.attributes["after"]).split() for i in near)
    return not cue.attributes.get("only") or any(analysis.kinds[i] & Kind.ONLY_WORD for i in near)


def _is_bounded(analysis: Analysis, sentence: Sentence, cue: Cue) -> bool:
    """True for "cannot be caught by kissing" and "not contagious while it itches": so in one way, for a time.

    What can be caught for a time can be caught.
    """
    end = next((i for i in range(cue.last, sentence.last) if "," in analysis.gap(i)), sentence.last)
    told = _BOUNDS.intersection(analysis.norms[cue.last : end])
    if cue.kind == "catching":
        return bool(told - _TIMES)
    return bool(told) or not _ENDED.isdisjoint(analysis.norms[sentence.first : cue.first])


def _placed(analysis: Analysis, sentence: Sentence, cues: Sequence[Cue]) -> Placed | None:
    """What the sentence says of its thing, where it says so of its own and in general."""
    cue = cues[0]
    if not _says_so(analysis, sentence, cues):
        return None
    denials = analysis.cues_by_category(sentence).get("negation", ())
    prose = analysis.article.prose
    denied = any(
        0 <= cue.first - c.last <= _NEGATION_REACH and "," not in prose[c.end : cue.start] for c in denials
    )
    matter = matter_by_token(analysis)
    own = {i for c in cues for i in range(c.first, c.last)}
    terms = frozenset(matter[i] for i in range(sentence.first, sentence.last) if i not in own) - {""}
    of_thing, thing = _is_of_its_thing(analysis, sentence, cue), None
    spared = cue.attributes["one_of"] == "contagion" and (denied or cue.kind == "not catching")
    if spared and not _NO_LONGER.isdisjoint(analysis.words(sentence)):
        return None  # "once the spots have crusted, you cannot pass it on"
    if "after" in cue.attributes:
        thing = _caught(analysis, sentence, cue)
    elif of_thing:
        thing = thing_of(analysis, sentence, cues)
    elif (
        _leads(analysis, sentence, cue)
        or is_command(analysis, sentence.first, sentence.last)
        or _denies(denials, cues)
    ):
        return None
    rest = tuple(analysis.stems[i] for i in range(sentence.first, sentence.last) if i not in own)
    return Placed(sentence, cue, denied, of_thing, thing, terms, rest) if thing or terms else None


def _caught(analysis: Analysis, sentence: Sentence, cue: Cue) -> Thing:
    """What stands between the verb and the rest of a phrase that is parted: "pass ringworm on to others"."""
    verbs = str(cue.attributes["after"]).split()
    verb = next(i for i in range(cue.first - 1, sentence.first - 1, -1) if analysis.norms[i] in verbs)
    named = content(analysis, verb + 1, cue.first, NO_THING | Kind.ILLNESS_NOUN)
    return Thing(named or the_illness(analysis), loose=not named)


def _is_of_its_thing(analysis: Analysis, sentence: Sentence, cue: Cue) -> bool:
    """True where it is said of a thing as a whole: advice when to take it, and "lies on the left"."""
    if cue.attributes["frame"] == "thing":
        return True
    if cue.attributes["one_of"] == _DOSED:
        return _advises(analysis, sentence)
    before = analysis.norms[max(sentence.first, cue.first - _LIES_REACH) : cue.first]
    return not _LIES.isdisjoint(before) and not is_command(analysis, sentence.first, sentence.last)


def _says_so(analysis: Analysis, sentence: Sentence, own: Sequence[Cue]) -> bool:
    """False for what is asked, quoted, conditional, possible, so in some cases only, or said in no whole sentence."""
    if _is_attribute(analysis, sentence, own[0]) or _is_name_only(analysis, sentence):
        return False
    if sentence.index in analysis.quoted or analysis.article.text[sentence.end - 1] == "?":
        return False
    cues = analysis.cues_by_category(sentence)
    scale = own[0].attributes["one_of"]
    if any(
        not meets(c, own)
        for c in (*cues.get("voice", ()), *(cues.get("exception", ()) if scale != "rank" else ()))
    ):
        return False
    if any(int(c.attributes["step"]) <= _RARELY and not meets(c, own) for c in cues.get("frequency", ())):
        return False
    may = any(
        c.kind in MAY
        and not meets(c, own)
        and not _in_later_clause(analysis, own[0], c)
        and _FINDING.isdisjoint(analysis.norms[c.last : min(sentence.last, c.last + 2)])
        for c in cues.get("hedge", ())
    )
    return not may or bool(own[0].attributes.get("possible")) or scale in _PERMITTED


def _in_later_clause(analysis: Analysis, cue: Cue, other: Cue) -> bool:
    """True for the "can" of "take it at night, and an alarm can remind you"."""
    between = range(cue.last, other.first)
    return any("," in analysis.gap(i) and analysis.kinds[i] & Kind.COORDINATOR for i in between)


def _is_name_only(analysis: Analysis, sentence: Sentence) -> bool:
    """True for an item of a list that is no sentence: "small, painless spots"."""
    says = any(analysis.kinds[i] & _PREDICATES for i in range(sentence.first, sentence.last))
    return sentence.block.kind == "list_item" and not says


def _is_attribute(analysis: Analysis, sentence: Sentence, cue: Cue) -> bool:
    """True for the "painful" of "painful red bumps"; not for that of "a painful procedure"."""
    after = cue.last
    if (
        cue.attributes["one_of"] not in _ADJECTIVES
        or after >= sentence.last
        or not analysis.gap(after).isspace()
    ):
        return False
    return not analysis.kinds[after] & (
        _PREDICATES | Kind.CLOSED | Kind.SUBSTANCE_NOUN | Kind.GENERIC_NOUN | Kind.ILLNESS_NOUN
    )


def _advises(analysis: Analysis, sentence: Sentence) -> bool:
    """True for what somebody is told to do, and for how a thing is taken: "is swallowed at night"."""
    norms, first, last = analysis.norms, sentence.first, sentence.last
    if norms[first] in _CHECKS:
        return False  # "measure your blood pressure in the evening"
    if is_command(analysis, first, last) or not _ADVICE.isdisjoint(norms[first:last]):
        return True
    pairs = list(pairwise(range(first, last)))
    return any(norms[i] in _RIGHT and norms[j] in _HOUR for i, j in pairs) or any(
        norms[i] in _NOW and analysis.kinds[j] & Kind.USED_PARTICIPLE for i, j in pairs
    )


def _denies(denials: Sequence[Cue], own: Sequence[Cue]) -> bool:
    """True where something else than the end of the scale is denied."""
    return any(not 0 <= own[0].first - c.last <= _NEGATION_REACH and not meets(c, own) for c in denials)


def _leads(analysis: Analysis, sentence: Sentence, cue: Cue) -> bool:
    """True for "the left lung has two lobes", where the end tells one thing from another; not for "On the left ..."."""
    kinds = analysis.kinds
    if kinds[sentence.first] & Kind.PREPOSITION:
        return False
    if cue.first - sentence.first <= 1 and kinds[cue.last - 1] & _PREDICATES == 0:
        return (
            cue.last < sentence.last and analysis.gap(cue.last).isspace()
        )  # "the left kidney sits", verb unknown
    before = any(kinds[i] & _PREDICATES for i in range(sentence.first, cue.last))
    return not before and any(kinds[i] & _PREDICATES for i in range(cue.last, sentence.last))
