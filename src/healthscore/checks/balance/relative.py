"""A benefit or a harm told only in relation to another risk, and never as so many people of so many."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from healthscore.article import Span
from healthscore.checks.balance.advocacy import recommends
from healthscore.checks.balance.statements import read
from healthscore.checks.base import Hit, counted, rule
from healthscore.language.analysis import Analysis, Sentence
from healthscore.language.claims.concepts import content
from healthscore.language.claims.kinds import Kind
from healthscore.language.claims.quantities import amounts_in, numerals_in
from healthscore.language.claims.rates import rates_in

_REACH = 8  # tokens between the percentage and the word of change or of risk
_MOST_SHOWN = 3
_NEAR = 3  # sentences
_NAMES_NOTHING = Kind.PERSON_NOUN | Kind.TIME_NOUN | Kind.VERB | Kind.GENERIC_NOUN | Kind.COMPARED_WORD
_OF_ALL = re.compile(r"\b\d[\d,.]{0,15}\s+(?:out\s+)?of\s+(?:the\s+|every\s+)?\d")  # "12 of 100"
_OF_PEOPLE = re.compile(
    r"\bof\s+(?:every\s+)?\d[\d,]*\s+(?:\w+\s+)?(?:people|patients|men|women|children|adults|participants|users)\b"
)  # "of 100 people"
_NEEDED = frozenset({"absolute", "nnt"})
_AGAINST = frozenset({"versus", "vs", "compared", "than", "from", "while", "against", "and", "respectively"})
_REPORTING = ("trial", "observational")


@rule
def relative_only(analysis: Analysis) -> Iterator[Hit]:
    """A change of risk is given in relation to another risk only.

    Finds: "cuts the risk by 40 percent", "twice as likely" in an article that recommends a treatment or reports a
        study, where no sentence says how many people of how many that is.
    Why it matters: 40 percent less may be 4 people of 10 or 4 of 100,000. Readers, and doctors, think far more of
        a benefit that is told in this way.
    Example: "Statins cut the risk of a heart attack by 36 percent." and no other number.
    Instead: "Of 100 people like those in the trial, 3 had a heart attack within three years without the statin and 2
        with it."
    Limits: any count of people ("12 of 100 patients", "3 percent and 2 percent") that stands near, or names a thing that
        is named beside the change, is taken for the figure that was wanted, even where it is of something else.
    References: Gigerenzer G, Gaissmaier W, Kurz-Milcke E, Schwartz LM, Woloshin S. Helping doctors and patients
        make sense of health statistics. Psychological Science in the Public Interest 2007;8:53-96.
    """
    reports = any(cue.kind in _REPORTING for cue in analysis.cues_of("design"))
    if not (reports or recommends(read(analysis))):
        return
    relative = [s for s in analysis.prose_with("relative-risk") if is_relative(analysis, s)]
    if relative and not _is_told(analysis, relative):
        yield Hit(
            "warning",
            "How much a risk changes is told only in relation to another risk; of how many people is not said.",
            "Give both risks as so many of 100 or 1,000 people, over how long.",
            tuple(Span(s.start, s.end) for s in relative[:_MOST_SHOWN]),
            searched=f"no “so many of so many people” in {counted(len(analysis.prose_sentences), 'sentence')}",
        )


def _is_told(analysis: Analysis, relative: Sequence[Sentence]) -> bool:
    """True where a count may be that of what changes: it stands near, or names one of the things that are named there."""
    near = {change.index + off for change in relative for off in range(-_NEAR, _NEAR + 1)}
    named = frozenset[str]().union(*(_things(analysis, change) for change in relative)) - analysis.topic.key
    return any(
        is_absolute(analysis, s) and (s.index in near or not named.isdisjoint(_things(analysis, s)))
        for s in analysis.prose_sentences
    )


def _things(analysis: Analysis, sentence: Sentence) -> frozenset[str]:
    return content(analysis, sentence.first, sentence.last, _NAMES_NOTHING)


def is_relative(analysis: Analysis, sentence: Sentence) -> bool:
    """A change told against another risk: true for a percentage beside a change of risk, and for "twice as likely"."""
    cues = [
        cue
        for cue in analysis.cues_by_category(sentence).get("relative-risk", ())
        if not cue.first or analysis.tokens[cue.first - 1].norm != "or"  # "10 percent or greater"
    ]
    if any(cue.kind == "times" for cue in cues):
        return True
    kinds = {cue.kind for cue in cues}
    if not {"risk", "change"} <= kinds:
        return False
    percents = [a for a in amounts_in(analysis, sentence) if a.quantity.unit == "percent"]
    return any(
        all(
            any(max(a.first - c.last, c.first - a.last) <= _REACH for c in cues if c.kind == kind)
            for kind in ("risk", "change")
        )
        for a in percents
    )


def is_absolute(analysis: Analysis, sentence: Sentence) -> bool:
    """So many of so many: true for "3 in 100", "per 1,000", an absolute risk, and two shares of which one is held against the other."""
    there = frozenset(analysis.words(sentence))
    return tells_absolutely(analysis, sentence, there, len(rates_in(analysis, sentence)))


def tells_absolutely(analysis: Analysis, sentence: Sentence, there: frozenset[str], rates: int) -> bool:
    """The same of a sentence whose words and number of shares are known."""
    if there & _NEEDED or ("per" in there and numerals_in(analysis, sentence)):
        return True
    if "of" in there and (of_all(analysis, sentence) or _of_people(analysis, sentence)):
        return True
    if not rates:
        return False
    percents = sum(a.quantity.unit == "percent" for a in amounts_in(analysis, sentence))
    return rates > percents or (percents > 1 and not there.isdisjoint(_AGAINST))


def of_all(analysis: Analysis, sentence: Sentence) -> bool:
    """So many of a whole, both in digits: "12 of 100", "29 out of the 36"."""
    return _OF_ALL.search(analysis.article.prose, sentence.start, sentence.end) is not None


def _of_people(analysis: Analysis, sentence: Sentence) -> bool:
    return _OF_PEOPLE.search(analysis.article.prose, sentence.start, sentence.end) is not None
