"""Whether a remedy does what it is taken for: beyond doubt in one place, and never shown in another."""

from __future__ import annotations

from collections.abc import Container, Iterator

from msgspec import Struct

from healthscore.checks.base import once
from healthscore.checks.consistency.outcomes import named_in_both, outcomes_in, same_outcome
from healthscore.checks.consistency.pairs import opposites, states, wording
from healthscore.checks.consistency.referents import NO_THING, Referent, referent, written
from healthscore.checks.consistency.weighing import Statement, Weighed, weigh
from healthscore.language.analysis import Analysis, Sentence
from healthscore.language.claims.concepts import content
from healthscore.language.claims.kinds import Kind
from healthscore.language.claims.scope import limits_of
from healthscore.language.cues import Cue

_RULE = "consistency/knowledge-conflict"
_MOST = 6  # sentences on either side
_DIRECT = 0.95
_DOUBTS = frozenset({"modal", "adverb", "epistemic-verb", "adjective"})
_WORKS = frozenset({"work", "works", "worked", "effective"})
_FOR = frozenset("for against in on as with at better only when if by to than".split())
_AT_ALL = frozenset({"effectiveness"})
_PREDICATES = Kind.AUXILIARY | Kind.VERB
_THAT_REACH = 6  # tokens between "it has been shown" and "that"


class _Proof(Struct, frozen=True):
    """That a thing does something, or was never shown to; ``told``: that studies have shown that it does one thing, which others may not."""

    sentence: Sentence
    of: Referent
    outcomes: frozenset[str]
    words: str
    told: bool


@once
def proofs(analysis: Analysis) -> list[Weighed]:
    """Every pair of "it is beyond doubt that X helps" and "no trial has shown that X helps", weighed."""
    denied, shown = _read(analysis, ("unproven",)), _read(analysis, ("settled", "shown"))
    return [
        _weighed(analysis, one, other)
        for one, other in opposites(denied, shown, _MOST)
        if same_outcome(one.outcomes, other.outcomes)
        if not other.told or one.of.same(other.of)
        if named_in_both(analysis, one.of, one.sentence, other.of, other.sentence)
    ]


def _weighed(analysis: Analysis, denied: _Proof, shown: _Proof) -> Weighed:
    key = named_in_both(analysis, denied.of, denied.sentence, shown.of, shown.sentence)
    name = written(analysis, key, denied.sentence, shown.sentence)
    sides = [
        Statement(
            p.sentence, p.words, key, denied.outcomes & shown.outcomes, limits=limits_of(analysis, p.sentence)
        )
        for p in (denied, shown)
    ]
    return weigh(
        _RULE,
        sides[0],
        sides[1],
        _DIRECT,
        lambda a, b: f"On what {name} does: “{a.said}” here, “{b.said}” there.",
        "Say what has been tested, with what result, and cite it in both places.",
    )


def _read(analysis: Analysis, kinds: Container[str]) -> Iterator[_Proof]:
    for sentence in analysis.prose_with("riddle"):
        cues = analysis.cues_by_category(sentence)
        cue = next((c for c in cues["riddle"] if c.kind in kinds and not c.attributes.get("weak")), None)
        if cue is None or not _stands(analysis, sentence, cue.kind) or "other" in analysis.words(sentence):
            continue
        named = outcomes_in(analysis, sentence)
        outcomes = named or _at_all(analysis, sentence)
        if outcomes:
            told = bool(named) and cue.kind == "shown"
            yield _Proof(sentence, _of(analysis, sentence, cue), outcomes, wording(analysis, cue), told)


def _at_all(analysis: Analysis, sentence: Sentence) -> frozenset[str]:
    """Whether it works at all, where nothing is said of what for: "has never been proven to work"."""
    norms, last = analysis.norms, sentence.last
    works = (i for i in range(sentence.first, last) if norms[i] in _WORKS)
    return _AT_ALL if any(i + 1 == last or norms[i + 1] not in _FOR for i in works) else frozenset()


def _stands(analysis: Analysis, sentence: Sentence, kind: str) -> bool:
    """True for a statement of the article's own; one that a thing is shown has no denial and no hedge in it."""
    cues = analysis.cues_by_category(sentence)
    if kind == "unproven":
        asked = analysis.article.text[sentence.end - 1] == "?"
        return sentence.index not in analysis.quoted and not asked
    doubted = any(c.kind in _DOUBTS for c in cues.get("hedge", ()))
    return states(analysis, sentence) and not doubted and "negation" not in cues


def _of(analysis: Analysis, sentence: Sentence, cue: Cue) -> Referent:
    """What is said to do it: what leads the clause after "that", or the sentence."""
    near = range(cue.last - 1, min(sentence.last - 2, cue.last + _THAT_REACH))
    that = next((i for i in near if analysis.norms[i] in ("that", "whether", "if")), None)
    if that is None:
        return referent(analysis, sentence, cue.first)
    acts = {c.first for c in analysis.cues_by_category(sentence).get("effect", ())}
    after = range(that + 1, min(sentence.last, that + 1 + _THAT_REACH))
    end = next((i for i in after if i in acts or analysis.kinds[i] & _PREDICATES), that + 1)
    named = content(analysis, that + 1, end, NO_THING)
    return Referent(named, end, meant=False) if named else referent(analysis, sentence, that + 2)
