"""Many articles as one table."""

from made import SCALE, article, report, withheld
from rich.cells import cell_len

from healthscore.report.table import Row, as_text
from healthscore.rubric.rating import Rating


def _row(source, value=2.44):
    return Row.of(report(article(source=source), rating=Rating(value, SCALE, "poor", 0.8, None)))


ROWS = [_row("b.txt", 3.0), _row("a.txt", 3.0), _row("worst.txt", 1.2), Row.of(withheld())]


def test_worst_first_then_by_name_and_what_is_not_rated_last():
    lines = as_text(ROWS).splitlines()
    assert [line.split()[0] for line in lines[2:5]] == ["worst.txt", "a.txt", "b.txt"]
    assert "not rated: too short" in lines[6]


def test_all_ratings_words_and_errors_stand_in_a_row():
    line = next(line for line in as_text(ROWS).splitlines() if line.startswith("worst"))
    assert line.split() == ["worst.txt", "1.2", "1.4", "2.0", "3.2", "4.6", "1.0", "88", "2"]


def test_the_summary_counts():
    assert as_text(ROWS, failed=2).splitlines()[-1] == (
        "4 articles · median rating 3.0 · 1 not rated · 2 could not be read"
    )
    assert as_text([ROWS[0]]).splitlines()[-1] == "1 article · median rating 3.0"


def test_it_fits_the_terminal_and_keeps_the_end_of_a_long_path():
    rows = [_row("a/very/long/way/to/a/folder/far/down/in/the/tree/of/a/large/study/article-0017.md")]
    for width in (80, 100, 120):
        text = as_text(rows, width=width)
        assert max(map(cell_len, text.splitlines())) <= width
        assert "cle-0017.md" in text
        assert "errors" in text


def test_ratings_that_have_no_room_are_left_to_the_reports():
    given = Rating(3.0, SCALE, "fair", 0.8, None)
    items = tuple((f"item-{number:02}", given) for number in range(16))
    shown = as_text([Row("a.md", 300, 0, given, items)], width=100)
    assert "item" not in shown.splitlines()[0]
    assert "no room for 16 ratings each: --full shows them, -o csv:FILE writes them" in shown
    assert "item-15" in as_text([Row("a.md", 300, 0, given, items[-3:])], width=100)
