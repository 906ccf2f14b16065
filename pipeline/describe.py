"""Describes the tables from ``schema.py``: the data dictionary and ``datapackage.json``."""

import hashlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pyarrow as pa

from pipeline.arrow import arrow_schema
from pipeline.schema import TABLES, columns_of

FRICTIONLESS_TYPES = {
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


def data_dictionary() -> str:
    """All tables and columns as one Markdown page."""
    parts = ["# Data dictionary", "Null means unknown or not printed; it is never a guess."]
    for name, spec in TABLES.items():
        parts.append(f"## {name}")
        parts.append((spec.row.__doc__ or "").strip())
        if spec.key:
            parts.append(f"A row is unique by {', '.join(spec.key)}.")
        parts.append(_column_table(name))
    return "\n\n".join(parts) + "\n"


def _column_table(table: str) -> str:
    schema = arrow_schema(table)
    lines = ["| column | type | null | meaning |", "| --- | --- | --- | --- |"]
    for line in columns_of(table):
        held = schema.field(line.name)
        allowed = ", ".join(line.metadata["values"])
        meaning = line.metadata["meaning"] + (f" ({allowed})" if allowed else "")
        nullable = "yes" if held.nullable else "no"
        lines.append(f"| {line.name} | {_type_name(held.type)} | {nullable} | {meaning} |")
    return "\n".join(lines)


def _type_name(kind: pa.DataType) -> str:
    if pa.types.is_list(kind):
        return f"list of {_type_name(kind.value_type)}"
    return "box" if pa.types.is_struct(kind) else str(kind).replace("[day]", "")


def data_package(
    release: str, files: Mapping[str, Path], tables: Mapping[str, pa.Table]
) -> dict[str, Any]:
    """The ``datapackage.json`` of a release: every file with its columns, size and checksum."""
    return {
        "profile": "data-package",
        "name": f"planbook-{release.lower()}",
        "title": "Planbook: actions, leads and priorities of published strategies",
        "version": release,
        "licenses": [LICENCE],
        "resources": [_resource(name, files[name], tables[name]) for name in TABLES],
    }


def _resource(name: str, file: Path, rows: pa.Table) -> dict[str, Any]:
    content = file.read_bytes()
    return {
        "name": name,
        "path": file.name,
        "format": "parquet",
        "mediatype": "application/vnd.apache.parquet",
        "description": (TABLES[name].row.__doc__ or "").strip(),
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
        "rows": rows.num_rows,
        "schema": _table_schema(name),
    }


def _table_schema(name: str) -> dict[str, Any]:
    arrow = arrow_schema(name)
    columns = []
    for line in columns_of(name):
        held = arrow.field(line.name)
        constraints: dict[str, Any] = {} if held.nullable else {"required": True}
        if line.metadata["values"]:
            constraints["enum"] = list(line.metadata["values"])
        if line.metadata["bounds"]:
            constraints["minimum"], constraints["maximum"] = line.metadata["bounds"]
        kind = FRICTIONLESS_TYPES.get(str(held.type), "array")
        column = {"name": line.name, "type": kind, "description": line.metadata["meaning"]}
        columns.append(column | ({"constraints": constraints} if constraints else {}))
    links = [_foreign_key(line.name, line.metadata["links"]) for line in columns_of(name)]
    return {
        "fields": columns,
        "missingValues": [""],
        "primaryKey": list(TABLES[name].key),
        "foreignKeys": [link for link in links if link],
    }


def _foreign_key(column: str, links: str | None) -> dict[str, Any] | None:
    if links is None:
        return None
    table, target = links.split(".")
    return {"fields": [column], "reference": {"resource": table, "fields": [target]}}
