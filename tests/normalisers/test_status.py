import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalisers.status import normalise_status


@pytest.mark.parametrize(
    ("printed", "status"),
    [
        ("Not started", "not_started"),
        ("Not yet started.", "not_started"),
        ("Yet to begin - waiting for the new co-ordinator", "not_started"),
        ("0%", "not_started"),
        ("In Progress", "in_progress"),
        ("In-progress", "in_progress"),
        ("On track", "in_progress"),
        ("Underway; survey sent to schools", "in_progress"),
        ("Work has started on the directory", "in_progress"),
        ("Started conversations with two providers", None),
        ("Started in March 2024", "in_progress"),
        ("Partially complete", "in_progress"),
        ("75% complete", "in_progress"),
        ("Amber - in progress", "in_progress"),
        ("Complete", "complete"),
        ("COMPLETED", "complete"),
        ("Completed - policy agreed May 2024", "complete"),
        ("Complete. Training given to all staff", "complete"),
        ("Completed March 2024", "complete"),
        ("This action has been completed", "complete"),
        ("Status: Complete", "complete"),
        ("Green – complete", "complete"),
        ("100% complete", "complete"),
        ("✓", "complete"),
        ("✔\ufe0f", "complete"),
        ("Closed", "complete"),
        ("Done", "complete"),
        ("Overdue", "delayed"),
        ("Delayed due to recruitment", "delayed"),
        ("Off track", "delayed"),
        ("On hold until the new contract begins", "delayed"),
        ("Superseded", "dropped"),
        ("Superseded by action 4.2", "dropped"),
        ("Closed - no longer required", "dropped"),
        ("No longer needed", "dropped"),
        ("Ongoing", "ongoing"),
        ("On-going. Meetings each quarter", "ongoing"),
        ("Completed and ongoing", "ongoing"),
        ("Complete/ongoing", "ongoing"),
        ("Business as usual", "ongoing"),
        ("Соmplete", "complete"),  # its С and о are Cyrillic
    ],
)
def test_a_status_is_read_from_its_first_words(printed, status):
    assert normalise_status(printed) == status


@pytest.mark.parametrize(
    "printed",
    [
        "",
        " - ",
        "n/a",
        "TBC",
        "Not completed",
        "To be completed by June",
        "Complete by March 2025",
        "Completed subject to sign off",
        "Complete but awaiting sign-off",
        "Met with three schools",
        "Removed barriers to reporting",
        "Green",
        "B",
        "C",
        "150%",
        "Training was completed and the policy started",
        "At risk",
        "y" * 20_000,
    ],
)
def test_what_does_not_open_with_a_status_is_unknown(printed):
    assert normalise_status(printed) is None


@given(st.text(max_size=120))
def test_no_text_is_too_odd_for_a_status(printed):
    normalise_status(printed)
