"""The words that report: verbs of saying, naming, judging and promising, in every form.

Lists, not models: an editor can read here why a sentence counted as reported speech.
"""

from typing import NamedTuple

from sources.reading.wordlists import listed

# Verbs that may stand beside a whole quotation.
SAYING = """
say tell add note stress underscore underline insist argue write post tweet continue reply
respond answer ask explain warn claim state declare announce remark comment observe reiterate
emphasise emphasize highlight acknowledge admit concede confirm deny recall recount maintain
assert contend allege suggest reveal quip joke exclaim shout lament complain caution conclude
report predict repeat mention elaborate proclaim affirm assure retort boast plead demand advise
testify recommend agree disagree believe think clarify outline pronounce counter inform cry
whisper sigh interject urge appeal vow pledge promise chant read question wonder quote cite
share opine reflect estimate hint marvel tease gripe signal theorise theorize fume rage thunder
intone muse summarise summarize specify reason forecast resolve object protest scoff snap mutter
yell recite reaffirm reckon remember begin speak talk message text publish sum volunteer confide
confess preach lecture rejoin persist propose rule find hold hear understand order instruct threaten
"""
# Verbs that give something a name in the speaker's own words: called it "unjust".
NAMING = """
call describe label brand characterise characterize portray deem term depict paint refer compare
liken view regard consider cast frame find rate rank classify assess
"""
# Verbs that judge: condemned the "barbaric" act, accused them of "bullying".
JUDGING = """
condemn slam denounce blast criticise criticize praise hail reject dismiss accuse deride decry
blame welcome laud applaud attack rebuke deplore castigate lambast lambaste berate ridicule mock
commend salute chide refute rubbish ask warn urge demand express voice vow pledge promise
threaten encourage stress cite highlight thank congratulate apologise apologize regret advocate
support oppose seek want hope advise caution
"""
# What people do while they speak; they report only where they touch a quotation: “…,” she grinned.
MANNER = """
grin smile laugh beam chuckle giggle smirk sob weep shrug nod wink frown grimace gasp groan moan
grumble growl snarl hiss bark bellow roar scream shriek squeal holler hoot howl croak drawl purr
coo gush enthuse bristle seethe storm sneer jeer taunt sniff snort splutter stammer stutter
mumble murmur whimper whine wail rant rave bluster crow brag gloat swear curse deadpan kid cackle
chirp chime trill exult rejoice cheer interrupt intervene jest banter probe prod soothe console
reassure breathe pant huff puff swoon sing fret worry despair figure guess suppose suspect imagine
dream concur demur venture correct scold chastise trumpet boom echo sympathise sympathize
reminisce blurt choke tremble blush yawn blink scowl glower simper gulp wheeze
grouse carp rail lash blog email phone sign caption nudge rasp bawl twinkle shudder wince
pose query tut simmer whoop yelp squeak sputter philosophise philosophize moralise theorise
"""
IRREGULAR = {
    "say": ("says", "said", "saying"), "tell": ("tells", "told", "telling"),
    "write": ("writes", "wrote", "writing"), "admit": ("admits", "admitted", "admitting"),
    "quip": ("quips", "quipped", "quipping"), "think": ("thinks", "thought", "thinking"),
    "read": ("reads", "read", "reading"), "begin": ("begins", "began", "beginning"),
    "speak": ("speaks", "spoke", "speaking"), "find": ("finds", "found", "finding"),
    "hold": ("holds", "held", "holding"), "hear": ("hears", "heard", "hearing"),
    "understand": ("understands", "understood", "understanding"),
    "snap": ("snaps", "snapped", "snapping"), "sum": ("sums", "summed", "summing"),
    "slam": ("slams", "slammed", "slamming"), "refer": ("refers", "referred", "referring"),
    "label": ("labels", "labelled", "labelling"), "seek": ("seeks", "sought", "seeking"),
    "cast": ("casts", "cast", "casting"), "regret": ("regrets", "regretted", "regretting"),
    "grin": ("grins", "grinned", "grinning"), "sob": ("sobs", "sobbed", "sobbing"),
    "weep": ("weeps", "wept", "weeping"), "nod": ("nods", "nodded", "nodding"),
    "swear": ("swears", "swore", "swearing"), "sing": ("sings", "sang", "singing"),
    "brag": ("brags", "bragged", "bragging"), "tut": ("tuts", "tutted", "tutting"),
    "kid": ("kids", "kidded", "kidding"), "mutter": ("mutters", "muttered", "muttering"),
    "shrug": ("shrugs", "shrugged", "shrugging"),
    "deadpan": ("deadpans", "deadpanned", "deadpanning"),
    "signal": ("signals", "signalled", "signalling"), "rebut": ("rebuts", "rebutted", "rebutting"),
}  # fmt: skip
# Forms that are as often nouns; they count only right after the one who speaks.
NOUNS = listed(
    """
    claim claims report reports call calls comment comments note notes promise promises pledge
    pledges vow vows demand demands answer answers reply replies post posts tweet tweets
    appeal appeals remark remarks question questions hope hopes view views state states order
    orders rule rules text texts message messages stress attack attacks share shares object
    objects reason reasons resolve estimate estimates forecast forecasts signal signals term
    terms frame frames label labels brand brands cast counter counters protest protests
    lecture lectures blame praise support regret regrets threat thought finding findings
    meaning writing understanding reading beginning saying warning warnings hearing hearings
    ruling rulings want wants volunteer volunteers cry cries concern voice voices welcome
    quote quotes held rate rates rank ranks
    """
)
# Verbs that report only when they touch the quotation itself.
TOUCHING = listed(
    """
    continue begin read find hold hear understand rule reason resolve share publish text
    message order hope support attack oppose view cast frame paint seek want term regard
    consider compare persist speak post propose signal question sum reflect voice answer thank
    respond report threaten encourage advise apologise apologize object protest
    """
)


