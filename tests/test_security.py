"""What every public answer carries, and what it never holds."""

from collections.abc import Iterator
from copy import deepcopy

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext

from statements import workflow
from statements.models import Alias, Role
from statements.views import pages
from tests import factories, register
from tests.policy import POLICY, Page, policy, unsafe
from tests.register import Register

pytestmark = pytest.mark.django_db

HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
}
FRAMED = "statement_embed"  # the one page that other sites may show in a frame
Answers = list[tuple[str, HttpResponse]]


@pytest.fixture(scope="module")
def linked(shared: None) -> Register:
    """A register whose records lead out to other sites, too."""
    made = register.make()
    links = [(made.source, "archive_url"), (made.outlet, "home_page")]
    for record, name in [*links, (made.organisation, "home_page")]:
        setattr(record, name, "https://elsewhere.example/page")
        record.save()
    made.speaker.wikidata_id = "Q57788"
    made.speaker.save()
    made.placement.evidence = "Seen at https://elsewhere.example/report on a Monday."
    made.placement.save()
    return made


@pytest.fixture
def public(linked: Register) -> Register:
    return deepcopy(linked)


@pytest.fixture(scope="module")
def answers(linked: Register) -> Answers:
    """Every public page, and every page that says what went wrong, as a new visitor gets it."""
    return list(answered(linked, Client()))


def answered(public: Register, client: Client) -> Iterator[tuple[str, HttpResponse]]:
    for name, path in register.pages(public).items():
        answer = client.get(path)
        assert answer.status_code == 200, name
        yield name, answer  # type: ignore[misc]
    wrong = {
        "400, unreadable": "/statements/?q=%00",
        "400, filter": "/statements/?since=never",
        "400, page": "/speakers/?page=99",
        "404": "/speakers/nobody/",
        "410": public.withdrawn.get_absolute_url(),
        "short link": f"/s/{public.statement.pk}/",
        "slash": "/statements",
    }
    for name, path in wrong.items():
        yield name, client.get(path)  # type: ignore[misc]
    yield "405", client.post("/")  # type: ignore[misc]
    yield "400, host", client.get("/", headers={"host": "evil.example"})  # type: ignore[misc]


@pytest.fixture
def broken(client: Client, monkeypatch: pytest.MonkeyPatch) -> HttpResponse:
    """What the reader sees of a fault of ours."""

    def fail(*args: object, **more: object) -> HttpResponse:
        raise RuntimeError("a secret of the inside")

    monkeypatch.setattr(pages, "render", fail)
    client.raise_request_exception = False
    return client.get("/about/")  # type: ignore[return-value]


def test_every_answer_carries_the_policy_and_the_usual_headers(answers: Answers) -> None:
    for name, answer in answers:
        framed = name == FRAMED
        ancestors = {"frame-ancestors": "*"} if framed else {}
        assert policy(answer) == {**POLICY, **ancestors}, name
        expected = {**HEADERS, "X-Frame-Options": None} if framed else HEADERS
        assert {header: answer.headers.get(header) for header in HEADERS} == expected, name


def test_a_fault_of_ours_carries_them_too_and_tells_nothing(broken: HttpResponse) -> None:
    assert broken.status_code == 500
    assert policy(broken) == POLICY
    assert {header: broken.headers.get(header) for header in HEADERS} == HEADERS
    assert "secret of the inside" not in broken.content.decode()
    assert not list(unsafe(Page(broken.content.decode())))


def test_no_page_holds_what_the_policy_forbids(answers: Answers) -> None:
    for name, answer in answers:
        if "json" in answer.headers["Content-Type"]:
            continue  # no browser takes its texts for elements
        assert not list(unsafe(Page(answer.getvalue().decode(errors="replace")))), name


