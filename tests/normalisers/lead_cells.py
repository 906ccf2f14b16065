"""Lead cells written for the tests: areas of all four nations, every way of writing we know.

Each line: area, cell, bodies expected in order. ``Body [unit]``; ``+`` before one that supports.
Several without ``+`` lead jointly, one alone leads.
"""

COUNCILS_AND_UNITS = [
    ("Cardiff", "Cardiff Council", ["City of Cardiff Council"]),
    ("Swindon", "SBC Housing", ["Swindon Borough Council [Housing]"]),
    (
        "Lewisham",
        "LBL Children's Social Care",
        ["London Borough of Lewisham [Children's Services]"],
    ),
    ("Devon", "DCC Public Health", ["Devon County Council [Public Health]"]),
    (
        "Rutland",
        "Council (Housing & Public Health)",
        ["Rutland County Council [Housing]", "Rutland County Council [Public Health]"],
    ),
    (
        "York",
        "Local Authority – Adults, Childrens Services and Housing",
        [
            "City of York Council [Adult Social Care]",
            "City of York Council [Children's Services]",
            "City of York Council [Housing]",
        ],
    ),
    (
        "Sunderland",
        "Director of Adult Social Services",
        ["Sunderland City Council [Adult Social Care]"],
    ),
    ("Oldham", "Head of Licensing", ["Oldham Metropolitan Borough Council [Licensing]"]),
    (
        "Luton",
        "Rough Sleepers Outreach Team",
        ["Luton Borough Council [Rough Sleepers Outreach Team]"],
    ),
    ("Stockport", "YJS", ["Stockport Metropolitan Borough Council [Youth Justice Service]"]),
    ("Halton", "HR / OD", ["Halton Borough Council [Human Resources]"]),
    ("Gateshead", "Comms & Marketing", ["Gateshead Metropolitan Borough Council [Communications]"]),
    ("Derby", "Community Safety Manager", ["Derby City Council [Community Safety]"]),
    (
        "Poole",
        "Children's Services",
        ["Bournemouth, Christchurch and Poole Council [Children's Services]"],
    ),
    (
        "Merton",
        "LA (CSC, ASC)",
        [
            "London Borough of Merton [Children's Services]",
            "London Borough of Merton [Adult Social Care]",
        ],
    ),
    (
        "Sefton",
        "Education; Early Help",
        [
            "Sefton Metropolitan Borough Council [Education Services]",
            "Sefton Metropolitan Borough Council [Children's Services]",
        ],
    ),
    ("Hounslow", "Parks and Open Spaces", ["London Borough of Hounslow [Planning and Highways]"]),
    ("Enfield", "Business Intelligence", ["London Borough of Enfield [Data and Insight]"]),
    (
        "Surrey",
        "Community Safety Team with support from Legal",
        ["Surrey County Council [Community Safety]", "+ Surrey County Council [Legal Services]"],
    ),
    ("Ealing", "Stronger Families Team", ["London Borough of Ealing [Stronger Families Team]"]),
    ("Wirral", "Adult Social Care and Health", ["Wirral Borough Council [Adult Social Care]"]),
    ("Barnet", "VAWG Strategic Lead (Public Health)", ["London Borough of Barnet [VAWG Team]"]),
    ("Tower Hamlets", "LBTH VAWG Team", ["London Borough of Tower Hamlets [VAWG Team]"]),
    (
        "Norfolk",
        "Domestic Abuse Change Team",
        ["Norfolk County Council [Domestic Abuse Change Team]"],
    ),
]

