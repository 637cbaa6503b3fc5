"""The pages of figures, their drawings and their files."""

import csv
import io
import re
from xml.dom import minidom

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from statements import workflow
from statements.models import Figure, FigureNote
from statements.postings import worker
from tests import factories
from tests.statements.claims import claim, indicator, speaker_of, statement_of
from tests.statements.views.reading import page

pytestmark = pytest.mark.django_db

LABEL = re.compile(r'<text class="fc-value[^>]*>([^<]*)</text>')
VALUE = re.compile(r'class="number">.*?<strong>([^<]*)</strong>', re.DOTALL)


def rows(client: Client, address: str) -> list[dict[str, str]]:
    answer = client.get(address)
    assert answer.status_code == 200
    assert answer["Content-Type"].startswith("text/csv")
    return list(csv.DictReader(io.StringIO(answer.getvalue().decode())))


class TestList:
    def test_it_shows_each_series_with_a_chart_that_leads_to_its_page(self, client: Client) -> None:
        claim(359, "2021")
        claim(1577, "2021", indicator=indicator("victims", "persons"))
        text = page(client, "/figures/")
        assert text.count("<svg") == 2
        assert 'href="/figures/cases/"' in text
        assert ">1,577</text>" in text
        assert 'href="/figures.csv"' in text

    def test_it_narrows_to_what_is_asked(self, client: Client) -> None:
        claim(359, "2021")
        claim(1577, "2021", indicator=indicator("victims", "persons"))
        text = page(client, "/figures/?indicator=victims")
        assert ">1,577</text>" in text
        assert ">359</text>" not in text
        assert 'href="/figures.csv?indicator=victims"' in text

    @pytest.mark.parametrize("name", ["indicator", "speaker", "since", "order"])
    def test_what_cannot_be_read_is_named(self, client: Client, name: str) -> None:
        claim(359, "2021")
        text = page(client, f"/figures/?{name}=x", status=400)
        assert f"<code>{name}</code>" in text
        assert "<svg" not in text
        refused = client.get(f"/figures.csv?{name}=x")
        assert refused.status_code == 400
        assert refused.content.decode().startswith(f"{name}: ")

    @pytest.mark.parametrize("address", ["/figures/", "/figures.csv"])
    def test_what_no_database_can_hold_is_refused(self, client: Client, address: str) -> None:
        assert client.get(f"{address}?indicator=%00").status_code == 400

    def test_there_are_pages(self, client: Client) -> None:
        for number in range(21):
            claim(number, "2021", indicator=indicator(f"i{number:02}"))
        first = page(client, "/figures/?since=2020")
        assert first.count("<svg") == 20
        assert 'href="/figures/?since=2020&amp;page=2"' in first
        assert page(client, "/figures/?since=2020&page=2").count("<svg") == 1
        assert "“page”" in page(client, "/figures/?page=9", status=400)

    def test_its_queries_do_not_grow_with_its_series(
        self, client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
    ) -> None:
        for number in range(12):
            claim(number, "2021", indicator=indicator(f"i{number}"))
        worker.current()
        with django_assert_max_num_queries(16):
            client.get("/figures/")

    def test_without_any_figure_it_says_so(self, client: Client) -> None:
        assert "No figure in the register" in page(client, "/figures/")


