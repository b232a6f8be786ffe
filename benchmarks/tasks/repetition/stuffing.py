"""A page stuffed with a phrase, as is done for search engines, at a known rate.

The rate is the number of times that the phrase stands in the page, times its words, over all words of the page, both
counted after the stuffing. As a phrase is put in whole, a page has the least number of occurrences that reaches the
rate; a page that is too short to come near it with three or more is left out at that rate.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import cycle
from pathlib import Path

from healthscore import Article
from tasks.inject.pages import Sentence, sentences
from tasks.repetition.planting import Plant, draw, inserted

RATES = (1, 2, 4)  # per cent of the words
STYLES = ("sentences", "tails", "mixed")
FEWEST = 3  # occurrences
MOST = 1.25  # how far above the rate a plant may be

_FILE = Path(__file__).with_name("stuffing.toml")
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_ASIDE = re.compile(r"\s*\([^()]*\)|[?:,].*")
_KINDS = ("sentences", "tails", "headings", "lists")
_TOPIC = re.compile(r"[a-z'-]+(?: [a-z'-]+){0,2}")
_LONG = 5  # letters of a word that may be a topic

Addition = tuple[int, str]


def stuffings(page: Article) -> Iterator[Plant]:
    """The page stuffed in each style at each rate that it is long enough for, with a phrase for each style."""
    topic = _topic(page)
    if topic is None:
        return
    found = [s for s in sentences(page) if page.blocks[s.block].kind == "paragraph" and s.text.endswith(".")]
    for style in STYLES:
        chance = draw("phrase", style, page.source, page.sha256)
        phrase = chance.choice([p for p in _phrases(topic) if 2 <= len(p.split()) <= 4])
        sites = _sites(page, found, style, phrase)
        for rate in RATES:
            plant = _stuffed(page, style, phrase, sites, rate)
            if plant is not None:
                yield plant


def _stuffed(page: Article, style: str, phrase: str, sites: Sequence[Addition], rate: int) -> Plant | None:
    words, times = len(_WORD.findall(page.text)), _count(page.text, phrase)
    used: list[Addition] = []
    for site in sites:
        if _share(phrase, times, words) >= rate / 100:
            break
        more, longer = times + _count(site[1], phrase), words + len(_WORD.findall(site[1]))
        if _share(phrase, more, longer) <= MOST * rate / 100:
            used.append(site)
            times, words = more, longer
    added = sum(_count(text, phrase) for _, text in used)
    if added < FEWEST or _share(phrase, times, words) < rate / 100:
        return None
    variant, places = inserted(page, used)
    spans = tuple(
        (start + match.start(), start + match.end())
        for start, end in places
        for match in re.finditer(re.escape(phrase), variant.text[start:end], re.IGNORECASE)
    )
    return Plant(
        page=page,
        variant=variant,
        fault="stuffing",
        kind=f"{rate}_{style}",
        original=phrase,
        planted=" / ".join(text.strip() for _, text in used),
        originals=(),
        spans=spans,
        rate=round(_share(phrase, times, words), 4),
    )


def _share(phrase: str, times: int, words: int) -> float:
    return times * len(phrase.split()) / words


def _count(text: str, phrase: str) -> int:
    return len(re.findall(rf"\b{re.escape(phrase)}\b", text, re.IGNORECASE))


def _sites(page: Article, found: Sequence[Sentence], style: str, phrase: str) -> list[Addition]:
    """Where and in which words the phrase can be put, by chance, no place twice."""
    chance = draw("sites", style, page.source, phrase)
    ways = _ways()

    turns = {kind: cycle(chance.sample(ways[kind], len(ways[kind]))) for kind in _KINDS}

    def written(kind: str) -> str:
        return next(turns[kind]).format(phrase=phrase, Phrase=phrase.title())

    if style == "sentences":
        sites = [(s.end, f" {written('sentences')}") for s in found]
    elif style == "tails":
        sites = [(s.end - 1, written("tails")) for s in found]
    else:
        ends = [
            b.start + len(page.text[b.start : b.end].rstrip()) for b in page.blocks if b.kind == "heading"
        ]
        sites = [
            *((end, written("headings")) for end in ends),
            *((s.end, f" {written('lists')}") for s in found[::3]),
            *((s.end - 1, written("tails")) for s in found[1::3]),
        ]
    return chance.sample(sites, len(sites))


def _topic(page: Article) -> str | None:
    """The page's title where it is short and the page speaks of it, or else the long word that it has most often."""
    prose = page.prose.lower()
    title = _ASIDE.sub("", (page.title or "").lower().rpartition(" - ")[2].rpartition(" about ")[2]).strip()
    if _TOPIC.fullmatch(title) and prose.count(title) > 2:
        return title
    general = frozenset(_ways()["general"])
    counts = Counter(w for w in _WORD.findall(prose) if len(w) >= _LONG and w.isalpha() and w not in general)
    return counts.most_common(1)[0][0] if counts else None


def _phrases(topic: str) -> list[str]:
    return [phrase.format(topic=topic) for phrase in _ways()["phrases"]]


@cache
def _ways() -> Mapping[str, Sequence[str]]:
    return tomllib.loads(_FILE.read_text(encoding="utf-8"))
