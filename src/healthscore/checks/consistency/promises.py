"""What headings, contents and introductions promise, against what the text gives."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from healthscore.checks.base import Hit, rule
from healthscore.checks.consistency.pairs import span
from healthscore.language.analysis import Analysis, Sentence
from healthscore.language.claims import Claim
from healthscore.language.claims.concepts import content
from healthscore.language.claims.kinds import Kind, is_kind
from healthscore.language.claims.quantities import amounts_in, counts_things, is_number, number
from healthscore.language.tokens import Token

_MOSTLY = 0.75
_OPENING = 12  # an introduction announces within the first sentences
_SHORTEST_LIST = 2
_LONGEST_ITEM = 3  # words
_SHORTEST_SECTION = 25  # words; a shorter one is a stub, not a broken promise


@rule
def heading_unfulfilled(analysis: Analysis) -> Iterator[Hit]:
    """Finds a heading whose own question its section does not answer.

    Finds: "how much" or "dosage" with no amount; "how much is too much" with no limit; "side effects", "risks"
        or "safety" with no harm named; "how long" with no time; "cost" with no number; "does X ...?" answered only with hedges.
    Why it matters: a reader came for that answer, and may think to have got it.
    Example: "How much is too much?" followed by "everyone responds differently".
    Instead: answer it, or say that the answer is not known, and change the heading.
    Limits: only headings that ask for something that can be looked for; short sections are left alone.
    References: None: follows from the heading's own words.
    """
    harmful = {c.sentence for c in analysis.claims if _is_own_harm(analysis, c)}
    for heading, section in _sections(analysis):
        size = sum(s.last - s.first for s in section)
        missing = _missing(analysis, heading, section, harmful)
        if missing and size >= _SHORTEST_SECTION:
            yield Hit(
                "warning",
                f"The heading “{analysis.quote(heading.start, heading.end).strip()}” promises {missing}; its section gives none.",
                "Answer the heading's question, or say that the answer is not known.",
                (span(heading),),
                searched=f"{missing} in the {len(section)} sentences under this heading",
            )


def _sections(analysis: Analysis) -> Iterator[tuple[Sentence, list[Sentence]]]:
    """Each heading with the sentences up to the next."""
    heading: Sentence | None = None
    section: list[Sentence] = []
    for sentence in analysis.sentences:
        if sentence.block.kind == "heading":
            if heading is not None and section:
                yield heading, section
            heading, section = sentence, []
        elif sentence.block.kind not in ("contents", "reference", "code"):
            section.append(sentence)
    if heading is not None and section:
        yield heading, section


def _missing(analysis: Analysis, heading: Sentence, section: Sequence[Sentence], harmful: set[int]) -> str:
    """What the heading promises and its section lacks, in words; empty where it is kept."""
    asked = {cue.kind for cue in analysis.cues_in(heading, "heading-promise")}
    doses = [
        a for s in section for a in amounts_in(analysis, s) if a.quantity.unit not in ("time", "percent")
    ]
    if "limit" in asked:
        limits = [c for s in section for c in analysis.cues_in(s, "knowledge") if c.kind == "dose-limit"]
        return "" if limits and doses else "a limit in numbers"
    if "price" in asked:
        numbers = any(is_number(t) for s in section for t in analysis.tokens[s.first : s.last])
        return "" if numbers else "a price"
    if ("dose" in asked or {"how-much", "taking"} <= asked) and not doses:
        return "an amount"
    if "duration" in asked and not any(
        a.quantity.unit == "time" for s in section for a in amounts_in(analysis, s)
    ):
        return "a time"
    if "harms" in asked and analysis.topic.acts and harmful.isdisjoint(s.index for s in section):
        return "a named harm"
    if _only_hedged(analysis, heading, section):
        return "a yes or no"
    return ""


def _is_own_harm(analysis: Analysis, claim: Claim) -> bool:
    """A harm that the topic itself is said to do."""
    return claim.valence == "harm" and not claim.negated and claim.subject_key == analysis.topic.key


def _only_hedged(analysis: Analysis, heading: Sentence, section: Sequence[Sentence]) -> bool:
    """A yes-or-no question to which every sentence on its matter is hedged."""
    if analysis.article.text[heading.end - 1] != "?" or not is_kind(
        analysis.tokens[heading.first], Kind.YES_OR_NO
    ):
        return False
    matter = content(analysis, heading.first, heading.last, Kind.GENERIC_NOUN)
    on_it = [s for s in section if len(matter & content(analysis, s.first, s.last)) >= 2]
    open_ = [
        s
        for s in on_it
        if analysis.cues_in(s, "hedge")
        or {c.kind for c in analysis.cues_in(s, "knowledge")} & {"unknown", "needs-research"}
    ]
    return len(on_it) >= 2 and len(open_) >= _MOSTLY * len(on_it)


@rule
def summary_mismatch(analysis: Analysis) -> Iterator[Hit]:
    """Finds what the introduction promises and the text never gives, and counts that do not come out.

    Finds: a subject announced in an introduction ("we cover dosage, purity and ...") that no later sentence
        mentions; "two key aspects" followed by three.
    Why it matters: an article that does not do what it says was not written to inform.
    Example: "This guide covers cost, safety and storage" with no word on storage.
    Instead: cover it, or take it out of the introduction.
    Limits: a subject that is covered under another name only is reported all the same; only nouns announced in a
        list are held to it.
    References: Charnock et al. 1999, DISCERN, Journal of Epidemiology and Community Health 53:105 (aims, item 2).
    """
    yield from _never_given(analysis)
    yield from _miscounted(analysis)


def _never_given(analysis: Analysis) -> Iterator[Hit]:
    opening = [s for s in analysis.prose_sentences[:_OPENING] if analysis.cues_in(s, "announcement")]
    for sentence in opening:
        later = {
            stem
            for s in analysis.prose_sentences
            if s.index > sentence.index and s not in opening
            for stem in analysis.stems[s.first : s.last]
        }
        later_phrases = {c.kind for c in analysis.cues_of("health-synonym") if c.first >= sentence.last}
        cue = analysis.cues_in(sentence, "announcement")[-1]
        for first, last in _listed(analysis, sentence, cue.last):
            named = content(analysis, first, last, Kind.GENERIC_NOUN | Kind.VERB)
            if named and named.isdisjoint(later | later_phrases):
                yield Hit(
                    "warning",
                    f"“{analysis.quote(analysis.tokens[first].start, analysis.tokens[last - 1].end)}” is announced and never comes.",
                    "Cover it, or take it out of the introduction.",
                    (span(sentence),),
                    searched=f"any word of it in the {len(analysis.prose_sentences)} sentences of the article",
                )
                return


def _listed(analysis: Analysis, sentence: Sentence, start: int) -> list[tuple[int, int]]:
    """The items of an announced list, each cut where "of", "for" or the like begins; none where it is no list."""
    prose, tokens = analysis.article.prose, analysis.tokens
    cuts = [start]
    for i in range(start + 1, sentence.last):
        gap = prose[tokens[i - 1].end : tokens[i].start]
        if "," in gap or tokens[i].norm in ("and", "or"):
            cuts.append(i)
    items = []
    for first, last in zip(cuts, [*cuts[1:], sentence.last], strict=True):
        while first < last and is_kind(tokens[first], Kind.COORDINATOR | Kind.DETERMINER | Kind.PREPOSITION):
            first += 1
        end = next(
            (i for i in range(first, last) if is_kind(tokens[i], Kind.PREPOSITION | Kind.SUBORDINATOR)), last
        )
        if 0 < end - first <= _LONGEST_ITEM:
            items.append((first, end))
    return items if len(items) >= _SHORTEST_LIST else []


def _miscounted(analysis: Analysis) -> Iterator[Hit]:
    """Finds "two key aspects" in the introduction beside a contents list or further promises of another number."""
    contents = [s for s in analysis.sentences if s.block.kind == "contents"]
    if len(contents) < _SHORTEST_LIST:
        return
    for sentence in analysis.prose_sentences[:_OPENING]:
        counted = _announced_count(analysis, sentence) if analysis.cues_in(sentence, "announcement") else None
        if counted is not None and number(counted) != len(contents):
            following = next((s for s in analysis.prose_sentences if s.index == sentence.index + 1), None)
            also = following if following and analysis.cues_in(following, "announcement") else contents[-1]
            yield Hit(
                "note",
                f"“{counted.norm}” are announced; {len(contents)} follow.",
                "Make the count and the text agree.",
                (span(sentence), span(also)),
            )
            return


def _announced_count(analysis: Analysis, sentence: Sentence) -> Token | None:
    """The number of "two key aspects", where a sentence announces so many things."""
    tokens = analysis.tokens[sentence.first : sentence.last]
    for place, token in enumerate(tokens):
        counts = number(token) >= _SHORTEST_LIST if counts_things(token) else False
        if counts and any(is_kind(t, Kind.COUNTED_NOUN) for t in tokens[place + 1 : place + 3]):
            return token
    return None
