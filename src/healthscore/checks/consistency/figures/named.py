"""What the clause around a figure names: the words of it that say of which thing the figure is."""

from __future__ import annotations

from collections.abc import Iterator, Set
from typing import NamedTuple

from healthscore.checks.base import once
from healthscore.checks.consistency.referents import referent, written
from healthscore.checks.consistency.sentences.matter import matter_by_token
from healthscore.language.analysis import Analysis, Sentence
from healthscore.language.claims.commands import is_command
from healthscore.language.claims.kinds import Kind
from healthscore.language.lexicon import words

_NAMES_NOTHING = (
    Kind.GENERIC_NOUN | Kind.PERSON_NOUN | Kind.TIME_NOUN | Kind.USE_WORD | Kind.USE_NOUN | Kind.VERB
    | Kind.FORM_NOUN | Kind.PRODUCT_NOUN | Kind.CONDITION_NOUN | Kind.HAVING | Kind.SOME_WORD | Kind.USED_PARTICIPLE
)  # fmt: skip
_TOPICAL = Kind.GENERIC_NOUN | Kind.FORM_NOUN | Kind.PRODUCT_NOUN | Kind.USE_NOUN | Kind.CONDITION_NOUN
"""Nouns that stand for what the article is about where nothing else is named: "the tablets", "an attack"."""
_PREDICATE = Kind.AUXILIARY | Kind.VERB
_MARKS = frozenset(",;:()–—")
_DEEDS = frozenset(
    "procedure operation insertion fitting visit appointment examination removal surgery".split()
)
_JOINING = frozenset({"and", "but", "yet"})
_PARTS = frozenset({"because", "although", "though", "whereas", "whenever", "unless", "if"})
KIND = "~"  # before a term that tells one kind of a thing from the others
_GROUPS = frozenset(
    {"=baby", "=children", "=infant", "=adult", "=women", "=men", "=elderly"}
)  # are limits, no things
_NAMING = 4  # words by which a message names a thing
_OF_A_DEED = frozenset({"done", "happens", "means", "why", "how", "because"})


class Extent(NamedTuple):
    """The stretch ``[first, last)`` of a sentence, in tokens, that a figure belongs to."""

    first: int
    last: int


def extent(analysis: Analysis, sentence: Sentence, first: int, last: int) -> Extent:
    """The part of a sentence around the tokens of a figure, up to the commas; with the part that a lead-in leads to."""
    known = _cuts_by_sentence(analysis)
    if sentence.index not in known:
        cuts = sorted({*_cuts(analysis, sentence)})
        known[sentence.index] = [sentence.first, *cuts, sentence.last]
    cuts = known[sentence.index]
    start = max(cut for cut in cuts if cut <= first)
    end = min(cut for cut in cuts if cut >= last)
    joined = start > sentence.first and start + 1 < end and analysis.norms[start] in _JOINING
    if joined and not analysis.kinds[start + 1] & _PREDICATE:
        start += 1  # "the shop is small, but the cream is applied twice a day"
    led_in = (
        start == sentence.first
        and analysis.kinds[start] & (Kind.PREPOSITION | Kind.ADVERB)
        and end < sentence.last
    )
    if led_in and not _predicates(analysis, start, end):
        end = min(cut for cut in cuts if cut > end)
    elif start > sentence.first and not _predicates(analysis, start, end):
        start = max(cut for cut in cuts if cut < start)
    return Extent(start, end)


