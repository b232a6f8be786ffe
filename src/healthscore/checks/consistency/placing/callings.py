"""Of what thing a noun of class is said: the subject of "is a", what stands before an apposition, what a germ brings on."""

from __future__ import annotations

from msgspec.structs import replace

from healthscore.checks.consistency.placing.matters import Thing, in_full, thing_of
from healthscore.checks.consistency.referents import NO_THING, the_illness, topic_names
from healthscore.language.analysis import Analysis, Sentence
from healthscore.language.claims.concepts import content
from healthscore.language.claims.kinds import Kind
from healthscore.language.claims.phrases import name_end
from healthscore.language.cues import Cue

_LONGEST = 4  # tokens before the noun in "a small water-soluble protein"
_NAME = 5  # tokens of what a germ brings on
_KINDS = frozenset(
    "kind kinds type types form forms sort sorts member members group class family one larvae eggs".split()
)
_RANKED = (("belong", "to"), ("belongs", "to"), ("count", "among"), ("counts", "among"), ("ranks", "among"))
_CALLED = frozenset("classed classified regarded considered counted known sold viewed seen".split())
_BROUGHT_BY = frozenset("caused triggered produced transmitted brought provoked".split())
_ORIGINS = {
    "to": ("due", "down"),
    "of": ("result", "consequence", "work", "overgrowth"),
    "from": ("comes", "come", "results", "result", "stems", "stem"),
}
_CAUSING = frozenset("cause causes caused causing".split())
_CAUSE_OF = (
    ("responsible", "for"),
    ("behind",),
    ("the", "cause", "of"),
    ("to", "blame", "for"),
    ("lies", "behind"),
)
_BETWEEN = frozenset("that which is are it what".split())
_ACTING = frozenset(
    "infect infects get gets enter enters invade invades grow grows multiply multiplies".split()
)
_ARISES = frozenset(
    "forms form develops develop occurs occur happens happen arises arise starts start begins begin".split()
)
_ENDS = Kind.CLOSED | Kind.VERB | Kind.RELATIVE | Kind.PARTING
_RELATIVES = frozenset({"that", "which", "who"})
_AFTER_HEAD = frozenset(
    "made found known grown responsible unique similar native rich related behind".split()
)
_GERMS = frozenset("germ germs pathogen organism agent microbe bug culprit".split())
_SETTINGS = frozenset({"this", "these"})
GERM, ILLNESS = "germ", "illness"
_NO_NAME = NO_THING | Kind.ILLNESS_NOUN


def is_head(analysis: Analysis, sentence: Sentence, cue: Cue) -> bool:
    """False for "hormone tablets" and for one of two: "a virus or a bacterium"."""
    after = cue.last
    if after >= sentence.last or not analysis.gap(after).isspace():
        return True
    if analysis.kinds[after] & Kind.COORDINATOR:
        return _new_clause(analysis, sentence, after, str(cue.attributes["one_of"]))
    named = analysis.capitals[after] and not analysis.capitals[cue.first]  # "the parasitic worm Loa loa"
    return (
        bool(named or analysis.kinds[after] & _ENDS)
        or analysis.norms[after].endswith(("ed", "ing"))
        or analysis.norms[after] in _AFTER_HEAD | _CAUSING | _ACTING
    )


def _new_clause(analysis: Analysis, sentence: Sentence, at: int, one_of: str) -> bool:
    """True for the "and" of "is a hormone and is made", and of "and no cancer": no second class of the set follows."""
    cues = analysis.cues_by_category(sentence)["member"]
    second = any(at < c.first <= at + _LONGEST and c.attributes["one_of"] == one_of for c in cues)
    denied = analysis.norms[at + 1 : at + 2] in (["no"], ["not"])
    return analysis.norms[at] == "and" and (denied or not second)


def phrase_start(analysis: Analysis, sentence: Sentence, cue: Cue) -> int:
    """The first token of the noun phrase, with "a kind of" and "the larvae of" before it."""
    first = cue.first
    while first > sentence.first:
        before = first - 1
        kinds, norm = analysis.kinds[before], analysis.norms[before]
        if not analysis.gap(first).isspace() and analysis.gap(first) != "-":
            break
        if norm in _RELATIVES:
            break
        if norm == "of" and before > sentence.first and analysis.norms[before - 1] in _KINDS:
            first = before - 1
        elif kinds & Kind.DETERMINER or not kinds & _ENDS:
            if cue.first - before > 2 * _LONGEST or analysis.norms[before] in _BROUGHT_BY:
                break
            first = before
        else:
            break
    return first


