"""A folder of articles: which of them share sentences, and which were made from one template."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cached_property
from itertools import combinations

import numpy as np
from msgspec import Struct

from healthscore.across.alike import Alignment, aligned, is_telling, likeness, same
from healthscore.across.groups import groups
from healthscore.across.links import links, signatures
from healthscore.across.passages import passages_of
from healthscore.across.sketch import Sketch, Statement
from healthscore.article import Article, Span
from healthscore.language.shared import Shared, SharedArticle

_FEW = 24  # articles; so many are all compared with each other sentence by sentence,
_COMPARED = 4  # of more each is compared with those that share most buckets with it
_TEMPLATE_SENTENCES = 3  # common to two articles of one template, at least,
_TEMPLATE_SHARE = 0.05  # and of the sentences of the shorter one, all of them on the topic;
_MOSTLY = 0.5  # or this share of its sentences, on whatever
_COPY = 0.8  # of an article's sentences, from which another that has them is a copy
_COMMON = 0.75  # likeness from which sentences of several articles are one sentence


class CommonSentence(Struct, frozen=True):
    """A sentence as its first article has it, and the names of all ``articles`` that have it."""

    quote: str
    articles: tuple[str, ...]


class Folder:
    """Articles held against each other. ``name`` is what to call them together.

    Candidates come from MinHash buckets, and each article is compared in full with the few that share most
    buckets with it: time and memory grow in proportion to the number of articles.
    """

    def __init__(self, name: str, sketches: Iterable[Sketch]) -> None:
        """Take the articles' sketches, in order."""
        self.name = name
        self.sketches = tuple(sketches)

    def shared(self, article: Article | Sketch) -> Shared | None:
        """What an article has in common with the others; None for one that is not in the folder as it is."""
        place = self._places.get((article.source, article.sha256))
        return None if place is None else self._shared(place)

    def _shared(self, article: int) -> Shared:
        sketch, alignments = self.sketches[article], self._alignments[article]
        ranked = sorted(alignments, key=lambda other: (-alignments[other].shared, other))
        passages = passages_of(sketch, [(self.sketches[other], alignments[other]) for other in ranked])
        return Shared(
            folder=self.name,
            articles=len(self.sketches),
            sentences=self._sizes[article],
            shared=len({pair.left for other in ranked for pair in alignments[other].statements if pair.sure}),
            template=len(self._template_of.get(article, [article])) - 1,
            passages=passages,
            related=tuple(self._related(article, other, alignments[other]) for other in ranked),
        )

    @cached_property
    def templates(self) -> tuple[tuple[str, ...], ...]:
        """The articles made from one template, by name; the largest groups first."""
        return tuple(tuple(self.sketches[i].source for i in group) for group in self._templates)

    @cached_property
    def common_sentences(self) -> tuple[CommonSentence, ...]:
        """Sentences on their topic that stand in two articles or more, the most frequent first."""
        rows = self._statements
        joined = [
            (left, right)
            for left, right, alike in self._links
            if alike >= _COMMON and rows[left][1].on_topic and rows[right][1].on_topic
        ]
        found = [self._common(rows) for rows in groups(len(self._statements), joined)]
        return tuple(sorted(found, key=lambda common: -len(common.articles)))

    def _common(self, rows: list[int]) -> CommonSentence:
        article, statement = self._statements[rows[0]]
        names = dict.fromkeys(self.sketches[self._statements[row][0]].source for row in rows)
        return CommonSentence(self.sketches[article].text[statement.start : statement.end], tuple(names))

    def _related(self, article: int, other: int, alignment: Alignment) -> SharedArticle:
        headings = self.sketches[article].headings
        outline = tuple(Span(headings[p.left].start, headings[p.left].end) for p in alignment.headings)
        template = other in self._template_of.get(article, ())
        return SharedArticle(
            self.sketches[other].source,
            template,
            copy=alignment.shared >= max(1, _COPY * self._sizes[article]),
            outline=outline if template else (),
        )

    @cached_property
    def _places(self) -> dict[tuple[str, str], int]:
        return {(sketch.source, sketch.sha256): i for i, sketch in enumerate(self.sketches)}

    @cached_property
    def _statements(self) -> list[tuple[int, Statement]]:
        """The statements that say enough to be found elsewhere, with their article, each once an article."""
        found = []
        for article, sketch in enumerate(self.sketches):
            distinct: dict[bytes, Statement] = {}
            for statement in sketch.statements:
                if is_telling(statement):
                    distinct.setdefault(statement.features.tobytes(), statement)
            found += [(article, statement) for statement in distinct.values()]
        return found

    @cached_property
    def _sizes(self) -> list[int]:
        """How many telling statements each article has."""
        return [sum(map(is_telling, sketch.statements)) for sketch in self.sketches]

    @cached_property
    def _links(self) -> list[tuple[int, int, float]]:
        """Rows of ``_statements`` that say the same in two articles, with their likeness."""
        rows = self._statements
        articles = np.array([article for article, _ in rows], dtype=np.uint32)
        found = []
        for left, right in links(signatures([s.features for _, s in rows]), articles):
            alike = likeness(rows[left][1], rows[right][1])
            if same(rows[left][1], rows[right][1], alike):
                found.append((left, right, alike))
        return found

    @cached_property
    def _alignments(self) -> list[dict[int, Alignment]]:
        """For each article those that it is compared with; of two articles, if either chose the other."""
        found: list[dict[int, Alignment]] = [{} for _ in self.sketches]
        for i, j in self._compared():
            alignment = aligned(self.sketches[i], self.sketches[j])
            if alignment.shared:
                found[i][j], found[j][i] = alignment, alignment.turned()
        return found

    def _compared(self) -> Iterable[tuple[int, int]]:
        if len(self.sketches) <= _FEW:
            return combinations(range(len(self.sketches)), 2)
        linked: list[Counter[int]] = [Counter() for _ in self.sketches]
        for left, right, _ in self._links:
            ours, theirs = self._statements[left][0], self._statements[right][0]
            linked[ours][theirs] += 1
            linked[theirs][ours] += 1
        chosen = ((i, j) for i, counts in enumerate(linked) for j in _most(counts, _COMPARED))
        return sorted({(min(pair), max(pair)) for pair in chosen})

    @cached_property
    def _templates(self) -> list[list[int]]:
        joined = [
            (i, j)
            for i, alignments in enumerate(self._alignments)
            for j, alignment in alignments.items()
            if i < j and self._is_template(i, j, alignment)
        ]
        return sorted(groups(len(self.sketches), joined), key=lambda group: (-len(group), group))

    @cached_property
    def _template_of(self) -> Mapping[int, list[int]]:
        return {article: group for group in self._templates for article in group}

    def _is_template(self, article: int, other: int, alignment: Alignment) -> bool:
        shorter = min(self._sizes[article], self._sizes[other])
        return alignment.on_topic >= max(
            _TEMPLATE_SENTENCES, _TEMPLATE_SHARE * shorter
        ) or alignment.shared >= max(_TEMPLATE_SENTENCES, _MOSTLY * shorter)


def _most(counts: Counter[int], number: int) -> list[int]:
    """The most frequent, and of those that are equally frequent the first."""
    return sorted(counts, key=lambda item: (-counts[item], item))[:number]
