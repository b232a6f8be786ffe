"""What an article has in common with other articles of its folder; found by ``healthscore.across``."""

from __future__ import annotations

from msgspec import Struct

from healthscore.article import Span


class SharedPassage(Struct, frozen=True):
    """Characters ``[start, end)`` that stand in nearly the same words in ``source``, which says ``quote``.

    ``sentences`` is how many of the article's sentences it covers, ``likeness`` that of the most similar two
    (Dice coefficient, 0-1), ``elsewhere`` in how many of the ``related`` articles a sentence of it was found.
    """

    start: int
    end: int
    source: str
    quote: str
    sentences: int
    likeness: float
    elsewhere: int


class SharedArticle(Struct, frozen=True):
    """Another article, ``source``, with some of this one's sentences, and with the headings ``outline``.

    ``template``: both are of one template, directly or through others. ``copy``: it has nearly all sentences.
    """

    source: str
    template: bool
    copy: bool
    outline: tuple[Span, ...]


class Shared(Struct, frozen=True):
    """One article held against the ``articles`` of a folder, itself counted.

    ``sentences`` of it say enough to be compared, and ``shared`` of them were found in another article. ``related``
    are the articles most like it, the most similar first; ``template`` is how many others are of its template.
    """

    folder: str
    articles: int
    sentences: int
    shared: int
    template: int
    passages: tuple[SharedPassage, ...]
    related: tuple[SharedArticle, ...]
