"""Two people at one statement: the later save is shown what the earlier one made of it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.http import QueryDict
from simple_history.utils import get_m2m_reverse_field_name

from sources.admin.history import changes_between
from sources.admin.lists import is_key
from sources.admin.words import marked_changes
from statements.models import Statement

#: What belongs to one sending of a form, and is not carried into the next.
NOT_CARRIED = {"csrfmiddlewaretoken", "version", "state", "seen"}
NOT_COMPARED = {
    "version", "state", "seen", "correction_note", "correction_kind", "send_back_note",
    "let_through_reason",
}  # fmt: skip
KEPT_CONTROLS = {"_popup", "_to_field"}


class Stale(Exception):  # noqa: N818  # no error: a page of its own answers it
    """What was sent started from something else than what is stored now."""

    def __init__(self, statement: Statement) -> None:
        self.statement = statement
        super().__init__(f"statement {statement.pk} is at version {statement.version}")


def refuse_stale(sent: QueryDict, statement: Statement) -> None:
    """Raise `Stale` unless the statement is as it was when the form was opened.

    What is sent without a version is left to the form.
    """
    version, state = sent.get("version", ""), sent.get("state")
    if is_key(version) and int(version) != statement.version:
        raise Stale(statement)
    if state and state != statement.status:
        raise Stale(statement)


def newest_entry(statement: Statement) -> int | None:
    """The key of the newest entry in the history of a statement."""
    history: Any = statement.history
    return history.values_list("history_id", flat=True).first()


def entry_seen(statement: Statement, seen: str) -> Any:
    """The entry of its history with this key, None where there is none."""
    history: Any = statement.history
    return history.filter(history_id=seen).first() if is_key(seen) else None


def since(statement: Statement, seen: str) -> list[dict[str, Any]]:
    """What changed in a statement since the entry of its history with the key `seen`."""
    history: Any = statement.history
    older = entry_seen(statement, seen)
    return changes_between(older, history.first()) if older else []


@dataclass(frozen=True)
class Difference:
    """A field in which what was sent differs from what is stored, in words and as values."""

    name: str
    label: str
    theirs: str
    yours: str
    values: tuple[str, str] | None  # theirs and yours, where a form can carry either
    several: tuple[str, ...]  # theirs, where there are several
    untouched: bool  # by you: only they changed it

    @property
    def words(self) -> str:
        """The words in which yours differs from theirs, marked."""
        return marked_changes(self.theirs, self.yours)


def differences(form: forms.ModelForm, seen: Any = None) -> list[Difference]:
    """What a bound form would change in the record that it is bound to.

    `seen` is the entry of the record's history that the form started from, if that is known.
    """
    compared = [name for name in form.changed_data if name not in NOT_COMPARED and name != "id"]
    found = (_difference(form, name, seen) for name in compared)
    return [one for one in found if _lines(one.theirs) != _lines(one.yours)]


def _difference(form: forms.ModelForm, name: str, seen: Any) -> Difference:
    bound, field = form[name], form.fields[name]
    theirs, yours = bound.initial, bound.data
    several = isinstance(field, forms.ModelMultipleChoiceField)
    checked = isinstance(field, forms.BooleanField)
    return Difference(
        name=bound.html_name,
        label=str(bound.label),
        theirs=_in_words(field, theirs),
        yours=_in_words(field, yours),
        values=None if several or checked else (_plain(theirs), _plain(yours)),
        several=tuple(_plain(one) for one in theirs or ()) if several else (),
        untouched=seen is not None and _same(_was(form, name, seen), yours),
    )


def _was(form: forms.ModelForm, name: str, seen: Any) -> Any:
    """The value of a field, or its several keys, when the form was opened."""
    field: Any = form.instance._meta.get_field(name)
    if not field.many_to_many:
        return getattr(seen, field.attname)
    return list(getattr(seen, name).values_list(get_m2m_reverse_field_name(field), flat=True))


def _same(one: Any, other: Any) -> bool:
    if isinstance(one, list):
        return {_plain(key) for key in one} == {_plain(key) for key in other or ()}
    return _lines(_plain(one)) == _lines(_plain(other))


def _plain(value: Any) -> str:
    return "" if value is None else str(getattr(value, "pk", value))


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n")


def _in_words(field: forms.Field, value: Any) -> str:
    """A value as a reader of the form would see it."""
    if isinstance(field, forms.ModelMultipleChoiceField):
        keys = [_plain(one) for one in value or ()]
        return ", ".join(_named(field, keys))
    if isinstance(field, forms.ModelChoiceField):
        return ", ".join(_named(field, [_plain(value)]))
    if isinstance(field, forms.ChoiceField):
        labels = {str(key): str(label) for key, label in field.choices}  # type: ignore[union-attr,misc]
        return labels.get(_plain(value), _plain(value))
    return _plain(value)


def _named(field: Any, keys: Iterable[str]) -> list[str]:
    found = field.queryset.filter(pk__in=[key for key in keys if is_key(key)])
    return sorted(str(one) for one in found)


# --- Rows ---


@dataclass(frozen=True)
class Row:
    """A row that was sent, with what it would change; `gone` where it was removed meanwhile."""

    label: str
    gone: bool
    removed: bool
    differences: list[Difference]


def rows(formset: Any) -> list[Row]:
    """The rows that would change something, or that are no longer there to be changed."""
    made = [_row(formset, form) for form in formset.forms]
    return [row for row in made if row.gone or row.removed or row.differences]


def _row(formset: Any, form: forms.ModelForm) -> Row:
    stored = form.instance if form.instance.pk else None
    name = formset.model._meta.verbose_name
    return Row(
        label=f"{name}: {stored}" if stored else str(name),
        gone=bool(form["id"].data) and stored is None,
        removed=bool(form.data.get(form.add_prefix("DELETE"))),
        differences=differences(form),
    )


# --- Going on ---


def carried(
    sent: QueryDict, formsets: Iterable[forms.BaseInlineFormSet], choices: Iterable[str]
) -> list[tuple[str, str]]:
    """What was sent, as a form can send it again: rows that are gone are left out.

    `choices` are the fields that the page itself asks for.
    """
    formsets = list(formsets)
    left_out = NOT_CARRIED | set(choices)
    prefixes = tuple(f"{formset.prefix}-" for formset in formsets)
    pairs = [
        (name, value)
        for name, values in sent.lists()
        for value in values
        if name not in left_out and not name.startswith(prefixes)
        if not name.startswith("_") or name in KEPT_CONTROLS
    ]
    return [*pairs, *(pair for formset in formsets for pair in _rebased(sent, formset))]


def _rebased(sent: QueryDict, formset: Any) -> Iterator[tuple[str, str]]:
    """The rows of a formset numbered anew, those that are stored still coming first."""
    forms_ = [form for form in formset.forms if form.instance.pk or not form["id"].data]
    forms_.sort(key=lambda form: form.instance.pk is None)  # a stable sort
    yield f"{formset.prefix}-TOTAL_FORMS", str(len(forms_))
    yield f"{formset.prefix}-INITIAL_FORMS", str(sum(bool(form.instance.pk) for form in forms_))
    for number, form in enumerate(forms_):
        yield from _numbered(sent, formset.prefix, form.prefix or "", number)


def _numbered(
    sent: Mapping[str, Any], prefix: str, old: str, number: int
) -> Iterator[tuple[str, str]]:
    lists: Any = sent
    for name, values in lists.lists():
        if name.startswith(f"{old}-"):
            field = name.removeprefix(f"{old}-")
            yield from ((f"{prefix}-{number}-{field}", value) for value in values)
