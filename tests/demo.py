"""The demo register, loaded once in a process."""

from django.core.management import call_command

from tests.kept import kept


@kept
def load() -> None:
    call_command("load_demo", verbosity=0)
