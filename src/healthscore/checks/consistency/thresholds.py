"""Whether what a sentence says depends on how much is taken."""

from __future__ import annotations

from healthscore.language.analysis import Analysis, Sentence
from healthscore.language.claims.concepts import content
from healthscore.language.claims.kinds import Kind, is_kind
from healthscore.language.cues import Cue

_LONGEST_NAME = 4  # tokens of the substance in "large amounts of fish oil"
_TOLD_TO = frozenset({"responsibly", "excessively", "excess", "moderation", "heavily", "misuse", "overuse"})
_AFTER_A_NAME = (
    Kind.PREPOSITION | Kind.DETERMINER | Kind.AUXILIARY | Kind.COORDINATOR | Kind.SUBORDINATOR | Kind.VERB
)


def depends_on_amount(analysis: Analysis, sentence: Sentence) -> bool:
    """True where harm, or what somebody is told to do, depends on the amount; not for "eases it in heavy drinkers"."""
    cues = analysis.cues_by_category(sentence)
    vague = [c for c in cues["vague-dose"] if _is_an_amount(analysis, sentence, c)]
    if not vague:
        return False
    if "caution" in cues or "advice" in cues or any(c.kind == "general" for c in cues.get("harm", ())):
        return True
    harms = (c for c in analysis.claims_in(sentence) if c.valence == "harm" and not c.negated)
    told = (analysis.norms[c.last - 1] in _TOLD_TO or analysis.norms[c.first] == "recommended" for c in vague)
    return any(harms) or any(told)


def _is_an_amount(analysis: Analysis, sentence: Sentence, cue: Cue) -> bool:
    """True for an amount of what the article is about; not "heavy drinkers", "excessive guilt", "large amounts of iron"."""
    if analysis.kinds[cue.last - 1] & Kind.PERSON_NOUN or analysis.norms[cue.last - 1] == "drinkers":
        return False
    alone = cue.last - cue.first == 1 and analysis.norms[cue.first] == "excessive"
    of = cue.last < sentence.last and analysis.norms[cue.last] == "of"
    if not (alone or of):
        return True
    after = range(cue.last + of, min(sentence.last, cue.last + of + _LONGEST_NAME))
    end = next((i for i in after if is_kind(analysis.tokens[i], _AFTER_A_NAME)), after.stop)
    named = content(analysis, after.start, end, Kind.GENERIC_NOUN | Kind.PRODUCT_NOUN)
    return (not named and not alone) or not named.isdisjoint(analysis.topic.key)
