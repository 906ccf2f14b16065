"""How the golden PDFs of single layouts are drawn with ReportLab, and how their gold is written.

A document names what it prints in tuples of cells; the same tuples are its gold, so that the gold
says what is printed and never what was read.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path

from reportlab.lib import colors
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

HERE = Path(__file__).parent
WIDE = landscape(A4)
GRID = ("GRID", (0, 0), (-1, -1), 0.5, colors.black)
HAIRLINES = ("LINEBELOW", (0, 0), (-1, -1), 0.25, colors.grey)
TEXT = ParagraphStyle("text", fontName="Helvetica", fontSize=9, leading=11)
BOLD = ParagraphStyle("bold", parent=TEXT, fontName="Helvetica-Bold")
ITEM = ParagraphStyle("item", parent=TEXT, leftIndent=10, bulletIndent=0)
Cell = str | tuple[str, ...] | Flowable
Row = Sequence[Cell]


@dataclass(frozen=True)
class Printed:
    """One document: what makes its bytes (None where the program is missing) and what it says."""

    make: Callable[[], bytes | None]
    actions: Sequence[Mapping[str, object]] = ()
    priorities: Sequence[tuple[str | None, str]] = ()
    glossary: Sequence[str] = ()
    problems: Sequence[str] = field(default_factory=tuple)

    def gold(self) -> dict[str, object]:
        """The gold record as the tests read it."""
        return {
            "priorities": [{"label": label, "title": title} for label, title in self.priorities],
            "actions": list(self.actions),
            "glossary": list(self.glossary),
            "problems": list(self.problems),
        }


def save(documents: Mapping[str, Printed]) -> None:
    """Write every document whose program is installed, and all gold."""
    for name, printed in documents.items():
        data = printed.make()
        if data is not None:
            (HERE / f"{name}.pdf").write_bytes(data)
        text = json.dumps(printed.gold(), indent=1, ensure_ascii=False)
        (HERE / f"{name}.gold.json").write_text(f"{text}\n", encoding="utf-8")


def acts(
    fields: Sequence[str],
    rows: Sequence[Row],
    section: str | None,
    pages: Sequence[tuple[int, int]] = ((1, 1),),
) -> list[dict[str, object]]:
    """The gold of rows of cells.

    Args:
        fields: What each column holds: ``("ref", "activity", "lead_raw")``; "" for none.
        rows: The cells as printed; a tuple is a list of items.
        section: The heading over them, as printed.
        pages: First and last page of each row; the last one holds for all rows after it.
    """
    found = []
    for number, row in enumerate(rows):
        values = zip(fields, row, strict=True)
        action: dict[str, object] = {name: _said(name, cell) for name, cell in values if name}
        page, end = pages[min(number, len(pages) - 1)]
        found.append({**action, "section": section, "page": page, "page_end": end})
    return found


def _said(name: str, cell: Cell) -> object:
    items = [cell] if isinstance(cell, str) else list(cell) if isinstance(cell, tuple) else []
    if name == "measures":
        return [item for item in items if item]
    return " ".join(items if isinstance(cell, str) else [f"• {item}" for item in items])


def table(rows: Sequence[Row], widths: Sequence[float], *style: object, heads: int = 1) -> Table:
    """A table whose first rows are bold; the cells stand at the top of their rows."""
    cells = [[_drawn(cell, BOLD if i < heads else TEXT) for cell in r] for i, r in enumerate(rows)]
    top = ("VALIGN", (0, 0), (-1, -1), "TOP")
    return Table(cells, colWidths=widths, style=TableStyle([top, *style]), hAlign="LEFT")


def _drawn(cell: Cell, style: ParagraphStyle) -> object:
    if isinstance(cell, tuple):
        return [Paragraph(item, ITEM, bulletText="•") for item in cell]
    return Paragraph(cell, style) if isinstance(cell, str) else cell


def heading(text: str, size: float = 14) -> Paragraph:
    """A bold line with room around it."""
    look = {"fontSize": size, "leading": 1.25 * size, "spaceBefore": size, "spaceAfter": size / 2}
    return Paragraph(text, ParagraphStyle("heading", parent=BOLD, **look))


def pages(flow: Sequence[Flowable], size: tuple[float, float] = WIDE) -> bytes:
    """The bytes of a document; they are the same on every day."""
    buffer = BytesIO()
    template = SimpleDocTemplate(
        buffer, pagesize=size, invariant=1, margin=40, topMargin=40, bottomMargin=40
    )
    template.build(list(flow))
    return buffer.getvalue()


def gap(height: float = 10) -> Spacer:
    """Empty room between two things."""
    return Spacer(1, height)