def thing_in(
    analysis: Analysis, sentence: Sentence, around: Extent, without: Set[int]
) -> tuple[frozenset[str], str]:
    """What the clause speaks of, and the term that leads it; where it only says "it", what that stands for."""
    people = _people(analysis, sentence, around)
    terms = terms_in(analysis, around.first, around.last, {*without, *people})
    if terms:
        without = {*without, *people}
    else:
        terms = terms_in(analysis, around.first, around.last, without)
    stands = next((i for i in range(*around) if _stands_for(analysis, i)), None)
    headless = (
        around.first + 1 < around.last
        and analysis.kinds[around.first] & Kind.COORDINATOR
        and analysis.kinds[around.first + 1] & Kind.AUXILIARY
    )
    if stands is not None and terms_in(analysis, around.first, stands, without):
        stands = None  # "naproxen needs three weeks before it helps"
    topical = any(
        analysis.kinds[i] & _TOPICAL or analysis.stems[i] in analysis.topic.key for i in range(*around)
    )
    unnamed = (
        stands is not None or headless or not (terms or (topical and _follows(analysis, sentence, around)))
    )
    if unnamed and around.first > sentence.first:
        earlier = _lead(analysis, sentence.first, around.first, without)
        if stands is not None and analysis.kinds[stands] & Kind.RELATIVE:  # "fermentation, which takes weeks"
            earlier = terms_in(analysis, _start_of_name(analysis, sentence.first, stands), stands, without)
            terms = terms_in(analysis, stands, around.last, without)
        if earlier:
            return frozenset({*terms, *earlier}), earlier[-1]
    if not terms and stands is None and not topical:
        return frozenset(), ""
    if not terms or (stands is not None and stands - around.first <= 1):
        meant = referent(analysis, sentence, max(place for place in (around.first, stands or 0)) + 1).key
        meant = meant or analysis.topic.key
        return frozenset({*terms, *meant}), min(meant, default="")
    lead = _lead(analysis, around.first, around.last, without)
    return frozenset(terms), lead[-1] if lead else terms[0]


def _follows(analysis: Analysis, sentence: Sentence, around: Extent) -> bool:
    """True where a clause stands before that tells of another thing: "the shop is small, but the cream is ..."."""
    led = analysis.kinds[sentence.first] & Kind.PRONOUN
    return not led and _predicates(analysis, sentence.first, around.first)


def named(analysis: Analysis, sentence: Sentence, terms: frozenset[str]) -> str:
    """A thing in the words of the sentence that speaks of it; where it only says "it", in those of the article."""
    words: list[str] = []
    last = sentence.first
    terms = frozenset(term.removeprefix(KIND) for term in terms)
    for index in range(sentence.first, sentence.last):
        end, concept = analysis.concepts.get(index, (index + 1, ""))
        if index >= last and (concept in terms or analysis.stems[index] in terms):
            last = end if concept in terms else index + 1
            of_topic = concept not in terms and analysis.stems[index] in analysis.topic.key
            said = analysis.quote(analysis.tokens[index].start, analysis.tokens[last - 1].end).lower()
            words.append(analysis.topic.name if of_topic else said)
    found = list(dict.fromkeys(words))[:_NAMING]
    return " ".join(found) or written(analysis, terms, sentence)


def _people(analysis: Analysis, sentence: Sentence, around: Extent) -> set[int]:
    """The tokens that say which people "people with diabetes" are: whom it holds for, and not of what."""
    found: set[int] = set()
    for cue in analysis.cues_by_category(sentence).get("scope", ()):
        if cue.attributes.get("group") == "some" and around.first <= cue.first:
            stop = range(cue.last, around.last)
            end = next((i for i in stop if analysis.kinds[i] & _PREDICATE), around.last)
            found.update(range(cue.first, end))
    return found


def _start_of_name(analysis: Analysis, first: int, last: int) -> int:
    """Where the noun phrase begins that ends before a token: "the juvenile form of the disease", which ..."""
    for index in range(last - 1, first - 1, -1):
        if analysis.kinds[index] & (_PREDICATE | Kind.PREPOSITION) and analysis.norms[index] != "of":
            return index + 1
    return first


def _stands_for(analysis: Analysis, index: int) -> bool:
    """True for "it", "they" and "which"; not for "it takes" and "it is enough to", which stand for nothing."""
    norm, after = analysis.norms[index], analysis.norms[index + 1 : index + 10]
    if (
        norm == "it"
        and after
        and (
            {"take", "takes", "took"}.intersection(after[:3])
            or (
                analysis.kinds[index + 1] & Kind.AUXILIARY
                and not {"to", "that", "before"}.isdisjoint(after[2:])
            )
        )
    ):
        return False
    if norm == "this" and not _OF_A_DEED.isdisjoint(after[:2]):
        return False  # "this is done on the spot": what was told before
    return norm in ("it", "they", "them", "which", "this") and not (
        norm == "this" and after and not analysis.kinds[index + 1] & _PREDICATE
    )


