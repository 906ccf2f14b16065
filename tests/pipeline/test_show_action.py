import io
import json
import subprocess
import sys
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image

from extractors.errors import UnreadableDocument
from pipeline import schema
from pipeline.errors import UsageError
from pipeline.export.page_image import DPI, EDGE, MAX_PIXELS, draw_pages
from pipeline.publish import write_release
from pipeline.releases import queries
from pipeline.releases.one_action import find_action
from pipeline.show.one import PRINTED, show_action
from tests.pipeline.release_tables import PDF, WORD, action, document, lead, report, tables

ROOT = Path(__file__).parents[2]
STRATEGY = ROOT / "samples" / "documents" / "mereshire_strategy_2025_2028.pdf"
PLANBOOK = Path(sys.executable).parent / "planbook"
ID, OTHER = "3fa1b2c4d5e6f708", "3fa1ffffffffffff"


@pytest.fixture
def opened(tmp_path):
    change = schema.ChangeRow(
        document_id="mereshire-strategy",
        action_id=ID,
        change="edited",
        column="due_raw",
        before="by end of 2026",
        after="by end of 2027",
        edition_before=WORD,
        edition_after=PDF,
    )
    held = tables(
        documents=[document(), document(WORD, current=False, file_name="plan.docx")],
        actions=[action(ID), action(ID, edition_id=WORD), action(OTHER)],
        leads=[lead(ID, 1, "Police"), lead(ID, 1, "Police", edition_id=WORD)],
        changes=[change],
    )
    with queries.connect(write_release(tmp_path / "curated", held, {}, report())) as connection:
        yield connection


def test_an_action_comes_with_its_bodies_editions_and_changes(opened):
    held = find_action(opened, ID)
    assert held.action["due_raw"] == "by end of 2027"
    assert held.document["file_name"] == "mereshire_strategy.pdf"
    assert [row["agency_name"] for row in held.leads] == ["Police"]
    assert [name.split()[0] for name in held.editions] == ["mereshire_strategy.pdf", "plan.docx"]
    assert [row["before"] for row in held.changes] == ["by end of 2026"]


def test_cells_of_no_column_are_shown_under_their_headings(opened, capsys):
    show_action(find_action(opened, ID))
    shown = capsys.readouterr().out
    assert "Funding: Home Office grant" in shown
    assert "Phase 2" in shown


def test_the_beginning_of_an_id_will_do_where_no_other_begins_so(opened):
    assert find_action(opened, "3FA1b").action["action_id"] == ID


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("3fa1", "2 actions begin with '3fa1'"),
        ("beef1234", "no action 'beef1234'"),
        ("3", "no action '3'"),
        ("' OR 1=1 --", "no action"),
    ],
)
def test_an_id_that_fits_none_or_several_is_told_in_a_line(opened, asked, told):
    with pytest.raises(UsageError, match=told):
        find_action(opened, asked)


def test_the_columns_that_are_printed_are_columns_of_the_schema():
    assert set(PRINTED) < {column.name for column in schema.columns_of("actions")}


def picture(boxes, path=STRATEGY):
    return Image.open(io.BytesIO(draw_pages(path, boxes)))


def test_a_box_is_drawn_where_the_row_is_printed():
    page = picture([(3, 50.0, 100.0, 500.0, 140.0)])
    scale = DPI / 72
    assert page.getpixel((int(49 * scale), int(120 * scale))) == EDGE
    assert page.getpixel((int(20 * scale), int(120 * scale))) != EDGE


def test_a_row_over_two_pages_gives_both_one_below_the_other():
    one = picture([(3, 50.0, 100.0, 500.0, 140.0)])
    both = picture([(3, 50.0, 100.0, 500.0, 140.0), (4, 50.0, 80.0, 500.0, 90.0)])
    assert both.height > 2 * one.height


def test_a_page_of_absurd_size_is_drawn_smaller(tmp_path):
    large = pypdfium2.PdfDocument.new()
    large.new_page(14_000, 14_000)
    large.save(tmp_path / "large.pdf")
    page = picture([(1, 10.0, 10.0, 20.0, 20.0)], tmp_path / "large.pdf")
    assert page.width * page.height < 1.01 * MAX_PIXELS


@pytest.mark.parametrize("boxes", [[(99, 1.0, 1.0, 2.0, 2.0)]])
def test_a_page_that_is_not_there_is_no_traceback(boxes):
    with pytest.raises(UnreadableDocument, match="cannot be drawn"):
        draw_pages(STRATEGY, boxes)


def planbook(*words):
    return subprocess.run(
        [PLANBOOK, *map(str, words)], cwd=ROOT, capture_output=True, text=True, check=False
    )


def test_show_prints_every_field_and_draws_the_page(sample_release, tmp_path):
    import pipeline

    actions = pipeline.load("actions", data_dir=sample_release)
    carried = actions[actions["page_end"] > actions["page"]].iloc[0]
    call = ("show", carried["action_id"], "--data-dir", sample_release)
    shown = planbook(*call, "--image", tmp_path / "page.png")
    assert shown.returncode == 0, shown.stderr
    for column in schema.columns_of("actions"):
        assert column.name in shown.stdout
    with Image.open(tmp_path / "page.png") as page:
        assert page.height > 1500  # both pages
    held = json.loads(planbook(*call, "--format", "json").stdout)
    assert held["action"]["joined"]

    word = actions[actions["page"].isna()].iloc[0]["action_id"]
    refused = planbook("show", word, "--image", tmp_path / "no.png", "--data-dir", sample_release)
    assert refused.returncode == 2
    assert "there is no page to draw" in refused.stderr
