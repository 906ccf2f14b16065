"""Makes the golden PDFs and their gold: each layout as another program prints it.

Run ``python -m tests.documents.make_golden_pdfs``; a document whose program (Chromium,
Typst from PyPI) is missing is skipped and keeps its committed bytes. The areas, bodies and actions
in them are invented. Each gold says what is printed and on which page.
"""

import html
import json
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path

from reportlab.lib import colors
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

HERE = Path(__file__).parent
FIELDS = ("ref", "activity", "measures", "lead_raw", "due_raw")
HEADS = ("Ref", "Action", "How will we know", "Lead agency", "Deadline")
WIDTHS = (8, 36, 28, 16, 12)
Row = tuple[str, str, str, str, str]
PLAN: dict[str, list[Row]] = {
    "Priority 1: Safer journeys": [
        (
            "1.1",
            "Light the path between Wexcombe station and the market, and cut back the hedges",
            "Path lit from dusk to dawn",
            "Wexcombe Council",
            "31/03/2027",
        ),
        (
            "1.2",
            "Train every bus driver in the borough to offer help",
            "Nine in ten drivers trained within the year",
            "Wexcombe Buses",
            "September 2026",
        ),
        (
            "1.3",
            "Ask passengers twice a year how safe they feel, and publish what they say",
            "Two surveys a year",
            "Community Safety Partnership",
            "Ongoing",
        ),
    ],
    "Priority 2: Help close to home": [
        (
            "2.1",
            "Open a drop-in at the library on market days",
            "Drop-in open on fifty days",
            "Library Service",
            "Q2 2026/27",
        ),
        (
            "2.2",
            "Give every surgery a named adviser, and tell patients who it is",
            "All eleven surgeries have one",
            "Public Health",
            "2027/28",
        ),
    ],
}
TITLE = "Wexcombe safety delivery plan 2026-2029"


@dataclass(frozen=True)
class Golden:
    """One document: its program, what makes its bytes, and where it departs from the plan."""

    make: Callable[[], bytes | None]
    fields: tuple[str, ...] = FIELDS
    pages: dict[str, tuple[int, int]] = field(default_factory=dict)


def save(documents: Mapping[str, Golden]) -> None:
    """Write every document whose program is installed, and all gold."""
    for name, golden in documents.items():
        data = golden.make()
        if data is not None:
            (HERE / f"{name}.pdf").write_bytes(data)
        text = json.dumps(_gold(golden), indent=1, ensure_ascii=False)
        (HERE / f"{name}.gold.json").write_text(f"{text}\n", encoding="utf-8")


def _gold(golden: Golden) -> dict[str, object]:
    actions = []
    for section, rows in PLAN.items():
        for row in rows:
            action: dict[str, object] = {
                name: [text] if name == "measures" else text
                for name, text in zip(FIELDS, row, strict=True)
                if name in golden.fields
            }
            page, end = golden.pages.get(row[0], (1, 1))
            actions.append({**action, "section": section, "page": page, "page_end": end})
    priorities = [dict(zip(("label", "title"), s.split(": "), strict=True)) for s in PLAN]
    return {"priorities": priorities, "actions": actions, "glossary": [], "problems": []}


def _page(style: str, body: str) -> str:
    return (
        f"<!doctype html><html lang='en-GB'><meta charset='utf-8'><title>{TITLE}</title><style>"
        "@page{size:297mm 210mm;margin:15mm}body{font:10pt 'Liberation Sans';"
        "-webkit-print-color-adjust:exact}table{border-collapse:collapse;width:100%;"
        "table-layout:fixed}td,th{padding:4pt;vertical-align:top;text-align:left}"
        f"{style}</style><h1>{TITLE}</h1>{body}</html>"
    )


def html_cells(texts: Sequence[str], tag: str = "td") -> str:
    return "".join(f"<{tag}>{html.escape(text)}</{tag}>" for text in texts)


def html_table(rows: Sequence[str], widths: Sequence[int] = WIDTHS, heads: str = "") -> str:
    columns = "".join(f"<col style='width:{width}%'>" for width in widths)
    return f"<table><colgroup>{columns}</colgroup>{heads}{''.join(rows)}</table>"


def html_tables(heads: Sequence[str] = HEADS) -> str:
    parts = []
    for section, rows in PLAN.items():
        lines = [f"<tr class='r{i % 2}'>{html_cells(row)}</tr>" for i, row in enumerate(rows)]
        head = f"<tr class='h'>{html_cells(heads, 'th')}</tr>"
        parts.append(f"<h2>{section}</h2>{html_table([head, *lines])}")
    return "".join(parts)


def _banners() -> str:
    lines = [f"<tr>{html_cells(HEADS, 'th')}</tr>"]
    for section, rows in PLAN.items():
        lines.append(f"<tr class='b'><td colspan='5'>{section}</td></tr>")
        lines += [f"<tr>{html_cells(row)}</tr>" for row in rows]
    return html_table(lines)


