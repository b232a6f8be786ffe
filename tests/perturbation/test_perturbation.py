"""This edit must move that rating, and that one must move nothing: on our own example articles."""

from pathlib import Path

import edits
import pytest

from healthscore import score_file

EXAMPLES = Path(__file__).parents[2] / "examples"
NAMES = ["balanced-and-sourced.md", "leaflet.txt", "one-sided.md", "self-contradicting.txt", "spun.txt"]
OTHERS = ("balance", "hedging", "repetition", "consistency")
SOURCE = "Marsh H, et al. J Example Med 2019;4:12-19. https://doi.org/10.5555/12345678"

every_example = pytest.mark.parametrize("name", NAMES)


@pytest.fixture
def rate(tmp_path):
    """Ratings by dimension of a text under an example's name."""

    def rated(name, text, newline="\n"):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8", newline=newline)
        report = score_file(path)
        report.to_dict()  # held against the schema, as in conftest
        ratings = {dimension.id: dimension.rating.value for dimension in report.dimensions}
        return {**ratings, "overall": report.rating.value}

    return rated


def _text(name):
    return (EXAMPLES / name).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        (
            "leaflet.txt",
            "About half of people feel better for some months, but the\nsymptoms often come back.",
        ),
        ("one-sided.md", "In one remarkable trial, 97% of users felt lighter legs in only seven days!"),
        (
            "self-contradicting.txt",
            "Research suggests that duskroot lowers cortisol levels, so that the mind can settle.",
        ),
        (
            "spun.txt",
            "Studies have shown that collagen powder may help to support the elasticity of the skin.",
        ),
    ],
)
def test_a_checkable_source_raises_sourcing_alone(rate, name, sentence):
    before = rate(name, _text(name))
    after = rate(name, edits.with_source(_text(name), sentence, SOURCE))
    assert after["sourcing"] > before["sourcing"]
    assert {d: after[d] for d in OTHERS} == pytest.approx({d: before[d] for d in OTHERS}, abs=0.15)


@every_example
def test_a_paragraph_twice_lowers_repetition(rate, name):
    before = rate(name, _text(name))
    after = rate(name, edits.with_paragraph_twice(_text(name)))
    assert after["repetition"] < before["repetition"]


@pytest.mark.parametrize(
    ("name", "first", "alike", "opposite"),
    [
        (
            "balanced-and-sourced.md",
            "For most people who take one every day, a statin lowers LDL cholesterol within weeks.",
            "For most people who take one daily, a statin lowers LDL cholesterol.",
            "For most people who take one daily, a statin does not lower LDL cholesterol.",
        ),
        (
            "leaflet.txt",
            "A steroid injection reduces the swelling around the nerve.",
            "A steroid injection reduces swelling around the nerve.",
            "A steroid injection does not reduce swelling around the nerve.",
        ),
        (
            "spun.txt",
            "Collagen powder improves the moisture of the skin.",
            "Collagen powder improves skin moisture.",
            "Collagen powder does not improve skin moisture.",
        ),
    ],
    ids=["balanced-and-sourced", "leaflet", "spun"],
)
def test_negating_one_of_two_like_sentences_lowers_consistency(rate, name, first, alike, opposite):
    before = rate(name, edits.with_pair(_text(name), first, alike))
    after = rate(name, edits.with_pair(_text(name), first, opposite))
    assert after["consistency"] < before["consistency"]


@every_example
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_order_of_paragraphs_matters_little(rate, name, seed):
    assert edits.reordered(_text(name), seed) != _text(name)
    before, after = rate(name, _text(name)), rate(name, edits.reordered(_text(name), seed))
    assert after == pytest.approx(before, abs=0.3)


@every_example
@pytest.mark.parametrize(
    "edit", [edits.wrapped, edits.unwrapped, edits.curly, edits.straight], ids=lambda edit: edit.__name__
)
def test_how_it_was_typed_does_not_matter(rate, name, edit):
    assert rate(name, edit(_text(name))) == rate(name, _text(name))


@every_example
def test_line_ends_do_not_matter(rate, name):
    assert rate(name, _text(name), newline="\r\n") == rate(name, _text(name))
