"""Sources: who is named, who is not, and what could be looked up."""

import pytest

from healthscore.language import analyse
from healthscore.language.sources import Source, attribution_of, people_named
from healthscore.language.sources.shapes import author_years, numbers, shapes
from healthscore.reading import read_text


def sources(text):
    analysis = analyse(read_text(text))
    return [(s.kind, s.form, analysis.quote(s.start, s.end)) for s in analysis.sources]


@pytest.mark.parametrize(
    ("text", "form", "quote"),
    [
        ("Early studies suggest that yoga eases back pain.", "collective", "Early studies suggest"),
        ("Plenty of experts seem to agree on this diet.", "collective", "Plenty of experts seem to agree"),
        ("As reported by some users, it itches.", "public", "reported by some users"),
        ("One study found fewer colds.", "single", "One study found"),
        ("The tea is widely believed to help.", "opinion", "widely believed"),
        ("Cloves have been used for centuries.", "tradition", "used for centuries"),
        ("Concerns have been raised about the liver.", "concern", "Concerns have been raised"),
        ("There is growing evidence that naps help.", "evidence", "growing evidence"),
    ],
)
def test_vague_sources(text, form, quote):
    found = [(kind, f) for kind, f, q in sources(text) if quote in q or q in quote]
    assert ("vague", form) in found, sources(text)


@pytest.mark.parametrize(
    ("text", "form", "quote"),
    [
        ("A study published in Brain Research found a link.", "journal", "published in Brain Research"),
        ("The WHO recommends vaccination.", "body", "WHO"),
        ("Scientists at the University of Leeds found a gene.", "institution", "University of Leeds"),
        ("Dr. Ann Low says that rest helps.", "expert", "Dr. Ann Low"),
        ("Rest helps, said Ann Low, a surgeon.", "expert", "Ann"),
    ],
)
def test_named_sources(text, form, quote):
    assert ("named", form) in [(k, f) for k, f, q in sources(text) if quote in q], sources(text)


def test_whoever_is_told_something_is_no_source():
    assert not [
        q
        for _, form, q in sources("Ann Low told Herald Health. The pill is new, she told Herald.")
        if q == "Herald"
    ]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Dr. Ann Low says that rest helps. Rest is best, said Low.", ("low",)),
        ("Rest helps, said Ann Low, a surgeon. Sleep helps, said Omar Khan.", ("low", "khan")),
        ('"Rest helps," said Ines Costa, MD, of Porto. Dr. Costa said so twice.', ("costa",)),
        ("Dr. John Reed Jr. said that rest helps.", ("reed",)),
        ("Dr. Ana Silva-Costa said that rest helps. It does, Silva-Costa said.", ("costa",)),
        ("Rest helps, doctors say.", ()),
    ],
)
def test_one_who_speaks_twice_is_one_person(text, names):
    assert people_named(analyse(read_text(text))) == names


def test_who_the_pronoun_is_no_body():
    assert sources("People who say that it helps are few.") == []


def test_later_mentions_of_a_named_study_are_named():
    text = "Researchers at Duke University tested tea. The researchers found better sleep."
    assert [form for _, form, _ in sources(text)] == ["institution", "anaphor"]


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("The trial (doi:10.1056/NEJMoa1809944) is over.", "doi"),
        ("See PMID: 12345678.", "pmid"),
        ("See PMC1234567.", "pmcid"),
        ("Registered as NCT01234567.", "trial"),
        ("Read [the review](https://www.bmj.com/content/356/bmj.i6583).", "link"),
        ("Dr Mei Chen reported in a study published in The Lancet (2019) that tea helps.", "journal-year"),
    ],
)
def test_checkable_sources(text, form):
    assert ("checkable", form) in [(kind, f) for kind, f, _ in sources(text)], sources(text)


@pytest.mark.parametrize(
    "text",
    [
        "[Buy it](https://www.amazon.com/dp/B01?tag=me-20).",
        "[Shop](/shop/tea).",
        "[Mail us](mailto:a@b.org).",
        "[Follow us](https://www.facebook.com/tea/posts).",
    ],
)
def test_shops_and_contacts_are_no_sources(text):
    assert sources(text) == []


LIST = "\n\n## References\n\n1. Lee J, Oh H. Ginger for nausea in pregnancy. Nutrition 2013;29:12-18."


def test_a_marker_with_an_entry_is_checkable():
    assert ("checkable", "marker", "[1]") in sources("Ginger eases nausea [1]." + LIST)
    assert ("checkable", "author-year", "(Lee and Oh, 2013)") in sources(
        "Ginger helps (Lee and Oh, 2013)." + LIST
    )


def test_a_marker_without_an_entry_is_only_named():
    assert ("named", "dangling", "[4]") in sources("Ginger eases nausea [4]." + LIST)


def test_the_best_source_of_a_sentence_counts():
    vague, named = Source(0, 0, 1, "vague", "opinion"), Source(0, 2, 3, "named", "body")
    assert attribution_of([]) == "none"
    assert attribution_of([vague]) == "vague"
    assert attribution_of([vague, named]) == "named"
    assert attribution_of([named, Source(0, 4, 5, "checkable", "doi"), vague]) == "checkable"


def test_ranges_of_markers_are_spelt_out():
    assert numbers("[1,3-5]") == (1, 3, 4, 5)
    assert numbers("¹²") == (12,)


def test_author_years():
    assert author_years("(Smith et al., 2019; Jones 2020a)") == (("smith", 2019), ("jones", 2020))


@pytest.mark.parametrize("text", ["a room of 12 m²", "10^9 cells", "a dose (about 5 mg)", "in May 2019"])
def test_powers_and_plain_years_are_no_markers(text):
    assert list(shapes(text)) == []


@pytest.mark.parametrize(
    "text", ["It fades within months².", "Some antibiotics² do harm.", "A long walk² helps."]
)
def test_a_raised_figure_after_a_word_that_ends_like_a_unit_is_a_marker(text):
    assert [shape.text for shape in shapes(text)] == ["²"]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("A Cochrane review of 29 trials, published in 2008, found that the drops help.", ["named"]),
        ("A randomised study by Drake and colleagues found that coffee shortens sleep.", ["named"]),
        ("Asthma fell faster there, researchers report in Environmental Health Perspectives.", ["named"]),
        ("Researchers report in New York that the drops help.", ["vague"]),
        ("Studies in people found no useful effect.", []),
        ("Trials show little or no effect on weight.", []),
        ("Studies have found no side effects.", ["vague"]),
        ("Studies found no difference in harms.", ["vague"]),
        ("Letters from customers tell you nothing about that.", []),
        ("Customers tell us that it works.", ["vague"]),
        ("“Clinically proven” means little unless the page names the trial.", []),
        ("It is clinically proven to ease a cough.", ["vague"]),
    ],
)
def test_who_is_named_and_what_hands_on_no_finding(text, kinds):
    assert [source.kind for source in analyse(read_text(text)).sources] == kinds
