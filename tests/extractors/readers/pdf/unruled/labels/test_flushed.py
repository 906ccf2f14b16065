"""Labels set to the right or to the middle of their column begin at one place for all else."""

from extractors.readers.pdf.lines import make_lines
from extractors.readers.pdf.record import Word
from extractors.readers.pdf.unruled.find import find_unruled
from extractors.readers.pdf.unruled.labels.flushed import flushed_left
from tests.extractors.readers.pdf_fixtures import words

CARD = (("Our action", "Mend the quay"), ("Lead", "Vale"), ("Completion date", "2027"))


def page(place, *, bold: bool) -> list[Word]:
    """Two cards whose labels, before texts at 200, begin at the ``place`` of their width."""
    made: list[Word] = []
    for at, (label, text) in enumerate(CARD * 2):
        base = 60 + 15 * at + 40 * (at > 2)
        (*_, last) = words(base, (0, label))
        made += words(base, (place(last.x1), label), bold=bold) + words(base, (200, text))
    return made


def starts(page: list[Word]) -> set[int]:
    return {round(line.x0) for line in flushed_left(make_lines(page))}


def test_bold_labels_that_end_at_one_place_begin_at_one():
    assert len(starts(page(lambda width: 180 - width, bold=True))) == 1


def test_labels_in_the_middle_of_their_column_that_come_again_begin_at_one_place():
    centred = page(lambda width: 110 - width / 2, bold=False)
    assert len(starts(centred)) == 1
    assert [len(grid.ys) - 1 for grid in find_unruled(centred, (), ()).grids] == [3, 3]
