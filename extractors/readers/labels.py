"""Lines of one block that are texts of their own, and labels that begin them, as in a form.

``"By when: May 2026"``; a dash may stand for the colon: ``"Lead – Public Health"``.

Knows what a line of text looks like; knows no format and no label's meaning.
"""

import re
from collections.abc import Iterable, Sequence

LABEL_RE = re.compile(r"[A-Z][^:.;!?|·•\n]{1,40}?(?:\??:(?!//)|\s[–—-](?=\s)|\?(?=\s|$))")
"""A label that begins a line: ``"By when:"``, ``"Who leads?"``; an address has "//" behind ":"."""

INNER_RE = re.compile(r"(?:^|[.;,|]\s+)[A-Z][^:.;!?\n]{1,40}?\??:(?=\s)")
"""A label at the start of a line, or behind a stop or a bar inside it."""

VALUE_RE = re.compile(r"([A-Z][^:.;!?\n]{1,40}?\??):(?!//)\s*\S")
"""A label before a colon and the beginning of its value: ``"By when: May 2026"``."""

OPEN_RE = re.compile(
    r"(?:[,/&(\-\u2013\u2014]|\b(?:a|an|and|at|by|for|from|in|of|on|or|the|to|with))\s*$",
    re.IGNORECASE,
)
"""The end of a line that goes on in the next: "Head of", "Police,"."""

LABELS = 2  # lines of one block that begin with a label before its lines are read one by one


def are_values(pieces: Sequence[str]) -> bool:
    """Whether the texts beside one another in a line are labels with their values, and no heads.

    Each label is another: of ``"Lead: Vale"`` beside ``"Lead: Port"`` each is of a card of its own.
    """
    labels = {found[1] for piece in pieces if (found := VALUE_RE.match(piece)) is not None}
    return len(pieces) >= LABELS and len(labels) == len(pieces)


def are_labelled(lines: Iterable[str]) -> bool:
    """Whether several labels stand in the lines of one block that begin with one.

    Each in a line of its own, or all in one: ``"Lead: Police. By when: May 2026"``.
    """
    led = [line.strip() for line in lines if LABEL_RE.match(line.strip())]
    return len(led) >= LABELS or any(len(INNER_RE.findall(line)) >= LABELS for line in led)


def stand_apart(lines: Iterable[str]) -> bool:
    """Whether the lines of a cell are texts of their own: two leads, or two measures.

    Each begins as a text does and none but the last is left open: of ``"Head of", "Housing"`` a
    line break that only wraps parts one name.
    """
    filled = [line.strip() for line in lines if line.strip()]
    if any(OPEN_RE.search(line) for line in filled[:-1]):
        return False
    return all(line[0].isupper() or line[0].isdigit() for line in filled)
