"""Rows of a list: statements with links to their topics and sources, loaded in lean queries.

Lists are the pages asked for most, and making whole records of all that a row names would cost
more than everything else about them.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from sources.models import Outlet, Source
from sources.publication import Status
from statements.addresses import Paths, path_of
from statements.models import Citation, Statement
from statements.prepared import Prepared
from statements.shown import Shown, each

Link = tuple[str, str]  # path and name


class Row(NamedTuple):
    """A statement with its published topics and the outlets of its published sources."""

    statement: Shown
    topics: list[Link]
    sources: list[Link]


def rows(statements: Iterable[Statement | Shown]) -> list[Row]:
    """The rows of statements that were loaded for a list, by two more queries."""
    shown = each(statements)
    numbers = [one.pk for one in shown]
    topics, sources = topics_of(numbers), sources_of(numbers)
    return [Row(one, topics[one.pk], sources[one.pk]) for one in shown]


def row_of(statement: Statement) -> Row:
    """The row of a statement that was loaded `for_timeline`, without a query."""
    topics = [(path_of(topic), topic.name) for topic in statement.topics.all()]
    cited = [citation.source for citation in statement.citations.all()]
    sources = [(_source_path(one.pk, one.title, one.outlet.slug), one.outlet.name) for one in cited]
    return Row(Shown.of(statement), topics, sources)


def topics_of(numbers: Sequence[int]) -> dict[int, list[Link]]:
    """Links to the published topics of statements, by the number of the statement."""
    links, to = defaultdict(list), Paths().to
    for number, slug, name in _topics().of(numbers) if numbers else ():
        links[number].append((to("topic_detail", slug), name))
    return links


def sources_of(numbers: Sequence[int]) -> dict[int, list[Link]]:
    """Links to the published sources of statements, under the names of their outlets."""
    links = defaultdict(list)
    for number, source, title, outlet, name in _sources().of(numbers) if numbers else ():
        links[number].append((_source_path(source, title, outlet), name))
    return links


@cache
def _topics() -> Prepared:
    named = Statement.topics.through.objects.filter(topic__status=Status.PUBLISHED)
    ordered = named.order_by("topic__name")
    return Prepared(
        ordered.values_list("statement_id", "topic__slug", "topic__name"), "statement_id"
    )


@cache
def _sources() -> Prepared:
    cited = Citation.objects.published().values_list(
        "statement_id",
        "source_id",
        "source__title",
        "source__outlet__slug",
        "source__outlet__name",
    )
    return Prepared(cited, "statement_id")


@lru_cache(maxsize=10_000)
def _source_path(pk: int, title: str, outlet: str) -> str:
    source = Source(pk=pk, title=title, outlet=Outlet(slug=outlet))
    return str(source.get_absolute_url())  # type: ignore[attr-defined]
