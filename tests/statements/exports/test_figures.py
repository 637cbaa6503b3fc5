import pytest

from statements.exports.fields import row
from statements.exports.figures import COLUMNS, FIGURES
from tests import factories
from tests.statements.claims import claim, points, speaker_of

pytestmark = pytest.mark.django_db


def test_a_figure_with_all_that_is_known_of_it() -> None:
    base = claim(155, "2020")
    figure = claim(
        359, "2021-01-01/2021-10-31", compared_with=base, comparison_as_printed="more than double"
    )
    part = claim(9, "2021", part_of=figure)
    found = {one.figure.pk: row(COLUMNS, one) for one in points()}
    cells = found[figure.pk]
    expected = {
        "id": figure.pk, "indicator": "cases", "unit": "cases", "place": "KH",
        "period_length": "10 months", "value": "359", "speaker": speaker_of(figure).slug,
        "organisation": None, "statement": figure.statement_id, "parts": [part.pk],
        "compared_with": base.pk, "comparison_as_printed": "more than double", "check_notes": [],
    }  # fmt: skip
    assert {name: cells[name] for name in expected} == expected
    assert found[part.pk]["part_of"] == figure.pk


def test_a_figure_of_an_organisation_without_a_period_or_place() -> None:
    body = factories.organisation()
    claim(1, of=factories.published("So.", organisation=body), place=None)
    (cells,) = [row(COLUMNS, one) for one in points()]
    assert (cells["speaker"], cells["organisation"], cells["place"]) == (None, body.slug, None)
    assert cells["period_length"] == ""


def test_every_column_is_explained_once() -> None:
    names = [field.name for field in COLUMNS]
    assert len(set(names)) == len(names)
    assert all(str(field.help).endswith(".") for field in COLUMNS)


def test_it_stands_in_the_table_of_its_indicator() -> None:
    figure = claim(1577, "2021")
    loaded = FIGURES.load([figure.pk])[figure.pk]
    assert FIGURES.path(loaded) == f"/figures/cases/#figure-{figure.pk}"
    assert FIGURES.entry(loaded).title == f"{speaker_of(figure)}: Cases, exactly 1,577"
    assert loaded.published_at == figure.published_at


def test_a_draft_is_not_loaded() -> None:
    assert FIGURES.load([claim(1, "2021", publish=False).pk]) == {}
