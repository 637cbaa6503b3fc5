import pytest
from django.db.models import OuterRef
from pytest_django import DjangoAssertNumQueries

from statements.belonging import Belonging, several
from statements.models import Role, Speaker
from tests import factories

pytestmark = pytest.mark.django_db

ROLES = Role.objects.filter(speaker=OuterRef("pk")).order_by("-title")


def test_what_belongs_to_a_row_is_read_with_it_in_its_order(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    first, second, third = (factories.speaker(name) for name in ("A", "B", "C"))
    for title in ("Minister", "Prime, “Minister”", 'A "{\\deputy}",'):
        first.roles.create(title=title)
    second.roles.create(title="រដ្ឋមន្ត្រី")
    read = Speaker.objects.order_by("name").values_list("name", Belonging(ROLES, "title", "pk"))
    with django_assert_num_queries(1):
        names, column = zip(*read, strict=True)
    assert names == (first.name, second.name, third.name)
    titles = [[role[0] for role in roles] for roles in several(column)]
    assert titles == [
        ["Prime, “Minister”", "Minister", 'A "{\\deputy}",'], ["រដ្ឋមន្ត្រី"], [],
    ]  # fmt: skip


def test_numbers_are_told_as_texts() -> None:
    role = factories.speaker("A").roles.create(title="Minister")
    read = Speaker.objects.values_list(Belonging(ROLES, "pk"), flat=True)
    assert several(list(read)) == [[[str(role.pk)]]]


def test_of_no_rows_nothing_was_read() -> None:
    assert several([]) == []
