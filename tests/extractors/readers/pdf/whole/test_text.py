"""Words cut at line ends, and what tells the hyphens that stay from those that go."""

import pytest

from extractors.readers.pdf.whole.text import Vocabulary, settle

KNOWN = Vocabulary(
    [
        "a consultation on the multi-agency plan for commissioned services",
        "the community group is based here and the partnership met",
        "see the responsibilities of each in rows 1d and 2d",
    ]
)


@pytest.mark.parametrize(
    ("printed", "text"),
    [
        ("a consul-\ntation", "a consultation"),  # the whole word stands elsewhere
        ("multi-\nagency work", "multi-agency work"),  # the compound stands elsewhere
        ("community-\nbased", "community-based"),  # both parts are words of the document
        ("an out-of-\nhours line", "an out-of-hours line"),  # words of a chain, which are whole
        ("co-or-\ndinate", "co-ordinate"),  # a fellow's word may begin with one
        ("non-\nstatutory", "non-statutory"),  # a prefix that keeps its hyphen
        ("safe-\nguard\u00ading", "safeguarding"),  # neither part stands alone
        ("safe\u00ad\nguarding", "safeguarding"),  # a soft hyphen is a break and nothing else
        ("Bury-\nSt Edmunds", "Bury-St Edmunds"),  # a capital starts no second half
        ("2026-\n2027", "2026-2027"),
        ("Council -\nHousing", "Council - Housing"),
        ("and/\nor", "and/or"),
        ("Strategy 2026–\n2031", "Strategy 2026–2031"),
        ("a plan –\nat last", "a plan – at last"),
        ("two\nlines", "two lines"),
        ("commissione\vd", "commissioned"),  # a narrow column cuts without a hyphen
        ("responsi\vbilities", "responsibilities"),
        ("FS.0\v1", "FS.01"),
        ("HP\v1.5", "HP1.5"),
        ("night-\ntime patrols", "night-time patrols"),  # halves of compounds
        ("step-\nfree", "step-free"),
        ("31/03/202\n6", "31/03/2026"),  # no date by itself, so the line's end cuts it
        ("31/0\v3/20\v26", "31/03/2026"),
        ("signed 31/03/20\n26 people came", "signed 31/03/20 26 people came"),
        ("Q1 202\n5/26", "Q1 2025/26"),
        ("April\v202\v6", "April 2026"),
        ("April 2\n026", "April 2026"),
        ("ended in 202\n6 meetings", "ended in 202 6 meetings"),  # the line had room left
        ("2026/202\v7", "2026/2027"),
        ("1\va", "1a"),  # a reference in a column as wide as one letter
        ("Septe\vmber 2027", "September 2027"),  # months are cut everywhere
        ("Children'\vs Services", "Children's Services"),
        ("Alzheimer\v's Society", "Alzheimer's Society"),  # no word begins with its apostrophe
        ("Welfare\vRights;\vPhysioth\verapy\nTeam", "Welfare Rights; Physiotherapy Team"),
        ("LEAD ORGANISATIO\vN", "LEAD ORGANISATION"),
        ("DEADLI\vNE", "DEADLINE"),
        ("Compl\vete", "Complete"),  # a word of words.csv need stand nowhere else
        ("Comme\vnced", "Commenced"),
        ("Complete\vd", "Completed"),  # a letter alone is no word, though references hold one
        ("Com\vmis\vsioner for Wexcombe", "Commissioner for Wexcombe"),  # cut twice
        ("National Pro-\nbation Service", "National Probation Service"),
        ("Library\vService", "Library Service"),
        ("Communica\ntions", "Communications"),  # words.csv has it without its s
        ("Under\vway", "Under way"),  # two words, though "underway" is one as well
        ("Art Tea\nm, Parks", "Art Team, Parks"),  # no letter alone is a word behind no word
        ("Digital Service\ns, Parks", "Digital Services, Parks"),  # "s" is no word
        ("the two-year-\nold offer", "the two-year-old offer"),
        ("under-rep-\nresented", "under-represented"),  # Typst cuts compounds elsewhere too
        ("Head\vof\vParks", "Head of Parks"),
        ("Cleaner\vair", "Cleaner air"),  # a short word that is no end of a longer one
        ("review\vof", "review of"),
        ("In licensed premises\v:", "In licensed premises:"),  # a mark begins no line of its own
        # ReportLab begins a word too long for its column behind the words before it.
        ("Public Re\nsponsibili\vties", "Public Responsibilities"),
        ("Town P\nartner\vship board", "Town Partnership board"),
        ("Town and\npartner\vship", "Town and partnership"),  # "partner" begins its own line
        ("Town\npartner\vmet", "Town partner met"),
        ("See https://wexcombe.gov.uk/safety-\nplan", "See https://wexcombe.gov.uk/safety-plan"),
        (
            "https://wexcombe.gov.uk/stateme\vnts/2027/safer-streets-ac\ntion-plan now",
            "https://wexcombe.gov.uk/statements/2027/safer-streets-ac tion-plan now",
        ),
        (
            "here: www.wexcombe.gov.uk/20\n27/03/safer-streets",
            "here: www.wexcombe.gov.uk/2027/03/safer-streets",
        ),
        ("at www.wexcombe.gov.uk\n/safety", "at www.wexcombe.gov.uk/safety"),
        ("safety@wexcombe\v.gov.uk", "safety@wexcombe.gov.uk"),
        ("www.wexcombe.gov.uk/safety\nand the police", "www.wexcombe.gov.uk/safety and the police"),
        ("www.wexcombe.gov.uk/safety\nand/or by post", "www.wexcombe.gov.uk/safety and/or by post"),
        ("www.wexcombe.gov.uk/\nThe board met", "www.wexcombe.gov.uk/ The board met"),
    ],
)
def test_lines_are_put_together(printed, text):
    assert settle(printed, KNOWN) == text


