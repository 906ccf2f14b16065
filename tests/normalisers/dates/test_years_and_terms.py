"""Years, quarters, seasons and terms."""

import pytest

from tests.normalisers.dates.reading import read


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


def test_a_quarter_of_a_single_year_is_less_sure_than_one_of_a_financial_year():
    assert read("Q3 2024").score < read("Q3 2024/25").score == 100


def test_an_explicit_year_wins_over_the_year_of_the_plan():
    value = read("Year 2 (2024/25)")
    assert (value.edtf, value.kind) == ("2024-04/2025-03", "interval")
