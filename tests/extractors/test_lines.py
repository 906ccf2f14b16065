"""A document as lines: what heads what, and what is no text of the plan."""

from extractors.blocks import Document, Heading, Paragraph
from extractors.lines import lines_of


def test_contents_that_one_paragraph_holds_are_left_out():
    blocks = (
        Heading("Contents", 1),
        Paragraph("1 Welcome 3 2 Our aims 5 3 Costs 7"),
        *(Heading(text, 1) for text in ("Welcome", "Our aims", "Costs")),
    )
    lines = lines_of(Document("text/html", blocks))
    assert [line.text for line in lines] == ["Welcome", "Our aims", "Costs"]
