"""The source registry: who publishes where, one line a source."""

import csv
from functools import cache
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from pipeline.errors import UsageError
from pipeline.records import Source

REGISTRY = Path(__file__).with_name("sources.csv")


@cache
def load_sources(path: Path = REGISTRY) -> tuple[Source, ...]:
    """Read and check the registry.

    Returns:
        One record a line, sorted by ``source_id``.

    Raises:
        UsageError: A line lacks a value, has an unknown column or repeats a ``source_id``; the
            message names the line.
    """
    adapter = TypeAdapter(Source)
    sources: dict[str, Source] = {}
    with path.open(encoding="utf-8", newline="") as lines:
        reader = csv.DictReader(lines)
        for row in reader:
            where = f"{path.name} line {reader.line_num}"
            try:
                source = adapter.validate_python(row, strict=False)
            except (ValidationError, TypeError) as fault:
                raise UsageError(f"{where}: {_first_fault(fault)}") from fault
            if source.source_id in sources:
                raise UsageError(f"{where}: source_id {source.source_id!r} is there already.")
            sources[source.source_id] = source
    return tuple(sources[name] for name in sorted(sources))


def _first_fault(fault: Exception) -> str:
    if not isinstance(fault, ValidationError):
        return str(fault)
    first = fault.errors()[0]
    return f"{'.'.join(str(part) for part in first['loc'])}: {first['msg']}."
