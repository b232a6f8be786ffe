"""What an effect is on: the object's key, and the effect as it stands with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from healthscore.language.claims.acting import Effect
from healthscore.language.claims.concepts import content, name_of_topic
from healthscore.language.claims.kinds import Kind
from healthscore.language.cues import Cue

if TYPE_CHECKING:
    from healthscore.language.analysis import Analysis, Sentence

_ITSELF = frozenset({"it", "this", "them"})
_FEWER = frozenset({"fewer", "less"})
_Read = tuple[Effect, frozenset[str]]


def read_object(analysis: Analysis, sentence: Sentence, effect: Effect, first: int, last: int) -> _Read:
    """The key of the object at tokens ``[first, last)``, and the effect with it: causing "reduced X" is lowering X.

    An object that only classifies ("patients", "users") has no key: it is compared with nothing.
    """
    if "object" in effect.cue.attributes:
        return effect, frozenset({str(effect.cue.attributes["object"])})
    itself = last - first == 1 and analysis.norms[first] in _ITSELF
    if ("denied" in effect.cue.attributes and itself) or "implied" in effect.cue.attributes:
        return effect, name_of_topic(analysis)
    key = content(analysis, first, last, Kind.RAISED_STATE)
    people = key and any(map(Kind.PERSON_NOUN.__and__, analysis.kinds[first:last]))
    if people and not content(analysis, first, last, Kind.PERSON_NOUN | Kind.RAISED_STATE):
        return effect, frozenset()
    if _points_elsewhere(analysis, sentence, first) or analysis.norms[first] == "nothing":
        return effect, frozenset()
    if effect.relation == "prevents" and _kept_from_doing(analysis, sentence, last):
        return effect, frozenset()
    return _turned(analysis, sentence, effect, key, first, last) or (effect, key)


def of_dimension(key: frozenset[str], cue: Cue) -> frozenset[str]:
    """An object's key with what of it is more or less: of muscles that are relaxed the tension."""
    return key | {f"={cue.attributes['dimension']}"} if key and "dimension" in cue.attributes else key


def _turned(
    analysis: Analysis, sentence: Sentence, effect: Effect, key: frozenset[str], first: int, last: int
) -> _Read | None:
    """What becomes of the object where its own words say so: "fewer headaches", "pain relief", "the pulse to fall"."""
    kinds, norms, causes = analysis.kinds, analysis.norms, effect.relation == "causes"
    if causes and not _FEWER.isdisjoint(norms[first - 1 : first + 1]):
        return effect._replace(relation="lowers"), key - {analysis.stems[first]} or key
    several = last - first > 1
    if (causes or effect.relation == "raises") and several and kinds[last - 1] & Kind.LESSENING_NOUN:
        return effect._replace(relation="lowers"), content(analysis, first, last - 1)
    made_to = _made_to(analysis, sentence, last) if causes else None
    if made_to is not None:
        return Effect(made_to, made_to.attributes["relation"], ""), of_dimension(key, made_to)  # type: ignore[arg-type]
    if causes and "more" in norms[first - 1 : first + 1]:
        return effect._replace(relation="raises"), key - {analysis.stems[first]} or key
    compared = _compared(analysis, sentence, first) if causes and several else None
    if compared is not None:
        return compared._replace(strength=effect.strength), content(analysis, first + 1, last)
    if causes and several and norms[first].endswith("ed"):
        if kinds[first] & Kind.RAISED_STATE:
            return effect._replace(relation="raises"), key
        if kinds[first] & Kind.LOWERED_STATE:
            return effect._replace(relation="lowers"), content(analysis, first + 1, last)
    return None


def _compared(analysis: Analysis, sentence: Sentence, first: int) -> Effect | None:
    """The effect that a comparative tells which opens the object: "is linked with better sleep", "lighter periods"."""
    cues = analysis.cues_by_category(sentence).get("effect", ())
    lower = (
        c for c in cues if c.first == first and (c.kind == "comparative" or analysis.norms[first] == "lower")
    )
    found = next(lower, None)
    if found is None or found.attributes.get("moved"):
        return None
    better = analysis.norms[first] == "better"  # symptoms that get better are less, better sleep is more
    return Effect(found, "raises" if better else found.attributes["relation"], "")  # type: ignore[arg-type]


def _points_elsewhere(analysis: Analysis, sentence: Sentence, first: int) -> bool:
    """True for "these symptoms" and "this kind of anaemia": which they are stands in another sentence."""
    norms = analysis.norms
    before = norms[first - 1] if first > sentence.first else ""
    kind = norms[first] in ("kind", "type", "form", "sort")
    these = ("these", "those", "such")
    return before in these or norms[first] in these or (before in ("this", "that") and kind)


def _kept_from_doing(analysis: Analysis, sentence: Sentence, index: int) -> bool:
    """True for "stops a hollow from forming": not the hollow is stopped, but what it does."""
    norms = analysis.norms
    return index + 1 < sentence.last and norms[index] == "from" and norms[index + 1].endswith("ing")


def _made_to(analysis: Analysis, sentence: Sentence, index: int) -> Cue | None:
    """The verb of effect of "causes the pulse to decrease", which says what becomes of the pulse."""
    if index >= sentence.last or analysis.norms[index] != "to":
        return None
    effects = analysis.cues_by_category(sentence).get("effect", ())
    made = (c for c in effects if c.first == index + 1 and c.attributes["relation"] in ("raises", "lowers"))
    return next(made, None)
