"""Figures made of the columns that a page reads."""

from decimal import Decimal

import pytest
from pytest_django import DjangoAssertNumQueries

from statements import workflow
from statements.figures import details
from statements.models import Figure, FigureNote
from tests import factories
from tests.statements.claims import claim, statement_of

pytestmark = pytest.mark.django_db


def test_a_figure_has_the_values_of_the_register() -> None:
    made = claim(16.34, "2021", unit_disputed=True, note="Cases or persons?")
    one = details.figures([made.pk])[made.pk]
    assert one == made
    for name in details.FIGURE:
        assert getattr(one, name) == getattr(made, name), name
    assert one.value == Decimal("16.3400")
    assert one.unit_disputed is True


def test_it_comes_with_all_that_it_names(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    on_source = claim(1, "2021")
    source = factories.source("A report", published_on="2022-08")
    Figure.objects.filter(pk=on_source.pk).update(statement=None, source=source)
    said = claim(2, "2021")
    body = factories.organisation("The Ministry")
    Figure.objects.filter(pk=said.pk).update(speaker=None, organisation=body)
    path, speaker = statement_of(said).get_absolute_url(), str(on_source.speaker)
    with django_assert_num_queries(1):
        made = details.figures([on_source.pk, said.pk])
        one, other = made[on_source.pk], made[said.pk]
        assert (str(one.indicator), str(one.place)) == ("Cases", "Cambodia")
        assert (one.statement, other.source) == (None, None)
        assert other.statement
        assert (str(other.claimant), other.statement.get_absolute_url()) == ("The Ministry", path)
        assert one.source
        assert str(one.source.published_on) == "2022-08"
        assert str(one.claimant) == speaker
        own = one.source.get_absolute_url()  # type: ignore[attr-defined]
    assert own == source.get_absolute_url()  # type: ignore[attr-defined]


def test_what_is_not_public_is_not_among_them() -> None:
    shown, hidden = claim(1, "2021"), claim(2, "2021", publish=False)
    part = claim(1, "2021", of=statement_of(shown), part_of=shown)
    claim(1, "2021", publish=False, part_of=shown)
    assert list(details.figures([hidden.pk])) == []
    assert details.parts_of([shown.pk]) == [part.pk]
    assert details.claimed_in(statement_of(shown).pk) == [shown.pk, part.pk]
    assert details.figures([]) == {}
    assert details.parts_of([]) == []


def test_notes_are_those_that_editors_published() -> None:
    made = claim(1, "2021")
    for rule in ("part", "ratio"):
        FigureNote.objects.create(figure=made, rule=rule, note=f"On {rule}.")
    workflow.publish(record=FigureNote.objects.get(rule="ratio"), by=None)
    one = details.figures([made.pk])[made.pk]
    details.add_notes([one])
    assert [note.note for note in one.public_notes] == ["On ratio."]  # type: ignore[attr-defined]
