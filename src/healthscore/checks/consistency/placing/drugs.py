"""What "the tablet" means in an article that is about no drug, but speaks of one: "Swollen legs", and furosemide."""

from __future__ import annotations

from collections.abc import Iterable, Set

from healthscore.checks.consistency.placing.matters import Thing
from healthscore.language.analysis import Analysis, Sentence
from healthscore.language.claims.kinds import Kind

_OFTEN = 3  # times that the drug of an article is named
_STANDS = Kind.FORM_NOUN | Kind.SUBSTANCE_NOUN | Kind.PRODUCT_NOUN
_TAKING = Kind.USE_WORD | Kind.USED_PARTICIPLE


def drug_meant(analysis: Analysis, things: Iterable[tuple[Sentence, Thing]]) -> Thing | None:
    """The one thing that is told to be taken, of some sentences and what each speaks of.

    None where there are several, where the article speaks of taking its topic, and where it names the drug seldom and
    has a title that speaks of none ("Your thyroid tablets").
    """
    topic = analysis.topic.key
    named = {
        thing.key
        for sentence, thing in things
        if not thing.loose and topic.isdisjoint(thing.key) and _takes(analysis, sentence)
    }
    if len(named) != 1 or _is_taken(analysis, topic):
        return None
    (drug,) = named
    concepts = [concept for _, concept in analysis.concepts.values()]
    often = sum(analysis.stems.count(term) + concepts.count(term) for term in drug)
    title = analysis.title
    titled = title is not None and any(kind & _STANDS for kind in analysis.kinds[title.first : title.last])
    return Thing(drug) if titled or often >= _OFTEN else None


def stands_for_drug(analysis: Analysis, sentence: Sentence, thing: Thing) -> bool:
    """True where "the drug" or "the tablet" is all that is named, besides what the article is about."""
    kinds = analysis.kinds[sentence.first : sentence.last]
    return thing.key <= analysis.topic.key and any(kind & _STANDS for kind in kinds)


def _takes(analysis: Analysis, sentence: Sentence) -> bool:
    return any(kind & _TAKING for kind in analysis.kinds[sentence.first : sentence.last])


def _is_taken(analysis: Analysis, topic: Set[str]) -> bool:
    """True where an article speaks of taking its topic: "take iron", "iron is taken"."""
    kinds = analysis.kinds
    for index, stem in enumerate(analysis.stems):
        if stem in topic:
            before, after = kinds[max(0, index - 2) : index], kinds[index + 1 : index + 4]
            if any(k & Kind.USE_WORD for k in before) or any(k & Kind.USED_PARTICIPLE for k in after):
                return True
    return False
