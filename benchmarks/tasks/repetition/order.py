"""Saying a sentence in another order: a clause or phrase moved, a list turned round, the voice changed.

Each rule is a pattern over a sentence without its full stop and gives the sentence anew, or None. They are narrow: a
sentence whose parts cannot be told by a pattern is left alone.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from functools import cache

from tasks.inject.agreement import is_plural
from tasks.repetition.wording import any_of, capital, has_verb, mid_sentence, participles

Rule = Callable[[str, str], str | None]
LIST_ALONE = 4  # items that a list must have to be all that is changed

_MODAL = r"(?P<modal>can|may|might|could|will|should)"
_ADVERB = r"(?P<adverb>(?:also|often|sometimes|usually|generally|typically) )?"
_BOUND = re.compile(rf"\b(?:{any_of('clause_words')})\b")
_POINTING = re.compile(rf"\b(?:{any_of('pointing')})\b|\A(?:then|there|here|and|or|especially|including)\b")
_SAYING = re.compile(rf"\b(?:{any_of('saying')})\b")
_ADVERB_LAST = re.compile(r"\b(?:also|often|sometimes|then|\w+ly)\Z")

_FIRST_CLAUSE = re.compile(
    r"(?P<moved>(?P<kind>If|When|Because|Although|Before|After|Unless|Once|While|As soon as) [^,]+), "
    r"(?P<main>[^,]+)"
)
_FIRST_PHRASE = re.compile(
    r"(?P<moved>(?P<kind>In|At|During|For|With|On|Among|Over|Without|Under|Within|To|After|Before) "
    r"(?:[^, ]+ ?){1,9}), (?P<main>[^,]+)"
)
_CONNECTIVE = re.compile(
    rf"(?:{any_of('connectives')})|.*\b(?:this|these|those|such|it|them|their|its)\b|.*\bthat\Z"
)
_LAST_CLAUSE = re.compile(
    r"(?P<main>[^,]+?)(?P<comma>,?) "
    r"(?P<moved>(?:if|when|because|although|before|after|unless|once(?! an? )) (?P<rest>[^,]+))"
)
_NOT_BEFORE_CLAUSE = re.compile(rf"\b(?:{any_of('not_before_clause')})\Z")
_CLAUSE_START = re.compile(rf"(?:{any_of('clause_start')}|\w+ing|[a-z]+s)\b(?! (?:age|birth)\b)")
_TWO_VERBS = re.compile(
    r"\A\w+ing\b.*\b(?:is|are|can|may|will|has|have)\b|\band \w+ed\b"
    r"|\b(?:\w+ed|is|are|was|were|has|have)\b.*\b(?:is|are|was|were)\b"
)
_LAST_PHRASE = re.compile(rf"(?P<main>[^,]+?) (?P<moved>{any_of('last_phrases')})")
_UNDONE = re.compile(rf"\b(?:{any_of('undone')})\Z")
_BY_DOING = re.compile(
    r"(?P<main>(?:You|People|Doctors|Parents|Patients|Researchers|Scientists) [^,]+?) (?P<moved>by \w+ing [^,]+)"
)
_INCLUDE = re.compile(
    rf"(?P<whole>[^,]+?) (?:{_MODAL} )?(?:also )?include (?P<members>(?!the following|both|at least|how|in )[^.]+)"
)
_NOT_THE = re.compile(
    r"(?:Some|Many|Most|Several|People|Examples|All|You|Doctors|Researchers|Two|Three|Few|A|An|They|Those|These)\b"
)
_DETERMINED = re.compile(r"(?:The|Your|Its|Their)\b")
_COPULA = re.compile(
    r"(?P<what>The (?:most [a-z]+|main|best|primary|usual|major|leading|chief|only|first) [^,]+?) "
    r"(?P<verb>is|are) (?P<which>(?:a|an|the) [^,]+)"
)
_LIST = re.compile(
    r"(?P<before>\b(?:include|includes|including|such as|like|causes?|are)) "
    r"(?P<items>(?:[a-z-]+(?: [a-z-]+){0,2}, ){2,})(?P<last>(?:and|or) [^,]+)"
)
_NOT_IN_ITEM = re.compile(rf"\b(?:{any_of('not_in_item')}|\w+ly)\b")
_NO_SUBJECT = re.compile(rf"(?:{any_of('no_subject')})\b")
_NO_OBJECT = re.compile(rf"(?:{any_of('no_object')})\b")
# what ends an active sentence may be more than its object: a second verb, or an adverbial that belongs to the first
_MORE_THAN_OBJECT = re.compile(
    rf", (?!and |or |[a-z-]+(?: [a-z-]+){{0,3}}(?:,|$))|, \w+ing\b|\b\w+ing\b.*, |\bby \w+ing\b"
    rf"|\band (?:{any_of('verbs_after_and')}|\w+s|\w+ed|\w+e|\w+ly)\b|\b(?:{any_of('not_in_object')})\b"
)
_PURPOSE = re.compile(r"(?P<thing>.+?)(?P<purpose> to (?!the|a|an|this|your|other|people)[a-z]+ .+)")


def reordered(text: str, prose: str, draw: random.Random) -> str | None:
    """The sentence in another order, or None. Where more than one rule fits, chance takes one."""
    turned, items = _lists_turned(text)
    found = [changed for rule in _RULES if (changed := rule(turned, prose)) is not None]
    if found:
        return capital(draw.choice(found))
    return turned if items >= LIST_ALONE else None


def _first_to_last(text: str, prose: str) -> str | None:
    """ "If the wound is deep, a nurse will dress it" and the other way round."""
    match = _FIRST_CLAUSE.fullmatch(text) or _FIRST_PHRASE.fullmatch(text)
    if match is None or _CONNECTIVE.match(match["moved"]) or not _can_stand(match["main"]):
        return None
    if match["kind"] in ("Although", "While", "Because") and not has_verb(match["moved"]):
        return None
    if match["kind"] in ("After", "Before") and not re.match(r"\w+ (?:\w+ing|you|the|a)\b", match["moved"]):
        return None
    comma = "," if match["kind"] in ("Although", "While") else ""
    return f"{match['main']}{comma} {match['moved'][0].lower()}{match['moved'][1:]}"


def _can_stand(main: str) -> bool:
    """Whether a main clause can go first: no clause in it, and nothing that points back to what went before."""
    return (
        not _BOUND.search(main)
        and not _POINTING.search(main)
        and main[0].isalpha()
        and len(main.split()) <= 18
    )


def _last_to_first(text: str, prose: str) -> str | None:
    match = _LAST_CLAUSE.fullmatch(text)
    if match is not None:
        main, rest = match["main"], match["rest"]
        if len(main.split()) < 4 or len(rest.split()) < 3 or _NOT_BEFORE_CLAUSE.search(main):
            return None
        if not has_verb(main) or (match["comma"] and not re.match("because|although", match["moved"])):
            return None
        if _BOUND.search(main) or _BOUND.search(rest) or not _CLAUSE_START.match(rest):
            return None
        if _TWO_VERBS.search(rest):
            return None
    else:
        match = _LAST_PHRASE.fullmatch(text) or _BY_DOING.fullmatch(text)
        if match is None or _BOUND.search(match["main"]) or len(match["main"].split()) < 5:
            return None
        if _UNDONE.search(match["main"]) or match["moved"] in match["main"]:
            return None
    if _SAYING.search(match["main"]) or _ADVERB_LAST.search(match["main"]):
        return None
    inner = mid_sentence(match["main"], prose)
    return None if inner is None else f"{match['moved']}, {inner}"


def _members_first(text: str, prose: str) -> str | None:
    """ "The signs include A and B" and "A and B are among the signs"."""
    match = _INCLUDE.fullmatch(text)
    if match is None:
        return None
    whole, members = match["whole"], match["members"]
    if (
        _BOUND.search(text)
        or _ADVERB_LAST.search(whole)
        or _NOT_THE.match(whole)
        or not is_plural(whole)
        or " and " not in members
    ):
        return None
    inner = mid_sentence(whole, prose)
    if inner is None or len(members.split()) > 20 or len(whole.split()) > 8:
        return None
    verb = f"{match['modal']} be" if match["modal"] else "are"
    return f"{members} {verb} among {'' if _DETERMINED.match(whole) else 'the '}{inner}"


def _copula_turned(text: str, prose: str) -> str | None:
    match = _COPULA.fullmatch(text)
    if match is None or _BOUND.search(text):
        return None
    return f"{match['which']} {match['verb']} {match['what'][0].lower()}{match['what'][1:]}"


def _passive(text: str, prose: str) -> str | None:
    """ "A may cause B" and "B may be caused by A"."""
    match = _active().fullmatch(text)
    if match is None or not _is_noun(match["subject"], match["object"]):
        return None
    subject, thing, purpose = mid_sentence(match["subject"], prose), match["object"], ""
    if match["verb"] in ("use", "prescribe", "perform", "recommend") and (split := _PURPOSE.fullmatch(thing)):
        thing, purpose = split["thing"], split["purpose"]
    elif _PURPOSE.fullmatch(thing):
        return None
    if subject is None or _ADVERB_LAST.search(subject):
        return None
    adverb = match["adverb"] or ""
    return f"{thing} {match['modal']} {adverb}be {participles()[match['verb']]} by {subject}{purpose}"


def _active_again(text: str, prose: str) -> str | None:
    """ "B may be caused by A" and "A may cause B", also "B is caused by A" and "A causes B"."""
    match = _passives().fullmatch(text)
    if match is None or not _is_noun(match["object"], match["subject"]):
        return None
    verb = next(base for base, participle in participles().items() if participle == match["participle"])
    thing, subject = mid_sentence(match["object"], prose), match["subject"]
    if thing is None or re.match(r"\w+ing\b", subject):
        return None
    if len(subject.split()) > 6 or re.search(r"\b(?:with|by|in an?)\b", subject):
        return None
    if not match["modal"] and not is_plural(subject):
        verb = verb[:-1] + "ies" if verb.endswith("fy") else verb + "s"
    modal = f"{match['modal']} " if match["modal"] else ""
    return f"{subject} {modal}{match['adverb'] or ''}{verb} {thing}"


def _is_noun(first: str, second: str) -> bool:
    """Whether what begins the sentence and what ends it can each be a subject and an object."""
    bound = (
        _SAYING.search(first)
        or _BOUND.search(first)
        or _BOUND.search(second)
        or _MORE_THAN_OBJECT.search(second)
    )
    return (
        not bound
        and not _NO_SUBJECT.match(first)
        and not _NO_OBJECT.match(second)
        and max(len(first.split()), len(second.split()) - 6) <= 8
    )


def _lists_turned(text: str) -> tuple[str, int]:
    """The text with each list but for its last item the other way round, and the items of the longest list."""
    longest = 0

    def turn(match: re.Match[str]) -> str:
        nonlocal longest
        items = match["items"].removesuffix(", ").split(", ")
        if any(_NOT_IN_ITEM.search(item) for item in items) or len(set(items)) < 2:
            return match.group()
        longest = max(longest, len(items) + 1)
        return f"{match['before']} {', '.join(reversed(items))}, {match['last']}"

    return _LIST.sub(turn, text), longest


@cache
def _active() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<subject>[^,]+?) {_MODAL} {_ADVERB}(?P<verb>{'|'.join(participles())}) (?P<object>.+)"
    )


@cache
def _passives() -> re.Pattern[str]:
    forms = "|".join(participles().values())
    return re.compile(
        rf"(?P<object>[^,]+?) (?:{_MODAL} {_ADVERB.replace('adverb', 'first')}be|is|are) {_ADVERB}(?P<participle>{forms}) by (?P<subject>.+)"
    )


_RULES: tuple[Rule, ...] = (
    _first_to_last,
    _last_to_first,
    _members_first,
    _copula_turned,
    _passive,
    _active_again,
)
