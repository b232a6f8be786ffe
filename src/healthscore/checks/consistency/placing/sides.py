"""Which sentences take which side where there are two only: it can be cured or not, was tested or never."""

from __future__ import annotations

from collections import defaultdict

from msgspec import Struct
from msgspec.structs import replace

from healthscore.checks.consistency.pairs import wording
from healthscore.language.analysis import Analysis, Sentence
from healthscore.language.claims.kinds import Kind
from healthscore.language.cues import Cue

_DENIAL_REACH = 4  # tokens between "not" and the phrase
_PAST_REACH = 3  # tokens between "was" and the phrase
_DOUBTS = ("modal", "adverb", "epistemic-verb")
_PERMITS = ("stoppable", "driving", "combining")  # "may" is no doubt there
_WHETHER = ("studied", "testable")
_PAST = frozenset({"was", "were", "had", "once", "long", "until"})
_TOLD = ("studied", "reported")  # what is told as past holds still
_ASKED = frozenset({"must", "should", "need", "needs", "to", "be"})
_LATER = frozenset({"until", "will", "someday"})  # "no test shows who will fall ill"
_WAITING = frozenset({"after", "once", "until", "when", "again", "if"})
_MAY = frozenset({"can", "may", "could", "free", "allowed", "simply", "just"})
_SOME = frozenset({"some", "most", "many", "several", "certain", "few"})

Sides = dict[bool, list[tuple[Sentence, Cue]]]
"""The places of the phrases of one axis, by whether they deny."""


class Axis(Struct, frozen=True):
    """What there are two sides of.

    ``rule`` speaks of it. ``all``: the side that is said of all people, and so denies what is said of some. ``aim``:
    the words before the use for which it is said, as another may be otherwise; ``paired``: two things are in it, and
    both have to be the same. ``standing``: it is had for one use, so that it may be lacking for another, and what a thing
    should have it is not said to have.
    """

    rule: str
    all: bool | None = None
    aim: frozenset[str] = frozenset()
    paired: bool = False
    standing: bool = False


_FOR = frozenset({"for", "against"})
AXES = {
    "harmless": Axis("safety-conflict", all=False),
    "unsafe": Axis("safety-conflict", aim=_FOR | {"to", "in"}),
    "interacting": Axis("safety-conflict", all=True, aim=frozenset({"with", "between"})),
    "approved": Axis("knowledge-conflict", aim=_FOR, standing=True),
    "curable": Axis("negation-conflict"),
    "treatable": Axis("negation-conflict", all=True),
    "testable": Axis("knowledge-conflict", all=True),
    "vaccine": Axis("negation-conflict", all=True),
    "studied": Axis("knowledge-conflict", all=True, aim=_FOR | {"in", "on", "that", "whether"}),
    "reported": Axis("negation-conflict", all=True, paired=True),
    "driving": Axis("safety-conflict"),
    "with-food": Axis("negation-conflict"),
    "stoppable": Axis("safety-conflict"),
    "replacing": Axis("category-conflict", paired=True),
    "combining": Axis("safety-conflict", paired=True),
}


def sides(analysis: Analysis) -> dict[str, Sides]:
    """By axis of ``AXES``: the sentences of either side, where there are both, with the phrase that takes it."""
    found = {kind: _unmixed(both) for kind, both in _by_axis(analysis).items() if len(both) == 2}
    return {
        kind: {side: [s for s in said if _stands(analysis, *s, side)] for side, said in both.items()}
        for kind, both in found.items()
    }


def _stands(analysis: Analysis, sentence: Sentence, cue: Cue, denied: bool) -> bool:
    return _is_own(analysis, sentence, cue) and not _leaves_room(analysis, sentence, cue, denied)


def _by_axis(analysis: Analysis) -> dict[str, Sides]:
    """The phrases of each axis, by whether they deny."""
    found: defaultdict[str, Sides] = defaultdict(dict)
    for cue in analysis.cues_of("side", "property"):
        if cue.kind in AXES:
            sentence = analysis.sentence_at(cue.first)
            if sentence.block.kind in ("paragraph", "list_item"):
                denied = _denies(analysis, sentence, cue)
                if denied is not None:
                    found[cue.kind].setdefault(denied, []).append((sentence, cue))
    return found


