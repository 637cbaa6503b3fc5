"""A ranking of countries with its levels, editions and placements; and indicators; all unsaved."""

from sources.dates import PartialDate
from sources.publication import Status
from statements.corpus.plan import FIRST_DAY, OPENED, Plan
from statements.corpus.scenery import country_ids
from statements.models import Edition, Indicator, Level, Placement, Ranking

YEARS = 15
LEVELS = ("1", "2", "2WL", "3")
INDICATORS = (
    "Cases", "Arrests", "Convictions", "Victims", "Schools", "Doctors", "Hectares", "Households",
    "Visitors", "Kilometres",
)  # fmt: skip


def ranking(plan: Plan) -> Ranking:
    return Ranking(
        pk=plan.base + 1, name="Corpus ranking", slug="corpus-ranking", status=Status.PUBLISHED,
        published_at=OPENED,
    )  # fmt: skip


def levels(plan: Plan, of: Ranking) -> list[Level]:
    return [
        Level(pk=plan.base + order, ranking=of, code=code, label=f"Tier {code}", order=order)
        for order, code in enumerate(LEVELS, start=1)
    ]


def editions(plan: Plan, of: Ranking) -> list[Edition]:
    return [
        Edition(
            pk=plan.base + n, ranking=of, year=FIRST_DAY.year + n - 1,
            released_on=PartialDate.parse(f"{FIRST_DAY.year + n - 1}-06"),
        )
        for n in range(1, YEARS + 1)
    ]  # fmt: skip


def placements(plan: Plan, rungs: list[Level], yearly: list[Edition]) -> list[Placement]:
    """Where each country stands each year: it moves by a level now and then."""
    rng = plan.rng("placements")
    made: list[Placement] = []
    for country in country_ids(plan):
        place = rng.randrange(len(rungs))
        for edition in yearly:
            if rng.random() < 0.25:
                place = min(max(place + rng.choice((-1, 1)), 0), len(rungs) - 1)
            made.append(
                Placement(
                    pk=plan.base + len(made) + 1, edition=edition, country_id=country,
                    level=rungs[place], status=Status.PUBLISHED, published_at=OPENED,
                )
            )  # fmt: skip
    return made


def indicators(plan: Plan) -> list[Indicator]:
    return [
        Indicator(pk=plan.base + n, code=f"corpus-{label.lower()}", label=label, unit=label.lower())
        for n, label in enumerate(INDICATORS, start=1)
    ]
