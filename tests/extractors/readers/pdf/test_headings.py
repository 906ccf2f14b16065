"""Which paragraphs of a PDF are headings, and which stands above which."""

from dataclasses import replace

from extractors.blocks import Box, Paragraph, Place
from extractors.readers.pdf.page.blocks import PageBlocks, Text
from extractors.readers.pdf.whole.document import assemble
from extractors.readers.pdf.whole.headings import Looks, heading_level


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


PROSE = "Residents told us what matters to them, and what we should do first. " * 8


def plain(words: str, size: float, colour: str, lines: int = 1) -> Text:
    place = Place((Box(2, 50.0, 100.0, 300.0, 112.0),))
    return Text(Paragraph(words, size=size, place=place), colour, lines, 50.0, 500.0)


def levels(*blocks: Text) -> list[int | None]:
    looks = Looks([plain(PROSE, 12.0, "#000000", lines=9), *blocks])
    return [heading_level(block, block.paragraph, looks) for block in blocks]


def test_a_heading_in_a_colour_of_its_own_is_little_larger_than_the_text():
    # Word sets its second heading 13 over 12 points, not bold, in blue.
    assert levels(
        plain("Action 4: Quiet streets", 13.02, "#2f5496"),
        plain("Action 4: Quiet streets", 13.02, "#000000"),
        plain("Action 4: Quiet streets", 13.02, "#404040"),
    ) == [1, None, None]


def test_lines_of_the_texts_size_are_headings_where_their_colour_sets_no_sentence():
    # Word's third heading is as large as the text, not bold, in a darker blue.
    assert levels(
        plain("What we heard", 12.0, "#1f3763"),
        plain("Lessons learned", 12.0, "#1f3763"),
    ) == [1, 1]


def test_a_colour_that_sets_sentences_links_or_one_line_alone_marks_no_heading():
    assert (
        levels(
            plain("What a neighbour said", 12.0, "#c00000"),
            plain("I could not sleep, and nobody came.", 12.0, "#c00000"),
            plain("Read the plan", 12.0, "#0563c1"),
            plain("Read the report", 12.0, "#0563c1"),
            plain("Draft for comment", 12.0, "#00b050"),
        )
        == [None] * 5
    )


def test_a_sentence_is_a_heading_in_the_look_of_others_alone():
    titles = [text(f"Action {n}: Light the quay", 14.0) for n in (1, 2)]
    alike, other = text("Action 3: Mend the slip.", 14.0), text("Nobody came.", 15.0)
    assert levels(*titles, alike, other)[2:] == [1, None]


def test_a_bold_sentence_is_a_heading_where_the_word_before_its_number_counts_others():
    titles = [text(f"Action {n}: Light the quay", 12.0) for n in (1, 2)]
    alike = text("Action 3: Mend the slip. Costs are met.", 12.0)
    assert levels(*titles, alike, text("Nobody came.", 12.0))[2:] == [1, None]


def test_titles_that_are_counted_and_set_larger_are_headings_though_all_end_in_a_stop():
    titles = [text(f"Action {n}: Light the quay.", 14.0) for n in (1, 2)]
    assert levels(*titles, text("Nobody came.", 14.0)) == [1, 1, None]


def test_a_star_or_dot_before_large_bold_words_is_a_picture_and_marks_no_item():
    def marked(words: str, size: float) -> Text:
        block = text(words, size)
        return replace(block, paragraph=replace(block.paragraph, marker="★"))

    assert levels(marked("Warm homes", 15.0), marked("Warm homes", 12.0)) == [None, None]
    assert levels(marked("Warm homes", 16.0), marked("Clean travel", 16.0)) == [1, 1]


def test_chapters_of_one_page_are_no_title_of_the_document():
    def title(*blocks: Text) -> str | None:
        at = (Box(1, 50.0, 100.0 + 90 * n, 300.0, 112.0 + 90 * n) for n, _ in enumerate(blocks))
        placed = (
            replace(b.paragraph, place=Place((box,))) for b, box in zip(blocks, at, strict=True)
        )
        texts = (replace(b, paragraph=one) for b, one in zip(blocks, placed, strict=True))
        return assemble([PageBlocks(1, 595.0, 842.0, tuple(texts))]).title

    prose = plain(PROSE, 10.0, "#000000", lines=9)
    one, other = text("Homes", 20.0), text("Glossary", 20.0)
    assert title(one, prose, other, prose) == "Homes"
    assert title(one, other, prose) == "Homes Glossary"
    assert title(text("2025 to 2030", 24.0), one, prose) == "Homes"


def test_sizes_measured_on_a_picture_differ_a_little_between_titles_of_one_look():
    """A scanned plan: three themes of 18 points and one of 17, which was part of another."""
    blocks = [
        plain("Armed forces plan", 24.0, "#000000"),
        plain(PROSE, 12.0, "#000000", lines=9),
        *(plain(words, 18.0, "#000000") for words in ("Housing", "Education", "Employment")),
        plain("Health and welfare", 17.0, "#000000"),
        plain("Action 1", 14.0, "#000000"),
    ]
    for recognised, expected in ((True, [1, 2, 2, 2, 2, 3]), (False, [1, 2, 2, 2, 3, 4])):
        looks = Looks(blocks, recognised=recognised)
        found = [heading_level(block, block.paragraph, looks) for block in blocks]
        assert [level for level in found if level is not None] == expected