POLICE_AND_JUSTICE = [
    ("Norwich", "Police", ["Norfolk Constabulary"]),
    ("Southend-on-Sea", "Essex Police", ["Essex Police"]),
    (
        "Wrexham",
        "North Wales Police & OPCC",
        ["North Wales Police", "Office of the Police and Crime Commissioner for North Wales"],
    ),
    ("Bury", "GMP", ["Greater Manchester Police"]),
    ("Bury", "GMCA", ["Greater Manchester Combined Authority (Deputy Mayor for Policing)"]),
    (
        "Sheffield",
        "SYMCA",
        ["South Yorkshire Mayoral Combined Authority (Deputy Mayor for Policing)"],
    ),
    ("Thurrock", "PFCC", ["Office of the Police, Fire and Crime Commissioner for Essex"]),
    (
        "Northumberland",
        "OPCC Commissioning Manager",
        ["Office of the Police and Crime Commissioner for Northumbria [Commissioning Manager]"],
    ),
    ("Croydon", "MOPAC", ["Mayor's Office for Policing and Crime"]),
    ("Croydon", "Borough Commander", ["Metropolitan Police Service [BCU]"]),
    ("Croydon", "Met Police South Area BCU", ["Metropolitan Police Service [BCU]"]),
    ("Croydon", "Police PPU", ["Metropolitan Police Service [Public Protection]"]),
    ("Reading", "TVP / CPS", ["Thames Valley Police", "Crown Prosecution Service"]),
    ("Plymouth", "Devon & Cornwall Police", ["Devon & Cornwall Police"]),
    ("Plymouth", "Probation", ["Probation Service (South West)"]),
    ("Salford", "NPS", ["Probation Service (Greater Manchester)"]),
    ("Medway", "National Probation Service", ["Probation Service (Kent, Surrey and Sussex)"]),
    ("Dudley", "West Midlands Fire Service", ["West Midlands Fire Service"]),
    ("Dudley", "Fire Service", ["West Midlands Fire Service"]),
    ("Bolton", "HMCTS", ["HM Courts and Tribunals Service"]),
    ("Glasgow", "Police Scotland", ["Police Scotland"]),
    ("Glasgow", "Police", ["Police Scotland"]),
    ("Fife", "Scottish Fire and Rescue Service", ["Scottish Fire and Rescue Service"]),
    ("Belfast", "PSNI", ["Police Service of Northern Ireland"]),
    (
        "Belfast",
        "PBNI & PSNI",
        ["Probation Board for Northern Ireland", "Police Service of Northern Ireland"],
    ),
    ("Peterborough", "LCJB", ["Local Criminal Justice Board"]),
    (
        "Wakefield",
        "West Yorkshire Police supported by the CPS",
        ["West Yorkshire Police", "+ Crown Prosecution Service"],
    ),
    (
        "Kettering",
        "Northamptonshire Police, OPFCC",
        [
            "Northamptonshire Police",
            "Office of the Police, Fire and Crime Commissioner for Northamptonshire",
        ],
    ),
    (
        "Leicester",
        "Leicestershire Police - Domestic Abuse Lead",
        ["Leicestershire Police [Domestic Abuse Lead]"],
    ),
]

HEALTH = [
    ("Swansea", "SBUHB", ["Swansea Bay University Health Board"]),
    ("Powys", "Health Board", ["Powys Teaching Health Board"]),
    ("Gwynedd", "Betsi Cadwaladr UHB", ["Betsi Cadwaladr University Health Board"]),
    ("Edinburgh", "NHS Lothian", ["NHS Lothian"]),
    ("Derry City and Strabane", "Western HSC Trust", ["Western Health and Social Care Trust"]),
    ("Sutton", "South London and Maudsley", ["South London and Maudsley NHS Foundation Trust"]),
    ("Nottingham", "ICB", ["Integrated Care Board"]),
    ("Nottingham", "GPs and hospitals", ["General Practice", "NHS Trust"]),
    ("Hillingdon", "Health", ["Health"]),
    ("Hillingdon", "CAMHS", ["Mental Health Trust"]),
    ("Hillingdon", "London Ambulance Service", ["London Ambulance Service NHS Trust"]),
    ("Haringey", "Sexual health clinics", ["Sexual Health Services"]),
    ("Cornwall", "SARC", ["Sexual Assault Referral Centre"]),
    (
        "Bradford",
        "Bradford Teaching Hospitals NHS Foundation Trust",
        ["Bradford Teaching Hospitals NHS Foundation Trust"],
    ),
    ("Sandwell", "Drug and Alcohol Services", ["Substance Misuse Service"]),
]

