import datetime

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError

from sources.dates import PartialDate
from statements.models import Alias, Role, Speaker
from tests import factories

pytestmark = pytest.mark.django_db


class TestSpeaker:
    def test_sorts_under_its_family_name_or_as_printed(self) -> None:
        assert factories.speaker("Chou Bun Eng").sort_name == "Chou Bun Eng"
        assert factories.speaker("W. Patrick Murphy", sort_name="Murphy").sort_name == "Murphy"

    def test_a_wikidata_identifier_has_its_form_and_one_owner(self) -> None:
        speaker = factories.speaker(wikidata_id="Q57788")
        speaker.full_clean()
        with pytest.raises(ValidationError, match="Q57788"):
            Speaker(name="x", slug="x", wikidata_id="57788").full_clean()
        with pytest.raises(IntegrityError):
            factories.speaker(wikidata_id="Q57788")

    def test_many_have_no_wikidata_identifier(self) -> None:
        assert factories.speaker().wikidata_id is factories.speaker().wikidata_id


class TestAlias:
    def test_is_folded_like_every_searched_text(self) -> None:
        alias = factories.speaker().aliases.create(text="Samdech THIPADEI", kind="honorific")
        assert alias.folded == "samdech thipadei"

    def test_does_not_match_by_itself_unless_told(self) -> None:
        assert not factories.speaker().aliases.create(text="Samdech", kind="honorific").auto_match

    def test_two_speakers_may_share_one_but_one_has_it_once(self) -> None:
        first, second = factories.speaker(), factories.speaker()
        for speaker in (first, second):
            speaker.aliases.create(text="Samdech", kind="honorific")
        with pytest.raises(IntegrityError):
            first.aliases.create(text="Samdech", kind="short")

    def test_its_validity_is_in_order(self) -> None:
        alias = Alias(
            speaker=factories.speaker(), text="x", kind="short",
            valid_from=datetime.date(2024, 1, 1), valid_to=datetime.date(2023, 1, 1),
        )  # fmt: skip
        with pytest.raises(ValidationError, match="Valid from"):
            alias.full_clean()


class TestRole:
    def test_cannot_end_before_it_starts(self) -> None:
        role = Role(speaker=factories.speaker(), title="Chair", start="2023-08", end="2023-07")
        with pytest.raises(ValidationError) as caught:
            role.full_clean()
        assert "cannot end" in caught.value.message_dict["end"][0]
        with pytest.raises(IntegrityError):
            role.save()

    @pytest.mark.parametrize(
        ("limits", "out", "known"),
        [
            ({"start": "2023-08-22"}, True, False),
            ({"start": "2022"}, False, True),
            ({"end": "2022-08-11"}, True, False),
            ({"end": "2022-08"}, False, False),
            ({"start": "2018", "end": "2023"}, False, True),
            ({"first_cited": "2018", "last_cited": "2024-08-12"}, False, True),
            ({"first_cited": "2024"}, False, False),
            ({}, False, False),
        ],
    )
    def test_tells_whether_it_was_held_on_a_day(
        self, limits: dict[str, str], out: bool, known: bool
    ) -> None:
        role = Role(speaker=factories.speaker(), title="Chair", **limits)
        day = datetime.date(2022, 8, 12)
        assert role.ruled_out_on(PartialDate.parse("2022-08-12")) is out
        assert role.known_on(day) is known
