"""The guard in front of every view."""

import json

import pytest
from django.http import HttpResponse
from django.test import RequestFactory

from config.middleware import (
    MAX_PATH,
    MAX_QUERY,
    RefuseUnreadableInput,
    answer_head_without_body,
    is_open,
    open_data_to_all,
    refusal,
    unreadable,
)

get = RequestFactory().get


def test_an_ordinary_address_passes() -> None:
    assert refusal(get("/statements/", {"q": "ការជួញដូរមនុស្ស", "speaker": ["a", "b"]})) is None


def test_an_over_long_query_is_refused() -> None:
    assert refusal(get("/", QUERY_STRING="q=" + "x" * (MAX_QUERY - 2))) is None
    assert refusal(get("/", QUERY_STRING="q=" + "x" * MAX_QUERY)) == "The address is too long."


def test_an_over_long_path_is_refused() -> None:
    assert refusal(get("/" + "x" * MAX_PATH)) == "The address is too long."


@pytest.mark.parametrize("path", ["/speakers/%00/", "/%EF%BF%BD/"])
def test_a_path_that_cannot_be_read_is_refused(path: str) -> None:
    assert refusal(get(path)) == "The address holds characters that cannot be read."


@pytest.mark.parametrize("value", ["%00", "%ff%fe", "%c0%af", "%ed%a0%80"])
def test_a_parameter_that_cannot_be_read_is_named(value: str) -> None:
    said = refusal(get("/", QUERY_STRING=f"ok=1&topic=a&topic={value}"))
    assert said == "The parameter “topic” holds characters that cannot be read."


def test_the_name_of_a_parameter_must_be_readable_too() -> None:
    assert refusal(get("/", QUERY_STRING="%00=1"))


def test_a_cookie_with_a_nul_is_refused() -> None:
    request = get("/", headers={"cookie": 'sessionid="a\\000"'})
    assert refusal(request) == "A cookie holds characters that cannot be read."


def test_a_lone_surrogate_is_unreadable() -> None:
    assert unreadable("a\ud800")
    assert not unreadable("a\U0001f4a3")


def test_a_refused_request_never_reaches_the_view() -> None:
    def view(request: object) -> HttpResponse:
        raise AssertionError

    answer = RefuseUnreadableInput(view)(get("/", QUERY_STRING="q=%00"))
    assert answer.status_code == 400
    assert "“q”" in answer.content.decode()


def test_an_answer_to_head_tells_the_length_and_has_no_body() -> None:
    answer = answer_head_without_body(lambda request: HttpResponse("x" * 10))
    head = answer(RequestFactory().head("/"))
    assert (head.content, head["Content-Length"]) == (b"", "10")
    assert answer(RequestFactory().get("/")).content == b"x" * 10


def test_a_parameter_that_cannot_be_read_is_named_in_data_as_well() -> None:
    guard = RefuseUnreadableInput(lambda request: HttpResponse())
    answer = guard(get("/api/v1/statements/", QUERY_STRING="ok=1&topic=%00"))
    assert list(json.loads(answer.content)["errors"]) == ["topic"]
    for query in ("%00=1", "q=" + "x" * MAX_QUERY):
        answer = guard(get("/statements.json", QUERY_STRING=query))
        assert list(json.loads(answer.content)["errors"]) == [""]


@pytest.mark.parametrize(
    ("path", "expected"),
    [("/api/v1/statements/", True), ("/api/v1/nothing/", True), ("/statements.csv", True),
     ("/speakers/x.atom", True), ("/ledger.jsonl", True), ("/api/v1/", False), ("/", False),
     ("/statements/", False), ("/admin/x.json", False), ("/s/1.png", False)],
)  # fmt: skip
def test_what_programs_read_is_open_to_pages_from_anywhere(path: str, expected: bool) -> None:
    answer = open_data_to_all(lambda request: HttpResponse())(get(path, headers={"origin": "x"}))
    assert is_open(path) is expected
    assert answer.get("Access-Control-Allow-Origin") == ("*" if expected else None)
    assert "Access-Control-Allow-Credentials" not in answer


def test_a_question_beforehand_is_answered_for_a_view_that_knows_none() -> None:
    def view(request: object) -> HttpResponse:
        return HttpResponse("No.", status=405)

    asked = RequestFactory()
    answer = open_data_to_all(view)(asked.options("/statements.csv"))
    assert (answer.status_code, answer.content) == (204, b"")
    assert answer["Access-Control-Allow-Methods"] == answer["Allow"] == "GET, HEAD, OPTIONS"
    assert open_data_to_all(view)(asked.options("/statements/")).status_code == 405
    assert open_data_to_all(view)(asked.post("/statements.csv")).status_code == 405
