"""Order, places and fingerprints of findings."""

from made import HITS, TEXT, article, report, span

from healthscore.checks.base import Hit
from healthscore.report.findings import findings_of


def _hit(severity, *evidence, message="m", searched=None):
    return Hit(severity, message, "s", evidence, searched)


def _fingerprints(hits, text=TEXT):
    return [finding.fingerprint for finding in findings_of(article(text), hits)]


def test_errors_come_first_then_the_earliest_place_and_what_is_absent_last():
    hits = {
        "b/late": (_hit("warning", span("Drowsiness")),),
        "a/absent": (_hit("warning", searched="no link"),),
        "c/early": (_hit("warning", span("Research")), _hit("note", span("Research"))),
        "d/grave": (_hit("error", span("Drowsiness")),),
    }
    found = [(f.severity, f.rule) for f in findings_of(article(), hits)]
    assert found == [
        ("error", "d/grave"),
        ("warning", "c/early"),
        ("warning", "b/late"),
        ("warning", "a/absent"),
        ("note", "c/early"),
    ]


def test_quotes_are_the_articles_own_characters_with_line_and_column():
    for finding in report().findings:
        for quote in finding.evidence:
            assert quote.quote == TEXT[quote.start : quote.end]
            before = TEXT[: quote.start].split("\n")
            assert (quote.line, quote.column) == (len(before), len(before[-1]) + 1)


def test_a_fingerprint_survives_moved_lines_and_other_white_space():
    moved = "A new first paragraph.\n\n" + TEXT.replace("may potentially", "may\npotentially")
    hits = {"hedging/stacked-hedges": (_hit("note", span("may potentially")),)}
    after = {"hedging/stacked-hedges": (_hit("note", span("may\npotentially", moved)),)}
    assert _fingerprints(hits) == _fingerprints(after, moved)


def test_a_fingerprint_of_something_absent_does_not_count_sentences():
    before, after = ({"a/b": (_hit("note", searched=f"no link in {n} sentences"),)} for n in (41, 42))
    assert _fingerprints(before) == _fingerprints(after)


def test_a_fingerprint_tells_rules_words_and_repeats_apart():
    twice = (_hit("note", span("Valerian")), _hit("note", span("Valerian")))
    hits = {"a/b": (*twice, _hit("note", span("Drowsiness"))), "a/c": twice[:1]}
    assert len(set(_fingerprints(hits))) == 4


def test_every_finding_knows_its_dimension():
    assert {f.rule.split("/")[0] for f in report().findings} == {f.dimension for f in report().findings}
    assert len(report().findings) == sum(map(len, HITS.values()))
