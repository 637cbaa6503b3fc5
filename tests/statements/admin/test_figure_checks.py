"""What does not add up, shown to editors on the forms of figures and statements."""

import pytest

from statements import workflow
from statements.admin.figure_checks import told_of
from statements.models import Figure, FigureNote
from tests import factories
from tests.statements.admin.conftest import LogIn, url
from tests.statements.claims import claim

pytestmark = pytest.mark.django_db
WORDS = "The parts 241 + 134 make 375"


@pytest.fixture
def whole() -> Figure:
    statement = factories.published("Many.", said_on="2025")
    whole = claim(290, "2024", of=statement)
    for value in (241, 134):
        claim(value, "2024", of=statement, part_of=whole)
    return whole


def test_it_stands_on_the_forms_of_figure_part_and_statement(log_in: LogIn, whole: Figure) -> None:
    editor = log_in("Editor")
    part = whole.parts.first()
    assert part is not None
    for name, pk in (("figure", whole.pk), ("figure", part.pk), ("statement", whole.statement_id)):
        text = editor.get(url(f"statements_{name}_change", pk)).content.decode()
        assert WORDS in text, name
        assert f"{url('statements_figurenote_add')}?figure={whole.pk}&amp;rule=overlap" in text


def test_a_contributor_sees_it_without_the_way_to_a_note(log_in: LogIn, whole: Figure) -> None:
    text = log_in("Contributor").get(url("statements_figure_change", whole.pk)).content.decode()
    assert WORDS in text
    assert url("statements_figurenote_add") not in text


def test_a_note_takes_the_place_of_the_offer(whole: Figure) -> None:
    note = FigureNote.objects.create(figure=whole, rule="overlap", note="They overlap.")
    (told,) = told_of(whole, factories.staff("Editor"))
    assert told.note == note
    assert told.address == url("statements_figurenote_change", note.pk)


def test_figures_of_withdrawn_statements_are_not_laid_beside(whole: Figure) -> None:
    assert whole.statement
    workflow.withdraw(record=whole.statement, by=None, reason="Wrong.")
    assert told_of(whole, factories.staff("Editor")) == []


def test_a_new_record_and_one_without_figures_have_nothing_to_tell(log_in: LogIn) -> None:
    editor = log_in("Editor")
    for address in (url("statements_figure_add"), url("statements_statement_add")):
        assert b"checks-heading" not in editor.get(address).content
    assert told_of(factories.draft(), factories.staff("Editor")) == []


def test_evidence_health_counts_what_has_no_published_note(log_in: LogIn, whole: Figure) -> None:
    editor = log_in("Editor")
    health = url("statements_statement_health")
    link = f"{url('statements_figure_changelist')}?concern=unexplained"
    assert f'href="{link}" aria-label="Figures that do not add up, without a note: 1"' in (
        editor.get(health).content.decode()
    )
    listed = editor.get(link)
    assert list(listed.context["cl"].queryset) == [whole]
    note = FigureNote.objects.create(figure=whole, rule="overlap", note="They overlap.")
    assert len(editor.get(link).context["cl"].queryset) == 1
    workflow.publish(record=note, by=None)
    assert len(editor.get(link).context["cl"].queryset) == 0
