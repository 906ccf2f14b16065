"""Commands that read documents: ``ingest`` and ``extract``."""

from importlib.metadata import entry_points
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from pipeline.commands.options import DataDir

if TYPE_CHECKING:
    from pipeline.records import RunReport
    from pipeline.settings import Settings

app = typer.Typer()

Paths = Annotated[
    list[Path] | None,
    typer.Argument(help="Documents or folders of documents; none for registry and inbox."),
]
Workers = Annotated[
    int | None, typer.Option(help="Documents read at the same time; all cores by default.")
]
Plain = Annotated[
    bool, typer.Option("--plain", help="Run without Prefect and its server, as cron would.")
]
AcceptLosses = Annotated[
    bool, typer.Option("--accept-losses", help="Publish although much was lost.")
]
Failures = Annotated[
    bool, typer.Option("--failures", help="Read again what a limit or a crash ended, only.")
]


@app.command()
def ingest(
    paths: Paths = None,
    data_dir: DataDir = None,
    workers: Workers = None,
    plain: Plain = False,
    accept_losses: AcceptLosses = False,
    failures: Failures = False,
) -> None:
    """Read documents and publish a release: the main job.

    Without a PATH it looks at every source of the registry and at the inbox, as every night.

    Example: planbook ingest samples/documents --data-dir data
    """
    from pipeline.discover.local_files import check_paths
    from pipeline.errors import UsageError
    from pipeline.settings import load_settings
    from pipeline.show import StageBars

    if failures and paths:
        raise UsageError("--failures reads what is known; it takes no PATH.")
    settings = load_settings(data_dir=data_dir, workers=workers)
    if paths:
        check_paths(paths, settings.data_dir, settings.max_bytes)
    run = _runner("plain" if plain else "ingest")
    asked = {"accept_losses": accept_losses, "failures": failures}
    with StageBars() as bars:
        report = run(paths or [], settings, progress=bars.step, **asked)
    if report.release:
        _show_run(report, settings)
    else:
        typer.echo("Nothing failed: there is nothing to read again, nor a release.", err=True)


@app.command()
def extract(
    file: Annotated[Path, typer.Argument(help="A document of any format that is read.")],
    output: Annotated[
        Literal["table", "json", "csv"], typer.Option("--format", help="How to show it.")
    ] = "table",
) -> None:
    """Show the actions, priorities and glossary of one document; nothing is published.

    JSON and CSV name fields as the tables of a release do. The CSV has the same columns for every
    document; the first says of which table a row is: actions, priorities or glossary.

    Example: planbook extract samples/documents/mereshire_strategy.pdf --format json
    """
    from pipeline.preview import preview
    from pipeline.settings import load_settings
    from pipeline.show.extracted import show_read

    show_read(preview(file, load_settings()), output)


def _show_run(report: "RunReport", settings: "Settings") -> None:
    from pipeline.releases import find_release

    # DuckDB leaves notes on stderr where a run fails
    from pipeline.releases.queries import first_actions
    from pipeline.show import show_release, show_report

    show_report(report)
    release = find_release(settings.data_dir)
    show_release(release, first_actions(release, limit=8) if report.published else ())


def _runner(name: str) -> Any:
    """The way to run the main job that a package offers: this one plainly, ``flows`` as a flow.

    Found by entry point, since nothing here may import the packages above it.
    """
    (point,) = entry_points(group="planbook.runners", name=name)
    return point.load()
