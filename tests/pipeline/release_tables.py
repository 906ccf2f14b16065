"""Small tables for tests of releases: two documents, three actions."""

import hashlib
import json
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pyarrow as pa

from extractors.blocks import Box
from extractors.rows import OtherCell
from pipeline import schema
from pipeline.arrow import to_arrow
from pipeline.records import RunReport

PDF, WORD = "a" * 64, "b" * 64


def document(edition_id: str = PDF, **values: Any) -> schema.DocumentRow:
    given = {
        "document_id": "mereshire-strategy",
        "edition_id": edition_id,
        "current": True,
        "file_name": "mereshire_strategy.pdf",
        "title": "Safe at Home, Safe Outside",
        "media_type": "application/pdf",
        "fetched_at": datetime(2026, 3, 1, 9, 30, tzinfo=UTC),
        "state": "live",
        "actions": 3,
        "override": (),
    }
    return _row(schema.DocumentRow, given | values)


def action(action_id: str, **values: Any) -> schema.ActionRow:
    given = {
        "action_id": action_id,
        "document_id": "mereshire-strategy",
        "edition_id": PDF,
        "ordinal": 1,
        "ref_derived": False,
        "activity": "Open a second refuge with space for larger families.",
        "measures": ("Eight family units in use",),
        "due_raw": "by end of 2027",
        "other_cells": (OtherCell("Funding", "Home Office grant"), OtherCell("", "Phase 2")),
        "due_latest": date(2027, 12, 31),
        "boxes": (Box(3, 30.0, 100.5, 560.0, 120.25),),
        "joined": (),
        "score": 90,
        "reasons": (),
        "override": (),
    }
    return _row(schema.ActionRow, given | values)


def tables(**rows: list[Any]) -> dict[str, pa.Table]:
    """Every table of a release: those given, the others empty; one document by default."""
    held = {"documents": [document()]} | rows
    return {name: to_arrow(name, held.get(name, [])) for name in schema.TABLES}


def report(release: str = "0001-2026-03-01") -> RunReport:
    return RunReport(release, published=True, counts={"documents": 1, "actions": 3})


def _row(kind: type, given: dict[str, Any]) -> Any:
    names = kind.__dataclass_fields__
    return kind(**{name: given.get(name) for name in names})


def lead(action_id: str, ordinal: int, name: str, **values: Any) -> schema.LeadRow:
    given = {
        "action_id": action_id,
        "edition_id": PDF,
        "ordinal": ordinal,
        "agency_id": name.casefold().replace(" ", "-"),
        "agency_name": name,
        "role": "lead",
        "raw": name,
        "score": 100,
        "method": "exact",
    }
    return _row(schema.LeadRow, given | values)


def area(area_code: str, name: str, **values: Any) -> schema.AreaRow:
    given = {
        "area_code": area_code,
        "name": name,
        "official_name": f"{name} County Council",
        "area_type": "county",
        "replaced_by": (),
        "member_codes": (),
    }
    return _row(schema.AreaRow, given | values)


def priority(priority_id: str, title: str, **values: Any) -> schema.PriorityRow:
    given = {
        "priority_id": priority_id,
        "document_id": "mereshire-strategy",
        "edition_id": PDF,
        "ordinal": 1,
        "title": title,
        "theme_words": (),
    }
    return _row(schema.PriorityRow, given | values)


def theme(theme_id: str, label: str, **values: Any) -> schema.ThemeRow:
    return _row(schema.ThemeRow, {"theme_id": theme_id, "label": label} | values)


def sign(folder: Path) -> None:
    """Describe and list the files of a release anew, as if it had been published so."""
    package = json.loads((folder / "datapackage.json").read_text())
    held = [one for one in package["resources"] if (folder / one["path"]).exists()]
    package["resources"] = [one | {"hash": f"sha256:{_sum(folder / one['path'])}"} for one in held]
    (folder / "datapackage.json").write_text(json.dumps(package))
    names = sorted(path.name for path in folder.iterdir() if path.name != "SHA256SUMS")
    (folder / "SHA256SUMS").write_text("".join(f"{_sum(folder / n)}  {n}\n" for n in names))


def _sum(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()
