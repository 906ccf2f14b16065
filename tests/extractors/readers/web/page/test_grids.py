"""Tables that a page makes of styled blocks, and panels that a click shows."""

import pytest

from extractors.blocks import Block, Heading, Paragraph, Table, tables_of
from extractors.limits import DEFAULT_LIMITS
from extractors.readers.web import read


def _blocks(body: str) -> tuple[Block, ...]:
    page = f"<html><body><main><h1>Harbour plan</h1>{body}</main></body></html>"
    return read(page.encode(), DEFAULT_LIMITS).blocks


def _rows(table: Table) -> list[list[str]]:
    lines: list[list[str]] = [[] for _ in range(table.row_count)]
    for cell in table.cells:
        lines[cell.row].append(cell.text)
    return lines


WANTED = [["Action", "Lead", "By when"], ["Light the quay", "Harbour Trust", "May 2027"]]
GRIDS = {
    "styled": "<div style='display:table'>{}</div>|<div style='display: table-row'>{}</div>"
    "|<div style='display:table-cell'>{}</div>",
    "named": "<div class='grid'>{}</div>|<div class='grid-row'>{}</div>|<div class='cell'>{}</div>",
    "list": "<ul class='t'>{}</ul>|<li class='table-row'>{}</li>|<div class='col col-1'>{}</div>",
    "parted": "<div><div>{}</div></div>|<div class='tr'>{}</div>|<span class='td'>{}</span>",
}


@pytest.mark.parametrize("kind", GRIDS)
def test_rows_of_equal_blocks_are_a_table(kind: str):
    whole, line, cell = GRIDS[kind].split("|")
    rows = "".join(line.format("".join(map(cell.format, row))) for row in WANTED)
    (table,) = tables_of(_blocks(whole.format(rows)))
    assert _rows(table) == WANTED


def test_a_label_repeated_in_each_cell_leaves_a_cell_empty_that_holds_nothing_else():
    label = '<span class="d-none" aria-hidden="true">{}</span>'
    head = "".join(f"<th>{name}</th>" for name in WANTED[0])
    rows = "".join(
        "<tr>"
        + "".join(f"<td>{label.format(n)}{t}</td>" for n, t in zip(WANTED[0], row, strict=True))
        + "</tr>"
        for row in (WANTED[1], ["Mend the slip", "", "2028"])
    )
    (table,) = tables_of(_blocks(f"<table><thead><tr>{head}</tr></thead>{rows}</table>"))
    assert _rows(table) == [*WANTED, ["Mend the slip", "", "2028"]]


@pytest.mark.parametrize(
    "cells",
    [
        ("<h3>Refuge</h3>", "<h3>Advice</h3>", "<h3>Courts</h3>"),  # panels of a page
        ("We lit the quay.", "We lit the bridge.", "We lit the park."),  # sentences name no column
        ("News", "News", "Jobs"),
    ],
)
def test_blocks_side_by_side_are_no_table(cells: tuple[str, str, str]):
    row = "<div class='row'>" + "".join(f"<div class='col'>{cell}</div>" for cell in cells)
    assert not tables_of(_blocks(f"<div>{row}</div>{row}</div></div>"))


@pytest.mark.parametrize(
    "opener",
    [
        '<button aria-expanded="false" aria-controls="one">Prevention</button>',
        '<a href="#one">Prevention</a>',
        '<a role="button" data-bs-target="#one">Prevention</a>',
    ],
)
@pytest.mark.parametrize("hiding", ["hidden", 'style="display:none"', 'class="hidden"'])
def test_a_panel_that_a_click_shows_is_read(opener: str, hiding: str):
    blocks = _blocks(f"<h2>{opener}</h2><div id='one' {hiding}><p>Light the quay.</p></div>")
    assert "Light the quay." in [b.text for b in blocks if isinstance(b, Paragraph)]


def test_what_nothing_opens_stays_hidden():
    blocks = _blocks("<p>Seen.</p><div id='two' hidden><p>Unseen.</p></div>")
    assert [b.text for b in blocks if isinstance(b, Paragraph)] == ["Seen."]


def test_a_styled_grid_of_cells_without_rows_is_a_table():
    cells = "".join(f"<div>{text}</div>" for row in WANTED for text in row)
    style = "display:grid; grid-template-columns: 2fr repeat(2, minmax(0, 1fr))"
    (table,) = tables_of(_blocks(f'<div style="{style}">{cells}</div>'))
    assert _rows(table) == WANTED


def test_bold_lines_head_what_stands_below_them():
    lines = "".join(
        f"<p><strong>{text}</strong></p><p>We will listen.</p>"
        for text in ("Priority 1: Prevention", "Priority 2: Support")
    )
    headings = [b.text for b in _blocks(lines) if isinstance(b, Heading)]
    assert headings == ["Harbour plan", "Priority 1: Prevention", "Priority 2: Support"]


