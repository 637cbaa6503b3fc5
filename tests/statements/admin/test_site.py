"""The admin as a whole: its order, its headers, its lockout, and input that means harm."""

from contextlib import suppress
from typing import Any

import pytest
from django.contrib import admin
from django.test import Client
from django.urls import NoReverseMatch, reverse

from statements.models import Statement
from tests import factories
from tests.statements.admin.conftest import LogIn, statement_form, url

pytestmark = pytest.mark.django_db

LISTS = sorted(f"{m._meta.app_label}_{m._meta.model_name}" for m in admin.site._registry)
HOSTILE_SEARCHES = ["q=%00", "q=%ff", "q=" + "a+" * 3000, "q=%22", "q=%27%3B--", "q=%5C"]
HOSTILE_QUERIES = [
    "p=99999999999999999999", "p=-1", "p=abc", "o=abc", "o=99999999999999999999", "o=-1.2.3", "e=1",
    "all=", "_facets=True", "_to_field=id", "_to_field=password", "_popup=1", "id__exact=abc",
    "id__in=abc,,", "id__exact=99999999999999999999999", "id__in=99999999999999999999999", "pk=",
    "id__isnull=maybe", "nonsense=1", "nonsense__deep__deeper=1", "password__startswith=a",
]  # fmt: skip
HOSTILE_DATES = [
    "{}__year=99999999", "{}__year=99999999999999999999999", "{}__year=0", "{}__year=abc",
    "{}__year=-1", "{}__month=13&{}__year=2022", "{}__day=99&{}__month=2&{}__year=2022",
    "{}__gte=abc", "{}__lt=0000-00-00", "{}=%00",
]  # fmt: skip
HOSTILE_FILTERS = [
    "speaker__id__exact=abc", "speaker__id__exact=" + "9" * 30, "topics__id__exact=abc",
    "topics__id__exact=" + "9" * 30, "speaker__country__id__exact=%2A", "status__exact=x",
    "citations__source__outlet__id__exact=" + "9" * 30, "functions__id__exact=-1",
    "speaker__country__isnull=2", "precision=" + "x" * 500, "language=%F0%9F%92%A9",
    "status__exact=draft&status__exact=published", "said_on=abc", "said_on__year=2022",
]  # fmt: skip
HOSTILE_KEYS = ["abc", "0", "-1", "9" * 30, "1'--", "%2500", "_", "1_3A", "1/../2"]


@pytest.fixture
def _without_menu(monkeypatch: pytest.MonkeyPatch) -> None:
    """The menu beside each page takes half of its time and reads nothing of the query."""
    monkeypatch.setattr(admin.AdminSite, "_build_app_dict", lambda *args, **more: {})


@pytest.mark.usefixtures("_without_menu")
@pytest.mark.parametrize("name", LISTS)
def test_no_query_breaks_a_list(log_in: LogIn, name: str) -> None:
    client, path = log_in(is_superuser=True), url(f"{name}_changelist")
    # Each list searches in its own fields. All else is read alike, and so by three lists each.
    own_share = HOSTILE_QUERIES[LISTS.index(name) % 10 :: 10]
    for query in ["", *HOSTILE_SEARCHES, *own_share]:
        assert client.get(f"{path}?{query}").status_code in {200, 302, 400, 403}, query


@pytest.mark.usefixtures("_without_menu")
@pytest.mark.parametrize(
    ("name", "date"),
    [
        ("statements_statement", "said_on_latest"),
        ("statements_event", "held_on_latest"),
        ("sources_source", "published_on_latest"),
        ("sources_capture", "captured_at"),
        ("axes_accessattempt", "attempt_time"),
    ],
)
def test_no_date_breaks_a_list(log_in: LogIn, name: str, date: str) -> None:
    factories.capture(factories.source(published_on="2022"), "Text.")
    factories.draft(event=factories.event(held_on="2022"))
    client, path = log_in(is_superuser=True), url(f"{name}_changelist")
    for query in HOSTILE_DATES:
        asked = query.replace("{}", date)
        assert client.get(f"{path}?{asked}").status_code in {200, 302, 400}, asked


