"""What counts as a glossary entry, in tables and in text."""

import pytest

from extractors.blocks import Block, Cell, Document, Heading, Paragraph, Table
from extractors.glossary import find_glossary
from extractors.glossary.terms import names_glossary
from extractors.rows import GlossaryRow
from tests.extractors.plan_text import plan

Entry = tuple[str, str | None, str | None]


def table(*rows: tuple[str, ...]) -> Table:
    cells = tuple(
        Cell(row, column, tuple(Paragraph(line) for line in text.split("\n") if line))
        for row, texts in enumerate(rows)
        for column, text in enumerate(texts)
    )
    return Table(cells, len(rows), max(len(texts) for texts in rows))


def entries(*blocks: Block) -> list[Entry]:
    return [_entry(row) for row in find_glossary(Document("x", (Heading("Plan", 1), *blocks)))]


def _entry(row: GlossaryRow) -> Entry:
    return row.term, row.acronym, row.definition


def test_questions_below_definitions_are_no_terms() -> None:
    found = entries(
        Heading("Definitions and overview", 1),
        Heading("What is this guide?", 2),
        Paragraph("It answers what new wardens ask.", lead_in="It"),
        Heading("Who writes it?", 2),
        Paragraph("Free: anybody who walks the quay may write."),
        Paragraph("Paid: the harbour office prints it."),
    )
    assert found == []


@pytest.mark.parametrize(
    "header",
    [
        ("Term", "Acronyms/Alternatives", "Definition"),
        ("Word or phrase", "Abbreviation", "What it means"),
        ("TERM", "ACRONYM", "MEANING"),
        ("Terms", "Also known as", "Explanation"),
    ],
)
def test_a_table_of_term_acronym_and_definition(header: tuple[str, str, str]) -> None:
    found = entries(table(header, ("Social landlord", "SL", "A body that lets homes below rent.")))
    assert found == [("Social landlord", "SL", "A body that lets homes below rent.")]


@pytest.mark.parametrize(
    "header", [("Abbreviation", "Meaning"), ("Acronym", "Stands for"), ("Acronym", "Definition")]
)
def test_an_abbreviation_is_term_and_acronym(header: tuple[str, str]) -> None:
    found = entries(table(header, ("TOC", "Theory of Change"), ("ICB", "Integrated Care Board")))
    assert found == [
        ("TOC", "TOC", "Theory of Change"),
        ("ICB", "ICB", "Integrated Care Board"),
    ]


def test_acronym_full_name_and_definition_have_each_their_column() -> None:
    found = entries(
        table(
            ("Acronym", "Full name", "Description"),
            ("CSP", "Community Safety Partnership", "Police, council and others."),
        )
    )
    assert found == [("Community Safety Partnership", "CSP", "Police, council and others.")]


def test_an_empty_term_goes_on_with_the_entry_above_and_letters_are_no_terms() -> None:
    found = entries(
        table(
            ("Term", "Definition"),
            ("A", ""),
            ("Advocate", "Someone who speaks for you."),
            ("", "They are independent of services."),
            ("B", ""),
            ("Bystander", "Someone who sees harm being done."),
            ("Term", "Definition"),
            ("Carer", ""),
        )
    )
    assert found == [
        ("Advocate", None, "Someone who speaks for you. They are independent of services."),
        ("Bystander", None, "Someone who sees harm being done."),
    ]


def test_a_table_without_header_counts_below_the_word_glossary_alone() -> None:
    body = table(("Retrofit", "Work that makes a home need less heat."), ("Kerbside", "At home."))
    assert entries(body) == []
    assert len(entries(Heading("Glossary of terms", 2), body)) == 2


def test_the_next_page_of_a_glossary_needs_no_header() -> None:
    first = table(("Term", "Definition"), ("Bail", "Release before a hearing."))
    second = table(("Remand", "Custody before a hearing."))
    assert [term for term, _, _ in entries(first, second)] == ["Bail", "Remand"]


def test_other_tables_are_no_glossary() -> None:
    assert entries(table(("Name", "Role"), ("A. Osei", "Chair"))) == []
    assert entries(table(("Measure", "Definition"), ("Wait", "Days from call to visit"))) == []
    assert entries(table(("Term", "Dates"), ("Autumn", "2 September to 20 December"))) == []
    assert entries(table(("Action", "Description"), ("Train", "All staff"))) == []


