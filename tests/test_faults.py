"""Every case of ``faults.csv`` is shown by a test that names it: ``@pytest.mark.fault("A3")``."""

import pytest

from scripts.fault_index import as_page, cases, shown_by

LETTERS = {"A": 27, "B": 40, "C": 47, "D": 65, "E": 74, "F": 76}  # the last number of each
PROPERTIES = 11


def test_the_list_holds_every_case_and_property_once():
    start, names = 1, []
    for letter, last in LETTERS.items():
        names += [f"{letter}{number}" for number in range(start, last + 1)]
        start = last + 1
    names += [f"R{number}" for number in range(1, PROPERTIES + 1)]
    assert [line.case for line in cases()] == names
    assert all(line.fault and line.outcome for line in cases())


@pytest.mark.fault("R1")
def test_r1_every_case_is_shown_by_a_test():
    shown = shown_by()
    assert [line.case for line in cases() if line.case not in shown] == []


def test_no_test_names_a_case_that_is_not_in_the_list():
    known = {line.case for line in cases()}
    assert {case: tests for case, tests in shown_by().items() if case not in known} == {}


def test_the_page_of_the_documentation_has_a_line_for_each_case():
    page = as_page()
    assert page.count("\n| ") == len(cases()) + 2
    assert "| A1 | a PDF without a byte | named | a hostile document is read or named |" in page
