"""What editors make of some statements of the corpus: positions on placements, and figures."""

from dataclasses import dataclass, field
from random import Random

from sources.publication import Status
from statements.corpus.plan import FIRST_DAY, Plan
from statements.corpus.records import Model, Values, content, table
from statements.corpus.scene import scene
from statements.corpus.speeches import Speech
from statements.models import Evidence, Figure, Position
from statements.postings.values import EVIDENCE, POSITION


@dataclass
class Judgement:
    """Rows, what a snapshot of the statement tells of them in order, and the values they give."""

    rows: list[tuple[Model, Values]] = field(default_factory=list)
    positions: list[Values] = field(default_factory=list)
    figures: list[Values] = field(default_factory=list)
    values: list[str] = field(default_factory=list)

    def parts(self, model: Model) -> dict[str, list[Values]]:
        """Give what the ledger takes together with a row of this model."""
        if model is not Position:
            return {}
        filled = table(Evidence).filled
        evidence = [filled(values) for of, values in self.rows if of is Evidence]
        return {"evidence": [content(Evidence, values) for values in evidence]}


def judged(plan: Plan, speech: Speech, at: str) -> Judgement:
    """Make the position and the figure that rest on a statement, if any do."""
    made = Judgement()
    if speech.speaker is None:
        return made
    rng = plan.rng("judgement", speech.number) if _is_judged(plan, speech.number) else None
    if rng and speech.number % plan.position_every == 0:
        _take_position(plan, speech, at, rng, made)
    if rng and speech.number % plan.figure_every == 0:
        _give_figure(plan, speech, at, rng, made)
    return made


def _is_judged(plan: Plan, number: int) -> bool:
    return not (number % plan.position_every and number % plan.figure_every)


def _take_position(plan: Plan, speech: Speech, at: str, rng: Random, made: Judgement) -> None:
    frame, day = scene(plan), speech.said_on
    pk, year = plan.base + speech.number // plan.position_every, int(day.text[:4])
    speaker = frame.speakers[speech.speaker or 0]
    placement = frame.placed[speaker.country_id or 0, year]
    stance, code = rng.choice(plan.stances)
    values = {
        "id": pk, "speaker_id": speaker.pk, "placement_id": placement, "stance_id": stance,
        "as_of": day.text, "as_of_earliest": day.earliest, "as_of_latest": day.latest,
        "status": Status.PUBLISHED.value, "published_at": at,
    }  # fmt: skip
    evidence = {"id": pk, "position_id": pk, "statement_id": speech.pk}
    made.rows += [(Position, values), (Evidence, evidence)]
    filled = table(Position).filled(values)
    told = {name: filled[name] for name in ("target", "grounds", "as_of")}
    told |= {"position": pk, "placement": placement, "stance": code}
    made.positions = [dict(sorted(told.items()))]
    made.values += [f"{POSITION}={frame.ranking.pk}:{year}:{stance}", f"{EVIDENCE}={pk}"]


def _give_figure(plan: Plan, speech: Speech, at: str, rng: Random, made: Judgement) -> None:
    frame, number = scene(plan), rng.randrange(3, 5_000)
    pk, year = plan.base + speech.number // plan.figure_every, speech.said_on.text[:4]
    indicator = rng.choice(frame.indicators)
    speaker = frame.speakers[speech.speaker or 0]
    start, end = max(f"{year}-01-01", FIRST_DAY.isoformat()), f"{year}-12-31"
    values = {
        "id": pk, "indicator_id": indicator.pk, "value": str(number),
        "value_as_printed": f"{number:,} {indicator.unit}", "period_start": start,
        "period_end": end, "place_id": speaker.country_id, "speaker_id": speaker.pk,
        "statement_id": speech.pk, "status": Status.PUBLISHED.value, "published_at": at,
    }  # fmt: skip
    made.rows.append((Figure, values))
    made.figures = [
        {
            "figure": pk, "indicator": indicator.code, "note": "", "period": [start, end],
            "unit_disputed": False, "value": str(number),
            "value_as_printed": values["value_as_printed"],
        }
    ]  # fmt: skip
