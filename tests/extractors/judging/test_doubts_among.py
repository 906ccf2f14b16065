"""What speaks against a row beside all other rows of its document."""

import pytest

from extractors.blocks import Box, Place, Problem
from extractors.judging.among import doubt_among
from extractors.judging.reports import misread_rows
from extractors.rows import ActionRow

PLACES = ("quay", "vale", "park", "weir", "fort")


def rows(*changes: dict[str, str | None], reasons: tuple[str, ...] = ()) -> tuple[ActionRow, ...]:
    """A row for each change of a full one; None takes a field away."""
    full = ({"ref": "1", "activity": f"Light the {name}"} for name in PLACES)
    said = {"lead": "Vale", "due": "May 2027"}
    cells = (
        {k: v for k, v in (one | said | change).items() if v is not None}
        for one, change in zip(full, changes, strict=False)
    )
    return doubt_among([ActionRow(held, reasons=reasons) for held in cells])


def last_reasons(*changes: dict[str, str | None], of: tuple[str, ...] = ()) -> tuple[str, ...]:
    return rows(*changes, reasons=of)[-1].reasons


def test_a_card_without_what_the_other_cards_say_is_doubtful():
    cards = [{}] * 4
    assert last_reasons(*cards, {"lead": ""}, of=("card",)) == (
        "card",
        "no lead where other rows have one",
    )
    assert last_reasons(*cards, {"due": ""}, of=("card",))[1:] == (
        "no date where other rows have one",
    )
    two = last_reasons({}, {"lead": None}, of=("card",))  # show no habit
    assert two == ("card", "hardly another action was read")


def test_a_row_without_a_reference_is_doubtful_where_its_table_has_a_column_for_it():
    assert last_reasons(*[{}] * 4, {"ref": ""}) == ("no reference where other rows have one",)
    assert last_reasons(*[{}] * 4, {"ref": None}) == ()
    assert last_reasons({}, *[{"ref": ""}] * 3) == ("no reference where other rows have one",)


def test_a_name_with_a_space_more_than_elsewhere_was_parted():
    lead = "Harbour Countryside Rangers"
    parted = "Harbour Co untryside Rangers"
    assert last_reasons({}, {"lead": lead}, {"lead": parted}) == ("name parted by a space",)
    whole = [{}, {"lead": "Vale (Homes) - Advice"}, {"lead": "Vale (Homes)- Advice"}]
    assert last_reasons(*whole) == ()


def test_a_text_in_small_letters_among_texts_in_capitals_starts_in_mid_sentence():
    odd = rows({}, {}, {"activity": "and the towpath"})[-1]
    assert (odd.reasons, odd.score) == (("starts in mid-sentence",), 55)
    assert last_reasons(*[{"activity": f"light towpath {n}"} for n in "abc"]) == ()


@pytest.mark.parametrize("kind", ["no ruled grid", "card"])
def test_a_text_without_a_promise_is_doubtful_unless_rules_part_the_rows(kind: str):
    texts = [{}, {}, {"activity": "The towpath at night"}]
    assert last_reasons(*texts, of=(kind,)) == (kind, "text that promises nothing")
    assert last_reasons(*texts) == ()


def test_a_table_without_a_column_that_most_rows_fill_is_doubtful():
    odd = rows({}, {}, {}, {"due": None})[-1]
    assert (odd.reasons, odd.score) == (("lacks a column that most rows have",), 75)
    assert last_reasons({}, {}, {"due": None}, {"due": None}) == ()  # half of them are not most
    assert last_reasons({}, {"due": None}) == ("hardly another action was read",)  # no habit
    assert last_reasons({}, {}, {}, {"due": ""}) == ()  # told beside the rows of its table


def test_an_activity_that_several_rows_print_is_doubtful_in_each():
    again = "Report to the harbour board"
    judged = rows({}, {"activity": again}, {"activity": again})
    assert [row.reasons for row in judged] == [(), *[("activity printed in several rows",)] * 2]
    assert last_reasons({}, {"activity": ""}, {"activity": ""}) == ()


def test_a_card_whose_lead_stands_in_several_lines_is_doubtful():
    lines = [{}, {}, {"lead": "Working with\nGP federation"}]
    assert last_reasons(*lines, of=("card",)) == ("card", "lead of several lines")
    assert last_reasons(*lines) == ()  # cells of tables hold a name a line


def test_a_row_is_doubtful_on_a_page_with_a_table_that_was_not_read():
    unread = Problem("extract", "unread_table", "warning", "p.3: ...", 3)
    pages = [ActionRow({}, place=Place((Box(page, 0, 0, 9, 9),))) for page in (3, 4, 4)]
    told = [
        "beside a table that was not read" in one.reasons for one in doubt_among(pages, [unread])
    ]
    assert told == [True, False, False]


def test_a_reference_of_another_form_than_most_is_doubted():
    def told(*refs: str) -> list[bool]:
        judged = rows(*({"ref": ref} for ref in refs))
        return ["reference unlike the others" in row.reasons for row in judged]

    assert told("1.1", "12", "2.1", "2.12") == [False, True, False, False]
    assert told("HA5", "HA6 delivery plan", "HA7") == [False, True, False]
    assert told("CS1", "YP2", "", "AB12") == [False] * 4
    assert told("1", "A2") == [False] * 2  # neither is like most


def test_rows_beside_one_that_was_read_at_the_wrong_borders_are_doubtful():
    def row(text: str, page: int) -> ActionRow:
        cells = {"activity": text, "lead": "Vale", "due": "May 2027"}
        return ActionRow(cells, place=Place((Box(page, 0, 0, 9, 9),)))

    judged = doubt_among(
        [row("Light the quay", 3), row("and the towpath", 3), row("Open a hub", 4)]
    )
    assert [one.reasons for one in judged] == [
        ("beside a row read at the wrong borders",),
        ("starts in mid-sentence",),
        (),
    ]


def test_rows_that_hold_parts_of_others_are_told_once_a_page():
    places = [Place((Box(page, 0, 0, 9, 9),)) for page in (3, 3, 4)]
    texts = ("and the towpath", "by the quay", "Open a hub")
    parts = [
        ActionRow({"activity": text}, place=place, reasons=("starts in mid-sentence",) * (n < 2))
        for n, (text, place) in enumerate(zip(texts, places, strict=True))
    ]
    (problem,) = misread_rows(parts)
    assert (problem.code, problem.page) == ("misread_rows", 3)
    assert problem.message.startswith(
        "p.3: 2 actions hold parts of other cells or rows (starts in mid-sentence), first "
        '"and the towpath"'
    )
