"""What waits for a reviewer: in which order, what is wrong with it, and whose it is."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db.models import OuterRef, Q, QuerySet, Subquery
from django.utils.translation import gettext_lazy as _

from sources.admin.base import may_publish
from sources.publication import Status
from statements import health
from statements.models import Statement

#: What a reviewer may want to see alone, by the name it has in the address.
VIEWS = {
    "": _("All"),
    "unverified": _("Not verified"),
    "differing": _("Source has other words"),
    "own": _("Your own"),
}


@dataclass(frozen=True)
class Neighbours:
    """The keys of the statements before and after one, None at the ends."""

    previous: int | None
    next: int | None


def waiting(user: Any, view: str = "") -> QuerySet[Statement]:
    """What is in review, what was submitted first coming first."""
    history: Any = Statement.history
    submitted = history.filter(id=OuterRef("pk"), status=Status.IN_REVIEW).order_by("history_id")
    queryset = with_authors().filter(status=Status.IN_REVIEW)
    queryset = queryset.annotate(since=Subquery(submitted.values("history_date")[:1]))
    return queryset.filter(_condition(user, view)).order_by("since", "pk")


def with_authors() -> QuerySet[Statement]:
    """Statements with `author`: the key of whoever entered them first."""
    history: Any = Statement.history
    first = history.filter(id=OuterRef("pk")).order_by("history_id").values("history_user")[:1]
    return Statement.objects.annotate(author=Subquery(first))


def _condition(user: Any, view: str) -> Q:
    match view:
        case "unverified":
            return health.unverified()
        case "differing":
            return health.differing()
        case "own":
            return own(user)
    return Q()


def own(user: Any) -> Q:
    """What this person wrote or submitted, among statements with authors."""
    return Q(author=user.pk) | Q(submitted_by=user.pk)


def counts(user: Any) -> list[dict[str, Any]]:
    """Each view with the number of statements in it, by a query for each."""
    return [
        {"view": view, "label": label, "count": waiting(user, view).count()}
        for view, label in VIEWS.items()
    ]


def neighbours(user: Any, view: str, key: int) -> Neighbours:
    """What stands before and after a statement; without it, the first is the next."""
    keys = list(waiting(user, view).values_list("pk", flat=True))
    if key not in keys:
        return Neighbours(None, keys[0] if keys else None)
    place = keys.index(key)
    before = keys[place - 1] if place else None
    return Neighbours(before, keys[place + 1] if place + 1 < len(keys) else None)


def may_review(user: Any, statement: Statement | None) -> bool:
    """Whether this person may publish a statement or let it through; None for a new one."""
    if not may_publish(user, Statement):
        return False
    if settings.REVIEW_OWN_STATEMENTS:
        return True
    if statement is None:  # a new one is one's own
        return False
    return not with_authors().filter(own(user), pk=statement.pk).exists()


def is_unverified(statement: Statement) -> bool:
    """Whether it is a quotation that stands in no stored text, and was not let through."""
    return Statement.objects.filter(health.unverified(), pk=statement.pk).exists()
