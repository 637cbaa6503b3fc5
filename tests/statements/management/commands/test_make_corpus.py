import io
from typing import Any

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from statements.corpus.loading import NotForCorpusError
from statements.corpus.processes import LostError
from statements.management.commands import make_corpus


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture(autouse=True)
def asked(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    """What is asked of the maker of corpora, which makes none here."""
    asked: list[dict[str, Any]] = []

    def load(**options: Any) -> int:
        asked.append(options)
        options["progress"]("statements", 5, 10)
        options["progress"]("statements", 10, 10)
        return 10

    monkeypatch.setattr(make_corpus, "load", load)
    return asked


def make(*arguments: str, stdout: io.StringIO | None = None) -> str:
    stdout = stdout or io.StringIO()
    call_command("make_corpus", *arguments, stdout=stdout)
    return stdout.getvalue()


def test_says_how_many_were_made(asked: list[dict[str, Any]]) -> None:
    assert make("--statements", "10", "--seed", "3") == "The corpus is there: 10 new statements.\n"
    assert (asked[0]["statements"], asked[0]["seed"], asked[0]["force"]) == (10, 3, False)


def test_a_terminal_sees_how_far_it_is() -> None:
    assert "statements 5/10" in make(stdout=Terminal())


@pytest.mark.parametrize("arguments", [("--statements", "0"), ("--processes", "-1")])
def test_refuses_numbers_that_cannot_be(
    arguments: tuple[str, str], asked: list[dict[str, Any]]
) -> None:
    with pytest.raises(CommandError):
        make(*arguments)
    assert not asked


def test_production_is_refused_but_by_force(settings: Any, asked: list[dict[str, Any]]) -> None:
    settings.PRODUCTION = True
    with pytest.raises(CommandError, match="not for production"):
        make()
    make("--force")
    assert [one["force"] for one in asked] == [True]


@pytest.mark.parametrize("error", [NotForCorpusError("No."), LostError()])
def test_a_refusal_is_a_message(error: Exception, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(**options: Any) -> int:
        raise error

    monkeypatch.setattr(make_corpus, "load", refuse)
    with pytest.raises(CommandError):
        make()
