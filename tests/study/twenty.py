"""Twenty articles for a researcher's walk: our examples, each with every fourth paragraph left out, in four ways."""

from pathlib import Path

EXAMPLES = Path(__file__).parents[2] / "examples"
LONG_ENOUGH = ("balanced-and-sourced.md", "leaflet.txt", "one-sided.md", "self-contradicting.txt", "spun.txt")
WAYS = 4


def write(folder):
    """Write the articles ``page-01.txt`` to ``page-20.txt``."""
    folder.mkdir()
    for number in range(WAYS * len(LONG_ENOUGH)):
        name, way = LONG_ENOUGH[number % len(LONG_ENOUGH)], number // len(LONG_ENOUGH)
        title, *paragraphs = (EXAMPLES / name).read_text(encoding="utf-8").strip().split("\n\n")
        kept = [title, *(text for place, text in enumerate(paragraphs) if place % WAYS != way)]
        (folder / f"page-{number + 1:02}.txt").write_text("\n\n".join(kept) + "\n", encoding="utf-8")
