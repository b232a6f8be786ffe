"""What the words of an article add to what is talked about.

Words that carry an opposition (negations, verbs of effect, words of frequency, hedges) are no matter: two sentences in
the same terms are about one thing whatever their grammar.
"""

from __future__ import annotations

from collections import Counter

from healthscore.checks.base import once
from healthscore.language.analysis import Analysis
from healthscore.language.claims.kinds import Kind
from healthscore.language.claims.quantities import counts_things
from healthscore.language.lexicon import words

_CARRIES = ("negation", "frequency", "endorsement", "hedge", "booster", "scope", "voice", "unit", "effect")
_NO_MATTER = Kind.CLOSED | Kind.QUANTITY_NOUN | Kind.DEGREE | Kind.PERSON_NOUN | Kind.VERB
_SAYS = ("duration", "effect", "onset", "frequency")  # of a thing, so that its name ends before them
_ENDS_NAME = Kind.CLOSED | Kind.VERB | Kind.USE_WORD  # what may follow "the drug" that is no part of a name


@once
def matter_by_token(analysis: Analysis) -> list[str]:
    """What each token adds to what is talked about: a stem or a concept, or nothing."""
    stems, kinds = analysis.stems, analysis.kinds
    firsts = [places[0] for places in analysis.places.values()]
    words = zip(analysis.places, map(stems.__getitem__, firsts), map(kinds.__getitem__, firsts), strict=True)
    meaning = {word: "" if kind & _NO_MATTER or len(stem) < 2 else stem for word, stem, kind in words}
    found = [*map(meaning.__getitem__, analysis.norms)]
    carried = [i for category in _CARRIES for c in analysis.cues_of(category) for i in range(c.first, c.last)]
    reported = [  # "studies show"
        i for c in analysis.cues_of("reporting") for i in range(max(0, c.first - 1), c.last)
    ]
    counted = [i for i in analysis.numerals if counts_things(analysis.tokens[i])]
    for index in (*carried, *reported, *counted):
        found[index] = ""
    past = 0
    for first, (end, concept) in sorted(analysis.concepts.items()):
        if first >= past:
            found[first:end], past = [concept, *[""] * (end - first - 1)], end
    return _with_topic(analysis, found)


def _with_topic(analysis: Analysis, matter: list[str]) -> list[str]:
    """The matter with "the disease" or "this drug" as what the article is about, by the name that it mostly has there."""
    topic, norms, kinds = analysis.topic, analysis.norms, analysis.kinds
    called = words("topic-called", "acts" if topic.acts else "suffered")
    named = [word for word, places in analysis.places.items() if analysis.stems[places[0]] in topic.key]
    terms = Counter(filter(None, map(matter.__getitem__, analysis.places_of(named))))
    standing = analysis.places_of([word for word in called if word in analysis.places]) if terms else ()
    said = (
        {cue.first for category in _SAYS for cue in analysis.cues_of(category)} if standing else frozenset()
    )
    for index in standing:
        after = index + 1
        ends = after == len(norms) or kinds[after] & _ENDS_NAME or not analysis.gap(after).isspace()
        ends = ends or after in said
        if norms[index - 1] in ("the", "this") and ends and norms[index] not in topic.key:
            matter[index] = terms.most_common(1)[0][0]
    return matter
