"""A comparison of areas for the terminal, and as CSV and JSON."""

import csv
import io
import json
from typing import TYPE_CHECKING

from rich.text import Text

from pipeline.releases.queries import COUNTED
from pipeline.show import err, out, table_of

if TYPE_CHECKING:
    from pipeline.export.compare_page import Comparison
    from pipeline.releases.queries import AreaFacts, By


def show_comparison(held: "Comparison", by: "By") -> None:
    """Print actions (or priorities) a group, an area a column."""
    table = table_of(by, title=COUNTED[by].capitalize())
    for area in held.areas:
        table.add_column(Text(area.name), overflow="fold", justify="right")
    for group, counts in held.groups[by]:
        table.add_row(Text(group), *(str(count) if count else "" for count in counts))
    out.print(table)
    show_notes(held, by)


def show_notes(held: "Comparison", by: "By") -> None:
    """Say what the counts alone do not: areas without any, plans that an area shares."""
    for area in held.areas:
        if COUNTED[by] == "actions" and not area.actions:
            err.print(without_actions(area), markup=False, soft_wrap=True)
        elif COUNTED[by] == "priorities" and not area.priorities:
            err.print(f"No priorities were read for {area.name}.", markup=False, soft_wrap=True)
    names = {area.code: area.name for area in held.areas}
    shared = [
        f"{names[line.area]} shares {line.title!r}, a plan of {line.joint}."
        for line in held.documents
        if line.joint
    ]
    for told in dict.fromkeys(shared):  # the pages of a set have one title
        err.print(told, markup=False, soft_wrap=True)


def without_actions(area: "AreaFacts") -> str:
    """Say that an area has no actions, and where its priorities are if it has some."""
    if not area.priorities:
        return f"No actions were read for {area.name}."
    aims = f"{area.priorities} {'priority' if area.priorities == 1 else 'priorities'}"
    return f"No actions were read for {area.name}, but {aims}: see '--by priority'."


def as_csv(held: "Comparison", by: "By") -> str:
    """A line a group, a column an area; no cell can start a formula."""
    from pipeline.export.cells import inert

    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow([by, *(inert(area.name) for area in held.areas)])
    for group, counts in held.groups[by]:
        writer.writerow([inert(group), *counts])
    return text.getvalue()


def as_json(held: "Comparison", by: "By") -> str:
    """One object: the release, the areas, a count an area for each group, the plans they share."""
    codes = [area.code for area in held.areas]
    whole = {
        "release": held.release,
        "by": by,
        "areas": {area.code: area.name for area in held.areas},
        "groups": [
            {"group": group, COUNTED[by]: dict(zip(codes, counts, strict=True))}
            for group, counts in held.groups[by]
        ],
        "joint_plans": [
            {"area": line.area, "plan_of": line.joint, "title": line.title}
            for line in held.documents
            if line.joint
        ],
    }
    return json.dumps(whole, indent=1, ensure_ascii=False) + "\n"
