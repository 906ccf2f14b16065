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
    ("Harrow", "Quixotic Lantern Collective", ["Quixotic Lantern Collective"]),
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

FURTHER = [
    (
        "Manchester",
        "MCC Community Safety / GMP",
        ["Manchester City Council [Community Safety]", "Greater Manchester Police"],
    ),
    (
        "Manchester",
        "GMCA and Manchester Women's Aid",
        [
            "Greater Manchester Combined Authority (Deputy Mayor for Policing)",
            "Manchester Women's Aid",
        ],
    ),
    ("Cornwall", "Safer Cornwall", ["Cornwall Community Safety Partnership"]),
    (
        "Haringey",
        "Nia, Solace & IKWRO",
        ["nia", "Solace Women's Aid", "IKWRO Women's Rights Organisation"],
    ),
    ("Haringey", "Met Police (CSU)", ["Metropolitan Police Service [CSU]"]),
    ("Newham", "VAWG Commissioner", ["London Borough of Newham [VAWG Team]"]),
    ("Newham", "Rape Crisis South London", ["Rape Crisis South London"]),
    (
        "Westminster",
        "WCC / RBKC",
        ["City of Westminster", "Royal Borough of Kensington and Chelsea"],
    ),
    ("Bi-borough", "Bi-borough Community Safety Teams", ["Community Safety"]),
    ("Glasgow", "Glasgow City HSCP", ["Health and Social Care Partnership"]),
    ("Glasgow", "GCC Education Services", ["Glasgow City Council [Education Services]"]),
    ("Edinburgh", "Edinburgh Women's Aid", ["Edinburgh Women's Aid"]),
    (
        "Liverpool",
        "Merseyside Police, MerseyCare",
        ["Merseyside Police", "Mersey Care NHS Foundation Trust"],
    ),
    ("Liverpool", "Liverpool CC - Adult Services", ["Liverpool City Council [Adult Social Care]"]),
    ("Croydon", "Op Soteria Lead", ["Metropolitan Police Service [Public Protection]"]),
    (
        "Croydon",
        "CSU & Probation Service",
        ["London Borough of Croydon [Community Safety]", "Probation Service (London)"],
    ),
    (
        "Croydon",
        "Superintendent for Public Protection",
        ["Metropolitan Police Service [Public Protection]"],
    ),
    (
        "Waltham Forest",
        "Strategic Commissioning; ASC; Housing",
        [
            "London Borough of Waltham Forest [Commissioning]",
            "London Borough of Waltham Forest [Adult Social Care]",
            "London Borough of Waltham Forest [Housing]",
        ],
    ),
    (
        "Waltham Forest",
        "LBWF VAWG team, Solace, NELFT",
        [
            "London Borough of Waltham Forest [VAWG Team]",
            "Solace Women's Aid",
            "North East London NHS Foundation Trust",
        ],
    ),
    (
        "Hertfordshire",
        "HCC and District Councils",
        ["Hertfordshire County Council", "District Councils"],
    ),
    ("Hertfordshire", "Herts Police", ["Hertfordshire Constabulary"]),
    ("Oxfordshire", "Oxford Health NHS FT", ["Oxford Health NHS Foundation Trust"]),
    ("Lincolnshire", "EDAN Lincs with LCC", ["EDAN Lincs", "+ Lincolnshire County Council"]),
    (
        "Durham",
        "DCC Children and Young People's Services",
        ["Durham County Council [Children's Services]"],
    ),
    (
        "Middlesbrough",
        "Cleveland Police/Cleveland PCC",
        ["Cleveland Police", "Office of the Police and Crime Commissioner for Cleveland"],
    ),
    ("Kirklees", "IDVA Manager", ["Specialist VAWG Services"]),
    ("Rotherham", "Rotherham Rise", ["Rotherham Rise"]),
    ("Northamptonshire", "VAWG lead (NN and WN Councils)", ["VAWG Team"]),
    ("Wigan", "DIAS Domestic Violence Centre", ["DIAS Domestic Violence Centre"]),
    (
        "Hackney",
        "City & Hackney Safeguarding Children Partnership",
        ["Safeguarding Children Partnership"],
    ),
    (
        "Southwark",
        "Southwark Council Housing Solutions & Solace",
        ["London Borough of Southwark [Housing]", "Solace Women's Aid"],
    ),
    ("Brent", "Brent Council: Community Safety", ["London Borough of Brent [Community Safety]"]),
    ("Brent", "NHS North West London ICB", ["NHS North West London Integrated Care Board"]),
    ("Brent", "NWL ICB", ["NHS North West London Integrated Care Board"]),
    ("Kent", "NHS Kent and Medway", ["NHS Kent and Medway Integrated Care Board"]),
    ("Kent", "KCC/Medway Council", ["Kent County Council", "Medway Council"]),
    ("Kent", "Kent Fire & Rescue", ["Kent Fire and Rescue Service"]),
    ("Kent", "Clarion & Look Ahead", ["Clarion Housing", "Look Ahead"]),
    ("Kent", "KMPT", ["Kent and Medway NHS and Social Care Partnership Trust"]),
    (
        "Dorset",
        "Dorset Police / BCP Council / Dorset Council",
        ["Dorset Police", "Bournemouth, Christchurch and Poole Council", "Dorset Council"],
    ),
    ("Gloucestershire", "Constabulary", ["Gloucestershire Constabulary"]),
    ("Gloucestershire", "GDASS, Nelson Trust", ["GDASS", "The Nelson Trust"]),
    ("Nottingham", "Juno Women's Aid/Equation", ["Juno Women's Aid", "Equation"]),
    ("Nottingham", "Nottingham CDP", ["Nottingham CDP"]),
    ("Leicester", "UAVA", ["UAVA"]),
    ("Stoke-on-Trent", "SOTCC Comms", ["Stoke-on-Trent City Council [Communications]"]),
    (
        "Birmingham",
        "BCC – Adult Social Care / Birmingham Children's Trust",
        ["Birmingham City Council [Adult Social Care]", "Birmingham Children's Trust"],
    ),
    (
        "Coventry",
        "Coventry Haven, Panahghar and CRASAC",
        ["Coventry Haven Women's Aid", "Panahghar", "CRASAC"],
    ),
    ("Shropshire", "West Mercia Women's Aid", ["West Mercia Women's Aid"]),
    ("Islington", "Camden and Islington NHS Trust", ["Camden and Islington NHS Foundation Trust"]),
    ("Islington", "AD Community Safety", ["London Borough of Islington [Community Safety]"]),
    (
        "Islington",
        "Assistant Director of Early Help",
        ["London Borough of Islington [Children's Services]"],
    ),
    ("Islington", "Keel Project", ["Keel Project"]),
    ("Islington", "VAWG Commissioning Manager", ["London Borough of Islington [VAWG Team]"]),
    (
        "Islington",
        "Voluntary sector, faith groups and businesses",
        ["Voluntary and Community Sector", "Faith Groups", "Businesses and Employers"],
    ),
    ("Islington", "N/A", []),
    ("Islington", "Vacant", []),
    ("Islington", "Council wide", ["London Borough of Islington"]),
    (
        "Islington",
        "Headteachers, supported by Education Safeguarding",
        ["Schools", "+ London Borough of Islington [Education Services]"],
    ),
    (
        "Islington",
        "Joint: Police and Housing",
        ["Metropolitan Police Service", "London Borough of Islington [Housing]"],
    ),
    ("Islington", "Chief Executive", ["London Borough of Islington [Chief Executive]"]),
    ("Islington", "Leader of the Council", ["Elected Members"]),
    ("Islington", "Cabinet Member (Cllr Ola Sample)", ["Elected Members"]),
    ("Islington", "Ola Sample - Cabinet Member for Children", ["Elected Members"]),
    ("Islington", "Sgt Mock / PC Fake", ["Metropolitan Police Service"]),
    ("Islington", "Jane Fictional, John Madeup and Police", ["Metropolitan Police Service"]),
    (
        "Islington",
        "Strategic Lead - VAWG (Aisha Pretend)",
        ["London Borough of Islington [VAWG Team]"],
    ),
    ("Neath Port Talbot", "Thrive Women's Aid", ["Thrive Women's Aid"]),
    ("Cardiff", "Cardiff & Vale UHB", ["Cardiff and Vale University Health Board"]),
    ("Cardiff", "South Wales PCC", ["Office of the Police and Crime Commissioner for South Wales"]),
    ("Fife", "Fife Violence Against Women Partnership", ["VAWG Board"]),
    ("Fife", "COPFS", ["Crown Office and Procurator Fiscal Service"]),
    (
        "Belfast",
        "Belfast Trust and NIHE",
        ["Belfast Health and Social Care Trust", "Northern Ireland Housing Executive"],
    ),
    ("Warwickshire", "Rugby Borough Council", ["Rugby Borough Council"]),
    (
        "Warwickshire",
        "WCC and District & Borough Councils",
        ["Warwickshire County Council", "District Councils"],
    ),
    ("Sutton", "Sutton Housing Partnership", ["Sutton Housing Partnership"]),
    ("Sutton", "St Helier Hospital", ["St Helier Hospital"]),
    ("Sutton", "Epsom and St Helier", ["Epsom and St Helier University Hospitals NHS Trust"]),
    ("Hampshire", "HIPS SABs", ["Safeguarding Adults Board"]),
    (
        "Hampshire",
        "HIOW Fire & Rescue Service",
        ["Hampshire and Isle of Wight Fire and Rescue Service"],
    ),
    (
        "Hampshire",
        "Hampshire & Isle of Wight ICB",
        ["NHS Hampshire and Isle of Wight Integrated Care Board"],
    ),
    ("Tower Hamlets", "THCVS", ["THCVS"]),
    ("Tower Hamlets", "Barts Health", ["Barts Health NHS Trust"]),
    (
        "Tower Hamlets",
        "ELFT / Barts",
        ["East London NHS Foundation Trust", "Barts Health NHS Trust"],
    ),
    (
        "Leeds",
        "Leeds CC (ASC) and WYP",
        ["Leeds City Council [Adult Social Care]", "West Yorkshire Police"],
    ),
    ("Leeds", "Safer Leeds Executive", ["Leeds Community Safety Partnership"]),
    ("Leeds", "DA Local Partnership Board (DALPB)", ["Domestic Abuse Local Partnership Board"]),
    ("Leeds", "WY VRP", ["Violence Reduction Unit"]),
    (
        "Bexley",
        "BCSP, LB Bexley Children's Services",
        ["Bexley Community Safety Partnership", "London Borough of Bexley [Children's Services]"],
    ),
    ("Bexley", "Met Police SE BCU", ["Metropolitan Police Service [BCU]"]),
    ("Bexley", "Bexley Women's Aid", ["Bexley Women's Aid"]),
    (
        "Bexley",
        "LBB Housing Services with Solace",
        ["London Borough of Bexley [Housing]", "+ Solace Women's Aid"],
    ),
    (
        "Warwickshire",
        "OPCC Commissioning Lead / WCC Community Safety Team",
        [
            "Office of the Police and Crime Commissioner for Warwickshire [Commissioning Lead]",
            "Warwickshire County Council [Community Safety]",
        ],
    ),
    ("Warwickshire", "VAWG Board members", ["VAWG Board"]),
    ("Warwickshire", "Education (WCC)", ["Warwickshire County Council [Education Services]"]),
    ("Warwickshire", "Warwickshire Safeguarding", ["Safeguarding Partnership"]),
    ("Warwickshire", "SWFT", ["South Warwickshire University NHS Foundation Trust"]),
    ("Leicester", "UAVA and FreeVA", ["UAVA", "FreeVA"]),
    (
        "Leicester",
        "Leicester City Council – Community Safety & ASB",
        ["Leicester City Council [Community Safety]"],
    ),
    (
        "Lambeth",
        "LSAB and LSCP",
        ["Safeguarding Adults Board", "Safeguarding Children Partnership"],
    ),
    (
        "Lambeth",
        "Lambeth Council VAWG Programme Manager",
        ["London Borough of Lambeth [VAWG Team]"],
    ),
    ("Lambeth", "Lambeth VAWG Forum", ["VAWG Board"]),
    (
        "Lambeth",
        "LBL Comms team, MPS Comms",
        ["London Borough of Lambeth [Communications]", "Metropolitan Police Service [Comms]"],
    ),
    ("Lambeth", "Gaia Centre", ["Refuge [Gaia Centre]"]),
    ("Camden", "CNWL", ["Central and North West London NHS Foundation Trust"]),
    (
        "Camden",
        "Camden Council Housing Needs Group Manager",
        ["London Borough of Camden [Housing]"],
    ),
    (
        "Camden",
        "Children's Safeguarding and Social Work",
        ["London Borough of Camden [Children's Services]"],
    ),
    ("Camden", "CSCP", ["Safeguarding Children Partnership"]),
    ("Camden", "Head of Integrated Commissioning", ["London Borough of Camden [Commissioning]"]),
    (
        "Essex",
        "Essex PFCC with SETDAB partners",
        [
            "Office of the Police, Fire and Crime Commissioner for Essex",
            "+ Southend, Essex and Thurrock Domestic Abuse Board",
        ],
    ),
    ("Essex", "EPUT", ["Essex Partnership University NHS Foundation Trust"]),
    ("Kent", "Kent PCC's Office", ["Office of the Police and Crime Commissioner for Kent"]),
    (
        "Kent",
        "KCC Strategic Commissioning (Domestic Abuse)",
        ["Kent County Council [Commissioning]"],
    ),
    ("Kent", "District Community Safety Partnerships", ["Community Safety Partnership"]),
    ("Brighton and Hove", "B&H CSP", ["Brighton and Hove Community Safety Partnership"]),
    (
        "Brighton and Hove",
        "Brighton & Hove City Council (VAWG Unit)",
        ["Brighton and Hove City Council [VAWG Unit]"],
    ),
    (
        "Brighton and Hove",
        "University of Sussex and University of Brighton",
        ["University of Sussex", "University of Brighton"],
    ),
    ("Leeds", "Leeds Domestic Violence Service", ["Leeds Domestic Violence Service"]),
    ("Leeds", "LCC Children & Families", ["Leeds City Council [Children's Services]"]),
    (
        "Leeds",
        "Leeds Safeguarding Adults Board and LSCP",
        ["Safeguarding Adults Board", "Safeguarding Children Partnership"],
    ),
    (
        "Leeds",
        "Leeds and York Partnership Trust",
        ["Leeds and York Partnership NHS Foundation Trust"],
    ),
    (
        "Birmingham",
        "Birmingham City Council Adult Social Care (Vulnerable Adults)",
        ["Birmingham City Council [Adult Social Care]"],
    ),
    ("Birmingham", "BSol ICB", ["NHS Birmingham and Solihull Integrated Care Board"]),
    ("Birmingham", "West Midlands Police PPU", ["West Midlands Police [Public Protection]"]),
    ("Birmingham", "Aston University, BCU", ["Aston University", "West Midlands Police [BCU]"]),
    ("Newport", "Newport City Council - Education", ["Newport City Council [Education Services]"]),
    ("Newport", "Gwent OPCC", ["Office of the Police and Crime Commissioner for Gwent"]),
    ("Newport", "Heddlu Gwent Police", ["Gwent Police"]),
    ("Newport", "Cyfannol Women's Aid/ Llamau", ["Cyfannol Women's Aid", "Llamau"]),
    ("Newport", "Welsh Government", ["Welsh Government"]),
    ("Cheshire East", "CEC Adults Commissioning", ["Cheshire East Council [Commissioning]"]),
    ("Cheshire East", "Cheshire Police", ["Cheshire Constabulary"]),
    ("Cheshire East", "My CWA", ["My CWA"]),
    ("Bristol", "Next Link", ["Next Link"]),
    (
        "Bristol",
        "BCC Public Health & Safer Bristol",
        ["Bristol City Council [Public Health]", "Bristol Community Safety Partnership"],
    ),
    ("Bristol", "NBT", ["North Bristol NHS Trust"]),
    (
        "Islington",
        "Islington Safeguarding Children's Partnership",
        ["Safeguarding Children Partnership"],
    ),
    (
        "Islington",
        "Housing and Homelessness (lead), Solace (support)",
        ["London Borough of Islington [Housing]", "+ Solace Women's Aid"],
    ),
    (
        "Hackney",
        "Hackney Council – VAWG Strategic Lead and Head of DAIS",
        ["London Borough of Hackney [VAWG Team]", "London Borough of Hackney [DAIS]"],
    ),
    ("Southwark", "Bede House", ["Bede House"]),
    (
        "Southwark",
        "Southwark Council Comms & MPS",
        ["London Borough of Southwark [Communications]", "Metropolitan Police Service"],
    ),
    (
        "Southwark",
        "Rebecca Placeholder, VAWG Commissioner",
        ["London Borough of Southwark [VAWG Team]"],
    ),
    ("Southwark", "Public Health - Dr Mock", ["London Borough of Southwark [Public Health]"]),
    ("Southwark", "Olu Testname", []),
    (
        "Southwark",
        "Head of Service, Youth Justice: K. Dummy",
        ["London Borough of Southwark [Youth Justice Service]"],
    ),
    ("Hackney", "Cabinet Member", ["Elected Members"]),
    (
        "Hackney",
        "Met Police / BTP / TfL",
        ["Metropolitan Police Service", "British Transport Police", "Transport for London"],
    ),
    ("Hackney", "Probation, CRC and prisons", ["Probation Service (London)", "Prison"]),
    ("Hackney", "NHS England", ["NHS England"]),
    ("Hackney", "Statutory partners and VCS", ["All partners", "Voluntary and Community Sector"]),
    (
        "Hackney",
        "All VAWG partners led by Community Safety",
        ["+ All partners", "London Borough of Hackney [Community Safety]"],
    ),
    ("Hackney", "MARAC Steering Group", ["MARAC"]),
    (
        "Hackney",
        "Serious violence lead / Gangs team",
        ["Violence Reduction Unit", "London Borough of Hackney [Gangs team]"],
    ),
    (
        "Hackney",
        "Economic Development, Licensing & Police Licensing Unit",
        [
            "London Borough of Hackney [Economic Development]",
            "London Borough of Hackney [Licensing]",
            "Metropolitan Police Service [Licensing Unit]",
        ],
    ),
    ("Hackney", "Adults' and Children's Safeguarding Boards", ["Safeguarding Partnership"]),
    (
        "Hackney",
        "Adult and Children's Social Care",
        [
            "London Borough of Hackney [Adult Social Care]",
            "London Borough of Hackney [Children's Services]",
        ],
    ),
    (
        "Hackney",
        "Adults & Children's Services",
        [
            "London Borough of Hackney [Adult Social Care]",
            "London Borough of Hackney [Children's Services]",
        ],
    ),
    ("Hackney", "Nia / East London Rape Crisis", ["nia", "East London Rape Crisis"]),
]
"""Written before the rules were run on them, to see how they carry over."""

