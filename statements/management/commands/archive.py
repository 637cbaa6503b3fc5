"""`manage.py archive OUT.zip`: everything public, to be kept, checked and read offline."""

from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.http.request import split_domain_port, validate_host
from django.utils.translation import gettext as _

from statements.archiving.copying import CopyError
from statements.archiving.writing import ArchiveError, write


class Command(BaseCommand):
    help = (
        "Writes everything public to one zip file: tables as CSV and JSON Lines, the excerpts, the "
        "ledger, a data package descriptor, the licence, sha256 sums, and the pages as HTML."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("out", metavar="OUT.zip", type=Path)
        parser.add_argument("--force", action="store_true", help="Replace a file that is there.")
        parser.add_argument(
            "--address",
            default=default_address(),
            help="Where the site stands on the web (default: %(default)s).",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        base = checked_address(options["address"])
        try:
            write(options["out"], base=base, force=options["force"], tell=self.tell)
        except (ArchiveError, CopyError) as error:
            raise CommandError(str(error)) from error
        except OSError as error:
            raise CommandError(_("The archive could not be written: %s") % error) from error
        self.stdout.write(_("%s is written.") % options["out"])

    def tell(self, line: str) -> None:
        self.stderr.write(line)


def default_address() -> str:
    """The address of the first host that the site answers to."""
    host = next((one.lstrip(".") for one in settings.ALLOWED_HOSTS if one != "*"), "localhost")
    return f"{'https' if settings.PRODUCTION else 'http'}://{host}"


def checked_address(address: str) -> str:
    """The address without a slash at its end. Raises CommandError for what the site is not at."""
    parts = urlsplit(address)
    host, _port = split_domain_port(parts.netloc)
    if parts.scheme not in {"http", "https"} or parts.path.strip("/") or parts.query:
        raise CommandError(_("Give the address of the site, such as https://example.org"))
    if not validate_host(host, settings.ALLOWED_HOSTS):
        raise CommandError(_("The site does not answer to “%s”: see ALLOWED_HOSTS.") % parts.netloc)
    return f"{parts.scheme}://{parts.netloc}"
