"""Fit the certainty of the groups of hedges and boosters, and of a denial, to sentences that people have rated.

usage: fit_certainty.py FILE

FILE has JSON lines (.jsonl, .jsonl.gz) with a text and a label from 1 to 6, how certain the sentence sounds. Prints
the number of each group as it was set by hand, as fitted, and how many sentences have a cue of it; then Pearson's r of
the formula with the numbers set by hand, with the fitted ones on the sentences that they were fitted to, and by five
folds of the same fitting. The fitted numbers go into hedges.toml, boosters.toml and certainty.py by hand. Exit 2: the
data or the lexicons cannot be used.

One step of the six is 0.2 of certainty, and the mean label of the sentences without a cue is PLAIN. A number is a
multiple of 0.05. It is the one with the least squared error over the sentences, where the number set by hand counts as
three sentences more, and it stays within the limits of its group. docs/certainty.md says why the limits are as they are.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import correlation, fmean

from msgspec.structs import replace

from articles import DataError
from healthscore.language import lexicon
from healthscore.language.certainty import PLAIN, certainty_of
from healthscore.language.cues import Cue
from tasks import labelled

_STEP = 0.05  # the numbers are multiples of it
_LABEL = 5.0  # steps of the label for the whole of the certainty, 0 to 1
_BY_HAND_COUNTS = 3  # the number set by hand weighs as much as that many sentences
_ROUNDS = 20
_DENIAL = "denial"
_MEASURED = ("hedge", "booster", "negation")


@dataclass(frozen=True)
class Group:
    """A group of a lexicon, known by its kind and first phrase: its number set by hand, and the limits of it."""

    kind: str
    first: str
    by_hand: float
    lowest: float
    highest: float

    @property
    def name(self) -> str:
        """The group in words."""
        return f"{self.kind}: {self.first[:40]}"

    @property
    def numbers(self) -> list[float]:
        """What it may be, in order, the number set by hand among it."""
        steps = range(round(self.lowest / _STEP), round(self.highest / _STEP) + 1)
        return sorted({self.by_hand, *(round(n * _STEP, 2) for n in steps)})


GROUPS = (
    Group("modal", "may", 0.45, 0.35, 0.5),
    Group("modal", "could", 0.45, 0.35, 0.5),
    Group("modal", "would", 0.65, 0.55, 0.65),
    Group("epistemic-verb", "suggest~", 0.6, 0.55, 0.65),
    Group("epistemic-verb", "indicate~ (that|a|an|the)", 0.65, 0.55, 0.8),
    Group("epistemic-verb", "tend~ to", 0.65, 0.55, 0.65),
    Group("epistemic-verb", "speculate~", 0.45, 0.35, 0.5),
    Group("adverb", "possibly", 0.5, 0.35, 0.5),
    Group("adverb", "probably", 0.65, 0.55, 0.65),
    Group("adjective", "possible", 0.5, 0.35, 0.5),
    Group("adjective", "putative", 0.5, 0.35, 0.5),
    Group("adjective", "probable", 0.65, 0.55, 0.65),
    Group("noun", "possibility", 0.55, 0.55, 0.65),
    Group("approximator", "about", 0.8, 0.7, 0.8),
    Group("approximator", "in (some|certain|many|a few) (cases|peopl", 0.7, 0.7, 0.8),
    Group("attribution", "(is|are|was|were|been|being) (widely |co", 0.6, 0.55, 0.65),
    Group("open", "whether", 0.3, 0.2, 0.65),
    Group("open", "no (evidence|proof|data)", 0.3, 0.2, 0.8),
    Group("open", "unknown", 0.3, 0.2, 0.3),
    Group("ability", "can", 0.7, 0.7, 0.8),
    Group("certainty", "definitely", 0.97, 0.95, 1.0),
    Group("universality", "always", 0.95, 0.95, 1.0),
    Group("superlative", "the (very |single |)(best|most effective", 0.95, 0.95, 1.0),
    Group("proof", "(clinically|scientifically|medically|tho", 0.98, 0.95, 1.0),
    Group("degree", "significantly", 0.9, 0.9, 0.95),
    Group(_DENIAL, "not, no, nor", PLAIN, PLAIN, 1.0),
)


@dataclass(frozen=True)
class Rated:
    """A sentence with its label, the cues that its certainty goes by, and the groups that they are of."""

    label: float
    cues: Sequence[Cue]
    groups: frozenset[str]


class Formula:
    """The formula of the package with numbers that can be set; the cues of ``rated`` read theirs from here."""

    def __init__(self, rows: Sequence[labelled.Row]) -> None:
        """Read the sentences, with every number as set by hand."""
        self.numbers = {group.name: {"certainty": group.by_hand} for group in GROUPS}
        self._groups = dict(_groups_of_entries())
        self.rated = [self._read(row) for row in rows]

    def __call__(self, sentence: Rated) -> float:
        """How sure a sentence sounds."""
        return certainty_of(sentence.cues, self.numbers[_name(_DENIAL)]["certainty"])

    def set(self, numbers: Mapping[str, float]) -> None:
        """Take these numbers."""
        for name, number in numbers.items():
            self.numbers[name]["certainty"] = number

    def fit(self, rated: Sequence[Rated]) -> dict[str, float]:
        """Fit the numbers to the sentences, from those set by hand on, one group after the other, until none moves."""
        self.set({group.name: group.by_hand for group in GROUPS})
        plain = _mean([sentence.label for sentence in rated if not sentence.groups])
        with_it = {group.name: [s for s in rated if group.name in s.groups] for group in GROUPS}
        for _ in range(_ROUNDS):
            before = self._now()
            for group in GROUPS:
                self.set({group.name: self._best(group, with_it[group.name], plain)})
            if self._now() == before:
                break
        return self._now()

    def _best(self, group: Group, rated: Sequence[Rated], plain: float) -> float:
        errors = []
        for number in group.numbers:
            self.set({group.name: number})
            away = abs(number - group.by_hand)
            missed = (s.label - plain - _LABEL * (self(s) - PLAIN) for s in rated)
            error = sum(m * m for m in missed) + _BY_HAND_COUNTS * (_LABEL * away) ** 2
            errors.append((round(error, 6), away, number))
        return min(errors)[-1]

    def _now(self) -> dict[str, float]:
        return {name: number["certainty"] for name, number in self.numbers.items()}

    def _read(self, row: labelled.Row) -> Rated:
        cues, groups = [], set()
        for cue in labelled.read(row).cues:
            name = self._groups.get(id(cue.attributes))
            if name is not None:
                cues.append(replace(cue, attributes=self.numbers[name]))
                groups.add(name)
            elif cue.category == "negation":
                cues.append(cue)
                groups.add(_name(_DENIAL))
        return Rated(float(row["label"]), cues, frozenset(groups))


def main(arguments: Sequence[str] | None = None) -> int:
    """Fit, and print the numbers and how well they go with the labels."""
    parser = argparse.ArgumentParser(usage="fit_certainty.py FILE")
    parser.add_argument("file", type=Path)
    path = parser.parse_args(arguments).file
    try:
        rows = labelled.rows(path, numbers=True)
        texts = [row["text"] for row in rows]
        if len(set(texts)) < labelled.FOLDS or len({row["label"] for row in rows}) < 2:
            raise DataError(f"{path}: needs {labelled.FOLDS} texts or more, with different labels")
        formula = Formula(rows)
    except DataError as error:
        print(f"fit_certainty.py: {error}", file=sys.stderr)
        return 2
    labels = [sentence.label for sentence in formula.rated]
    by_hand = [formula(sentence) for sentence in formula.rated]
    by_folds = _by_folds(formula, texts)
    fitted = formula.fit(formula.rated)
    print(f"{'group':56}by hand  fitted  sentences")
    for group in GROUPS:
        count = sum(group.name in sentence.groups for sentence in formula.rated)
        print(f"{group.name:56}{group.by_hand:7.2f}{fitted[group.name]:8.2f}{count:11}")
    print(f"\nr by hand    {_r(labels, by_hand):.4f}")
    print(f"r in sample  {_r(labels, [formula(sentence) for sentence in formula.rated]):.4f}")
    print(f"r by folds   {_r(labels, by_folds):.4f}")
    return 0


def _by_folds(formula: Formula, texts: Sequence[str]) -> list[float]:
    """The certainty of each sentence with the numbers that were fitted without its text."""
    from sklearn.model_selection import GroupKFold

    said = [0.0] * len(texts)
    for seen, left_out in GroupKFold(labelled.FOLDS).split(texts, groups=texts):
        formula.fit([formula.rated[i] for i in seen])
        for i in left_out:
            said[i] = formula(formula.rated[i])
    return said


def _groups_of_entries() -> Iterator[tuple[int, str]]:
    """The name of the group of each lexicon entry, by the attributes that its cues have."""
    known = {group.name for group in GROUPS}
    for category in ("hedge", "booster"):
        for _, entry in lexicon.entries(category):
            if entry.kind == "none":
                continue
            name = Group(entry.kind, entry.phrases[0], 0, 0, 0).name
            if name not in known:
                raise DataError(f"no group {name!r}: the lexicons have changed since this was written")
            yield id(entry.attributes), name


def _name(kind: str) -> str:
    return next(group.name for group in GROUPS if group.kind == kind)


def _mean(labels: Sequence[float]) -> float:
    return fmean(labels) if labels else 0.0


def _r(labels: Sequence[float], said: Sequence[float]) -> float:
    return correlation(labels, said) if len(set(said)) > 1 else 0.0


if __name__ == "__main__":
    sys.exit(main())
