"""Figures as data."""

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.html import escape
from django.utils.translation import gettext_lazy as _

from statements.exports.cells import plain
from statements.exports.fields import Field
from statements.exports.kinds import ID, PUBLISHED_AT, Entry, Kind
from statements.figures.selection import loaded
from statements.figures.series import Point
from statements.models import Figure
from statements.numbers import plain_number


def records() -> QuerySet[Figure]:
    """Published figures."""
    return Figure.objects.published()


def path(point: Point) -> str:
    """Its line in the table of its indicator."""
    page = reverse("figure_indicator", args=[point.figure.indicator.code])
    return f"{page}#figure-{point.pk}"


def entry(point: Point) -> Entry:
    figure = point.figure
    value = f"{figure.get_qualifier_display()} {plain_number(figure.value)}"
    return Entry(
        title=f"{figure.claimant}: {figure.indicator}, {value}",
        html=escape(figure.value_as_printed),
        author=str(figure.claimant),
        categories=[figure.indicator.label],
    )


def _length(point: Point) -> str:
    """Such as "12 months" or "10 days", the same in every language."""
    length = point.span.length
    return f"{length[1]} {length[0]}" if length else ""


COLUMNS = (
    ID,
    Field("indicator", lambda p: p.figure.indicator.code, _("What is counted, as a code.")),
    Field("indicator_label", lambda p: p.figure.indicator.label, _("What is counted, in words.")),
    Field("unit", lambda p: p.figure.indicator.unit, _("The unit it is counted in.")),
    Field("unit_disputed", lambda p: p.figure.unit_disputed, _("Whether the unit is in doubt.")),
    Field("place", lambda p: p.figure.place and p.figure.place.iso2, _("Country counted in.")),
    Field("period_start", lambda p: p.figure.period_start, _("First day of the period.")),
    Field("period_end", lambda p: p.figure.period_end, _("Last day of the period.")),
    Field("period_length", _length, _("Length of the period, in whole months or days.")),
    Field("period_basis", lambda p: p.figure.period_basis, _("What the period rests on.")),
    Field("qualifier", lambda p: p.figure.qualifier, _("How exactly the value is given.")),
    Field("value", lambda p: plain(p.figure.value), _("The value, as a decimal number in digits.")),
    Field("value_as_printed", lambda p: p.figure.value_as_printed, _("The words printed.")),
    Field("speaker", lambda p: p.figure.speaker and p.figure.speaker.slug, _("Who claims it.")),
    Field(
        "organisation",
        lambda p: p.figure.organisation and p.figure.organisation.slug,
        _("Which organisation claims it, where no person does."),
    ),
    Field("statement", lambda p: p.figure.statement_id, _("Number of the statement it is in.")),
    Field(
        "source",
        lambda p: p.figure.source_id,
        _("Number of the source, of a figure that is in no statement."),
    ),
    Field("part_of", lambda p: p.whole and p.whole.pk, _("Number of the whole it is a part of.")),
    Field("parts", lambda p: [part.pk for part in p.parts], _("Numbers of its parts.")),
    Field(
        "compared_with", lambda p: p.base and p.base.pk, _("Number of the figure compared with.")
    ),
    Field(
        "comparison_as_printed",
        lambda p: p.base and p.figure.comparison_as_printed,
        _("The comparison, in the words printed."),
    ),
    Field("note", lambda p: p.figure.note, _("What readers should know.")),
    Field(
        "check_notes",
        lambda p: [note.note for note in p.figure.public_notes],
        _("What the editors say of figures that do not add up."),
    ),
    PUBLISHED_AT,
)
FIGURES = Kind(
    name="figures", label=_("Figures"), columns=COLUMNS, records=records, entry=entry, path=path,
    read=loaded,
)  # fmt: skip
