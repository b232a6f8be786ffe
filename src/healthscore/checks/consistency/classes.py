"""One thing put in two classes of which it can belong to one at most: a vitamin and a mineral, viral and bacterial."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from itertools import combinations

from msgspec.structs import replace

from healthscore.checks.base import once
from healthscore.checks.consistency.placing.memberships import memberships
from healthscore.checks.consistency.weighing import Statement, Weighed, weigh
from healthscore.language.analysis import Analysis
from healthscore.language.claims import Claim
from healthscore.language.claims.kinds import Kind, is_kind
from healthscore.language.lexicon import groups

_MOST = 6  # claims of one set that are held against each other
_CLAUSE_WITHIN = 5  # tokens after "and" in which a new clause has its verb


@once
def classes(analysis: Analysis) -> list[Weighed]:
    """Every pair of statements that put things in different classes of one set, weighed."""
    by_set: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in analysis.claims:
        if claim.relation == "is" and not claim.negated and claim.subject_key:
            one_of, _ = _sets().get(min(claim.object_key), ("", ""))
            if one_of and _stands_alone(analysis, claim):
                by_set[one_of].append(claim)
    claimed = [
        _weighed(analysis, a, b)
        for claims in by_set.values()
        for a, b in combinations(claims[:_MOST], 2)
        if a.object_key != b.object_key and a.sentence != b.sentence
    ]
    return [*claimed, *memberships(analysis)]


def _weighed(analysis: Analysis, a: Claim, b: Claim) -> Weighed:
    one_of, rule = _sets()[min(a.object_key)]
    one, other = (
        replace(Statement.of(analysis, c, c.object), matter=frozenset({one_of}), head=one_of) for c in (a, b)
    )
    return weigh(
        f"consistency/{rule}",
        one,
        other,
        1.0,
        lambda x, y: f"Says that {x.name or y.name} “{x.said}” here and “{y.said}” there.",
        "Keep the class that a source gives it.",
    )


def _stands_alone(analysis: Analysis, claim: Claim) -> bool:
    """False for "a vitamin supplement", "caused by bacteria or a virus" and "some warts are ..."."""
    sentence = analysis.sentences[claim.sentence]
    if is_kind(analysis.tokens[sentence.first], Kind.SOME_WORD):
        return False
    after = next(
        (i for i in range(sentence.first, sentence.last) if analysis.tokens[i].start >= claim.end), None
    )
    if after is None or any(char in analysis.gap(after) for char in ",;:("):
        return True
    token = analysis.tokens[after]
    if is_kind(token, Kind.COORDINATOR):
        new_clause = analysis.tokens[after + 1 : min(sentence.last, after + _CLAUSE_WITHIN)]
        return token.norm != "or" and any(is_kind(t, Kind.AUXILIARY | Kind.VERB) for t in new_clause)
    return is_kind(token, Kind.CLOSED | Kind.VERB | Kind.RELATIVE) or token.norm.endswith(("ed", "ing"))


@cache
def _sets() -> Mapping[str, tuple[str, str]]:
    """The set of each class, and the rule that speaks of it."""
    return {
        e.kind: (str(e.attributes["one_of"]), str(e.attributes["rule"]))
        for e in groups("property")
        if "one_of" in e.attributes
    }
