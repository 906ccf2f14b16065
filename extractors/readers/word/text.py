"""From pieces of text to paragraphs: markers, bold lead-ins, what is struck, hidden or changed."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from extractors.blocks import Paragraph
from extractors.readers.labels import are_labelled, stand_apart
from extractors.readers.word.reading import Reading, quote
from extractors.readers.word.runs import Piece

TYPED_MARKER_RE = re.compile(
    r"\s*(?:(?P<bullet>[•●▪■□◻◦○·∙‣⁃➢➔➤►▶❖◆♦]|[-–—*o](?=\s)|[✓✔](?=\s*\w))"
    r"|(?P<number>\((?:[a-z]{1,2}|[ivx]{1,5}|\d{1,2})\)|(?:[a-z]|[ivx]{1,4}|\d{1,2})[.)])(?=\s))"
    r"\s*"
)
PAGE_NUMBER_RE = re.compile(r"\t\s*(\d{1,4}|[ivxlc]{1,6})\s*$")
MAX_TERM_WORDS = 8  # words before a tab that may be a label or a term
LEADER = " ..... "  # a dotted tab before a page number, as it is printed in a contents list


@dataclass(frozen=True, slots=True)
class Numbered:
    """What Word counts before a paragraph; ``marker`` None where nothing is displayed."""

    marker: str | None = None
    level: int = 0


UNNUMBERED = Numbered()


def make_paragraphs(
    pieces: Sequence[Piece],
    numbered: Numbered,
    reading: Reading,
    *,
    leader: bool = False,
    in_cell: bool = False,
) -> list[Paragraph]:
    """Make the paragraphs that one ``w:p`` displays.

    A manual line break before a typed list marker, and two of them one after the other, begin a
    paragraph of its own, because writers type lists that way in cells; so does every break where
    several lines begin with a label ("Lead: Police"), and in a cell, outside its counted
    lists, where every line begins and ends as a text of its own does. Any other break is a space.

    Args:
        pieces: The text in order, deleted and hidden text among it.
        numbered: The marker that Word counts.
        reading: Where changed and hidden words are told.
        leader: Dots lead to its tab stops: a line of a contents list.
        in_cell: The paragraph stands in a table's cell.

    Returns:
        One paragraph; none where nothing at all is displayed; several for a typed list.
    """
    shown = _shown(pieces, reading)
    lines = _lines(shown, in_cell=in_cell and numbered.marker is None)
    made = [_paragraph(line, UNNUMBERED, leader) for line in lines[1:]]
    first = _paragraph(lines[0], numbered, leader)
    return [p for p in (first, *made) if p.text or p.struck or _counts(p.marker)]


def _counts(marker: str | None) -> bool:
    """A number stands for itself (a cell of references); a bullet without text is nothing."""
    return marker is not None and marker != "o" and any(map(str.isalnum, marker))


def plain(pieces: Sequence[Piece]) -> str:
    """The text of pieces with single spaces."""
    return " ".join("".join(piece.text for piece in pieces).split())


def _shown(pieces: Sequence[Piece], reading: Reading) -> list[Piece]:
    prompts = [piece for piece in pieces if piece.change == "prompt"]
    if prompts:
        reading.prompts.append(plain(prompts))
        pieces = [piece for piece in pieces if piece.change != "prompt"]
    if any(piece.change for piece in pieces):
        _tell_change(pieces, reading)
        pieces = [piece for piece in pieces if piece.change != "deleted"]
    hidden = [piece for piece in pieces if piece.look.hidden]
    if not hidden:
        return list(pieces)
    if plain(hidden):
        reading.tell(
            "hidden_text", f"text that is not displayed was left out: {quote(plain(hidden))}"
        )
    return [piece for piece in pieces if not piece.look.hidden]


def _tell_change(pieces: Sequence[Piece], reading: Reading) -> None:
    accepted = plain([p for p in pieces if p.change != "deleted"])
    rejected = plain([p for p in pieces if p.change != "inserted"])
    if accepted != rejected:
        reading.tell(
            "tracked_change",
            f"a tracked change is read as accepted, {quote(accepted)}; "
            f"rejected it would be {quote(rejected)}",
        )


def _lines(pieces: list[Piece], *, in_cell: bool) -> list[list[Piece]]:
    """Cut at line breaks that part texts."""
    if not any("\n" in piece.text for piece in pieces):
        return [pieces]
    lines: list[list[Piece]] = [[]]
    for piece in pieces:
        first, *others = piece.text.split("\n")
        lines[-1].append(piece._replace(text=first))
        lines.extend([piece._replace(text=text)] for text in others)
    texts = ["".join(piece.text for piece in line) for line in lines]
    plain = in_cell and not any(piece.look.bold for piece in pieces)
    apart = are_labelled(texts) or (plain and stand_apart(texts))
    kept = [lines[0]]
    blank = False
    for line, text in zip(lines[1:], texts[1:], strict=True):
        if blank or apart or TYPED_MARKER_RE.match(text):
            kept.append(line)
        else:
            kept[-1].extend([line[0]._replace(text=f" {line[0].text}"), *line[1:]])
        blank = not text.strip()
    return kept


def _paragraph(pieces: list[Piece], numbered: Numbered, leader: bool) -> Paragraph:
    kept = [piece for piece in pieces if not piece.look.struck]
    struck = plain([piece for piece in pieces if piece.look.struck]) or None
    raw = "".join(piece.text for piece in kept)
    if leader:
        raw = PAGE_NUMBER_RE.sub(lambda m: f"{LEADER}{m[1]}", raw)
    marker, raw = (numbered.marker, raw) if numbered.marker else split_marker(raw)
    text = " ".join(raw.split())
    inked = [piece for piece in kept if not piece.text.isspace()]
    bold = bool(inked) and all(piece.look.bold for piece in inked)
    return Paragraph(
        text=text,
        marker=marker,
        level=numbered.level,
        numbered=numbered.marker is not None,
        lead_in=None if bold else _lead_in(kept, marker) or _before_tab(raw),
        bold=bold,
        size=_size(inked or pieces),
        struck=struck,
    )


def split_marker(raw: str) -> tuple[str | None, str]:
    """Take a typed list marker off a text: ``"(a) Publish"`` gives ``("(a)", "Publish")``.

    A marker with nothing after it is no marker but the text: a cell may hold a number alone.
    """
    found = TYPED_MARKER_RE.match(raw)
    if found is None or not raw[found.end() :].strip():
        return None, raw
    return found["bullet"] or found["number"], raw[found.end() :]


def _lead_in(kept: list[Piece], marker: str | None) -> str | None:
    start = takewhile(lambda piece: piece.look.bold or piece.text.isspace(), kept)
    bold = "".join(piece.text for piece in start)
    if marker and bold.lstrip().startswith(marker):
        bold = bold.lstrip()[len(marker) :]
    return " ".join(bold.split()) or None


def _before_tab(raw: str) -> str | None:
    r"""A few words that a tab parts from the rest, as a label is: ``"Lead\tHousing"``.

    Not ``"Priority 1\tWarm homes"``: what is counted there is one text with its number.
    """
    words, _, rest = raw.strip().partition("\t")
    short = len(words.split()) <= MAX_TERM_WORDS and any(map(str.isalpha, words))
    label = short and not any(map(str.isdigit, words))
    return " ".join(words.split()) if label and rest.strip() and LEADER not in raw else None


def _size(pieces: Sequence[Piece]) -> float | None:
    if len(pieces) < 2:
        return pieces[0].look.size if pieces else None
    sizes: Counter[float | None] = Counter()
    for piece in pieces:
        sizes[piece.look.size] += len(piece.text)
    return max(sizes, key=lambda size: (sizes[size], size or 0))
