"""Statements as data."""

from operator import attrgetter

from django.db.models import QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from statements.exports.fields import Field
from statements.exports.kinds import ID, PUBLISHED_AT, Kind
from statements.exports.statement_columns import Reader
from statements.exports.statement_entries import entry
from statements.exports.statement_rows import public_rows, to_the_second
from statements.models import Statement


def told(name: str, help_text: str | Promise) -> Field:
    """A column that a row has under the same name."""
    return Field(name, attrgetter(name), help_text)


SAID = (
    told("said_on", _("Date, as exactly as known: day, month or year.")),
    told("said_on_earliest", _("First day it may be.")),
    told("said_on_latest", _("Last day it may be.")),
    told("date_basis", _("What the date rests on: see the method.")),
    told("date_note", _("Note on the date.")),
    told("weekday_as_printed", _("Weekday the source names.")),
)
WHO = (
    told("speaker", _("Speaker, as in the parameter “speaker”.")),
    told("organisation", _("Organisation, where it is no person.")),
    told("claimant", _("Name of the speaker or organisation.")),
    told("claimant_local", _("The name in the local language.")),
    told("country", _("Country of the claimant, ISO 3166-1.")),
    told("role", _("Office held that day.")),
    told("role_as_printed", _("Office as the source prints it.")),
    told("attributed_as", _("Name as the source prints it.")),
)
WORDS = (
    told("kind", _("quotation, reported, paraphrase or written.")),
    told("text", _("The words as printed; empty where only reported.")),
    told("language", _("Language of the words.")),
    told("original_text", _("The words before translation.")),
    told("original_language", _("Their language.")),
    told("summary", _("Summary in the editors’ words.")),
    told("context", _("What it was said about or after.")),
)
ABOUT = (
    told("event", _("Event, as in the parameter “event”.")),
    told("event_name", _("Name of the event.")),
    told("venue", _("Place, where there is no event.")),
    told("topics", _("Topics.")),
    told("functions", _("What it does.")),
    told("acknowledges_problem", _("yes, partly or no; empty where it is not addressed.")),
)
SOURCES = (
    told("sources", _("Numbers of the sources.")),
    told("source_titles", _("Their titles.")),
    told("source_urls", _("Their addresses.")),
    told("outlets", _("Their outlets.")),
    told("source_dates", _("When each was published.")),
    told("locators", _("Page, paragraph or time code.")),
    told("excerpts", _("Words as each source prints them.")),
    told("verifications", _("How far the words agree with each source: see the method.")),
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
    told("override_reason", _("Why it was published though no source has it word for word.")),
    told("version", _("Version of the record.")),
    Field("published_at", lambda row: to_the_second(row.published), PUBLISHED_AT.help),
    Field("updated_at", lambda row: to_the_second(row.updated), _("When it last changed, in UTC.")),
)


def records() -> QuerySet[Statement]:
    """Published statements."""
    return Statement.objects.published()


STATEMENTS = Kind(
    name="statements",
    label=_("Statements"),
    columns=(ID, *SAID, *WHO, *WORDS, *ABOUT, *SOURCES, *RECORD),
    records=records,
    entry=entry,
    path=attrgetter("path"),
    numbered=public_rows,
    reader=Reader,
)
