"""The claims of a sentence and their opposites, by the patterns of ``templates.toml``."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from tasks.inject.agreement import is_plural
from tasks.inject.numbers import Quantity
from tasks.inject.templates import Parts, Plain, templates

KINDS = ("direction", "negation", "quantity", "frequency", "safety")

_GAP = re.compile(r"\{([A-Za-z]+)(?::([a-z]+))?\}")
_BRACKETS = re.compile(r"\s*(?:\([^()]*\)|\[[^\[\]]*\])")
_INITIALS = re.compile(r"(?:\b[A-Z]\.){2,}$")
_GLUED = re.compile(  # a heading that has run into the sentence after it
    r"[a-z]{3}[A-Z][a-z]|\b([A-Z][a-z]+(?: [A-Za-z]+)?) \1\b|[a-z] (?:The|An|[A-Z][a-z]+ing) "
    r"|[a-z] A (?!(?:have|has|and|virus|vaccine|can|may|are|was|will)\b)[a-z]{3}"
)
_BARE = {
    "has": "have",
    "does": "do",
    "goes": "go",
    "carries": "carry",
    "occurred": "occur",
    "is": "be",
    "are": "be",
}


@dataclass(frozen=True)
class Opposite:
    """What contradicts a sentence, and the pattern that made it. ``texts`` has one sentence for each style."""

    kind: str
    pattern: str
    texts: Mapping[str, str]


def opposites(sentence: str, page: str, seed: str) -> list[Opposite]:
    """The opposite by each pattern that finds its claim in a sentence of the page, in the patterns' order.

    The same seed, sentence, pattern and style always give the same words.
    """
    rules = templates()
    plain = _plain(sentence, rules.plain)
    if plain is None:
        return []
    body, scope = plain
    written = []
    for pattern in rules.patterns:
        match = pattern.find.fullmatch(body)
        if match and _sound(match, rules.parts):
            values, plural = _values(match, page), _plural(match)
            texts = {}
            for style, choice in pattern.write.items():
                draw = random.Random("\n".join((seed, sentence, pattern.name)))
                text = _write(choice, values, plural, draw)
                if text:
                    texts[style] = _with_scope(text, scope)
            if texts:
                written.append(Opposite(pattern.kind, pattern.name, texts))
    return written


def _plain(sentence: str, rules: Plain) -> tuple[str, str] | None:
    """The bare claim and what it is limited to ("in adults"), or None where the sentence is not usable."""
    text = _BRACKETS.sub("", sentence).replace("’", "'")
    if (
        not text.endswith(".")
        or _GLUED.search(text)
        or rules.refuse.search(text)
        or re.search(r"[\"“”;:*|()\[\]]|[.!?] ", text)
    ):
        return None
    text = _capital(rules.opening.sub("", _unstopped(text)))
    limit = rules.scope.match(text)
    if limit:
        text = _capital(text[limit.end() + 2 :])
    text = rules.tail.sub("", text)
    scope = "" if limit is None else " " + limit.group()[:1].lower() + limit.group()[1:]
    return (text, scope) if len(text.split()) >= 4 else None


def _unstopped(text: str) -> str:
    """A sentence without its full stop, unless that belongs to an abbreviation such as "P.A.D."."""
    return text if _INITIALS.search(text) else text.rstrip(".")


def _with_scope(text: str, scope: str) -> str:
    return text if scope.strip() in text else f"{text[:-1]}{scope}."


def _sound(match: re.Match[str], rules: Parts) -> bool:
    """Whether every part can stand alone; what begins the sentence is its subject, whatever its name."""
    return all(
        _sound_part(value, name in rules.subject or match.start(name) == 0, rules)
        for name, value in match.groupdict().items()
        if value is not None
    )


def _sound_part(value: str, is_subject: bool, rules: Parts) -> bool:
    words = [word.strip(".,").lower() for word in value.split()]
    if not words or words[0] in (rules.refuse_first_subject if is_subject else rules.refuse_first):
        return False
    if not rules.refuse.isdisjoint(words) or len(words) > (
        rules.subject_words if is_subject else rules.words
    ):
        return False
    return not is_subject or _sound_subject(value, words, rules)


def _sound_subject(value: str, words: Sequence[str], rules: Parts) -> bool:
    vague = rules.refuse_subject.intersection(words)
    if vague - rules.fine_in_company or (vague and len(words) < 3):
        return False
    relative = min((words.index(word) for word in ("who", "that") if word in words), default=len(words))
    pointing = words[0] == "the" and len(words) < 3
    return rules.verbs.isdisjoint(words[:relative]) and not pointing


def _values(match: re.Match[str], page: str) -> dict[str, str | None]:
    """What may fill a gap: the parts, and the numbers that the number found rules out."""
    found = match.groupdict()
    values: dict[str, str | None] = {
        name: _mid_sentence(value, page) if value and match.start(name) == 0 else value or ""
        for name, value in found.items()
    }
    quantity = Quantity.of(found.get("n") or "")
    if quantity:
        out_of = Quantity.of(found.get("m") or "100")
        total = out_of.high if out_of else 100
        values |= {
            "less": quantity.less(),
            "more": quantity.more(found.get("u") or ""),
            "later": quantity.later(),
            "moreword": quantity.more_in_words(),
            "share": quantity.share(total),
            "percent": quantity.percent(total),
        }
    return values


def _plural(match: re.Match[str]) -> frozenset[str]:
    """The names of the parts that take a plural verb. Only what begins the sentence has its verb next to it."""
    body = match.string
    return frozenset(
        name
        for name, value in match.groupdict().items()
        if value and is_plural(value, "" if match.start(name) else body[match.end(name) :])
    )


def _write(
    sentences: Sequence[str],
    values: Mapping[str, str | None],
    plural: frozenset[str],
    draw: random.Random,
) -> str | None:
    usable = [
        sentence
        for sentence in sentences
        if all(values.get(gap.group(1).lower()) is not None for gap in _GAP.finditer(sentence))
    ]
    if not usable:
        return None
    return _GAP.sub(lambda gap: _fill(gap, values, plural), draw.choice(usable)).replace("..", ".")


def _fill(gap: re.Match[str], values: Mapping[str, str | None], plural: frozenset[str]) -> str:
    name, form = gap.groups()
    if form in _VERBS:
        return _VERBS[form][name in plural]
    value = values[name.lower()] or ""
    if form:
        value = _FORMS[form](value)
    return _capital(value) if name[0].isupper() else value


def _bare(verb: str) -> str:
    if verb in _BARE:
        return _BARE[verb]
    if verb.endswith(("sses", "ches", "shes")):
        return verb[:-2]
    return verb[:-1] if verb.endswith("s") and not verb.endswith("ss") else verb


def _many(unit: str) -> str:
    return unit if unit.endswith("s") else f"{unit}s"


def _either(part: str) -> str:
    return re.sub(r"^both (.+?) and ", r"\1 or ", part)


_VERBS: Mapping[str | None, tuple[str, str]] = {  # singular and plural, a verb or the ending of one
    "is": ("is", "are"),
    "has": ("has", "have"),
    "does": ("does", "do"),
    "s": ("s", ""),
    "es": ("es", ""),
}
_FORMS: Mapping[str, Callable[[str], str]] = {"bare": _bare, "many": _many, "either": _either}


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _mid_sentence(part: str, page: str) -> str:
    """A part with a small initial, unless its first word looks like a name: as the page writes it elsewhere."""
    word = re.match(r"[A-Z](?:[a-z'-]+)?(?!\w|-[A-Z])", part)
    if word is None:
        return part
    name, small = word.group(), word.group().lower()
    if small in ("a", "an", "the"):
        return small + part[len(small) :]
    seen_small = re.search(rf"(?<![\w-]){re.escape(small)}(?![\w-])", page)
    seen_as_name = re.search(rf"[a-z,] {re.escape(name)}(?![\w-])", page)
    is_name = (
        not small.endswith("ing")
        and seen_small is None
        and (seen_as_name or name.endswith("'s") or len(name) == 1)
    )
    return part if is_name else small + part[len(small) :]