PARTNERSHIPS = [
    ("Camden", "Community Safety Partnership Board", ["Camden Community Safety Partnership"]),
    ("Suffolk", "CSPs", ["Community Safety Partnership"]),
    ("Greenwich", "Safeguarding Adults Board", ["Safeguarding Adults Board"]),
    ("Greenwich", "Chair of the Safeguarding Adults Board", ["Safeguarding Adults Board [Chair]"]),
    ("Redbridge", "LSCP & SAB", ["Safeguarding Children Partnership", "Safeguarding Adults Board"]),
    ("Trafford", "TSCP", ["Safeguarding Children Partnership"]),
    ("Walsall", "Walsall DA Board", ["Domestic Abuse Local Partnership Board"]),
    ("Lambeth", "VAWG Strategic Board", ["VAWG Board"]),
    ("Lambeth", "VAWG Strategic Board Chair", ["VAWG Board [Chair]"]),
    ("Lambeth", "VAWG Harmful Practices Subgroup", ["VAWG Subgroup [Harmful Practices]"]),
    ("Lambeth", "Perpetrator Task & Finish Group", ["VAWG Subgroup [Perpetrator]"]),
    ("Carmarthenshire", "VAWDASV Regional Board", ["VAWG Board"]),
    ("Solihull", "MARAC Chair", ["MARAC [Chair]"]),
    ("Solihull", "MARAC Co-ordinator", ["MARAC [Coordinator]"]),
    ("Knowsley", "Health & Wellbeing Board", ["Health and Wellbeing Board"]),
    (
        "Knowsley",
        "Jointly by CSP and OPCC",
        [
            "Knowsley Community Safety Partnership",
            "Office of the Police and Crime Commissioner for Merseyside",
        ],
    ),
    ("Dundee", "Violence Against Women Partnership", ["VAWG Board"]),
]

SECTOR_AND_SOCIETY = [
    ("Leeds", "Victim Support", ["Victim Support"]),
    ("Ipswich", "Wherstead Women's Aid", ["Wherstead Women's Aid"]),
    ("Ipswich", "Refuge", ["Refuge"]),
    ("Ipswich", "Refuge, Victim Support & SafeLives", ["Refuge", "Victim Support", "SafeLives"]),
    ("Exeter", "VCSE partners", ["Voluntary and Community Sector"]),
    ("Exeter", "Specialist VAWG Services", ["Specialist VAWG Services"]),
    ("Exeter", "Commissioned DA provider", ["Specialist VAWG Services"]),
    ("Exeter", "ISVA Service", ["Specialist VAWG Services [ISVA Service]"]),
    ("Brent", "Faith leaders / Schools", ["Faith Groups", "Schools"]),
    ("Brent", "Colleges and Universities", ["Further and Higher Education"]),
    ("Brent", "Housing associations", ["Registered Housing Providers"]),
    ("Brent", "Licensed premises and BIDs", ["Businesses and Employers"]),
    ("Brent", "TfL", ["Transport for London"]),
    ("Brent", "Survivors' Forum", ["Survivors"]),
    ("Brent", "All partner agencies", ["All partners"]),
    ("Brent", "Black and minoritised organisations", ["Specialist By-and-For Services"]),
]

