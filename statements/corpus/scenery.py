"""What statements are about and stand in: countries, topics, outlets and events, unsaved."""

import datetime
from random import Random

from django.utils.text import slugify

from sources.dates import PartialDate
from sources.models import Country, Outlet
from sources.publication import Status
from statements.corpus.plan import DAYS, FIRST_DAY, OPENED, Plan
from statements.corpus.vocabulary import khmer_name, name
from statements.models import Event, Organisation, Topic

#: ISO codes and names; the first is the most spoken of.
COUNTRIES = {
    "KH": "Cambodia", "TH": "Thailand", "VN": "Viet Nam", "LA": "Laos", "MM": "Myanmar",
    "MY": "Malaysia", "SG": "Singapore", "ID": "Indonesia", "PH": "Philippines", "BN": "Brunei",
    "CN": "China", "JP": "Japan", "KR": "South Korea", "IN": "India", "AU": "Australia",
    "NZ": "New Zealand", "US": "United States", "CA": "Canada", "GB": "United Kingdom",
    "FR": "France", "DE": "Germany", "IT": "Italy", "ES": "Spain", "NL": "Netherlands",
    "SE": "Sweden", "BR": "Brazil", "MX": "Mexico", "ZA": "South Africa", "KE": "Kenya",
    "NG": "Nigeria",
}  # fmt: skip
#: In the order of the alphabet, so that by name and by id they stand alike.
TOPICS = (
    "Agriculture", "Banking", "Borders", "Budget", "Children", "Climate", "Corruption", "Culture",
    "Defence", "Diplomacy", "Disasters", "Drugs", "Education", "Elections", "Energy", "Fisheries",
    "Forests", "Health", "Housing", "Justice", "Labour", "Land rights", "Migration", "Mining",
    "Minorities", "Policing", "Press freedom", "Prisons", "Religion", "Science", "Sport",
    "Taxation", "Telecommunications", "Terrorism", "Tourism", "Trade", "Trafficking", "Transport",
    "Water", "Women",
)  # fmt: skip
OUTLETS = 60
PAPERS = ("Post", "Times", "News", "Herald", "Tribune", "Observer", "Gazette", "Daily")


def countries(plan: Plan) -> list[Country]:
    """The countries that the register does not have yet."""
    present = {code for _pk, code in plan.countries}
    return [
        Country(pk=plan.base + number, iso2=code, name=called, slug=slugify(called))
        for number, (code, called) in enumerate(COUNTRIES.items(), start=1)
        if code not in present
    ]


def country_ids(plan: Plan) -> list[int]:
    """The ids of the countries, in their order here."""
    present = {code: pk for pk, code in plan.countries}
    return [present.get(code, plan.base + n) for n, code in enumerate(COUNTRIES, start=1)]


def topics(plan: Plan) -> list[Topic]:
    rng = plan.rng("topics")
    return [
        Topic(
            pk=plan.base + number, name=called, slug=slugify(called), status=Status.PUBLISHED,
            name_local=khmer_name(rng, 3), published_at=OPENED,
        )
        for number, called in enumerate(TOPICS, start=1)
    ]  # fmt: skip


def outlets(plan: Plan) -> list[Outlet]:
    rng = plan.rng("outlets")
    return [_outlet(plan, rng, number) for number in range(1, OUTLETS + 1)]


def _outlet(plan: Plan, rng: Random, number: int) -> Outlet:
    called = f"{name(rng, 2)} {rng.choice(PAPERS)}"
    slug = f"{slugify(called)}-{number}"
    return Outlet(
        pk=plan.base + number, name=f"{called} {number}", slug=slug, languages="en km",
        country_id=rng.choice(country_ids(plan)), home_page=f"https://{slug}.example/",
        ownership=rng.choice(Outlet.Ownership.values), status=Status.PUBLISHED,
        published_at=OPENED,
    )  # fmt: skip


def events(plan: Plan, organisers: list[Organisation]) -> list[Event]:
    """Events evenly over the years, in the order of their days."""
    rng = plan.rng("events")
    return [_event(plan, rng, number, organisers) for number in range(1, plan.events + 1)]


def _event(plan: Plan, rng: Random, number: int, organisers: list[Organisation]) -> Event:
    day = FIRST_DAY + datetime.timedelta(days=event_day(plan, number - 1))
    kind = Event.Kind(rng.choice(Event.Kind.values))
    called = f"{kind.value.replace('-', ' ').capitalize()} of {name(rng, 2)}"
    return Event(
        pk=plan.base + number, name=called, slug=f"event-{plan.base + number}", kind=kind,
        city=name(rng, 1),
        country_id=rng.choice(country_ids(plan)), organiser=rng.choice(organisers),
        held_on=PartialDate.parse(day.isoformat()), status=Status.PUBLISHED, published_at=OPENED,
    )  # fmt: skip


def event_day(plan: Plan, index: int) -> int:
    """The day of an event by its place in the list, counted from the first day."""
    return index * DAYS // plan.events
