"""Runs of text to paragraphs: bold lead-ins, struck words, line breaks and typed list markers.

Knows what a line of text looks like; knows no tags.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from extractors.blocks import Paragraph
from extractors.readers.labels import LABEL_RE, LABELS, are_labelled, stand_apart
from extractors.readers.web.elements.text import clean

TYPED_MARKER_RE = re.compile(
    r"(?P<marker>[•·●▪■◦○□‣⁃➢✓\uf0b7\uf0a7]|[-–—*o](?=\s)|\((?:[a-z]|\d{1,2}|[ivx]{1,4})\)"
    r"|(?:[a-z]|[ivx]{1,4})\)|\d{1,2}[.)](?=\s))\s*(?=\S)"
)
"""A list marker that an author typed by hand: ``"• "``, ``"(a) "``, ``"1. "``."""


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text as it stands in the page, white space and all, with its look."""

    text: str
    bold: bool = False
    struck: bool = False


BREAK = Run("\n")
"""A ``<br>``; told from other runs by identity."""


@dataclass(frozen=True, slots=True)
class Item:
    """What the list around a paragraph gives it: a marker for its first line, and a depth."""

    marker: str | None = None
    level: int = 0
    numbered: bool = False


PLAIN = Item()


def to_paragraphs(
    runs: Iterable[Run], item: Item = PLAIN, *, in_cell: bool = False
) -> list[Paragraph]:
    """Make paragraphs of the runs of one block.

    Two line breaks, or a line break before a typed list marker, start a new paragraph, and so does
    each line where several begin with a label ("Lead: Police"), each bold label where there are
    several, each line of a text that begins bold where bold words begin or end ("Lead", below it
    "Police"), and each line of a cell where every one begins and ends as a text of its own does;
    else a line break is a space. Only the first paragraph bears the list's marker. Nothing printed
    gives ``[]``.
    """
    paragraphs: list[Paragraph] = []
    for line in _lines(runs, in_cell):
        paragraph = _paragraph(line, item)
        if paragraph.text or paragraph.struck:
            paragraphs.append(paragraph)
            item = Item(level=item.level)
    return paragraphs


def to_line(runs: Iterable[Run]) -> str:
    """The text of runs as one line, line breaks as spaces and struck words left out."""
    return "".join(piece.text for piece in _collapse(runs, struck=False)).strip()


def _parted(runs: Iterable[Run]) -> list[Run]:
    """The runs with a break before each bold label, where a block holds several of them."""
    runs = list(runs)
    labels = {place for place in range(len(runs)) if _is_bold_label(runs, place)}
    if len(labels) < LABELS:
        return runs
    return [
        piece
        for place, run in enumerate(runs)
        for piece in ((BREAK, run) if place in labels else (run,))
    ]


def _is_bold_label(runs: Sequence[Run], place: int) -> bool:
    """Whether a run is a label set bold: its colon may stand in the run behind it."""
    run = runs[place]
    if not run.bold or run is BREAK:
        return False
    after = runs[place + 1].text.lstrip() if place + 1 < len(runs) else ""
    text = run.text.strip()
    whole = text if text.endswith(":") else f"{text}{after[:1]}"
    return LABEL_RE.fullmatch(whole) is not None


def _lines(runs: Iterable[Run], in_cell: bool) -> list[list[Run]]:
    runs = _parted(runs)
    labelled = BREAK in runs and are_labelled(_broken(runs))
    texts = [run for run in runs if run.text.strip()]
    plain = not any(run.bold for run in texts) or texts[-1].text.rstrip().endswith(".")
    apart = labelled or (in_cell and plain and BREAK in runs and stand_apart(_broken(runs)))
    lines: list[list[Run]] = [[]]
    after_break = blank = False
    for run in _by_look(runs) if texts and texts[0].bold else runs:
        if run is BREAK:
            blank = after_break
            after_break = True
            lines[-1].append(run)
            continue
        text = clean(run.text).lstrip()
        if not text:
            lines[-1].append(run)
            continue
        if after_break and (blank or apart or TYPED_MARKER_RE.match(text)):
            lines.append([])
        after_break = blank = False
        lines[-1].append(run)
    return lines


def _by_look(runs: Iterable[Run]) -> Iterator[Run]:
    """The runs of a text that begins bold, with two breaks where bold words begin or end at one."""
    bold, broken = True, False
    for run in runs:
        if text := run.text.strip():
            if broken and run.bold is not bold and not text[0].islower():
                yield BREAK
            bold, broken = run.bold, False
        broken = broken or run is BREAK
        yield run


def _broken(runs: Sequence[Run]) -> list[str]:
    """The text of runs, cut at every line break."""
    text = "".join("\n" if run is BREAK else clean(run.text).replace("\n", " ") for run in runs)
    return text.split("\n")


def _paragraph(runs: Sequence[Run], item: Item) -> Paragraph:
    live = _collapse(runs, struck=False)
    text = "".join(piece.text for piece in live).strip()
    struck = " ".join(piece.text.strip() for piece in _collapse(runs, struck=True))
    marker, numbered = item.marker, item.numbered
    typed = TYPED_MARKER_RE.match(text) if marker is None else None
    cut = 0
    if typed is not None:
        marker, numbered, cut = typed["marker"], False, typed.end()
    bold = _bold_length(live)
    return Paragraph(
        text=text[cut:],
        marker=marker,
        level=item.level,
        numbered=numbered and marker is not None,
        lead_in=_lead_in(text, cut, bold),
        bold=bool(text) and bold >= len(text),
        struck=struck or None,
    )


def _collapse(runs: Iterable[Run], *, struck: bool) -> list[Run]:
    """The live or the struck runs with single spaces, across their borders too."""
    pieces: list[Run] = []
    spaced = True
    for run in runs:
        if run.struck is not struck and run is not BREAK:
            continue
        text = clean(run.text)
        if spaced:
            text = text.lstrip()
        if not text:
            continue
        pieces.append(Run(text, run.bold, run.struck))
        spaced = text.endswith(" ")
    return pieces


def _bold_length(pieces: Sequence[Run]) -> int:
    """How many letters from the start are bold; spaces and marks count as bold."""
    length = 0
    for piece in pieces:
        if not piece.bold and any(letter.isalnum() for letter in piece.text):
            break
        length += len(piece.text)
    else:
        return length if any(piece.bold for piece in pieces) else 0
    return length if any(piece.bold for piece in pieces[: pieces.index(piece)]) else 0


def _lead_in(text: str, cut: int, bold: int) -> str | None:
    """The bold words at the start, with the colon that follows them; None where all is bold."""
    if bold <= cut or bold >= len(text):
        return None
    lead = text[cut:bold].strip()
    rest = text[bold:].lstrip()
    return f"{lead}:" if rest.startswith(":") and not lead.endswith(":") else lead or None
