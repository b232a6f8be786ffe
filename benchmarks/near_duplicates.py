"""Our near-duplicate sentences and paragraphs beside those of scikit-learn, on planted repeats in trusted pages.

usage: near_duplicates.py [PAGES] [--json]

PAGES is a folder of articles, an article, or JSON lines with a text; by default the patient information pages in
../shared. The repeats are those that ``accuracy.py repetition`` plants: paragraphs copied or edited, sentences
reworded, each alone in a variant of its page. One is found where two sentences, or two paragraphs, that are called
alike are the original and what was planted.

Ours is ``language/repeats.py``, before any rule judges what is worth telling. Theirs is the cosine of every two
sentences, and of every two paragraphs, in TF-IDF over stems without function words and pairs of them (``words``), over
3 to 5 characters of words (``characters``), and the mean of both cosines (``both``), fitted to each page. Each is put
to the threshold, one for sentences and one for paragraphs, at which it calls as many of the untouched pages' repeats as
ours does: with equal alarms, recall can be compared. ``recall_at_half`` is that at a cosine of 0.5, whatever it calls
there. Times are of the processor, of the fastest of three rounds over the untouched pages, once words and stems are there; as in
``score``, no cycles are collected meanwhile.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from articles import SHARED, DataError, articles
from healthscore import Article
from healthscore.collector import paused
from healthscore.language import Analysis, analyse
from healthscore.language.repeats import Group
from healthscore.language.terms import function_words
from tasks.repetition.outcomes import plants
from tasks.repetition.planting import Plant, Span

if TYPE_CHECKING:
    from numpy.typing import NDArray

DEFAULT = SHARED / "corpora" / "patient_information.jsonl.gz"
LEVELS = ("sentence", "paragraph")
METHODS = ("words", "characters", "both")
HALF = 0.5

Alike = Mapping[str, "NDArray[np.float64]"]  # by method, the cosine of every two units


@dataclass(frozen=True)
class Units:
    """The sentences or paragraphs of an article that are compared: their characters, content stems and text."""

    spans: tuple[Span, ...]
    stems: tuple[tuple[str, ...], ...]
    texts: tuple[str, ...]


def main() -> int:
    """Measure and print."""
    options = _parser().parse_args()
    try:
        pages = articles(options.pages)
    except DataError as error:
        print(f"near_duplicates.py: {error}", file=sys.stderr)
        return 2
    figures = measure(pages)
    print(json.dumps(figures) if options.json else table(figures))
    return 0


def measure(pages: Sequence[Article]) -> dict[str, Any]:
    """All figures, by method: recall of each fault, repeats called on the untouched pages, time for a page."""
    analyses = [_read(page) for page in pages]
    known = [units_of(analysis) for analysis in analyses]
    called = {level: sum(len(_called(analysis, level)) for analysis in analyses) for level in LEVELS}
    limits = _limits(known, called)
    planted = [plant for plant in plants(pages) if plant.fault != "stuffing"]
    found = [_found(plant, limits) for plant in planted]
    return {
        "pages": len(pages),
        **{f"n_{fault}": sum(plant.fault == fault for plant in planted) for fault in LEVELS},
        **{f"called_{level}": called[level] for level in LEVELS},
        "limits": limits,
        "recall": {name: _recall(planted, [name in names for names in found]) for name in ("ours", *METHODS)},
        "recall_at_half": {
            name: _recall(planted, [f"{name} at half" in names for names in found]) for name in METHODS
        },
        "called_at_half": _called_at_half(known),
        "ms_per_page": _times(pages),
    }


def units_of(analysis: Analysis) -> Mapping[str, Units]:
    """The statements that ``repeats`` compares, and its paragraphs."""
    sentences = analysis.repeats.sentences
    blocks: dict[int, list[tuple[int, int]]] = {}
    for sentence in sentences:
        if sentence.block.kind == "paragraph":
            blocks.setdefault(sentence.block.start, []).append((sentence.first, sentence.last))
    return {
        "sentence": _units(analysis, [(s.first, s.last) for s in sentences]),
        "paragraph": _units(analysis, [(own[0][0], own[-1][1]) for own in blocks.values()]),
    }


def _units(analysis: Analysis, tokens: Sequence[tuple[int, int]]) -> Units:
    spans = [(analysis.tokens[first].start, analysis.tokens[last - 1].end) for first, last in tokens]
    return Units(
        tuple(spans),
        tuple(
            tuple(analysis.stems[i] for i in range(*own) if analysis.norms[i] not in function_words())
            for own in tokens
        ),
        tuple(analysis.article.text[start:end] for start, end in spans),
    )


def alike(units: Units) -> Alike:
    """The cosine of every two units by each method, 0 on the diagonal."""
    from sklearn.feature_extraction.text import TfidfVectorizer

    words = TfidfVectorizer(analyzer=_grams, sublinear_tf=True)
    characters = TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5), sublinear_tf=True)
    cosines = {"words": _product(words, units.stems), "characters": _product(characters, units.texts)}
    return {**cosines, "both": (cosines["words"] + cosines["characters"]) / 2}


def _grams(stems: Sequence[str]) -> list[str]:
    return [*stems, *(f"{one} {other}" for one, other in pairwise(stems))]


def _product(vectorizer: Any, units: Sequence[Any]) -> NDArray[np.float64]:
    if not any(units):
        return np.zeros((len(units), len(units)))
    rows = vectorizer.fit_transform(units)
    cosines: NDArray[np.float64] = (rows @ rows.T).toarray()
    np.fill_diagonal(cosines, 0.0)
    return cosines


def _read(article: Article) -> Analysis:
    analysis = analyse(article)
    _ = analysis.stems
    return analysis


def _groups(analysis: Analysis, level: str) -> tuple[Group, ...]:
    return analysis.repeats.passages if level == "sentence" else analysis.repeats.paragraphs


def _called(analysis: Analysis, level: str) -> set[int]:
    """The units that ours calls like another."""
    return {place.unit for group in _groups(analysis, level) for place in group.places}


def _nearest(units: Units) -> dict[str, NDArray[np.float64]]:
    """How like each unit is to the one most like it, by method."""
    return {name: cosines.max(axis=1, initial=0.0) for name, cosines in alike(units).items()}


def _limits(known: Iterable[Mapping[str, Units]], called: Mapping[str, int]) -> dict[str, dict[str, float]]:
    """For each level and method the cosine from which it calls as many units as ours does, or the next fewer."""
    known, limits = list(known), {}
    for level in LEVELS:
        nearest = [_nearest(units[level]) for units in known]
        limits[level] = {
            name: _limit(np.concatenate([page[name] for page in nearest]), called[level]) for name in METHODS
        }
    return limits


def _limit(values: NDArray[np.float64], count: int) -> float:
    """The least of the values that at most ``count`` of them reach."""
    falling = np.sort(values)[::-1]
    reached = [value for value in dict.fromkeys(falling[:count].tolist()) if (values >= value).sum() <= count]
    return reached[-1] if reached else float("inf")


def _found(plant: Plant, limits: Mapping[str, Mapping[str, float]]) -> set[str]:
    """The methods that find a plant; with `` at half`` those that do from a cosine of 0.5."""
    analysis = _read(plant.variant)
    found = {"ours"} if any(_tells(plant, places) for places in _places(analysis)) else set()
    for level, units in units_of(analysis).items():
        ours, theirs = _touched(units.spans, plant.originals), _touched(units.spans, plant.spans)
        for name, cosines in alike(units).items() if ours and theirs else ():
            best = max(cosines[i, j] for i in ours for j in theirs)
            found |= {name} if best >= limits[level][name] else set()
            found |= {f"{name} at half"} if best >= HALF else set()
    return found


def _places(analysis: Analysis) -> Iterator[list[Span]]:
    for level in LEVELS:
        yield from ([(p.start, p.end) for p in group.places] for group in _groups(analysis, level))


def _tells(plant: Plant, places: Sequence[Span]) -> bool:
    return bool(_touched(places, plant.originals) and _touched(places, plant.spans))


def _touched(places: Sequence[Span], spans: Sequence[Span]) -> list[int]:
    """Which of the places share characters with one of the spans."""
    return [i for i, (start, end) in enumerate(places) if any(start < e and s < end for s, e in spans)]


def _recall(planted: Sequence[Plant], caught: Sequence[bool]) -> dict[str, float]:
    """The share found of each fault and of each kind of it."""
    groups: dict[str, list[bool]] = {}
    for plant, is_caught in zip(planted, caught, strict=True):
        groups.setdefault(plant.fault, []).append(is_caught)
        groups.setdefault(f"{plant.fault}_{plant.kind}", []).append(is_caught)
    return {name: round(sum(flags) / len(flags), 4) for name, flags in sorted(groups.items())}


def _called_at_half(known: Sequence[Mapping[str, Units]]) -> dict[str, dict[str, int]]:
    return {
        level: {
            name: sum(int((_nearest(units[level])[name] >= HALF).sum()) for units in known)
            for name in METHODS
        }
        for level in LEVELS
    }


def _times(pages: Sequence[Article]) -> dict[str, float]:
    """Milliseconds for a page, theirs for words and characters together."""

    def ours(analysis: Analysis) -> None:
        for level in LEVELS:
            _groups(analysis, level)

    def theirs(analysis: Analysis) -> None:
        for units in units_of(analysis).values():
            alike(units)

    return {"ours": _time(pages, ours), "theirs": _time(pages, theirs)}


def _time(pages: Sequence[Article], work: Callable[[Analysis], None]) -> float:
    best = float("inf")
    for _ in range(3):
        spent = 0.0
        for page in pages:
            with paused():
                analysis = _read(page)
                start = time.process_time()
                work(analysis)
                spent += time.process_time() - start
                analysis.forget()
        best = min(best, spent)
    return round(1000 * best / len(pages), 2)


def table(figures: Mapping[str, Any]) -> str:
    """The figures for a person."""
    head = (
        f"{figures['pages']} pages, in which ours calls {figures['called_sentence']} sentences and "
        f"{figures['called_paragraph']} paragraphs like another; {figures['n_paragraph']} paragraphs and "
        f"{figures['n_sentence']} reworded sentences planted"
    )
    kinds = list(figures["recall"]["ours"])
    rows = [f"{'found':24}{'ours':>8}" + "".join(f"{name:>12}" for name in METHODS)]
    rows += [
        f"{kind:24}{figures['recall']['ours'][kind]:8.2f}"
        + "".join(f"{figures['recall'][name][kind]:12.2f}" for name in METHODS)
        for kind in kinds
    ]
    half = [
        f"At a cosine of 0.5, {name} finds {figures['recall_at_half'][name]['sentence']:.2f} of the sentences and calls "
        f"{figures['called_at_half']['sentence'][name]} of the untouched ones repeats."
        for name in METHODS
    ]
    times = figures["ms_per_page"]
    cost = (
        f"For a page: ours {times['ours']} ms, words and characters {times['theirs']} ms of processor time."
    )
    return "\n".join([head, "", *rows, "", *half, cost])


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="near_duplicates.py", description="Hold near-duplicates beside TF-IDF."
    )
    parser.add_argument("pages", metavar="PAGES", nargs="?", type=Path, default=DEFAULT)
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    return parser


if __name__ == "__main__":
    sys.exit(main())
