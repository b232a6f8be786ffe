"""Safety that is asserted in one place, and denied or unknown in another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from healthscore.checks.base import Hit, once, rule
from healthscore.checks.consistency.assurances import assurances
from healthscore.checks.consistency.befalling import named_harms
from healthscore.checks.consistency.denials import denials, two_sided
from healthscore.checks.consistency.pairs import own, said, statements_with, states, wording
from healthscore.checks.consistency.placing.outlooks import outlooks
from healthscore.checks.consistency.placing.two_sided import unless_told
from healthscore.checks.consistency.referents import NO_THING
from healthscore.checks.consistency.suitability import TOPIC, is_told, of_safety, unsuited
from healthscore.checks.consistency.weighing import Statement, Weighed, reported, weigh
from healthscore.language.analysis import Analysis, Sentence
from healthscore.language.certainty import DENIED
from healthscore.language.claims import Claim
from healthscore.language.claims.concepts import content
from healthscore.language.claims.kinds import Kind, is_kind
from healthscore.language.claims.phrases import name_end
from healthscore.language.claims.scope import forms_of, limits_of

_RULE = "consistency/safety-conflict"
_MOST_COMPARED = 12  # sentences on either side
_MOST_SAFE = 2  # sentences that call one thing safe
_LONGEST = 60  # words
_AIM_REACH = 6  # tokens between "to ensure" and "safe"
_MARKS = frozenset("\"'“‘")
_SOME = frozenset({"some", "most", "many"})
_A_VERDICT = 0.74  # an author may have weighed what is known
_RISKS = frozenset({"risks"})
_GOOD = frozenset({"benefit", "benefits", "advantages"})
_OPEN = frozenset({"if", "whether", "when", "where", "unless", "only", "decide"})
_SAFE = (frozenset({"safe"}), frozenset({"harmless"}))
_SAFETY_OF = ["safety", "of"]
_BEYOND = frozenset({"above", "beyond", "exceeding"})
_SAFELY = frozenset({"safe", "safely", "harmless"})
_HARMLESS = frozenset({"harmless", "danger", "dangerous"})
_NOT_DANGEROUS = frozenset({"dangerous"})


@rule
def safety_conflict(analysis: Analysis) -> Iterator[Hit]:
    """Finds safety that is asserted in one place and denied or unknown in another.

    Finds: "no side effects" or "100% safe" beside a harm that the article itself names; "suitable for everyone"
        beside people who must not take it, or harm that it has done; "no interactions" beside one; leave to
        combine it, to stop at once or to drive beside the warning not to; "safe in pregnancy" or "with failing
        kidneys" beside a warning for the same people, or "from the age of five" beside "not under sixteen";
        "completely harmless" beside an injury that it can do; "safe" or "safe and effective" beside
        the statement that its safety is not established; benefits said to outweigh the risks beside the same.
    Why it matters: a reader who sees only the reassuring half is put at risk.
    Example: "This tonic is safe and effective." and, later, "more research is needed to establish its safety".
    Instead: say what has been tested, in whom and for how long, and what has not.
    Limits: "safe use" and "safe dose" are aims, not assertions; safety for other people, ages or doses is not compared.
    References: None: follows from the meaning of the words.
    """
    return reported(analysis, safeties(analysis))


@once
def safeties(analysis: Analysis) -> list[Weighed]:
    """Every pair of a reassurance and what speaks against it, weighed."""
    pairs = [
        *_harmless_but_harms(analysis),
        *unsuited(analysis),
        *_safe_but_unknown(analysis),
        *_outweighing_but_unknown(analysis),
    ]
    pairs += (pair for pair in (*denials(analysis), *assurances(analysis)) if pair.rule == _RULE)
    others = [pair for pair in (*two_sided(analysis), *outlooks(analysis)) if pair.rule == _RULE]
    return [*pairs, *unless_told(others, pairs)]


def _harmless_but_harms(analysis: Analysis) -> Iterator[Weighed]:
    claims = [c for c in own(analysis.claims) if not c.negated]
    yield from _illness_harmless_but_harms(analysis, claims)
    calm = next((c for c in own(analysis.claims) if _calms(analysis, c)), None)
    if calm is None:
        return
    praised = {c.sentence for c in claims if c.object_key == {"harmless"}}
    reassured = said(calm) if calm.negated else calm.object
    for sentence, harm in named_harms(analysis, claims):
        if sentence.index not in praised and _of_the_same(analysis, calm, sentence):
            yield weigh(
                _RULE,
                of_safety(analysis.sentences[calm.sentence], reassured),
                of_safety(sentence, harm),
                1.0,
                f"“{reassured}” in one place; another names {harm} as a harm.",
                "Name the harms, how often they happen and to whom.",
            )


def _calms(analysis: Analysis, claim: Claim) -> bool:
    """True where a thing is said to do no harm, to all who take it and at every dose."""
    denied = claim.negated and claim.object_key == {"=side-effect"} and _denies_all(analysis, claim)
    if not denied and (claim.negated or claim.object_key != {"harmless"}):
        return False
    if _limited(analysis, claim):
        return False
    if "form:food" in forms_of(analysis, analysis.sentences[claim.sentence]):
        return False  # of magnesium in food nobody takes too much
    some = not _SOME.isdisjoint(analysis.words(analysis.sentences[claim.sentence]))
    return not some and not any(scope.startswith(("dose:", "time:")) for scope in claim.scope)


def _denies_all(analysis: Analysis, claim: Claim) -> bool:
    """True for "does not cause side effects" and "never", not for serious ones, or as a rule."""
    cues = analysis.cues_by_category(analysis.sentences[claim.sentence])
    inside = (c for c in cues["harm"] if claim.start <= c.start < claim.end)
    return claim.certainty >= DENIED and "frequency" not in cues and all(c.kind == "general" for c in inside)


def _of_the_same(analysis: Analysis, calm: Claim, harm: Sentence) -> bool:
    """True where the topic is called harmless, or a thing that the sentence on harm names as well."""
    named = analysis.stems[harm.first : harm.last]
    of_topic = not calm.subject_key or not calm.subject_key.isdisjoint(analysis.topic.key)
    return of_topic or not calm.subject_key.isdisjoint(named)


def _illness_harmless_but_harms(analysis: Analysis, claims: Sequence[Claim]) -> Iterator[Weighed]:
    """Finds "varicose veins are harmless" beside "varicose veins can cause serious bleeding"."""
    calm = [c for c in own(analysis.claims) if c.object_key == {"dangerous"} and c.negated and c.subject_key]
    grave = [c for c in claims if calm and _does_grave_harm(analysis, c)]
    for claim in calm[:_MOST_SAFE]:
        for other in grave:
            if other.subject_key == claim.subject_key and other.sentence != claim.sentence:
                harm = Statement.of(analysis, other, other.object)
                yield weigh(
                    _RULE,
                    Statement.of(analysis, claim, claim.object),
                    replace(harm, matter=claim.object_key, head=claim.object_head),
                    1.0,
                    f"“{claim.object}” in one place; another names {other.object.lower()} as a harm.",
                    "Say how often it does harm, and to whom.",
                )


def _does_grave_harm(analysis: Analysis, claim: Claim) -> bool:
    if claim.relation != "causes" or claim.valence != "harm":
        return False
    grades = analysis.cues_in(analysis.sentences[claim.sentence], "severity")
    return any(grade.kind == "severe" for grade in grades)


def _safe_but_unknown(analysis: Analysis) -> Iterator[Weighed]:
    safe = [*_first_by_subject(c for c in own(analysis.claims) if _is_safe(analysis, c))]
    called = [
        (
            analysis.sentences[c.sentence],
            replace(Statement.of(analysis, c, c.object), subject=c.subject_key or TOPIC),
        )
        for c in safe
    ]
    called += ((sentence, of_safety(sentence, words)) for sentence, words in _safe_for_all(analysis))
    unknown = list(_unknown(analysis)) if called else []
    for sentence, calm in called:
        for other in unknown[:_MOST_COMPARED]:
            if other.index != sentence.index:
                yield weigh(
                    _RULE,
                    calm,
                    Statement(other, "unknown", calm.subject, calm.matter, limits=limits_of(analysis, other)),
                    1.0,
                    f"Called “{calm.said}” here; elsewhere its safety is still to be established.",
                    "Say what has been tested, in whom and for how long, and what is not known.",
                )


def _is_safe(analysis: Analysis, claim: Claim) -> bool:
    """True for "is safe", "does no harm" and "is not dangerous", as the article's own verdict."""
    words = claim.object.lower().split()
    calls = (
        claim.object_key == _NOT_DANGEROUS and not _HARMLESS.isdisjoint(words)
        if claim.negated
        else claim.object_key in _SAFE
    )
    of_all = claim.object_key == _SAFE[0] or not _limited(analysis, claim)
    return calls and of_all and _asserted(analysis, claim)


