"""The doses that an article states: what to take or to start with, and what is too much."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from healthscore.checks.consistency.figures.figured import led_in, limits_of_title
from healthscore.checks.consistency.weighing import Statement
from healthscore.language.analysis import Analysis, Sentence
from healthscore.language.claims.circumstances import moments_of
from healthscore.language.claims.concepts import content
from healthscore.language.claims.kinds import Kind, is_kind
from healthscore.language.claims.model import Quantity
from healthscore.language.claims.quantities import Amount, amounts_in, counts_things, number
from healthscore.language.claims.scope import forms_of, limits_of
from healthscore.language.cues import Cue
from healthscore.language.tokens import Token
from healthscore.regexes import when_needed

_DOSES = ("dose", "dosage", "intake", "amount")
_PLAIN = frozenset("right correct proper usual normal best safe starting first next maximum minimum".split())
_SHARE_REACH = 5  # tokens between "1.5 g" and "in 100 g"
_BARE_BOUNDS = frozenset({"above", "over", "beyond", "exceeding", "than"})
_TOO_MUCH = frozenset(
    "never not no too exceed maximum limit limits harm harmful harms toxic dangerous risk risks damage overdose avoid should "
    "must cannot worse bad useless wasted waste nothing much unsafe poison poisonous tested problems sick ill advised".split()
)
_AT_ONCE = when_needed(
    r"\b(?:at (?:a|one|any one) time|at once|in one go|(?:a|each|every|any|one|per|single) dose|each time|in one sitting)\b"
)
_IN_A_DAY = when_needed(
    r"\b(?:(?:24|twenty-?\s?four) ?-?(?:hours?|h)\b|(?:a|per|each|every|one|any|the whole|single) day\b|(?:over|through|during) the day\b|daily\b|altogether\b)"
)
_KILO = 1_000_000.0  # milligrams
DOSED = ("mass", "volume", "IU", "count")
_LONG = "time:long"
_REACH = 8  # tokens between an amount and the words that say what it is for
_SAID_WITHIN = 3  # tokens from "is" to "the maximum"
_LONGEST_NAME = 4  # tokens of the substance in "2 g of fish oil"
_DAILY = 4  # tokens of "three times a day"
_COUNTED = 3  # tokens from "two" to the amount in "two capsules of 30 mg"
_PORTIONS = frozenset({"doses", "scoops", "sachets", "servings", "spoonfuls"})
_BELIEVED = frozenset({"believed", "thought", "assumed"})
_SURVEYS = frozenset({"survey", "surveys", "average", "averages"})
_STUDIES = frozenset({"study", "trial", "studies", "trials", "experiment", "researchers"})
_FOUND = frozenset({"found", "showed", "shown", "reported", "observed"})
_TELLS = frozenset({"should", "take", "need", "needs", "require", "requires"})
_TOLD_TO = frozenset({"should", "recommended", "advised", "limit", "maximum"})
_WHO = frozenset({"on", "with", "who", "whose", "over", "under", "above", "below"})
_TAKE = frozenset({"take", "takes", "taking", "use", "using"})
_WAS = frozenset({"was", "were", "had", "took", "received"})
AFTER_A_NAME = (
    Kind.PREPOSITION | Kind.DETERMINER | Kind.AUXILIARY | Kind.COORDINATOR | Kind.SUBORDINATOR | Kind.VERB
)

Role = Literal["advice", "start", "limit"]


class Dose(Struct, frozen=True):
    """An amount of a substance, as advice (take, start) or as a limit (too much above).

    ``named``: called the usual or recommended dose. ``substance`` is the article's topic where none is named;
    ``thing`` is what is counted (tablets, cloves), empty for a measured amount; ``people`` is whom and when it is for,
    and ``lasting`` whether for long. ``daily`` is what "25 mg three times a day" makes in a day, where that is said.
    """

    role: Role
    named: bool
    quantity: Quantity
    text: str
    people: frozenset[str]
    lasting: bool
    conditions: frozenset[str]
    substance: frozenset[str]
    thing: str
    sentence: Sentence
    daily: Quantity | None = None

    def statement(self) -> Statement:
        """The dose as one side of a conflict."""
        matter = frozenset({self.quantity.unit})
        return Statement(self.sentence, self.text, self.substance or matter, matter, limits=self.people)


def doses(analysis: Analysis) -> Iterator[Dose]:
    """Every dose that the article states in its own voice, in order of place."""
    for sentence in analysis.prose_sentences:
        amounts = [
            a for a in amounts_in(analysis, sentence) if a.quantity.unit in DOSED and not _is_no_dose(a)
        ]
        amounts = [
            a
            for a in amounts
            if not _is_a_share(analysis, sentence, a) and not _is_in_all(analysis, sentence, a)
        ]
        if not amounts or sentence.index in analysis.quoted:
            continue
        if any(c.kind != "conditional" for c in analysis.cues_in(sentence, "voice")):
            continue
        cues = analysis.cues_in(sentence, "knowledge")
        if _is_tried(analysis, sentence):
            continue
        conditions, limits = analysis.cues_in(sentence, "health"), limits_of(analysis, sentence)
        for amount in amounts:
            role = _role(analysis, amount, cues)
            if role is not None:
                yield Dose(
                    role,
                    _is_named(analysis, amount, cues),
                    _of_its_time(analysis, sentence, _multiplied(analysis, amount)),
                    _written(analysis, amount),
                    _people(limits - limits_of_title(analysis))
                    | _forms(analysis, sentence)
                    | moments_of(analysis, sentence)
                    | led_in(analysis, sentence)
                    | _led_by_people(analysis, sentence),
                    _LONG in limits,
                    frozenset(analysis.stems[c.first] for c in conditions if c.kind == "condition"),
                    _substance(analysis, amount, sentence),
                    analysis.stems[amount.last - 1] if amount.quantity.unit == "count" else "",
                    sentence,
                    _in_a_day(analysis, amount),
                )


def _led_by_people(analysis: Analysis, sentence: Sentence) -> frozenset[str]:
    """Whom a sentence is about that begins with "People on dialysis" or "Patients over 80"."""
    first, norms = sentence.first, analysis.norms
    people = analysis.kinds[first] & Kind.PERSON_NOUN and norms[first + 1] in _WHO
    if not people or not {*norms[first + 1 : first + 3]}.isdisjoint(_TAKE):
        return frozenset()
    return frozenset({f"people:{'+'.join(norms[first + 1 : first + 3])}"})


def _is_a_share(analysis: Analysis, sentence: Sentence, amount: Amount) -> bool:
    """True for "1.5 g of salt in 100 grams", and for the 100 grams."""
    hundred = analysis.places.get("100", ())
    near = range(
        max(sentence.first + 1, amount.first - _SHARE_REACH), min(sentence.last, amount.last + _SHARE_REACH)
    )
    return any(i in near and analysis.norms[i - 1] in ("in", "per", "every") for i in hundred)


def _is_in_all(analysis: Analysis, sentence: Sentence, amount: Amount) -> bool:
    """True for "a total of 120 mg per kg", which a whole course comes to; not for "a total of 3 g a day"."""
    before = analysis.norms[max(sentence.first, amount.first - 2) : amount.first]
    return "total" in before and amount.quantity.per != "day"


def _is_no_dose(amount: Amount) -> bool:
    """True for the weight of somebody, as no dose is a kilo, and for a change to less."""
    return amount.quantity.low < 0 or (amount.quantity.unit == "mass" and amount.quantity.low >= _KILO)


def _is_named(analysis: Analysis, amount: Amount, cues: list[Cue]) -> bool:
    """True for the usual dose, and for what somebody "should take" or "needs" a day."""
    told = amount.quantity.per == "day"
    if "dose-named" in _called(analysis, amount, cues):
        return True
    return any(
        c.kind == "dose-named" or (told and c.kind == "dose-advice" and analysis.norms[c.first] in _TELLS)
        for c in cues
        if c.first < amount.first
    )


def _is_tried(analysis: Analysis, sentence: Sentence) -> bool:
    """True for "the study showed that 2 g for twelve weeks was effective" and "2 g are believed to be needed"."""
    words = frozenset(analysis.words(sentence))
    if not words.isdisjoint(_BELIEVED) or (not words.isdisjoint(_SURVEYS) and words.isdisjoint(_TOLD_TO)):
        return True  # what people have is no advice
    told = not words.isdisjoint(_STUDIES) and not words.isdisjoint(_FOUND)
    return told and not words.isdisjoint(_WAS) and "limit" not in words


def _people(limits: Iterable[str]) -> frozenset[str]:
    """Whom a dose is for, and under whose eye; adults are the default."""
    whom = ("population:", "people:", "setting:supervised", "setting:prescribed", "setting:added")
    return frozenset(limit for limit in limits if limit.startswith(whom))


def _multiplied(analysis: Analysis, amount: Amount) -> Quantity:
    """The amount of "two capsules of 30 mg" and of "two 30 mg tablets": 60 mg."""
    at = _counter(analysis, amount)
    if at is None:
        return amount.quantity
    times = number(analysis.tokens[at])
    return replace(amount.quantity, low=amount.quantity.low * times, high=amount.quantity.high * times)


def _of_its_time(analysis: Analysis, sentence: Sentence, quantity: Quantity) -> Quantity:
    """An amount with what its sentence says of how much of the day it is for: "at a time", "in twenty-four hours"."""
    if quantity.per:
        return quantity
    said = " ".join(analysis.norms[sentence.first : sentence.last])
    at_once, in_a_day = _AT_ONCE().search(said), _IN_A_DAY().search(said)
    if bool(at_once) == bool(in_a_day):
        return quantity
    return replace(quantity, per="dose" if at_once else "day")


def _in_a_day(analysis: Analysis, amount: Amount) -> Quantity | None:
    """The amount of a day where one is taken "three times a day" or "twice daily"."""
    norms, tokens = analysis.norms, analysis.tokens
    last = analysis.sentence_at(amount.first).last
    end = _end_of_portion(analysis, amount)
    after = norms[end : min(last, end + _DAILY)]
    times = {"once": 1.0, "twice": 2.0}.get(after[0]) if after else None
    if after[1:2] == ["times"] and counts_things(tokens[end]):
        times, after = number(tokens[end]), after[1:]
    if times is None or (
        after[1:3] not in (["a", "day"], ["per", "day"], ["each", "day"], ["every", "day"])
        and after[1:2] != ["daily"]
    ):
        return None
    whole = _multiplied(analysis, amount)
    return replace(whole, low=whole.low * times, high=whole.high * times, per="day")


def _written(analysis: Analysis, amount: Amount) -> str:
    """The words of an amount, with how many of it: "two 30 mg tablets"."""
    at = _counter(analysis, amount)
    if at is None:
        return analysis.quote(amount.start, amount.end)
    last = _end_of_portion(analysis, amount) if at == amount.first - 1 else amount.last
    return analysis.quote(analysis.tokens[at].start, analysis.tokens[last - 1].end)


def _end_of_portion(analysis: Analysis, amount: Amount) -> int:
    """The token after what an amount is that of: after the tablets of "400 mg ibuprofen tablets"."""
    tokens, end = analysis.tokens, amount.last
    named = end + 1 < len(tokens) and not is_kind(tokens[end], Kind.CLOSED)
    near = range(end, min(len(tokens), end + 1 + named))
    return next((i + 1 for i in near if _is_portion(tokens[i])), end)


def _is_portion(token: Token) -> bool:
    return is_kind(token, Kind.FORM_NOUN) or token.norm in _PORTIONS


def _counter(analysis: Analysis, amount: Amount) -> int | None:
    """The token that counts the portions of an amount: the "two" of "two capsules of 30 mg"."""
    tokens, first = analysis.tokens, amount.first
    if amount.quantity.unit not in ("mass", "IU") or first < 1:
        return None
    of_form = (
        first >= _COUNTED and tokens[first - 1].norm == "of" and is_kind(tokens[first - 2], Kind.FORM_NOUN)
    )
    before_form = _end_of_portion(analysis, amount) > amount.last
    at = first - _COUNTED if of_form else first - 1
    return at if (of_form or before_form) and counts_things(tokens[at]) else None


def _forms(analysis: Analysis, sentence: Sentence) -> frozenset[str]:
    return frozenset(form for form in forms_of(analysis, sentence) if form.startswith("form:"))


def _substance(analysis: Analysis, amount: Amount, sentence: Sentence) -> frozenset[str]:
    """What follows "2 g of", or what "it" means; the topic where nothing does, or where the topic is part of it."""
    tokens, topic = analysis.tokens, analysis.topic.key
    led_in = _led_in(analysis, amount, sentence)
    if led_in:
        return led_in
    first = amount.last + 1
    if first >= sentence.last or tokens[amount.last].norm != "of":
        return _dose_of(analysis, amount, sentence) or _spoken_of(analysis, sentence) or topic
    limit = min(first + _LONGEST_NAME, sentence.last)
    last = next((i for i in range(first, limit) if i > first and is_kind(tokens[i], AFTER_A_NAME)), limit)
    own = content(analysis, first, last, Kind.GENERIC_NOUN)
    return topic if not own or topic <= own else own


def _led_in(analysis: Analysis, amount: Amount, sentence: Sentence) -> frozenset[str]:
    """What "with vitamin B6, do not take more than 10 mg" speaks of."""
    if analysis.norms[sentence.first] not in ("with", "of"):
        return frozenset()
    stop = range(sentence.first + 1, min(amount.first, sentence.first + 1 + _LONGEST_NAME))
    comma = next((i for i in stop if "," in analysis.gap(i)), sentence.first)
    own = content(analysis, sentence.first + 1, comma, Kind.GENERIC_NOUN)
    return analysis.topic.key if analysis.topic.key <= own else own


def _dose_of(analysis: Analysis, amount: Amount, sentence: Sentence) -> frozenset[str]:
    """What "the usual dose of cetirizine is 10 mg" speaks of."""
    tokens = analysis.tokens
    of = next((i for i in range(sentence.first + 1, amount.first) if _names_dose(analysis, i)), None)
    if of is None:
        return _named_before_dose(analysis, amount, sentence)
    last = next((i for i in range(of + 1, amount.first) if is_kind(tokens[i], AFTER_A_NAME)), amount.first)
    own = content(analysis, of + 1, last, Kind.GENERIC_NOUN)
    return analysis.topic.key if analysis.topic.key <= own else own


def _named_before_dose(analysis: Analysis, amount: Amount, sentence: Sentence) -> frozenset[str]:
    """What "as long as the cetirizine dose is no more than 10 mg" speaks of; nothing for "the daily dose"."""
    kinds = analysis.kinds
    near = range(max(sentence.first + 2, amount.first - _REACH), amount.first)
    dose = next((i for i in near if analysis.norms[i] in _DOSES), None)
    if (
        dose is None
        or not kinds[dose - 2] & Kind.DETERMINER
        or kinds[dose - 1]
        or analysis.norms[dose - 1] in _PLAIN
    ):
        return frozenset()
    own = content(analysis, dose - 1, dose, Kind.GENERIC_NOUN | Kind.TIME_NOUN | Kind.DEGREE)
    named = not analysis.firsts.keys().isdisjoint(own) and analysis.stems.count(analysis.stems[dose - 1]) > 1
    return own if named and not analysis.topic.key & own else frozenset()


def _names_dose(analysis: Analysis, index: int) -> bool:
    dose = analysis.tokens[index - 1].norm in _DOSES
    return dose and analysis.tokens[index].norm == "of"


def _spoken_of(analysis: Analysis, sentence: Sentence) -> frozenset[str]:
    """What "it" means in a sentence that opens with it: the subject of its claims, as the ledger has it."""
    if not analysis.kinds[sentence.first] & Kind.PRONOUN:
        return frozenset()
    return next((c.subject_key for c in analysis.claims_in(sentence) if c.subject_key), frozenset())


def _role(analysis: Analysis, amount: Amount, cues: list[Cue]) -> Role | None:
    near = [c for c in cues if max(amount.first - c.last, c.first - amount.last, 0) <= _REACH]
    near = [c for c in near if not _bounds_other(analysis, amount, c)]
    before = {c.kind for c in near if c.first < amount.first}
    close = {c.kind for c in near if 0 <= amount.first - c.last <= 1}
    called = _called(analysis, amount, near)
    if "dose-limit" in close | called or ("dose-allowed" in close and amount.quantity.per):
        return "limit"
    stated = is_kind(analysis.tokens[amount.first - 1], Kind.COPULA) if amount.first else False
    if amount.quantity.comparator in ("at most", "above") or (stated and "dose-limit" in before):
        return "limit" if "dose-limit" in before else None
    if "dose-start" in {c.kind for c in near}:
        return "start"
    return "advice" if before & {"dose-advice", "dose-named"} or "dose-named" in called else None


def _bounds_other(analysis: Analysis, amount: Amount, cue: Cue) -> bool:
    """True for the "over" of "over the age of 65, start with 25 mg", and for a bound of which nothing ill is said."""
    if analysis.norms[cue.last - 1] not in _BARE_BOUNDS or cue.last - cue.first > 2:
        return False
    if cue.last < amount.first and "age" in analysis.norms[cue.last : amount.first]:
        return True
    sentence = analysis.sentence_at(amount.first)
    return _TOO_MUCH.isdisjoint(analysis.words(sentence)) and not any(
        c.kind in ("effect", "general") for c in analysis.cues_in(sentence, "harm")
    )


def _called(analysis: Analysis, amount: Amount, cues: list[Cue]) -> frozenset[str]:
    """What "two tablets a day are the usual dose" and "4 g a day is the maximum" call an amount."""
    kinds = analysis.kinds
    stop = min(len(kinds), amount.last + _REACH)
    copula = next((i for i in range(amount.last, stop) if kinds[i] & Kind.COPULA), stop)
    return frozenset(c.kind for c in cues if copula < c.first <= copula + _SAID_WITHIN)
