"""Makes the demo register from the data files that lie beside this module.

A file maps keys to records. A value that names another record gives its key; a list of lines is
one text. Parts (the aliases of a speaker, the citations of a statement) stand inside the record
they belong to, and their key is led by its key: `chou-bun-eng/secretary-of-state`.

Each record notes its key in the first entry of its own history. So a second run knows what was
made before, under whatever name it stands by now, and makes it again neither after an editor has
changed it nor after one has deleted it.
"""

import json
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.db import models, transaction
from simple_history.utils import get_history_manager_for_model

from sources.models import Capture, Country, Outlet, Source
from sources.publication import Publishable, Status
from statements import workflow
from statements.models import (
    Alias,
    Citation,
    Edition,
    Event,
    Evidence,
    Figure,
    FigureNote,
    Function,
    Indicator,
    Level,
    Organisation,
    Page,
    Placement,
    Position,
    Ranking,
    Relation,
    Role,
    Speaker,
    Stance,
    Statement,
    Topic,
)
from statements.relations import relating

FILES = Path(__file__).parent
REASON = "demo register: "  # leads the key in the history

Model = type[models.Model]
Progress = Callable[[str, int, int], None]


class DemoDataError(Exception):
    """The data files name a record that is neither in them nor in the register."""


class GoneError(Exception):
    """A record of the demo that an editor has deleted."""


@dataclass(frozen=True)
class Kind:
    """How records of a model are written down.

    `key` is the field that holds the key itself, `within` the field that leads to the record a part
    stands in, `identity` the fields that show a record entered by hand to be the same.
    """

    model: Model
    key: str = ""
    within: str = ""
    identity: tuple[str, ...] = ()
    parts: Mapping[str, "Kind"] = field(default_factory=dict)


def _named(model: Model, key: str = "slug", **parts: Kind) -> Kind:
    return Kind(model, key, identity=(key,), parts=parts)


def _part(model: Model, key: str, within: str) -> Kind:
    return Kind(model, key, within, identity=(within, key) if key else ())


KINDS = {  # in the order of loading and of publishing: nothing refers to what comes after it
    "countries": _named(Country, "iso2"),
    "topics": _named(Topic),
    "organisations": _named(Organisation),
    "speakers": _named(
        Speaker, aliases=_part(Alias, "text", "speaker"), roles=_part(Role, "", "speaker")
    ),
    "outlets": _named(Outlet),
    "sources": Kind(Source, parts={"captures": _part(Capture, "", "source")}),
    "events": _named(Event),
    "rankings": _named(
        Ranking, levels=_part(Level, "code", "ranking"), editions=_part(Edition, "year", "ranking")
    ),
    "placements": Kind(Placement, identity=("edition", "country")),
    "statements": Kind(Statement, parts={"citations": _part(Citation, "source", "statement")}),
    "relations": Kind(Relation, identity=("statement", "target", "kind")),
    "positions": Kind(Position, parts={"evidence": _part(Evidence, "statement", "position")}),
    "indicators": _named(Indicator, "code"),
    "figures": Kind(Figure),
    "figure_notes": Kind(FigureNote, identity=("figure", "rule")),
    "pages": _named(Page),
}
VOCABULARY = {Function: "code", Stance: "code"}  # made by a migration


def read(name: str) -> dict[str, dict[str, Any]]:
    """Give the records of a data file by their keys."""
    records: dict[str, dict[str, Any]] = json.loads((FILES / f"{name}.json").read_text("utf-8"))
    return records


def load_register(progress: Progress = lambda label, done, total: None) -> int:
    """Make and publish what was never made, all or nothing; give the number of new records.

    `progress` is told the theme, how many of its records are done, and how many there are. Raises
    `DemoDataError`, and IntegrityError where a record entered by hand stands in the way.
    """
    with transaction.atomic():
        register = _Register()
        for name, kind in KINDS.items():
            records = read(name)
            for done, (key, values) in enumerate(records.items(), start=1):
                register.ensure(kind, key, values)
                progress(name, done, len(records))
        register.publish(progress)
        register.confirm_relations()
    return sum(len(made) for made in register.made.values())


