"""Faults of the data (75 and 76): odd tables are read right or told of, and never shifted."""

import time
from datetime import UTC, datetime
from html import escape

import pytest

from extractors.blocks import tables_of
from extractors.extract import extract
from extractors.limits import Limits
from extractors.readers import read
from pipeline.arrow import to_arrow
from pipeline.check import check_release
from pipeline.extract.reading import read_rows
from pipeline.normalise import normalise_edition
from pipeline.records import CuratedEdition, Edition
from pipeline.schema import TABLES

HEAD = ("Ref", "Action", "Lead", "Timescale")
ROWS = (
    ("1.1", "Train all front-line staff to ask about abuse", "Public Health", "March 2026"),
    ("1.2", "Open a second refuge for larger families", "Housing", "by end of 2027"),
    ("1.3", "Publish a yearly report on progress", "Community Safety Team", "Ongoing"),
)
SLOW_S = 5.0  # seconds for a row of 100 KB; quadratic patterns take minutes
EDITION = Edition(
    edition_id="a" * 64,
    document_id="mereshire-plan",
    file_name="plan.html",
    media_type="text/html",
    size=1,
    fetched_at=datetime(2026, 3, 1, tzinfo=UTC),
    origin="https://www.mereshire.example/plan",
)


def page(*tables: str) -> bytes:
    body = "".join(tables)
    return f"<html><body><h1>Delivery plan</h1>{body}</body></html>".encode()


def table(*rows: tuple[str, ...]) -> str:
    lines = ["".join(f"<td>{escape(cell)}</td>" for cell in row) for row in rows]
    return "<table>" + "".join(f"<tr>{line}</tr>" for line in lines) + "</table>"


def actions_of(*tables: str) -> list[dict[str, str | None]]:
    """Cells by field, row by row."""
    document = read(page(*tables), "plan.html", Limits())
    return [dict(row.cells) for row in extract(document).actions]


def curated(*tables: str) -> CuratedEdition:
    document = read(page(*tables), "plan.html", Limits())
    return normalise_edition(EDITION, read_rows(document, EDITION))


def cells(row: dict[str, str | None]) -> tuple[str | None, ...]:
    return tuple(row.get(name) for name in ("ref", "activity", "lead", "due"))


@pytest.mark.fault("F75")
def test_75_columns_in_another_order_are_the_same_rows():
    turned = [tuple(reversed(row)) for row in (HEAD, *ROWS)]
    assert [cells(row) for row in actions_of(table(*turned))] == list(ROWS)


@pytest.mark.fault("F75")
def test_75_renamed_columns_are_the_same_rows():
    head = ("Reference", "What we will do", "Responsible organisation", "By when")
    assert [cells(row) for row in actions_of(table(head, *ROWS))] == list(ROWS)


@pytest.mark.fault("F75")
def test_75_an_added_column_is_told_and_moves_no_other():
    rows = [(*row[:2], "blue", *row[2:]) for row in ROWS]
    head = (*HEAD[:2], "Zorbing index", *HEAD[2:])
    read_now = curated(table(head, *rows))
    shown = [(row.ref, row.activity, row.lead_raw, row.due_raw) for row in read_now.actions]
    assert shown == list(ROWS)
    assert any("Zorbing index" in problem.message for problem in read_now.problems)


@pytest.mark.fault("F75")
def test_75_a_header_that_is_repeated_is_no_action():
    assert [cells(row) for row in actions_of(table(HEAD, *ROWS[:2], HEAD, *ROWS[2:]))] == list(ROWS)


@pytest.mark.fault("F75")
def test_75_two_rows_of_headings_are_read_as_one():
    head = (
        "<table><tr><td rowspan=2>Ref</td><td rowspan=2>Action</td>"
        "<td colspan=2>Delivery</td></tr><tr><td>Lead</td><td>Timescale</td></tr>"
    )
    body = table(*ROWS).removeprefix("<table>")
    assert [cells(row) for row in actions_of(head + body)] == list(ROWS)


@pytest.mark.fault("F75")
def test_75_a_heading_that_holds_two_fields_shifts_nothing():
    head = ("Ref", "Action", "Lead / Timescale")
    rows = [(*row[:2], f"{row[2]} / {row[3]}") for row in ROWS]
    for row, printed in zip(actions_of(table(head, *rows)), ROWS, strict=True):
        assert cells(row)[:2] == printed[:2]
        told = " ".join(text or "" for text in cells(row)[2:])
        assert printed[2] in told
        assert printed[3] in told


@pytest.mark.fault("F76")
def test_76_a_reference_that_is_repeated_or_missing_makes_rows_of_their_own():
    rows = [("1.1", *ROWS[0][1:]), ("1.1", *ROWS[1][1:]), ("", *ROWS[2][1:])]
    read_now = curated(table(HEAD, *rows))
    assert [row.ref for row in read_now.actions][:2] == ["1.1", "1.1"]
    assert [row.activity for row in read_now.actions] == [row[1] for row in ROWS]
    assert len({row.action_id for row in read_now.actions}) == 3


