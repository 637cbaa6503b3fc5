import io
import json
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import DatabaseError

from statements.management.commands import extract_quotes
from statements.models import Alias
from tests import factories

ARTICLE = "Sok Dara opened the port.\r\n\r\n“It took 12 boats,” he said on May 4, 2024.\r\n"


@pytest.fixture
def article(tmp_path: Path) -> str:
    path = tmp_path / "article.txt"
    path.write_bytes(ARTICLE.encode())
    return str(path)


def roster(tmp_path: Path, entries: Any) -> str:
    path = tmp_path / "roster.json"
    path.write_text(json.dumps(entries))
    return str(path)


def run(*args: str) -> str:
    stdout = io.StringIO()
    call_command("extract_quotes", *args, stdout=stdout)
    return stdout.getvalue()


def test_prints_quotations_figures_and_dates_as_json(article: str, tmp_path: Path) -> None:
    people = roster(tmp_path, [{"name": "Sok Dara", "aliases": [], "gender": "m"}])
    found = json.loads(run(article, "--roster", people, "--json"))
    start = ARTICLE.index("It took")
    assert found["quotes"] == [
        {
            "text": "It took 12 boats,",
            "speaker": "Sok Dara",
            "start": start,
            "end": start + 17,
            "kind": "direct",
            "rule": "after, pronoun",
        }
    ]
    assert [figure["value"] for figure in found["figures"]] == [12]
    assert [day["iso"] for day in found["dates"]] == ["2024-05-04"]


def test_prints_lines_to_read_without_json(article: str, tmp_path: Path) -> None:
    lines = run(article, "--roster", roster(tmp_path, []))
    assert "(unknown) [direct; after, pronoun]" in lines
    assert "12 boats = 12" in lines
    assert "May 4, 2024 → 2024-05-04" in lines


@pytest.mark.django_db
def test_looks_for_the_speakers_of_the_register_without_a_roster(tmp_path: Path) -> None:
    speaker = factories.speaker("Chou Bun Eng", gender="f")
    Alias.objects.create(speaker=speaker, text="Madam Eng", kind="honorific", auto_match=True)
    path = tmp_path / "article.txt"
    path.write_text("“We go,” Madam Eng said.")
    assert json.loads(run(str(path), "--json"))["quotes"][0]["speaker"] == "Chou Bun Eng"


@pytest.mark.parametrize(
    ("entries", "message"),
    [
        ({}, "not a list"),
        ([{"aliases": []}], "Entry 1 of the roster has no name"),
        (["Sok Dara"], "Entry 1 of the roster has no name"),
        ([{"name": "A", "aliases": "B"}], "not a list of names"),
        ([{"name": "A", "gender": "x"}], "not f, m or null"),
    ],
)
def test_says_what_is_wrong_with_a_roster(
    article: str, tmp_path: Path, entries: Any, message: str
) -> None:
    with pytest.raises(CommandError, match=message):
        run(article, "--roster", roster(tmp_path, entries))


def test_says_that_there_is_no_register(article: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> None:
        raise DatabaseError("no such table")

    monkeypatch.setattr(extract_quotes, "register", fail)
    with pytest.raises(CommandError, match="register cannot be read: no such table"):
        run(article)


def test_says_what_is_wrong_with_a_file(tmp_path: Path, article: str) -> None:
    with pytest.raises(CommandError, match="cannot be read"):
        run(str(tmp_path / "nothing.txt"))
    (tmp_path / "binary").write_bytes(b"\xff\xfe")
    with pytest.raises(CommandError, match="not text in UTF-8"):
        run(str(tmp_path / "binary"))
    with pytest.raises(CommandError, match="not JSON"):
        run(article, "--roster", article)
