"""Draft, published, withdrawn: the one status that every record with a public face carries."""

from typing import ClassVar, Self, TypeVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

Record = TypeVar("Record", bound=models.Model)


class Status(models.TextChoices):
    DRAFT = "draft", _("Draft")
    IN_REVIEW = "in-review", _("In review")
    PUBLISHED = "published", _("Published")
    WITHDRAWN = "withdrawn", _("Withdrawn")


class PublishableQuerySet(models.QuerySet[Record]):
    def published(self) -> Self:
        """Only what the public may see; every public query starts here."""
        return self.filter(status=Status.PUBLISHED)


class Publishable(models.Model):
    """A record that the public sees only once it is published.

    Nothing but `statements.workflow` changes `status`.
    """

    status = models.CharField(
        _("status"), max_length=10, choices=Status, default=Status.DRAFT, editable=False
    )
    published_at = models.DateTimeField(_("published at"), null=True, blank=True, editable=False)

    class Meta:
        abstract = True
        default_permissions: ClassVar[tuple[str, ...]] = (
            "add",
            "change",
            "delete",
            "view",
            "publish",
        )

    @property
    def is_published(self) -> bool:
        return self.status == Status.PUBLISHED


def publication_constraints() -> list[models.BaseConstraint]:
    """A published record knows since when."""
    return [
        models.CheckConstraint(
            condition=~Q(status=Status.PUBLISHED) | Q(published_at__isnull=False),
            name="%(app_label)s_%(class)s_published_has_moment",
            violation_error_message=_("A published record needs the moment of its publication."),
        )
    ]
