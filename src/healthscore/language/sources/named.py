"""Who is named: journals, public bodies, universities, experts; and what later refers back to them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain
from typing import TYPE_CHECKING

from healthscore.language.sources.mentions import BySentence, capital
from healthscore.language.sources.model import Source

if TYPE_CHECKING:
    from healthscore.language.analysis import Analysis, Sentence
    from healthscore.language.cues import Cue

_PEOPLE = frozenset({"expert", "clinician", "study", "study-one", "anaphor", "publication"})
_HEADS = frozenset(["journal", "annals", "archives", "proceedings"])
_NAME_LINKS = frozenset(["of", "for", "on", "and", "the", "at", "in", "de"])
_FROM = frozenset(["at", "from", "by", "of", "with", "in", "the"])
_PROPER = {"body": "body", "university": "institution"}
_NAME = re.compile(rb"(?<!\x01)\x01{2,3}(?!\x01)")  # of two or three words with a capital
_RECENT = 6  # sentences after a name in which he or she is taken for that person
_NEAR = 10  # tokens between a body and the word that makes it a source
_PLAIN_JOURNALS = frozenset(
    "stroke circulation gut sleep pain brain nature science cell cancer chest blood pediatrics heart thorax allergy "
    "menopause obesity diabetes headache addiction nutrition vaccine radiology spine bone immunity neuron appetite "
    "neurology hepatology molecules nutrients".split()
)
_WORKS = frozenset(
    "review reviews report reports guideline guidelines assessment analysis guidance survey".split()
)
_TITLED = frozenset({"medicine", "health", "research", "science", "reports", "letters", "advances"})
_SPEAKERS_NOT = frozenset(
    "he she they it we i you who and but so this that these those what which as others some many most people "
    "experts doctors scientists researchers studies research nobody everyone yes no dr mr mrs ms prof professor".split()
)


def named(analysis: Analysis, by_sentence: BySentence) -> list[Source]:
    """Named sources in sentences that report, in order of place."""
    names = _full_names(analysis)
    found: list[Source] = []
    for index, cues in by_sentence.items():
        sentence = analysis.whole(analysis.sentences[index])
        places = [*_journals(analysis, sentence, cues), *_bodies(analysis, sentence, cues)]
        places += _experts(analysis, sentence, cues, names)
        reach = 0
        for start, end, form in sorted(places):
            if start >= reach:
                found.append(Source(index, start, end, "named", form))
                reach = end
    return found


def anaphors(analysis: Analysis, by_sentence: BySentence, known: list[Source]) -> list[Source]:
    """The study, the researchers: named, where the work or its people were named before."""
    origins = [s.sentence for s in known if s.form not in ("site", "dangling", "body")]
    if not origins:
        return []
    first, told = min(origins), {source.sentence for source in known}
    experts = {source.sentence for source in known if source.form == "expert"}
    found = []
    for index, cues in by_sentence.items():
        if index < first - 1 or index in told:
            continue
        back = [cue for cue in cues.get("source", ()) if cue.kind == "anaphor"]
        if not experts.isdisjoint(range(index - _RECENT, index)):
            back += [verb for verb in cues.get("reporting", ()) if _pronoun_speaks(analysis, verb)]
        found += [Source(index, cue.start, cue.end, "named", "anaphor") for cue in back]
    return found


def _pronoun_speaks(analysis: Analysis, verb: Cue) -> bool:
    """He said, she added: whoever was named shortly before."""
    before = analysis.tokens[verb.first - 1].norm if verb.first else ""
    return verb.kind == "saying" and before in ("he", "she")


def _journals(
    analysis: Analysis, sentence: Sentence, cues: dict[str, list[Cue]]
) -> Iterator[tuple[int, int, str]]:
    sources = cues.get("source", [])
    leads = {cue.last for cue in sources if cue.kind == "publication"}
    works = any(cue.kind in _PEOPLE for cue in sources)
    for cue in sources:
        if cue.kind == "publication":
            first = _skip_article(analysis, cue.last)
            last = _name_end(analysis, first, sentence.last)
            if last > first:
                yield cue.start, analysis.tokens[last - 1].end, "journal"
        elif cue.kind == "journal" and _is_journal(analysis, sentence, cue, leads, works):
            yield cue.start, cue.end, "journal"
    yield from _journal_of(analysis, sentence)
    yield from _reported_in(analysis, sentence, cues.get("reporting", []))


def _is_journal(analysis: Analysis, sentence: Sentence, cue: Cue, leads: set[int], works: bool) -> bool:
    """A title that is also a common word needs "published in" before it or a year after it."""
    if analysis.tokens[cue.first].norm not in _PLAIN_JOURNALS or cue.last - cue.first > 1:
        return works or bool(leads)
    after = analysis.article.prose[cue.end : cue.end + 7]
    return cue.first in leads or cue.first - 1 in leads or (after.startswith((" (19", " (20")))


def _journal_of(analysis: Analysis, sentence: Sentence) -> Iterator[tuple[int, int, str]]:
    """Journal of X, Annals of X, X Journal: recognised by the head noun alone."""
    tokens, norms = analysis.tokens, analysis.words(sentence)
    if _HEADS.isdisjoint(norms):
        return
    for at, norm in enumerate(norms, sentence.first):
        if norm not in _HEADS or not capital(analysis, at):
            continue
        first = at
        while first > sentence.first and capital(analysis, first - 1) and _touch(analysis, first - 1):
            first -= 1
        last = _name_end(analysis, at + 1, sentence.last)
        if last > at + 1 or first < at:
            yield tokens[first].start, tokens[max(last, at + 1) - 1].end, "journal"


def _reported_in(analysis: Analysis, sentence: Sentence, verbs: list[Cue]) -> Iterator[tuple[int, int, str]]:
    """The title behind "researchers report in": three words with a capital, or two of which the last is a journal's."""
    for verb in verbs:
        first = verb.last + 1
        if not analysis.norms[verb.first].startswith("report") or analysis.norms[verb.last : first] != ["in"]:
            continue
        last = _name_end(analysis, first, sentence.last)
        titled = last - first > 2 or (last - first == 2 and analysis.norms[last - 1] in _TITLED)
        if titled:
            yield analysis.tokens[first].start, analysis.tokens[last - 1].end, "journal"


