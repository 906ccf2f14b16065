"""The round trip of a decision: asked, decided, applied by the next run, stale on another print."""

import csv
import json
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner

from extractors.rows import OtherCell
from pipeline.cli import app
from pipeline.errors import UsageError
from pipeline.records import CuratedEdition
from pipeline.releases import find_release, read_table
from pipeline.releases.held import hold
from pipeline.review import pick, queue
from pipeline.review.deciding import Answer, decide, undo
from pipeline.review.overrides import load_overrides
from pipeline.review.people import hide_names, names_in
from pipeline.run import ingest
from pipeline.settings import Settings
from tests.pipeline.release_tables import action as action_row
from tests.pipeline.release_tables import document

PLAN = """<!DOCTYPE html><html><head><title>{title}</title></head><body><main>
<h1>{title}</h1>
<p>This plan of the partnership in Wandsworth says what will be done.</p>
<h2>Priority 1: Along the Calder and over the bridge</h2>
<table><tr><th>Ref</th><th>Action</th><th>Lead</th><th>Due date</th><th>Status</th>
<th>Priority (H/M/L)</th></tr>
<tr><td>1.1</td><td>Walk each route to the station with residents after dark.</td>
<td>Lantern</td><td>{due}</td><td>Green shoots</td><td>H</td></tr>
<tr><td>1.2</td><td>Give every school a named adviser on safe relationships.</td>
<td>Lantern and Housing; Jane Doe, Head of Service</td><td>March 2027</td><td>In progress</td>
<td>M</td></tr>
<tr><td>1.3</td><td>Publish a yearly account of reports and outcomes by ward.</td>
<td>Police</td><td>Ongoing</td><td>Green shoots</td><td>L</td></tr>
</table>
<h2>Priority 2: Holding perpetrators to account</h2>
<table><tr><th>Ref</th><th>Action</th><th>Bridge wardens</th><th>Due date</th></tr>
<tr><td>2.1</td><td>Offer every court a programme that changes behaviour.</td><td>Probation</td>
<td>April 2027</td></tr></table></main></body></html>"""
TITLE = "Wandsworth Safer Streets Delivery Plan 2026-27"
DOCUMENT = "safer-streets"
UNREAD = "when the bridge reopens"


def write_plan(folder: Path, title: str = TITLE, due: str = UNREAD) -> Path:
    folder.mkdir(exist_ok=True)
    plan = folder / "safer_streets.html"
    plan.write_text(PLAN.format(title=title, due=due), "utf-8")
    return plan


def run(data_dir: Path, plan: Path, **settings: object):
    return ingest([plan], Settings(data_dir=data_dir, workers=1, **settings))


@pytest.fixture(scope="module")
def published(tmp_path_factory):
    folder = tmp_path_factory.mktemp("review")
    run(folder / "data", write_plan(folder / "plans"))
    return folder


@pytest.fixture
def place(published, tmp_path):
    """A copy of the published folder: ``data/`` and ``plans/``."""
    shutil.copytree(published, tmp_path / "copy", symlinks=True)
    return tmp_path / "copy"


def items_of(place: Path):
    held = hold(find_release(place / "data"))
    return queue(held, load_overrides(place / "data" / "overrides"))


def answer(place: Path, key: str, value: str, **more: object):
    held = hold(find_release(place / "data"))
    return decide([(key, Answer(value, "Ann Lee", **more))], held, place / "data" / "overrides")


def rerun(place: Path, **plan: str):
    return run(place / "data", write_plan(place / "plans", **plan))


def table(place: Path, name: str) -> list[dict]:
    """The rows of a table as Python has them; superseded editions are not in a release."""
    return read_table(find_release(place / "data"), name).to_pylist()


def action(place: Path, ref: str) -> dict:
    return next(row for row in table(place, "actions") if row["ref"] == ref)


def test_the_queue_asks_each_thing_once_with_most_effect_first_and_a_line_to_paste(published):
    items = items_of(published)
    assert [(item.kind, item.text, item.rows) for item in items] == [
        ("theme", "Along the Calder and over the bridge", 3),
        ("lead", "Lantern", 2),
        ("status", "Green shoots", 2),
        ("due", UNREAD, 1),
        ("heading", "Bridge wardens", 1),
        ("row", "Offer every court a programme that changes behaviour.", 1),  # its lead, unread
    ]
    assert items[1].place == f"{DOCUMENT}, 1.1"
    assert items[1].command == f"planbook review decide {items[1].item_id} AGENCY"
    assert [item.kind for item in pick(items, "lead", DOCUMENT)] == ["lead"]


