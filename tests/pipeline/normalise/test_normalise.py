import pytest

from normalisers.errors import ReferenceDataError
from pipeline import normalise
from pipeline.errors import JobFailed


def test_a_faulty_reference_line_ends_the_run_with_its_file_and_number(monkeypatch):
    def faulty() -> None:
        raise ReferenceDataError("aliases.csv line 12: WCC stands for two bodies in E10000031.")

    monkeypatch.setattr(normalise, "check_reference", faulty)
    with pytest.raises(JobFailed, match=r"aliases\.csv line 12.*nothing was published"):
        normalise.check_facts()


def test_the_reference_tables_that_ship_are_sound():
    normalise.check_facts()
