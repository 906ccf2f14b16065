"""The data dictionary of a release: what each table and column means, for people."""

import pyarrow as pa

from pipeline.arrow import arrow_schema
from pipeline.schema import TABLES, columns_of


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
    if pa.types.is_struct(kind):
        return f"{{{', '.join(part.name for part in kind)}}}"
    return str(kind).replace("[day]", "")