LAST_CELLS = [
    (
        "Havering",
        "Havering CSP with support from MPS and NELFT",
        [
            "Havering Community Safety Partnership",
            "+ Metropolitan Police Service",
            "+ North East London NHS Foundation Trust",
        ],
    ),
    (
        "Havering",
        "LBH: Housing, ASC and CSC",
        [
            "London Borough of Havering [Housing]",
            "London Borough of Havering [Adult Social Care]",
            "London Borough of Havering [Children's Services]",
        ],
    ),
    (
        "Havering",
        "Lead – Public Health. Support – Schools, GPs",
        ["London Borough of Havering [Public Health]", "+ Schools", "+ General Practice"],
    ),
    (
        "Havering",
        "Community Safety (lead) with VAWG providers",
        ["London Borough of Havering [Community Safety]", "+ Specialist VAWG Services"],
    ),
    ("Havering", "Joint leads: OPCC / MOPAC", ["Mayor's Office for Policing and Crime"]),
    (
        "Torbay",
        "Torbay Council, Devon County Council & Plymouth City Council",
        ["Torbay Council", "Devon County Council", "Plymouth City Council"],
    ),
    ("Torbay", "Torbay Domestic Abuse Service (TDAS)", ["Torbay Domestic Abuse Service"]),
    (
        "Torbay",
        "Devon & Cornwall Police, with Torbay Council Housing Options",
        ["Devon & Cornwall Police", "+ Torbay Council [Housing]"],
    ),
    (
        "Torbay",
        "Police/Council/NHS/VCS",
        ["Devon & Cornwall Police", "Torbay Council", "Health", "Voluntary and Community Sector"],
    ),
    (
        "Rochdale",
        "Rochdale Safeguarding Partnership Business Manager",
        ["Safeguarding Partnership [Business Manager]"],
    ),
    ("Rochdale", "GM Violence Reduction Unit", ["Violence Reduction Unit"]),
    ("Wiltshire", "FearFree & Splitz", ["FearFree", "Splitz"]),
    (
        "Wiltshire",
        "Wiltshire Police (PPD) and OPCC",
        [
            "Wiltshire Police [Public Protection]",
            "Office of the Police and Crime Commissioner for Wiltshire",
        ],
    ),
    (
        "Flintshire",
        "FCC Social Services and Education",
        [
            "Flintshire County Council [Adult Social Care]",
            "Flintshire County Council [Education Services]",
        ],
    ),
    (
        "Flintshire",
        "BCUHB, NWP, North Wales Fire & Rescue",
        [
            "Betsi Cadwaladr University Health Board",
            "North Wales Police",
            "North Wales Fire and Rescue Service",
        ],
    ),
    ("Flintshire", "Regional VAWDASV Advisor", ["Flintshire County Council [VAWG Team]"]),
    (
        "Dundee",
        "Dundee City Council Housing and Dundee Women's Aid",
        ["Dundee City Council [Housing]", "Dundee Women's Aid"],
    ),
    (
        "Dundee",
        "NHS Tayside, Police Scotland and Third Sector",
        ["NHS Tayside", "Police Scotland", "Voluntary and Community Sector"],
    ),
    ("Dundee", "Children and Families Service", ["Dundee City Council [Children's Services]"]),
    ("Derry City and Strabane", "PCSP", ["PCSP"]),
    (
        "Derry City and Strabane",
        "Foyle Women's Aid and PSNI",
        ["Foyle Women's Aid", "Police Service of Northern Ireland"],
    ),
    ("Bromley", "Bromley & Croydon Women's Aid (BCWA)", ["Bromley and Croydon Women's Aid"]),
    ("Bromley", "Oxleas", ["Oxleas NHS Foundation Trust"]),
    ("Bromley", "Clarion Housing", ["Clarion Housing"]),
    ("Bromley", "Registered providers, private landlords", ["Registered Housing Providers"]),
    (
        "Bromley",
        "Town centre managers & BIDs",
        ["London Borough of Bromley [Town centre managers]", "Businesses and Employers"],
    ),
    (
        "Bromley",
        "Assistant Director Public Protection and Enforcement",
        ["London Borough of Bromley [Licensing]"],
    ),
    (
        "Bromley",
        "Strategic VAWG Board, chaired by the Chief Executive",
        ["VAWG Board", "London Borough of Bromley [Chief Executive]"],
    ),
    ("Bromley", "T&F Group Chairs", ["VAWG Subgroup [Chair]"]),
    ("Bromley", "IDVA / ISVA services", ["Specialist VAWG Services"]),
    ("Bromley", "MARAC Coordinator and MARAC Steering Group", ["MARAC [Coordinator]", "MARAC"]),
    ("Bromley", "DHR Panel", ["DHR Panel"]),
    ("Bromley", "Police and others", ["Metropolitan Police Service"]),
    ("Bromley", "Ms A Dummy - Designated Safeguarding Lead", ["Schools"]),
    (
        "Bromley",
        "Operation Encompass Lead (Police)",
        ["Metropolitan Police Service [Operation Encompass Lead]"],
    ),
    ("Bromley", "Samira Mockname & Police", ["Metropolitan Police Service"]),
    ("Bromley", "Inspector Falsename, BCU", ["Metropolitan Police Service [BCU]"]),
    (
        "Cumberland",
        "Cumberland Council & Westmorland and Furness Council",
        ["Cumberland Council", "Westmorland and Furness Council"],
    ),
    ("Cumberland", "Safer Cumbria Partnership", ["Safer Cumbria Partnership"]),
    ("Cumberland", "Victim Support Cumbria", ["Victim Support"]),
    (
        "Cumberland",
        "Cumbria OPFCC Victims' Services Lead",
        ["Office of the Police, Fire and Crime Commissioner for Cumbria [Victims' Services Lead]"],
    ),
    (
        "Barnet",
        "Family Services, Adults & Health, Barnet Homes",
        [
            "London Borough of Barnet [Children's Services]",
            "London Borough of Barnet [Adult Social Care]",
            "Barnet Homes",
        ],
    ),
    ("Barnet", "Cambridge Education (education services)", ["Cambridge Education"]),
    (
        "Barnet",
        "LBB Community Safety, supported by VAWG Delivery Group",
        ["London Borough of Barnet [Community Safety]", "+ VAWG Board"],
    ),
    (
        "Barnet",
        "Solace – Advocacy and Support Service",
        ["Solace Women's Aid [Advocacy and Support Service]"],
    ),
]
"""Written before the rules were run on them, to see how they carry over."""

