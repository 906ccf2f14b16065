"""Tables cut by pages come back whole; two different tables never become one."""

from dataclasses import replace
from textwrap import wrap

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.blocks import Box, Heading, Paragraph, Place, Table, tables_of
from extractors.stitching.stitch import stitch
from tests.extractors.tables import document, of_rows, table, texts

HEADER = ["Ref", "Action", "Measure of success", "Lead", "By when"]
ACTIONS = [
    "Agree a shared offer of healthy relationship lessons with every secondary school in the vale",
    "Train housing officers to notice controlling behaviour and to record it in the same way.",
    "Open a second refuge for women who have no recourse to public funds",
    "Ask survivors once a quarter what has changed for them, and publish what they say",
    "Write to licensed premises about spiking and offer them free testing kits; repeat each year.",
    "Review how the courts list cases so that witnesses wait no longer than they must",
]
MEASURES = [
    "Nine in ten pupils say that they know where to turn",
    "Fewer repeat visits to the same address within a year of the first report",
    "",
    "Waiting time below ten days",
]
LEADS = ["Vale Council", "Police", "Integrated Care Board and Vale Council", "Probation Service"]
DATES = ["March 2026", "Ongoing", "June 2027", "2026/27"]

rows_of_plans = st.lists(
    st.tuples(
        st.sampled_from(ACTIONS),
        st.sampled_from(MEASURES),
        st.sampled_from(LEADS),
        st.sampled_from(DATES),
    ),
    min_size=2,
    max_size=7,
)


def numbered(rows, refs=True):
    return [[f"A{n}"] * refs + list(row) for n, row in enumerate(rows, start=1)]


def head(refs=True):
    return HEADER if refs else HEADER[1:]


def stitched(*blocks) -> list[Table]:
    return tables_of(stitch(document(*blocks, pages=9)).blocks)


@given(rows_of_plans, st.data(), st.booleans(), st.booleans())
@settings(max_examples=150, deadline=None)
def test_a_table_cut_between_any_two_rows_comes_back_whole(rows, data, repeat, refs):
    body = numbered(rows, refs)
    cut = data.draw(st.integers(0, len(body) - 1))
    top = repeat and cut > 0
    first = of_rows([head(refs), *body[:cut]], 3)
    second = of_rows([head(refs), *body[cut:]] if top else body[cut:], 4)
    (whole,) = stitched(first, second)
    assert texts(whole) == [head(refs), *body]
    assert whole.joined == ((),) * whole.row_count
    assert [box.page for box in whole.place.boxes] == [3, 4]


def cut_row(row, line, widths):
    """A row whose cells are set in lines, cut after one of them: what stands on each page."""
    lines = [wrap(text, width) or [""] for text, width in zip(row, widths, strict=True)]
    return ([" ".join(one[:line]) for one in lines], [" ".join(one[line:]) for one in lines])


@pytest.mark.fault("F75")
@given(rows_of_plans, st.data(), st.booleans(), st.booleans())
@settings(max_examples=300, deadline=None)
def test_a_table_cut_inside_any_row_comes_back_whole(rows, data, repeat, refs):
    body = numbered(rows, refs)
    widths = [8] * refs + [30, 24, 18, 14]
    row = data.draw(st.integers(0, len(body) - 1))
    height = max(len(wrap(t, w)) for t, w in zip(body[row], widths, strict=True))
    line = data.draw(st.integers(1, height - 1))
    above, below = cut_row(body[row], line, widths)
    rest = [below, *body[row + 1 :]]
    first = of_rows([head(refs), *body[:row], above], 3)
    second = of_rows([head(refs), *rest] if repeat else rest, 4)
    (whole,) = stitched(first, second)
    assert texts(whole) == [head(refs), *body]
    assert whole.joined[row + 1]
    assert not any(reasons for n, reasons in enumerate(whole.joined) if n != row + 1)


