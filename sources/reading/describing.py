"""Words put before a name that describe its bearer: Red-faced X, Mum-of-two X, Delighted X."""

from sources.reading.epithets import EPITHETS
from sources.reading.wordlists import listed

# As the first word of a sentence they are written with a capital, and are no part of the name.
MOODS = listed(
    """
    adamant amused angry anxious apologetic ashamed astonished baffled beaming beleaguered bereaved
    bemused bitter blunt brave bubbly bullish busy cheeky chuffed contrite cocky confident
    dazed dejected delighted devastated determined devout disappointed disgraced disgusted dogged
    distraught downcast eager ecstatic elated emotional embattled embarrassed enraged
    excited exhausted experienced exultant fearless fiery flamboyant frail frantic frustrated
    fuming furious gleeful glum gobsmacked grieving grinning gritty grumpy gutted happy hapless
    heartbroken honest horrified humble humiliated hungry injured inspirational irate jobless
    jubilant laughing livid lonely loyal lucky mad modest muddy nervous
    newly-wed outraged outspoken overjoyed patient plucky popular proud puzzled quick-thinking
    rattled relieved repentant resigned rueful sad scared shaken shocked shy sick sleepy
    smiling smug sobbing soaked sporty stoic stern stricken strict stubborn stunned stunning
    sunburnt superstitious surprised tearful teary terrified thankful thrilled tired tough
    triumphant troubled unapologetic unbeaten unbowed unhappy unimpressed unlucky unmoved
    unrepentant upbeat upset victorious wealthy weary weeping wily wise witty worried
    wounded newlywed injury-hit
    """
)
STATUS = listed(
    "former ex retired veteran jailed local young old teenage rising late then ace telly"
)
TELLING = ("ful", "less", "eous", "ious")  # ends of adjectives that end no given name
JOINED = listed(
    """
    lover hit based born bound loving hating obsessed crazy turned owner holder goer
    watcher keeper maker hater hunter seeker addict fancier designate elect old free shy strong
    """
)
# Nouns for people by their ends; given names that end so are not meant.
DOING = ("ster", "er", "or", "ist", "ian", "sman", "ctman", "lyman", "woman", "eer", "mistress")
GIVEN = listed(
    """
    peter pieter christopher alexander walter oliver roger victor hector xavier javier jennifer
    heather ester esther amber piper hunter carter parker tyler taylor skyler spencer chandler
    conor connor trevor igor salvador eleanor leonor nestor dexter gunther günter rainer werner
    dieter asher ryder homer elmer luther lester chester jasper casper xander sander eleazar
    archer cooper fletcher harper sawyer tucker turner walker zander amador melchior theodor
    brian adrian julian christian sebastian damian vivian lillian gillian fabian florian cristian
    dorian kian marian miriam bastian octavian cassian caspian ester iskander skander iskandar
    nasser yasser abdelkader abdulkader kishor mansor muzaffer jasser christer kasper kristofer
    eliezer gaspar melker baltasar lothar ottmar isidor teodor fyodor fedor viktor nikifor
    """
)


def names_a_trade(printed: str) -> bool:
    """Whether a word has the end of a noun for a person (Postmaster) and is no given name."""
    word = printed.lower()
    if len(word) <= 5 or word in GIVEN or word.endswith(("inder", "ander", "nder")):
        return False
    return word.endswith(DOING)


def describes(printed: str, *, opens: bool) -> bool:
    """Whether a word before a name is no part of it; `opens` says that it begins its sentence."""
    word = printed.lower()
    if opens and (word in MOODS | STATUS or (len(word) > 6 and word.endswith(TELLING))):
        return True
    if opens and names_a_trade(word):
        return True
    *before, last = word.split("-")
    # Names are joined too: El-Sayed, Yu-ching.
    if not before or not (printed.isupper() or printed.rsplit("-", 1)[1][:1].islower()):
        return False
    if last.endswith("ed") or (last.endswith("ing") and len(last) > 5):
        return True
    return last in JOINED | EPITHETS or before[1:2] in (["of"], ["in"], ["to"])
