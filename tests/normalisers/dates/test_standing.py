"""What is reckoned, ongoing, under review, to be decided or no date."""

import pytest

from normalisers.dates import DateValue, normalise_date
from tests.normalisers.dates.reading import read


@pytest.mark.parametrize(
    ("printed", "edtf"),
    [
        ("Within 3 months", "2023-02-16/2023-05-16"),
        ("within six months of publication", "2023-02-16/2023-08-16"),
        ("Within 1 year", "2023-02-16/2024-02-16"),
        ("In the next 12 months", "2023-02-16/2024-02-16"),
        ("within 12 months of the strategy launch", "2023-02-16/2024-02-16"),
        ("within 30 days", "2023-02-16/2023-03-18"),
        ("6 months", "2023-02-16/2023-08-16"),
        ("6-12 months", "2023-08-16/2024-02-16"),
        ("Year 2", "2023"),
        ("Year 3", "2024"),
        ("Yr 1", "2022"),
        ("Year one", "2022"),
        ("Y2", "2023"),
        ("Years 1-3", "2022/2024"),
        ("Years 1 and 2", "2022/2023"),
        ("Years 1, 2 and 3", "2022/2024"),
        ("Year 1-2", "2022/2023"),
        ("End of Year 1", "2022-12-31"),
        ("by end of year 2", "../2023-12-31"),
        ("Lifetime of strategy", "2022/2025"),
        ("over the lifetime of the plan", "2022/2025"),
        ("Duration of the strategy", "2022/2025"),
        ("Throughout the life of the strategy", "2022/2025"),
        ("By the end of the strategy", "../2025-12-31"),
        ("Immediately", "2023-02-16"),
        ("ASAP", "2023-02-16"),
        ("this financial year", "2022-04/2023-03"),
        ("next financial year", "2023-04/2024-03"),
    ],
)
def test_times_reckoned_from_the_document(printed, edtf):
    value = read(printed)
    assert (value.edtf, value.kind) == (edtf, "relative")


@pytest.mark.parametrize(
    ("printed", "edtf"),
    [
        ("Ongoing", "../.."),
        ("on going", "../.."),
        ("ON-GOING", "../.."),
        ("Continuous", "../.."),
        ("BAU", "../.."),
        ("Quarterly", "../.."),
        ("annual", "../.."),
        ("Monthly meetings", "../.."),
        ("Every 6 months", "../.."),
        ("Ongoing, reviewed quarterly", "../.."),
        ("Reviewed annually", "../.."),
        ("Annually in March", "../.."),
        ("every November", "../.."),
        ("Ongoing (as required)", "../.."),
        ("Ongoing throughout", "../.."),
        ("April 2023 onwards", "2023-04/.."),
        ("from April 2023", "2023-04/.."),
        ("From 1 April 2024 onwards", "2024-04-01/.."),
        ("since 2022", "2022/.."),
        ("April 2023 and ongoing", "2023-04/.."),
        ("April 2023 - ongoing", "2023-04/.."),
        ("February 2023 / On-going", "2023-02/.."),
        ("March 2024, then annually", "2024-03/.."),
        ("Q1 2024/25 onwards", "2024-04/.."),
        ("Autumn 2023 onwards", "2023-23/.."),
        ("Ongoing since April 2022", "2022-04/.."),
        ("Ongoing from 2023/24", "2023-04/.."),
        ("Immediate and ongoing", "2023-02-16/.."),
        ("Year 1 onwards", "2022/.."),
        ("Ongoing until 31 March 2025", "../2025-03-31"),
        ("Ongoing to March 2025", "../2025-03"),
        ("Ongoing until end of 2024", "../2024-12-31"),
        ("Ongoing throughout 2024", "2024"),
        ("Ongoing 2023-2025", "2023/2025"),
        ("Quarterly from June 2023", "2023-06/.."),
        ("Ongoing for the lifetime of the strategy", "2022/2025"),
        ("from March", "2023-03?/.."),
        ("Ongoing to 2025", "../2025"),
        ("Ongoing – start April 2023", "2023-04/.."),
        ("Ongoing (commenced April 2023)", "2023-04/.."),
        ("Ongoing - April 2024", "../.."),
        ("Quarterly – first report June 2024", "../.."),
        ("Sept 2023+", "2023-09/.."),
        ("Monthly from January 2024", "2024-01/.."),
        ("Beginning April 2024", "2024-04/.."),
        ("Starting Jan 2024", "2024-01/.."),
        ("In place and ongoing", "../.."),
        ("Ongoing for 2024/25", "2024-04/2025-03"),
        ("Parhaus", "../.."),
    ],
)
def test_what_goes_on_is_ongoing(printed, edtf):
    value = read(printed)
    assert (value.edtf, value.kind, value.ongoing) == (edtf, "ongoing", True)