class _Register:
    """What has been made, in this run (`made`) and in all (`known`: primary keys by key)."""

    def __init__(self) -> None:
        self.known = {kind.model: _made_before(kind.model) for kind in _kinds()}
        self.records: dict[tuple[Model, str], models.Model] = {}
        self.made: dict[Model, list[int]] = defaultdict(list)

    def ensure(self, kind: Kind, key: str, values: Mapping[str, Any], within: str = "") -> None:
        """Make the record and its parts unless they were made before."""
        full_key = f"{within}/{key}" if within else key
        own = {name: value for name, value in values.items() if name not in kind.parts}
        own |= {kind.key: key} if kind.key else {}
        own |= {kind.within: within} if kind.within else {}
        if full_key not in self.known[kind.model]:
            try:
                self._adopt_or_make(kind, full_key, own)
            except GoneError:  # what it would refer to was deleted, so it is not wanted either
                return
        for name, part in kind.parts.items():
            for part_key, part_values in values.get(name, {}).items():
                self.ensure(part, part_key, part_values, within=full_key)

    def publish(self, progress: Progress) -> None:
        """Publish this run's records that are not public yet through what shows them."""
        for name, kind in KINDS.items():
            if not issubclass(kind.model, Publishable):
                continue
            drafts = kind.model._default_manager.filter(
                pk__in=self.made[kind.model], status=Status.DRAFT
            )
            for done, record in enumerate(drafts, start=1):
                workflow.publish(record=record, by=None)
                progress(name, done, len(drafts))

    def confirm_relations(self) -> None:
        """Make the links between statements public: to the register they are suggestions yet."""
        for relation in Relation.objects.filter(pk__in=self.made[Relation]):
            relating.confirm(relation=relation, by=None)

    def _adopt_or_make(self, kind: Kind, key: str, values: Mapping[str, Any]) -> None:
        values = {name: self._value(kind.model, name, given) for name, given in values.items()}
        many = {name: values.pop(name) for name in list(values) if isinstance(values[name], list)}
        record = kind.model(**values)
        twin = _entered_by_hand(record, kind)
        if twin is None:
            _save_first(record, key, many)
            self.made[kind.model].append(record.pk)
        self.known[kind.model][key] = (twin or record).pk
        self.records[kind.model, key] = twin or record

    def _value(self, model: Model, name: str, given: Any) -> Any:
        """Turn what a file gives for a field into what the field holds."""
        column: Any = model._meta.get_field(name)
        if column.many_to_many:
            return [self._find(column.related_model, key) for key in given]
        if column.is_relation:
            return self._find(column.related_model, given)
        text = "\n".join(given) if isinstance(given, list) else given
        return column.to_python(text)

    def _find(self, model: Model, key: str) -> models.Model:
        if (model, key) in self.records:
            return self.records[model, key]
        if model in VOCABULARY:
            found = model._default_manager.filter(**{VOCABULARY[model]: key}).first()
        elif key in self.known[model]:
            found = model._default_manager.filter(pk=self.known[model][key]).first()
            if found is None:
                raise GoneError(key)
        else:
            found = None
        if found is None:
            raise DemoDataError(f"There is no {model._meta.verbose_name} “{key}”.")
        self.records[model, key] = found
        return found


def _kinds() -> Iterator[Kind]:
    for kind in KINDS.values():
        yield kind
        yield from kind.parts.values()


def _made_before(model: Model) -> dict[str, int]:
    """Primary keys of the records of earlier runs by key, deleted ones too."""
    entries = get_history_manager_for_model(model).filter(history_change_reason__startswith=REASON)
    return {
        reason.removeprefix(REASON): pk
        for reason, pk in entries.values_list("history_change_reason", "id")
    }


def _entered_by_hand(record: models.Model, kind: Kind) -> models.Model | None:
    """Find the same record in the register where an editor has entered it before."""
    if isinstance(record, Source):
        return record.with_same_address()
    if not kind.identity:
        return None
    same = {name: getattr(record, name) for name in kind.identity}
    return kind.model._default_manager.filter(**same).first()


def _save_first(record: models.Model, key: str, many: Mapping[str, list[models.Model]]) -> None:
    record._change_reason = f"{REASON}{key}"  # type: ignore[attr-defined]
    record.save()
    del record._change_reason  # type: ignore[attr-defined]  # later changes have other reasons
    for name, others in many.items():
        getattr(record, name).set(others)
