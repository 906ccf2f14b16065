"""All reference files are read, and checked, by one call."""

from pathlib import Path

import pytest

from normalisers.errors import ReferenceDataError
from normalisers.phrases import read_phrases
from normalisers.reference_check import check_reference


def test_the_projects_own_facts_are_in_order() -> None:
    check_reference()


def test_a_month_without_its_number_stops_with_the_line(tmp_path: Path) -> None:
    file = tmp_path / "phrases.csv"
    file.write_text("list,phrase,value,note\nmonth,june,6,\nmonth,july,seven,\n", "utf-8")
    with pytest.raises(ReferenceDataError, match=r"phrases\.csv line 3: value 'seven'"):
        read_phrases(file)
