"""Further lead cells, by the structure that each shows; written as ``lead_cells.py`` is."""

POSTS_AND_RANKS = [
    (
        "Wigan",
        "Exec Director, People (Children)",
        ["Wigan Metropolitan Borough Council [Children's Services]"],
    ),
    (
        "Wigan",
        "Executive Director, Communities",
        ["Wigan Metropolitan Borough Council [Communities]"],
    ),
    ("Wigan", "Supt, Wigan Division, GMP", ["Greater Manchester Police [Wigan Division]"]),
    ("Wigan", "T/Chief Inspector", ["Greater Manchester Police [BCU]"]),
    ("Dudley", "West Midlands Police, DI", ["West Midlands Police [Public Protection]"]),
    ("Dudley", "Head of Safeguarding", ["Dudley Metropolitan Borough Council [Safeguarding]"]),
    (
        "Dudley",
        "Community Safety Data Analyst",
        ["Dudley Metropolitan Borough Council [Community Safety]"],
    ),
    ("Dudley", "Head of Housing, DMBC", ["Dudley Metropolitan Borough Council [Housing]"]),
    ("Dudley", "Portfolio Holder for Communities", ["Elected Members"]),
    ("Dudley", "Cabinet Member, Housing", ["Elected Members"]),
    (
        "Dudley",
        "Elected Members, Housing",
        ["Elected Members", "Dudley Metropolitan Borough Council [Housing]"],
    ),
    ("Dudley", "Deputy Mayor", ["Elected Members"]),
    (
        "Stockport",
        "Deputy Mayor",
        ["Greater Manchester Combined Authority (Deputy Mayor for Policing)"],
    ),
    (
        "Suffolk",
        "OPCC Policy and Grants Officer",
        ["Office of the Police and Crime Commissioner for Suffolk [Policy and Grants Officer]"],
    ),
    (
        "Suffolk",
        "OPCC - Policy Lead & Grants Manager",
        [
            "Office of the Police and Crime Commissioner for Suffolk [Policy Lead]",
            "Office of the Police and Crime Commissioner for Suffolk [Grants Manager]",
        ],
    ),
]
"""A post, a rank or a brief says whose it is, whatever stands between it and the body."""

NAMES_OF_OTHERS = [
    ("Sunderland", "Brindle Lanterns for Children", ["Brindle Lanterns for Children"]),
    ("Sunderland", "Housing Partnership Board", ["Housing Partnership Board"]),
    ("Sunderland", "Public Health Scotland", ["Public Health Scotland"]),
    ("Sunderland", "Education Wales", ["Education Wales"]),
    ("Sunderland", "Hull Domestic Abuse Service (HDAS)", ["Hull Domestic Abuse Service"]),
    ("Sunderland", "St Quillon's SARC", ["St Quillon's SARC"]),
    ("Cardiff", "RISE", ["RISE"]),
    ("Cardiff", "RISE Cardiff", ["RISE Cardiff"]),
    ("Cardiff", "Cardiff Met", ["Cardiff Metropolitan University"]),
    ("Leicester", "Herts Constabulary", ["Hertfordshire Constabulary"]),
    ("Leicester", "HMP Leicester & HMP Gartree", ["HMP Leicester", "HMP Gartree"]),
    ("Suffolk", "Suffolk Violence & Abuse Partnership", ["Suffolk Violence & Abuse Partnership"]),
]
"""A general word in a name does not make the name general."""

SHORT_FORMS = [
    (
        "Suffolk",
        "OPCCS Grants Manager",
        ["Office of the Police and Crime Commissioner for Suffolk [Grants Manager]"],
    ),
    ("Reading", "RBFRS", ["Royal Berkshire Fire and Rescue Service"]),
    ("Reading", "Royal Berkshire Fire & Rescue", ["Royal Berkshire Fire and Rescue Service"]),
    ("Dundee", "DVAWP Co-ordinator", ["VAWG Board [Coordinator]"]),
    ("Swindon", "SWA", ["Swindon Women's Aid"]),
    ("Camden", "SWA", ["Solace Women's Aid"]),
    ("Belfast", "Department of Justice", ["Department of Justice (Northern Ireland)"]),
    ("Belfast", "DoH", ["Department of Health (Northern Ireland)"]),
    (
        "Bolton",
        "Po1ice and Publ1c Health",
        ["Greater Manchester Police", "Bolton Metropolitan Borough Council [Public Health]"],
    ),
]
"""Initials and slips are read by the document's area."""

