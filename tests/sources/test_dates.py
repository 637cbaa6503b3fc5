"""Partial dates: the value, the form field, the model field and the database's rules."""

import calendar
from datetime import date
from typing import Any

import edtf
import pytest
from django.core import serializers
from django.core.exceptions import FieldError, ValidationError
from django.db import IntegrityError, models, transaction
from django.db.migrations.autodetector import MigrationAutodetector
from django.db.migrations.graph import MigrationGraph
from django.db.migrations.questioner import MigrationQuestioner
from django.db.migrations.state import ModelState, ProjectState
from django.test.utils import isolate_apps
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from sources.dates import (
    PartialDate,
    PartialDateField,
    PartialDateFormField,
    Precision,
    partial_date_constraints,
    weekday_matches,
)
from sources.models import Outlet, Source

BAD_TEXTS = [
    "",
    " ",
    "0",
    "0000",
    "0999-01-01",
    "2014-00",
    "2014-13",
    "2014-02-30",
    "2023-02-29",
    "2014-6",
    "2014-06-1",
    "2014-06-00",
    "2014/06",
    "12/08/2022",
    "June 2014",
    "+2014",
    "-2014",
    "2014-",
    "2014-06-",
    "2014-06-12-01",
    "2014-06-12T00:00",
    "20 14",
    "2014\x00",
    "\x002014",
    "2014\n06",
    "٢٠١٤",
    str(10**20),
    "9" * 70_000,
]
texts = st.one_of(
    st.dates(min_value=date(1000, 1, 1)).map(date.isoformat),
    st.dates(min_value=date(1000, 1, 1)).map(lambda day: day.isoformat()[:7]),
    st.dates(min_value=date(1000, 1, 1)).map(lambda day: day.isoformat()[:4]),
)
partial_dates = texts.map(PartialDate.parse)


def as_date(moment: Any) -> date:
    return date(*moment[:3])


class TestParsing:
    @pytest.mark.parametrize(
        ("text", "earliest", "latest", "precision"),
        [
            ("2022-08-12", date(2022, 8, 12), date(2022, 8, 12), Precision.DAY),
            ("2014-06", date(2014, 6, 1), date(2014, 6, 30), Precision.MONTH),
            ("2024-02", date(2024, 2, 1), date(2024, 2, 29), Precision.MONTH),
            ("2005", date(2005, 1, 1), date(2005, 12, 31), Precision.YEAR),
            (" 2014-06\n", date(2014, 6, 1), date(2014, 6, 30), Precision.MONTH),
            ("២០២២-០៨-១២", date(2022, 8, 12), date(2022, 8, 12), Precision.DAY),
            ("1000", date(1000, 1, 1), date(1000, 12, 31), Precision.YEAR),
            ("9999-12-31", date(9999, 12, 31), date(9999, 12, 31), Precision.DAY),
        ],
    )
    def test_reads_the_three_forms(
        self, text: str, earliest: date, latest: date, precision: Precision
    ) -> None:
        assert PartialDate.parse(text) == PartialDate(earliest, latest, precision)

    @pytest.mark.parametrize("text", BAD_TEXTS)
    def test_refuses_the_rest_and_names_the_three_forms(self, text: str) -> None:
        with pytest.raises(ValueError, match="YYYY-MM-DD, YYYY-MM or YYYY"):
            PartialDate.parse(text)

    @given(texts)
    def test_gives_the_text_back(self, text: str) -> None:
        assert PartialDate.parse(text).isoformat() == str(PartialDate.parse(text)) == text

    @given(partial_dates)
    def test_agrees_with_edtf(self, value: PartialDate) -> None:
        oracle = edtf.parse_edtf(value.isoformat())
        assert as_date(oracle.lower_strict()) == value.earliest
        assert as_date(oracle.upper_strict()) == value.latest

    @given(st.text())
    def test_reads_any_text_or_raises_value_error(self, text: str) -> None:
        try:
            value = PartialDate.parse(text)
        except ValueError:
            return
        assert PartialDate.parse(value.isoformat()) == value


