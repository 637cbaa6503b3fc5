"""`manage.py ledger`: the chain of all that was published, corrected and withdrawn."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from statements.ledger import book, proof
from statements.models import LedgerEntry

NAMES = {
    "number": int, "made_at": str, "action": str, "model": str, "record_id": int, "sha256": str,
    "previous": str, "hash": str,
}  # fmt: skip


class Command(BaseCommand):
    help = (
        "Writes the ledger as JSON lines, to FILE or to the screen. With --verify, proves that "
        "nothing public was changed or removed behind its back, and that FILE, an earlier copy, "
        "is a part of it; ends with 1 if not. With --begin, enters what was public before."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", nargs="?", metavar="FILE", type=Path)
        either = parser.add_mutually_exclusive_group()
        either.add_argument("--verify", action="store_true", help="Prove it, and FILE with it.")
        either.add_argument(
            "--begin", action="store_true", help="Enter what is public and not in it yet."
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if options["verify"]:
            self.prove(options["file"])
        elif options["begin"]:
            entered = book.begin()
            said = ngettext("%d record was entered.", "%d records were entered.", entered)
            self.stdout.write(said % entered)
        else:
            self.write_out(options["file"])

    def write_out(self, path: Path | None) -> None:
        if path is None:
            for line in lines():
                self.stdout.write(line, ending="")
            return
        try:  # never over an earlier copy, which is worth more than a new one
            with path.open("x", encoding="utf-8") as file:
                file.writelines(lines())
        except OSError as error:
            raise CommandError(_("The ledger could not be written: %s") % error) from error

    def prove(self, path: Path | None) -> None:
        copy = read(path) if path else []
        found = 0
        with transaction.atomic():  # on SQLite, all at one moment
            for fault in (*proof.faults(), *proof.faults_of_copy(copy)):
                self.stderr.write(fault)
                found += 1
        if found:
            said = ngettext("The ledger has %d fault.", "The ledger has %d faults.", found)
            raise CommandError(said % found)
        said = _("The ledger is whole: %d entries, and every public record is as it says.")
        self.stdout.write(said % LedgerEntry.objects.count())


def lines() -> Iterator[str]:
    """The ledger from its beginning, an entry a line."""
    return (f"{json.dumps(entry)}\n" for entry in proof.entries())


def read(path: Path) -> list[dict[str, Any]]:
    """The entries of a copy. Raises CommandError for what is not one."""
    try:
        text = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise CommandError(_("The copy could not be read: %s") % error) from error
    return [_entry(line, number) for number, line in enumerate(text.splitlines(), start=1)]


def _entry(line: str, number: int) -> dict[str, Any]:
    try:
        entry = json.loads(line)
    except ValueError:
        entry = None
    given = {name: type(value) for name, value in entry.items()} if isinstance(entry, dict) else {}
    if given != NAMES:
        raise CommandError(_("Line %d of the copy is not an entry of a ledger.") % number)
    return entry
