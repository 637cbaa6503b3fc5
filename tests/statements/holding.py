"""Positions for the tests of sequences and shifts: made in memory, or published in the register."""

from typing import Any

from sources.dates import PartialDate
from sources.models import Country
from statements import workflow
from statements.models import (
    Edition,
    Evidence,
    Level,
    Placement,
    Position,
    Ranking,
    Role,
    Speaker,
    Stance,
    Statement,
)
from statements.positions.shifts import Shift, sequences
from tests import factories

SCALE = {
    "welcomes": (1, "for"),
    "accepts": (2, "for"),
    "unfair": (3, "against"),
    "unjust": (5, "against"),
    "dismisses": (7, "against"),
    "rejects": (None, ""),
    "none": (None, ""),
}
STANCES = {
    code: Stance(pk=pk, code=code, label=code, order=order, side=side)
    for pk, (code, (order, side)) in enumerate(SCALE.items(), start=1)
}
RANKING = Ranking(pk=1, name="Report", slug="report")
COUNTRY = Country(pk=1, iso2="KH", name="Cambodia", slug="cambodia")
ANN = Speaker(pk=1, name="Ann", slug="ann")
VICE_CHAIR, SECRETARY = (
    Role(pk=1, speaker=ANN, title="Vice-chair"),
    Role(pk=2, speaker=ANN, title="Secretary"),
)


def held(pk: int, day: str, stance: str, **fields: Any) -> Position:
    """A position in memory with one statement, of number 100 and on.

    Fields `role`, `edition` (a year), `statements` (numbers), and those of the model.
    """
    role = fields.pop("role", VICE_CHAIR)
    numbers = fields.pop("statements", [100 + pk])
    year = fields.pop("edition", 2022)
    date = PartialDate.parse(day)
    edition = Edition(pk=year, ranking=RANKING, year=year)
    placement = Placement(pk=year, edition=edition, country=COUNTRY, level=Level(pk=1, code="3"))
    known: dict[str, Any] = {"speaker": ANN, "placement": placement, "as_of": date} | fields
    made = Position(pk=pk, stance=STANCES[stance], **known)
    rows = [
        Evidence(
            pk=pk * 10_000 + number,
            position=made,
            statement=Statement(
                pk=number, speaker=ANN, role=role, said_on=date, text=f"Words {number}."
            ),
        )
        for number in numbers
    ]
    made._prefetched_objects_cache = {"evidence_rows": rows}  # type: ignore[attr-defined]
    return made


def shifts(*positions: Position) -> list[Shift]:
    """The shifts of positions that make up one sequence."""
    (sequence,) = sequences(positions)
    return sequence.shifts


def told(*positions: Position) -> list[str]:
    """Each shift in short: what it came to, or why not."""
    return [
        str(one.reason.value if one.reason else one.outcome.value) for one in shifts(*positions)
    ]


def published(
    day: str = "2022-08-12", stance: str = "rejects-as-unjust", **fields: Any
) -> Position:
    """A published position on a published statement. Fields of the statement and `placement`,
    `target`, `supersedes` of the position."""
    own = {
        name: fields.pop(name) for name in ("placement", "target", "supersedes") if name in fields
    }
    text = fields.pop("text", f"Words of {day}.")
    draft = factories.draft(text, said_on=day, **fields)
    position = factories.position(draft, stance, **own)
    workflow.publish(record=draft, by=None)
    position.refresh_from_db()
    return position
