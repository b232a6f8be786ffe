"""What a clause speaks of: the thing that leads it, or that "it", "these lumps" and "the tablets" lead back to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from healthscore.checks.base import once
from healthscore.language.analysis import Analysis, Sentence
from healthscore.language.claims.clause import Clause
from healthscore.language.claims.concepts import content
from healthscore.language.claims.kinds import Kind
from healthscore.language.claims.phrases import LONGEST_NAME, name_end

NO_THING = (
    Kind.GENERIC_NOUN
    | Kind.PERSON_NOUN
    | Kind.TIME_NOUN
    | Kind.USE_WORD
    | Kind.USE_NOUN
    | Kind.PRODUCT_NOUN
    | Kind.FORM_NOUN
    | Kind.VERB
    | Kind.HAVING
)
"""Words that name nothing to take or do."""
_NAMES_NOTHING = NO_THING | Kind.SUBSTANCE_NOUN | Kind.ILLNESS_NOUN | Kind.DEGREE
_PRODUCTS = Kind.PRODUCT_NOUN | Kind.FORM_NOUN | Kind.SUBSTANCE_NOUN
_POINTS = frozenset({"this", "these", "that", "those", "such"})
_DEFINITE = _POINTS | {"the", "its", "your"}
_NO_LIMIT = frozenset({"of", "on", "during", "as", "by"})  # "the effect on the liver" is all of it
_PREDICATE = Kind.AUXILIARY | Kind.VERB | Kind.ADVERB | Kind.COORDINATOR
_OVERDOSE = frozenset({"=overdose"})
_REPORTED = frozenset(
    "evidence hint hints doubt proof true fact clear certain shown proven found known sure".split()
)
_REMARKED = frozenset(
    "evidence proof data research opinions opinion views studies study trials trial results".split()
)
_TELLS = frozenset(
    "tell tells told remind reminds reminded warn warns warned inform informs informed assure assures assured show "
    "shows showed advise advises advised teach teaches taught".split()
)
_PLAIN_NAME = 2  # tokens of "these seizures"
_LONGEST_LEAD = 7
_BACK = 3  # sentences that a pronoun may lead back over


class Referent(NamedTuple):
    """The stems and concepts of a thing; ``some`` where only some of it is meant: "a lump that bleeds", "most lumps".

    ``last`` is the token after the words that name it; ``meant`` where they only stand for it ("it", "the drug").
    """

    key: frozenset[str]
    last: int
    some: bool = False
    meant: bool = True

    def same(self, other: Referent) -> bool:
        """True where both mean one thing as a whole: of two names the same, none that is a kind of the other."""
        if self.some or other.some or self.key.isdisjoint(other.key):
            return False
        return self.meant or other.meant or self.key == other.key


def referent(analysis: Analysis, sentence: Sentence, at: int) -> Referent:
    """What the clause around a token of a sentence speaks of; the article's topic where it names nothing."""
    relative = _antecedent(analysis, sentence, at)
    if relative is not None:
        return _meant(analysis, sentence, *relative, _BACK)._replace(last=at)
    joined = _joined(analysis, sentence, at)
    if joined is not None:
        return _meant(analysis, sentence, *joined, _BACK)
    before = [clause for clause in analysis.clauses_in(sentence) if clause.first <= at]
    backwards = False
    for clause in reversed(before):
        first, last = _opening(analysis, clause)
        if clause.first > sentence.first and last - first == 1 and analysis.kinds[first] & Kind.PRONOUN:
            stands_for_it = _is_pronoun(analysis, first)
            if stands_for_it or backwards:
                backwards = True  # "it may hurt, but it is harmless"
                continue
        if first < last and first < at:
            found = _meant(analysis, sentence, first, min(last, at), _BACK)
            if backwards and not _is_pronoun(analysis, first) and _is_remark(analysis, first, last):
                return found._replace(some=True)  # "the evidence is thin; it does no harm"
            return found._replace(meant=True) if backwards else found
    return Referent(topic_names(analysis), before[-1].first, some=True)