@given(rows_of_plans, rows_of_plans, st.sampled_from(["heading", "columns", "borders", "page"]))
@settings(max_examples=100, deadline=None)
def test_two_different_tables_never_join(one, other, how):
    first, blocks = of_rows([HEADER, *numbered(one)], 3), []
    second = of_rows([HEADER, *numbered(other)], 4)
    if how == "heading":
        blocks = [Heading("Priority 2: Early help", 2)]
    if how == "columns":
        second = of_rows([["No.", "Task", "Milestones", "Owner", "Deadline"], *numbered(other)], 4)
    if how == "borders":
        second = of_rows(numbered(other), 4, edges=(40, 300, 420, 500, 640, 760))
    if how == "page":
        second = of_rows([HEADER, *numbered(other)], 5)
    found = stitched(first, *blocks, second)
    assert [texts(t) for t in found] == [texts(first), texts(second)]


def test_a_row_over_three_pages_is_one_row():
    found = stitched(
        table("Ref|Action|Lead\nB1|Set up a forum of|Vale", 1),
        table("|survivors who are paid for|", 2),
        table("|their time.|\nB2|Open a helpline|Police", 3),
    )
    assert [texts(t) for t in found] == [
        [
            ["Ref", "Action", "Lead"],
            ["B1", "Set up a forum of survivors who are paid for their time.", "Vale"],
            ["B2", "Open a helpline", "Police"],
        ]
    ]
    assert found[0].joined[1] == ("no reference", "cells left empty", "unfinished sentence")


@pytest.mark.parametrize("repeat", [True, False])
def test_a_merged_objective_goes_on_over_the_page_break(repeat):
    header = "Objective|Action|Lead|Date\n"
    (whole,) = stitched(
        table(
            header + "Safer streets|Light the canal path|Council|May 2026\n^|Walk it|PCC|Ongoing", 7
        ),
        table(header * repeat + "|Survey users|Council|July 2026\nHelp early|Fund|ICB|2027", 8),
    )
    first = next(cell for cell in whole.cells if cell.text == "Safer streets")
    assert first.row_span == 3
    assert whole.row_count == 5
    assert whole.joined == ((),) * 5


def test_the_text_of_a_merged_objective_is_cut_too():
    (whole,) = stitched(
        table("Objective|Action|Lead|Date\nSafer streets and|Light the path|Vale|May 2026", 7),
        table("parks by night|Survey users|Vale|July 2026\n^|Report|PCC|2027", 8),
    )
    first = next(cell for cell in whole.cells if cell.column == 0 and cell.row == 1)
    assert (first.text, first.row_span) == ("Safer streets and parks by night", 3)
    assert whole.row_count == 4


@pytest.mark.parametrize(
    "rest",
    [
        "tell the walkers|Trust|",
        "(b) Fund two posts|Health)|",
    ],
    ids=["a sentence goes on", "a bracket closes"],
)
def test_a_row_that_shows_both_ends_of_a_cut_is_one_though_a_name_goes_on_like_a_new_one(rest):
    head = "Action|Lead|By when\na) Light the path|Vale|May 2026\nb) Train staff|PCC|^\n"
    last = "c) Map the walks (a) Ask users and|Manager (Mental|^"
    (whole,) = stitched(table(head + last, 7), table(f"{rest}\nd) Review the rota|ICB|2027", 8))
    rows = texts(whole)
    assert len(rows) == 5
    assert rows[3][0].startswith("c) Map the walks (a) Ask users and")


@pytest.mark.parametrize(
    ("above", "below"),
    [
        (("Police", "Q3"), ("", "2026/27")),
        (("Police", "By end of October"), ("Vale Council", "2026")),
        (("Vale Police", "May 2027"), ("and the courts", "")),
    ],
)
def test_a_year_below_its_month_and_a_name_behind_and_show_the_cut_of_a_row(above, below):
    heads = ["Action", "Lead", "By when"]
    rows = [["Light the towpath", "Parks", "May 2026"], ["Train door staff", *above]]
    first = of_rows([heads, *rows], 3, edges=(40, 300, 420, 500))
    rest = ["Safer routes are agreed", *below]
    last = ["Open a refuge", "Vale", "2027"]
    (whole,) = stitched(first, of_rows([heads, rest, last], 4, edges=(40, 300, 420, 500)))
    assert whole.row_count == 4


