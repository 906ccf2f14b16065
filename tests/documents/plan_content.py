"""The invented plan that the Word, web and spreadsheet documents print, and its gold records."""

import io
import json
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
DAY = (2026, 4, 1, 0, 0, 0)
RAW = ("lead", "support", "start", "due", "status", "rating")


@dataclass(frozen=True)
class Act:
    """One action; a text with "• " or "(a) " before it is an item of a list."""

    ref: str
    activity: tuple[str, ...]
    lead: tuple[str, ...]
    due: str
    measures: tuple[str, ...] = ()
    start: str = ""
    support: str = ""
    status: str = ""
    rating: str = ""
    objective: str = ""
    dropped: bool = False


@dataclass(frozen=True)
class Part:
    """A priority with the actions below it."""

    label: str
    title: str
    acts: tuple[Act, ...]
    summary: str | None = None

    @property
    def heading(self) -> str:
        """``"Priority 1: Safer evenings"``."""
        return f"{self.label}: {self.title}"


TITLE = "Wrenford Safer Lives Action Plan 2026-2029"
INTRODUCTION = (
    "This plan says what the partners in Wrenford will do together over the next three years. "
    "The board looks at it every quarter."
)
PLAN = (
    Part(
        "Priority 1",
        "Safer evenings",
        (
            Act(
                "1.1",
                ("Light the towpath between the quay and the night bus stop.",),
                ("Wrenford Borough Council", "Canal Trust"),
                "March 2027",
                ("• Twelve lamps in use", "• Fewer people avoid the towpath after dark"),
                "April 2026",
                "Ward councillors",
                "In progress",
                "High",
                "People feel safe on their way home",
            ),
            Act(
                "1.2",
                (
                    "With licensed premises:",
                    "• train door staff to notice vulnerable customers",
                    "• agree a safe place for anyone who is followed",
                ),
                ("Licensing Team",),
                "Ongoing",
                ("Thirty premises take part each year",),
                "Q1 2026/27",
                "Police, Pubwatch",
                "On track",
                "Medium",
                "People feel safe on their way home",
            ),
        ),
        "Everyone can enjoy an evening out and travel home without fear.",
    ),
    Part(
        "Priority 2",
        "Help close to home",
        (
            Act(
                "2.1",
                ("Open a second refuge with rooms for larger families",),
                ("Housing Options", "Wrenford Haven"),
                "30/09/2028",
                ("(a) Eight rooms open", "(b) No family waits longer than two weeks"),
                "June 2026",
                "",
                "Not started",
                "High",
                "Anyone who needs a safe room finds one",
            ),
            Act(
                "2.2",
                ("Close the helpline at weekends",),
                ("Public Health",),
                "December 2026",
                ("Calls move to the national line",),
                "May 2026",
                "ICB",
                "Complete",
                "Low",
                "Anyone who needs a safe room finds one",
                dropped=True,
            ),
            Act(
                "2.3",
                ("Place an adviser in every family hub, and in the two health centres.",),
                ("NHS Wrenford / WBC",),
                "November annually",
                (),
                "Sept 2026",
                "Family hubs",
                "Delayed",
                "Medium",
                "Survivors tell their story once",
            ),
        ),
        "Survivors find skilled help near where they live, whoever they are.",
    ),
)


def gold_of(
    parts: Sequence[Part],
    fields: Iterable[str],
    *,
    page: int | None = None,
    summaries: bool = True,
    sections: Mapping[str, str] | None = None,
    glossary: Sequence[Mapping[str, str]] = (),
    problems: Sequence[str] = (),
) -> dict[str, Any]:
    """The gold record of a document that prints these fields of a plan.

    Args:
        parts: The plan.
        fields: Which columns are printed: ``("ref", "activity", "lead", "due")``.
        page: Where all of it stands; None where the format has no pages.
        summaries: The sentence below each priority is printed.
        sections: Reference to the heading over its action where it is not the priority's.
        glossary: Its terms.
        problems: The codes that reading it must give, each once.
    """
    printed = tuple(fields)
    actions = []
    for part in parts:
        for act in part.acts:
            heading = (sections or {}).get(act.ref, part.heading)
            actions.append(_action(act, printed, heading, page))
    priorities = [
        {"label": p.label, "title": p.title, "summary": p.summary if summaries else None}
        for p in parts
    ]
    return {
        "priorities": priorities,
        "actions": actions,
        "glossary": list(glossary),
        "problems": sorted(problems),
    }


def _action(act: Act, fields: Sequence[str], section: str, page: int | None) -> dict[str, Any]:
    raw = {f"{name}_raw": _value(act, name) if name in fields else None for name in RAW}
    return {
        "ref": act.ref if "ref" in fields else "",
        "objective": act.objective if "objective" in fields else None,
        "activity": " ".join(act.activity),
        "measures": [bare(text) for text in act.measures] if "measures" in fields else [],
        **raw,
        "section": section,
        "page": page,
        "page_end": page,
    }


def _value(act: Act, name: str) -> str:
    value = getattr(act, name)
    return "\n".join(value) if isinstance(value, tuple) else value


def bare(text: str) -> str:
    """A list item without its marker."""
    return text.split(" ", 1)[1] if text.startswith(("• ", "(a) ", "(b) ")) else text


def write(name: str, data: bytes, gold: Mapping[str, Any]) -> None:
    """Write a document and its gold record beside this script."""
    (HERE / name).write_bytes(_undated(data) if data.startswith(b"PK") else data)
    text = json.dumps(gold, indent=1, ensure_ascii=False)
    (HERE / f"{name.rpartition('.')[0]}.gold.json").write_text(f"{text}\n", encoding="utf-8")


def _undated(package: bytes) -> bytes:
    """A package whose members all bear one day, so that its bytes are the same tomorrow."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as old, zipfile.ZipFile(stream, "w") as new:
        for part in old.infolist():
            stored = part.filename == "mimetype"  # of OpenDocument files: not compressed
            way = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
            new.writestr(zipfile.ZipInfo(part.filename, DAY), old.read(part), way)
    return stream.getvalue()
