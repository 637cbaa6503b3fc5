"""Offices and occupations, and who holds them in an article.

"Prime Minister X" or "Y, vice-chair of the committee," teaches what "the premier" and "the
vice-chair" mean further down.
"""

from dataclasses import dataclass

_PEOPLE = """activist actor actress adviser advisor aide ambassador analyst archbishop artist athlete
attorney author baker banker barrister beekeeper bishop boss brother businessman businesswoman
campaigner candidate captain carpenter cardinal chair chairman chairperson chairwoman chancellor
chef chief child citizen clerk coach colonel commander commissioner commander-in-chief congressman
congresswoman constable consul contractor convener coordinator co-founder co-owner councillor
counsellor counselor critic dancer daughter deputy deputy-governor designer detective dictator
diplomat director doctor driver economist editor employee engineer envoy executive expert
farmer father fisherman foreman founder friend general girl governor grandmother guard guide head historian
husband inspector investigator investor journalist judge justice king labourer landlord lawmaker
lawyer leader lecturer legislator leader-elect lieutenant major manager man marshal mayor mechanic
member merchant midwife migrant miner minister monk mother mp musician negotiator neighbour
neighbor nephew nurse observer officer official ombudsman ombudswoman operator organiser organizer owner painter
parent parliamentarian passenger pastor patient patron person pilot player poet policeman
policewoman politician premier president president-elect priest prime prince princess principal
prisoner producer professor prosecutor protester psychologist queen rapporteur rector registrar
reporter representative researcher resident retiree ruler sailor scholar scientist
secretary secretary-general senator sergeant shopkeeper singer sister soldier solicitor
son sonographer source speaker spokesman spokesperson spokeswoman staffer statesman strategist strongman student
superintendent superstar supervisor surgeon survivor sultan taoiseach teacher technician tenant tourist trader translator
treasurer trustee tycoon undersecretary unionist vendor veteran vet vice-chair vice-chairman vice-chairwoman
vice-chairperson vice-governor vice-president vice-minister vicar victim villager volunteer warden whip widow wife winemaker
witness woman worker workers writer youth chairlady premier-elect boy imam rabbi rancher ranger scholar trainer waiter waitress
biologist ecologist hydrologist geologist epidemiologist virologist sociologist anthropologist paramedic
firefighter accountant auditor architect planner curator librarian pharmacist dentist butcher tailor
seamstress weaver potter logger trucker trafficker ex-minister ex-president broker""".split()
PERSON_NOUNS = frozenset(_PEOPLE)
SAME = {
    "pm": "prime minister", "premier": "prime minister", "prime": "prime minister",
    "spokeswoman": "spokesman", "spokesperson": "spokesman",
    "chair": "chairman", "chairwoman": "chairman", "chairperson": "chairman", "chairlady": "chairman",
    "vice-chair": "vice-chairman", "vice-chairwoman": "vice-chairman",
    "vice-chairperson": "vice-chairman", "mp": "lawmaker", "parliamentarian": "lawmaker",
    "legislator": "lawmaker", "congressman": "lawmaker", "congresswoman": "lawmaker",
    "attorney": "lawyer", "advisor": "adviser", "boss": "chief", "head": "chief",
    "director": "director", "envoy": "ambassador", "policewoman": "policeman",
    "businesswoman": "businessman", "ombudswoman": "ombudsman", "councilwoman": "councillor",
    "counselor": "counsellor", "neighbor": "neighbour", "organizer": "organiser",
    "academic": "professor", "campaigner": "activist", "ex-minister": "minister",
}  # fmt: skip
# Words before an office that say nothing about which office it is.
EMPTY = frozenset(
    """senior top veteran outspoken longtime young old elderly embattled embattled new newly-appointed
    late outgoing incoming then-  current powerful popular controversial influential local national""".split()
)
# Words that make another office of the one that follows.
OTHER_OFFICE = frozenset("deputy vice assistant under prime acting shadow secretary associate".split())
FEMALE = frozenset(
    """spokeswoman chairwoman woman girl mother wife sister daughter queen princess businesswoman
    policewoman congresswoman widow grandmother actress waitress ms mrs miss mdm madam lady chairlady
    ombudswoman seamstress neakoknha""".split()
)
MALE = frozenset(
    """spokesman chairman man boy father husband brother son king prince businessman policeman
    congressman mr sir lord fisherman monk statesman""".split()
)
MODIFIERS = 6  # words before or after the noun that may say which office it is


@dataclass(frozen=True, slots=True)
class Office:
    """A noun for a person, normalised, with the words that narrow it down."""

    noun: str
    narrowed: frozenset[str]
    printed: str


def office(words: list[str], beyond: list[str] | None = None) -> Office | None:
    """Read lower-case words that end in a noun for a person; `beyond` stands after "of"/"for"."""
    if not words:
        return None
    last = singular = words[-1]
    before = words[:-1][-MODIFIERS:]
    if "secretary" in words and words[-2:] == ["of", "state"]:
        last, before = "secretary of state", words[: words.index("secretary")]
    elif last == "minister" and before[-1:] == ["prime"]:
        last, before = "prime minister", before[:-1]
    elif last in {"chair", "chairman", "chairwoman", "chairperson", "president"} and (
        before[-1:] == ["vice"]
    ):
        last, before = "vice-" + last, before[:-1]
    elif last not in PERSON_NOUNS:
        return None
    noun = SAME.get(last, last)
    kept = [word for word in [*before, *(beyond or [])] if word.isalpha() or "-" in word]
    return Office(noun, frozenset(kept) - EMPTY - {"the", "of", "a", "an", "for"}, singular)


def fits(asked: Office, held: Office) -> bool:
    """Whether "the foreign minister" (asked) can mean who was called "foreign minister" (held)."""
    if asked.noun != held.noun:
        return False
    if (asked.narrowed & OTHER_OFFICE) != (held.narrowed & OTHER_OFFICE):
        return False
    return asked.narrowed <= held.narrowed


def gender_of(words: list[str]) -> str | None:
    """Give "f" or "m" where one of the words (a noun or Ms, Mr) says so."""
    if any(word.rstrip(".") in FEMALE for word in words):
        return "f"
    return "m" if any(word.rstrip(".") in MALE for word in words) else None
