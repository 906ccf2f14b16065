"""The command line. Rows go to stdout, messages to stderr; nothing heavy is imported early.

Exit status: 0 done, 1 the job failed and nothing was published, 2 the call's words are off.
"""

import os
import sys
import tempfile
import traceback
import warnings
from io import TextIOWrapper
from pathlib import Path
from typing import Any, NoReturn, TextIO

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

INTERRUPTED = 130  # exit status after Ctrl-C, as shells have it

app = typer.Typer(
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Published strategies and delivery plans, read into curated, comparable tables."
    "\n\nExample: planbook ingest samples/documents, then planbook review",
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
    warnings.showwarning = _warn
    _make_printable(sys.stdout)
    _make_printable(sys.stderr)
    try:
        status = app(prog_name="planbook", standalone_mode=False)
    except PlanbookError as fault:
        _end(str(fault), fault.exit_status)
    except OSError as fault:  # a full disk, a folder without permission: a person can mend it
        _end(f"{fault.filename or 'What was asked for'}: {fault.strerror or fault}.", 1)
    except Exception as fault:
        if hasattr(fault, "format_message"):  # typer's own: the words of the call
            _refuse(fault)
        log = Path(tempfile.gettempdir()) / f"planbook-fault-{os.getpid()}.log"
        log.write_text(traceback.format_exc(), "utf-8")
        what = f"{type(fault).__name__}: {one_line(str(fault))}"
        _end(f"A fault of planbook itself ({what}). Please report it with {log}.", 1)
    if status == INTERRUPTED:
        _end("Stopped. What was published before stands as it was.", INTERRUPTED)
    sys.exit(status)


def _make_printable(stream: TextIO | None) -> None:
    """Have every text printed: a terminal shows "?" for what it lacks, a file gets UTF-8."""
    if not isinstance(stream, TextIOWrapper):
        return  # closed by the caller, or a stand-in
    if stream.isatty() or "PYTHONIOENCODING" in os.environ:
        stream.reconfigure(errors="replace")
    else:
        stream.reconfigure(encoding="utf-8")


def _refuse(fault: Any) -> NoReturn:
    """Tell in one line what is off in the words of the call; without any words, help."""
    command = fault.ctx.command_path if getattr(fault, "ctx", None) else "planbook"
    if type(fault).__name__ == "NoArgsIsHelpError":
        typer.echo(fault.format_message(), err=True)
        sys.exit(fault.exit_code)
    told = one_line(fault.format_message().replace("Value error, ", ""))
    end = "" if told.endswith((".", "?")) else "."
    _end(f"{told}{end} '{command} --help' says more.", fault.exit_code)


def _warn(
    message: Warning | str,
    category: type[Warning],
    filename: str,
    lineno: int,
    file: TextIO | None = None,
    line: str | None = None,
) -> None:
    """Tell a warning in one line, without the place in the code that Python adds."""
    typer.echo(f"planbook: {one_line(str(message))}", err=True)


def _end(message: str, status: int) -> NoReturn:
    typer.echo(f"planbook: {message}", err=True)
    sys.exit(status)
