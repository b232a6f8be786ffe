"""What stands under two headings that set a case apart: "Before the operation" and "After it", "The gel" and "The tablets"."""

from __future__ import annotations

from healthscore.checks.base import once
from healthscore.language.analysis import Analysis, Sentence
from healthscore.language.claims.concepts import content
from healthscore.language.claims.kinds import Kind
from healthscore.language.claims.scope import forms_of
from healthscore.language.stems import stem

_CASES = Kind.PREPOSITION | Kind.SUBORDINATOR
_ABOUT = frozenset({"about", "on", "how", "why", "what", "whether", "as"})
_SHOWN = frozenset("shown proven proved found seen tested works helps so true unusual common rare".split())
_IN_SUM = frozenset(
    {"summary", "short", "brief", "conclusion", "general", "nutshell", "sum", "all", "more", "fact"}
)
_LONGEST = 6  # tokens of a heading that names a case
_KINDS = frozenset(
    "kind kinds one ones thing things type types sort two other second first third three".split()
)
_SECTIONS = frozenset(
    map(
        stem,
        "effect effects side benefit benefits risk risks use uses dose dosage safety fact facts tip tips sign signs symptom "
        "symptoms cause causes treatment treatments health question questions step steps way ways reason reasons".split(),
    )
)
_OPENING = 3  # tokens of "in a nutshell"


def two_cases(analysis: Analysis, at: int, other: int) -> bool:
    """True for two sentences, by index, under "For most of us" and "For those with an allergy", "The cream" and "The gel"."""
    one, two = _headings(analysis).get(at), _headings(analysis).get(other)
    if one is None or two is None or one is two:
        return False
    if any(_says_here(analysis, analysis.sentences[index]) for index in (at, other)):
        return True
    both = _is_case(analysis, one) and _is_case(analysis, two)
    return both or _of_two_forms(analysis, one, two) or _are_parallel(analysis, one, two)


def _says_here(analysis: Analysis, sentence: Sentence) -> bool:
    """True for "it has been shown here", for what the heading names."""
    norms = analysis.norms
    return any(
        norms[i] == "here" and norms[i - 1] in _SHOWN for i in range(sentence.first + 1, sentence.last)
    )


def _of_two_forms(analysis: Analysis, one: Sentence, two: Sentence) -> bool:
    """True where each names a form that the other has not, or another strength: "The 1% cream", "The 2% cream"."""
    forms, others = forms_of(analysis, one), forms_of(analysis, two)
    return bool(forms - others and others - forms)


def _are_parallel(analysis: Analysis, one: Sentence, two: Sentence) -> bool:
    """True for "The usual kind" and "The other kind", "Patient one" and "Patient two", "White: X" and "Brown: Y".

    They share what neither the title nor any heading has of its own: a word for kinds, or a frame.
    """
    if one.block.level != two.block.level or any(_asks(analysis, heading) for heading in (one, two)):
        return False
    names = [analysis.norms[heading.first : heading.last] for heading in (one, two)]
    if max(map(len, names)) > _LONGEST or names[0] == names[1]:
        return False
    titled = analysis.title
    known = _SECTIONS | ({*analysis.stems[titled.first : titled.last]} if titled is not None else set())
    terms = [
        content(analysis, heading.first, heading.last) - known - analysis.topic.key for heading in (one, two)
    ]
    marked = [":" in analysis.gap(heading.first + 1) for heading in (one, two)]
    of_kinds = not _KINDS.isdisjoint(names[0]) and not _KINDS.isdisjoint(names[1])
    return of_kinds or all(marked) or not terms[0].isdisjoint(terms[1])


def _asks(analysis: Analysis, heading: Sentence) -> bool:
    return analysis.article.text[heading.end - 1] == "?" or analysis.norms[heading.first] in _ABOUT


@once
def _headings(analysis: Analysis) -> dict[int, Sentence]:
    """By index of a sentence: the heading right above it, but for the title."""
    found: dict[int, Sentence] = {}
    heading = None
    for sentence in analysis.sentences[1:]:
        if sentence.block.kind == "heading":
            heading = sentence
        elif heading is not None:
            found[sentence.index] = heading
    return found


def _is_case(analysis: Analysis, heading: Sentence) -> bool:
    """True where a heading begins with "for", "when", "before" or "in", and sums nothing up."""
    norms = analysis.norms[heading.first : min(heading.last, heading.first + _OPENING)]
    opens = bool(norms) and analysis.kinds[heading.first] & _CASES != 0 and not _asks(analysis, heading)
    opens = opens and norms[1:2] != ["to"]  # "When to see a doctor"
    return opens and _IN_SUM.isdisjoint(norms)
