"""Makes the golden Word plan of a text box, a footnote, headings told by their look alone and a
table inside a cell.

Run ``python -m tests.documents.make_word_boxes`` in the project's folder to write it again. The
area, the bodies and the actions are invented.
"""

from tests.documents.plan_content import Act, Part, gold_of, write
from tests.extractors.readers.word_fixtures import docx, p, part, tbl, tc, tr
from tests.extractors.readers.word_fixtures import run as r

BOLD, LARGE = "<w:b/>", '<w:b/><w:sz w:val="32"/>'
HEADS = ("Ref", "Action", "Lead", "By when")
PARTS = (
    Part(
        "Priority 1",
        "Calmer streets",
        (
            Act("1.1", ("Put marshals at both taxi ranks",), ("Sallow Council",), "May 2027"),
            Act("1.2", ("Open a quiet room in the night café.",), ("Street Pastors",), "Ongoing"),
        ),
    ),
    Part(
        "Priority 2",
        "Kinder homes",
        (Act("2.1", ("Offer a course to those who want to change",), ("Probation",), "2028"),),
    ),
)
NOTE = '<w:r><w:footnoteReference w:id="2"/></w:r>'
NOTES = part(
    "footnotes",
    f'<w:footnote w:id="-1" w:type="separator">{p()}</w:footnote>'
    f'<w:footnote w:id="2">{p("If the grant is paid.")}</w:footnote>',
)


def main() -> None:
    """Write the plan and its gold record."""
    gold = gold_of(PARTS, ("ref", "activity", "lead", "due"), summaries=False)
    write("word_box_and_note.docx", _plan(), gold)


def _plan() -> bytes:
    """The first priority stands in a text box, the second one's table in a table's cell."""
    first, second = PARTS
    framed = tbl(tr(tc(p(second.heading, look=LARGE) + _table(second) + p())))
    prose = p("The board of Sallow meets each quarter and looks at what was promised here.")
    body = p("Sallow safety plan 2026 to 2029", look='<w:b/><w:sz w:val="48"/>') + prose
    body += p(_box(p(first.heading, look=LARGE))) + _table(first, NOTE) + p() + framed + p()
    kinds = {"rId7": ("footnotes", "footnotes.xml")}
    return docx(body, parts={"word/footnotes.xml": NOTES}, relations=kinds)


def _box(content: str) -> str:
    inner = f"<w:txbxContent>{content}</w:txbxContent>"
    return (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>{inner}</w:drawing>'
        f"</mc:Choice><mc:Fallback><w:pict>{inner}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


def _table(priority: Part, note: str = "") -> str:
    """The actions of a priority; the first text bears a footnote."""
    rows = [tr(*(tc(p(head, look=BOLD)) for head in HEADS))]
    for number, act in enumerate(priority.acts):
        mark = note if number == 0 else ""
        rows.append(tr(act.ref, tc(p(r(act.activity[0]) + mark)), act.lead[0], act.due))
    return tbl(*rows)


if __name__ == "__main__":
    main()
