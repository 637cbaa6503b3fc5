"""`manage.py check_quotations`: every citation against the stored text of its source, anew."""

from collections import Counter
from typing import Any

from django.core.management.base import BaseCommand
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from statements import workflow
from statements.models import Citation, Statement
from statements.publishability import hindrances


class Command(BaseCommand):
    help = (
        "Checks every quotation against its stored source. Ends with 1 if a published one could "
        "no longer be published."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        statements = Statement.objects.order_by("pk")
        for done, statement in enumerate(statements.iterator(chunk_size=500), start=1):
            workflow.checked(record=statement, by=None)
            self.show_progress(done, statements)
        self.stdout.write(summary())
        broken = [row for row in Statement.objects.published() if hindrances(row)]
        for statement in broken:
            self.stderr.write(f"{statement.pk}: {' '.join(hindrances(statement))}")
        if broken:
            raise SystemExit(1)

    def show_progress(self, done: int, statements: QuerySet[Statement]) -> None:
        """Keep one line of a terminal up to date; write nothing into a pipe or file."""
        if self.stdout.isatty():
            self.stdout.write(f"\r\x1b[K{done}/{statements.count()}", ending="")


def summary() -> str:
    """How many citations stand on each rung, a line each."""
    counted = Counter(Citation.objects.values_list("verification", flat=True))
    lines = [f"{counted[rung]:>7}  {rung.label}" for rung in Citation.Verification]
    return "\n".join([_("Citations by how far they agree with their source:"), *lines])
