"""Somebody says so, and nobody is named: studies suggest, experts agree, it is widely believed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from healthscore.language.claims.quantities import is_year
from healthscore.language.sources.mentions import BySentence, capital
from healthscore.language.sources.model import Source
from healthscore.regexes import when_needed

if TYPE_CHECKING:
    from healthscore.language.analysis import Analysis, Sentence
    from healthscore.language.cues import Cue

_SIGNED = when_needed(
    r"[\"”][\s*_]*[-–—~]{0,2}[\s*_]*[A-Z][\w.]*(?:,? [A-Z]\.?)?(?:,? \(?[\w ]{1,25}\)?)?[\s*_]*$"
)
_NAMED_LATER = 8  # sentences within which a report names the study that it opens with
_REACH = {"study": 8, "study-one": 8, "anaphor": 8, "expert": 4, "clinician": 3, "public": 3, "customer": 4}
_FORM = {"study-one": "single", "public": "public", "customer": "public"}
_BE = frozenset("is are was were be been being get gets".split())
_BREAKS = _BE | frozenset(
    "needed required aim aims hope hopes who because so until unless whether when where do does did ask let".split()
)
_PRACTICE = frozenset(
    "may might can could will would often usually sometimes generally typically should".split()
)
_UNREAL = frozenset("if whether until unless no not never nor few little when".split())
_NONE = frozenset("no nothing nobody none".split())  # "no drink has been shown to"
_FILLERS = _BE | frozenset("ever yet fully properly clinically scientifically actually really".split())
_DEFINITE = frozenset("the this that these those our their his her its your my such each".split())
_ONE = frozenset("a an one another".split())
_DENIED_WITHIN = 4  # tokens of "never been properly"
_SEEMING = frozenset("seem seems appear appears tend tends continue continues".split())
_THINGS_READ = frozenset(
    "post sentence article page book letter label leaflet paragraph line word phrase one twice again aloud out".split()
)
_MARKS = ('"', "“", "”")
_NO, _FOUND_WITHIN = frozenset({"no", "little"}), 6
_HELP = frozenset(
    "effect effects benefit benefits difference improvement advantage link links evidence".split()
)
_HARM = frozenset(
    "harm harms harmful risk risks side adverse danger dangers toxicity problem problems".split()
)
_FINDS_LAY = frozenset("find found discover discovered see".split())


def vague(analysis: Analysis, by_sentence: BySentence, known: list[Source]) -> list[Source]:
    """Unnamed authorities, in sentences that name or cite nobody better."""
    told = {source.sentence for source in known}
    found = []
    for index, cues in by_sentence.items():
        sentence = analysis.whole(analysis.sentences[index])
        if index in told or analysis.article.text[sentence.end - 1] == "?":
            continue
        fixed = [
            Source(index, cue.start, cue.end, "vague", cue.kind)
            for cue in _sound(analysis, cues.get("passive-attribution", ()))
            if not (cue.kind == "single" and (_named_near(index, told) or _dated(analysis, sentence)))
        ]
        paired = list(_paired(analysis, sentence, cues, told))
        found += paired + [f for f in fixed if not any(p.start < f.end and f.start < p.end for p in paired)]
    return found + list(_testimonials(analysis, told))


def _dated(analysis: Analysis, sentence: Sentence) -> bool:
    """True where the year is told of "a trial in 43 practices in England, published in 2015": too little, but not nothing."""
    return any(map(is_year, analysis.words(sentence)))


def _named_near(index: int, told: set[int]) -> bool:
    return not told.isdisjoint(range(index - 2, index + _NAMED_LATER))


def _testimonials(analysis: Analysis, told: set[int]) -> Iterator[Source]:
    """A block that quotes somebody and signs with a first name: "It cured me!" - Ann, 54."""
    text = analysis.article.text
    seen = -1
    for sentence in analysis.whole_prose:
        block = sentence.block
        if block.start == seen or sentence.index in told:
            continue
        seen = block.start
        head = text[block.start : block.start + 6].lstrip(" >*_-")
        signed = head[:1] in ('"', "“") and _SIGNED().search(
            text, max(block.start, block.end - 60), block.end
        )
        if signed:
            yield Source(sentence.index, block.start, block.end, "vague", "testimonial")


def _sound(analysis: Analysis, cues: list[Cue] | tuple[()]) -> Iterator[Cue]:
    """Without medical decisions (surgery is often considered when), denials (has not been shown) and what is at hand
    (I read that letter)."""
    tokens, prose = analysis.tokens, analysis.article.prose
    for cue in cues:
        after = tokens[cue.last].norm if cue.last < len(tokens) else ""
        decision = cue.kind == "opinion" and after in {
            "when",
            "if",
            "for",
            "only",
            "after",
            "in",
            "before",
            "as",
        }
        thing = cue.kind == "hearsay" and after in _THINGS_READ
        quoted = prose[cue.start - 1 : cue.start] in _MARKS and prose[cue.end : cue.end + 1] in _MARKS
        if quoted:
            continue  # "“Clinically proven” means little"
        if not (
            (decision and tokens[cue.last - 1].norm == "considered") or thing or _is_unreal(analysis, cue)
        ):
            yield cue


def _is_unreal(analysis: Analysis, cue: Cue) -> bool:
    """True for "not shown", "has never been properly proven", "unless proven"."""
    first = analysis.whole(analysis.sentence_at(cue.first)).first
    near = reversed(analysis.norms[max(first, cue.first - _DENIED_WITHIN) : cue.first])
    said = [norm for norm in near if norm not in _FILLERS]
    return bool(said) and (said[0] in _UNREAL or said[0].endswith("n't") or not _NONE.isdisjoint(said))


def _paired(
    analysis: Analysis, sentence: Sentence, cues: dict[str, list[Cue]], told: set[int]
) -> Iterator[Source]:
    """Each collective that a verb of reporting belongs to."""
    verbs = cues.get("reporting", [])
    if not verbs:
        return
    modifiers = {cue.last: cue for cue in cues.get("source-modifier", ())}
    for cue in cues.get("source", ()):
        if cue.kind not in _REACH:
            continue
        first = _widened(cue.first, modifiers)
        if not _speaks(analysis, sentence, cue, first, told):
            continue
        verb = _verb_of(analysis, sentence, cue, first, verbs)
        if verb is not None:
            one = first > sentence.first and analysis.tokens[first - 1].norm in _ONE
            start = min(analysis.tokens[first - one].start, verb.start)
            form = _FORM.get(cue.kind, "collective")
            yield Source(sentence.index, start, max(cue.end, verb.end), "vague", form)


def _widened(first: int, modifiers: dict[int, Cue]) -> int:
    while first in modifiers:
        first = modifiers[first].first
    return first


def _speaks(analysis: Analysis, sentence: Sentence, cue: Cue, first: int, told: set[int]) -> bool:
    """Whether this collective stands for somebody unnamed, and is not supposed or denied."""
    before = analysis.tokens[first - 1].norm if first > sentence.first else ""
    if before in _UNREAL or analysis.tokens[first].norm in {"few", "no"}:
        return False
    near = not told.isdisjoint(range(sentence.index - 2, sentence.index + 2))
    if cue.kind == "study-one":
        return before in _ONE and told.isdisjoint(range(sentence.index - 2, sentence.index + _NAMED_LATER))
    if cue.kind == "anaphor":
        return not told
    if cue.kind == "public":
        return first < cue.first
    if before in _DEFINITE:
        return first < cue.first and cue.attributes.get("mass") is True
    alone = analysis.tokens[cue.last - 1].norm
    singular = cue.kind == "expert" and not alone.endswith("s") and alone != "authorities"
    return (before in _ONE or not singular) and not (near and cue.kind in ("expert", "clinician"))


def _verb_of(analysis: Analysis, sentence: Sentence, cue: Cue, first: int, verbs: list[Cue]) -> Cue | None:
    """The verb of reporting after the collective, or before it (according to studies, reported by users)."""
    for verb in verbs:
        if verb.last <= first and _leads(analysis, sentence, verb, first):
            return verb
        if verb.first >= cue.last and verb.first - cue.last <= _REACH[cue.kind]:
            return verb if _follows(analysis, cue, verb) else None
    return None


def _leads(analysis: Analysis, sentence: Sentence, verb: Cue, first: int) -> bool:
    if verb.kind == "phrase":
        return first - verb.last <= 1
    between = analysis.norms[verb.last : first]
    return between in (["by"], ["by", "the"]) and verb.first > sentence.first


def _follows(analysis: Analysis, cue: Cue, verb: Cue) -> bool:
    """Whether the verb is the collective's own: active, not an infinitive, in the same clause."""
    tokens = analysis.tokens
    between = [token.norm for token in tokens[cue.last : verb.first]]
    norm = tokens[verb.first].norm
    if verb.first > cue.last and capital(analysis, verb.first - 1):  # from these data, Jones concludes
        return False
    if "not" in between or "never" in between or _finds_nothing(analysis, verb):
        return False
    if between and between[-1] == "to" and not _SEEMING.intersection(between):
        return False
    if norm.startswith("call") and analysis.norms[verb.last : verb.last + 1] not in (
        ["the"],
        ["a"],
        ["an"],
        ["one"],
    ):
        return False  # "doctors call it chronic insomnia" gives a name
    if verb.kind in ("verdict", "inquiry", "phrase") or cue.kind == "anaphor":
        own = cue.kind in ("expert", "clinician") if verb.kind == "inquiry" else verb.kind == "verdict"
        return own and not (set(between) - _BE) & _BREAKS
    if _BREAKS.intersection(between) and not (between[-1] in _BE and norm.endswith("ing")):
        return False
    if between[-1:] == ["and"]:  # "put a dozen trials together and found" is what somebody else did
        return False
    if any(mark in analysis.article.prose[cue.end : verb.start] for mark in ';:()"”') or norm in {
        "showing",
        "linking",
    }:
        return False
    return _plausible(cue, verb, between, norm)


def _finds_nothing(analysis: Analysis, verb: Cue) -> bool:
    """True for "found no useful effect", "show little or no benefit" and "tell you nothing"; that no harm was found is a claim."""
    after = analysis.norms[verb.last : verb.last + _FOUND_WITHIN]
    denied = not _NO.isdisjoint(after[:2]) and not _HELP.isdisjoint(after) and _HARM.isdisjoint(after)
    return denied or "nothing" in after[:2]


def _plausible(cue: Cue, verb: Cue, between: list[str], norm: str) -> bool:
    """Studies find, people say; that doctors may recommend a drug is practice, no authority."""
    if cue.kind in ("study", "study-one"):
        return verb.kind == "finding" or norm.startswith(
            ("report", "agree", "conclud", "estimat", "say", "tell")
        )
    if cue.kind == "clinician":
        return verb.kind == "saying" and not _PRACTICE.intersection(between)
    if cue.kind == "public":
        return verb.kind == "saying" and not _PRACTICE.intersection(between)
    if cue.kind == "customer":
        return (verb.kind == "saying" or norm in _FINDS_LAY) and "should" not in between
    return True