def _is_remark(analysis: Analysis, first: int, last: int) -> bool:
    """True for "the evidence" and "opinions", of which something is said that "it" does not mean."""
    return not _REMARKED.isdisjoint(analysis.norms[first:last])


def written(analysis: Analysis, key: frozenset[str], *sentences: Sentence) -> str:
    """A thing as one of the sentences, else the article, names it: "lipomas" for the stem of it."""
    here = (_naming(analysis, key, range(s.first, s.last)) for s in sentences)
    anywhere = min((analysis.firsts[term] for term in key if term in analysis.firsts), default=None)
    at = next((i for i in here if i is not None), anywhere)
    if at is None:
        return min(key, default="it").lstrip("=").replace("-", " ")
    end, term = analysis.concepts.get(at, (at + 1, ""))
    if term not in key and analysis.stems[at] in analysis.topic.key:
        return analysis.topic.name
    last = end - 1 if term in key else at
    return analysis.quote(analysis.tokens[at].start, analysis.tokens[last].end).lower()


def _naming(analysis: Analysis, key: frozenset[str], tokens: range) -> int | None:
    """The first of some tokens whose stem or concept is one of those of a thing."""
    stems, concepts = analysis.stems, analysis.concepts
    return next((i for i in tokens if stems[i] in key or (i in concepts and concepts[i][1] in key)), None)


def _antecedent(analysis: Analysis, sentence: Sentence, at: int) -> tuple[int, int] | None:
    """The noun phrase before "which" where that leads up to a token: "a ripe Brie, which does no harm"."""
    kinds = analysis.kinds
    index = at - 1
    while index > sentence.first and kinds[index] & (Kind.AUXILIARY | Kind.ADVERB):
        index -= 1
    if index <= sentence.first or not kinds[index] & Kind.RELATIVE:
        return None
    first = index
    while first > max(sentence.first, index - LONGEST_NAME) and not kinds[first - 1] & (
        Kind.VERB | Kind.AUXILIARY
    ):
        first -= 1
        if kinds[first] & Kind.DETERMINER and not kinds[first - 1] & Kind.PREPOSITION:
            break
    return (first, index) if first < index else None


def _joined(analysis: Analysis, sentence: Sentence, at: int) -> tuple[int, int] | None:
    """The noun phrase of "..., and the syndrome is" and "think that honey might": the last before a token that leads on."""
    kinds = analysis.kinds
    for index in range(at - 1, sentence.first, -1):
        joins = kinds[index] & Kind.COORDINATOR and "," in analysis.gap(index)
        if (joins or reports(analysis, index)) and not kinds[index + 1] & (_PREDICATE | Kind.COPULA):
            last = name_end(analysis, index + 1, sentence.last)
            leads = last == at or (last < at and kinds[last] & Kind.AUXILIARY)
            return (index + 1, last) if leads and not kinds[index + 1] & Kind.PRONOUN else None
    return None


def reports(analysis: Analysis, index: int) -> bool:
    """True for the "that" of "think that" and "evidence that"; not for that of "a lump that bleeds"."""
    if analysis.norms[index] != "that":
        return False
    kinds, before = analysis.kinds, analysis.norms[index - 1]
    if kinds[index - 1] & (Kind.VERB | Kind.COPULA) or before.endswith("ed") or before in _REPORTED:
        return True
    told = kinds[index - 1] & (Kind.PRONOUN | Kind.PERSON_NOUN)
    return bool(told) and analysis.norms[index - 2] in _TELLS  # "remind us that"


