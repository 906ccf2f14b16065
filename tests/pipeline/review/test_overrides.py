"""The files of decisions: one line a decision, sorted, safe to edit by hand; and their values."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline import schema
from pipeline.errors import UsageError
from pipeline.review.corrections import decisions_for
from pipeline.review.override_values import FIELDS, date_columns, read_named_leads, read_value
from pipeline.review.overrides import (
    ANY,
    Alias,
    Heading,
    Override,
    Overrides,
    load_overrides,
    text_hash,
    write_decisions,
)

PRINTED = "when funds allow"
DUE = Override(
    "mereshire-plan",
    "a1b2",
    "due",
    text_hash(PRINTED),
    "2027-03",
    PRINTED,
    "mereshire-plan",
    "Ann Lee",
    "2026-11-21",
    "told by the council",
)
ALIAS = Alias("Lantern", "refuge", "E09000032", "", "", "Ann Lee", "2026-11-21", "")


def test_a_decision_is_one_line_and_files_stay_sorted(tmp_path):
    other = replace(DUE, document_id="calderwick-plan")
    write_decisions(tmp_path, [DUE])
    write_decisions(tmp_path, [other, ALIAS])
    lines = (tmp_path / "overrides.csv").read_text("utf-8").splitlines()
    assert lines[0].startswith("document_id,row,field,text_hash,value,printed,seen_in,decided_by")
    assert [line.partition(",")[0] for line in lines[1:]] == ["calderwick-plan", "mereshire-plan"]
    assert (tmp_path / "aliases.csv").read_text("utf-8").endswith("\n")
    assert not (tmp_path / "headings.csv").exists()
    assert load_overrides(tmp_path) == Overrides((other, DUE), (ALIAS,))


def test_a_new_decision_on_the_same_cell_takes_the_place_of_the_old_one(tmp_path):
    anew = replace(DUE, value="2027-09", text_hash=text_hash("when the hall is built"))
    write_decisions(tmp_path, [DUE])
    write_decisions(tmp_path, [anew])
    assert load_overrides(tmp_path).values == (anew,)


def test_decisions_for_two_texts_anywhere_stand_side_by_side(tmp_path):
    one = replace(DUE, document_id=ANY, row=ANY, field="status", value="delayed")
    write_decisions(tmp_path, [one, replace(one, text_hash=text_hash("paused"))])
    assert len(load_overrides(tmp_path).values) == 2


def test_a_name_means_one_thing_in_an_area_and_may_not_mean_several(tmp_path):
    denied = [
        replace(ALIAS, agency_id="advance", is_not="yes"),
        replace(ALIAS, agency_id="equation", is_not="yes"),
    ]
    write_decisions(tmp_path, [ALIAS, *denied, replace(ALIAS, alias="LANTERN", agency_id="mind")])
    meant = [(line.agency_id, line.is_not) for line in load_overrides(tmp_path).aliases]
    assert sorted(meant) == [("advance", "yes"), ("equation", "yes"), ("mind", "")]


def test_a_decision_for_an_area_goes_before_one_for_everywhere():
    everywhere = replace(ALIAS, area_code="", agency_id="mind")
    decisions = decisions_for("mereshire-plan", Overrides(aliases=(everywhere, ALIAS)))
    assert decisions.names_in("E09000032").names[0].agency_id == "refuge"
    assert decisions.names_in("E09000024").names[0].agency_id == "mind"


def test_a_name_in_a_document_without_an_area_is_decided_for_that_document_alone():
    decided = Overrides(aliases=(replace(ALIAS, area_code="mereshire-plan"),))
    assert decisions_for("mereshire-plan", decided).names_in(None).names[0].agency_id == "refuge"
    assert decisions_for("calderwick-plan", decided).names_in(None).names == ()


def test_what_can_touch_one_document_alone_leaves_the_others_as_they_are():
    decided = Overrides((DUE,))
    assert decided.digest_of("mereshire-plan") != Overrides().digest_of("mereshire-plan")
    assert decided.digest_of("calderwick-plan") == Overrides().digest_of("calderwick-plan")
    signed = Overrides((replace(DUE, why="asked again", decided_by="Bo Kim"),))
    assert signed.digest_of("mereshire-plan") == decided.digest_of("mereshire-plan")


def test_a_decision_is_never_applied_to_another_text_and_spaces_do_not_count():
    decisions = decisions_for("mereshire-plan", Overrides((DUE,)))
    assert decisions.value("a1b2", "due", "when the hall is built") is None
    assert decisions.value("ffff", "due", PRINTED) is None
    assert decisions.applied == set()
    assert decisions.value("a1b2", "due", "when  funds\nallow") == "2027-03"
    assert decisions.applied == {DUE.decision_id}


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (lambda text: text.replace("decided_on", "day"), "the columns are not"),
        (lambda text: text.replace("2026-11-21", "21/11/2026"), "Write it as 2026-11-21"),
        (lambda text: text + text.splitlines()[1] + "\n", "line 3: the same was decided"),
        (lambda text: text.replace(",2027-03,", ","), "line 2: the columns are not"),
    ],
)
def test_a_spoilt_line_is_named(tmp_path, spoil, told):
    write_decisions(tmp_path, [DUE])
    file = tmp_path / "overrides.csv"
    file.write_text(spoil(file.read_text("utf-8")), "utf-8")
    with pytest.raises(UsageError, match=told):
        load_overrides(tmp_path)


def test_a_file_that_is_no_text_is_named(tmp_path):
    (tmp_path / "headings.csv").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(UsageError, match=r"headings\.csv cannot be read"):
        load_overrides(tmp_path)


def test_taking_back_a_heading_leaves_an_empty_file_with_its_columns(tmp_path):
    heading = Heading("Bridge wardens", "lead", "Ann Lee", "2026-11-21", "")
    write_decisions(tmp_path, [heading])
    write_decisions(tmp_path, [], [heading])
    assert load_overrides(tmp_path) == Overrides()


@pytest.mark.parametrize(
    ("field", "written", "kept"),
    [
        ("due", "end of March 2027", "2027-03-31"),
        ("due", "../2027-03-31", "../2027-03-31"),
        ("start", "2026-04/2027-03", "2026-04/2027-03"),
        ("due", "Ongoing", "ongoing"),
        ("due", "TBC", "tbc"),
        ("status", "In progress", "in_progress"),
        ("rag", "none", "none"),
        ("theme", "Domestic abuse", "domestic-abuse"),
        ("leads", "Refuge; police-metropolitan / Custody:support",
         "refuge; police-metropolitan/Custody:support"),
        ("leads", "as-printed Calder Women's Hub", "as-printed Calder Women's Hub"),
        ("leads", "none", "none"),
        ("area", "Wandsworth", "E09000032"),
        ("score", "ok", "100"),
    ],
)  # fmt: skip
def test_what_a_person_writes_is_kept_in_one_form(field, written, kept):
    assert read_value(field, written) == kept
    assert read_value(field, kept) == kept


@pytest.mark.parametrize(
    ("field", "written", "told"),
    [
        ("due", "2027-13", "is no date"),
        ("due", "2027-05/2027-01", "is no date"),
        ("due", "Year 1", "is no date"),
        ("theme", "domestic abose", "Near are: domestic-abuse"),
        ("leads", "refuje", "Near are: refuge"),
        ("period", "soon", "is no run of years"),
        ("due_raw", "2027", "'due_raw' cannot be decided"),
    ],
)
def test_a_value_that_is_not_known_is_refused_with_near_ones(field, written, told):
    with pytest.raises(UsageError, match=told):
        read_value(field, written)


def test_a_decided_date_fills_every_column_of_the_date():
    assert date_columns("due", "2026-04/2027-03") == {
        "due_edtf": "2026-04/2027-03",
        "due_earliest": date(2026, 4, 1),
        "due_latest": date(2027, 3, 31),
        "due_kind": "interval",
    }
    assert date_columns("due", "../2027-03-31")["due_earliest"] is None
    assert date_columns("due", "ongoing")["due_edtf"] == "../.."
    assert date_columns("start", "tbc") == {
        "start_edtf": None,
        "start_earliest": None,
        "start_latest": None,
    }


def test_several_bodies_with_units_and_roles_are_read():
    first, second = read_named_leads("refuge/Outreach; police-metropolitan:support")
    assert (first.agency_id, first.unit, first.role) == ("refuge", "Outreach", None)
    assert (second.agency_id, second.role) == ("police-metropolitan", "support")


@given(st.sampled_from(sorted(FIELDS)), st.text(max_size=40))
def test_whatever_is_written_becomes_a_value_that_reads_the_same_or_is_refused(field, written):
    try:
        kept = read_value(field, written)
    except UsageError:
        return
    assert read_value(field, kept) == kept
    if field in ("due", "start"):
        assert set(date_columns(field, kept)) <= set(schema.ActionRow.__dataclass_fields__)
