"""A night over hostile documents (1 to 40): each is read or named, and one good plan published."""

import os
import subprocess
import sys
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from pipeline.releases import faults_of, find_release, read_table
from tests.extractors.readers.word_fixtures import docx, p, tbl, tc, tr
from tests.pipeline.faults import hostile_pdfs as pdfs
from tests.pipeline.kept_reports import read_reports
from tests.pipeline.web.web_server import serve

ROOT = Path(__file__).parents[3]
PLAN = ROOT / "samples" / "documents" / "mereshire_strategy_2025_2028.pdf"
LIMITS = {
    "PLANBOOK_SECONDS_PER_DOCUMENT": "30",  # none of them takes 5 on an idle machine
    "PLANBOOK_MEMORY_MB": "1000",
}
SCRIPT = "import sys; from pipeline.cli import main; sys.argv[0] = 'planbook'; main()"
ENDED = ("memory_limit", "time_limit", "crashed")


@dataclass(frozen=True)
class Hostile:
    """A document, and what is told of it.

    ``codes`` are those of which at least one is told; none where nothing need be told. ``read`` is
    None where both ends are right.
    """

    case: str
    name: str
    make: Callable[[], bytes]
    codes: tuple[str, ...]
    read: bool | None = False


def word_with(member: str, data: bytes) -> bytes:
    return docx(p("Our promises"), parts={member: data})


def word_bomb() -> bytes:
    """A gigabyte of nothing as a picture; written piece by piece."""
    held = BytesIO(docx(p("Our promises")))
    with (
        zipfile.ZipFile(held, "a", zipfile.ZIP_DEFLATED) as file,
        file.open("word/media/image1.png", "w", force_zip64=True) as out,
    ):
        for _ in range(100):
            out.write(b"\0" * 10_000_000)
    return held.getvalue()


def entities() -> bytes:
    lines = [f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10)]
    head = f'<!DOCTYPE w [<!ENTITY a0 "ha">{"".join(lines)}]>'
    return word_with("word/document.xml", f"{head}<w>&a9;</w>".encode())


def outside_entity() -> bytes:
    head = '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    return word_with("word/document.xml", f"{head}<w>&x;</w>".encode())


def far_picture() -> bytes:
    return docx(p("Our promises"), relations={"rId1": ("image", "http://127.0.0.1:9/a.png")})


def wide_span() -> bytes:
    cell = (
        '<w:tc><w:tcPr><w:gridSpan w:val="2000000"/></w:tcPr>'
        + p("Open a second refuge")
        + "</w:tc>"
    )
    return docx(tbl(f"<w:tr>{cell}{tc('by May 2027')}</w:tr>", tr("1.1", "Train all staff")))


