import pytest

from sources.quotes import RULE_VERSION
from statements import verification
from statements.models import Citation
from tests import factories

pytestmark = pytest.mark.django_db


def citation(words: str, text: str | None, excerpt: str = "") -> Citation:
    statement = factories.draft(words, cite=False, kind="reported", summary="In short.")
    source = factories.source()
    if text is not None:
        factories.capture(source, text)
    return statement.citations.create(source=source, excerpt=excerpt)


def test_the_passage_is_kept_with_the_capture_and_the_rules_it_was_found_by() -> None:
    checked = verification.check(citation("We will act.", "She said: “We will act.” Then left."))
    checked.refresh_from_db()
    assert checked.capture is not None
    assert checked.verification == "exact"
    assert checked.capture.text[checked.start_offset : checked.end_offset] == "We will act."
    assert checked.checked_sha256 == checked.capture.sha256
    assert checked.rule_version == RULE_VERSION
    assert checked.verified_at is not None
    assert checked.prefix.endswith("“")
    assert checked.suffix.startswith("”")


@pytest.mark.parametrize(
    ("words", "text", "rung"),
    [
        ("We will act,", "“we will act” she said", "typographic"),
        ("We will … the law", "“We will always and everywhere uphold the law,”", "differs"),
        ("We will act.", "“We will not act.”", "differs"),
        ("We will act.", "Nothing of the kind.", "not-found"),
        ("We will act.", None, "not-checkable"),
        ("…", "“We will act.”", "not-found"),
        ("", "“We will act.”", "not-checked"),
    ],
)
def test_each_rung_has_its_value(words: str, text: str | None, rung: str) -> None:
    assert verification.check(citation(words, text)).verification == rung


def test_an_excerpt_is_what_its_own_source_must_hold() -> None:
    checked = citation("We will act.", "“We shall act.”", excerpt="We shall act.")
    assert verification.check(checked).verification == "exact"


def test_checking_again_writes_nothing_where_nothing_changed() -> None:
    checked = verification.check(citation("We will act.", "“We will act.”"))
    revisions, moment = checked.history.count(), checked.verified_at
    verification.check(checked)
    assert (checked.history.count(), checked.verified_at) == (revisions, moment)


def test_the_newest_capture_is_taken_where_none_was_chosen() -> None:
    checked = citation("We will act.", "“We may act.”")
    newest = factories.capture(checked.source, "“We will act.”")
    assert verification.check(checked).capture == newest
