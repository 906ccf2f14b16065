import csv
import json
import zipfile

import duckdb
import pytest

from pipeline.errors import JobFailed
from pipeline.export import export_release
from pipeline.export.cells import inert
from pipeline.publish import write_release
from pipeline.schema import TABLES
from tests.pipeline.release_tables import action, report, sign, tables

FORMULA = '=HYPERLINK("http://x.example","Open")'


@pytest.fixture
def release(tmp_path):
    rows = [action("0" * 16, activity=FORMULA, lead_raw="+Police"), action("1" * 16, ordinal=2)]
    return write_release(tmp_path / "curated", tables(actions=rows), {}, report())


@pytest.mark.fault("C42")
@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("=1+1", "'=1+1"),
        ("  @SUM(A1)", "'  @SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("\uff1d1+1", "'\uff1d1+1"),  # the full-width sign
        ('"=1+1"', '\'"=1+1"'),
        ("-5 refuges", "'-5 refuges"),
        ("Police", "Police"),
        ("Q1 = April to June", "Q1 = April to June"),
        ("", ""),
    ],
)
def test_no_text_can_start_a_formula(text, written):
    assert inert(text) == written


def test_csv_holds_every_table_with_lists_as_json_and_nulls_as_nothing(release, tmp_path):
    files = export_release(release, "csv", tmp_path / "out")
    assert [file.stem for file in files] == [*TABLES, "datapackage"]
    with (tmp_path / "out" / "actions.csv").open(encoding="utf-8", newline="") as lines:
        first, second = csv.DictReader(lines)
    assert first["activity"] == f"'{FORMULA}"
    assert first["lead_raw"] == "'+Police"
    assert json.loads(second["measures"]) == ["Eight family units in use"]
    assert second["due_latest"] == "2027-12-31"
    assert second["ref"] == ""


@pytest.mark.fault("C42")
def test_the_workbook_has_a_sheet_a_table_and_definitions_and_no_formula(release, tmp_path):
    (file,) = export_release(release, "xlsx", tmp_path / "out")
    with zipfile.ZipFile(file) as book:
        names = book.read("xl/workbook.xml").decode()
        sheets = [
            book.read(name).decode() for name in book.namelist() if "worksheets/sheet" in name
        ]
    for table in (*TABLES, "definitions"):
        assert f'name="{table}"' in names
    assert len(sheets) == len(TABLES) + 1
    assert not any("<f>" in sheet for sheet in sheets)
    assert all('state="frozen"' in sheet for sheet in sheets)


def test_the_duckdb_file_holds_the_tables_and_what_their_columns_mean(release, tmp_path):
    (file,) = export_release(release, "duckdb", tmp_path / "out")
    with duckdb.connect(str(file), read_only=True) as connection:
        assert connection.sql("SELECT count(*) FROM actions").fetchall() == [(2,)]
        ((meaning,),) = connection.sql(
            "SELECT comment FROM duckdb_columns() WHERE column_name = 'due_raw'"
        ).fetchall()
    assert meaning == "Due cell as printed"


@pytest.mark.parametrize("kind", ["csv", "xlsx", "duckdb"])
def test_a_table_that_is_younger_than_the_release_is_exported_empty(release, tmp_path, kind):
    (release.path / "crosswalk.parquet").unlink()
    sign(release.path)
    export_release(release, kind, tmp_path / "out")
    if kind == "csv":
        assert (tmp_path / "out" / "crosswalk.csv").read_text().count("\n") == 1


def test_a_damaged_release_is_not_exported(release, tmp_path):
    (release.path / "leads.parquet").write_bytes(b"PAR1")
    with pytest.raises(JobFailed, match=r"leads\.parquet does not match its checksum"):
        export_release(release, "csv", tmp_path / "out")


def test_a_folder_that_cannot_be_made_is_told_in_one_line(release, tmp_path):
    (tmp_path / "file").write_text("no folder")
    with pytest.raises(JobFailed, match="Choose another with --to"):
        export_release(release, "csv", tmp_path / "file")
