"""Into which parts a sentence parts the people who have a thing, by sex or by age."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise
from typing import Literal

from msgspec import Struct

from healthscore.checks.consistency.pairs import statements_at
from healthscore.checks.consistency.placing.matters import Thing, terms_at, thing_of
from healthscore.checks.consistency.referents import NO_THING
from healthscore.language.analysis import Analysis, Sentence
from healthscore.language.claims.kinds import Kind
from healthscore.language.claims.quantities import is_number, number
from healthscore.language.cues import Cue
from healthscore.language.lexicon import entries, words

_LEAD = 4  # tokens within which somebody leads a sentence
_NEAR = 6  # tokens between "mostly" and the people
_MAKE_UP = 5  # tokens between "women make up" and "most"
OLDEST = 120
_WOMEN, _MEN = "women", "men"
SEX = "sex"
_ONLY = (["only"], ["exclusively"], ["solely"])
_MOSTLY = tuple(
    [word] for word in ("mostly", "mainly", "chiefly", "predominantly", "primarily", "largely", "principally")
)
_MAKES_UP = {
    (verb, word)
    for verb, word in (
        ("make", "up"),
        ("makes", "up"),
        ("account", "for"),
        ("accounts", "for"),
        ("form", "the"),
        ("are", "the"),
    )
}
_ANYBODY = frozenset("anyone anybody everyone everybody".split())
_OVER = frozenset("after over above past".split())
_UNDER = frozenset("before under below".split())
Share = Literal["more", "equal", "only", "both", "few"]
Ages = tuple[int, int]


class Part(Struct, frozen=True):
    """That ``side`` of those who have a thing is the larger part, all of them, hardly any, or no more than the other."""

    sentence: Sentence
    axis: str
    share: Share
    side: str
    ages: Ages
    thing: Thing

    def excludes(self, other: Part) -> bool:
        """True where the two cannot both hold of one thing."""
        if self.axis != other.axis:
            return False
        shares = {self.share, other.share}
        if self.share == other.share:
            apart = self.side != other.side if self.axis == SEX else _disjoint(self.ages, other.ages)
            return apart and self.share in ("more", "only")
        if shares == {"more", "only"}:
            return self.side != other.side if self.axis == SEX else _disjoint(self.ages, other.ages)
        if "few" in shares:
            common = next(p for p in (self, other) if p.share != "few")
            few = next(p for p in (self, other) if p.share == "few")
            same = few.side == common.side if self.axis == SEX else few.ages == common.ages
            return common.share == "equal" or (same and common.share in ("more", "only"))
        return shares == {"only", "both"} or (
            shares in ({"more", "equal"}, {"only", "equal"}) and self.axis == SEX
        )


def parted(analysis: Analysis) -> Iterator[Part]:
    """Every statement that parts those who have a thing, by sex first and then by age."""
    sexes = words("majority", _WOMEN) | words("majority", _MEN) | words("majority", "sexes")
    for sentence in statements_at(analysis, analysis.places_of(sexes)):
        yield from _by_sex(analysis, sentence)
    for sentence in statements_at(analysis, analysis.places_of(("age", "aged", *_ages()))):
        yield from _by_age(analysis, sentence)
    for sentence in statements_at(analysis, analysis.places_of(_ANYBODY)):
        if _has(analysis, sentence, "has") and not _denied(analysis, sentence):
            at = next(i for i in range(sentence.first, sentence.last) if analysis.norms[i] in _ANYBODY)
            thing = _had(analysis, sentence, at)
            yield from (Part(sentence, axis, "both", "", (0, OLDEST), thing) for axis in (SEX, "age"))


def _by_sex(analysis: Analysis, sentence: Sentence) -> Iterator[Part]:
    norms = analysis.norms
    sides = {
        i: side
        for i in range(sentence.first, sentence.last)
        for side in (_WOMEN, _MEN)
        if norms[i] in words("majority", side)
    }
    found = _sex(analysis, sentence, sides)
    if found is not None:
        at = next(iter(sides), sentence.last - 1)
        yield Part(sentence, SEX, *found, (0, 0), _had(analysis, sentence, at))


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
        if _denied(analysis, sentence, index):
            return None
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
        if (
            norms[at] not in ("than", "as")
            or not any(i > at for i in sides)
            or not any(i < at for i in sides)
        ):
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
    after = norms[index + 1 : sentence.last]
    led = [word for word in before if word not in ("in", "for", "to", "the", "a", "an")][-1:]
    if after[:1] == ["alone"] or after[:4] == ["and", "no", "one", "else"] or led in _ONLY:
        return "only"
    if any(
        w in words("majority", "seldom")
        for w in (*before, *(after[1:2] if after[:1] in (["is"], ["are"]) else ()))
    ):
        return "few"
    if not _makes_up(after).isdisjoint(words("majority", "share")):
        return "more"
    if any(w in words("majority", "mostly") for w in before[:-1]) or led in _MOSTLY:
        return None if "all" in before or "more" in before else "more"
    opening = norms[sentence.first : sentence.first + _LEAD]
    return "more" if before[-1:] in (["are"], ["is"]) and "most" in opening else None


def _makes_up(after: Sequence[str]) -> frozenset[str]:
    """The words after "make up" or "account for", where those before it are no other people: "who catch it at play, make up the bulk"."""
    for at, (one, two) in enumerate(pairwise(after)):
        if (one, two) in _MAKES_UP:
            return frozenset(after[at + 2 : at + 2 + _MAKE_UP])
    return frozenset()


def _few(analysis: Analysis, sentence: Sentence, sides: Mapping[int, str], index: int) -> bool:
    """True where the other sex is named as the smaller part: "with relatively few male patients"."""
    norms = analysis.norms
    others = [i for i, side in sides.items() if side != sides[index]]
    return all(any(norms[j] == "few" for j in range(max(sentence.first, i - 2), i)) for i in others)


def _by_age(analysis: Analysis, sentence: Sentence) -> Iterator[Part]:
    norms = analysis.norms
    if (
        "than" in norms[sentence.first : sentence.last]
        and "older" not in analysis.words(sentence)
        and "younger" not in analysis.words(sentence)
    ):
        return
    spans = _spans(analysis, sentence)
    if len(spans) != 1 or not _has(analysis, sentence, "has"):
        return
    (index, ages, side) = spans[0]
    share = _share(analysis, sentence, index) or _most_as(analysis, sentence)
    if share is not None and not _denied(analysis, sentence):
        yield Part(sentence, "age", share, side, ages, _had(analysis, sentence, index))


def _most_as(analysis: Analysis, sentence: Sentence) -> Share | None:
    """The part of "most cases are found after age 50", "two out of three patients are still in their thirties"."""
    cues = analysis.cues_by_category(sentence).get("frequency", ())
    opening = sentence.first + 2 * _LEAD
    return (
        "more"
        if any(
            int(c.attributes["step"]) == 3 and not c.attributes.get("weak") and c.first < opening
            for c in cues
        )
        or "most" in analysis.norms[sentence.first : sentence.first + 2]
        else None
    )


def _spans(analysis: Analysis, sentence: Sentence) -> list[tuple[int, Ages, str]]:
    """The ages that a sentence names, each with its token; "in their thirties or forties" is one."""
    norms = analysis.norms
    found: list[tuple[int, Ages, str]] = []
    for index in range(sentence.first, sentence.last):
        if norms[index] in _ages():
            ages = _ages()[norms[index]]
            if (
                found
                and index - found[-1][0] <= 2
                and norms[index].endswith("s")
                and norms[found[-1][0]].endswith("ies")
            ):
                found[-1] = (index, (found[-1][1][0], ages[1]), f"{found[-1][2]} or {norms[index]}")
            else:
                found.append((index, ages, norms[index]))
        elif is_number(analysis.tokens[index]) and index > sentence.first:
            before = norms[max(sentence.first, index - 4) : index]
            years = int(number(analysis.tokens[index]))
            aged = "age" in before or norms[index + 1 : index + 2] == ["years"]
            over, under = not _OVER.isdisjoint(before), not _UNDER.isdisjoint(before)
            if aged and (over or under):
                ages = (years, OLDEST) if over else (0, years - 1)
                at = found.pop()[0] if found and index - found[-1][0] <= _LEAD + 1 else index - len(before)
                found.append((at, ages, f"{'over' if over else 'under'} {years}"))
    return found


def _had(analysis: Analysis, sentence: Sentence, at: int) -> Thing:
    """What the people at a token have: what follows them where they lead the sentence, else what leads it."""
    first = sentence.first
    comma = next((i for i in range(first + 1, at + 1) if "," in analysis.gap(i)), first)
    if analysis.kinds[first] & Kind.PREPOSITION:
        first = comma  # "In addition, men have"
    if not analysis.kinds[first] & Kind.PREPOSITION and not _named(analysis, sentence, range(first, at)):
        stop = next(
            (i for i in range(at + 1, sentence.last) if not {*analysis.gap(i)}.isdisjoint(",;")),
            sentence.last,
        )
        return Thing(_named(analysis, sentence, range(at + 1, stop)) or analysis.topic.key, loose=True)
    if analysis.kinds[first] & Kind.SOME_WORD:
        named = _named(analysis, sentence, range(first, sentence.last))
        return Thing(named or analysis.topic.key, loose=True)
    found = thing_of(analysis, sentence, [Cue(0, 0, at, at + 1, "", "", {})])
    return found or Thing(_named(analysis, sentence, range(first, at)), loose=True)


def _named(analysis: Analysis, sentence: Sentence, tokens: range) -> frozenset[str]:
    """The terms of what is named at some tokens, but for people and words of more and less."""
    people = {i for c in analysis.cues_by_category(sentence).get("scope", ()) for i in range(c.first, c.last)}
    kept = [i for i in tokens if i not in people and analysis.norms[i] not in _words_of_it()]
    return terms_at(analysis, kept, NO_THING | Kind.ILLNESS_NOUN)


@cache
def _words_of_it() -> frozenset[str]:
    return frozenset(word for word, _ in entries("majority"))


@cache
def _ages() -> Mapping[str, Ages]:
    return {
        word: (int(entry.attributes["from"]), int(entry.attributes["to"]))
        for kind in ("age", "decade")
        for word, entry in entries("majority", kind)
    }


def _has(analysis: Analysis, sentence: Sentence, kind: str) -> bool:
    return not words("majority", kind).isdisjoint(analysis.words(sentence))


def _denied(analysis: Analysis, sentence: Sentence, at: int | None = None) -> bool:
    """True where the sentence denies something; with a token, in the part between commas that holds it."""
    denials, prose = analysis.cues_by_category(sentence).get("negation", ()), analysis.article.prose
    if at is None:
        return bool(denials)
    start = analysis.tokens[at].start
    return any("," not in prose[min(c.end, start) : max(c.start, start)] for c in denials)


def _disjoint(one: Ages, other: Ages) -> bool:
    return one[1] < other[0] or other[1] < one[0]
