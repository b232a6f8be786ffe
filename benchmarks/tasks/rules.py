"""What each rule tells of articles of which every sentence is labelled: on faults, on sound sentences, in sound articles.

A finding that says where something stands counts as right where one of the places that it shows is a labelled fault, of
whatever kind; what an article lacks is left out, and so is consistency, which the labels say nothing of. Labels are strict:
a note on a figure without a source is told of many a sentence that its writer found sound.

The rules that go by wording are fitted to these articles: how well they do on others is for ``fit_likely_faults.py
--check`` to say.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from healthscore import score
from healthscore.checks import rules
from healthscore.report.model import Finding
from labelled_articles import SOUND, LabelledArticle, labelled_articles
from tasks.base import Figures, Task, share, share_of


def measure(files: Sequence[Path], fit: bool) -> Figures:
    """The figures for one folder; there is nothing to fit."""
    told: defaultdict[str, list[bool]] = defaultdict(list)
    in_sound: defaultdict[str, int] = defaultdict(int)
    articles = list(labelled_articles(files[0]))
    for one, finding in _placed(articles):
        told[finding.rule].append(_on_a_fault(one, finding))
        in_sound[finding.rule] += not one.flawed
    n_sound = sum(not one.flawed for one in articles)
    named = [rule for rule in told if not rules()[rule].gives_way]
    figures: dict[str, int | float | list[float] | None] = {
        "n": len(articles),
        "n_sound": n_sound,
        "right_named": share_of([right for rule in named for right in told[rule]]),
        "in_sound_named": share(sum(in_sound[rule] for rule in named), n_sound),
    }
    for rule in sorted(told, key=lambda rule: (-in_sound[rule], rule)):
        figures |= {
            f"{rule} n": len(told[rule]),
            f"{rule} right": share_of(told[rule]),
            f"{rule} in sound": in_sound[rule],
        }
    return figures


def rows(files: Sequence[Path]) -> Iterator[Mapping[str, object]]:
    """Each finding on a sentence that its writer found sound."""
    for one, finding in _placed(labelled_articles(files[0])):
        if not _on_a_fault(one, finding):
            yield {
                "article": one.name,
                "flawed": one.flawed,
                "rule": finding.rule,
                "message": finding.message,
                "quotes": [place.quote for place in finding.evidence],
            }


def _placed(
    articles: Sequence[LabelledArticle] | Iterator[LabelledArticle],
) -> Iterator[tuple[LabelledArticle, Finding]]:
    for one in articles:
        for finding in score(one.article).findings:
            if finding.searched is None and finding.evidence and finding.dimension != "consistency":
                yield one, finding


def _on_a_fault(one: LabelledArticle, finding: Finding) -> bool:
    return any(one.kind_at(place.start, place.end) != SOUND for place in finding.evidence)


TASK = Task(
    name="rules",
    summary="what each rule tells of articles with every sentence labelled, and how much of it in sound ones",
    files=("a folder of JSON lines with article, text and kind",),
    measure=measure,
    rows=rows,
)
