"""Where commands put what they were asked for: a file, or the terminal."""

import sys
from pathlib import Path

import typer


def put(text: str, output: Path | None) -> None:
    """Write a text into a file, whole or not at all; to stdout where none is named.

    Raises:
        JobFailed: The file cannot be written.
    """
    if output is None:
        sys.stdout.write(text)
        return
    from pipeline.errors import JobFailed
    from pipeline.writing import whole

    try:
        if output.exists() and not output.is_file():  # /dev/stdout is not to be replaced
            output.write_text(text, "utf-8")
            return
        output.parent.mkdir(parents=True, exist_ok=True)
        with whole(output) as beside:
            beside.write_text(text, "utf-8")
    except OSError as cause:
        message = f"{output} cannot be written: {cause.strerror}. Choose another with -o."
        raise JobFailed(message) from cause
    typer.echo(str(output))
