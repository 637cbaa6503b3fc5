"""Both engines find the same statements in the same order.

Each engine is compared with a search of the plain tokens in Python, over the demo register. What
equals the same third thing is equal; so the suite, run on SQLite and on PostgreSQL, holds the two
together without a file of recorded answers.
"""

import pytest
from django.http import QueryDict

from statements.filters import StatementFilter
from statements.models import SearchEntry, Statement
from statements.paging import page_by_date
from statements.search.query import Clause, parse
from tests import demo

QUERIES = [
    # English: words in all their forms, several words, numbers
    "cambodia", "trafficking", "assessment", "assessments", "unjust", "unfair", "deny", "denied",
    "denies", "report", "reports", "victims", "rescued", "1577", "1,577", "359", "2021", "tier 2",
    "human trafficking", "trafficking human", "double standard", "crime victims", "law enforcement",
    "united states", "U.S.", "Covid", "nothing-like-this", "problems security", "THE", "a",
    # Phrases
    '"we do not deny"', '"do not deny"', '"deny not do"', "“we do not accept it”",
    '"human trafficking"',
    '"inaccurate and unfair"', '"tier 2"', '"law enforcement measures"', '"cambodian soil"', '"we',
    # Exclusions
    "trafficking -victims", "-trafficking", '-"human trafficking"', "cambodia -report -unfair",
    "deny -“do not deny”", "-cambodia -trafficking",
    # Names, honorifics, offices, outlets, topics, events
    "chou", "Bun Eng", "bun eng unjust", "Samdech", "Samdech Thipadei", "manet", "Sar Kheng",
    "prime minister", "vice-chair", "NCCT", "fresh news", "phnom penh post", "voa", "prevention",
    "press conference", "national day", "interior ministry lauds",
    # Khmer: whole words, fragments, one cluster, both orders of marks, digits
    "ហ៊ុន ម៉ាណែត", "ម៉ាណែត", "ម៉ា", "ហ៊ុន", "ជូ", "ប៊ុនអេង", "គណៈកម្មាធិការជាតិ", "ជួញដូរ", "ក្រសួង",
    "នាយករដ្ឋមន្ត្រី", "នាយករដ្ឋមន្រ្តី", "រដ្ឋ", "១៥៧៧", "manet ហ៊ុន", "-ហ៊ុន", '"ហ៊ុន ម៉ាណែត"',
]  # fmt: skip


def found_in_python(query: str) -> list[int]:
    """The numbers of the statements that a plain search of the tokens finds, newest first."""
    clauses = parse(query).clauses
    entries = dict(SearchEntry.objects.values_list("pk", "tokens"))
    ids = Statement.objects.published().newest_first().values_list("pk", flat=True)
    return [pk for pk in ids if all(fits(clause, entries[pk]) for clause in clauses)]


def fits(clause: Clause, tokens: str) -> bool:
    return (f" {' '.join(clause.tokens)} " in f" {tokens} ") is not clause.excluded


def found_by_engine(query: str, order: str = "newest") -> list[int]:
    data = QueryDict(mutable=True)
    data.update({"q": query, "order": order})
    selection = StatementFilter(data)
    assert selection.is_valid(), selection.errors
    page = page_by_date(selection.qs, newest_first=order == "newest", size=1000)
    return [statement.pk for statement in page.statements]


@pytest.mark.django_db
def test_each_query_finds_the_same_statements_in_the_same_order_on_every_engine() -> None:
    demo.load()
    expected = {query: found_in_python(query) for query in QUERIES}
    assert {query: found_by_engine(query) for query in QUERIES} == expected
    backwards = {query: found[::-1] for query, found in expected.items()}
    assert {query: found_by_engine(query, "oldest") for query in QUERIES} == backwards
    # The queries say something: most find some statements, and few find all.
    some = [query for query, found in expected.items() if 0 < len(found) < 55]
    assert len(QUERIES) >= 60
    assert len(some) >= 50, len(some)
