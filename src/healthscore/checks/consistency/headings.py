"""What headings promise, against what their sections give."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from healthscore.checks.base import Hit, counted, rule
from healthscore.checks.consistency.pairs import span
from healthscore.checks.consistency.subjects import counts, shows
from healthscore.language.analysis import Analysis, Sentence
from healthscore.language.claims.concepts import content
from healthscore.language.claims.kinds import Kind
from healthscore.regexes import when_needed

_LISTED = when_needed(r"[^,.]{2,40}, [^,.]{2,40},? (?:and|or) ")
"""A list, as of what is eaten."""
_MOSTLY = 0.75
_SHORTEST_SECTION = 25  # words; a shorter one is a stub, not a broken promise
_LEAD = 3  # words before the subject of a label ("common", "exploring the")
_LONGEST_LABEL = 6  # words; in a longer one a subject at the end is only mentioned
# What a heading can ask for, in the order in which it is looked for, and how its absence is said.
_PROMISES = {
    "limit": "a limit in numbers; its section gives none",
    "price": "a price; its section gives none",
    "dose": "an amount; its section gives none",
    "need": "an amount; its section gives none",
    "time": "a time; its section gives none",
    "frequency": "to say how often; its section does not",
    "caution": "to say for whom it is not; its section names nobody",
    "harms": "a named harm; its section gives none",
    "safety": "a word on safety; its section names no harm and no precaution",
    "occasions": "to say when; its section names no occasion",
    "places": "to say where; its section names no place",
    "ingredients": "what is in it; its section names nothing",
    "menu": "meals; its section names none",
    "recipe": "a recipe; its section gives none",
    "warnings": "what not to do; its section warns of nothing",
    "instructions": "to say what to do; its section gives no instruction",
    "answer": "a yes or no; its section gives none",
}
_NO_VERBS = frozenset({"more", "most", "compared", "given", "based", "unlike", "like"})
_CLOSED = Kind.DETERMINER | Kind.PRONOUN | Kind.PREPOSITION | Kind.SUBORDINATOR | Kind.AUXILIARY


@rule
def heading_unfulfilled(analysis: Analysis) -> Iterator[Hit]:
    """Finds a heading whose own question its section does not answer.

    Finds: "how much" or "dosage" with no amount; "how much is too much" with no limit; "side effects", "risks"
        or "safety" with no harm named; "how long" with no time; "cost" with no price; "who should not take it" with
        nobody named; "does X ...?" answered only with hedges.
    Why it matters: a reader came for that answer, and may think to have got it.
    Example: "How much is too much?" followed by "everyone responds differently".
    Instead: answer it, or say that the answer is not known, and change the heading.
    Limits: only headings that ask for something that can be looked for; a title, a sentence ("X lessens side
        effects") and "can I ...?" promise nothing that is; short sections are left alone.
    References: None: follows from the heading's own words.
    """
    for heading, section in _sections(analysis):
        missing = _missing(analysis, heading, section)
        if missing and sum(s.last - s.first for s in section) >= _SHORTEST_SECTION:
            yield Hit(
                "warning",
                f"The heading “{_words(analysis, heading)}” promises {_PROMISES[missing]}.",
                "Answer the heading's question, or say that the answer is not known.",
                (span(heading), span(section[0])),
                searched=f"{_PROMISES[missing].partition(';')[0]} in the {counted(len(section), 'sentence')} under this heading",
            )


def _words(analysis: Analysis, heading: Sentence) -> str:
    return analysis.quote(heading.start, heading.end).strip().lstrip("#").strip()


def _sections(analysis: Analysis) -> Iterator[tuple[Sentence, list[Sentence]]]:
    """Each heading but the title with the sentences up to the next that is not below it, in order of place."""
    open_: list[tuple[Sentence, list[Sentence]]] = []
    done: list[tuple[Sentence, list[Sentence]]] = []
    started = False
    for sentence in analysis.sentences:
        if sentence.block.kind == "heading" and sentence.first < sentence.last:
            while open_ and open_[-1][0].block.level >= sentence.block.level:
                done.append(open_.pop())
            if started:
                open_.append((sentence, []))
            started = True
        elif sentence.block.kind not in ("heading", "contents", "reference", "code"):
            started = True
            for _, section in open_:
                section.append(sentence)
    yield from sorted((pair for pair in [*done, *open_] if pair[1]), key=lambda pair: pair[0].index)


def _missing(analysis: Analysis, heading: Sentence, section: Sequence[Sentence]) -> str:
    """The first thing that the heading promises and its section lacks; empty where all is kept."""
    asked = _asked(analysis, heading)
    if asked:
        known = frozenset(analysis.stems[heading.first : heading.last])
        question = analysis.article.text[heading.end - 1] == "?"
        for subject in _PROMISES:
            if subject in asked and not _kept(analysis, subject, section, known, question):
                return subject
    return "answer" if _only_hedged(analysis, heading, section) else ""


def _kept(
    analysis: Analysis, subject: str, section: Sequence[Sentence], known: frozenset[str], question: bool
) -> bool:
    if subject == "limit" and not any(counts(analysis, s, ()) for s in section):
        return False
    if subject == "price" and not question and any(counts(analysis, s, ()) for s in section):
        return True  # a label may be about any figure
    if subject == "instructions" and any(
        _commands(analysis, s) or shows(analysis, s, "benefits") for s in section
    ):
        return True
    if subject == "menu" and any(_LISTED().search(analysis.article.prose, s.start, s.end) for s in section):
        return True
    cues = (cue for s in section for cue in analysis.cues_in(s, "knowledge") if subject == "limit")
    return any(cue.kind == "dose-limit" for cue in cues) or any(
        shows(analysis, s, subject, known) for s in section
    )


def _commands(analysis: Analysis, sentence: Sentence) -> bool:
    """True where a sentence may begin with a command: with a word that is no plural and has no verb right after it.

    Not where it names a thing of which something is said: "Water rowers make a pleasant swish".
    """
    kinds, first, last = analysis.kinds, sentence.first, sentence.last
    while first < last - 1 and kinds[first] & (Kind.ADVERB | Kind.COORDINATOR):
        first += 1
    if first >= last - 1 or kinds[first] & _CLOSED or analysis.norms[first].endswith("s"):
        return False
    said_of = analysis.norms[first + 1].endswith("s") and not kinds[first + 1] & Kind.CLOSED
    return (
        not kinds[first + 1] & (Kind.AUXILIARY | Kind.VERB)
        and not analysis.norms[first + 1].endswith("ed")
        and not (said_of and first + 2 < last and not kinds[first + 2] & Kind.CLOSED)
        and not kinds[first] & Kind.QUANTITY_NOUN
        and analysis.norms[first] not in _NO_VERBS
    )


def _asked(analysis: Analysis, heading: Sentence) -> set[str]:
    """The subjects that a heading promises; none for a yes-or-no question, a sentence, or what is done about them."""
    cues = analysis.cues_in(heading, "heading-promise")
    if not cues:
        return set()
    kinds = {cue.kind for cue in cues}
    question = analysis.article.text[heading.end - 1] == "?"
    words = range(heading.first, heading.last)
    stated = any(analysis.kinds[i] & Kind.AUXILIARY and analysis.norms[i] != "to" for i in words)
    yes_or_no = analysis.kinds[heading.first] & Kind.YES_OR_NO
    # "Why is nobody talking about the price?"
    why = "why" in analysis.norms[heading.first : heading.first + _LEAD]
    if why or "handled" in kinds or (not question and stated) or yes_or_no:
        return set()
    if {"how-much", "too-much"} <= kinds:
        return kinds | {"limit"}
    asked = {cue.kind for cue in cues if question or _leads(heading, cue.first, cue.last)}
    if "how-much" in kinds and not kinds & {"price", "limit"}:
        asked |= {"dose"} if "taking" in kinds else {"need"} if "needing" in kinds else set()
    return asked


def _leads(heading: Sentence, first: int, last: int) -> bool:
    """True where a heading that is no question is about the words ``[first, last)``, not only mentions them."""
    at_end = last == heading.last and heading.last - heading.first <= _LONGEST_LABEL
    return first - heading.first <= _LEAD or at_end


def _only_hedged(analysis: Analysis, heading: Sentence, section: Sequence[Sentence]) -> bool:
    """A yes-or-no question to which every sentence on its matter is hedged, and none says that it is not known."""
    asks = analysis.article.text[heading.end - 1] == "?"
    if not asks or not analysis.kinds[heading.first] & Kind.YES_OR_NO:
        return False
    promises = analysis.cues_in(heading, "heading-promise")
    if any(cue.first == heading.first and cue.kind in ("may", "needing") for cue in promises):
        return False
    matter = content(analysis, heading.first, heading.last, Kind.GENERIC_NOUN)
    on_it = [s for s in section if len(matter & content(analysis, s.first, s.last)) >= 2]
    unsure = [{cue.kind for cue in analysis.cues_in(s, "knowledge")} for s in on_it]
    if any("unknown" in kinds for kinds in unsure):
        return False
    hedged = [
        s
        for s, kinds in zip(on_it, unsure, strict=True)
        if analysis.cues_in(s, "hedge") or "needs-research" in kinds
    ]
    return len(on_it) >= 2 and len(hedged) >= _MOSTLY * len(on_it)