def test_links_to_other_sites_hand_over_no_window(answers: Answers) -> None:
    found = 0
    for name, answer in answers:
        for tag, attributes in Page(answer.getvalue().decode(errors="replace")).elements:
            href = attributes.get("href", "")
            if tag == "a" and "://" in href and not href.startswith("http://testserver/"):
                found += 1
                # Without a target no window is shared; a nofollow comes from Django's urlize.
                safe = "noopener" in attributes.get("rel", "") or "target" not in attributes
                assert safe, (name, href)
                assert attributes.get("rel"), (name, href)
    assert found >= 5


def test_public_pages_set_no_cookie(answers: Answers) -> None:
    for name, answer in answers:
        assert not answer.cookies, name


def test_public_pages_vary_by_nothing_that_a_session_holds(answers: Answers) -> None:
    for name, answer in answers:
        varied = {one.strip().lower() for one in answer.headers.get("Vary", "").split(",")} - {""}
        assert varied <= {"accept-language", "accept-encoding", "hx-request"}, name


# --- Logging in ---


# --- A page costs the same, however much it shows ---


def more(public: Register, numbers: range) -> None:
    """Further statements, one for each number, each with records of its own of every kind."""
    # What pages of the others have to look up besides their own figures.
    said = factories.published("Elsewhere.")
    elsewhere = factories.figure(said, place=factories.country())
    workflow.publish(record=elsewhere, by=None)
    for n in numbers:
        speaker, office = factories.speaker(), factories.organisation()
        role = Role.objects.create(speaker=speaker, organisation=office, title="Minister")
        Role.objects.create(speaker=public.speaker, organisation=office, title=f"Office {n}")
        Role.objects.create(speaker=speaker, organisation=public.organisation, title="Adviser")
        Alias.objects.create(speaker=public.speaker, text=f"Alias {n}", kind=Alias.Kind.SHORT)
        source = factories.source(outlet=public.outlet)
        source.cites.add(public.source)
        others(public, factories.draft(
            f"Statement {n}.", speaker=speaker, role=role, topics=[factories.topic(), public.topic],
            cite=source, event=public.event,
        ))  # fmt: skip
        mine = factories.draft("Mine.", speaker=public.speaker, cite=public.source)
        others(public, mine)
        theirs = factories.draft("Ours.", organisation=public.organisation, cite=public.source)
        others(public, theirs)
        country = factories.country(f"X{chr(65 + n)}", f"Country {n}")
        place = factories.placement(public.ranking, country=country, source=factories.source())
        workflow.publish(record=place, by=None)
        year = factories.placement(public.ranking, year=1990 + n)
        workflow.publish(record=factories.position(public.statement, placement=year), by=None)
        part = factories.figure(public.statement, part_of=public.figure, place=country)
        part.compared_with = elsewhere
        part.save()
        workflow.publish(record=part, by=None)


def others(public: Register, draft: object) -> None:
    """Publishes a draft, with a position of its claimant on the one placement."""
    factories.position(draft, placement=public.placement)  # type: ignore[arg-type]
    workflow.publish(record=draft, by=None)  # type: ignore[type-var]


def costs(public: Register, client: Client) -> dict[str, int]:
    """The number of queries of each page."""
    pages = register.pages(public)
    listing = pages["statement_list"]
    pages |= {
        "search": f"{listing}?q=statement",
        "relevance": f"{listing}?q=ours&order=relevance",
        "filtered": f"{listing}?speaker={public.speaker.slug}&topic=none&since=2000",
        "by stance": f"{listing}?stance=rejects-as-unjust&ranking={public.ranking.slug}",
    }
    counted = {}
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")  # else PostgreSQL plans for the empty tables before this test
    for name, path in pages.items():
        with CaptureQueriesContext(connection) as queries:
            assert client.get(path).status_code == 200, name
        counted[name] = len(queries)
    return counted


def test_no_page_asks_more_of_the_database_for_showing_more(
    public: Register, client: Client
) -> None:
    more(public, range(3))
    few = costs(public, client)
    more(public, range(3, 13))
    many = costs(public, client)
    grown = {name: (few[name], many[name]) for name in few if many[name] > few[name]}
    assert not grown