class Form(NamedTuple):
    """One form of one verb: `shape` is "finite", "plain" (say) or "gerund" (saying)."""

    lemma: str
    shape: str


def _regular(verb: str) -> tuple[str, str, str]:
    if verb.endswith("e"):
        return verb + "s", verb + "d", verb[:-1] + "ing"
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"
    third = verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "z")) else "s")
    return third, verb + "ed", verb + "ing"


def _forms(*lists: str) -> dict[str, Form]:
    forms: dict[str, Form] = {}
    for verb in " ".join(lists).split():
        third, past, gerund = IRREGULAR.get(verb) or _regular(verb)
        forms.setdefault(verb, Form(verb, "plain"))
        forms.setdefault(gerund, Form(verb, "gerund"))
        forms[third] = forms[past] = Form(verb, "finite")
    return forms


FORMS = _forms(SAYING, NAMING, JUDGING, MANNER) | {"labeled": Form("label", "finite")}
SAYING_VERBS = listed(SAYING)
NAMING_VERBS = listed(NAMING)
JUDGING_VERBS = listed(JUDGING)
MANNER_VERBS = listed(MANNER) - SAYING_VERBS - JUDGING_VERBS
PAST = frozenset(form for form in FORMS if form.endswith("ed")) | {
    past for third, past, gerund in IRREGULAR.values()
}
BE = listed("is was were are be been being am 's ’s isn’t wasn’t weren’t aren’t")
# Verbs that report only with their particle: went on, shot back, pointed out.
PHRASAL = {
    "went": ("on", "continue"), "shot": ("back", "reply"), "fired": ("back", "reply"),
    "hit": ("back", "reply"), "hits": ("back", "reply"), "pointed": ("out", "say"),
    "points": ("out", "say"), "chimed": ("in", "add"), "piped": ("up", "say"),
    "chipped": ("in", "add"), "butted": ("in", "add"), "blurted": ("out", "say"),
    "cried": ("out", "say"), "called": ("out", "shout"), "shouted": ("out", "shout"),
    "goes": ("on", "continue"), "snapped": ("back", "reply"),
}  # fmt: skip
# What may stand between the one who speaks and the verb.
BETWEEN = listed(
    """
    has have had also then later earlier long twice further again now once still even always often
    never would will did does do not may might could can must should immediately both himself
    herself just already today yesterday first finally meanwhile therefore thus only though however
    too instead monday tuesday wednesday thursday friday saturday sunday was is been
    """
)

GOING = frozenset({"on", "continued", "continues"})
# Words before "to" after which it was indeed said.
MOVED = listed(
    """
    heard overheard began begun started forced compelled moved prompted obliged quick paused
    stopped rushed proceeded
    """
)


def reporting(word: str) -> Form | None:
    """Give the verb that `word` (lower case) is a form of, or None."""
    return FORMS.get(word)
