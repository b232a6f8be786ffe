"""Plant repetition into trusted pages: is it found, and what is blamed on the pages as they are?

Each variant of a page has one fault. A ``paragraph`` of 25 words or more is copied into another section, as it stands
(``verbatim``) or with a sentence dropped and the others in another order (``edited``). A ``sentence`` of 10 to 40 words
is said again in another section, with a clause, list or voice turned round (``order``), with words of a table for
others (``synonyms``), inside words that add nothing (``framing``), or all of these (``combined``). ``stuffing`` puts a
phrase for search engines into the page until its words are 1, 2 or 4 % of all words, as whole ``sentences``, as
``tails`` of sentences where they do not belong, or in headings, lists and tails (``mixed``). The rules and words of all
this were written apart from the detector, by somebody who had not read it.

A repeated paragraph or sentence is caught where one finding of repetition, of any severity, points at both places;
stuffing where a finding ``repetition/keyword-stuffing`` points at a place where the phrase was put in. ``recall`` is the
share of caught plants, ``warned`` the share of those caught by a warning or error; ``recall_stuffing_from_2`` is that
of 2 and 4 %. ``untouched`` is what is said of the pages as they are, false alarms until read: findings of each
severity for each page, the share of pages with a warning or error, and the number of findings of each rule.

``--size N`` also measures repetition across a folder of N texts in which spins of templates are planted; the folder's
texts are the trusted articles and those of any further file, see ``across`` and, for what is made where they are too
few, ``pseudo``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from articles import DataError, articles
from healthscore import Article, score_many
from tasks.base import Figures, Task, share_of
from tasks.repetition import across
from tasks.repetition.outcomes import GRAVE, Outcome, outcomes, repetition
from tasks.repetition.repeats import PARAGRAPHS
from tasks.repetition.rewording import KINDS
from tasks.repetition.stuffing import RATES, STYLES

__all__ = ["TASK", "measure", "rows"]

SEVERITIES = ("error", "warning", "note")


def measure(files: Sequence[Path], fit: bool) -> Figures:
    """The figures for one set of trusted pages; there is nothing to fit."""
    pages = articles(files[0])
    return {**planted_figures(_outcomes(files[0], pages)), **untouched_figures(pages)}


def planted_figures(found: Sequence[Outcome]) -> Figures:
    """Recall by fault and by kind, each with the number of plants."""
    groups: dict[str, list[Outcome]] = {
        "paragraph": _of(found, "paragraph"),
        **{f"paragraph_{kind}": _of(found, "paragraph", (kind,)) for kind in PARAGRAPHS},
        "sentence": _of(found, "sentence"),
        **{f"sentence_{kind}": _of(found, "sentence", (kind,)) for kind in KINDS},
        "stuffing_from_2": _stuffed(found, RATES[1:], STYLES),
        **{f"stuffing_{rate}": _stuffed(found, (rate,), STYLES) for rate in RATES},
        **{f"stuffing_from_2_{style}": _stuffed(found, RATES[1:], (style,)) for style in STYLES},
    }
    return {
        **{f"recall_{name}": share_of([o.caught for o in members]) for name, members in groups.items()},
        **{f"warned_{name}": share_of([o.warned for o in members]) for name, members in groups.items()},
        **{f"n_{name}": len(members) for name, members in groups.items()},
    }


def untouched_figures(pages: Sequence[Article]) -> Figures:
    """What is said of the pages as they are."""
    said = [repetition(report) for report in score_many(pages)]
    counts = Counter((f.severity, f.rule.partition("/")[2]) for findings in said for f in findings)
    return {
        "pages": len(pages),
        "untouched_warned_share": share_of([any(f.severity in GRAVE for f in findings) for findings in said]),
        **{
            f"untouched_{severity}_per_page": round(
                sum(n for (grade, _), n in counts.items() if grade == severity) / len(pages), 2
            )
            for severity in SEVERITIES
        },
        **{f"untouched_{severity}_{rule}": n for (severity, rule), n in sorted(counts.items())},
    }


def sized(files: Sequence[Path], sizes: Sequence[int]) -> Figures:
    """The figures across a folder of each size, filled with the texts of all the files."""
    return across.measure([page.text for path in files for page in articles(path)], sizes)


def rows(files: Sequence[Path]) -> Iterator[Mapping[str, object]]:
    """The plants that were missed, then the warnings and errors on the untouched pages."""
    pages = articles(files[0])
    for outcome in _outcomes(files[0], pages):
        if not outcome.caught:
            plant = outcome.plant
            yield {
                "page": plant.page.source,
                "missed": f"{plant.fault} {plant.kind}",
                "original": plant.original,
                "planted": plant.planted,
            }
    for page, report in zip(pages, score_many(pages), strict=True):
        for finding in repetition(report):
            if finding.severity in GRAVE:
                yield {
                    "page": page.source,
                    "untouched": f"{finding.severity} {finding.rule}",
                    "message": finding.message,
                    "quotes": [" ".join(quote.quote.split()) for quote in finding.evidence],
                }


def _outcomes(path: Path, pages: Sequence[Article]) -> list[Outcome]:
    found = outcomes(pages)
    if not found:
        raise DataError(f"{path}: nothing in it that could be said again")
    return found


def _of(found: Iterable[Outcome], fault: str, kinds: Sequence[str] = ()) -> list[Outcome]:
    return [o for o in found if o.plant.fault == fault and (not kinds or o.plant.kind in kinds)]


def _stuffed(found: Iterable[Outcome], rates: Sequence[int], styles: Sequence[str]) -> list[Outcome]:
    return _of(found, "stuffing", [f"{rate}_{style}" for rate in rates for style in styles])


TASK = Task(
    name="repetition",
    summary="planted repetition that is found, by kind and rate, and findings on untouched pages",
    files=("trusted articles",),
    measure=measure,
    rows=rows,
    more="any more texts that --size may fill its folders with",
    sized=sized,
)
