"""``planbook export``: a release in other formats."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from pipeline.commands.options import DataDir

app = typer.Typer()


@app.command()
def export(
    kind: Annotated[
        Literal["csv", "xlsx", "duckdb"], typer.Option("--format", help="Format of the files.")
    ],
    folder: Annotated[Path, typer.Option("--to", help="Folder to write into.")] = Path("export"),
    release: Annotated[str, typer.Option(help="A release.")] = "latest",
    data_dir: DataDir = None,
) -> None:
    """Write a release as CSV files, an Excel workbook or a DuckDB file.

    Example: planbook export --format xlsx --to export
    """
    from pipeline.export import export_release
    from pipeline.releases import find_release
    from pipeline.settings import load_settings

    found = find_release(load_settings(data_dir=data_dir).data_dir, release)
    for path in export_release(found, kind, folder):
        typer.echo(str(path))
