"""In whom a thing is said to be found more often: in women or in men, in children or in adults."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import combinations
from typing import Literal, NamedTuple

from healthscore.checks.base import once
from healthscore.checks.consistency.matters import Thing, same_thing, thing_of
from healthscore.checks.consistency.pairs import statements_at
from healthscore.checks.consistency.referents import NO_THING, written
from healthscore.checks.consistency.weighing import Statement, Weighed, weigh
from healthscore.language.analysis import Analysis, Sentence
from healthscore.language.claims.concepts import content, varieties
from healthscore.language.claims.kinds import Kind
from healthscore.language.claims.quantities import is_number, number
from healthscore.language.claims.scope import limits_of
from healthscore.language.cues import Cue
from healthscore.language.lexicon import entries, words

_MOST = 8
_LEAD = 4  # tokens within which somebody leads a sentence
_NEAR = 4  # tokens between "mostly" and the people
_MAKE_UP = 5  # tokens between "women make up" and "most"
_DIRECT = 0.95
_OLDEST = 120
_WOMEN, _MEN = "women", "men"
_SEX = "sex"
_OVER = frozenset("after over above past".split())
_UNDER = frozenset("before under below".split())
_WHOM = ("population:", "people:")
_SUGGESTION = "Give the shares once, with whom they hold for and the source."

Share = Literal["more", "equal", "only", "both", "few"]
Ages = tuple[int, int]


class _Part(NamedTuple):
    """That ``side`` of those who have a thing is the larger part, all of them, hardly any, or no more than the other."""

    sentence: Sentence
    axis: str
    share: Share
    side: str
    ages: Ages
    thing: Thing

    def excludes(self, other: _Part) -> bool:
        """True where the two cannot both hold of one thing."""
        if self.axis != other.axis:
            return False
        shares = {self.share, other.share}
        if self.share == other.share:
            apart = self.side != other.side if self.axis == _SEX else _disjoint(self.ages, other.ages)
            return apart and self.share in ("more", "only")
        if shares == {"more", "only"}:
            return self.side != other.side if self.axis == _SEX else _disjoint(self.ages, other.ages)
        if "few" in shares:
            common = next(p for p in (self, other) if p.share != "few")
            few = next(p for p in (self, other) if p.share == "few")
            same = few.side == common.side if self.axis == _SEX else few.ages == common.ages
            return common.share == "equal" or (same and common.share in ("more", "only"))
        return shares in ({"more", "equal"}, {"only", "equal"}, {"only", "both"}) and self.axis == _SEX


@once
def majorities(analysis: Analysis) -> list[Weighed]:
    """Every pair of sentences that part those who have a thing in two ways, weighed."""
    found = list(_parts(analysis))
    return [
        _weighed(analysis, one, other)
        for one, other in combinations(found[: 2 * _MOST], 2)
        if abs(one.sentence.index - other.sentence.index) > 1
        and one.excludes(other)
        and same_thing(one.thing, other.thing, analysis.topic.key)
        and varieties(analysis, one.sentence.first, one.sentence.last)
        == varieties(analysis, other.sentence.first, other.sentence.last)
    ]


def _weighed(analysis: Analysis, one: _Part, other: _Part) -> Weighed:
    key = one.thing.key & other.thing.key
    name = written(analysis, key, one.sentence, other.sentence)
    sides = [
        Statement(p.sentence, _in_words(p), key, frozenset({p.axis}), head=p.axis, limits=_limits(analysis, p))
        for p in (one, other)
    ]
    return weigh(
        "consistency/frequency-conflict",
        sides[0],
        sides[1],
        _DIRECT,
        lambda a, b: f"Who has {name}: {a.said} here, {b.said} there.",
        _SUGGESTION,
    )


def _in_words(part: _Part) -> str:
    told: dict[Share, str] = {
        "more": f"mostly {part.side}",
        "only": f"only {part.side}",
        "few": f"hardly any {part.side}",
        "equal": "women and men alike",
        "both": "women and men",
    }
    return told[part.share]


def _limits(analysis: Analysis, part: _Part) -> frozenset[str]:
    """What it is limited to, but for those who are parted."""
    own = ("population:men", "population:women", "people:male", "people:female") if part.axis == _SEX else _WHOM
    return frozenset(limit for limit in limits_of(analysis, part.sentence) if not limit.startswith(own))


def _disjoint(one: Ages, other: Ages) -> bool:
    return one[1] < other[0] or other[1] < one[0]


def _parts(analysis: Analysis) -> Iterator[_Part]:
    sexes = words("majority", _WOMEN) | words("majority", _MEN) | words("majority", "sexes")
    for sentence in statements_at(analysis, analysis.places_of(sexes)):
        yield from _by_sex(analysis, sentence)
    for sentence in statements_at(analysis, analysis.places_of(("age", "aged", *_ages()))):
        yield from _by_age(analysis, sentence)


def _by_sex(analysis: Analysis, sentence: Sentence) -> Iterator[_Part]:
    norms = analysis.norms
    sides = {i: side for i in range(sentence.first, sentence.last) for side in (_WOMEN, _MEN) if norms[i] in words("majority", side)}
    found = _sex(analysis, sentence, sides)
    if found is not None:
        at = next(iter(sides), sentence.last - 1)
        thing = _had(analysis, sentence, at)
        if thing is not None:
            yield _Part(sentence, _SEX, *found, (0, 0), thing)


def _sex(analysis: Analysis, sentence: Sentence, sides: Mapping[int, str]) -> tuple[Share, str] | None:
    """How the sexes are parted."""
    told = _has(analysis, sentence, "has")
    named = set(sides.values())
    both = named == {_WOMEN, _MEN} or _has(analysis, sentence, "sexes")
    if named == {_WOMEN, _MEN}:
        compared = _compared(analysis, sentence, sides)
        if compared is not None:
            return compared
    if "than" in analysis.words(sentence):
        return None
    if both and _has(analysis, sentence, "equally") and (told or _has(analysis, sentence, "often")):
        return "equal", ""
    share = next((s for i, side in sides.items() for s in [_share(analysis, sentence, i)] if s), None)
    if share is not None and told | (share == "more"):
        index = next(i for i in sides if _share(analysis, sentence, i))
        if len(named) == 1 or share == "only" or _few(analysis, sentence, sides, index):
            return share, sides[index]
        return None
    joined = both and told and any(norm in ("and", "both") for norm in analysis.words(sentence))
    near = max(sides, default=0) - min(sides, default=0) <= _NEAR
    return ("both", "") if joined and near and not _denied(analysis, sentence) else None


def _compared(analysis: Analysis, sentence: Sentence, sides: Mapping[int, str]) -> tuple[Share, str] | None:
    """The part of "more common in women than in men", "three times as common", "as common in women as in men"."""
    norms = analysis.norms
    if not _has(analysis, sentence, "often"):
        than = next((i for i in range(sentence.first, sentence.last) if norms[i] == "than"), None)
        if than is None or not any(norms[i - 1] in ("more", "fewer") for i in sides if i > sentence.first):
            return None  # "more women than men"
    for at in range(sentence.last - 1, sentence.first, -1):
        if norms[at] not in ("than", "as") or not any(i > at for i in sides) or not any(i < at for i in sides):
            continue
        before = sides[max(i for i in sides if i < at)]
        after = sides[min(i for i in sides if i > at)]
        if before == after:
            return None
        sign = _sign(norms[max(sentence.first, at - 3 * _NEAR) : at], norms[at])
        if sign is None:
            continue
        if sign == 0:
            return ("more", after) if _denied(analysis, sentence) else ("equal", "")
        return None if _denied(analysis, sentence) else ("more", before if sign > 0 else after)
    return None


def _sign(before: Sequence[str], joins: str) -> int | None:
    """1 where the first of the two is the larger part, -1 where it is the smaller, 0 where neither is."""
    if joins == "than":
        more = any(w in words("majority", "more") for w in before)
        less = any(w in words("majority", "less") for w in before)
        return None if more == less else 1 if more else -1
    if "as" not in before:
        return None
    at = len(before) - 1 - list(reversed(before)).index("as")
    factor = before[at - 1] if at else ""
    return 1 if factor in ("times", "twice") else -1 if factor == "half" else 0


def _share(analysis: Analysis, sentence: Sentence, index: int) -> Share | None:
    """What is said of the people at a token: "mostly women", "women make up the bulk", "boys alone"."""
    norms = analysis.norms
    before = norms[max(sentence.first, index - _NEAR) : index]
    after = norms[index + 1 : min(sentence.last, index + 1 + _MAKE_UP)]
    if after[:1] == ["alone"] or before[-1:] in (["only"], ["exclusively"], ["solely"]) or before[-2:] in (["only", "in"], ["exclusively", "in"]) or before[-2:] == ["only", "for"]:
        return "only"
    makes = next((i for i, w in enumerate(after) if w in ("make", "makes", "account", "accounts", "form", "are") and i < 4), None)
    if makes is not None and after[makes : makes + 1] != ["are"] and any(w in words("majority", "share") for w in norms[index + makes + 2 : index + makes + 2 + _MAKE_UP]):
        return "more"
    if any(w in words("majority", "seldom") for w in before):
        return "few"
    if any(w in words("majority", "mostly") for w in before) and not any(w in ("more", "all") for w in before):
        return "more" if before[-1] not in words("majority", "mostly") or before[-1] not in ("most", "usually", "typically") else None
    copula = before[-1:] in (["are"], ["is"])
    opening = norms[sentence.first : sentence.first + _LEAD]
    return "more" if copula and "most" in opening else None


def _few(analysis: Analysis, sentence: Sentence, sides: Mapping[int, str], index: int) -> bool:
    """True where the other sex is named as the smaller part: "with relatively few male patients"."""
    norms = analysis.norms
    others = [i for i, side in sides.items() if side != sides[index]]
    return all(any(norms[j] == "few" for j in range(max(sentence.first, i - 2), i)) for i in others)


def _by_age(analysis: Analysis, sentence: Sentence) -> Iterator[_Part]:
    norms = analysis.norms
    if "than" in norms[sentence.first : sentence.last] and "older" not in analysis.words(sentence) and "younger" not in analysis.words(sentence):
        return
    spans = _spans(analysis, sentence)
    if len(spans) != 1 or not _has(analysis, sentence, "has"):
        return
    (index, ages, side) = spans[0]
    share = _share(analysis, sentence, index) or _most_as(analysis, sentence)
    if share is not None and not _denied(analysis, sentence):
        thing = _had(analysis, sentence, index)
        if thing is not None:
            yield _Part(sentence, "age", share, side, ages, thing)


def _most_as(analysis: Analysis, sentence: Sentence) -> Share | None:
    """The part of "most cases are found after age 50", "two out of three patients are still in their thirties"."""
    cues = analysis.cues_by_category(sentence).get("frequency", ())
    opening = sentence.first + 2 * _LEAD
    return "more" if any(int(c.attributes["step"]) == 3 and not c.attributes.get("weak") and c.first < opening for c in cues) or "most" in analysis.norms[sentence.first : sentence.first + 2] else None


def _spans(analysis: Analysis, sentence: Sentence) -> list[tuple[int, Ages, str]]:
    """The ages that a sentence names, each with its token; "in their thirties or forties" is one."""
    norms, found = analysis.norms, []
    for index in range(sentence.first, sentence.last):
        if norms[index] in _ages():
            ages = _ages()[norms[index]]
            if found and index - found[-1][0] <= 2 and norms[index].endswith("s") and norms[found[-1][0]].endswith("ies"):
                found[-1] = (index, (found[-1][1][0], ages[1]), f"{found[-1][2]} or {norms[index]}")
            else:
                found.append((index, ages, norms[index]))
        elif is_number(analysis.tokens[index]) and index > sentence.first:
            before = norms[max(sentence.first, index - 4) : index]
            years = int(number(analysis.tokens[index]))
            aged = "age" in before or norms[index + 1 : index + 2] == ["years"]
            if aged and not _OVER.isdisjoint(before):
                found.append((index, (years, _OLDEST), f"over {years}"))
            elif aged and not _UNDER.isdisjoint(before):
                found.append((index, (0, years - 1), f"under {years}"))
    return found


def _had(analysis: Analysis, sentence: Sentence, at: int) -> Thing | None:
    """What the people at a token have: what follows them where they lead the sentence, else what leads it."""
    first = sentence.first
    if not analysis.kinds[first] & Kind.PREPOSITION and not _named(analysis, sentence, range(first, at)):
        stop = next((i for i in range(at + 1, sentence.last) if "," in analysis.gap(i)), sentence.last)
        return Thing(_named(analysis, sentence, range(at + 1, stop)) or analysis.topic.key, loose=True)
    if analysis.kinds[first] & Kind.SOME_WORD:
        named = _named(analysis, sentence, range(first, sentence.last))
        return Thing(named or analysis.topic.key, loose=True)
    return thing_of(analysis, sentence, [Cue(0, 0, at, at + 1, "", "", {})])


def _named(analysis: Analysis, sentence: Sentence, tokens: range) -> frozenset[str]:
    """The terms of what is named at some tokens, but for people and words of more and less."""
    people = {i for c in analysis.cues_by_category(sentence).get("scope", ()) for i in range(c.first, c.last)}
    kept = [i for i in tokens if i not in people and analysis.norms[i] not in _words_of_it()]
    terms = (content(analysis, i, i + 1, NO_THING | Kind.ILLNESS_NOUN) for i in kept)
    return frozenset(analysis.concepts[i][1] for i in kept if i in analysis.concepts).union(*terms)


@cache
def _words_of_it() -> frozenset[str]:
    return frozenset(word for word, _ in entries("majority")) | {"times", "twice", "as", "than", "up", "make", "risk"}


@cache
def _ages() -> Mapping[str, Ages]:
    return {
        word: (int(entry.attributes["from"]), int(entry.attributes["to"]))
        for kind in ("age", "decade")
        for word, entry in entries("majority", kind)
    }


def _has(analysis: Analysis, sentence: Sentence, kind: str) -> bool:
    return not words("majority", kind).isdisjoint(analysis.words(sentence))


def _denied(analysis: Analysis, sentence: Sentence) -> bool:
    return "negation" in analysis.cues_by_category(sentence)
