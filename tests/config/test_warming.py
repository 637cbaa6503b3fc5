"""What is asked for before any visitor asks."""

from typing import Any

import pytest
from pytest_django.fixtures import Settings

from config.warming import host, warm
from config.wsgi import application
from tests import factories


@pytest.mark.django_db
def test_the_timeline_and_a_search_are_answered_as_to_a_visitor() -> None:
    factories.published("We will act.")
    answers: list[tuple[str, str, bytes]] = []

    def asked(environ: dict[str, Any], start: Any) -> Any:
        def started(status: str, headers: Any) -> None:
            answers.append((environ["QUERY_STRING"], status, b""))

        answer = application(environ, started)
        answers[-1] = (*answers[-1][:2], answer.content)
        return answer

    warm(asked)
    assert [(query, status) for query, status, _content in answers] == [
        ("", "200 OK"),
        ("q=a", "200 OK"),
    ]
    assert b"We will act." in answers[0][2]


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