@pytest.mark.fault("F76")
def test_76_the_very_same_row_twice_is_two_rows_with_two_ids():
    read_now = curated(table(HEAD, ROWS[0], ROWS[0]))
    assert len({row.action_id for row in read_now.actions}) == len(read_now.actions) == 2


@pytest.mark.fault("F76")
def test_76_a_reference_is_text_and_no_number():
    rows = [("1.1", *ROWS[0][1:]), ("1.10", *ROWS[1][1:]), ("01", *ROWS[2][1:])]
    assert [row["ref"] for row in actions_of(table(HEAD, *rows))] == ["1.1", "1.10", "01"]


@pytest.mark.fault("F76")
@pytest.mark.parametrize("rows", [(), (HEAD,), (ROWS[0],)])
def test_76_a_table_without_rows_or_head_gives_nothing_and_breaks_nothing(rows):
    read_now = curated(table(*rows))
    assert len(read_now.actions) <= len(rows)


@pytest.mark.fault("F76")
def test_76_a_table_of_one_row_is_read():
    assert [cells(row) for row in actions_of(table(HEAD, ROWS[0]))] == [ROWS[0]]


@pytest.mark.fault("F76")
def test_76_a_row_of_a_page_of_ten_thousand_is_read_as_fast_as_one_of_five_hundred():
    def seconds(number: int) -> float:
        rows = [(f"{n // 50}.{n}", f"{ROWS[0][1]}, step {n}", *ROWS[0][2:]) for n in range(number)]
        made = page(table(HEAD, *rows))
        start = time.process_time()
        document = read(made, "plan.html", Limits())
        spent = time.process_time() - start
        assert tables_of(document.blocks)[0].row_count == number + 1
        return spent

    assert seconds(10_000) < 20 * 2 * min(seconds(500) for _ in range(3)) + 1


@pytest.mark.fault("F76")
def test_76_a_cell_of_a_megabyte_is_kept_whole():
    text = "Train the staff of every school. " * 32_000
    (row,) = actions_of(table(HEAD, ("1.1", text, *ROWS[0][2:])))
    assert row["activity"] == text.strip()


@pytest.mark.fault("F76")
@pytest.mark.parametrize(
    ("printed", "kind", "day"),
    [
        ("Ongoing", "ongoing", None),
        ("Q2 24/25", "interval", "2024-09-30"),
        ("31 February 2026", None, None),
        ("when funds allow", None, None),
    ],
)
def test_76_a_date_is_read_or_left_and_never_guessed(printed, kind, day):
    (row,) = curated(table(HEAD, (*ROWS[0][:3], printed))).actions
    assert row.due_raw == printed
    assert str(row.due_latest) == str(day)
    if kind is not None:
        assert row.due_kind == kind


@pytest.mark.fault("F76")
def test_76_a_lead_that_nobody_knows_is_kept_as_printed_and_told():
    read_now = curated(table(HEAD, (*ROWS[0][:2], "Zibbleton Outreach Forum", "March 2026")))
    (lead,) = read_now.leads
    assert (lead.method, lead.agency_id) == ("unresolved", None)
    assert "Zibbleton Outreach Forum" in lead.raw
    assert any("Zibbleton Outreach Forum" in problem.message for problem in read_now.problems)


@pytest.mark.fault("C47")
@pytest.mark.parametrize(
    "text",
    ['=HYPERLINK("http://evil.example")', "{{7*7}}", "{% raw %}", "'; DROP TABLE actions; --"],
)
def test_47_what_looks_like_code_is_text_in_the_tables(text):
    rows = curated(table(HEAD, ("1.1", text, *ROWS[0][2:])))
    held = to_arrow("actions", rows.actions)
    assert held["activity"].to_pylist() == [text]


@pytest.mark.fault("C46")
@pytest.mark.parametrize(
    "text",
    ["1." * 50_000, "1.1 " * 25_000, " " * 100_000, "by " * 33_000, "A & " * 25_000, "(" * 50_000],
    ids=["counted", "references", "blank", "words", "names", "brackets"],
)
@pytest.mark.parametrize("column", range(4))
def test_46_a_cell_made_to_be_slow_takes_seconds_at_most(text, column):
    row = [*ROWS[0]]
    row[column] = text
    start = time.process_time()
    curated(table(HEAD, tuple(row), *ROWS[1:]))
    assert time.process_time() - start < SLOW_S


@pytest.mark.fault("F75")
def test_75_a_table_that_grew_a_column_is_read_under_the_schema_of_today(tmp_path):
    """A release written before a column was added is still compared, shown and loaded."""
    from pipeline.releases.baseline import fitted
    from tests.pipeline.release_tables import action, tables

    before = tables(actions=[action("0" * 16)])
    older = {name: held.drop_columns(held.column_names[-1:]) for name, held in before.items()}
    for name in TABLES:
        assert fitted(older[name], name).column_names == before[name].column_names
    assert check_release(before) == ()
