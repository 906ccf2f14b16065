"""Names that a person decided go before the reference facts, in their own area."""

import pytest

from normalisers.decided import Decided, Name
from normalisers.leads import normalise_leads

MEANT = Decided((Name("lantern", "refuge"), Name("lantern outreach", None)))
DENIED = Decided(denied=frozenset({("police", "police-metropolitan")}))


def read(cell, decided):
    leads = normalise_leads(cell, "Wandsworth", decided=decided)
    return [(lead.agency_id, lead.agency_name, lead.role, lead.method) for lead in leads]


@pytest.mark.parametrize(
    "cell", ["Lantern", "LANTERN (lead)", "Jane Smith, Lantern", "Led by Lantern"]
)
def test_a_decided_name_is_the_body_that_was_decided(cell):
    assert read(cell, MEANT) == [("refuge", "Refuge", "lead", "override")]


def test_a_decided_name_is_found_among_others():
    assert read("Housing and Lantern", MEANT)[1] == ("refuge", "Refuge", "joint", "override")


def test_a_name_that_was_decided_to_be_no_body_of_ours_stays_as_printed():
    assert read("Lantern Outreach", MEANT) == [(None, "Lantern Outreach", "lead", "override")]


def test_a_denied_body_is_not_matched_again_and_others_are():
    assert read("Police", DENIED) == [(None, "Police", "lead", "alias")]
    assert read("Metropolitan Police", DENIED)[0][0] == "police-metropolitan"


def test_initials_that_a_rule_resolves_can_be_denied():
    decided = Decided(denied=frozenset({("wcc", "london-borough-of-wandsworth")}))
    assert read("WCC", Decided())[0][0] == "london-borough-of-wandsworth"
    assert read("WCC", decided) == [(None, "WCC", "lead", "unresolved")]


def test_without_decisions_nothing_changes():
    assert read("Police", Decided())[0][0] == "police-metropolitan"
