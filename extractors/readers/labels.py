"""Labels that begin lines, as a form written out line by line has them: ``"By when: May 2026"``.

A dash may stand for the colon: ``"Lead – Public Health"``.

Knows what a line of text looks like; knows no format and no label's meaning.
"""

import re
from collections.abc import Iterable

LABEL_RE = re.compile(r"[A-Z][^:.;!?\n]{1,40}?(?::(?!//)|\s[–—-](?=\s)|\?(?=\s|$))")
"""A label that begins a line: ``"By when:"``, ``"Who leads?"``; an address has "//" behind ":"."""

LABELS = 2  # lines of one block that begin with a label before its lines are read one by one


def are_labelled(lines: Iterable[str]) -> bool:
    """Whether several lines of one block begin with a label, white space before it aside."""
    return sum(LABEL_RE.match(line.strip()) is not None for line in lines) >= LABELS
