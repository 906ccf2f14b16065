import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.engines import ENGINES, installed

SAMPLE = Path(__file__).parents[1] / "documents" / "ruled.pdf"
LINE_ENDS = str.maketrans("\n", " ")


@pytest.mark.parametrize("name", list(installed()))
def test_every_tool_that_is_installed_reads_the_same_cells(name):
    reading = ENGINES[name].read(str(SAMPLE))
    assert reading.pages == 1
    if ENGINES[name].tables:
        assert "Oldwick Council / Parks Service" in [
            cell.translate(LINE_ENDS) for cell in reading.cells
        ]


def test_a_file_of_ones_own_is_measured_without_f1(tmp_path):
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks", str(tmp_path / "plan.pdf")],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert "no such file" in done.stderr