def half(data: bytes) -> bytes:
    return data[: len(data) * 2 // 3]


JUNK = b"<!-- sent by a server -->\n"
HTML = b"<html><body><h1>Service unavailable</h1><p>Please come back later.</p></body></html>"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 4_000

DOCUMENTS = (
    Hostile("A1", "nothing.pdf", lambda: b"", ("empty",)),
    Hostile("A2", "page.pdf", lambda: HTML + b"<!-- 1 -->", ("wrong_content",), True),
    Hostile("A3", "half.pdf", lambda: pdfs.cut(0.5), ("damaged",), None),
    Hostile("A4", "most.pdf", lambda: pdfs.cut(0.7), ("damaged",), None),
    Hostile("A5", "flipped.pdf", pdfs.flipped, ("damaged", "unknown_format"), None),
    Hostile("A6", "junk.pdf", lambda: JUNK * 80 + pdfs.plain_plan(), (), True),
    Hostile("A7", "locked.pdf", lambda: pdfs.protected("sesame"), ("encrypted",)),
    Hostile("A8", "owned.pdf", lambda: pdfs.protected(""), (), True),
    Hostile("A9", "bomb.pdf", pdfs.flate_bomb, ("no_text", *ENDED), None),
    Hostile("A10", "nested_bomb.pdf", pdfs.nested_bomb, ENDED),
    Hostile("A11", "rectangles.pdf", pdfs.many_rectangles, ("page_objects", *ENDED), None),
    Hostile("A12", "crossings.pdf", pdfs.many_crossings, (), None),
    Hostile("A13", "letters.pdf", pdfs.many_letters, ("page_objects", *ENDED), None),
    Hostile("A14", "cycle.pdf", pdfs.cyclic_page_tree, ("page_unreadable", "damaged"), None),
    Hostile("A15", "itself.pdf", pdfs.form_that_calls_itself, ENDED, None),
    Hostile("A16", "doubling.pdf", pdfs.doubling_forms, ENDED, None),
    Hostile("A17", "pages.pdf", pdfs.one_page_many_times, ("page_limit",)),
    Hostile("A18", "huge.pdf", lambda: pdfs.one_page(size=b"[0 0 1e9 1e9]"), (), None),
    Hostile("A19", "no_numbers.pdf", pdfs.numbers_that_are_none, (), True),
    Hostile("A20", "deep.pdf", pdfs.deep_array, (), True),
    Hostile("A23", "scan.pdf", pdfs.picture_only, ("scanned", "no_text", "needs_program"), True),
    Hostile("A24", "nameless.pdf", pdfs.nameless_letters, ("garbled", "no_text"), True),
    Hostile("B28", "page.docx", lambda: HTML, ("wrong_content",), True),
    Hostile("B29", "half.docx", lambda: half(docx(p("x" * 9_000))), ("damaged",), True),
    Hostile("B30", "outside.docx", outside_entity, ("doctype",)),
    Hostile("B31", "laughs.docx", entities, ("doctype",)),
    Hostile("B32", "bomb.docx", word_bomb, ("unpacked_size",)),
    Hostile("B33", "breaks.docx", lambda: docx("<w:p/>" * 9_000_000), ("unpacked_size",)),
    Hostile("B35", "wide.docx", wide_span, ("page_objects",), True),
    Hostile("B36", "climbs.docx", lambda: word_with("../../evil.xml", b"<a/>"), (), True),
    Hostile("B37", "far.docx", far_picture, (), True),
    Hostile(
        "B38",
        "macro.docm",
        lambda: word_with("word/vbaProject.bin", b"x"),
        ("active_content",),
        True,
    ),
    Hostile(
        "B38", "older.doc", lambda: OLE, ("damaged", "encrypted", "needs_program", "unknown_format")
    ),
)


@dataclass(frozen=True)
class Night:
    ran: "subprocess.CompletedProcess[str]"
    data_dir: Path
    documents: dict[str, dict[str, Any]]
    problems: dict[str, list[dict[str, Any]]]
    asked: list[str]

    def codes(self, name: str) -> set[str]:
        return {row["code"] for row in self.problems.get(name, [])}


@pytest.fixture(scope="module")
def night(tmp_path_factory: pytest.TempPathFactory) -> Night:
    folder = tmp_path_factory.mktemp("hostile")
    (folder / "in").mkdir()
    (folder / "in" / PLAN.name).write_bytes(PLAN.read_bytes())
    for one in DOCUMENTS:
        (folder / "in" / one.name).write_bytes(one.make())
    with serve() as site:
        (folder / "in" / "active.pdf").write_bytes(pdfs.active(f"{site.root}/stolen"))
        words = ("ingest", folder / "in", "--plain", "--workers", "2")
        ran = subprocess.run(
            [sys.executable, "-c", SCRIPT, *words, "--data-dir", folder / "data"],
            env=os.environ | LIMITS,
            capture_output=True,
            text=True,
            check=False,
            cwd=ROOT,
        )
        asked = site.paths()
    release = find_release(folder / "data")
    documents = read_table(release, "documents").to_pylist()
    problems: dict[str, list[dict[str, Any]]] = {}
    names = {row["edition_id"]: row["file_name"] for row in documents}
    for row in read_table(release, "problems").to_pylist():
        name = names.get(row["edition_id"]) or Path(row["url"] or "").name
        problems.setdefault(name, []).append(row)
    by_name = {row["file_name"]: row for row in documents}
    return Night(ran, folder / "data", by_name, problems, asked)


@pytest.mark.fault("R1", "R9")
def test_a_night_over_hostile_documents_ends_well_and_publishes_the_good_plan(night):
    assert night.ran.returncode == 0, night.ran.stderr
    assert "Traceback" not in night.ran.stderr
    assert faults_of(find_release(night.data_dir)) == []
    assert night.documents[PLAN.name]["actions"] == 10
    assert "unexpected" not in {row["code"] for rows in night.problems.values() for row in rows}


@pytest.mark.parametrize(
    "one", [pytest.param(d, marks=pytest.mark.fault(d.case), id=d.name) for d in DOCUMENTS]
)
def test_a_hostile_document_is_read_or_named(night, one):
    told = night.codes(one.name)
    is_read = one.name in night.documents and night.documents[one.name]["actions"] is not None
    if one.read is not None:
        assert is_read is one.read, told
    if one.codes and not (one.read is None and is_read and not told):
        assert told & set(one.codes), told
    for row in night.problems.get(one.name, []):
        assert 0 < len(row["message"]) <= 500
        assert "\n" not in row["message"]
    if not is_read:
        assert any(row["severity"] == "error" for row in night.problems[one.name])


@pytest.mark.fault("A22", "R8")
def test_an_active_document_starts_nothing_and_is_told(night):
    assert night.codes("active.pdf") == {"active_content"}
    assert night.asked == []


@pytest.mark.fault("R6")
def test_every_hostile_document_is_accounted_for(night):
    accounts = read_reports(night.data_dir)[-1]["accounts"]
    assert accounts["known"] == len(night.documents)
    named = {one.name for one in DOCUMENTS} | {"active.pdf", PLAN.name}
    assert named <= set(night.documents) | set(night.problems)


@pytest.mark.fault("B36", "C45")
def test_nothing_is_written_outside_the_data_folder(night):
    folder = night.data_dir.parent
    assert {path.name for path in folder.iterdir()} == {"in", "data"}
    kept = {path.name for path in (night.data_dir / "raw").glob("*/*/*")}
    assert all(name.startswith(("content", "document.json")) for name in kept)
