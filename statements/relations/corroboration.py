"""One remark, many outlets: who carries it, in which words, and how many of them are independent.

A remark is what a statement holds together with all statements that editors confirmed to be the
same remark, and those that are the same as these.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import TypeVar

from django.db.models import F
from django.utils.translation import gettext as _

from sources.comparison import Part, changes
from sources.models import Outlet, Source
from sources.publication import Status
from statements.loaded import Loaded
from statements.models import Citation, Relation, Statement
from statements.positions.records import hold, record, relate
from statements.prepared import Prepared

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")
MOST_STATEMENTS = 60  # that are read as one remark
CITED = (
    "excerpt", "locator", "source__title", "source__language", "source__published_on",
    "source__published_on_earliest", "source__published_on_latest", "source__outlet__name",
    "source__outlet__slug", "source__outlet__ownership", "source__outlet__country__name",
)  # fmt: skip
AROUND = (
    "title", "outlet__name", "outlet__slug", "outlet__ownership", "outlet__country__name"
)  # fmt: skip
#: Ownership by which outlets of one country have one owner. That the state of a country stands
#: behind several is one voice; who owns a private outlet is not recorded, so each counts.
ONE_OWNER = frozenset(
    {Outlet.Ownership.STATE, Outlet.Ownership.PARTY, Outlet.Ownership.FOREIGN_GOVERNMENT}
)


@dataclass(frozen=True)
class Wording:
    """A source that carries the remark, and the words in which it does.

    `parts` is how its words differ from those of the statement in question, empty if none does;
    None where they cannot be compared, since one is an editor's summary or another language.
    """

    citation: Citation
    statement: Statement
    words: str
    is_summary: bool
    parts: list[Part] | None


@dataclass(frozen=True)
class Corroboration:
    """The sources of a remark, and those of anything said at its event."""

    statement: Statement
    wordings: list[Wording]
    around: list[Source]

    @cached_property
    def count(self) -> "Count":
        return counted([wording.citation.source for wording in self.wordings])

    @cached_property
    def count_around(self) -> "Count":
        return counted(self.around)

    @property
    def is_shown(self) -> bool:
        """Whether there is more to say than which source the statement stands in."""
        return len(self.wordings) > 1 or self.count_around.outlets > 1


@dataclass(frozen=True)
class Count:
    """How many sources and outlets, how many of these are independent, and why not the others."""

    sources: int
    outlets: int
    independent: int
    reasons: list[str]


def corroboration(statement: Statement) -> Corroboration:
    """What carries the remark of a published statement; only what is public counts."""
    same = same_remark(statement)
    cited, around = _citations(same), _around(statement)
    _set_origins([*(one.source for one in cited), *around])
    wordings = [_wording(statement, same[one.statement_id], one) for one in cited]
    wordings.sort(key=lambda one: one.statement.pk != statement.pk)
    return Corroboration(statement, wordings, around)


def same_remark(statement: Statement) -> dict[int, Statement]:
    """The statement and all that are the same remark, by their keys.

    A query for each step that the chain is long; it stops at `MOST_STATEMENTS`.
    """
    found, new = {statement.pk}, {statement.pk}
    while new and len(found) < MOST_STATEMENTS:
        pairs = [*_same("statement_id").of(list(new)), *_same("target_id").of(list(new))]
        new = {key for pair in pairs for key in pair} - found
        found |= set(sorted(new)[: MOST_STATEMENTS - len(found)])
    others, rest = Statement.objects.published().for_rows(), found - {statement.pk}
    return {statement.pk: statement} | (others.in_bulk(rest) if rest else {})


def _citations(statements: Iterable[int]) -> list[Citation]:
    return _cited_by().records(list(statements))


def _set_origins(sources: Iterable[Source]) -> None:
    """Have what each source cites, as far as that is public."""
    known = {source.pk for source in sources}
    using, origins = Source.objects.db, defaultdict(list)
    for citing, pk, outlet_id, outlet in _origins().of(list(known)) if known else ():
        origin = record(Source, using, id=pk, status=Status.PUBLISHED, outlet_id=outlet_id)
        relate(origin, outlet=record(Outlet, using, id=outlet_id, name=outlet))
        origins[citing].append(origin)
    for source in sources:
        hold(source, cites=origins[source.pk])


@cache
def _same(column: str) -> Prepared:
    links = Relation.objects.published().filter(kind=Relation.Kind.SAME_REMARK).order_by()
    return Prepared(links.values_list("statement_id", "target_id"), column)


@cache
def _cited_by() -> Loaded[Citation]:
    cited = Citation.objects.published().select_related("source__outlet__country")
    order = ("statement__said_on_earliest", "source__published_on_earliest", "pk")
    return Loaded(cited.only("statement", *CITED).order_by(*order), "statement_id")


@cache
def _origins() -> Prepared:
    cited = Source.cites.through.objects.filter(to_source__status=Status.PUBLISHED)
    columns = ("from_source_id", "to_source_id", "to_source__outlet_id", "to_source__outlet__name")
    newest = (F("to_source__published_on_latest").desc(nulls_last=True), "-to_source_id")
    return Prepared(cited.order_by(*newest).values_list(*columns), "from_source_id")


def _wording(asked: Statement, statement: Statement, citation: Citation) -> Wording:
    words = citation.excerpt or statement.quoted or statement.summary
    is_summary = not (citation.excerpt or statement.text)
    comparable = asked.text and not is_summary and citation.source.language == asked.language
    parts = changes(asked.quoted, words) if comparable else None
    return Wording(citation, statement, words, is_summary, parts)


def _around(statement: Statement) -> list[Source]:
    """The sources of all that is recorded of the statement's event."""
    if statement.event is None or not statement.event.is_published:
        return []
    there = Statement.objects.published().filter(event=statement.event)
    cited = Citation.objects.filter(statement__in=there).values("source")
    found = Source.objects.published().filter(pk__in=cited)
    return list(found.select_related("outlet__country").only(*AROUND))


