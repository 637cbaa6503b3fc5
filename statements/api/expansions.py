"""What `expand` adds to records: those they refer to, in one load for a whole page."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Any, ClassVar

from django.db.models import QuerySet
from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from statements.exports.fields import row
from statements.exports.kinds import Kind
from statements.exports.statements import CITED

EXPAND = "expand"
Ids = Mapping[int, Sequence[int]]


@dataclass(frozen=True)
class Expansion:
    """Records of `kind` that go with others; `ids` gives theirs by the `pk` of each."""

    name: str
    kind: Kind
    ids: Callable[[Sequence[Any]], Ids]
    help: str | Promise
    many: bool = False

    def of(self, records: Sequence[Any], base: str) -> dict[int, Any]:
        """What goes with each of the records, by its `pk`. Only what is public."""
        wanted = self.ids(records)
        loaded = self.kind.load(sorted({pk for several in wanted.values() for pk in several}))
        fields = self.kind.fields(base)
        rows = {pk: row(fields, record) for pk, record in loaded.items()}
        return {one.pk: self._shown(wanted.get(one.pk, ()), rows) for one in records}

    def _shown(self, ids: Sequence[int], rows: Mapping[int, Any]) -> Any:
        found = [rows[pk] for pk in ids if pk in rows]
        return found if self.many else next(iter(found), None)


@dataclass(frozen=True)
class Citations:
    """The citations of statements, which have no number of their own: one object each."""

    name: str = "citations"
    help: str | Promise = _("The places in sources that the statement rests on.")  # noqa: RUF009
    many: ClassVar[bool] = True

    def of(self, records: Sequence[Any], base: str) -> dict[int, Any]:
        """The citations of each statement, by its `pk`."""
        return {one.pk: list(self._of(one)) for one in records}

    def _of(self, statement: Any) -> Iterable[dict[str, object]]:
        columns: list[Any] = [field.value(statement) for field in CITED.values()]
        return (dict(zip(CITED, cells, strict=True)) for cells in zip(*columns, strict=True))


def one(path: str) -> Callable[[Sequence[Any]], Ids]:
    """The number that stands at `path` of a record, if any."""
    read = attrgetter(path)
    return lambda records: {one.pk: [read(one)] if read(one) else [] for one in records}


def several(read: Callable[[Any], Iterable[int]]) -> Callable[[Sequence[Any]], Ids]:
    """The numbers that are read from each record."""
    return lambda records: {one.pk: list(read(one)) for one in records}


def pointing(at: str, records: Callable[[], QuerySet[Any]]) -> Callable[[Sequence[Any]], Ids]:
    """The numbers of the records that refer to each by the relation `at`, in one query."""

    def ids(owners: Sequence[Any]) -> Ids:
        found: dict[int, list[int]] = {}
        rows = records().filter(**{f"{at}__in": [owner.pk for owner in owners]})
        for owner, pk in rows.order_by("pk").values_list(at, "pk").distinct():
            found.setdefault(owner, []).append(pk)
        return found

    return ids


def asked_for(data: QueryDict) -> list[str]:
    """The names in `expand`, in their order and once each."""
    given = ",".join(value for value in data.getlist(EXPAND) if value)
    return list(dict.fromkeys(given.split(","))) if given else []


def unknown(data: QueryDict, known: Iterable[Expansion | Citations]) -> dict[str, list[str]]:
    """A sentence, under the name of the parameter, for what `expand` cannot add."""
    names = [one.name for one in known]
    strange = [name for name in asked_for(data) if name not in names]
    if not strange:
        return {}
    if not names:
        return {EXPAND: [_t("These records refer to no others.")]}
    text = _t("“%(name)s” cannot be expanded here. Give any of: %(names)s.")
    return {EXPAND: [text % {"name": strange[0][:40], "names": ", ".join(names)}]}


def with_expanded(
    rows: Iterable[dict[str, object]], records: Sequence[Any], wanted: Iterable[Any], base: str
) -> list[dict[str, object]]:
    """The rows of the records with what is wanted under `expanded`; as they are if nothing is."""
    added = {expansion.name: expansion.of(records, base) for expansion in wanted}
    if not added:
        return list(rows)
    return [
        {**cells, "expanded": {name: found[record.pk] for name, found in added.items()}}
        for cells, record in zip(rows, records, strict=True)
    ]