@pytest.mark.parametrize(
    ("printed", "edtf", "review"),
    [
        ("On-going. To be reviewed Nov 2024", "../..", "2024-11"),
        ("Ongoing – review March 2024", "../..", "2024-03"),
        ("Ongoing (review date: 31/03/2024)", "../..", "2024-03-31"),
        ("Ongoing, to be reviewed by April 2024", "../..", "2024-04"),
        ("Ongoing - next review Summer 2024", "../..", "2024-22"),
        ("Ongoing. Reviewed at Board in September 2023", "../..", "2023-09"),
        ("Annual review – March 2024", "../..", "2024-03"),
        ("April 2023, review October 2023", "2023-04", "2023-10"),
        ("March 2024 (to be reviewed Sept 2024)", "2024-03", "2024-09"),
        ("Ongoing (March 2024 review)", "../..", "2024-03"),
        ("Jan 2024 (Reviewed annually)", "2024-01", None),
        ("April 2023 (review after 6 months)", "2023-04", None),
        ("Ongoing (annual review in April)", "../..", None),
        ("Ongoing - review in 12 months", "../..", None),
        ("Ongoing. Review Mar 24.", "../..", "2024-03"),
        ("BAU (reviewed March 2025)", "../..", "2025-03"),
        ("review due 03/24", None, "2024-03"),
    ],
)
def test_a_review_is_kept_apart_from_the_due_date(printed, edtf, review):
    value = read(printed)
    assert (value.edtf, value.review_edtf) == (edtf, review)


@pytest.mark.parametrize(
    "printed",
    [
        "TBC",
        "To be confirmed",
        "TBD",
        "tba",
        "ТВС",
        "Date to be agreed",
        "To be decided",
        "to be determined by the Board",
        "Timescale TBC",
        "TBC following funding decision",
        "Awaiting funding",
        "Pending",
        "not yet agreed",
        "TBC - dependent on March 2024 budget",
        "To be agreed by the partnership board",
        "Dates TBC",
    ],
)
def test_what_is_to_be_decided_is_tbc(printed):
    assert read(printed) == DateValue(kind="tbc")


@pytest.mark.parametrize(
    "printed",
    [
        "",
        "   ",
        "-",
        "–",
        "—",
        "n/a",
        "N/A",
        "NA",
        "None",
        "Not applicable",
        "Complete",
        "Completed",
        "In progress",
        "Not started",
        "Done",
        ".",
        "…",
        "*",
        "Closed",
        "Superseded",
    ],
)
def test_empty_cells_and_statuses_are_no_date(printed):
    assert read(printed) == DateValue()


def test_without_publication_or_period_nothing_is_reckoned():
    assert normalise_date("within 6 months") == DateValue(
        kind="relative", score=0, reasons=("no date of publication",)
    )
    assert normalise_date("Year 2").reasons == ("no period of the document",)
    assert normalise_date("March").reasons == ("no date of publication",)


def test_odd_periods_and_publication_dates_are_taken_for_unknown():
    assert normalise_date("Year 1", ("n/a", ""), "soon").edtf is None
    assert normalise_date("Year 1", ("2025", "2022"), "2023-99-99").edtf is None
