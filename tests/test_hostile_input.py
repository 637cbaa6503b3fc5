"""Whatever is sent, the answer is a page, never an error of the server nor the whole table."""

from copy import deepcopy
from urllib.parse import quote

import pytest
from django.test import Client
from django.urls import reverse

from statements.filters import StatementFilter
from statements.models import Statement
from tests import factories, register
from tests.hostile import (
    BLANK,
    EXTREME,
    STATEMENT,
    UNREADABLE,
    WORDS,
    acceptable,
    ask,
    filtered,
    hostile_paths,
    refused,
    telling,
)
from tests.register import Register

pytestmark = pytest.mark.django_db

PARAMETERS = sorted(StatementFilter.base_filters)
TIMELINE = "/statements/"


@pytest.fixture(scope="module")
def made(shared: None) -> Register:
    return register.make()


@pytest.fixture
def public(made: Register) -> Register:
    return deepcopy(made)


def test_the_list_of_hostile_values_is_long_enough() -> None:
    assert len(set(UNREADABLE)) >= 100


@pytest.mark.parametrize("name", PARAMETERS)
def test_what_cannot_be_read_is_refused_by_name(
    public: Register, client: Client, name: str
) -> None:
    for value in UNREADABLE:
        if name == WORDS or not filtered(value):
            assert acceptable(ask(client, TIMELINE, f"{name}={value}"), name, value), value[:80]


def test_each_parameter_that_cannot_be_read_is_named(public: Register, client: Client) -> None:
    names = [name for name in PARAMETERS if name != WORDS]
    for number, value in enumerate(filter(filtered, UNREADABLE)):
        answer = ask(client, TIMELINE, "&".join(f"{name}={value}" for name in names))
        for name in names:
            assert refused(answer, name), (name, value)
        alone = names[number % len(names)]
        assert refused(ask(client, TIMELINE, f"{alone}={value}"), alone), (alone, value)


def test_what_cannot_be_read_is_refused_beside_what_can(public: Register, client: Client) -> None:
    good = f"speaker={public.speaker.slug}"
    for name in PARAMETERS:
        query = f"{good}&{name}=%3Cx%3E_&kind=quotation"
        assert refused(ask(client, TIMELINE, query), name) or name == WORDS, name


@pytest.mark.parametrize("page", register.TIMELINES[1:])
def test_every_page_with_statements_refuses_alike(
    public: Register, client: Client, page: str
) -> None:
    path = register.pages(public)[page]
    own = page.removesuffix("_detail")  # what the page stands for is not asked of the address
    names = [name for name in PARAMETERS if name not in {own, WORDS}]
    own_share = register.TIMELINES.index(page)  # the filter is the same on all of them
    for value in UNREADABLE[own_share :: len(register.TIMELINES) - 1]:
        query = "&".join(f"{name}={value}" for name in names)
        assert refused(ask(client, path, query), *names), value[:80]
    for value in UNREADABLE[::12]:
        assert acceptable(ask(client, path, f"q={value}"), WORDS, value), value[:80]


def test_nothing_at_all_is_asked_by_a_blank(public: Register, client: Client) -> None:
    for name in PARAMETERS:
        for value in BLANK:
            answer = ask(client, TIMELINE, f"{name}={value}")
            assert answer.status_code in {200, 400}, (name, value)


def test_the_extreme_is_answered(public: Register, client: Client) -> None:
    for name, values in EXTREME.items():
        for value in values:
            for more in ("", "&order=oldest", "&order=relevance&q=punished"):
                answer = ask(client, TIMELINE, f"{name}={value}{more}")
                assert answer.status_code in {200, 400}, (name, value, more)


@pytest.mark.parametrize(
    "name", ["order", "since", "until", "after", "before", "q"]
)  # those of which only one can hold
def test_a_parameter_that_stands_once_may_not_repeat(
    public: Register, client: Client, name: str
) -> None:
    values = {"order": "newest", "q": "punished"}
    one = values.get(name, "2022" if name in {"since", "until"} else "2022-08-12_2022-08-12_1")
    assert refused(ask(client, TIMELINE, f"{name}={one}&{name}={one}"), name)


