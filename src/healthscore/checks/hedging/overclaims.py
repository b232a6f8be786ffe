"""Surer than the support: absolute, boosted and promotional statements that nothing stands behind."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from healthscore.article import Span
from healthscore.checks.answers import sure_answers
from healthscore.checks.base import Hit, Severity, rule
from healthscore.checks.hedging.statements import Reading, Statement, read
from healthscore.language.analysis import Analysis
from healthscore.language.certainty import PLAIN
from healthscore.language.claims import Claim
from healthscore.language.cues import Cue
from healthscore.language.lexicon import words

_MOST = 0.25  # of an article's sentences: beyond that a list of findings says nothing more
_SHORTEST = 6  # words that it takes to explain something
_FEW_SOURCED = 2  # sentences: an article that names more reports somebody's work
_BOOSTS = frozenset({"universality", "certainty", "superlative", "proof"})
_GOOD = frozenset({"relief", "improvement", "prevention", "cure", "effectiveness"})
_WHY = {
    "absolute-safety": "No treatment is free of harm for everybody, and nothing is cited",
    "absolute-efficacy": "No treatment works always or for everybody, and nothing is cited",
    "assurance": "Safety or effect is assured and no source is given",
    "comparison": "Said to be better or safer than something else, and no comparison is cited",
    "proof": "Proof is asserted and none is given",
    "finality": "A complete or final result is promised, and nothing is cited",
    "emphatic-effect": "A strong effect is asserted with no size and no source",
    "hype": "Praise is larger than anything that is shown",
    "promotional-role": "Praise stands in for evidence",
    "mechanism-as-benefit": "A benefit is stated as settled fact with nothing to show for it",
    "boosted-effect": "A strong effect is asserted with no size and no source",
}
_SIZE = "Say how large the effect was, in whom, and who found it; otherwise say that it is not established."
_HARMS = "Say which harms were seen, in how many people and over how long; if nobody has looked, say that."
_SHARE = "Say in how many of how many people it worked, for how long, and in whom it did not."
_FINDING = "Put the finding in place of the praise: what changed, by how much, in whom, and who found it."
_DO = {
    "absolute-safety": _HARMS,
    "absolute-efficacy": _SHARE,
    "assurance": "Say what was seen in whom: how many it helped, how many it harmed, and who found it.",
    "comparison": "Cite the study that compared the two, with the result of each; or speak of this one alone.",
    "proof": "Name the trial: how many people, compared with what, and what came out.",
    "finality": _SHARE,
    "hype": _FINDING,
    "promotional-role": _FINDING,
    "mechanism-as-benefit": "Say what was seen in people; if only the mechanism is known, say that.",
}


@rule
def overclaim(analysis: Analysis) -> Iterator[Hit]:
    """A statement is surer than anything the article puts behind it.

    Finds:
        Safety or effect in absolute words ("no side effects", "works for everyone"), assured ("safe and
        effective"), proven by nobody, or better than another treatment with no comparison cited; and a question
        whether it works that is answered with "Absolutely" alone. In an article that promises much and cites
        nothing, also boosted effects, and benefits and workings of the body told as settled fact. Sentences that
        cite a source which a reader could find are left alone, and so are denials and questions.

    Why it matters:
        Readers take the sureness of a sentence for the strength of its evidence. Absolute wording raises
        expectations that the treatment cannot meet and hides that it can do harm.

    Example:
        This mushroom extract is completely safe and works for everyone.

    Instead:
        In one trial of 120 adults the extract shortened colds by half a day; two people stopped because of a
        rash (Smith 2019, doi:...).

    Limits:
        Reads wording, not medicine: a bold statement that is true is found as well. Boasts in unusual words
        are missed.

    References:
        Boutron I, Dutton S, Ravaud P, Altman DG. Reporting and interpretation of randomized controlled trials
        with statistically nonsignificant results for primary outcomes. JAMA 2010;303:2058-2064.
        Sumner P, et al. The association between exaggeration in health related science news and academic press
        releases. BMJ 2014;349:g7015.
    """
    reading = read(analysis)
    strengths = [
        (_strength(statement, cues, reading), statement, cues) for statement, cues in _by_sentence(reading)
    ]
    standing = [entry for entry in strengths if entry[0] > 0]
    room = max(3, int(_MOST * len(reading.statements)))
    kept = sorted(standing, key=lambda e: (-e[0], e[1].sentence.index))[:room]
    for strength, statement, cues in sorted(kept, key=lambda e: e[1].sentence.index):
        yield _hit(strength, statement, cues)
    for question, answer in sure_answers(analysis, "effect"):
        yield Hit(
            "warning",
            f"Asked whether it works, the article says “{analysis.quote(answer.start, answer.end)}” and no more.",
            _SHARE,
            tuple(Span(s.start, s.end) for s in (question, answer)),
        )
    if reading.promotes:
        told = {statement.sentence.index for _, statement, _ in kept}
        benefits = list(_plain_benefits(analysis, told, room - len(kept)))
        yield from benefits
        yield from _mechanisms(reading, told, room - len(kept) - len(benefits))


def _plain_benefits(analysis: Analysis, told: set[int], room: int) -> Iterator[Hit]:
    """Benefits told as plain fact where the article promotes and cites nothing, at most ``room`` of them."""
    for claim in analysis.claims:
        plain = claim.certainty >= PLAIN and claim.strength == "causal" and not claim.negated
        own = (
            claim.voice == "article"
            and claim.attribution in ("none", "vague")
            and not _of_study(analysis, claim)
        )
        if room > 0 and plain and own and claim.valence == "benefit" and claim.sentence not in told:
            told.add(claim.sentence)
            room -= 1
            about = analysis.quote(claim.start, claim.end)
            yield Hit(
                "note",
                f"A benefit is stated as plain fact: “{about}”.",
                _SIZE,
                (Span(claim.start, claim.end),),
            )


def _of_study(analysis: Analysis, claim: Claim) -> bool:
    """True for "in rats it lowered", which names what was studied, and "the work was supported by", which is of money."""
    cues = analysis.cues_by_category(analysis.sentences[claim.sentence])
    return "funder" in cues or any(c.kind in ("animal", "laboratory") for c in cues.get("design", ()))


def _mechanisms(reading: Reading, told: set[int], room: int) -> Iterator[Hit]:
    """What goes on inside the body told as plain fact, at most ``room`` times."""
    for statement in explanations(reading):
        if room > 0 and statement.sentence.index not in told:
            room -= 1
            span = Span(statement.sentence.start, statement.sentence.end)
            yield Hit(
                "note",
                "How it works inside the body is told as settled fact, with no source.",
                _DO["mechanism-as-benefit"],
                (span,),
            )


def explanations(reading: Reading) -> list[Statement]:
    """What goes on inside the body told as plain fact, where much is promised and hardly anybody named."""
    if not reading.promotes or sum(s.sourced for s in reading.statements) > _FEW_SOURCED:
        return []
    return [statement for statement in reading.statements if _explains(statement)]


def _explains(statement: Statement) -> bool:
    """Whether a sentence says without doubt or source what happens to cells, toxins or hormones."""
    if statement.disowned or statement.sourced or statement.doubts or statement.opens_question:
        return False
    if statement.commands or len(statement.norms) < _SHORTEST or statement.cues.get("caution"):
        return False
    analysis, first = statement.analysis, statement.sentence.first
    inside = words("mechanism", "inside")
    named = (analysis.stems[first + i] for i, norm in enumerate(statement.norms) if norm in inside)
    return any(
        stem not in analysis.topic.key for stem in named
    )  # of a hormone that is sold its name says nothing


def _by_sentence(reading: Reading) -> Iterator[tuple[Statement, list[Cue]]]:
    """Each overclaiming sentence with its cues, strongest first."""
    found = list(reading.overclaims)
    if reading.promotes:
        told = {statement.sentence.index for statement, _ in found}
        found += [
            (statement, cue)
            for statement in reading.statements
            if statement.sentence.index not in told
            for cue in boosted_effects(statement)
        ]
    found.sort(key=lambda pair: (pair[0].sentence.index, -_own_strength(pair[1]), pair[1].first))
    for _, group in groupby(found, key=lambda pair: pair[0].sentence.index):
        pairs = list(group)
        yield pairs[0][0], [cue for _, cue in pairs]


def boosted_effects(statement: Statement) -> Iterator[Cue]:
    """Boosters that act on a word of benefit: "dramatically reduces", "always relieves"."""
    if statement.disowned or statement.sourced or statement.doubts or statement.opens_question:
        return
    good = [c for c in statement.cues.get("benefit", ()) if c.kind in _GOOD]
    good += [c for c in statement.cues.get("effect", ()) if _helps(c)]
    for cue in statement.cues.get("booster", ()):
        near = cue.last + (2 if cue.kind == "degree" else 6)
        within = range(statement.part(cue)[0], near) if cue.kind in _BOOSTS else range(cue.last, near)
        acts = any(g.first in within for g in good)
        if cue.kind != "none" and acts and not statement.denied(cue):
            yield cue


def _helps(cue: Cue) -> bool:
    valence, relation = cue.attributes.get("valence"), cue.attributes.get("relation")
    return valence == "benefit" or (valence is None and relation in ("lowers", "treats", "prevents"))


def _own_strength(cue: Cue) -> int:
    return int(cue.attributes.get("strength", 1))


def _strength(statement: Statement, cues: Sequence[Cue], reading: Reading) -> float:
    """3 misleads, 2 weakens trust, 1 is worth a look, 0 is let pass."""
    cue = cues[0]
    strength = float(_own_strength(cue))
    if strength == 1:
        weighty = cue.kind != "promotional-role" or len(cues) > 1
        strength = (1.5 if weighty else 1.0) if reading.promotes and not statement.sourced else 0.0
    if statement.published:
        strength -= 2
    elif statement.sourced:
        strength -= 1
    if statement.softened(cue) and cue.kind != "promotional-role":
        strength -= 1 if cue.kind == "comparison" else 2
    return max(strength, 0.0)


def _hit(strength: float, statement: Statement, cues: Sequence[Cue]) -> Hit:
    severity: Severity = "error" if strength >= 3 else "warning" if strength > 1 else "note"
    cue = cues[0]
    kind = cue.kind if cue.category == "overclaim" else "boosted-effect"
    spans = dict.fromkeys(statement.quote(c) for c in sorted(cues, key=lambda c: c.first))
    return Hit(severity, f"{_WHY[kind]}: “{statement.words(cue)}”.", _DO.get(kind, _SIZE), tuple(spans))
