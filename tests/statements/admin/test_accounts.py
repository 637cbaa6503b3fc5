"""Whoever manages accounts gives nobody more than they have."""

from typing import Any

import pytest
from django.contrib.auth.models import Group, Permission, User

from statements.admin.accounts import groups_within_reach
from tests import factories
from tests.statements.admin.conftest import LogIn, url

pytestmark = pytest.mark.django_db
CHANGE = "auth_user_change"


def account_form(person: User, **fields: Any) -> dict[str, Any]:
    joined = {"date_joined_0": "2022-01-01", "date_joined_1": "00:00:00"}
    return {"username": person.username, "is_active": "on", "is_staff": "on", **joined, **fields}


def test_an_admin_puts_people_into_groups(log_in: LogIn) -> None:
    person, editor = factories.user(), Group.objects.get(name="Editor")
    log_in("Admin").post(url(CHANGE, person.pk), account_form(person, groups=[editor.pk]))
    assert list(person.groups.all()) == [editor]


def test_an_admin_makes_an_account(log_in: LogIn) -> None:
    password = {"password1": "a-very-long-phrase", "password2": "a-very-long-phrase"}
    form = {"username": "sophea", "usable_password": "true", **password}
    assert log_in("Admin").post(url("auth_user_add"), form).status_code == 302
    assert not User.objects.get(username="sophea").is_superuser


def test_an_admin_makes_no_superuser_and_gives_no_single_permission(log_in: LogIn) -> None:
    person = factories.user()
    extra = Permission.objects.get(codename="change_group")
    form = account_form(person, is_superuser="on", user_permissions=[extra.pk])
    assert log_in("Admin").post(url(CHANGE, person.pk), form).status_code == 302
    person.refresh_from_db()
    assert not person.is_superuser
    assert not person.user_permissions.exists()


def test_an_admin_gives_no_group_that_may_do_more(log_in: LogIn) -> None:
    person, keepers = factories.user(), Group.objects.create(name="Keepers")
    keepers.permissions.add(Permission.objects.get(codename="change_group"))
    form = account_form(person, groups=[keepers.pk])
    response = log_in("Admin").post(url(CHANGE, person.pk), form)
    assert b"errornote" in response.content
    assert not person.groups.exists()


def test_an_admin_does_not_take_over_a_superuser(log_in: LogIn) -> None:
    root, client = factories.staff(is_superuser=True), log_in("Admin")
    password = {"password1": "a-very-long-phrase", "password2": "a-very-long-phrase"}
    assert client.post(url(CHANGE, root.pk), account_form(root)).status_code == 403
    assert client.post(url("auth_user_password_change", root.pk), password).status_code == 403
    assert client.post(url("auth_user_delete", root.pk), {"post": "yes"}).status_code == 403


def test_an_admin_does_not_take_over_who_may_do_more_even_while_switched_off(
    log_in: LogIn,
) -> None:
    keeper = factories.staff(is_active=False)
    keeper.user_permissions.add(Permission.objects.get(codename="change_group"))
    form = account_form(keeper)
    assert log_in("Admin").post(url(CHANGE, keeper.pk), form).status_code == 403


@pytest.mark.parametrize("group", ["Contributor", "Editor", "Reviewer"])
def test_others_see_no_accounts(log_in: LogIn, group: str) -> None:
    assert log_in(group).get(url("auth_user_changelist")).status_code == 403


def test_a_superuser_gives_anything() -> None:
    Group.objects.create(name="Keepers").permissions.set(Permission.objects.all())
    assert groups_within_reach(factories.user(is_superuser=True)).count() == 5
    assert groups_within_reach(factories.user("Admin")).count() == 4
