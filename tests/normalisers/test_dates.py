"""Expressions are our own, by the families of ``LABELLING.md``; ``PERIOD`` and ``PUBLISHED`` are
those of an invented strategy."""

import json
import time
from datetime import date
from pathlib import Path

import pytest
from edtf import parse_edtf
from hypothesis import example, given, settings
from hypothesis import strategies as st

from normalisers.dates import COSTS, DateValue, normalise_date

PERIOD = ("2022", "2025")
PUBLISHED = "2023-02-16"


def read(printed: str | None) -> DateValue:
    return normalise_date(printed, PERIOD, PUBLISHED)


@pytest.mark.parametrize(
    ("printed", "edtf"),
    [
        ("3.4.23", "2023-04-03"),
        ("03-04-2023", "2023-04-03"),
        ("3/4/2023", "2023-04-03"),
        ("31.03.24", "2024-03-31"),
        ("1st April 2024", "2024-04-01"),
        ("2nd of June, 2024", "2024-06-02"),
        ("31stMarch2024", "2024-03-31"),
        ("Mon 4 March 2024", "2024-03-04"),
        ("4-Mar-24", "2024-03-04"),
        ("04 Mar 2024", "2024-03-04"),
        ("March 31, 2024", "2024-03-31"),
        ("March 31st 2024", "2024-03-31"),
        ("2024-09-30 00:00:00", "2024-09-30"),
        ("2024-09-30T00:00:00", "2024-09-30"),
    ],
)
def test_a_day_is_read_day_first_in_figures_and_in_words(printed, edtf):
    assert read(printed).edtf == edtf


@pytest.mark.parametrize(
    ("printed", "edtf"),
    [
        ("2024/09/30", "2024-09-30"),
        ("Sept2023", "2023-09"),
        ("Sept-23", "2023-09"),
        ("Sep’23", "2023-09"),
        ("Jan '25", "2025-01"),
        ("Mar 24", "2024-03"),
        ("March 25", "2025-03"),
        ("Dec.22", "2022-12"),
        ("DEC 2023", "2023-12"),
        ("in March 2024", "2024-03"),
        ("During 2024", "2024"),
        ("09/2023", "2023-09"),
        ("2024-09", "2024-09"),
        ("09/24", "2024-09"),
    ],
)
def test_a_month_is_read_however_its_year_is_printed(printed, edtf):
    assert read(printed).edtf == edtf


@pytest.mark.parametrize(
    ("printed", "edtf"),
    [
        ("Octuber 2023", "2023-10"),
        ("Setpember 2023", "2023-09"),
        ("Novmber 2024", "2024-11"),
        ("Febuary 2024", "2024-02"),
        ("l2/03/2024", "2024-03-12"),
        ("3O/09/2024", "2024-09-30"),
        ("2O24", "2024"),
        ("Маrch 2024", "2024-03"),
    ],
)
def test_slips_of_spelling_and_of_the_scanner_are_mended(printed, edtf):
    assert read(printed).edtf == edtf


@pytest.mark.parametrize(
    ("printed", "edtf"),
    [
        ("by 31 March 2024", "../2024-03-31"),
        ("By Sept 2024", "../2024-09"),
        ("by the end of March 2024", "../2024-03-31"),
        ("By end March 2024", "../2024-03-31"),
        ("by end of 2024/25", "../2025-03-31"),
        ("by end of Q2 2024/25", "../2024-09-30"),
        ("by Q3 2024/25", "../2024-12"),
        ("by 2025", "../2025"),
        ("by 2024/25", "../2025-03"),
        ("by Autumn 2024", "../2024-23"),
        ("by early 2024", "../2024-04"),
        ("No later than 31 March 2024", "../2024-03-31"),
        ("not later than June 2024", "../2024-06"),
        ("before 1 April 2024", "../2024-03-31"),
        ("prior to September 2024", "../2024-08-31"),
        ("Prior to 2025", "../2024-12-31"),
        ("before the end of March 2024", "../2024-03-30"),
        ("to be completed by June 2024", "../2024-06"),
        ("on or before 31/03/2024", "../2024-03-31"),
        ("Until March 2024", "../2024-03"),
    ],
)
def test_by_and_before_leave_the_first_day_open(printed, edtf):
    assert read(printed).edtf == edtf


