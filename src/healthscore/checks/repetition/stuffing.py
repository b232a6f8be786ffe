"""Search phrases forced into a text: word for word in headings and sentences, too densely, or against its grammar."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from functools import cache, partial
from itertools import pairwise

from msgspec import Struct

from healthscore.article import Span
from healthscore.checks.base import Hit, counted, once, rule
from healthscore.checks.repetition.dense_phrases import DensePhrase, dense_phrases
from healthscore.checks.repetition.evidence import bounded, lines_of, times
from healthscore.checks.repetition.nonwords import Nonword, nonwords
from healthscore.language.analysis import Analysis, Sentence
from healthscore.language.lexicon import words as words_of
from healthscore.language.patterns import plural
from healthscore.language.terms import function_words

_SHORTEST, _LONGEST = 3, 6
_LEAST_HEADINGS, _LEAST_SENTENCES = 2, 3
_PURPOSES = frozenset({"for", "to", "without", "vs", "versus", "near", "naturally", "fast", "online", "best"})
_OPENERS = frozenset(
    {"that", "furthermore", "moreover", "additionally", "however", "while", "because", "although", "also"}
)
_SINGULAR = frozenset({"is", "was", "has", "does"})
_PLURAL = frozenset({"are", "were", "have"})
_DETERMINERS = frozenset({"the", "a", "an", "your", "their", "its", "this", "all", "some", "any"})
_NOUNS = frozenset(
    {"control", "increase", "decrease", "boost", "block", "limit", "drop", "support", "harm", "damage", "cut"}
    | {"benefit", "fight", "slow", "double", "ease", "remedy", "treat", "balance", "calm", "clear", "trigger"}
    | {"delay", "counter", "combat", "release", "raise", "change", "rise", "drive", "push", "rest"}
)


@rule
def keyword_stuffing(analysis: Analysis) -> Iterator[Hit]:
    """A search phrase is forced into the text.

    Finds:
        A phrase as people type it into a search box ("collagen for joint pain") word for word in two
        headings and three sentences or more; a topic with a word that searchers add to it ("best", "remedies",
        "treatment") which makes up more than one word in eighty, where many of its places are tails hung on
        a sentence, headings, or sentences that say nothing else; a phrase put in against the grammar: a
        singular subject with a bare verb ("Green tea cause weight loss has been reported"); and a word that does
        not exist, made from a noun that the article uses too ("dosaging" from "dosage").

    Why it matters:
        Such text is written for a ranking, not for a reader. It reads badly and says the same every time.

    Example:
        "What is ashwagandha for sleep?", "Benefits of ashwagandha for sleep", "Ashwagandha for sleep is
        popular", "Many people take ashwagandha for sleep", "Buy ashwagandha for sleep".

    Instead:
        Name the subject as a person would, "it" or "the extract" after the first time, and write whole
        sentences.

    Limits:
        Names of diseases and medicines are no search phrases, however often they return: of a search phrase,
        the topic is spoken of elsewhere without the words that searchers add, which are those of
        ``lexicons/search_words.toml``. Bare verbs are found only after a word that the article elsewhere treats
        as singular. Words that do not exist are found only where "-ing" is put to a noun whose ending makes nouns
        alone ("-age", "-ment", "-tion"), but for those of ``lexicons/noun_verbs.toml``.

    References:
        Google Search Central, Spam policies for Google web search, section "Keyword stuffing".
    """
    yield from _search_phrases(analysis)
    yield from map(partial(_density, analysis), _dense(analysis))
    yield from _bare_verbs(analysis)
    yield from map(partial(_nonword, analysis), nonwords(analysis))


def stuffed_sentences(analysis: Analysis) -> int:
    """How many headings and sentences carry a search phrase."""
    starts = [sentence.start for sentence in analysis.sentences]
    spans = [span for phrase in _stuffed(analysis) for span in phrase.headings + phrase.sentences]
    spans += [span for phrase in _dense(analysis) for span in phrase.places]
    return len({bisect_right(starts, span.start) for span in spans})


def _dense(analysis: Analysis) -> list[DensePhrase]:
    """The dense phrases that are not part of a phrase found in the headings."""
    known = [f" {' '.join(phrase.words)} " for phrase in _stuffed(analysis)]
    return [p for p in dense_phrases(analysis) if not any(f" {' '.join(p.words)} " in k for k in known)]


def _density(analysis: Analysis, phrase: DensePhrase) -> Hit:
    spans = phrase.places
    return Hit(
        "warning",
        f"“{analysis.quote(*spans[0])}” stands {times(len(phrase.places))} and makes up {phrase.rate:.1%} of the "
        f"words, {times(phrase.awkward)} where the sentence has no need of it ({lines_of(analysis, spans)}).",
        "Name the subject, then say “it”; take the phrase out where the sentence is whole without it.",
        bounded(spans),
    )


def _nonword(analysis: Analysis, found: Nonword) -> Hit:
    spans = found.sentences
    return Hit(
        "warning",
        f"“{found.word}” is no word: it is made from the noun “{found.noun}”, which is no verb "
        f"({lines_of(analysis, spans)}).",
        f"Write “{found.noun}”, or say with a verb what is done.",
        bounded(spans),
    )


class _Phrase(Struct, frozen=True):
    words: tuple[str, ...]
    headings: list[Span]
    sentences: list[Span]


def _search_phrases(analysis: Analysis) -> Iterator[Hit]:
    for phrase in _stuffed(analysis):
        spans = sorted(phrase.headings + phrase.sentences)
        yield Hit(
            "warning",
            f"The search phrase “{analysis.quote(*spans[0])}” stands word for word in "
            f"{counted(len(phrase.headings), 'heading')} and {counted(len(phrase.sentences), 'sentence')} ({lines_of(analysis, spans)}).",
            "Name the subject once in the title and write the rest as a person would say it.",
            bounded(spans),
        )


@once
def _stuffed(analysis: Analysis) -> list[_Phrase]:
    """Search phrases with all their places, the longest of overlapping ones."""
    headings = [s for s in analysis.sentences if s.block.kind == "heading"]
    standing: dict[tuple[str, ...], list[Span]] = {}
    for heading in headings:
        for words, span in _grams(analysis, heading):
            if span not in standing.setdefault(words, []):
                standing[words].append(span)
    wanted = {words: spans for words, spans in standing.items() if len(spans) >= _LEAST_HEADINGS}
    places: dict[tuple[str, ...], list[Span]] = {words: [] for words in wanted}
    heads = {words[0] for words in wanted}
    for sentence in analysis.prose_sentences if wanted else ():
        if heads.isdisjoint(analysis.words(sentence)):
            continue
        for words, span in _grams(analysis, sentence):
            if words in places:
                places[words].append(span)
    return _longest([_Phrase(w, wanted[w], places[w]) for w in wanted if len(places[w]) >= _LEAST_SENTENCES])


def _longest(phrases: list[_Phrase]) -> list[_Phrase]:
    kept: list[_Phrase] = []
    for phrase in sorted(phrases, key=lambda p: (-len(p.words), p.words)):
        text = f" {' '.join(phrase.words)} "
        if not any(text in f" {' '.join(other.words)} " for other in kept):
            kept.append(phrase)
    return kept


def _grams(analysis: Analysis, sentence: Sentence) -> Iterator[tuple[tuple[str, ...], Span]]:
    """The word sequences of a sentence that read like something typed into a search box."""
    norms = analysis.words(sentence)
    if _PURPOSES.isdisjoint(norms):
        return
    tokens = analysis.tokens[sentence.first : sentence.last]
    for place, norm in enumerate(norms):
        if norm not in _PURPOSES:
            continue
        for first in range(max(0, place - _LONGEST + 2), place):
            for last in range(place + 1, min(len(norms), first + _LONGEST) + 1):
                words = tuple(norms[first:last])
                if len(words) >= _SHORTEST and _is_search(words, place - first):
                    yield words, Span(tokens[first].start, tokens[last - 1].end)


def _is_search(words: tuple[str, ...], purpose: int) -> bool:
    """True for content words on both sides of the purpose, which may stand last if it is an adverb."""
    others = words[:purpose] + words[purpose + 1 :]
    return not function_words().intersection(others) and (
        purpose < len(words) - 1 or words[-1] in ("naturally", "fast", "online")
    )


def _bare_verbs(analysis: Analysis) -> Iterator[Hit]:
    numbers: _Numbers | None = None
    for cue in analysis.cues_of("effect"):
        if cue.kind != "verb" or cue.last != cue.first + 1:
            continue
        verb = analysis.tokens[cue.first].norm
        if verb not in _bare_forms() or not analysis.gap(cue.first).isspace():
            continue
        sentence = analysis.sentence_at(cue.first)
        if sentence.block.kind == "heading":
            continue
        first = _subject_start(analysis, sentence, cue.first)
        if first is None:
            continue
        numbers = numbers or _Numbers(analysis)
        if numbers.singular(analysis.tokens[cue.first - 1].norm):
            subject = analysis.quote(analysis.tokens[first].start, analysis.tokens[cue.first - 1].end)
            yield Hit(
                "warning",
                f"“{subject} {verb}” is put into the sentence against its grammar, as in a search box.",
                f"Write “{subject} {plural(verb)}”, or a whole sentence that says who observed what.",
                (Span(sentence.start, sentence.end),),
            )


@cache
def _bare_forms() -> frozenset[str]:
    """The plain forms of verbs of effect that are no nouns as well."""
    verbs = words_of("effect", "verb")
    return frozenset(verb for verb in verbs if plural(verb) in verbs) - words_of("effect", "noun") - _NOUNS


@cache
def _third_person() -> frozenset[str]:
    return _SINGULAR.union(plural(verb) for verb in _bare_forms())


def _subject_start(analysis: Analysis, sentence: Sentence, verb: int) -> int | None:
    """Where the one to three words before the verb begin, if they open the sentence or a clause, and it has an object."""
    tokens = analysis.tokens
    if verb + 1 >= sentence.last:
        return None
    after = tokens[verb + 1].norm
    if after in function_words() and after not in _DETERMINERS:
        return None
    for first in range(verb - 1, max(sentence.first, verb - 3) - 1, -1):
        if tokens[first].norm in function_words():
            return None
        if first == sentence.first or tokens[first - 1].norm in _OPENERS:
            return first
    return None


class _Numbers:
    """Which words the article treats as singular, by the verb that follows them."""

    def __init__(self, analysis: Analysis) -> None:
        norms, third_person = analysis.norms, _third_person()
        self._singular = {word for word, after in pairwise(norms) if after in third_person}
        self._plural = {word for word, after in pairwise(norms) if after in _PLURAL}

    def singular(self, word: str) -> bool:
        """True where the article says "X is" or "X helps" and never "X are"."""
        return word in self._singular and word not in self._plural and not word.endswith("s")
