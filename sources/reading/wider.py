"""Nouns that take in an office: who is a senator is "the lawmaker" too, a surgeon "the doctor"."""

from sources.reading.wordlists import listed

LAWMAKERS = listed("senator deputy representative assemblyman assemblywoman councillor lawmaker")
POLICE = listed(
    """
    pc constable sergeant inspector superintendent detective policeman sheriff trooper captain
    lieutenant commander sub-inspector chief deputy officer
    """
)
SOLDIERS = listed("general colonel major lieutenant brigadier captain commander admiral sergeant")
PLAYERS = listed(
    """
    striker defender goalkeeper midfielder winger captain skipper footballer forward goalie
    batsman bowler cricketer playmaker opener seamer centre-back full-back quarterback pitcher
    """
)
ATHLETES = listed(
    """
    runner sprinter swimmer cyclist rower boxer wrestler gymnast skier skater decathlete jumper
    marathoner climber champion player
    """
)
LEADERS = listed("chairman president chief leader secretary secretary-general general coordinator")
BOSSES = listed(
    "executive director manager chairman president coach owner founder director-general"
)
SCHOLARS = listed(
    """
    professor lecturer scientist researcher biologist ecologist geologist hydrologist economist
    historian sociologist anthropologist psychologist physicist chemist mathematician botanist
    zoologist virologist epidemiologist archaeologist linguist seismologist oceanographer
    meteorologist volcanologist glaciologist entomologist ornithologist primatologist scholar
    conservationist naturalist astronomer palaeontologist paleontologist climatologist
    """
)
DOCTORS = listed(
    """
    surgeon physician medic psychiatrist neurologist oncologist cardiologist pathologist consultant
    paediatrician pediatrician gynaecologist epidemiologist virologist doctor gp
    """
)
CLERGY = listed(
    """
    priest bishop archbishop pastor imam rabbi vicar monk abbot cardinal friar curate mufti
    deacon chaplain preacher canon
    """
)
WRITERS = listed("novelist poet author essayist playwright screenwriter journalist columnist")
MUSICIANS = listed(
    """
    singer rapper pianist violinist cellist guitarist drummer composer conductor bassist harpist
    saxophonist songwriter organist soprano tenor
    """
)
PERFORMERS = MUSICIANS | listed("actor actress comedian dancer musician presenter")
ACTIVISTS = listed("leader coordinator founder convener organiser environmentalist chairman")
TEACHERS = listed("headteacher headmaster headmistress principal tutor schoolteacher lecturer")
LAWYERS = listed("barrister solicitor advocate lawyer counsel")
FARMERS = listed("grower herder rancher smallholder shepherd breeder planter cheesemaker")
FISHERS = listed("skipper angler diver")
WIDER = {
    "lawmaker": LAWMAKERS, "politician": LAWMAKERS | listed("minister mayor governor leader"),
    "officer": POLICE | SOLDIERS, "policeman": POLICE, "detective": POLICE, "soldier": SOLDIERS,
    "player": PLAYERS, "footballer": PLAYERS, "cricketer": PLAYERS,
    "captain": frozenset({"skipper"}), "skipper": frozenset({"captain"}),
    "athlete": ATHLETES | PLAYERS, "forward": frozenset({"striker"}),
    "star": PLAYERS | ATHLETES | PERFORMERS, "leader": LEADERS, "chief": BOSSES | LEADERS,
    "manager": frozenset({"coach", "chief"}), "coach": frozenset({"manager", "chief"}),
    "executive": BOSSES, "unionist": LEADERS, "academic": SCHOLARS, "professor": SCHOLARS,
    "scientist": SCHOLARS, "researcher": SCHOLARS, "expert": SCHOLARS, "scholar": SCHOLARS,
    "biologist": listed("zoologist botanist ecologist entomologist ornithologist primatologist"),
    "doctor": DOCTORS, "medic": DOCTORS, "physician": DOCTORS, "cleric": CLERGY, "priest": CLERGY,
    "writer": WRITERS, "author": WRITERS, "musician": MUSICIANS, "artist": PERFORMERS,
    "actor": frozenset({"actress"}), "activist": ACTIVISTS, "teacher": TEACHERS, "lawyer": LAWYERS,
    "farmer": FARMERS, "fisherman": FISHERS, "diplomat": listed("ambassador consul envoy"),
    "businessman": BOSSES | listed("trader merchant tycoon industrialist entrepreneur investor"),
    "tycoon": listed("businessman industrialist magnate"), "entrepreneur": BOSSES,
    "official": listed("minister secretary undersecretary commissioner governor mayor director"),
    "monarch": listed("king queen sultan emir"), "king": listed("oba emir sultan"),
    "baker": frozenset({"owner"}), "grocer": frozenset({"owner"}), "publican": listed("landlord"),
    "shopkeeper": listed("grocer butcher baker greengrocer owner"),
}  # fmt: skip
