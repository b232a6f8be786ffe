"""Sentences that say nearly the same, one the opposite way round.

The claim ledger knows subject, relation and object; much is said in other forms. Two sentences that share nearly
all their matter are about one thing whatever their grammar, and then a denial in one of them, an opposite
direction or an opposite frequency is a contradiction.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import chain, pairwise
from math import fsum

from msgspec import Struct
from msgspec.structs import replace

from healthscore.checks.base import once
from healthscore.checks.consistency.pairs import ATTACKS, statements
from healthscore.checks.consistency.sentences.aligned import RARE, Aligned
from healthscore.checks.consistency.sentences.clausal import units
from healthscore.checks.consistency.sentences.matter import matter_by_token
from healthscore.checks.consistency.weighing import MOST_PAIRS, Weighed, how_opposed, surely, told_apart
from healthscore.language.analysis import Analysis
from healthscore.language.claims.kinds import Kind
from healthscore.language.claims.quantities import amounts_in, up_to_and_above

_NAMED = 4  # common terms that a message names
_SAME = 0.95  # confidence of two sentences in the same terms
_ENOUGH = 3.0  # one less than this weight of common terms leaves no doubt about the matter
_STEEP = 1.25  # how fast it falls as they share less
_RAREST = 4  # terms of a sentence by which candidates are found
_INDEXED = 6  # terms under which a sentence is found by later ones
_MOST_SHARING = 12  # sentences on one term that are compared
_COMMON_SHARE = 0.15  # of the sentences: a term of more of them weighs little
_COMMON_WEIGHT = 0.4
_FEW = 3  # sentences: a term of so many is not common, however short the article
_LEAST_TERMS = 2
_PLENTY = 3  # words of two sentences that speak of nothing else, in whatever order
_LEAST_SHARED = 0.8
_LEAST_LIKENESS = 0.45
_UNLIKE = "unlike"
_STUDIES = frozenset({"study", "trial", "studies", "trials", "experiment"})
_ANOTHER = frozenset({"another", "second", "separate", "other", "third", "earlier", "later", "previous"})
_SETS_OFF = frozenset({"trigger", "bring", "provok", "set"})  # stems
_LIKE = frozenset({"like", "likes", "love", "loves", "tend", "tends", "tempted", "inclined", "prefer"})
_MOST = frozenset({"most", "mostly", "usually", "generally", "normally"})
_OBLIGES = frozenset({"should", "must", "ought"})
_PLACES = ("in", "on", "between", "under", "inside", "behind")
_OPENING = 2
_SHORT = 5  # tokens of "an anaesthetic is not needed"


class Pair(Struct, frozen=True):
    """Two sentences, in order of place: the weight of their common terms, and the share of it in both, 0-1.

    ``turned``: one says the whole of the other in a frame of its own, so that they need not begin alike.
    """

    first: Aligned
    second: Aligned
    shared: float
    likeness: float
    turned: bool = False

    def within(self, likeness: float) -> Pair:
        """The pair as that of a statement and a frame around it, at least so alike."""
        return replace(self, likeness=max(self.likeness, likeness), turned=True)

    def weigh(self, rule: str, directness: float, message: str, suggestion: str) -> Weighed:
        """The two held against each other as a whole; names and limits tell them apart."""
        first, second = self.first.statement, self.second.statement
        apart = (*told_apart(first, second), *self._told_apart())
        alike = max(0.0, _STEEP * self.likeness - _STEEP + _SAME) * min(1.0, (self.shared + 1) / _ENOUGH)
        confidence = 0.0 if apart else alike * directness * surely(first, second)
        decided = (
            f"{self.likeness:.0%} of the words in common",
            how_opposed(directness, first, second),
            *apart,
        )
        return Weighed(rule, first, second, message, suggestion, round(confidence, 4), decided)

    def words(self) -> str:
        """What both speak of, in the words of the first."""
        both, analysis = self.first.terms & self.second.terms, self.first.analysis
        found: list[str] = []
        for index in range(self.first.first, self.first.last):
            end, term = analysis.concepts.get(index, (index + 1, analysis.stems[index]))
            if term in both:
                both -= {term}
                found.append(
                    analysis.quote(analysis.tokens[index].start, analysis.tokens[end - 1].end).lower()
                )
        return ", ".join(found[:_NAMED])

    def _told_apart(self) -> Iterator[str]:
        """What in their words lets both sentences hold."""
        a, b = self.first, self.second
        if b.sentence.index - a.sentence.index <= 1:
            yield "one follows the other: a contrast that is meant"
        if a.partial or b.partial:
            yield "one speaks of some only"
        if _is_habit(a) != _is_habit(b) and _OBLIGES & (a.spoken | b.spoken):
            yield "one tells what people do, the other what they should"
        one_denies = bool(a.denials) != bool(b.denials)
        if one_denies and _in_most(a) != _in_most(b) and RARE in (a.frequency, b.frequency):
            yield "one is said of most, the other of few"
        if _resumes(a) != _resumes(b) and _is_for_a_time(b if _resumes(a) else a):
            yield "one holds for a time, the other after it"
        if (_compares(a) or _compares(b)) and a.lead and b.lead and a.lead.isdisjoint(b.lead):
            yield "each of another thing that is compared"
        if _of_what_is_above(a, b):
            yield "each of what the text around it is about"
        if (_UNLIKE in a.spoken) != (_UNLIKE in b.spoken):
            yield "one says that another thing is unlike it"
        if a.kin - b.kin and b.kin - a.kin:
            yield "said of different relatives"
        if a.arm and b.arm and _another_study(a, b):
            yield "each told of a group of another study"
        if a.names != b.names:
            yield "kinds told apart by a letter or a number"
        if a.grades != b.grades and not _denied_in_general(a, b):
            yield "different degrees of it"
        if a.acronyms - b.acronyms and b.acronyms - a.acronyms:
            yield "different names"
        if any(a.compounds[half] != b.compounds[half] for half in a.compounds.keys() & b.compounds.keys()):
            yield "kinds told apart by a word with a hyphen"
        if up_to_and_above(*(amounts_in(side.analysis, side.sentence) for side in (a, b))):
            yield "one holds up to an amount, the other above it"
        if _with_another(a, b):
            yield "each with something else in the same place"
        if _of_attacks(a) != _of_attacks(b):
            yield "one speaks of what sets off attacks, the other of the illness"
        if a.condition - b.stems and b.condition - a.stems:
            yield "each holds under another condition"
        if self.turned or (a.terms == b.terms and a.extent >= _PLENTY and not a.effects):
            return
        if not (a.varieties <= b.spoken and b.varieties <= a.spoken):
            yield "different varieties of it"
        if a.lead - b.terms and b.lead - a.terms:
            yield "said of different things"
        ours, theirs = a.opening - b.terms, b.opening - a.terms
        if (ours and theirs) or a.opening.isdisjoint(b.terms) or b.opening.isdisjoint(a.terms):
            yield "they begin with different things"


def _in_most(side: Aligned) -> bool:
    """True for "in most people" and "mostly"."""
    return not _MOST.isdisjoint(side.spoken)


def _resumes(side: Aligned) -> bool:
    """True for "from the day after you may do it again"."""
    return "again" in side.spoken


def _is_for_a_time(side: Aligned) -> bool:
    """True for "for the rest of the day" and "on the day"."""
    return any(map(Kind.TIME_NOUN.__and__, side.analysis.kinds[side.first : side.last]))


def _compares(side: Aligned) -> bool:
    """True for "more effective than codeine"; not for "no more than two days"."""
    norms, numerals = side.analysis.norms, side.analysis.numerals
    return any(norms[i] == "than" and i + 1 not in numerals for i in range(side.first, side.last - 1))


def _is_habit(side: Aligned) -> bool:
    """True for "people like to tilt the head back"."""
    norms = side.analysis.norms[side.first : side.last]
    return any(one in _LIKE and two == "to" for one, two in pairwise(norms))


def _of_attacks(side: Aligned) -> bool:
    """True for "triggers asthma attacks", which says not where the asthma comes from."""
    return not _SETS_OFF.isdisjoint(side.stems) and not ATTACKS.isdisjoint(side.stems)


def _of_what_is_above(a: Aligned, b: Aligned) -> bool:
    """True for "an anaesthetic is not needed" under two treatments: neither sentence says for what."""
    short = all(side.last - side.first <= _SHORT or _opens_with_pronoun(side) for side in (a, b))
    named = not a.analysis.topic.key.isdisjoint(a.stems | b.stems)
    return short and not named and a.sentence.block is not b.sentence.block


def _opens_with_pronoun(side: Aligned) -> bool:
    """True for "it does the liver no harm" and "you can be sure of it", which say little of what they speak of."""
    opening = side.analysis.kinds[side.first : side.first + _OPENING]
    return side.extent <= _FEW and any(kind & Kind.PRONOUN for kind in opening)


def _with_another(a: Aligned, b: Aligned) -> bool:
    """True where such a preposition leads to another thing in each: "from the belly", "in the nails", "between the toes"."""
    return any(
        ours.isdisjoint(theirs) and ours.isdisjoint(b.terms) and theirs.isdisjoint(a.terms)
        for preposition, ours in a.complements.items()
        for other in (_PLACES if preposition in _PLACES else (preposition,))
        if (theirs := b.complements.get(other))
    )


def _another_study(a: Aligned, b: Aligned) -> bool:
    """True where another study is brought in between the two sentences."""
    analysis = a.analysis
    between = analysis.sentences[a.sentence.index + 1 : b.sentence.index]
    return any(
        not _STUDIES.isdisjoint(words) and not _ANOTHER.isdisjoint(words)
        for words in (analysis.words(sentence) for sentence in between)
    )


def _denied_in_general(a: Aligned, b: Aligned) -> bool:
    """True where one denies it in any degree: "no side effects" against serious ones."""
    denial, assertion = (a, b) if a.denials else (b, a)
    return bool(denial.denials) and not denial.grades and not assertion.denials


@once
def aligned_pairs(analysis: Analysis) -> list[Pair]:
    """Pairs of sentences on nearly the same matter, from an index on their rarer terms."""
    by_token = matter_by_token(analysis)
    read = [unit for sentence in statements(analysis) for unit in units(analysis, sentence)]
    told = [(unit, {*filter(None, by_token[unit.first : unit.last])}) for unit in read]
    told = [(unit, terms) for unit, terms in told if len(terms) >= _LEAST_TERMS]
    counts = Counter(chain.from_iterable([terms for _, terms in told]))
    common = max(_FEW, _COMMON_SHARE * len(told))
    once_said = {term for term, count in counts.items() if count == 1}
    told = [(unit, terms) for unit, terms in told if _may_meet(len(terms), len(terms & once_said))]
    held, matter = [unit for unit, _ in told], [terms for _, terms in told]
    weights = {term: 1.0 if count <= common else _COMMON_WEIGHT for term, count in counts.items()}
    rarity = sorted((count, term) for term, count in counts.items())
    rank = {term: place for place, (_, term) in enumerate(rarity)}
    bits = [sum([1 << rank[term] for term in terms]) for terms in matter]  # terms in common are told at once
    index: defaultdict[str, list[int]] = defaultdict(list)
    weight: list[float] = []
    pairs: list[Pair] = []
    for place, terms in enumerate(matter):
        if len(pairs) >= MOST_PAIRS:
            break
        by_rarity = sorted(terms, key=rank.__getitem__)
        weight.append(fsum(map(weights.__getitem__, terms)))
        for other in sorted(set(chain.from_iterable([index[term] for term in by_rarity[:_RAREST]]))):
            shared, whole = (bits[place] & bits[other]).bit_count(), weight[other] + weight[place]
            if shared < _LEAST_TERMS or shared < _LEAST_LIKENESS * whole / 2:  # no term weighs more than 1
                continue
            if held[other].sentence is not held[place].sentence:
                both = fsum(map(weights.__getitem__, terms & matter[other]))
                pairs += _pair(held[other], held[place], both, whole)
        for term in by_rarity[:_INDEXED]:
            if len(index[term]) < _MOST_SHARING:
                index[term].append(place)
    return pairs


def _may_meet(terms: int, alone: int) -> bool:
    """False for a sentence so many of whose terms no other has that no index leads to it."""
    return alone < _INDEXED and terms - alone >= _LEAST_TERMS


def _pair(first: Aligned, second: Aligned, shared: float, whole: float) -> list[Pair]:
    """The pair, where the terms in both weigh enough of the ``whole``, which is the weight of those of the two."""
    likeness = 2 * shared / whole
    enough = shared >= _LEAST_SHARED and likeness >= _LEAST_LIKENESS
    return [Pair(first, second, shared, likeness)] if enough else []