UNKNOWN_OWNERS = [
    (
        "Leeds",
        "Calderwick Borough Council - Children's Services",
        [
            "Calderwick Borough Council [Children's Services]",
        ],
    ),
    (
        "Torbay",
        "Mereshire County Council (Education and Public Health)",
        [
            "Mereshire County Council [Education Services]",
            "Mereshire County Council [Public Health]",
        ],
    ),
    (
        "Torbay",
        "Mereshire Safeguarding Partnership",
        [
            "Mereshire Safeguarding Partnership",
        ],
    ),
    (
        "Leeds",
        "Voluntary sector providers",
        [
            "Voluntary and Community Sector",
        ],
    ),
    (
        "Brent",
        "Brent Council, Community Safety",
        [
            "London Borough of Brent [Community Safety]",
        ],
    ),
    (
        "Brent",
        "Brent Council: Community Safety",
        [
            "London Borough of Brent [Community Safety]",
        ],
    ),
    (
        "Barnet",
        "Barnet Homes' Housing Options",
        [
            "Barnet Homes [Housing Options]",
        ],
    ),
    (
        "Bolton",
        "Council VAWG & DA Lead",
        [
            "Bolton Metropolitan Borough Council [VAWG Team]",
        ],
    ),
    (
        "Cumbria",
        "Cumberland and Westmorland & Furness Councils",
        [
            "Cumberland Council",
            "Westmorland and Furness Council",
        ],
    ),
    (
        "Darlington",
        "Darlington Borough Council's Housing Team",
        [
            "Darlington Borough Council [Housing]",
        ],
    ),
    (
        "Peterborough",
        "HMP Peterborough and National Probation Service",
        [
            "HMP Peterborough",
            "Probation Service (East of England)",
        ],
    ),
    (
        "Hounslow",
        "Housing and\nCommunity\nSafety",
        [
            "London Borough of Hounslow [Housing]",
            "London Borough of Hounslow [Community Safety]",
        ],
    ),
    (
        "Solihull",
        "Polcie",
        [
            "West Midlands Police",
        ],
    ),
    (
        "Walsall",
        "Council, supported by whg and Black Country ICB",
        [
            "Walsall Metropolitan Borough Council",
            "+ whg",
            "+ NHS Black Country Integrated Care Board",
        ],
    ),
    (
        "Bexley",
        "TBC (Housing)",
        [
            "London Borough of Bexley [Housing]",
        ],
    ),
]
"""Bodies in no file, their departments, and what a cell must not lose."""

