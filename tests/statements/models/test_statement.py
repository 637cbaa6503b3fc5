import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from sources.publication import Status
from statements.models import Statement
from tests import factories

pytestmark = pytest.mark.django_db


def complaints(record: Statement) -> dict[str, list[str]]:
    with pytest.raises(ValidationError) as caught:
        record.full_clean()
    return caught.value.message_dict


def statement(**fields: object) -> Statement:
    defaults = {"text": "We will act.", "said_on": "2022-08-12"}
    return Statement(**{**defaults, **fields})


class TestClaimant:
    def test_is_a_speaker_or_an_organisation_never_both_nor_neither(self) -> None:
        both = statement(speaker=factories.speaker(), organisation=factories.organisation())
        for wrong in (both, statement()):
            assert "not both" in complaints(wrong)["__all__"][0]
            with pytest.raises(IntegrityError), transaction.atomic():
                wrong.save()

    def test_an_organisation_may_speak(self) -> None:
        report = statement(organisation=factories.organisation("NCCT"))
        report.full_clean()
        assert str(report) == "NCCT: We will act."


class TestWeekday:
    @pytest.mark.parametrize("printed", ["Friday", "Fri.", "friday", ""])
    def test_one_that_fits_the_date_passes(self, printed: str) -> None:
        statement(speaker=factories.speaker(), weekday_as_printed=printed).full_clean()

    def test_one_that_does_not_is_told_beside_the_date(self) -> None:
        wrong = statement(speaker=factories.speaker(), weekday_as_printed="Thursday")
        assert complaints(wrong) == {"said_on": ["This date is not a Thursday."]}

    def test_a_month_has_no_weekday_to_check(self) -> None:
        statement(
            speaker=factories.speaker(), said_on="2022-08", weekday_as_printed="Thursday"
        ).full_clean()

    def test_a_word_that_is_none_is_told_beside_its_field(self) -> None:
        wrong = statement(speaker=factories.speaker(), weekday_as_printed="yesterday")
        assert list(complaints(wrong)) == ["weekday_as_printed"]


class TestRole:
    def test_must_be_the_speakers_own(self) -> None:
        role = factories.speaker().roles.create(title="Chair")
        wrong = statement(speaker=factories.speaker(), role=role)
        assert "another speaker" in complaints(wrong)["role"][0]

    def test_must_have_been_held_that_day(self) -> None:
        manet = factories.speaker("Hun Manet")
        role = manet.roles.create(title="Prime Minister", start="2023-08-22")
        assert "not held" in complaints(statement(speaker=manet, role=role))["role"][0]
        statement(speaker=manet, role=role, said_on="2024-12-12").full_clean()


class TestWords:
    def test_a_quotation_needs_them(self) -> None:
        wrong = statement(speaker=factories.speaker(), text="", summary="Will act.")
        assert "text" in complaints(wrong)
        wrong.kind = Statement.Kind.REPORTED
        wrong.full_clean()

    def test_the_comma_that_led_on_is_stored_and_not_shown(self) -> None:
        quotation = statement(text="Inaccurate and unfair,")
        assert quotation.text == "Inaccurate and unfair,"
        assert quotation.quoted == "Inaccurate and unfair"
        assert statement(text="We will act.").quoted == "We will act."


class TestPublishedRow:
    @pytest.mark.parametrize(
        "lacking",
        [
            {"said_on": None, "said_on_earliest": None, "said_on_latest": None},
            {"text": "", "kind": "reported"},
            {"published_at": None},
        ],
    )
    def test_the_database_refuses_one_that_lacks(self, lacking: dict[str, object]) -> None:
        shown = factories.published()
        with pytest.raises(IntegrityError):
            Statement.objects.filter(pk=shown.pk).update(**lacking)

    def test_the_database_refuses_a_withdrawal_without_reason(self) -> None:
        shown = factories.published()
        with pytest.raises(IntegrityError):
            Statement.objects.filter(pk=shown.pk).update(status=Status.WITHDRAWN)


class TestQuerySet:
    def test_newest_first_ties_by_precision_then_number(self) -> None:
        days = ["2022", "2022-12-31", "2022-12", "2022-12-31"]
        made = [factories.published(said_on=day) for day in days]
        newest = list(Statement.objects.published().newest_first())
        assert newest == [made[3], made[1], made[2], made[0]]
        assert list(Statement.objects.published().oldest_first()) == newest[::-1]

    def test_by_keeps_one_claimants(self) -> None:
        speaker, body = factories.speaker(), factories.organisation()
        spoken = factories.published(speaker=speaker)
        written = factories.published(organisation=body)
        assert list(Statement.objects.by(speaker)) == [spoken]
        assert list(Statement.objects.by(body)) == [written]


def test_every_change_is_in_the_history() -> None:
    draft = factories.draft("First words.", topics=[factories.topic()])
    draft.text = "Second words."
    draft.save()
    assert [row.text for row in draft.history.all()][::2][:1] == ["Second words."]
    assert draft.history.last().text == "First words."
