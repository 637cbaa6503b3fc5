"""Offices and occupations, and who holds them in an article.

"Prime Minister X" or "Y, vice-chair of the committee," teaches what "the premier" and "the
vice-chair" mean further down.
"""

from dataclasses import dataclass

from sources.reading.wordlists import listed

PERSON_NOUNS = listed(
    """
    accountant activist actor actress adviser advisor aide ambassador analyst anthropologist
    archbishop architect artist athlete attorney auditor author baker banker barrister
    beekeeper biologist bishop boss boy broker brother businessman businesswoman butcher
    campaigner candidate captain cardinal carpenter chair chairlady chairman chairperson
    chairwoman chancellor chef chief child citizen clerk co-founder co-owner coach colonel
    commander commander-in-chief commissioner congressman congresswoman constable consul
    contractor convener coordinator councillor counsellor counselor critic curator dancer
    daughter dentist deputy deputy-governor designer detective dictator diplomat director
    doctor driver ecologist economist editor employee engineer envoy epidemiologist
    ex-minister ex-president executive expert farmer father firefighter fisherman foreman
    founder friend general geologist girl governor grandmother guard guide head historian
    husband hydrologist imam inspector investigator investor journalist judge justice king
    labourer landlord lawmaker lawyer leader leader-elect lecturer legislator librarian
    lieutenant logger major man manager marshal mayor mechanic member merchant midwife migrant
    miner minister monk mother mp musician negotiator neighbor neighbour nephew nurse observer
    officer official ombudsman ombudswoman operator organiser organizer owner painter
    paramedic parent parliamentarian passenger pastor patient patron person pharmacist pilot
    planner player poet policeman policewoman politician potter premier premier-elect
    president president-elect priest prime prince princess principal prisoner producer
    professor prosecutor protester psychologist queen rabbi rancher ranger rapporteur rector
    registrar reporter representative researcher resident retiree ruler sailor scholar
    scientist seamstress secretary secretary-general senator sergeant shopkeeper singer sister
    sociologist soldier solicitor son sonographer source speaker spokesman spokesperson
    spokeswoman staffer statesman strategist strongman student sultan superintendent superstar
    supervisor surgeon survivor tailor taoiseach teacher technician tenant tourist trader
    trafficker trainer translator treasurer trucker trustee tycoon undersecretary unionist
    vendor vet veteran vicar vice-chair vice-chairman vice-chairperson vice-chairwoman
    vice-governor vice-minister vice-president victim villager virologist volunteer waiter
    waitress warden weaver whip widow wife winemaker witness woman worker workers writer youth
    """
)
SAME = {
    "gen": "general", "lt": "lieutenant", "col": "colonel", "maj": "major", "capt": "captain",
    "sgt": "sergeant", "prof": "professor", "sen": "senator", "gov": "governor", "rep": "lawmaker",
    "amb": "ambassador", "pres": "president", "dr": "doctor",
    "pm": "prime minister", "premier": "prime minister", "prime": "prime minister",
    "spokeswoman": "spokesman", "spokesperson": "spokesman",
    "chair": "chairman", "chairwoman": "chairman", "chairperson": "chairman",
    "chairlady": "chairman",
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
EMPTY = listed(
    """
    senior top veteran outspoken longtime young old elderly embattled new newly-appointed late
    outgoing incoming then- current powerful popular controversial influential local national
    """
)
# Words that make another office of the one that follows.
OTHER_OFFICE = listed("deputy vice assistant under prime acting shadow secretary associate")
FEMALE = listed(
    """
    spokeswoman chairwoman woman girl mother wife sister daughter queen princess businesswoman
    policewoman congresswoman widow grandmother actress waitress ms mrs miss mdm madam lady
    chairlady ombudswoman seamstress neakoknha
    """
)
MALE = listed(
    """
    spokesman chairman man boy father husband brother son king prince businessman policeman
    congressman mr sir lord fisherman monk statesman
    """
)
MODIFIERS = 6  # words before or after the noun that may say which office it is


@dataclass(frozen=True, slots=True)
class Office:
    """A noun for a person, normalised, with the words that narrow it down."""

    noun: str
    narrowed: frozenset[str]
    printed: str
    owned: bool = False  # "the restaurant’s owner"


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
    elif last not in PERSON_NOUNS and last not in SAME:
        return None
    noun = SAME.get(last, last)
    kept = [word for word in [*before, *(beyond or [])] if word.isalpha() or "-" in word]
    return Office(
        noun, frozenset(kept) - EMPTY - {"the", "of", "a", "an", "for"}, singular, "'s" in words
    )


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
