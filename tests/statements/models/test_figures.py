import datetime

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError

from statements import workflow
from statements.models import Figure
from tests import factories

pytestmark = pytest.mark.django_db


def test_a_figure_needs_a_statement_or_a_source() -> None:
    figure = factories.figure(factories.draft())
    figure.statement = None
    with pytest.raises(ValidationError, match="needs a statement or a source"):
        figure.full_clean()
    figure.source = factories.source()
    figure.full_clean()


def test_a_figure_has_one_claimant() -> None:
    figure = factories.figure(factories.draft())
    figure.organisation = factories.organisation()
    with pytest.raises(IntegrityError):
        figure.save()


def test_its_period_is_in_order() -> None:
    figure = factories.figure(factories.draft())
    figure.period_start, figure.period_end = datetime.date(2024, 6, 30), datetime.date(2024, 1, 1)
    with pytest.raises(ValidationError, match="cannot end before"):
        figure.full_clean()


def test_a_disputed_unit_says_why() -> None:
    figure = factories.figure(factories.draft(), unit_disputed=False)
    figure.unit_disputed = True
    with pytest.raises(ValidationError, match="why the unit is disputed"):
        figure.full_clean()
    figure.note = "Probably suspects."
    figure.full_clean()


def test_a_figure_is_no_part_of_itself() -> None:
    figure = factories.figure(factories.draft())
    figure.part_of = figure
    with pytest.raises(ValidationError) as caught:
        figure.full_clean()
    assert list(caught.value.message_dict) == ["part_of"]


def test_a_figure_goes_with_its_statement() -> None:
    statement = factories.draft()
    figure = factories.figure(statement)
    workflow.publish(record=statement, by=None)
    assert list(Figure.objects.published()) == [figure]
    workflow.withdraw(record=statement, by=None, reason="Misattributed.")
    assert not Figure.objects.published().exists()
