"""`manage.py suggest_relations`: pairs of statements that may be related, for editors to judge."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils.translation import ngettext

from statements.models import Relation
from statements.relations import pairs, relating


class Command(BaseCommand):
    help = (
        "Looks for statements with much the same wording, of one event in several outlets, or with "
        "opposite stances, and puts the pairs before the editors. Nothing of it is public."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        found = pairs.suggest_relations(by=None, progress=self.show_progress)
        for rule in Relation.Rule:
            if found[rule]:
                self.stdout.write(f"{found[rule]:>7}  {rule.label}")
        self.stdout.write(
            ngettext("%d new suggestion.", "%d new suggestions.", found.total()) % found.total()
        )
        left = relating.waiting().count()
        said = ngettext("%d pair waits for an editor.", "%d pairs wait for an editor.", left)
        self.stdout.write(said % left)

    def show_progress(self, done: int, total: int) -> None:
        """Keep one line of a terminal up to date; write nothing into a pipe or file."""
        if self.stdout.isatty():
            self.stdout.write(f"\r\x1b[K{done}/{total}", ending="")
            self.stdout.write("\r\x1b[K" if done == total else "", ending="")
