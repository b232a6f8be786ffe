"""What the tests of conflicts share: what is found in a text, and in a page that holds two statements apart."""

import pytest

from healthscore.checks import rules
from healthscore.language import analyse
from healthscore.reading import read_text


@pytest.fixture(scope="session")
def conflicts_in():
    """The messages of the conflicts in a text, without notes."""
    names = [name for name in rules() if name.endswith("-conflict")]

    def messages(text):
        analysis = analyse(read_text(text))
        hits = [hit for name in names for hit in rules()[name].find(analysis)]
        return [hit.message for hit in hits if hit.severity != "note"]

    return messages


@pytest.fixture(scope="session")
def conflicts(conflicts_in):
    """The same in a page about a topic, in which other sentences and a heading part two statements."""

    def messages(topic, first, second):
        return conflicts_in(
            f"# {topic}\n\nThis page is about {topic}. {first} There is more below.\n\n## More\n\n"
            f"We asked two nurses. They told us this.\n\n{second} The page was checked in May.\n"
        )

    return messages
