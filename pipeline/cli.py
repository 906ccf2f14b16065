"""The command line. Rows go to stdout, messages to stderr; nothing heavy is imported early.

Exit status: 0 done, 1 the job failed and nothing was published, 2 the call's words are off.
"""

import os
import sys
import tempfile
import traceback
from importlib.metadata import entry_points
from pathlib import Path
from typing import Annotated, Any, Literal, NoReturn

import typer

from pipeline.errors import PlanbookError, one_line

app = typer.Typer(
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Published strategies and delivery plans, read into curated, comparable tables.",
)
sources_app = typer.Typer(no_args_is_help=True, help="The registry of publishers and addresses.")
releases_app = typer.Typer(no_args_is_help=True, help="Published releases and their checksums.")
app.add_typer(sources_app, name="sources")
app.add_typer(releases_app, name="releases")

DataDir = Annotated[
    Path | None,
    typer.Option("--data-dir", help="Folder of raw/ and curated/ (PLANBOOK_DATA_DIR, or data/)."),
]


@app.command()
def ingest(
    paths: Annotated[
        list[Path] | None, typer.Argument(help="Documents or folders of documents.")
    ] = None,
    data_dir: DataDir = None,
    workers: Annotated[
        int | None, typer.Option(help="Documents read at the same time; all cores by default.")
    ] = None,
    plain: Annotated[
        bool, typer.Option("--plain", help="Run without Prefect and its server, as cron would.")
    ] = False,
    accept_losses: Annotated[
        bool, typer.Option("--accept-losses", help="Publish although much was lost.")
    ] = False,
) -> None:
    """Read documents and publish a release: the main job.

    Example: planbook ingest samples/documents --data-dir data
    """
    from pipeline.queries import first_actions
    from pipeline.releases import find_release
    from pipeline.settings import load_settings
    from pipeline.show import StageBars, show_release, show_report

    settings = load_settings(data_dir=data_dir, workers=workers)
    run = _runner("plain" if plain else "ingest")
    with StageBars() as bars:
        report = run(paths or [], settings, progress=bars.step, accept_losses=accept_losses)
    show_report(report)
    release = find_release(settings.data_dir)
    show_release(release, first_actions(release, limit=8))


@app.command()
def extract(
    file: Annotated[Path, typer.Argument(help="A document of any format that is read.")],
    output: Annotated[
        Literal["table", "json", "csv"], typer.Option("--format", help="How to show it.")
    ] = "table",
) -> None:
    """Show the actions, priorities and glossary of one document; nothing is published.

    Example: planbook extract samples/documents/mereshire_strategy.pdf --format json
    """
    from pipeline.preview import preview
    from pipeline.settings import load_settings
    from pipeline.show import show_read

    show_read(preview(file, load_settings()), output)


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


@sources_app.command("list")
def list_sources() -> None:
    """List the registry: who publishes where."""
    from pipeline.show import show_sources
    from pipeline.sources import load_sources

    show_sources(load_sources())


@sources_app.command("check")
def check_sources() -> None:
    """Check every line of the registry."""
    from pipeline.sources import load_sources

    typer.echo(f"{len(load_sources())} sources are well-formed.", err=True)


@releases_app.command("list")
def list_all_releases(data_dir: DataDir = None) -> None:
    """List the releases, oldest first."""
    from pipeline.releases import latest_release, list_releases
    from pipeline.settings import load_settings

    folder = load_settings(data_dir=data_dir).data_dir
    latest = latest_release(folder)
    for release in list_releases(folder):
        typer.echo(f"{release.name}{'  latest' if release == latest else ''}")


@releases_app.command("show")
def show_one_release(
    name: Annotated[str, typer.Argument(help="A release.")] = "latest", data_dir: DataDir = None
) -> None:
    """Show the run report of a release."""
    from pipeline.releases import find_release
    from pipeline.settings import load_settings

    release = find_release(load_settings(data_dir=data_dir).data_dir, name)
    typer.echo((release.path / "report.md").read_text("utf-8"))


@releases_app.command("verify")
def verify_release(
    name: Annotated[str, typer.Argument(help="A release.")] = "latest", data_dir: DataDir = None
) -> None:
    """Compare every file of a release with its checksum."""
    from pipeline.errors import JobFailed
    from pipeline.releases import faults_of, find_release
    from pipeline.settings import load_settings

    release = find_release(load_settings(data_dir=data_dir).data_dir, name)
    faults = faults_of(release)
    if faults:
        raise JobFailed("; ".join(faults))
    typer.echo(f"{release.name}: every file is as it was published.", err=True)


def _runner(name: str) -> Any:
    """The way to run the main job that a package offers: this one plainly, ``flows`` as a flow.

    Found by entry point, since nothing here may import the packages above it.
    """
    (point,) = entry_points(group="planbook.runners", name=name)
    return point.load()


def main() -> None:
    """Run the command line; a fault is one line on stderr, never a traceback."""
    try:
        app()
    except PlanbookError as fault:
        _end(str(fault), fault.exit_status)
    except Exception as fault:  # a fault of ours: told in one line, kept whole for a report
        log = Path(tempfile.gettempdir()) / f"planbook-fault-{os.getpid()}.log"
        log.write_text(traceback.format_exc(), "utf-8")
        what = f"{type(fault).__name__}: {one_line(str(fault))}"
        _end(f"A fault of planbook itself ({what}). Please report it with {log}.", 1)


def _end(message: str, status: int) -> NoReturn:
    typer.echo(f"planbook: {message}", err=True)
    sys.exit(status)