def test_decisions_are_applied_by_the_next_run_which_reads_no_document_again(place):
    theme, lead, status, due, *_ = items_of(place)
    answer(place, theme.item_id, "prevention")
    answer(place, lead.item_id, "Refuge", why="named on their site")
    answer(place, status.item_id, "in progress")
    answer(place, due.item_id, "by end of March 2027")
    report = rerun(place)
    assert report.published
    assert report.read == 0

    first = action(place, "1.1")
    assert first["due_raw"] == UNREAD
    assert (first["due_edtf"], str(first["due_latest"])[:10]) == ("../2027-03-31", "2027-03-31")
    assert first["status"] == "in_progress"
    assert {"due_edtf", "due_latest", "status", "theme_id"} <= set(first["override"])
    leads = [(row["agency_id"], row["role"], row["method"]) for row in table(place, "leads")]
    assert ("refuge", "lead", "override") in leads
    assert ("refuge", "joint", "override") in leads
    aims = [(row["theme_id"], row["theme_method"]) for row in table(place, "priorities")]
    assert aims[0] == ("prevention", "override")
    assert [item.kind for item in items_of(place)] == ["heading", "row"]
    assert not rerun(place).published


def test_when_the_print_changes_the_decision_is_stale_and_returns(place):
    answer(place, f"{DOCUMENT}/1.1/due", "2027-03-31")
    rerun(place)
    assert action(place, "1.1")["due_edtf"] == "2027-03-31"

    rerun(place, due="when the ferry returns")
    assert action(place, "1.1")["due_edtf"] is None
    assert "due_edtf" not in action(place, "1.1")["override"]
    stale = [row for row in table(place, "problems") if row["code"] == "stale_override"]
    assert len(stale) == 1
    assert UNREAD in stale[0]["message"]
    (item,) = pick(items_of(place), "stale", None)
    assert item.why.endswith("printed now: when the ferry returns")

    answer(place, item.item_id, "2027-04-30")
    rerun(place, due="when the ferry returns")
    assert action(place, "1.1")["due_edtf"] == "2027-04-30"
    assert not [row for row in table(place, "problems") if row["code"] == "stale_override"]
    assert len(load_overrides(place / "data" / "overrides").values) == 1


def test_a_heading_decided_once_is_read_in_every_document_that_prints_it(place):
    assert action(place, "2.1")["lead_raw"] is None
    (item,) = pick(items_of(place), "heading", None)
    answer(place, item.item_id, "lead")
    assert rerun(place).read == 1
    assert action(place, "2.1")["lead_raw"] == "Probation"
    assert not pick(items_of(place), "heading", None)


def test_a_decision_that_is_taken_back_leaves_no_trace(place):
    before = action(place, "1.1")
    (line,) = answer(place, f"{DOCUMENT}/1.1/urgency", "low")
    rerun(place)
    assert action(place, "1.1")["urgency"] == "low"
    undo([line.decision_id], place / "data" / "overrides")
    rerun(place)
    assert action(place, "1.1") == before | {"edition_id": before["edition_id"]}


def test_a_negative_decision_is_kept_and_the_body_not_matched_again(place):
    assert "police-metropolitan" in {row["agency_id"] for row in table(place, "leads")}
    answer(place, "alias/Police/Wandsworth", "police-metropolitan", denied=True)
    rerun(place)
    assert "police-metropolitan" not in {row["agency_id"] for row in table(place, "leads")}
    (line,) = load_overrides(place / "data" / "overrides").aliases
    assert (line.alias, line.agency_id, line.area_code, line.is_not) == (
        "Police",
        "police-metropolitan",
        "E09000032",
        "yes",
    )


def test_the_bodies_of_one_cell_its_priority_and_the_document_can_be_decided(place):
    answer(place, f"{DOCUMENT}/1.2/leads", "refuge; police-metropolitan/Custody:support")
    answer(place, f"{DOCUMENT}/1.2/priority", "none")
    answer(place, f"{DOCUMENT}/document/area", "Merton")
    answer(place, f"{DOCUMENT}/document/title", "Safer Streets")
    rerun(place)
    row = action(place, "1.2")
    own = [lead for lead in table(place, "leads") if lead["action_id"] == row["action_id"]]
    assert [(lead["agency_id"], lead["unit"], lead["role"]) for lead in own] == [
        ("refuge", None, "joint"),
        ("police-metropolitan", "Custody", "support"),
    ]
    assert row["lead_raw"].startswith("Lantern and Housing")
    assert row["priority_id"] is None
    (document,) = table(place, "documents")
    assert (document["area_name"], document["title"]) == ("Merton", "Safer Streets")
    assert set(document["override"]) == {"area_code", "area_name", "title"}