def _unmixed(sides: Sides) -> Sides:
    """The sides without the sentences that say both: "with food or on an empty stomach"."""
    both = {s.index for s, _ in sides[False]} & {s.index for s, _ in sides[True]}
    return {side: [said for said in cues if said[0].index not in both] for side, cues in sides.items()}


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


def _denial(analysis: Analysis, sentence: Sentence, cue: Cue) -> Cue | None:
    """The negation that stands before a phrase, in the same part of the sentence."""
    denials = analysis.cues_by_category(sentence).get("negation", ())
    denial = next((c for c in reversed(denials) if 0 <= cue.first - c.last <= _DENIAL_REACH), None)
    if denial is None:
        return next((c for c in denials if _denies_all(analysis, sentence, c, cue)), None)
    between = range(denial.last, cue.first + 1)
    parted = any(analysis.kinds[i] & Kind.COORDINATOR or "," in analysis.gap(i) for i in between)
    return None if parted else denial


def _denies_all(analysis: Analysis, sentence: Sentence, denial: Cue, cue: Cue) -> bool:
    """True for "No drug has been shown to get rid of it", up to the first comma."""
    opens = (
        denial.first == sentence.first and analysis.norms[denial.first] == "no" and denial.last < cue.first
    )
    return bool(opens and analysis.kinds[denial.last] & Kind.SUBSTANCE_NOUN) and not any(
        "," in analysis.gap(i) for i in range(denial.last, cue.first + 1)
    )


def words_of(analysis: Analysis, sentence: Sentence, cue: Cue) -> str:
    """The words of a phrase, from its negation on."""
    denial = _denial(analysis, sentence, cue)
    return wording(analysis, cue if denial is None else replace(cue, start=denial.start))


def _is_own(analysis: Analysis, sentence: Sentence, cue: Cue) -> bool:
    """True for a statement of the article's own, without doubt; "if you take it" only says of whom."""
    if sentence.index in analysis.quoted or analysis.article.text[sentence.end - 1] == "?":
        return False
    if cue.kind == "with-food" and (
        (cue.attributes.get("denied") and analysis.norms[cue.first - 1] == "or")
        or analysis.norms[sentence.first].endswith("ing")
    ):
        return False  # "with or without food", "taking it with food means that less gets in"
    if AXES[cue.kind].standing and not _ASKED.isdisjoint(
        analysis.norms[max(sentence.first, cue.first - _PAST_REACH) : cue.first]
    ):
        return False  # "drugs must be approved"
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
    if norms[at : at + 2] != ["if", "you"] or at + 2 >= len(norms):
        return False
    return bool(analysis.kinds[at + 2] & Kind.USE_WORD) or norms[at + 2] in ("are", "have")


def _leaves_room(analysis: Analysis, sentence: Sentence, cue: Cue, denied: bool) -> bool:
    """True where exceptions are named, some or the past are meant, or something stands against it."""
    cues = analysis.cues_by_category(sentence)
    if any(c.last <= cue.first or cue.last <= c.first for c in cues.get("exception", ())):
        return True  # of a last resort it is said when it is tried
    norms, kinds = analysis.norms, analysis.kinds
    if cue.kind == "studied" and denied and any(k & Kind.TIME_NOUN for k in kinds[cue.last : sentence.last]):
        return True  # "over more than a year"
    if cue.kind == "driving" and not denied and not _WAITING.isdisjoint(analysis.words(sentence)):
        return True
    near = range(max(sentence.first, cue.first - _PAST_REACH), cue.last)
    if cue.kind not in _TOLD and any(norms[i] in _PAST for i in near):
        return True
    if not _LATER.isdisjoint(norms[cue.last : sentence.last]):
        return True
    if AXES[cue.kind].all is denied and not _SOME.isdisjoint(analysis.words(sentence)):
        return True  # "has none in most people"
    opening = kinds[sentence.first]
    some = opening & Kind.SOME_WORD and norms[sentence.first] != "those"  # "those who stop it"
    some = some and cue.attributes.get("subject") != "object"
    return bool(some or (opening & Kind.PARTING and norms[sentence.first] != "because"))