def called(analysis: Analysis, sentence: Sentence, cue: Cue, first: int) -> tuple[bool, Thing] | None:
    """Whether it is denied, and the thing, where the sentence calls something so."""
    norms = analysis.norms
    apposed = _apposed(analysis, sentence, cue, first) or _put_first(analysis, sentence, cue, first)
    if apposed:
        return False, Thing(apposed)
    if norms[first] in _SETTINGS and cue.attributes.get("overlap") and cue.kind == "drug":
        thing = thing_of(analysis, sentence, [cue]) if first > sentence.first else Thing(analysis.topic.key)
        return None if thing is None else (False, thing)
    linked = _linked(analysis, sentence, first)
    if linked is None:
        return None
    at, denied = linked
    start = _subject(analysis, sentence, at)
    germ = next((i for i in range(start, at) if norms[i] in _GERMS), None)
    if germ is not None and cue.attributes["one_of"] == GERM:
        brought = brings_on(analysis, sentence, germ + 1) or _behind(analysis, germ, at)
        return denied, Thing(brought or the_illness(analysis))
    key = _leading(analysis, sentence, cue, at)
    return (denied, Thing(key)) if key else None


def _leading(analysis: Analysis, sentence: Sentence, cue: Cue, at: int) -> frozenset[str]:
    """The thing that leads up to a copula; nothing where that is not said or only some of it is meant."""
    start = _subject(analysis, sentence, at)
    if start > sentence.first and (key := content(analysis, start, at, _NO_NAME)):
        return in_full(analysis, key)  # "since the syndrome is"
    if start > sentence.first and (meant := _stood_for(analysis, start)):
        return meant
    thing = thing_of(analysis, sentence, [replace(cue, first=at)])
    return frozenset() if thing is None or thing.loose else thing.key


def _apposed(analysis: Analysis, sentence: Sentence, cue: Cue, first: int) -> frozenset[str]:
    """What is named right before ", a hormone,"; nothing where that does not stand beside a name."""
    kinds, after = analysis.kinds, cue.last
    if first == sentence.first or "," not in analysis.gap(first) or not kinds[first] & Kind.DETERMINER:
        return frozenset()
    goes_on = after < sentence.last and analysis.gap(after).isspace()
    if goes_on and not (kinds[after] & Kind.RELATIVE or analysis.norms[after].endswith(("ed", "ing"))):
        return frozenset()
    start = first
    while start > max(sentence.first, first - _NAME) and not kinds[start - 1] & (_ENDS & ~Kind.DETERMINER):
        if start < first and not analysis.gap(start).isspace():
            break
        start -= 1
    led = start == sentence.first or kinds[start - 1] & Kind.COPULA
    return content(analysis, start, first, _NO_NAME) if led else frozenset()


def _put_first(analysis: Analysis, sentence: Sentence, cue: Cue, first: int) -> frozenset[str]:
    """What "As a hormone, X ..." and "Being a hormone, it ..." call so; nothing elsewhere."""
    at = cue.last
    opens = first == sentence.first + 1 and analysis.norms[sentence.first] in ("as", "being")
    if not opens or at >= sentence.last or "," not in analysis.gap(at):
        return frozenset()
    return in_full(analysis, content(analysis, at, name_end(analysis, at, sentence.last), _NO_NAME)) or (
        _stood_for(analysis, at)
    )


def _stood_for(analysis: Analysis, at: int) -> frozenset[str]:
    """What "it", "the disease is" and "this drug can" at a token mean; nothing where other words stand there."""
    norms, kinds = analysis.norms, analysis.kinds
    if norms[at] in ("it", "they"):
        return topic_names(analysis)
    if (
        norms[at] not in ("the", "this", "these")
        or at + 2 >= len(kinds)
        or not kinds[at + 2] & Kind.AUXILIARY
    ):
        return frozenset()
    if kinds[at + 1] & Kind.ILLNESS_NOUN:
        return the_illness(analysis)
    return topic_names(analysis) if kinds[at + 1] & Kind.SUBSTANCE_NOUN else frozenset()