def _opening(analysis: Analysis, clause: Clause) -> tuple[int, int]:
    """The noun phrase that leads a clause, past "left alone," and "in Europe"; after "taking" what is taken."""
    first, last = clause.reported_lead
    kinds = analysis.kinds
    done_with = _done_with(analysis, clause)
    if done_with is not None:
        return done_with, name_end(analysis, done_with, clause.last)
    if first < last and not kinds[first] & (Kind.DETERMINER | Kind.PRONOUN) and last < clause.last:
        comma = next((i for i in range(last, clause.last) if "," in analysis.gap(i)), clause.last)
        apart = analysis.norms[first] == "unlike" and comma < clause.last
        remarked = comma == last == first + 1 and analysis.norms[first].endswith("ly")  # "happily, X is"
        apart = apart or remarked
        if apart or (comma == last and kinds[last] & (Kind.DETERMINER | Kind.PRONOUN)):
            return comma, name_end(analysis, comma, clause.last)
    if first == last:
        first, last = _led_in(analysis, clause)
    if last > first and last + 1 < clause.last and analysis.norms[last] == "of":
        last = name_end(analysis, last + 1, clause.last)  # "a daily spoon of honey"
    of = first + 1
    if of + 1 < clause.last and kinds[first] & Kind.DETERMINER and analysis.norms[of] == "of":
        return of + 1, min(
            name_end(analysis, of + 1, clause.last), of + 1 + _PLAIN_NAME
        )  # "each of these seizures"
    return first, last


def _done_with(analysis: Analysis, clause: Clause) -> int | None:
    """Where what is taken begins in "it is best to take X", in which "it" means nothing."""
    norms, kinds, first = analysis.norms, analysis.kinds, clause.first
    if norms[first] != "it" or first + 1 >= clause.last or not kinds[first + 1] & Kind.COPULA:
        return None
    near = range(first + 2, min(clause.last - 2, first + LONGEST_NAME))
    to = next((i for i in near if norms[i] == "to" and kinds[i + 1] & Kind.USE_WORD), None)
    return None if to is None or kinds[to + 2] & Kind.PRONOUN else to + 2


def _led_in(analysis: Analysis, clause: Clause) -> tuple[int, int]:
    """The noun phrase of "in Europe the illness is" and "should you stop": the first that leads a verb, or any."""
    kinds = analysis.kinds
    found = []
    for index in range(clause.first, min(clause.last, clause.first + _LONGEST_LEAD)):
        if kinds[index] & (Kind.DETERMINER | Kind.PRONOUN):
            last = index + 1 if kinds[index] & Kind.SPEAKER else name_end(analysis, index, clause.last)
            found.append((index, last))
            if last < clause.last and kinds[last] & (Kind.AUXILIARY | Kind.VERB):
                return index, last
    return found[0] if found else (clause.first, clause.first)


def _meant(analysis: Analysis, sentence: Sentence, first: int, last: int, back: int) -> Referent:
    """What the noun phrase at tokens ``[first, last)`` stands for."""
    kinds, norms, topic = analysis.kinds, analysis.norms, topic_names(analysis)
    if last - first == 1 and (_is_pronoun(analysis, first) or kinds[first] & Kind.SPEAKER):
        found = (
            Referent(topic, last, some=True)
            if kinds[first] & Kind.SPEAKER
            else _earlier(analysis, sentence, back)
        )
        return found._replace(last=last)
    if any(
        c.kind == "dose" and c.first < last and first < c.last for c in analysis.cues_in(sentence, "scope")
    ):
        return Referent(_OVERDOSE, last)
    own = content(analysis, first, last, _NAMES_NOTHING)
    if not own and kinds[last - 1] & _PRODUCTS and (inside := _ingredient(analysis, sentence, last)):
        return Referent(inside, last, meant=False)
    some = bool(kinds[first] & Kind.SOME_WORD and norms[first] not in _POINTS) or _restricted(
        analysis, sentence, last
    )
    if norms[first] in _DEFINITE:
        stands_for = _classes(analysis)
        named = frozenset().union(*(stands_for[stem] for stem in own if stem in stands_for))
        if named:
            return Referent(named | own, last, some)
    if not own and norms[first] in _DEFINITE and kinds[last - 1] & Kind.ILLNESS_NOUN:
        return Referent(the_illness(analysis), last, some)
    if not own or (norms[first] in _POINTS and _is_new(analysis, first, last)):
        return Referent(topic | own, last, some)
    return Referent(topic | own if own & topic else own, last, some, meant=norms[first] in _POINTS)