@pytest.mark.parametrize(
    ("printed", "edtf"),
    [
        ("End March 2024", "2024-03-31"),
        ("end of Feb 2024", "2024-02-29"),
        ("End of FY 2023/24", "2024-03-31"),
        ("end of 2023-24", "2024-03-31"),
        ("End of Q4 2023/24", "2024-03-31"),
        ("end of the financial year 2024/25", "2025-03-31"),
        ("End of Summer 2024", "2024-08-31"),
        ("end of autumn term 2023", "2023-12-31"),
        ("end of academic year 2023/24", "2024-08-31"),
    ],
)
def test_the_end_of_anything_is_its_last_day(printed, edtf):
    assert read(printed).edtf == edtf


@pytest.mark.parametrize(
    ("printed", "edtf"),
    [
        ("24/25", "2024-04/2025-03"),
        ("2024/2025", "2024-04/2025-03"),
        ("2024 - 25", "2024-04/2025-03"),
        ("FY24/25", "2024-04/2025-03"),
        ("FY 2024-25", "2024-04/2025-03"),
        ("2026-2027 financial year", "2026-04/2027-03"),
        ("financial year 2024/25", "2024-04/2025-03"),
        ("Financial Year 2026-2027", "2026-04/2027-03"),
        ("2024/25 financial year", "2024-04/2025-03"),
        ("2025-28", "2025/2028"),
        ("2022 – 2025", "2022/2025"),
        ("2022 to 2025", "2022/2025"),
        ("2022/23 - 2024/25", "2022-04/2025-03"),
        ("2022-23 to 2024-25", "2022-04/2025-03"),
        ("2023/24 and 2024/25", "2023-04/2025-03"),
    ],
)
def test_two_years_are_a_financial_year_or_a_span(printed, edtf):
    assert read(printed).edtf == edtf


@pytest.mark.parametrize(
    ("printed", "edtf"),
    [
        ("Q1 24/25", "2024-04/2024-06"),
        ("Q4 24/25", "2025-01/2025-03"),
        ("2024-25 Q3", "2024-10/2024-12"),
        ("2024/25 Q1", "2024-04/2024-06"),
        ("Qtr 2 2024/25", "2024-07/2024-09"),
        ("Q2, 2024/25", "2024-07/2024-09"),
        ("Q2 (2024/25)", "2024-07/2024-09"),
        ("Quarter 4 2024-2025", "2025-01/2025-03"),
        ("First quarter of 2024/25", "2024-04/2024-06"),
        ("Q4 FY24/25", "2025-01/2025-03"),
        ("Q1 2025", "2025-04/2025-06"),
        ("Q4 2024", "2025-01/2025-03"),
        ("Q1-Q2 2024/25", "2024-04/2024-09"),
        ("Q1 & Q2 2024/25", "2024-04/2024-09"),
        ("Q1-3 2024/25", "2024-04/2024-12"),
        ("Q3/Q4 2023/24", "2023-10/2024-03"),
        ("Q4 2023/24 - Q1 2024/25", "2024-01/2024-06"),
        ("Quarters 1 and 2 2024/25", "2024-04/2024-09"),
        ("First half of 2024", "2024-01/2024-06"),
        ("H2 2024/25", "2024-10/2025-03"),
    ],
)
def test_quarters_are_those_of_the_financial_year(printed, edtf):
    assert read(printed).edtf == edtf


@pytest.mark.parametrize(
    ("printed", "edtf"),
    [
        ("spring 2024", "2024-21"),
        ("Winter 2022", "2022-24"),
        ("Winter 2023-24", "2023-24"),
        ("Winter 22/23", "2022-24"),
        ("Spring/Summer 2024", "2024-21/2024-22"),
        ("Autumn/Winter 2024", "2024-23/2024-24"),
        ("Summer - Autumn 2024", "2024-22/2024-23"),
        ("Spring term 2024", "2024-01/2024-03"),
        ("Summer Term 2025", "2025-04/2025-07"),
        ("Autumn Term 2023/24", "2023-09/2023-12"),
        ("Spring term 2023/24", "2024-01/2024-03"),
        ("start of the autumn term 2024", "2024-09"),
        ("start of academic year 2025", "2025-09"),
        ("academic year 2024-25", "2024-09/2025-08"),
        ("2024/25 academic year", "2024-09/2025-08"),
        ("School year 2024/25", "2024-09/2025-08"),
    ],
)
def test_seasons_and_school_terms(printed, edtf):
    assert read(printed).edtf == edtf