def _subject(analysis: Analysis, sentence: Sentence, at: int) -> int:
    """The first token of the noun phrase that leads up to a copula after "since" or a comma; else that of the sentence."""
    start = at
    while start > max(sentence.first, at - 2 * _LONGEST):
        kinds = analysis.kinds[start - 1]
        leads_in = kinds & (Kind.SUBORDINATOR | Kind.PARTING) and not kinds & Kind.DETERMINER
        if leads_in or analysis.norms[start - 1] == "as":
            return start
        if kinds & (Kind.PRONOUN | Kind.AUXILIARY | Kind.COORDINATOR):
            break
        start -= 1
    return sentence.first


def _linked(analysis: Analysis, sentence: Sentence, first: int) -> tuple[int, bool] | None:
    """The copula, or "belongs to", that a noun phrase hangs on, and whether a negation stands between."""
    norms, kinds = analysis.norms, analysis.kinds
    if "," in analysis.gap(first):
        return None  # "as it is viral, antibiotics ..."
    denied = turned = False
    for at in range(first - 1, max(sentence.first, first - 2 * _LONGEST) - 1, -1):
        norm = norms[at]
        if norm in ("not", "never", "no") and not turned:
            denied = True
        elif norm in ("but", "and") or "," in analysis.gap(at + 1):
            turned = True
        ranked = (norm, norms[at + 1]) in _RANKED
        if kinds[at] & Kind.COPULA or ranked or norm in ("isn't", "aren't"):
            if norm in ("isn't", "aren't") and not turned:
                denied = True
            return at, denied or (
                not turned and at > sentence.first and norms[at] == "belong" and norms[at - 1] == "not"
            )
        if (
            norm
            in (
                "not",
                "never",
                "but",
                "as",
                "to",
                "among",
                "the",
                "a",
                "an",
                "and",
                "no",
                "actually",
                "really",
                "also",
            )
            or norm in _CALLED
        ):
            continue
        if kinds[at] & (Kind.VERB | Kind.PREPOSITION | Kind.RELATIVE | Kind.SUBORDINATOR | Kind.AUXILIARY):
            return None
    return None


def _behind(analysis: Analysis, germ: int, last: int) -> frozenset[str]:
    """What stands after "the culprit in" up to a token."""
    named = analysis.norms[germ] == "culprit" and analysis.norms[germ + 1] == "in"
    return content(analysis, germ + 2, last, _NO_NAME) if named else frozenset()


def brought_on(analysis: Analysis, sentence: Sentence, cue: Cue, first: int) -> frozenset[str] | None:
    """What a germ is said to bring on: of "X is caused by a virus", "an infection with a virus", "X forms when a virus infects"."""
    norms, kinds = analysis.norms, analysis.kinds
    before = first - 1
    if before > sentence.first + 1 and norms[before] in ("when", "because") and norms[before - 1] in _ARISES:
        acts = cue.last < sentence.last and norms[cue.last] in _ACTING
        return _leading(analysis, sentence, cue, before - 1) or None if acts else None
    if before > sentence.first:
        near = norms[max(sentence.first, before - 3) : before]
        by = norms[before] in ("by", "with") and (not _BROUGHT_BY.isdisjoint(near) or "infection" in near)
        if by or any(word in near for word in _ORIGINS.get(norms[before], ())):
            copula = next(
                (i for i in range(before - 1, max(sentence.first, before - 8), -1) if kinds[i] & Kind.COPULA),
                None,
            )
            at = before - 1 if norms[before] == "from" else copula
            if at is None or any(kinds[i] & Kind.RELATIVE for i in range(at, before)):
                return None
            return _leading(analysis, sentence, cue, at) or None
    return None


def brings_on(analysis: Analysis, sentence: Sentence, after: int) -> frozenset[str] | None:
    """What follows "causes", "responsible for" or "behind" from a token on; None where no such words stand there."""
    norms = analysis.norms
    while after < sentence.last and norms[after] in _BETWEEN:
        after += 1
    start = after + 1 if after < sentence.last and norms[after] in _CAUSING else None
    for words in _CAUSE_OF:
        if tuple(norms[after : after + len(words)]) == words:
            start = after + len(words)
    if start is None or start >= sentence.last:
        return None
    last = name_end(analysis, start, sentence.last)
    return content(analysis, start, last, _NO_NAME) or analysis.topic.key
