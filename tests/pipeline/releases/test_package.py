"""frictionless reads ``datapackage.json`` as an outsider would, and finds what is wrong."""

import csv
import shutil
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from frictionless import Package, Report

from pipeline.export import export_release
from pipeline.releases import find_release
from pipeline.schema import TABLES

PACKAGE = "datapackage.json"


def checked(folder: Path, table: str | None = None) -> Report:
    return Package(str(folder / PACKAGE)).validate(name=table)


def faults(report: Report) -> list[str]:
    return [f"{task.name}: {error.type}" for task in report.tasks for error in task.errors]


@pytest.fixture(scope="module")
def as_csv(sample_release, tmp_path_factory):
    folder = tmp_path_factory.mktemp("csv")
    export_release(find_release(sample_release), "csv", folder)
    return folder


@pytest.fixture
def copied(tmp_path, as_csv):
    return Path(shutil.copytree(as_csv, tmp_path / "csv"))


def test_frictionless_finds_nothing_wrong_with_a_release(sample_release):
    report = checked(sample_release / "curated" / "latest")
    assert faults(report) == []
    assert report.valid
    assert [task.name for task in report.tasks] == list(TABLES)


def test_frictionless_finds_nothing_wrong_with_its_csv_files(as_csv):
    report = checked(as_csv)
    assert faults(report) == []
    assert {task.name: task.stats.get("rows") for task in report.tasks}["actions"] == 15


def test_frictionless_finds_a_lead_whose_action_is_missing(sample_release, tmp_path):
    folder = Path(shutil.copytree(sample_release / "curated" / "latest", tmp_path / "release"))
    leads = pq.read_table(folder / "leads.parquet")
    lost = pa.array(["f" * 16] * len(leads), leads.schema.field("action_id").type)
    pq.write_table(leads.set_column(0, leads.schema.field(0), lost), folder / "leads.parquet")
    assert "leads: foreign-key" in faults(checked(folder, "leads"))


@pytest.mark.parametrize(
    ("table", "column", "cell", "found"),
    [
        ("actions", "due_kind", "someday", "constraint-error"),
        ("actions", "score", "101", "constraint-error"),
        ("actions", "due_latest", "next year", "type-error"),
        ("actions", "boxes", "page 4", "type-error"),
        ("actions", "area_code", "X99999999", "foreign-key"),
        ("leads", "role", "", "constraint-error"),
    ],
)
def test_frictionless_finds_a_cell_that_is_wrong(copied, table, column, cell, found):
    file = copied / f"{table}.csv"
    with file.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    rows[0][column] = cell
    with file.open("w", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(out, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    assert f"{table}: {found}" in faults(checked(copied, table))