def test_a_value_repeated_a_thousand_times_is_answered(public: Register, client: Client) -> None:
    known = f"topic={public.topic.slug}"
    for one in (known, "topic=x", "edition=2022", "kind=quotation", "&", "=", "a", "language=en"):
        assert ask(client, TIMELINE, "&".join([one] * 500)).status_code in {200, 400}, one
    assert refused(ask(client, TIMELINE, "&".join([known] * 300 + ["topic=x"])), "topic")


def test_odd_names_of_parameters_are_no_more_than_unknown(public: Register, client: Client) -> None:
    odd = ["__proto__", "q[]", "q[0]", "speaker[$ne]", "topic.slug", "speaker__notes__contains",
           "status", "pk", "id__in", "%3Cscript%3E", "{{573*7}}", "'", "a" * 300]  # fmt: skip
    for name in odd:
        answer = ask(client, TIMELINE, f"{name}=draft")
        assert answer.status_code in {200, 400}, name
        assert "<script>" not in answer.content.decode().lower(), name
        assert "4011" not in answer.content.decode(), name
    for name in ("%00", "%ff", "a%00", "%ed%a0%80"):
        assert ask(client, TIMELINE, f"{name}=x").status_code == 400, name


def test_names_that_reach_into_the_database_change_nothing(
    public: Register, client: Client
) -> None:
    plain = ask(client, TIMELINE, "").content.decode().count(STATEMENT)
    assert plain == Statement.objects.published().count() > 1
    for name in ("status", "speaker__notes__contains", "pk", "id__in"):
        page = ask(client, TIMELINE, f"{name}=1").content.decode()
        assert page.count(STATEMENT) == plain, name


@pytest.mark.parametrize(
    "name",
    ["speaker", "organisation", "topic", "ranking", "country", "stance", "function", "kind",
     "outlet", "event", "order"],
)  # fmt: skip
def test_an_unknown_name_is_refused_by_name(public: Register, client: Client, name: str) -> None:
    for value in ("nobody-at-all", "ZZ", "Newest", "a" * 200):
        answer = ask(client, TIMELINE, f"{name}={value}")
        assert refused(answer, name), value
        assert value in answer.content.decode(), value


def test_raw_bytes_are_answered(public: Register, client: Client) -> None:
    """What a client sends without any encoding, as the server hands it over."""
    for raw in (
        "\xff\xfe",
        "\xc3\x28",
        "\xe1\x9e\x80",
        "\xed\xa0\x80",
        "\x00",
        "\x01\x7f",
        "<>\"'",
    ):
        for name in PARAMETERS:
            query = {"QUERY_STRING": f"{name}={raw}"}
            answer = client.generic("GET", TIMELINE, **query)  # type: ignore[arg-type]
            assert answer.status_code in {200, 400}, raw


def test_what_is_echoed_is_escaped(public: Register, client: Client) -> None:
    for name in PARAMETERS:
        page = ask(client, TIMELINE, f'{name}="><b id=x>').content.decode()
        assert "<b id=x>" not in page, name


# --- Lists of other records ---


@pytest.mark.parametrize("page", ["speaker_list", "source_list"])
def test_a_page_that_there_is_not_is_refused(public: Register, client: Client, page: str) -> None:
    path = register.pages(public)[page]
    numbers = ["0", "-1", "2", "99999", "last", *UNREADABLE]
    for value in numbers:
        answer = ask(client, path, f"page={value}")
        assert refused(answer, "page"), value[:80]


def test_pages_without_parameters_ignore_or_refuse_them(public: Register, client: Client) -> None:
    for number, (name, path) in enumerate(register.pages(public).items()):
        for value in UNREADABLE[number % 60 :: 60]:
            answer = ask(client, path, f"x={value}&page={value}")
            assert answer.status_code in {200, 400}, (name, value[:80])


# --- Paths ---