def _ingredient(analysis: Analysis, sentence: Sentence, at: int) -> frozenset[str]:
    """What "the pill with levonorgestrel" is of, from the token after "pill" on."""
    if at + 1 >= sentence.last or analysis.norms[at] not in ("with", "containing"):
        return frozenset()
    return content(analysis, at + 1, name_end(analysis, at + 1, sentence.last), _NAMES_NOTHING)


def _is_pronoun(analysis: Analysis, index: int) -> bool:
    kinds = analysis.kinds[index]
    return not kinds & Kind.SPEAKER and bool(kinds & Kind.PRONOUN or analysis.norms[index] in _POINTS)


def _is_new(analysis: Analysis, first: int, last: int) -> bool:
    """True for "these lumps" where no lumps were named before: another word for what is spoken of."""
    return last - first > 1 and analysis.stems[last - 1] not in analysis.stems[:first]


def _restricted(analysis: Analysis, sentence: Sentence, last: int) -> bool:
    """True where what follows a name tells it from others of its kind: "infection with that strain", "lumps that grow"."""
    if last >= sentence.last or not analysis.gap(last).isspace():
        return False
    kind = analysis.kinds[last]
    return bool(kind & (Kind.PREPOSITION | Kind.RELATIVE)) and analysis.norms[last] not in _NO_LIMIT


def _earlier(analysis: Analysis, sentence: Sentence, back: int) -> Referent:
    """What a pronoun means: what leads the sentence before, where that names a thing; else the topic."""
    index = sentence.index - 1
    if back and index >= 0 and analysis.sentences[index].block is sentence.block:
        before = analysis.sentences[index]
        if before.first < before.last:
            clause = analysis.clauses_in(before)[0]
            first, last = _opening(analysis, clause)
            if first < last:
                return _meant(analysis, before, first, last, back - 1)
    return Referent(topic_names(analysis), sentence.first)


@once
def topic_names(analysis: Analysis) -> frozenset[str]:
    """The topic's stem, and the concepts in whose names it stands more than once: of "sleep" the sleep apnoea."""
    key = analysis.topic.key
    stems = analysis.stems
    named = Counter(
        concept for first, (end, concept) in analysis.concepts.items() if not key.isdisjoint(stems[first:end])
    )
    return key | {concept for concept, times in named.items() if times > 1}


@once
def the_illness(analysis: Analysis) -> frozenset[str]:
    """What "the illness" stands for: the topic, and the one thing that the article says to be an illness, if it is one."""
    found = {name for at, name in _definitions(analysis) if analysis.kinds[at] & Kind.ILLNESS_NOUN}
    topic = topic_names(analysis)
    return topic | next(iter(found)) if len(found) == 1 else topic


@once
def _classes(analysis: Analysis) -> Mapping[str, frozenset[str]]:
    """By the noun that a thing is called: its name. "Lipomas are lumps of fat" makes "these lumps" lipomas."""
    found: dict[str, frozenset[str]] = {}
    for at, name in _definitions(analysis):
        found.setdefault(analysis.stems[at], name)
    return found


@once
def _definitions(analysis: Analysis) -> list[tuple[int, frozenset[str]]]:
    return [found for sentence in analysis.prose_sentences for found in _defined(analysis, sentence)]


def _defined(analysis: Analysis, sentence: Sentence) -> Iterator[tuple[int, frozenset[str]]]:
    """The token of the noun of "X is a harmless lump of fat", with X."""
    kinds, stop = analysis.kinds, min(sentence.last, sentence.first + _LONGEST_LEAD)
    copula = next((i for i in range(sentence.first + 1, stop) if kinds[i] & Kind.COPULA), None)
    if copula is None or any(
        kinds[i] & (Kind.PRONOUN | Kind.PREPOSITION) for i in range(sentence.first, copula)
    ):
        return
    name = content(analysis, sentence.first, copula, _NAMES_NOTHING)
    last = name_end(analysis, copula + 1, sentence.last)
    named = name and last - copula > 1 and not kinds[last - 1] & (Kind.CLOSED | Kind.DEGREE)
    follows = analysis.norms[last] if last < sentence.last else ""
    if named and (kinds[copula + 1] & Kind.DETERMINER or follows in ("of", "that")):
        yield last - 1, name
