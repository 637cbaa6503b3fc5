"""The whole archive: it checks itself, hangs together, and is the same twice."""

import csv
import hashlib
import io
import json
from pathlib import Path
from typing import Any

import pytest
from pytest_django.fixtures import Settings

from sources.models import Capture
from statements.archiving.writing import ArchiveError, write
from statements.exports.resources import KINDS
from statements.models import Statement
from tests import factories, register
from tests.kept import kept
from tests.register import Register
from tests.statements.archiving.opened import (
    BASE,
    Links,
    archive,
    archive_bytes,
    broken,
    opened,
)

pytestmark = pytest.mark.django_db


@kept
def archived() -> tuple[Register, bytes]:
    """A register that holds what is not for the public, too, and its archive."""
    made = register.make()
    factories.draft("Secretword is not published.")
    Capture.objects.create(
        source=made.source, text="Secretword in the article.", captured_at=made.statement.created_at
    )
    return made, archive_bytes()


def test_every_sum_is_right_and_every_file_has_one() -> None:
    _made, whole = archived()
    with opened(whole) as file:
        lines = file.read("SHA256SUMS").decode().splitlines()
        sums = {name: digest for digest, name in (line.split("  ", 1) for line in lines)}
        assert {*sums} == {*file.namelist()} - {"SHA256SUMS"}
        for name, digest in sums.items():
            assert hashlib.sha256(file.read(name)).hexdigest() == digest, name


def test_every_link_leads_to_a_file_and_every_statement_has_its_page(settings: Settings) -> None:
    settings.PAGE_SIZE = 3
    made = register.make()
    for n in range(5):  # which makes three pages
        factories.published(f"Promise {n}.", speaker=made.speaker)
    with archive() as file:
        assert broken(file) == []
        names = {*file.namelist()}
        for statement in Statement.objects.published():
            assert f"site{statement.get_absolute_url()}index.html" in names
            assert f"site{statement.get_absolute_url()}history/index.html" in names
        shown: list[Any] = [made.speaker, made.topic, made.source, made.outlet, made.ranking]
        for record in shown:
            assert f"site{record.get_absolute_url()}index.html" in names
        assert [name for name in names if "after=" in name]
        for name in names:
            if name.endswith(".html"):
                assert not {"form", "script"} & Links(file.read(name).decode()).tags, name
        assert "site/static/fonts/noto-sans-khmer.woff2" in names
        assert b"A copy of http://testserver" in file.read("site/index.html")


def test_the_data_are_there_with_their_dictionary() -> None:
    made, whole = archived()
    with opened(whole) as file:
        told = json.loads(file.read("datapackage.json"))
        resources = {one["name"]: one for one in told["resources"]}
        assert {*resources} == {
            f"{name}{end}" for name in [*(kind.name for kind in KINDS), "excerpts"]
            for end in ("", "_json_lines")
        }  # fmt: skip
        for one in resources.values():
            content = file.read(one["path"])
            assert (len(content), f"sha256:{hashlib.sha256(content).hexdigest()}") == (
                one["bytes"], one["hash"],
            )  # fmt: skip
            columns = [field["name"] for field in one["schema"]["fields"]]
            if one["format"] == "csv":
                rows = list(csv.DictReader(io.StringIO(content.decode(), newline="")))
            else:
                rows = [json.loads(line) for line in content.decode().splitlines()]
            assert len(rows) == one["rows"]
            assert all([*row] == columns for row in rows)
        statements = file.read("data/statements.csv").decode()
        assert f"{BASE}{made.statement.get_absolute_url()}" in statements
        assert file.read("ledger.jsonl").decode().count("\n") > 5
        assert "said_on: " in file.read("README.txt").decode()
        assert "CC-BY-4.0" in file.read("LICENSE.txt").decode()


def test_nothing_unpublished_and_no_whole_text_is_in_it() -> None:
    made, whole = archived()
    assert made.withdrawn.text
    with opened(whole) as file:
        for name in file.namelist():
            assert b"secretword" not in file.read(name).lower(), name
            assert made.withdrawn.text.encode() not in file.read(name), name


def test_the_same_register_makes_the_same_archive(tmp_path: Path) -> None:
    _made, whole = archived()
    write(tmp_path / "again.zip", base=BASE)
    assert (tmp_path / "again.zip").read_bytes() == whole


def test_an_empty_register_has_an_archive_too() -> None:
    with archive() as file:
        assert broken(file) == []
        assert "site/index.html" in file.namelist()


def test_a_file_that_is_there_stays_and_a_failure_leaves_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "a.zip"
    out.write_text("kept")
    with pytest.raises(ArchiveError, match="--force"):
        write(out, base=BASE)

    def fails(*_: object, **__: object) -> None:
        raise ZeroDivisionError

    with monkeypatch.context() as patched:
        patched.setattr("statements.archiving.writing.add_all", fails)
        with pytest.raises(ZeroDivisionError):
            write(out, base=BASE, force=True)
    assert out.read_text() == "kept"
    assert [one.name for one in tmp_path.iterdir()] == ["a.zip"]
    heard: list[str] = []
    write(out, base=BASE, force=True, tell=heard.append)
    assert out.read_bytes().startswith(b"PK")
    assert heard[0] == "data/statements.csv: 0"
