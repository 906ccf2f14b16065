"""Commands over tables and lists: ``compare`` and ``normalise``."""

import sys
from pathlib import Path
from typing import Annotated, Literal

import typer

from pipeline.commands.options import DataDir

app = typer.Typer()


@app.command()
def normalise(
    kind: Annotated[Literal["leads", "themes", "dates"], typer.Argument(help="What to read.")],
    file: Annotated[Path, typer.Argument(metavar="IN.jsonl", help="One JSON object a line.")],
    output: Annotated[
        Path | None, typer.Option("-o", "--output", help="Written here instead of to the terminal.")
    ] = None,
) -> None:
    """Normalise a list of your own: each object comes back with its result.

    Example: planbook normalise dates dates.jsonl -o answers.jsonl
    """
    from pipeline.answers import answer_lines

    lines = answer_lines(kind, file)
    if output is None:
        sys.stdout.writelines(lines)
    else:
        output.write_text("".join(lines), "utf-8")


@app.command()
def compare(
    areas: Annotated[list[str], typer.Argument(help="Names or ONS codes of areas.")],
    by: Annotated[Literal["theme", "agency", "due"], typer.Option(help="What a row is.")] = "theme",
    data_dir: DataDir = None,
) -> None:
    """Compare areas side by side by theme, lead agency or year due.

    Example: planbook compare Mereshire Wandsworth --by theme
    """
    from pipeline import queries
    from pipeline.releases import find_release
    from pipeline.settings import load_settings
    from pipeline.show import show_comparison

    release = find_release(load_settings(data_dir=data_dir).data_dir)
    with queries.connect(release) as connection:
        found = queries.find_areas(connection, areas)
        rows = queries.compare(connection, list(found), by)
    show_comparison(list(found.values()), by, rows)


@app.command()
def evaluate(
    gold: Annotated[Path, typer.Argument(metavar="GOLD_DIR", help="Folder of gold files.")],
    release: Annotated[str, typer.Option(help="A release.")] = "latest",
    data_dir: DataDir = None,
) -> None:
    """Score a release against gold annotations: precision, recall, accuracy of each field.

    Example: planbook evaluate samples/gold
    """
    from pipeline.evaluate import evaluate as score
    from pipeline.releases import find_release
    from pipeline.settings import load_settings
    from pipeline.show import show_scores

    found = find_release(load_settings(data_dir=data_dir).data_dir, release)
    show_scores(score(found, gold))
