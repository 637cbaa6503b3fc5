"""A selection in the form that TimelineJS draws: newest first, up to a number, which it says."""

from typing import Any

from django.conf import settings
from django.template.loader import render_to_string
from django.utils.html import escape
from django.utils.translation import gettext as _

from sources.dates import PartialDate
from statements.citing.lists import in_words
from statements.models import Statement
from statements.timeline import Timeline

MOST = 500


def events(timeline: Timeline, base: str) -> dict[str, Any]:
    """The title and the events. TimelineJS takes texts for HTML, so that they are escaped here."""
    newest = timeline.filter.qs.newest_first().for_timeline()[:MOST]
    return {
        "title": {"text": title(timeline)},
        "events": [event(statement, base) for statement in newest],
    }


def title(timeline: Timeline) -> dict[str, str]:
    """What is shown, and how much of it."""
    name = "; ".join([_("Statements"), *in_words(timeline)])
    count = timeline.count
    told = _("%(count)s statements.") % {"count": count}
    if count > MOST:
        told = _("The newest %(most)s of %(count)s statements.") % {"most": MOST, "count": count}
    return {"headline": escape(name), "text": escape(f"{settings.SITE_NAME}. {told}")}


def event(statement: Statement, base: str) -> dict[str, Any]:
    """A statement at its date, as exactly as that is known."""
    said_on = statement.said_on
    assert said_on is not None  # noqa: S101  # published statements have a date
    context = {"statement": statement, "base": base}
    return {
        "unique_id": f"s{statement.pk}",
        "start_date": parts(said_on),
        "display_date": escape(said_on.words()),
        "group": escape(str(statement.claimant)),
        "text": {
            "headline": escape(str(statement.claimant)),
            "text": render_to_string("sharing/timeline_event.html", context).strip(),
        },
    }


def parts(date: PartialDate) -> dict[str, int]:
    """Year, month and day, as far as they are known."""
    known = [int(part) for part in date.isoformat().split("-")]
    return dict(zip(("year", "month", "day"), known, strict=False))
