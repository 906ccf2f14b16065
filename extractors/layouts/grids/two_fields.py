"""Cells under a heading of two fields: what of their text is the first field, what the second.

``Lead / Timescale``, ``RAG and comments``. Knows texts and the names of fields; knows no tables.
"""

import re
from collections.abc import Sequence

from extractors.columns.contents import is_status, split_date
from extractors.rows import STATES, WHEN

PART_RE = re.compile(r"[.:;,/|\n]|\s[-–—](?=\s)|\Z")  # between a state and what is said of it
COLOUR_RE = re.compile(r"(?i:red|amber|green|blue)(?=\s+[A-Z(])")
BETWEEN = " .:;,/|\n-–—"


def split_fields(first: str, second: str, texts: Sequence[str]) -> tuple[str, str] | None:
    """The texts of both fields of a cell; None where nothing parts them, and all is of the first.

    ``split_fields("lead", "due", ["Police by May 2026"])`` is ``("Police", "by May 2026")``;
    ``("rag", "update", ["Green: staff trained"])`` gives ``("Green", "staff trained")``, and a
    comment without a state is no state: ``("", "Staff trained")``.

    Args:
        first: The field that the heading names first.
        second: The other.
        texts: The paragraphs of the cell.
    """
    if "update" in (first, second) and STATES & {first, second}:
        state, said = _split_state("\n".join(texts))
        return (state, said) if second == "update" else (said, state)
    if len(texts) == 1:
        return split_date(texts[0]) if second in WHEN else None
    return (" ".join(texts[:-1]), texts[-1]) if texts else None


def _split_state(text: str) -> tuple[str, str]:
    """How far an action is, and what is said of it: "Green - on track" and the sentences behind."""
    end = start = 0
    for part in PART_RE.finditer(text):
        if not is_status(text[start : part.start()]):
            break
        end, start = part.start(), part.end()
    colour = COLOUR_RE.match(text) if not end else None
    end = colour.end() if colour is not None else end
    return _in_one_line(text[:end]), _in_one_line(text[end:].lstrip(BETWEEN))


def _in_one_line(text: str) -> str:
    return " ".join(text.split())
