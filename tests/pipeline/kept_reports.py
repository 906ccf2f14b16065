"""The reports that the journal of a data folder keeps, as a person would open them."""

import json
from pathlib import Path


def read_reports(data_dir: Path) -> list[dict[str, object]]:
    """Give the reports of all runs that are kept, oldest first."""
    files = sorted((data_dir / "state" / "reports").glob("*.json"))
    return [json.loads(file.read_text("utf-8")) for file in files]
