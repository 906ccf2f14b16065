"""The notebooks are kept without output; ``test_docs.py`` runs them and looks at what they show."""

from pathlib import Path

import nbformat
import pytest

NOTEBOOKS = sorted((Path(__file__).parent.parent / "notebooks").glob("*.ipynb"))


def test_there_are_three_notebooks():
    assert [path.stem for path in NOTEBOOKS] == [
        "1_first_look",
        "2_compare_priorities",
        "3_how_sure_are_we",
    ]


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_is_kept_valid_and_without_output(path):
    held = nbformat.read(path, as_version=4)
    nbformat.validate(held)
    for cell in held.cells:
        if cell.cell_type == "code":
            assert cell.outputs == []
            assert cell.execution_count is None
