"""What is said to do no harm in one place, and to kill, maim or damage in another."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from healthscore.checks.base import once
from healthscore.checks.consistency.pairs import LATER, is_denied_before, may_be, opposites, states, wording
from healthscore.checks.consistency.referents import Referent, referent, written
from healthscore.checks.consistency.weighing import Statement, Weighed, weigh
from healthscore.language.analysis import Analysis, Sentence
from healthscore.language.claims.kinds import Kind
from healthscore.language.claims.quantities import amounts_in
from healthscore.language.claims.scope import forms_of, limits_of, scope_of
from healthscore.language.cues import Cue

_RULE = "consistency/severity-conflict"
_OF_SAFETY = "consistency/safety-conflict"
_MOST = 8  # sentences on either side
_HARM_REACH = 6  # tokens between "causes" and the harm
_MODAL = 0.9  # "can be fatal", against "is fatal"
_MILD = 0.74  # "a mild illness" may be meant of most cases
_MATTER = frozenset({"danger"})
_COVERED = ("setting:untreated", "time:long", "dose:these", "place:")  # what "harmless" holds for as well
_COVERS_PEOPLE = ("population:", "people:")  # and "safe for everyone"
_ANIMALS = frozenset({"population:animal", "population:laboratory"})
_LINKS = Kind.AUXILIARY | Kind.ADVERB | Kind.DETERMINER | Kind.DEGREE
_ALL_AMOUNTS = frozenset({"any", "however"})
_TOLD = frozenset({"was", "were", "had", "reported", "found"})
_MANY = frozenset({"most", "many"})
_TURNS = frozenset({"but", "though", "although", "while", "whereas"})
_MILD_CASE, _NOT_GRAVE, _HARMLESS, _SAFE = 1, 2, 3, 4
_RULES_OUT = {"mild": _MILD_CASE, "not-grave": _NOT_GRAVE, "harmless": _HARMLESS}


class _Said(Struct, frozen=True):
    """That a thing is harmless, or grave, in which words.

    ``last`` is the token after these. Of what calms, ``degree`` is how much it rules out; of what alarms, how much has to be ruled out for a conflict.
    """

    sentence: Sentence
    of: Referent
    words: str
    last: int
    degree: int
    hedged: bool = False


@once
def assurances(analysis: Analysis) -> list[Weighed]:
    """Every pair of "X does no harm" and "X is deadly" or "X damages the liver", weighed."""
    return [
        _weighed(analysis, one, other)
        for one, other in opposites(_calm(analysis), _alarming(analysis), _MOST)
        if one.of.same(other.of) and one.degree >= other.degree
    ]


def _weighed(analysis: Analysis, calm: _Said, other: _Said) -> Weighed:
    key = calm.of.key & other.of.key
    name = written(analysis, key, calm.sentence, other.sentence)
    return weigh(
        _OF_SAFETY if calm.degree == _SAFE else _RULE,
        Statement(calm.sentence, calm.words, key, _MATTER, limits=_limits(analysis, calm)),
        Statement(other.sentence, other.words, key, _MATTER, limits=_limits(analysis, other, calm)),
        _MILD if calm.degree == _MILD_CASE else _MODAL if other.hedged else 1.0,
        lambda a, b: f"Says of {name} “{a.said}” here and “{b.said}” there.",
        "Say how often it does harm, to whom, and when to get help.",
    )


def _limits(analysis: Analysis, said: _Said, calm: _Said | None = None) -> frozenset[str]:
    """What a sentence is limited to; of what alarms, without that which the assurance holds for as well."""
    sentence = said.sentence
    cues = [c for c in analysis.cues_in(sentence, "scope") if not _is_victim(analysis, said, c)]
    amounts = amounts_in(analysis, sentence)
    found = frozenset(scope_of(analysis, cues, amounts, sentence.first, sentence.last))
    found |= forms_of(analysis, sentence)
    if calm is None or calm.degree == _MILD_CASE:
        return found
    if not _ALL_AMOUNTS.isdisjoint(analysis.words(calm.sentence)):
        found -= {"dose:high"}
    people = _COVERS_PEOPLE if calm.degree == _SAFE else ()
    return frozenset(x for x in found if x in _ANIMALS or not x.startswith((*people, *_COVERED)))


def _is_victim(analysis: Analysis, said: _Said, scope: Cue) -> bool:
    """True where the words of a limit are part of what is said, or of another clause.

    "Does a child no harm", "leads to heart failure", "for most children"; "too much of it in the blood, and the ...".
    """
    cues = analysis.cues_by_category(said.sentence)
    parts = [
        *(c for c in cues.get("harm", ()) if c.kind == "effect" and c.first > said.of.last),
        *cues.get("frequency", ()),
    ]
    if any(c.first <= scope.first < c.last for c in parts):
        return True
    between = range(scope.last, said.of.last)
    joined = any("," in analysis.gap(i) and analysis.kinds[i] & Kind.COORDINATOR for i in between)
    return joined or said.of.last <= scope.first < said.last


def _calm(analysis: Analysis) -> Iterator[_Said]:
    for sentence, cue in _cued(analysis, "assurance", tuple(_RULES_OUT)):
        if not LATER.isdisjoint(analysis.words(sentence)) or _names_others(analysis, sentence, cue):
            continue
        of = referent(analysis, sentence, cue.first)
        if (
            _is_said_of(analysis, of, cue)
            and not may_be(analysis, sentence)
            and not _is_rare(analysis, sentence)
        ):
            yield _Said(sentence, of, wording(analysis, cue), cue.last, _RULES_OUT[cue.kind])
    for sentence, cue in _cued(analysis, "property", ("harmless", "for-everyone")):
        told = not (_TOLD | LATER).isdisjoint(analysis.words(sentence))
        limited = any(x.startswith(_COVERS_PEOPLE) for x in limits_of(analysis, sentence))
        if not told and not limited and not _is_rare(analysis, sentence):
            yield _Said(
                sentence, referent(analysis, sentence, cue.first), wording(analysis, cue), cue.first, _SAFE
            )


def _names_others(analysis: Analysis, sentence: Sentence, cue: Cue) -> bool:
    """True for "for most of them it is a nuisance, but for one in a hundred ...", which keeps the others apart."""
    before, after = analysis.norms[sentence.first : cue.first], analysis.norms[cue.last : sentence.last]
    return not _MANY.isdisjoint(before) and not _TURNS.isdisjoint(after)


def _alarming(analysis: Analysis) -> Iterator[_Said]:
    for sentence, cue in _cued(analysis, "assurance", ("grave",)):
        of = referent(analysis, sentence, cue.first)
        if _is_said_of(analysis, of, cue) and not _is_rare(analysis, sentence):
            hedged = may_be(analysis, sentence)
            yield _Said(
                sentence, of, wording(analysis, cue), cue.last, _NOT_GRAVE if hedged else _MILD_CASE, hedged
            )
    for sentence in analysis.prose_with("harm"):
        yield from _harm_done(analysis, sentence)


def _cued(analysis: Analysis, category: str, kinds: tuple[str, ...]) -> Iterator[tuple[Sentence, Cue]]:
    """The statements with a cue of some kinds that is not denied, with the first of them."""
    for sentence in analysis.prose_with(category):
        cues = (c for c in analysis.cues_by_category(sentence)[category] if c.kind in kinds)
        cue = next(cues, None)
        if (
            cue is not None
            and _is_own(analysis, sentence, cue)
            and not is_denied_before(analysis, sentence, cue)
        ):
            yield sentence, cue


def _is_own(analysis: Analysis, sentence: Sentence, cue: Cue) -> bool:
    """True for a statement of the article's own; the worry of "nothing to worry about" is nobody's opinion."""
    voices = analysis.cues_by_category(sentence).get("voice", ())
    if all(cue.first <= voice.first < cue.last for voice in voices):
        return sentence.index not in analysis.quoted and analysis.article.text[sentence.end - 1] != "?"
    return states(analysis, sentence)


def _harm_done(analysis: Analysis, sentence: Sentence) -> Iterator[_Said]:
    """The harm of "X can damage the liver" and "X has been linked to liver failure"."""
    cues = analysis.cues_by_category(sentence)
    effects = [c for c in cues.get("effect", ()) if c.kind == "verb" and _does_harm(c)]
    if not effects or not states(analysis, sentence) or _is_rare(analysis, sentence):
        return
    for effect in effects:
        harm = next((c for c in cues["harm"] if _is_object(effect, c)), None)
        if harm is None or is_denied_before(analysis, sentence, effect) or _is_passive(analysis, effect):
            continue
        of = referent(analysis, sentence, effect.first)
        if not any(analysis.kinds[i] & (Kind.RELATIVE | Kind.PARTING) for i in range(of.last, effect.first)):
            serious = harm.attributes.get("severity") == "serious"
            yield _Said(sentence, of, wording(analysis, harm), harm.first, _HARMLESS if serious else _SAFE)
            return


def _does_harm(effect: Cue) -> bool:
    relation = effect.attributes["relation"]
    return relation == "causes" or (relation == "affects" and effect.attributes.get("valence") == "harm")


def _is_object(effect: Cue, harm: Cue) -> bool:
    """True for a harm right after a verb, or one that is named with the verb: "damage the liver"."""
    return harm.kind == "effect" and effect.first <= harm.first <= effect.last + _HARM_REACH


def _is_passive(analysis: Analysis, effect: Cue) -> bool:
    return effect.last < len(analysis.norms) and analysis.norms[effect.last] == "by"


def _is_rare(analysis: Analysis, sentence: Sentence) -> bool:
    """True where it is so in some only, where exceptions are named, or where it is told of a study."""
    cues = analysis.cues_by_category(sentence)
    steps = {int(c.attributes["step"]) for c in cues.get("frequency", ())}
    return bool(steps & {1, 2}) or "exception" in cues or "design" in cues


def _is_said_of(analysis: Analysis, of: Referent, cue: Cue) -> bool:
    """True where nothing but the verb stands between what is spoken of and what is said of it."""
    kinds = analysis.kinds[of.last : cue.first]
    if cue.attributes.get("far"):
        return not any(kind & (Kind.RELATIVE | Kind.PARTING) for kind in kinds)
    verb = next((i for i, kind in enumerate(kinds) if kind & Kind.AUXILIARY), len(kinds))
    names = not any(kind & (Kind.RELATIVE | Kind.SUBORDINATOR | Kind.VERB) for kind in kinds[:verb])
    return names and all(kind & _LINKS for kind in kinds[verb:])
