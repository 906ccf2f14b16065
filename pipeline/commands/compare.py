"""``planbook compare``: areas side by side."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from pipeline.commands.options import DataDir
from pipeline.commands.output import put

if TYPE_CHECKING:
    from pipeline.export.compare_page import Comparison
    from pipeline.releases import Release
    from pipeline.releases.queries import By

app = typer.Typer()


Way = Annotated[
    Literal["theme", "agency", "due", "priority"],
    typer.Option(help="What a row is; priority counts priorities by theme, not actions."),
]
Format = Annotated[
    Literal["table", "csv", "json", "html"],
    typer.Option("--format", help="html is one page with charts that can be mailed."),
]
Output = Annotated[
    Path | None, typer.Option("-o", "--output", help="Written here instead of to the terminal.")
]


@app.command()
def compare(
    areas: Annotated[list[str], typer.Argument(help="Names or ONS codes of areas.")],
    by: Way = "theme",
    kind: Format = "table",
    output: Output = None,
    release: Annotated[str, typer.Option(help="A release.")] = "latest",
    data_dir: DataDir = None,
) -> None:
    """Compare areas side by side by theme, lead agency or year due, or their priorities.

    Plans of a joint area or a police force area count for each area in it.

    Example: planbook compare Mereshire Wandsworth --by agency

    Example: planbook compare Mereshire Wandsworth --format html -o compared.html
    """
    from pipeline.errors import UsageError
    from pipeline.releases import find_release
    from pipeline.settings import load_settings
    from pipeline.show.compared import as_csv, as_json, show_comparison, show_notes

    if kind == "table" and output is not None:
        raise UsageError("A table goes to the terminal. Give --format csv, json or html with -o.")
    found = find_release(load_settings(data_dir=data_dir).data_dir, release)
    held = _compared(found, areas, by, all_ways=kind == "html")
    by = next(iter(held.groups))
    if kind == "table":
        show_comparison(held, by)
    elif kind == "html":
        from pipeline.export.compare_page import comparison_page

        put(comparison_page(held), output)
    else:
        put((as_csv if kind == "csv" else as_json)(held, by), output)
        show_notes(held, by)


def _compared(release: "Release", areas: list[str], by: "By", all_ways: bool) -> "Comparison":
    from pipeline.errors import UsageError
    from pipeline.export.compare_page import Comparison
    from pipeline.releases import queries

    with queries.connect(release) as connection:
        found = queries.find_areas(connection, areas)
        ways = (by, *(way for way in queries.BYS if way != by)) if all_ways else (by,)
        groups = {way: queries.compare(connection, list(found), way) for way in ways}
        if by == "theme" and not groups[by]:  # priorities have themes, actions or not
            aims = queries.compare(connection, list(found), "priority")
            groups = {"priority": aims} if aims else groups
        if not any(groups.values()):
            named = ", ".join(found.values())
            raise UsageError(
                f"No {queries.COUNTED[by]} were read for {named}. 'planbook releases show' says "
                "what was read and what was not; 'planbook extract FILE' looks at one document."
            )
        facts = queries.facts_of(connection, found)
        return Comparison(
            release.name, facts, groups, queries.documents_of(connection, list(found))
        )