MORE_PEOPLE = [
    ("Kent", "JANE SPECIMEN (Housing)", ["Kent County Council [Housing]"]),
    ("Kent", "Specimen, Jane - Police", ["Kent Police"]),
    ("Kent", "DI Specimen, Kent Police", ["Kent Police [Public Protection]"]),
    ("Kent", "jane.specimen@kent.gov.uk", []),
    ("Kent", "Lead: Jane Specimen; Support: Bob Placeholder", []),
    ("Kent", "KCC – Jane O'Specimen-Placeholder", ["Kent County Council"]),
    ("Kent", "PCC Bob Placeholder", ["Office of the Police and Crime Commissioner for Kent"]),
    ("Kent", "Zbigniew Placeholder (Housing)", ["Kent County Council [Housing]"]),
    ("Kent", "Zbigniew Placeholder", []),
    ("Kent", "Police (Jane Specimen) and KCC (Bob)", ["Kent Police", "Kent County Council"]),
]


CELLS = [
    *COUNCILS_AND_UNITS,
    *POLICE_AND_JUSTICE,
    *HEALTH,
    *PARTNERSHIPS,
    *SECTOR_AND_SOCIETY,
    *WAYS_OF_WRITING,
    *PEOPLE,
    *FURTHER,
    *LAST_CELLS,
    *UNKNOWN_OWNERS,
    *MORE_PEOPLE,
]
