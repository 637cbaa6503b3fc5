"""No public surface shows anything unpublished: marks planted in drafts turn up nowhere."""

from collections.abc import Iterator
from copy import deepcopy
from typing import Any, cast

import pytest
from django.http import QueryDict
from django.test import Client
from django.urls import reverse

from sources.models import Capture
from sources.publication import Status
from statements import workflow
from statements.api.resources import RESOURCES_OF_API
from statements.facets import facets
from statements.filters import StatementFilter
from statements.models import (
    Citation,
    SearchEntry,
    Statement,
)
from statements.search import index
from statements.search.analyser import tokens
from tests import factories, register
from tests.planting import (
    MARK,
    SECRET_VALUE,
    Planted,
    plant_figures,
    plant_internal_notes,
    plant_people,
    plant_rankings,
    plant_relations,
    plant_sources,
    plant_statements,
)
from tests.register import Register

pytestmark = pytest.mark.django_db


@pytest.fixture
def planted(made: Planted) -> Planted:
    return deepcopy(made)


@pytest.fixture(scope="module")
def made(shared: None) -> Planted:
    site = Planted(register.make())
    plant_people(site)
    plant_sources(site)
    plant_statements(site)
    plant_rankings(site)
    plant_figures(site)
    plant_relations(site)
    plant_internal_notes(site)
    for draft in site.publishable().values():
        draft.refresh_from_db()
        assert draft.status != Status.PUBLISHED, draft
    return site


# --- What is asked for ---


def filtered(public: Register) -> Iterator[str]:
    """The timeline with every value that its panel offers, and with the rest of its parameters."""
    path = reverse("statement_list")
    yield from (f"{path}?{name}" for name in ("order=oldest", "since=2000", "until=2030"))
    yield from (f"{path}?topic=none", f"{path}?q=punished&order=relevance")
    for facet in facets(StatementFilter(cast("Any", query()))):
        assert facet.options, facet.name
        for option in facet.options:
            yield f"{path}?{facet.name}={option.value}"
    cursor = f"2030-01-01_2030-01-01_{public.statement.pk}"
    yield from (f"{path}?after={cursor}", f"{path}?order=oldest&before={cursor}")


def query(text: str = "") -> Any:
    return QueryDict(text)


def shown_in(client: Client, address: str) -> str:
    """The body and the headers of the answer, as one text in lower case."""
    answer = client.get(address)
    assert answer.status_code in {200, 301, 302, 404, 410}, address
    return (answer.getvalue().decode(errors="replace") + str(answer.headers)).lower()


def found_in(site: Planted, text: str) -> set[str]:
    """What of the hidden stands in a text."""
    values = {form for form in (f"{SECRET_VALUE}", f"{SECRET_VALUE:,}") if form in text}
    marks = {word for word in (*site.drafts, "internal", "whole") if MARK + word in text}
    return values | marks | ({MARK} if MARK in text else set())


def addresses_of(record: Any) -> Iterator[str]:
    """Where a record would stand if it were published."""
    if hasattr(record, "get_absolute_url"):
        yield record.get_absolute_url()
    if isinstance(record, Statement):
        yield from (reverse(name, args=[record.pk]) for name in sorted(register.REDIRECTS))


# --- The tests ---


def test_every_public_address_has_an_example(planted: Planted) -> None:
    examples = set(register.pages(planted.public)) | register.REDIRECTS
    assert examples == register.pattern_names()


def test_every_page_of_the_register_answers(planted: Planted, client: Client) -> None:
    for name, address in register.pages(planted.public).items():
        assert client.get(address).status_code == 200, name


def test_no_page_shows_what_is_hidden(planted: Planted, client: Client) -> None:
    for address in register.pages(planted.public).values():
        assert not found_in(planted, shown_in(client, address)), address


def test_no_data_shows_what_is_hidden(planted: Planted, client: Client) -> None:
    for address in register.data(planted.public):
        assert not found_in(planted, shown_in(client, address)), address


def test_the_api_shows_nothing_that_is_hidden(planted: Planted, client: Client) -> None:
    asked = register.api(planted.public)
    assert len(asked) > 2 * len(RESOURCES_OF_API)
    for address in asked:
        assert client.get(address).status_code == 200, address
        assert not found_in(planted, shown_in(client, address)), address


def test_the_api_has_no_record_of_a_draft(planted: Planted, client: Client) -> None:
    names = {one.kind.records().model: one.name for one in RESOURCES_OF_API}
    asked = 0
    for word, draft in planted.publishable().items():
        if type(draft) in names and word != "withdrawn":
            address = reverse(f"api_{names[type(draft)]}_record", args=[draft.pk])
            answer = client.get(address)
            assert answer.status_code == 404, address
            assert not found_in(planted, answer.content.decode().lower()), address
            asked += 1
    assert asked >= 15


def test_no_selection_shows_what_is_hidden(planted: Planted, client: Client) -> None:
    selections = list(filtered(planted.public))
    for name in facet_parameters():
        assert any(f"?{name}=" in address for address in selections), name
    for address in selections:
        assert not found_in(planted, shown_in(client, address)), address


