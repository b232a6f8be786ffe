"""DOCX, the files of Word and of all that save as Word: the document as a reader sees it, with changes accepted.

Read with the standard library's ``zipfile`` and ``expat``: mammoth makes HTML of a document, without the numbers of its
lists and its properties, python-docx leaves text boxes, notes, changes and fields to its caller, and both unpack whatever
they are given. Elements and attributes are those of ISO/IEC 29500-1 (WordprocessingML), transitional and strict.
"""

from healthscore.reading.docx.document import read

__all__ = ["read"]
