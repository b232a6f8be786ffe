"""Are other choices told: other treatments fairly, doing nothing, and a choice made together?"""

from __future__ import annotations

from collections.abc import Iterator

from healthscore.checks.balance.advocacy import ENOUGH_PRAISE, recommends, spans, strongest_praise
from healthscore.checks.balance.figures import has_figures
from healthscore.checks.balance.statements import Reading, Statement, read
from healthscore.checks.base import Hit, counted, rule
from healthscore.language.analysis import Analysis

_MANY = 5


@rule
def no_alternatives(analysis: Analysis) -> Iterator[Hit]:
    """An article that recommends a treatment names no other, or none except to run it down.

    Finds: praise of a treatment or product with no other treatment called by name; others only waved at
        ("traditional medications") or only disparaged count as none.
    Why it matters: a choice needs something to choose from. That there may be more than one possible treatment
        is one of the questions of DISCERN.
    Example: "Magnet bracelets relieve arthritis pain, unlike conventional drugs, which only mask it."
    Instead: "Exercise, painkillers and, late in the disease, a new joint are the usual treatments. Exercise eases pain
        about as much as painkillers, and has no side effects to speak of (source)."
    Limits: treatments outside the lexicons are not recognised. A page about one medicine that is part of a
        larger leaflet is blamed alone.
    References: Charnock D et al. DISCERN: an instrument for judging the quality of written consumer health
        information on treatment choices. J Epidemiol Community Health 1999;53:105-111.
    """
    reading = read(analysis)
    if not recommends(reading) or others_named(analysis, reading):
        return
    waved = [s for s in reading.statements if s.has("alternative", "generic") or _disparages(s)]
    shown = sorted(waved, key=lambda s: (not _disparages(s), s.place))[:3]
    told = "others are only waved at or disparaged" if waved else "no other is mentioned"
    yield Hit(
        "error",
        f"Recommends one course and names no other treatment by name: {told}.",
        "Name the usual treatments and what each can do, with its benefits and harms.",
        spans((*shown, *strongest_praise(reading, 2))),
        f"no treatment but its own named in {counted(len(reading.statements), 'sentence')}",
    )


@rule
def no_option_of_doing_nothing(analysis: Analysis) -> Iterator[Hit]:
    """An article that recommends a treatment never says what happens without one.

    Finds: praise of a treatment in several sentences and not one word about waiting, the natural course, or what
        happens if nothing is done.
    Why it matters: many complaints pass by themselves; without that yardstick a reader credits the treatment.
    Example: five paragraphs on a nasal spray for colds that never say that colds pass in a week or so.
    Instead: "A cold passes by itself in seven to ten days. The spray eases the nose meanwhile, and does not shorten it."
    Limits: for some conditions leaving them alone is no option, and the rule does not know which; it is a note.
    References: Charnock D et al. DISCERN: an instrument for judging the quality of written consumer health
        information on treatment choices. J Epidemiol Community Health 1999;53:105-111.
    """
    reading = read(analysis)
    if len(reading.praises) < _MANY or not recommends(reading):
        return
    if reading.has("no-treatment"):
        return
    yield Hit(
        "note",
        f"{counted(len(reading.praises), 'sentence')} praise what is recommended; none says what happens without treatment.",
        "Say what usually happens if nothing is done, and how much the treatment changes that.",
        spans(strongest_praise(reading, 1)),
        f"no waiting, natural course or comparison with no treatment in {counted(len(reading.statements), 'sentence')}",
    )


@rule
def no_shared_decision(analysis: Analysis) -> Iterator[Hit]:
    """An article that recommends a treatment gives the reader no part in the decision.

    Finds: praise of a treatment in several sentences and no word about preferences, weighing pros and cons,
        questions to ask, or talking it over with someone qualified.
    Why it matters: what is right depends on what matters to the person; support for shared decisions is the last
        of DISCERN's questions on treatment.
    Example: "Book your laser session today. It restores perfect vision and frees you from glasses for good."
    Instead: "Whether it is worth it depends on your eyes, your work and how much glasses bother you. Ask the surgeon how
        many patients still need them after five years."
    Limits: a bare "consult a professional" is enough to escape this rule; what it is worth is another rule's
        question (``hedging/boilerplate-disclaimer``).
    References: Elwyn G et al. Shared decision making: a model for clinical practice. J Gen Intern Med
        2012;27:1361-1367.
    """
    reading = read(analysis)
    if not recommends(reading) or reading.has("shared-decision"):
        return
    sells = reading.has("promotion", "call-to-buy")
    yield Hit(
        "warning" if sells else "note",
        "Recommends a treatment and leaves the reader no part in the decision.",
        "Say what the choice depends on, which questions to ask, and whom to talk it over with.",
        spans(strongest_praise(reading, 1)),
        f"no preference, weighing, question or consultation in {counted(len(reading.statements), 'sentence')}",
    )


@rule
def unfair_comparison(analysis: Analysis) -> Iterator[Hit]:
    """Another treatment is set in a bad light without data.

    Finds: in articles that recommend a treatment, "unlike synthetic drugs", "fewer side effects than prescription
        painkillers", "forget pills that only mask the symptoms", with no figure, study or source in the sentence.
    Why it matters: a comparison is a claim about two things. Without a head-to-head figure it only sells one.
    Example: "Unlike prescription sleeping pills, valerian has no side effects."
    Instead: "Against placebo valerian made little difference (source). No trial has set it against sleeping pills."
    Limits: a comparison is known by its words; one made by placing two paragraphs side by side is not seen.
    References: Woloshin S, Schwartz LM, Casella SL, Kennedy AT, Larson RJ. Press releases by academic medical
        centers: not so academic? Ann Intern Med 2009;150:613-618.
    """
    reading = read(analysis)
    if not (reading.has("promotion", "unfair-comparison") or reading.has("balance", "contrast", "rival")):
        return
    selling = len(reading.praises) >= ENOUGH_PRAISE and recommends(reading)
    for statement in reading.statements:
        if not _disparages(statement) or has_figures(analysis, statement):
            continue
        if selling or statement.has("promotion", "unfair-comparison"):
            yield Hit(
                "error" if _safer(statement) else "warning",
                "Sets other treatments in a bad light, with no figure or study to compare them by.",
                "Cite a head-to-head comparison with its result, or describe each treatment by itself.",
                (statement.span,),
            )


def others_named(analysis: Analysis, reading: Reading) -> tuple[str, ...]:
    """The other treatments that are called by name and not only disparaged, each once, in order of place.

    Where an article recommends something and praises the only treatment it names, that is the one it is about.
    """
    names: list[str] = []
    praised: list[str] = []
    for statement in reading.holding("alternative"):
        if _disparages(statement):
            continue
        for cue in statement.cues["alternative"]:
            if cue.kind != "generic":
                stems = analysis.stems[cue.first : cue.last]
                if not reading.topic.intersection(stems):
                    names.append(" ".join(stems))
                    praised += names[-1:] if any(cue.last <= good.first for good in statement.praise) else []
    different = tuple(dict.fromkeys(names))
    return () if len(different) == 1 and praised and recommends(reading) else different


def _disparages(statement: Statement) -> bool:
    """Does it set one kind of treatment against another and favour one?"""
    if statement.has("promotion", "unfair-comparison"):
        return True
    contrasts = statement.has("balance", "contrast")
    if statement.has("balance", "rival"):
        return _safer(statement) or (contrasts and bool(statement.praise))
    return contrasts and _safer(statement) and statement.has("alternative")


def _safer(statement: Statement) -> bool:
    return statement.has("balance", "superiority")
