import pytest
from django.core.management import call_command

from statements.models import Citation
from tests import factories

pytestmark = pytest.mark.django_db


def test_the_summary_counts_each_rung(capsys: pytest.CaptureFixture[str]) -> None:
    factories.published("We will act.")
    factories.draft("", kind="reported", summary="Promises to act.")
    call_command("check_quotations")
    lines = capsys.readouterr().out.splitlines()
    assert "      1  Word for word" in lines
    assert "      1  Nothing quoted to check" in lines


def test_a_published_quotation_that_is_no_longer_found_ends_it_with_one(
    capsys: pytest.CaptureFixture[str],
) -> None:
    statement = factories.published("We will act.")
    other = factories.capture(factories.source(), "Nothing of the kind.")
    Citation.objects.update(capture=other)  # behind the application's back
    with pytest.raises(SystemExit) as ended:
        call_command("check_quotations")
    assert ended.value.code == 1
    assert f"{statement.pk}: These words were not found" in capsys.readouterr().err


def test_what_was_let_through_with_a_reason_is_no_failure() -> None:
    statement = factories.published("We will act.")
    statement.override_reason = "Heard on video."
    statement.save()
    Citation.objects.update(capture=None)
    for capture in Citation.objects.get().source.captures.all():
        capture.delete()
    call_command("check_quotations")
    assert Citation.objects.get().verification == "not-checkable"
