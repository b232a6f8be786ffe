"""What a statement is limited to: whom, which dose, which time and which setting."""

from __future__ import annotations

from calendar import month_name
from collections import defaultdict
from collections.abc import Iterable, Iterator, Set
from typing import TYPE_CHECKING

from healthscore.language.claims.concepts import content
from healthscore.language.claims.kinds import Kind
from healthscore.language.claims.quantities import Amount, amounts_in
from healthscore.language.cues import Cue
from healthscore.language.lexicon import words

if TYPE_CHECKING:
    from healthscore.language.analysis import Analysis, Sentence

_LONGEST_GROUP = 6  # tokens that say which people "people with" are
_ANY_STUDY = frozenset({"according", "current", "recent", "recently", "latest", "published"})
_WAYS = {"mouth": "oral", "injection": "inject", "inhalation": "inhal", "drip": "drip"}
_STUDY_NAMED_WITHIN = 6  # tokens in which a sentence names the study that it tells of
_NONE: frozenset[str] = frozenset()
_TOLD = frozenset(  # "people with asthma should know that": they are told, and what they are told holds for all
    "know knows aware mind remember note told tell learn realise realize understand warned hear advised reminded".split()
)
_WHOM = "population:"
_OF_SECTIONS = ("population:", "dose:high", "dose:low", "time:long", "time:short", "setting:supervised")
_EITHER = (
    {"population:adult", "population:children"},
    {"population:men", "population:women"},
    {"time:long", "time:short"},
    {"dose:high", "dose:low"},
)
_INSTEAD = (
    {"population:pregnant", "population:breastfeeding"},
    {"population:adult", "population:children", "population:older", "population:young"},
)
"""Groups of which a sentence that names one speaks of no other, whatever its heading says."""
_MONTHS = frozenset(name.lower() for name in month_name if name)
_COUNTRIES = frozenset({"us", "usa", "uk", "eu", "uae"})
_LONGEST_NAME = 3  # tokens before one in which the name that it is part of begins
_MADE = frozenset({"made", "produced", "manufactured", "grown", "harvested", "packed"})  # in Germany, for all
_SORTS = ("kind", "type", "sort")
_DOSED = ("mass", "volume", "IU")
_ENDS_GROUP = Kind.AUXILIARY | Kind.SUBORDINATOR | Kind.PARTING | Kind.PRONOUN | Kind.VERB | Kind.ADVERB
_IT_WITHIN = 3  # tokens of "who have it"
_NO_GROUP = Kind.GENERIC_NOUN | Kind.VERB | Kind.USE_WORD | Kind.PRODUCT_NOUN | Kind.PERSON_NOUN


def scope_of(
    analysis: Analysis,
    cues: Iterable[Cue],
    amounts: Iterable[Amount],
    first: int,
    last: int,
    *,
    by_heading: bool = True,
) -> tuple[str, ...]:
    """The limits that the words at tokens ``[first, last)`` set, sorted: ``population:children``, ``dose:high``.

    "People with asthma" are a group of their own (``people:asthma``); those who only take the thing are not.
    """
    found = set(_groups(analysis, cues, last))
    if by_heading and analysis.section_limits:
        found |= _of_section(analysis.section_limits.get(analysis.sentence_at(first).index, _NONE), found)
    for amount in amounts:
        if _is_setting(analysis, amount, first):
            found.add(f"dose:{amount.quantity.low:g}-{amount.quantity.high:g}")
    if "aged" in analysis.norms[first:last]:
        found.update(_aged(analysis, first, last))
    if "in" in analysis.norms[first:last]:
        found.update(f"place:{norm}" for norm in _places(analysis, first, last))
    if _is_of_this_kind(analysis, first, last):
        found.add("subject:of this kind")
    if {"population:men", "population:women"} <= found:
        found -= {"population:men", "population:women"}
    if analysis.topic.acts:
        found.discard("population:healthy")  # a remedy is tried in them; what it does, it does to others too
    return tuple(sorted(found))


