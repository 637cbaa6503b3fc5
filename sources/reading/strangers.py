"""Nouns behind "the" that may well mean somebody whom the article never names."""

from sources.reading.epithets import ANYONE
from sources.reading.wordlists import listed

ANYBODY = listed(
    """
    official source resident reporter journalist witness spokesman lawyer judge man woman
    officer person observer insider bystander onlooker passer-by pal aide
    spokesperson staffer passenger motorist pedestrian eyewitness
    """
)
RELATIVES = listed(
    """
    mother father sister brother wife husband son daughter widow friend neighbour victim
    """
)
UNNAMED = (ANYBODY | RELATIVES) - set(ANYONE)
# Words that tell of a person's life rather than of an office: "the retired roofer said".
DESCRIBING = frozenset({"retired", "veteran", "elderly", "former"})
# Offices of which a country has had several: "the former minister" may be the one spoken of.
FORMER = listed(
    """
    minister president premier mayor governor leader chief senator lawmaker ambassador general
    chairman commissioner king queen prince judge secretary director captain manager
    """
) | {"prime minister", "vice-president"}
# Those who put the questions, and so are never "she" in what is answered.
ASKING = listed("reporter journalist interviewer correspondent")
# Nouns for those who stand against or beside the one spoken of.
RELATED = listed(
    """
    prosecutor lawyer judge doctor coach referee defendant suspect plaintiff owner tenant patient
    driver interviewer host presenter captain coroner chief executive boss spokesman deputy
    commander king queen employee adviser negotiator member candidate officer detective inspector
    vice-chairman vice-president solicitor barrister advocate nurse surgeon soldier worker guard
    prisoner protester demonstrator voter buyer seller trader editor publisher auditor speaker
    chancellor treasurer registrar superintendent inspector convener rector vicar bishop priest
    imam sheriff marshal whip clerk ombudsman consul envoy headteacher principal controller
    archbishop cardinal pope comptroller attorney-general solicitor-general policeman pc mla
    """
)
TELLING = frozenset({"student", "pupil", "child", "teacher", "parent", "expert", "reader"})