@pytest.mark.parametrize(
    ("printed", "edtf"),
    [
        ("early 2025", "2025-01/2025-04"),
        ("Mid-2024", "2024-05/2024-08"),
        ("late 2024", "2024-09/2024-12"),
        ("mid to late 2024", "2024-05/2024-12"),
        ("approx. June 2024", "2024-06~"),
        ("approximately March 2024", "2024-03~"),
        ("circa 2025", "2025~"),
        ("c. 2024", "2024~"),
        ("c.March 2024", "2024-03~"),
        ("around September 2024", "2024-09~"),
        ("March 2024 (approx)", "2024-03~"),
    ],
)
def test_parts_of_a_year_and_rough_dates(printed, edtf):
    assert read(printed).edtf == edtf


@pytest.mark.parametrize(
    ("printed", "edtf"),
    [
        ("w/c 4th March 2024", "2024-03-04/2024-03-10"),
        ("week commencing 6 May 2024", "2024-05-06/2024-05-12"),
        ("W/C 04/03/2024", "2024-03-04/2024-03-10"),
        ("16 Days 2023", "2023-11-25/2023-12-10"),
        ("16 Days of Activism 2024", "2024-11-25/2024-12-10"),
        ("During the 16 Days of Action 2024", "2024-11-25/2024-12-10"),
        ("16 days", "2023-11-25?/2023-12-10?"),
        ("White Ribbon Day 2024", "2024-11-25"),
        ("International Women's Day 2024", "2024-03-08"),
        ("by Christmas 2024", "../2024-12-25"),
    ],
)
def test_weeks_and_named_days(printed, edtf):
    assert read(printed).edtf == edtf


@pytest.mark.parametrize(
    ("printed", "edtf"),
    [
        ("September", "2023-09?"),
        ("January", "2024-01?"),
        ("February", "2023-02?"),
        ("by March", "../2023-03?"),
        ("end of March", "2023-03-31?"),
        ("31 March", "2023-03-31?"),
        ("14 Feb", "2024-02-14?"),
        ("Sept - Dec", "2023-09?/2023-12?"),
        ("Nov/Dec", "2023-11?/2023-12?"),
        ("May", "2023-05?"),
    ],
)
def test_a_date_without_a_year_is_the_next_one_and_unsure(printed, edtf):
    assert read(printed).edtf == edtf


@pytest.mark.parametrize(
    ("printed", "edtf"),
    [
        ("March - June 2024", "2024-03/2024-06"),
        ("Nov 2023 – Feb 2024", "2023-11/2024-02"),
        ("Nov – Feb 2024", "2023-11/2024-02"),
        ("from April 2023 to March 2024", "2023-04/2024-03"),
        ("Between March and June 2024", "2024-03/2024-06"),
        ("Oct 23-Mar 24", "2023-10/2024-03"),
        ("01/04/2023 - 31/03/2024", "2023-04-01/2024-03-31"),
        ("01/04/2023-31/03/2024", "2023-04-01/2024-03-31"),
        ("1-5 March 2024", "2024-03-01/2024-03-05"),
        ("25th - 29th March 2024", "2024-03-25/2024-03-29"),
        ("25 and 26 March 2024", "2024-03-25/2024-03-26"),
        ("25 Nov to 10 Dec 2024", "2024-11-25/2024-12-10"),
        ("April 2023 until March 2024", "2023-04/2024-03"),
        ("2023 & 2024", "2023/2024"),
        ("Jan, Feb and March 2024", "2024-01/2024-03"),
        ("March (2024)", "2024-03"),
        ("2024 (March)", "2024-03"),
    ],
)
def test_ranges_and_lists_cover_their_first_to_their_last_day(printed, edtf):
    assert read(printed).edtf == edtf


