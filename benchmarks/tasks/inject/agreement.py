"""Whether the words that name something are singular or plural, for the verb that is to follow them."""

from __future__ import annotations

import re

_AFTER_HEAD = re.compile(
    r",? (?:of|with|in|on|from|for|to|that|who|which|by|at|during|after|before|under|over|without|between|among"
    r"|than|as|through|around|within|into|about|due|such|caused|used|using|containing|living|born)\b"
)
_LAST_OF_CHOICE = re.compile(r".*\bor ")
_GERUND = re.compile(
    r"(?!(?:[Hh]earing|[Ll]iving|[Nn]ursing|[Bb]leeding|[Uu]nderlying|[Ee]xisting) )\w{2,}ing\b"
)
# as in "bleeding and pain", not "finding and treating it"
_MORE_THAN_GERUND = re.compile(r"\w+(?:,| and (?!\w+ing \w))")
_SINGULAR_END = re.compile(r"(?:ss|us|is|'s|[A-Z]S)$")
_SINGULAR = frozenset(
    "diabetes rabies measles mumps herpes shingles rickets scabies caries ascites gas pancreas series news mellitus "
    "biceps".split()
)
_PLURAL = frozenset(
    "people men women children teeth feet bacteria fungi emboli thrombi nuclei alveoli villi vertebrae diverticula "
    "lice mice larvae ova data criteria elderly infected".split()
)
_ADVERB = re.compile(r"\s+(?:\w+ly|also|often|sometimes|always|almost|both|most|then|now|never|not)\b")
_NEXT = re.compile(r"\s+([a-z']+)\b")
_NO_NUMBER = frozenset(["can", "may", "might", "could", "will", "would", "should", "must", "cannot"])
_SINGULAR_VERB = frozenset(["is", "was", "has", "does", "isn't", "doesn't"])
_PLURAL_VERB = frozenset(["are", "were", "have", "do", "aren't", "don't"])


def is_plural(part: str, after: str = "") -> bool:
    """Whether a verb after the part is plural.

    ``after`` is what follows the part where it is the subject of a sentence: the verb there decides, if it shows
    its number.
    """
    told = _told_by_verb(after)
    return _looks_plural(part) if told is None else told


def _told_by_verb(after: str) -> bool | None:
    rest = after
    while adverb := _ADVERB.match(rest):
        rest = rest[adverb.end() :]
    verb = _NEXT.match(rest)
    if verb is None or verb.group(1) in _NO_NUMBER or verb.group(1).endswith("ed"):
        return None
    word = verb.group(1)
    if word in _SINGULAR_VERB | _PLURAL_VERB:
        return word in _PLURAL_VERB
    return not word.endswith("s")


def _looks_plural(part: str) -> bool:
    head = _AFTER_HEAD.split(part, maxsplit=1)[0]
    if _GERUND.match(head):
        return _MORE_THAN_GERUND.match(head) is not None
    if re.search(r"\band\b", head):
        return True
    word = re.split(r"[\s/]+", _LAST_OF_CHOICE.sub("", head).rstrip(",."))[-1]
    if word.lower() in _PLURAL:
        return True
    return word.endswith("s") and not _SINGULAR_END.search(word) and word.lower() not in _SINGULAR
