"""The Word sample: a delivery plan of an invented borough, numbered objectives and merged cells."""

import zipfile
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

WIDTHS = (3400, 4600, 2600, 1300, 1500, 1500)  # twentieths of a point
HEADINGS = ("Objective", "Actions", "Lead", "Start", "End", "Status")
ZIP_DATE = (2025, 4, 1, 0, 0, 0)  # the same bytes on every day

SECTIONS = [
    (
        "Objective A - Preventing harm",
        [
            (
                "Reach every Year 9 pupil with lessons on consent.",
                [
                    (
                        ["Agree the lesson plan with head teachers"],
                        "Calderwick Borough Council - Children's Services",
                        "Apr-25",
                        "Jul-25",
                        "Complete",
                    ),
                    (
                        [
                            "Train two teachers a school",
                            "Publish the material on the council's site",
                        ],
                        "Schools",
                        "Sept 2025",
                        "March 2026",
                        "In progress",
                    ),
                ],
            ),
            (
                "Make licensed premises safer.",
                [
                    (
                        ["Vulnerability training for door staff"],
                        "Licensing and Police",
                        "May 2025",
                        "On-going. To be reviewed Nov 2025",
                        "In progress",
                    )
                ],
            ),
        ],
    ),
    (
        "Objective B - Standing by survivors",
        [
            (
                "Shorten the wait for counselling.",
                [
                    (
                        ["Tender a joint contract with the ICB"],
                        "Public Health / ICB",
                        "Q1 2025/26",
                        "Q4 2025/26",
                        "Not started",
                    ),
                    (
                        ["Offer evening appointments in two community centres"],
                        "Voluntary sector providers",
                        "TBC",
                        "TBC",
                        "Not started",
                    ),
                ],
            ),
        ],
    ),
]

NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
NUMBERED = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>'
BULLETED = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr></w:pPr>'
NUMBERING = f"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:numbering {NAMESPACE}>
<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>
<w:lvlText w:val="%1."/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/>
<w:lvlText w:val="&#8226;"/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
</w:numbering>"""
STYLES = f"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:styles {NAMESPACE}>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/>
<w:rPr><w:b/><w:sz w:val="40"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/>
<w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/><w:sz w:val="28"/></w:rPr></w:style>
</w:styles>"""
CONTENT_TYPES = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/word/document.xml"
 ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>
<Override PartName="/word/numbering.xml"
 ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"/>
<Override PartName="/word/styles.xml"
 ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/>
<Override PartName="/docProps/core.xml"
 ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>
</Types>"""
RELATIONSHIPS = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="rId1" Target="word/document.xml"
 Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/>
<Relationship Id="rId2" Target="docProps/core.xml"
 Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"/>
</Relationships>"""
PART_RELATIONSHIPS = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="rId1" Target="numbering.xml"
 Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering"/>
<Relationship Id="rId2" Target="styles.xml"
 Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles"/>
</Relationships>"""
CORE = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<cp:coreProperties xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties">
<dc:title>Violence against women and girls: delivery plan 2025-26</dc:title>
<dc:creator>Calderwick Borough Council</dc:creator>
</cp:coreProperties>"""


def make_delivery_plan(path: Path) -> None:
    """Write the plan: a table a section, objectives merged over their actions and numbered."""
    parts = {
        "[Content_Types].xml": CONTENT_TYPES,
        "_rels/.rels": RELATIONSHIPS,
        "docProps/core.xml": CORE,
        "word/_rels/document.xml.rels": PART_RELATIONSHIPS,
        "word/numbering.xml": NUMBERING,
        "word/styles.xml": STYLES,
        "word/document.xml": _document(),
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in parts.items():
            package.writestr(zipfile.ZipInfo(name, ZIP_DATE), text, zipfile.ZIP_DEFLATED)


def _document() -> str:
    body = [
        _paragraph("Violence against women and girls: delivery plan 2025-26", style="Title"),
        _paragraph(
            "Calderwick Borough Council and its partners have agreed what will be done in the "
            "first year. Progress is reported to the partnership board each quarter."
        ),
    ]
    for heading, objectives in SECTIONS:
        body += [_paragraph(heading, style="Heading1"), _table(objectives), _paragraph("")]
    page = '<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/></w:sectPr>'
    start = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    return f"{start}<w:document {NAMESPACE}><w:body>{''.join(body)}{page}</w:body></w:document>"


def _table(objectives: list[tuple[str, list[tuple[list[str], str, str, str, str]]]]) -> str:
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in WIDTHS)
    border = '<w:{0} w:val="single" w:sz="4" w:color="808080"/>'
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    borders = "".join(border.format(side) for side in sides)
    head = "".join(_cell(_paragraph(heading, bold=True)) for heading in HEADINGS)
    rows = [f"<w:tr><w:trPr><w:tblHeader/></w:trPr>{head}</w:tr>"]
    for objective, actions in objectives:
        rows += [_row(objective, action, first=action is actions[0]) for action in actions]
    properties = f"<w:tblPr><w:tblBorders>{borders}</w:tblBorders></w:tblPr>"
    return f"<w:tbl>{properties}<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


def _row(objective: str, action: tuple[list[str], str, str, str, str], first: bool) -> str:
    activities, *others = action
    merge = '<w:vMerge w:val="restart"/>' if first else "<w:vMerge/>"
    aim = _paragraph(objective, properties=NUMBERED) if first else _paragraph("")
    bullets = BULLETED if len(activities) > 1 else ""
    work = "".join(_paragraph(text, properties=bullets) for text in activities)
    cells = [_cell(aim, merge), _cell(work), *(_cell(_paragraph(text)) for text in others)]
    return f"<w:tr>{''.join(cells)}</w:tr>"


def _cell(content: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>"


def _paragraph(
    text: str, *, style: str | None = None, properties: str = "", bold: bool = False
) -> str:
    if style:
        properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>'
    weight = "<w:rPr><w:b/></w:rPr>" if bold else ""
    return (
        f'<w:p>{properties}<w:r>{weight}<w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>'
    )


def delivery_plan_gold() -> dict[str, Any]:
    """What a faithful reader finds in the plan; Word counts the objectives through all tables."""
    actions = []
    number = 0
    for section, objectives in SECTIONS:
        for objective, rows in objectives:
            number += 1
            for texts, lead, start, end, status in rows:
                bullet = "• " if len(texts) > 1 else ""
                actions.append(
                    {
                        "ref": str(number),
                        "objective": objective,
                        "activity": " ".join(f"{bullet}{text}" for text in texts),
                        "lead_raw": lead,
                        "start_raw": start,
                        "due_raw": end,
                        "status_raw": status,
                        "section": section,
                        "page": None,
                    }
                )
    labelled = [section.split(" - ") for section, _ in SECTIONS]
    priorities = [{"label": label, "title": title} for label, title in labelled]
    return {"priorities": priorities, "actions": actions, "glossary": []}
