"""Partial dates in models: assigned, saved, asked for, and held to the rules of the database."""

from datetime import date
from typing import Any

import pytest
from django.core import serializers
from django.core.exceptions import FieldError, ValidationError
from django.db import IntegrityError, transaction

from sources.dates import (
    PartialDate,
    partial_date_constraints,
)
from sources.models import Outlet, Source
from tests.sources.test_dates import BAD_TEXTS


@pytest.fixture
def outlet(db: None) -> Outlet:
    return Outlet.objects.create(name="Fresh News", slug="fresh-news")


@pytest.fixture
def source(outlet: Outlet) -> Source:
    return Source.objects.create(outlet=outlet, title="A title", published_on="2014-06")


def bounds(source: Source) -> tuple[date | None, date | None]:
    values: Any = source
    return values.published_on_earliest, values.published_on_latest


def stored(source: Source) -> tuple[Any, ...]:
    columns = ("published_on", "published_on_earliest", "published_on_latest")
    row: tuple[Any, ...] = Source.objects.values_list(*columns).get(pk=source.pk)
    return row


JUNE = (date(2014, 6, 1), date(2014, 6, 30))
YEAR = (date(2005, 1, 1), date(2005, 12, 31))


class TestAssigning:
    @pytest.mark.parametrize("given", ["2014-06", " ២០១៤-០៦ ", PartialDate.parse("2014-06")])
    def test_a_text_or_a_value_sets_the_bounds(self, given: str | PartialDate) -> None:
        built, assigned = Source(published_on=given), Source()
        assigned.published_on = given
        for source in (built, assigned):
            assert source.published_on == PartialDate.parse("2014-06")
            assert bounds(source) == JUNE

    @pytest.mark.parametrize("given", [None, "", "  "])
    def test_nothing_clears_the_bounds(self, given: str | None) -> None:
        source = Source(published_on="2014-06")
        source.published_on = given
        assert source.published_on is None
        assert bounds(source) == (None, None)

    @pytest.mark.parametrize("text", [text for text in BAD_TEXTS if text.strip()])
    def test_a_bad_text_is_reported_by_validation_and_refused_by_saving(
        self, text: str, outlet: Outlet
    ) -> None:
        source = Source(outlet=outlet, published_on=text)
        assert bounds(source) == (None, None)
        with pytest.raises(ValidationError) as raised:
            source.full_clean()
        assert "YYYY-MM-DD, YYYY-MM or YYYY" in raised.value.message_dict["published_on"][0]
        with pytest.raises(ValidationError), transaction.atomic():
            source.save()
        assert not Source.objects.exists()

    def test_a_bad_type_is_refused(self, outlet: Outlet) -> None:
        wrong: Any = 2005
        with pytest.raises(ValidationError):
            Source(outlet=outlet, published_on=wrong).full_clean()


class TestSaving:
    def test_creating_stores_all_three(self, source: Source) -> None:
        assert stored(source) == (PartialDate.parse("2014-06"), *JUNE)

    def test_saving_again_stores_all_three(self, source: Source) -> None:
        source.published_on = "2005"
        source.save()
        assert stored(source) == (PartialDate.parse("2005"), *YEAR)

    def test_blank_is_stored_as_null(self, source: Source) -> None:
        source.published_on = ""
        source.save()
        assert stored(source) == (None, None, None)

    def test_creating_in_bulk_stores_all_three(self, outlet: Outlet) -> None:
        Source.objects.bulk_create(
            [Source(outlet=outlet, published_on=text) for text in ("2014-06", "2005", None)]
        )
        found = list(Source.objects.order_by("pk"))
        assert [bounds(source) for source in found] == [JUNE, YEAR, (None, None)]

    def test_updating_in_bulk_with_all_three_stores_them(self, source: Source) -> None:
        source.published_on = "2005"
        names = ["published_on", "published_on_earliest", "published_on_latest"]
        Source.objects.bulk_update([source], names)
        assert stored(source) == (PartialDate.parse("2005"), *YEAR)

    def test_update_or_create_stores_all_three(self, source: Source) -> None:
        Source.objects.update_or_create(pk=source.pk, defaults={"published_on": "2005"})
        assert stored(source) == (PartialDate.parse("2005"), *YEAR)

    def test_bounds_set_by_hand_are_put_right(self, source: Source) -> None:
        by_hand: Any = source
        by_hand.published_on_latest = date(1999, 1, 1)
        source.save()
        assert stored(source) == (PartialDate.parse("2014-06"), *JUNE)

    def test_refreshing_follows_the_database(self, source: Source) -> None:
        source.published_on = "2005"
        source.refresh_from_db()
        assert source.published_on == PartialDate.parse("2014-06")
        assert bounds(source) == JUNE

    def test_a_deferred_date_is_fetched_when_asked_for(self, source: Source) -> None:
        deferred = Source.objects.defer("published_on").get(pk=source.pk)
        assert bounds(deferred) == JUNE
        assert "published_on" in deferred.get_deferred_fields()
        assert deferred.published_on == PartialDate.parse("2014-06")

    def test_saving_with_the_date_deferred_keeps_it(self, source: Source) -> None:
        deferred = Source.objects.defer("published_on").get(pk=source.pk)
        deferred.title = "Another"
        deferred.save()
        assert stored(source) == (PartialDate.parse("2014-06"), *JUNE)

    def test_loading_only_the_date_gives_the_bounds(self, source: Source) -> None:
        assert bounds(Source.objects.only("published_on").get(pk=source.pk)) == JUNE