class TestValue:
    @pytest.mark.parametrize(
        ("earliest", "latest", "precision"),
        [
            (date(2014, 6, 2), date(2014, 6, 30), Precision.MONTH),
            (date(2014, 6, 1), date(2014, 6, 2), Precision.DAY),
            (date(2014, 6, 30), date(2014, 6, 1), Precision.MONTH),
            (date(999, 1, 1), date(999, 12, 31), Precision.YEAR),
        ],
    )
    def test_cannot_have_bounds_that_no_text_gives(
        self, earliest: date, latest: date, precision: Precision
    ) -> None:
        with pytest.raises(ValueError, match="not the bounds"):
            PartialDate(earliest, latest, precision)

    @given(partial_dates, partial_dates)
    def test_sorts_by_latest_then_earliest(self, one: PartialDate, other: PartialDate) -> None:
        keys = [(value.latest, value.earliest) for value in (one, other)]
        assert (one < other) == (keys[0] < keys[1])
        assert (one <= other) == (keys[0] <= keys[1])
        assert (one == other) == (keys[0] == keys[1])

    def test_sorts_dates_of_unlike_precision(self) -> None:
        ordered = ["2014-06-01", "2014-06", "2014-07-01", "2014", "2014-12", "2015-01-01"]
        found = sorted(PartialDate.parse(text) for text in reversed(ordered))
        assert [str(value) for value in found] == ordered

    @pytest.mark.parametrize(
        ("one", "other", "answer"),
        [
            ("2014", "2014-06", True),
            ("2014-06", "2014-06-30", True),
            ("2014-06", "2014-07", False),
            ("2014-06-12", "2014-06-13", False),
        ],
    )
    def test_overlaps_both_ways_round(self, one: str, other: str, answer: bool) -> None:
        first, second = PartialDate.parse(one), PartialDate.parse(other)
        assert first.overlaps(second) is second.overlaps(first) is answer

    @given(partial_dates, st.dates(min_value=date(1000, 1, 1)))
    def test_contains_the_days_whose_text_begins_with_its_own(
        self, value: PartialDate, day: date
    ) -> None:
        assert value.contains(day) == day.isoformat().startswith(str(value))


class TestWords:
    @pytest.mark.parametrize(
        ("text", "language", "words"),
        [
            ("2022-08-12", "en", "12 August 2022"),
            ("2014-06", "en", "June 2014"),
            ("2005", "en", "2005"),
            ("2022-08-12", "fr", "12 août 2022"),
            ("2014-06", "km", "មិថុនា 2014"),
        ],
    )
    def test_follow_the_active_language(self, text: str, language: str, words: str) -> None:
        value = PartialDate.parse(text)
        with translation.override(language):
            assert value.words() == words


class TestWeekdays:
    @given(partial_dates)
    def test_are_known_for_days_only(self, value: PartialDate) -> None:
        known = value.precision == Precision.DAY
        assert value.weekday == (value.earliest.weekday() if known else None)

    @pytest.mark.parametrize(
        "printed", ["Thursday", "thursday", "Thu", "Thu.", "Thur", "Thurs.", " THURSDAY "]
    )
    def test_match_however_they_are_printed(self, printed: str) -> None:
        assert weekday_matches(PartialDate.parse("2024-08-15"), printed) is True
        assert weekday_matches(PartialDate.parse("2024-08-16"), printed) is False
        assert weekday_matches(PartialDate.parse("2024-08"), printed) is None

    @pytest.mark.parametrize("number", range(7))
    def test_match_by_their_full_names(self, number: int) -> None:
        monday = PartialDate.parse("2024-08-12")
        assert weekday_matches(monday, calendar.day_name[number]) is (number == 0)

    def test_take_weds_for_wednesday(self) -> None:
        assert weekday_matches(PartialDate.parse("2024-08-14"), "Weds.") is True

    @pytest.mark.parametrize("printed", ["", ".", "T", "Th", "Thx", "Thursdays", "ថ្ងៃ", "\x00"])
    def test_refuse_what_names_no_day(self, printed: str) -> None:
        for text in ("2024-08-15", "2024-08"):
            with pytest.raises(ValueError, match="day of the week"):
                weekday_matches(PartialDate.parse(text), printed)


