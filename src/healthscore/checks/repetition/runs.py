"""Sentences that are repeated in a row, told as one passage."""

from __future__ import annotations

from collections.abc import Iterable

from healthscore.checks.base import Severity
from healthscore.language.repeats import WHOLE, Group, Place

Repeat = tuple[Severity, tuple[Place, ...], Group]


def runs(repeats: Iterable[Repeat]) -> list[Repeat]:
    """The repeats in order, those made one that follow on one another at each of their places.

    A run begins as a repeat of whole sentences and takes in the next one if each of its places is a whole sentence
    too, right after that of the run. It is as severe as its most severe part.
    """
    found: list[Repeat] = []
    ends: dict[tuple[int, ...], int] = {}  # the last sentences of a run, and where it stands in ``found``
    for severity, places, group in sorted(repeats, key=lambda repeat: repeat[1]):
        before = ends.pop(tuple(place.unit - 1 for place in places), None)
        if before is None or not _are_whole(places):
            before = len(found)
            found.append((severity, places, group))
        else:
            first, ours, leader = found[before]
            found[before] = (
                min(severity, first, key=_ORDER.index),
                tuple(map(_through, ours, places)),
                leader,
            )
        if _are_whole(places):
            ends[tuple(place.unit for place in places)] = before
    return found


_ORDER: tuple[Severity, ...] = ("error", "warning", "note")


def _are_whole(places: tuple[Place, ...]) -> bool:
    return all(place.coverage >= WHOLE for place in places)


def _through(first: Place, last: Place) -> Place:
    return Place(first.unit, first.start, last.end, 1.0)
