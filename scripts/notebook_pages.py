"""Runs a notebook and writes it as a Markdown page with its output; knows nothing of MkDocs."""

import os
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import nbformat
from nbclient import NotebookClient

SECONDS = 240  # a cell; the slowest takes 3 on a quiet machine


@dataclass(frozen=True, slots=True)
class Page:
    """A notebook as a page: its Markdown, and its charts by file name."""

    markdown: str
    charts: dict[str, str]


def run_notebook(path: Path, data_dir: Path) -> Any:
    """Run a notebook over a data folder and give it with its output.

    Raises:
        nbclient.exceptions.CellExecutionError: A cell failed; the message holds its traceback.
    """
    held = nbformat.read(path, as_version=4)
    resources = {"metadata": {"path": str(path.parent)}}
    client = NotebookClient(held, timeout=SECONDS, kernel_name="python3", resources=resources)
    given = os.environ | {"PLANBOOK_DATA_DIR": str(data_dir)}
    # A kernel's standard error holds its own notes; what a cell says comes as a message.
    return client.execute(env=given, stderr=subprocess.DEVNULL)


def to_page(held: Any, stem: str) -> Page:
    """Write a notebook that was run as Markdown; ``stem`` begins the names of its charts."""
    parts: list[str] = []
    charts: dict[str, str] = {}
    for cell in held.cells:
        if cell.cell_type == "markdown":
            parts.append(cell.source)
            continue
        parts.append(f"```python\n{cell.source}\n```")
        for kind, text in _outputs(cell):
            if kind == "chart":
                name = f"{stem}_{len(charts) + 1}.svg"
                charts[name] = text
                parts.append(f"![The chart that the lines above draw]({name})")
            else:
                parts.append(text if kind == "table" else f"```text\n{text}\n```")
    return Page("\n\n".join(parts) + "\n", charts)


def _outputs(cell: Any) -> Iterator[tuple[str, str]]:
    """Give the kind (chart, table or text) and content of each output of a cell."""
    for output in cell.outputs:
        data = output.get("data", {})
        if "image/svg+xml" in data:
            yield "chart", data["image/svg+xml"]
        elif "text/html" in data:
            yield "table", _one_block(data["text/html"])
        elif "text/plain" in data or "text" in output:
            yield "text", data.get("text/plain", output.get("text", "")).rstrip()


def _one_block(html: str) -> str:
    """HTML without empty lines or indents, which Markdown would take for other things.

    The table loses the class and border that pandas gives it, for the site's own look.
    """
    block = "\n".join(line.strip() for line in html.splitlines() if line.strip())
    return block.replace('<table border="1" class="dataframe">', "<table>")
