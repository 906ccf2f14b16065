"""Derive the reference tables of this folder from the fact files handed over with the project.

Run as ``python -m normalisers.reference.derive FOLDER_OF_FACTS``. Lines whose ``seen_in`` begins
with :data:`DERIVED` are replaced; every other line, written by hand or by a review decision,
stays as it is. Who serves where is made in ``derive_services.py``.
"""

import csv
import sys
from collections.abc import Iterable, Set
from pathlib import Path

from normalisers.reference.derive_services import Row, serves

DERIVED = "reference-2026-11"
HERE = Path(__file__).parent

PLACE_ONLY_TRUST = ("hospital", "nhs", "health", "care", "healthcare", "marsden", "maudsley")
"""A trust's short name counts only with one of these words: 'West London' alone is a place."""

NOT_ALIASES = {
    ("Fearless", "crimestoppers"),  # its youth service; FearLess is a charity of that name
    ("FICS W-DAPP Lead", "fics"),  # a post, not a name
    ("Men and Masculinities", "cranstoun"),  # a programme
    ("CA", "citizens-advice"),  # two letters that mean too much elsewhere
    ("Met", "police-metropolitan"),  # "Cardiff Met" is a university
    ("The Met", "police-metropolitan"),
    ("SWA", "solace"),  # Swindon Women's Aid in Wiltshire: London's alone
    # a mayor's authority printed as the lead of a plan stands for its policing functions
    ("GMCA", "greater-manchester-combined-authority"),
    ("SYMCA", "south-yorkshire-mayoral-combined-authority"),
    ("WYCA", "west-yorkshire-combined-authority"),
    ("YNYCA", "york-and-north-yorkshire-mayoral-combined-authority"),
}

NOT_HEADINGS = {
    ("Prevention and earlier intervention", "early-intervention"),  # names prevention first
}

COMPASS = {"north", "south", "east", "west", "central", "mid", "the", "and", "of", "university"}

FRAMEWORKS = {
    "uk_vawg_2021": "uk_2021",
    "uk_vawg_2025": "uk_2025",
    "mopac_2022_25": "mopac_2022",
    "istanbul_4p": "istanbul",
    "equally_safe_2023": "equally_safe_2023",
    "wales_vawdasv_2022_26": "wales_2022",
    "ni_evawg_2024_31": "northern_ireland_2024",
}


def main(shared: Path) -> None:
    """Write every derived table of this folder."""
    agencies, areas = read(shared / "agencies.csv"), read(shared / "areas.csv")
    themes = read(shared / "themes.csv")
    write("agencies.csv", map(agency_line, agencies))
    write("aliases.csv", [*global_aliases(agencies, areas), *area_initials(agencies)])
    write("serves.csv", serves(agencies, areas))
    write("areas.csv", map(area_line, areas))
    write("area_aliases.csv", area_aliases(areas))
    write("themes.csv", map(theme_line, themes))
    write("crosswalk.csv", crosswalk(themes))
    write("theme_phrases.csv", theme_phrases(themes))


