from statements.models.citation import Citation
from statements.models.content import ContentChange, ValuePosting, WordPosting
from statements.models.event import Event
from statements.models.figures import Figure, FigureNote, Indicator
from statements.models.ledger import LedgerEntry
from statements.models.people import Alias, Organisation, Role, Speaker
from statements.models.proposal import Proposal
from statements.models.rankings import Edition, Evidence, Level, Placement, Position, Ranking
from statements.models.relation import Relation
from statements.models.revision import Correction, Revision
from statements.models.search import SearchEntry
from statements.models.statement import Statement
from statements.models.vocabulary import Function, Page, Stance, Topic

__all__ = [
    "Alias",
    "Citation",
    "ContentChange",
    "Correction",
    "Edition",
    "Event",
    "Evidence",
    "Figure",
    "FigureNote",
    "Function",
    "Indicator",
    "LedgerEntry",
    "Level",
    "Organisation",
    "Page",
    "Placement",
    "Position",
    "Proposal",
    "Ranking",
    "Relation",
    "Revision",
    "Role",
    "SearchEntry",
    "Speaker",
    "Stance",
    "Statement",
    "Topic",
    "ValuePosting",
    "WordPosting",
]