def _is_of_this_kind(analysis: Analysis, first: int, last: int) -> bool:
    """True for "liquorice of this kind": which one it is stands elsewhere."""
    norms = analysis.norms
    named = (index for word in _SORTS if word in analysis.places for index in analysis.places[word])
    return any(
        first + 1 < index < last and norms[index - 1] in ("this", "that") and norms[index - 2] == "of"
        for index in named
    )


def _of_section(limits: frozenset[str], own: Set[str]) -> frozenset[str]:
    """What a heading limits a sentence to; of a heading on several groups not the others than the sentence names."""
    groups = {limit for limit in limits if limit.startswith(_WHOM)}
    if len(groups) > 1 and not groups.isdisjoint(own):
        return limits - groups
    other = {g for g in groups - own for ages in _INSTEAD if g in ages and not ages.isdisjoint(own)}
    return limits - other


def _aged(analysis: Analysis, first: int, last: int) -> Iterator[str]:
    """The limit of "adults aged 18 to 40"."""
    for index in range(first, last - 1):
        if analysis.norms[index] == "aged":
            ages = (norm for norm in analysis.norms[index + 1 : min(last, index + 4)] if norm.isdecimal())
            yield f"people:aged+{'+'.join(ages)}"


def title_limits_of(analysis: Analysis) -> frozenset[str]:
    """Whom the title names, who are no limit to anything: the babies of "Teething in babies"."""
    if analysis.title is None:
        return _NONE
    cues = analysis.cues_by_category(analysis.title).get("scope", ())
    named = {f"{cue.kind}:{cue.attributes['group']}" for cue in cues if cue.kind == "population"}
    return _NONE if any(pair <= named for pair in _EITHER) else frozenset(named)


def section_limits_of(analysis: Analysis) -> dict[int, frozenset[str]]:
    """What its heading limits a sentence to, by index: whom, which dose, which time; the title limits nothing."""
    found: dict[int, frozenset[str]] = {}
    limits = _NONE
    for sentence in analysis.sentences[1:]:
        if sentence.block.kind == "heading":
            limits = _of_heading(analysis, sentence)
        elif limits:
            found[sentence.index] = limits
    return found


def _of_heading(analysis: Analysis, heading: Sentence) -> frozenset[str]:
    cues = analysis.cues_by_category(heading).get("scope", ())
    found = {limit for limit in _groups(analysis, cues, heading.last) if limit.startswith(_OF_SECTIONS)}
    states = words("told-kind", "state").intersection(analysis.norms[heading.first : heading.last])
    found.update(f"state:{state}" for state in states)
    return _NONE if any(pair <= found for pair in _EITHER) else frozenset(found)


def limits_of(analysis: Analysis, sentence: Sentence, *, by_heading: bool = True) -> frozenset[str]:
    """The limits that a whole sentence sets, and those of the heading above it."""
    cues = analysis.cues_by_category(sentence).get("scope", ())
    amounts = amounts_in(analysis, sentence)
    return frozenset(scope_of(analysis, cues, amounts, sentence.first, sentence.last, by_heading=by_heading))


def _groups(analysis: Analysis, cues: Iterable[Cue], last: int) -> Iterator[str]:
    for cue in cues:
        if cue.category != "scope" or (cue.kind == "population" and _is_told(analysis, cue, last)):
            continue
        if _in_a_name(analysis, cue):
            continue
        if cue.attributes["group"] in ("women", "men") and _takes_it(analysis, cue, last):
            continue
        if cue.attributes["group"] != "some":
            yield f"{cue.kind}:{cue.attributes['group']}"
            having = _having(analysis, cue.last, last) if cue.kind == "population" else 0
            if having and (ill := qualifier(analysis, having, last) - analysis.title_names):
                yield f"people:{'+'.join(sorted(ill))}"  # "women with endometriosis"
            continue
        group = qualifier(analysis, cue.last, last) - analysis.title_names
        if group <= analysis.title_terms:
            group = _NONE
        yield f"people:{'+'.join(sorted(group)) or 'affected'}"


def _in_a_name(analysis: Analysis, cue: Cue) -> bool:
    """True for the athlete of "athlete's foot", whom an illness is named after."""
    named = analysis.concepts.get(cue.first, (cue.last, ""))[0] > cue.last
    return named and analysis.quote(cue.start, cue.end).endswith(("'s", "’s"))


