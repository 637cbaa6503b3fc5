"""Organisations and speakers of the corpus, with their aliases and offices, unsaved."""

from itertools import pairwise
from random import Random

from django.utils.text import slugify

from sources.dates import PartialDate
from sources.publication import Status
from statements.corpus.plan import FIRST_DAY, OPENED, Plan
from statements.corpus.scenery import country_ids
from statements.corpus.vocabulary import khmer_name, name
from statements.corpus.zipf import Ranks
from statements.models import Alias, Organisation, Role, Speaker
from statements.search.analyser import tokens

ORGANISATIONS = 150
MOST_ROLES = 3
TITLES = (
    "Minister", "Deputy Minister", "Secretary of State", "Spokesperson", "Governor", "Director",
    "Commissioner", "Ambassador", "Chair",
)  # fmt: skip
BODIES = {
    Organisation.Kind.MINISTRY: "Ministry",
    Organisation.Kind.COMMITTEE: "Committee",
    Organisation.Kind.AGENCY: "Agency",
    Organisation.Kind.PARTY: "Party",
    Organisation.Kind.OTHER: "Council",
}


def organisations(plan: Plan) -> list[Organisation]:
    rng, places = plan.rng("organisations"), Ranks(30)
    return [_organisation(plan, rng, places, number) for number in range(1, ORGANISATIONS + 1)]


def _organisation(plan: Plan, rng: Random, places: Ranks, number: int) -> Organisation:
    kind = rng.choice(list(BODIES))
    called = f"{BODIES[kind]} of {name(rng, 2)} {number}"
    return Organisation(
        pk=plan.base + number, name=called, name_local=khmer_name(rng, 4), slug=slugify(called),
        short_name=name(rng, 0).upper(), country_id=country_ids(plan)[places.one(rng)], kind=kind,
        status=Status.PUBLISHED, published_at=OPENED,
    )  # fmt: skip


def speakers(plan: Plan) -> list[Speaker]:
    """The speakers, the most quoted first."""
    rng, places = plan.rng("speakers"), Ranks(30)
    return [_speaker(plan, rng, places, number) for number in range(1, plan.speakers + 1)]


def _speaker(plan: Plan, rng: Random, places: Ranks, number: int) -> Speaker:
    given, family = name(rng, 1), name(rng, 2)
    called = f"{given} {family}"
    return Speaker(
        pk=plan.base + number, name=called, name_local=khmer_name(rng, 3),
        sort_name=f"{family} {given}", slug=f"{slugify(called)}-{plan.base + number}",
        country_id=country_ids(plan)[places.one(rng)], gender=rng.choice(("f", "m")),
        born_on=PartialDate.parse(str(rng.randrange(1940, 1990))), status=Status.PUBLISHED,
        published_at=OPENED,
    )  # fmt: skip


def aliases(plan: Plan, of: list[Speaker]) -> list[Alias]:
    """The short form of every name."""
    return [_alias(plan.base + number, speaker) for number, speaker in enumerate(of, start=1)]


def _alias(pk: int, speaker: Speaker) -> Alias:
    given, family = speaker.name.split()
    text = f"{given[0]}. {family}"
    folded = " ".join(tokens(text))
    return Alias(pk=pk, speaker=speaker, text=text, folded=folded, kind=Alias.Kind.SHORT)


def roles(plan: Plan, of: list[Speaker], bodies: list[Organisation]) -> list[Role]:
    """One to three offices of each speaker, one after the other, the last still held."""
    rng = plan.rng("roles")
    held: list[Role] = []
    for speaker in of:
        years = sorted(rng.sample(range(1, 15), rng.randrange(MOST_ROLES)))
        bounds = [FIRST_DAY.year - 5, *(FIRST_DAY.year + year for year in years), None]
        held += [
            _role(plan.base + len(held) + number, speaker, rng, bodies, span)
            for number, span in enumerate(pairwise(bounds), start=1)
        ]
    return held


def _role(
    pk: int,
    speaker: Speaker,
    rng: Random,
    bodies: list[Organisation],
    span: tuple[int | None, int | None],
) -> Role:
    since, until = (PartialDate.parse(str(year)) if year else None for year in span)
    return Role(
        pk=pk, speaker=speaker, title=f"{rng.choice(TITLES)} of {name(rng, 1)}",
        title_local=khmer_name(rng, 2), organisation=rng.choice(bodies), start=since, end=until,
    )  # fmt: skip
