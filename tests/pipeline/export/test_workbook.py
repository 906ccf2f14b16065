"""What a spreadsheet program makes of the workbook; LibreOffice opens it where it is installed."""

import shutil
import subprocess
import zipfile
from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from python_calamine import CalamineWorkbook

from pipeline.errors import JobFailed
from pipeline.export import workbook
from pipeline.export.workbook import CELL_LIMIT, CUT, bounded, write_workbook
from pipeline.export.workbook_links import MAX_ADDRESS, Link, Sources
from pipeline.schema import TABLES
from tests.pipeline.release_tables import PDF, WORD, action, area, document, lead, tables

FORMULA = '=HYPERLINK("http://x.example","Open")'
LONG = "Train every doctor. " * 2_000  # 40,000 characters
PLAN = "https://mereshire.example/plan.pdf"
ODD_TEXTS = (
    FORMULA,
    "+44 1234 567890",
    "@home",
    "007",
    "1.10",
    "TRUE",
    "  two spaces before",
    "first line\nsecond line",
    "_x0041_ is no letter",
    "bell \x07 and form feed \x0c",
    "soft\ufffehyphen",
    "\U0001f3e0 Housing & <Homes>",
    "مأوى",
)


@pytest.fixture
def held():
    """Tables with what documents really print, and what they might."""
    texts = [
        action(f"{n:016x}", activity=text, ordinal=n, page=n) for n, text in enumerate(ODD_TEXTS)
    ]
    return tables(
        documents=[
            document(PDF, url=PLAN),
            document(WORD, url="javascript:alert(1)", media_type="application/msword"),
        ],
        actions=[*texts, action("f" * 16, edition_id=WORD, activity=LONG, page=None)],
        leads=[lead("f" * 16, 1, "Women's Aid")],
        areas=[area("X01000001", "Mereshire", valid_from=date(1889, 4, 1))],
    )


@pytest.fixture
def file(held, tmp_path):
    write_workbook(held, tmp_path / "release.xlsx")
    return tmp_path / "release.xlsx"


def sheet(path: Path, name: str) -> list[dict[str, object]]:
    heads, *rows = CalamineWorkbook.from_path(path).get_sheet_by_name(name).to_python()
    return [dict(zip(heads, row, strict=True)) for row in rows]


def test_every_text_comes_back_as_it_was_and_none_as_a_number_or_formula(file):
    texts = [row["activity"] for row in sheet(file, "actions")]
    assert texts[: len(ODD_TEXTS)] == [text.replace("\ufffe", "\ufffd") for text in ODD_TEXTS]
    assert texts[-1] == LONG[: CELL_LIMIT - len(CUT)] + CUT


def test_lists_days_and_moments_are_what_people_expect_of_a_sheet(file):
    (last,) = [row for row in sheet(file, "actions") if row["action_id"] == "f" * 16]
    assert last["measures"] == "Eight family units in use"
    assert last["other_cells"] == "Funding: Home Office grant; Phase 2"
    assert last["due_latest"] == date(2027, 12, 31)
    assert last["ref_derived"] is False
    assert last["score"] == 90
    assert sheet(file, "documents")[0]["fetched_at"] == datetime(2026, 3, 1, 9, 30)
    assert sheet(file, "areas")[0]["valid_from"] == "1889-04-01"  # Excel counts no day before 1900


def test_a_row_links_to_the_page_that_it_is_printed_on(file):
    rows = sheet(file, "actions")
    assert rows[3]["source"] == "mereshire_strategy.pdf, page 3"
    assert rows[-1]["source"] == "mereshire_strategy.pdf"
    with zipfile.ZipFile(file) as parts:
        place = [*TABLES].index("actions") + 1
        links = parts.read(f"xl/worksheets/_rels/sheet{place}.xml.rels").decode()
        cells = parts.read(f"xl/worksheets/sheet{place}.xml").decode()
        every = b"".join(parts.read(name) for name in parts.namelist() if name.endswith(".rels"))
    assert f'Target="{PLAN}"' in links
    assert 'location="page=3"' in cells
    assert b"javascript" not in every


def test_an_address_that_excel_would_not_take_is_written_as_text(tmp_path):
    odd = (f"https://mereshire.example/{'x' * MAX_ADDRESS}", "https://mereshire.example/größe", "x")
    rows = [document(f"{n}" * 64, url=url) for n, url in enumerate(odd)]
    write_workbook(tables(documents=rows), tmp_path / "release.xlsx")
    assert [row["url"] for row in sheet(tmp_path / "release.xlsx", "documents")] == list(odd)


