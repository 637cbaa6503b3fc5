"""The databases that the environment names."""

from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from config.databases import PLANNED, database, databases

PRIMARY = "postgresql://register@/register?host=/run/one"


def test_one_address_is_one_database() -> None:
    found = databases(PRIMARY, [])
    assert list(found) == ["default"]
    assert found["default"]["CONN_HEALTH_CHECKS"] is True
    assert found["default"]["OPTIONS"] == {
        "host": "/run/one", **PLANNED,
    }  # fmt: skip


def test_replicas_are_numbered_and_given_up_soon() -> None:
    found = databases(PRIMARY, ["postgresql://a@one/r", "postgresql://a@two/r?connect_timeout=5"])
    assert list(found) == ["default", "replica1", "replica2"]
    assert [one["HOST"] for one in found.values()] == ["", "one", "two"]
    waits = [one["OPTIONS"]["connect_timeout"] for one in found.values()]
    assert [int(one) for one in waits] == [2, 2, 5]
    assert found["replica1"]["CONN_HEALTH_CHECKS"] is False
    assert found["replica1"]["TEST"] == {"MIRROR": "default"}


def test_several_hosts_of_which_one_can_be_written_to_are_one_database() -> None:
    found = database("postgresql://a@one:5432,two:5433/r?target_session_attrs=read-write")
    assert (found["HOST"], found["PORT"]) == ("one,two", "5432,5433")
    assert found["OPTIONS"]["target_session_attrs"] == "read-write"


def test_the_address_may_hold_options_of_the_server() -> None:
    found = database("postgresql://a@one/r?options=-c+jit%3Don")
    assert found["OPTIONS"]["options"] == "-c jit=on"


@pytest.mark.parametrize(
    ("primary", "replica"), [("sqlite:////x.db", PRIMARY), (PRIMARY, "sqlite://:memory:")]
)
def test_a_file_has_no_replicas(
    primary: str, replica: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "mkdir", lambda *args, **more: None)
    with pytest.raises(ImproperlyConfigured, match="PostgreSQL only"):
        databases(primary, [replica])


def test_the_directory_of_a_file_is_made(tmp_path: Path) -> None:
    database(f"sqlite:///{tmp_path}/new/register.sqlite3")
    assert (tmp_path / "new").is_dir()
