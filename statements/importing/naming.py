"""Records as a file names them: by slug, code, title, number or address."""

from collections.abc import Iterable
from difflib import get_close_matches
from functools import cached_property
from typing import Any

from django.utils.text import slugify
from django.utils.translation import gettext as _

from sources.links import canonical_url
from sources.models import Source
from statements import slugs
from statements.models import Event, Function, Organisation, Role, Speaker, Statement, Topic

MODELS: dict[str, Any] = {
    "speaker": Speaker, "organisation": Organisation, "event": Event, "topics": Topic,
    "functions": Function,
}  # fmt: skip
MOST_DIGITS = 18


class UnknownError(Exception):
    """Nothing has this name; a sentence with the nearest one."""


class Names:
    """Looks names up, each once. Records that are not public yet have names too."""

    def __init__(self) -> None:
        self._found: dict[tuple[str, str], Any] = {}

    def record(self, column: str, name: str) -> Any:
        """The record that a column names. Raises UnknownError."""
        key = (column, name)
        if key not in self._found:
            find = _source if column == "sources" else self._named
            self._found[key] = find(column, name)
        return self._found[key]

    def records(self, column: str, names: Iterable[str]) -> list[Any]:
        """The records that a column names, each once. Raises UnknownError."""
        return list(dict.fromkeys(self.record(column, name.strip()) for name in names))

    def _named(self, column: str, name: str) -> Any:
        model, field = MODELS[column], field_of(column)
        found = (
            slugs.bearer(model._default_manager.all(), name, field)
            if hasattr(model, "history")
            else model._default_manager.filter(**{field: name}).first()
        )
        if found is None:
            raise UnknownError(not_there(name, self.known[column]))
        return found

    @cached_property
    def known(self) -> dict[str, list[str]]:
        """All names by column."""
        return {
            column: list(model._default_manager.values_list(field_of(column), flat=True))
            for column, model in MODELS.items()
        }


def field_of(column: str) -> str:
    return "code" if column == "functions" else "slug"


def not_there(name: str, known: Iterable[str]) -> str:
    """That there is no such name, and which is nearest."""
    said = _("“%s” is not in this register.") % name
    near = get_close_matches(slugify(name) or name, list(known), 1, cutoff=0.5)
    return f"{said} {_('Did you mean “%s”?') % near[0]}" if near else said


def _source(column: str, name: str) -> Source:
    if name.isascii() and name.isdigit() and len(name) <= MOST_DIGITS:
        found = Source.objects.filter(pk=int(name)).first()
    else:
        try:
            found = Source.objects.filter(canonical_url=canonical_url(name)).first()
        except ValueError:
            said = _("“%s” is neither the number of a source nor its address.")
            raise UnknownError(said % name) from None
    if found is None:
        raise UnknownError(_("There is no source %s. Add it first.") % name)
    return found


def role(statement: Statement, title: str) -> Role:
    """The office with this title that the speaker held that day. Raises UnknownError."""
    if statement.speaker is None:
        raise UnknownError(_("Only a speaker holds an office."))
    offices = list(statement.speaker.roles.all())
    titled = [one for one in offices if one.title.casefold() == title.casefold()]
    if not titled:
        raise UnknownError(not_there(title, [one.title for one in offices]))
    day = statement.said_on
    held = [one for one in titled if not (day and one.ruled_out_on(day))] or titled
    if len(held) > 1:
        present = next((one for one in held if one.pk == statement.role_id), None)
        if present is None:
            said = _("%(name)s held several offices of this title that day: choose it in the form.")
            raise UnknownError(said % {"name": statement.speaker})
        return present
    return held[0]
