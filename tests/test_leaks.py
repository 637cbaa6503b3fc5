"""No public surface shows anything unpublished: marks planted in drafts turn up nowhere."""

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any, cast

import pytest
from django.apps import apps
from django.db import models
from django.http import QueryDict
from django.test import Client
from django.urls import reverse

from sources.models import Capture
from sources.publication import Publishable, Status
from statements import workflow
from statements.api.resources import RESOURCES_OF_API
from statements.facets import facets
from statements.filters import StatementFilter
from statements.models import (
    Alias,
    Citation,
    Evidence,
    FigureNote,
    Indicator,
    Relation,
    Role,
    SearchEntry,
    Statement,
)
from statements.relations import relating
from statements.search import index
from statements.search.analyser import tokens
from tests import factories, register
from tests.register import Register

pytestmark = pytest.mark.django_db

MARK = "zzq"  # begins every mark; nothing else in the register holds it
NEVER_PUBLIC = "Never public."  # the help text of a field for internal notes
SECRET_VALUE = 7_391_846  # of figures that nobody may see


@dataclass
class Planted:
    """The public register, what hides in it, and the drafts by the word they are marked with."""

    public: Register
    drafts: dict[str, models.Model] = field(default_factory=dict)

    def plant(self, word: str, record: Any) -> Any:
        """Put the word into every text of the record, past all validation and history."""
        mark = MARK + word
        texts = {one.attname: mark[: one.max_length] for one in texts_of(record)}
        if "slug" in texts:
            texts["slug"] = f"{mark}-slug"
        type(record)._default_manager.filter(pk=record.pk).update(**texts)
        record.refresh_from_db()
        self.drafts[word] = record
        return record

    def publishable(self) -> dict[str, Publishable]:
        return {w: one for w, one in self.drafts.items() if isinstance(one, Publishable)}


def texts_of(record: models.Model) -> Iterator[Any]:
    """The fields that hold free text."""
    for one in record._meta.concrete_fields:
        short = one.max_length is not None and one.max_length < len(MARK) + 8
        coded = one.choices or "language" in one.name or one.name == "wikidata_id"
        text = type(one).__name__ in {"CharField", "TextField", "SlugField", "LinkField"}
        if text and not (short or coded or one.name in {"sha256", "folded", "canonical_url"}):
            yield one


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


def plant_people(site: Planted) -> None:
    public = site.public
    speaker = site.plant("speaker", factories.speaker())
    site.plant("alias", Alias.objects.create(speaker=speaker, text="x", kind=Alias.Kind.SHORT))
    employer = site.plant("employer", factories.organisation())
    Role.objects.create(speaker=public.speaker, organisation=employer, title="Adviser")
    hidden = Role.objects.create(speaker=speaker, organisation=public.organisation, title="x")
    site.plant("office", hidden)
    for word, owner, name in (
        ("parent", public.organisation, "parent"),
        ("organiser", public.event, "organiser"),
        ("publisher", public.ranking, "publisher"),
    ):
        setattr(owner, name, site.plant(word, factories.organisation()))
        owner.save()
    public.statement.topics.add(site.plant("topic", factories.topic()))


def plant_sources(site: Planted) -> None:
    public = site.public
    source = site.plant("source", factories.source(outlet=public.outlet))
    public.source.cites.add(source)
    site.plant("citing", factories.source(outlet=public.outlet)).cites.add(public.source)
    elsewhere = site.plant("elsewhere", factories.source())
    site.plant("outlet", elsewhere.outlet)
    for word, cited in (("citation", source), ("reference", elsewhere)):
        site.plant(word, Citation.objects.create(statement=public.statement, source=cited))
    site.plant("capture", factories.capture(public.source, "x"))


def plant_statements(site: Planted) -> None:
    public = site.public
    known: dict[str, Any] = {
        "speaker": public.speaker,
        "topics": [public.topic],
        "event": public.event,
    }
    draft = factories.draft(cite=public.source, **known)
    site.plant("statement", draft)
    site.plant("citation", draft.citations.get())
    waiting = workflow.submit(record=factories.draft("In review.", **known), by=None)
    site.plant("waiting", waiting)
    stranger = cast("Any", site.drafts["speaker"])
    event = site.plant("event", factories.event())
    site.plant("stranger", factories.draft(speaker=stranger, event=event))
    Evidence.objects.create(position=public.position, statement=draft)
    Statement.objects.filter(pk=public.second.pk).update(event=event)
    gone = site.plant("withdrawn", public.withdrawn)
    Statement.objects.filter(pk=gone.pk).update(withdrawn_reason="The outlet retracted it.")


def plant_rankings(site: Planted) -> None:
    public = site.public
    ranking = site.plant("ranking", factories.ranking())
    hidden = site.plant("ranked", factories.placement(ranking))
    site.plant("edition", hidden.edition)
    site.plant("level", hidden.level)
    later = site.plant("placement", factories.placement(public.ranking, year=2023, code="1"))
    site.plant("position", factories.position(public.statement, placement=public.placement))
    site.plant("future", factories.position(public.statement, placement=later))


def plant_figures(site: Planted) -> None:
    public = site.public
    draft = site.plant("figure", factories.figure(public.statement, SECRET_VALUE))
    site.plant("indicator", draft.indicator)
    gone = factories.published("Another that is withdrawn.", speaker=public.speaker)
    whole = workflow.publish(record=factories.figure(gone, SECRET_VALUE), by=None)
    Indicator.objects.filter(pk=whole.indicator_id).update(label=f"{MARK}whole")
    workflow.withdraw(record=gone, by=None, reason="It was an error.")
    for word, noted in (("note", public.figure), ("noted", draft)):
        note = FigureNote.objects.create(figure=noted, rule=FigureNote.Rule.RATIO, note="x")
        site.plant(word, note)
    for other in (draft, whole):
        part = factories.figure(public.statement, part_of=other, compared_with=other)
        workflow.publish(record=part, by=None)


def plant_relations(site: Planted) -> None:
    """Suggested and rejected ones of what is public, and confirmed ones to what is not."""
    public = site.public
    kinds = iter(Relation.Kind)
    for word in ("suggested", "rejected"):
        link = Relation.objects.create(
            statement=public.statement, target=public.second, kind=next(kinds)
        )
        if word == "rejected":
            relating.reject(relation=link, by=None)
        site.plant(word, link)
    for word in ("statement", "waiting", "withdrawn"):
        for kind in (next(kinds), Relation.Kind.SAME_REMARK):
            hidden = cast("Any", site.drafts[word])
            link = relating.relate(statement=public.statement, target=hidden, kind=kind, by=None)
            site.plant(f"link{word}{link.pk}", link)


def plant_internal_notes(site: Planted) -> None:
    found = 0
    for model in apps.get_models():
        names = [f.name for f in model._meta.fields if f.help_text == NEVER_PUBLIC]
        if names and "history" not in model.__name__.lower():
            found += 1
            model._default_manager.update(**dict.fromkeys(names, f"{MARK}internal"))
    assert found >= 3  # of statements, sources and speakers


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