def test_a_list_goes_on_after_the_break():
    (whole,) = stitched(
        table("Ref|Action|Measures\nC1|Open two hubs.|(a) Hubs open//(b) Visits counted", 4),
        table("||(c) Visitors asked\nC2|Close one.|(a) Saved", 5),
    )
    assert texts(whole)[1][2] == "(a) Hubs open (b) Visits counted (c) Visitors asked"
    assert "list goes on" in whole.joined[1]


def test_a_list_that_counts_on_in_the_next_row_is_a_row_of_its_own():
    (whole,) = stitched(
        table("Ref|Action|Measures\nC1|Open two hubs.|1. Hubs open", 4),
        table("C2|Ask those who come.|2. Visitors asked", 5),
    )
    assert whole.row_count == 3


def test_a_title_said_again_is_dropped_between_the_pieces():
    blocks = stitch(
        document(
            Heading("Priority 1: Prevention", 2),
            table("Ref|Action|Lead\nD1|Teach|Schools", 1),
            Paragraph("Priority 1: Prevention (continued)", bold=True),
            table("Ref|Action|Lead\nD2|Train|Police", 2),
            pages=2,
        )
    ).blocks
    assert len(blocks) == 2
    assert isinstance(blocks[1], Table)
    assert blocks[1].row_count == 3


@pytest.mark.fault("F75")
def test_a_title_and_its_headings_are_both_repeated():
    top = "Strand 1: Places|<|<\nRef|Action|Lead\n"
    (whole,) = stitched(table(top + "D1|Teach|Schools", 1), table(top + "D2|Train|Police", 2))
    assert [row[0] for row in texts(whole)] == ["Strand 1: Places", "Ref", "D1", "D2"]


def test_bands_above_new_headings_begin_a_table_of_their_own():
    found = stitched(
        table("Ref|Action|Lead\nD1|Teach|Schools", 1),
        table("Priority|Courts|<\nAims|Speed|Care\nRef|Action|Lead\nE1|List|HMCTS", 2),
    )
    assert [one.row_count for one in found] == [2, 4]


def test_facing_pages_with_other_margins_hold_one_table():
    first = of_rows([["Ref", "Action"], ["E1", "Teach"]], 2, edges=(40, 100, 500))
    second = of_rows([["E2", "Train"]], 3, edges=(72, 132.4, 532))
    assert len(stitched(first, second)) == 1


def test_pieces_with_fewer_borders_on_one_page_fit_together():
    first = of_rows(
        [["Ref", "Action", "Lead"], ["E1", "Teach", "All"]], 2, edges=(40, 90, 400, 500)
    )
    second = of_rows([["E2", "Train", "1.", "Police"]], 3, edges=(40, 90, 370, 400, 500))
    (whole,) = stitched(first, second)
    assert whole.column_count == 4
    assert [cell.column_span for cell in whole.cells if cell.row == 0] == [1, 2, 1]


def test_tables_of_word_files_are_never_joined():
    first, second = table("Ref|Action\nE1|Teach"), table("E2|Train")
    assert tables_of(stitch(document(first, second)).blocks) == [first, second]


def test_no_text_is_lost_and_every_page_keeps_its_box():
    (whole,) = stitched(
        table("Ref|Action|Lead\nF1|Publish the plan and|Vale", 2, open_bottom=True),
        table("|read it aloud|\nF2|Print it|Vale", 3, open_top=True),
    )
    action = next(cell for cell in whole.cells if cell.text.startswith("Publish"))
    assert action.text == "Publish the plan and read it aloud"
    assert [box.page for box in action.place.boxes] == [2, 3]
    assert whole.joined[1][0] == "no closing rule"


