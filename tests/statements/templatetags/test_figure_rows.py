import re

import pytest
from django.template import Context

from statements import workflow
from statements.figures.series import Cell, Point
from statements.markup import Sheet
from statements.models import Figure, FigureNote
from statements.templatetags.figure_rows import figure_points, figure_table, put_row
from tests import factories
from tests.statements.claims import claim, indicator, only_series, points, statement_of

pytestmark = pytest.mark.django_db


def row(point: Point, cell: Cell | None = None, **options: bool) -> str:
    sheet = Sheet()
    put_row(sheet, point, None, cell, **options)
    return re.sub(r"\s+", " ", sheet.markup().html)


def test_a_row_has_the_period_the_number_and_who_gave_it() -> None:
    figure = claim(1577, "2021", value_as_printed="1,577 <cases>", qualifier="at-least")
    shown = row(points()[0])
    assert f'<tr role="row" id="figure-{figure.pk}">' in shown
    assert '<td role="cell">2021<br><span class="meta">a year</span></td>' in shown
    assert (
        '<td role="cell" class="number">at least <strong>1,577</strong><br>'
        '<span class="meta">“1,577 &lt;cases&gt;”</span></td>'
    ) in shown
    statement = statement_of(figure)
    assert (
        f'<a href="{statement.claimant.get_absolute_url()}">{statement.claimant}</a>'  # type: ignore[union-attr]
        f'<br><span class="meta"><a href="{statement.get_absolute_url()}">31 December 2025</a>'
    ) in shown


def test_the_statement_of_the_page_is_not_named_again() -> None:
    figure = claim(1577, "2021")
    shown = figure_points(Context({"statement": statement_of(figure)}), points()).html
    assert "31 December 2025" not in shown


def test_a_figure_without_a_statement_names_its_source() -> None:
    source = factories.source("A report", published_on="2022")
    workflow.publish(record=source, by=None)
    claim(3, "2021")
    Figure.objects.update(statement=None, source=source)
    path = source.get_absolute_url()  # type: ignore[attr-defined]
    assert f'<a href="{path}">A report</a>, 2022</span></td>' in row(points()[0])


def test_the_indicator_is_told_where_the_page_does_not_say() -> None:
    claim(3, "2021", indicator=indicator(label="Cases & more"))
    told = (
        '<td role="cell"><a href="/figures/cases/">Cases &amp; more</a> '
        '<span class="meta">(cases)</span><br><span class="meta">Cambodia</span></td>'
    )
    assert told in row(points()[0], show_indicator=True)
    assert told not in row(points()[0])


def test_an_inferred_period_says_so() -> None:
    claim(3, "2021", period_basis="inferred")
    assert '<span class="meta">a year, inferred</span>' in row(points()[0])


def test_conflicts_and_agreement_are_told_beside_the_others() -> None:
    claim(538, "2021")
    claim(359, "2021")
    (cell,) = only_series().cells
    shown = row(cell.points[0], cell)
    assert ' class="conflict">' in shown
    assert '<p class="odd">Different values are given for the same.</p>' in shown
    Figure.objects.update(value=538)
    (agreed,) = only_series().cells
    assert '<p class="soft">The same by several claimants</p>' in row(agreed.points[0], agreed)


def test_wholes_parts_and_bases_are_told() -> None:
    whole = claim(290, "2024")
    part = claim(241, "2024", part_of=whole, qualifier="about")
    claim(300, "2025", compared_with=whole, comparison_as_printed="up <3>%")
    by_pk = {point.pk: row(point) for point in points()}
    assert '<p>Of which about 241 <span class="meta">(“241 cases”)</span></p>' in by_pk[whole.pk]
    assert '<p>A part of 290 <span class="meta">(Cases)</span></p>' in by_pk[part.pk]
    assert "<p>“up &lt;3&gt;%”: compared with 290</p>" in "".join(by_pk.values())
    claim(100, "2024", part_of=whole)
    assert (
        '(“241 cases”)</span>, 100 <span class="meta">(“100 cases”)</span>. '
        '<span class="meta">Parts may overlap; they are not summed.</span></p>'
    ) in row(points()[0])


def test_what_editors_note_is_public_and_escaped() -> None:
    figure = claim(3, "2021", unit_disputed=True, note="Persons <or> cases?")
    note = FigureNote.objects.create(figure=figure, rule="period", note="It is later.")
    workflow.publish(record=note, by=None)
    shown = row(points()[0])
    assert '<p class="odd">Unit disputed.</p><p>Persons &lt;or&gt; cases?</p>' in shown
    rule = note.get_rule_display()
    assert f'<p class="check-note"><strong>{rule}.</strong> It is later.</p>' in shown


def test_a_series_is_a_table_of_all_its_figures() -> None:
    for value, period in ((3, "2021"), (4, "2021"), (5, "2022")):
        claim(value, period, indicator=indicator("cases", "cases", "Cases & raids"))
    html = figure_table(only_series()).html
    assert 'aria-label="Table: Cases &amp; raids"' in html
    assert re.findall(r"<strong>(\d)</strong>", html) == ["4", "3", "5"]
    assert html.count('class="conflict"') == 2
    assert html.count('<th role="columnheader" scope="col">') == 4


def test_figures_of_several_indicators_name_them() -> None:
    claim(3, "2021")
    claim(4, "2021", indicator=indicator("arrests", "persons"))
    html = figure_points(Context(), points()).html
    assert '<a href="/figures/cases/">Cases</a> <span class="meta">(cases)</span>' in html
    assert '<a href="/figures/arrests/">Arrests</a>' in html
