"""``planbook sources``: the registry of publishers and addresses."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.commands.options import DataDir

if TYPE_CHECKING:
    from pipeline.settings import Settings

app = typer.Typer(
    no_args_is_help=True,
    help="The registry of publishers and addresses.\n\nExample: planbook sources list",
)


@app.command("list")
def list_sources() -> None:
    """List the registry: who publishes where.

    Example: planbook sources list
    """
    from pipeline.settings import load_settings
    from pipeline.show import show_sources
    from pipeline.sources import load_sources

    show_sources(load_sources(load_settings().registry))


@app.command("check")
def check_sources(
    data_dir: DataDir = None,
    fetch: Annotated[
        bool, typer.Option("--fetch", help="Try every address now; nothing is kept.")
    ] = False,
) -> None:
    """Check every line of the registry, and show the state of each source.

    Example: planbook sources check --fetch

    Exit status 2 where a line is wrong, 1 where --fetch finds an address that does not work.
    """
    from pipeline.settings import load_settings
    from pipeline.show.sources import show_reports
    from pipeline.sources import load_registry
    from pipeline.sources.report import report_sources
    from pipeline.web.state import WebState, load_state

    settings = load_settings(data_dir=data_dir)
    registry = load_registry(settings.registry)
    typer.echo(
        f"{len(registry.sources)} sources and {len(registry.documents)} documents are well-formed.",
        err=True,
    )
    if not fetch:
        state = load_state(settings.data_dir) or WebState()
        show_reports(report_sources(registry, state))
        return
    from pipeline.sources.trial import try_sources

    reports = try_sources(registry, settings)
    show_reports(reports)
    raise typer.Exit(any(report.state != "ok" for report in reports))


@app.command("add")
def add_source(
    what: Annotated[str, typer.Argument(help="Address of a page, or a file saved by hand.")],
    write: Annotated[
        bool, typer.Option("--write", help="Write the drafted lines into the registry.")
    ] = False,
    area: Annotated[str | None, typer.Option(help="Code or name, if the page hides it.")] = None,
    origin: Annotated[
        str | None, typer.Option("--from", help="Of a file: the address it was saved from.")
    ] = None,
    by: Annotated[str | None, typer.Option("--by", help="Of a file: who saved it.")] = None,
    document: Annotated[
        str | None, typer.Option("--document", help="Of a file: its document_id, if known.")
    ] = None,
    data_dir: DataDir = None,
) -> None:
    """Draft an entry of the registry from a page, or keep a file that a person has saved.

    Example: planbook sources add https://www.example.gov.uk/vawg-strategy

    Example: planbook sources add strategy.pdf --from https://... --by "Ann Example"
    """
    from pipeline.errors import UsageError
    from pipeline.settings import load_settings

    settings = load_settings(data_dir=data_dir)
    if what.startswith(("http://", "https://")):
        _draft(what, settings, area, write)
        return
    if origin is None or by is None:
        raise UsageError(f"{what} is no address. For a file, say --from ADDRESS and --by NAME.")
    from pipeline.sources.trial import keep_by_hand

    kept = keep_by_hand(Path(what), settings, origin, by, document)
    typer.echo(f"Kept as {kept}; 'planbook ingest' reads it.", err=True)


def _draft(address: str, settings: "Settings", area: str | None, write: bool) -> None:
    """Show the lines that a page gives for the registry, and write them there if asked."""
    from pipeline.show.sources import show_draft
    from pipeline.sources import REGISTRY
    from pipeline.sources.draft import append
    from pipeline.sources.trial import draft_from

    draft = draft_from(address, settings, area)
    show_draft(draft)
    if write:
        append(draft, settings.registry or REGISTRY)
        typer.echo("Written. Look at the lines, then commit them.", err=True)
