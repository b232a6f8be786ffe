"""Which of a page's words a reader has read."""

from __future__ import annotations

from difflib import SequenceMatcher

from tasks.html.pages import Page, words_of


def share_read(page: Page, text: str, belongs: str) -> float:
    """The share of the page's words of one kind (``article``, ``rest``) that stand in the text, in order."""
    shown = [word for word, _ in page.words]
    matcher = SequenceMatcher(None, shown, words_of(text), autojunk=False)
    read = {place for start, _, size in matcher.get_matching_blocks() for place in range(start, start + size)}
    places = [place for place, (_, kind) in enumerate(page.words) if kind == belongs]
    return sum(place in read for place in places) / len(places) if places else float(belongs == "article")
