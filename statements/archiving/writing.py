"""Everything public in one zip file."""

import datetime
import json
import os
import secrets
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _

from statements.archiving import excerpts
from statements.archiving.copying import Copy
from statements.archiving.descriptor import descriptor, in_words
from statements.archiving.package import EARLIEST, MANIFEST, Package, packing
from statements.archiving.snapshot import snapshot
from statements.archiving.tables import Table, add_kind, add_table
from statements.exports.resources import KINDS
from statements.exports.validators import newest_change
from statements.ledger import proof

Tell = Callable[[str], None]


class ArchiveError(Exception):
    """Why there is no archive: a sentence for whoever asked for it."""


def write(out: Path, *, base: str, force: bool = False, tell: Tell = lambda _: None) -> None:
    """Write the archive of a site at `base`; `tell` hears how far it is.

    The file appears when it is whole, never before. Raises ArchiveError where there is one already
    and `force` does not say to replace it, and OSError.
    """
    if out.exists() and not force:
        raise ArchiveError(_("%s is there already. To replace it, add --force.") % out)
    part = out.with_name(f".{out.name}.{secrets.token_hex(4)}.part")
    try:
        with part.open("xb") as file:
            fill(file, base=base, tell=tell)
            file.flush()
            os.fsync(file.fileno())
        part.replace(out)
    finally:
        part.unlink(missing_ok=True)


def fill(file: IO[bytes], *, base: str, tell: Tell = lambda _: None) -> None:
    """Write the archive into an open file."""
    with snapshot():
        made = newest_change() or EARLIEST
        with packing(file, made) as package:
            add_all(package, base=base, made=made, tell=tell)


def add_all(package: Package, *, base: str, made: datetime.datetime, tell: Tell) -> None:
    """Write every file but the list of sums."""
    tables = list(add_tables(package, base, tell))
    package.add("ledger.jsonl", (f"{json.dumps(entry)}\n".encode() for entry in proof.entries()))
    package.add_text("datapackage.json", descriptor(tables=tables, base=base, made=made))
    about = {
        "base": base, "made": made, "tables": in_words(tables), "columns": tables,
        "manifest": MANIFEST, "site": settings.SITE_NAME, "licence": settings.DATA_LICENCE,
    }  # fmt: skip
    for name in ("README.txt", "LICENSE.txt"):
        package.add_text(name, render_to_string(f"archive/{name}", about))
    notice = _("A copy of %(base)s as it stood on %(day)s, to be read offline.")
    copy = Copy(package, base, notice % {"base": base, "day": made.date().isoformat()})
    tell(_("%d pages and files") % copy.add_from([reverse("home")]))


def add_tables(package: Package, base: str, tell: Tell) -> Iterator[Table]:
    """Write every kind of public record, and the excerpts."""
    for kind in KINDS:
        table = add_kind(package, kind, base)
        tell(f"{table.csv.path}: {table.count}")
        yield table
    table = add_table(
        package, excerpts.NAME, str(excerpts.TITLE), excerpts.fields(), excerpts.records
    )
    tell(f"{table.csv.path}: {table.count}")
    yield table