def test_repeated_headings_in_one_cell_with_the_rest_of_a_row_are_taken_off():
    (whole,) = stitched(
        table("Ref|Action|Lead\nG1|Offer lessons in every school|Vale", 2),
        table("Ref|Action//and college of the vale|Lead\nG2|Print it|Vale", 3),
    )
    assert texts(whole)[1:] == [
        ["G1", "Offer lessons in every school and college of the vale", "Vale"],
        ["G2", "Print it", "Vale"],
    ]


def test_repeated_headings_leave_the_place_of_a_row_to_its_rest():
    first = table("Ref|Action|Lead\nG1|Offer lessons in every school|Vale", 2)
    rest = table("Ref|Action//and college of the vale|Lead\nG2|Print it|Vale", 3)
    line = Place((Box(3, 95, 70, 368, 82),))
    cells = [
        replace(cell, paragraphs=(cell.paragraphs[0], replace(cell.paragraphs[1], place=line)))
        if len(cell.paragraphs) > 1
        else cell
        for cell in rest.cells
    ]
    (whole,) = stitched(first, replace(rest, cells=tuple(cells)))
    lesson = next(cell for cell in whole.cells if cell.text.startswith("Offer"))
    assert lesson.place.boxes[1:] == line.boxes
    assert next(cell for cell in whole.cells if cell.text == "G1").place.page_end == 2


def test_borders_guessed_from_text_may_move_from_page_to_page():
    first = of_rows([["Ref", "Action", "Lead"], ["E1", "Teach", "All"]], 2, (41, 95, 368, 799))
    second = of_rows([["Ref", "Action", "Lead"], ["E2", "Train", "Vale"]], 3, (46, 95, 364, 760))
    (whole,) = stitched(replace(first, ruled=False), replace(second, ruled=False))
    assert texts(whole) == [
        ["Ref", "Action", "Lead"],
        ["E1", "Teach", "All"],
        ["E2", "Train", "Vale"],
    ]
    assert whole.column_count == 3


def test_a_merged_cell_may_print_its_text_only_after_the_break():
    (whole,) = stitched(
        table(
            "Objective|Action|Lead\n1. Homes|Open a refuge|Vale\n^|Fund it|ICB\n|List sooner|HMCTS",
            1,
        ),
        table("Objective|Action|Lead\n2. Courts|Train ushers|HMCTS\n^|Ask witnesses|PCC", 2),
    )
    courts = next(cell for cell in whole.cells if cell.text == "2. Courts")
    assert (courts.row, courts.row_span) == (3, 3)


def test_the_rest_of_a_row_in_one_line_with_a_repeated_heading_is_kept():
    (whole,) = stitched(
        table("Ref|Action|Lead\nG1|Publish what was learned from the|Vale", 2),
        table("Ref|Action reviews.|Lead\nG2|Print it|Vale", 3),
    )
    assert texts(whole)[1] == ["G1", "Publish what was learned from the reviews.", "Vale"]


def test_forms_whose_first_rows_differ_by_a_figure_are_two():
    first = table("Reference|LT3\nAction|Open a hub\nLead|Vale\nDue|May 2026", 3)
    second = table("Reference|LT4\nAction|Train housing staff\nLead|Police\nDue|June 2026", 4)
    rows = [text for one in stitched(first, second) for text in texts(one)]
    assert ["Reference", "LT4"] in rows


def sized(one: Table, size: float) -> Table:
    cells = (
        replace(cell, paragraphs=tuple(replace(p, size=size) for p in cell.paragraphs))
        for cell in one.cells
    )
    return replace(one, cells=tuple(cells))


def note(words: str, size: float, page: int = 2) -> Paragraph:
    return Paragraph(words, size=size, place=Place((Box(page, 40.0, 500.0, 700.0, 512.0),)))


