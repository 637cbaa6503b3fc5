"""Positions with all that a list of them shows, made of the columns that it reads."""

from collections import defaultdict
from collections.abc import Collection
from functools import cache
from typing import Any

from django.db.models import Model

from sources.dates import PartialDate
from sources.models import Country
from sources.publication import Status
from statements.models import (
    Edition,
    Evidence,
    Level,
    Organisation,
    Placement,
    Position,
    Ranking,
    Speaker,
    Stance,
    Statement,
)
from statements.positions.records import hold, record, relate
from statements.prepared import Prepared, Rows

JUDGED = (
    "id", "as_of", "target", "grounds", "rationale", "placement_id", "stance_id", "stance__code",
    "stance__label", "stance__order", "stance__side", "speaker_id", "speaker__name",
    "speaker__slug", "organisation_id", "organisation__name", "organisation__slug",
)  # fmt: skip
PLACED = (
    "placement__edition_id", "placement__edition__year", "placement__edition__ranking_id",
    "placement__edition__ranking__name", "placement__edition__ranking__slug",
    "placement__country_id", "placement__country__name", "placement__country__slug",
    "placement__country__iso2", "placement__level_id", "placement__level__code",
    "placement__level__label",
)  # fmt: skip
SAID = (
    "position_id", "id", "weight", "statement_id", "statement__text", "statement__summary",
    "statement__language", "statement__said_on", "statement__speaker_id",
    "statement__speaker__slug", "statement__organisation_id", "statement__organisation__slug",
)  # fmt: skip


def on_placements(placements: Collection[Placement]) -> dict[int, list[Position]]:
    """The published positions on each of these, by its number, the newest first."""
    known = {one.pk: one for one in placements}
    made = _made(_taken_on().of(list(known)) if known else [])
    found = defaultdict(list)
    for position in made:
        relate(position, placement=known[position.placement_id])
        found[position.placement_id].append(position)
    return found


def resting_on(statement: Statement) -> list[Position]:
    """The published positions of which a statement is evidence, the newest first."""
    numbers = [row[0] for row in _supported().of([statement.pk])]
    rows = _placed().of(numbers) if numbers else []
    made = _made(rows)
    for position, row in zip(made, rows, strict=True):
        relate(position, placement=_placement(position.placement_id, row[len(JUDGED) :]))
    return made


def _made(rows: Rows) -> list[Position]:
    """The positions of rows that begin with the columns `JUDGED`, with their public evidence."""
    using = Position.objects.db
    evidence = _evidence([row[0] for row in rows], using) if rows else {}
    return [_position(row, evidence, using) for row in rows]


def _position(row: tuple[Any, ...], evidence: dict[int, list[Evidence]], using: str) -> Position:
    (pk, as_of, target, grounds, rationale, placement_id, stance_id, code, label, order, side,
     speaker_id, speaker, speaker_slug, body_id, body, body_slug) = row[: len(JUDGED)]  # fmt: skip
    made = record(
        Position, using, id=pk, as_of=PartialDate.parse(as_of), target=target, grounds=grounds,
        rationale=rationale, placement_id=placement_id, stance_id=stance_id,
        speaker_id=speaker_id, organisation_id=body_id,
    )  # fmt: skip
    stance = record(Stance, using, id=stance_id, code=code, label=label, order=order, side=side)
    relate(
        made,
        stance=stance,
        speaker=_named(Speaker, using, speaker_id, speaker, speaker_slug),
        organisation=_named(Organisation, using, body_id, body, body_slug),
    )
    hold(made, evidence_rows=evidence[pk])
    return made


def _named(model: type[Model], using: str, pk: int | None, name: str, slug: str) -> Any:
    return None if pk is None else record(model, using, id=pk, name=name, slug=slug)


def _placement(pk: int, row: tuple[Any, ...]) -> Placement:
    """A placement as the columns `PLACED` tell of it."""
    (edition_id, year, ranking_id, ranking, ranking_slug, country_id, country, slug, iso2,
     level_id, code, label) = row  # fmt: skip
    using = Position.objects.db
    edition = record(Edition, using, id=edition_id, year=year, ranking_id=ranking_id)
    relate(edition, ranking=record(Ranking, using, id=ranking_id, name=ranking, slug=ranking_slug))
    made = record(
        Placement, using, id=pk, edition_id=edition_id, country_id=country_id, level_id=level_id
    )
    relate(
        made,
        edition=edition,
        country=record(Country, using, id=country_id, name=country, slug=slug, iso2=iso2),
        level=record(Level, using, id=level_id, code=code, label=label),
    )
    return made


def _evidence(positions: Collection[int], using: str) -> dict[int, list[Evidence]]:
    """The public evidence by position, in the order in which it was given."""
    found: dict[int, list[Evidence]] = defaultdict(list)
    for position, pk, weight, statement, *said in _rests().of(list(positions)):
        row = record(
            Evidence, using, id=pk, position_id=position, weight=weight, statement_id=statement
        )
        relate(row, statement=_statement(statement, said, using))
        found[position].append(row)
    return found


def _statement(pk: int, said: list[Any], using: str) -> Statement:
    """As much as a position shows of it, with its claimant for the address."""
    text, summary, language, said_on, speaker_id, speaker, body_id, body = said
    made = record(
        Statement, using, id=pk, text=text, summary=summary, language=language,
        said_on=PartialDate.parse(said_on), speaker_id=speaker_id, organisation_id=body_id,
    )  # fmt: skip
    relate(
        made,
        speaker=None if speaker_id is None else record(Speaker, using, id=speaker_id, slug=speaker),
        organisation=None
        if body_id is None
        else record(Organisation, using, id=body_id, slug=body),
    )
    return made


@cache
def _taken_on() -> Prepared:
    public = Position.objects.published().order_by("-as_of_latest", "-id")
    return Prepared(public.values_list(*JUDGED), "placement_id")


@cache
def _supported() -> Prepared:
    return Prepared(Evidence.objects.order_by().values_list("position_id"), "statement_id")


@cache
def _placed() -> Prepared:
    public = Position.objects.published().order_by("-as_of_latest", "-id")
    return Prepared(public.values_list(*JUDGED, *PLACED), "pk")


@cache
def _rests() -> Prepared:
    public = Evidence.objects.filter(statement__status=Status.PUBLISHED).order_by("id")
    return Prepared(public.values_list(*SAID), "position_id")
