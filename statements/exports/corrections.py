"""Corrections and withdrawals as data. Of what was withdrawn, only the reason is told."""

from operator import attrgetter

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.html import escape
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from statements.exports.fields import Field
from statements.exports.kinds import ID, Entry, Kind, moment
from statements.listings import corrections
from statements.models import Correction, Revision
from statements.revisions import differences


def records() -> QuerySet[Correction]:
    """Corrections with all that the columns read."""
    return corrections().for_page()


def path(correction: Correction) -> str:
    """The statement it is of; the list of corrections where there is none to show."""
    statement = correction.statement
    if statement is None:
        return f"{reverse('correction_list')}#correction-{correction.pk}"
    return reverse("statement_short", args=[statement.pk])


def entry(correction: Correction) -> Entry:
    number = correction.statement_id
    what = _t("statement %d") % number if number else f"{correction.model} {correction.record_id}"
    return Entry(
        title=f"{correction.get_kind_display()}: {what}",
        html=escape(correction.public_note),
        updated=correction.made_at,
        categories=[correction.get_kind_display()],
    )


def changed(correction: Correction) -> list[str]:
    """The fields that it changed; none where the statement was withdrawn since."""
    if correction.is_hidden or correction.before is None or correction.after is None:
        return []
    return differences(correction.before.record, correction.after.record)


def _number(revision: Revision | None) -> int | None:
    return revision.number if revision else None


COLUMNS = (
    ID,
    Field("statement", attrgetter("statement_id"), _("Number of the statement.")),
    Field("withdrawn_kind", attrgetter("model"), _(
        "What was withdrawn where it is not the statement: statements.position, "
        "statements.figure or statements.figurenote."
    )),
    Field("withdrawn", attrgetter("record_id"), _("Number of what was withdrawn then.")),
    Field("kind", attrgetter("kind"), _("correction, clarification, addition or withdrawal.")),
    Field("note", attrgetter("public_note"), _(
        "What was corrected and why; empty where the statement was withdrawn since."
    )),
    Field("revision_before", lambda c: _number(c.before), _("The revision before it.")),
    Field("revision_after", lambda c: _number(c.after), _("The revision that it made.")),
    Field("changed", changed, _("The fields that it changed.")),
    Field("made_at", lambda c: moment(c.made_at), _("When it was made, in UTC.")),
)  # fmt: skip
CORRECTIONS = Kind(
    name="corrections", label=_("Corrections"), columns=COLUMNS, records=records, entry=entry,
    path=path,
)  # fmt: skip
