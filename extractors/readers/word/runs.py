"""The runs of one Word paragraph: pieces of text with their look and the change they stand in."""

import re
from typing import NamedTuple

from extractors.readers.package import relation_id
from extractors.readers.symbols import glyphs
from extractors.readers.word.diagrams import diagram_ids
from extractors.readers.word.reading import Field, Reading
from extractors.readers.word.styles import Look, displayed, wish_of
from extractors.readers.word.xml import (
    RUN,
    VAL,
    Change,
    Element,
    M,
    W,
    is_on,
    number,
    text_boxes,
    value,
    walk,
)

LINK_FIELD_RE = re.compile(r'HYPERLINK\s+"([^"]+)"', re.IGNORECASE)
INVISIBLE = str.maketrans(  # soft hyphen, zero width, marks of writing direction
    "", "", "\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\ufeff"
)
PLAIN = {
    f"{W}tab": "\t", f"{W}ptab": "\t", f"{W}br": "\n", f"{W}cr": "\n",
    f"{W}noBreakHyphen": "-", f"{W}softHyphen": "",
}  # fmt: skip
SYMBOL = f"{W}sym"
NOTES = {f"{W}footnoteReference": "footnote", f"{W}endnoteReference": "endnote"}
INSTRUCTIONS = frozenset({f"{W}instrText", f"{W}delInstrText"})
DRAWN = frozenset({f"{W}drawing", f"{W}pict", f"{W}object"})
TICKED, UNTICKED = "☒", "☐"  # as Word's own newer check boxes are stored


class Piece(NamedTuple):
    """Text of one look; a line break is a newline, a tab a tab."""

    text: str
    look: Look
    change: Change


class Runs(NamedTuple):
    """The pieces of a paragraph, and the text boxes and diagrams that hang on it.

    ``diagrams`` are relationships to parts of SmartArt: ``["rId9"]``.
    """

    pieces: list[Piece]
    boxes: list[Element]
    diagrams: list[str]


def read_runs(parent: Element, base: Look, reading: Reading, change: Change = "") -> Runs:
    """Read everything in a paragraph (or a hyperlink in it) in order."""
    runs = Runs([], [], [])
    for element, within in walk(parent, change):
        tag = element.tag
        if tag == RUN:
            _read_run(element, within, base, reading, runs)
        elif tag == f"{W}hyperlink":
            _read_link(element, within, base, reading, runs)
        elif tag == f"{W}fldSimple":
            _read_simple_field(element, within, base, reading, runs)
        elif tag in (f"{M}oMath", f"{M}oMathPara"):
            text = "".join(part.text or "" for part in element.iter(f"{M}t"))
            runs.pieces.append(Piece(text, base, within))
    return runs


def _read_run(run: Element, change: Change, base: Look, reading: Reading, runs: Runs) -> None:
    properties = run.find(f"{W}rPr")
    look = base
    if properties is not None:
        style = reading.styles.wish(value(properties, f"{W}rStyle"))
        look = displayed(base, style, wish_of(properties))
    for element, within in walk(run, change):
        tag = element.tag
        if tag in (f"{W}t", f"{W}delText"):
            _add(runs, reading, _stored(element.text, properties), look, within)
        elif tag == RUN:  # the base of a ruby, which is a run inside the run
            _read_run(element, within, look, reading, runs)
        elif tag in PLAIN or tag == SYMBOL:
            _add(runs, reading, PLAIN.get(tag) or _symbol(element), look, within)
        elif tag in DRAWN:
            runs.boxes.extend(text_boxes(element))
            runs.diagrams.extend(diagram_ids(element))
        elif tag in NOTES and within != "deleted":
            reading.notes.append((NOTES[tag], element.get(f"{W}id", "")))
        elif tag in INSTRUCTIONS:
            reading.instruct(element.text or "")
        elif tag == f"{W}fldChar":
            _add(runs, reading, _turn_field(element, reading), look, within)


def _add(runs: Runs, reading: Reading, text: str, look: Look, change: Change) -> None:
    if text and reading.displayed:
        runs.pieces.append(Piece(text, look, change))
        for field in reading.fields:
            field.text.append(text)


def _stored(text: str | None, properties: Element | None) -> str:
    if not text:
        return ""
    if text.isascii():
        return text
    fonts = None if properties is None else properties.find(f"{W}rFonts")
    font = "" if fonts is None else fonts.get(f"{W}ascii", "")
    return glyphs(text, font).translate(INVISIBLE)


def _symbol(element: Element) -> str:
    try:
        letter = chr(int(element.get(f"{W}char", ""), 16))
    except (ValueError, OverflowError):
        return ""
    return (
        glyphs(letter, element.get(f"{W}font", ""))
        if letter.isprintable() or ("\uf000" <= letter <= "\uf0ff")
        else ""
    )


def _turn_field(mark: Element, reading: Reading) -> str:
    """Open, show or close a field; gives what a form field displays by itself."""
    kind = mark.get(f"{W}fldCharType")
    if kind == "begin":
        reading.open_field(Field(form=mark.find(f"{W}ffData")))
        return ""
    if not reading.fields:
        return ""
    if kind == "separate":
        reading.fields[-1].shown = True
    elif kind == "end":
        closed = _close_field(reading)
        return "" if closed.form is None or closed.text else _form_value(closed.form, closed.name)
    return ""


def _form_value(data: Element, name: str) -> str:
    """What a tick box or a drop-down list of an older form displays; "" for any other field."""
    if name == "FORMCHECKBOX":
        box = data.find(f"{W}checkBox")
        ticked = is_on(box, f"{W}checked")
        return TICKED if (is_on(box, f"{W}default") if ticked is None else ticked) else UNTICKED
    entries = [entry.get(VAL, "") for entry in data.iterfind(f"{W}ddList/{W}listEntry")]
    chosen = number(data.find(f"{W}ddList"), f"{W}result") or 0
    return entries[chosen] if name == "FORMDROPDOWN" and 0 <= chosen < len(entries) else ""


def _read_link(link: Element, change: Change, base: Look, reading: Reading, runs: Runs) -> None:
    inner = read_runs(link, base, reading, change)
    runs.pieces.extend(inner.pieces)
    runs.boxes.extend(inner.boxes)
    runs.diagrams.extend(inner.diagrams)
    relation = reading.relations.get(relation_id(link))
    if relation is not None and relation.external and change != "deleted":
        reading.link("".join(piece.text for piece in inner.pieces), relation.target)


def _read_simple_field(
    field: Element, change: Change, base: Look, reading: Reading, runs: Runs
) -> None:
    reading.open_field(Field(field.get(f"{W}instr", ""), shown=True))
    inner = read_runs(field, base, reading, change)
    runs.pieces.extend(inner.pieces)
    runs.boxes.extend(inner.boxes)
    runs.diagrams.extend(inner.diagrams)
    if reading.fields:  # one left open within would be closed in its place
        _close_field(reading)


def _close_field(reading: Reading) -> Field:
    """End the innermost field; one of a link gives its text and address."""
    closed = reading.fields.pop()
    if address := LINK_FIELD_RE.search(closed.instruction):
        reading.link("".join(closed.text), address[1])
    return closed


def close_instructions(reading: Reading) -> None:
    """Forget fields whose instruction never ended: a paragraph's end ends it, no text is lost."""
    reading.fields[:] = [field for field in reading.fields if field.shown]