class TestIndicator:
    def test_chart_table_and_files_hold_the_same_numbers(self, client: Client) -> None:
        for value, period in (
            (92, "2016"),
            (129, "2017-01-01/2017-10-31"),
            (1577, ""),
            (159, "2017"),
        ):
            claim(value, period)
        text = page(client, "/figures/cases/")
        numbers = {"92", "129", "159", "1,577"}
        assert set(LABEL.findall(text)) == set(VALUE.findall(text)) == numbers
        drawing = client.get("/figures/cases.svg").content.decode()
        assert set(LABEL.findall(drawing)) == numbers
        assert {f"{int(row['value']):,}" for row in rows(client, "/figures/cases.csv")} == numbers

    def test_it_tells_definition_period_claimant_comparison_and_evidence(
        self, client: Client
    ) -> None:
        counted = indicator("arrests", "persons")
        counted.definition = "Arrests, not convictions."
        counted.save()
        base = claim(155, "2020", indicator=counted)
        figure = claim(
            359, "2021-01-01/2021-10-31", indicator=counted, compared_with=base,
            comparison_as_printed="more than double", unit_disputed=True, note="Or suspects.",
        )  # fmt: skip
        text = page(client, "/figures/arrests/")
        for words in (
            "Arrests, not convictions.", "January – October 2021", "10 months",
            str(figure.speaker), "“more than double”", "compared with 155", "Unit disputed.",
            "Or suspects.", f'href="{statement_of(figure).get_absolute_url()}"', "“359 cases”",
        ):  # fmt: skip
            assert words in text, words

    def test_a_conflict_is_shown_and_not_averaged(self, client: Client) -> None:
        claim(100, "2021")
        claim(200, "2021")
        text = page(client, "/figures/cases/")
        assert "Different values are given for the same." in text
        assert set(VALUE.findall(text)) == {"100", "200"}

    def test_a_note_stands_beside_the_figure_once_it_is_published(self, client: Client) -> None:
        figure = claim(104, "2024")
        note = FigureNote.objects.create(figure=figure, rule="ratio", note="17 of 104.")
        addresses = ["/figures/cases/", statement_of(figure).get_absolute_url()]
        addresses += [speaker_of(figure).get_absolute_url()]
        for address in addresses:
            assert "17 of 104." not in page(client, address)
        workflow.publish(record=note, by=None)
        for address in addresses:
            assert "17 of 104." in page(client, address), address
        assert rows(client, "/figures/cases.csv")[0]["check_notes"] == "17 of 104."

    def test_a_figure_on_a_source_alone_leads_to_the_source(self, client: Client) -> None:
        source = factories.source("Cases rise", published_on="2022-08-12")
        claim(1, "2021", source=source)
        Figure.objects.update(statement=None)
        text = page(client, "/figures/cases/")
        source.refresh_from_db()
        own = reverse("source_detail", args=[source.pk, source.slug])
        assert text.count(f'href="{own}"') == 2
        assert "Cases rise" in text

    def test_without_public_figures_there_is_no_page(self, client: Client) -> None:
        claim(1, "2021", publish=False)
        for address in ("/figures/cases/", "/figures/cases.svg", "/figures/cases.csv"):
            page(client, address, status=404)

    def test_a_selection_holds_in_every_form(self, client: Client) -> None:
        first = claim(100, "2020")
        claim(200, "2021")
        query = f"?speaker={speaker_of(first).slug}"
        text = page(client, f"/figures/cases/{query}")
        assert set(VALUE.findall(text)) == {"100"}
        assert f'href="/figures/cases.svg{query}"' in text
        assert [row["value"] for row in rows(client, f"/figures/cases.csv{query}")] == ["100"]
        assert "No figure in the register" in page(client, "/figures/cases/?q=nowhere")
        page(client, "/figures/cases.svg?q=nowhere", status=404)
        page(client, "/figures/cases.svg?since=x", status=400)

    def test_the_page_stands_for_its_own_indicator(self, client: Client) -> None:
        claim(100, "2020")
        assert "100" in page(client, "/figures/cases/?indicator=nonsense")


class TestDrawing:
    def test_it_stands_by_itself(self, client: Client) -> None:
        claim(359, "2021", indicator=indicator(label='<Cases> & "more"'))
        claim(1, "2021", place=factories.country("TH", "Thailand"))
        answer = client.get("/figures/cases.svg")
        assert answer["Content-Type"] == "image/svg+xml"
        assert answer["Content-Disposition"] == 'inline; filename="cases.svg"'
        text = answer.content.decode()
        minidom.parseString(text)  # noqa: S318  # our own
        assert "Thailand" in text
        assert not re.search(r"style=|<script|<style|href=", text)


class TestElsewhere:
    def test_speaker_topic_organisation_and_statement_show_their_figures(
        self, client: Client
    ) -> None:
        topic, body = factories.topic(), factories.organisation()
        figure = claim(359, "2021", of=factories.published("A.", topics=[topic]))
        other = claim(104, "2024", of=factories.published("B.", organisation=body))
        for record, number, query in (
            (speaker_of(figure), "359", f"speaker={speaker_of(figure).slug}"),
            (topic, "359", f"topic={topic.slug}"),
            (body, "104", f"organisation={body.slug}"),
        ):
            text = page(client, record.get_absolute_url())
            assert VALUE.findall(text) == [number]
            assert f'href="/figures/?{query}"' in text
        text = page(client, statement_of(other).get_absolute_url())
        assert VALUE.findall(text) == ["104"]
        assert 'href="/figures/cases/"' in text
