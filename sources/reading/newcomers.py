"""What only people do, so that an unknown name before it is somebody's: Ann Roe sat by the bed."""

from collections.abc import Sequence
from itertools import pairwise

from sources.reading.describing import names_a_trade
from sources.reading.wordlists import listed

ACTS = listed(
    """
    sat sits sitting stood stands standing smiled smiles smiling wept weeps weeping cried crying
    nodded nods nodding shrugged shrugs waited waits waiting walked walks walking knelt kneels
    kneeling leaned leans leaning leant laughed laughs laughing slept sleeps sleeping ate eats
    eating drank drinks woke wakes lived lives living knew knows remembers clutched clutches
    clutching wiped wipes wiping gestured gestures paused pauses sighed sighs hugged hugs hugging
    whispered whispers queued queues queuing fainted cooked cooks cooking watched watches watching
    gazed gazes stared stares staring glanced peered frowned bowed bows waved waves
    travelled traveled cycled cycles hitchhiked fled limped shivered trembled prayed prays
    married divorced retired emigrated graduated died studied studies loved loves hated hates
    fears felt feels wore wears wearing dreamed dreams worries worried
    """
)
AUXILIARIES = listed("had has was is been never always still often just also now then once")
OWN = listed("his her himself herself")
# What his or hers only a person has.
OF_A_PERSON = listed(
    """
    mother father mum mom dad parents son sons daughter daughters child children baby wife husband
    brother sister brothers sisters family grandmother grandfather grandson granddaughter uncle
    aunt cousin neighbour neighbours neighbor neighbors friend friends head hand hands eyes arm
    arms face hair leg legs knee knees shoulders fist tears breath job house home bed village
    phone shop farm boat field fields garden kitchen savings livelihood life
    """
)
# Nouns for firms that end as those for people do.
FIRMS = listed(
    """
    manufacturer maker producer provider carrier retailer lender insurer operator developer
    supplier broker contractor distributor exporter importer wholesaler employer processor refiner
    center newspaper paper cluster tower river border quarter chapter number letter order matter
    corner harbour harbor floor motor factor sector winter summer disaster power chamber charter
    register
    """
)
ENDS = frozenset({",", "from", "in", "at", "who", "of", "on", "with"})
REACH = 7  # words in which the verb's object is looked for


def plies_a_trade(after: Sequence[str]) -> bool:
    """Whether the words behind a name say what somebody works as: ", a noodle seller, said"."""
    if len(after) < 4 or after[0] != "," or after[1] not in {"a", "an"}:
        return False
    end = next((at for at in range(3, len(after)) if after[at] in ENDS), None)
    if end is None or any(after[at] in FIRMS for at in range(2, end)):
        return False
    acts = after[end] == "," and behaves(after[end + 1 :])
    return acts or names_a_trade(after[end - 1])


def behaves(after: Sequence[str]) -> bool:
    """Whether the words (lower case) behind a name tell what a person does, or has."""
    place = 0
    while place < len(after) and after[place] in AUXILIARIES:
        place += 1
    if place >= len(after) or not after[place].isalpha():
        return False
    if after[place] in ACTS:
        return True
    near = after[place + 1 : place + REACH]
    return any(owner in OWN and noun in OF_A_PERSON for owner, noun in pairwise(near))