def _cards() -> str:
    parts = []
    for section, rows in PLAN.items():
        parts.append(f"<h2>{section}</h2>")
        for row in rows:
            lines = [f"<tr>{html_cells(pair)}</tr>" for pair in zip(HEADS, row, strict=True)]
            parts.append(f"{html_table(lines, (22, 78))}<p></p>")
    return "".join(parts)


def by_chromium(style: str, body: str) -> bytes | None:
    program = shutil.which("chromium") or shutil.which("chromium-browser")
    if program is None:
        return None
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder) / "plan.html", Path(folder) / "plan.pdf"
        source.write_text(_page(style, body), encoding="utf-8")
        options = ["--headless", "--no-sandbox", "--no-pdf-header-footer"]
        command = [program, *options, f"--print-to-pdf={target}", source.as_uri()]
        subprocess.run(command, check=True, capture_output=True, timeout=120)
        return target.read_bytes()


def _typst(stroke: str, fill: str = "none") -> bytes | None:
    try:
        import typst
    except ImportError:
        return None
    parts = [f'#set page(paper:"a4",flipped:true,margin:15mm)\n= {TITLE}\n']
    for section, rows in PLAN.items():
        cells = [f"[*{text}*]" for text in HEADS] + [f"[{text}]" for row in rows for text in row]
        widths = ",".join(f"{width}fr" for width in WIDTHS)
        parts.append(
            f"#v(8pt)\n== {section}\n#v(6pt)\n#html_table(columns:({widths}),{stroke},fill:{fill},"
            f"inset:6pt,{','.join(cells)})\n"
        )
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "plan.typ"
        source.write_text('#set text(size:9pt,lang:"en")\n' + "".join(parts), encoding="utf-8")
        return bytes(typst.compile(str(source)))


def by_reportlab(style: Sequence[tuple[object, ...]], narrow: bool = False) -> bytes:
    buffer = BytesIO()
    text = ParagraphStyle("text", fontName="Helvetica", fontSize=9, leading=11)
    head = ParagraphStyle("head", parent=text, fontName="Helvetica-Bold")
    large = ParagraphStyle("large", parent=head, fontSize=14, leading=20, spaceBefore=8)
    widths = (45, 260, 200, 120, 42 if narrow else 90)
    flow: list[object] = [Paragraph(TITLE, ParagraphStyle("title", parent=large, fontSize=20))]
    for section, rows in PLAN.items():
        cells = [[Paragraph(one, head) for one in HEADS]]
        cells += [[Paragraph(one, text) for one in row] for row in rows]
        top = ("VALIGN", (0, 0), (-1, -1), "TOP")
        flow += [Spacer(1, 12), Paragraph(section, large)]
        flow.append(Table(cells, colWidths=widths, style=TableStyle([top, *style])))
    SimpleDocTemplate(buffer, pagesize=landscape(A4), invariant=1).build(flow)
    return buffer.getvalue()


GRID = ("GRID", (0, 0), (-1, -1), 0.5, colors.black)
BOXED = [
    ("BOX", (0, 0), (-1, -1), 0.5, colors.black),
    ("LINEAFTER", (0, 0), (0, -1), 0.5, colors.black),
    ("LINEBELOW", (0, 0), (-1, 0), 1.5, colors.black),
]
RULED = "td,th{border:.5pt solid #000}"
DOCUMENTS = {
    "golden_ruled_chromium": Golden(lambda: by_chromium(RULED, html_tables())),
    "golden_hairlines_chromium": Golden(
        lambda: by_chromium("tr{border-bottom:.5pt solid #777}", html_tables())
    ),
    "golden_zebra_chromium": Golden(
        lambda: by_chromium(
            ".h{background:#1f4e79;color:#fff}.r1{background:#dde6f0}", html_tables()
        )
    ),
    "golden_white_space_chromium": Golden(lambda: by_chromium("", html_tables())),
    "golden_banners_chromium": Golden(
        lambda: by_chromium(f"{RULED}.b{{background:#5b2c6f;color:#fff}}", _banners())
    ),
    "golden_cards_chromium": Golden(
        lambda: by_chromium(RULED, _cards()), pages={"2.1": (1, 2), "2.2": (2, 2)}
    ),
    "golden_list_style_chromium": Golden(
        lambda: by_chromium(
            "table{border:.5pt solid #000}.h{border-bottom:1.5pt solid #000}"
            "td:first-child,th:first-child{border-right:.5pt solid #000}",
            html_tables(),
        )
    ),
    "golden_ruled_typst": Golden(lambda: _typst("stroke:0.5pt")),
    "golden_hairlines_typst": Golden(lambda: _typst("stroke:(bottom:0.5pt)")),
    "golden_white_space_typst": Golden(lambda: _typst("stroke:none")),
    "golden_zebra_typst": Golden(
        lambda: _typst("stroke:none", '(_, y) => if calc.odd(y) { rgb("#e6ecf5") }')
    ),
    "golden_list_style_reportlab": Golden(lambda: by_reportlab(BOXED)),
    "golden_narrow_dates_reportlab": Golden(lambda: by_reportlab([GRID], narrow=True)),
}


if __name__ == "__main__":
    save(DOCUMENTS)
