"""``planbook show``: one action, with the page it is printed on."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from pipeline.commands.options import DataDir

if TYPE_CHECKING:
    from pipeline.releases.one_action import OneAction
    from pipeline.settings import Settings

app = typer.Typer()


@app.command()
def show(
    action_id: Annotated[str, typer.Argument(help="An action_id, or how it begins.")],
    image: Annotated[
        Path | None, typer.Option(help="Draw its page here as a PNG, with its boxes.")
    ] = None,
    kind: Annotated[Literal["table", "json"], typer.Option("--format")] = "table",
    release: Annotated[str, typer.Option(help="A release.")] = "latest",
    data_dir: DataDir = None,
) -> None:
    """Show one action: as printed, as read, how surely, its history, and where it stands.

    Example: planbook show 3fa1b2c4d5e6f708 --image page.png
    """
    from pipeline.releases import find_release, queries
    from pipeline.releases.one_action import find_action
    from pipeline.settings import load_settings
    from pipeline.show.one import as_json, show_action

    settings = load_settings(data_dir=data_dir)
    with queries.connect(find_release(settings.data_dir, release)) as connection:
        held = find_action(connection, action_id)
    if kind == "json":
        typer.echo(as_json(held), nl=False)
    else:
        show_action(held)
    if image is not None:
        _draw(held, settings, image)
        typer.echo(str(image), err=True)


def _draw(held: "OneAction", settings: "Settings", image: Path) -> None:
    """Draw the page in a worker, for a page may be made to do harm."""
    from pipeline.errors import JobFailed, UsageError
    from pipeline.export.page_image import draw_pages
    from pipeline.store import RawStore
    from pipeline.workers import Failed, WorkerPool
    from pipeline.writing import whole

    name = held.document["file_name"]
    boxes = [tuple(box.values()) for box in held.action["boxes"] or []]
    if held.document["media_type"] != "application/pdf" or not boxes:
        raise UsageError(f"{name} is no PDF with known places; there is no page to draw.")
    edition = held.document["edition_id"]
    store = RawStore(settings.data_dir)
    try:
        store.read(edition)  # it compares the bytes with their checksum
        path = store.path_of(edition).resolve()
    except KeyError as cause:
        raise JobFailed(f"{name} is not in {store.root}. Run 'planbook ingest' on it.") from cause
    with WorkerPool(1, settings.job_limits) as pool:
        (outcome,) = pool.run(draw_pages, [(path, boxes)])
    if isinstance(outcome, Failed):
        raise JobFailed(f"{name}: {outcome.message}")
    try:
        image.parent.mkdir(parents=True, exist_ok=True)
        with whole(image) as beside:
            beside.write_bytes(outcome.value)
    except OSError as cause:
        raise JobFailed(f"{image} cannot be written: {cause.strerror}.") from cause
