"""What the article is about: the noun to which "it", "this herb" and a missing subject refer."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from msgspec import Struct

from healthscore.language.claims.kinds import Kind
from healthscore.language.lexicon import words

if TYPE_CHECKING:
    from healthscore.language.analysis import Analysis

_TITLE_WEIGHT = 4
_OF_TITLE = 2  # how many times as much a stem of the title counts
_OF_TEXTS = frozenset(
    "page pages article articles guide guides leaflet leaflets section chapter question questions answer answers".split()
)
_HARDLY_WITHOUT = 0.7  # share of a word's places in which another belongs to its name
_SEVERAL, _LONGEST_NAME = 3, 3
_ENDS_NAME = Kind.CLOSED | Kind.VERB | Kind.USE_WORD
_VERBS = Kind.AUXILIARY | Kind.VERB
_NO_TOPICS = (
    Kind.CLOSED
    | Kind.QUANTITY_NOUN
    | Kind.GENERIC_NOUN
    | Kind.PRODUCT_NOUN
    | Kind.CONDITION_NOUN
    | Kind.USE_WORD
    | Kind.TIME_NOUN
    | Kind.USED_PARTICIPLE
    | Kind.VERB
)
_NO_CLASS = _NO_TOPICS & ~Kind.GENERIC_NOUN & ~Kind.PRODUCT_NOUN
_DEFINING = 3  # what "X is a herb" weighs against one verb of effect
_TELLS_NOTHING = frozenset({"bodily", "turned"})  # "builds muscle", "is higher": said of illnesses too
_NEAR = 4  # tokens between a verb of effect and the noun it belongs to


class Topic(Struct, frozen=True):
    """The article's topic as a stem (``key`` is empty where nothing recurs).

    ``acts``: the topic is something that is taken or done (a remedy, a food, a drug), not a condition that is
    acted on. What "it" and a missing subject mean depends on this: in an article on a herb they mean the herb,
    in one on a disease they mean nothing in particular. ``name`` is how the article writes it: "fish oil", where the stem is that of "fish".
    """

    key: frozenset[str]
    acts: bool
    name: str


def topic_of(analysis: Analysis) -> Topic:
    """The stem that most sentences and headings share, counted twice a sentence, and once more where it leads one."""
    key, stems = _most_shared(analysis), analysis.stems
    named = [word for word, places in analysis.places.items() if stems[places[0]] in key] if key else []
    acts = bool(key) and _acts(analysis, analysis.places_of(named))
    return Topic(key, acts, _name(analysis, min(named, key=len)) if named else "")


def _name(analysis: Analysis, word: str) -> str:
    """A word with those beside it that it hardly ever stands without: "fish oil", "bed bugs"."""
    places = analysis.places[word]
    first, last = places[0], places[0] + 1
    while last - first < _LONGEST_NAME:
        low, high = first - places[0], last - places[0]
        if _goes_with(analysis, places, high):
            last += 1
        elif _goes_with(analysis, places, low - 1):
            first -= 1
        else:
            break
    words = analysis.quote(analysis.tokens[first].start, analysis.tokens[last - 1].end)
    return " ".join(words.lower().split())


def _goes_with(analysis: Analysis, places: Sequence[int], step: int) -> bool:
    """True where nearly always the same noun stands so many tokens from a word."""
    stems, at = analysis.stems, places[0] + step
    if len(places) < _SEVERAL or not 0 <= at < len(stems) or analysis.kinds[at] & _ENDS_NAME:
        return False
    if not analysis.gap(at if step > 0 else at + 1).isspace():
        return False
    beside = sum(0 <= i + step < len(stems) and stems[i + step] == stems[at] for i in places)
    return beside >= _HARDLY_WITHOUT * len(places)


def _most_shared(analysis: Analysis) -> frozenset[str]:
    people = _people()
    acting = {cue.first for cue in analysis.cues_of("effect") if cue.kind == "verb"}
    acting.update(cue.first for cue in analysis.cues_of("reporting") if cue.attributes.get("speech"))
    kinds, stems = analysis.kinds, analysis.stems
    meaning = {
        word: ""
        if kinds[places[0]] & _NO_TOPICS or word in people or len(word) < 2 or word.isdigit()
        else stems[places[0]]
        for word, places in analysis.places.items()
    }
    meant = [*map(meaning.__getitem__, analysis.norms)]
    for index in acting:
        meant[index] = ""
    verbs = bytes([kind & _VERBS != 0 for kind in kinds])
    sharing: list[str] = []
    led: list[str] = []
    for sentence in analysis.sentences:
        kind = sentence.block.kind
        if kind not in ("contents", "reference", "code"):
            sharing += dict.fromkeys(meant[sentence.first : sentence.last])
            if kind != "heading":
                verb = verbs.find(1, sentence.first, sentence.last)  # before it stands what it is about
                led += dict.fromkeys(meant[sentence.first : verb if verb >= 0 else sentence.last])
    said, leading = Counter(filter(None, sharing)), Counter(filter(None, led))
    counts = Counter({stem: 2 * count + leading.get(stem, 0) for stem, count in said.items()})
    titled = _in_title(analysis, meant)
    for stem in titled:  # a play on words stands there alone
        counts[stem] = (counts[stem] + _TITLE_WEIGHT) * _OF_TITLE if said[stem] > 1 else 0
    organs = titled & _acted_on(analysis)
    if organs and any(said[stem] > 1 for stem in titled - organs):
        counts.update(dict.fromkeys(organs, -counts.total()))
    best = max(counts, key=counts.__getitem__, default="")  # the first named, where two are equal
    return frozenset({best}) if said[best] > 1 else _class_in_title(analysis)


def _class_in_title(analysis: Analysis) -> frozenset[str]:
    """The stem of "Vaccines" and "The diet", where nothing else recurs: a word that mostly stands for another thing."""
    title = _title(analysis)
    kinds, stems = analysis.kinds, analysis.stems
    classes = [stems[i] for i in title if kinds[i] & Kind.GENERIC_NOUN and not kinds[i] & _NO_CLASS]
    often = Counter(stem for stem in stems if stem in classes)
    return frozenset(stem for stem, count in often.most_common(1) if count > 1)


def _in_title(analysis: Analysis, meant: Sequence[str]) -> frozenset[str]:
    """The stems that a title names."""
    return frozenset(filter(None, (meant[index] for index in _title(analysis))))


def _acted_on(analysis: Analysis) -> frozenset[str]:
    """The stems of organs that a title names behind "and", "for" and the like: the heart of "Beta blockers and the heart"."""
    title, kinds = _title(analysis), analysis.kinds
    joined = next((i for i in title if kinds[i] & (Kind.COORDINATOR | Kind.PREPOSITION)), title.stop)
    named = (c for c in analysis.cues_of("health-synonym") if joined < c.first < title.stop)
    return frozenset(analysis.stems[c.first] for c in named if "organ" in c.attributes)


def _title(analysis: Analysis) -> range:
    """The tokens of the title; none where the article has none."""
    title = analysis.title
    return range(title.first, title.last) if title else range(0)


@cache
def _people() -> frozenset[str]:
    """Words that recur in any article on health, and abbreviations that are part of a name."""
    recurring = words("scope", "population") | words("unit", "time") | words("health", "care")
    return recurring | _OF_TEXTS | {"st", "dr", "mr", "mrs", "ms"}


def _acts(analysis: Analysis, places: Sequence[int]) -> bool:
    """Whether the word at some tokens more often acts ("take X", "X capsules", "this herb") than is acted on."""
    kinds = analysis.kinds
    acting, suffering = _in_effects(analysis, places)
    for cue in analysis.cues_of("harm", "health"):
        if cue.kind in ("effect", "condition"):
            suffering += _any_within(places, cue.first, cue.last)
    for index in (*analysis.places.get("this", ()), *analysis.places.get("these", ())):
        noun = kinds[index + 1] if index + 1 < len(kinds) else 0
        acting += noun & Kind.SUBSTANCE_NOUN != 0
        suffering += noun & Kind.ILLNESS_NOUN != 0
    for index in places:
        defined = _defined_as(kinds, index)
        acting += _DEFINING * (defined & Kind.SUBSTANCE_NOUN != 0)
        suffering += _DEFINING * (defined & Kind.ILLNESS_NOUN != 0)
        before = kinds[max(0, index - 2) : index]
        after = kinds[index + 1 : index + 1 + _NEAR]
        acting += any(kind & Kind.USE_WORD for kind in before) or _used(after)
        suffering += any(kind & Kind.CONDITION_WORD for kind in before)
        suffering += any(kind & Kind.CONDITION_NOUN for kind in after[:1])
    return acting > suffering


def _in_effects(analysis: Analysis, places: Sequence[int]) -> tuple[int, int]:
    """How often the word stands where something acts, and where something is acted on."""
    acting = suffering = 0
    for cue in analysis.cues_of("effect"):
        if cue.attributes["relation"] == "has":  # the risks of a disease, the risks of a remedy
            continue
        acts = _any_within(places, cue.first - _NEAR, cue.first)
        suffers = _any_within(places, cue.last, cue.last + _NEAR)
        if "inverse" in cue.attributes:  # "nausea is common with X"
            acts, suffers = suffers, acts
        acting += acts and _TELLS_NOTHING.isdisjoint(cue.attributes)
        suffering += suffers
    return acting, suffering


def _defined_as(kinds: Sequence[int], index: int) -> int:
    """The kinds of the noun that "X is a ..." calls the topic; nothing where it is not defined there."""
    if (
        index + 2 >= len(kinds)
        or not kinds[index + 1] & Kind.COPULA
        or not kinds[index + 2] & Kind.DETERMINER
    ):
        return 0
    after = kinds[index + 3 : index + 3 + _NEAR]
    return next((kind for kind in after if kind & (Kind.SUBSTANCE_NOUN | Kind.ILLNESS_NOUN)), 0)


def _any_within(places: Sequence[int], low: int, high: int) -> bool:
    at = bisect_left(places, low)
    return at < len(places) and places[at] < high


def _used(after: Sequence[int]) -> bool:
    """True for the kinds that follow the topic in "X capsules" and "X is usually taken"."""
    if any(kind & Kind.PRODUCT_NOUN for kind in after[:1]):
        return True
    copula = next((i for i, kind in enumerate(after[:2]) if kind & Kind.COPULA), None)
    return copula is not None and any(kind & Kind.USED_PARTICIPLE for kind in after[copula + 1 :])
