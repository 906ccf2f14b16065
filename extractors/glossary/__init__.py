"""The terms that a document explains: glossary tables, definition lists, lists of abbreviations.

Runs on the stitched document. A term introduced in the running text ("the Independent Domestic
Violence Adviser (IDVA)") counts only inside a glossary: elsewhere it is no entry of one.
"""

from collections.abc import Sequence

from extractors.blocks import Document
from extractors.glossary.tables import from_tables
from extractors.glossary.terms import in_glossary, names_glossary
from extractors.glossary.text import from_text
from extractors.lines import Line, lines_of
from extractors.rows import GlossaryRow


def find_glossary(document: Document) -> tuple[GlossaryRow, ...]:
    """Find the terms that the document explains, each once, in reading order.

    A table headed "Abbreviation | Meaning" gives the abbreviation as term and as acronym, its
    meaning as definition. () where the document has no glossary.
    """
    lines = lines_of(document)
    whole = document.title is not None and names_glossary(document.title)
    whole = whole or bool(lines and lines[0].heading and names_glossary(lines[0].text))
    found = [*from_tables(lines, whole)]
    found += [] if _asks(lines, whole) else from_text(lines, whole, beside=bool(found))
    once: dict[str, GlossaryRow] = {}
    for row in found:
        once.setdefault(f"{row.term.casefold()}|{(row.definition or '').casefold()}", row)
    return tuple(once.values())


def _asks(lines: Sequence[Line], whole: bool) -> bool:
    """Whether "Definitions" stands above questions and their answers, which explain no terms."""
    return any(
        line.heading and line.text.endswith("?") and in_glossary(line, whole) for line in lines
    )
