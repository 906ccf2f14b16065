import pytest

from benchmarks.compare_readings import compare, read_folder, show


def reading(*cells: str, errors: tuple[str, ...] = ()) -> dict[str, list[str]]:
    return {"errors": list(errors), "cells": list(cells)}


@pytest.mark.fault("R11")
def test_r11_new_failures_come_first_then_lost_cells_then_gained_ones():
    before = {
        "as_it_was.pdf": reading("lead: Housing"),
        "gained.pdf": reading("lead: Housing"),
        "lost.pdf": reading("lead: Housing", "lead: Housing", "due: March 2026"),
        "crashed.pdf": reading("ref: 1.1"),
    }
    after = {
        "as_it_was.pdf": reading("lead: Housing"),
        "gained.pdf": reading("lead: Housing", "ref: 1.1"),
        "lost.pdf": reading("lead: Housing", "due: March 2026"),
        "crashed.pdf": reading(errors=("crashed",)),
    }
    found = list(compare(before, after))
    assert [difference.name for difference in found] == ["crashed.pdf", "lost.pdf", "gained.pdf"]
    assert found[0].new_errors == ["crashed"]
    assert found[1].lost == ["lead: Housing"]
    assert found[2].gained == ["ref: 1.1"]


def test_the_report_says_how_much_was_lost(capsys):
    show(compare({"a.pdf": reading("ref: 1.1")}, {}), 1)
    told = capsys.readouterr().out
    assert "a.pdf: 1 cells lost, 0 gained" in told
    assert "1 documents, 1 differ, 1 cells lost." in told


def test_a_folder_is_read_by_name_with_its_errors(tmp_path):
    (tmp_path / "plan.html").write_text("<h1>Plan</h1><table><tr><td>Ref</td></tr></table>")
    (tmp_path / "empty.pdf").write_bytes(b"%PDF-1.7 nothing")
    read = read_folder(tmp_path)
    assert read["plan.html"]["errors"] == []
    assert read["empty.pdf"]["errors"]
