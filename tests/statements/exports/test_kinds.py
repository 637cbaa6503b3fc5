import datetime
from types import SimpleNamespace

import pytest

from statements.exports.fields import Field
from statements.exports.kinds import ID, Kind, day, moment
from statements.exports.resources import KINDS


def test_the_address_stands_behind_the_id() -> None:
    kind = Kind("x", "X", (ID, Field("a", lambda record: 1, "")), KINDS[0].records, KINDS[0].entry)
    fields = kind.fields("https://register.example")
    record = SimpleNamespace(pk=7, get_absolute_url=lambda: "/x/7/")
    assert [field.name for field in fields] == ["id", "url", "a"]
    assert fields[1].value(record) == "https://register.example/x/7/"


def test_moments_are_told_in_utc() -> None:
    zone = datetime.timezone(datetime.timedelta(hours=7))
    at = datetime.datetime(2022, 8, 12, 9, 30, 5, 999, tzinfo=zone)
    assert moment(at) == "2022-08-12T02:30:05+00:00"
    assert moment(None) is None
    assert day(None) is None


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_kind_has_an_id_first_and_no_column_twice(kind: Kind) -> None:
    names = [field.name for field in kind.fields("")]
    assert names[0] == "id"
    assert len(set(names)) == len(names)
    assert all(str(field.help).endswith((".", "…")) for field in kind.fields(""))
