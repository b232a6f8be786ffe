"""Which sentences need a source, and which have one. No rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from healthscore.article import Span
from healthscore.checks.base import once
from healthscore.language.claims.quantities import amounts_in, is_number, is_year, numerals_in
from healthscore.regexes import when_needed

if TYPE_CHECKING:
    from healthscore.language.analysis import Analysis, Sentence
    from healthscore.language.claims.quantities import Amount

_NO_AUTHORITY = frozenset({"told", "hearsay"})
_TAKING = frozenset(
    "take takes taking took dose doses dosage daily supplement supplements intake start starting begin recommended "
    "recommend maximum minimum exceed exceeding above limit per day capsule capsules tablet tablets extract".split()
)
_OF_HOW_MANY = frozenset(
    "of more less lower higher fewer reduction increase decrease drop rise chance risk likely faster better success "
    "improvement relief accuracy effective".split()
)
_NORMALITY = frozenset("usual normal average before others it they".split())
_COUNTED = frozenset(
    "people patients women men children adults americans deaths cases babies users customers clients reviews males females infants americans".split()
)
_WORKS = frozenset(
    "study studies trial audit survey census register registry statistics review report cohort poll".split()
)
_OF_WORKS = frozenset({"journal", "institution", "expert", "doi", "pmid", "trial"})
_ARMS = frozenset(
    "placebo group groups arm arms volunteers participants enrolled recruited randomised randomized lot given".split()
)
_NOTED_SOURCE = when_needed(
    r"\((?i:sources?|data|figures?|from)\b[^()]{2,80}\)|\([A-Z][^()\d]{1,60},? (?:19|20)\d\d[a-z]?\)"
)
_LARGE = frozenset("million billion thousand".split())
_FORMS = frozenset("per capsule capsules tablet tablets extract".split())
_HOLDS = frozenset(
    "contain contains containing deliver delivers hold holds provide provides pack packs".split()
)
_FIGURES = frozenset("one two three four five six seven eight nine ten half third quarter".split())


class Need(Struct, frozen=True):
    """A sentence that a reader would want a source for; ``reason`` is dose, figure or comparison."""

    sentence: Sentence
    reason: str
    start: int
    end: int


@once
def needs(analysis: Analysis) -> list[Need]:
    """The sentences with a dose, a figure or a comparison, in order of place; one need a sentence."""
    tokens = analysis.tokens
    compared = {
        analysis.sentence_at(cue.first).index: cue
        for cue in analysis.cues_of("superiority")
        if tokens[min(cue.last, len(tokens) - 1)].norm not in _NORMALITY
    }
    with_units = {analysis.sentence_at(cue.first).index for cue in analysis.cues_of("unit")}
    found = []
    for sentence in analysis.whole_prose:
        if sentence.last - sentence.first < 5 or analysis.article.text[sentence.end - 1] == "?":
            continue
        need = _amount_need(analysis, sentence) if sentence.index in with_units else None
        need = need or _count_need(analysis, sentence)
        if need is None and sentence.index in compared:
            cue = compared[sentence.index]
            need = Need(sentence, "comparison", cue.start, cue.end)
        if need:
            found.append(need)
    return found


@once
def sourced(analysis: Analysis) -> frozenset[int]:
    """Sentences that name or cite a source."""
    return frozenset(
        s.sentence for s in analysis.sources if s.kind != "vague" and s.form not in ("site", "dangling")
    )


def supported(analysis: Analysis) -> frozenset[int]:
    """Sentences that name or cite a source, or follow one in the same paragraph that does."""
    told, sentences = sourced(analysis), analysis.sentences
    after = {
        index + 1
        for index in told
        if index + 1 < len(sentences) and sentences[index + 1].block == sentences[index].block
    }
    return frozenset(told | after)


@once
def traced(analysis: Analysis) -> frozenset[int]:
    """Sentences that say where they have it from, though not enough to find it: "(CDC, 2021)", "in the audit of 2022"."""
    found = {source.sentence for source in analysis.sources if source.form == "dangling"}
    years = set(filter(is_year, analysis.places))
    for sentence in analysis.whole_prose:
        said = analysis.words(sentence)
        if not (years.isdisjoint(said) or _WORKS.isdisjoint(said)) or _NOTED_SOURCE().search(
            analysis.article.prose, sentence.start, sentence.end
        ):
            found.add(sentence.index)
    return frozenset(found)


@once
def results_told(analysis: Analysis) -> frozenset[int]:
    """Sentences on the groups of a trial, behind the first that names a journal or who did the work: its results."""
    works = [s.sentence for s in analysis.sources if s.kind != "vague" and s.form in _OF_WORKS]
    first = min(works, default=len(analysis.sentences))
    return frozenset(
        sentence.index
        for sentence in analysis.whole_prose
        if sentence.index > first and not _ARMS.isdisjoint(analysis.words(sentence))
    )


def vague_sentences(analysis: Analysis) -> list[int]:
    """Sentences that lean on an unnamed authority, in order of place; what is merely said, read or heard is none."""
    unnamed = (s for s in analysis.sources if s.kind == "vague" and s.form not in _NO_AUTHORITY)
    return sorted({source.sentence for source in unnamed})


def leans_on_nobody(analysis: Analysis) -> bool:
    """Whether vague attributions are a habit of the article: three or more, and one sentence in twelve."""
    count = len(vague_sentences(analysis))
    return count >= 3 and count * 12 >= len(analysis.prose_sentences)


def span_of(sentence: Sentence) -> Span:
    """A sentence's characters."""
    return Span(sentence.start, sentence.end)


