import csv

import pytest

from statements.exports.standings import FIELDS, lines
from statements.exports.tables import csv_lines
from statements.rankings.standings import Standing
from tests import factories
from tests.statements.charts.placing import place, standing, take

pytestmark = pytest.mark.django_db


def read(shown: Standing) -> list[dict[str, str]]:
    return list(csv.DictReader(csv_lines(FIELDS, lines(shown, "https://example.org"))))


def test_every_placement_shown_is_in_the_file_once_a_position() -> None:
    ranking = factories.ranking()
    place(ranking, y2020="2", y2022="3")
    place(ranking, "TH", y2021="1")
    positions = [take(ranking, 2022, day) for day in ("2022-08-12", "2023")]
    rows = read(standing(ranking, "thailand"))
    assert [(row["country"], row["edition"], row["change"]) for row in rows] == [
        ("KH", "2020", ""), ("KH", "2022", "lowered"), ("KH", "2022", "lowered"),
        ("TH", "2021", ""),
    ]  # fmt: skip
    assert [row["id"] for row in rows[1:3]] == [f"2022-KH-{one.pk}" for one in positions]
    assert rows[1]["position_as_of"] == "2022-08-12"
    assert rows[1]["statement_url"].startswith("https://example.org/statements/")
    assert rows[1]["statement"] == "No interest."
    assert rows[0]["claimant"] == rows[0]["statement_url"] == ""


def test_the_source_of_a_level_is_named_when_it_is_public() -> None:
    ranking = factories.ranking()
    way = place(ranking, y2022="3")
    way.placements[0].source = factories.source()
    way.placements[0].save()
    assert read(standing(ranking))[0]["source_url"] == ""


def test_nothing_placed_is_a_file_of_a_head_alone() -> None:
    assert read(standing(factories.ranking())) == []
