"""Options that several commands share."""

from pathlib import Path
from typing import Annotated

import typer

DataDir = Annotated[
    Path | None,
    typer.Option("--data-dir", help="Folder of raw/ and curated/ (PLANBOOK_DATA_DIR, or data/)."),
]
