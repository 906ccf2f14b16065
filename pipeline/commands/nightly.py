"""``planbook nightly``: the main job every night, and whether it is still alive."""

import re
from datetime import timedelta
from importlib.metadata import entry_points
from typing import Annotated

import typer

from pipeline.commands.options import DataDir

app = typer.Typer()

AGE_RE = re.compile(r"(\d+(?:\.\d+)?)\s*([mhd])")
UNITS = {"m": timedelta(minutes=1), "h": timedelta(hours=1), "d": timedelta(days=1)}


@app.command()
def nightly(
    cron: Annotated[
        str, typer.Option(help="When, as a cron line in the time of London.")
    ] = "0 2 * * *",
    check: Annotated[
        bool, typer.Option("--check", help="Serve nothing; say whether a run ended well of late.")
    ] = False,
    max_age: Annotated[
        str, typer.Option(help="With --check: how long ago it may have ended: 90m, 26h, 2d.")
    ] = "26h",
    data_dir: DataDir = None,
) -> None:
    """Serve the main job every night until told to end; one run at a time.

    Example: planbook nightly --check --max-age 26h
    """
    from pipeline.settings import load_settings

    settings = load_settings(data_dir=data_dir)
    if not check:
        (point,) = entry_points(group="planbook.runners", name="nightly")
        point.load()(settings, cron)
        return
    from pipeline.errors import JobFailed
    from pipeline.runs.journal import read_heartbeat, what_is_wrong

    wrong = what_is_wrong(settings.data_dir, _age(max_age))
    if wrong is not None:
        raise JobFailed(wrong)
    beat = read_heartbeat(settings.data_dir)
    assert beat is not None and beat.good_end is not None, "nothing was wrong with it"
    typer.echo(f"The last good run ended {beat.good_end:%Y-%m-%d %H:%M} UTC: {beat.release}.")


def _age(text: str) -> timedelta:
    from pipeline.errors import UsageError

    match = AGE_RE.fullmatch(text.strip())
    if match is None:
        raise UsageError(f"--max-age is {text!r}; say 90m, 26h or 2d.")
    return float(match[1]) * UNITS[match[2]]
