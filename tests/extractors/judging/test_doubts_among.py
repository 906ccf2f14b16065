"""What speaks against a row beside all other rows of its document."""

from extractors.blocks import Box, Place
from extractors.judging.among import doubt_among
from extractors.judging.reports import misread_rows
from extractors.rows import ActionRow

FULL = {"ref": "1", "activity": "Open a hub", "lead": "Vale", "due": "May 2027"}


def rows(*changes: dict[str, str | None], reasons: tuple[str, ...] = ()) -> tuple[ActionRow, ...]:
    """A row for each change of a full one; None takes a field away."""
    cells = ({k: v for k, v in (FULL | one).items() if v is not None} for one in changes)
    return doubt_among([ActionRow(held, reasons=reasons) for held in cells])


def last_reasons(*changes: dict[str, str | None], of: tuple[str, ...] = ()) -> tuple[str, ...]:
    return rows(*changes, reasons=of)[-1].reasons


def test_a_card_without_what_the_other_cards_say_is_doubtful():
    cards = [{}] * 4
    assert last_reasons(*cards, {"lead": None}, of=("card",)) == (
        "card",
        "no lead where other rows have one",
    )
    assert last_reasons(*cards, {"due": ""}, of=("card",))[1:] == (
        "no date where other rows have one",
    )
    assert last_reasons({}, {"lead": None}, of=("card",)) == ("card",)  # two show no habit


def test_a_row_without_a_reference_is_doubtful_where_its_table_has_a_column_for_it():
    assert last_reasons(*[{}] * 4, {"ref": ""}) == ("no reference where other rows have one",)
    assert last_reasons(*[{}] * 4, {"ref": None}) == ()


def test_a_name_with_a_space_more_than_elsewhere_was_parted():
    lead = "Harbour Countryside Rangers"
    parted = "Harbour Co untryside Rangers"
    assert last_reasons({"lead": lead}, {"lead": parted}) == ("name parted by a space",)
    assert last_reasons({"lead": "Vale (Homes) - Advice"}, {"lead": "Vale (Homes)- Advice"}) == ()


def test_a_text_in_small_letters_among_texts_in_capitals_starts_in_mid_sentence():
    odd = rows({}, {}, {"activity": "and the towpath"})[-1]
    assert (odd.reasons, odd.score) == (("starts in mid-sentence",), 75)
    assert last_reasons(*[{"activity": "light the towpath"}] * 3) == ()


def test_a_text_without_a_promise_is_doubtful_in_a_table_without_rules_alone():
    texts = [{}, {}, {"activity": "The towpath at night"}]
    assert last_reasons(*texts, of=("no ruled grid",)) == (
        "no ruled grid",
        "no promise where other rows make one",
    )
    assert last_reasons(*texts) == ()


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
