"""Days, months, weeks and named days in figures and words."""

import pytest

from tests.normalisers.dates.reading import read


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
        ("Dec. 31, 2021", "2021-12-31"),
        ("from Sept. 1, 2024 onwards", "2024-09-01/.."),
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
