"""DOCX files for tests: WordprocessingML written out, packed as Word packs it."""

from __future__ import annotations

import zipfile
from io import BytesIO

TRANSITIONAL = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_SPACES = (
    f'xmlns:r="{_OFFICE}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml" '
    f'xmlns:cp="{_PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:dcterms="http://purl.org/dc/terms/"'
)
RELATIONS = (
    f'<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/>'
    f'<Relationship Id="rId2" Type="{_PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/>'
    "</Relationships>"
)
TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'


def paragraph(text: str, properties: str = "", look: str = "") -> str:
    """A paragraph of one run, with paragraph properties and run properties."""
    look = f"<w:rPr>{look}</w:rPr>" if look else ""
    return f'<w:p><w:pPr>{properties}</w:pPr><w:r>{look}<w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def styled(style: str, text: str) -> str:
    return paragraph(text, f'<w:pStyle w:val="{style}"/>')


def docx(
    body: str, *, space: str = TRANSITIONAL, links: dict[str, str] | None = None, core: str = "", **parts: str
) -> bytes:
    """A file with this body; ``parts`` are others by name (``styles``, ``footnotes``), ``links`` addresses by id."""
    related = [
        f'<Relationship Id="{name}" Type="{_OFFICE}/{name}" Target="{name}.xml"/>' for name in parts
    ] + [
        f'<Relationship Id="{key}" Type="{_OFFICE}/hyperlink" Target="{address}" TargetMode="External"/>'
        for key, address in (links or {}).items()
    ]
    members = {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": RELATIONS,
        "word/document.xml": f'<w:document xmlns:w="{space}" {_SPACES}><w:body>{body}<w:sectPr/></w:body></w:document>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">{"".join(related)}</Relationships>',
        **{
            f"word/{name}.xml": f'<w:{name} xmlns:w="{space}" {_SPACES}>{xml}</w:{name}>'
            for name, xml in parts.items()
        },
    }
    if core:
        members["docProps/core.xml"] = f"<cp:coreProperties {_SPACES}>{core}</cp:coreProperties>"
    return packed(members)


def packed(members: dict[str, str | bytes]) -> bytes:
    """A ZIP archive of these members."""
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return stream.getvalue()
