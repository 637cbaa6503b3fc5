"""What a list shows of a statement, loaded in three lean queries.

Lists are the pages asked for most, and making whole records of all that a row names would cost
more than everything else about them.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import lru_cache

from sources.models import Outlet, Source
from sources.publication import Status
from statements.addresses import path_of, path_to
from statements.models import Citation, Statement

Link = tuple[str, str]  # path and name


@dataclass(frozen=True, slots=True)
class Row:
    """A statement with its published topics and the outlets of its published sources."""

    statement: Statement
    topics: list[Link]
    sources: list[Link]


def rows(statements: Collection[Statement]) -> list[Row]:
    """The rows of statements that were loaded `for_rows`, by two more queries."""
    numbers = [statement.pk for statement in statements]
    topics, sources = topics_of(numbers), sources_of(numbers)
    return [Row(one, topics[one.pk], sources[one.pk]) for one in statements]


def row_of(statement: Statement) -> Row:
    """The row of a statement that was loaded `for_timeline`, without a query."""
    topics = [(path_of(topic), topic.name) for topic in statement.topics.all()]
    cited = [citation.source for citation in statement.citations.all()]
    sources = [(_source_path(one.pk, one.title, one.outlet.slug), one.outlet.name) for one in cited]
    return Row(statement, topics, sources)


def topics_of(numbers: Iterable[int]) -> dict[int, list[Link]]:
    """Links to the published topics of statements, by the number of the statement."""
    links = defaultdict(list)
    named = Statement.topics.through.objects.filter(
        statement__in=numbers, topic__status=Status.PUBLISHED
    ).order_by("topic__name")
    for number, slug, name in named.values_list("statement_id", "topic__slug", "topic__name"):
        links[number].append((path_to("topic_detail", slug), name))
    return links


def sources_of(numbers: Iterable[int]) -> dict[int, list[Link]]:
    """Links to the published sources of statements, under the names of their outlets."""
    links = defaultdict(list)
    cited = (
        Citation.objects.published()
        .filter(statement__in=numbers)
        .values_list(
            "statement_id",
            "source_id",
            "source__title",
            "source__outlet__slug",
            "source__outlet__name",
        )
    )
    for number, source, title, outlet, name in cited:
        links[number].append((_source_path(source, title, outlet), name))
    return links


@lru_cache(maxsize=10_000)
def _source_path(pk: int, title: str, outlet: str) -> str:
    source = Source(pk=pk, title=title, outlet=Outlet(slug=outlet))
    return str(source.get_absolute_url())  # type: ignore[attr-defined]
