"""Looking for pairs of statements that may be related, over the whole register."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator

from django.contrib.auth.models import User
from django.db.models.functions import Coalesce

from sources.publication import Status
from statements.models import Citation, Evidence, Statement
from statements.relations import relating
from statements.relations.suggesting import FIRST_DAY, Said, Stand, suggestions

Progress = Callable[[int, int], None]
_BATCH = 2_000


def suggest_relations(
    *, by: User | None, progress: Progress = lambda done, total: None
) -> Counter[str]:
    """Suggest what the rules find; give the number of new suggestions by rule.

    `progress` is told how many of how many statements are read. Raises WorkflowError.
    """
    said = list(_said(progress))
    return relating.suggest(suggestions=suggestions(said, _stands()), by=by)


def _said(progress: Progress) -> Iterator[Said]:
    """The statements that are published or in review; nobody but the author sees a draft."""
    judged = Statement.objects.filter(status__in=relating.JUDGED).order_by("pk")
    sources = _sources()
    rows = judged.values_list(
        "pk", Coalesce("speaker__merged_into", "speaker"), "organisation", "said_on_earliest",
        "event", "text", "original_text", "summary",
    )  # fmt: skip
    total = judged.count()
    for done, row in enumerate(rows.iterator(chunk_size=_BATCH), start=1):
        pk, speaker, organisation, day, event, text, original, summary = row
        yield Said(
            pk=pk,
            claimant=_claimant(speaker, organisation),
            day=day or FIRST_DAY,
            event=event,
            sources=frozenset(sources[pk]),
            printed=tuple(words for words in (text, original) if words),
            summary=summary,
        )
        progress(done, total)


def _claimant(speaker: int | None, organisation: int | None) -> str:
    return f"speaker {speaker}" if speaker else f"organisation {organisation}"


def _sources() -> dict[int, set[int]]:
    found: dict[int, set[int]] = defaultdict(set)
    cited = Citation.objects.filter(statement__status__in=relating.JUDGED)
    for statement, source in cited.values_list("statement", "source").iterator():
        found[statement].add(source)
    return found


def _stands() -> Iterator[Stand]:
    """The sides that statements take, by positions that were not taken back."""
    rows = Evidence.objects.filter(statement__status__in=relating.JUDGED)
    rows = rows.exclude(position__status=Status.WITHDRAWN).exclude(position__stance__side="")
    for row in rows.values_list(
        "statement", Coalesce("position__speaker__merged_into", "position__speaker"),
        "position__organisation", "position__placement", "position__stance__side",
        "position__as_of_earliest", "position__stance__label",
    ).iterator():  # fmt: skip
        statement, speaker, organisation, placement, side, day, stance = row
        yield Stand(
            statement, _claimant(speaker, organisation), placement, side,
            day or FIRST_DAY, stance,
        )  # fmt: skip
