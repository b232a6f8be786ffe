"""Is the reader told that nothing can go wrong, or kept from care?"""

from __future__ import annotations

from collections.abc import Iterator

from healthscore.article import Span
from healthscore.checks.answers import sure_answers
from healthscore.checks.balance.figures import asks
from healthscore.checks.balance.statements import Statement, read
from healthscore.checks.base import Hit, rule
from healthscore.language.analysis import Analysis
from healthscore.language.cues import Cue
from healthscore.language.lexicon import words

_TOO_MUCH = frozenset({"overdose", "much", "many"})
_WAYS = frozenset({"from", "through", "by"})
_REACH = 7  # tokens between "cannot overdose" and "from sunlight"
_AWAY = {
    "against-care": "Say which signs need a doctor and how soon, and to stop no treatment without asking.",
    "explained-away": "Say what else the sign may mean, and at what point to stop and see a doctor.",
}


@rule
def blanket_safety(analysis: Analysis) -> Iterator[Hit]:
    """Something is called safe without limit: for everyone, in any amount, with no side effects.

    Finds: "has no side effects", "safe for everyone", "as much as you like", "you cannot take too much", and a
        question about safety that is answered with "Absolutely" or "Of course" alone.
    Why it matters: nothing that has an effect is free of harm for everybody at every dose. Such a sentence stops
        a reader from looking for the exceptions that concern them.
    Example: "Cinnamon capsules have no side effects, so take them as often as you like."
    Instead: "Up to 1 g a day was safe in adults for three months; more was not tested. People with liver disease should
        not take it."
    Limits: a sentence that doubts or rebuts the claim is left alone where it says so in plain words; irony is not
        understood.
    References: World Health Organization. WHO guidelines on safety monitoring of herbal medicines in
        pharmacovigilance systems. Geneva, 2004.
    """
    for statement in read(analysis).holding("balance", "blanket-safety"):
        cue = _first(statement, "blanket-safety")
        if cue and not _turned(analysis, statement, cue) and not _by_one_way(analysis, statement, cue):
            yield Hit(
                "error",
                f'Calls it safe without limit: "{analysis.quote(cue.start, cue.end)}".',
                "Say for whom and in which amounts it was tested, what was seen, and who should be careful.",
                (statement.span,),
            )
    for question, answer in sure_answers(analysis, "safety"):
        yield Hit(
            "warning",
            f"A question about safety is answered with “{analysis.quote(answer.start, answer.end)}” and no limit.",
            "Say for whom and in which amounts it was tested, what was seen, and who should be careful.",
            tuple(Span(s.start, s.end) for s in (question, answer)),
        )


@rule
def discourages_care(analysis: Analysis) -> Iterator[Hit]:
    """The reader is kept from care: told to skip a doctor or a proven treatment, or that bad signs are good.

    Finds: "no need to see a doctor", "came off my tablets" told as a success, "ditch your statins", and symptoms
        explained as "the body cleansing itself".
    Why it matters: this is how health texts do bodily harm: by delay, by stopping what works, by overlooking
        warning signs.
    Example: "A rash in the first week is just a healing crisis, so there is no need to call the doctor."
    Instead: "A rash in the first week can be an allergy. Stop, and see a doctor on the same day if you have trouble
        breathing."
    Limits: advice that a doctor need not be seen can be right (a plain cold); the rule finds it all the same
        where it is put in these words. Advice against stopping treatment is left alone.
    References: Johnson SB, Park HS, Gross CP, Yu JB. Use of alternative medicine for cancer and its impact on
        survival. J Natl Cancer Inst 2018;110:121-124.
    """
    for statement in read(analysis).holding("balance", *_AWAY):
        cue = _first(statement, *_AWAY)
        if cue and not _turned(analysis, statement, cue):
            told = (
                "Explains a warning sign away"
                if cue.kind == "explained-away"
                else "Keeps the reader from care"
            )
            yield Hit(
                "error",
                f'{told}: "{analysis.quote(cue.start, cue.end)}".',
                _AWAY[cue.kind],
                (statement.span,),
            )


def _first(statement: Statement, *kinds: str) -> Cue | None:
    if statement.rebuts:
        return None
    return next((c for c in statement.cues["balance"] if c.kind in kinds), None)


def _by_one_way(analysis: Analysis, statement: Statement, cue: Cue) -> bool:
    """True for "you cannot overdose on vitamin D from sunlight": it is said of one way to take it in."""
    after = analysis.norms[cue.last : min(statement.sentence.last, cue.last + _REACH)]
    return not _TOO_MUCH.isdisjoint(analysis.norms[cue.first : cue.last]) and not _WAYS.isdisjoint(after)


def _turned(analysis: Analysis, statement: Statement, cue: Cue) -> bool:
    """Negated, doubted, asked or made a condition just before ("do not", "claims that", "if")."""
    first = max(statement.sentence.first, cue.first - 6)
    before = set(analysis.norms[first : cue.first])
    return asks(analysis, statement) or bool(words("balance-word", "doubt") & before)
