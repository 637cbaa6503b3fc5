"""What a page shows of positions, and no more: their evidence, and the records that they name.

Each record that many positions name is made once.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable
from functools import cache
from typing import Any

from sources.dates import PartialDate
from sources.models import Country
from sources.publication import Status
from statements.models import (
    Citation,
    Edition,
    Evidence,
    Level,
    Organisation,
    Placement,
    Position,
    Ranking,
    Role,
    Speaker,
    Statement,
)
from statements.positions.records import Shared, hold, record, relate
from statements.prepared import Prepared

JUDGED = (
    "id", "grounds", "rationale", "speaker__name", "speaker__slug", "organisation__name",
    "organisation__slug",
)  # fmt: skip
PLACED = (
    "id", "edition_id", "edition__year", "edition__ranking_id", "edition__ranking__name",
    "edition__ranking__slug", "country_id", "country__name", "country__slug", "country__iso2",
    "level_id", "level__code", "level__label",
)  # fmt: skip
SAID = (
    "position_id", "id", "weight", "statement_id", "statement__text", "statement__summary",
    "statement__language", "statement__kind", "statement__role_as_printed", "statement__said_on",
    "statement__speaker_id", "statement__speaker__slug", "statement__organisation_id",
    "statement__organisation__slug", "statement__role_id", "statement__role__title",
    "statement__role__organisation_id",
)  # fmt: skip


def complete(positions: Iterable[Position], using: str) -> None:
    """Load what a page shows of these positions, in as many queries however many there are."""
    shown = {one.pk: one for one in positions}
    if not shown:
        return
    shared = Shared(using)
    for pk, *told in _judged().of(list(shown)):
        _judged_as(shown[pk], told, shared)
    placements = _placements({one.placement_id for one in shown.values()}, using)
    for one in shown.values():
        relate(one, placement=placements[one.placement_id])
    evidence = _evidence(shown, using)
    for pk, one in shown.items():
        hold(one, evidence_rows=evidence[pk])


def resting_on(positions: Collection[int]) -> dict[int, set[int]]:
    """The published statements that each of these positions rests on, by number."""
    found = defaultdict(set)
    for position, statement in _pairs().of(list(positions)) if positions else ():
        found[position].add(statement)
    return found


def _judged_as(one: Position, told: list[Any], shared: Shared) -> None:
    """Complete a position with its grounds, and whose it is."""
    grounds, rationale, speaker, speaker_slug, organisation, organisation_slug = told
    one.__dict__.update(grounds=grounds, rationale=rationale)
    relate(
        one,
        speaker=shared.of(Speaker, one.speaker_id, name=speaker, slug=speaker_slug),
        organisation=shared.of(
            Organisation, one.organisation_id, name=organisation, slug=organisation_slug
        ),
    )


def _placements(numbers: Collection[int], using: str) -> dict[int, Placement]:
    shared = Shared(using)
    return {row[0]: _placement(row, shared) for row in _placed().of(list(numbers))}


def _placement(row: tuple[Any, ...], shared: Shared) -> Placement:
    (pk, edition_id, year, ranking_id, ranking, ranking_slug, country_id, country, slug, iso2,
     level_id, code, label) = row  # fmt: skip
    edition = shared.of(Edition, edition_id, year=year, ranking_id=ranking_id)
    relate(edition, ranking=shared.of(Ranking, ranking_id, name=ranking, slug=ranking_slug))
    made = record(
        Placement, shared.using, id=pk, edition_id=edition_id, country_id=country_id,
        level_id=level_id,
    )  # fmt: skip
    relate(
        made,
        edition=edition,
        country=shared.of(Country, country_id, name=country, slug=slug, iso2=iso2),
        level=shared.of(Level, level_id, code=code, label=label),
    )
    return made


def _evidence(positions: Collection[int], using: str) -> dict[int, list[Evidence]]:
    """The public evidence by position, the oldest first."""
    shared = Shared(using)
    found: dict[int, list[Evidence]] = defaultdict(list)
    statements: dict[int, Statement] = {}
    for position, pk, weight, statement, *said in _rests().of(list(positions)):
        if statement not in statements:
            statements[statement] = _statement(statement, said, shared)
        row = record(
            Evidence, using, id=pk, position_id=position, weight=weight, statement_id=statement
        )
        relate(row, statement=statements[statement])
        found[position].append(row)
    citations = defaultdict(list)
    for pk, statement, verification in _cited().of(list(statements)) if statements else ():
        citations[statement].append(
            record(Citation, using, id=pk, statement_id=statement, verification=verification)
        )
    for pk, one in statements.items():
        hold(one, citations=citations[pk])
    return found


def _statement(pk: int, said: list[Any], shared: Shared) -> Statement:
    """As much as a step shows of it, with its office, and its claimant for the address."""
    (text, summary, language, kind, role_as_printed, said_on, speaker_id, speaker,
     organisation_id, organisation, role_id, title, body_id) = said  # fmt: skip
    made = record(
        Statement, shared.using, id=pk, text=text, summary=summary, language=language, kind=kind,
        role_as_printed=role_as_printed, said_on=PartialDate.parse(said_on), role_id=role_id,
        speaker_id=speaker_id, organisation_id=organisation_id,
    )  # fmt: skip
    relate(
        made,
        speaker=shared.of(Speaker, speaker_id, slug=speaker),
        organisation=shared.of(Organisation, organisation_id, slug=organisation),
        role=shared.of(Role, role_id, title=title, organisation_id=body_id),
    )
    return made


@cache
def _judged() -> Prepared:
    return Prepared(Position.objects.order_by().values_list(*JUDGED), "pk")


@cache
def _placed() -> Prepared:
    return Prepared(Placement.objects.order_by().values_list(*PLACED), "pk")


@cache
def _pairs() -> Prepared:
    public = Evidence.objects.filter(statement__status=Status.PUBLISHED).order_by()
    return Prepared(public.values_list("position_id", "statement_id"), "position_id")


@cache
def _rests() -> Prepared:
    public = Evidence.objects.filter(statement__status=Status.PUBLISHED)
    ordered = public.order_by("statement__said_on_latest", "statement_id")
    return Prepared(ordered.values_list(*SAID), "position_id")


@cache
def _cited() -> Prepared:
    cited = Citation.objects.published()
    return Prepared(cited.values_list("id", "statement_id", "verification"), "statement_id")
