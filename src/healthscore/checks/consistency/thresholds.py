"""Harm that depends on how much is taken, where no amount is given."""

from __future__ import annotations

from collections.abc import Iterator

from healthscore.checks.base import Hit, counted, rule
from healthscore.checks.consistency.figures.dosing import AFTER_A_NAME, DOSED
from healthscore.checks.consistency.pairs import span
from healthscore.language.analysis import Analysis, Sentence
from healthscore.language.claims.concepts import content
from healthscore.language.claims.kinds import Kind, is_kind
from healthscore.language.cues import Cue

_NEVER_QUANTIFIED = 3
_MOST_SHOWN = 6
_LONGEST_NAME = 4  # tokens of the substance in "large amounts of fish oil"
_TOLD_TO = frozenset({"responsibly", "excessively", "excess", "moderation", "heavily", "misuse", "overuse"})


@rule
def undefined_threshold(analysis: Analysis) -> Iterator[Hit]:
    """Finds harm tied to "high", "excessive" or "heavy" use when no amount is given anywhere.

    Finds: at least three statements of harm or advice that depend on a high dose, heavy or responsible use, in an
        article that never says in numbers what that is.
    Why it matters: a limit without a number cannot be kept.
    Example: "Heavy use may harm the kidneys ... avoid high doses ... use it responsibly" and no amount.
    Instead: give the amount and the duration from which the harm was seen, with the source.
    Limits: any amount with a unit of mass, volume, IU or count in the article counts as a definition.
    References: None: follows from the meaning of the words.
    """
    amounts = (amount for found in analysis.amounts.values() for amount in found)
    if not analysis.topic.acts or any(amount.quantity.unit in DOSED for amount in amounts):
        return
    vague = [s for s in analysis.prose_with("vague-dose") if _depends_on_amount(analysis, s)]
    if len({analysis.stems[s.first : s.last] for s in vague}) >= _NEVER_QUANTIFIED:
        yield Hit(
            "warning",
            f"{len(vague)} statements depend on how much is taken, and no amount is given anywhere.",
            "Give the amount and duration from which the harm was seen, with the source.",
            tuple(span(sentence) for sentence in vague[:_MOST_SHOWN]),
            searched=f"no amount with a unit in {counted(len(analysis.prose_sentences), 'sentence')}",
        )


def _depends_on_amount(analysis: Analysis, sentence: Sentence) -> bool:
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
    end = next((i for i in after if is_kind(analysis.tokens[i], AFTER_A_NAME)), after.stop)
    named = content(analysis, after.start, end, Kind.GENERIC_NOUN | Kind.PRODUCT_NOUN)
    return (not named and not alone) or not named.isdisjoint(analysis.topic.key)
