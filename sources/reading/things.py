"""Nouns that stand before a verb of saying but are nobody: documents, and groups of people."""

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
    watchdog regulator network office centre center
    """
)
