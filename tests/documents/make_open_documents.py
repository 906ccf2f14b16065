"""Makes the OpenDocument and older office files of the golden tests.

The spreadsheet is literal XML as LibreOffice writes it; the texts are Word plans of the golden
tests saved by LibreOffice, where it is installed, so that their bytes change with the day.
Run ``python -m tests.documents.make_open_documents`` in the project's folder to write them again.
The area, the bodies and the actions are invented.
"""

import shutil
import subprocess
import tempfile
from html import escape
from pathlib import Path

from tests.documents.make_sheet_documents import KEPT
from tests.documents.make_word_documents import DOCUMENTS
from tests.documents.plan_content import TITLE, Act, Part, gold_of, write
from tests.extractors.readers.word_fixtures import zipped

ODS = "application/vnd.oasis.opendocument.spreadsheet"
ODT = "application/vnd.oasis.opendocument.text"
KIND = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
MANIFEST = (
    f'<m:manifest xmlns:m="{KIND}"><m:file-entry m:full-path="/" m:media-type="{ODT}"/>'
    '<m:file-entry m:full-path="content.xml" m:media-type="text/xml"/></m:manifest>'
)  # LibreOffice opens no text without it
PREFIXES = {"office": "office", "table": "table", "text": "text", "style": "style"}
SPACES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in {**PREFIXES, "fo": "xsl-fo-compatible"}.items()
)
STYLES = (
    '<style:style style:name="Strong" style:family="table-cell">'
    '<style:text-properties fo:font-weight="bold"/></style:style>'
)
AUTOMATIC = (
    '<style:style style:name="head" style:family="table-cell" style:parent-style-name="Strong">'
    '<style:table-cell-properties fo:background-color="#dde8cb"/></style:style>'
    '<style:style style:name="away" style:family="table">'
    '<style:table-properties table:display="false"/></style:style>'
)
REST = '<table:table-cell table:number-columns-repeated="16376"/>'
END = (
    '<table:table-row table:number-rows-repeated="1048000">'
    '<table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
)
NOTE = "<office:annotation><text:p>Ask the clerk</text:p></office:annotation>"
HEADS = ("Theme", "Ref", "Agreed action", "Lead", "Due date", "Status", "For the office")
HIDDEN_COLUMN = len(HEADS) - 1


SAVED = {"text_cards.odt": "word_cards", "text_counted.doc": "word_counted_references"}


def main() -> None:
    """Write the files and their gold records."""
    for name, plan in SAVED.items():
        make, text_gold = DOCUMENTS[plan]
        saved = converted(make(), name.rpartition(".")[2])
        if saved is not None:
            write(name, saved, text_gold)
    write("text_fields.odt", fields(), gold_of(COUNTED, ("ref", "activity", "lead", "due")))
    gold = gold_of(KEPT, ("ref", "activity", "lead", "due", "status"), problems=["hidden_text"])
    for priority in gold["priorities"]:
        priority["summary"] = None
    write("sheet_opendocument.ods", _file(_plan() + _old()), gold)


def converted(data: bytes, ending: str) -> bytes | None:
    """A Word file as LibreOffice saves it; None where that is not installed."""
    program = shutil.which("soffice")
    if program is None:
        return None
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "plan.docx").write_bytes(data)
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        command = [program, profile, "--headless", "--convert-to", ending, "--outdir", name]
        subprocess.run([*command, str(folder / "plan.docx")], check=True, capture_output=True)
        return (folder / f"plan.{ending}").read_bytes()


COUNTED = (
    Part(
        "Priority 2",
        "Quiet evenings",
        (
            Act("7", ("Walk the market with traders each week",), ("Fenmere Council",), "May 2027"),
            Act("8", ("Open the hall as a place to wait",), ("Haven",), "31 March 2028"),
        ),
        "Nobody waits alone for the last bus.",
    ),
)
SHOWN = {
    "ref": '<text:sequence text:name="Action" text:formula="ooow:Action+1">{}</text:sequence>',
    "lead": '<text:user-field-get text:name="body">{}</text:user-field-get>',
    "due": '<text:date text:date-value="2026-01-01">{}</text:date>',
}