@pytest.mark.parametrize(
    ("printed", "edtf"),
    [
        ("March 2024/25", "2025-03"),
        ("Sept 2023/24", "2023-09"),
        ("March 2024?", "2024-03?"),
        ("March 2024 (was Dec 2023)", "2024-03"),
        ("Dec 2023 – revised to March 2024", "2024-03"),
        ("Revised: June 2024", "2024-06"),
        ("Revised March 2024 (originally Dec 2023)", "2024-03"),
        ("Originally Dec 2023, now March 2024", "2024-03"),
        ("Dec 2023 extended to March 2024", "2024-03"),
        ("March 2024 (revised from January 2024)", "2024-03"),
        ("Dec 2023 (original) March 2024 (revised)", "2024-03"),
        ("extended from March 2024 to June 2024", "2024-06"),
        ("07.11.202", "202X-11-07"),
        ("March 202", "202X-03"),
        ("April 2023 (data collected)", "2023-04"),
        ("Launch event 25 November 2023", "2023-11-25"),
        ("Phase 1 March 2024", "2024-03"),
        ("Completed March 2023", "2023-03"),
        ("Complete - June 2023", "2023-06"),
        ("not before April 2024", "2024-04/.."),
        ("year ending March 2025", "2024-04/2025-03"),
        ("24.11.2022 06.12.2022", "2022-11-24/2022-12-06"),
        ("31 March 2024 (end of Q4)", "2024-03-31"),
    ],
)
def test_odd_cells_keep_the_date_that_counts(printed, edtf):
    assert read(printed).edtf == edtf


@pytest.mark.parametrize(
    ("printed", "edtf"),
    [
        ("By the end of the financial year 2024/25", "../2025-03-31"),
        ("By the end of summer term 2024", "../2024-07-31"),
        ("Q3 (2023/24)", "2023-10/2023-12"),
        ("2nd quarter 2024/25", "2024-07/2024-09"),
        ("Q1 25/26 – Q3 25/26", "2025-04/2025-12"),
        ("Dec-Jan 2024", "2023-12/2024-01"),
        ("Spring 2024 - Summer 2025", "2024-21/2025-22"),
        ("Start of 2025/26", "2025-04"),
        ("Beginning of April 2024", "2024-04-01"),
        ("mid March 2024", "2024-03"),
        ("approx. end of 2024", "2024-12-31~"),
        ("Circa Q2 2024/25", "2024-07~/2024-09~"),
        ("~June 2024", "2024-06~"),
        ("Provisional: March 2024", "2024-03?"),
        ("June 2024 (TBC)", "2024-06?"),
        ("week commencing Monday 25 November 2024", "2024-11-25/2024-12-01"),
        ("week ending 8 March 2024", "2024-03-02/2024-03-08"),
        ("25 Nov – 10 Dec 2024 (16 Days of Activism)", "2024-11-25/2024-12-10"),
        ("June 2023 (now March 2024)", "2024-03"),
        ("Original: March 2023. Revised: September 2023", "2023-09"),
        ("Revised to Sept 2023 from March 2023", "2023-09"),
        ("~~March 2023~~ September 2023", "2023-09"),
        ("Moved from Q1 to Q3 2024/25", "2024-10/2024-12"),
        ("31/03/2023 extended to 30/06/2023", "2023-06-30"),
        ("Due: March 2024 Completed: Feb 2024", "2024-03"),
        ("Start: April 2023 End: March 2024", "2023-04/2024-03"),
        ("From: April 2024 To: March 2025", "2024-04/2025-03"),
        ("From 01/04/24 to 31/03/25", "2024-04-01/2025-03-31"),
        ("31/12/24 & 31/03/25", "2024-12-31/2025-03-31"),
        ("March, June, September, December 2024", "2024-03/2024-12"),
        ("Draft by March 2024, final by June 2024", "../2024-06"),
        ("Report to Board September 2024", "2024-09"),
        ("3rd Friday of March 2024", "2024-03"),
        ("Before Christmas 2024", "../2024-12-24"),
        ("FY2024/25 Q2", "2024-07/2024-09"),
        ("F/Y 2024-25", "2024-04/2025-03"),
        ("2022/23-2024/25", "2022-04/2025-03"),
        ("Ju1y 2024", "2024-07"),
        ("0ctober 2024", "2024-10"),
        ("Septem-ber 2024", "2024-09"),
        ("1 April 202", "202X-04-01"),
        ("01/04/202X", "202X-04-01"),
        ("Mawrth 2024", "2024-03"),
        ("By end of strategy (March 2025)", "../2025-03"),
        ("Q1 (April - June) 2024/25", "2024-04/2024-06"),
        ("Late 2024/early 2025", "2024-09/2025-04"),
        ("Autumn Term (Sept-Dec) 2024", "2024-09/2024-12"),
        ("Start of new school year 2024", "2024-09"),
        ("01.04.24-31.03.25", "2024-04-01/2025-03-31"),
        ("Mon 4 – Fri 8 March 2024", "2024-03-04/2024-03-08"),
        ("4, 5 and 6 March 2024", "2024-03-04/2024-03-06"),
        ("25/11-10/12/2024", "2024-11-25/2024-12-10"),
        ("25.11 – 10.12.2024", "2024-11-25/2024-12-10"),
        ("25 Nov-10 Dec 2024", "2024-11-25/2024-12-10"),
        ("Mar./Apr. 2024", "2024-03/2024-04"),
        ("Sept'23-Mar'24", "2023-09/2024-03"),
        ("Mar-23 Jun-23", "2023-03/2023-06"),
        ("March 2024 at the latest", "../2024-03"),
        ("March 2024 at the earliest", "2024-03/.."),
        ("Not due until April 2024", "2024-04/.."),
        ("50% by Dec 2024, 100% by Dec 2025", "../2025-12"),
        ("after March 2024", "2024-04-01/.."),
        ("3/24", "2024-03"),
        ("March 202?", "202X-03"),
        ("12/03/202x", "202X-03-12"),
        ("Q1,Q2,Q3,Q4 2024/25", "2024-04/2025-03"),
        ("By end of financial year", "../2023-03-31?"),
        ("Sept 2023 - July 2024 (academic year)", "2023-09/2024-07"),
        ("erbyn Mawrth 2024", "../2024-03"),
        ("within 12 months - March 2024", "2024-03"),
    ],
)
def test_more_expressions_of_every_family(printed, edtf):
    assert read(printed).edtf == edtf


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


