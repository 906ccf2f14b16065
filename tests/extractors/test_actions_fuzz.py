"""Whatever tables a reader gives, reading them ends, and every text of a plan is accounted for."""

from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.actions import find_actions
from extractors.blocks import Box, Cell, Heading, Paragraph, Place, Table
from extractors.stitching.stitch import stitch

from .tables import document

WORDS = [
    "Ref",
    "Action",
    "Lead",
    "By when",
    "Measures",
    "Objective",
    "Priority",
    "Priority 1: Homes",
    "1.",
    "1.1",
    "(a)",
    "Open a hub and",
    "train staff.",
    "Vale",
    "May 2025",
    "",
    "Lead: Vale",
    "Status",
    "Red",
    "•",
    "£400",
    "Objective 2 – Courts",
    "Likelihood",
    "Timescale",
]


@st.composite
def cells(draw, depth: int = 1):
    said = draw(st.sampled_from(WORDS))
    marker = draw(st.sampled_from([None, None, "(b)", "2.", "•"]))
    struck = draw(st.sampled_from([None, None, None, "gone"]))
    nested = (draw(tables(0)),) if depth and draw(st.integers(0, 12)) == 0 else ()
    page = draw(st.sampled_from([None, 1, 2]))
    return Cell(
        draw(st.integers(0, 5)),
        draw(st.integers(0, 4)),
        (Paragraph(said, marker, bold=draw(st.booleans()), struck=struck, size=9.0),),
        draw(st.integers(1, 3)),
        draw(st.integers(1, 3)),
        fill=draw(st.sampled_from([None, "#ff0000"])),
        nested=nested,
        place=Place() if page is None else Place((Box(page, 1, 2, 3, 4),)),
    )


@st.composite
def tables(draw, depth: int = 1):
    rows, columns = draw(st.integers(0, 6)), draw(st.integers(0, 5))
    found = [
        c for c in draw(st.lists(cells(depth), max_size=24)) if c.row < rows and c.column < columns
    ]
    page = draw(st.sampled_from([None, 1, 2, 3]))
    edges = tuple(40.0 * n for n in range(columns + 1)) if draw(st.booleans()) else ()
    place = Place() if page is None else Place((Box(page, 0, 0, 9, 9),))
    ordered = tuple(sorted(found, key=lambda c: (c.row, c.column)))
    return Table(ordered, rows, columns, edges=edges, place=place, ruled=draw(st.booleans()))


blocks = st.lists(
    st.one_of(
        tables(),
        st.sampled_from([Heading("Priority 1: Homes", 2), Paragraph("Text."), Paragraph("")]),
    ),
    max_size=5,
)


@given(blocks)
@settings(max_examples=300, deadline=None)
def test_reading_any_tables_ends_without_an_error(found):
    result = find_actions(stitch(document(*found, pages=3)))
    for action in result.actions:
        assert action.row.cells.get("activity") or action.row.cells.get("objective")
        assert 0 <= action.row.score <= 100
    assert all(problem.message for problem in result.problems)
