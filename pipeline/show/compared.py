"""A comparison of areas for the terminal, and as CSV and JSON."""

import csv
import io
import json
from typing import TYPE_CHECKING

from rich.text import Text

from pipeline.show import err, out, table_of

if TYPE_CHECKING:
    from pipeline.compare_page import Comparison
    from pipeline.queries import By


def show_comparison(held: "Comparison", by: "By") -> None:
    """Print actions a group, an area a column."""
    table = table_of(by, title="Actions")
    for area in held.areas:
        table.add_column(Text(area.name), overflow="fold", justify="right")
    for group, counts in held.groups[by]:
        table.add_row(Text(group), *(str(count) if count else "" for count in counts))
    out.print(table)
    for area in held.areas:
        if not area.actions:
            err.print(f"No actions were read for {area.name}.", markup=False)


def as_csv(held: "Comparison", by: "By") -> str:
    """A line a group, a column an area; no cell can start a formula."""
    from pipeline.export import inert

    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow([by, *(inert(area.name) for area in held.areas)])
    for group, counts in held.groups[by]:
        writer.writerow([inert(group), *counts])
    return text.getvalue()


def as_json(held: "Comparison", by: "By") -> str:
    """One object: the release, the areas by code, and a count an area for each group."""
    codes = [area.code for area in held.areas]
    whole = {
        "release": held.release,
        "by": by,
        "areas": {area.code: area.name for area in held.areas},
        "groups": [
            {"group": group, "actions": dict(zip(codes, counts, strict=True))}
            for group, counts in held.groups[by]
        ],
    }
    return json.dumps(whole, indent=1, ensure_ascii=False) + "\n"
