"""Rules by what users call them: an id, a dimension for all of its rules, or a rule's name alone."""

from __future__ import annotations

from healthscore.checks.registry import documented


def named(word: str) -> frozenset[str]:
    """The ids of the rules that a word means; none where it means nothing, ``all`` means all."""
    known = documented()
    if word == "all":
        return frozenset(known)
    if word in known:
        return frozenset({word})
    return frozenset(id_ for id_ in known if word == id_.partition("/")[0]) or frozenset(
        id_ for id_ in known if word == id_.partition("/")[2]
    )


def close_to(word: str) -> list[str]:
    """Up to three ids of rules that are spelt like a word."""
    from difflib import get_close_matches

    known = list(documented())
    names = {id_.partition("/")[2]: id_ for id_ in known}
    dimensions = list(dict.fromkeys(id_.partition("/")[0] for id_ in known))
    close = get_close_matches(word, [*known, *dimensions], n=3) or get_close_matches(
        word.rpartition("/")[2], names, n=3
    )
    return [names.get(name, name) for name in close]
