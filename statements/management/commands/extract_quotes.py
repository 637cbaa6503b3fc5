"""`manage.py extract_quotes ARTICLE.txt`: what an article says, and who says it."""

import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import DatabaseError
from django.utils.translation import gettext as _

from sources.articles import Person, Quote, Reading, read
from statements import attributions

GENDERS = {"f", "m"}


class Command(BaseCommand):
    help = "Prints the quotations, figures and dates found in the text of an article."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("article", help=_("the article, plain text in UTF-8"))
        parser.add_argument(
            "--roster",
            help=_(
                "people to look for: JSON, a list of name, aliases, gender; "
                "without it, the speakers of the register"
            ),
        )
        parser.add_argument("--json", action="store_true", help=_("print JSON"))

    def handle(self, *args: Any, **options: Any) -> None:
        text = contents(options["article"])
        people = people_for(options["roster"])
        reading = read(text, people)
        if options["json"]:
            self.stdout.write(json.dumps(as_data(reading), ensure_ascii=False, indent=2))
        else:
            self.print(reading)

    def print(self, reading: Reading) -> None:
        for quote in reading.quotes:
            speaker = quote.speaker or _("(unknown)")
            self.stdout.write(f"{quote.start}–{quote.end} {speaker} [{quote.kind}; {quote.rule}]")
            self.stdout.write(f"  {' '.join(quote.text.split())}")
        for figure in reading.figures:
            period = figure.period or _("no period")
            words = " ".join(figure.words.split())
            self.stdout.write(f"{figure.start}–{figure.end} {words} = {figure.value} ({period})")
        for day in reading.dates:
            self.stdout.write(f"{day.start}–{day.end} {day.text} → {day.iso or '?'} [{day.basis}]")


def people_for(roster: str | None) -> list[Person]:
    """Give the people of a roster file, or of the register. Raises CommandError."""
    try:
        return roster_in(roster) if roster else register()
    except DatabaseError as error:
        raise CommandError(_("The register cannot be read: %s") % error) from error


def contents(name: str) -> str:
    """Give a file's text with its line ends as they are. Raises CommandError."""
    try:
        return Path(name).read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise CommandError(_("%s cannot be read.") % name) from error
    except UnicodeDecodeError as error:
        raise CommandError(_("%s is not text in UTF-8.") % name) from error


def roster_in(name: str) -> list[Person]:
    """Read a roster file. Raises CommandError naming what is wrong with it."""
    try:
        entries = json.loads(contents(name))
    except (ValueError, RecursionError) as error:
        raise CommandError(_("%s is not JSON.") % name) from error
    if not isinstance(entries, list):
        raise CommandError(_("The roster is not a list."))
    return [_person(number, entry) for number, entry in enumerate(entries, 1)]


def _person(number: int, entry: Any) -> Person:
    entry = entry if isinstance(entry, dict) else {}
    name, aliases, gender = entry.get("name"), entry.get("aliases") or [], entry.get("gender")
    if not isinstance(name, str) or not name.strip():
        raise CommandError(_("Entry %d of the roster has no name.") % number)
    if not isinstance(aliases, list) or not all(isinstance(alias, str) for alias in aliases):
        raise CommandError(_("The aliases of entry %d are not a list of names.") % number)
    if gender is not None and gender not in GENDERS:
        raise CommandError(_("The gender of entry %d is not f, m or null.") % number)
    return Person(name, tuple(aliases), gender)


def register() -> list[Person]:
    """Give the speakers of the register, with the aliases that match by themselves."""
    return list(attributions.roster().people)


def as_data(reading: Reading) -> dict[str, Any]:
    """Give what was found as plain data."""
    return {
        "quotes": quotes_as_data(reading.quotes),
        "figures": [asdict(figure) for figure in reading.figures],
        "dates": [asdict(day) for day in reading.dates],
    }


def quotes_as_data(quotes: Sequence[Quote]) -> list[dict[str, Any]]:
    names = ("text", "speaker", "start", "end", "kind", "rule")
    return [{name: getattr(quote, name) for name in names} for quote in quotes]
