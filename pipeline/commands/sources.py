"""``planbook sources``: the registry of publishers and addresses."""

import typer

app = typer.Typer(no_args_is_help=True, help="The registry of publishers and addresses.")


@app.command("list")
def list_sources() -> None:
    """List the registry: who publishes where."""
    from pipeline.show import show_sources
    from pipeline.sources import load_sources

    show_sources(load_sources())


@app.command("check")
def check_sources() -> None:
    """Check every line of the registry."""
    from pipeline.sources import load_sources

    typer.echo(f"{len(load_sources())} sources are well-formed.", err=True)
