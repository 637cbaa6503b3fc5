import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from statements.models import LedgerEntry, Statement
from tests import factories

pytestmark = pytest.mark.django_db


def run(*arguments: object) -> str:
    out = StringIO()
    call_command("ledger", *map(str, arguments), stdout=out, stderr=out)
    return out.getvalue()


def test_the_ledger_is_written_an_entry_a_line(tmp_path: Path) -> None:
    factories.published()
    path = tmp_path / "ledger.jsonl"
    run(path)
    text = path.read_text("utf-8")
    assert text == run()
    assert len(text.splitlines()) == LedgerEntry.objects.count()


def test_an_earlier_copy_is_never_written_over(tmp_path: Path) -> None:
    path = tmp_path / "ledger.jsonl"
    path.write_text("kept")
    with pytest.raises(CommandError, match="could not be written"):
        run(path)
    assert path.read_text() == "kept"


def test_a_whole_ledger_is_proved(tmp_path: Path) -> None:
    factories.published()
    path = tmp_path / "ledger.jsonl"
    run(path)
    factories.published()
    assert "The ledger is whole" in run("--verify", path)


def test_each_fault_is_told_and_ends_with_an_error() -> None:
    statement = factories.published()
    Statement.objects.update(text="We never said that.")
    out = StringIO()
    with pytest.raises(CommandError, match="The ledger has 1 fault") as caught:
        call_command("ledger", "--verify", stderr=out)
    assert caught.value.returncode == 1
    assert out.getvalue().startswith(f"statements.statement {statement.pk} is not as the ledger")


def test_a_copy_that_is_none_is_refused(tmp_path: Path) -> None:
    factories.published()
    path = tmp_path / "copy"
    for text in ("{}", "[1]", "nonsense", json.dumps({"number": 1}), "\n"):
        path.write_text(text + "\n")
        with pytest.raises(CommandError, match="Line 1"):
            run("--verify", path)
    with pytest.raises(CommandError, match="could not be read"):
        run("--verify", tmp_path / "nothing")
    path.write_bytes(b"\xff")
    with pytest.raises(CommandError, match="could not be read"):
        run("--verify", path)


def test_a_register_that_was_public_before_is_entered() -> None:
    factories.published()
    everything = LedgerEntry.objects.all()
    number = everything.count()
    everything._raw_delete(everything.db)
    assert f"{number} records were entered." in run("--begin")
    assert "The ledger is whole" in run("--verify")
    assert "0 records were entered." in run("--begin")
