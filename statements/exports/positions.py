"""Positions as data, each with its shift against the one before it."""

from django.urls import reverse
from django.utils.html import escape
from django.utils.translation import gettext_lazy as _

from statements.exports.fields import Field
from statements.exports.kinds import ID, PUBLISHED_AT, Entry, Kind
from statements.models import Position
from statements.models.rankings import PositionQuerySet
from statements.positions.listing import Row, rows_of
from statements.positions.shifts import Shift


def records() -> PositionQuerySet:
    """Published positions; what they name is loaded with their rows."""
    return Position.objects.published()


def path(row: Row) -> str:
    """Where it stands in the list of all that its claimant holds."""
    claimant = row.step.claimant
    parameter = "speaker" if row.position.speaker_id else "organisation"
    return f"{reverse('position_list')}?{parameter}={claimant.slug}#p{row.pk}"


def entry(row: Row) -> Entry:
    position = row.position
    return Entry(
        title=f"{row.step.claimant}: {position.stance.label} ({position.placement})",
        html=escape(position.rationale),
        categories=[position.stance.label],
    )


def _shift(row: Row) -> Shift | None:
    return row.entry.shift if row.entry and not row.is_replaced else None


def _replaced_by(row: Row) -> int | None:
    return row.entry.step.positions[-1].pk if row.entry and row.is_replaced else None


def _of_shift(row: Row, name: str) -> object:
    found = _shift(row)
    return getattr(found, name) if found else None


COLUMNS = (
    ID,
    Field("as_of", lambda row: str(row.position.as_of), _("Day, month or year it was held.")),
    Field(
        "claimant",
        lambda row: row.step.claimant.slug,
        _("Speaker or organisation, as in its address."),
    ),
    Field("claimant_name", lambda row: row.step.claimant.name, _("Its name.")),
    Field("offices", lambda row: row.step.roles, _("Offices named with the statements.")),
    Field("stance", lambda row: row.position.stance.code, _("Code of the stance.")),
    Field(
        "stance_order",
        lambda row: row.position.stance.order,
        _("Its place on the scale; empty where it has none."),
    ),
    Field("side", lambda row: row.position.stance.side, _("for, against, or empty.")),
    Field("ranking", lambda row: row.position.placement.edition.ranking.slug, _("The ranking.")),
    Field("edition", lambda row: row.position.placement.edition.year, _("Year of the edition.")),
    Field("country", lambda row: row.position.placement.country.iso2, _("Country placed.")),
    Field("level", lambda row: row.position.placement.level.code, _("Level it was given.")),
    Field(
        "target",
        lambda row: row.position.target,
        _("stated where the words name the ranking, inferred where the editors conclude it."),
    ),
    Field("grounds", lambda row: row.position.grounds, _("Grounds given.")),
    Field("rationale", lambda row: row.position.rationale, _("Why the editors see it so.")),
    Field("confidence", lambda row: row.position.confidence, _("Confidence of the editors.")),
    Field(
        "statements",
        lambda row: [one.pk for one in row.step.statements],
        _("Numbers of the statements it rests on."),
    ),
    Field(
        "replaced_by",
        _replaced_by,
        _("Number of the position that holds in its place."),
    ),
    Field("shift", lambda row: _of_shift(row, "outcome"), _("Against the position before it.")),
    Field("not_compared", lambda row: _of_shift(row, "reason"), _("Why it is not compared.")),
    Field(
        "compared_with",
        lambda row: [one.pk for one in found.before.positions] if (found := _shift(row)) else None,
        _("Numbers of the positions it is compared with."),
    ),
    Field("office", lambda row: _of_shift(row, "office"), _("Whether said in the same office.")),
    Field(
        "shift_statements",
        lambda row: len(found.statements) if (found := _shift(row)) else None,
        _("Number of statements that the comparison rests on."),
    ),
    PUBLISHED_AT,
)
POSITIONS = Kind(
    name="positions", label=_("Positions"), columns=COLUMNS, records=records, entry=entry,
    path=path, read=rows_of,
)  # fmt: skip