@pytest.mark.parametrize(
    "line",
    [
        "<p><strong>In an emergency call 999</strong></p>",  # a single one is a notice
        "<p><strong>We will listen.</strong></p>" * 2,
        "<p><strong>Lead:</strong></p><p>Police</p>" * 2,
        "<ul><li><strong>Prevention</strong></li></ul><p>x</p>" * 2,
    ],
)
def test_other_bold_lines_head_nothing(line: str):
    blocks = _blocks(f"{line}<p>More.</p>")
    assert [b.text for b in blocks if isinstance(b, Heading)] == ["Harbour plan"]


def test_lines_that_begin_with_labels_are_read_one_by_one():
    (*_, lead, due) = _blocks("<p>Light the quay<br><b>Lead:</b> Police<br>By when: May 2027</p>")
    assert isinstance(lead, Paragraph) and isinstance(due, Paragraph)
    assert (lead.text, due.text) == ("Lead: Police", "By when: May 2027")


def test_lines_of_an_address_stay_together():
    *_, address = _blocks("<p>Harbour House<br>Quay Street<br>Telephone: 020 7946 0000</p>")
    assert isinstance(address, Paragraph)
    assert address.text == "Harbour House Quay Street Telephone: 020 7946 0000"


def test_bold_labels_inside_a_paragraph_begin_lines_of_their_own():
    item = "<li>Light the quay. <strong>Lead:</strong> Police. <strong>By when</strong>: 2027</li>"
    texts = [b.text for b in _blocks(f"<ul>{item}</ul>") if isinstance(b, Paragraph)]
    assert texts == ["Light the quay.", "Lead: Police.", "By when: 2027"]


def test_a_single_bold_label_stays_in_its_paragraph():
    (_, line) = _blocks("<p>Light the quay. <b>Note:</b> from May.</p>")
    assert isinstance(line, Paragraph) and line.text == "Light the quay. Note: from May."


def test_a_grid_that_a_class_styles_is_a_table():
    style = "<style>.plan{display:grid;grid-template-columns:2fr 1fr 1fr}</style>"
    cells = "".join(f"<div>{cell}</div>" for row in WANTED for cell in row)
    (table,) = tables_of(_blocks(f"{style}<div class='plan'>{cells}</div>"))
    assert _rows(table) == WANTED


def test_rows_that_are_grids_below_one_called_a_head_are_a_table():
    style = "<style>.line{display:grid;grid-template-columns:2fr 1fr 1fr}</style>"
    head, row = ("".join(f"<div>{cell}</div>" for cell in cells) for cells in WANTED)
    body = f"<p>Our plan</p><div class='line head'>{head}</div><div class='line'>{row}</div>"
    (table,) = tables_of(_blocks(f"{style}<h2>Homes</h2>{body}"))
    assert _rows(table) == WANTED


def test_bold_headings_tell_the_columns_of_a_grid_without_style():
    heads = "".join(f"<div><strong>{head}</strong></div>" for head in WANTED[0])
    cells = "".join(f"<div>{cell}</div>" for cell in WANTED[1])
    (table,) = tables_of(_blocks(f"<div>{heads}{cells}</div>"))
    assert _rows(table) == WANTED


def test_a_heading_repeated_in_each_cell_for_small_screens_is_left_out():
    heads = "".join(f"<th>{head}</th>" for head in WANTED[0])
    cells = "".join(
        f"<td data-label='{head}'><b class='label'>{head}:</b> <span>{text}</span></td>"
        for head, text in zip(*WANTED, strict=True)
    )
    (table,) = tables_of(_blocks(f"<table><tr>{heads}</tr><tr>{cells}</tr></table>"))
    assert _rows(table) == WANTED


def test_a_table_headed_by_attributes_of_its_cells_alone_has_these_as_headings():
    cells = "".join(
        f"<td data-label='{head}'>{text}</td>" for head, text in zip(*WANTED, strict=True)
    )
    (table,) = tables_of(_blocks(f"<table>{f'<tr>{cells}</tr>' * 2}</table>"))
    assert _rows(table) == [*WANTED, WANTED[1]]
    assert table.header_rows == 1


def test_headings_in_the_first_cells_head_a_grid():
    heads = "".join(f"<div class='cell head'><h3>{head}</h3></div>" for head in WANTED[0])
    cells = "".join(f"<div class='cell'>{cell}</div>" for cell in WANTED[1])
    (table,) = tables_of(_blocks(f"<div class='rtable'>{heads}{cells}</div>"))
    assert _rows(table) == WANTED


def test_definition_lists_of_one_term_each_are_one_table():
    line = "<dl class='line'><dt>{}</dt><dd>{}</dd></dl>"
    rows = [["Action", "Light the quay"], ["Lead", "Harbour Trust"]]
    (table,) = tables_of(_blocks("".join(line.format(*row) for row in rows)))
    assert _rows(table) == rows


@pytest.mark.parametrize(
    "label", ["<span>Lead:</span>", "<b>Lead</b>:", "<div class='field__label'>Lead</div>"]
)
def test_an_element_around_a_label_sets_it_off_from_its_value(label: str):
    value = "<div class='field__item'>Harbour Trust</div>" if "div" in label else "Harbour Trust"
    first = _blocks(f"<p>We plan.</p><div>{label} {value}</div>")[2]
    assert isinstance(first, Paragraph)
    assert first.bold or first.lead_in == "Lead:"