GLOSSARY_TEXTS = {
    "bold lead-ins": """
# Strategy
## Appendix B: Glossary
These words are used in the strategy.
**Upstander:** a person who acts when they see harm.
**Safe space:** a place where help can be asked for.
## Contacts
Team: community safety
""",
    "dashes": """
# Strategy
## Key terms
Upstander – a person who acts when they see harm.
Safe space – a place where help can be asked for.
""",
    "headings": """
# Strategy
## Jargon buster
### U
### Upstander
a person who acts when they see harm.
### S
### Safe space
a place where help can be asked for.
""",
    "a page of its own": """
# Glossary of terms
**Upstander:** a person who acts when they see harm.
**Safe space:** a place where help can be asked for.
""",
    "terms alone on their line": """
# Strategy
## Glossary of terms
Upstander
a person who acts when they see harm.
Safe space
a place where help can be asked for.
## Contacts
Team: community safety
""",
    "bold lines": """
# Strategy
## Glossary
! Upstander
a person who acts when they see harm.
! Safe space
a place where help can be asked for.
""",
}


@pytest.mark.parametrize("name", GLOSSARY_TEXTS)
def test_definitions_below_the_word_glossary(name: str) -> None:
    found = [_entry(row) for row in find_glossary(plan(GLOSSARY_TEXTS[name]))]
    assert [term for term, _, _ in found] == ["Upstander", "Safe space"]
    assert (found[0][2] or "").startswith("a person who acts when they see harm.")


def test_abbreviations_in_a_list() -> None:
    document = plan("""
# Strategy
## Abbreviations
* BID: Business Improvement District
* PSPO Public Spaces Protection Order
* Neighbourhood Watch (NW)
## Next
The Local Resilience Forum (LRF) meets twice a year.
""")
    assert [_entry(row) for row in find_glossary(document)] == [
        ("BID", "BID", "Business Improvement District"),
        ("PSPO", "PSPO", "Public Spaces Protection Order"),
        ("Neighbourhood Watch", "NW", None),
    ]


def test_entries_read_as_one_paragraph_are_parted() -> None:
    both = "Outreach: Help where people are. Safe haven (SH): A house open at night."
    found = entries(Heading("Glossary", 1), Paragraph(both), Paragraph("Refuge: A safe house."))
    assert found == [
        ("Outreach", None, "Help where people are."),
        ("Safe haven", "SH", "A house open at night."),
        ("Refuge", None, "A safe house."),
    ]


def test_the_day_of_an_update_is_no_term() -> None:
    terms = [Paragraph("Outreach: Help where people are."), Paragraph("Refuge: A safe house.")]
    found = entries(Heading("Glossary", 1), *terms, Paragraph("Last updated: 12 March 2025"))
    assert [term for term, *_ in found] == ["Outreach", "Refuge"]


def test_acronyms_in_running_text_are_no_glossary() -> None:
    text = """
# Strategy
## What we do
The Multi-Agency Hub (MAH) opened: it serves the county.
Definition: harm done by a partner.
"""
    assert find_glossary(plan(text)) == ()


def test_one_line_below_definitions_is_no_glossary() -> None:
    assert find_glossary(plan("# Plan\n## Definitions\nHarm: what hurts people.\n")) == ()


def test_prose_below_the_word_glossary_is_no_list_of_terms() -> None:
    text = """
# Strategy
## Glossary
The words of this strategy are explained in a booklet of the county's.
Copies
are sent on request.
Languages
are many.
"""
    assert find_glossary(plan(text)) == ()


def test_a_heading_after_terms_in_text_ends_the_glossary() -> None:
    document = plan("""
# Strategy
## Glossary
Upstander: a person who acts when they see harm.
Safe space: a place where help can be asked for.
### References
Office for Statistics: crime in the county, 2024.
""")
    assert [row.term for row in find_glossary(document)] == ["Upstander", "Safe space"]


def test_terms_in_two_pairs_of_columns_are_all_read() -> None:
    found = entries(
        table(
            ("Term", "Meaning", "Term", "Meaning"),
            ("Hub", "A place to meet.", "Ward", "An area of the town."),
            ("Lamp", "A light in a street.", "", ""),
        )
    )
    assert [term for term, _, _ in found] == ["Hub", "Lamp", "Ward"]


def test_a_long_name_with_its_acronym_is_a_term():
    name = "His Majesty’s Inspectorate of Parks, Towpaths, Bridges, Locks & Water Meadows"
    lines = [f"{name} (HMIPTB): It visits every lock.", "Towpath: A path beside a canal."]
    found = find_glossary(Document("text/html", (Heading("Glossary", 1), *map(Paragraph, lines))))
    assert [(row.term, row.acronym) for row in found] == [(name, "HMIPTB"), ("Towpath", None)]


