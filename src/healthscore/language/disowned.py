"""Words that an article gives and does not stand by: it denies them, warns of them, or others say them.

"No trial has shown that X cures colds", "beware of pills that promise a miracle", "adverts call it a game-changer":
a word of praise in what follows is not the article's own. What people say ("many swear by it", "you may have read
that") is disowned where it is taken back in the same sentence or soon after. A negation right before a word disowns that
word alone: "it is no miracle drug"; so do quotation marks around a few words within a sentence.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from healthscore.language.cues import Cue

if TYPE_CHECKING:
    from healthscore.language.analysis import Analysis, Sentence

_CATEGORY = "disowning"
_SAYING_REACH = 8  # tokens between "advertisements" and "like to say"
_NEAR = 3  # tokens between "isn't" and what it denies
_TURNS = frozenset("but however yet although though while whereas".split())
_CONTRASTS = frozenset("but however yet".split())
_TESTS = frozenset("study studies trial trials evidence research science".split())
_TAKES_BACK = ("rebuts", "denies")
_REBUTTED_BY = 2  # sentences after what is told
_REBUTTAL_WITHIN = 12  # tokens in which one of them takes back
_MARKS = ('"', "“", "”", "‘", "’")
_CLOSES = re.compile('["”’]')
_QUOTATION = re.compile('“[^”]*|"[^"]*"?')
_BEARERS = ("bearer", "seller")
_FEW_WORDS = 6  # tokens in quotation marks that are named and not said
_SUBJECTS = frozenset("no nobody nothing none neither".split())
_EXCEEDS = frozenset("as like than other else beats rivals".split())  # "nothing works as well as"
_DENYING = frozenset("no not never without free cannot can't nothing zero".split())
_AFFIRMED = frozenset("denying deny doubt doubts doubted question".split())  # "there is no denying that"
_AFFIRMS = _AFFIRMED.union("only just merely simply".split())


class Stretch(NamedTuple):
    """Tokens ``[first, last)`` of which a sentence says that they are not so, or that others say them, from that on.

    ``told``: others say them; ``taken_back``: by what follows them, or by the frame itself.
    """

    first: int
    last: int
    told: bool
    taken_back: bool


def disowned_stretches(analysis: Analysis) -> dict[int, list[Stretch]]:
    """The stretches that are disowned, by the index of their sentence; sentences without one are left out."""
    found: dict[int, list[Stretch]] = {}
    for cue in analysis.cues_of(_CATEGORY):
        sentence = analysis.sentence_at(cue.first)
        stretch = _stretch(analysis, analysis.whole(sentence), cue)
        if stretch is not None:
            found.setdefault(sentence.index, []).append(stretch)
    framed = {sentence.index for sentence in analysis.prose_with(_CATEGORY)}
    for sentence in analysis.prose_sentences:
        if analysis.norms[sentence.first] in _SUBJECTS:
            found.setdefault(sentence.index, []).extend(_denied_subject(analysis, sentence))
        elif (end := _refuted_quote(analysis, sentence)) is not None:
            found.setdefault(sentence.index, []).append(
                Stretch(sentence.first, end, told=True, taken_back=True)
            )
        elif _is_denied_question(analysis, sentence):
            whole = Stretch(sentence.first, sentence.last, told=False, taken_back=True)
            found.setdefault(sentence.index, []).append(whole)
        elif sentence.index in framed and any(True for _ in _kinds(analysis, sentence, *_BEARERS)):
            written = [*_written(analysis, analysis.whole(sentence))]
            if written:
                found.setdefault(sentence.index, []).extend(written)
    return found


def owned(analysis: Analysis, sentence: Sentence, cues: Sequence[Cue]) -> list[Cue]:
    """Those cues of a sentence that the article stands by."""
    stretches = analysis.disowned.get(sentence.index, ())
    denials = [
        c for c in analysis.cues_by_category(sentence).get("negation", ()) if not _affirms(analysis, c)
    ]
    return [
        cue
        for cue in cues
        if not any(s.first <= cue.first < s.last for s in stretches)
        and not _is_only_named(analysis, sentence, cue)
        and not any(_denies(analysis, denial, cue) for denial in denials)
    ]


def _is_only_named(analysis: Analysis, sentence: Sentence, cue: Cue) -> bool:
    """True within a sentence for a few words in quotation marks: "a spray that \"ends insomnia\" in three nights"."""
    if cue.first <= sentence.first or analysis.gap(cue.first).strip()[-1:] not in _MARKS:
        return False
    ends = range(cue.last, min(sentence.last, cue.last + _FEW_WORDS))
    return any(analysis.gap(i).strip()[:1] in _MARKS for i in ends if analysis.gap(i).strip())


def is_anothers(analysis: Analysis, sentence: int, start: int, end: int) -> bool:
    """True where what stands at characters of a sentence is in the words of others, or hands on what is taken back."""
    starts, tokens = analysis.starts, analysis.tokens
    return any(
        start < tokens[s.last - 1].end
        and (
            (s.told and starts[s.first] < start)
            or (s.taken_back and starts[s.first] < (end if s.told else start))
        )
        for s in analysis.disowned.get(sentence, ())
    )


def _stretch(analysis: Analysis, sentence: Sentence, cue: Cue) -> Stretch | None:
    """What a frame disowns, if it does: in what sellers say all, in what people say what is taken back."""
    end = _end(analysis, sentence, cue.last)
    if cue.kind in ("denies", "warns"):
        first = sentence.first if cue.attributes.get("whole") else cue.first
        return Stretch(first, end, told=cue.kind == "warns" or first < cue.first, taken_back=True)
    if cue.kind == "seller" and not any(
        0 <= says.first - cue.last < _SAYING_REACH for says in _kinds(analysis, sentence, "says")
    ):
        return None
    if cue.kind not in ("seller", "told", "heard"):
        return None
    back = any(c.first >= cue.last for c in _kinds(analysis, sentence, *_TAKES_BACK))
    turned = cue.kind == "heard" and not _CONTRASTS.isdisjoint(analysis.norms[cue.last : sentence.last])
    back = back or turned or _next_rebuts(analysis, sentence)
    return Stretch(cue.first, end, told=True, taken_back=back) if back or cue.kind != "heard" else None


def _kinds(analysis: Analysis, sentence: Sentence, *kinds: str) -> Iterator[Cue]:
    return (c for c in analysis.cues_by_category(sentence).get(_CATEGORY, ()) if c.kind in kinds)


def _next_rebuts(analysis: Analysis, sentence: Sentence) -> bool:
    """True where one of the next sentences of the paragraph takes back what this one tells."""
    following = analysis.sentences[sentence.index + 1 : sentence.index + 1 + _REBUTTED_BY]
    own = (analysis.whole(s) for s in following if s.block is sentence.block and s.first < s.last)
    return any(_rebuts(analysis, after) for after in own)


def _rebuts(analysis: Analysis, sentence: Sentence) -> bool:
    if any(c.first - sentence.first < _REBUTTAL_WITHIN for c in _kinds(analysis, sentence, *_TAKES_BACK)):
        return True
    weighs = "negation" in analysis.cues_by_category(sentence) or not _TESTS.isdisjoint(
        analysis.words(sentence)
    )
    return analysis.norms[sentence.first] in _CONTRASTS and weighs


def _end(analysis: Analysis, sentence: Sentence, first: int) -> int:
    """Where what is disowned ends: with the sentence, or before a turn."""
    return next(
        (i for i in range(first, sentence.last) if analysis.norms[i] in _TURNS or ";" in analysis.gap(i)),
        sentence.last,
    )


def _denied_subject(analysis: Analysis, sentence: Sentence) -> Iterator[Stretch]:
    """All that a sentence with "no drug" or "nobody" for a subject says; not "nothing works as well as"."""
    end = _end(analysis, sentence, sentence.first + 1)
    said = analysis.norms[sentence.first + 1 : end]
    denials = analysis.cues_by_category(sentence).get("negation", ())
    again = any(sentence.first < c.first < end and c.last > sentence.first + 1 for c in denials)
    if _EXCEEDS.isdisjoint(said) and _AFFIRMED.isdisjoint(said) and not again:
        yield Stretch(sentence.first + 1, end, told=False, taken_back=True)


def _refuted_quote(analysis: Analysis, sentence: Sentence) -> int | None:
    """Where the quotation ends with which a sentence begins, if the rest takes it back: "“It is safe” was the slogan, and that is wrong"."""
    if analysis.article.text[sentence.start] not in _MARKS:
        return None
    end = next((i for i in range(sentence.first + 1, sentence.last) if _CLOSES.search(analysis.gap(i))), None)
    back = end is not None and any(c.first >= end for c in _kinds(analysis, sentence, *_TAKES_BACK))
    return end if back else None


def _written(analysis: Analysis, sentence: Sentence) -> Iterator[Stretch]:
    """The quotations beside what bears written words: "“100% safe,” it says on the lid"."""
    bearers = [*_kinds(analysis, sentence, *_BEARERS)]
    for first, last in _quotations(analysis, sentence):
        if any(not first <= bearer.first < last for bearer in bearers):
            yield Stretch(first, last, told=True, taken_back=False)


def _quotations(analysis: Analysis, sentence: Sentence) -> Iterator[tuple[int, int]]:
    """The tokens of each quotation in a sentence."""
    for quotation in _QUOTATION.finditer(analysis.article.text, sentence.start, sentence.end):
        first, last = (bisect_left(analysis.starts, place) for place in quotation.span())
        if first < last:
            yield first, last


def _is_denied_question(analysis: Analysis, sentence: Sentence) -> bool:
    """True for "Is it a wonder drug? No."."""
    if analysis.article.text[sentence.end - 1] != "?":
        return False
    following = analysis.sentences[sentence.index + 1 : sentence.index + 2]
    return bool(following) and analysis.norms[following[0].first : following[0].first + 1] == ["no"]


def _affirms(analysis: Analysis, denial: Cue) -> bool:
    """True for the "no" of "no doubt that" and the "not" of "not only"."""
    after = analysis.norms[denial.last : denial.last + 1]
    return bool(after) and after[0] in _AFFIRMS


def _denies(analysis: Analysis, denial: Cue, cue: Cue) -> bool:
    """True where a negation holds the beginning of a cue, or stands before it with nothing but a few words between."""
    holds = denial.first < cue.first < denial.last and analysis.norms[cue.first] not in _DENYING
    if not (holds or denial.last <= cue.first <= denial.last + _NEAR):
        return False
    return not any(analysis.gap(i).strip(" \"'“”‘’*_") for i in range(denial.last, cue.first + 1))


def stood_by(
    analysis: Analysis, sentence: Sentence, categories: frozenset[str]
) -> Mapping[str, Sequence[Cue]]:
    """The cues within a sentence by category, those of some categories only where the article stands by them."""
    cues = analysis.cues_by_category(sentence)
    if categories.isdisjoint(cues) or not (sentence.index in analysis.disowned or "negation" in cues):
        return cues
    kept = {
        name: owned(analysis, sentence, found) if name in categories else found
        for name, found in cues.items()
    }
    return {name: found for name, found in kept.items() if found}
