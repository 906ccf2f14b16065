"""The words that a form's empty fields show ("Choose an item."), left out in every format.

Word marks such fields, and its reader leaves them out by the mark. Printed, and in files that other
programs wrote, the words stand there like any others. They are those of Word in English (content
controls and older form fields); knows nothing of formats.
"""

import re
from collections.abc import Iterable
from dataclasses import replace

from extractors.blocks import Block, Cell, Document, Heading, Paragraph, Problem, Table

PROMPT_RE = re.compile(
    r"(?:(?<=[:?])\s+|^)"
    r"(?:(?:click|tap|click or tap)(?:\s+here)?\s+to\s+enter\s+(?:text|(?:a\s+)?date)"
    r"|(?:choose|select)\s+an?\s+(?:item|option|date|building\s+block))\.?$",
    re.IGNORECASE,
)
FIRST_LETTERS = frozenset("cCsStT")  # of the words; looked for before the whole is
MAX_QUOTED = 5  # different prompts that the notice quotes
MAX_CHARS = 120  # of a label and a prompt; longer text is none


def without_prompts(document: Document) -> tuple[Document, list[Problem]]:
    """The document with empty cells and values where a form shows what to do.

    ``"Choose an item."`` is empty, ``"Status: Choose an item."`` is ``"Status:"``. One notice
    ``hidden_text`` says how many there were, on the page of the first; no notice where none was.
    """
    found: list[Paragraph] = []
    blocks = tuple([_block(block, found) for block in document.blocks])
    if not found:
        return document, []
    message = f"{len(found)} fields of a form are not filled in; left out: {_quoted(found)}"
    told = Problem("extract", "hidden_text", "notice", message, found[0].place.page)
    return replace(document, blocks=blocks), [told]


def _quoted(found: Iterable[Paragraph]) -> str:
    texts = sorted({one.text for one in found})
    return ", ".join(f'"{text}"' for text in texts[:MAX_QUOTED])


def _block(block: Block, found: list[Paragraph]) -> Block:
    if isinstance(block, Table):
        return _table(block, found)
    return block if isinstance(block, Heading) else _paragraph(block, found)


def _table(table: Table, found: list[Paragraph]) -> Table:
    before = len(found)
    cells = tuple([_cell(cell, found) for cell in table.cells])
    return table if len(found) == before else replace(table, cells=cells)


def _cell(cell: Cell, found: list[Paragraph]) -> Cell:
    before = len(found)
    paragraphs = tuple([_paragraph(one, found) for one in cell.paragraphs])
    nested = tuple([_table(inner, found) for inner in cell.nested])
    return cell if len(found) == before else replace(cell, paragraphs=paragraphs, nested=nested)


def _paragraph(paragraph: Paragraph, found: list[Paragraph]) -> Paragraph:
    text = paragraph.text
    if len(text) > MAX_CHARS or not FIRST_LETTERS.intersection(text):
        return paragraph
    prompt = PROMPT_RE.search(text)
    if prompt is None:
        return paragraph
    found.append(replace(paragraph, text=prompt[0].strip()))
    return replace(paragraph, text=text[: prompt.start()])