@pytest.mark.parametrize(
    "printed",
    [
        "31 February 2024",
        "31/02/2024",
        "31.06.2024",
        "16.02.2",
        "99/99/2024",
        "FY24",
        "FY 2025",
        "Q4 FY25",
        "financial year 2024",
        "04/05",
        "1.1.1.1.1.1",
        "45382",
        "March 20 24",
        "Easter 2024",
        "Spring 2024/25",
        "31/03/20245",
        "Within 6 months of Royal Assent",
        "End of year",
        "Year 7",
        "Domestic Abuse Act 2021",
        "PCC and Police",
        "2024-24",
        "29/02/2023",
        "March 2024 - January 2024",
        "Short term",
        "??/??/2024x",
        "6 months after the review",
        "13/13/2024",
        "soon",
        "3",
        "Sep t 2024",
        "March 2024 -",
        "Dec 31",
        "01.04.20",
        "Q1 2024 (Jan - Mar)",
        "Summer holidays 2024",
        "3 3 2023",
        "31st of the 3rd 2024",
        "04.11 – 10.12.2024",
        "Over the next year",
        "Nov 25 - Dec 10 2024",
        "within 3 months of contract award",
        "16 days of activism, November 2024",
        "12 months from April 2023",
        "1/12",
        "financial year end 2024",
        "31/0/2024",
    ],
)
def test_what_is_damaged_or_means_two_things_gives_no_day(printed):
    value = read(printed)
    assert (value.edtf, value.earliest, value.latest, value.score) == (None, None, None, 0)
    assert value.reasons


@pytest.mark.parametrize(
    ("printed", "earliest", "latest"),
    [
        ("Winter 2023", date(2023, 12, 1), date(2024, 2, 29)),
        ("2024/25", date(2024, 4, 1), date(2025, 3, 31)),
        ("by Q4 2024/25", None, date(2025, 3, 31)),
        ("before April 2024", None, date(2024, 3, 31)),
        ("2024 onwards", date(2024, 1, 1), None),
        ("07.11.202", date(2020, 11, 7), date(2029, 11, 7)),
        ("mid 2024", date(2024, 5, 1), date(2024, 8, 31)),
        ("Feb 2024", date(2024, 2, 1), date(2024, 2, 29)),
    ],
)
def test_days_are_the_first_and_the_last_that_the_expression_covers(printed, earliest, latest):
    value = read(printed)
    assert (value.earliest, value.latest) == (earliest, latest)


def test_several_dates_are_covered_and_say_so():
    value = read("24.11.2023 06.12.2023 16.02.2024")
    assert value.edtf == "2023-11-24/2024-02-16"
    assert value.reasons == ("several dates",)


def test_a_quarter_of_a_single_year_is_less_sure_than_one_of_a_financial_year():
    assert read("Q3 2024").score < read("Q3 2024/25").score == 100


