"""Records for the tests: plain functions, sensible defaults; public things are made by workflow."""

import itertools
from typing import Any

from django.contrib.auth.models import Group, User
from django.utils import timezone

from sources.dates import PartialDate
from sources.models import Capture, Country, Outlet, Source
from statements import workflow
from statements.models import (
    Citation,
    Edition,
    Event,
    Evidence,
    Figure,
    Indicator,
    Level,
    Organisation,
    Placement,
    Position,
    Ranking,
    Speaker,
    Stance,
    Statement,
    Topic,
)

number = itertools.count(1)


def user(*groups: str, **fields: Any) -> User:
    made = User.objects.create_user(
        fields.pop("username", f"user{next(number)}"), password="correct-horse-battery", **fields
    )
    made.groups.set(Group.objects.filter(name__in=groups))
    return made


def staff(*groups: str, **fields: Any) -> User:
    return user(*groups, is_staff=True, **fields)


def country(iso2: str = "KH", name: str = "Cambodia") -> Country:
    made, _ = Country.objects.get_or_create(
        iso2=iso2, defaults={"name": name, "slug": name.lower().replace(" ", "-")}
    )
    return made


def speaker(name: str = "", **fields: Any) -> Speaker:
    n = next(number)
    defaults = {"name": name or f"Speaker {n}", "slug": f"speaker-{n}", "country": country()}
    return Speaker.objects.create(**{**defaults, **fields})


def organisation(name: str = "", **fields: Any) -> Organisation:
    n = next(number)
    defaults = {"name": name or f"Organisation {n}", "slug": f"organisation-{n}"}
    return Organisation.objects.create(**{**defaults, **fields})


def topic(name: str = "", **fields: Any) -> Topic:
    n = next(number)
    return Topic.objects.create(**{"name": name or f"Topic {n}", "slug": f"topic-{n}", **fields})


def outlet(name: str = "", **fields: Any) -> Outlet:
    n = next(number)
    return Outlet.objects.create(**{"name": name or f"Outlet {n}", "slug": f"outlet-{n}", **fields})


def source(title: str = "", **fields: Any) -> Source:
    n = next(number)
    defaults = {"title": title or f"Article {n}", "url": f"https://news.example/{n}"}
    if "outlet" not in fields:
        defaults["outlet"] = outlet()  # type: ignore[assignment]
    return Source.objects.create(**{**defaults, **fields})


def capture(of: Source, text: str, **fields: Any) -> Capture:
    return Capture.objects.create(
        **{"source": of, "text": text, "captured_at": timezone.now(), **fields}
    )


def event(name: str = "", **fields: Any) -> Event:
    n = next(number)
    return Event.objects.create(**{"name": name or f"Event {n}", "slug": f"event-{n}", **fields})


def draft(
    text: str = "We will act.", *, topics: Any = (), cite: Any = None, **fields: Any
) -> Statement:
    """A draft by a new speaker, with one citation unless `cite` is False.

    The words stand in a capture of the source, so that a quotation can be published.
    """
    if "speaker" not in fields and "organisation" not in fields:
        fields["speaker"] = speaker()
    made = Statement.objects.create(**{"text": text, "said_on": "2022-08-12", **fields})
    made.topics.set(topics)
    if cite is not False:
        cited = cite or source()
        held = capture(cited, f"“{text}” she said. ({made.pk})") if text else None
        Citation.objects.create(statement=made, source=cited, capture=held)
    return made


def published(text: str = "We will act.", **fields: Any) -> Statement:
    return workflow.publish(record=draft(text, **fields), by=None)


def ranking(name: str = "", *levels: str, **fields: Any) -> Ranking:
    n = next(number)
    made = Ranking.objects.create(
        **{"name": name or f"Ranking {n}", "slug": f"ranking-{n}", **fields}
    )
    for order, code in enumerate(levels or ("1", "2", "2WL", "3"), start=1):
        Level.objects.create(ranking=made, code=code, label=f"Tier {code}", order=order)
    return made


def placement(of: Ranking | None = None, **fields: Any) -> Placement:
    """Fields `year` (2022), `code` of the level ("3") and `country` (Cambodia)."""
    of = of or ranking()
    edition, _ = Edition.objects.get_or_create(ranking=of, year=fields.pop("year", 2022))
    level = of.levels.get(code=fields.pop("code", "3"))
    return Placement.objects.create(
        **{"edition": edition, "level": level, "country": country(), **fields}
    )


def position(statement: Statement, stance: str = "rejects-as-unjust", **fields: Any) -> Position:
    """A draft position of the statement's claimant, resting on the statement."""
    made = Position.objects.create(
        **{
            "speaker": statement.speaker,
            "organisation": statement.organisation,
            "placement": fields.pop("placement", None) or placement(),
            "stance": Stance.objects.get(code=stance),
            "as_of": statement.said_on or PartialDate.parse("2022"),
            **fields,
        }
    )
    Evidence.objects.create(position=made, statement=statement)
    return made


def figure(statement: Statement, value: int = 359, **fields: Any) -> Figure:
    """A draft figure of the statement's claimant."""
    n = next(number)
    defaults = {
        "indicator": fields.pop("indicator", None)
        or Indicator.objects.create(code=f"indicator-{n}", label=f"Indicator {n}", unit="cases"),
        "value": value,
        "value_as_printed": f"{value} cases",
        "statement": statement,
        "speaker": statement.speaker,
        "organisation": statement.organisation,
    }
    return Figure.objects.create(**{**defaults, **fields})