def _safe_for_all(analysis: Analysis) -> Iterator[tuple[Sentence, str]]:
    """The first sentence that calls the topic safe for everyone, with the words."""
    for sentence in statements_with(analysis, "property"):
        for cue in analysis.cues_by_category(sentence)["property"]:
            if cue.kind == "for-everyone" and not _SAFELY.isdisjoint(analysis.norms[cue.first : cue.last]):
                yield sentence, wording(analysis, cue)
                return


def _outweighing_but_unknown(analysis: Analysis) -> Iterator[Weighed]:
    """A verdict that benefits outweigh risks beside the statement that the safety, or the dose, is not known."""
    verdicts = [s for s in analysis.prose_with("balance") if _finds_for_it(analysis, s)][:_MOST_SAFE]
    unknown = list(_unknown(analysis))[:_MOST_COMPARED] if verdicts else []
    for verdict in verdicts:
        for sentence in unknown:
            if sentence.index != verdict.index:
                yield weigh(
                    _RULE,
                    Statement(verdict, "outweighs", TOPIC, _RISKS, limits=limits_of(analysis, verdict)),
                    Statement(sentence, "unknown", TOPIC, _RISKS, limits=limits_of(analysis, sentence)),
                    _A_VERDICT,
                    "Benefits are said to outweigh risks here; elsewhere how safe it is is still to be established.",
                    "Say which benefits and which risks were measured, in whom; without that there is nothing to weigh.",
                )


