"""What the language of an article says, worked out once and read by every check."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from healthscore.article import Article, Block
from healthscore.language.claims import (
    Amount,
    Claim,
    Clause,
    Topic,
    amounts_of,
    claims_of,
    clauses_of,
    concepts_of,
    forms_by_sentence,
    kinds_of,
    numerals_of,
    quoted_sentences,
    section_limits_of,
    title_limits_of,
    title_names_of,
    title_terms_of,
    told_kinds_by_sentence,
    topic_of,
)
from healthscore.language.cues import Cue
from healthscore.language.disowned import Stretch, disowned_stretches
from healthscore.language.likely_faults import Wording, wording_of
from healthscore.language.repeats import Repeats
from healthscore.language.sources import (
    Citation,
    Entry,
    Shape,
    Source,
    citations_of,
    entries,
    shapes,
    sources_of,
)
from healthscore.language.stems import stem
from healthscore.language.tokens import Token

if TYPE_CHECKING:
    from healthscore.language.shared import Shared


class Sentence(Struct, frozen=True, gc=False):
    """Characters ``[start, end)``, tokens ``[first, last)``, and the block it stands in.

    The tokens are those that say something: not "It is worth knowing that" before them, nor "(see below)" behind.
    """

    index: int
    start: int
    end: int
    first: int
    last: int
    block: Block


class Analysis(Struct, frozen=True, dict=True):
    """An article with its sentences, tokens and cues, and what is read from them when first asked for.

    Headings, list items and references are sentences too; ``sentence.block.kind`` tells them apart, and
    ``prose_sentences`` has those that an author wrote as statements. ``shared`` is what the article has in
    common with others, where it was held against a folder of them.
    """

    article: Article
    sentences: tuple[Sentence, ...]
    tokens: tuple[Token, ...]
    cues: tuple[Cue, ...]
    shared: Shared | None = None

    @cached_property
    def sources(self) -> tuple[Source, ...]:
        """Who is named as a source, in order of place."""
        return sources_of(self)

    @cached_property
    def shapes(self) -> tuple[Shape, ...]:
        """Every identifier and citation marker, in order of place."""
        return tuple(shapes(self.article.text))

    @cached_property
    def references(self) -> tuple[Entry, ...]:
        """The entries of the reference list, in order."""
        return entries(self.article)

    @cached_property
    def citations(self) -> tuple[Citation, ...]:
        """The markers outside the reference list with what they point at, in order of place."""
        return tuple(citations_of(self))

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        """The claim ledger, in order of place."""
        return claims_of(self)

    def clauses_in(self, sentence: Sentence) -> list[Clause]:
        """The clauses of one sentence, read when first asked for."""
        known = self._clauses
        if sentence.index not in known:
            known[sentence.index] = clauses_of(self, sentence)
        return known[sentence.index]

    @cached_property
    def _clauses(self) -> dict[int, list[Clause]]:
        return {}

    def claims_in(self, sentence: Sentence) -> Sequence[Claim]:
        """The claims of one sentence, in order of place."""
        return self._claims_by_sentence.get(sentence.index, ())

    @cached_property
    def _claims_by_sentence(self) -> dict[int, list[Claim]]:
        found: dict[int, list[Claim]] = {}
        for claim in self.claims:
            found.setdefault(claim.sentence, []).append(claim)
        return found

    @cached_property
    def topic(self) -> Topic:
        """What the article is about."""
        return topic_of(self)

    @cached_property
    def amounts(self) -> dict[int, tuple[Amount, ...]]:
        """Every number with a unit, by sentence index; sentences without one are left out."""
        return amounts_of(self)

    @cached_property
    def numerals(self) -> tuple[int, ...]:
        """The tokens, by index, that are digits, number words or fractions."""
        return numerals_of(self)

    @cached_property
    def concepts(self) -> dict[int, tuple[int, str]]:
        """Health synonyms by first token: where each ends and what it stands for."""
        return concepts_of(self)

    @cached_property
    def title_names(self) -> frozenset[str]:
        """The stem of the topic, and the concept by which the title names it."""
        return title_names_of(self)

    @cached_property
    def title_terms(self) -> frozenset[str]:
        """The stems and concepts of what the title names first."""
        return title_terms_of(self)

    @property
    def title(self) -> Sentence | None:
        """The heading that the article opens with, if it opens with one."""
        first = next(iter(self.sentences), None)
        return first if first is not None and first.block.kind == "heading" else None

    @cached_property
    def title_limits(self) -> frozenset[str]:
        """Whom the title names (``population:infants``): what is said of them is said of all of whom the article is."""
        return title_limits_of(self)

    @cached_property
    def section_limits(self) -> dict[int, frozenset[str]]:
        """What the heading above limits a sentence to (``population:children``), by sentence index, where it does."""
        return section_limits_of(self)

    @cached_property
    def forms(self) -> dict[int, frozenset[str]]:
        """The forms and strengths of products (``form:gel``, ``strength:20``), by sentence index, where one is named."""
        return forms_by_sentence(self)

    @cached_property
    def told_kinds(self) -> dict[int, frozenset[str]]:
        """Which kind of a thing, or which study, is spoken of (``kind:moderate``), by sentence index, where it is told."""
        return told_kinds_by_sentence(self)

    @cached_property
    def kinds(self) -> tuple[int, ...]:
        """The closed classes of each token as bits (``claims.kinds.Kind``), in the tokens' order."""
        kinds = dict(zip(self.places, kinds_of(self.places), strict=True))
        return tuple(map(kinds.__getitem__, self.norms))

    @cached_property
    def quoted(self) -> frozenset[int]:
        """The sentences, by index, that are somebody's words and not the article's."""
        return quoted_sentences(self)

    @cached_property
    def disowned(self) -> dict[int, list[Stretch]]:
        """What the article says without standing by it, by sentence index; sentences with nothing such are left out."""
        return disowned_stretches(self)

    @cached_property
    def prose_sentences(self) -> tuple[Sentence, ...]:
        """Sentences of paragraphs, list items and quotes with at least one token."""
        kinds = ("paragraph", "list_item", "quote")
        return tuple(s for s in self.sentences if s.block.kind in kinds and s.first < s.last)

    @cached_property
    def whole_prose(self) -> tuple[Sentence, ...]:
        """The sentences of prose with all their tokens."""
        return tuple(map(self.whole, self.prose_sentences))

    def prose_with(self, category: str) -> Sequence[Sentence]:
        """The sentences of prose that hold a cue of the category, in order of place."""
        return self._prose_by_category.get(category, ())

    @cached_property
    def _prose_by_category(self) -> dict[str, list[Sentence]]:
        found: dict[str, list[Sentence]] = {}
        for sentence in self.prose_sentences:
            for category in self.cues_by_category(sentence):
                found.setdefault(category, []).append(sentence)
        return found

    @cached_property
    def norms(self) -> list[str]:
        """Each token normalised, in the tokens' order."""
        return [token.norm for token in self.tokens]

    @cached_property
    def counts(self) -> Counter[str]:
        """How often each normalised word stands in the article, in the order in which they come."""
        return Counter(self.norms)

    @cached_property
    def starts(self) -> list[int]:
        """The first character of each token, in the tokens' order."""
        return [token.start for token in self.tokens]

    @cached_property
    def capitals(self) -> bytes:
        """1 for each token that begins with a capital letter, else 0, in the tokens' order."""
        return bytes(map(str.isupper, map(self.article.text.__getitem__, self.starts)))

    @cached_property
    def places(self) -> dict[str, list[int]]:
        """The tokens of each word, by index and in order; the words in order of their first place."""
        found: defaultdict[str, list[int]] = defaultdict(list)
        for index, norm in enumerate(self.norms):
            found[norm].append(index)
        return dict(found)

    def places_of(self, words: Iterable[str]) -> list[int]:
        """The tokens of some words in what sentences say, by index and in order."""
        found = sorted(chain.from_iterable([self.places[word] for word in words if word in self.places]))
        return [index for index in found if index not in self._asides] if self._asides else found

    def places_in(self, sentence: Sentence, word: str) -> Sequence[int]:
        """The tokens of a word within a sentence, by index and in order."""
        found = self.places.get(word, ())
        return found[bisect_left(found, sentence.first) : bisect_left(found, sentence.last)]

    @cached_property
    def _asides(self) -> frozenset[int]:
        """The tokens that stand around what sentences say."""
        ends = zip([0, *self._sentence_lasts], self._sentence_lasts, self.sentences, strict=False)
        return frozenset(
            index
            for first, last, s in ends
            if first != s.first or last != s.last
            for index in (*range(first, s.first), *range(s.last, last))
        )

    @cached_property
    def firsts(self) -> dict[str, int]:
        """The first token of each stem and of each concept, by index."""
        found: dict[str, int] = {}
        for places in self.places.values():
            found.setdefault(self.stems[places[0]], places[0])
        for index, (_, concept) in self.concepts.items():
            found[concept] = min(index, found.get(concept, index))
        return found

    @cached_property
    def stems(self) -> tuple[str, ...]:
        """The stem of each token, in the tokens' order."""
        stems = {word: stem(word) for word in self.places}
        return tuple(map(stems.__getitem__, self.norms))

    @cached_property
    def wording(self) -> Wording:
        """How likely each sentence of prose reads like a fault of information, and those that do."""
        return wording_of(self)

    @cached_property
    def repeats(self) -> Repeats:
        """What the article says more than once, worked out when first asked for."""
        return Repeats(self)

    def cues_in(self, sentence: Sentence, *categories: str) -> list[Cue]:
        """Cues of the given categories (all, if none is given) within a sentence, in order of place."""
        here = self._cues_by_sentence[sentence.index]
        chosen = [here[name] for name in categories if name in here] if categories else list(here.values())
        return _merged(chosen)

    def cues_by_category(self, sentence: Sentence) -> Mapping[str, Sequence[Cue]]:
        """The cues within a sentence by their category, each in order of place."""
        return self._cues_by_sentence[sentence.index]

    @cached_property
    def _cues_by_sentence(self) -> list[dict[str, list[Cue]]]:
        found: list[dict[str, list[Cue]]] = [{} for _ in self.sentences]
        index, last, lasts = -1, 0, self._sentence_lasts
        here: dict[str, list[Cue]] = {}
        for cue in self.cues:
            while cue.first >= last:
                index += 1
                last, here = lasts[index], found[index]
            category = cue.category
            if category in here:
                here[category].append(cue)
            else:
                here[category] = [cue]
        return found

    def cues_of(self, *categories: str) -> Iterator[Cue]:
        """All cues of the given categories in the article, in order of place."""
        found = self._cues_by_category
        return iter(_merged([found[category] for category in categories if category in found]))

    @cached_property
    def _cues_by_category(self) -> dict[str, list[Cue]]:
        found: defaultdict[str, list[Cue]] = defaultdict(list)
        for cue in self.cues:
            found[cue.category].append(cue)
        return dict(found)

    def sentence_at(self, token: int) -> Sentence:
        """The sentence that holds a token."""
        return self.sentences[bisect_right(self._sentence_lasts, token)]

    @cached_property
    def _sentence_lasts(self) -> list[int]:
        """The token behind each sentence, with what trails in it."""
        return [bisect_left(self.starts, sentence.end) for sentence in self.sentences]

    def whole(self, sentence: Sentence) -> Sentence:
        """A sentence with all its tokens, those around what it says too."""
        return self._wholes[sentence.index]

    @cached_property
    def _wholes(self) -> tuple[Sentence, ...]:
        if not self._asides:
            return self.sentences
        ends = zip(self.sentences, [0, *self._sentence_lasts], self._sentence_lasts, strict=False)
        return tuple(
            s if (s.first, s.last) == (first, last) else replace(s, first=first, last=last)
            for s, first, last in ends
        )

    def words(self, sentence: Sentence) -> list[str]:
        """The normalised tokens of a sentence."""
        return self.norms[sentence.first : sentence.last]

    def gap(self, token: int) -> str:
        """What stands between a token and the one before it, without markup."""
        return self.article.prose[self.tokens[token - 1].end : self.tokens[token].start]

    def forget(self) -> None:
        """Let go of everything; the analysis is of no use afterwards.

        What is read of it refers back to it, so that otherwise only a collection of cycles would free the memory.
        """
        vars(self).clear()

    def quote(self, start: int, end: int) -> str:
        """The article's own characters."""
        return self.article.text[start:end]


def _merged(cues: Sequence[list[Cue]]) -> list[Cue]:
    """Cues of several categories in order of place, as they compare: of a category one at most begins at a token."""
    if len(cues) < 2:
        return cues[0] if cues else []
    return sorted(chain.from_iterable(cues))
