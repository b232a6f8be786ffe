"""Whether a remedy was ever put to the test, in whom and for what: never in one place, and in trials in another."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from healthscore.checks.base import once
from healthscore.checks.consistency.pairs import is_denied_before, opposites, wording
from healthscore.checks.consistency.referents import topic_names, written
from healthscore.checks.consistency.weighing import Statement, Weighed, weigh
from healthscore.language.analysis import Analysis, Sentence
from healthscore.language.claims.clauses import is_concessive
from healthscore.language.claims.concepts import content
from healthscore.language.claims.kinds import Kind
from healthscore.language.claims.quantities import amounts_in
from healthscore.language.claims.scope import forms_of, limits_of
from healthscore.language.cues import Cue
from healthscore.language.lexicon import words
from healthscore.language.stems import stem

_RULE = "consistency/knowledge-conflict"
_MOST = 6  # sentences on either side
_DIRECT = 0.95
_NEAR = 4  # tokens between "should" and "be tested"
_MATTER = frozenset({"trials"})
_DOUBTS = frozenset({"modal", "epistemic-verb"})
_PAST = frozenset("was were had until before formerly earlier".split())
_PLANNED = frozenset(
    "should must will would need needs needed plan plans planned hope to being under".split()
)
_QUALITY = frozenset(
    "large larger randomised randomized controlled blind good proper careful independent quality big rigorous "
    "serious small".split()
)
_OTHERWISE = frozenset(
    "compared comparing comparison together combined combination combining mix mixture brand way".split()
)
_HUMAN = frozenset(
    "people human humans patient patients volunteer volunteers adults women men children participants person trial trials "
    "babies placebo".split()
)
_ANIMALS = frozenset("mouse mice rat rats animal animals dogs rabbits cells dish tube".split())
_POINTS = frozenset("the this these its their".split())
_MEANT = frozenset("it they them its their".split())
_STANDS_FOR_IT = Kind.SUBSTANCE_NOUN | Kind.FORM_NOUN
_NO_MATTER = (
    Kind.GENERIC_NOUN
    | Kind.PERSON_NOUN
    | Kind.TIME_NOUN
    | Kind.VERB
    | Kind.USE_WORD
    | Kind.USE_NOUN
    | Kind.SUBSTANCE_NOUN
)
_NOTHING = frozenset(
    map(
        stem,
        "help helps ease eases work works effect effects use benefit human humans volunteer volunteers trial trials study "
        "studies research test tested tests examined examine investigated studied followed compared looked researcher "
        "scientist doctor expert clinical careful large small dozen dozens hundred hundreds thousand thousands placebo "
        "safe safety shown found man men woman women child children adult adults baby babies term long data subject people "
        "date treat relieve relieves reduce improve improves carried ever".split(),
    )
)


class _Test(NamedTuple):
    """That a thing was put to the test, or never: for what (``aims``), in whom and how long (``limits``).

    ``of_topic`` where it may be what the article is about; ``named`` are all terms of the sentence.
    """

    sentence: Sentence
    words: str
    of_topic: bool
    named: frozenset[str]
    aims: frozenset[str]
    limits: frozenset[str]
    parts: frozenset[str]


@once
def tested(analysis: Analysis) -> list[Weighed]:
    """Every pair of "no study has ever looked at X" and "three trials have tested X", weighed."""
    return [
        _weighed(analysis, never, held)
        for never, held in opposites(_read(analysis, "never"), _read(analysis, "held"), _MOST)
        if _of_one_thing(never, held) and _covers(analysis, never, held)
    ]


def _of_one_thing(never: _Test, held: _Test) -> bool:
    """True where both may be said of the topic, or name one other thing: what is tested of it leads its aims."""
    return (never.of_topic and held.of_topic) or not never.aims.isdisjoint(held.named)


def _weighed(analysis: Analysis, never: _Test, held: _Test) -> Weighed:
    key = analysis.topic.key if never.of_topic and held.of_topic else never.aims & held.named
    name = written(analysis, key, held.sentence, never.sentence)
    forms = {limit for limit in held.limits if limit.startswith("form:")}
    sides = (
        Statement(never.sentence, never.words, key, _MATTER, limits=never.limits),
        Statement(held.sentence, held.words, key, _MATTER, limits=held.limits & never.limits | forms),
    )
    return weigh(
        _RULE,
        sides[0],
        sides[1],
        _DIRECT,
        lambda a, b: f"On whether {name} was ever tested: “{a.said}” here, “{b.said}” there.",
        "Say what was tested, in whom and for what, with the source.",
    )


def _covers(analysis: Analysis, never: _Test, held: _Test) -> bool:
    """True where what was tested lies within what was never tested: for its aim, of its quality, in its people."""
    if never.parts != held.parts or (never.aims and never.aims.isdisjoint(held.aims)):
        return False
    ours, theirs = _norms(analysis, never), _norms(analysis, held)
    if not (ours & _QUALITY) <= theirs or not _OTHERWISE.isdisjoint(ours):
        return False
    human = ours.isdisjoint(_HUMAN) or not theirs.isdisjoint(_HUMAN)
    return human and theirs.isdisjoint(_ANIMALS)


def _norms(analysis: Analysis, test: _Test) -> frozenset[str]:
    return frozenset(analysis.norms[test.sentence.first : test.sentence.last])


def _read(analysis: Analysis, kind: str) -> Iterator[_Test]:
    """What the article itself says was tested, or never was, of its topic."""
    for sentence in analysis.prose_with("trial"):
        cues = analysis.cues_by_category(sentence)["trial"]
        if len({c.kind for c in cues}) > 1:
            continue
        cue = next((c for c in cues if c.kind == kind and _is_own(analysis, sentence, c)), None)
        if cue is not None:
            yield _test(analysis, sentence, cue)


def _is_own(analysis: Analysis, sentence: Sentence, cue: Cue) -> bool:
    """True for what the article says as a fact, and of no time that is over."""
    if sentence.index in analysis.quoted or analysis.article.text[sentence.end - 1] == "?":
        return False
    norms, before = analysis.norms, analysis.norms[max(sentence.first, cue.first - _NEAR) : cue.first]
    if norms[cue.last - 1] == "tested" and (
        norms[cue.last : cue.last + 1] == ["for"] or _is_somebody(analysis, cue)
    ):
        return False  # "women who have not been tested for the virus"
    cues = analysis.cues_by_category(sentence)
    if cue.kind == "never":
        own = _PAST.isdisjoint(norms[sentence.first : sentence.last])
        return own and all(_only_asks(analysis, c) for c in cues.get("voice", ()))
    doubted = any(c.kind in _DOUBTS and c.first < cue.first for c in cues.get("hedge", ()))
    planned = doubted or not _PLANNED.isdisjoint(before) or is_denied_before(analysis, sentence, cue)
    return not planned and all(
        _only_asks(analysis, c) or is_concessive(analysis, c) for c in cues.get("voice", ())
    )


def _is_somebody(analysis: Analysis, cue: Cue) -> bool:
    """True where it is people who were tested."""
    before = cue.first - 1
    people = Kind.PERSON_NOUN | Kind.SPEAKER | Kind.RELATIVE
    return bool(analysis.kinds[before] & people) or analysis.norms[before] in ("they", *_HUMAN)


def _only_asks(analysis: Analysis, voice: Cue) -> bool:
    """True for the "whether" of "tested whether it helps"."""
    return voice.kind == "conditional" and analysis.norms[voice.last - 1] in ("whether", "if", "how")


def _is_of_topic(analysis: Analysis, sentence: Sentence) -> bool:
    norms, kinds = analysis.norms, analysis.kinds
    names = topic_names(analysis) | analysis.title_terms
    if not names.isdisjoint(content(analysis, sentence.first, sentence.last)):
        return True
    span = range(sentence.first, sentence.last)
    return any(
        norms[i] in _MEANT
        or (norms[i] in _POINTS and i + 1 < sentence.last and kinds[i + 1] & _STANDS_FOR_IT)
        for i in span
    )


def _test(analysis: Analysis, sentence: Sentence, cue: Cue) -> _Test:
    names = topic_names(analysis) | analysis.title_terms
    clause = next(c for c in analysis.clauses_in(sentence) if c.first <= cue.first < c.last)
    end = next((i for i in range(cue.last, sentence.last) if "," in analysis.gap(i)), sentence.last)
    around = content(analysis, clause.first, cue.first, _NO_MATTER) | content(
        analysis, cue.last, end, _NO_MATTER
    )
    parts = words("told-kind", "part").intersection(analysis.norms[sentence.first : sentence.last])
    aims = frozenset(t for t in around - names - _NOTHING if not t.isdigit())
    named = content(analysis, sentence.first, sentence.last, _NO_MATTER)
    return _Test(
        sentence,
        wording(analysis, cue),
        _is_of_topic(analysis, sentence),
        named - _NOTHING,
        aims,
        _limits(analysis, sentence),
        parts,
    )


def _limits(analysis: Analysis, sentence: Sentence) -> frozenset[str]:
    """In whom, in which form and how long: "for ten years" is long."""
    norms = analysis.norms[sentence.first : sentence.last]
    found = {x for x in limits_of(analysis, sentence) if x.startswith(("population:", "people:"))}
    found -= {"population:healthy"}
    if not {"year", "years", "term"}.isdisjoint(norms):
        found.add("time:years")
    elif any(amount.quantity.unit == "time" for amount in amounts_in(analysis, sentence)):
        found.add("time:told")
    return frozenset(found) | forms_of(analysis, sentence)
