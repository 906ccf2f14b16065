"""``planbook releases``: what was published, and whether it is whole."""

from typing import Annotated

import typer

from pipeline.commands.options import DataDir

app = typer.Typer(
    no_args_is_help=True,
    help="Published releases and their checksums.\n\nExample: planbook releases list",
)


@app.command("list")
def list_all_releases(data_dir: DataDir = None) -> None:
    """List the releases, oldest first.

    Example: planbook releases list
    """
    from pipeline.releases import latest_release, list_releases
    from pipeline.releases.checksums import CHECKSUMS
    from pipeline.settings import load_settings

    folder = load_settings(data_dir=data_dir).data_dir
    latest = latest_release(folder)
    releases = list_releases(folder)
    for release in releases:
        lost = "" if (release.path / CHECKSUMS).is_file() else f"  damaged: no {CHECKSUMS}"
        typer.echo(f"{release.name}{'  latest' if release == latest else ''}{lost}")
    if not releases:
        typer.echo(f"{folder}/curated holds no release yet. Run 'planbook ingest' first.", err=True)


@app.command("show")
def show_one_release(
    name: Annotated[str, typer.Argument(help="A release.")] = "latest", data_dir: DataDir = None
) -> None:
    """Show the run report of a release.

    Example: planbook releases show 0001-2026-03-01
    """
    from pipeline.releases import find_release
    from pipeline.releases.checksums import checked_bytes
    from pipeline.settings import load_settings

    release = find_release(load_settings(data_dir=data_dir).data_dir, name)
    typer.echo(checked_bytes(release.path, "report.md").decode(), nl=False)


@app.command("verify")
def verify_release(
    name: Annotated[str, typer.Argument(help="A release.")] = "latest", data_dir: DataDir = None
) -> None:
    """Compare every file of a release with its checksum.

    Example: planbook releases verify latest
    """
    from pipeline.errors import JobFailed
    from pipeline.releases import faults_of, find_release
    from pipeline.settings import load_settings

    release = find_release(load_settings(data_dir=data_dir).data_dir, name)
    faults = faults_of(release)
    if faults:
        raise JobFailed("; ".join(faults))
    typer.echo(f"{release.name}: every file is as it was published.", err=True)


@app.command("diff")
def diff_releases(
    before: Annotated[str, typer.Argument(help="The earlier release.")],
    after: Annotated[str, typer.Argument(help="The later release.")] = "latest",
    data_dir: DataDir = None,
) -> None:
    """Show the rows and values that differ between two releases.

    Example: planbook releases diff 0001-2026-03-01 latest
    """
    from pipeline.releases import find_release
    from pipeline.releases.diff import find_differences
    from pipeline.settings import load_settings
    from pipeline.show import show_differences

    folder = load_settings(data_dir=data_dir).data_dir
    show_differences(find_differences(find_release(folder, before), find_release(folder, after)))
