from datetime import UTC, datetime

from pipeline.records import Edition
from pipeline.releases.lineage import predecessors, stand
from pipeline.web.facts import WebFacts

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


def compared(numbers, *line):
    actions = {one.edition_id: number for one, number in zip(line, numbers, strict=True)}
    return predecessors(line, stand(line, actions), actions)


def test_an_edition_is_compared_with_the_one_that_it_superseded():
    first, second, third = (edition(name * 64, day) for day, name in enumerate("abc", start=1))
    assert compared((10, 12, 5), first, second, third) == {
        second.edition_id: first.edition_id,
        third.edition_id: second.edition_id,
    }


def test_one_that_was_read_badly_between_two_others_is_no_measure():
    first, second, third = (edition(name * 64, day) for day, name in enumerate("abc", start=1))
    pairs = compared((10, 4, 11), first, second, third)
    assert pairs[third.edition_id] == first.edition_id


def test_a_shorter_plan_that_stays_short_is_one():
    first, second, third = (edition(name * 64, day) for day, name in enumerate("abc", start=1))
    pairs = compared((20, 10, 11), first, second, third)
    assert pairs[third.edition_id] == second.edition_id


def test_the_first_edition_that_comes_back_after_a_bad_one_has_no_changes():
    address = "https://www.mereshire.example/plan.pdf"
    whole, bad = edition("a" * 64, 1, address), edition("b" * 64, 2, address)
    actions = {whole.edition_id: 10, bad.edition_id: 4}
    standings = stand([whole, bad], actions, WebFacts(stands={address: whole.edition_id}))
    assert standings[whole.edition_id].current
    assert predecessors([whole, bad], standings, actions) == {}
