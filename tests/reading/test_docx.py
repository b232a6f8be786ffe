"""DOCX: what a reader of the document sees, in its order and with its structure."""

from __future__ import annotations

import pytest
from docxes import STRICT, docx, packed, paragraph, styled
from pieces import blocks, kinds, obeys_the_laws, of_kind

from healthscore.article import Article
from healthscore.reading import errors, read_bytes

STYLES = (
    '<w:style w:styleId="Heading1"><w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>'
    '<w:style w:styleId="berschrift2"><w:name w:val="heading 2"/></w:style>'
    '<w:style w:styleId="Kapitel"><w:name w:val="Kapitel"/><w:basedOn w:val="berschrift2"/></w:style>'
    '<w:style w:styleId="Title"><w:name w:val="Title"/></w:style>'
    '<w:style w:styleId="Zitat"><w:name w:val="Quote"/></w:style>'
    '<w:style w:styleId="Verzeichnis1"><w:name w:val="toc 1"/></w:style>'
    '<w:style w:styleId="Aufzhlung"><w:name w:val="List Bullet"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    '<w:style w:styleId="Secret"><w:name w:val="Secret"/><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:styleId="Pale"><w:name w:val="Pale"/><w:rPr><w:color w:val="FFFFFF"/></w:rPr></w:style>'
    '<w:style w:styleId="Ring"><w:basedOn w:val="Ring"/></w:style>'
)
NUMBERING = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val=""/></w:lvl></w:abstractNum>'
    '<w:abstractNum w:abstractNumId="1">'
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1.%2)"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
    '<w:num w:numId="3"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
)


def article(body: str, **options: object) -> Article:
    """The article of a file with this body, which obeys the laws of all articles."""
    options.setdefault("styles", STYLES)
    options.setdefault("numbering", NUMBERING)
    read = read_bytes(docx(body, **options), name="a.docx")  # type: ignore[arg-type]
    assert obeys_the_laws(read)
    return read