def read(path: Path) -> list[dict[str, str]]:
    """Rows of one CSV."""
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def write(name: str, rows: Iterable[Row]) -> None:
    """Replace the derived lines of one table, keep the others, sort by all columns."""
    path, new = HERE / name, [dict(row, seen_in=source(row)) for row in rows]
    kept = [r for r in read(path) if not r["seen_in"].startswith(DERIVED)] if path.exists() else []
    taken = {tuple(r.values())[:3] for r in kept}
    lines = {tuple(r.values()): r for r in new if tuple(r.values())[:3] not in taken}
    lines |= {tuple(r.values()): r for r in kept}
    with path.open("w", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(out, fieldnames=list(new[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(lines[key] for key in sorted(lines))


def source(row: Row) -> str:
    """Name the fact file and the source it gives."""
    return f"{DERIVED}: {row['seen_in']}".rstrip(": ")


def agency_line(row: Row) -> Row:
    """An agency without its aliases."""
    kept = ("agency_id", "name", "agency_type", "parent_id", "external_id")
    line = {key: row[key] for key in kept}
    line["external_id"] = line["external_id"] or (f"gss:{row['area_gss']}" if is_code(row) else "")
    dates = {"valid_from": row["valid_from"], "valid_to": last_day(row["valid_to"])}
    return line | dates | {"seen_in": row["source"]}


def last_day(end: str) -> str:
    """Give the last day of a council: some ends are given as the first day of its successor."""
    return f"{end[:4]}-03-31" if end.endswith("-04-01") else end


def is_code(row: Row) -> bool:
    """Tell whether the row has one GSS code."""
    return bool(row["area_gss"]) and "|" not in row["area_gss"]


def global_aliases(agencies: Iterable[Row], areas: Iterable[Row]) -> Iterable[Row]:
    """Other names that mean one body wherever they are printed."""
    places = {word for area in areas for word in area["nice_name"].lower().split()} | COMPASS
    for row in agencies:
        for alias in filter(None, row["aliases"].split("|")):
            if usable(alias, row, places):
                yield alias_line(alias, row, "")


def usable(alias: str, row: Row, places: Set[str]) -> bool:
    """Leave out explained aliases ('X (police)') and trusts' names that are places."""
    if "(" in alias or (alias, row["agency_id"]) in NOT_ALIASES:
        return False
    words = alias.lower().replace(",", "").split()
    if row["agency_type"] != "nhs-trust" or not words:
        return True
    named = any(word.startswith(known) for word in words for known in PLACE_ONLY_TRUST)
    return named or any(word not in places for word in words)


def area_initials(agencies: Iterable[Row]) -> Iterable[Row]:
    """A council's initials, which mean it in its own area alone."""
    generic = {"the Council", "Council", "Local Authority", "LA"}
    for row in agencies:
        if row["agency_type"] == "local-authority" and row["area_gss"]:
            for alias in filter(None, row["area_aliases"].split("|")):
                if alias not in generic and alias.isupper():
                    yield alias_line(alias, row, row["area_gss"])


def alias_line(alias: str, row: Row, area: str) -> Row:
    """One alias fact."""
    return {
        "alias": alias,
        "agency_id": row["agency_id"],
        "area_code": area,
        "unit": "",
        "seen_in": row["source"],
    }


def area_line(row: Row) -> Row:
    """An area without its aliases."""
    renamed = {
        "area_code": "gss_code",
        "name": "nice_name",
        "official_name": "name",
        "area_type": "type",
        "valid_from": "start_date",
        "valid_to": "end_date",
        "replaced_by": "replaced_by_gss",
        "member_codes": "member_gss",
        "county_code": "county_gss",
    }
    same = ("nation", "region", "police_force_id", "domain", "status")
    line = {new: row[old] for new, old in renamed.items()} | {key: row[key] for key in same}
    line["valid_to"] = last_day(line["valid_to"])
    return line | {"seen_in": row["source"]}


def area_aliases(areas: Iterable[Row]) -> Iterable[Row]:
    """Other names of areas; initials that several areas share are left to the document."""
    for row in areas:
        for alias in filter(None, row["aliases"].split("|")):
            line = {"alias": alias, "area_code": row["gss_code"]}
            yield line | {"seen_in": row["source"]}


def theme_line(row: Row) -> Row:
    """A theme without phrases and crosswalk."""
    return {
        "theme_id": row["theme_id"],
        "label": row["label"],
        "parent_id": row["parent_theme_id"],
        "facet": row["facet"],
        "definition": row["definition"],
        "seen_in": "",
    }


def crosswalk(themes: Iterable[Row]) -> Iterable[Row]:
    """One title of one framework a line."""
    for row in themes:
        for column, framework in FRAMEWORKS.items():
            if row[column]:
                line = {"theme_id": row["theme_id"], "framework_id": framework}
                yield line | {"title": row[column], "seen_in": ""}


def theme_phrases(themes: Iterable[Row]) -> Iterable[Row]:
    """Headings that mean a theme (weight 100); keywords and their weights are written by hand."""
    for row in themes:
        for phrase in filter(None, row["aliases"].split("|")):
            if (phrase, row["theme_id"]) not in NOT_HEADINGS:
                line = {"phrase": phrase, "theme_id": row["theme_id"]}
                yield line | {"weight": "100", "seen_in": ""}


if __name__ == "__main__":
    main(Path(sys.argv[1]))