@pytest.mark.usefixtures("_without_menu")
@pytest.mark.parametrize("query", HOSTILE_FILTERS)
def test_no_filter_breaks_the_statements(log_in: LogIn, query: str) -> None:
    factories.draft()
    path = url("statements_statement_changelist")
    answer = log_in("Contributor").get(f"{path}?{query}")
    assert answer.status_code in {200, 302, 400}


@pytest.mark.usefixtures("_without_menu")
@pytest.mark.parametrize("page", ["change", "history", "delete"])
@pytest.mark.parametrize("key", HOSTILE_KEYS)
def test_no_key_breaks_a_page(log_in: LogIn, page: str, key: str) -> None:
    client = log_in(is_superuser=True)
    for name in ("statements/statement", "sources/source", "auth/user"):
        answer = client.get(f"/admin/{name}/{key}/{page}/")
        assert answer.status_code in {200, 301, 302, 400, 404}


@pytest.mark.parametrize("page", ["0", "abc", "-1", "9" * 30])
def test_no_page_number_breaks_a_history(log_in: LogIn, page: str) -> None:
    path = url("statements_statement_history", factories.draft().pk)
    assert log_in("Editor").get(f"{path}?p={page}").status_code == 200


def test_old_versions_cannot_be_saved_past_the_workflow(log_in: LogIn) -> None:
    statement = factories.published()
    version = statement.history.last()
    path = url("statements_statement_history", statement.pk) + f"{version.history_id}/"
    answer = log_in(is_superuser=True).post(path, statement_form(speaker=statement.speaker_id))
    assert answer.status_code in {302, 404}
    statement.refresh_from_db()
    assert statement.is_published


AUTOCOMPLETE = "app_label=statements&model_name=statement&field_name=speaker"


@pytest.mark.parametrize(
    "query",
    [
        f"{AUTOCOMPLETE}&term=%00", f"{AUTOCOMPLETE}&term=" + "a+" * 3000, f"{AUTOCOMPLETE}&page=0",
        f"{AUTOCOMPLETE}&page=" + "9" * 30, f"{AUTOCOMPLETE}&page=abc", "term=a",
        "app_label=x&model_name=y&field_name=z",
        "app_label=statements&model_name=statement&field_name=text",
        "app_label=statements&model_name=statement&field_name=searchentry",
    ],
)  # fmt: skip
def test_no_question_breaks_the_choices(log_in: LogIn, query: str) -> None:
    answer = log_in("Contributor").get(f"{reverse('admin:autocomplete')}?{query}")
    assert answer.status_code in {200, 400, 403, 404}


def test_choices_are_found_by_any_name(log_in: LogIn) -> None:
    speaker = factories.speaker("Chou Bun Eng")
    speaker.aliases.create(text="Samdech", kind="honorific")
    path = f"{reverse('admin:autocomplete')}?{AUTOCOMPLETE}&term=samdech"
    assert log_in("Contributor").get(path).json()["results"] == [
        {"id": str(speaker.pk), "text": "Chou Bun Eng"}
    ]


#: Each value is an error of its own, so a screen may be full of them.
HOSTILE_FIELDS: list[dict[str, Any]] = [
    {"text": "x" * 20_001, "said_on": "0000", "language": "x" * 300, "kind": "shout",
     "speaker": "abc", "organisation": "1\0", "topics": ["abc"], "functions": ["-1", "1'"],
     "role": "9" * 30, "event": "%", "venue": "x" * 70_000},
    {"text": "nul\0", "said_on": "10" * 10, "speaker": "9" * 30, "topics": ["9" * 30]},
    {"said_on": "2022-13-45"}, {"weekday_as_printed": "Someday"},
]  # fmt: skip
HOSTILE_ROWS: dict[str, Any] = {
    "citations": [
        {"source": "abc"}, {"source": "9" * 30}, {"source": "", "locator": "x" * 101},
    ],
    "positions": [
        {"position": "abc"}, {"placement": "9" * 30, "stance": "abc"}, {"weight": "x"},
    ],
    "figures": [
        {"value": "1e400"}, {"value": "9" * 40}, {"value": "NaN"}, {"period_start": "0000-01-01"},
        {"part_of": "9" * 30},
    ],
}  # fmt: skip


def refused_screen(client: Client, form: dict[str, Any]) -> Any:
    """The context of the screen that is shown again; nothing is saved."""
    response = client.post(url("statements_statement_add"), form)
    assert response.status_code == 200
    assert b"errornote" in response.content
    assert not Statement.objects.exists()
    return response.context


