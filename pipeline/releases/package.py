"""``datapackage.json``: files, columns, types, keys and licence, for programs (Data Package).

Two of them: one beside the Parquet files of a release, one beside its CSV files. Both are made so
that frictionless, with which most people check such a package, finds nothing wrong.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow as pa

from pipeline.arrow import arrow_schema
from pipeline.schema import TABLES, columns_of

TYPES = {
    "string": "string",
    "int32": "integer",
    "bool": "boolean",
    "date32[day]": "date",
    "timestamp[s, tz=UTC]": "datetime",
}
LICENCE = {
    "name": "OGL-UK-3.0",
    "title": "Open Government Licence v3.0, for the reference tables; documents keep their own",
    "path": "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
}


@dataclass(frozen=True, slots=True)
class Form:
    """A format of files, and what frictionless can check of it.

    Attributes:
        name: ``"parquet"``.
        media_type: ``"text/csv"``.
        whole: Types and sizes hold. frictionless 5 reads Parquet through pandas, where a null
            among whole numbers is a float and a list an array: such columns are of type "any"
            for it (``arrowType`` says what they are), and it counts no bytes of such files.
    """

    name: str
    media_type: str
    whole: bool


PARQUET = Form("parquet", "application/vnd.apache.parquet", whole=False)
CSV = Form("csv", "text/csv", whole=True)


def data_package(
    release: str, form: Form, files: Mapping[str, Path], tables: Mapping[str, pa.Table]
) -> dict[str, Any]:
    """The ``datapackage.json`` of a release: every file with its columns, keys and checksum."""
    return {
        "profile": "data-package",
        "name": f"planbook-{release.lower()}",
        "title": "Planbook: actions, leads and priorities of published strategies",
        "version": release,
        "licenses": [LICENCE],
        "resources": [_resource(name, form, files[name], tables[name]) for name in TABLES],
    }


def _resource(name: str, form: Form, file: Path, rows: pa.Table) -> dict[str, Any]:
    content = file.read_bytes()
    size = {"bytes": len(content), "encoding": "utf-8"} if form.whole else {}
    return {
        "name": name,
        "path": file.name,
        "format": form.name,
        "mediatype": form.media_type,
        "description": (TABLES[name].row.__doc__ or "").strip(),
        **size,
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
        "rows": rows.num_rows,
        "schema": _table_schema(name, form),
    }


def _table_schema(name: str, form: Form) -> dict[str, Any]:
    links = [_foreign_key(line.name, line.metadata["links"]) for line in columns_of(name)]
    return {
        "fields": [
            _field(line, arrow_schema(name).field(line.name), form) for line in columns_of(name)
        ],
        "missingValues": [""],
        "primaryKey": list(TABLES[name].key),
        "foreignKeys": [link for link in links if link],
    }


def _field(line: Any, held: pa.Field, form: Form) -> dict[str, Any]:
    kind = TYPES.get(str(held.type), "array")
    column = {
        "name": line.name,
        "description": line.metadata["meaning"],
        "arrowType": str(held.type),
    }
    if not form.whole and (kind == "array" or (kind == "integer" and held.nullable)):
        return column | {"type": "any"}
    constraints: dict[str, Any] = {} if held.nullable else {"required": True}
    if line.metadata["values"]:
        constraints["enum"] = list(line.metadata["values"])
    if line.metadata["bounds"]:
        constraints["minimum"], constraints["maximum"] = line.metadata["bounds"]
    return column | {"type": kind} | ({"constraints": constraints} if constraints else {})


def _foreign_key(column: str, links: str | None) -> dict[str, Any] | None:
    if links is None:
        return None
    table, target = links.split(".")
    return {"fields": [column], "reference": {"resource": table, "fields": [target]}}