def test_no_dossier_shows_what_is_hidden(planted: Planted, client: Client) -> None:
    for address in filtered(planted.public):
        dossier = address.replace(reverse("statement_list"), reverse("dossier"))
        assert not found_in(planted, shown_in(client, dossier)), dossier


def facet_parameters() -> set[str]:
    return set(StatementFilter.base_filters) - {"before"}


def test_no_count_includes_a_draft(planted: Planted, client: Client) -> None:
    page = client.get(reverse("statement_list")).content.decode()
    published = Statement.objects.published()
    assert {one.text for one in published} == {register.TEXT, "Nobody is above it."}
    assert page.count('class="statement"') == len(published)
    for facet in facets(StatementFilter(query())):
        assert max(option.count for option in facet.options) <= len(published), facet.name


def test_searching_for_hidden_words_finds_nothing(planted: Planted, client: Client) -> None:
    pages = register.pages(planted.public)
    asked = [(pages["statement_list"], word) for word in (*planted.drafts, "internal", "whole")]
    asked += [(pages[name], "statement") for name in register.TIMELINES]
    for path, word in asked:
        page = client.get(path, {"q": MARK + word}).content.decode()
        assert 'class="statement"' not in page, (path, word)
        assert not found_in(planted, page.lower().replace(MARK + word, "")), (path, word)


def test_the_address_of_a_draft_answers_404(planted: Planted, client: Client) -> None:
    asked = 0
    for word, draft in planted.publishable().items():
        for address in addresses_of(draft) if word != "withdrawn" else ():
            answer = client.get(address)
            assert answer.status_code == 404, address
            assert not found_in(planted, answer.content.decode().lower()), address
            asked += 1
    assert asked >= 15


def test_a_withdrawn_statement_shows_its_reason_and_nothing_else(
    planted: Planted, client: Client
) -> None:
    gone = planted.public.withdrawn
    for address in addresses_of(gone):
        answer = client.get(address, follow=True)
        assert answer.status_code == 410, address
        assert "The outlet retracted it." in answer.content.decode()
        assert not found_in(planted, answer.content.decode().lower()), address


@pytest.mark.parametrize(
    ("parameter", "word"),
    [("speaker", "speaker"), ("organisation", "employer"), ("topic", "topic"), ("event", "event"),
     ("outlet", "outlet"), ("ranking", "ranking")],
)  # fmt: skip
def test_a_draft_cannot_be_named_in_a_filter(
    planted: Planted, client: Client, parameter: str, word: str
) -> None:
    slug = cast("Any", planted.drafts[word]).slug
    answer = client.get(reverse("statement_list"), {parameter: slug})
    assert answer.status_code == 400
    text = answer.content.decode().lower()
    assert f"<code>{parameter}</code>" in text
    assert 'class="statement"' not in text
    assert not found_in(planted, text.replace(slug, ""))


def test_an_unknown_and_a_hidden_record_are_told_apart_by_nothing(
    planted: Planted, client: Client
) -> None:
    hidden = cast("Any", planted.drafts["speaker"]).slug
    pages = [
        client.get(reverse("statement_list"), {"speaker": slug}).content.decode().replace(slug, "")
        for slug in (hidden, "nobody-at-all")
    ]
    assert pages[0] == pages[1]


def test_no_outlet_leads_to_a_statement_by_a_draft_source(planted: Planted, client: Client) -> None:
    outlet = workflow.publish(record=factories.outlet(), by=None)
    hidden = factories.source(outlet=outlet)
    Citation.objects.create(statement=planted.public.statement, source=hidden)
    for path in (reverse("statement_list") + f"?outlet={outlet.slug}", f"/outlets/{outlet.slug}/"):
        answer = client.get(path)
        assert answer.status_code == 200
        assert 'class="statement"' not in answer.content.decode(), path


def test_only_published_statements_are_in_the_search_index(planted: Planted) -> None:
    index.rebuild()
    indexed = SearchEntry.objects.values_list("statement", flat=True)
    assert set(indexed) == set(Statement.objects.published().values_list("pk", flat=True))
    for entry in SearchEntry.objects.all():
        for word in planted.drafts:
            marked = {one for one in tokens(MARK + word) if one.startswith(MARK)}
            assert not marked & set(entry.tokens.split()), word


def test_a_withdrawn_statement_leaves_the_search_index() -> None:
    statement = factories.published("An unheard-of promise.")
    assert SearchEntry.objects.filter(statement=statement).exists()
    workflow.withdraw(record=statement, by=None, reason="Misattributed.")
    assert not SearchEntry.objects.filter(statement=statement).exists()


def test_what_a_record_was_called_as_a_draft_is_told_to_nobody(client: Client) -> None:
    """An earlier slug leads to a published record, never to a draft."""
    speaker = factories.speaker(slug=f"{MARK}-before")
    speaker.slug = f"{MARK}-after"
    speaker.save()
    answer = client.get(reverse("speaker_detail", args=[f"{MARK}-before"]))
    assert answer.status_code == 404


def test_the_stored_text_of_a_source_is_shown_nowhere(planted: Planted, client: Client) -> None:
    capture = cast("Capture", planted.drafts["capture"])
    assert capture.text == f"{MARK}capture"
    address = register.pages(planted.public)["source_detail"]
    assert not found_in(planted, shown_in(client, address))