@pytest.mark.usefixtures("_without_menu")
@pytest.mark.parametrize("fields", HOSTILE_FIELDS)
def test_bad_input_is_an_error_of_its_field(log_in: LogIn, fields: dict[str, Any]) -> None:
    form = statement_form(**{"speaker": factories.speaker().pk, **fields})
    errors = refused_screen(log_in("Contributor"), form)["adminform"].form.errors
    assert fields.keys() <= errors.keys()


@pytest.mark.usefixtures("_without_menu")
def test_bad_input_is_an_error_of_its_row(log_in: LogIn) -> None:
    form = statement_form(speaker=factories.speaker().pk, **HOSTILE_ROWS)
    shown = refused_screen(log_in("Contributor"), form)["inline_admin_formsets"]
    rows = [row for inline in shown for row in inline.formset.errors]
    assert len(rows) == sum(map(len, HOSTILE_ROWS.values()))
    assert all(rows)


@pytest.mark.usefixtures("_without_menu")
@pytest.mark.parametrize("number", ["abc", "9" * 30, ""])
def test_a_bad_number_of_rows_is_an_error_of_the_form(log_in: LogIn, number: str) -> None:
    form = statement_form(speaker=factories.speaker().pk) | {"citations-TOTAL_FORMS": number}
    refused_screen(log_in("Contributor"), form)


@pytest.mark.parametrize(
    "query",
    [
        "speaker=abc",
        "speaker=" + "9" * 30,
        "topics=abc,,9",
        "said_on=never",
        "kind=x",
        "event=1%27",
    ],
)
def test_an_address_fills_in_nothing_harmful(log_in: LogIn, query: str) -> None:
    path = url("statements_statement_add")
    assert log_in("Contributor").get(f"{path}?{query}").status_code == 200


def test_a_chosen_record_that_is_none_is_refused(log_in: LogIn) -> None:
    path = url("statements_statement_changelist")
    action = {"action": "publish_selected", "_selected_action": ["abc", "9" * 30]}
    page = log_in("Reviewer").post(path, action, follow=True)
    assert b"something that is no record" in page.content


@pytest.mark.parametrize("name", LISTS)
def test_every_page_comes_with_a_policy_that_allows_nothing_inline(
    log_in: LogIn, name: str
) -> None:
    client = log_in(is_superuser=True)
    paths = [url(f"{name}_changelist")]
    with suppress(NoReverseMatch):  # some are made elsewhere
        paths += [] if name.startswith("axes") else [url(f"{name}_add")]
    for path in paths:
        response = client.get(path)
        policy = response.headers["Content-Security-Policy"]
        assert "unsafe" not in policy
        page = response.content.decode()
        for inline in ("<style", " style=", "<script>", " onclick=", "javascript:"):
            assert inline not in page


def test_the_history_has_no_inline_style_and_tells_who_changed_what(log_in: LogIn) -> None:
    client = log_in("Reviewer", username="sophea")
    statement = factories.draft(topics=[factories.topic("Trafficking")])
    action = {"action": "publish_selected", "_selected_action": [statement.pk]}
    client.post(url("statements_statement_changelist"), action)
    page = client.get(url("statements_statement_history", statement.pk)).content.decode()
    assert " style=" not in page
    assert "sophea" in page
    assert "<strong>Status:</strong> <del>Draft</del> → <ins>Published</ins>" in page


def test_editors_find_statements_first(log_in: LogIn) -> None:
    apps = log_in("Admin").get(url("index")).context["app_list"]
    assert str(apps[0]["name"]) == "Register"
    assert apps[0]["models"][0]["object_name"] == "Statement"
    assert "auth" in [app["app_label"] for app in apps]


def test_the_admin_bears_the_name_of_the_register(log_in: LogIn) -> None:
    assert b"On Record" in Client().get(url("login")).content


def test_too_many_wrong_passwords_lock_with_a_clear_sentence() -> None:
    factories.staff(username="sophea")
    wrong = {"username": "sophea", "password": "guess"}
    for _ in range(5):
        answer = Client().post(url("login"), wrong)
    assert answer.status_code in {403, 429}
    assert b"The password was wrong too many times" in answer.content
