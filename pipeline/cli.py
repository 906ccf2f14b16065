"""The command line. Rows go to stdout, messages to stderr; nothing heavy is imported early.

Exit status: 0 done, 1 the job failed and nothing was published, 2 the call's words are off.
"""

import os
import sys
import tempfile
import traceback
from pathlib import Path
from typing import NoReturn

import typer

from pipeline.commands import (
    compare,
    documents,
    export,
    nightly,
    releases,
    review,
    show,
    sources,
    tables,
)
from pipeline.errors import PlanbookError, one_line

app = typer.Typer(
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Published strategies and delivery plans, read into curated, comparable tables.",
)
app.add_typer(documents.app)
app.add_typer(nightly.app)
app.add_typer(compare.app)
app.add_typer(show.app)
app.add_typer(tables.app)
app.add_typer(export.app)
app.add_typer(sources.app, name="sources")
app.add_typer(releases.app, name="releases")
app.add_typer(review.app, name="review")


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
