"""Nouns for what speaks but is nobody: documents, groups of people, works, banners."""

from collections.abc import Iterable
from itertools import takewhile

from sources.reading.wordlists import listed

DOCUMENTS = listed(
    """
    report study survey statement letter review audit inquiry inquest investigation poll census
    ranking index ruling judgment judgement verdict order notice memo memorandum communiqué
    communique bulletin newsletter release document paper dossier draft bill law decree article
    editorial column post tweet email message sign placard banner leaflet poster website charter
    treaty agreement contract resolution petition lawsuit complaint indictment filing transcript
    diary plaque inscription headline caption analysis assessment estimate forecast
    """
)
GROUPS = listed(
    """
    ministry government company firm group panel committee court council commission department
    agency authority association union party team club bank police army coalition federation
    organisation organization charity institute board assembly parliament senate congress cabinet
    embassy delegation crowd family couple newspaper magazine station tribunal
    opposition watchdog regulator network office centre center
    """
)
NARROWING = listed(", of for in on from by to with about over at")
WORKS = listed(
    """
    song film movie book novel novella article campaign project programme program series show
    documentary poem exhibition exhibit album game operation magazine newspaper play opera track
    single ballad anthem hit painting column essay treatise chapter podcast drama musical memoir
    autobiography biography thriller sequel trilogy saga sitcom soap comedy tragedy ballet concerto
    symphony sonata sculpture mural installation photograph portrait collection anthology textbook
    pamphlet brochure dissertation thesis blog newsletter journal playlist debut bestseller
    best-seller blockbuster cartoon revue pantomime panto sketch hymn tune lullaby mixtape
    ep lp screenplay script festival initiative manifesto
    """
)
# Things on which words stand to be seen; what they read is nobody's.
DISPLAYS = listed(
    """
    banner banners placard placards sign signs poster posters billboard billboards hoarding
    t-shirt t-shirts shirt shirts tee cap caps hat hats jacket jackets hoodie badge badges sticker
    stickers leaflet leaflets flyer flyers mural murals graffiti plaque plaques flag flags
    noticeboard signboard signboards pennant armband armbands sash sashes mug vest vests
    jersey jerseys scarf scarves sandwich-board whiteboard headband tombstone gravestone headstone
    """
)


def written(words: Iterable[str]) -> bool:
    """Whether words begin with a document or a group: "the inspector's letter, …, calls"."""
    head = takewhile(lambda word: word not in NARROWING, words)
    return not (DOCUMENTS | GROUPS).isdisjoint(head)