def test_without_publication_or_period_nothing_is_reckoned():
    assert normalise_date("within 6 months") == DateValue(
        kind="relative", score=0, reasons=("no date of publication",)
    )
    assert normalise_date("Year 2").reasons == ("no period of the document",)
    assert normalise_date("March").reasons == ("no date of publication",)


def test_odd_periods_and_publication_dates_are_taken_for_unknown():
    assert normalise_date("Year 1", ("n/a", ""), "soon").edtf is None
    assert normalise_date("Year 1", ("2025", "2022"), "2023-99-99").edtf is None


def test_an_explicit_year_wins_over_the_year_of_the_plan():
    value = read("Year 2 (2024/25)")
    assert (value.edtf, value.kind) == ("2024-04/2025-03", "interval")


# fmt: off
WORDS = [
    "by", "before", "until", "from", "since", "end", "of", "early", "mid", "late", "circa", "Q1",
    "Q4", "March", "Sept", "2024", "2023/24", "24", "202", "31st", "12", "/", "-", "–", ".", ",",
    "(", ")", "to", "and", "onwards", "ongoing", "annually", "review", "TBC", "w/c", "winter",
    "was", "6", "within", "months", "?", "'", "half", "Feb", "29", "30", "immediate", "Complete",
    "n/a", "Board",
]
# fmt: on
PHRASES = ["spring term", "Year 2", "revised to", "16 Days", "financial year", "academic year"]
PIECES = st.sampled_from([*WORDS, *PHRASES, "first quarter", "lifetime of the strategy"])


@settings(max_examples=120, deadline=None)
@given(st.lists(PIECES, max_size=9).map(" ".join))
@example("first half of 29 Feb 2024")
@example("w/c 29 Feb")
def test_whatever_words_meet_the_edtf_is_valid_and_within_its_days(printed):
    value = read(printed)
    assert 0 <= value.score <= 100
    assert all(reason in COSTS for reason in value.reasons)
    if value.earliest is not None and value.latest is not None:
        assert value.earliest <= value.latest
    if value.edtf is not None:
        assert_agrees(value)
    else:
        assert (value.earliest, value.latest) == (None, None)


def assert_agrees(value: DateValue) -> None:
    """The library's first and last day of every closed end lie within those that we give."""
    ends = value.edtf.split("/")
    assert parse_edtf(without_season_mark(value.edtf)) is not None
    for end in (end for end in ends if end != ".."):
        parsed = parse_edtf(without_season_mark(end))
        first, last = parsed.lower_strict()[:3], parsed.upper_strict()[:3]
        assert value.earliest is None or value.earliest <= date(*first)
        assert value.latest is None or date(*last) <= value.latest
    assert (value.earliest is None) == (ends[0] == "..")
    assert (value.latest is None) == (ends[-1] == "..")


def without_season_mark(edtf: str) -> str:
    """edtf 5.0.2 takes no "?" after a season, and ends a winter in December."""
    if "/" not in edtf and edtf[5:7] in ("21", "22", "23", "24"):
        return edtf[:7]
    return edtf


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.text(max_size=80), st.text("0123456789./- \u0660²Мау", max_size=40)))
def test_no_text_is_too_odd(printed):
    value = normalise_date(printed, PERIOD, PUBLISHED)
    assert value.kind in ("date", "interval", "ongoing", "relative", "tbc", "none")


@pytest.mark.parametrize(
    "printed",
    ["1." * 5_000, "1/" * 480, "March " * 160, "by " * 330, "(" * 990, "2023-" * 199, "Q1 " * 300],
)
def test_long_and_repetitive_cells_cost_little(printed):
    started = time.perf_counter()
    normalise_date(printed, PERIOD, PUBLISHED)
    assert time.perf_counter() - started < 0.25


def test_the_labelled_development_rows_are_read(labelled: Path):
    wrong = []
    for line in (labelled / "dates_dev.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        context = row["context"]
        value = normalise_date(row["raw"], tuple(context["document_period"]), context["published"])
        found = (value.edtf or "", value.kind, value.ongoing, value.review_edtf)
        if found != (row["edtf"], row["kind"], row["ongoing"], row["review_edtf"]):
            wrong.append((row["raw"], found))
    assert wrong == []


def test_a_range_that_says_from_has_an_end():
    value = read("from 1 April 2024 to 31 March 2025")
    assert (value.ongoing, value.kind, value.latest) == (False, "interval", date(2025, 3, 31))