def test_addresses_beyond_those_that_a_sheet_holds_are_written_as_text(tmp_path, monkeypatch):
    monkeypatch.setattr(workbook, "MAX_LINKS", 2)
    rows = [document(f"{n}" * 64, url=PLAN) for n in range(4)]
    write_workbook(tables(documents=rows), tmp_path / "release.xlsx")
    assert [row["url"] for row in sheet(tmp_path / "release.xlsx", "documents")] == [PLAN] * 4
    with zipfile.ZipFile(tmp_path / "release.xlsx") as parts:
        assert parts.read("xl/worksheets/sheet1.xml").count(b"<hyperlink ") == 2


def test_a_table_longer_than_a_sheet_is_refused_in_one_line(held, tmp_path, monkeypatch):
    monkeypatch.setattr(workbook, "MAX_ROWS", 5)
    with pytest.raises(JobFailed, match="actions has 14 rows and a sheet of a workbook holds 5"):
        write_workbook(held, tmp_path / "release.xlsx")


@given(st.text(max_size=40) | st.integers(0, 70_000).map(lambda n: "\U0001f3e0" * n))
def test_no_cell_is_longer_than_excel_holds_and_all_are_xml(text):
    cell = bounded(text)
    assert len(cell.encode("utf-16-le")) <= 2 * CELL_LIMIT
    assert not {"\ufffe", "\uffff"} & set(cell)


def test_every_part_is_well_formed_and_has_what_excel_asks_for(file):
    with zipfile.ZipFile(file) as parts:
        read = {name: etree.fromstring(parts.read(name)) for name in parts.namelist()}
    names = read["xl/workbook.xml"].xpath("//*[local-name()='sheet']/@name")
    assert names == [*TABLES, "definitions"]
    assert all(len(name) <= 31 for name in names)
    for name in (name for name in read if "worksheets/sheet" in name):
        part = read[name]
        assert part.xpath("//*[local-name()='pane']/@state") == ["frozen"], name
        assert part.xpath("count(//*[local-name()='f'])") == 0, name
        assert part.xpath("count(//*[local-name()='cols']/*)") >= 3, name
        is_data = not name.endswith(f"sheet{len(names)}.xml")
        assert part.xpath("count(//*[local-name()='autoFilter'])") == is_data, name


def calc() -> str:
    """LibreOffice with its spreadsheet part; skips where either is missing."""
    found = shutil.which("soffice")
    if found is None or not (Path(found).resolve().parent / "libsclo.so").is_file():
        pytest.skip("LibreOffice Calc is not installed")
    return found


@pytest.mark.parametrize("kind", ["xlsx", "ods"])
def test_libreoffice_opens_it_and_saves_every_cell_as_it_was(file, held, tmp_path, kind):
    home = f"-env:UserInstallation=file://{tmp_path}/home"
    call = [calc(), "--headless", home, "--convert-to", kind, "--outdir", tmp_path / "out", file]
    ran = subprocess.run(call, capture_output=True, text=True, check=False, timeout=200)
    saved = tmp_path / "out" / f"release.{kind}"
    assert saved.is_file(), ran.stderr
    for name in (*held, "definitions"):
        assert plain(sheet(saved, name)) == plain(sheet(file, name)), name


def plain(rows: list[dict[str, object]]) -> list[list[object]]:
    """The rows as Calc can hold them: its own format has neither control characters nor spaces."""
    keep = str.maketrans("", "", "\x07\x0c\ufffd")
    return [
        [" ".join(v.translate(keep).split()) if isinstance(v, str) else v for v in row.values()]
        for row in rows
    ]


def test_texts_get_room_and_hashes_do_not(file):
    with zipfile.ZipFile(file) as parts:
        actions = etree.fromstring(
            parts.read(f"xl/worksheets/sheet{[*TABLES].index('actions') + 1}.xml")
        )
    widths = [
        float(col.get("width"))
        for col in actions.xpath("//*[local-name()='col']")
        for _ in range(int(col.get("min")), int(col.get("max")) + 1)
    ]
    named = dict(zip([*sheet(file, "actions")[0]], widths, strict=True))
    assert named["activity"] > 60
    assert named["measures"] > 20
    assert named["edition_id"] < 22
    assert named["boxes"] < 22


def test_documents_without_a_place_have_no_link():
    held = tables()
    assert Sources.of(held).links(held["documents"]) is None
    unknown = Sources({}).links(tables(actions=[action("0" * 16)])["actions"])
    assert list(unknown) == [Link("", "")]
