"""Cells of an .xlsx sheet of which only some letters are bold or struck through ("rich text").

python-calamine gives the text of a cell without the look of its letters. Knows SpreadsheetML
(ECMA-376 part 1, 18.4); knows no tables.
"""

from collections.abc import Sequence

from lxml import etree

from extractors.readers.package import Package
from extractors.readers.web.blocks.inline import Run

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
STRINGS = "xl/sharedStrings.xml"

Runs = tuple[Run, ...]


def read_rich(package: Package) -> dict[int, Runs]:
    """The shared strings whose letters differ, by their place in the list; {} for none.

    ``{17: (Run("May 2023 ", struck=True), Run("June 2024"))}``

    Raises:
        UnreadableDocument: ``doctype``, ``damaged`` or ``unpacked_size``.
    """
    tree = package.tree(STRINGS)
    if tree is None:
        return {}
    found = ((place, runs_of(item)) for place, item in enumerate(tree.iterfind(f"{MAIN}si")))
    return {place: runs for place, runs in found if runs}


def runs_of(item: "etree._Element") -> Runs:
    """The runs of one rich text; () where none of its letters is bold or struck."""
    runs = tuple(
        Run(run.findtext(f"{MAIN}t") or "", _is_on(run, "b"), _is_on(run, "strike"))
        for run in item.iterfind(f"{MAIN}r")
    )
    return runs if any(run.bold or run.struck for run in runs) else ()


def displayed(runs: Sequence[Run]) -> str:
    """The text that is not struck through; all of it where nothing else is left."""
    live = "".join(run.text for run in runs if not run.struck)
    return live if live.strip() else "".join(run.text for run in runs)


def _is_on(run: "etree._Element", name: str) -> bool:
    mark = run.find(f"{MAIN}rPr/{MAIN}{name}")
    return mark is not None and mark.get("val", "1") not in ("0", "false")
