"""What is asked for before any visitor asks."""

from io import BytesIO
from typing import Any

import pytest
from django.test import Client
from pytest_django.fixtures import Settings

from config.warming import host, warm
from tests import factories


@pytest.mark.django_db
def test_the_timeline_and_a_search_are_asked_for_as_by_a_visitor(client: Client) -> None:
    factories.published("We will act.")
    answers: list[Any] = []

    def asked(environ: dict[str, Any], start: object) -> Any:
        answers.append(client.request(**environ))
        return BytesIO()  # the client has closed the answer

    warm(asked)
    assert [(one.wsgi_request.GET.get("q"), one.status_code) for one in answers] == [
        (None, 200),
        ("a", 200),
    ]
    assert "We will act." in answers[0].content.decode()


@pytest.mark.parametrize(
    ("allowed", "name"),
    [
        (["register.example", "other.example"], "register.example"),
        ([".example.org"], "example.org"),
        (["*"], "localhost"),
        ([], "localhost"),
    ],
)
def test_the_name_is_one_under_which_the_site_answers(
    settings: Settings, allowed: list[str], name: str
) -> None:
    settings.ALLOWED_HOSTS = allowed
    assert host() == name