def test_a_link_that_opens_a_panel_is_the_panels_heading_in_a_bar_of_any_name():
    opener = '<a href="#one" role="button" aria-controls="one">Prevention</a>'
    panel = f"<div class='accordion-header'>{opener}</div><div id='one'><p>Walk home.</p></div>"
    assert [block.text for block in _blocks(panel)] == ["Harbour plan", "Prevention", "Walk home."]


def test_rows_of_elements_that_play_no_part_are_still_a_table():
    rows = "".join(
        f"<div class='tr'>{''.join(f'<div class={kind}>{text}</div>' for text in texts)}</div>"
        for kind, texts in (
            ("th", ("Action", "Lead", "By when")),
            ("td", ("Plant trees", "Parks", "May 2027")),
            ("td", ("Fix lamps", "Roads", "June 2027")),
        )
    )
    page = f"<html><body><div class='table' role='presentation'>{rows}</div></body></html>"
    (table,) = read(page.encode(), DEFAULT_LIMITS).blocks
    assert isinstance(table, Table)
    assert (table.row_count, table.column_count) == (3, 3)


def _rows_without_names(*rows: tuple[str, ...]) -> str:
    cells = (
        "".join(f"<div class='css-{n}'>{text}</div>" for n, text in enumerate(row)) for row in rows
    )
    return f"<div class='css-0'>{''.join(f'<div class=css-r>{row}</div>' for row in cells)}</div>"


def test_rows_built_alike_below_short_words_are_a_table_without_any_mark():
    page = _rows_without_names(
        ("Action", "Lead", "By when"),
        ("Plant a tree in the yard of every school", "Parks", "May 2027"),
        ("Mend the lamps along the old canal", "Roads", "June 2027"),
    )
    (table,) = read(f"<html><body>{page}</body></html>".encode(), DEFAULT_LIMITS).blocks
    assert isinstance(table, Table)
    assert (table.row_count, table.column_count) == (3, 3)


def test_cards_of_like_length_are_no_table():
    page = _rows_without_names(
        ("Bug hotel", "Library", "All ages"),
        ("Learn to sew", "Town hall", "Adults"),
        ("Litter pick", "Canal", "All ages"),
    )
    blocks = read(f"<html><body>{page}</body></html>".encode(), DEFAULT_LIMITS).blocks
    assert tables_of(blocks) == []


def test_a_grid_of_one_row_is_a_table_where_another_has_its_headings():
    heads = ("Action", "Lead", "By when")
    row = ("Relight the towpath by the weir", "Harbour Trust", "May 2027")

    def grid(*rows):
        lines = "".join(
            f"<div class='{'z1' if n else 'z0'}'>{''.join(f'<div>{c}</div>' for c in cells)}</div>"
            for n, cells in enumerate((heads, *rows))
        )
        return f"<h2>Aim</h2><div class='g'>{lines}</div>"

    page = f"<html><body>{grid(row, row, row)}{grid(row)}</body></html>"
    blocks = read(page.encode(), DEFAULT_LIMITS).blocks
    assert [isinstance(block, Table) for block in blocks] == [False, True, False, True]


def test_rows_that_follow_a_heading_and_have_no_element_around_them_are_a_table():
    """Pages set with Bootstrap put the rows of every section directly into one column."""
    line = "<div class='row border-bottom'>{}</div>"
    cell = "<div class='col-md-4'>{}</div>"
    rows = "".join(line.format("".join(map(cell.format, row))) for row in WANTED)
    section = f"<h2>Safe quays</h2><p>Too many are dark.</p>{rows}"
    tables = tables_of(_blocks(f"<div>{section}{section}</div>"))
    assert [_rows(table) for table in tables] == [WANTED, WANTED]


def test_the_switch_of_an_accordion_is_no_part_of_its_heading():
    """A page that is saved from a browser holds what a script put there."""
    switch = (
        "<span class='accordion__toggle'><span class='accordion__toggle-text'>Show</span></span>"
    )
    spoken = "<span class='govuk-visually-hidden accordion__heading-divider'>, </span>"
    button = f"<button aria-controls='p1'><span>Safe quays</span>{spoken}{switch}</button>"
    blocks = _blocks(f"<h2>{button}</h2><div id='p1'><p>They are lit.</p></div>")
    assert [block.text for block in blocks if isinstance(block, Heading)][1:] == ["Safe quays"]


def test_bold_lines_that_are_counted_by_hand_head_what_stands_below_them():
    lines = "<p><b>{}. {}</b></p><p>It has been too dark for years.</p>"
    page = lines.format(1, "Safe quays") + lines.format(2, "Clean water")
    headings = [block for block in _blocks(page) if isinstance(block, Heading)][1:]
    assert [(one.marker, one.text) for one in headings] == [
        ("1.", "Safe quays"),
        ("2.", "Clean water"),
    ]


def test_bold_items_that_are_counted_by_hand_head_nothing():
    items = "<p><b>1. Safe quays</b></p><p><b>2. Clean water</b></p><p>Both are our aims.</p>"
    assert [block for block in _blocks(items) if isinstance(block, Heading)][1:] == []
