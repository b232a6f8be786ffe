"""The library's face: what ``from healthscore import ...`` gives."""

import os
import pydoc
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import get_args, get_type_hints

import pytest
from jsonschema import Draft202012Validator

import healthscore
from healthscore import Article, HealthscoreError, Report, load_rubric, read, score, score_file, score_many
from healthscore.language.claims import Claim
from healthscore.report.json import json_schema
from healthscore.report.model import Finding

TEXT = """# Iron and tiredness

Iron tablets reduce tiredness in women who lack iron, a trial of 198 women found (doi:10.1503/cmaj.110950). They do
not help people whose iron is normal. Constipation and dark stools are common side effects of iron tablets, and too
much iron can harm the liver.

Eating more lentils, meat and leafy greens is another choice, and some people need no treatment at all. Ask a doctor
for a blood test before you take iron, because tiredness has many causes, from poor sleep to thyroid disease. Tea
lowers the uptake of iron when it is drunk with a meal. Vitamin C raises it. Iron tablets should be kept away from
children, for whom an overdose is dangerous.
"""
LIGHT = "import sys, healthscore; print(*sorted(m.partition('.')[0] for m in sys.modules))"
OFFLINE = """
import socket, sys

def refuse(*_, **__):
    raise AssertionError("the network was tried")

socket.socket.connect = socket.create_connection = socket.getaddrinfo = refuse
from healthscore import score
assert score(sys.stdin.read()).rating.value is not None
"""


@pytest.fixture
def path(tmp_path):
    file = tmp_path / "iron.md"
    file.write_text(TEXT, encoding="utf-8")
    return file


def _python(code, **options):
    command = [sys.executable, "-c", code]
    return subprocess.run(command, capture_output=True, check=True, text=True, encoding="utf-8", **options)


def test_the_face_is_complete():
    for name in healthscore.__all__:
        assert getattr(healthscore, name) is not None
    assert set(healthscore.__all__) == set(dir(healthscore))
    with pytest.raises(AttributeError, match="no attribute 'grade'"):
        healthscore.grade  # noqa: B018


@pytest.mark.parametrize("name", [name for name in healthscore.__all__ if name != "__version__"])
def test_it_explains_itself(name):
    assert name in pydoc.render_doc(getattr(healthscore, name))


def test_the_types_in_its_values_can_be_told():
    asked, seen = [Article, Report, healthscore.HealthscoreFeatures, HealthscoreError], set()
    while asked:
        one = asked.pop()
        seen.add(one)
        within = (
            [] if not isinstance(one, type) or one.__module__ == "builtins" else get_type_hints(one).values()
        )
        asked += {*within, *get_args(one)} - seen
    assert {Claim, Finding} <= seen


def test_importing_it_is_light():
    loaded = set(_python(LIGHT).stdout.split())
    assert not {"click", "nltk", "numpy", "pydantic", "rich", "sklearn", "textstat", "yaml"} & loaded


def test_a_text_is_scored():
    report = score(TEXT, source="mine")
    assert isinstance(report, Report)
    assert 1 <= report.rating.value <= 5
    assert [d.id for d in report.dimensions] == [
        "sourcing",
        "balance",
        "hedging",
        "repetition",
        "consistency",
    ]
    assert report.article.source == "mine"
    assert report.claims
    Draft202012Validator(json_schema()).validate(report.to_dict())


def test_text_file_and_article_give_the_same_report(path):
    article = read(path)
    assert isinstance(article, Article)
    assert score_file(path) == score(article) == score(TEXT, format="markdown", source=str(path))


def test_many_are_scored_lazily_and_in_order(path):
    def items():
        yield path
        yield TEXT
        raise AssertionError("nobody asked for a third")

    reports = score_many(items())
    assert next(reports).article.source == str(path)
    assert next(reports).article.source == "<text>"


def test_a_rubric_is_an_id_a_path_or_itself(tmp_path):
    base = load_rubric("five-dimensions")
    own = tmp_path / "own.yaml"
    own.write_text(
        "schema: healthscore-rubric/1\nid: own\nversion: 1.0.0\nextends: five-dimensions\ntitle: Own\n",
        "utf-8",
    )
    assert (
        score(TEXT).rubric == score(TEXT, rubric="five-dimensions").rubric == score(TEXT, rubric=base).rubric
    )
    assert score(TEXT, rubric=own).rubric.id == score(TEXT, rubric=str(own)).rubric.id == "own"


def test_what_is_no_rubric_is_a_type_error():
    for call in (lambda: score(TEXT, rubric=5), lambda: score_many([TEXT], rubric={"id": "own"})):
        with pytest.raises(TypeError, match=r"not (int|dict)$"):
            call()


def test_what_a_user_can_mend_is_a_healthscore_error(path):
    with pytest.raises(HealthscoreError):
        score_file(path.with_name("missing.md"))
    with pytest.raises(HealthscoreError):
        score_file(path, max_bytes=10)
    with pytest.raises(HealthscoreError):
        score(TEXT, rubric="no-such-rubric")
    with pytest.raises(HealthscoreError):
        score("")
    with pytest.raises(TypeError, match="score_file"):
        score(Path(path))


def test_nothing_is_printed(capfd):
    score(TEXT)
    assert capfd.readouterr() == ("", "")


def test_threads_give_the_same_bytes_as_one():
    texts = [
        TEXT.replace("Iron", name).replace("iron", name.lower()) for name in ("Iron", "Zinc", "Folate")
    ] * 4
    alone = [score(text).to_json() for text in texts]
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(lambda text: score(text).to_json(), texts)) == alone


def test_the_first_score_of_a_process_may_happen_in_several_threads():
    code = (
        "import sys\nfrom concurrent.futures import ThreadPoolExecutor as P\nfrom healthscore import score\n"
        "text = sys.stdin.read()\n"
        "with P(4) as pool:\n    print(len(set(pool.map(lambda _: score(text).to_json(), range(8)))))\n"
    )
    assert _python(code, input=TEXT).stdout == "1\n"


def test_no_network_and_no_data_are_needed(tmp_path):
    _python(OFFLINE, input=TEXT, env={**os.environ, "NLTK_DATA": str(tmp_path), "HOME": str(tmp_path)})


def test_the_package_is_typed(tmp_path):
    assert (Path(healthscore.__file__).parent / "py.typed").exists()
