"""Commands over lists and gold: ``normalise`` and ``evaluate``."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from pipeline.commands.options import DataDir
from pipeline.commands.output import put

app = typer.Typer()


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

    put("".join(answer_lines(kind, file)), output)


@app.command()
def evaluate(
    gold: Annotated[Path, typer.Argument(metavar="GOLD_DIR", help="Folder of gold files.")],
    release: Annotated[str, typer.Option(help="A release.")] = "latest",
    data_dir: DataDir = None,
) -> None:
    """Score a release against gold annotations: precision, recall, accuracy of each field.

    Example: planbook evaluate samples/gold
    """
    from pipeline.releases import find_release
    from pipeline.releases.evaluate import evaluate as score
    from pipeline.settings import load_settings
    from pipeline.show import show_scores

    found = find_release(load_settings(data_dir=data_dir).data_dir, release)
    show_scores(score(found, gold))
