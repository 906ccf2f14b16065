"""Makes golden PDFs that LibreOffice prints of the golden Word plans, where it is installed.

Run ``python -m tests.documents.make_golden_office``. Their bytes change with the day.
"""

import zipfile
from collections.abc import Mapping, Sequence
from io import BytesIO

from tests.documents.golden_flow import Printed, save
from tests.documents.make_open_documents import converted
from tests.documents.make_word_documents import DOCUMENTS as WORD
from tests.extractors.readers.word_fixtures import zipped

LIVES = (("Priority 1", "Safer evenings"), ("Priority 2", "Help close to home"))
SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")
BORDERS = "".join(f'<w:{side} w:val="single" w:sz="4" w:color="000000"/>' for side in SIDES)
BODY = "word/document.xml"


def _ruled(package: bytes) -> bytes:
    """A Word plan whose tables are drawn with all their borders."""
    with zipfile.ZipFile(BytesIO(package)) as old:
        parts: dict[str, str | bytes] = {name: old.read(name) for name in old.namelist()}
        text = old.read(BODY).decode()
    bordered = f"<w:tblPr><w:tblBorders>{BORDERS}</w:tblBorders></w:tblPr>"
    parts[BODY] = text.replace("<w:tbl>", f"<w:tbl>{bordered}")
    return zipped(parts)


def _printed(
    plan: str, pages: Mapping[str, tuple[int, int]], problems: Sequence[str], ruled: bool = False
) -> Printed:
    """A Word plan in print: its own gold, with the pages on which its rows then stand."""
    make, gold = WORD[plan]
    actions = []
    for action in gold["actions"]:
        said = {key: value for key, value in action.items() if value not in (None, [])}
        page, end = pages.get(action["ref"], (1, 1))
        actions.append({**said, "page": page, "page_end": end})

    def printed() -> bytes | None:
        return converted(_ruled(make()) if ruled else make(), "pdf")

    return Printed(printed, actions, LIVES, problems=problems)


CUT = {"2.2": (2, 2), "2.3": (2, 2)}
CARDS = {"2.2": (1, 2), "2.3": (2, 2)}
CROSSED = ("struck_text",)  # 2.2 was dropped; one a page
OTHERS = ("other_tables",)
DOCUMENTS = {
    "golden_theme_column_libreoffice": _printed("word_theme_column", CUT, CROSSED),
    "golden_two_row_heads_libreoffice": _printed("word_two_row_heads", {}, CROSSED, ruled=True),
    "golden_steps_within_libreoffice": _printed("word_steps_within", {}, (), ruled=True),
    "golden_cards_libreoffice": _printed("word_cards", CARDS, CROSSED * 2 + OTHERS, ruled=True),
}


if __name__ == "__main__":
    save(DOCUMENTS)