@pytest.mark.parametrize(
    ("printed", "text"),
    [
        ("Rough Sleeping Co-\nordinator", "Rough Sleeping Co-ordinator"),  # "ordinator" is no word
        ("co-\nproduced", "co-produced"),  # "produced" is a word
        ("co-\nhesion", "cohesion"),
        ("co-\noperation", "cooperation"),  # printed so elsewhere
        ("e-\nlearning", "e-learning"),
        ("the Vice-\nchair", "the Vice-chair"),
    ],
)
def test_a_hyphen_behind_co_stays_unless_the_document_prints_the_word_without_it(printed, text):
    assert settle(printed, Vocabulary(["maps produced in cooperation"])) == text


@pytest.mark.parametrize(
    ("elsewhere", "text"),
    [
        ("the posts of co-\nordinators", "the out-of-court panel is re-vetted"),
        ("a consul-\ntation ends", "the out-of-court panel is revetted"),
    ],
)
def test_a_hyphen_at_a_line_end_stays_where_the_document_parts_no_words(elsewhere, text):
    assert settle("the out-of-\ncourt panel is re-\nvetted", Vocabulary([elsewhere])) == text


def test_pieces_at_line_ends_are_no_words():
    assert "consul" not in Vocabulary(["the consul-\ntation ends"])


def test_a_word_that_stands_alone_once_may_be_half_of_one_that_a_page_cuts():
    halves = Vocabulary(["Complet", "ed"])
    assert settle("Complet\ved", halves) == "Completed"
    assert settle("Planne\ved", Vocabulary(["Planne", "ed", "ed"])) == "Planne ed"


def test_the_hyphen_that_typesetters_alone_print_goes_at_a_line_s_end():
    """Its halves "be" and "low" are words, so that "below" kept the break."""
    typed = Vocabulary(["be low on stock", "a multi\u2010agency plan"])
    plain = Vocabulary(["be low on stock", "a multi-agency plan"])
    assert settle("waiting time be\u2010\nlow four weeks", plain) == "waiting time below four weeks"
    assert settle("be\u2010\nlow", typed) == "be\u2010low"
