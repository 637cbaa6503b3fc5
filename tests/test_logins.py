"""Passwords, the lock after failed logins, and the cookie of a session."""

import pytest
from django.conf import settings
from django.contrib.auth.models import User
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.test import Client
from django.test.utils import override_settings
from django.urls import reverse

from config import settings as shipped
from tests import factories
from tests.policy import POLICY, Page, policy, unsafe

pytestmark = pytest.mark.django_db


PASSWORD = "correct-horse-battery"


def log_in(client: Client, password: str, username: str = "editor") -> HttpResponse:
    body = {"username": username, "password": password}
    return client.post(reverse("admin:login"), body)  # type: ignore[return-value]


def test_passwords_are_kept_by_argon2() -> None:
    with override_settings(PASSWORD_HASHERS=shipped.PASSWORD_HASHERS):
        assert factories.user().password.startswith("argon2")


@pytest.mark.parametrize("password", ["short", "password1234", "839201748392"])
def test_a_weak_password_is_refused(password: str) -> None:
    with pytest.raises(ValidationError):
        validate_password(password, user=User(username="editor"))


def test_five_failures_lock_the_login_even_for_the_right_password(client: Client) -> None:
    factories.staff(username="editor")
    tried = [log_in(client, "wrong").status_code for _ in range(5)]
    assert tried[:4] == [200] * 4
    locked = log_in(client, PASSWORD)
    assert locked.status_code == 429
    assert "_auth_user_id" not in client.session
    assert policy(locked) == POLICY
    assert not list(unsafe(Page(locked.content.decode())))


def test_a_lock_is_for_one_name_only(client: Client) -> None:
    for name in ("editor", "reviewer"):
        factories.staff(username=name)
    for _ in range(6):
        log_in(client, "wrong")
    assert log_in(client, PASSWORD, "reviewer").status_code == 302


def test_a_login_after_four_failures_forgives_them(client: Client) -> None:
    factories.staff(username="editor")
    for _ in range(2):
        for _ in range(4):
            log_in(client, "wrong")
        assert log_in(client, PASSWORD).status_code == 302
        client.logout()


def test_the_session_cookie_is_out_of_reach_of_scripts_and_other_sites(client: Client) -> None:
    factories.staff(username="editor")
    cookie = log_in(client, PASSWORD).cookies[settings.SESSION_COOKIE_NAME]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"
