"""What the API holds: for each kind of record how it is selected, and what goes with it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Any

from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from statements import listings
from statements.api.expansions import Citations, Expansion, one, pointing, several
from statements.exports.corrections import CORRECTIONS
from statements.exports.figures import FIGURES
from statements.exports.kinds import Kind
from statements.exports.organisations import ORGANISATIONS
from statements.exports.outlets import OUTLETS
from statements.exports.people import SPEAKERS
from statements.exports.placements import PLACEMENTS
from statements.exports.positions import POSITIONS
from statements.exports.rankings import RANKINGS
from statements.exports.resources import RESOURCES
from statements.exports.selections import Collection, Listed, Placements
from statements.exports.sources import SOURCES
from statements.exports.statements import STATEMENTS
from statements.exports.topics import TOPICS
from statements.models import Correction, Figure, Position

# How a list is asked for.
TIMELINE, FIGURE_LIST, PLACEMENT_LIST, WHOLE = "timeline", "figures", "placements", "whole"


@dataclass(frozen=True)
class Resource:
    """A kind of record under `/api/v1/<name>/`. `asked` says which parameters its list takes."""

    kind: Kind
    select: Callable[[HttpRequest], Collection]
    help: str | Promise
    expansions: Sequence[Expansion | Citations] = ()
    asked: str = WHOLE

    @property
    def name(self) -> str:
        return self.kind.name


def listed(kind: Kind, records: Callable[[], Any]) -> Callable[[HttpRequest], Collection]:
    """A list without a page of its own."""
    return lambda request: Listed(kind, request, records())


def cited_outlets(statement: Any) -> list[int]:
    """The outlets of its sources, once each."""
    return list(dict.fromkeys(statement.outlet_ids))


SPEAKER = Expansion("speaker", SPEAKERS, one("speaker_id"), _("The speaker."))
ORGANISATION = Expansion(
    "organisation", ORGANISATIONS, one("organisation_id"), _("The organisation.")
)
STATEMENT_EXPANSIONS = (
    SPEAKER,
    ORGANISATION,
    Expansion("topics", TOPICS, several(attrgetter("topic_ids")), _("Its topics."), many=True),
    Citations(),
    Expansion(
        "sources", SOURCES, several(lambda s: dict.fromkeys(s.sources)),
        _("Its sources, once each."), many=True,
    ),
    Expansion("outlets", OUTLETS, several(cited_outlets), _("Their outlets."), many=True),
    Expansion(
        "positions", POSITIONS, pointing("evidence_rows__statement", Position.objects.published),
        _("The positions that rest on it."), many=True,
    ),
    Expansion(
        "figures", FIGURES, pointing("statement", Figure.objects.published),
        _("The figures in it."), many=True,
    ),
    Expansion(
        "corrections", CORRECTIONS, pointing("statement", Correction.objects.all),
        _("Its corrections."), many=True,
    ),
)  # fmt: skip
POSITION_EXPANSIONS = (
    Expansion("speaker", SPEAKERS, one("position.speaker_id"), _("The speaker.")),
    Expansion(
        "organisation", ORGANISATIONS, one("position.organisation_id"), _("The organisation.")
    ),
    Expansion("placement", PLACEMENTS, one("position.placement_id"), _("What it is about.")),
    Expansion(
        "statements", STATEMENTS, several(lambda row: [s.pk for s in row.step.statements]),
        _("The statements it rests on."), many=True,
    ),
)  # fmt: skip
FIGURE_EXPANSIONS = (
    Expansion("speaker", SPEAKERS, one("figure.speaker_id"), _("The speaker.")),
    Expansion("organisation", ORGANISATIONS, one("figure.organisation_id"), _("The organisation.")),
    Expansion("statement", STATEMENTS, one("figure.statement_id"), _("The statement it is in.")),
    Expansion("source", SOURCES, one("figure.source_id"), _("The source of one in no statement.")),
)

RESOURCES_OF_API = (
    Resource(
        STATEMENTS, RESOURCES["statement_list"], _("What was said or written, with its sources."),
        STATEMENT_EXPANSIONS, TIMELINE,
    ),
    Resource(
        SPEAKERS, RESOURCES["speaker_list"], _("Who speaks, with the offices held."),
    ),
    Resource(
        ORGANISATIONS, listed(ORGANISATIONS, listings.organisations),
        _("Bodies that speak in reports and statements of their own, or publish rankings."),
        [Expansion("parent", ORGANISATIONS, one("parent_id"), _("What it is a part of."))],
    ),
    Resource(TOPICS, RESOURCES["topic_list"], _("What statements are about.")),
    Resource(
        SOURCES, RESOURCES["source_list"], _("What was published, where and when."),
        [
            Expansion("outlet", OUTLETS, one("outlet_id"), _("The outlet.")),
            Expansion(
                "cites", SOURCES, several(lambda s: [cited.pk for cited in s.cites.all()]),
                _("Sources it rests on itself."), many=True,
            ),
        ],
    ),
    Resource(
        OUTLETS, listed(OUTLETS, listings.outlets), _("Who publishes sources, and who owns them."),
    ),
    Resource(
        RANKINGS, listed(RANKINGS, listings.rankings), _("Rankings, and their levels."),
        [Expansion("publisher", ORGANISATIONS, one("publisher_id"), _("Who makes it."))],
    ),
    Resource(
        PLACEMENTS, Placements,
        _("The level that each edition of a ranking gives a country."),
        [
            Expansion("ranking", RANKINGS, one("edition.ranking_id"), _("The ranking.")),
            Expansion("source", SOURCES, one("source_id"), _("The source it is known from.")),
        ],
        PLACEMENT_LIST,
    ),
    Resource(
        POSITIONS, RESOURCES["position_list"], _("Where claimants stand on placements."),
        POSITION_EXPANSIONS, TIMELINE,
    ),
    Resource(
        FIGURES, RESOURCES["figure_list"], _("Numbers that were claimed, and by whom."),
        FIGURE_EXPANSIONS, FIGURE_LIST,
    ),
    Resource(
        CORRECTIONS, RESOURCES["correction_list"], _("What was corrected and withdrawn, and why."),
        [Expansion("statement", STATEMENTS, one("statement_id"), _("The statement it is of."))],
    ),
)  # fmt: skip
