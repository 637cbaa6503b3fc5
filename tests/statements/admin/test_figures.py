"""Figures in their own form."""

from typing import Any

import pytest

from statements.models import Figure, Indicator
from tests import factories
from tests.statements.admin.conftest import LogIn, url

pytestmark = pytest.mark.django_db


def figure_form(**fields: Any) -> dict[str, Any]:
    return {
        "indicator": Indicator.objects.create(code="cases", label="Cases", unit="cases").pk,
        "value": "359", "value_as_printed": "359 cases", "qualifier": "exact",
        "period_basis": "stated", "speaker": factories.speaker().pk,
        "source": factories.source().pk, **fields,
    }  # fmt: skip


def test_a_figure_stands_on_a_source_alone(log_in: LogIn) -> None:
    assert (
        log_in("Contributor").post(url("statements_figure_add"), figure_form()).status_code == 302
    )
    assert Figure.objects.get().status == "draft"


@pytest.mark.parametrize(
    "fields",
    [
        {"source": ""}, {"speaker": ""}, {"unit_disputed": "on"}, {"value": "1" + "0" * 20},
        {"value": "Infinity"}, {"value_as_printed": "x" * 201}, {"value_as_printed": "nul\0"},
        {"period_start": "2022-01-01", "period_end": "2021-01-01"},
        {"period_start": "0000-01-01"}, {"part_of": "abc"}, {"place": "9" * 30},
    ],
    ids=str,
)  # fmt: skip
def test_what_cannot_be_is_an_error_of_the_form(log_in: LogIn, fields: dict[str, Any]) -> None:
    response = log_in("Contributor").post(url("statements_figure_add"), figure_form(**fields))
    assert b"errornote" in response.content
    assert not Figure.objects.exists()


def test_a_reviewer_publishes_a_figure(log_in: LogIn) -> None:
    form = figure_form(_publish="1")
    assert log_in("Reviewer").post(url("statements_figure_add"), form).status_code == 302
    figure = Figure.objects.get()
    assert figure.is_published
    assert figure.speaker
    assert figure.speaker.is_published


def test_indicators_count_their_figures(log_in: LogIn) -> None:
    factories.figure(factories.draft())
    page = log_in("Contributor").get(url("statements_indicator_changelist")).content.decode()
    assert '<td class="field-figure_count">1</td>' in page
