"""Actions under the time in which they are done: each is one, with that time for its date."""

import pytest

from extractors.blocks import Heading
from extractors.extract import extract

from ...tables import document, found, pick, table

ROWS = (
    "Quays|Map the dark spots|Light twenty berths|Highways\n"
    "Homes|Survey the worst cabins|Insulate 200 cabins|Housing"
)


@pytest.mark.parametrize(
    ("heads", "times"),
    [
        ("Priority|Year 1 actions|Year 2 actions|Lead", ("Year 1", "Year 2")),
        ("Objective|2026/27|2027/28|Lead", ("2026/27", "2027/28")),
        ("Aim|Short term|Medium term|Lead", ("Short term", "Medium term")),
        ("Theme|Timescale|<|Lead\n^|Actions in 2026|Actions in 2027|^", ("2026", "2027")),
    ],
)
def test_each_text_under_a_time_is_an_action_with_that_time(heads, times):
    rows = found(table(f"{heads}\n{ROWS}"))
    assert pick(rows, "activity", "due", "lead") == [
        ("Map the dark spots", times[0], "Highways"),
        ("Light twenty berths", times[1], "Highways"),
        ("Survey the worst cabins", times[0], "Housing"),
        ("Insulate 200 cabins", times[1], "Housing"),
    ]


@pytest.mark.parametrize("times", ["Now|Next|Later", "Year 1|Year 2|Year 3"])
def test_times_alone_head_actions_each_item_of_a_list_one(times):
    first, _, last = times.split("|")
    text = "• Recruit two officers // • Publish a charter|Open a shelter|Build 40 new homes"
    rows = found(table(f"{times}\n{text}\nReview the rota|Train wardens|Light the quay"))
    assert pick(rows, "activity", "due")[:2] == [
        ("Recruit two officers", first),
        ("Publish a charter", first),
    ]
    assert (len(rows), pick(rows, "due")[-1]) == (7, (last,))


def test_bands_and_merged_objectives_stand_over_all_that_is_done_for_them():
    rows = found(
        table(
            "Objective|Year 1|Year 2|Lead\nTheme 1: Ports|<|<|<\n"
            "Safer quays|Map the dark spots||Highways\n^|Train wardens|Review the rota|Port\n"
            "Theme 2: Homes|<|<|<\nWarm cabins|Survey cabins|Insulate 200 cabins|Housing"
        )
    )
    assert pick(rows, "section", "objective", "activity", "due", "lead") == [
        ("Theme 1: Ports", "Safer quays", "Map the dark spots", "Year 1", "Highways"),
        ("Theme 1: Ports", "Safer quays", "Train wardens", "Year 1", "Port"),
        ("Theme 1: Ports", "Safer quays", "Review the rota", "Year 2", "Port"),
        ("Theme 2: Homes", "Warm cabins", "Survey cabins", "Year 1", "Housing"),
        ("Theme 2: Homes", "Warm cabins", "Insulate 200 cabins", "Year 2", "Housing"),
    ]


def test_what_an_action_is_to_reach_each_year_is_no_action_and_no_date():
    heads = "Action|Lead|Year 1|Year 2"
    rows = found(table(f"{heads}\nLight the quay|Port|Map the dark|Install\nTrain|Port|Hire|Teach"))
    assert pick(rows, "activity", "due") == [("Light the quay", None), ("Train", None)]


@pytest.mark.parametrize(
    "text",
    [
        "Indicator|2025|2026|2027|Owner\nCabins insulated|100|200|300|Housing",
        "Objective|Year 1|Year 2|Lead\nWarm cabins|120 cabins|200 cabins|Housing",
        "Success measure|Year 1|Year 2|Lead\nCalls|Reduce by 5%|Reduce by 10% in all|Fire Service",
    ],
)
def test_figures_and_targets_under_times_are_no_actions(text):
    assert not found(table(text))


@pytest.mark.parametrize(
    ("above", "times"),
    [
        ("Theory of change", "Short term|Medium term|Long term"),
        ("Our intended outcomes", "Year 1|Year 2|Year 3"),
        ("What we have done so far", "Year 1|Year 2|Year 3"),
        ("Our journey", "2021/22|2022/23|2023/24"),
    ],
)
def test_times_alone_over_what_comes_of_a_plan_or_came_before_it_are_told(above, times):
    rows = table(f"{times}\nBuild trust in wardens|Train ten wardens|Open a hub for carers")
    result = extract(document(Heading(above, 1), rows, title="Safety strategy 2025-28"))
    assert not result.actions
    assert [one.code for one in result.problems] == ["unread_table"]


@pytest.mark.parametrize("above", ["Outcomes", "Success measures", "Our journey"])
@pytest.mark.parametrize("times", [("May 2026", "June 2026"), ("2021/22", "2022/23"), ("", "")])
def test_a_plan_that_prints_actions_and_timescale_is_one_wherever_it_stands(above, times):
    rows = f"Insulate 500 homes|{times[0]}\nOpen a hub for carers|{times[1]}"
    blocks = Heading("Priority 1: Homes", 1), Heading(above, 2), table(f"Actions|Timescale\n{rows}")
    result = extract(document(*blocks, title="Safety strategy 2025-28"))
    told = [one.cells["activity"] for one in result.actions]
    assert told == ["Insulate 500 homes", "Open a hub for carers"]


def test_what_each_time_says_again_with_another_figure_is_a_target():
    rows = "Reduce fires by 5%|Reduce fires by 10%\nTrain 100 wardens|Train 200 wardens"
    assert not found(table(f"Year 1|Year 2\n{rows}"))