def _bodies(
    analysis: Analysis, sentence: Sentence, cues: dict[str, list[Cue]]
) -> Iterator[tuple[int, int, str]]:
    sources, verbs = cues.get("source", []), cues.get("reporting", [])
    people = [cue for cue in sources if cue.kind in _PEOPLE]
    for cue in sources:
        if cue.kind == "institution":
            first, last = _institution(analysis, sentence, cue)
            if last - first > 1 and _attributes(analysis, first, last, people, verbs):
                yield analysis.tokens[first].start, analysis.tokens[last - 1].end, "institution"
        elif cue.kind in _PROPER and _attributes(analysis, cue.first, cue.last, people, verbs):
            yield cue.start, cue.end, _PROPER[cue.kind]
        elif cue.kind in ("expert", "study", "study-one") and _affiliated(analysis, sentence, cue):
            yield analysis.tokens[cue.first - 1].start, cue.end, "institution"


def _affiliated(analysis: Analysis, sentence: Sentence, cue: Cue) -> bool:
    """A university's letters right before its people: UCLA researchers."""
    if cue.first == sentence.first:
        return False
    token = analysis.tokens[cue.first - 1]
    word = analysis.article.text[token.start : token.end]
    lettered = len(word) > 2 and word.isupper() and "U" in (word[0], word[-1])
    return lettered and word not in ("UTI", "ICU") and _touch(analysis, cue.first - 1)


def _attributes(analysis: Analysis, first: int, last: int, people: list[Cue], verbs: list[Cue]) -> bool:
    """Whether a body is said to say or find something, or its people or work are spoken of."""
    if analysis.norms[last : last + 1] and analysis.norms[last] in _WORKS:
        return True  # "a Cochrane review of 29 trials"
    strong = [verb for verb in verbs if not verb.attributes.get("weak")]
    if any(0 <= verb.first - last <= _NEAR and _own(analysis, verb, last) for verb in strong):
        return True
    if any(0 <= first - verb.last <= _NEAR and verb.attributes.get("speech") for verb in verbs):
        return True
    return any(1 <= first - cue.last <= 3 and _joined(analysis, cue.last, first) for cue in people)


def _joined(analysis: Analysis, start: int, end: int) -> bool:
    """Researchers at the University, a study by the Agency."""
    return all(analysis.tokens[i].norm in _FROM or capital(analysis, i) for i in range(start, end))


def _own(analysis: Analysis, verb: Cue, last: int) -> bool:
    between = set(analysis.norms[last : verb.first])
    return not between & {"to", "who", "which"} and (
        verb.attributes.get("speech") is True or len(between) <= 4
    )


