"""Which test shows which case of ``tests/faults.csv``; read from the source of the tests."""

import ast
import csv
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent
TESTS = ROOT / "tests"
CASES = TESTS / "faults.csv"
MARK = "pytest.mark.fault"
MADE_BY = "Hostile"  # a document of a table of hostile ones; its first word is its case


@dataclass(frozen=True, slots=True)
class Case:
    """A line of the list: ``Case("A1", "a PDF without a byte", "named")``."""

    case: str
    fault: str
    outcome: str


def cases() -> list[Case]:
    """Every case and property, in the order of the list."""
    with CASES.open(encoding="utf-8", newline="") as lines:
        return [Case(**line) for line in csv.DictReader(lines)]


def shown_by() -> dict[str, list[str]]:
    """Case to the tests that name it: ``{"A3": ["tests/…/test_pdf.py::test_a_cut_file"]}``."""
    found: dict[str, list[str]] = defaultdict(list)
    for file in sorted(TESTS.rglob("test_*.py")):
        tree = ast.parse(file.read_text("utf-8"))
        made = [case for call in _calls(tree, MADE_BY) for case in _words(call.args[:1])]
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
                for case in dict.fromkeys(_named(node, made)):
                    found[case].append(f"{file.relative_to(ROOT)}::{node.name}")
    return found


def as_page() -> str:
    """The list as a page of the documentation."""
    tests = shown_by()
    rows = [
        f"| {line.case} | {line.fault} | {line.outcome} | {_links(tests[line.case])} |"
        for line in cases()
    ]
    head = ["| | what is wrong | what happens | shown by |", "| --- | --- | --- | --- |"]
    return (
        "# What goes wrong, and what then happens\n\nA: PDF, B: Word, C: pages and texts, D: the "
        "network, E: processes and disks, F: data, R: properties of the whole. Each line is shown "
        "by tests that name it; *named* means a row of `problems` with a code and a message, while "
        "all else goes on. This page is made from `tests/faults.csv` and the tests.\n\n"
        + "\n".join([*head, *rows])
        + "\n"
    )


def _named(test: ast.FunctionDef, made: list[str]) -> Iterator[str]:
    for line in test.decorator_list:
        for call in _calls(line, MARK):
            named = list(_words(call.args))
            yield from named or made


def _calls(tree: ast.AST, name: str) -> list[ast.Call]:
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    return [call for call in calls if ast.unparse(call.func) == name]


def _words(args: list[ast.expr]) -> Iterator[str]:
    for word in args:
        if isinstance(word, ast.Constant) and isinstance(word.value, str):
            yield word.value


def _links(tests: list[str]) -> str:
    names = [test.partition("::")[2].removeprefix("test_").replace("_", " ") for test in tests]
    return "; ".join(names)