@pytest.mark.parametrize(
    "about",
    [
        note("See the guide of 2024.", 9.0),
        note("1 See the guide of 2024.", 11.0),  # Word sets notes in 10 points, as many tables are
        note("* Counted in May.", 11.0),
    ],
    ids=["smaller", "counted", "marked"],
)
def test_footnotes_below_a_piece_do_not_end_the_table_and_are_kept_behind_it(about):
    first = sized(of_rows([HEADER, ["A1", *"abcd"]], page=2), 11.0)
    second = sized(of_rows([["A2", *"efgh"]], page=3), 11.0)
    whole, kept = stitch(document(first, about, second, pages=9)).blocks
    assert isinstance(whole, Table) and texts(whole)[1:] == [["A1", *"abcd"], ["A2", *"efgh"]]
    assert kept == about


@pytest.mark.parametrize(
    "between",
    [note("What we did last year", 11.0), note("2 Counted in May.", 9.0, page=3)],
    ids=["text of the table's size", "small text above the second table"],
)
def test_other_text_between_two_tables_parts_them(between):
    first = sized(of_rows([HEADER, ["A1", *"abcd"]], page=2), 11.0)
    second = sized(of_rows([["A2", *"efgh"]], page=3), 11.0)
    assert len(stitched(first, between, second)) == 2


def test_a_card_cut_above_a_label_that_reads_like_headings_goes_on_overleaf():
    first = table(
        "Ref | H1\nAction | Mend the roofs\nLead | Housing\nStatus | Delayed\nRef | H2", 3
    )
    second = table("Status | On track\nRef | H3\nAction | Fit alarms\nStatus | Complete", 4)
    (whole,) = stitched(first, second)
    assert [row[0] for row in texts(whole)[3:7]] == ["Status", "Ref", "Status", "Ref"]


def test_labels_of_forms_that_end_in_by_go_on_with_no_label_overleaf():
    first = table("Task|Light the lanes\nLead|Vale\nComplete by|2027", 1)
    (one,) = stitched(first, table("Task|Mend the quay\nLead|Port\nComplete by|2028", 2))
    assert texts(one)[2:4] == [["Complete by", "2027"], ["Task", "Mend the quay"]]


def test_forms_whose_first_rows_differ_by_a_letter_behind_a_figure_are_two():
    form = "Reference|{}\nAction|Light the lanes\nLead|Vale"
    both = stitched(table(form.format("2b"), 1), table(form.format("2c"), 2))
    assert [cell.text for one in both for cell in one.cells].count("Reference") == 2


def test_columns_of_other_widths_are_one_where_their_headings_come_again():
    heads = ["Action", "Lead", "By when", "Measure"]
    hub, steps = ["Open a hub", "Vale", "May", "Use"], ["Mend the steps", "Parks", "June", "Falls"]
    first = of_rows([heads, hub], 2, edges=(40, 300, 420, 500, 760))
    second = of_rows([heads, steps], 3, edges=(40, 250, 330, 560, 760))
    (whole,) = stitched(first, second)
    assert texts(whole) == [heads, hub, steps]


def test_heads_at_a_page_foot_stand_above_rows_that_begin_with_numbers_of_a_list():
    heads = of_rows([["Action", "Measure", "Lead"]], 1, edges=(70, 270, 390, 500), ruled=False)
    rows = [["6.", "Light the park", "Lit", "Parks"], ["7.", "Train staff", "Trained", "Police"]]
    below = of_rows(rows, 2, edges=(43, 70, 270, 390, 500), ruled=False)
    (whole,) = stitched(heads, below)
    (action,) = [cell for cell in whole.cells if cell.text == "Action"]
    assert (action.column, whole.column_count) == (1, 4)


def test_a_piece_below_repeated_heads_may_be_drawn_a_little_wider():
    heads = ["Ref", "Action", "Measure", "Lead"]
    first = of_rows(
        [heads, ["3.2", "Train staff", "Trained", "Police"], ["3.3", "Light the", "Lit", "Parks"]],
        3,
        edges=(46, 169, 292, 416, 785),
    )
    rest = of_rows([heads, ["", "park", "", ""]], 4, edges=(44, 169, 292, 416, 787))
    (whole,) = stitched(first, rest)
    assert texts(whole)[-1][1] == "Light the park"


