"""A title on a bar of colour, with its reference at the right end of the bar."""

from extractors.readers.pdf.lines import make_lines
from extractors.readers.pdf.page.regions import title_bars
from extractors.readers.pdf.page.regions.title_bars import before_their_titles, cards_under_bars
from extractors.readers.pdf.record import Fill, Frame
from tests.extractors.readers.pdf_fixtures import words

BAR = Fill(40, 84, 500, 106, "#1d3557")


def lines(*printed, bar=BAR) -> list[str]:
    """The lines of a page on which these words are printed."""
    held = [word for some in printed for word in some]
    return [line.text for line in make_lines(before_their_titles(held, [bar]))]


def test_heads_of_two_columns_stay_on_their_line() -> None:
    heads = words(100, (46, "Actions"), (400, "When: S / M / L"), size=11, bold=True)
    assert len(lines(heads)) == 1
    title = words(100, (46, "Priority 2: Safer streets"), size=13, bold=True)
    assert len(lines(title, words(99, (400, "2026"), size=11))) == 1


def test_a_year_behind_the_heads_of_other_columns_is_no_reference() -> None:
    heads = words(100, (46, "Action"), (300, "Lead"), (470, "Y3"), size=11, bold=True)
    assert lines(heads) == ["Action Lead Y3"]


def test_a_reference_at_the_right_end_begins_the_title() -> None:
    title = words(100, (46, "Light the quay and"), size=11, bold=True)
    rest = words(112, (46, "its steps"), size=11, bold=True)
    for base in (100, 106):
        ref = words(base, (470, "2.1"), size=11, bold=True)
        bar = Fill(40, 84, 500, 118, "#1d3557")
        assert lines(title, rest, ref, bar=bar) == ["2.1 Light the quay and", "its steps"]
    assert lines(title, words(100, (470, "2.1"), size=11)) == ["Light the quay and 2.1"]


def test_bars_with_titles_abreast_begin_cards_whose_texts_print_the_same_label():
    bars = [Frame(40, 50, 280, 84), Frame(300, 50, 540, 84), Frame(40, 120, 280, 140)]
    fills = [Fill(*bar, "#1d3557") for bar in bars]
    titles = [*words(64, (46, "Light the quay and"), (306, "Train bus drivers"), bold=True)]
    titles += words(77, (46, "its steps"), (306, "in first aid"), bold=True)
    texts = words(98, (46, "Lead: Harbour Board"), (306, "Lead: Transport"))
    texts += words(134, (46, "Mend the wall"), bold=True) + words(154, (46, "Lead: Vale"))
    cards = cards_under_bars([bars[:2]], fills, [*titles, *texts])
    assert sorted((card.x0, card.top, card.bottom > 90) for card in cards) == [
        (40, 50, True),
        (40, 120, True),
        (300, 50, True),
    ]
    assert max(card.bottom for card in cards if card.top == 50) < 120
    across = words(98, (46, "Lead: Harbour Board with the owners of every boat that is moored"))
    other = words(98, (46, "Few steps are lit."), (306, "Nobody is trained."))
    for below in (across, other, []):
        assert cards_under_bars([bars[:2]], fills[:2], [*titles, *below]) == []


def _abreast(*texts: list) -> list[Frame]:
    """The cards under two bars with a title of one line each."""
    fills = [Fill(40, 50, 280, 66, "#1d3557"), Fill(300, 50, 540, 66, "#1d3557")]
    page = words(61, (46, "Light the quay"), (306, "Train bus drivers"), bold=True)
    return cards_under_bars([], fills, [*page, *(word for text in texts for word in text)])


def test_bars_with_a_line_each_begin_cards_where_the_texts_print_two_labels_alike():
    """Five made plans were read across their cards; cells of a table may share one word."""
    who = words(82, (46, "Lead: Vale"), (306, "Lead: Port"))
    when = words(96, (46, "By when: 2026"), (306, "By when: 2027"))
    assert [(card.x0, card.top) for card in _abreast(who, when)] == [(40, 50), (300, 50)]
    assert _abreast(who) == []


def test_cards_under_bars_end_where_a_line_goes_across_and_begin_with_a_number_over_the_bar():
    who = words(82, (46, "Lead: Vale"), (306, "Lead: Port"))
    when = words(96, (46, "By when: 2026"), (306, "By when: 2027"))
    over = words(47, (42, "Project 1.1"), (302, "Project 1.2"))
    across = words(110, (46, "The board meets four times a year and looks at what was done so far"))
    cards = _abreast(who, when, over, across)
    assert [(card.top, card.bottom) for card in cards] == [(over[0].top, when[0].bottom)] * 2


def test_the_text_below_each_bar_of_a_calendar_is_read_once(monkeypatch) -> None:
    """A page of 240 tiles took 22 s: each row of them read the texts below all of one colour."""
    tiles = [
        Frame(40 + 90 * column, 50 + 30 * row, 125 + 90 * column, 60 + 30 * row)
        for row in range(12)
        for column in range(5)
    ]
    asked: list[Frame] = []
    below = title_bars._text_below
    monkeypatch.setattr(
        title_bars, "_text_below", lambda bar, *more: asked.append(bar) or below(bar, *more)
    )
    days = [word for tile in tiles for word in words(tile.bottom - 1, (tile.x0 + 2, "7"), size=8)]
    assert cards_under_bars([], [Fill(*tile, "#ddeeff") for tile in tiles], days) == []
    assert len(asked) == len(tiles)