def _having(analysis: Analysis, index: int, last: int) -> int:
    """Where what they have begins, after "with" and "who have"; 0 where it is not said."""
    norms = analysis.norms
    if index < last and norms[index] == "with" and analysis.gap(index).isspace():
        return index + 1  # not "in women, with good results"
    has = index + 1 < last and norms[index] == "who" and norms[index + 1] in ("have", "has", "had")
    return index + 2 if has else 0


def _is_told(analysis: Analysis, cue: Cue, last: int) -> bool:
    """True for the people of "people with asthma should know that ..."."""
    norms = analysis.norms
    if "that" not in norms[cue.last : last]:
        return False
    return norms[norms.index("that", cue.last, last) - 1] in _TOLD


def _takes_it(analysis: Analysis, cue: Cue, last: int) -> bool:
    """True for "women who take the pill" and "women who have it", which is what the article is about."""
    if cue.last + 1 >= last or analysis.tokens[cue.last].norm not in ("who", "on", "taking", "using"):
        return False
    end = min(last, cue.last + _LONGEST_GROUP)
    has_it = "it" in analysis.norms[cue.last : min(last, cue.last + _IT_WITHIN)]
    return has_it or not analysis.topic.key.isdisjoint(analysis.stems[cue.last : end])


def _places(analysis: Analysis, first: int, last: int) -> Iterator[str]:
    """The names after "in": "in Asia", "in the United States"."""
    tokens, text = analysis.tokens, analysis.article.text
    for index in range(first, last - 1):
        if tokens[index].norm == "in" and tokens[index - 1].norm not in _MADE:
            at = index + 1 + (tokens[index + 1].norm == "the" and index + 2 < last)
            journal = at + 1 < last and tokens[at + 1].norm == "of"  # "in Annals of Medicine"
            if (
                text[tokens[at].start].isupper()
                and not journal
                and not analysis.kinds[at]
                and not _names_no_place(analysis, at)
                and tokens[at].norm not in _MONTHS
                and tokens[at].norm.isalpha()
            ):
                named = [tokens[at].norm]
                while at + 1 < last and analysis.capitals[at + 1] and analysis.gap(at + 1) == " ":
                    at += 1
                    named.append(tokens[at].norm)
                yield "+".join(named)


def _names_no_place(analysis: Analysis, index: int) -> bool:
    """True for the names of illnesses, substances and products: "in LDL cholesterol", "in Parkinson's disease", "in FitGel"."""
    text, token = analysis.article.text, analysis.tokens[index]
    capitals = text[token.start + 1 : token.end] != token.norm[1:] and token.norm not in _COUNTRIES
    owned = text[token.end : token.end + 2] in ("'s", "’s") or token.norm.endswith(("'s", "’s"))
    known = any(first <= index < end for first, (end, _) in _concepts_near(analysis, index))
    return capitals or owned or known or analysis.stems[index] in analysis.topic.key


def _concepts_near(analysis: Analysis, index: int) -> Iterator[tuple[int, tuple[int, str]]]:
    concepts = analysis.concepts
    return ((i, concepts[i]) for i in range(max(0, index - _LONGEST_NAME), index + 1) if i in concepts)


def qualifier(analysis: Analysis, start: int, last: int) -> frozenset[str]:
    """What "people with" or "patients who have" are said to have, up to the comma or the verb."""
    end = start
    while end < min(last, start + _LONGEST_GROUP):
        parted = end > start and not analysis.gap(end).isspace()
        if parted or analysis.kinds[end] & _ENDS_GROUP:
            break
        end += 1
    return content(analysis, start, end, _NO_GROUP)


def _is_setting(analysis: Analysis, amount: Amount, first: int) -> bool:
    """True for "at 20 g a day" and "at doses of 20 g": how much the statement holds for."""
    if amount.quantity.unit not in _DOSED or amount.first <= first:
        return False
    before = analysis.norms[max(first, amount.first - 3) : amount.first]
    return before[-1] == "at" or ("at" in before and before[-1] in ("of", "than", "above", "over"))


