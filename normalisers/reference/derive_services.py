"""Which body of each kind serves an area, derived from the fact files.

What is a judgement of ours (fire services and probation regions by police area) is written
here, so that a reader can check it.
"""

from collections.abc import Iterable, Mapping, Sequence

Row = Mapping[str, str]

FIRE_BY_FORCE = {
    "avon-and-somerset": "fire-avon",
    "devon-and-cornwall": "fire-devon-and-somerset",
    "dorset": "fire-dorset-and-wiltshire",
    "durham": "fire-county-durham-and-darlington",
    "dyfed-powys": "fire-mid-and-west-wales",
    "gwent": "fire-south-wales",
    "metropolitan": "fire-london-fire-and-emergency-planning-authority",
    "city-of-london": "fire-london-fire-and-emergency-planning-authority",
    "northern-ireland": "fire-northern-ireland-fire-and-rescue-service",
    "northumbria": "fire-tyne-and-wear",
    "nottinghamshire": "fire-nottinghamshire-and-city-of-nottingham",
    "police-scotland": "fire-scotland",
    "staffordshire": "fire-stoke-on-trent-and-staffordshire",
    "sussex": "fire-east-sussex",
    "thames-valley": "fire-royal-berkshire",
    "west-mercia": "fire-shropshire",
    "wiltshire": "fire-dorset-and-wiltshire",
}
"""Fire service of a police area; where not named here it is ``fire-`` and the name of the force."""

FIRE_BY_AREA = {
    "Brighton and Hove": "fire-east-sussex",
    "Buckinghamshire": "fire-buckinghamshire-and-milton-keynes",
    "Cornwall": "fire-cornwall",
    "Gloucestershire": "fire-gloucestershire",
    "Herefordshire": "fire-hereford-and-worcester",
    "Isles of Scilly": "fire-isles-of-scilly",
    "Milton Keynes": "fire-buckinghamshire-and-milton-keynes",
    "Neath Port Talbot": "fire-mid-and-west-wales",
    "Northumberland": "fire-northumberland",
    "Oxfordshire": "fire-oxfordshire",
    "Somerset": "fire-devon-and-somerset",
    "Swansea": "fire-mid-and-west-wales",
    "West Sussex": "fire-west-sussex",
    "Worcestershire": "fire-hereford-and-worcester",
}
"""Fire service of a county or unitary area that differs from most of its police area."""

PROBATION_BY_FORCE = {
    "greater-manchester": "probation-greater-manchester",
    "hampshire": "probation-south-central",
    "kent": "probation-kent-surrey-and-sussex",
    "surrey": "probation-kent-surrey-and-sussex",
    "sussex": "probation-kent-surrey-and-sussex",
    "thames-valley": "probation-south-central",
    "northern-ireland": "probation-board-northern-ireland",
}

PROBATION_BY_REGION = {
    "London": "probation-london",
    "East of England": "probation-east-of-england",
    "East Midlands": "probation-east-midlands",
    "North East": "probation-north-east",
    "North West": "probation-north-west",
    "South West": "probation-south-west",
    "West Midlands": "probation-west-midlands",
    "Yorkshire and The Humber": "probation-yorkshire-and-the-humber",
    "Wales": "probation-wales",
}

HEALTH_BOARDS = {
    "hb-aneurin-bevan-university-health-board": (
        "Blaenau Gwent|Caerphilly|Monmouthshire|Newport|Torfaen"
    ),
    "hb-betsi-cadwaladr-university-health-board": (
        "Isle of Anglesey|Conwy|Denbighshire|Flintshire|Gwynedd|Wrexham"
    ),
    "hb-cardiff-and-vale-university-health-board": "Cardiff|Vale of Glamorgan",
    "hb-cwm-taf-morgannwg-university-health-board": "Bridgend|Merthyr Tydfil|Rhondda Cynon Taf",
    "hb-hywel-dda-university-health-board": "Carmarthenshire|Ceredigion|Pembrokeshire",
    "hb-powys-teaching-health-board": "Powys",
    "hb-swansea-bay-university-health-board": "Neath Port Talbot|Swansea",
}
HEALTH_BOARD_OF = {area: hb for hb, areas in HEALTH_BOARDS.items() for area in areas.split("|")}


def serves(agencies: Iterable[Row], areas: Sequence[Row]) -> Iterable[Row]:
    """Which body of each kind serves an area."""
    rows = list(agencies)
    known = {row["agency_id"] for row in rows} | {"probation-board-northern-ireland"}
    tiers = {area["county_gss"] for area in areas if area["county_gss"]}
    for row in rows:
        if row["agency_type"] in ("local-authority", "community-safety-partnership"):
            for code in filter(None, row["area_gss"].split("|")):
                if row["agency_type"] == "local-authority" or code not in tiers:  # several CSPs
                    yield serve_line(code, row["agency_id"], row["source"])
    by_gss = {(r["agency_type"], r["area_gss"]): r["agency_id"] for r in rows if r["area_gss"]}
    forces = {
        a["police_force_id"]: a["gss_code"] for a in areas if a["type"] == "police-force-area"
    }
    counties = {a["gss_code"]: a["nice_name"] for a in areas}
    regions = {a["police_force_id"]: a["region"] for a in areas if a["region"]} | {"": ""}
    for area in areas:
        placed = dict(area, region=area["region"] or regions.get(area["police_force_id"], ""))
        yield from area_services(placed, by_gss, forces, counties, known)


def area_services(
    area: Row,
    by_gss: Mapping[tuple[str, str], str],
    forces: Mapping[str, str],
    counties: Mapping[str, str],
    known: set[str],
) -> Iterable[Row]:
    """Police, commissioner, fire, probation and health board of one area."""
    force = area["police_force_id"]
    police = f"police-{force.removeprefix('police-')}" if force else ""
    pcc = by_gss.get(("pcc-office", forces.get(force, "")), "")
    place = area["nice_name"]
    county = counties.get(area["county_gss"], place)
    fire = FIRE_BY_AREA.get(place) or FIRE_BY_AREA.get(county) or FIRE_BY_FORCE.get(force)
    probation = PROBATION_BY_FORCE.get(force) or PROBATION_BY_REGION.get(
        area["region"] or area["nation"]
    )
    for agency in (police, pcc, fire or f"fire-{force}", probation, HEALTH_BOARD_OF.get(place)):
        if agency in known:
            yield serve_line(area["gss_code"], agency, area["source"])


def serve_line(area: str, agency: str, seen_in: str) -> Row:
    """One fact of who serves where."""
    return {"area_code": area, "agency_id": agency, "seen_in": seen_in}
