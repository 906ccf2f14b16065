"""A comparison of areas as one HTML page that can be mailed: charts, tables, sources.

The page needs no network and runs no script. Every text of a document is escaped, charts are
pictures in which no script can run, and addresses are links only where they lead to the web.
"""

import base64
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.export.charts import MAX_GROUPS, count_chart, to_svg
from pipeline.releases.queries import COUNTED, AreaFacts, By, DocumentLine

if TYPE_CHECKING:
    from jinja2 import Template

TEMPLATE = "compare_page.html"
MAX_ROWS = 500  # of a table; 200 agencies lead the actions of a large county
TITLES: Mapping[By, str] = {
    "theme": "By theme",
    "agency": "By lead agency",
    "due": "By year due",
    "priority": "Priorities by theme",
}
NOTES: Mapping[By, str] = {
    "theme": "Numbers of actions. A theme is our code for the priority above an action.",
    "agency": "Numbers of actions. An action counts once for each body that leads or supports it.",
    "due": "Numbers of actions. The last day that the printed due date can mean decides the year. "
    "Ongoing has no end, relative hangs on another event, tbc is to be told, none is not printed.",
    "priority": "Numbers of priorities, those without an action as well.",
}


@dataclass(frozen=True, slots=True)
class Comparison:
    """Several areas side by side.

    Attributes:
        release: Name of the release.
        areas: An area a column, with what is known of it.
        groups: For each way of grouping, a row a group with a count an area, as ``queries.compare``
            gives them; the first way comes first on the page.
        documents: Where it was read.
    """

    release: str
    areas: Sequence[AreaFacts]
    groups: Mapping[By, Sequence[tuple[str, Sequence[int]]]]
    documents: Sequence[DocumentLine]


@dataclass(frozen=True, slots=True)
class _Section:
    """A chart and its table, as the template takes them."""

    title: str
    note: str
    counted: str
    chart: str
    rows: Sequence[tuple[str, Sequence[int]]]
    left_out: int
    drawn: int


def comparison_page(comparison: Comparison) -> str:
    """Write a comparison as one self-contained HTML page."""
    names = [area.name for area in comparison.areas]
    groups = comparison.groups.items()
    sections = [_section(by, names, rows) for by, rows in groups if rows]
    names_by_code = {area.code: area.name for area in comparison.areas}
    return _template().render(
        comparison=comparison, names=names, sections=sections, name_of=names_by_code
    )


def _section(by: By, names: Sequence[str], rows: Sequence[tuple[str, Sequence[int]]]) -> _Section:
    svg = to_svg(count_chart(names, rows, COUNTED[by].capitalize()))
    chart = base64.b64encode(svg.encode()).decode()
    left_out = max(0, len(rows) - MAX_ROWS)
    drawn = min(len(rows), MAX_GROUPS)
    return _Section(TITLES[by], NOTES[by], COUNTED[by], chart, rows[:MAX_ROWS], left_out, drawn)


@cache
def _template() -> "Template":
    import jinja2

    environment = jinja2.Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True)
    environment.filters |= {"share": _share, "is_web": _is_web}
    return environment.from_string((Path(__file__).parent / TEMPLATE).read_text("utf-8"))


def _share(part: int, whole: int) -> str:
    """``_share(3, 4)`` is "3 (75 %)"; of nothing it is a dash."""
    return f"{part:,} ({part / whole:.0%})".replace("%", " %") if whole else "–"


def _is_web(address: str) -> bool:
    """Only such an address becomes a link: others could run a script."""
    return address.startswith(("https://", "http://"))
