"""``planbook review``: what needs a person, and what people decided."""

import getpass
import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from pipeline.commands.options import DataDir

if TYPE_CHECKING:
    from pipeline.releases.held import Held
    from pipeline.settings import Settings

app = typer.Typer(
    help="What needs a person, most effect first; decisions are kept in CSV."
    "\n\nExample: planbook review --kind lead --limit 10"
)

Folder = Annotated[
    Path | None,
    typer.Option(
        "--overrides", help="Folder of decisions (PLANBOOK_OVERRIDES_DIR, or DIR/overrides)."
    ),
]
Limit = Annotated[
    int | None, typer.Option(min=1, help="How many items; 20 in the terminal, else all.")
]
Who = Annotated[str | None, typer.Option("--who", help="Who decides; your account by default.")]


@app.callback(invoke_without_command=True)
def list_items(
    context: typer.Context,
    data_dir: DataDir = None,
    overrides: Folder = None,
    output: Annotated[
        Literal["table", "json", "csv"], typer.Option("--format", help="How to show it.")
    ] = "table",
    kind: Annotated[str | None, typer.Option(help="Only items of a kind: lead, theme, ...")] = None,
    document: Annotated[str | None, typer.Option(help="Only items of a document.")] = None,
    limit: Limit = None,
) -> None:
    """List what needs a person, the decisions that mend most rows first.

    Example: planbook review --kind lead --limit 10
    """
    if context.invoked_subcommand is not None:
        return
    from pipeline.errors import UsageError, hint
    from pipeline.review import pick, queue
    from pipeline.review.overrides import load_overrides
    from pipeline.show.review import SHOWN_ITEMS, item_as_json, print_sheet, show_items

    settings, held = _opened(data_dir, overrides)
    named = {row.document_id for row in held.documents.values()}
    if document is not None and document not in named:
        raise UsageError(f"No document is called {document!r}. {hint(document, sorted(named))}")
    items = pick(queue(held, load_overrides(settings.overrides)), kind, document)
    if output == "json":
        shown = [item_as_json(item) for item in items[:limit]]
        sys.stdout.write(json.dumps(shown, indent=1, ensure_ascii=False) + "\n")
    elif output == "csv":
        print_sheet(items[:limit])
    else:
        show_items(items, limit or SHOWN_ITEMS)


@app.command("decide")
def decide_item(
    key: Annotated[str, typer.Argument(help="An item, or DOCUMENT/ROW/FIELD, or alias/NAME/AREA.")],
    value: Annotated[str | None, typer.Argument(help="What is right.")] = None,
    denied: Annotated[
        str | None, typer.Option("--not", metavar="AGENCY", help="What a name does not mean.")
    ] = None,
    why: Annotated[str, typer.Option(help="The reason, for those who come after.")] = "",
    who: Who = None,
    data_dir: DataDir = None,
    overrides: Folder = None,
) -> None:
    """Keep a decision; the next run of planbook ingest applies it.

    Example: planbook review decide alias-3f2a9c1d refuge --why "named on their site"
    """
    from pipeline.errors import UsageError
    from pipeline.review.deciding import Answer, decide

    if (value is None) == (denied is None):
        raise UsageError("Give a value, or --not and what a name does not mean.")
    settings, held = _opened(data_dir, overrides)
    answer = Answer(value or denied or "", who or getpass.getuser(), why, denied is not None)
    lines = decide([(key, answer)], held, settings.overrides)
    ids = " ".join(line.decision_id for line in lines)
    file = settings.overrides / lines[0].file
    typer.echo(f"Kept in {file}; the next run of planbook ingest applies it.", err=True)
    typer.echo(f"planbook review undo {ids}")


@app.command("apply")
def apply_sheet(
    sheet: Annotated[Path, typer.Argument(help="What --format csv wrote, with values filled in.")],
    who: Who = None,
    data_dir: DataDir = None,
    overrides: Folder = None,
) -> None:
    """Keep the decisions of a filled sheet, all of them or none.

    Example: planbook review --format csv > sheet.csv, then planbook review apply sheet.csv
    """
    from pipeline.review.deciding import decide, read_answers

    settings, held = _opened(data_dir, overrides)
    answers = read_answers(sheet, who or getpass.getuser())
    lines = decide(answers, held, settings.overrides)
    typer.echo(
        f"Kept {len(answers)} decisions in {len(lines)} lines of {settings.overrides}; "
        "the next run of planbook ingest applies them.",
        err=True,
    )


@app.command("undo")
def undo_decisions(
    keys: Annotated[list[str], typer.Argument(help="Decisions, as 'decisions' lists them.")],
    data_dir: DataDir = None,
    overrides: Folder = None,
) -> None:
    """Take decisions back; the next run applies that.

    Example: planbook review undo alias-3f2a9c1d
    """
    from pipeline.review.deciding import undo
    from pipeline.settings import load_settings

    settings = load_settings(data_dir=data_dir, overrides_dir=overrides)
    for line in undo(keys, settings.overrides):
        typer.echo(f"Taken back: {line.decision_id}", err=True)


@app.command("decisions")
def list_decisions(
    data_dir: DataDir = None,
    overrides: Folder = None,
    output: Annotated[
        Literal["table", "json"], typer.Option("--format", help="How to show it.")
    ] = "table",
) -> None:
    """List what was decided, by whom and when.

    Example: planbook review decisions
    """
    from pipeline.review.overrides import load_overrides
    from pipeline.settings import load_settings
    from pipeline.show.review import show_decisions

    settings = load_settings(data_dir=data_dir, overrides_dir=overrides)
    decisions = load_overrides(settings.overrides).all
    if output == "json":
        shown = [{"id": line.decision_id, **asdict(line)} for line in decisions]
        sys.stdout.write(json.dumps(shown, indent=1, ensure_ascii=False) + "\n")
    else:
        show_decisions(decisions)


def _opened(data_dir: Path | None, overrides: Path | None) -> "tuple[Settings, Held]":
    from pipeline.releases import find_release
    from pipeline.releases.held import hold
    from pipeline.settings import load_settings

    settings = load_settings(data_dir=data_dir, overrides_dir=overrides)
    return settings, hold(find_release(settings.data_dir))
