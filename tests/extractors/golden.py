"""Where the golden documents are, and what their gold calls the fields of an action."""

from pathlib import Path

DOCUMENTS = Path(__file__).parents[1] / "documents"
FIELDS = {  # name in the gold, as a release has it, to the field that extraction gives
    "objective": "objective",
    "activity": "activity",
    "lead_raw": "lead",
    "support_raw": "support",
    "start_raw": "start",
    "due_raw": "due",
    "status_raw": "status",
    "rating_raw": "rating",
}
