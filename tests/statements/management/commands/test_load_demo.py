import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.management import call_command
from django.core.management.base import CommandError

from statements.demo import loading
from statements.management.commands.load_demo import PASSWORD, PEOPLE
from statements.models import Topic
from tests import factories

pytestmark = pytest.mark.django_db


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture(autouse=True)
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Put a register of two topics in the place of the demo's; `write` puts another."""

    def write(**records: Any) -> None:
        for name in loading.KINDS:
            (tmp_path / f"{name}.json").write_text(json.dumps(records.get(name, {})))

    monkeypatch.setattr(loading, "FILES", tmp_path)
    write(topics={"prevention": {"name": "Prevention"}, "courts": {"name": "Courts"}})
    return write


@pytest.fixture(autouse=True)
def _quick_passwords(settings: Any) -> None:
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


def load(stdout: io.StringIO | None = None) -> str:
    stdout = stdout or io.StringIO()
    call_command("load_demo", stdout=stdout)
    return stdout.getvalue()


def test_says_how_much_was_loaded() -> None:
    assert load() == "The demo register is loaded: 2 new records.\n"
    assert load() == "The demo register is loaded already.\n"


def test_shows_progress_on_a_terminal() -> None:
    assert "topics 1/2" in load(Terminal())


@pytest.mark.parametrize("name", ["contributor", "editor", "reviewer", "admin"])
def test_makes_a_login_in_each_group(name: str) -> None:
    load()
    person = User.objects.get(username=name)
    assert person.check_password(PASSWORD)
    assert person.is_staff
    assert not person.is_superuser
    assert [group.name for group in person.groups.all()] == [name.capitalize()]


def test_the_admin_may_manage_people() -> None:
    load()
    assert User.objects.get(username="admin").has_perm("auth.change_user")
    assert not User.objects.get(username="editor").has_perm("auth.change_user")


def test_keeps_a_password_that_was_changed() -> None:
    load()
    person = User.objects.get(username="editor")
    person.set_password("another-password")
    person.save()
    load()
    assert User.objects.get(username="editor").check_password("another-password")


def test_refuses_under_production(settings: Any) -> None:
    settings.PRODUCTION = True
    with pytest.raises(CommandError, match="not for production"):
        load()
    assert not User.objects.exists()
    assert not Topic.objects.exists()


def test_names_what_stands_in_the_way_and_loads_nothing() -> None:
    factories.topic("Courts", slug="law")
    with pytest.raises(CommandError, match="could not be loaded"):
        load()
    assert Topic.objects.count() == 1
    assert not User.objects.exists()


def test_names_a_slip_in_the_data(files: Callable[..., None]) -> None:
    files(speakers={"nobody": {"name": "Nobody", "country": "XX"}})
    with pytest.raises(CommandError, match="no country “XX”"):
        load()


def test_the_announcement_is_one_line_and_touches_no_database(
    capsys: pytest.CaptureFixture[str],
) -> None:
    call_command("load_demo", announce="http://127.0.0.1:8123/")
    (line,) = capsys.readouterr().out.splitlines()
    for part in ("http://127.0.0.1:8123/", "http://127.0.0.1:8123/admin/", *PEOPLE, PASSWORD):
        assert part in line
