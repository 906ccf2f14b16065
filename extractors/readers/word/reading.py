"""What is known while a Word file is read from start to end: lists counted, fields open, notes.

Reading is one pass in document order, because numbers and fields go on from paragraph to paragraph.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from extractors.blocks import Document, Link, Problem
from extractors.limits import Limits
from extractors.readers.package import Relation
from extractors.readers.word.numbering import Numbering
from extractors.readers.word.styles import Styles
from extractors.readers.word.xml import Element

QUOTE_CHARS = 300  # of each reading kept in a problem; a row of ``problems`` is read by people
MAX_FIELDS = 20  # fields inside one another; Word's own limit
MAX_INSTRUCTION = 4_000  # characters; the longest sensible one holds an address
PAGE_FIELDS = frozenset({"PAGE", "NUMPAGES", "SECTIONPAGES"})
LINK_SCHEMES = ("http://", "https://", "mailto:")


@dataclass(slots=True)
class Field:
    """An open field: its instruction, and whether its result (what is displayed) has begun.

    ``form`` is the ``w:ffData`` of an older form's tick box or list; None for any other field.
    """

    instruction: str = ""
    shown: bool = False
    form: Element | None = None
    text: list[str] = field(default_factory=list)

    @property
    def name(self) -> str:
        """``"HYPERLINK"``; "" where there is no instruction."""
        return self.instruction.split(maxsplit=1)[0].upper() if self.instruction.strip() else ""


@dataclass(slots=True)
class Reading:
    """The state of reading one part of the package.

    Attributes:
        open_part: Gives the root of a part by the relationship that names it; None where it
            cannot be read.
        open_chunk: Gives a web page that is part of the text; None where it cannot be read.
        theme: The document's theme colours: ``{"accent1": "4f81bd"}``.
        bold: The table's style makes letters bold where the reading stands.
        where: The place that problems name: ``"table 3, row 4, column 2"``.
        fields: Fields that are open, outermost first.
        prompts: What the controls show that nobody filled in: ``"Choose an item."``.
        notes: Footnotes and endnotes in the order of their marks: ``("footnote", "2")``.
    """

    styles: Styles
    numbering: Numbering
    relations: Mapping[str, Relation]
    limits: Limits
    open_part: Callable[[str], Element | None]
    open_chunk: Callable[[str], Document | None] = lambda _: None
    theme: Mapping[str, str] = field(default_factory=dict)
    bold: bool = False
    where: str = "start"
    fields: list[Field] = field(default_factory=list)
    prompts: list[str] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def tell(self, code: str, message: str, warning: bool = False) -> None:
        """Add a problem at the place that is being read; a notice unless text was lost."""
        severity: Literal["warning", "notice"] = "warning" if warning else "notice"
        self.problems.append(Problem("read", code, severity, f"{self.where}: {message}"))

    def link(self, text: str, address: str) -> None:
        """Add a link of the text; places inside the document are none."""
        text = " ".join(text.split())
        if address.lower().startswith(LINK_SCHEMES):
            self.links.append(Link(text, address.strip()))

    def open_field(self, opened: Field) -> None:
        """Open a field; of too many open ones the outermost, which never ended, is forgotten."""
        if len(self.fields) >= MAX_FIELDS:
            del self.fields[0]
        self.fields.append(opened)

    def instruct(self, text: str) -> None:
        """Add to the instruction of the innermost field."""
        if self.fields and len(self.fields[-1].instruction) < MAX_INSTRUCTION:
            self.fields[-1].instruction += text

    @property
    def displayed(self) -> bool:
        """False inside a field's instruction and inside a page number."""
        return all(f.shown and f.name not in PAGE_FIELDS for f in self.fields)

    @property
    def in_contents(self) -> bool:
        """Inside the result of a table of contents."""
        return any(f.name == "TOC" for f in self.fields)


def quote(text: str) -> str:
    """Text in quotation marks for a problem, cut where it is long."""
    kept = text if len(text) <= QUOTE_CHARS else f"{text[: QUOTE_CHARS - 1]}…"
    return f'"{kept}"'
