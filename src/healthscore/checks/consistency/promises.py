"""What headings, contents and introductions promise, against what the text gives."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from healthscore.article import Span
from healthscore.checks.base import Hit, rule
from healthscore.checks.consistency.pairs import span
from healthscore.language.analysis import Analysis, Sentence
from healthscore.language.claims.grammar import content_stems
from healthscore.language.claims.quantities import amounts_in, is_number

_COUNTS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10}
_COUNTED = frozenset(
    "aspects ways reasons benefits steps types kinds tips facts things signs symptoms causes remedies methods factors".split()
)
_YES_OR_NO = frozenset({"does", "do", "is", "are", "can", "will", "should", "could", "did", "has", "have"})
_MOSTLY = 0.75
_OPENING = 12  # an introduction announces within the first sentences
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
    for heading, section in _sections(analysis):
        size = sum(s.last - s.first for s in section)
        missing = _missing(analysis, heading, section)
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


def _missing(analysis: Analysis, heading: Sentence, section: Sequence[Sentence]) -> str:
    """What the heading promises and its section lacks, in words; empty where it is kept."""
    asked = {cue.kind for cue in analysis.cues_in(heading, "heading-promise")}
    doses = [a for s in section for a in amounts_in(analysis, s) if a.quantity.unit not in ("time", "percent")]
    if "limit" in asked:
        limits = [c for s in section for c in analysis.cues_in(s, "knowledge") if c.kind == "dose-limit"]
        return "" if limits and doses else "a limit in numbers"
    if "price" in asked:
        numbers = any(is_number(t) for s in section for t in analysis.tokens[s.first : s.last])
        return "" if numbers else "a price"
    if "dose" in asked and not doses:
        return "an amount"
    if "duration" in asked and not any(a.quantity.unit == "time" for s in section for a in amounts_in(analysis, s)):
        return "a time"
    if "harms" in asked and analysis.topic.acts and not _names_harm(analysis, section):
        return "a named harm"
    if _only_hedged(analysis, heading, section):
        return "a yes or no"
    return ""


def _names_harm(analysis: Analysis, section: Sequence[Sentence]) -> bool:
    """A harm that the topic itself is said to do, in this section."""
    inside = {s.index for s in section}
    return any(
        c.sentence in inside and c.valence == "harm" and not c.negated and c.subject_key == analysis.topic.key
        for c in analysis.claims
    )


def _only_hedged(analysis: Analysis, heading: Sentence, section: Sequence[Sentence]) -> bool:
    """A yes-or-no question to which every sentence on its matter is hedged."""
    if analysis.article.text[heading.end - 1] != "?" or analysis.words(heading)[0] not in _YES_OR_NO:
        return False
    matter = content_stems(analysis.tokens[heading.first : heading.last], "generic-noun")
    on_it = [s for s in section if len(matter.intersection(analysis.stems[s.first : s.last])) >= 2]
    open_ = [
        s
        for s in on_it
        if analysis.cues_in(s, "hedge") or {c.kind for c in analysis.cues_in(s, "knowledge")} & {"unknown", "needs-research"}
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
    Limits: a subject covered under another name is missed the other way round: it would be reported; only nouns
        announced in a list are held to it.
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
        cue = analysis.cues_in(sentence, "announcement")[0]
        for first, last in _listed(analysis, sentence, cue.last):
            stems = content_stems(analysis.tokens[first:last], "generic-noun")
            if stems and stems.isdisjoint(later):
                yield Hit(
                    "warning",
                    f"“{analysis.quote(analysis.tokens[first].start, analysis.tokens[last - 1].end)}” is announced and never comes.",
                    "Cover it, or take it out of the introduction.",
                    (span(sentence),),
                    searched=f"any word of it in the {len(analysis.prose_sentences)} sentences of the article",
                )
                return


def _listed(analysis: Analysis, sentence: Sentence, start: int) -> Iterator[tuple[int, int]]:
    """The comma-parted items of an announcement of at least three things."""
    prose, tokens = analysis.article.prose, analysis.tokens
    cuts = [start]
    for i in range(start + 1, sentence.last):
        gap = prose[tokens[i - 1].end : tokens[i].start]
        if "," in gap or tokens[i].norm in ("and", "or"):
            cuts.append(i)
    items = [(a, b) for a, b in zip(cuts, [*cuts[1:], sentence.last], strict=True) if 0 < b - a <= 4]
    return iter(items[:-1] if len(items) < 3 else items) if len(items) >= 2 else iter(())


def _miscounted(analysis: Analysis) -> Iterator[Hit]:
    """"Two key aspects" in the introduction beside a contents list or further promises of another number."""
    contents = [s for s in analysis.sentences if s.block.kind == "contents"]
    for sentence in analysis.prose_sentences[:_OPENING]:
        words = analysis.words(sentence)
        for place, word in enumerate(words[:-2]):
            if word in _COUNTS and _COUNTED.intersection(words[place + 1 : place + 3]) and analysis.cues_in(sentence, "announcement"):
                count = len(contents)
                if count >= 2 and count != _COUNTS[word]:
                    following = next((s for s in analysis.prose_sentences if s.index == sentence.index + 1), None)
                    also = following if following and analysis.cues_in(following, "announcement") else contents[-1]
                    yield Hit(
                        "note",
                        f"“{word}” are announced; {count} follow.",
                        "Make the count and the text agree.",
                        (span(sentence), Span(also.start, also.end)),
                    )
                    return