# --- Independence ---


def counted(sources: Iterable[Source]) -> Count:
    """Count outlets so that each independent voice counts once, and say why others do not."""
    distinct = {source.pk: source for source in sources}
    outlets = {source.outlet_id: source.outlet for source in distinct.values()}
    groups = _Groups(outlets)
    reasons = [
        *_of_one_outlet(distinct.values()),
        *_of_one_owner(outlets.values(), groups),
        *_of_one_origin(list(distinct.values()), groups),
    ]
    return Count(len(distinct), len(outlets), groups.number, reasons)


class _Groups:
    """Outlets that count as one, each under one of its own."""

    def __init__(self, keys: Iterable[int]) -> None:
        self.leader = {key: key for key in keys}

    def lead(self, key: int) -> int:
        while self.leader[key] != key:
            key = self.leader[key]
        return key

    def join(self, one: int, other: int) -> None:
        self.leader[self.lead(one)] = self.lead(other)

    @property
    def number(self) -> int:
        return len({self.lead(key) for key in self.leader})


def _of_one_outlet(sources: Iterable[Source]) -> Iterator[str]:
    for outlet, several in _grouped((source.outlet, source) for source in sources):
        said = _("%(outlet)s counts once, with its %(count)d sources.")
        yield said % {"outlet": outlet, "count": len(several)}


def _of_one_owner(outlets: Iterable[Outlet], groups: _Groups) -> Iterator[str]:
    owned = [one for one in outlets if one.ownership in ONE_OWNER and one.country_id]
    for (ownership, country), several in _grouped(
        ((one.get_ownership_display(), one.country), one) for one in owned
    ):
        for one in several[1:]:
            groups.join(several[0].pk, one.pk)
        said = _("%(outlets)s count once: ownership “%(ownership)s”, %(country)s.")
        names = ", ".join(sorted(one.name for one in several))
        yield said % {"outlets": names, "ownership": ownership, "country": country}


def _of_one_origin(sources: Sequence[Source], groups: _Groups) -> Iterator[str]:
    """A source counts with what it cites, and with whatever else cites the same."""
    origins = [(cited, source) for source in sources for cited in _cited(source)]
    present = {source.pk: source for source in sources}
    origins += [
        (present[cited.pk], present[cited.pk]) for cited, _one in origins if cited.pk in present
    ]
    for cited, several in _grouped(dict.fromkeys(origins)):
        outlets = {one.outlet_id: one.outlet.name for one in several}
        first, *others = outlets
        for other in others:
            groups.join(first, other)
        if others:
            said = _("%(outlets)s count once: they rest on the same source, %(cited)s.")
            yield said % {"outlets": ", ".join(sorted(outlets.values())), "cited": cited.outlet}


def _cited(source: Source) -> list[Source]:
    """What a source cites, as far as that is public."""
    return [one for one in source.cites.all() if one.is_published]


def _grouped(pairs: Iterable[tuple[K, V]]) -> Iterator[tuple[K, list[V]]]:
    """Those of one key together, where there are several."""
    groups: dict[K, list[V]] = defaultdict(list)
    for key, value in pairs:
        groups[key].append(value)
    return ((key, values) for key, values in groups.items() if len(values) > 1)