def _finds_for_it(analysis: Analysis, sentence: Sentence) -> bool:
    """True for "the benefits outweigh the risks", said outright; not "if", "whether" or "only when" they do."""
    cues = analysis.cues_by_category(sentence)
    said = analysis.words(sentence)
    weighed = any(cue.kind == "outweigh" for cue in cues["balance"]) and not _GOOD.isdisjoint(said)
    left_open = "negation" in cues or any(cue.kind != "article" for cue in cues.get("voice", ()))
    return (
        weighed
        and "risks" in said
        and not left_open
        and _OPEN.isdisjoint(said)
        and states(analysis, sentence)
    )


def _limited(analysis: Analysis, claim: Claim) -> bool:
    """True where harmlessness is said of some, only told of a study, or called so in quotation marks of its own."""
    if any(scope.startswith(("population:", "people:")) for scope in claim.scope):
        return True
    if analysis.article.text[claim.end - len(claim.object) - 1] in _MARKS and claim.end > len(claim.object):
        return True  # the brand's NT stands for "non-toxic"
    return is_told(analysis, analysis.sentences[claim.sentence])


def _asserted(analysis: Analysis, claim: Claim) -> bool:
    """True for "X is safe", "a safe alternative"; not for "safe use", "to ensure X is safe"."""
    sentence = analysis.sentences[claim.sentence]
    tokens = analysis.tokens[sentence.first : sentence.last]
    place = next(i for i, token in enumerate(tokens) if token.end >= claim.end)
    before = tokens[max(0, place - _AIM_REACH) : place]
    if tokens[place].norm == "safely" or any(is_kind(token, Kind.AIM_WORD) for token in before):
        return False
    return _praises_the_thing(analysis, sentence.first + place + 1, sentence.last)


def _praises_the_thing(analysis: Analysis, index: int, end: int) -> bool:
    """After "safe" (and effective): nothing, a function word, or a noun for the thing itself ("a safe remedy")."""
    while index < end and analysis.tokens[index].norm in ("and", "yet", "effective", "natural"):
        index += 1
    if index >= end or analysis.gap(index).strip():
        return True
    token = analysis.tokens[index]
    if is_kind(token, Kind.USE_NOUN):
        return False
    return is_kind(token, Kind.GENERIC_NOUN | Kind.CLOSED) or analysis.stems[index] in analysis.topic.key


def _first_by_subject(claims: Iterable[Claim]) -> list[Claim]:
    first: dict[frozenset[str], Claim] = {}
    for claim in claims:
        first.setdefault(claim.subject_key, claim)
    return list(first.values())[:_MOST_SAFE]


def _of_another(analysis: Analysis, sentence: Sentence) -> bool:
    """True for "the safety of X" where X is not what the article is about."""
    named = (i for i in range(sentence.first, sentence.last - 2) if analysis.norms[i : i + 2] == _SAFETY_OF)
    first = next(named, sentence.last) + len(_SAFETY_OF)
    of = (
        content(analysis, first, name_end(analysis, first, sentence.last), NO_THING)
        if first < sentence.last
        else ()
    )
    known = analysis.topic.key | analysis.title_names
    return bool(of and known) and known.isdisjoint(of)


def _unknown(analysis: Analysis) -> Iterator[Sentence]:
    """Sentences that say that the safety of the topic is not known."""
    for sentence in analysis.prose_with("knowledge"):
        kinds = {cue.kind for cue in analysis.cues_in(sentence, "knowledge")}
        if sentence.index in analysis.quoted:
            continue
        if sentence.last - sentence.first > _LONGEST:  # legal small print, which names every risk at once
            continue
        if (
            any(cue.kind == "conditional" for cue in analysis.cues_in(sentence, "voice"))
            and "needs-research" not in kinds
        ):
            continue
        within = _BEYOND.isdisjoint(analysis.words(sentence))  # not "above that dose"
        if (
            within
            and not _of_another(analysis, sentence)
            and "topic-safety" in kinds
            and kinds & {"unknown", "needs-research"}
        ):
            yield sentence
