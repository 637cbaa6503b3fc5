"""Statements as data."""

import datetime
from collections.abc import Callable
from operator import attrgetter
from typing import Any

from django.db.models import Prefetch, QuerySet
from django.template.loader import render_to_string
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from sources.models import Source
from statements.exports.fields import Field
from statements.exports.kinds import ID, PUBLISHED_AT, Entry, Kind, day, moment
from statements.models import Citation, Statement, Topic

WORDS_IN_TITLE = 20


def of_claimant(name: str) -> Callable[[Statement], object]:
    """Reads a part of whoever spoke."""
    return lambda statement: getattr(statement.claimant, name)


def of(relation: str, name: str) -> Callable[[Statement], object]:
    """Reads a part of a related record; None where there is none."""
    return lambda statement: getattr(getattr(statement, relation), name, None)


def of_event(name: str) -> Callable[[Statement], object]:
    """Reads a part of the event, if the public may see it."""

    def read(statement: Statement) -> object:
        event = statement.event
        return getattr(event, name) if event and event.is_published else None

    return read


def of_citations(read: Callable[[Citation], object]) -> Callable[[Any], list[object]]:
    """Reads something of each published citation, so that the lists run side by side."""
    return lambda statement: [read(citation) for citation in statement.cited]


def country(statement: Statement) -> str | None:
    claimant = statement.claimant
    return claimant.country.iso2 if claimant and claimant.country else None


def updated_at(statement: Any) -> datetime.datetime:
    """When the public record last changed."""
    corrected = [correction.made_at for correction in statement.corrected]
    return max(filter(None, [statement.updated_at, statement.published_at, *corrected]))


SAID = (
    Field("said_on", lambda s: day(s.said_on), _("Date, as exactly as known: day, month or year.")),
    Field("said_on_earliest", lambda s: day(s.said_on.earliest), _("First day it may be.")),
    Field("said_on_latest", lambda s: day(s.said_on.latest), _("Last day it may be.")),
    Field("date_basis", attrgetter("date_basis"), _("What the date rests on: see the method.")),
    Field("date_note", attrgetter("date_note"), _("Note on the date.")),
    Field("weekday_as_printed", attrgetter("weekday_as_printed"), _("Weekday the source names.")),
)
WHO = (
    Field("speaker", of("speaker", "slug"), _("Speaker, as in the parameter “speaker”.")),
    Field("organisation", of("organisation", "slug"), _("Organisation, where it is no person.")),
    Field("claimant", of_claimant("name"), _("Name of the speaker or organisation.")),
    Field("claimant_local", of_claimant("name_local"), _("The name in the local language.")),
    Field("country", country, _("Country of the claimant, ISO 3166-1.")),
    Field("role", of("role", "title"), _("Office held that day.")),
    Field("role_as_printed", attrgetter("role_as_printed"), _("Office as the source prints it.")),
    Field("attributed_as", attrgetter("attributed_as"), _("Name as the source prints it.")),
)
WORDS = (
    Field("kind", attrgetter("kind"), _("quotation, reported, paraphrase or written.")),
    Field("text", attrgetter("text"), _("The words as printed; empty where only reported.")),
    Field("language", attrgetter("language"), _("Language of the words.")),
    Field("original_text", attrgetter("original_text"), _("The words before translation.")),
    Field("original_language", attrgetter("original_language"), _("Their language.")),
    Field("summary", attrgetter("summary"), _("Summary in the editors’ words.")),
    Field("context", attrgetter("context"), _("What it was said about or after.")),
)
ABOUT = (
    Field("event", of_event("slug"), _("Event, as in the parameter “event”.")),
    Field("event_name", of_event("name"), _("Name of the event.")),
    Field("venue", attrgetter("venue"), _("Place, where there is no event.")),
    Field("topics", lambda s: [t.slug for t in s.about], _("Topics.")),
    Field("functions", lambda s: [f.code for f in s.doing], _("What it does.")),
    Field(
        "acknowledges_problem",
        attrgetter("acknowledges_problem"),
        _("yes, partly or no; empty where it is not addressed."),
    ),
)
SOURCES = (
    Field("sources", of_citations(lambda c: c.source_id), _("Numbers of the sources.")),
    Field("source_titles", of_citations(lambda c: c.source.title), _("Their titles.")),
    Field("source_urls", of_citations(lambda c: c.source.url), _("Their addresses.")),
    Field("outlets", of_citations(lambda c: c.source.outlet.slug), _("Their outlets.")),
    Field(
        "source_dates",
        of_citations(lambda c: day(c.source.published_on)),
        _("When each was published."),
    ),
    Field("locators", of_citations(attrgetter("locator")), _("Page, paragraph or time code.")),
    Field("excerpts", of_citations(attrgetter("excerpt")), _("Words as each source prints them.")),
    Field(
        "verifications",
        of_citations(attrgetter("verification")),
        _("How far the words agree with each source: see the method."),
    ),
)
#: The same by what they are called in one citation.
CITED = dict(
    zip(
        ("source", "source_title", "source_url", "outlet", "source_date", "locator", "excerpt",
         "verification"),
        SOURCES,
        strict=True,
    )
)  # fmt: skip
RECORD = (
    Field(
        "override_reason",
        attrgetter("override_reason"),
        _("Why it was published though no source has it word for word."),
    ),
    Field("version", attrgetter("version"), _("Version of the record.")),
    PUBLISHED_AT,
    Field("updated_at", lambda s: moment(updated_at(s)), _("When it last changed, in UTC.")),
)


def records() -> QuerySet[Any]:
    """Published statements with all that the columns read."""
    public = Statement.objects.published()
    return with_columns(public, Citation.objects.published(), Topic.objects.published())


def with_columns(
    statements: QuerySet[Statement], cited: QuerySet[Citation], about: QuerySet[Topic]
) -> QuerySet[Any]:
    """Statements with all that the columns read, of these citations and topics.

    Lists of related records are plain lists of their own, which cost far less to read a hundred
    thousand times, and records that many statements share are made once a batch.
    """
    sources = Prefetch("source", Source.objects.select_related("outlet"))
    return statements.prefetch_related(
        "speaker__country",
        "organisation__country",
        "role",
        "event",
        Prefetch("topics", about, to_attr="about"),
        Prefetch("functions", to_attr="doing"),
        Prefetch("corrections", to_attr="corrected"),
        Prefetch("citations", cited.prefetch_related(sources), to_attr="cited"),
    )


def entry(statement: Any) -> Entry:
    words = Truncator(statement.quoted or statement.summary).words(WORDS_IN_TITLE)
    said = f"“{words}”" if statement.text else words
    return Entry(
        title=f"{statement.claimant}: {said}",
        html=render_to_string("feeds/statement.html", {"statement": statement}),
        author=str(statement.claimant),
        updated=updated_at(statement),
        categories=[topic.name for topic in statement.about],
    )


STATEMENTS = Kind(
    name="statements",
    label=_("Statements"),
    columns=(ID, *SAID, *WHO, *WORDS, *ABOUT, *SOURCES, *RECORD),
    records=records,
    entry=entry,
)
