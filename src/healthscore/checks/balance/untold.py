"""What news of a treatment leaves out: what it costs, how large the benefit is; and how an illness is made larger."""

from __future__ import annotations

from collections.abc import Iterator

from healthscore.checks.balance.costs import prices
from healthscore.checks.balance.outcomes import absolute, figure, gain
from healthscore.checks.base import Hit, counted, rule_with
from healthscore.checks.told import news_of_study, telling, told
from healthscore.language.analysis import Analysis

_SHOWN = 3


@rule_with("balance.costs_told", "balance.news_facts_told")
def costs_untold(analysis: Analysis) -> Iterator[Hit]:
    """News of a treatment does not say what it costs.

    Finds: news of research without a sentence on price, cost or who pays.
    Why it matters: what nobody can pay for helps nobody, and cost is what health news leaves out most often.
    Example: A report on a new migraine injection that never says that it costs 500 dollars a month.
    Instead: The injection costs about 500 dollars a month, and most insurers do not yet pay for it.
    Limits: for a food, a walk or a drug that is years away a price may be too much to ask; so it is a note.
    References: Schwitzer G. How do US journalists cover treatments, tests, products, and procedures? PLoS Med
        2008;5:e95.
    """
    if news_of_study(analysis) and not telling(analysis, prices):
        yield Hit(
            "note",
            "It tells of a treatment and not of what it costs, or who pays.",
            "Say what it costs, or what comparable treatments cost, and who pays.",
            searched=f"no price, cost or insurance in {counted(len(told(analysis)), 'sentence')}",
        )


@rule_with("balance.outcome_rates", "balance.news_facts_told")
def benefit_without_numbers(analysis: Analysis) -> Iterator[Hit]:
    """A benefit is reported and no number says how large it is.

    Finds: news of research that says that something helps or improves, where no result is told as a share, as so many
        of so many, or in days, points and other units.
    Why it matters: "improved significantly" may mean much or next to nothing. Without a number nobody can weigh the
        benefit against harm and cost.
    Example: "Patients on the drug improved significantly, said Dr Lee." and no number.
    Instead: Of 100 patients on the drug 40 were free of pain after two hours, and 25 of 100 on placebo.
    Limits: a number in a sentence that compares is taken for a result, whatever it counts.
    References: Woloshin S, Schwartz LM, Welch HG. Know Your Chances. University of California Press, 2008.
    """
    gains = telling(analysis, gain) if news_of_study(analysis) else []
    if gains and not _figures(analysis):
        yield Hit(
            "warning",
            "A benefit is reported, and no number says how large it is.",
            "Give the result in each group, as so many of 100 or in units, and over how long.",
            tuple(one.span for one in gains[:_SHOWN]),
            searched=f"no share, count or amount beside a result in {counted(len(told(analysis)), 'sentence')}",
        )


@rule_with("balance.illness_alarm")
def alarming_illness(analysis: Analysis) -> Iterator[Hit]:
    """An illness is made larger by words of alarm.

    Finds: "silent killer", "epidemic", "millions do not know that they have it", with no number of people in the
        sentence.
    Why it matters: whoever fears an illness buys the test and the cure. Turning mild complaints and mere risks into
        dread diseases sells treatments to people who are well.
    Example: Dry eye is a silent epidemic, and most of those who have it do not know it.
    Instead: Of 100 adults about 7 say that their eyes are often dry; few of them need treatment.
    Limits: some epidemics are real, and some illnesses do go unseen; so it is a note, and one with a number in the
        sentence is left alone.
    References: Moynihan R, Heath I, Henry D. Selling sickness: the pharmaceutical industry and disease mongering. BMJ
        2002;324:886-891.
    """
    for one in telling(analysis, lambda s: s.has("prevalence", "dread") and not s.numbers):
        yield Hit(
            "note",
            "Words of alarm stand where a number should.",
            "Say how many have it, how ill they are, and how many come to harm.",
            (one.span,),
        )


def _figures(analysis: Analysis) -> bool:
    return any(figure(one) or absolute(analysis, one) for one in told(analysis))