def kinds_of(analysis: Analysis, sentence: Sentence) -> frozenset[str]:
    """Which kind of a thing, or which study, a sentence speaks of: ``kind:moderate``, ``study:belgian``.

    Two different kinds tell statements apart; one alone does not.
    """
    return analysis.told_kinds.get(sentence.index, _NONE)


def told_kinds_by_sentence(analysis: Analysis) -> dict[int, frozenset[str]]:
    """The kinds of things that an article tells apart, by sentence index."""
    found: defaultdict[int, set[str]] = defaultdict(set)
    for index in analysis.places_of(words("told-kind", "degree")):
        sentence = analysis.sentence_at(index)
        if index + 1 < sentence.last and _stands_before_a_noun(analysis, index):
            found[sentence.index].add(f"kind:{analysis.norms[index]}")
    named: set[int] = set()
    for index in analysis.places_of(words("told-kind", "study")):
        sentence = analysis.sentence_at(index)
        if sentence.first < index < sentence.first + _STUDY_NAMED_WITHIN and sentence.index not in named:
            named.add(sentence.index)
            found[sentence.index].update(_study(analysis, sentence.first, index))
    return {at: frozenset(kinds) for at, kinds in found.items()}


def _study(analysis: Analysis, first: int, study: int) -> Iterator[str]:
    """The words that tell a study from another: of "a Belgian trial found", "small early studies suggest"."""
    told = (i for i in range(first, study) if not analysis.kinds[i] & Kind.CLOSED)
    return (f"study:{analysis.norms[i]}" for i in told if analysis.norms[i] not in _ANY_STUDY)


def _stands_before_a_noun(analysis: Analysis, index: int) -> bool:
    return analysis.gap(index + 1).isspace() and not analysis.kinds[index + 1] & (Kind.CLOSED | Kind.VERB)


def _is_route(analysis: Analysis, index: int, last: int) -> bool:
    """True where "injected" is that of "injected morphine", which is no tablet."""
    return index + 1 < last and _stands_before_a_noun(analysis, index)


def _is_strength(analysis: Analysis, amount: Amount, sentence: Sentence) -> bool:
    """True for "the 2% cream" and "400 mg"; not for "10 percent of people"."""
    if amount.quantity.unit != "percent":
        return amount.quantity.unit in _DOSED
    return amount.last >= sentence.last or analysis.norms[amount.last] != "of"


def _bound(amount: Amount) -> str:
    """What is above an amount is not what goes up to it."""
    return "above " if amount.quantity.comparator == "above" else ""


def forms_of(analysis: Analysis, sentence: Sentence) -> frozenset[str]:
    """The form and strength of the product that a sentence speaks of: ``form:gel``, ``strength:20``."""
    return analysis.forms.get(sentence.index, _NONE)


def forms_by_sentence(analysis: Analysis) -> dict[int, frozenset[str]]:
    """The forms and strengths of products that an article names, by sentence index."""
    found: defaultdict[int, set[str]] = defaultdict(set)
    kinds, routes = analysis.kinds, words("told-kind", "route")
    named = [
        word
        for word, places in analysis.places.items()
        if kinds[places[0]] & Kind.FORM_NOUN or word in routes
    ]
    for index in analysis.places_of(named):
        sentence = analysis.sentence_at(index)
        if kinds[index] & Kind.FORM_NOUN or _is_route(analysis, index, sentence.last):
            found[sentence.index].add(f"form:{analysis.stems[index]}")
    for at, amounts in analysis.amounts.items():
        strengths = [a for a in amounts if _is_strength(analysis, a, analysis.sentences[at])]
        found[at].update([f"strength:{_bound(amount)}{amount.quantity.low:g}" for amount in strengths])
    for index in analysis.places.get("by", ()):
        way = analysis.norms[index + 1] if index + 1 < len(analysis.norms) else ""
        if way in _WAYS:
            found[analysis.sentence_at(index).index].add(f"form:{_WAYS[way]}")  # "given by mouth"
    return {at: frozenset(forms) for at, forms in found.items()}