class TestQuerying:
    @pytest.mark.parametrize("asked", ["2014-06", " ២០១៤-០៦", PartialDate.parse("2014-06")])
    def test_finds_by_text_and_by_value(self, source: Source, asked: Any) -> None:
        assert Source.objects.get(published_on=asked) == source
        assert Source.objects.get(published_on__in=[asked, "2005"]) == source
        assert not Source.objects.exclude(published_on=asked).exists()

    @pytest.mark.parametrize("asked", [None, ""])
    def test_finds_what_has_no_date(self, source: Source, asked: str | None) -> None:
        assert not Source.objects.filter(published_on=asked).exists()
        source.published_on = None
        source.save()
        assert Source.objects.get(published_on=asked) == source
        assert Source.objects.get(published_on__isnull=True) == source

    def test_gives_values(self, source: Source) -> None:
        value = Source.objects.values("published_on").get()
        assert value == {"published_on": PartialDate.parse("2014-06")}

    @pytest.mark.django_db
    @pytest.mark.parametrize("text", [text for text in BAD_TEXTS if text.strip()])
    def test_refuses_a_bad_text_before_the_database(self, text: str) -> None:
        for lookup, asked in {"published_on": text, "published_on__in": [text]}.items():
            with pytest.raises(ValidationError):
                Source.objects.filter(**{lookup: asked}).exists()

    @pytest.mark.parametrize("lookup", ["lt", "gte", "range", "startswith", "icontains", "regex"])
    def test_refuses_to_compare_texts_as_if_they_were_dates(self, lookup: str) -> None:
        with pytest.raises(FieldError):
            Source.objects.filter(**{f"published_on__{lookup}": "2014"})

    def test_sorts_as_the_values_sort(self, outlet: Outlet) -> None:
        for text in ("2015", "2014-06", "2014-06-30", "2014", "2014-12", "2014-06-01"):
            Source.objects.create(outlet=outlet, published_on=text)
        found = Source.objects.order_by("published_on_latest", "published_on_earliest")
        values = [source.published_on for source in found]
        assert values == sorted(value for value in values if value)


class TestConstraints:
    @pytest.mark.parametrize(
        ("rule", "columns"),
        [
            ("ordered", {"earliest": "2014-06-30", "latest": "2014-06-01"}),
            ("complete", {"earliest": None}),
            ("complete", {"latest": None}),
            ("complete", {"": None}),
            ("in_step", {"": "2005"}),
            ("in_step", {"latest": "2014-07-01"}),
            ("in_step", {"earliest": "2013-06-01"}),
        ],
    )
    def test_hold_in_the_database(
        self, source: Source, rule: str, columns: dict[str, str | None]
    ) -> None:
        changes = {f"published_on_{side}".rstrip("_"): day for side, day in columns.items()}
        with pytest.raises(IntegrityError, match=f"published_on_{rule}"), transaction.atomic():
            Source.objects.filter(pk=source.pk).update(**changes)

    def test_let_a_record_through_in_step(self, source: Source) -> None:
        source.full_clean()

    @pytest.mark.django_db
    def test_explain_themselves(self) -> None:
        source: Any = Source(published_on="2014-06")
        source.__dict__["published_on_latest"] = date(2013, 1, 1)
        with pytest.raises(ValidationError) as raised:
            source.validate_constraints()
        messages = " ".join(raised.value.messages)
        assert "cannot end before it begins" in messages
        assert "do not belong to the date" in messages

    def test_have_one_name_each(self) -> None:
        names = [rule.name for rule in partial_date_constraints("said_on", "ended_on")]
        assert len(set(names)) == len(names) == 6
        assert names[0] == "%(app_label)s_%(class)s_said_on_ordered"


class TestFixtures:
    def test_carry_the_text(self, source: Source) -> None:
        fixture = serializers.serialize("json", [source])
        assert '"published_on": "2014-06"' in fixture
        (loaded,) = serializers.deserialize("json", fixture)
        Source.objects.all().delete()
        loaded.save()
        assert stored(source) == (PartialDate.parse("2014-06"), *JUNE)

    def test_carry_nothing_as_null(self, source: Source) -> None:
        source.published_on = None
        fixture = serializers.serialize("json", [source])
        assert '"published_on": null' in fixture

    def test_load_without_the_bounds(self, source: Source) -> None:
        fixture = serializers.serialize(
            "json", [source], fields=["outlet", "title", "published_on"]
        )
        (loaded,) = serializers.deserialize("json", fixture)
        loaded.save()
        assert stored(source) == (PartialDate.parse("2014-06"), *JUNE)


class TestHistory:
    def test_keeps_every_date_with_its_bounds(self, source: Source) -> None:
        source.published_on = "2005"
        source.save()
        new, old = source.history.order_by("-history_id")
        assert (old.published_on, *bounds(old)) == (PartialDate.parse("2014-06"), *JUNE)
        assert (new.published_on, *bounds(new)) == (PartialDate.parse("2005"), *YEAR)

    def test_gives_the_record_as_it_was(self, source: Source) -> None:
        source.published_on = None
        source.save()
        was = source.history.earliest().instance
        assert was.published_on == PartialDate.parse("2014-06")
        assert bounds(was) == JUNE

    def test_tells_the_change(self, source: Source) -> None:
        source.published_on = "2005"
        source.save()
        new, old = source.history.order_by("-history_id")
        (change,) = new.diff_against(old, included_fields=["published_on"]).changes
        assert (str(change.old), str(change.new)) == ("2014-06", "2005")

    def test_finds_old_records_by_date(self, source: Source) -> None:
        assert source.history.filter(published_on="2014-06").count() == 1
