"""A small register with one of everything, and an address of every public page."""

from dataclasses import dataclass

from django.urls import reverse

from sources.models import Outlet, Source
from statements import urls, workflow
from statements.api.resources import RESOURCES_OF_API
from statements.exports.resources import RESOURCES
from statements.models import (
    Alias,
    Event,
    Figure,
    Function,
    Organisation,
    Page,
    Placement,
    Position,
    Ranking,
    Role,
    Speaker,
    Statement,
    Topic,
)
from tests import factories
from tests.kept import kept

TEXT = "Traffickers will be punished."


@dataclass(frozen=True)
class Register:
    """Published records that hang together, and one statement that was withdrawn."""

    speaker: Speaker
    organisation: Organisation
    topic: Topic
    outlet: Outlet
    source: Source
    event: Event
    ranking: Ranking
    placement: Placement
    position: Position
    figure: Figure
    statement: Statement
    second: Statement
    withdrawn: Statement


@kept
def make() -> Register:
    """Everything published, through the one door."""
    speaker, organisation = factories.speaker(), factories.organisation(country=factories.country())
    role = Role.objects.create(speaker=speaker, organisation=organisation, title="Minister")
    Alias.objects.create(speaker=speaker, text="Her Excellency", kind=Alias.Kind.HONORIFIC)
    source, topic = factories.source(), factories.topic()
    event = factories.event(organiser=organisation)
    draft = factories.draft(
        TEXT, speaker=speaker, role=role, topics=[topic], cite=source, event=event
    )
    draft.functions.set([Function.objects.get(code="commitment")])
    ranking = factories.ranking(publisher=organisation)
    placement = factories.placement(ranking, source=source)
    position, figure = factories.position(draft, placement=placement), factories.figure(draft)
    statement = workflow.publish(record=draft, by=None)
    second = factories.published("Nobody is above it.", organisation=organisation, event=event)
    gone = factories.published("This was never said.", speaker=speaker)
    gone = workflow.withdraw(record=gone, by=None, reason="The outlet retracted it.")
    for slug in ("front", "about"):
        Page.objects.get_or_create(slug=slug, defaults={"title": slug, "body": "A text."})
    made = Register(
        speaker=speaker, organisation=organisation, topic=topic, outlet=source.outlet,
        source=source, event=event, ranking=ranking, placement=placement, position=position,
        figure=figure, statement=statement, second=second, withdrawn=gone,
    )  # fmt: skip
    for record in vars(made).values():  # publishing changed rows, not always these objects
        record.refresh_from_db()
    return made


def pages(register: Register) -> dict[str, str]:
    """An address for each pattern of the site, by its name. Each answers 200."""
    statement, source = register.statement, register.source
    slugs = {
        "speaker_detail": register.speaker.slug,
        "topic_detail": register.topic.slug,
        "organisation_detail": register.organisation.slug,
        "outlet_detail": register.outlet.slug,
        "ranking_detail": register.ranking.slug,
    }
    arguments: dict[str, list[object]] = {name: [slug] for name, slug in slugs.items()}
    arguments |= {
        "statement_detail": [statement.pk, statement.slug],
        "statement_history": [statement.pk, statement.slug],
        "source_detail": [source.pk, source.slug],
        "ranking_country": [register.ranking.slug, register.placement.country.slug],
        "ranking_country_svg": [register.ranking.slug, register.placement.country.slug],
        "ranking_country_csv": [register.ranking.slug, register.placement.country.slug],
    }
    for name in ("statement_card", "statement_embed", "statement_annotation"):
        arguments[name] = [statement.pk]
    arguments |= {"statement_citation": [statement.pk, "bib"], "sitemap": ["statements"]}
    for name in ("figure_indicator", "figure_svg"):
        arguments[name] = [register.figure.indicator.code]
    plain = {"home", "statement_list", "speaker_list", "topic_list", "source_list"}
    plain |= {"figure_list"}
    plain |= {"phrase_list"}
    plain |= {"ranking_list", "about", "method", "healthz", "readyz"}
    plain |= {"position_list", "compare"}
    plain |= {"data"}
    plain |= {"statement_timeline", "robots", "sitemap_index", "oembed"}
    plain |= {"dossier"}
    plain |= {"correction_list", "ledger"}
    arguments |= {name: [] for name in plain}
    arguments |= {f"{name}_data": [*arguments[name], "csv"] for name in RESOURCES}
    found = {name: reverse(name, args=given) for name, given in arguments.items()}
    found["oembed"] += f"?url=http://testserver/s/{statement.pk}/"
    return found


def data(register: Register) -> list[str]:
    """The addresses of every list in every data format."""
    paths = [path for name, path in pages(register).items() if name.endswith("_data")]
    formats = ("csv", "json", "jsonl", "atom")
    return [path.removesuffix("csv") + extension for path in paths for extension in formats]


def api(register: Register) -> list[str]:
    """Every address of the API, with all that it can expand."""
    found = [reverse("api"), reverse("api_schema")]
    for resource in RESOURCES_OF_API:
        names = ",".join(one.name for one in resource.expansions)
        found += [reverse(f"api_{resource.name}") + (f"?expand={names}" if names else "")]
        numbers = resource.kind.load(resource.kind.records().values_list("pk", flat=True))
        found += [reverse(f"api_{resource.name}_record", args=[pk]) for pk in numbers]
    return found


REDIRECTS = {"statement_number", "statement_short"}  # to statement_detail


def pattern_names() -> set[str]:
    """The names of all public addresses, as the URL configuration has them."""
    return {str(pattern.name) for pattern in urls.urlpatterns}


TIMELINES = (
    "statement_list",
    "speaker_detail",
    "topic_detail",
    "organisation_detail",
    "outlet_detail",
    "position_list",
    "dossier",
)
