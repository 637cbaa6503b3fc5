import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError

from statements import workflow
from statements.models import Edition, Placement, Position, Stance
from tests import factories

pytestmark = pytest.mark.django_db


class TestPlacement:
    def test_an_edition_places_a_country_once(self) -> None:
        placement = factories.placement()
        again = Placement(
            edition=placement.edition, country=placement.country, level=placement.level
        )
        with pytest.raises(ValidationError, match="places that country already"):
            again.full_clean()
        with pytest.raises(IntegrityError):
            again.save()

    def test_its_level_is_of_the_same_ranking(self) -> None:
        placement = factories.placement()
        placement.level = factories.ranking().levels.get(code="1")
        with pytest.raises(ValidationError) as caught:
            placement.full_clean()
        assert "another ranking" in caught.value.message_dict["level"][0]


class TestEdition:
    def test_there_is_one_a_year(self) -> None:
        placement = factories.placement(year=2022)
        with pytest.raises(IntegrityError):
            Edition.objects.create(ranking=placement.edition.ranking, year=2022)

    def test_a_year_has_four_digits(self) -> None:
        with pytest.raises(ValidationError, match="four digits"):
            Edition(ranking=factories.ranking(), year=22).full_clean()


class TestLevel:
    def test_several_may_stand_apart_but_no_two_at_one_place(self) -> None:
        ranking = factories.ranking()
        for code in ("SC", "NA"):
            ranking.levels.create(code=code, label=code)
        with pytest.raises(IntegrityError):
            ranking.levels.create(code="5", label="Tier 5", order=1)


class TestPosition:
    def test_has_one_claimant(self) -> None:
        position = factories.position(factories.draft())
        position.organisation = factories.organisation()
        with pytest.raises(ValidationError, match="not both"):
            position.full_clean()

    def test_is_public_only_while_a_public_statement_is_its_evidence(self) -> None:
        statement = factories.draft()
        position = factories.position(statement)
        workflow.publish(record=statement, by=None)
        assert list(Position.objects.published()) == [position]
        workflow.withdraw(record=statement, by=None, reason="Misattributed.")
        assert not Position.objects.published().exists()


def test_the_scale_is_ordered_and_what_has_no_place_stands_last() -> None:
    orders = [stance.order for stance in Stance.objects.all()]
    placed = [order for order in orders if order is not None]
    assert placed == sorted(placed) == list(range(1, 8))
    assert orders[: len(placed)] == placed
