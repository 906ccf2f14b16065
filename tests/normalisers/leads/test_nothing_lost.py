"""Nothing printed in a lead cell vanishes but filler words."""

from hypothesis import given, settings
from hypothesis import strategies as st

from normalisers.leads import normalise_leads
from normalisers.names import name_key

BODIES = st.sampled_from(
    [
        "Police", "Council", "Brent Council", "OPCC", "Probation", "Refuge", "Victim Support",
        "Calderwick Borough Council", "Mereshire Safeguarding Partnership", "CPS", "Schools",
        "Wearside Women's Aid", "Barnet Homes", "HMP Peterborough", "Kingdom Abuse Project",
        "Community Safety Partnership", "VAWG Board", "Metropolitan Police", "whg",
    ]
)  # fmt: skip
UNITS = st.sampled_from(
    ["Housing", "Public Health", "Community Safety Team", "Adult Social Care", "Licensing",
     "Housing Options", "Education", "Children's Services"]
)  # fmt: skip
UNIT_FORMS = st.sampled_from([" - {}", " ({})", ": {}", " {}", ", {}", " – {}", " ({}"])
JOINTS = st.sampled_from([", ", " / ", "; ", "\n", " with support from ", " and "])
AREAS = st.sampled_from(["Barnet", "Torbay", "Kent", "Brent", "Cardiff", "Peterborough", None])
FILLERS = {"and", "with", "support", "from", "team", "the", "of"}


@st.composite
def cells(draw: st.DrawFn) -> str:
    """One to three bodies, some with a unit, joined in one of the ways of real plans."""
    parts = []
    for _ in range(draw(st.integers(1, 3))):
        part = draw(BODIES)
        if draw(st.booleans()):
            part += draw(UNIT_FORMS).format(draw(UNITS))
        parts.append(part)
    return draw(JOINTS).join(parts)


@settings(max_examples=150, deadline=None)
@given(cells(), AREAS)
def test_every_printed_word_is_in_a_lead(cell: str, area: str | None) -> None:
    leads = normalise_leads(cell, area)
    kept = name_key(" ".join(f"{x.raw} {x.agency_name} {x.unit or ''}" for x in leads)).split()
    printed = {word for word in name_key(cell).split() if word.isalpha()}
    assert printed - set(kept) <= FILLERS