def _institution(analysis: Analysis, sentence: Sentence, cue: Cue) -> tuple[int, int]:
    """The whole name around University, Hospital, Society."""
    first = cue.first
    while first > sentence.first and capital(analysis, first - 1) and _touch(analysis, first - 1):
        first -= 1
    if first == sentence.first and analysis.tokens[first].norm in _SPEAKERS_NOT | {"the", "our", "at", "in"}:
        first += 1
    return min(first, cue.first), max(cue.last, _name_end(analysis, cue.last, sentence.last))


def _experts(
    analysis: Analysis, sentence: Sentence, cues: dict[str, list[Cue]], names: frozenset[str]
) -> Iterator[tuple[int, int, str]]:
    """People named by title, by degree, or as the speaker of a verb of speech."""
    tokens, verbs = analysis.tokens, cues.get("reporting", [])
    for cue in cues.get("source", ()) if verbs or _quotes(analysis, sentence) else ():
        if cue.kind == "title" and cue.last < sentence.last and capital(analysis, cue.last):
            yield cue.start, tokens[name_run_end(analysis, cue.last, sentence.last) - 1].end, "expert"
        elif (
            cue.kind == "credential" and cue.first >= sentence.first + 2 and capital(analysis, cue.first - 1)
        ):
            yield tokens[cue.first - 2].start, cue.end, "expert"
    for index in analysis.places_in(sentence, "colleagues"):
        if index >= sentence.first + 2 and tokens[index - 1].norm == "and" and capital(analysis, index - 2):
            yield tokens[index - 2].start, tokens[index].end, "expert"  # "by Drake and colleagues"
    for verb in verbs:
        speaker = _speaker(analysis, sentence, verb, names) if verb.attributes.get("speech") else None
        if speaker is not None:
            yield tokens[speaker].start, tokens[speaker].end, "expert"


def _quotes(analysis: Analysis, sentence: Sentence) -> bool:
    return any(mark in analysis.article.text[sentence.start : sentence.end] for mark in '"“”')


def _speaker(analysis: Analysis, sentence: Sentence, verb: Cue, names: frozenset[str]) -> int | None:
    """The name right after a verb of speech (said Low; not: told Low) or right before it (Low said)."""
    after, before = verb.last, verb.first - 1
    listens = verb.attributes.get("listener") is True
    if (
        not listens
        and after < sentence.last
        and _touch(analysis, after - 1)
        and _person(analysis, after, names)
    ):
        return after
    if before >= sentence.first and _touch(analysis, before) and _person(analysis, before, names):
        return before
    return None


def _person(analysis: Analysis, token: int, names: frozenset[str]) -> bool:
    there, norm = analysis.tokens[token], analysis.norms[token]
    word = analysis.article.text[there.start : there.end]
    return norm in names and norm not in _SPEAKERS_NOT and word[0].isupper() and not word.isupper()


def _full_names(analysis: Analysis) -> frozenset[str]:
    """Words that stand somewhere as part of two capitalised words inside a statement."""
    inside = bytearray(len(analysis.capitals))
    for sentence in analysis.whole_prose:
        second = sentence.first + 1  # the first word has a capital anyway
        inside[second : sentence.last] = analysis.capitals[second : sentence.last]
    runs = (analysis.norms[run.start() : run.end()] for run in _NAME.finditer(inside))
    return frozenset(chain.from_iterable(runs))


def _skip_article(analysis: Analysis, at: int) -> int:
    while at < len(analysis.tokens) and analysis.tokens[at].norm in ("the", "journal"):
        at += 1
    return at


def _name_end(analysis: Analysis, at: int, limit: int) -> int:
    """Where a run of capitalised words ends, small words between them included."""
    first = end = at
    while at < limit and (at == first or _touch(analysis, at - 1)):
        if capital(analysis, at):
            end = at + 1
        elif analysis.tokens[at].norm not in _NAME_LINKS:
            break
        at += 1
    return end


def name_run_end(analysis: Analysis, at: int, limit: int) -> int:
    """Where a person's name ends."""
    while at + 1 < limit and _touch(analysis, at) and capital(analysis, at + 1):
        at += 1
    return at + 1


def _touch(analysis: Analysis, at: int) -> bool:
    """Whether only a space parts a token from the next."""
    if at + 1 >= len(analysis.tokens):
        return False
    gap = analysis.gap(at + 1)
    return gap.strip(" .&") == "" and "\n" not in gap
