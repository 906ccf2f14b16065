import pyarrow as pa
import pytest

from pipeline.arrow import arrow_schema, to_arrow
from pipeline.publish.describe import data_dictionary
from pipeline.schema import TABLES, GlossaryRow, columns_of

CONTRACT = {
    "documents": """document_id edition_id current part file_name source_id url title publisher
        area_code area_name kind media_type published_on period_start period_end supersedes pages
        tables actions scanned fetched_at state""",
    "priorities": """priority_id document_id edition_id area_code ordinal label title summary page
        theme_id theme_score theme_method""",
    "actions": """action_id document_id edition_id area_code priority_id ordinal ref ref_derived
        objective activity measures measure_raw update section lead_raw support_raw start_raw
        due_raw status_raw rating_raw start_edtf start_earliest start_latest due_edtf due_earliest
        due_latest due_kind review_edtf status urgency rag theme_id page page_end boxes joined
        score reasons override""",
    "leads": """action_id edition_id ordinal agency_id agency_name agency_type unit role raw score
        method runner_up""",
    "glossary": "document_id edition_id term acronym definition page",
    "changes": "document_id action_id change column before after edition_before edition_after",
    "coverage": "area_code state last_checked",
    "problems": "document_id edition_id url stage code severity message page",
}


@pytest.mark.parametrize("table", CONTRACT)
def test_a_table_has_every_column_that_outsiders_rely_on(table):
    assert set(CONTRACT[table].split()) <= set(arrow_schema(table).names)


@pytest.mark.parametrize("table", TABLES)
def test_an_empty_table_keeps_the_type_of_every_column(table):
    empty = to_arrow(table, [])
    assert empty.num_rows == 0
    assert empty.schema.equals(arrow_schema(table), check_metadata=True)
    assert pa.null() not in empty.schema.types


@pytest.mark.parametrize("table", TABLES)
def test_every_column_says_what_it_means_in_the_file_and_in_the_dictionary(table):
    dictionary = data_dictionary()
    for line in columns_of(table):
        meaning = line.metadata["meaning"]
        assert arrow_schema(table).field(line.name).metadata[b"meaning"].decode() == meaning
        assert f"| {line.name} |" in dictionary
        assert meaning in dictionary


def test_every_link_names_a_column_that_exists():
    links = [line.metadata["links"] for table in TABLES for line in columns_of(table)]
    for link in filter(None, links):
        table, column = link.split(".")
        assert column in arrow_schema(table).names


def test_a_list_of_records_has_a_typed_part_for_each_of_their_attributes():
    kind = arrow_schema("actions").field("other_cells").type
    assert (
        str(kind) == "list<item: struct<heading: string not null, text: string not null> not null>"
    )
    assert "| other_cells | list of {heading, text} | no |" in data_dictionary()


def test_a_row_keeps_its_values_and_its_nulls():
    row = GlossaryRow(
        document_id="mereshire-plan",
        edition_id="a" * 64,
        term="Coercive control",
        acronym=None,
        definition="A pattern of acts that takes away another person's freedom.",
        page=5,
    )
    (read,) = to_arrow("glossary", [row]).to_pylist()
    assert read["acronym"] is None
    assert read["page"] == 5
    assert read["term"] == "Coercive control"