def test_letters_across_the_table_are_no_terms():
    letters = [
        Cell(row, 0, (Paragraph(text),), column_span=2) for row, text in ((1, "H"), (3, "W"))
    ]
    pairs = [(0, "Term", "Meaning"), (2, "Hub", "A place to meet."), (4, "Ward", "An area.")]
    cells = [Cell(r, c, (Paragraph(text),)) for r, *texts in pairs for c, text in enumerate(texts)]
    assert entries(Table((*letters, *cells), 5, 2)) == [
        ("Hub", None, "A place to meet."),
        ("Ward", None, "An area."),
    ]


def test_abbreviations_in_lines_set_close_are_one_entry_each():
    lines = "FOI \u2013 Freedom of Information HMO \u2013 House in Multiple Occupation"
    found = entries(Heading("Abbreviations", 1), Paragraph(lines), Paragraph("GP \u2013 A doctor"))
    assert found == [
        ("FOI", "FOI", "Freedom of Information"),
        ("HMO", "HMO", "House in Multiple Occupation"),
        ("GP", None, "A doctor"),
    ]


def test_an_abbreviation_inside_a_definition_begins_no_entry():
    found = entries(
        Heading("Glossary", 1),
        Paragraph("Hub: A place to meet the GP - Monday to Friday."),
        Paragraph("Ward: An area."),
    )
    assert [term for term, _, _ in found] == ["Hub", "Ward"]


def test_an_abbreviation_as_wide_as_its_tab_stop_is_of_the_table_that_the_others_make():
    found = entries(
        Heading("Abbreviations", 1),
        table(("BAP", "Biodiversity action plan"), ("RHS", "Royal Horticultural Society")),
        Paragraph("UKBMS UK Butterfly Monitoring Scheme", lead_in="UKBMS"),
    )
    assert found[2] == ("UKBMS", None, "UK Butterfly Monitoring Scheme")


def test_a_note_below_a_glossary_table_is_no_entry():
    found = entries(
        Heading("Abbreviations", 1),
        table(("BAP", "Biodiversity action plan"), ("RHS", "Royal Horticultural Society")),
        Paragraph("Source: the county's own list of names."),
    )
    assert [term for term, _, _ in found] == ["BAP", "RHS"]


@pytest.mark.parametrize(
    "heading",
    [
        "Terms that we use",
        "Words we have used",
        "Key terms",
        "A to Z of terms",
        "Hard words",
        "Words and phrases used in this plan",
        "Key words",
        "Appendix C - Terms",
        "What do we mean by...?",
        "What we mean by the words in this plan",
        "Understanding the language",
        "What the letters stand for",
        "Initials used in this plan",
        "Guide to the words used",
        "Terms you may hear",
    ],
)
def test_what_a_glossary_is_called(heading):
    assert names_glossary(heading)


@pytest.mark.parametrize(
    "heading",
    [
        "Terms of reference",
        "Key terms of the grant",
        "What we mean to do",
        "Our language line",
        "Understanding language needs",
    ],
)
def test_what_a_glossary_is_not_called(heading):
    assert not names_glossary(heading)


def test_what_an_acronym_stands_for_may_end_in_a_colon():
    found = entries(
        Heading("Glossary", 1),
        Heading("ASB", 2),
        Paragraph("Anti-social behaviour: conduct that alarms others."),
        Heading("Baseline", 2),
        Paragraph("What later change is measured from."),
    )
    assert found[0] == ("ASB", "ASB", "Anti-social behaviour: conduct that alarms others.")
    assert len(found) == 2


def test_abbreviations_stand_in_four_or_six_columns_without_any_heading() -> None:
    pairs = [("ASB", "Anti-social behaviour"), ("GP", "General Practitioner"), ("PRS", "Renting")]
    said = [(*pairs[0], *pairs[1]), (*pairs[2], "", "")]
    assert {term for term, _, _ in entries(Heading("Acronyms", 1), table(*said))} == {
        "ASB",
        "GP",
        "PRS",
    }
    wide = table((*pairs[0], *pairs[1], *pairs[2]))
    assert [(a, c) for a, _, c in entries(Heading("Abbreviations", 1), wide)] == pairs


def test_four_columns_of_figures_below_a_glossary_are_none() -> None:
    assert entries(Heading("Glossary", 1), table(("Ward", "12", "Port", "9"))) == []
    contacts = table(("Jo Ray", "Head of Homes", "01234 567", "jo.ray@vale.example"))
    assert entries(Heading("Glossary and contacts", 1), contacts) == []


