"""Two sentences that say the same of one thing, and more of it here and less there, or better and worse, in whatever words.

"Prevents attacks", "attacks are more frequent"; "fewer strokes", "the risk of stroke goes up": verbs of effect, words
for more and less and words for rising and falling are all of one scale. Better and worse are another: less pain is better, and
less sleep is worse.
"""

from __future__ import annotations

from collections.abc import Mapping

from healthscore.checks.base import once
from healthscore.checks.consistency.sentences.aligned import Aligned
from healthscore.checks.consistency.sentences.alignment import Pair, aligned_pairs
from healthscore.checks.consistency.sentences.matter import matter_by_token
from healthscore.checks.consistency.sentences.opposites import Poles, held_against, poles_of, within
from healthscore.checks.consistency.weighing import Weighed
from healthscore.language.analysis import Analysis
from healthscore.language.claims.kinds import Kind
from healthscore.language.claims.model import LESSENING, SIGNS
from healthscore.language.cues import Cue

_SCALES = ("amount", "likelihood", "trend")
"""Kinds of ``lexicons/antonyms.toml`` of which the first pole is more."""
_OF_PEOPLE = ("treats",)  # "those who are treated" have what they have
_AVOID = "avoid"
RULE = "consistency/direction-conflict"
SUGGESTION = "Keep the direction that a source supports, and say for whom and at what dose it holds."


@once
def turned(analysis: Analysis) -> list[Weighed]:
    """Every pair of sentences on one thing of which one tells of more or better and the other of less or worse, weighed."""
    pairs, poles = [pair for pair in aligned_pairs(analysis) if _stand(pair)], poles_of(analysis)
    by_words = [_by_words(pair, poles) for pair in pairs]
    return [weighed for weighed in (*map(_by_effects, pairs), *by_words) if weighed is not None]


def _stand(pair: Pair) -> bool:
    """True where neither denies, adjusts for something, or tells what to avoid: what a thing causes, people can avoid."""
    return not any(side.denials or side.adjusts or _AVOID in side.stems for side in (pair.first, pair.second))


def _by_effects(pair: Pair) -> Weighed | None:
    """By the verbs of effect: one raises or causes and the other lowers or prevents, or does good and harm."""
    first, second = pair.first, pair.second
    if not first.effects or not second.effects:
        return None
    values = {first.value, second.value}
    opposed = values == {"benefit", "harm"} or (first.sign * second.sign < 0 and values != {"benefit"})
    one_thing = first.terms & second.terms <= first.lead | second.lead
    if not opposed or one_thing or _led_by_others(first, second) or _of_two_objects(first, second):
        return None  # and two effects: "improves blood flow", "reduces inflammation"
    message = f"On {pair.words()}: an effect one way here, the opposite way there."
    return pair.weigh(RULE, 1.0, message, SUGGESTION)


def _of_two_objects(first: Aligned, second: Aligned) -> bool:
    """True for "raises the calcium in the blood" and "lowers the phosphate in the blood"."""
    ours, theirs = _object(first), _object(second)
    return bool(ours and theirs) and ours.isdisjoint(second.terms) and theirs.isdisjoint(first.terms)


def _object(side: Aligned) -> frozenset[str]:
    """The terms right behind the first verb of effect, up to a preposition or a mark."""
    analysis, first = side.analysis, side.effects[0].last
    ends = (
        i
        for i in range(first, side.last)
        if analysis.kinds[i] & (Kind.PREPOSITION | Kind.AUXILIARY | Kind.PARTING)
        or not analysis.gap(i).isspace()
    )
    return frozenset(filter(None, matter_by_token(analysis)[first : next(ends, side.last)]))


def _led_by_others(first: Aligned, second: Aligned) -> bool:
    """True where what leads one side is not named on the other at all."""
    return any(a.lead and a.lead.isdisjoint(b.terms) for a, b in ((first, second), (second, first)))


def _by_words(pair: Pair, poles: Mapping[int, Poles]) -> Weighed | None:
    """By the words of one scale, of more and less or of better and worse, where each side agrees with itself."""
    for read in (_amounts, _worths):
        ways = [read(side, poles.get(side.sentence.index, {})) for side in (pair.first, pair.second)]
        if not all(ways) or any(len({sign for sign, _ in way}) > 1 for way in ways):
            continue
        (sign, one), (turn, other) = ways[0][0], ways[1][0]
        weighed = held_against(pair, one, other, RULE, SUGGESTION) if sign != turn else None
        if weighed is not None:
            return weighed
    return None


def _amounts(side: Aligned, poles: Poles) -> list[tuple[int, Cue]]:
    """The words for more (1) and less (-1), in order of place; none where it also tells of better or worse."""
    effects = side.cues.get("effect", ())
    if any(_of_worth(cue) and _relation(cue) not in LESSENING for cue in effects):
        return []
    found = [
        (SIGNS[_relation(c)], c) for c in effects if _relation(c) in SIGNS and _relation(c) not in _OF_PEOPLE
    ]
    for scale in _SCALES:
        found += [
            (1 if cue.attributes["pole"] == 1 else -1, cue)
            for cue in poles.get(scale, ())
            if within(side, cue)
        ]
    ways = _in_order(side, found)
    told = [way for way in ways if _relation(way[1]) != "causes"]  # "brings about a drop in" tells of less
    return told or ways


def _worths(side: Aligned, _: Poles) -> list[tuple[int, Cue]]:
    """The words for better (1) and worse (-1), in order of place."""
    worths = [cue for cue in side.cues.get("effect", ()) if _of_worth(cue)]
    return _in_order(side, [(1 if cue.attributes["valence"] == "benefit" else -1, cue) for cue in worths])


def _in_order(side: Aligned, ways: list[tuple[int, Cue]]) -> list[tuple[int, Cue]]:
    """Those that are said: not what is done ("raising the head"), what tells which is meant ("that impair"), or "or worse"."""
    kinds = side.analysis.kinds
    said = (
        w
        for w in ways
        if w[1].first > side.first and not kinds[w[1].first - 1] & (Kind.RELATIVE | Kind.COORDINATOR)
    )
    return sorted(said, key=lambda way: way[1].first)


def _relation(cue: Cue) -> str:
    return str(cue.attributes.get("relation", ""))


def _of_worth(cue: Cue) -> bool:
    """True for "improves", "eases" and "worsens"; not for the risk of a harm."""
    return "valence" in cue.attributes and _relation(cue) in {*SIGNS, "affects"}
