"""Lines to paragraphs and list items."""

import pytest

from extractors.readers.pdf.lines import make_lines
from extractors.readers.pdf.page.paragraphs.groups import NONE_KNOWN, group_lines
from extractors.readers.pdf.page.paragraphs.leadings import Leadings, leadings_within
from extractors.readers.pdf.page.paragraphs.paragraphs import make_paragraphs
from extractors.readers.pdf.record import Style, Word

PLAIN = Style(10.0, False, False, "#000000")
BOLD = Style(10.0, True, False, "#000000")


def words(text: str, x: float, base: float, style: Style = PLAIN) -> list[Word]:
    """Words of one line, each letter 5 points wide, blanks 3; a tab goes to the next 20 points."""
    made = []
    for part in text.split(" "):
        if part.startswith("\t"):
            x = (x // 20 + 1) * 20
            part = part[1:]
        end = x + 5 * len(part)
        made.append(Word(part, x, base - 7.6, end, base + 2.2, base, style))
        x = end + 3
    return made


def paragraphs(
    *lines: list[Word], right: float = 200.0, around: Leadings = NONE_KNOWN, edge: float = 0.0
):
    made = make_lines([word for line in lines for word in line])
    left = min(line.x0 for line in made)
    return make_paragraphs(group_lines(made, left, right, around), 1, right=right, edge=edge)


def shown(*lines: list[Word], right: float = 200.0) -> list[tuple[str | None, str]]:
    return [(p.marker, p.text) for p in paragraphs(*lines, right=right)]


@pytest.mark.parametrize("marker", ["•", "(a)", "1.", "a)", "–", "o", "\uf0b7", "iv."])
def test_a_marker_and_its_hanging_lines_are_one_item(marker):
    assert shown(
        words(f"{marker} \tReview the contract for refuge", 0, 100),
        words("places in the borough", 20, 112),
        words(f"{marker} \tTrain staff", 0, 124),
    ) == [
        (marker, "Review the contract for refuge\nplaces in the borough"),
        (marker, "Train staff"),
    ]


def test_items_further_in_are_nested():
    nested = paragraphs(
        words("1. \tReview", 0, 100),
        words("o \tone", 20, 112),
        words("o \ttwo", 20, 124),
        words("2. \tTrain", 0, 136),
    )
    assert [p.level for p in nested] == [0, 1, 1, 0]


@pytest.mark.parametrize(
    ("line", "rest"), [("31/08/202", "6"), ("01/04/20", "26"), ("2025-2", "6")]
)
def test_the_rest_of_a_date_goes_on_though_it_would_have_fitted(line, rest):
    ((_, text),) = shown(words(line, 0, 100), words(rest, 0, 112), right=62.0)
    assert text.split() == [line, rest]


def test_a_line_that_broke_for_want_of_room_goes_on():
    assert shown(
        words("Work with schools and the Youth", 0, 100),
        words("Justice service to plan", 0, 112),
        right=165,
    ) == [(None, "Work with schools and the Youth\nJustice service to plan")]


def test_a_line_that_broke_with_room_left_ends_a_paragraph():
    assert shown(
        words("Housing team", 0, 100),
        words("Police and NHS partners in Oldwick", 0, 112),
    ) == [(None, "Housing team"), (None, "Police and NHS partners in Oldwick")]


def test_a_wide_gap_parts_paragraphs():
    lines = [
        words(f"Line {n} runs on to the very end of it all", 0, 100 + 12 * n) for n in range(3)
    ]
    assert len(shown(*lines, words("and after a gap", 0, 150), right=180)) == 2


def test_bold_words_at_the_start_lead_in():
    first = words("Prevention and help:", 0, 100, BOLD)
    (paragraph,) = paragraphs([*first, *words("for schools", 103, 100)])
    assert (paragraph.lead_in, paragraph.bold) == ("Prevention and help:", False)


def test_a_number_that_a_sentence_wraps_on_is_no_marker():
    assert shown(
        words("The review reports to the board in section", 0, 100),
        words("12. That is a rule", 0, 112),
        right=200,
    ) == [(None, "The review reports to the board in section\n12. That is a rule")]


def test_a_line_that_opens_bold_well_below_a_sentence_is_a_paragraph_of_its_own():
    first = words("Every street in town will be lit by May.", 0, 100)
    assert len(shown(first, words("Priority 2:", 0, 120, BOLD), right=first[-1].x1)) == 2


def test_a_bold_line_well_below_an_item_without_a_stop_is_a_title_of_its_own():
    """A word more than the line had room for: the title of the next form ended the item."""
    item = words("• \tMore people say that they feel safe", 0, 100)
    for title, count in (("Healthy lessons", 2), ("healthy lessons", 1)):
        assert len(shown(item, words(title, 0, 120, BOLD), right=item[-1].x1 + 20)) == count


def test_a_bold_word_that_begins_a_line_within_a_paragraph_opens_none():
    first = words("Every street in town will be lit by May.", 0, 100)
    assert len(shown(first, words("All", 0, 112, BOLD), right=first[-1].x1)) == 1


def test_lines_that_begin_with_a_bold_term_and_a_dash_are_entries_of_their_own():
    first = [*words("ICB", 0, 100, BOLD), *words("– Integrated care board", 18, 100)]
    second = [*words("PCN", 0, 112, BOLD), *words("– Primary care network", 18, 112)]
    assert [text for _, text in shown(first, second, right=first[-1].x1)] == [
        "ICB – Integrated care board",
        "PCN – Primary care network",
    ]


def test_a_bold_term_after_a_full_line_is_an_entry_as_the_one_above_it_is():
    first = [*words("Hub", 0, 100, BOLD), *words("A place that is open to all.", 18, 100)]
    second = [*words("Equality", 0, 112, BOLD), *words("The same chances for all.", 40, 112)]
    assert len(shown(first, second, right=first[-1].x1)) == 2


def test_a_term_after_an_indented_sentence_is_a_paragraph_of_its_own():
    meaning = words("A place of safety for those who flee.", 40, 112)
    found = shown(words("Refuge", 0, 100), meaning, words("Survivor", 0, 124), right=240)
    assert [text for _, text in found][-1] == "Survivor"


def test_the_second_line_of_a_paragraph_goes_back_to_the_left_of_its_first():
    first = words("Every street in the whole of the", 20, 100)
    assert len(shown(first, words("Town will be lit.", 0, 112), right=first[-1].x1)) == 1


def test_widely_set_lines_that_end_sentences_are_paragraphs():
    texts = ["Every street will be lit by the month of May.", "All parks too.", "And the paths."]
    lines = [words(text, 0, 100 + 20 * n) for n, text in enumerate(texts)]
    assert [text for _, text in shown(*lines, right=150)] == texts


def test_widely_set_lines_without_room_are_one_paragraph():
    texts = ["Every street will be lit by the", "Month of May, and all parks too"]
    lines = [words(text, 0, 100 + 20 * n) for n, text in enumerate(texts)]
    assert len(shown(*lines, right=150)) == 1


def test_a_full_title_is_no_part_of_the_heading_as_large_well_below_it():
    large = Style(20.0, True, False, "#000000")
    title, contents = (
        words("Homelessness strategy", 0, 100, large),
        words("Contents", 0, 138, large),
    )
    chapters = words("Our aims 3", 0, 170), words("Our plan 5", 0, 190)
    assert shown(title, contents, *chapters, right=110)[0] == (None, "Homelessness strategy")


def test_lines_that_begin_with_labels_are_paragraphs_though_they_are_full():
    texts = ["Supporting Offices: Bureau of Roads", "Timeframe: By May 2027"]
    lines = [words(text, 0, 100 + 12 * n) for n, text in enumerate(texts)]
    assert [text for _, text in shown(*lines, right=180)] == texts


def test_labels_below_a_text_without_a_stop_are_paragraphs_though_it_is_full():
    texts = ["Light the path to the quarry", "Lead: Parks and Roads of the Vale", "Due: May 2027"]
    lines = [words(text, 0, 100 + 12 * n) for n, text in enumerate(texts)]
    assert [text for _, text in shown(*lines, right=165)] == texts


def test_a_number_of_two_levels_after_the_one_above_begins_a_paragraph():
    first = words("1.1 Light the path to the quarry", 0, 100)
    for number, count in (("1.2", 2), ("2.1", 2), ("1.7", 1)):
        below = words(f"{number} Miles of towpath", 0, 112)
        assert len(shown(first, below, right=first[-1].x1)) == count


def test_a_title_that_fills_its_line_is_no_part_of_the_text_somewhat_below_it():
    title, first = words("Stronger help lines", 0, 100, BOLD), words("Those who call", 0, 115)
    more = [words(f"are heard at once {n}", 0, 127 + 12 * n) for n in range(3)]
    assert shown(title, first, *more, right=100)[0] == (None, "Stronger help lines")


def test_a_word_before_a_colon_in_the_middle_of_a_sentence_is_no_label():
    texts = ["Partners will light the streets and the", "Parks: all of them by May 2027"]
    lines = [words(text, 0, 100 + 12 * n) for n, text in enumerate(texts)]
    assert len(shown(*lines, right=lines[0][-1].x1)) == 1


@pytest.mark.parametrize("marker", ["•", "2."])
def test_a_marker_set_to_the_middle_of_its_text_stands_before_it(marker):
    assert shown(
        words("Feedback from", 20, 100), words(marker, 0, 106), words("all of them", 20, 112)
    ) == [(marker, "Feedback from\nall of them")]


def test_letters_set_apart_are_one_word_that_may_fill_its_line():
    spread = [word._replace(glued=True) for word in words("e", 25, 100)]
    (paragraph,) = paragraphs([*words("Offic", 0, 100), *spread], words("r", 0, 112), right=32.0)
    assert paragraph.text == "Office\vr"


def test_a_line_of_letters_set_apart_had_no_room_for_its_whole_first_word():
    first, *rest = words("Partner ship", 0, 112)
    spread = [first, *(word._replace(x0=35.0, x1=55.0, glued=True) for word in rest)]
    (paragraph,) = paragraphs(words("Vale", 0, 100), spread, right=60.0)
    assert paragraph.text == "Vale\nPartnership"


def test_bold_lines_above_plain_ones_are_labels_although_no_gap_parts_them():
    lines = [
        *words("Lead partner", 0, 100, BOLD),
        *words("Housing First and the Night Shelter", 0, 112),
        *words("Due", 0, 124, BOLD),
        *words("May 2027", 0, 136),
    ]
    texts = [text for _, text in shown(lines, right=lines[7].x1)]
    assert texts == ["Lead partner", "Housing First and the Night Shelter", "Due", "May 2027"]


def test_the_longest_of_several_bold_terms_is_one_though_it_fills_the_column():
    longest = words("Multi-Agency Risk Assessment Conference", 0, 124, BOLD)
    lines = [
        *words("Refuge", 0, 100, BOLD),
        *words("A safe place to stay", 0, 112),
        *longest,
        *words("A meeting about risk", 0, 136),
        *words("Sanctuary", 0, 148, BOLD),
        *words("Locks and a safe room", 0, 160),
    ]
    texts = [text for _, text in shown(lines, right=longest[-1].x1)]
    assert texts[2:4] == ["Multi-Agency Risk Assessment Conference", "A meeting about risk"]
    fewer = [text for _, text in shown(lines[1:], right=longest[-1].x1)]
    assert "Multi-Agency Risk Assessment Conference" not in fewer


def test_the_rest_of_a_bold_title_that_fills_its_column_is_no_label():
    lines = [
        *words("Publish a data dashboard for the Food", 0, 100, BOLD),
        *words("Partnership", 0, 116, BOLD),
        *words("Lead: Licensing Team", 0, 134),
        *words("When: May 2027", 0, 152),
    ]
    texts = [text for _, text in shown(lines)]
    title = "Publish a data dashboard for the Food\nPartnership"
    assert texts == [title, "Lead: Licensing Team", "When: May 2027"]


def test_a_phrase_set_bold_that_goes_on_in_small_letters_is_no_label():
    lines = [*words("Night shelter", 0, 100, BOLD), *words("accommodation for all who ask", 0, 112)]
    assert len(shown(lines, right=lines[-1].x1)) == 1


def test_labels_under_the_text_of_an_item_begin_paragraphs():
    lines = [
        *words("• \tOpen a second refuge", 0, 100),
        *words("Owner: Vale", 20, 112),
        *words("Target date: 2027", 20, 124),
    ]
    assert shown(lines) == [
        ("•", "Open a second refuge"),
        (None, "Owner: Vale"),
        (None, "Target date: 2027"),
    ]


def test_a_bold_label_behind_the_rest_of_a_value_makes_no_label_of_both():
    first = [*words("Lead:", 0, 100, BOLD), *words("Parks and Roads", 28, 100)]
    first += [*words("With:", 111, 100, BOLD), *words("Health", 139, 100)]
    second = [*words("Consultant", 0, 112), *words("By when:", 53, 112, BOLD)]
    second += words("May 2027", 96, 112)
    assert [text.split("\n") for _, text in shown(first, second, right=180)] == [
        ["Lead: Parks and Roads With: Health", "Consultant By when: May 2027"]
    ]


@pytest.mark.parametrize(("size", "level"), [(10.0, 1), (12.0, 0)])
def test_a_counted_line_somewhat_in_is_nested_below_one_of_its_size_alone(size, level):
    above = words("8. Delivery plan", 0, 100, Style(10.0, True, False, "#000000"))
    below = words("1. Warm homes", 6, 120, Style(size, True, False, "#000000"))
    assert paragraphs(above, below)[1].level == level


def test_a_bold_label_with_its_value_right_below_a_bold_title_is_a_paragraph_of_its_own():
    title = words("1.2 Mend the old gates of the basin", 0, 100, BOLD)
    value = words("Vale", 28, 112)
    lead = [*words("Lead:", 0, 112, BOLD), *value]
    assert len(shown(title, lead, right=165)) == 2
    rest = [*words("gate:", 0, 112, BOLD), *value]
    assert len(shown(title, rest, right=165)) == 1
    name = words("1.2 Mend the gates with Parks and", 0, 100, BOLD)
    assert len(shown(name, lead, right=165)) == 1


@pytest.mark.parametrize(("printed", "marker"), [("•Review", "•"), ("(a)Review", "(a)")])
def test_a_marker_that_is_stuck_to_its_text_is_parted_from_it(printed, marker):
    lines = (
        words(f"{printed} the contract", 0, 100),
        words(printed.replace("Review", "Open"), 0, 114),
    )
    assert shown(*lines) == [(marker, "Review the contract"), (marker, "Open")]


def test_a_bold_label_below_a_bold_title_of_another_colour_is_a_paragraph_of_its_own():
    blue = Style(10.0, True, False, "#1f497d")
    title = [*words("1.1 Map what the", 40, 100, blue)], [*words("town has.", 40, 112, blue)]
    said = shown(*title, words("Accountable officer", 40, 124, BOLD), words("Vale", 40, 136))
    assert [text for _, text in said][1] == "Accountable officer"


def test_a_bold_title_ends_where_the_plain_line_below_it_reaches_further_than_most():
    assert shown(
        words("1. Understanding others", 0, 100, BOLD),
        words("Autistic people told us what they met.", 0, 112),
        right=140.0,
    ) == [("1.", "Understanding others"), (None, "Autistic people told us what they met.")]


MEASURES = (
    words("Policy adopted by all", 0, 100),
    words("partners of the town", 0, 112),
)


@pytest.mark.parametrize(
    ("step", "below", "count"),
    [
        (14.0, words("Waiting time", 0, 126), 2),
        (12.0, words("Waiting time", 0, 124), 1),  # no room was left, nor a gap
        (14.0, words("waiting time", 0, 126), 1),  # the sentence goes on
        (14.0, words("Waiting", 0, 126) + words("1", 40, 126, Style(6.0, False, False, "#0")), 1),
    ],
)
def test_a_line_somewhat_lower_than_usual_begins_a_paragraph_where_no_sentence_goes_on(
    step, below, count
):
    """Four points between paragraphs and fifteen between lines: 1.27 times the usual distance.

    A raised mark moves its line down, and says nothing of paragraphs.
    """
    assert below[0].base - 112 == step
    assert len(shown(*MEASURES, below, right=110)) == count


def test_where_every_line_may_be_a_paragraph_the_other_cells_tell_the_usual_distance():
    cell = words("Pathway signed off", 0, 100), words("Reported to the board", 0, 114)
    wrapped = make_lines([word for line in MEASURES for word in line])
    assert len(paragraphs(*cell, right=110)) == 1
    assert len(paragraphs(*cell, right=110, around=leadings_within([wrapped]))) == 2


def test_letters_of_no_size_below_one_another_are_read():
    none = Style(0.0, False, False, "#000000")
    assert shown(words("Light", 0, 100, none), words("Path", 0, 100, none), right=0.0)


@pytest.mark.parametrize(
    ("first", "edge", "text"),
    [("EDI", 16.0, "EDI\v01"), ("EDI", 24.0, "EDI\n01"), ("V-2", 24.0, "V-2\v01")],
)
def test_a_figure_that_had_room_in_the_line_above_it_was_parted_at_a_blank(first, edge, text):
    (paragraph,) = paragraphs(words(first, 0, 100), words("01", 0, 112), right=15.0, edge=edge)
    assert paragraph.text == text


@pytest.mark.parametrize(("below", "count"), [("performance indicator:", 2), ("plastic in use", 1)])
def test_a_bold_line_below_a_full_bold_title_is_a_label_where_a_colon_ends_it(below, count):
    title = words("Phase out single-use cups in council offices", 0, 100, BOLD)
    value = words("Number of events", 0, 136)
    label = words(below.capitalize() if count > 1 else below, 0, 118, BOLD)
    made = shown(title, label, value, right=title[-1].x1)
    assert [text for _, text in made][-1] == "Number of events"
    assert len(made) == count + 1


def test_a_label_that_a_line_end_cuts_in_a_bracket_goes_on():
    cut = (
        words("Light the quay (Responsible", 0, 100),
        words("Officer: Vale Council and", 0, 112),
        words("When: May 2027)", 0, 124),
    )
    assert len(shown(*cut, right=140)) == 1


def test_terms_left_of_what_they_mean_begin_paragraphs_though_there_is_no_room_behind():
    meant = "A way of working that takes"
    lines = [
        words("Terms", 0, 88),
        words("CSP", 0, 100),
        words("A board of partners in one area", 30, 112),
        words("Trauma-informed", 0, 124),
        words(meant, 30, 136),
        words("account of lives", 30, 148),
        words("Coercive control", 0, 160),
        words("A pattern of acts of many kinds", 30, 172),
        words("ICB", 0, 184),
        words("A board of the health service", 30, 196),
    ]
    assert [text.replace("\n", " ") for _, text in shown(*lines, right=160.0)][1:] == [
        "CSP",
        "A board of partners in one area",
        "Trauma-informed",
        f"{meant} account of lives",
        "Coercive control",
        "A pattern of acts of many kinds",
        "ICB",
        "A board of the health service",
    ]


def test_paragraphs_whose_first_line_is_indented_are_no_terms_and_meanings():
    lines = [
        words("We met people in every ward", 30, 100),
        words("and wrote down", 0, 112),
        words("They asked for light on paths", 30, 124),
        words("and more buses", 0, 136),
        words("We shall give them both soon", 30, 148),
        words("in every ward", 0, 160),
    ]
    assert len(shown(*lines, right=160.0)) == 3


GREY = Style(10.0, False, False, "#777777")


def test_a_few_words_in_a_look_of_their_own_are_a_label_above_its_value():
    """Facts beside a card have labels in grey or italics; "Timescale Late 2025" was one line."""
    for look in (GREY, Style(10.0, False, True, "#000000")):
        assert shown(
            words("Timescale", 0, 100, look),
            words("Late 2025", 0, 112),
            words("Lead officer", 0, 124, look),
            words("Head of Parks and", 0, 136),
            words("Open Spaces", 0, 148),
            right=90.0,
        ) == [
            (None, "Timescale"),
            (None, "Late 2025"),
            (None, "Lead officer"),
            (None, "Head of Parks and\nOpen Spaces"),
        ]


@pytest.mark.parametrize("printed", ["Vale Carers and", "Police,"])
def test_the_first_words_of_a_text_are_no_label_in_any_colour_where_they_go_on(printed):
    """What is new in a revised plan is red, and began the cell: its names were of other leads."""
    below = words("Ellerdale Trust", 0, 112)
    assert len(shown(words(printed, 0, 100, GREY), below, right=160.0)) == 1
    assert len(shown(words("Supported by", 0, 100, GREY), below, right=160.0)) == 2


def test_the_last_line_of_a_value_is_no_label_of_the_next_label():
    assert shown(
        words("Brief the editors of all local papers, radio", 0, 100),
        words("Partner stations", 0, 112),
        words("Indicators", 0, 124, GREY),
        words("Ten stories told", 0, 136),
        right=225.0,
    ) == [
        (None, "Brief the editors of all local papers, radio\nPartner stations"),
        (None, "Indicators"),
        (None, "Ten stories told"),
    ]


def test_a_full_line_goes_on_in_small_letters_where_labels_stand_closer_than_lines():
    assert shown(
        words("Ask the citizens panel what it thinks of it", 0, 100),
        words("each summer.", 0, 115.6),
        words("Lead", 0, 130, BOLD),
        words("Vale", 0, 139.9),
        words("Due", 0, 155, BOLD),
        words("May 2027", 0, 164.9),
        right=60.0,
    )[:2] == [
        (None, "Ask the citizens panel what it thinks of it\neach summer."),
        (None, "Lead"),
    ]


def test_a_line_that_begins_with_a_long_label_in_smaller_letters_goes_on_below():
    """Labels in small capitals had most letters of their line, and parted it from the next."""
    small = Style(8.5, True, False, "#000000")
    label = words("WHAT WE WANT TO ACHIEVE:", 10, 100, small)
    page = label + words("More people get", 134, 100), words("help before a crisis", 10, 113)
    said = "WHAT WE WANT TO ACHIEVE: More people get\nhelp before a crisis"
    assert shown(*page) == [(None, said)]


@pytest.mark.parametrize("bar", ["·", "–", "|"])
def test_the_end_of_a_value_before_a_bar_and_the_next_label_begins_no_paragraph(bar):
    """Names were cut at the end of a line: "Network", below it "Management · By when: 2026"."""
    page = (
        words(f"Ref: 1.1 {bar} Lead: Network", 0, 100),
        words(f"Management {bar} By when: 2026", 0, 112),
    )
    assert len(shown(*page, right=page[0][-1].x1)) == 1


def test_small_letters_that_end_a_line_go_on_in_the_next():
    """Who leads, set smaller behind a promise, was a paragraph of its own from its second line."""
    small = Style(8.5, False, False, "#800040")
    first = words("\u2022 \tWrite to every practice", 0, 100)
    first += words("[Lead: Primary", 150, 100, small)
    lines = (
        first,
        words("Care; by: May 2026]", 20, 115, small),
        words("\u2022 \tOpen a hub", 0, 130),
    )
    assert shown(*lines, right=230.0) == [
        ("\u2022", "Write to every practice [Lead: Primary\nCare; by: May 2026]"),
        ("\u2022", "Open a hub"),
    ]


def test_labels_in_a_narrow_cell_are_paragraphs_though_a_value_takes_three_lines():
    """ "Partnership Supported by:" was one paragraph, and the lead was cut to two words."""
    lines = ("Lead:", "Safeguarding", "Children", "Partnership", "Supported by:", "Wildlife")
    page = [words(text, 0, 100 + 12 * at) for at, text in enumerate(lines)]
    assert (None, "Supported by:") in [
        (marker, text.split("\n")[0]) for marker, text in shown(*page, right=62)
    ]


def test_what_goes_on_below_a_label_in_smaller_letters_stands_as_far_as_lines_of_its_own_size():
    small = Style(8.5, True, False, "#000000")
    text = [words("We will call all of the first-year", 10, 100), words("students again.", 10, 114)]
    label = words("WHAT WE WANT TO ACHIEVE:", 10, 140, small)
    page = (*text, label + words("More people get", 134, 140), words("help early", 10, 154))
    assert shown(*page)[1:] == [(None, "WHAT WE WANT TO ACHIEVE: More people get\nhelp early")]


def test_bold_terms_whose_meanings_hang_begin_paragraphs_though_no_stop_is_before_them():
    lines = [
        [*words("Hate crime", 0, 100, BOLD), *words("An act of hostility to a group", 60, 100)],
        words("that is named in law", 20, 112),
        [*words("Incident", 0, 124, BOLD), *words("An act that breaks no law", 60, 124)],
        [*words("Restorative", 0, 136, BOLD), *words("A meeting or exchange between", 60, 136)],
        words("those who were there", 20, 148),
    ]
    entries = [
        "Hate crime An act of hostility to a group that is named in law",
        "Incident An act that breaks no law",
        "Restorative A meeting or exchange between those who were there",
    ]
    right = max(word.x1 for line in lines for word in line)
    assert [text.replace("\n", " ") for _, text in shown(*lines, right=right)] == entries
    flush = [
        words("that is named in law", 0, 112) if at == 1 else line for at, line in enumerate(lines)
    ]
    assert len(shown(*flush, right=right)) < len(entries)