def _amount_need(analysis: Analysis, sentence: Sentence) -> Need | None:
    words = analysis.words(sentence)
    for amount in amounts_in(analysis, sentence):
        unit = amount.quantity.unit
        if unit in ("mass", "volume", "IU") and _is_dose(analysis, amount, words):
            return Need(sentence, "dose", amount.start, amount.end)
        if unit == "percent" and _is_share(analysis, amount, sentence):
            return Need(sentence, "figure", amount.start, amount.end)
    return None


def _is_dose(analysis: Analysis, amount: Amount, words: list[str]) -> bool:
    quantity = amount.quantity
    if quantity.unit == "mass" and quantity.low >= 100_000:  # a body's weight
        return False
    if analysis.article.text[amount.end : amount.end + 1] == "/" or amount.end >= len(analysis.article.text):
        return False
    taken = _TAKING.intersection(words)
    if taken <= _FORMS and quantity.per in ("", "dose") and not _HOLDS.isdisjoint(words):
        return False  # the strength of a preparation: "50 mg in every tablet"
    return quantity.per in ("dose", "day", "kg") or bool(taken)


def _is_share(analysis: Analysis, amount: Amount, sentence: Sentence) -> bool:
    """A share of people or an effect; not the strength of a cream, nor 100%."""
    if amount.quantity.high >= 100 and amount.quantity.low == amount.quantity.high:
        return False
    after = set(analysis.norms[amount.last : min(amount.last + 4, sentence.last)])
    before = analysis.tokens[amount.first - 1].norm if amount.first > sentence.first else ""
    if not after.isdisjoint({"cells", "cell", "blood", "genes", "body"}) or "inherit" in " ".join(
        analysis.words(sentence)
    ):
        return False
    return before == "by" or not after.isdisjoint(_OF_HOW_MANY)


def _count_need(analysis: Analysis, sentence: Sentence) -> Need | None:
    """One in five, 9 out of 10, seven times more, 40,000 deaths, 3 million people."""
    tokens = analysis.tokens
    for at in numerals_in(analysis, sentence):
        token = tokens[at]
        if at >= sentence.last - 2 or not (is_number(token) or token.norm in _FIGURES):
            continue
        following = tokens[at + 1].norm
        last = at + 3 if following == "out" else at + 2
        if following in ("in", "out") and last < sentence.last and _is_whole(tokens[last].norm):
            return Need(sentence, "figure", token.start, tokens[last].end)
        if following == "times" and tokens[at + 2].norm in ("more", "higher", "as", "greater", "stronger"):
            return Need(sentence, "figure", token.start, tokens[at + 2].end)
        people = next(
            (i for i in range(at + 1, min(at + 5, sentence.last)) if tokens[i].norm in _COUNTED), None
        )
        many = token.norm == "half" or (len(token.norm) > 3 and is_number(token) and not is_year(token.norm))
        if people and (following in _LARGE or many):
            return Need(sentence, "figure", token.start, tokens[people].end)
    return None


def _is_whole(norm: str) -> bool:
    """The second number of "one in five"."""
    return not is_year(norm) and (norm[0].isdigit() or norm in _FIGURES - {"one", "half"})
