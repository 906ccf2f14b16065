from datetime import UTC, datetime

from pipeline.lineage import stand
from pipeline.records import Edition

PDF = "application/pdf"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def edition(name: str, day: int, origin: str = "plans/plan.pdf", media_type: str = PDF) -> Edition:
    fetched = datetime(2026, 3, day, tzinfo=UTC)
    return Edition(name, "mereshire-plan", "plan", media_type, 10, fetched, origin)


def test_new_bytes_at_the_same_path_supersede_the_old_ones():
    old, new = edition("a" * 64, 1), edition("b" * 64, 2)
    standings = stand([new, old], {old.edition_id: 30, new.edition_id: 12})
    assert standings[old.edition_id].superseded
    assert not standings[old.edition_id].current
    assert standings[new.edition_id].current
    assert standings[new.edition_id].supersedes == old.edition_id


def test_two_formats_of_one_plan_supersede_nothing_and_one_of_them_is_current():
    pdf = edition("a" * 64, 1)
    word = edition("b" * 64, 2, "plans/plan.docx", WORD)
    standings = stand([pdf, word], {pdf.edition_id: 49, word.edition_id: 49})
    assert standings[pdf.edition_id].current
    assert not standings[word.edition_id].current
    assert not standings[word.edition_id].superseded


def test_the_format_that_gave_more_actions_is_the_one_to_use():
    pdf = edition("a" * 64, 1)
    word = edition("b" * 64, 2, "plans/plan.docx", WORD)
    standings = stand([pdf, word], {pdf.edition_id: 0, word.edition_id: 49})
    assert standings[word.edition_id].current
