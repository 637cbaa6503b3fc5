"""`manage.py make_corpus`: a synthetic register of any size."""

import os
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import DatabaseError
from django.utils.translation import gettext as _

from statements.corpus.loading import NotForCorpusError, load
from statements.corpus.processes import LostError


class Command(BaseCommand):
    help = (
        "Fills the database with a synthetic register of this size, for measuring. Killed and "
        "started again with the same arguments, it goes on where it was."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--statements", type=int, default=10_000, metavar="N")
        parser.add_argument("--seed", type=int, default=1, help="Another seed, another corpus.")
        parser.add_argument(
            "--processes", type=int, default=os.cpu_count() or 1, metavar="N",
            help="How many make statements while this one writes; 0 for none.",
        )  # fmt: skip
        parser.add_argument(
            "--force", action="store_true", help="Also into a database that holds other records."
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if settings.PRODUCTION and not options["force"]:
            raise CommandError(_("A corpus is not for production; --force makes it nevertheless."))
        if options["statements"] < 1 or options["processes"] < 0:
            raise CommandError(_("Give a number of statements, and of processes."))
        try:
            made = load(
                statements=options["statements"], seed=options["seed"], force=options["force"],
                processes=options["processes"], progress=self.show_progress,
            )  # fmt: skip
        except NotForCorpusError as error:
            raise CommandError(str(error)) from error
        except LostError as error:
            raise CommandError(_("A process was lost. Start the command again.")) from error
        except DatabaseError as error:
            raise CommandError(_("The corpus could not be made: %s") % error) from error
        if options["verbosity"]:
            self.stdout.write(_("The corpus is there: %d new statements.") % made)

    def show_progress(self, label: str, done: int, total: int) -> None:
        """Keep one line of a terminal up to date; write nothing into a pipe or file."""
        if self.stdout.isatty():
            self.stdout.write(f"\r\x1b[K{label} {done}/{total}", ending="")
            self.stdout.write("\r\x1b[K" if done == total else "", ending="")
