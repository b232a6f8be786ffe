"""However a rubric file is broken, the answer is a rubric or one line, never a traceback."""

import tempfile
from pathlib import Path

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from healthscore.errors import HealthscoreError
from healthscore.rubric import Rubric, load_rubric

from .conftest import SMALL

LINES = SMALL.splitlines(keepends=True)
anything = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers(-9, 9) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["id", "x"]), inner),
    max_leaves=5,
)


def loads_or_says_why(content):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "my.yaml"
        path.write_bytes(content)
        try:
            assert isinstance(load_rubric(path), Rubric)
        except HealthscoreError as error:
            assert "\n" not in str(error)
            assert str(error).startswith(str(path))


@settings(deadline=None)
@given(st.integers(0, len(LINES) - 1), st.sampled_from(["drop", "double", "swap"]))
def test_lines_dropped_doubled_and_swapped(place, how):
    lines = list(LINES)
    if how == "drop":
        del lines[place]
    elif how == "double":
        lines.insert(place, lines[place])
    else:
        lines[place - 1], lines[place] = lines[place], lines[place - 1]
    loads_or_says_why("".join(lines).encode())


@settings(deadline=None)
@given(st.integers(0, len(SMALL) - 1), st.binary(max_size=4))
def test_bytes_put_over_others(place, some):
    content = SMALL.encode()
    loads_or_says_why(content[:place] + some + content[place + len(some) :])


@settings(deadline=None)
@given(st.integers(0, 10_000), anything)
def test_anything_in_any_place(place, value):
    document = yaml.safe_load(SMALL)
    holders = list(_holders(document))
    holder, key = holders[place % len(holders)]
    holder[key] = value
    loads_or_says_why(yaml.safe_dump(document, allow_unicode=True).encode("utf-8", "surrogatepass"))


def _holders(value):
    for key in list(value) if isinstance(value, dict) else range(len(value)):
        yield value, key
        if isinstance(value[key], dict | list):
            yield from _holders(value[key])