def test_no_path_is_answered_by_an_error(public: Register, client: Client) -> None:
    asked = 0
    for path in telling(hostile_paths(public)):
        answer = client.get(path)
        assert answer.status_code in {200, 301, 302, 400, 404}, path[:120]
        assert not answer.headers.get("Location", "").startswith(("//", "http")), path[:120]
        asked += 1
    assert asked > 600


def test_an_unknown_record_is_not_found(public: Register, client: Client) -> None:
    for name in ("speaker", "topic", "organisation", "outlet", "ranking"):
        path = reverse(f"{name}_detail", args=["nobody-at-all"])
        assert client.get(path).status_code == 404, name
    country = reverse("ranking_country", args=[public.ranking.slug, "nowhere"])
    for path in (country, "/s/999999999/", "/statements/999999999/x/", "/sources/999999999/x/"):
        assert client.get(path).status_code == 404, path


def test_a_path_of_raw_bytes_is_answered(public: Register, client: Client) -> None:
    for raw in ("\xff\xfe", "\x00", "\xc3\x28", "\xed\xa0\x80", "\xef\xbf\xbd", "\r\n", "\x7f"):
        for start in ("/speakers/", "/statements/", "/s/", "/"):
            answer = client.generic("GET", "/", PATH_INFO=f"{start}{raw}/")
            assert answer.status_code in {400, 404}, (start, raw)


# --- Methods and headers ---


def test_a_head_is_answered_like_a_get(public: Register, client: Client) -> None:
    for name, path in register.pages(public).items():
        answer = client.head(path)
        assert (answer.status_code, answer.getvalue()) == (200, b""), name
    for value in ("%00", "%ff", "x" * 9_000, "2022-13"):
        assert ask(client, TIMELINE, f"since={value}", "HEAD").status_code == 400, value[:80]


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "TRACE", "PROPFIND"])
def test_public_pages_take_no_other_method(public: Register, client: Client, method: str) -> None:
    for name, path in register.pages(public).items():
        assert ask(client, path, "", method).status_code == 405, name
        assert ask(client, path, "q=%00", method).status_code == 400, name


def test_hostile_headers_are_answered(public: Register, client: Client) -> None:
    headers = [
        {"CONTENT_TYPE": "multipart/form-data; boundary="},
        {"HTTP_ACCEPT_LANGUAGE": "km;q=9999,*;q=x," * 500},
        {"HTTP_COOKIE": 'sessionid="aaaaaaaa\\000"; csrftoken="\\000"; django_language="\\000"'},
        {"HTTP_COOKIE": "sessionid=" + "a" * 9_000},
        {"HTTP_HOST": "evil.example\\@x"},
        {"HTTP_HX_REQUEST": "true", "HTTP_HX_CURRENT_URL": "http://[::1/%ff"},
        {"HTTP_IF_MODIFIED_SINCE": "x" * 5_000, "HTTP_IF_NONE_MATCH": '"'},
        {"HTTP_X_FORWARDED_FOR": "' OR 1=1, \x00"},
    ]
    pages = [*register.pages(public).values(), "/admin/", "/admin/login/"]
    for number, extra in enumerate(headers):
        for path in (TIMELINE, *pages[number % 4 :: 4]):
            answer = ask(client, path, "q=punished", **extra)
            assert answer.status_code < 500, (path, extra)


def test_a_hostile_login_is_answered(client: Client) -> None:
    factories.staff(username="editor")
    for value in ("\0", "a\0b", "x" * 7_000, "\ufffd", "' OR 1=1--", "{{573*7}}", "\u202e"):
        body = {"username": value, "password": value, "next": value}
        assert client.post("/admin/login/", body).status_code < 500, value[:80]


def test_a_swapped_list_says_where_it_stands(public: Register, client: Client) -> None:
    """htmx gets the address back in a header, in which no line may break."""
    for value in UNREADABLE[::6]:
        answer = ask(client, TIMELINE, f"q={value}", HTTP_HX_REQUEST="true")
        assert answer.status_code in {200, 400}, value[:80]
        pushed = answer.headers.get("HX-Push-Url", TIMELINE)
        assert pushed.startswith(TIMELINE), value[:80]
        assert quote(pushed, safe="/?=&:%+!*'()-._~") == pushed, value[:80]
