import io

import pytest
from django.core.management import call_command

from statements.models import Relation
from tests import factories

pytestmark = pytest.mark.django_db


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def suggest(stdout: io.StringIO | None = None) -> str:
    stdout = stdout or io.StringIO()
    call_command("suggest_relations", stdout=stdout)
    return stdout.getvalue()


def test_says_what_it_found_by_which_rule() -> None:
    for text in ("We do not deny the downgrade.", "We do not deny that we have problems."):
        factories.published(text)
    found = suggest().splitlines()
    assert found[0].split() == ["1", "Much", "the", "same", "wording"]
    assert found[1:] == ["1 new suggestion.", "1 pair waits for an editor."]
    assert suggest().splitlines() == ["0 new suggestions.", "1 pair waits for an editor."]
    assert Relation.objects.get().state == "suggested"


def test_shows_progress_on_a_terminal() -> None:
    factories.published()
    assert "1/1" in suggest(Terminal())