def test_names_of_people_are_replaced_in_raw_columns_where_a_setting_says_so(place):
    assert "Jane Doe" in action(place, "1.2")["lead_raw"]
    before = action(place, "1.2")["action_id"]
    run(place / "data", place / "plans", hide_names=True)
    row = action(place, "1.2")
    assert row["lead_raw"] == "Lantern and Housing; [name], Head of Service"
    assert row["action_id"] == before
    tables = find_release(place / "data").path
    assert not any(b"Jane Doe" in file.read_bytes() for file in tables.glob("*.parquet"))

    answer(place, f"{DOCUMENT}/1.2/leads", "refuge")
    run(place / "data", place / "plans", hide_names=True)
    assert "leads" in action(place, "1.2")["override"]
    run(place / "data", place / "plans")
    assert "Jane Doe" in action(place, "1.2")["lead_raw"]


def test_names_of_people_are_replaced_in_the_cells_of_columns_that_are_no_field_too():
    held = OtherCell("Told to Jane Doe", "Ask J. Doe or Jane Doe at the depot")
    row = action_row("1" * 16, other_cells=(held,), measures=("Jane Doe signs it off",))
    (shown,) = hide_names(
        CuratedEdition(document(), actions=(row,)), names_in(["Jane Doe"])
    ).actions
    assert shown.other_cells == (OtherCell("Told to [name]", "Ask J. Doe or [name] at the depot"),)
    assert shown.measures == ("[name] signs it off",)
    assert shown.boxes == row.boxes


@pytest.mark.parametrize(
    ("key", "value", "told"),
    [
        (f"{DOCUMENT}/1.1/due", "soonish", "'soonish' is no date"),
        (f"{DOCUMENT}/1.1/due_raw", "2027", "'due_raw' cannot be decided there"),
        (f"{DOCUMENT}/9.9/due", "2027", "has no row '9.9'"),
        ("safer-street/1.1/due", "2027", "Near are: safer-streets"),
        (f"{DOCUMENT}/1.1/status", "halfway", "Known are: not_started"),
        ("alias/Lantern/Wandsworth", "refuje", "Near are: refuge"),
        ("alias/Lantern/Wandswurth", "refuge", "Wandsworth"),
        ("due-00000000", "2027", "Nothing is called 'due-00000000'"),
        ("heading/Owner of task", "leed", "'leed' is no field"),
    ],
)
def test_an_answer_that_is_not_known_is_refused_in_one_line(published, key, value, told):
    with pytest.raises(UsageError, match=told) as refused:
        answer(published, key, value)
    assert "\n" not in str(refused.value)
    assert not (published / "data" / "overrides").exists()


def test_a_sheet_filled_in_by_hand_is_kept_whole_or_not_at_all(place):
    def planbook(*words: str):
        return CliRunner().invoke(app, ["review", *words, "--data-dir", str(place / "data")])

    sheet = place / "sheet.csv"
    filled = {"lead": "refuge", "status": "in progress", "due": "soonish", "theme": ""}

    def fill() -> None:
        rows = list(csv.DictReader(planbook("--format", "csv").stdout.splitlines()))
        with sheet.open("w", newline="") as file:
            writer = csv.DictWriter(file, list(rows[0]))
            writer.writeheader()
            writer.writerows(row | {"value": filled.get(row["kind"], "")} for row in rows)

    fill()
    refused = planbook("apply", str(sheet))
    assert "'soonish' is no date" in str(refused.exception)
    assert load_overrides(place / "data" / "overrides").all == ()
    filled["due"], filled["lead"] = "2027-04", "not refuge"
    fill()
    assert planbook("apply", str(sheet), "--who", "Ann Lee").exit_code == 0
    decided = load_overrides(place / "data" / "overrides")
    assert [line.value for line in decided.values] == ["in_progress", "2027-04"]
    assert [(line.agency_id, line.is_not) for line in decided.aliases] == [("refuge", "yes")]


def test_the_command_line_lists_decides_and_takes_back(place):
    def planbook(*words: str) -> str:
        result = CliRunner().invoke(app, ["review", *words, "--data-dir", str(place / "data")])
        assert result.exit_code == 0, result.output
        return result.stdout

    listed = json.loads(planbook("--format", "json", "--kind", "lead"))
    assert [item["text"] for item in listed] == ["Lantern"]
    assert "planbook review decide alias-" in planbook("--limit", "4")
    item = listed[0]["item_id"]
    line = planbook("decide", item, "refuge", "--who", "Ann Lee", "--why", "their site")
    assert line == f"planbook review undo {item}\n"
    assert '"alias": "Lantern"' in planbook("decisions", "--format", "json")
    planbook("undo", item)
    assert json.loads(planbook("decisions", "--format", "json")) == []
