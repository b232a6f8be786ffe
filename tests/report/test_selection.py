"""Which findings are told: rules chosen, comments in the text, a baseline; and that no rating changes."""

from pathlib import PurePath

import pytest
from made import HITS, TEXT, article, report, span
from msgspec.structs import replace

from healthscore.article import Comment
from healthscore.checks.base import Hit
from healthscore.checks.naming import named
from healthscore.report.baseline import Baseline
from healthscore.report.selection import PerFile, Selection

ALL = ["consistency/direction-conflict", "consistency/safety-conflict", "sourcing/vague-attribution",
       "sourcing/no-references", "hedging/stacked-hedges"]  # fmt: skip


def _told(selection, made=None):
    return [finding.rule for finding in selection.of(made or report()).findings]


def test_nothing_chosen_tells_all():
    assert _told(Selection()) == ALL


@pytest.mark.parametrize(
    ("select", "ignore", "told"),
    [
        (["sourcing"], [], ALL[2:4]),
        (["sourcing/no-references", "hedging"], [], ALL[3:]),
        ([], ["consistency", "stacked-hedges"], ALL[2:4]),
        (["sourcing"], ["vague-attribution"], ["sourcing/no-references"]),
        (["vague-attribution"], ["sourcing"], []),
    ],
)
def test_rules_are_chosen_by_id_name_or_dimension_and_ignored_wins(select, ignore, told):
    union = frozenset().union
    assert (
        _told(Selection(union(*map(named, select)) if select else None, union(*map(named, ignore)))) == told
    )


def test_what_is_not_told_changes_no_rating_and_no_measure():
    made = report()
    told = Selection(ignore=named("all")).of(made)
    assert told.findings == ()
    assert (told.rating, told.dimensions, told.measures) == (made.rating, made.dimensions, made.measures)


@pytest.mark.parametrize(
    ("pattern", "source", "covered"),
    [
        ("*.txt", "articles/valerian.txt", True),
        ("articles/*", "articles/valerian.txt", True),
        ("articles/*", "/project/articles/valerian.txt", True),
        ("drafts/*", "articles/valerian.txt", False),
        ("valerian", "articles/valerian.txt", False),
        ("*.txt", "<stdin>", False),
    ],
)
def test_a_pattern_is_held_against_the_path_or_the_name(pattern, source, covered):
    per_file = PerFile(pattern, named("sourcing"), PurePath("/project"), PurePath("/project"))
    told = _told(Selection(per_file=(per_file,)), report(article(source=source)))
    assert ("sourcing/no-references" in told) is not covered
    assert "hedging/stacked-hedges" in told


def _commented(*comments):
    """The made report as if its text held comments, each before some words of it."""
    placed = tuple(Comment(at := TEXT.index(words), at, said) for words, said in comments)
    return replace(report(), article=replace(article(), comments=placed))


def test_a_comment_stands_for_the_block_it_is_above():
    told = _told(Selection(), _commented(("Research", "ignore[sourcing] known")))
    assert "sourcing/vague-attribution" not in told
    assert "hedging/stacked-hedges" in told
    assert not any(rule.startswith("suppression/") for rule in told)


def test_a_comment_within_a_block_stands_for_that_block():
    assert "hedging/stacked-hedges" not in _told(
        Selection(), _commented(("help with worry", "ignore[hedging]"))
    )


def test_without_brackets_everything_in_the_block_is_meant():
    told = _told(Selection(), _commented(("Research", "ignore")))
    assert told == ["consistency/safety-conflict", "sourcing/no-references"]


def test_one_of_its_two_places_is_enough_for_a_conflict():
    told = _told(Selection(), _commented(("Valerian lengthens", "ignore[direction-conflict]")))
    assert "consistency/direction-conflict" not in told


def test_a_range_reaches_from_its_start_to_its_end():
    made = _commented(("Research", "ignore-start[hedging, sourcing] quoted"), ("Valerian has", "ignore-end"))
    assert _told(Selection(), made) == [*ALL[:2], "sourcing/no-references"]


