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
from tasks.repetition.wording import capital, has_verb, mid_sentence, participles

Rule = Callable[[str, str], str | None]
LIST_ALONE = 4  # items that a list must have to be all that is changed

_MODAL = r"(?P<modal>can|may|might|could|will|should)"
_ADVERB = r"(?P<adverb>(?:also|often|sometimes|usually|generally|typically) )?"
_BOUND = re.compile(
    r"\b(?:that|which|who|whose|whom|where|what|how|if|when|because|although|though|unless|until|while|whether|than|but|so)\b"
)
_FIRST_CLAUSE = re.compile(
    r"(?P<moved>(?P<kind>If|When|Because|Although|Before|After|Unless|Once|While|As soon as) [^,]+), (?P<main>[^,]+)"
)
_FIRST_PHRASE = re.compile(
    r"(?P<moved>(?P<kind>In|At|During|For|With|On|Among|Over|Without|Under|Within|To|After|Before) (?:[^, ]+ ?){1,9}), (?P<main>[^,]+)"
)
_CONNECTIVE = re.compile(
    r"(?:In (?:addition|fact|general|contrast|turn|short|other words|particular|theory|recent|most|the (?:past|last))|For (?:example|instance|now)"
    r"|At (?:first|least|the same)|On (?:the (?:other|one)|average)|To (?:date|be)|.*\b(?:this|these|those|such|it|them|their|its)\b|.*\bthat\Z)"
)
_POINTING = re.compile(
    r"\b(?:it|they|them|he|she|this|these|their|its)\b|\A(?:then|there|here|and|or|especially|including)\b"
)
_LAST_CLAUSE = re.compile(
    r"(?P<main>[^,]+?)(?P<comma>,?) (?P<moved>(?:if|when|because|although|before|after|unless|once(?! an? )) (?P<rest>[^,]+))"
)
_NOT_BEFORE_CLAUSE = re.compile(
    r"\b(?:even|especially|particularly|only|just|mainly|partly|mostly|primarily|chiefly|as|and|or|than|is|are|was|were|be|know|ask|see|tell"
    r"|determine|check|decide|out|learn|sure|unclear|clear|not|usually|often|including|on|soon|right|shortly|immediately|sometimes|years?"
    r"|months?|weeks?|days?|hours?|minutes?|from|to|like|except|described|known|wonder|say|said|of|about|for|possible|time|times|long|year|cases)$"
)
_CLAUSE_START = re.compile(
    r"(?:you|your|the|a|an|people|children|women|men|doctors?|patients?|some|someone|there|one|blood|damaged|symptoms|other|\w+ing|[a-z]+s)\b"
    r"(?! (?:age|birth)\b)"
)
_LAST_PHRASE = re.compile(
    r"(?P<main>[^,]+?) (?P<moved>in (?:most|some|many|rare|severe) (?:cases|people|patients|children|women|men)|(?:each|every) year|over time"
    r"|at any age|during (?:pregnancy|childhood)|in the (?:United States|US|U\.S)|in recent years|at night|in (?:infants|adults|children|men|women))"
)
_TWO_VERBS = re.compile(
    r"\A\w+ing\b.*\b(?:is|are|can|may|will|has|have)\b|\b(?:\w+ed|is|are|was|were|has|have)\b.*\b(?:is|are|was|were)\b|\band \w+ed\b"
)
_SAYING = re.compile(
    r"\b(?:says?|said|found|finds?|believes?|thinks?|shows?|showed|suggests?|estimates?|reports?)\b"
)
_UNDONE = re.compile(
    r"\b(?:common|frequent|likely|rare|prevalent|higher|lower|seen|found|reported|born|is|are|was|were)\Z"
)
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
    r"(?P<what>The (?:most [a-z]+|main|best|primary|usual|major|leading|chief|only|first) [^,]+?) (?P<verb>is|are) (?P<which>(?:a|an|the) [^,]+)"
)
_LIST = re.compile(
    r"(?P<before>\b(?:include|includes|including|such as|like|causes?|are)) "
    r"(?P<items>(?:[a-z-]+(?: [a-z-]+){0,2}, ){2,})(?P<last>(?:and|or) [^,]+)"
)
_NOT_IN_ITEM = re.compile(
    r"\b(?:with|of|in|for|to|from|on|by|at|the|a|an|your|his|her|their|its|not|be|is|are|can|may|as|and|or|very|more|both|either|\w+ly"
    r"|especially|even|often|usually|used|found|known|called|caused)\b"
)
_NO_SUBJECT = re.compile(
    r"(?:You|It|They|We|One|Some|Others|He|She|There|If|When|In|At|To|For|By|With|On|During|After|Because|Usually|Often|Sometimes|Also|Generally|Then)\b"
)
_NO_OBJECT = re.compile(
    r"(?:to|you|them|it|him|her|how|more|less|from|with|in|on|for|by|up|out|of|as|and|or|if|when|people to|the same|about)\b"
)
_UNSURE = re.compile(
    r", (?!and |or |[a-z-]+(?: [a-z-]+){0,3}(?:,|$))|\band (?:\w+s|lead|make|help|result|have|be|become|need|get|\w+ed|also|can|may|even|slow|ask|check|look|talk|\w+e|\w+ly)\b|\b\w+ing\b.*, "
    r"|\bby \w+ing\b|\b(?:with|without|based on|only|after|before|during|using)\b|\bas\b|, \w+ing\b|\bnot\b|\bto (?:you|them|people|patients|help)\b"
)
_ADVERB_LAST = re.compile(r"\b(?:also|often|usually|sometimes|generally|typically|then|\w+ly)\Z")
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
    bound = _SAYING.search(first) or _BOUND.search(first) or _BOUND.search(second) or _UNSURE.search(second)
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
