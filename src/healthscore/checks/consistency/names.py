"""One thing, two spellings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from operator import itemgetter

from healthscore.checks.base import Hit, rule
from healthscore.checks.consistency.pairs import conflict
from healthscore.checks.consistency.spellings import both_right, ordinary, slip, sound
from healthscore.language.analysis import Analysis, Sentence
from healthscore.language.lexicon import words

_SHORTEST = 8
_MOST_SHOWN = 3
_FIRM = 3  # a name used so often, or more, is the article's own spelling
_VERY_LONG = 11  # letters of a word that is not met by chance
_TWICE = 2  # a slip is made once or twice
_FRONT = 3  # letters by which words are brought together
_MOST_NAMES = 24  # names with one beginning against which rare words are held

Places = Mapping[str, Sequence[int]]


@rule
def name_variant(analysis: Analysis) -> Iterator[Hit]:
    """Finds a rare spelling of a long word beside a frequent one.

    Finds: two spellings that sound alike (y/i, ph/f, doubled letters, a silent h, a final e) of a word of eight
        letters or more, the rarer used at most half as often; a name with a letter wrong, left out or put in, or two
        changed round, used once or twice beside the right one, which is used more.
    Why it matters: a reader cannot look up, and a pharmacist cannot match, a name that is spelled two ways.
    Example: "levothyroxine" throughout and "levothiroxin" once.
    Instead: use the standard name, everywhere.
    Limits: British and American spellings, plurals and other endings are not variants; nor are ordinary English
        words, names that one sentence holds side by side, and spellings that the article explains.
    References: None: a copy-editing convention.
    """
    places = _long_words(analysis)
    for name, variant in _pairs(places):
        if _may_be_meant(analysis, places, name, variant):
            continue
        yield conflict(
            "warning",
            f"“{variant}” ({len(places[variant])}×) and “{name}” ({len(places[name])}×) look like one name.",
            "Use the standard spelling everywhere.",
            _places_of(analysis, places[name])[:2],
            _places_of(analysis, places[variant])[:_MOST_SHOWN],
        )


def _long_words(analysis: Analysis) -> Places:
    """The tokens of each long word, but those of references and code."""
    long = {w: places for w, places in analysis.places.items() if len(w) >= _SHORTEST and w.isalpha()}
    silent = [s for s in analysis.sentences if s.block.kind in ("reference", "code")]
    if not silent:
        return long
    unsaid = {index for s in silent for index in range(s.first, s.last)}
    kept = {word: [i for i in places if i not in unsaid] for word, places in long.items()}
    return dict(sorted(((w, places) for w, places in kept.items() if places), key=itemgetter(1)))


def _pairs(places: Places) -> Iterator[tuple[str, str]]:
    """Each frequent name with a rare word that may be the same, in order of place."""
    by_sound: dict[str, str] = {}  # the most used
    sounds = {word: sound(word) for word in places}
    for word, sounded in sounds.items():
        alike = by_sound.setdefault(sounded, word)
        if len(places[word]) > len(places[alike]):
            by_sound[sounded] = word
    by_front = _firm(places)
    for word, sounded in sounds.items():
        used = len(places[word])
        alike = by_sound[sounded]
        if alike != word and len(places[alike]) >= used * 2:
            yield alike, word
        elif used <= _TWICE and word[:_FRONT] in by_front:
            firm = by_front[word[:_FRONT]][:_MOST_NAMES]
            names = (n for n in firm if len(places[n]) >= used * 2 and slip(n, word))
            yield from ((name, word) for name in islice(names, 1) if not ordinary(word))


def _firm(places: Places) -> dict[str, list[str]]:
    """The names that are the article's own spelling, by how they begin, the most used first."""
    found: dict[str, list[str]] = {}
    often = [word for word in places if len(places[word]) >= _TWICE]
    for word in sorted(often, key=lambda word: -len(places[word])):
        firm = _FIRM if len(word) < _VERY_LONG or word.endswith("s") else _TWICE
        if len(places[word]) >= firm:
            found.setdefault(word[:_FRONT], []).append(word)
    return found


def _may_be_meant(analysis: Analysis, places: Places, name: str, variant: str) -> bool:
    """True where the second spelling may be right: known to be, explained, side by side, somebody's or a brand's."""
    if both_right(name, variant) or any(_is_person(analysis, i) for i in places[variant][:1]):
        return True
    with_name = {analysis.sentence_at(i).index for i in places[name]}
    for index in places[variant]:
        sentence = analysis.sentence_at(index)
        told = not words("look-alike", "spelling-word").isdisjoint(analysis.words(sentence))
        if told or (sentence.index in with_name and sound(name) != sound(variant)):
            return True
    proper, letters = _is_proper(analysis, places[variant]), sorted(name) == sorted(variant)
    return proper and not (_is_proper(analysis, places[name]) and (letters or sound(name) == sound(variant)))


def _is_person(analysis: Analysis, index: int) -> bool:
    """True for a capital before another: a person's name, which may be spelled either way."""
    sentence = analysis.sentence_at(index)
    return index + 1 < sentence.last and all(_is_capital(analysis, i) for i in (index, index + 1))


def _is_proper(analysis: Analysis, places: Sequence[int]) -> bool:
    """True for a word with a capital within a sentence of prose, and never without."""
    inside = [i for i in places if _stands_inside(analysis.sentence_at(i), i)]
    return bool(inside) and all(_is_capital(analysis, i) for i in inside)


def _stands_inside(sentence: Sentence, index: int) -> bool:
    return index > sentence.first and sentence.block.kind != "heading"


def _is_capital(analysis: Analysis, index: int) -> bool:
    return analysis.article.text[analysis.tokens[index].start].isupper()


def _places_of(analysis: Analysis, indexes: Sequence[int]) -> list[Sentence]:
    """The sentences of a word: prose before headings, those that begin with it first."""
    found = {analysis.sentence_at(i).index: i for i in reversed(indexes)}
    ranked = sorted(
        found.items(),
        key=lambda item: (
            analysis.sentences[item[0]].block.kind == "heading",
            analysis.sentences[item[0]].first != item[1],
            item[0],
        ),
    )
    return [analysis.sentences[index] for index, _ in ranked]