WAYS_OF_WRITING = [
    (
        "Harrow",
        "Lead: Public Health; Support: Police, Health",
        ["London Borough of Harrow [Public Health]", "+ Metropolitan Police Service", "+ Health"],
    ),
    (
        "Harrow",
        "Police (lead), Housing (support)",
        ["Metropolitan Police Service", "+ London Borough of Harrow [Housing]"],
    ),
    (
        "Harrow",
        "Community Safety in partnership with Schools",
        ["London Borough of Harrow [Community Safety]", "+ Schools"],
    ),
    (
        "Harrow",
        "Police\nProbation\nHousing",
        [
            "Metropolitan Police Service",
            "Probation Service (London)",
            "London Borough of Harrow [Housing]",
        ],
    ),
    (
        "Harrow",
        "Police + CPS + Probation",
        ["Metropolitan Police Service", "Crown Prosecution Service", "Probation Service (London)"],
    ),
    ("Harrow", "• Police • Health", ["Metropolitan Police Service", "Health"]),
    (
        "Somerset",
        "SCC Community Safety Team OPCC Victims Lead Avon and Somerset Police",
        [
            "Somerset Council [Community Safety]",
            "Office of the Police and Crime Commissioner for Avon and Somerset [Victims Lead]",
            "Avon and Somerset Constabulary",
        ],
    ),
    ("Harrow", "Local Authority (Housing", ["London Borough of Harrow [Housing]"]),
    ("Harrow", "Council) - Housing", ["London Borough of Harrow [Housing]"]),
    ("Harrow", "Independent Domestic Abuse Services (IDAS)", ["IDAS"]),
    ("Harrow", "Multi-Agency Risk Assessment Conference (MARAC)", ["MARAC"]),
    (
        "Harrow",
        "Service Manager, Children's Social Care",
        ["London Borough of Harrow [Children's Services]"],
    ),
    ("Harrow", "Comunity Saftey", ["London Borough of Harrow [Community Safety]"]),
    ("Harrow", "Quixotic Lantern", ["Quixotic Lantern"]),
    ("Harrow", "tbc – new DA Co-ordinator", ["London Borough of Harrow [Domestic Abuse Team]"]),
    ("Harrow", "Police, etc.", ["Metropolitan Police Service"]),
    (
        "Harrow",
        "Police & Community Safety with input from Adults and Children's Services",
        [
            "Metropolitan Police Service",
            "London Borough of Harrow [Community Safety]",
            "+ London Borough of Harrow [Adult Social Care]",
            "+ London Borough of Harrow [Children's Services]",
        ],
    ),
    ("Kingston and Richmond", "Police", ["Metropolitan Police Service"]),
    ("Kingston and Richmond", "Council", ["Local Authority"]),
    (
        "Leicester, Leicestershire and Rutland",
        "OPCC",
        ["Office of the Police and Crime Commissioner for Leicestershire"],
    ),
    ("Worcestershire", "WCC", ["Worcestershire County Council"]),
    ("Westminster", "WCC", ["City of Westminster"]),
]

PEOPLE = [
    (
        "Bromley",
        "Priya Specimen (DA Coordinator)",
        ["London Borough of Bromley [Domestic Abuse Team]"],
    ),
    (
        "Bromley",
        "DA Coordinator (Priya Specimen)",
        ["London Borough of Bromley [Domestic Abuse Team]"],
    ),
    ("Bromley", "Marguerite Invented, Head of Housing", ["London Borough of Bromley [Housing]"]),
    ("Bromley", "Head of Housing - Tom Sample", ["London Borough of Bromley [Housing]"]),
    ("Bromley", "Cllr Jo Placeholder", ["Elected Members"]),
    (
        "Bromley",
        "Dr A N Other (Director of Public Health)",
        ["London Borough of Bromley [Public Health]"],
    ),
    ("Bromley", "DCI Sam Madeup", ["Metropolitan Police Service [Public Protection]"]),
    ("Bromley", "J. Bloggs / Police", ["Metropolitan Police Service"]),
    ("Bromley", "Sarah Example", []),
    ("Bromley", "Community Safety Manager (JB)", ["London Borough of Bromley [Community Safety]"]),
    (
        "Bromley",
        "Community Safety - Ade Fictional and Police",
        ["London Borough of Bromley [Community Safety]", "Metropolitan Police Service"],
    ),
]

CELLS = [
    *COUNCILS_AND_UNITS,
    *POLICE_AND_JUSTICE,
    *HEALTH,
    *PARTNERSHIPS,
    *SECTOR_AND_SOCIETY,
    *WAYS_OF_WRITING,
    *PEOPLE,
]
