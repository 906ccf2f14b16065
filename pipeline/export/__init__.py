"""A release in other formats: CSV files, one Excel workbook, a DuckDB file.

No cell can start a formula, whatever a document prints: a CSV says so with an apostrophe, a
workbook with the type of its cells.
"""

import csv
import json
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from pipeline.errors import JobFailed
from pipeline.export.cells import as_text, inert, rows_of
from pipeline.releases import Release, read_tables
from pipeline.releases.checksums import PACKAGE
from pipeline.writing import whole

if TYPE_CHECKING:
    import duckdb
    import pyarrow as pa

Format = Literal["csv", "xlsx", "duckdb"]


def export_release(release: Release, kind: Format, folder: Path) -> list[Path]:
    """Write a release into a folder in another format.

    Args:
        release: Its files are compared with their checksums as they are read.
        kind: ``csv`` (a file a table, and ``datapackage.json``), ``xlsx`` (one workbook) or
            ``duckdb`` (one file).
        folder: Made where it is missing; a file of the same name is replaced when the new one is
            whole.

    Returns:
        The files written.

    Raises:
        JobFailed: The release is damaged, or the folder cannot be written.
    """
    tables = read_tables(release)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if kind == "csv":
            return _write_csvs(release.name, tables, folder)
        path = folder / f"planbook-{release.name}.{kind}"
        with whole(path) as beside:
            _write_workbook(tables, beside) if kind == "xlsx" else _write_duckdb(tables, beside)
        return [path]
    except OSError as cause:
        raise JobFailed(
            f"{folder} cannot be written: {cause.strerror or cause}. Choose another with --to."
        ) from cause


def _write_csvs(release: str, tables: Mapping[str, "pa.Table"], folder: Path) -> list[Path]:
    from pipeline.releases.package import CSV, data_package

    files = {name: _write_csv(name, table, folder) for name, table in tables.items()}
    package = folder / PACKAGE
    with whole(package) as beside:
        described = data_package(release, CSV, files, tables)
        beside.write_text(json.dumps(described, indent=1) + "\n", "utf-8")
    return [*files.values(), package]


def _write_csv(name: str, table: "pa.Table", folder: Path) -> Path:
    path = folder / f"{name}.csv"
    with whole(path) as beside, beside.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(table.column_names)
        for row in rows_of(table):
            writer.writerow([inert(as_text(cell)) for cell in row])
    return path


def _write_workbook(tables: Mapping[str, "pa.Table"], path: Path) -> None:
    from pipeline.export.workbook import write_workbook

    write_workbook(tables, path)


def _write_duckdb(tables: Mapping[str, "pa.Table"], path: Path) -> None:
    from duckdb import connect

    with connect(str(path)) as connection:
        for name, table in tables.items():
            connection.register("held", table)
            connection.execute(f"CREATE TABLE {name} AS SELECT * FROM held")  # noqa: S608
            connection.unregister("held")
            _comment(connection, name, table)


def _comment(connection: "duckdb.DuckDBPyConnection", name: str, table: "pa.Table") -> None:
    for line in table.schema:
        meaning = line.metadata[b"meaning"].decode().replace("'", "''")
        connection.execute(f"COMMENT ON COLUMN {name}.\"{line.name}\" IS '{meaning}'")
