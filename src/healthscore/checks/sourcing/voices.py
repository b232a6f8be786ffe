"""News of research that does not say who paid, lets only those speak who did the work, or copies what was sent out."""

from __future__ import annotations

from collections.abc import Iterator

from healthscore.checks.base import Hit, counted, rule_with
from healthscore.checks.sourcing.interests import asked, declares, handouts, independent, pays
from healthscore.checks.sourcing.support import span_of
from healthscore.checks.told import news_of_study, spoken, telling, told
from healthscore.language.analysis import Analysis

_SHOWN = 2


@rule_with("sourcing.funding_told", "sourcing.news_sources_told")
def funding_untold(analysis: Analysis) -> Iterator[Hit]:
    """News of research does not say who paid for it.

    Finds: news of a study, with people who speak of it, and no sentence on who funded the study or on interests.
    Why it matters: studies that a maker pays for come out in its favour more often. A reader who is told can allow
        for it.
    Example: "The trial found that the patch helps, said Dr Lee." and no word on money to the end.
    Instead: The trial was funded by the patch's maker; two of its authors have received fees from it.
    Limits: what a website shows beside the text does not reach this check, so it is a note.
    References: Lundh A, Lexchin J, Mintzes B, Schroll JB, Bero L. Industry sponsorship and research outcome. Cochrane
        Database Syst Rev 2017;2:MR000033. Schwitzer G. PLoS Med 2008;5:e95.
    """
    if news_of_study(analysis) and not telling(analysis, lambda s: pays(s) or declares(s)):
        yield Hit(
            "note",
            "It reports a study and does not say who paid for it.",
            "Say who funded the study, and what ties its authors have to a maker.",
            searched=f"no funder, grant, sponsor or interest in {counted(len(told(analysis)), 'sentence')}",
        )


@rule_with("sourcing.independent_voices", "sourcing.news_sources_told")
def no_independent_voice(analysis: Analysis) -> Iterator[Hit]:
    """Only those speak who did the work.

    Finds: news of a study in which people speak, and nobody of whom it is said that they had no part in the study.
    Why it matters: whoever did the work is the last to see its faults. One outside expert is what reviewers of news
        ask for first.
    Example: "This changes everything, said Dr Lee, who led the trial."
    Instead: "The effect is small, said Dr Khan, a cardiologist who was not involved in the trial."
    Limits: an outsider is known by such words as "not involved" or "independent expert"; one who is only named is
        not seen to be one. So it is a note.
    References: Schwitzer G. How do US journalists cover treatments, tests, products, and procedures? PLoS Med
        2008;5:e95.
    """
    if news_of_study(analysis) and not telling(analysis, independent):
        speakers = telling(analysis, spoken)
        yield Hit(
            "note",
            "Everybody who speaks here may have had a part in the work; nobody is said to have had none.",
            "Ask somebody who had no part in the study what it is worth, and say that they had none.",
            tuple(one.span for one in speakers[:_SHOWN]),
            searched=f"nobody “not involved” or “independent” in {counted(len(told(analysis)), 'sentence')}",
        )


@rule_with("sourcing.handouts_used")
def copied_handout(analysis: Analysis) -> Iterator[Hit]:
    """Words are taken from a release or a statement, and nobody was asked.

    Finds: news of a study with "said in a news release", "in a statement" and their like, where nobody tells the
        writer anything and nobody speaks who had no part in the study.
    Why it matters: a release is written by those who did the work or sell it. News that only hands it on has asked
        none of the questions that a reader would ask.
    Example: "The patch will change lives," Dr Lee said in a news release from the company.
    Instead: "The patch eased pain a little," Dr Lee told this newspaper. Dr Khan, who was not involved, finds the trial
        too short.
    Limits: it does not see what was copied without saying so, nor who was asked and is quoted like everybody else; so
        it is a note.
    References: Schwitzer G. How do US journalists cover treatments, tests, products, and procedures? PLoS Med
        2008;5:e95. Sumner P, et al. The association between exaggeration in health related science news and academic
        press releases. BMJ 2014;349:g7015.
    """
    handed = handouts(analysis)
    if handed and news_of_study(analysis) and not telling(analysis, lambda s: asked(s) or independent(s)):
        yield Hit(
            "note",
            "Words are taken from a release or a statement, and nobody else was asked.",
            "Ask the researchers yourself, and somebody who had no part in the study.",
            tuple(span_of(sentence) for sentence in handed[:_SHOWN]),
            searched=f"nobody “told” the writer anything, and nobody “not involved”, in {counted(len(told(analysis)), 'sentence')}",
        )
