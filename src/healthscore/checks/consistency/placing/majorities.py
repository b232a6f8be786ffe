"""In whom a thing is said to be found more often: in women or in men, in children or in adults."""

from __future__ import annotations

from itertools import combinations

from healthscore.checks.base import once
from healthscore.checks.consistency.pairs import apart
from healthscore.checks.consistency.placing.held import Put, held
from healthscore.checks.consistency.placing.matters import same_thing
from healthscore.checks.consistency.placing.people_parted import OLDEST, SEX, Part, Share, parted
from healthscore.checks.consistency.referents import written
from healthscore.checks.consistency.weighing import Weighed
from healthscore.language.analysis import Analysis, Sentence
from healthscore.language.claims.circumstances import opening_of
from healthscore.language.claims.concepts import content, varieties
from healthscore.language.claims.kinds import Kind
from healthscore.language.claims.phrases import name_end
from healthscore.language.claims.scope import limits_of
from healthscore.language.lexicon import words

_MOST = 8
_WHOM = ("population:", "people:")
_OF_SEX = ("population:men", "population:women", "people:male", "people:female")
_CHILDREN = frozenset({"child", "children", "childhood", "kids"})
_YOUNG = frozenset({"boy", "boys", "girl", "girls"})
_SUGGESTION = "Give the shares once, with whom they hold for and the source."


@once
def majorities(analysis: Analysis) -> list[Weighed]:
    """Every pair of sentences that part those who have a thing in two ways, weighed."""
    found = list(parted(analysis))
    return [
        _weighed(analysis, one, other)
        for one, other in combinations(found[: 2 * _MOST], 2)
        if apart(one, other)
        and one.excludes(other)
        and same_thing(one.thing, other.thing, analysis.topic.key)
        and not any(_of_some(analysis, part) for part in (one, other))
        and _outcomes(analysis, one.sentence) == _outcomes(analysis, other.sentence)
        and varieties(analysis, one.sentence.first, one.sentence.last)
        == varieties(analysis, other.sentence.first, other.sentence.last)
    ]


def _of_some(analysis: Analysis, part: Part) -> bool:
    """True for "children with sickle cell disease": not children in general; having the thing itself singles out nobody."""
    sentence = part.sentence
    scope = analysis.cues_by_category(sentence).get("scope", ())
    ends = [c.last for c in scope if c.kind == "population" and c.last + 1 < sentence.last]
    ills = (
        content(
            analysis,
            i + 1,
            name_end(analysis, i + 1 + (analysis.kinds[i + 1] & Kind.DETERMINER != 0), sentence.last),
        )
        for i in ends
        if analysis.norms[i] in ("with", "who")
    )
    return any(ill - part.thing.key for ill in ills)


def _outcomes(analysis: Analysis, sentence: Sentence) -> frozenset[str]:
    """What else than having the thing is compared: dying of it, getting over it."""
    return words("majority", "outcome").intersection(analysis.words(sentence))


def _weighed(analysis: Analysis, one: Part, other: Part) -> Weighed:
    key = one.thing.key & other.thing.key
    name = written(analysis, key, one.sentence, other.sentence)
    return held(
        "frequency-conflict",
        key,
        one.axis,
        (_put(analysis, one), _put(analysis, other)),
        lambda a, b: f"Who has {name}: {a.said} here, {b.said} there.",
        _SUGGESTION,
    )


def _put(analysis: Analysis, part: Part) -> Put:
    return Put(part.sentence, _in_words(part), _limits(analysis, part))


def _in_words(part: Part) -> str:
    told: dict[Share, str] = {
        "more": f"mostly {part.side}",
        "only": f"only {part.side}",
        "few": f"hardly any {part.side}",
        "equal": "women and men alike",
        "both": "women and men",
    }
    return told[part.share] if part.ages != (0, OLDEST) else "anybody"


def _limits(analysis: Analysis, part: Part) -> frozenset[str]:
    """What it is limited to, but for those who are parted."""
    found = {limit for limit in limits_of(analysis, part.sentence) if limit.startswith((*_WHOM, "place:"))}
    found |= opening_of(analysis, part.sentence)
    if part.axis != SEX:
        return frozenset(limit for limit in found if not limit.startswith(_WHOM))
    told = analysis.words(part.sentence)
    if not _YOUNG.isdisjoint(told) and _CHILDREN.isdisjoint(told):
        found.discard("population:children")
    return frozenset(limit for limit in found if not limit.startswith(_OF_SEX))
