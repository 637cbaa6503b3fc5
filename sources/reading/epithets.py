"""Nouns for a person that tell of a life or a part played rather than of an office.

"The groom", "the champion" or "the 34-year-old" mean somebody the article already speaks of; unlike
a title such a noun is not learnt first, and stands before a name only in lower case.
"""

from sources.reading.wordlists import listed

EPITHETS = listed(
    """
    groom bridegroom bride newlywed fiancé fiancée fiance fiancee champion ex-champion medallist
    medalist olympian winner runner-up star superstar popstar hero heroine legend icon favourite
    favorite idol celebrity holder record-holder householder homeowner landowner shareholder
    smallholder mum mom mama dad daddy granny gran grandma grandad granddad grandpa grandfather
    grandparent aunt uncle niece cousin toddler teen teenager youngster pupil schoolboy
    schoolgirl lad lass bloke lady gentleman septuagenarian octogenarian nonagenarian
    centenarian millionaire billionaire multimillionaire film-maker filmmaker playwright composer
    conductor pianist violinist cellist guitarist drummer bassist saxophonist frontman frontwoman
    rapper comedian comedienne comic presenter broadcaster newsreader newscaster columnist
    photographer blogger vlogger influencer youtuber choreographer sculptor novelist essayist
    laureate biographer screenwriter songwriter soprano tenor gymnast golfer rower skier
    snowboarder skater climber mountaineer racer decathlete pole-vaulter high-jumper marathoner
    forward goalie full-back fullback centre-back left-back right-back quarterback pitcher
    all-rounder opener seamer wicketkeeper wicket-keeper playmaker teammate team-mate
    newcomer debutant debutante entrepreneur industrialist financier hotelier restaurateur grocer
    fishmonger greengrocer florist gardener grower fisherwoman cabbie cabby motorcyclist biker
    headteacher academic graduate undergraduate apprentice trainee intern medic consultant
    physician psychiatrist neurologist oncologist cardiologist pathologist paediatrician
    pediatrician gynaecologist astronomer astronaut cosmonaut physicist chemist mathematician
    botanist zoologist conservationist environmentalist naturalist oceanographer meteorologist
    forecaster seismologist volcanologist glaciologist archaeologist palaeontologist
    paleontologist theologian philosopher linguist primatologist ornithologist entomologist
    magistrate jurist advocate claimant plaintiff defendant convict inmate detainee offender
    killer murderer fraudster ex-convict cop sleuth politician councilman councilwoman alderman
    frontbencher backbencher peer baroness duchess duke monarch autocrat sarpanch chieftain headman
    cleric preacher missionary nun abbot abbess friar pontiff pope contender challenger
    incumbent nominee frontrunner front-runner ex-premier ex-mayor ex-governor kingpin
    whistleblower refugee evacuee returnee asylum-seeker castaway daredevil adventurer explorer
    inventor collector sommelier barista bartender barman barmaid landscaper stonemason
    mason joiner blacksmith locksmith cobbler cheesemaker brewer distiller angler gamekeeper
    beautician stylist milliner dressmaker tattooist busker magician clown acrobat ventriloquist
    stuntman stuntwoman gaffer supremo mogul maestro rocker diva pundit heartthrob hunk
    instructor tutor mentor handler breeder rescuer lifeguard great-grandmother great-grandfather
    great-gran stepmother stepfather stepson stepdaughter mother-in-law father-in-law son-in-law
    daughter-in-law brother-in-law sister-in-law half-brother half-sister twin sibling godmother
    godfather ploughman shipwright saddler thatcher gravedigger bellmaker bookseller antiquarian
    serb croat spaniard dutchman dutchwoman frenchman frenchwoman englishman englishwoman welshman
    welshwoman scot swede dane finn pole turk briton icelander londoner
    puppeteer juggler harpist organist chorister lyricist illustrator cartoonist animator curate
    """
)
# Nouns that say nothing but that it is a person, whose gender must fit.
ANYONE = {
    "man": "m", "woman": "f", "boy": "m", "girl": "f", "lady": "f", "gentleman": "m",
    "lad": "m", "lass": "f", "bloke": "m", "mother": "f", "father": "m", "mum": "f", "mom": "f",
    "dad": "m", "grandmother": "f", "grandfather": "m", "widow": "f",
    "gran": "f", "granny": "f", "grandma": "f", "grandad": "m", "grandpa": "m",
}  # fmt: skip
BRIDES = listed(
    """
    bride fiancée fiancee heroine mum mom mama granny gran grandma aunt niece schoolgirl lass lady
    great-grandmother great-gran stepmother stepdaughter mother-in-law daughter-in-law
    sister-in-law half-sister godmother comedienne frontwoman debutante fisherwoman councilwoman
    baroness duchess nun abbess barmaid stuntwoman dutchwoman frenchwoman englishwoman welshwoman
    """
)
GROOMS = listed(
    """
    groom bridegroom fiancé fiance dad daddy grandad granddad grandpa grandfather uncle schoolboy
    great-grandfather stepfather stepson father-in-law son-in-law brother-in-law half-brother
    godfather lad bloke gentleman frontman councilman alderman duke headman abbot friar pontiff
    pope barman stuntman ploughman dutchman frenchman englishman welshman
    """
)
PARENTS = "mother father mum mom dad grandmother grandfather gran"
COUNTS = "one two three four five six seven eight nine ten"


def compounds(offices: frozenset[str]) -> frozenset[str]:
    """Give what stands for a person when joined: premier-designate, ex-boxer, mother-of-two."""
    joined = {f"{noun}-{after}" for noun in offices for after in ("elect", "designate")}
    joined |= {f"{before}-{noun}" for noun in offices for before in ("ex", "co", "vice", "deputy")}
    joined |= {f"{one}-of-{count}" for one in PARENTS.split() for count in COUNTS.split()}
    return frozenset(joined)
