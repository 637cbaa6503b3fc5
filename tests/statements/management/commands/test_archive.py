"""The command that writes the archive."""

import zipfile
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from pytest_django.fixtures import Settings

from statements.management.commands.archive import checked_address, default_address

pytestmark = pytest.mark.django_db


def archived(path: Path, **options: object) -> str:
    out = StringIO()
    call_command(
        "archive", str(path), address="http://testserver/", stdout=out, stderr=out, **options
    )
    return out.getvalue()


def test_it_writes_the_file_and_never_over_another(tmp_path: Path) -> None:
    path = tmp_path / "register.zip"
    assert "data/statements.csv: 0" in archived(path)
    with zipfile.ZipFile(path) as file:
        assert "site/index.html" in file.namelist()
    with pytest.raises(CommandError, match="--force"):
        archived(path)
    assert "is written" in archived(path, force=True)
    with pytest.raises(CommandError, match="could not be written"):
        archived(tmp_path / "none" / "register.zip")


def test_the_address_is_one_the_site_answers_to(settings: Settings) -> None:
    settings.ALLOWED_HOSTS = [".example.org"]
    assert default_address() == "http://example.org"
    assert checked_address("https://www.example.org/") == "https://www.example.org"
    for address in (
        "https://example.com",
        "example.org",
        "https://example.org/x",
        "ftp://example.org",
    ):
        with pytest.raises(CommandError):
            checked_address(address)
    settings.ALLOWED_HOSTS = ["*"]
    assert default_address() == "http://localhost"
