"""Offices and occupations, and who holds them in an article.

"Prime Minister X" or "Y, vice-chair of the committee," teaches what "the premier" and "the
vice-chair" mean further down.
"""

from collections.abc import Container
from dataclasses import dataclass

from sources.reading.describing import MOODS
from sources.reading.epithets import BRIDES, EPITHETS, GROOMS, compounds
from sources.reading.wordlists import listed

OFFICES = listed(
    """
    accountant activist actor actress adviser advisor aide ambassador analyst anthropologist
    archbishop architect artist athlete attorney auditor author baker banker barber
    barrister batsman beekeeper biologist bishop boss bowler boxer boy bricklayer broker
    brother builder businessman businesswoman butcher campaigner candidate captain cardinal
    caretaker carpenter chair chairlady chairman chairperson chairwoman chancellor chef
    chief child citizen clerk co-founder co-owner coach colonel commander commander-in-chief
    commissioner congressman congresswoman constable consul contractor convener coordinator
    coroner councillor counsellor counselor cricketer critic curator cyclist dancer daughter
    defender dentist deputy deputy-governor designer detective dictator diplomat director
    doctor driver ecologist economist editor electrician employee engineer envoy
    epidemiologist ex-minister ex-president executive expert farmer father firefighter
    fisherman footballer foreman founder friend general geologist girl goalkeeper governor
    grandmother guard guide hairdresser head headmaster headmistress headteacher herder
    historian husband hydrologist imam inspector investigator investor janitor jockey
    journalist judge justice king labourer landlady landlord lawmaker lawyer leader
    leader-elect lecturer legislator librarian lieutenant logger major man manager marshal
    mayor mechanic member merchant midfielder midwife migrant miner minister monk mother mp
    musician negotiator neighbor neighbour nephew newsagent nurse observer officer official
    ombudsman ombudswoman operator organiser organizer owner painter paramedic parent
    parliamentarian passenger pastor patient patron pensioner person pharmacist pilot
    planner player plumber poet policeman policewoman politician postman potter premier
    premier-elect president president-elect priest prime prince princess principal prisoner
    producer professor prosecutor protester psychologist publican queen rabbi rancher ranger
    rapporteur receptionist rector referee registrar reporter representative researcher
    resident retiree roofer ruler runner sailor scholar schoolteacher scientist seamstress
    secretary secretary-general senator sergeant shepherd shopkeeper singer sister skipper
    sociologist soldier solicitor son sonographer source speaker spokesman spokesperson
    spokeswoman sprinter staffer statesman strategist striker strongman student sultan
    superintendent superstar supervisor surgeon survivor swimmer tailor taoiseach teacher
    technician tenant tourist trader trafficker trainer translator treasurer trucker trustee
    tycoon umpire undersecretary unionist vendor vet veteran vicar vice-chair vice-chairman
    vice-chairperson vice-chairwoman vice-governor vice-minister vice-president victim
    villager virologist volunteer waiter waitress warden weaver welder whip widow wife
    winemaker winger witness woman worker workers wrestler writer youth
    sheriff selectman selectwoman assemblyman assemblywoman alderwoman councilor comptroller
    bailiff burgomaster mayoress prefect vice-chancellor director-general inspector-general
    attorney-general solicitor-general governor-general commissioner-general admiral brigadier
    commandant commodore corporal trooper chaplain deacon mufti ayatollah emir queenmother
    controller pc mla mlc mep mna msp ceo cfo postmaster postmistress quartermaster stationmaster
    harbourmaster harbormaster choirmaster bandmaster shopkeeper storekeeper deputy-director
    sub-inspector tehsildar registrar-general auditor-general auditor naib-sarpanch lawmaker-elect
    """
)
TITLE_NOUNS = OFFICES | compounds(OFFICES)
PERSON_NOUNS = TITLE_NOUNS | EPITHETS
HEADS = PERSON_NOUNS | {"year-old"}
SAME = {
    "justice": "judge", "bridegroom": "groom", "mum": "mother", "mom": "mother", "dad": "father",
    "gran": "grandmother", "granny": "grandmother", "grandma": "grandmother",
    "great-grandmother": "grandmother", "great-gran": "grandmother", "grandad": "grandfather",
    "grandpa": "grandfather", "great-grandfather": "grandfather",
    "gen": "general", "lt": "lieutenant", "col": "colonel", "maj": "major", "capt": "captain",
    "sgt": "sergeant", "prof": "professor", "sen": "senator", "gov": "governor", "rep": "lawmaker",
    "amb": "ambassador", "pres": "president", "dr": "doctor",
    "pm": "prime minister", "premier": "prime minister", "prime": "prime minister",
    "spokeswoman": "spokesman", "spokesperson": "spokesman",
    "chair": "chairman", "chairwoman": "chairman", "chairperson": "chairman",
    "chairlady": "chairman",
    "vice-chair": "vice-chairman", "vice-chairwoman": "vice-chairman",
    "vice-chairperson": "vice-chairman", "mp": "lawmaker", "mla": "lawmaker", "mlc": "lawmaker",
    "mep": "lawmaker", "mna": "lawmaker", "msp": "lawmaker", "councilor": "councillor",
    "parliamentarian": "lawmaker",
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
FEMALE = (
    listed(
        """
    spokeswoman chairwoman woman girl mother wife sister daughter queen princess businesswoman
    headmistress landlady
    policewoman congresswoman widow grandmother actress waitress ms mrs miss mdm madam lady
    chairlady ombudswoman seamstress neakoknha
    """
    )
    | BRIDES
)
MALE = (
    listed(
        """
    spokesman chairman man boy father husband brother son king prince businessman policeman
    congressman mr sir lord fisherman monk statesman headmaster postman batsman
    """
    )
    | GROOMS
)
MODIFIERS = 6  # words before or after the noun that may say which office it is


@dataclass(frozen=True, slots=True)
class Office:
    """A noun for a person, normalised, with the words that narrow it down."""

    noun: str
    narrowed: frozenset[str]
    printed: str
    owned: bool = False  # "the restaurant’s owner"
    adjectives: frozenset[str] = frozenset()  # "retired" in "the retired roofer"


def office(
    words: list[str], beyond: list[str] | None = None, learnt: Container[str] = ()
) -> Office | None:
    """Read lower-case words that end in a noun for a person; `beyond` stands after "of"/"for".

    `learnt` are nouns that only the article at hand makes titles.
    """
    if not words:
        return None
    words = _unshortened(words)
    singular = words[-1]
    last = singular.split("-of-")[0]  # mother-of-two
    before = words[:-1][-MODIFIERS:]
    if "secretary" in words and words[-2:] == ["of", "state"]:
        last, before = "secretary of state", words[: words.index("secretary")]
    elif last == "minister" and before[-1:] == ["prime"]:
        last, before = "prime minister", before[:-1]
    elif words[-2:] == ["county", "boss"]:  # as papers of East Africa call a governor
        last, before = "governor", before[:-1]
    elif last in {"chair", "chairman", "chairwoman", "chairperson", "president"} and (
        before[-1:] == ["vice"]
    ):
        last, before = "vice-" + last, before[:-1]
    elif singular not in HEADS and last not in SAME and singular not in learnt:
        return None
    noun = SAME.get(last, last)
    kept = [word for word in [*before, *(beyond or [])] if word.isalpha() or "-" in word]
    narrowed = frozenset(kept) - EMPTY - MOODS - {"the", "of", "a", "an", "for"}
    return Office(noun, narrowed, singular, "'s" in words, frozenset(before))


def _unshortened(words: list[str]) -> list[str]:
    """Give "chief executive" for "CEO" and for "chief executive officer"."""
    if words[-1] == "ceo":
        return [*words[:-1], "chief", "executive"]
    return words[:-1] if words[-3:] == ["chief", "executive", "officer"] else words


def fits(asked: Office, held: Office) -> bool:
    """Whether "the foreign minister" (asked) can mean who was called "foreign minister" (held)."""
    if asked.noun != held.noun:
        return False
    if (asked.narrowed & OTHER_OFFICE) != (held.narrowed & OTHER_OFFICE):
        return False
    return asked.narrowed <= held.narrowed


def gender_of(words: list[str]) -> str | None:
    """Give "f" or "m" where one of the words (a noun or Ms, Mr) says so."""
    plain = {word.rstrip(".").removeprefix("ex-").split("-of-")[0] for word in words}
    if plain & FEMALE:
        return "f"
    return "m" if plain & MALE else None