def _lead(analysis: Analysis, first: int, last: int, without: Set[int]) -> list[str]:
    """The terms up to the first verb after them; of a clause that begins with a verb ("Take X") those after it."""
    found: list[str] = []
    if is_command(analysis, first, last):
        rest = _lead(analysis, first + 1, last, without)  # "Rinse with the mouthwash"
        if rest:
            return rest
    for index in range(first, last):
        if found and analysis.kinds[index] & (_PREDICATE | Kind.PREPOSITION):
            break
        term = "" if index in without else _term(analysis, index)
        if term:
            found.append(term)
    return found


def terms_in(analysis: Analysis, first: int, last: int, without: Set[int]) -> list[str]:
    """The terms of a stretch of tokens, in order, but for those at the tokens ``without``."""
    return [term for i in range(first, last) if i not in without and (term := _term(analysis, i))]


def _term(analysis: Analysis, index: int) -> str:
    """What a token adds to the name of a thing: its stem or concept, or nothing."""
    norm, kinds = analysis.norms[index], analysis.kinds
    if analysis.concepts.get(index, (0, ""))[0] > index + 1:  # "the large intestine"
        return matter_by_token(analysis)[index]
    if norm in words("figure", "tells-apart") or (
        kinds[index] & Kind.DIFFERING and not _is_done(analysis, index)
    ):
        return KIND + analysis.stems[index]
    if index + 1 < len(kinds) and norm.isalpha() and analysis.gap(index + 1) == "-" and len(norm) > 1:
        return KIND + analysis.stems[index]  # "long-acting" is a kind of its own
    if norm in words("figure", "turn") and index + 1 < len(kinds) and not kinds[index + 1]:
        return KIND + analysis.stems[index]  # "monthly lenses"
    if norm == "repeated" and index > 0 and kinds[index - 1] & Kind.DETERMINER:
        return KIND + analysis.stems[index]  # "the itch of a repeated infection", not "is repeated"
    if norm in words("figure", "says-nothing"):
        return ""
    if norm in _DEEDS and _names_a_deed(analysis, index):
        return KIND + analysis.stems[index]  # "the procedure itself takes five minutes"
    if norm in words("figure", "intake"):  # who must not eat may drink
        return analysis.stems[index]
    if norm in words("figure", "ordinal"):  # "the first capsule" is that of what is taken
        after = kinds[index + 1] if index + 1 < len(kinds) else 0
        if after & (Kind.FORM_NOUN | Kind.USE_NOUN | Kind.PRODUCT_NOUN):
            return ""
    if kinds[index] & _NAMES_NOTHING and index not in analysis.concepts:
        return ""
    term = matter_by_token(analysis)[index]
    return "" if term in _GROUPS else term


def _is_done(analysis: Analysis, index: int) -> bool:
    """True for the participle of "is injected once a day", which tells no kind."""
    copula = index > 0 and analysis.kinds[index - 1] & Kind.COPULA
    follows = index + 1 < len(analysis.kinds) and not analysis.kinds[index + 1] & Kind.CLOSED
    return bool(copula) and not follows


def _predicates(analysis: Analysis, first: int, last: int) -> bool:
    """True where there is a verb that is no more than a noun ("within two days of starting it")."""
    kinds, norms = analysis.kinds, analysis.norms
    return any(kinds[i] & _PREDICATE and not norms[i].endswith("ing") for i in range(first, last))


def _names_a_deed(analysis: Analysis, index: int) -> bool:
    """True but for the topic, and for "Visit the dentist", which tells somebody to."""
    opens = index == analysis.sentence_at(index).first
    return not opens and analysis.stems[index] not in analysis.title_terms | analysis.topic.key


def _is_mark(gap: str) -> bool:
    return gap != " " and not _MARKS.isdisjoint(gap)


def _cuts(analysis: Analysis, sentence: Sentence) -> Iterator[int]:
    reported = analysis.clauses_in(sentence)[0].after_report()
    if reported > sentence.first:
        yield reported  # "studies show that ..."
    for index in range(sentence.first + 1, sentence.last):
        joins = analysis.norms[index] in ("and", "but") and index + 1 < sentence.last
        if joins and analysis.kinds[index + 1] & Kind.AUXILIARY and analysis.norms[index + 1] != "to":
            yield index  # "it is strong and must not be taken for long"
        elif analysis.norms[index] in _PARTS or _is_mark(analysis.gap(index)):
            yield index


@once
def _cuts_by_sentence(analysis: Analysis) -> dict[int, list[int]]:
    return {}