class TestFormField:
    def test_is_one_text_box_that_says_how_a_date_is_written(self) -> None:
        field = Source._meta.get_field("published_on").formfield()
        assert isinstance(field, PartialDateFormField)
        assert field.widget.input_type == "text"
        assert field.help_text == "YYYY-MM-DD, YYYY-MM or YYYY"

    def test_cleans_to_a_value_and_shows_its_text(self) -> None:
        field = PartialDateFormField()
        value = field.clean(" 2014-06 ")
        assert value == PartialDate.parse("2014-06")
        assert field.prepare_value(value) == "2014-06"
        assert field.prepare_value("June") == "June"

    def test_cleans_blanks_to_none_unless_required(self) -> None:
        assert PartialDateFormField(required=False).clean("  ") is None
        with pytest.raises(ValidationError, match="required"):
            PartialDateFormField().clean("  ")

    def test_explains_what_it_refuses(self) -> None:
        with pytest.raises(ValidationError, match="YYYY-MM-DD, YYYY-MM or YYYY"):
            PartialDateFormField().clean("June 2014")

    def test_sees_what_has_changed(self) -> None:
        field, initial = PartialDateFormField(), PartialDate.parse("2014-06")
        assert not field.has_changed(initial, "2014-06 ")
        assert field.has_changed(initial, "2014")
        assert field.has_changed(initial, "June")


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


def model_with(**fields: "models.Field[Any, Any]") -> type[models.Model]:
    meta = type("Meta", (), {"app_label": "isolated", "db_table": "isolated_dated"})
    with isolate_apps():
        return type("Dated", (models.Model,), {"__module__": __name__, "Meta": meta, **fields})


def state_of(model: type[models.Model]) -> ProjectState:
    state = ProjectState()
    state.add_model(ModelState.from_model(model))
    return state


def changes(before: ProjectState, after: ProjectState) -> list[Any]:
    asked = MigrationQuestioner(specified_apps={"isolated"})
    detector = MigrationAutodetector(before.clone(), after.clone(), asked)
    found = detector.changes(graph=MigrationGraph())
    return [step for migration in found.get("isolated", []) for step in migration.operations]


class TestMigrations:
    def test_describe_the_field_without_what_it_adds(self) -> None:
        _, path, args, options = PartialDateField(null=True, index=True).deconstruct()
        assert (path, args) == ("sources.dates.PartialDateField", [])
        assert options == {"null": True, "bounds": False}

    def test_see_no_change_the_second_time(self) -> None:
        state = state_of(model_with(said_on=PartialDateField(null=True)))
        again = ProjectState()
        for step in changes(ProjectState(), state):
            step.state_forwards("isolated", again)
        assert changes(again, state) == []
        rendered = again.apps.get_model("isolated", "Dated")
        assert changes(state_of(rendered), state) == []

    def test_index_the_bounds_on_request(self) -> None:
        state = state_of(model_with(said_on=PartialDateField(null=True, index=True)))
        fields = state.models["isolated", "dated"].fields
        assert fields["said_on_earliest"].db_index
        assert fields["said_on_latest"].db_index
        assert not fields["said_on"].db_index

    @isolate_apps()
    def test_give_subclasses_of_an_abstract_model_each_field_once(self) -> None:
        class Base(models.Model):
            said_on = PartialDateField(null=True)

            class Meta:
                abstract = True
                app_label = "isolated"

        bases = (Base,)
        child: Any = type("Child", bases, {"__module__": __name__})
        names = [field.name for field in child._meta.get_fields()]
        assert sorted(names) == ["id", "said_on", "said_on_earliest", "said_on_latest"]
        assert child(said_on="2014-06").said_on_latest == JUNE[1]
