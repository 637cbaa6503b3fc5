"""What readers saw in an earlier version, in words, and the words in which two versions differ.

Names of other records are those of today, but for claimant, office and event, which a version keeps
as they were. A position or a figure that was withdrawn since is named, and its words are not told.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Model
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from sources.comparison import Part, changes
from sources.models import Source
from sources.publication import Status
from sources.vocabulary import DateBasis
from statements.models import (
    Correction,
    Figure,
    Function,
    Indicator,
    Placement,
    Position,
    Revision,
    Stance,
    Statement,
    Topic,
)
from statements.parameters import language_name
from statements.revisions import NAMES, differences

Record = dict[str, Any]
CLAIMANT = ("speaker", "organisation")
ORDER = (
    "claimant", "role", "role_as_printed", "attributed_as", "kind", "text", "language",
    "original_text", "original_language", "summary", "context", "said_on", "date_basis",
    "date_note", "weekday_as_printed", "event", "venue", "topics", "functions",
    "acknowledges_problem", "citations", "positions", "figures", "override_reason",
)  # fmt: skip
LABELS = {
    "claimant": gettext_lazy("Claimant"),
    "role": gettext_lazy("Office that day"),
    "event": gettext_lazy("Event"),
    "topics": gettext_lazy("Topics"),
    "functions": gettext_lazy("What it does"),
    "citations": gettext_lazy("Where it stands"),
    "positions": gettext_lazy("Positions"),
    "figures": gettext_lazy("Figures"),
}
CHOICES: dict[str, Any] = {
    "kind": Statement.Kind,
    "date_basis": DateBasis,
    "acknowledges_problem": Statement.Acknowledges,
}


@dataclass(frozen=True)
class Line:
    """A field of a version and what stood in it."""

    name: str
    label: str
    text: str


@dataclass(frozen=True)
class Change:
    """A field that differs between two versions, and the words in which it does."""

    label: str
    parts: list[Part]


@dataclass(frozen=True)
class Account:
    """A correction as readers see it, with what it changed."""

    correction: Correction
    changes: list[Change]

    @property
    def withdrawn_record(self) -> str:
        """Such as “Figure 12”, where something else than the statement was withdrawn."""
        return name_of(self.correction.model, self.correction.record_id or 0)


def name_of(model: str, pk: int) -> str:
    """A record without its words."""
    names = {
        Position._meta.label_lower: _("Position %d"),
        Figure._meta.label_lower: _("Figure %d"),
    }
    return names.get(model, _("Note %d on a figure")) % pk if model else ""


class Lexicon:
    """The names of what some versions refer to, looked up in a constant number of queries."""

    def __init__(self, records: Iterable[Record]) -> None:
        held = list(records)
        rows = {name: [row for one in held for row in one[name]] for name in PARTS}
        cited = Source.objects.published().select_related("outlet")
        placed = Placement.objects.published().select_related(
            "country", "level", "edition__ranking"
        )
        self.sources = cited.in_bulk({row["source"] for row in rows["citations"]})
        self.placements = placed.in_bulk({row["placement"] for row in rows["positions"]})
        self.topics = _by(Topic, "slug", (slug for one in held for slug in one["topics"]))
        self.functions = _by(Function, "code", (code for one in held for code in one["functions"]))
        self.stances = _by(Stance, "code", (row["stance"] for row in rows["positions"]))
        self.indicators = _by(Indicator, "code", (row["indicator"] for row in rows["figures"]))
        self.positions = _standing(Position, (row["position"] for row in rows["positions"]))
        self.figures = _standing(Figure, (row["figure"] for row in rows["figures"]))

    def citation(self, row: Record) -> str:
        excerpt = f"“{row['excerpt']}”" if row["excerpt"] else ""
        source = self.sources.get(row["source"]) or _("Source %d") % row["source"]
        rank = "" if row["is_primary"] else _("secondary")
        return _joined(str(source), row["locator"], rank, excerpt)

    def position(self, row: Record) -> str:
        if row["position"] not in self.positions:
            return _withdrawn(Position, row["position"])
        stance = self.stances.get(row["stance"], row["stance"])
        placement = self.placements.get(row["placement"]) or ""
        return _joined(str(stance), str(placement), row["as_of"], row["grounds"])

    def figure(self, row: Record) -> str:
        if row["figure"] not in self.figures:
            return _withdrawn(Figure, row["figure"])
        indicator = str(self.indicators.get(row["indicator"], row["indicator"]))
        period = " – ".join(filter(None, row["period"]))
        disputed = _("unit disputed") if row["unit_disputed"] else ""
        named = f"{row['value_as_printed']} ({indicator}: {row['value']})"
        return _joined(named, period, disputed, row["note"])


PARTS = {"citations": Lexicon.citation, "positions": Lexicon.position, "figures": Lexicon.figure}


def lines(record: Record, lexicon: Lexicon) -> list[Line]:
    """What readers saw in a version, field by field, the empty ones aside."""
    found = [Line(name, label_of(name), worded(name, record, lexicon)) for name in _fields(record)]
    return [line for line in found if line.text]


def accounts(corrections: Iterable[Correction]) -> list[Account]:
    """Corrections with what each changed; nothing of what was withdrawn since."""
    told = list(corrections)
    pairs = {one.pk: (one.before, one.after) for one in told if not one.is_hidden}
    lexicon = Lexicon(one.record for pair in pairs.values() for one in pair if one)
    return [Account(one, between(*pairs.get(one.pk, (None, None)), lexicon)) for one in told]


def between(before: Revision | None, after: Revision | None, lexicon: Lexicon) -> list[Change]:
    """The fields in which two versions differ; none where there are no two."""
    if before is None or after is None:
        return []
    differing = {_field(name) for name in differences(before.record, after.record)}
    return [
        Change(label_of(name), _compared(name, before.record, after.record, lexicon))
        for name in _fields(after.record)
        if name in differing
    ]


def _compared(name: str, before: Record, after: Record, lexicon: Lexicon) -> list[Part]:
    return changes(worded(name, before, lexicon), worded(name, after, lexicon))


def worded(name: str, record: Record, lexicon: Lexicon) -> str:
    """What a field of a version says to a reader."""
    value = record[NAMES][name] if name in record[NAMES] else record.get(name, "")
    if name in PARTS:
        return "\n".join(PARTS[name](lexicon, row) for row in value)
    if name in {"topics", "functions"}:
        known: dict[str, Any] = getattr(lexicon, name)
        return ", ".join(str(known.get(one, one)) for one in value)
    if name in CHOICES:
        return str(dict(CHOICES[name].choices).get(value, value))
    return language_name(value) if name.endswith("language") and value else str(value or "")


def label_of(name: str) -> str:
    """What a field is called on the page of a statement."""
    if name in LABELS:
        return str(LABELS[name])
    label = str(Statement._meta.get_field(name).verbose_name)  # type: ignore[union-attr]
    return label[:1].upper() + label[1:]


def _field(name: str) -> str:
    return "claimant" if name in CLAIMANT else name


def _fields(record: Record) -> list[str]:
    """In one order, whatever the database made of it."""
    found = {_field(name) for name in record if name != NAMES}
    return [name for name in ORDER if name in found]


def _by(model: type[Model], field: str, values: Iterable[str]) -> dict[str, Model]:
    found = model._default_manager.filter(**{f"{field}__in": set(values)})
    return {getattr(one, field): one for one in found}


def _standing(model: type[Position] | type[Figure], ids: Iterable[int]) -> set[int]:
    """Those of these records that were not withdrawn."""
    found = model._base_manager.filter(pk__in=set(ids), status=Status.PUBLISHED)
    return set(found.values_list("pk", flat=True))


def _withdrawn(model: type[Model], pk: int) -> str:
    return _("%s (withdrawn since)") % name_of(model._meta.label_lower, pk)


def _joined(*parts: str) -> str:
    return ", ".join(part for part in parts if part)