def test_something_absent_is_suppressed_for_the_whole_file_only():
    assert "sourcing/no-references" in _told(Selection(), _commented(("Research", "ignore[no-references]")))
    assert _told(Selection(), _commented(("Research", "ignore-file[no-references]"))) == [
        rule for rule in ALL if rule != "sourcing/no-references"
    ]


def test_of_something_absent_all_places_must_be_meant():
    hit = Hit("error", "m", "s", (span("Research"), span("Valerian has")), searched="no harm in 7 sentences")
    made = report(hits={"balance/no-harms-named": (hit,)})
    first, both = (
        _commented(("Research", "ignore-start[balance]"), (end, "ignore-end"))
        for end in ("Valerian has", "Valerian lengthens")
    )
    assert "balance/no-harms-named" in _told(Selection(), replace(made, article=first.article))
    assert _told(Selection(), replace(made, article=both.article)) == []


def test_a_comment_that_suppresses_nothing_is_noted():
    told = Selection().of(_commented(("Valerian has", "ignore[repetition] old")))
    (note,) = [f for f in told.findings if f.rule == "suppression/unused"]
    assert (note.severity, note.dimension) == ("note", "suppression")
    assert note.searched == "comment: ignore[repetition] old"
    assert len(told.findings) == len(ALL) + 1


def test_a_rule_that_only_a_folder_shows_is_never_called_unused():
    assert _told(Selection(), _commented(("Valerian has", "ignore[shared-template] ours"))) == ALL


@pytest.mark.parametrize(
    ("said", "message"),
    [
        ("ignore[hedging/overclaims]", "There is no rule or dimension “hedging/overclaims”."),
        ("ingore[hedging]", "“ingore[hedging]” is no instruction."),
        ("", "“” is no instruction."),
        ("ignore-end", "This ends a range that was never started."),
        ("ignore-start[hedging]", "This range has no end, so it reaches to the end."),
        ("ignore[]", "There is no rule or dimension “[]”."),
    ],
)
def test_a_comment_that_cannot_be_followed_is_noted(said, message):
    told = Selection().of(_commented(("Research", said)))
    assert message in [f.message for f in told.findings if f.rule == "suppression/not-understood"]


def test_comments_can_be_disregarded():
    assert _told(Selection(comments=False), _commented(("Research", "ignore"), ("Valerian has", "x"))) == ALL


def _baseline(*reports):
    return Baseline.of([made.to_dict() for made in reports])


def test_known_findings_are_not_told_again():
    assert _baseline(report()).new(report()).findings == ()
    some = _baseline(report(hits={"sourcing/vague-attribution": HITS["sourcing/vague-attribution"]}))
    assert [f.rule for f in some.new(report()).findings] == [
        r for r in ALL if r != "sourcing/vague-attribution"
    ]


def test_of_two_equal_findings_one_that_is_known_leaves_one():
    hit = Hit("note", "m", "s", (span("Valerian"),))
    once, twice = (report(hits={"hedging/overclaim": (hit,) * n}) for n in (1, 2))
    assert len(_baseline(once).new(twice).findings) == 1
    assert len(_baseline(twice).new(once).findings) == 0


def test_what_is_known_of_one_article_is_news_of_another():
    other = report(article(source="other.txt"))
    assert len(_baseline(report()).new(other).findings) == len(ALL)


@pytest.mark.parametrize(
    ("sources", "known"),
    [
        (["top/articles/valerian.txt"], True),
        (["valerian.txt"], True),
        (["a/articles/valerian.txt", "b/articles/valerian.txt"], False),
        (["articles/other.txt"], False),
    ],
)
def test_an_article_is_known_by_the_one_path_that_ends_alike(sources, known):
    base = _baseline(*(report(article(source=source)) for source in sources))
    assert (base.new(report()).findings == ()) is known
