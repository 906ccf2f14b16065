"""Reads the themes of a policy field, its national frameworks and what they call each theme.

Knows the files ``themes.csv``, ``frameworks.csv`` and ``crosswalk.csv``. Nothing here names a
framework: those of another field are lines of the same files.
"""

from collections.abc import Mapping
from pathlib import Path

from normalisers.reference_records import CrosswalkLine, Framework, Theme
from normalisers.reference_rows import check_new, read_facts


def read_themes(folder: Path) -> dict[str, Theme]:
    """Read the themes by id.

    Raises:
        ReferenceDataError: An id stands twice, or a parent is no theme.
    """
    facts = list(read_facts(folder / "themes.csv", ("theme_id", "label", "parent_id")))
    ids = {fact["theme_id"] for fact in facts}
    themes: dict[str, Theme] = {}
    for fact in facts:
        theme_id = check_new(fact, "theme_id", themes)
        parent = fact.known("parent_id", ids, "themes.csv") or None
        themes[theme_id] = Theme(
            theme_id, fact["label"], parent, fact.get("facet"), fact.get("definition")
        )
    return themes


def read_frameworks(folder: Path) -> dict[str, Framework]:
    """Read the national frameworks of the field by id.

    Raises:
        ReferenceDataError: An id stands twice.
    """
    frameworks: dict[str, Framework] = {}
    for fact in read_facts(folder / "frameworks.csv", ("framework_id", "name", "publisher")):
        framework_id = check_new(fact, "framework_id", frameworks)
        frameworks[framework_id] = Framework(framework_id, fact["name"], fact.get("publisher"))
    return frameworks


def read_crosswalk(
    folder: Path, themes: Mapping[str, Theme], frameworks: Mapping[str, Framework]
) -> tuple[CrosswalkLine, ...]:
    """Read what each framework calls the themes that it has, by theme and framework.

    Raises:
        ReferenceDataError: An unknown theme or framework, or a second title of one.
    """
    lines: dict[tuple[str, str], CrosswalkLine] = {}
    for fact in read_facts(folder / "crosswalk.csv", ("theme_id", "framework_id", "title")):
        key = (
            fact.known("theme_id", themes, "themes.csv"),
            fact.known("framework_id", frameworks, "frameworks.csv"),
        )
        if key in lines:
            raise fact.fault(f"{key} has a second title", "A theme has one title a framework.")
        lines[key] = CrosswalkLine(*key, frameworks[key[1]].name, fact["title"])
    return tuple(lines[key] for key in sorted(lines))
