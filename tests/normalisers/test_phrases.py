from collections import Counter
from pathlib import Path

import pytest

from normalisers.dates.words import DATE_LISTS
from normalisers.errors import ReferenceDataError
from normalisers.phrases import PHRASES, all_phrases, phrases_of, read_phrases
from normalisers.text import fold


def test_a_phrase_has_one_meaning_in_a_date_cell():
    words = Counter(
        line.phrase for line in all_phrases() if line.list in DATE_LISTS and line.list != "status"
    )
    assert [phrase for phrase, lists in words.items() if lists > 1] == []


def test_phrases_are_written_as_cells_are_folded():
    assert [line.phrase for line in all_phrases() if fold(line.phrase) != line.phrase] == []


def test_the_file_is_sorted_by_list_and_phrase():
    lines = PHRASES.read_text("utf-8").splitlines()[1:]
    names = [line.split(",")[0] for line in lines]
    assert names == sorted(names)
    assert phrases_of("rag")["amb"] == "amber"


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        ("month,june,6,\nmonth,june,7,", "line 3"),
        ("month,,6,", "line 2"),
        ("month,june,6", "line 2"),
    ],
)
def test_a_wrong_line_stops_with_its_number(tmp_path: Path, lines, message):
    file = tmp_path / "phrases.csv"
    file.write_text("list,phrase,value,note\n" + lines + "\n", "utf-8")
    with pytest.raises(ReferenceDataError, match=message):
        read_phrases(file)
