"""Which paragraphs of a PDF are headings, and which stands above which."""

from extractors.blocks import Box, Paragraph, Place
from extractors.readers.pdf.page.blocks import Text
from extractors.readers.pdf.whole.headings import Looks


def text(words: str, size: float, colour: str = "#000000", page: int = 2) -> Text:
    place = Place((Box(page, 50.0, 100.0, 300.0, 112.0),))
    return Text(Paragraph(words, bold=True, size=size, place=place), colour, 1, 50.0, 500.0)


def test_of_two_looks_of_one_size_and_weight_the_coloured_one_stands_higher_in_every_run():
    # Looks are held in a set, whose order changes from run to run.
    sizes = [12.0, 14.0, 16.0]
    prose = text("Residents told us what matters to them. " * 20, 10.0)
    headings = [
        text("Safer streets", size, colour) for size in sizes for colour in ("#000000", "#1f497d")
    ]
    looks = Looks([text("Our strategy", 30.0, page=1), prose, *headings])
    assert [looks.level(heading) for heading in headings] == [6, 5, 4, 3, 2, 1]
