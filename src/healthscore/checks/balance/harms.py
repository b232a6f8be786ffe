"""Are harms told beside benefits, the serious ones too, and where a reader will see them?"""

from __future__ import annotations

from collections.abc import Iterator

from healthscore.checks.balance.advocacy import recommends, spans, strongest_praise
from healthscore.checks.balance.figures import asks, has_figures
from healthscore.checks.balance.statements import Reading, Statement, read
from healthscore.checks.base import Hit, counted, rule
from healthscore.language.analysis import Analysis
from healthscore.language.claims.rates import rates_in
from healthscore.language.lexicon import words

_CAUTIONS = ("who-should-not", "interaction", "condition", "limit")
_LOPSIDED = 5  # praising statements for each that names a harm
_MANY = 6
_FEW = 2
_LATE = 0.75
_LONG = 12
_NEAR = 6
_WORDS = "balance-word"


@rule
def no_harms_named(analysis: Analysis) -> Iterator[Hit]:
    """An article that recommends a treatment names no harm, risk or caution at all.

    Finds: articles in which many statements praise a treatment or product and none says what it may do wrong
        or who should not have it.
    Why it matters: every treatment that does something can do harm; a reader who is told only the good cannot
        weigh it. Naming each treatment's risks is one of the questions of DISCERN.
    Example: "Turmeric eases stiff joints. It improves digestion. It boosts the memory." and nothing else.
    Instead: "Turmeric capsules can upset the stomach and, in rare cases, harm the liver. Do not take them with blood
        thinners." Where nobody has looked for harms: "No study has looked at how safe it is."
    Limits: harms in words outside the lexicons, in pictures or behind a link are not seen. Whether the harms
        of this treatment are known to medicine is not judged.
    References: Charnock D et al. DISCERN: an instrument for judging the quality of written consumer health
        information on treatment choices. J Epidemiol Community Health 1999;53:105-111.
    """
    reading = read(analysis)
    if not recommends(reading) or reading.harms or reading.has("caution", *_CAUTIONS):
        return
    if any(_occurs(analysis, statement) for statement in reading.statements[_first_praise(reading) :]):
        return
    praised = len(reading.praises)
    yield Hit(
        "error",
        f"{counted(praised, 'sentence')} of {len(reading.statements)} {'praises' if praised == 1 else 'praise'} what is recommended and none names a harm.",
        "Name the known side effects and risks, how common they are, and who should not use it.",
        spans(strongest_praise(reading)),
        f"no side effect, risk, harm or caution in {counted(len(reading.statements), 'sentence')}",
    )


@rule
def serious_harms_missing(analysis: Analysis) -> Iterator[Hit]:
    """Risks are mentioned, but only trivial or unnamed ones, or one kind alone.

    Finds: articles that recommend a treatment and speak of "side effects" or "concerns" without naming any
        that matters: only cosmetic or mild ones, none by name, or a single serious one.
    Why it matters: a token harm looks like balance. Readers take the list they are given for the whole list.
    Example: "It lifts mood, eases pain and improves sleep. As with anything, some side effects are possible."
    Instead: "About 1 in 1,000 people get liver damage: stop and see a doctor if your skin turns yellow." Where none
        is known: "No serious harm was seen in 400 people over a year."
    Limits: the rule knows how grave a named harm is, not which harms this treatment has. A treatment whose
        harms are truly mild is accused wrongly where the text does not say that serious ones were looked for.
    References: Ioannidis JP, Lau J. Completeness of safety reporting in randomized trials. JAMA
        2001;285:437-443.
    """
    reading = read(analysis)
    if not reading.harms or not recommends(reading):
        return
    grave = _names(analysis, reading, "serious", "moderate")
    if len(grave) > _FEW or (grave and len(reading.praises) < _MANY):
        return
    named = _names(analysis, reading, "serious", "moderate", "trivial")
    told = f"the only harm named is {_listed(named)}" if named else "no harm is named"
    yield Hit(
        "warning" if grave else "error",
        f"Risks are touched on, but {told}, beside {counted(len(reading.praises), 'sentence')} of praise.",
        "Name the serious harms that are known, how often they come and the signs to watch for.",
        spans(_first_harms(reading)),
        f"no {'third ' if grave else ''}harm beyond the mild in {counted(len(reading.statements), 'sentence')}",
    )


@rule
def benefits_outweigh_risks(analysis: Analysis) -> Iterator[Hit]:
    """The text says that benefits outweigh risks without figures, or gives benefits many times the room.

    Finds: the bare assertion that benefits outweigh risks, and articles where statements of benefit outnumber
        those of harm five to one or more.
    Why it matters: whether a benefit is worth a risk depends on both amounts and on who decides. Said without
        figures it decides for the reader.
    Example: "For most people the benefits of intermittent fasting clearly outweigh any risks."
    Instead: "Of 100 people who fasted for a year, 20 lost weight that they would not have lost, and 5 stopped because of
        headaches or dizziness (source)."
    Limits: room is counted in sentences, so one long honest sentence about harm weighs as little as a short
        one. An assertion with a condition ("if the benefits outweigh the risks") is left alone.
    References: Schwitzer G. How do US journalists cover treatments, tests, products, and procedures? PLoS Med
        2008;5(5):e95.
    """
    reading = read(analysis)
    for statement in reading.holding("balance", "outweigh"):
        if _asserts_outweighing(analysis, statement):
            yield Hit(
                "warning",
                "Says that the benefits outweigh the risks and gives no figures for either.",
                "Give the size of the benefit and of the risk in the same units, and let the reader weigh them.",
                (statement.span,),
            )
    praised, harmful = len(reading.praises), len(reading.harms)
    if harmful and praised >= _MANY and praised >= _LOPSIDED * harmful and recommends(reading):
        yield Hit(
            "warning",
            f"{counted(praised, 'sentence')} tell of benefits, {counted(harmful, 'sentence')} of harm.",
            "Tell risks as fully as benefits: which, in how many people, and who is most at risk.",
            spans((*strongest_praise(reading), *_first_harms(reading))),
        )


