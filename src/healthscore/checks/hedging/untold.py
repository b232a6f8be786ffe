"""What news of a study leaves out: its size, its limits; and what it makes more of than it is."""

from __future__ import annotations

from collections.abc import Iterator

from healthscore.checks.base import Hit, counted, rule_with
from healthscore.checks.told import Told, news_of_study, telling, told
from healthscore.language.analysis import Analysis

_SHOWN = 3


@rule_with("hedging.participants_counted", "hedging.news_evidence_told")
def size_untold(analysis: Analysis) -> Iterator[Hit]:
    """A study is reported and not how many took part.

    Finds: news of research in which no number counts people, and no animals or cells are spoken of.
    Why it matters: a dozen people show less than a thousand. The number is the least that a reader needs to weigh a
        study.
    Example: "In a new trial patients who took the pill slept better, said Dr Lee."
    Instead: In a trial of 48 adults those who took the pill slept 12 minutes longer.
    Limits: a count of records or scans is not taken for one of people.
    References: Schulz KF, Altman DG, Moher D. CONSORT 2010 statement. BMJ 2010;340:c332.
    """
    if not news_of_study(analysis) or telling(analysis, lambda s: s.people):
        return
    if not telling(analysis, lambda s: s.has("design", "animal", "laboratory")):
        yield Hit(
            "note",
            "It reports a study and does not say how many people took part.",
            "Say how many took part, and how many were in each group.",
            searched=f"no number of patients, people, women ... in {counted(len(told(analysis)), 'sentence')}",
        )


@rule_with("hedging.limits_told", "hedging.news_evidence_told")
def limits_untold(analysis: Analysis) -> Iterator[Hit]:
    """A study is reported as if it had no limits.

    Finds: news of research without a word on what the study cannot show: its limits, doubts, what is unknown, what
        larger studies must confirm.
    Why it matters: no single study settles anything. Readers who are told of the limits trust news no less and are
        less often misled.
    Example: A report on one small trial that ends with "this is the future of care, said Dr Lee".
    Instead: The trial was small and short, and cannot show whether the effect lasts.
    Limits: "more research is needed" counts as a word on limits, though it says little.
    References: Schwitzer G. PLoS Med 2008;5:e95. Jensen JD. Scientific uncertainty in news coverage of cancer research.
        Human Communication Research 2008;34:347-369.
    """
    if news_of_study(analysis) and not telling(analysis, _limits):
        yield Hit(
            "warning",
            "It reports a study and says nothing of what the study cannot show.",
            "Say how small or short it was, what it could not measure, and who must confirm it.",
            searched=f"no limit, doubt or unknown in {counted(len(told(analysis)), 'sentence')}",
        )


@rule_with("hedging.firsts_claimed")
def unearned_first(analysis: Analysis) -> Iterator[Hit]:
    """Something is said to be the first, and nothing is told of what went before.

    Finds: "the first of its kind", "for the first time", in an article without a word on earlier studies or on what
        is done now.
    Why it matters: hardly anything is the first. What is called new sells better than what is called a little better
        than the old.
    Example: It is the first treatment of its kind, and it will change lives.
    Instead: Two other drugs of this kind have been tested since 2012; this is the first that was tried in children.
    Limits: it cannot know whether the thing is the first; so it is a note.
    References: Schwitzer G. How do US journalists cover treatments, tests, products, and procedures? PLoS Med
        2008;5:e95.
    """
    before = telling(
        analysis,
        lambda s: s.has("novelty", "before") or s.has("study", "review") or s.has("comparison", "usual"),
    )
    firsts = telling(analysis, lambda s: s.has("novelty", "first"))
    if firsts and not before:
        yield Hit(
            "note",
            "Said to be the first, and nothing is told of what was known or done before.",
            "Say what there is already, and what exactly is new.",
            tuple(one.span for one in firsts[:_SHOWN]),
            searched=f"no earlier study or usual treatment in {counted(len(told(analysis)), 'sentence')}",
        )


@rule_with("hedging.sensation_density")
def sensational_word(analysis: Analysis) -> Iterator[Hit]:
    """A sensational word stands where a result should.

    Finds: "breakthrough", "game changer", "miracle", "revolutionary" and their like, outside denials and questions.
    Why it matters: such words are used of drugs that were tried in mice as often as of those that save lives, so they
        tell a reader nothing but how to feel.
    Example: The breakthrough pill is a game changer for people with gout.
    Instead: In a trial of 200 people with gout those on the pill had two attacks a year fewer.
    Limits: a drug may be all that; the word would still not say by how much.
    References: Abola MV, Prasad V. The use of superlatives in cancer research. JAMA Oncol 2016;2:139-141.
    """
    for one in telling(analysis, lambda s: s.has("sensation", "marvel") and not s.has("negation")):
        if analysis.article.text[one.sentence.end - 1] != "?":
            yield Hit(
                "note",
                "A sensational word stands where a result should.",
                "Say what was found, in whom and how much, and leave the word out.",
                (one.span,),
            )


def _limits(sentence: Told) -> bool:
    return sentence.has("study", "limit", "cause", "caution")
