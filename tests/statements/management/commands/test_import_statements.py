"""The command that brings statements in; killed half-way, it leaves nothing behind."""

from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from sources.comparison import DELETE, INSERT, Part
from statements.importing.report import Outcome, State
from statements.management.commands.import_statements import line, marked
from tests import factories
from tests.statements.importing.brought import exported, file

pytestmark = pytest.mark.django_db
COMMAND = "import_statements"


def imported(path: Path, **options: Any) -> str:
    out = StringIO()
    call_command(COMMAND, str(path), stdout=out, stderr=out, **options)
    return out.getvalue()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "statements.csv"


class TestTheCommand:
    def test_without_commit_it_only_says_what_it_would_do(self, path: Path) -> None:
        made = factories.draft("We will act today.")
        path.write_text(file({"id": made.pk, "text": "We will act soon."}))
        said = imported(path)
        assert f"row 2: changed {made.pk}, " in said
        assert "  text: We will act [-today.-] {+soon.+}" in said
        assert "0 new, 1 changed, 0 unchanged" in said
        assert "dry run" in said
        made.refresh_from_db()
        assert made.text == "We will act today."
        assert "dry run" not in imported(path, commit=True)
        made.refresh_from_db()
        assert made.text == "We will act soon."

    def test_a_note_for_all_rows(self, path: Path) -> None:
        made = factories.published()
        path.write_text(file({"id": made.pk, "venue": "Kep"}))
        with pytest.raises(CommandError, match="Nothing was imported"):
            imported(path, commit=True)
        imported(path, commit=True, note="The place was missing.")
        assert made.corrections.get().note == "The place was missing."

    def test_json_lines_and_bytes_with_a_mark(self, path: Path) -> None:
        factories.published("“Ja”, said ខ្មែរ.")
        path.write_bytes(exported(bom=True).encode())
        assert "0 new, 0 changed, 1 unchanged" in imported(path)
        other = path.with_suffix(".jsonl")
        other.write_text('{"id": 1, "speaker": 5}\n[]\n')
        out = StringIO()
        with pytest.raises(CommandError):
            call_command(COMMAND, str(other), stdout=out, stderr=out)
        assert "row 2: This is no JSON object." in out.getvalue()

    def test_what_is_no_file_is_said(self, path: Path) -> None:
        with pytest.raises(CommandError, match="could not be read"):
            imported(path)
        path.write_bytes(b"id\xff")
        with pytest.raises(CommandError, match="UTF-8"):
            imported(path)


def test_lines_of_the_report() -> None:
    assert line(Outcome(2, State.NEW, None, "A: b")) == "row 2: new, A: b"
    assert marked(Part(INSERT, "x")) + marked(Part(DELETE, "y")) == "{+x+}[-y-]"
    assert marked(Part(DELETE, "")) == ""
