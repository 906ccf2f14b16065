"""Records to Arrow: the explicit schema of each table, and its rows under it."""

import types
import typing
from collections.abc import Iterable, Mapping
from dataclasses import asdict, fields, is_dataclass
from datetime import date, datetime
from functools import cache
from typing import Any

import pyarrow as pa

from pipeline.schema import TABLES, Row, columns_of


def to_arrow(table: str, rows: Iterable[Row]) -> pa.Table:
    """Put records under the table's schema; no rows give an empty table with all its columns.

    Raises:
        pyarrow.ArrowInvalid: A value does not fit its column, or null stands where none may.
    """
    schema = arrow_schema(table)
    rows = list(rows)
    columns = [
        pa.array([_plain(getattr(row, name)) for row in rows], type=schema.field(name).type)
        for name in schema.names
    ]
    built = pa.table(columns, schema=schema)
    built.validate(full=True)
    return built


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return asdict(value) if is_dataclass(value) and not isinstance(value, type) else value


@cache
def arrow_schema(table: str) -> pa.Schema:
    """The explicit Arrow schema of a table, each column's meaning in its field metadata."""
    hints = typing.get_type_hints(TABLES[table].row)
    columns = [
        _arrow_field(line.name, hints[line.name], line.metadata) for line in columns_of(table)
    ]
    about = (TABLES[table].row.__doc__ or "").strip()
    return pa.schema(columns, metadata={"table": table, "meaning": about})


def _arrow_field(name: str, hint: Any, about: Mapping[str, Any]) -> pa.Field:
    kind, nullable = _unwrap(hint)
    metadata = {"meaning": about["meaning"]}
    return pa.field(name, _arrow_type(kind), nullable=nullable, metadata=metadata)


def _unwrap(hint: Any) -> tuple[Any, bool]:
    """``str | None`` to ``(str, True)``; ``str`` to ``(str, False)``."""
    if isinstance(hint, types.UnionType):
        (kind,) = (arg for arg in typing.get_args(hint) if arg is not types.NoneType)
        return kind, True
    return hint, False


def _arrow_type(kind: Any) -> pa.DataType:
    plain = {
        str: pa.string(),
        int: pa.int32(),
        float: pa.float64(),
        bool: pa.bool_(),
        date: pa.date32(),
        datetime: pa.timestamp("s", tz="UTC"),
    }
    if kind in plain:
        return plain[kind]
    if typing.get_origin(kind) is tuple:
        item = _arrow_type(typing.get_args(kind)[0])
        return pa.list_(pa.field("item", item, nullable=False))
    assert is_dataclass(kind), f"no Arrow type for {kind}"
    hints = typing.get_type_hints(kind)
    return pa.struct(
        [
            pa.field(part.name, _arrow_type(hints[part.name]), nullable=False)
            for part in fields(kind)
        ]
    )