def test_what_a_priority_means_is_repeated_with_its_title_above_the_rest_of_a_row():
    heads = "Priority 2: Early help|<|<\nNobody waits for a crisis.|<|<\nRef|Action|Lead\n"
    (whole,) = stitched(
        table(f"{heads}2a|Ring each carer|Vale\n2b|Train the staff of every library and|Police", 1),
        table(f"{heads}|leisure centre|\n2c|Open a hub|ICB", 2),
    )
    assert texts(whole)[4:] == [
        ["2b", "Train the staff of every library and leisure centre", "Police"],
        ["2c", "Open a hub", "ICB"],
    ]


def test_a_table_of_one_cut_row_is_read_as_others_below_the_same_headings_are():
    heads = "Action|Lead|When\n"
    alike = "Ring each carer|Vale|May 2026\nOpen a hub|ICB|June 2026"
    found = stitched(
        table(heads + alike, 1),
        Heading("Objective 2: Carers can work", 3),
        table(f"{heads}Sign up employers so that learning is|Police|May 2027", 1),
        table(f"{heads}shared by all||", 2),
    )
    assert texts(found[1])[1:] == [
        ["Sign up employers so that learning is shared by all", "Police", "May 2027"]
    ]


def test_rows_across_a_card_alone_at_the_top_of_a_page_are_rows_of_it():
    edges = [40.0, 280.0, 520.0, 760.0]
    card = table("2.1 Fund youth work|<|<\nLead|Start|End\nVale|2026|2027", page=1, edges=edges)
    rest = table("Success measures\n200 take part", page=2, edges=[40.0, 760.0])
    (whole,) = stitched(card, rest)
    assert whole.row_count == 5
    assert [cell.column_span for cell in whole.cells if cell.row > 2] == [3, 3]
    assert whole.joined == ((),) * 5


FORM = "Lead agency|Vale Council|<|<\nPartners|Ash|<|<\nMain objective|Show who pays the port|<|<"
STEPS = "Milestone|New or ongoing|Start date|End date\nDraft rules|New|May 2026|June 2027"


def test_a_form_cut_right_above_its_milestones_is_one():
    """Their headings are its own, and no other table's."""
    (whole,) = stitched(table(FORM, 1), table(STEPS, 2))
    assert [row[0] for row in texts(whole)][2:] == ["Main objective", "Milestone", "Draft rules"]
    apart = stitched(table(FORM, 1), table(STEPS.replace("New or ongoing", "Lead"), 2))
    assert len(apart) == 2


def test_a_form_of_which_one_page_has_parted_labels_and_the_other_milestones_is_one():
    first = of_rows(
        [
            ["Lead agency", "<", "Vale Council"],
            ["Other actors", "Government", "Ports"],
            ["Main objective", "<", "Show who pays the port and"],
            ["Values", "<", "Openness"],
            ["Problem", "<", "Nobody knows who"],
        ],
        1,
        edges=(40, 120, 220, 500),
    )
    second = of_rows(
        [
            ["", "pays.", "<", "<"],
            ["Relevance", "Openness", "<", "<"],
            ["Ambition", "All leases are shown", "<", "<"],
            ["Milestone", "New or ongoing", "Start date", "End date"],
            ["Draft rules", "New", "May 2026", "June 2027"],
        ],
        2,
        edges=(40, 220, 310, 400, 500),
    )
    (whole,) = stitched(first, second)
    assert "Nobody knows who pays." in [cell.text for cell in whole.cells]


def test_the_second_row_of_headings_below_taller_ones_is_repeated_with_them():
    """Without it the rest of a cut row was a row of its own, and marks stood under no heading."""
    head = "Milestone|End date|Completion level|<\n^|^|Limited|Completed"
    first = table(f"{head}\nDraft rules|May 2026|X| \nAnswer each letter in|June 2027|X|", 1)
    (whole,) = stitched(first, table(f"{head}\nwriting|||\nTest it|May 2028||X", 2))
    assert [row[0] for row in texts(whole) if row[0]] == [
        "Milestone", "Limited", "Draft rules", "Answer each letter in writing", "Test it",
    ]  # fmt: skip