@rule
def risks_buried(analysis: Analysis) -> Iterator[Hit]:
    """Risks come only at the end, are played down in the same breath, or are put off.

    Finds: in articles that recommend a treatment, a risk that is called rare, mild or avoidable as soon as it is
        named, or "generally considered safe" beside it, with no figure; risks that somebody "will go through with you" and that are not named; and risks that appear only in the last quarter, after all the praise.
    Why it matters: many readers stop early, and "but this is rare" without a number cannot be checked; words
        such as "rare" are read as very different chances by different people.
    Example: "Implants can leak, but this is very uncommon and nothing to worry about."
    Instead: "About 1 implant in 10 leaks within ten years, and is then taken out", beside what implants are praised
        for.
    Limits: the order is taken from the text, not from a page's layout. A frequency word without a turning word
        ("Serious side effects are rare.") is left alone.
    References: Knapp P, Raynor DK, Berry DC. Comparison of two methods of presenting risk information to
        patients about the side effects of medicines. Qual Saf Health Care 2004;13:176-180.
    """
    reading = read(analysis)
    if not recommends(reading):
        return
    for statement in reading.holding("balance", "minimiser", "reassurance"):
        if _played_down(analysis, statement):
            yield Hit(
                "warning",
                "Names a risk and plays it down at once, with no figure.",
                "Say how often it happens, in numbers (“about 1 in 200 people”), and leave the judgement to the reader.",
                (statement.span,),
            )
    for statement in _put_off(reading):
        yield Hit(
            "warning",
            "Puts the risks off to a later talk and names none.",
            "Name the main risks here, how often they come, and what is done about them.",
            (statement.span,),
        )
    total = len(reading.statements)
    early = sum(s.place < reading.harms[0].place for s in reading.praises) if reading.harms else 0
    if total >= _LONG and early >= _MANY and reading.harms[0].place >= _LATE * total:
        yield Hit(
            "warning",
            f"The first risk comes in sentence {reading.harms[0].place + 1} of {total}, "
            f"after {counted(early, 'sentence')} of praise.",
            "Move the main risks up, beside the main benefits.",
            spans(reading.harms[:2]),
        )


def _names(analysis: Analysis, reading: Reading, *severities: str) -> list[str]:
    """The harms of these severities by name, each once, in order of place."""
    cues = (cue for s in reading.harms for cue in s.named if cue.attributes["severity"] in severities)
    return list(dict.fromkeys(analysis.quote(cue.start, cue.end).lower() for cue in cues))


def _first_harms(reading: Reading) -> tuple[Statement, ...]:
    return reading.harms[:3]


def _first_praise(reading: Reading) -> int:
    return reading.praises[0].place if reading.praises else 0


def _occurs(analysis: Analysis, statement: Statement) -> bool:
    """An ill that is told with how often it comes, and no word of praise: "cold hands are common"."""
    if statement.praise or not statement.has("harm", "effect"):
        return False
    sentence = statement.sentence
    return "frequency" in analysis.cues_by_category(sentence) or bool(rates_in(analysis, sentence))


def _asserts_outweighing(analysis: Analysis, statement: Statement) -> bool:
    """Says outright that the good outweighs the bad: no condition, question, denial or figure."""
    cue = next(c for c in statement.cues["balance"] if c.kind == "outweigh")
    if has_figures(analysis, statement) or asks(analysis, statement):
        return False
    before = set(analysis.norms[statement.sentence.first : cue.first])
    denied = any(0 <= cue.first - c.last < _NEAR for c in statement.cues.get("negation", ()))
    harm_after = any(c.first >= cue.first for c in statement.cues.get("harm", ()))
    outright = before & words(_WORDS, "upside") and not before & words(_WORDS, "condition")
    return bool(outright) and harm_after and not denied


def _played_down(analysis: Analysis, statement: Statement) -> bool:
    """A risk, and after a turn a word that shrinks it: "infections occur, but these are rare"."""
    harms = [cue.first for cue in statement.cues.get("harm", ())]
    if not harms or has_figures(analysis, statement):
        return False
    if statement.has("balance", "reassurance") and (statement.harmful or statement.has("harm", "risk-word")):
        return True
    turns = words(_WORDS, "turn")
    for cue in statement.cues["balance"]:
        if cue.kind != "minimiser":
            continue
        low = max(statement.sentence.first, cue.first - _NEAR)
        turn = next((i for i in range(cue.first - 1, low - 1, -1) if analysis.tokens[i].norm in turns), None)
        if turn is not None and (turn == cue.first - 1 or harms[0] < turn):
            return True
    return False


def _put_off(reading: Reading) -> Iterator[Statement]:
    """Statements by which somebody will tell the risks, where none is named in them or beside them."""
    for statement in reading.holding("balance", "deferral"):
        near = reading.statements[max(statement.place - 1, 0) : statement.place + 2]
        risky = any(s.general or s.has("harm", "general", "risk-word") for s in near)
        if risky and not any(s.named for s in near):
            yield statement


def _listed(names: list[str]) -> str:
    return " and ".join((", ".join(names[:-1]), names[-1])) if len(names) > 1 else names[0]
