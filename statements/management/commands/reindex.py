"""`manage.py reindex`: make the search index and the counts anew."""

import time
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _

from statements.models import ContentChange
from statements.postings import checking
from statements.search import index


class Command(BaseCommand):
    help = "Makes the index of search and counts anew; nobody can publish meanwhile."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--missing", action="store_true", help="Only if it was never made.")
        parser.add_argument(
            "--check",
            action="store_true",
            help="Only compare it with the statements; ends with 1 where they differ.",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if options["check"]:
            self.check_all()
        elif not options["missing"] or not ContentChange.objects.filter(rebuilt=True).exists():
            began = time.monotonic()
            count = index.rebuild()
            seconds = time.monotonic() - began
            self.stdout.write(_("Indexed %d statements in %.1f seconds.") % (count, seconds))

    def check_all(self) -> None:
        """Name what is wrong, a line each."""
        wrong = 0
        for sentence in checking.disagreements():
            self.stderr.write(sentence)
            wrong += 1
        if wrong:
            raise CommandError(
                _("The index is wrong in %d places: run “manage.py reindex”.") % wrong
            )
        self.stdout.write(_("The index is as it should be."))