PARTS_AND_LISTS = [
    (
        "Bury",
        "Lead Police Support Housing",
        ["Greater Manchester Police", "+ Bury Metropolitan Borough Council [Housing]"],
    ),
    ("Bury", "Lead - GMP, Support - Fortalice", ["Greater Manchester Police", "+ Fortalice"]),
    ("Bury", "All members of the CSP", ["Bury Community Safety Partnership"]),
    ("Bury", "All district councils", ["District Councils"]),
    (
        "Bury",
        "Police Probation Childrens Services Health",
        [
            "Greater Manchester Police",
            "Probation Service (Greater Manchester)",
            "Bury Metropolitan Borough Council [Children's Services]",
            "Health",
        ],
    ),
    (
        "Bury",
        "Children, Education and Families",
        [
            "Bury Metropolitan Borough Council [Children's Services]",
            "Bury Metropolitan Borough Council [Education Services]",
        ],
    ),
    ("Bury", "Commissioned DA provider (Refuge)", ["Refuge"]),
    ("Bury", "Domestic Abuse Service - Hestia", ["Hestia"]),
    ("Fife", "NHS Fife (Sexual Health)", ["NHS Fife [Sexual Health]"]),
    ("Fife", "NHS Fife Safeguarding", ["NHS Fife [Safeguarding]"]),
    (
        "Derby",
        "Derby & Derbyshire DA & SV Governance Board",
        ["Domestic Abuse Local Partnership Board"],
    ),
    ("Derby", "CSP - DA Sub Group", ["Derby Community Safety Partnership [DA Sub Group]"]),
    ("Derby", "West End Women & Girls", ["West End Women and Girls Centre"]),
    ("Derby", "LGBT+ Jigsaw", ["LGBT Jigsaw"]),
    (
        "Leicester",
        "LCC Housing on behalf of FreeVA",
        ["Leicester City Council [Housing]", "+ FreeVA"],
    ),
]
"""Marks without a colon, lists without commas, brackets and dashes that hold parts."""

GROUPS_AND_PROVIDERS = [
    (
        "Suffolk",
        "Chair of DA Governance Board SCC Public Health",
        [
            "Domestic Abuse Local Partnership Board [Chair]",
            "Suffolk County Council [Public Health]",
        ],
    ),
    ("Suffolk", "White Ribbon Steering Group", ["White Ribbon [Steering Group]"]),
    ("Suffolk", "Training provider", ["Training provider"]),
    ("Suffolk", "External consultant", ["External consultant"]),
    (
        "Suffolk",
        "OPCC Lead for Victims",
        ["Office of the Police and Crime Commissioner for Suffolk [Lead for Victims]"],
    ),
    (
        "Suffolk",
        "Quillon Refugee & Lantern Organisation (QRLO)",
        ["Quillon Refugee & Lantern Organisation"],
    ),
    ("Suffolk", "FGM / HBV Task & Finish Group", ["VAWG Subgroup [FGM / HBV]"]),
    ("Suffolk", "Council, (Housing)", ["Suffolk County Council [Housing]"]),
    ("Gloucestershire", "NHS Glos", ["NHS Gloucestershire Integrated Care Board"]),
    ("Dumfries and Galloway", "D&G Council", ["Dumfries and Galloway Council"]),
    ("Belfast", "Women's Aid", ["Women's Aid Federation Northern Ireland"]),
]
"""Groups about a body, providers and posts are not the body; short names by nation and area."""

MORE_CELLS = [
    *GROUPS_AND_PROVIDERS,
    *POSTS_AND_RANKS,
    *NAMES_OF_OTHERS,
    *SHORT_FORMS,
    *PARTS_AND_LISTS,
]
