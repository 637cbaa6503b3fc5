"""What may have been entered twice. Questions only; an editor decides what to do."""

from sources.models import Source
from sources.publication import Status
from statements.models import Statement
from statements.search.analyser import tokens


def same_address(source: Source) -> Source | None:
    """Another source whose address leads to the same page."""
    return source.with_same_address()


def same_words(statement: Statement) -> list[Statement]:
    """Other statements with the same words in one of the same sources, oldest first.

    Words are the same when a search could not tell them apart: case, quotation marks, accents and
    punctuation do not count.
    """
    words = tokens(statement.text)
    if not words:
        return []
    sources = statement.citations.values("source")
    others = Statement.objects.filter(citations__source__in=sources).exclude(pk=statement.pk)
    near = others.select_related("speaker", "organisation").order_by("pk").distinct()
    return [other for other in near if tokens(other.text) == words]


def same_claim(statement: Statement) -> list[Statement]:
    """Statements of the same claimant with the same words and date, oldest first.

    Those that were withdrawn do not count, and `statement` need not be saved.
    """
    like = Statement.objects.filter(
        speaker=statement.speaker, organisation=statement.organisation, said_on=statement.said_on
    )
    near = like.exclude(pk=statement.pk).exclude(status=Status.WITHDRAWN).order_by("pk")
    return [other for other in near if _same(other.words, statement.words)]


def _same(one: str, other: str) -> bool:
    return (tokens(one) or [one]) == (tokens(other) or [other])
