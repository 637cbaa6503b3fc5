"""`manage.py load_demo`: the demo register, and people to log in as."""

from typing import Any

from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import Group, User
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from statements.demo.loading import DemoDataError, load_register

PEOPLE = {  # user name: group
    "contributor": "Contributor",
    "editor": "Editor",
    "reviewer": "Reviewer",
    "admin": "Admin",
}
PASSWORD = "on-record-demo"  # noqa: S105  # printed on every start of the demo, so no secret


class Command(BaseCommand):
    help = "Loads the demo register and its logins. What was loaded before is left as it is."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--announce", metavar="URL", help="Only say where the demo is served, and its logins."
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if settings.PRODUCTION:
            raise CommandError(_("The demo and its logins are not for production."))
        if url := options["announce"]:
            self.stdout.write(announcement(url))
            return
        try:
            with transaction.atomic():
                made = load_register(self.show_progress)
                make_people()
        except (DemoDataError, IntegrityError) as error:
            raise CommandError(_("The demo could not be loaded: %s") % error) from error
        if options["verbosity"]:
            self.stdout.write(self.summary(made))

    def summary(self, made: int) -> str:
        if not made:
            return _("The demo register is loaded already.")
        return _("The demo register is loaded: %d new records.") % made

    def show_progress(self, label: str, done: int, total: int) -> None:
        """Keep one line of a terminal up to date; write nothing into a pipe or file."""
        if self.stdout.isatty():
            self.stdout.write(f"\r\x1b[K{label} {done}/{total}", ending="")
            self.stdout.write("\r\x1b[K" if done == total else "", ending="")


def announcement(url: str) -> str:
    """One line for whoever starts the demo: site, admin and logins."""
    parts = {"url": url, "people": ", ".join(PEOPLE), "password": PASSWORD}
    return _("%(url)s  admin: %(url)sadmin/  log in as %(people)s with “%(password)s”") % parts


def make_people() -> None:
    """Make the logins that are not there yet; whoever has the name keeps password and groups."""
    present = set(User.objects.filter(username__in=PEOPLE).values_list("username", flat=True))
    missing = {name: group for name, group in PEOPLE.items() if name not in present}
    if not missing:
        return
    password = make_password(PASSWORD)  # slow by design, so once for all
    for name, group in missing.items():
        person = User.objects.create(username=name, password=password, is_staff=True)
        person.groups.add(Group.objects.get(name=group))
