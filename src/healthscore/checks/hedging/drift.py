"""One statement, hedged in one place and plain fact in another."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from healthscore.checks.base import Hit, once, rule
from healthscore.checks.consistency.pairs import candidates, said
from healthscore.checks.consistency.weighing import Statement, Weighed, reported, weigh
from healthscore.checks.hedging.cures import cures
from healthscore.checks.hedging.statements import read
from healthscore.language.analysis import Analysis
from healthscore.language.certainty import PLAIN
from healthscore.language.claims import Claim
from healthscore.language.claims.kinds import Kind
from healthscore.language.claims.model import SIGNS

_APART = 0.35
_LIMITING = frozenset({"in", "for", "among", "when", "if", "after", "during", "before", "at"})
_LEADING = frozenset({"for", "among", "when", "where", "if"})
_ANYBODY = frozenset({"some", "many", "most", "adults", "users", "everybody", "everyone"})
_MARGIN = 1e-9
_AIMING = frozenset({"aim", "aims", "aimed", "aiming", "directed", "targeted"})
_STUDIES = frozenset({"trial", "trials", "study", "studies", "researchers", "experiment", "experiments"})
_FOUND = frozenset({"found", "showed", "reported", "concluded", "observed"})
_CREDITED = frozenset(
    "help helps helped helping shown known proven proved found seen works work acts serves tends able said reported "
    "good great effective ideal useful helpful excellent wonderful perfect and or".split()
)
_HARMFUL = "the claim is of a harm: stating it plainly errs on the safe side"


@rule
def certainty_drift(analysis: Analysis) -> Iterator[Hit]:
    """The same statement is hedged in one place and plain fact in another.

    Finds:
        Two claims in the article's own voice with the same subject, relation and object, one hedged ("may
        lower blood pressure") and one plain or boosted ("lowers blood pressure"), with a certainty at least 0.35
        apart, for the same people and conditions. Also a hedged hope ("might help people to nod off") and the
        promise of a cure ("cures insomnia for good") by the same thing for the same matter, in whatever words.

    Why it matters:
        The reader cannot tell which of the two the evidence bears, and the surer one is remembered.

    Example:
        Beetroot juice may lower blood pressure. ... Because beetroot juice lowers blood pressure, drink it daily.

    Instead:
        Beetroot juice may lower blood pressure. ... Because it may lower blood pressure, some people drink it daily.

    Limits:
        The matters of hopes and promises are those of ``lexicons/outcomes.toml``; otherwise words are compared, and
        the same thing said in other words is missed.

    References:
        Yavchitz A, et al. Misrepresentation of randomized controlled trials in press releases and news coverage:
        a cohort study. PLoS Medicine 2012;9:e1001308.
    """
    for hit in reported(analysis, [*drifts(analysis), *cures(analysis)]):
        yield replace(hit, severity="note" if _HARMFUL in hit.decided else "warning")


@once
def drifts(analysis: Analysis) -> list[Weighed]:
    """Every pair of a hedged claim and a plain one that says the same, weighed."""
    reading = read(analysis)
    asking = (s for s in reading.holding("boilerplate") if s.opens_question)
    doubtful = {s.sentence.index for s in (*reading.hedged, *asking)}
    claims = [c for c in analysis.claims if c.voice == "article" and c.relation in SIGNS]
    found = []
    for one, other in candidates(claims, lambda claim: claim.sentence in doubtful):
        hedged, plain = (one, other) if one.certainty <= other.certainty else (other, one)
        if (
            _drifts(hedged, plain, doubtful)
            and not _finding(analysis, plain)
            and not _is_aim(analysis, plain)
            and _limit(analysis, hedged) == _limit(analysis, plain)
            and _led_by(analysis, hedged) == _led_by(analysis, plain)
        ):
            found.append(_weighed(analysis, hedged, plain))
    return found


def _drifts(hedged: Claim, plain: Claim, doubtful: set[int]) -> bool:
    """True where the two say the same, one in doubt and one plainly, far enough apart."""
    return (
        hedged.negated == plain.negated
        and hedged.valence == plain.valence
        and (SIGNS[hedged.relation] == SIGNS[plain.relation] or plain.valence == "benefit")
        and plain.certainty >= PLAIN
        and plain.certainty - hedged.certainty >= _APART - _MARGIN
        and plain.sentence not in doubtful
        and hedged.sentence in doubtful
        and plain.strength != "correlational"
    )


def _finding(analysis: Analysis, claim: Claim) -> bool:
    """Does the sentence tell what a named kind of study found, or trials did, and not what holds in general?"""
    sentence = analysis.sentences[claim.sentence]
    if any(cue.kind in ("trial", "observational") for cue in analysis.cues_in(sentence, "design")):
        return True
    spoken = frozenset(analysis.words(sentence))
    return not spoken.isdisjoint(_STUDIES) and not spoken.isdisjoint(_FOUND)


def _is_aim(analysis: Analysis, claim: Claim) -> bool:
    """True for "ways to treat hay fever" and "approved for treating hay fever": nothing is said to do so."""
    if analysis.article.prose.endswith((" to ", " for "), 0, claim.start):
        return True
    effects = analysis.cues_in(analysis.sentences[claim.sentence], "effect")
    made = [c.first for c in effects if claim.start <= c.start < claim.end and c.first > 1]
    if any(analysis.gap(first) == "-" for first in made):
        return True  # "insulin-producing cells" names them
    return any(_leads_to_an_aim(analysis, first) for first in made)


def _leads_to_an_aim(analysis: Analysis, first: int) -> bool:
    """True for an effect after "to" or "for" that says what something is done for; not after "helps to", "known for"."""
    word, before = analysis.norms[first - 1], analysis.norms[first - 2]
    if word == "the":  # "an inhibitor for the treatment of eczema"
        return before == "for" and analysis.norms[first - 3] not in _CREDITED
    if analysis.norms[first].endswith("ing"):
        return (word == "at" and before in _AIMING) or (word == "for" and before not in _CREDITED)
    return word == "to" and before not in _CREDITED and not analysis.kinds[first - 2] & Kind.AUXILIARY


def _weighed(analysis: Analysis, hedged: Claim, plain: Claim) -> Weighed:
    """The pair as if both were said plainly: that one is not is what is found."""
    doubtful = replace(Statement.of(analysis, hedged, said(hedged)), certainty=PLAIN)
    doubtful = replace(doubtful, limits=doubtful.limits - {"people:affected"})  # "in some people"
    sure = replace(Statement.of(analysis, plain, said(plain)), certainty=PLAIN)
    about = f"{plain.subject} {said(plain)}" if plain.subject else said(plain)
    pair = weigh(
        "hedging/certainty-drift",
        doubtful,
        sure,
        1.0,
        f"Hedged in one place, plain fact in another: {about} (certainty {hedged.certainty:.2f} and "
        f"{plain.certainty:.2f}).",
        "Put the hedge into the plain sentence too, or cite there what makes it certain.",
    )
    return pair._replace(decided=(*pair.decided, _HARMFUL)) if plain.valence == "harm" else pair


def _limit(analysis: Analysis, claim: Claim) -> str:
    """The words that limit a claim right after it: "in people with atrial fibrillation", not "in some people"."""
    rest = analysis.article.prose[claim.end : analysis.sentences[claim.sentence].end].lower().split()[:3]
    if not rest or rest[0] not in _LIMITING or set(rest[1:]) & _ANYBODY:
        return ""
    return " ".join(rest).rstrip(".")


def _led_by(analysis: Analysis, claim: Claim) -> str:
    """The phrase before the comma that says for whom or when the rest holds: "For depression that is less clear, ..."."""
    sentence = analysis.sentences[claim.sentence]
    phrase, comma, _ = analysis.quote(sentence.start, claim.start).partition(",")
    said = phrase.lower().split()
    if not comma or not said or said[0] not in _LEADING or not _ANYBODY.isdisjoint(said):
        return ""
    return " ".join(said)
