"""Printed names that mean nobody yet: the queue of them, and making one an alias."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Count, Min
from django.utils.translation import gettext as _

from sources.models import Capture, Source
from statements import workflow
from statements.attributions import roster, valid_on
from statements.drafting import propose, record
from statements.models import Alias, Proposal, Speaker
from statements.models.proposal import digest_of
from statements.proposing import BY_ALIAS
from statements.refusals import WorkflowError

MOST_GROUPS = 100
MOST_READ_AGAIN = 20  # captures; the others are read again when somebody opens them
EXAMPLES = 3


@dataclass(frozen=True, slots=True)
class Group:
    """Open proposals that are attributed to the same phrase, and some of their sources."""

    phrase: str
    count: int
    sources: tuple[Source, ...]


def waiting() -> list[Group]:
    """The phrases that mean nobody yet, the most frequent first."""
    named = Proposal.objects.unresolved().exclude(attribution_digest="")
    counted = named.values("attribution_digest").annotate(
        count=Count("pk"), phrase=Min("attribution")
    )
    chosen = list(counted.order_by("-count", "phrase")[:MOST_GROUPS])
    digests = [one["attribution_digest"] for one in chosen]
    pairs = named.filter(attribution_digest__in=digests).values_list(
        "attribution_digest", "source_id"
    )
    examples = _examples(pairs.distinct().order_by("source_id"))
    sources = Source.objects.select_related("outlet").in_bulk(
        {pk for those in examples.values() for pk in those}
    )
    return [
        Group(
            one["phrase"],
            one["count"],
            tuple(sources[pk] for pk in examples[one["attribution_digest"]]),
        )
        for one in chosen
    ]


def _examples(pairs: Iterable[tuple[str, int]]) -> dict[str, list[int]]:
    examples: dict[str, list[int]] = {}
    for digest, source in pairs:
        if len(those := examples.setdefault(digest, [])) < EXAMPLES:
            those.append(source)
    return examples


def nameless() -> int:
    """How many open proposals have nobody and no name either, only "she" or nothing."""
    return Proposal.objects.unresolved().filter(attribution_digest="").count()


@transaction.atomic
def resolve(
    *,
    phrase: str,
    speaker: Speaker,
    kind: str,
    by: User | None,
    language: str = "en",
    valid_from: date | None = None,
    valid_to: date | None = None,
    auto_match: bool = False,
) -> int:
    """Make a printed phrase an alias of a speaker; gives how many proposals it resolved.

    Resolves the open proposals with that phrase whose source lies in the alias's time, then reads
    their articles again, in which "she" may now be clear. Raises ValidationError.
    """
    digest = digest_of(phrase)
    unresolved = Proposal.objects.unresolved().select_for_update(of=("self",))
    those = list(unresolved.filter(attribution_digest=digest).select_related("source"))
    if not digest or not those:
        raise ValidationError(_("Nothing waits for that name any more."))
    before = Proposal.objects.unresolved().count()
    alias = Alias(
        speaker=speaker, text=phrase, kind=kind, language=language,
        valid_from=valid_from, valid_to=valid_to, auto_match=auto_match,
    )  # fmt: skip
    alias = _kept(alias, by)
    meant = [one for one in those if valid_on(alias, one.source.published_on)]
    for proposal in meant:
        proposal.speaker, proposal.rule = alias.speaker, BY_ALIAS
        proposal.save()
    _read_again({one.capture_id for one in meant})
    return before - Proposal.objects.unresolved().count()


def _kept(alias: Alias, by: User | None) -> Alias:
    """The alias, saved; or the one that the speaker has already, which stays as it is."""
    existing = Alias.objects.filter(speaker=alias.speaker, text=alias.text).first()
    if existing:
        return existing
    alias.full_clean()
    alias._history_user = by  # type: ignore[attr-defined]  # read by django-simple-history
    alias.save()
    try:
        workflow.edited(record=alias.speaker, by=by)
    except WorkflowError as error:
        raise ValidationError(error.reasons) from error
    return alias


def _read_again(captures: set[int | None]) -> None:
    chosen = sorted(pk for pk in captures if pk is not None)[:MOST_READ_AGAIN]
    for capture in Capture.objects.filter(pk__in=chosen).select_related("source__outlet"):
        record(article=propose(capture, roster(capture.source.published_on)))
