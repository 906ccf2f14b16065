"""Types of body and generic roles that the reading of a lead cell treats alike.

Facts about UK public bodies, as sets; what follows from each, the readers know.
"""

from normalisers.agencies import COUNCIL

FORCE, CHARITY = "police-force", "voluntary-sector"
SAFEGUARDING, SAFEGUARDING_BOARD = "safeguarding", "safeguarding-partnership"

WITH_UNITS = frozenset(
    {
        COUNCIL, FORCE, "pcc-office", "combined-authority", "probation", "fire-service",
        "criminal-justice", CHARITY, "nhs-icb", "nhs-trust", "nhs-health-board",
        "nhs-ambulance", "housing-provider", "central-government", "local-authority-company",
        "transport",
    }
)  # fmt: skip
"""Types of body that have departments and posts of their own, so that a department printed right
after one is its unit; after a board ("Safeguarding Partnership Children's Services") it is not."""

BOARDS = frozenset(
    {
        "community-safety-partnership", "vawg-partnership", "domestic-abuse-partnership",
        SAFEGUARDING_BOARD, "health-and-wellbeing-board", "criminal-justice-board",
        "sexual-violence-partnership", "marac", "mappa", "matac", "violence-reduction-unit",
    }
)  # fmt: skip
"""Partnerships: a council printed right before one is its host ("LCC Safer Leeds"), not a lead."""

SUBGROUP, VAWG_BOARD, MEMBERS = "vawg-subgroup", "vawg-board", "elected-members"
SERVICES = "specialist-vawg-services"
EVERYONE = "all-partners"


NAMEABLE = frozenset(
    {
        "nhs-trust-role", "further-higher-education", "schools", "ambulance", "prison", "vcs",
        SERVICES, "housing-providers", "sarc", "health-board-role", "hsc-trust-role", "icb-role",
        "mental-health-trust", "businesses", "faith",
    }
)  # fmt: skip
"""Generic roles whose word ends many proper names: "St Elsewhere Hospital", "Newbury College"."""


PRISONS = frozenset({"hmp", "hmpyoi", "hmyoi"})
"""What stands before a prison's name."""

APART = frozenset({FORCE, "probation", "pcc-office", "fire-service", "criminal-justice"})
COUNCILS_OWN = frozenset(
    {
        "childrens-services", "adult-social-care", "housing", "public-health", "education-la",
        "trading-standards", "libraries", "leisure", "registration", "revenues-benefits",
        "economic-development", "planning-highways", "youth-justice",
    }
)  # fmt: skip
"""Departments that only councils have: right after one of :data:`APART` they begin a new body."""

PROVIDERS = frozenset({"providers", "provider", "services", "organisations", "agencies"})
"""Words that only say again that a collective body is many: "Voluntary sector providers"."""

GATHERINGS = frozenset(
    {
        "board", "committee", "forum", "partnership", "group", "network", "panel", "alliance",
        "consortium", "collective", "commission", "coalition", "subgroup", "executive", "trust",
        "provider", "providers",
    }
)  # fmt: skip
"""What a body of several is called; a department that is part of one's name does not lead."""
