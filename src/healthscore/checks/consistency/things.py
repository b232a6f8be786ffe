"""Of what a property is said: of the thing that is named beside it, else of what the article is about."""

from __future__ import annotations

from healthscore.checks.consistency.referents import NO_THING, referent
from healthscore.language.analysis import Analysis, Sentence
from healthscore.language.claims.concepts import content
from healthscore.language.claims.kinds import Kind
from healthscore.language.claims.phrases import name_end
from healthscore.language.cues import Cue

_ENDS = (
    Kind.PREPOSITION
    | Kind.SUBORDINATOR
    | Kind.PARTING
    | Kind.RELATIVE
    | Kind.AUXILIARY
    | Kind.COORDINATOR
    | Kind.BOUNDING
)
_TAKES = frozenset(
    "avoid take taking use using do try have drink eat start receive from of stop stopped stopping stops quit quits "
    "quitting discontinue discontinuing off give apply follow attempt inject swallow chew inhale wear skip "
    "without leave touch shun forgo forego go practise practice visit get perform do undergo join enter".split()
)
_TAKES_WELL = frozenset({"on", "about", "with"})  # "thrive on", "need not worry about"
_GIVEN = frozenset({"given", "fed", "offered", "served"})
_OF = ("of", "from")  # "harmless at any stage of": what follows is no name
FIT = ("suits", "safe", "harmless", "for-everyone")
_LONGEST = 5  # tokens of a name
_BEFORE_A_NAME = ("taking", "using", "drinking", "the", "any", "this")


def thing(analysis: Analysis, cue: Cue) -> frozenset[str]:
    """The stems of the thing that a cue is about: what follows "should avoid", what leads "... is not suitable for".

    "It", "this herb" and nothing at all mean the article's topic.
    """
    sentence = analysis.sentence_at(cue.first)
    ends = analysis.tokens[cue.last - 1].norm
    fit = cue.kind in FIT
    takes = (fit and ends in _TAKES_WELL) or (ends in _TAKES and not (fit and ends in _OF))
    given = not fit and ends in _GIVEN  # "babies must not be given honey"
    named = _after(analysis, cue.last, sentence.last) if takes or given else frozenset()
    if not takes and analysis.stems[cue.last - 1] in analysis.topic.key:
        return analysis.topic.key  # "must not fast"
    if cue.attributes.get("done"):
        return frozenset({analysis.stems[cue.last - 1]})
    if fit and not named:
        named = _leading(analysis, cue, sentence)
    if not named and (fit or not takes):
        of = referent(analysis, sentence, cue.first)
        named = of.key - _people(analysis, sentence)
        if named:
            named |= _contained(analysis, of.last, sentence.last)
    return named or analysis.topic.key


def _contained(analysis: Analysis, last: int, end: int) -> frozenset[str]:
    """The substance of "gels with benzocaine" and "drops of codeine", from the token after the form on."""
    form = (
        last < end - 1
        and analysis.kinds[last - 1] & Kind.FORM_NOUN
        and analysis.norms[last] in ("with", "of")
    )
    return _after(analysis, last + 1, end) - analysis.topic.key if form else frozenset()


def _leading(analysis: Analysis, cue: Cue, sentence: Sentence) -> frozenset[str]:
    """The noun right after a comma that "is considered safe": in "while you wait, paracetamol is safe" paracetamol."""
    last = cue.first
    while last > sentence.first and analysis.kinds[last - 1] & (Kind.AUXILIARY | Kind.ADVERB | Kind.VERB):
        last -= 1
    first = last
    while first > max(sentence.first, last - _LONGEST) and (
        not analysis.kinds[first - 1] & _ENDS or analysis.norms[first - 1] == "of"  # "a spoonful of honey"
    ):
        if "," in analysis.gap(first):
            return _named(analysis, first, last) if first < last < cue.first else frozenset()
        first -= 1
    return frozenset()


def thing_named(analysis: Analysis, first: int, last: int) -> frozenset[str]:
    """The stems of the thing that some tokens name; the topic for "it", "the gel" and no token at all."""
    return _named(analysis, first, last) or analysis.topic.key


def of_topic(analysis: Analysis, sentence: Sentence, kind: str) -> bool:
    """True where the property of a kind may be the topic's: the sentence names it, or names nothing else."""
    if not analysis.topic.key.isdisjoint(analysis.stems[sentence.first : sentence.last]):
        return True
    cues = (c for c in analysis.cues_in(sentence, "property") if c.kind == kind)
    return any(not thing(analysis, cue).isdisjoint(analysis.topic.key) for cue in cues)


def _after(analysis: Analysis, first: int, end: int) -> frozenset[str]:
    """The noun phrase that begins at a token; with "taking" before it, that of what is taken."""
    while first < end and analysis.tokens[first].norm in _BEFORE_A_NAME:
        first += 1
    return _named(analysis, first, name_end(analysis, first, end))


def _people(analysis: Analysis, sentence: Sentence) -> frozenset[str]:
    """The stems of those whom a sentence is limited to."""
    cues = analysis.cues_by_category(sentence)
    scope = [*cues.get("scope", ()), *cues.get("ailing", ())]
    named = [content(analysis, c.first, c.last) for c in scope]
    synonyms = analysis.cues_by_category(sentence).get("health-synonym", ()) if scope else ()
    told = {c.kind for c in synonyms if any(c.first < s.last and s.first < c.last for s in scope)}
    return frozenset(told).union(*named)


def _named(analysis: Analysis, first: int, last: int) -> frozenset[str]:
    if not analysis.topic.key.isdisjoint(analysis.stems[first:last]):
        return analysis.topic.key
    adverbs = {analysis.stems[i] for i in range(first, last) if analysis.norms[i].endswith("ly")}
    return content(analysis, first, last, NO_THING) - adverbs
