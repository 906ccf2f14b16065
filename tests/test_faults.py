"""Every case of ``faults.csv`` is shown by a test that names it: ``@pytest.mark.fault("A3")``."""

import ast
import csv
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.pipeline.test_faults_documents import DOCUMENTS

TESTS = Path(__file__).parent
CASES = TESTS / "faults.csv"
LETTERS = {"A": 27, "B": 40, "C": 47, "D": 65, "E": 74, "F": 76}  # the last number of each
PROPERTIES = 11


def cases() -> list[dict[str, str]]:
    with CASES.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def fault_marks() -> dict[str, list[str]]:
    """Case to the tests that show it: ``{"A3": ["tests/…/test_pdf.py::test_a_file_cut_short"]}``.

    Read from the source, so that one file can be run alone.
    """
    found: dict[str, list[str]] = defaultdict(list)
    for file in sorted(TESTS.rglob("test_*.py")):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
                for case in marked(node):
                    found[case].append(f"{file.relative_to(TESTS.parent)}::{node.name}")
    return found


def marked(test: ast.FunctionDef) -> Iterator[str]:
    """The cases that a test names; the test over hostile documents has one a document."""
    for call in [node for line in test.decorator_list for node in ast.walk(line)]:
        if isinstance(call, ast.Call) and ast.unparse(call.func) == "pytest.mark.fault":
            for case in call.args:
                if isinstance(case, ast.Constant):
                    yield case.value
                else:
                    yield from {one.case for one in DOCUMENTS}


def test_the_list_holds_every_case_and_property_once():
    start, names = 1, []
    for letter, last in LETTERS.items():
        names += [f"{letter}{number}" for number in range(start, last + 1)]
        start = last + 1
    names += [f"R{number}" for number in range(1, PROPERTIES + 1)]
    assert [line["case"] for line in cases()] == names
    assert all(line["fault"] and line["outcome"] for line in cases())


@pytest.mark.fault("R1")
def test_r1_every_case_is_shown_by_a_test():
    shown = fault_marks()
    assert [line["case"] for line in cases() if line["case"] not in shown] == []


def test_no_test_names_a_case_that_is_not_in_the_list():
    known = {line["case"] for line in cases()}
    assert {case: tests for case, tests in fault_marks().items() if case not in known} == {}
