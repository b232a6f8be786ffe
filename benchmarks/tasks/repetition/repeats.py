"""What a page says twice: a paragraph as it stands or lightly edited, and a sentence in other words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import islice

from healthscore import Article
from tasks.inject.pages import Sentence, home_for, sentences
from tasks.repetition.planting import Plant, again, draw
from tasks.repetition.rewording import KINDS, Kind, reworded

PARAGRAPHS = ("verbatim", "edited")
PER_KIND = 3  # for a page
WORDS = 25  # the least of a paragraph that is copied
EDITED_WORDS = 20  # what must be left of it when a sentence is dropped
BLOCKS_APART = 3


def paragraphs(page: Article) -> Iterator[Plant]:
    """A few paragraphs of the page, each planted once as it stands and once, if it is long enough, edited.

    The copy is a paragraph of its own in another section or, where a page has none, at least two paragraphs away.
    """
    found = sentences(page)
    in_block: dict[int, list[Sentence]] = {}
    for sentence in found:
        in_block.setdefault(sentence.block, []).append(sentence)
    texts = Counter(" ".join(s.text for s in members) for members in in_block.values())
    usable = [
        number
        for number, members in in_block.items()
        if page.blocks[number].kind == "paragraph"
        and texts[text := " ".join(s.text for s in members)] == 1
        and len(text.split()) >= WORDS
    ]
    for kind in PARAGRAPHS:
        chance = draw("paragraph", kind, page.source, page.sha256)
        order = chance.sample(usable, len(usable))
        planted = (_paragraph(page, kind, number, in_block) for number in order)
        yield from islice((plant for plant in planted if plant), PER_KIND)


def _paragraph(page: Article, kind: str, number: int, in_block: dict[int, list[Sentence]]) -> Plant | None:
    members = in_block[number]
    copy = _edited(members) if kind == "edited" else " ".join(s.text for s in members)
    away = [
        other
        for other in in_block
        if page.blocks[other].kind == "paragraph" and not -BLOCKS_APART < other - number < BLOCKS_APART
    ]
    elsewhere = [other for other in away if in_block[other][0].section != members[0].section]
    if copy is None or not away:
        return None
    home = page.blocks[draw("home", kind, copy).choice(elsewhere or away)]
    end = home.start + len(page.text[home.start : home.end].rstrip())
    return again(page, "paragraph", kind, (members[0].start, members[-1].end), end, f"\n\n{copy}")


def _edited(members: list[Sentence]) -> str | None:
    """The sentences but for one, in another order."""
    if len(members) < 3:
        return None
    chance = draw("edit", members[0].text)
    left = [s.text for s in members]
    left.pop(chance.randrange(len(left)))
    turn = chance.randrange(1, len(left))
    copy = " ".join(left[turn:] + left[:turn])
    return copy if len(copy.split()) >= EDITED_WORDS else None


def rewordings(page: Article) -> Iterator[Plant]:
    """A few sentences of the page for each kind of rewording, each put at the end of a paragraph of another section."""
    found = sentences(page)
    texts = Counter(s.text for s in found)
    once = [s for s in found if texts[s.text] == 1 and page.blocks[s.block].kind == "paragraph"]
    for kind in KINDS:
        order = draw("sentence", kind, page.source, page.sha256).sample(once, len(once))
        planted = (_rewording(page, kind, sentence, found) for sentence in order)
        yield from islice((plant for plant in planted if plant), PER_KIND)


def _rewording(page: Article, kind: Kind, sentence: Sentence, found: list[Sentence]) -> Plant | None:
    text = reworded(sentence.text, kind, page.prose, draw("reword", kind, sentence.text))
    if text is None:
        return None
    home = home_for([sentence], page, found, draw("home", kind, sentence.text))
    if home is None:
        return None
    return again(page, "sentence", kind, (sentence.start, sentence.end), home, f" {text}")
