"""What the evidence of the register lacks: each lack as a condition on the records that have it.

Pure queries. The admin counts them and shows the records behind each count.
"""

import datetime
from collections.abc import Callable
from dataclasses import dataclass

from django.db import models
from django.db.models import Exists, F, OuterRef, Q, Value
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from sources.models import Source
from sources.publication import Status
from statements.figures.checks import findings, for_checks
from statements.models import (
    Citation,
    Evidence,
    Figure,
    FigureNote,
    Position,
    Role,
    Statement,
)
from statements.verification import VERIFIED

Rung = Citation.Verification
STANDING = ~Q(status=Status.WITHDRAWN)  # nothing is to be mended in what was withdrawn


@dataclass(frozen=True)
class Concern:
    """Something that is lacking, and the records of one model that lack it."""

    code: str
    label: object  # in words, translated when shown
    model: type[models.Model]
    condition: Callable[[], Q]

    def count(self) -> int:
        return self.model._default_manager.filter(self.condition()).count()


def unverified() -> Q:
    """Quotations that stand word for word in no stored text, and were not let through."""
    verified = Citation.objects.filter(statement=OuterRef("pk"), verification__in=VERIFIED)
    quotation = Q(kind=Statement.Kind.QUOTATION, override_reason="")
    return STANDING & quotation & ~Q(Exists(verified))


def differing() -> Q:
    """Statements of which a source has other words."""
    return STANDING & Q(
        Exists(Citation.objects.filter(statement=OuterRef("pk"), verification=Rung.DIFFERS))
    )


def undated() -> Q:
    return STANDING & Q(said_on__isnull=True)


def uncaptured() -> Q:
    """Citations without a stored text to check them against."""
    return ~Q(statement__status=Status.WITHDRAWN) & Q(capture__isnull=True)


def unarchived() -> Q:
    """Citations of sources of which no archived copy is known."""
    return ~Q(statement__status=Status.WITHDRAWN) & Q(source__archive_url="")


def overlapping() -> Q:
    """Offices entered twice: same holder, title and organisation, at times that overlap."""
    others = (
        Role.objects.alias(since=_since(F), until=_until(F), where=_where(F))
        .filter(speaker=OuterRef("speaker"), title=OuterRef("title"), where=_where(OuterRef))
        .filter(since__lte=_until(OuterRef), until__gte=_since(OuterRef))
        .exclude(pk=OuterRef("pk"))
    )
    return Q(Exists(others))


def _since(of: type[F]) -> Coalesce:
    return Coalesce(of("start_earliest"), of("first_cited_earliest"), Value(datetime.date.min))


def _until(of: type[F]) -> Coalesce:
    return Coalesce(of("end_latest"), of("last_cited_latest"), Value(datetime.date.max))


def _where(of: type[F]) -> Coalesce:
    return Coalesce(of("organisation_id"), Value(0))


def unfounded() -> Q:
    """Positions that rest on no statement."""
    return STANDING & ~Q(Exists(Evidence.objects.filter(position=OuterRef("pk"))))


def broken() -> Q:
    """Sources whose newer capture has other words than those that were quoted from it."""
    return Q(Exists(Citation.objects.filter(source=OuterRef("pk"), broken_by__isnull=False)))


def unexplained() -> Q:
    """Figures that do not add up, of which no published note tells readers."""
    told = set(FigureNote.objects.published().values_list("figure", "rule"))
    standing = Figure.objects.exclude(statement__status=Status.WITHDRAWN)
    found = findings(list(for_checks(standing)))
    return Q(pk__in={one.figure.pk for one in found if (one.figure.pk, one.rule) not in told})


CONCERNS = (
    Concern("unverified", _("Quotations that are not verified"), Statement, unverified),
    Concern("differing", _("Statements whose source has other words"), Statement, differing),
    Concern("undated", _("Statements without a date"), Statement, undated),
    Concern("uncaptured", _("Citations without a stored text"), Citation, uncaptured),
    Concern("unarchived", _("Citations without an archived copy"), Citation, unarchived),
    Concern("broken", _("Sources whose newest text broke a quotation"), Source, broken),
    Concern("overlapping", _("Offices that overlap with the same one"), Role, overlapping),
    Concern("unfounded", _("Positions without evidence"), Position, unfounded),
    Concern("unexplained", _("Figures that do not add up, without a note"), Figure, unexplained),
)
