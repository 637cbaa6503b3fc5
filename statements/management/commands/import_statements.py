"""`manage.py import_statements FILE`: statements from a spreadsheet or from JSON Lines."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _

from sources.comparison import DELETE, EQUAL, Part
from statements.importing.report import Outcome, Report, State
from statements.importing.running import Import, run
from statements.importing.table import FileError, decoded, is_json

STEP = 100  # rows between two lines of progress


class Command(BaseCommand):
    help = (
        "Reads statements from a CSV file, as it was taken away or made anew, or from JSON Lines. "
        "A row with the number of a statement changes it, one without makes a draft. Nothing is "
        "published. Without --commit it only says what it would do. All rows are kept or none."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", metavar="FILE", type=Path)
        parser.add_argument("--commit", action="store_true", help="Keep it, if nothing is wrong.")
        parser.add_argument(
            "--note",
            default="",
            help="What was corrected and why, for readers, where rows have no note of their own.",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        path = options["file"]
        try:
            wanted = Import(
                decoded(path.read_bytes()),
                is_json=is_json(path.name),
                note=options["note"],
                progress=self.progress,
            )
            report = run(wanted, commit=options["commit"])
        except OSError as error:
            raise CommandError(_("The file could not be read: %s") % error) from error
        except FileError as error:
            raise CommandError(str(error)) from error
        self.tell(report)
        if report.faults:
            raise CommandError(_("Nothing was imported: mend these rows, and try again."))
        if not report.is_kept:
            self.stdout.write(_("This was a dry run, nothing was kept. To import it: --commit"))

    def progress(self, row: int) -> None:
        if row % STEP == 0:
            self.stderr.write(_("… row %d") % row)
            self.stderr.flush()

    def tell(self, report: Report) -> None:
        for outcome in report.outcomes:
            self.stdout.write(line(outcome))
            for one in outcome.differences:
                self.stdout.write(f"  {one.label}: {' '.join(map(marked, one.parts))}")
        for fault in report.faults:
            self.stderr.write(str(fault))
        counts = [f"{report.counts[one.value]} {one.label.lower()}" for one in State]
        self.stdout.write(", ".join(counts))


def line(outcome: Outcome) -> str:
    """An outcome in one line."""
    number = f" {outcome.statement}" if outcome.statement else ""
    place = _("row %d") % outcome.row
    return f"{place}: {outcome.state.label.lower()}{number}, {outcome.title}"


def marked(part: Part) -> str:
    """Some words, in brackets if they go or come."""
    if part.operation == EQUAL or not part.text:
        return part.text
    return f"[-{part.text}-]" if part.operation == DELETE else f"{{+{part.text}+}}"