def item(text: str, list_id: int, level: int = 0) -> str:
    return paragraph(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>')


def run(text: str, look: str = "") -> str:
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def test_headings_are_found_by_style_outline_and_what_a_style_is_based_on() -> None:
    found = article(
        styled("Title", "Gout")
        + styled("Heading1", "What it is")
        + paragraph("Crystals form in a joint.")
        + styled("Kapitel", "Who gets it")
        + paragraph("Mostly men over forty years of age.")
        + paragraph("How it is treated", '<w:outlineLvl w:val="2"/>')
        + paragraph("With tablets, and with time.")
    )
    assert [b for b in blocks(found) if b[0].startswith("heading")] == [
        ("heading1", "Gout"),
        ("heading2", "What it is"),
        ("heading3", "Who gets it"),
        ("heading4", "How it is treated"),
    ]
    assert found.title == "Gout"
    assert found.format == "docx"


def test_styles_that_nothing_defines_are_what_their_ids_say() -> None:
    found = article(styled("Heading1", "Gout") + paragraph("It hurts at night."), styles="")
    assert blocks(found)[0] == ("heading1", "Gout")


def test_a_style_based_on_itself_ends_nowhere() -> None:
    assert kinds(article(styled("Ring", "The joint is red and warm to the touch."))) == ["paragraph"]


def test_lists_have_the_numbers_that_the_document_shows() -> None:
    found = article(
        paragraph("Three steps help most people with a sprained ankle:")
        + item("Rest it.", 2)
        + item("Not on the first day.", 2, 1)
        + item("Cool it.", 2)
        + paragraph("Then go on.")
        + item("Walk a little.", 2)
        + item("Anew from one.", 3)
        + styled("Aufzhlung", "By its style.")
    )
    assert of_kind(found, "list_item") == [
        "Rest it.", "Not on the first day.", "Cool it.", "Walk a little.", "Anew from one.", "By its style.",
    ]  # fmt: skip
    for shown in ("1. Rest", "1.a) Not", "2. Cool", "3. Walk", "1. Anew", "- By its style"):
        assert shown in found.text


def test_bullets_typed_by_hand_and_line_breaks_part_a_paragraph() -> None:
    body = (
        "<w:p><w:r><w:t>Signs of a stroke are:</w:t><w:br/><w:t>• a drooping face</w:t><w:br/><w:t>• slurred speech</w:t>"
        "<w:br/><w:br/><w:t>Call for help at once.</w:t></w:r></w:p>"
    )
    assert blocks(article(body)) == [
        ("paragraph", "Signs of a stroke are:"),
        ("list_item", "a drooping face"),
        ("list_item", "slurred speech"),
        ("paragraph", "Call for help at once."),
    ]


def test_a_line_all_in_bold_over_a_paragraph_is_a_heading() -> None:
    found = article(
        styled("Heading1", "Asthma")
        + paragraph("Asthma narrows the airways.")
        + paragraph("Common triggers", look="<w:b/>")
        + paragraph("Pollen, cold air and smoke bring it on in many people.")
    )
    assert ("heading2", "Common triggers") in blocks(found)


ROW = "<w:tr>{}</w:tr>"
CELL = "<w:tc>{}</w:tc>"


def test_a_table_is_read_row_by_row() -> None:
    rows = [("Drug", "Dose"), ("Ibuprofen", "400 mg"), ("Naproxen", "250 mg")]
    cells = "".join(ROW.format("".join(CELL.format(paragraph(c)) for c in row)) for row in rows)
    deleted = f"<w:tr><w:trPr><w:del/></w:trPr>{CELL.format(paragraph('gone'))}</w:tr>"
    found = article(f"<w:tbl><w:tblPr/>{cells}{deleted}</w:tbl>")
    assert of_kind(found, "table") == ["Drug Dose", "Ibuprofen 400 mg", "Naproxen 250 mg"]
    assert "Ibuprofen | 400 mg" in found.text


def test_a_table_that_only_lays_out_the_page_is_read_as_text() -> None:
    box = f"<w:tbl>{ROW.format(CELL.format(paragraph('Call a doctor if the fever lasts for three days.')))}</w:tbl>"
    columns = ROW.format(
        CELL.format(styled("Heading1", "Causes") + paragraph("A virus causes it in most people."))
        + CELL.format(styled("Heading1", "Treatment") + paragraph("Rest and fluids are enough."))
    )
    found = article(box + f"<w:tbl>{columns}</w:tbl>")
    assert kinds(found) == ["paragraph", "heading", "paragraph", "heading", "paragraph"]


NOTES = (
    '<w:footnote w:id="0" w:type="separator"><w:p><w:r><w:t>____</w:t></w:r></w:p></w:footnote>'
    '<w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r>'
    "<w:r><w:t> Marsh H, Reed K. Rest and sprains. J Plain Med 2019;12:33-40.</w:t></w:r></w:p></w:footnote>"
    '<w:footnote w:id="3">' + paragraph("In adults; children were not studied.") + "</w:footnote>"
)


def noted(text: str, note: int, kind: str = "footnote") -> str:
    return f'<w:p><w:r><w:t>{text}</w:t></w:r><w:r><w:{kind}Reference w:id="{note}"/></w:r></w:p>'


def test_a_footnote_that_is_a_reference_is_cited_where_it_is_marked() -> None:
    found = article(noted("Rest shortens the pain.", 2) + noted("Ice did not help.", 3), footnotes=NOTES)
    assert of_kind(found, "reference") == ["Marsh H, Reed K. Rest and sprains. J Plain Med 2019;12:33-40."]
    assert found.text.startswith("Rest shortens the pain.[^1]")
    assert ("paragraph", "In adults; children were not studied.") in blocks(found)
    assert "____" not in found.text


def test_endnotes_are_read_like_footnotes_and_missing_ones_are_no_matter() -> None:
    notes = NOTES.replace("footnote", "endnote")
    found = article(noted("Rest helps.", 2, "endnote") + noted("It does.", 99, "endnote"), endnotes=notes)
    assert len(of_kind(found, "reference")) == 1


def test_tracked_changes_are_read_as_accepted() -> None:
    found = article(
        "<w:p>" + run("Zinc ")
        + f"<w:del>{run('cures')}<w:r><w:delText>heals</w:delText></w:r></w:del><w:ins>{run('may shorten')}</w:ins>"
        + f"<w:moveFrom>{run('moved away')}</w:moveFrom><w:moveTo>{run(' a')}</w:moveTo>" + run(" cold.") + "</w:p>"
    )  # fmt: skip
    assert found.text == "Zinc may shorten a cold."
    assert found.notes == ("tracked changes were read as accepted",)


def test_a_paragraph_whose_end_was_deleted_goes_on_in_the_next() -> None:
    found = article(paragraph("Zinc may ", "<w:rPr><w:del/></w:rPr>") + paragraph("shorten a cold."))
    assert found.text == "Zinc may shorten a cold."


def test_properties_before_a_change_count_for_nothing() -> None:
    changed = (
        '<w:pPrChange><w:pPr><w:pStyle w:val="Heading1"/><w:outlineLvl w:val="0"/></w:pPr></w:pPrChange>'
    )
    assert kinds(article(paragraph("It was a heading once upon a time.", changed))) == ["paragraph"]


WHITE = '<w:color w:val="ffffff"/>'


@pytest.mark.parametrize(
    "look",
    [
        "<w:vanish/>",
        '<w:vanish w:val="true"/>',
        '<w:rStyle w:val="Secret"/>',
        WHITE,
        '<w:rStyle w:val="Pale"/>',
        f'{WHITE}<w:shd w:val="clear" w:fill="FFFFFF"/>',
        '<w:sz w:val="2"/>',
    ],
)
def test_hidden_text_is_not_read_and_noted(look: str) -> None:
    found = article(f"<w:p>{run('Garlic lowers pressure.')}{run(' It cures cancer.', look)}</w:p>")
    assert found.text == "Garlic lowers pressure."
    assert found.notes == ("hidden text was not read (words: 3)",)


def test_a_paragraph_with_a_hidden_style_is_not_read() -> None:
    found = article(paragraph("Garlic lowers pressure.") + styled("Secret", "It cures cancer."))
    assert found.text == "Garlic lowers pressure."


def test_text_that_is_not_hidden_after_all_is_read() -> None:
    found = article(paragraph("Garlic lowers pressure.", look='<w:vanish w:val="0"/>'))
    assert (found.text, found.notes) == ("Garlic lowers pressure.", ())


@pytest.mark.parametrize(
    "look",
    [
        '<w:color w:val="FF0000"/>',
        f'{WHITE}<w:shd w:val="clear" w:fill="1F3864"/>',
        f'{WHITE}<w:highlight w:val="darkBlue"/>',
        '<w:rStyle w:val="Pale"/><w:color w:val="auto"/>',
        '<w:sz w:val="8"/>',
    ],
)
def test_type_that_can_be_seen_is_read(look: str) -> None:
    found = article(paragraph("Garlic lowers pressure.", look=look))
    assert (found.text, found.notes) == ("Garlic lowers pressure.", ())


def test_white_type_is_read_where_the_ground_may_be_dark() -> None:
    shaded = paragraph("In a bar.", '<w:shd w:val="clear" w:fill="1F3864"/>', look=WHITE)
    cell = f"<w:tc>{paragraph('In a cell.', look=WHITE)}</w:tc>"
    box = f"<w:p><w:r><w:txbxContent>{paragraph('In a box.', look=WHITE)}</w:txbxContent></w:r></w:p>"
    found = article(f"{shaded}<w:tbl><w:tr>{cell}</w:tr></w:tbl>{box}{paragraph('Hidden.', look=WHITE)}")
    assert found.text.split("\n\n") == ["In a bar.", "In a cell.", "In a box."]
    cover = '<w:p><w:r><w:drawing><wp:anchor xmlns:wp="x" behindDoc="1"/></w:drawing></w:r></w:p>'
    assert article(cover + paragraph("On a picture.", look=WHITE)).text == "On a picture."
    assert found.notes == ("hidden text was not read (words: 1)",)


def test_links_lie_on_their_words() -> None:
    found = article(
        "<w:p>" + run("See ") + f'<w:hyperlink r:id="rId9">{run("the ")}{run("trial")}</w:hyperlink>'
        + run(" and ") + f'<w:hyperlink w:anchor="top">{run("above")}</w:hyperlink>' + run(".") + "</w:p>",
        links={"rId9": "https://trials.example.org/7"},
    )  # fmt: skip
    assert [(found.text[k.start : k.end], k.target) for k in found.links] == [
        ("the trial", "https://trials.example.org/7")
    ]


FIELD = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'


def test_of_a_field_the_result_is_read_and_its_address_is_a_link() -> None:
    inner = (
        FIELD.format("begin")
        + "<w:r><w:instrText>PAGE</w:instrText></w:r>"
        + run("never")
        + FIELD.format("end")
    )
    found = article(
        "<w:p>" + run("Read ") + FIELD.format("begin")
        + f'<w:r><w:instrText xml:space="preserve"> HYPERLINK "https://a.example/b" </w:instrText></w:r>{inner}'
        + FIELD.format("separate") + run("this") + FIELD.format("end") + run(" today.")
        + f'<w:fldSimple w:instr="DATE">{run(" Now.")}</w:fldSimple></w:p>'
    )  # fmt: skip
    assert found.text == "Read this today. Now."
    assert [(found.text[k.start : k.end], k.target) for k in found.links] == [("this", "https://a.example/b")]


def test_a_text_box_is_read_once() -> None:
    box = f"<w:txbxContent>{paragraph('Know the signs.')}</w:txbxContent>"
    found = article(
        f"<w:p>{run('Act early.')}<w:r><mc:AlternateContent><mc:Choice Requires='wps'><wps:txbx>{box}</wps:txbx></mc:Choice>"
        f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )
    assert found.text == "Act early.\n\nKnow the signs."


def test_special_characters() -> None:
    found = article(
        "<w:p><w:r><w:t>over</w:t><w:noBreakHyphen/><w:t>the counter, inter</w:t><w:softHyphen/><w:t>action, </w:t>"
        '<w:sym w:font="Symbol" w:char="F0B3"/><w:t> 5 </w:t><w:sym w:font="Symbol" w:char="F06D"/><w:t>g</w:t>'
        '<w:sym w:font="Wingdings" w:char="F04A"/><w:tab/><w:t>daily</w:t></w:r></w:p>'
    )
    assert found.text == "over-the counter, interaction, ≥ 5 μg\tdaily"


def test_raised_numbers_stay_apart_from_the_word_before_them() -> None:
    raised = '<w:vertAlign w:val="superscript"/>'
    found = article(
        f"<w:p>{run('It lowers pain.')}{run('1, 3-5', raised)}{run(' Take 10')}{run('9', raised)}</w:p>"
    )
    assert found.text == "It lowers pain.¹,³⁻⁵ Take 10⁹"


def test_a_content_control_is_read_unless_nobody_filled_it_in() -> None:
    control = "<w:sdt><w:sdtPr>{}</w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
    found = article(
        control.format("", paragraph("Filled in."))
        + control.format("<w:showingPlcHdr/>", paragraph("Click here to enter text."))
    )
    assert found.text == "Filled in."


def test_a_table_of_contents_is_contents() -> None:
    found = article(
        styled("Verzeichnis1", "Causes\t2") + styled("Verzeichnis1", "Cures\t3") + paragraph("Text here.")
    )
    assert kinds(found)[:2] == ["contents", "contents"]


def test_comments_are_not_read_and_noted() -> None:
    found = article(
        '<w:p><w:r><w:t>Rest.</w:t></w:r><w:r><w:commentReference w:id="1"/></w:r></w:p>', comments=""
    )
    assert found.notes == ("comments in the margin were not read (1)",)


def test_the_strict_kind_of_the_format_is_read_too() -> None:
    found = article(styled("Heading1", "Gout") + paragraph("It hurts at night."), space=STRICT)
    assert blocks(found) == [("heading1", "Gout"), ("paragraph", "It hurts at night.")]


CORE = (
    "<dc:title>Gout for beginners</dc:title><dc:creator>Nadia Okafor</dc:creator>"
    "<dcterms:created>2021-03-05T10:00:00Z</dcterms:created><dcterms:modified>2022-01-09T10:00:00Z</dcterms:modified>"
)


def test_properties_are_believed_where_the_text_says_the_same() -> None:
    body = styled("Heading1", "Gout for beginners") + paragraph("Nadia Okafor treats it every day.")
    found = article(body + paragraph("Gout hurts at night, and most of all in the big toe."), core=CORE)
    assert (found.title, found.authors) == ("Gout for beginners", ("Nadia Okafor",))
    assert found.origins == {"title": "document properties", "authors": "document properties"}
    assert {"title as in the file's properties", "author as in the file's properties"} < set(found.notes)


def test_a_byline_comes_before_the_author_in_the_properties() -> None:
    body = styled("Heading1", "Gout") + paragraph("By Helen Marsh. Reviewed by Nadia Okafor on 3 May 2020.")
    found = article(body + paragraph("Gout hurts at night."), core=CORE)
    assert (found.authors, found.reviewers) == (("Helen Marsh",), ("Nadia Okafor",))


def test_properties_that_only_the_file_tells_are_a_note() -> None:
    found = article(paragraph("Gout hurts at night, and most of all in the big toe."), core=CORE)
    assert (found.title, found.authors, found.published, found.updated) == (None, (), None, None)
    assert found.notes == (
        "the file's properties give the title as “Gout for beginners”, the text does not",
        "the file's properties give the author as “Nadia Okafor”, the text does not",
        "the file was made on 2021-03-05, which is not taken for the date of the article",
    )


def test_what_the_text_says_comes_before_properties() -> None:
    body = styled("Heading1", "Gout") + paragraph("By Helen Marsh") + paragraph("Published 3 May 2020")
    found = article(body + paragraph("It hurts at night."), core=CORE)
    assert (found.title, found.authors, found.published) == ("Gout", ("Helen Marsh",), "2020-05-03")


def test_properties_of_a_template_are_nobody_s() -> None:
    template = "<dc:creator>python-docx</dc:creator><dcterms:created>2013-12-23T23:15:00Z</dcterms:created>"
    found = article(paragraph("Gout hurts at night."), core=template)
    assert (found.authors, found.published, found.notes) == ((), None, ())


@pytest.mark.parametrize("name", ["a.docx", "a.docm", "a", "a.zip", "a.txt"])
def test_a_docx_is_known_by_what_is_in_it(name: str) -> None:
    assert read_bytes(docx(paragraph("Gout hurts.")), name=name).format == "docx"


def test_a_password_and_other_office_files_are_named() -> None:
    locked = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512) + "EncryptedPackage".encode("utf-16-le")
    with pytest.raises(errors.LockedError, match="password"):
        read_bytes(locked, name="a.docx")
    with pytest.raises(errors.UnsupportedFormatError, match="old Word"):
        read_bytes(b"\xd0\xcf\x11\xe0" + bytes(600), name="a.docx")
    sheet = packed({"xl/workbook.xml": "<workbook/>", "_rels/.rels": ""})
    with pytest.raises(errors.ReadingError, match=r"^a.docx: .*; "):
        read_bytes(sheet, name="a.docx")


def test_a_document_without_words_is_blank() -> None:
    with pytest.raises(errors.BlankError):
        read_bytes(docx("<w:p/>"), name="a.docx")
