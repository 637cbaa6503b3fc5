"""Citations, positions and figures as rows of the statement's form: all on one screen."""

from typing import Any

import pytest

from statements.models import Citation, Figure, Indicator, Position, Stance, Statement
from tests import factories
from tests.statements.admin.conftest import LogIn, errors, statement_form, url

pytestmark = pytest.mark.django_db
ADD = "statements_statement_add"


class TestOneScreen:
    def whole(self, **more: Any) -> dict[str, Any]:
        source = factories.source()
        factories.capture(source, "“We will act.” So he said.")
        stance = Stance.objects.get(code="rejects-as-unjust").pk
        indicator = Indicator.objects.create(code="cases", label="Cases", unit="cases")
        figure = {
            "indicator": indicator.pk, "value": "359", "value_as_printed": "359 cases",
            "qualifier": "exact", "period_basis": "stated",
        }  # fmt: skip
        return statement_form(
            speaker=factories.speaker().pk,
            topics=[factories.topic().pk],
            citations=[{"source": source.pk, "is_primary": "on"}],
            positions=[
                {"placement": factories.placement().pk, "stance": stance, "weight": "explicit"}
            ],
            figures=[figure],
            **more,
        )

    def test_a_contributor_enters_statement_citation_position_and_figure_at_once(
        self, log_in: LogIn
    ) -> None:
        response = log_in("Contributor").post(url(ADD), self.whole())
        assert response.status_code == 302
        made = Statement.objects.get()
        assert made.status == "draft"
        assert Citation.objects.get().statement == made
        position = Position.objects.get()
        assert (position.speaker, str(position.as_of)) == (made.speaker, "2022-08-12")
        assert list(position.evidence.all()) == [made]
        assert Figure.objects.get().speaker == made.speaker

    def test_a_reviewer_publishes_it_all_with_the_same_button(self, log_in: LogIn) -> None:
        log_in("Reviewer").post(url(ADD), self.whole(_publish="1"))
        assert Statement.objects.published().count() == 1
        assert Position.objects.published().count() == 1
        assert Figure.objects.published().count() == 1

    def test_what_may_not_be_published_is_not_saved_either(self, log_in: LogIn) -> None:
        response = log_in("Contributor").post(url(ADD), self.whole(_publish="1"))
        assert "You may not publish" in errors(response)
        assert not Statement.objects.exists()
        assert not Position.objects.exists()

    def test_a_statement_without_source_is_not_published_and_says_why(self, log_in: LogIn) -> None:
        form = statement_form(speaker=factories.speaker().pk, _publish="1")
        response = log_in("Reviewer").post(url(ADD), form)
        assert "Cite at least one source." in errors(response)
        assert not Statement.objects.exists()

    def test_a_position_needs_either_an_existing_one_or_a_new_one(self, log_in: LogIn) -> None:
        form = statement_form(speaker=factories.speaker().pk, positions=[{"weight": "implicit"}])
        response = log_in("Contributor").post(url(ADD), form)
        assert "Pick a position, or give a placement and a stance." in errors(response)

    def test_a_position_needs_the_date_of_the_statement(self, log_in: LogIn) -> None:
        response = log_in("Contributor").post(url(ADD), self.whole(said_on=""))
        assert "A position needs the date of the statement." in errors(response)
        assert not Position.objects.exists()

    def test_an_existing_position_of_the_same_speaker_is_rested_on_it(self, log_in: LogIn) -> None:
        position = factories.position(factories.draft())
        row = {"position": position.pk, "weight": "explicit"}
        form = statement_form(speaker=position.speaker_id, positions=[row])
        log_in("Contributor").post(url(ADD), form)
        assert position.evidence.count() == 2
        assert Position.objects.count() == 1

    def test_the_position_of_somebody_else_is_refused(self, log_in: LogIn) -> None:
        row = {"position": factories.position(factories.draft()).pk, "weight": "explicit"}
        form = statement_form(speaker=factories.speaker().pk, positions=[row])
        response = log_in("Contributor").post(url(ADD), form)
        assert "the position of somebody else" in errors(response)

    def test_a_figure_keeps_another_claimant(self, log_in: LogIn) -> None:
        committee, form = factories.organisation(), self.whole()
        form["figures-0-organisation"] = committee.pk
        log_in("Contributor").post(url(ADD), form)
        assert (Figure.objects.get().organisation, Figure.objects.get().speaker) == (
            committee,
            None,
        )

    def test_a_wrong_row_saves_nothing(self, log_in: LogIn) -> None:
        form = self.whole()
        form["figures-0-value"] = "many"
        response = log_in("Contributor").post(url(ADD), form)
        assert "Enter a number." in errors(response)
        assert not Statement.objects.exists()
        assert not Position.objects.exists()

    def test_the_first_form_offers_a_row_for_a_citation(self, log_in: LogIn) -> None:
        page = log_in("Contributor").get(url(ADD)).content.decode()
        assert 'id="id_citations-0-source"' in page
        assert page.count("admin-autocomplete") > 10


def test_an_excerpt_without_a_word_is_refused_and_nothing_is_saved(log_in: LogIn) -> None:
    row = {"source": factories.source().pk, "excerpt": "“…”"}
    form = statement_form(speaker=factories.speaker().pk, citations=[row])
    response = log_in("Contributor").post(url(ADD), form)
    assert "There is no word in this." in errors(response)
    assert not Statement.objects.exists()
