"""Sentences of a block, as spans."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from healthscore.article import Block, Span


def sentence_spans(prose: str, block: Block) -> Iterator[Span]:
    """The sentences of a block, without surrounding white space."""
    for start, end in _punkt().span_tokenize(prose[block.start : block.end]):
        yield Span(block.start + start, block.start + end)


@cache
def _punkt() -> Any:
    from nltk.tokenize.punkt import PunktParameters, PunktSentenceTokenizer  # slow to import

    parameters = PunktParameters()
    parameters.abbrev_types = {"dr", "e.g", "i.e", "al", "vs", "mr", "mrs", "u.s"}
    return PunktSentenceTokenizer(parameters)
