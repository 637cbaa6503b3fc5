"""What was exported and not touched changes nothing when it is read again."""

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as tried
from hypothesis import strategies as st

from statements.models import Statement
from tests import factories
from tests.statements.importing.brought import (
    bring,
    counts,
    exported,
    exported_lines,
    file,
    table,
    told,
)

pytestmark = pytest.mark.django_db


TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1)


class TestARoundTrip:
    def test_a_file_that_was_not_touched_changes_nothing(self) -> None:
        topic = factories.topic()
        factories.published("=1+1\r\n is not “true”.", topics=[topic, factories.topic()])
        factories.published("'-5 | per cent", cite=factories.source())
        factories.published("", kind="reported", summary="She, they said; announced it.\tSo.")
        for text in (exported(), exported(bom=True), exported_lines()):
            report = bring(text)
            assert not told(report)
            assert counts(report) == (0, 0, 3)

    def test_nor_does_it_as_a_spreadsheet_saves_it(self) -> None:
        factories.published("One line\r\nand another; with a “semicolon”, a comma.")
        rows = table(exported())
        for row in rows:
            row["text"] = row["text"].replace("\r\n", "\n")
        for delimiter in ",;\t":
            for ends in ("\r\n", "\n"):
                report = bring("\ufeff" + file(*rows, delimiter=delimiter, ends=ends))
                assert (counts(report), told(report)) == ((0, 0, 1), [])

    @given(text=TEXTS, summary=TEXTS)
    @tried(
        max_examples=60, deadline=None, derandomize=True,
        suppress_health_check=[HealthCheck.function_scoped_fixture],
    )  # fmt: skip
    def test_whatever_the_words_are(self, text: str, summary: str) -> None:
        if not Statement.objects.exists():
            factories.published()
        Statement.objects.update(text=text, summary=summary, context=text + summary)
        for taken in (exported(), exported_lines()):
            report = bring(taken, commit=False)
            assert (counts(report), told(report)) == ((0, 0, 1), [])

    def test_a_draft_can_be_named_by_its_number(self) -> None:
        made = factories.draft("We will act.", said_on=None, event=factories.event(slug="asean"))
        report = bring(file({"id": made.pk, "event": "asean", "text": "We will act."}))
        assert counts(report) == (0, 0, 1)