def fields() -> bytes:
    """A text whose numbers, bodies and dates are fields, which a program would compute anew."""
    (part,) = COUNTED
    cells = [tuple(f"<text:p>{head}</text:p>" for head in ("Ref", "Action", "Lead", "By when"))]
    for act in part.acts:
        shown = (act.ref, act.activity[0], act.lead[0], act.due)
        ways = (SHOWN["ref"], "{}", SHOWN["lead"], SHOWN["due"])
        pairs = zip(ways, shown, strict=True)
        cells.append(tuple(f"<text:p>{way.format(escape(text))}</text:p>" for way, text in pairs))
    rows = "".join(
        f"<table:table-row>{''.join(f'<table:table-cell>{c}</table:table-cell>' for c in row)}"
        "</table:table-row>"
        for row in cells
    )
    columns = f'<table:table-column table:number-columns-repeated="{len(cells[0])}"/>'
    heading = '<text:h text:outline-level="{}">{}</text:h>'
    counted = SHOWN["ref"].replace("Action", "Priority").format(part.label.split()[-1])
    body = (
        heading.format(1, "<text:title>Fenmere evening plan</text:title>")
        + heading.format(2, f"Priority {counted}: {part.title}")
        + f"<text:p>{part.summary}</text:p>"
        + f'<table:table table:name="Plan">{columns}{rows}</table:table>'
    )
    content = _part(
        "document-content", f"<office:body><office:text>{body}</office:text></office:body>"
    )
    return zipped({"mimetype": ODT, "META-INF/manifest.xml": MANIFEST, "content.xml": content})


def _file(sheets: str) -> bytes:
    body = f"<office:body><office:spreadsheet>{sheets}</office:spreadsheet></office:body>"
    automatic = f"<office:automatic-styles>{AUTOMATIC}</office:automatic-styles>"
    content = _part("document-content", automatic + body)
    styles = _part("document-styles", f"<office:styles>{STYLES}</office:styles>")
    return zipped({"mimetype": ODS, "content.xml": content, "styles.xml": styles})


def _part(name: str, inner: str) -> str:
    return f'<office:{name} {SPACES} office:version="1.3">{inner}</office:{name}>'


def _cell(text: str, more: str = "", inner: str = "") -> str:
    lines = "".join(f"<text:p>{escape(line)}</text:p>" for line in text.splitlines())
    return f"<table:table-cell {more}>{inner}{lines}</table:table-cell>"


def _day(text: str) -> str:
    """A printed day as a date cell without text, as some programs write it."""
    day, month, year = text.split("/")
    return f'<table:table-cell office:value-type="date" office:date-value="{year}-{month}-{day}"/>'


def _row(*cells: str, more: str = "") -> str:
    return f"<table:table-row {more}>{''.join(cells)}{REST}</table:table-row>"


def _plan() -> str:
    """Merged themes, comments, a hidden row and column, a heading in a named style's bold."""
    rows = [_row(_cell(TITLE)), '<table:table-row table:number-rows-repeated="2"/>']
    rows.append(_row(*(_cell(head, 'table:style-name="head"') for head in HEADS)))
    for part in KEPT:
        span = f'table:number-rows-spanned="{len(part.acts)}" table:number-columns-spanned="1"'
        first = _cell(part.heading, span)
        for act in part.acts:
            due = _day(act.due) if act.due.count("/") == 2 else _cell(act.due)
            texts = (_cell("\n".join(act.activity), inner=NOTE), _cell("\n".join(act.lead)))
            rows.append(
                _row(first, _cell(act.ref), *texts, due, _cell(act.status), _cell("Chase again"))
            )
            first = "<table:covered-table-cell/>"
    rows.append(_row(*map(_cell, ("", "9", "An old action")), more='table:visibility="collapse"'))
    columns = (
        f'<table:table-column table:number-columns-repeated="{HIDDEN_COLUMN}"/>'
        '<table:table-column table:visibility="collapse"/>'
    )
    return f'<table:table table:name="Plan">{columns}{"".join(rows)}{END}</table:table>'


def _old() -> str:
    rows = _row(*map(_cell, ("Ref", "Action", "Lead", "Due"))) + _row(
        *map(_cell, ("1", "An action of the plan before", "Nobody", "2019"))
    )
    return f'<table:table table:name="Old" table:style-name="away">{rows}</table:table>'


if __name__ == "__main__":
    main()