def test_abbreviations_read_as_one_row_are_one_entry_each() -> None:
    row = ("CSP VRU", "Community Safety Partnership\nViolence Reduction Unit")
    assert entries(Heading("Acronyms", 1), table(("GP", "General Practitioner"), row)) == [
        ("GP", "GP", "General Practitioner"),
        ("CSP", "CSP", "Community Safety Partnership"),
        ("VRU", "VRU", "Violence Reduction Unit"),
    ]


@pytest.mark.parametrize("heading", ["Annex A: definitions", "Key definitions used in this plan"])
def test_a_heading_of_definitions_names_a_glossary(heading: str) -> None:
    assert names_glossary(heading)


TERMS_ALONE = """
# Strategy
## Glossary
These are some of the words used in this strategy.
Co-production
Designing services as equal partners with the people who use them.
Retrofit
Changing a building so that it uses less energy.
ASC
Adult Social Care
"""


def test_a_paragraph_may_introduce_terms_that_stand_alone_above_what_they_mean() -> None:
    assert [(row.term, row.definition) for row in find_glossary(plan(TERMS_ALONE))] == [
        ("Co-production", "Designing services as equal partners with the people who use them."),
        ("Retrofit", "Changing a building so that it uses less energy."),
        ("ASC", "Adult Social Care"),
    ]


def test_abbreviations_in_columns_read_as_one_line_are_one_entry_each() -> None:
    text = (
        "# Acronyms\nFTE First-Time Entrant YOS Youth Offending Service\nGP General Practitioner\n"
    )
    assert [(row.term, row.definition) for row in find_glossary(plan(text))] == [
        ("FTE", "First-Time Entrant"),
        ("YOS", "Youth Offending Service"),
        ("GP", "General Practitioner"),
    ]


def test_chapters_after_a_table_of_abbreviations_are_no_terms_though_set_smaller() -> None:
    rows = table(("ICB", "Integrated Care Board"), ("GP", "General Practitioner"))
    chapters = [Heading("Ageing well", 3), Paragraph("People live at home for longer.")]
    assert len(entries(Heading("Abbreviations", 1), rows, *chapters, *chapters)) == 2


def test_letters_over_tables_and_lines_of_terms_end_no_glossary() -> None:
    rows = table(("ASB", "Anti-social behaviour"), ("ASC", "Adult social care"))
    lines = Paragraph("Bail: release from custody."), Paragraph("Ban: what is not allowed.")
    letters = Heading("A", 3), rows, Heading("B", 3), *lines
    terms = [term for term, _, _ in entries(Heading("Glossary", 2), *letters)]
    assert terms == ["ASB", "ASC", "Bail", "Ban"]


def test_a_name_written_behind_its_abbreviation_in_a_definition_begins_no_entry() -> None:
    text = "# Glossary\nIDVA: adviser paid by the PCC Police and Crime Commissioner\nICB: board\n"
    assert [row.term for row in find_glossary(plan(text))] == ["IDVA", "ICB"]


def test_columns_without_any_text_are_none_of_a_glossary() -> None:
    rows = table(("ASB", "", "Anti-social behaviour", ""), ("BCU", "", "Basic Command Unit", ""))
    assert entries(Heading("Abbreviations", 1), rows) == [
        ("ASB", "ASB", "Anti-social behaviour"),
        ("BCU", "BCU", "Basic Command Unit"),
    ]


def test_an_acronym_in_brackets_is_no_part_of_the_term_in_a_table() -> None:
    rows = table(("Term", "Meaning"), ("Joint commissioning group (JCG)", "It spends together."))
    assert entries(Heading("Glossary", 1), rows) == [
        ("Joint commissioning group", "JCG", "It spends together.")
    ]


def test_an_abbreviation_read_into_the_text_of_a_bold_term_is_an_entry() -> None:
    run = "NRM National Referral Mechanism, for victims ICTG Independent Child Trafficking Guardian"
    lines = (Paragraph(run, lead_in="NRM"), Paragraph("Refuge A safe house", lead_in="Refuge"))
    assert entries(Heading("Acronyms", 1), *lines) == [
        ("NRM", "NRM", "National Referral Mechanism, for victims"),
        ("ICTG", "ICTG", "Independent Child Trafficking Guardian"),
        ("Refuge", None, "A safe house"),
    ]


def test_a_word_in_brackets_is_part_of_the_term() -> None:
    rows = table(("Term", "Meaning"), ("Abuse (Physical)", "Hitting."), ("Abuse (Mental)", "Fear."))
    found = entries(Heading("Glossary", 1), rows)
    assert [(term, acronym) for term, acronym, _ in found] == [
        ("Abuse (Physical)", None),
        ("Abuse (Mental)", None),
    ]
