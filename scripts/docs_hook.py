"""What MkDocs calls while it builds: adds the pages that are made and not written.

The tables come from ``pipeline/schema.py``, the faults from ``tests/faults.csv``; the notebooks
are run over a release of the samples, or over the data folder that ``DOCS_DATA_DIR`` names.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from mkdocs.structure.files import File, Files

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from extractors.errors import CODES as READING_CODES  # noqa: E402
from extractors.judging.scoring import COSTS  # noqa: E402
from pipeline.errors import CODES  # noqa: E402
from pipeline.publish.describe import data_dictionary  # noqa: E402
from scripts.fault_index import as_page  # noqa: E402
from scripts.notebook_pages import run_notebook, to_page  # noqa: E402


def on_files(files: Files, config: Any) -> Files:
    """Add the pages that are made to those that are written."""
    files.append(File.generated(config, "tables.md", content=_tables()))
    files.append(File.generated(config, "faults.md", content=as_page()))
    with _release() as data_dir:
        for path in sorted((ROOT / "notebooks").glob("*.ipynb")):
            page = to_page(run_notebook(path, data_dir), path.stem)
            files.append(File.generated(config, f"notebooks/{path.stem}.md", content=page.markdown))
            for name, svg in page.charts.items():
                files.append(File.generated(config, f"notebooks/{name}", content=svg))
    return files


def on_page_markdown(markdown: str, page: Any, config: Any, files: Files) -> str:
    """Put the points that a reason costs, and the codes of problems, where a page asks for them."""
    costs = _two_columns("reason", "points", COSTS.items())
    codes = _two_columns("code", "what it says", (*READING_CODES.items(), *CODES.items()))
    return markdown.replace("{{ COSTS }}", costs).replace("{{ CODES }}", codes)


def _two_columns(first: str, second: str, lines: Iterable[tuple[str, object]]) -> str:
    rows = [f"| {name} | {said} |" for name, said in lines]
    return "\n".join([f"| {first} | {second} |", "| --- | --- |", *rows])


def _tables() -> str:
    about = "# The tables\n\nThis page is made from `pipeline/schema.py`, as is the dictionary of"
    return data_dictionary().replace("# Data dictionary", f"{about} each release.", 1)


@contextmanager
def _release() -> Iterator[Path]:
    """A data folder with a release: the one that is given, else one of the samples."""
    given = os.environ.get("DOCS_DATA_DIR")
    if given:
        yield Path(given).resolve()
        return
    with tempfile.TemporaryDirectory() as folder:
        data_dir = Path(folder) / "data"
        planbook = Path(sys.executable).parent / "planbook"
        call = [planbook, "ingest", "--plain", "samples/documents", "--data-dir", data_dir]
        subprocess.run(call, cwd=ROOT, check=True, capture_output=True)  # noqa: S603
        yield data_dir
